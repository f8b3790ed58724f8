#include "indexer/folder.h"

#include <dirent.h>
#include <errno.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "indexer/archive.h"
#include "indexer/archive-list.h"
#include "indexer/paper.h"

/* A folder or link still to be looked at. */
struct place {
	char *path;
	char *shown;
	guint depth;
};

/* One named folder being walked.  Links wait until all real folders are done,
 * so that a folder goes by its own name, whatever links lead to it. */
struct walker {
	struct mb_walk *walk;
	GQueue folders;   /* of struct place */
	GQueue links;     /* of struct place */
	GHashTable *seen; /* set of folders walked, as "device:inode" */
};

void
mb_found_free(struct mb_found *found)
{
	if (!found)
		return;
	g_free(found->path);
	g_free(found->shown);
	g_free(found);
}

static void
unseen_free(struct mb_unseen *unseen)
{
	g_free(unseen->path);
	g_free(unseen->shown);
	g_free(unseen->reason);
	g_free(unseen);
}

static void
place_free(struct place *place)
{
	g_free(place->path);
	g_free(place->shown);
	g_free(place);
}

static void
queue_place(GQueue *queue, const char *path, const char *shown, guint depth)
{
	struct place *place = g_new0(struct place, 1);

	place->path = g_strdup(path);
	place->shown = g_strdup(shown);
	place->depth = depth;
	g_queue_push_tail(queue, place);
}

static void
add_unseen(struct mb_walk *walk, const char *path, const char *shown,
           const char *reason, gboolean harmless)
{
	struct mb_unseen *unseen = g_new0(struct mb_unseen, 1);

	unseen->path = g_strdup(path);
	unseen->shown = g_strdup(shown);
	unseen->reason = g_strdup(reason);
	unseen->harmless = harmless;
	g_ptr_array_add(walk->unseen, unseen);
}

static void
add_file(struct mb_walk *walk, const char *path, const char *shown,
         guint64 n_bytes, const struct stat *st)
{
	struct mb_found *found = g_new0(struct mb_found, 1);

	found->path = g_strdup(path);
	found->shown = g_strdup(shown);
	found->n_bytes = n_bytes;
	found->mtime_us = (gint64)st->st_mtim.tv_sec * G_USEC_PER_SEC +
	                  st->st_mtim.tv_nsec / 1000;
	g_ptr_array_add(walk->found, found);
}

static char *
folder_key(const struct stat *st)
{
	return g_strdup_printf("%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT,
	                       (guint64)st->st_dev, (guint64)st->st_ino);
}

static gboolean
is_litter(const char *name)
{
	static const char *const whole[] = { "Thumbs.db", "desktop.ini", NULL };
	gsize n = strlen(name);

	return name[0] == '.' || name[n - 1] == '~' ||
	       g_str_has_prefix(name, "~$") ||
	       (n > 1 && name[0] == '#' && name[n - 1] == '#') ||
	       g_str_has_suffix(name, ".bak") ||
	       g_str_has_suffix(name, ".tmp") || g_strv_contains(whole, name);
}

/* Whether a member is what a person would not call a paper either, in whatever
 * folder of the archive; "__MACOSX" holds what a Mac knows of its files. */
static gboolean
is_member_litter(const char *name)
{
	g_auto(GStrv) parts = g_strsplit(name, "/", -1);

	for (guint i = 0; parts[i]; i++)
		if (is_litter(parts[i]) || g_str_equal(parts[i], "__MACOSX"))
			return TRUE;
	return FALSE;
}

/* The members of the archive at @path; NULL when it is none, or can't be read:
 * then it is a paper, and reading it says why.  Transfer full. */
static GPtrArray *
archive_members(const char *path)
{
	int fd = mb_archive_is_named(path) ? mb_paper_open(path, NULL) : -1;
	GPtrArray *members;

	if (fd < 0)
		return NULL;
	members = mb_archive_list(fd);
	close(fd);
	return members;
}

/* Take a file, or each paper in it when it is an archive.  A member changes
 * when its archive does. */
static void
add_found(struct mb_walk *walk, const char *path, const char *shown,
          const struct stat *st)
{
	g_autoptr(GPtrArray) members = archive_members(path);
	guint n_before = walk->found->len;

	if (!members) {
		add_file(walk, path, shown, (guint64)st->st_size, st);
		return;
	}
	for (guint i = 0; i < members->len; i++) {
		const struct mb_member *member = members->pdata[i];
		g_autofree char *whole = NULL;
		g_autofree char *whole_shown = NULL;

		if (is_member_litter(member->name))
			continue;
		whole = g_build_filename(path, member->name, NULL);
		whole_shown = g_build_filename(shown, member->name, NULL);
		add_file(walk, whole, whole_shown, member->n_bytes, st);
	}
	if (walk->found->len == n_before)
		add_unseen(walk, path, shown, "no papers in this archive",
		           TRUE);
}

/* Sort what @st says of a path into files and folders. */
static void
take(struct walker *walker, const char *path, const char *shown, guint depth,
     const struct stat *st)
{
	if (S_ISREG(st->st_mode))
		add_found(walker->walk, path, shown, st);
	else if (S_ISDIR(st->st_mode))
		queue_place(&walker->folders, path, shown, depth);
	else
		add_unseen(walker->walk, path, shown, "not a regular file",
		           FALSE);
}

static void
look_at(struct walker *walker, const struct place *folder, const char *name)
{
	g_autofree char *path = g_build_filename(folder->path, name, NULL);
	g_autofree char *shown = g_build_filename(folder->shown, name, NULL);
	struct stat st;

	if (!g_utf8_validate(name, -1, NULL))
		add_unseen(walker->walk, path, shown, "its name is not UTF-8",
		           FALSE);
	else if (g_lstat(path, &st) != 0)
		add_unseen(walker->walk, path, shown, g_strerror(errno), FALSE);
	else if (S_ISLNK(st.st_mode))
		queue_place(&walker->links, path, shown, folder->depth + 1);
	else
		take(walker, path, shown, folder->depth + 1, &st);
}

static int
compare_names(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names in a folder, sorted.  When they can't all be read, @cause is the
 * errno, and the names are those that could. */
static GPtrArray *
read_names(const char *path, int *cause)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	DIR *dir = opendir(path);
	struct dirent *entry;

	*cause = dir ? 0 : errno;
	while (dir) {
		errno = 0;
		entry = readdir(dir);
		if (!entry)
			break;
		if (!is_litter(entry->d_name))
			g_ptr_array_add(names, g_strdup(entry->d_name));
	}
	if (dir) {
		*cause = errno;
		closedir(dir);
	}
	g_ptr_array_sort(names, compare_names);
	return names;
}

/* A share that goes away half way through a folder must not make the other half
 * look as if it were gone. */
static void
read_folder(struct walker *walker, const struct place *folder)
{
	g_autoptr(GPtrArray) names = NULL;
	int cause;
	guint i;

	names = read_names(folder->path, &cause);
	if (cause)
		add_unseen(walker->walk, folder->path, folder->shown,
		           g_strerror(cause), FALSE);
	for (i = 0; i < names->len; i++)
		look_at(walker, folder, names->pdata[i]);
}

static void
visit_folder(struct walker *walker, const struct place *folder)
{
	struct stat st;
	char *key;

	if (folder->depth > MB_FOLDER_MAX_DEPTH) {
		add_unseen(walker->walk, folder->path, folder->shown,
		           "folders are nested too deep", FALSE);
		return;
	}
	if (g_stat(folder->path, &st) != 0) {
		add_unseen(walker->walk, folder->path, folder->shown,
		           g_strerror(errno), FALSE);
		return;
	}
	key = folder_key(&st);
	if (g_hash_table_add(walker->seen, key))
		read_folder(walker, folder);
}

static void
visit_link(struct walker *walker, const struct place *link)
{
	g_autofree char *key = NULL;
	struct stat st;

	if (g_stat(link->path, &st) != 0) {
		add_unseen(walker->walk, link->path, link->shown,
		           errno == ENOENT ? "a link that leads nowhere"
		                           : g_strerror(errno),
		           FALSE);
		return;
	}
	key = folder_key(&st);
	if (S_ISDIR(st.st_mode) && g_hash_table_contains(walker->seen, key))
		add_unseen(walker->walk, link->path, link->shown,
		           "a link to a folder that is read already (a loop?)",
		           TRUE);
	else
		take(walker, link->path, link->shown, link->depth, &st);
}

static void
walk_root(struct mb_walk *walk, const char *path, const char *shown,
          const char *skip)
{
	struct walker walker = { .walk = walk };
	struct place *place;
	struct stat st;

	g_queue_init(&walker.folders);
	g_queue_init(&walker.links);
	walker.seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (skip && g_stat(skip, &st) == 0)
		g_hash_table_add(walker.seen, folder_key(&st));
	queue_place(&walker.folders, path, shown, 0);
	do {
		while ((place = g_queue_pop_head(&walker.folders))) {
			visit_folder(&walker, place);
			place_free(place);
		}
		place = g_queue_pop_head(&walker.links);
		if (place) {
			visit_link(&walker, place);
			place_free(place);
		}
	} while (!g_queue_is_empty(&walker.folders) ||
	         !g_queue_is_empty(&walker.links));
	g_hash_table_unref(walker.seen);
}

/* An archive is a folder too: what was in it and is not any more is gone. */
static void
add_named_file(struct mb_walk *walk, const char *path, const char *shown,
               const struct stat *st)
{
	add_found(walk, path, shown, st);
	if (mb_archive_is_named(path))
		g_ptr_array_add(walk->roots, g_strdup(path));
}

/* Take what @path names within the archive @archive. */
static void
add_member(struct mb_walk *walk, const char *archive, const char *path,
           const char *shown)
{
	guint n_before = walk->found->len;
	struct stat st;

	if (g_stat(archive, &st) == 0 && S_ISREG(st.st_mode))
		add_found(walk, archive, archive, &st);
	for (guint i = walk->found->len; i > n_before; i--) {
		struct mb_found *found = walk->found->pdata[i - 1];

		if (!g_str_equal(found->path, path)) {
			g_ptr_array_remove_index(walk->found, i - 1);
			continue;
		}
		g_free(found->shown);
		found->shown = g_strdup(shown);
	}
}

/* A name that is no file may lead into an archive: "2019.zip/cabinet.pdf". */
static void
add_named_member(struct mb_walk *walk, const char *path, const char *shown,
                 int cause)
{
	const char *slash = mb_archive_slash(path, path);
	guint n_before = walk->found->len;

	for (; slash; slash = mb_archive_slash(path, slash + 1)) {
		g_autofree char *archive =
		    g_strndup(path, (gsize)(slash - path));

		add_member(walk, archive, path, shown);
	}
	if (walk->found->len == n_before)
		add_unseen(walk, path, shown, g_strerror(cause), FALSE);
}

static void
walk_name(struct mb_walk *walk, const char *name, const char *skip)
{
	g_autofree char *path = g_canonicalize_filename(name, NULL);
	guint n_before = walk->found->len;
	struct stat st;

	if (!*name)
		/* "$UNSET" in a script must not mean the current folder. */
		add_unseen(walk, "", "\"\"", "a name is missing", FALSE);
	else if (!g_utf8_validate(path, -1, NULL))
		add_unseen(walk, path, name, "its name is not UTF-8", FALSE);
	else if (g_stat(path, &st) != 0)
		add_named_member(walk, path, name, errno);
	else if (S_ISREG(st.st_mode))
		add_named_file(walk, path, name, &st);
	else if (!S_ISDIR(st.st_mode))
		add_unseen(walk, path, name, "not a regular file", FALSE);
	else {
		walk_root(walk, path, name, skip);
		if (walk->found->len > n_before)
			g_ptr_array_add(walk->roots, g_strdup(path));
		else
			add_unseen(walk, path, name, "no papers in this folder",
			           FALSE);
	}
	if (walk->found->len == n_before)
		walk->n_bad_names++;
}

static int
compare_found(gconstpointer a, gconstpointer b)
{
	const struct mb_found *const *left = a, *const *right = b;

	return strcmp((*left)->path, (*right)->path);
}

/* A paper that was named twice, or lies in two folders that were, is one. */
static void
drop_doubles(GPtrArray *found)
{
	guint i = 1;

	while (i < found->len)
		if (compare_found(&found->pdata[i - 1], &found->pdata[i]) == 0)
			g_ptr_array_remove_index(found, i);
		else
			i++;
}

struct mb_walk *
mb_folder_walk(char *const *names, const char *skip)
{
	struct mb_walk *walk = g_new0(struct mb_walk, 1);

	walk->found =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_found_free);
	walk->unseen =
	    g_ptr_array_new_with_free_func((GDestroyNotify)unseen_free);
	walk->roots = g_ptr_array_new_with_free_func(g_free);
	for (; *names; names++)
		walk_name(walk, *names, skip);
	g_ptr_array_sort(walk->found, compare_found);
	drop_doubles(walk->found);
	return walk;
}

void
mb_walk_free(struct mb_walk *walk)
{
	if (!walk)
		return;
	g_ptr_array_unref(walk->found);
	g_ptr_array_unref(walk->unseen);
	g_ptr_array_unref(walk->roots);
	g_free(walk);
}

gboolean
mb_folder_holds(const char *folder, const char *path)
{
	gsize n = strlen(folder);

	if (strncmp(folder, path, n) != 0)
		return FALSE;
	return path[n] == '\0' || path[n] == '/' ||
	       (n > 0 && folder[n - 1] == '/');
}
