/* supervise: one reader process, as its writer sees it.
 * In: a paper's path.  Out: its items, and what became of it whatever the
 * reader does: crash, hang, or talk nonsense.  Called by worker-writer.c. */
#ifndef MB_INDEXER_SUPERVISE_H
#define MB_INDEXER_SUPERVISE_H

#include <glib.h>

#include "base/conf.h"
#include "base/item.h"
#include "indexer/reading.h"

/* A paper that takes its reader longer than this is given up.  A test has no
 * time for that. */
#ifndef MB_SUPERVISE_MAX_SECONDS
#define MB_SUPERVISE_MAX_SECONDS 120
#endif

/* The same when scans are read, which takes some seconds a page. */
#define MB_SUPERVISE_MAX_OCR_SECONDS 1800

struct mb_supervised;

/* The reader itself is started with the first paper.  @conf is borrowed. */
struct mb_supervised *mb_supervise_new(const struct mb_conf *conf);

/* Have a paper read.
 *   stop_fd  when something can be read from this, the paper is given up; -1:
 *            none
 *   items    of struct mb_item, gets those of a paper that was read
 *   returns  (transfer full) what became of it, never NULL */
struct mb_reading *mb_supervise_read(struct mb_supervised *supervised,
                                     const struct mb_job *job, int stop_fd,
                                     GPtrArray *items);

/* Ends the reader. */
void mb_supervise_free(struct mb_supervised *supervised);
typedef struct mb_supervised mb_supervised;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_supervised, mb_supervise_free)

#endif
