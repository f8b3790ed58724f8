#include "base/layout.h"

#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <glib/gstdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/error.h"

#define CURRENT "current"
/* The symlink before it is renamed. */
#define CURRENT_NEW "current.new"
#define LOCK        "lock"
#define GENERATION  "gen-"
#define UNPUBLISHED ".new"
#define SCRATCH     "scratch"

struct mb_layout_writer {
	char *index;
	int lock_fd;
	guint64 number; /* of the generation being built */
	char *path;     /* INDEX/gen-N.new; INDEX/gen-N once published */
	char *previous; /* NULL for the first */
	gboolean published;
};

static gboolean
fail(GError **error, const char *what, const char *path)
{
	int saved = errno;

	g_set_error(error, MB_ERROR, MB_ERROR_IO, "%s: %s: %s", path, what,
	            g_strerror(saved));
	return FALSE;
}

/* The pieces of $MINUTEBOOK_INDEX that are not empty; NULL when there are
 * none. */
static char **
indexes_set(void)
{
	const char *set = g_getenv("MINUTEBOOK_INDEX");
	g_auto(GStrv) all = g_strsplit(set != NULL ? set : "", ":", -1);
	g_autoptr(GStrvBuilder) some = g_strv_builder_new();
	gboolean any = FALSE;

	for (guint i = 0; all[i] != NULL; i++) {
		if (*all[i] == '\0')
			continue;
		g_strv_builder_add(some, all[i]);
		any = TRUE;
	}
	return any ? g_strv_builder_end(some) : NULL;
}

/* @set with each index once, however it is written: its items would count
 * twice. What is not there stays, to be complained of. */
static char **
once_each(const char *const *set)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GStrvBuilder) some = g_strv_builder_new();

	for (guint i = 0; set[i] != NULL; i++) {
		g_autofree char *whole = g_canonicalize_filename(set[i], NULL);
		char *real = realpath(whole, NULL);

		/* realpath() allocates as the C library does. */
		if (g_hash_table_add(seen,
		                     g_strdup(real != NULL ? real : whole)))
			g_strv_builder_add(some, set[i]);
		free(real);
	}
	return g_strv_builder_end(some);
}

char **
mb_layout_indexes(const char *const *options)
{
	g_auto(GStrv) set = options != NULL && options[0] != NULL
	                        ? g_strdupv((char **)options)
	                        : indexes_set();

	if (set == NULL) {
		set = g_new0(char *, 2);
		set[0] =
		    g_build_filename(g_get_user_data_dir(), "minutebook", NULL);
	}
	return once_each((const char *const *)set);
}

char *
mb_layout_index(const char *option)
{
	const char *const options[] = { option, NULL };
	g_auto(GStrv) indexes = mb_layout_indexes(options);

	return g_strdup(indexes[0]);
}

char *
mb_layout_open(const char *generation)
{
	return g_build_filename(generation, "open", NULL);
}

char *
mb_layout_exempt(const char *generation)
{
	return g_build_filename(generation, "exempt", NULL);
}

char *
mb_layout_scratch(const char *generation)
{
	return g_build_filename(generation, SCRATCH, NULL);
}

mode_t
mb_layout_mask(gboolean exempt)
{
	return exempt ? 0077 : 0022;
}

/* N of "gen-N"; FALSE for any other name. */
static gboolean
generation_number(const char *name, guint64 *number)
{
	if (!g_str_has_prefix(name, GENERATION))
		return FALSE;
	return g_ascii_string_to_unsigned(name + strlen(GENERATION), 10, 1,
	                                  G_MAXUINT32, number, NULL);
}

/* What the symlink says, "gen-7".
 *   returns (transfer full) NULL when there is none (no error) or when it
 *           can't be read or is not one of ours (error) */
static char *
read_current(const char *index, GError **error)
{
	g_autofree char *link = g_build_filename(index, CURRENT, NULL);
	char name[64];
	ssize_t n = readlink(link, name, sizeof(name) - 1);
	guint64 number;

	if (n < 0 && (errno == ENOENT || errno == ENOTDIR))
		return NULL;
	if (n < 0) {
		fail(error, "can't be read", link);
		return NULL;
	}
	name[n] = '\0';
	if (!generation_number(name, &number)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "%s: does not name a generation of the index",
		            link);
		return NULL;
	}
	return g_strdup(name);
}

char *
mb_layout_current(const char *index, GError **error)
{
	g_autofree char *absolute = g_canonicalize_filename(index, NULL);
	g_autoptr(GError) wrong = NULL;
	g_autofree char *name = read_current(absolute, &wrong);

	if (name != NULL)
		return g_build_filename(absolute, name, NULL);
	if (wrong != NULL)
		g_propagate_error(error, g_steal_pointer(&wrong));
	else
		g_set_error(error, MB_ERROR, MB_ERROR_NOT_FOUND,
		            "%s: there is no index", index);
	return NULL;
}

/* A walk over everything at and below @path, symlinks not followed. */
static FTS *
walk(const char *path)
{
	g_autofree char *copy = g_strdup(path);
	char *const paths[] = { copy, NULL };

	return fts_open(paths, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV, NULL);
}

guint64
mb_layout_size(const char *path)
{
	guint64 n_bytes = 0;
	FTS *fts = walk(path);
	FTSENT *entry;

	if (fts == NULL)
		return 0;
	while ((entry = fts_read(fts)) != NULL)
		if (entry->fts_info == FTS_F)
			n_bytes += (guint64)entry->fts_statp->st_size;
	fts_close(fts);
	return n_bytes;
}

/* Remove @path and everything below it.  What can't be removed stays, and the
 * next run tries again. */
static void
remove_tree(const char *path)
{
	FTS *fts = walk(path);
	FTSENT *entry;

	if (fts == NULL)
		return;
	while ((entry = fts_read(fts)) != NULL) {
		if (entry->fts_info == FTS_DP)
			(void)rmdir(entry->fts_accpath);
		else if (entry->fts_info != FTS_D)
			(void)unlink(entry->fts_accpath);
	}
	fts_close(fts);
}

static gboolean
is_generation_name(const char *name)
{
	g_autofree char *bare = g_strdup(name);
	guint64 number;

	if (g_str_has_suffix(bare, UNPUBLISHED))
		bare[strlen(bare) - strlen(UNPUBLISHED)] = '\0';
	return generation_number(bare, &number);
}

/* Whether a folder holds nothing but what a run puts there.  Somebody may have
 * made the index in a folder of theirs, where "gen-2020" holds papers. */
static gboolean
is_ours(const char *path)
{
	static const char *const parts[] = { "open", "exempt", SCRATCH, NULL };
	GDir *folder = g_dir_open(path, 0, NULL);
	gboolean ours = folder != NULL;
	const char *name;

	while (ours && (name = g_dir_read_name(folder)) != NULL)
		ours = g_strv_contains(parts, name);
	if (folder != NULL)
		g_dir_close(folder);
	return ours;
}

/* Generations that no reader is sent to: built but not published, or replaced
 * but not removed yet.  Paths; transfer full. */
static GPtrArray *
find_leftovers(const char *index, const char *current)
{
	GPtrArray *paths = g_ptr_array_new_with_free_func(g_free);
	GDir *folder = g_dir_open(index, 0, NULL);
	const char *name;

	while (folder != NULL && (name = g_dir_read_name(folder)) != NULL) {
		g_autofree char *path = g_build_filename(index, name, NULL);

		if (strcmp(name, CURRENT_NEW) == 0 ||
		    (is_generation_name(name) &&
		     g_strcmp0(name, current) != 0 && is_ours(path)))
			g_ptr_array_add(paths, g_steal_pointer(&path));
	}
	if (folder != NULL)
		g_dir_close(folder);
	return paths;
}

static void
remove_leftovers(const char *index, const char *current)
{
	g_autoptr(GPtrArray) paths = find_leftovers(index, current);
	guint i;

	for (i = 0; i < paths->len; i++)
		remove_tree(paths->pdata[i]);
}

static gboolean
take_lock(struct mb_layout_writer *writer, GError **error)
{
	g_autofree char *path = g_build_filename(writer->index, LOCK, NULL);

	writer->lock_fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0644);
	if (writer->lock_fd < 0)
		return fail(error, "can't be opened", path);
	if (flock(writer->lock_fd, LOCK_EX | LOCK_NB) == 0)
		return TRUE;
	if (errno != EWOULDBLOCK)
		return fail(error, "can't be locked", path);
	g_set_error(error, MB_ERROR, MB_ERROR_BUSY,
	            "%s: another run is writing to this index", writer->index);
	return FALSE;
}

/* Closed to others until it is published, since exempt items are in it. */
static gboolean
make_generation(struct mb_layout_writer *writer, GError **error)
{
	g_autoptr(GError) wrong = NULL;
	g_autofree char *current = read_current(writer->index, &wrong);

	if (wrong != NULL) {
		g_propagate_error(error, g_steal_pointer(&wrong));
		return FALSE;
	}
	remove_leftovers(writer->index, current);
	if (current != NULL) {
		generation_number(current, &writer->number);
		writer->previous =
		    g_build_filename(writer->index, current, NULL);
	}
	writer->number++;
	writer->path =
	    g_strdup_printf("%s/" GENERATION "%" G_GUINT64_FORMAT UNPUBLISHED,
	                    writer->index, writer->number);
	if (g_mkdir(writer->path, 0700) != 0)
		return fail(error, "can't be made", writer->path);
	return TRUE;
}

struct mb_layout_writer *
mb_layout_writer_new(const char *index, GError **error)
{
	g_autoptr(mb_layout_writer) writer = g_new0(struct mb_layout_writer, 1);

	writer->lock_fd = -1;
	writer->index = g_canonicalize_filename(index, NULL);
	if (g_mkdir_with_parents(writer->index, 0755) != 0) {
		fail(error, "can't be made", writer->index);
		return NULL;
	}
	if (!take_lock(writer, error) || !make_generation(writer, error))
		return NULL;
	return g_steal_pointer(&writer);
}

void
mb_layout_clear(const char *index)
{
	struct mb_layout_writer writer = { .lock_fd = -1 };
	g_autofree char *absolute = g_canonicalize_filename(index, NULL);
	g_autofree char *current = read_current(absolute, NULL);
	g_autoptr(GPtrArray) left = find_leftovers(absolute, current);

	writer.index = absolute;
	/* What another run is building looks the same, but it has the lock; by
	 * the time that is free, it may have published. */
	if (current != NULL && left->len > 0 && take_lock(&writer, NULL)) {
		g_free(current);
		current = read_current(absolute, NULL);
		if (current != NULL)
			remove_leftovers(absolute, current);
	}
	if (writer.lock_fd >= 0)
		close(writer.lock_fd);
}

const char *
mb_layout_writer_path(const struct mb_layout_writer *writer)
{
	return writer->path;
}

const char *
mb_layout_writer_previous(const struct mb_layout_writer *writer)
{
	return writer->previous;
}

static gboolean
sync_path(const char *path, GError **error)
{
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	gboolean done = fd >= 0 && fsync(fd) == 0;

	if (!done)
		fail(error, "can't be written to the disk", path);
	if (fd >= 0)
		close(fd);
	return done;
}

/* Bring everything below @path to the disk. */
static gboolean
sync_tree(const char *path, GError **error)
{
	FTS *fts = walk(path);
	FTSENT *entry;
	gboolean done = TRUE;

	if (fts == NULL)
		return fail(error, "can't be read", path);
	while (done && (entry = fts_read(fts)) != NULL)
		if (entry->fts_info == FTS_F || entry->fts_info == FTS_DP)
			done = sync_path(entry->fts_accpath, error);
	fts_close(fts);
	return done;
}

/* Open what is for everybody and close what is not. */
static gboolean
set_modes(const char *generation, GError **error)
{
	g_autofree char *exempt = mb_layout_exempt(generation);

	if (g_chmod(exempt, 0700) != 0 && errno != ENOENT)
		return fail(error, "can't be closed to others", exempt);
	if (g_chmod(generation, 0755) != 0)
		return fail(error, "can't be opened", generation);
	return TRUE;
}

/* The moment of publishing: readers follow the symlink. */
static gboolean
replace_current(struct mb_layout_writer *writer, const char *name,
                GError **error)
{
	g_autofree char *link = g_build_filename(writer->index, CURRENT, NULL);
	g_autofree char *new_link =
	    g_build_filename(writer->index, CURRENT_NEW, NULL);

	(void)unlink(new_link);
	if (symlink(name, new_link) != 0)
		return fail(error, "can't be made", new_link);
	if (g_rename(new_link, link) != 0)
		return fail(error, "can't be replaced", link);
	return TRUE;
}

gboolean
mb_layout_writer_publish(struct mb_layout_writer *writer, GError **error)
{
	g_autofree char *name =
	    g_strdup_printf(GENERATION "%" G_GUINT64_FORMAT, writer->number);
	g_autofree char *path = g_build_filename(writer->index, name, NULL);
	g_autofree char *scratch = mb_layout_scratch(writer->path);

	g_assert(!writer->published);
	remove_tree(scratch);
	if (!set_modes(writer->path, error) || !sync_tree(writer->path, error))
		return FALSE;
	if (g_rename(writer->path, path) != 0)
		return fail(error, "can't be renamed", writer->path);
	g_free(writer->path);
	writer->path = g_steal_pointer(&path);
	if (!sync_path(writer->index, error) ||
	    !replace_current(writer, name, error))
		return FALSE;
	writer->published = TRUE;
	/* Published all the same if this fails: a power cut now would bring
	 * back the generation before, so that one is kept. */
	if (!sync_path(writer->index, NULL))
		return TRUE;
	if (writer->previous != NULL)
		remove_tree(writer->previous);
	return TRUE;
}

void
mb_layout_writer_free(struct mb_layout_writer *writer)
{
	if (writer == NULL)
		return;
	if (writer->path != NULL && !writer->published)
		remove_tree(writer->path);
	if (writer->lock_fd >= 0)
		close(writer->lock_fd);
	g_free(writer->index);
	g_free(writer->path);
	g_free(writer->previous);
	g_free(writer);
}
