/* sandbox: what a process that reads papers may still do.
 * In: a process about to read its first paper.  Out: the same process, without
 * files, network, other processes.  Called by worker-reader.c, by
 * archive-list.c, and in part by whatever else starts processes.
 *
 * Every byte of a paper is hostile and the readers' libraries are large:
 * whoever takes over a reader should find nothing there.  It may use its
 * memory, read what it was handed, write to one descriptor, look at the clock,
 * and end. */
#ifndef MB_INDEXER_SANDBOX_H
#define MB_INDEXER_SANDBOX_H

#include <glib.h>

/* Address space of a reader. */
#define MB_SANDBOX_MAX_MEMORY (2048ull * 1024 * 1024)

/* Descriptors of a reader: its papers and the ends of its pipes. */
#define MB_SANDBOX_MAX_FILES 64

/* Make this process one of a run's: it dies with the one that started it, leaves
 * Ctrl-C to the run, and holds no file of theirs, the lock above all, but the
 * standard ones and @fd. */
void mb_sandbox_detach(int fd);

/* Load what libraries would otherwise open while they read a paper: Poppler's
 * encodings, iconv's modules, the time zone.  What they want beyond that is not
 * there for them: of Poppler's data the character maps of CJK fonts that are
 * not embedded. */
void mb_sandbox_preload(void);

/* Limit what this process and those it starts can use.
 *   max_seconds  of processor time; 0: no limit
 *   max_memory   bytes of address space; 0: no limit.  None is set under
 *                AddressSanitizer, which maps all there is. */
void mb_sandbox_limit(guint max_seconds, guint64 max_memory);

/* From here on this process can't open, connect, start or signal anything, and
 * writes to @out_fd alone.  What is denied fails with EPERM, so that a library
 * that looks for something optional goes on without it.  There is no way back.
 * Under sanitizers, which need more than this, nothing happens.
 *   error   MB_ERROR_INTERNAL: the kernel has no such filters */
gboolean mb_sandbox_enter(int out_fd, GError **error);

#endif
