/* summary: what a run did, for people.
 * In: what became of each paper.  Out: messages as it goes, a summary on
 * standard output at the end, the exit status.  Called by run.c and update.c.
 */
#ifndef MB_INDEXER_SUMMARY_H
#define MB_INDEXER_SUMMARY_H

#include <glib.h>

#include "indexer/run.h"
#include "shim/store.h"

struct mb_summary {
	guint n_read;
	guint n_unchanged;
	guint n_failed;
	guint n_unsearchable;
	guint n_dropped;
	guint n_held_back;
	guint n_withdrawn;   /* taken out of the open database */
	guint n_unseen;      /* folders and names that can't be looked at */
	guint n_empty_pages; /* without text, in papers that were read */
	gboolean interrupted;
	guint n_left;            /* papers not looked at because of that */
	GPtrArray *unsearchable; /* of char *, "PAPER: why" */
};

struct mb_summary *mb_summary_new(void);
void mb_summary_free(struct mb_summary *summary);
typedef struct mb_summary mb_summary;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_summary, mb_summary_free)

/* A paper failed: told at once. */
void mb_summary_failed(struct mb_summary *summary, const char *paper,
                       const char *reason);

/* A paper has nothing to search: told at the end. */
void mb_summary_unsearchable(struct mb_summary *summary, const char *paper,
                             const char *reason);

/* A paper is as it was when @state was written: read, failed or not
 * searchable. */
void mb_summary_unchanged(struct mb_summary *summary, const char *paper,
                          const struct mb_paper_state *state);

/* Print it.
 *   index  folder of the index, whose published generation is described */
void mb_summary_print(const struct mb_summary *summary, const char *index);

/* Nonzero when not one paper was read, known, gone or withdrawn. */
gboolean mb_summary_is_nothing(const struct mb_summary *summary);

enum mb_exit mb_summary_exit(const struct mb_summary *summary);

#endif
