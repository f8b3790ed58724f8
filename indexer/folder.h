/* folder: which files a run reads.
 * In: paths of papers and folders as given.  Out: struct mb_found, one a file,
 * and what could not be looked into.  Called by plan.c and dump.c.
 *
 * Left out, because no paper looks like that: hidden files and folders (".x"),
 * what editors and office programs leave behind ("x~", "#x#", "~$x.docx",
 * "x.bak", "x.tmp"), and "Thumbs.db" and "desktop.ini".
 * Links to files and folders are followed; a folder that was walked already
 * under its own name is not walked again, so a loop ends.  A name that a person
 * gave is always taken, hidden or not. */
#ifndef MB_INDEXER_FOLDER_H
#define MB_INDEXER_FOLDER_H

#include <glib.h>

/* Folders deeper than this are not looked into. */
#define MB_FOLDER_MAX_DEPTH 64

struct mb_found {
	char *path;  /* absolute, without "." and ".." */
	char *shown; /* as people know it: what they gave, and the name below */
	guint64 n_bytes;
	gint64 mtime_us;
};
void mb_found_free(struct mb_found *found);

/* Something below a named path that could not be looked at. */
struct mb_unseen {
	char *path; /* absolute */
	char *shown;
	char *reason;
	gboolean harmless; /* a loop or a second name: nothing is missed */
};

struct mb_walk {
	GPtrArray *found;  /* of struct mb_found, sorted by path, each once */
	GPtrArray *unseen; /* of struct mb_unseen, in the order met */
	GPtrArray *roots;  /* of char *: folders that were named, absolute */
	guint n_bad_names; /* named paths that are missing or empty */
};

/* Look at @names (NULL-terminated): files are taken, folders walked.  A named
 * path that is missing, unreadable or an empty folder is put into unseen and
 * counted; it is not a root.
 *   skip     a folder not to be walked, absolute, or NULL: the index
 *   returns  (transfer full) never NULL */
struct mb_walk *mb_folder_walk(char *const *names, const char *skip);
void mb_walk_free(struct mb_walk *walk);
typedef struct mb_walk mb_walk;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_walk, mb_walk_free)

/* Nonzero when @path is @folder or lies below it; both absolute. */
gboolean mb_folder_holds(const char *folder, const char *path);

#endif
