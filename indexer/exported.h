/* exported: items that were made elsewhere, such as an export of a committee
 * management system: minutebook-index --items.
 * In: a file of JSON Lines, each an item as minutebook-item(5) has it.
 * Out: struct mb_documents, as from a paper that was read.
 * Called by worker-reader.c and dump.c instead of the readers, and only when
 * the command line says so: a paper must not be able to pretend that it is
 * such a file. */
#ifndef MB_INDEXER_EXPORTED_H
#define MB_INDEXER_EXPORTED_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/document.h"
#include "indexer/paper.h"

/* The items of @paper, which stand in the file, whatever papers they name:
 * what was read from a file goes when the file does.  An item without an id
 * gets the one that it asks for.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_FORMAT: a line is no item; message has its number */
struct mb_documents *mb_exported_read(const struct mb_paper *paper,
                                      const struct mb_conf *conf,
                                      GError **error);

#endif
