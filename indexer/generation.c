#include "indexer/generation.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/sendfile.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/layout.h"
#include "indexer/plan.h"
#include "indexer/sittings.h"

/* Bytes copied by one call. */
#define COPY_BYTES (16u * 1024 * 1024)

/* Papers dropped between two commits of a scratch database: what is dropped
 * takes memory until then. */
#define COMMIT_PAPERS 50

struct side {
	char *published; /* database of the generation before; or NULL */
	char *scratch;   /* its copy, or what the first one begins with */
	char *to;        /* database to be published */
	struct mb_store *store;
};

struct mb_generation {
	struct mb_layout_writer *writer;
	char *language;
	char *scratch;
	enum mb_way way;
	guint n_dropped; /* papers since the last commit */
	struct side sides[MB_N_SIDES];
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

static gboolean
copy_all(int from, int to)
{
	gssize n;

	while ((n = sendfile(to, from, NULL, COPY_BYTES)) > 0)
		;
	return n == 0;
}

static gboolean
copy_file(const char *from, const char *to, GError **error)
{
	int in = open(from, O_RDONLY | O_CLOEXEC);
	int out = open(to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
	gboolean done = in >= 0 && out >= 0 && copy_all(in, out);

	if (!done)
		fail_io(error, "can't be copied", from);
	if (in >= 0)
		close(in);
	/* What the disk had no room for may come to light only now. */
	if (out >= 0 && close(out) != 0 && done)
		done = fail_io(error, "can't be written", to);
	return done;
}

/* A published database holds files only, no folders. */
static gboolean
copy_database(const char *from, const char *to, GError **error)
{
	GDir *dir = g_dir_open(from, 0, NULL);
	gboolean done = TRUE;
	const char *name;

	if (!dir)
		return fail_io(error, "can't be read", from);
	done = make_folder(to, error);
	while (done && (name = g_dir_read_name(dir))) {
		g_autofree char *source = g_build_filename(from, name, NULL);
		g_autofree char *target = g_build_filename(to, name, NULL);

		done = copy_file(source, target, error);
	}
	g_dir_close(dir);
	return done;
}

static gboolean
open_side(const struct mb_generation *generation, struct side *side,
          GError **error)
{
	switch (generation->way) {
	case MB_WAY_COPIED:
		if (copy_database(side->published, side->scratch, error))
			side->store = mb_store_open(side->scratch, error);
		break;
	case MB_WAY_ANEW:
		side->store =
		    mb_store_create(side->scratch, generation->language, error);
		break;
	case MB_WAY_IN_PLACE:
		side->store = mb_store_open_published(side->published, error);
		break;
	}
	return side->store != NULL;
}

gboolean
mb_generation_open(struct mb_generation *generation, enum mb_way way,
                   GError **error)
{
	guint i;

	if (!mb_generation_previous(generation))
		way = MB_WAY_ANEW;
	generation->way = way;
	for (i = 0; i < MB_N_SIDES; i++)
		if (!open_side(generation, &generation->sides[i], error))
			return FALSE;
	return TRUE;
}

static gboolean
check_language(const struct mb_generation *generation, const char *index,
               GError **error)
{
	const char *published = generation->sides[MB_SIDE_OPEN].published;
	g_autofree char *is = NULL;

	if (!published)
		return TRUE;
	is = mb_store_read_language(published, error);
	if (!is || g_str_equal(is, generation->language))
		return is != NULL;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "the index is in \"%s\", the configuration says \"%s\": "
	            "to change it, remove %s and index again",
	            is, generation->language, index);
	return FALSE;
}

static void
name_sides(struct mb_generation *generation)
{
	static char *(*const database[MB_N_SIDES])(const char *) = {
		[MB_SIDE_OPEN] = mb_layout_open,
		[MB_SIDE_EXEMPT] = mb_layout_exempt,
	};
	const char *previous = mb_generation_previous(generation);
	const char *path = mb_layout_writer_path(generation->writer);
	guint i;

	for (i = 0; i < MB_N_SIDES; i++) {
		struct side *side = &generation->sides[i];

		side->published = previous ? database[i](previous) : NULL;
		side->scratch = database[i](generation->scratch);
		side->to = database[i](path);
	}
}

struct mb_generation *
mb_generation_new(const char *index, const char *language, GError **error)
{
	g_autoptr(mb_generation) generation = g_new0(struct mb_generation, 1);

	generation->language = g_strdup(language);
	generation->writer = mb_layout_writer_new(index, error);
	if (!generation->writer)
		return NULL;
	generation->scratch =
	    mb_layout_scratch(mb_layout_writer_path(generation->writer));
	name_sides(generation);
	if (!check_language(generation, index, error) ||
	    !make_folder(generation->scratch, error))
		return NULL;
	return g_steal_pointer(&generation);
}

const char *
mb_generation_previous(const struct mb_generation *generation)
{
	return mb_layout_writer_previous(generation->writer);
}

const char *
mb_generation_scratch(const struct mb_generation *generation)
{
	return generation->scratch;
}

static gboolean
commit_drops(struct mb_generation *generation, GError **error)
{
	guint i;

	if (++generation->n_dropped < COMMIT_PAPERS)
		return TRUE;
	generation->n_dropped = 0;
	for (i = 0; i < MB_N_SIDES; i++)
		if (!mb_store_commit(generation->sides[i].store, error))
			return FALSE;
	return TRUE;
}

gboolean
mb_generation_drop(struct mb_generation *generation, const char *path,
                   GPtrArray *others, GError **error)
{
	guint i;

	g_assert(generation->way != MB_WAY_IN_PLACE);
	if (generation->way == MB_WAY_ANEW)
		return TRUE;
	for (i = 0; i < MB_N_SIDES; i++)
		if (!mb_store_drop_paper(generation->sides[i].store, path,
		                         others, error))
			return FALSE;
	return commit_drops(generation, error);
}

gboolean
mb_generation_put_paper(struct mb_generation *generation, enum mb_side side,
                        const struct mb_paper_state *state, GError **error)
{
	return mb_store_put_paper(generation->sides[side].store, state, error);
}

gboolean
mb_generation_read_next(struct mb_generation *generation, const char *path,
                        GError **error)
{
	guint i;

	for (i = 0; i < MB_N_SIDES; i++) {
		struct mb_store *store = generation->sides[i].store;
		g_autoptr(GError) wrong = NULL;
		g_autoptr(mb_paper_state) state = NULL;

		state = mb_store_get_paper(store, path, &wrong);
		if (wrong) {
			g_propagate_error(error, g_steal_pointer(&wrong));
			return FALSE;
		}
		if (!state)
			continue;
		mb_plan_distrust(state);
		if (!mb_store_put_paper(store, state, error))
			return FALSE;
	}
	return TRUE;
}

/* One transaction in a published database. */
static gboolean
append_side(struct mb_generation *generation, enum mb_side number,
            const struct mb_pool *pool, GError **error)
{
	struct side *side = &generation->sides[number];
	g_autoptr(GPtrArray) segments = mb_pool_segments(pool, number);
	mode_t old = umask(mb_layout_mask(number == MB_SIDE_EXEMPT));
	gboolean done = mb_store_append(side->store, segments, error) &&
	                mb_store_commit(side->store, error);

	umask(old);
	return done;
}

/* Let the merging process have the scratch database. */
static gboolean
close_scratch(struct side *side, GError **error)
{
	gboolean done = mb_store_commit(side->store, error);

	g_clear_pointer(&side->store, mb_store_free);
	return done;
}

static gboolean
merge_sides(struct mb_generation *generation, struct mb_pool *pool,
            GError **error)
{
	struct mb_merge merges[MB_N_SIDES];
	guint i;

	for (i = 0; i < MB_N_SIDES; i++) {
		struct side *side = &generation->sides[i];

		if (!close_scratch(side, error))
			return FALSE;
		merges[i].store = side->scratch;
		merges[i].to = side->to;
		merges[i].side = (enum mb_side)i;
	}
	return mb_pool_merge(pool, merges, MB_N_SIDES, error);
}

gboolean
mb_generation_publish(struct mb_generation *generation, struct mb_pool *pool,
                      GError **error)
{
	if (generation->way == MB_WAY_IN_PLACE)
		return append_side(generation, MB_SIDE_EXEMPT, pool, error) &&
		       append_side(generation, MB_SIDE_OPEN, pool, error);
	return merge_sides(generation, pool, error) &&
	       mb_layout_writer_publish(generation->writer, error);
}

void
mb_generation_free(struct mb_generation *generation)
{
	guint i;

	if (!generation)
		return;
	for (i = 0; i < MB_N_SIDES; i++) {
		struct side *side = &generation->sides[i];

		mb_store_free(side->store);
		g_free(side->published);
		g_free(side->scratch);
		g_free(side->to);
	}
	mb_layout_writer_free(generation->writer);
	g_free(generation->language);
	g_free(generation->scratch);
	g_free(generation);
}
