/* worker-reader: what a reader process does.
 * In: papers, already open, on a socket.  Out: what became of each and the
 * records of its items, on the same socket.  Called by supervise.c in the forked
 * process. */
#ifndef MB_INDEXER_WORKER_READER_H
#define MB_INDEXER_WORKER_READER_H

#include <glib.h>

#include "base/conf.h"
#include "indexer/reading.h"

/* To the reader, with the open file: path, the hash that is known of it or "",
 * whether its scans are read, and whether the file is not the paper but what a
 * converter made of it. */
#define MB_READER_JOB_TYPE "(ayaybb)"

/* From the reader: the reading, without counts, and the items as
 * mb_item_to_record() writes them, a NUL behind each; or, of a paper that there
 * is a converter for, its bytes. */
#define MB_READER_ANSWER_TYPE "(" MB_READING_TYPE "ay)"

/* Read papers until the other end of @fd closes; never returns. */
G_NORETURN void mb_worker_reader(int fd, const struct mb_conf *conf);

#endif
