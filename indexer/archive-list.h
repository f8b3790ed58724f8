/* archive-list: what is in an archive, asked of a process that may do nothing
 * but look.
 * In: an open zip file.  Out: its members, as archive.h has them.  Called by
 * folder.c, in the run itself, which is not to parse what strangers wrote. */
#ifndef MB_INDEXER_ARCHIVE_LIST_H
#define MB_INDEXER_ARCHIVE_LIST_H

#include <glib.h>

/* The members of the archive open as @fd.
 *   returns (transfer full) of struct mb_member; NULL when it is no archive of
 *           papers, or can't be listed: whoever reads it is told why */
GPtrArray *mb_archive_list(int fd);

#endif
