/* worker-writer: what a writer process does.
 * In: orders from the run, on a socket.  Out: answers on the same socket, and
 * segments of the index (shim/segments.h) in folders of its own.
 * Called by worker.c in the forked process. */
#ifndef MB_INDEXER_WORKER_WRITER_H
#define MB_INDEXER_WORKER_WRITER_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/sittings.h"

/* What a message is about: an order, or its answer.
 *
 *	READ    path, known hash or ""       answered by MB_READING_TYPE
 *	STOP                                 not answered: ends a READ at once
 *	FINISH                               answered when all is written; no
 *	                                     READ comes after it
 *	MERGE   store, segments, to, exempt  answered when @to is written
 *	FAIL    the only answer there will be to an order: why it failed */
enum mb_order {
	MB_ORDER_READ,
	MB_ORDER_STOP,
	MB_ORDER_FINISH,
	MB_ORDER_MERGE,
	MB_ORDER_FAIL,
};
#define MB_ORDER_TYPE "(uv)"

/* Carry out orders until the other end of @fd closes; never returns.
 *   folders  for segments, one a database; made when there is something */
G_NORETURN void mb_worker_writer(int fd, const struct mb_conf *conf,
                                 char *const folders[MB_N_SIDES]);

#endif
