/* state: the JSON of the documents that are no items: what is remembered of a
 * paper, and what the index is.
 * In: struct mb_paper_state (store.h).  Out: JSON for a record, and back.
 * Called by the C++ files of the shim. */
#ifndef MB_SHIM_STATE_H
#define MB_SHIM_STATE_H

#include <glib.h>

#include "shim/store.h"

G_BEGIN_DECLS

/* "format" of an index: terms, values, records as SCHEMA.md has them. */
#define MB_INDEX_FORMAT 11

/* Transfer full. */
char *mb_state_to_json(const struct mb_paper_state *state);

/* Transfer full; NULL with MB_ERROR_CORRUPT when it is not what
 * mb_state_to_json() wrote. */
struct mb_paper_state *mb_state_from_json(const char *json, gsize n_bytes,
                                          GError **error);

/* The document that says what the database is.  Transfer full. */
char *mb_index_to_json(const char *language);

/* Its language.  Transfer full; NULL with MB_ERROR_VERSION when it is of
 * another format. */
char *mb_index_language(const char *json, gsize n_bytes, GError **error);

G_END_DECLS

#endif
