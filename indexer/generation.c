#include "indexer/generation.h"

#include <errno.h>
#include <sys/stat.h>

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "base/error.h"
#include "base/layout.h"

/* Items held in memory between two commits of a scratch database. */
#define COMMIT_ITEMS 500

struct side {
	struct mb_store *store;
	guint n_uncommitted;
};

struct mb_generation {
	struct mb_layout_writer *writer;
	char *scratch;
	struct side open;
	struct side exempt;
};

static gboolean
fail_io(GError **error, const char *what, const char *path)
{
	g_set_error(error, MB_ERROR, MB_ERROR_IO, "%s: %s: %s", path, what,
	            g_strerror(errno));
	return FALSE;
}

static gboolean
make_folder(const char *path, GError **error)
{
	if (g_mkdir(path, 0700) != 0)
		return fail_io(error, "can't be made", path);
	return TRUE;
}

/* A published database holds files only, no folders. */
static gboolean
copy_database(const char *from, const char *to, GError **error)
{
	g_autoptr(GDir) dir = NULL;
	g_autoptr(GError) cause = NULL;
	const char *name;

	if (!make_folder(to, error))
		return FALSE;
	dir = g_dir_open(from, 0, &cause);
	while (dir && !cause && (name = g_dir_read_name(dir))) {
		g_autoptr(GFile) source =
		    g_file_new_build_filename(from, name, NULL);
		g_autoptr(GFile) target =
		    g_file_new_build_filename(to, name, NULL);

		g_file_copy(source, target, G_FILE_COPY_NONE, NULL, NULL, NULL,
		            &cause);
	}
	if (!cause)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_IO, "%s: %s", from,
	            cause->message);
	return FALSE;
}

static gboolean
remove_folder(const char *path, GError **error)
{
	GDir *dir = g_dir_open(path, 0, NULL);
	const char *name;

	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *file = g_build_filename(path, name, NULL);

		if (g_unlink(file) != 0) {
			g_dir_close(dir);
			return fail_io(error, "can't be removed", file);
		}
	}
	if (dir)
		g_dir_close(dir);
	if (g_rmdir(path) != 0)
		return fail_io(error, "can't be removed", path);
	return TRUE;
}

/* Open one scratch database: a copy of @published, or a new one. */
static gboolean
open_side(struct side *side, const char *scratch, const char *published,
          const char *language, GError **error)
{
	if (!published) {
		side->store = mb_store_create(scratch, language, error);
		return side->store != NULL;
	}
	if (!copy_database(published, scratch, error))
		return FALSE;
	side->store = mb_store_open(scratch, error);
	return side->store != NULL;
}

static gboolean
open_sides(struct mb_generation *generation, const char *language,
           GError **error)
{
	const char *previous = mb_generation_previous(generation);
	g_autofree char *open = mb_layout_open(generation->scratch);
	g_autofree char *exempt = mb_layout_exempt(generation->scratch);
	g_autofree char *old_open = NULL;
	g_autofree char *old_exempt = NULL;

	if (previous) {
		old_open = mb_layout_open(previous);
		old_exempt = mb_layout_exempt(previous);
	}
	return make_folder(generation->scratch, error) &&
	       open_side(&generation->open, open, old_open, language, error) &&
	       open_side(&generation->exempt, exempt, old_exempt, language,
	                 error);
}

static gboolean
check_language(const struct mb_generation *generation, const char *index,
               const char *language, GError **error)
{
	const char *is = mb_store_language(generation->open.store);

	if (g_str_equal(is, language))
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "the index is in \"%s\", the configuration says \"%s\": "
	            "to change it, remove %s and index again",
	            is, language, index);
	return FALSE;
}

struct mb_generation *
mb_generation_new(const char *index, const char *language, GError **error)
{
	g_autoptr(mb_generation) generation = g_new0(struct mb_generation, 1);

	generation->writer = mb_layout_writer_new(index, error);
	if (!generation->writer)
		return NULL;
	generation->scratch = g_build_filename(
	    mb_layout_writer_path(generation->writer), "scratch", NULL);
	if (!open_sides(generation, language, error) ||
	    !check_language(generation, index, language, error))
		return NULL;
	return g_steal_pointer(&generation);
}

const char *
mb_generation_previous(const struct mb_generation *generation)
{
	return mb_layout_writer_previous(generation->writer);
}

gboolean
mb_generation_drop(struct mb_generation *generation, const char *path,
                   GPtrArray *others, GError **error)
{
	return mb_store_drop_paper(generation->open.store, path, others,
	                           error) &&
	       mb_store_drop_paper(generation->exempt.store, path, others,
	                           error);
}

gboolean
mb_generation_put(struct mb_generation *generation, const struct mb_item *item,
                  GError **error)
{
	struct side *side =
	    item->exempt ? &generation->exempt : &generation->open;

	if (!mb_store_put(side->store, item, error))
		return FALSE;
	if (++side->n_uncommitted < COMMIT_ITEMS)
		return TRUE;
	side->n_uncommitted = 0;
	return mb_store_commit(side->store, error);
}

gboolean
mb_generation_put_paper(struct mb_generation *generation, gboolean exempt,
                        const struct mb_paper_state *state, GError **error)
{
	struct side *side = exempt ? &generation->exempt : &generation->open;

	return mb_store_put_paper(side->store, state, error);
}

static gboolean
compact_side(struct side *side, const char *path, mode_t mask, GError **error)
{
	gboolean done = mb_store_commit(side->store, error);
	mode_t old;

	/* The mode must be right from the first moment. */
	old = umask(mask);
	done = done && mb_store_merge(side->store, NULL, path, error);
	umask(old);
	g_clear_pointer(&side->store, mb_store_free);
	return done;
}

gboolean
mb_generation_publish(struct mb_generation *generation, GError **error)
{
	const char *path = mb_layout_writer_path(generation->writer);
	g_autofree char *open = mb_layout_open(path);
	g_autofree char *exempt = mb_layout_exempt(path);
	g_autofree char *old_open = mb_layout_open(generation->scratch);
	g_autofree char *old_exempt = mb_layout_exempt(generation->scratch);

	if (!compact_side(&generation->open, open, 0022, error) ||
	    !compact_side(&generation->exempt, exempt, 0077, error))
		return FALSE;
	if (!remove_folder(old_open, error) ||
	    !remove_folder(old_exempt, error) ||
	    !remove_folder(generation->scratch, error))
		return FALSE;
	return mb_layout_writer_publish(generation->writer, error);
}

void
mb_generation_free(struct mb_generation *generation)
{
	if (!generation)
		return;
	mb_store_free(generation->open.store);
	mb_store_free(generation->exempt.store);
	mb_layout_writer_free(generation->writer);
	g_free(generation->scratch);
	g_free(generation);
}
