/* progress: what the program tells people while it runs.
 * In: events of a run.  Out: messages on standard error, one line a paper on
 * standard output (-v), a bar when standard error is a terminal.
 * Called by run.c, update.c, summary.c, dump.c and minutebook-index.c. */
#ifndef MB_INDEXER_PROGRESS_H
#define MB_INDEXER_PROGRESS_H

#include <glib.h>

/* "minutebook-index: PAPER: reason" on standard error; @paper may be NULL.
 * Control characters are shown as "?": a file's name may hold anything. */
void mb_progress_complain(const char *paper, const char *reason);

/* @text with control characters and damaged UTF-8 made harmless for a
 * terminal.  Transfer full. */
char *mb_progress_safe(const char *text);

struct mb_progress;

/* Start telling of @n_papers to be read.
 *   n_bytes  of all of them, by which the time left is told
 *   verbose  one line a paper on standard output instead of a bar */
struct mb_progress *mb_progress_new(guint n_papers, guint64 n_bytes,
                                    gboolean verbose);

/* What the next paper that is done has had. */
void mb_progress_count(struct mb_progress *progress, guint64 n_bytes,
                       guint n_pages, guint n_items);

/* A paper is done.  @what: "12 items", "unchanged" … */
void mb_progress_paper(struct mb_progress *progress, const char *paper,
                       const char *what);

/* Say what is being done now that no paper is ("writing the index"). */
void mb_progress_stage(struct mb_progress *progress, const char *stage);

/* Take the bar away. */
void mb_progress_free(struct mb_progress *progress);
typedef struct mb_progress mb_progress;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_progress, mb_progress_free)

#endif
