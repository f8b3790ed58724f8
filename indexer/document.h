/* document: from a paper's lines to its item documents, all steps in order.
 * In: struct mb_lines (lines.h), the configuration.  Out: struct mb_item with
 * ids, for the shim or for printing.  Called by worker-reader.c and dump.c. */
#ifndef MB_INDEXER_DOCUMENT_H
#define MB_INDEXER_DOCUMENT_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "indexer/lines.h"
#include "indexer/sittings.h"

struct mb_documents {
	GPtrArray *items; /* of struct mb_item, in paper order */
	GPtrArray *fronts; /* likewise: what stands in none of them, front.h */
	gboolean exempt;  /* the paper as a whole is exempt */
	char *sittings[MB_N_SIDES]; /* JSON lines, by enum mb_side */
};

/* (transfer full) never NULL; no items is a fact, not an error.
 * Every item has the id it asks for, mb_document_id(). */
struct mb_documents *mb_documents_make(const struct mb_lines *lines,
                                       const char *path,
                                       const struct mb_conf *conf);
void mb_documents_free(struct mb_documents *documents);
typedef struct mb_documents mb_documents;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_documents, mb_documents_free)

/* The id an item asks for: council/committee/YYYY-MM-DD/kind/number-or-title in
 * lower-case slugs, "-" for what is unknown.  Transfer full. */
char *mb_document_id(const struct mb_item *item);

/* Give items of one paper that ask for the same id, but begin with other words,
 * the suffix that the index gives them (shim/store.h): for the dry run, which
 * has no index.  The store is given the ids that items ask for, because it
 * alone knows the other papers. */
void mb_documents_part_ids(struct mb_documents *documents);

#endif
