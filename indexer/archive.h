/* archive: the papers in a zip file of papers, each of which is a paper of its
 * own: "packs/2019.zip/cabinet/minutes.pdf".
 * In: an open zip file.  Out: its members' names and sizes, one's bytes.
 * Called by archive-list.c, which lists them, and paper.c, which reads one.
 *
 * A Word, OpenDocument or Excel file is a zip too, and no archive.  A zip
 * within a zip is not looked into: its member is a paper that has no reader. */
#ifndef MB_INDEXER_ARCHIVE_H
#define MB_INDEXER_ARCHIVE_H

#include <glib.h>

/* An archive of more members, or with a directory of more bytes, is not read;
 * nor one whose members unpack to so many times its size, when they are more
 * than MB_ARCHIVE_BOMB_BYTES together. */
#define MB_ARCHIVE_MAX_MEMBERS    5000u
#define MB_ARCHIVE_MAX_DIRECTORY  (16u * 1024 * 1024)
#define MB_ARCHIVE_MAX_RATIO      200u
#define MB_ARCHIVE_BOMB_BYTES     (64u * 1024 * 1024)
#define MB_ARCHIVE_MAX_NAME_BYTES 1024u

struct mb_member {
	char *name; /* UTF-8, relative; without "..", backslashes, controls */
	guint64 index;
	guint64 n_bytes; /* as the archive claims */
};

/* The members of the archive open as @fd, in its order, folders left out.  Two
 * of one name get different ones.
 *   returns (transfer full) of struct mb_member; NULL on error
 *   error   MB_ERROR_NO_READER: it is no archive of papers, but may be a paper;
 *           MB_ERROR_FORMAT: damaged; MB_ERROR_LIMIT */
GPtrArray *mb_archive_members(int fd, GError **error);

/* None, in an array that frees its struct mb_member.  Transfer full. */
GPtrArray *mb_members_new(void);

/* Whether a name may be part of a path: that of a member of mb_archive_members()
 * may. */
gboolean mb_archive_is_harmless(const char *name);

/* Whether a file of that name is taken for an archive when it can be: ".zip".
 */
gboolean mb_archive_is_named(const char *path);

/* The slash in @path behind what is named like an archive, the first from
 * @from on: "/2019.zip" in "packs/2019.zip/cabinet.pdf" ends at it.  NULL when
 * there is none.  Transfer none. */
const char *mb_archive_slash(const char *path, const char *from);

/* Unpack the member of the archive open as @fd that @path names: what follows
 * the archive's own name in it.
 *   is_archive  (out) FALSE when it is none: NULL without an error
 *   error       MB_ERROR_IO: no such member; and those of mb_unzip_entry() */
GBytes *mb_archive_read(int fd, const char *path, gsize n_max,
                        gboolean *is_archive, GError **error);

#endif
