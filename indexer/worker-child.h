/* worker-child: what a reader process does.
 * In: numbers of jobs, on a socket.  Out: struct mb_reply and item JSON lines,
 * on the same socket.  Called by worker.c in the forked process. */
#ifndef MB_INDEXER_WORKER_CHILD_H
#define MB_INDEXER_WORKER_CHILD_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/worker.h"

#define MB_REPLY_MAX_REASON 512
#define MB_REPLY_MAX_TYPE   64
#define MB_REPLY_MAX_BYTES  (256u * 1024 * 1024)

/* Head of an answer.  Both ends are one program, so it is sent as it lies in
 * memory. */
struct mb_reply {
	guint32 n_bytes; /* of what follows: the lines of its sittings, open
	                  * and exempt, then a line of JSON an item */
	guint32 outcome; /* enum mb_outcome */
	guint32 exempt;
	guint32 n_pages;
	guint32 n_empty_pages;
	char sha256[72];
	char type[MB_REPLY_MAX_TYPE]; /* "" unknown */
	char reason[MB_REPLY_MAX_REASON];
};

/* Read papers until the other end of @fd closes; never returns. */
G_NORETURN void mb_worker_child(int fd, GPtrArray *jobs,
                                const struct mb_conf *conf);

#endif
