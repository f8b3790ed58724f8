/* layout: where the index lies on disk.
 *
 *	INDEX/minutebook.conf          optional
 *	INDEX/lock                     held by the one writer
 *	INDEX/current -> gen-7         replaced by rename: the moment of publishing
 *	INDEX/gen-7/open/              Xapian database anybody may read
 *	INDEX/gen-7/exempt/            Xapian database of exempt items, mode 0700
 *	INDEX/gen-8.new/               a generation being built; never read
 *	INDEX/gen-8.new/scratch/       what it is built from
 *
 * In: --index or the environment.  Out: paths.  Called by both programs. */
#ifndef MB_BASE_LAYOUT_H
#define MB_BASE_LAYOUT_H

#include <glib.h>
#include <sys/types.h>

/* The folders of the indexes to be read: @options if there are any, else those
 * in $MINUTEBOOK_INDEX, which colons part, else "minutebook" in the XDG data
 * folder.  At least one; transfer full. */
char **mb_layout_indexes(const char *const *options);

/* The first of them: the one to be written.  Transfer full. */
char *mb_layout_index(const char *option);

/* The published generation, as an absolute path with the symlink resolved.
 *   returns (transfer full) NULL when there is none
 *   error   MB_ERROR_NOT_FOUND: nothing was ever published there;
 *           MB_ERROR_IO: it can't be read */
char *mb_layout_current(const char *index, GError **error);

/* "GEN/open" and "GEN/exempt".  Transfer full. */
char *mb_layout_open(const char *generation);
char *mb_layout_exempt(const char *generation);

/* "GEN/scratch": what is only needed until GEN is published, and removed
 * then.  Transfer full. */
char *mb_layout_scratch(const char *generation);

/* For umask(), when files of one of the databases are made: what is exempt is
 * closed to others before anything is in it. */
mode_t mb_layout_mask(gboolean exempt);

/* Remove what a run that was killed, or that could not go on, left behind beside
 * a published generation.  Nothing is touched when there is none of it, or when
 * another run has the lock. */
void mb_layout_clear(const char *index);

struct mb_layout_writer;

/* Become the one writer: make INDEX (mode 0755) if it is missing, take its
 * lock, remove generations that a killed run left behind (nothing that
 * only has such a name), and make the folder
 * of the next generation with exempt/'s parent in place.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_BUSY: another run holds the lock; MB_ERROR_IO */
struct mb_layout_writer *mb_layout_writer_new(const char *index,
                                              GError **error);

/* The folder being built, "INDEX/gen-8.new".  Transfer none. */
const char *mb_layout_writer_path(const struct mb_layout_writer *writer);

/* The published generation this one follows; NULL for the first.
 * Transfer none. */
const char *mb_layout_writer_previous(const struct mb_layout_writer *writer);

/* Publish: remove what is scratch, sync, rename gen-N.new to gen-N, replace the symlink by rename,
 * then remove the generation before.  Killed at any point, either the old or
 * the new generation is the published one.
 *   error   MB_ERROR_IO; the old generation is then still published */
gboolean mb_layout_writer_publish(struct mb_layout_writer *writer,
                                  GError **error);

/* Drops the lock; removes what was built but not published. */
void mb_layout_writer_free(struct mb_layout_writer *writer);
typedef struct mb_layout_writer mb_layout_writer;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_layout_writer, mb_layout_writer_free)

/* Bytes of all files below @path; 0 when it is missing. */
guint64 mb_layout_size(const char *path);

#endif
