#include "indexer/plan.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/layout.h"
#include "indexer/ocr.h"
#include "indexer/archive.h"
#include "indexer/reading.h"

/* More than one in this many gone is too many to believe. */
#define BELIEVED_FRACTION 10

static GHashTable *
no_papers(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                             (GDestroyNotify)mb_paper_state_free);
}

/* Whoever may not look into the exempt database may search, but not write:
 * Xapian would say that it does not know what kind of database it is. */
static gboolean
may_look_into(const char *database, GError **error)
{
	if (g_access(database, R_OK | X_OK) == 0 || errno == ENOENT)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_IO, "%s: can't be read: %s",
	            database, g_strerror(errno));
	return FALSE;
}

gboolean
mb_known_read(struct mb_known *known, const char *path, GError **error)
{
	g_autofree char *open = NULL;
	g_autofree char *exempt = NULL;

	known->open = NULL;
	known->exempt = NULL;
	if (!path) {
		known->open = no_papers();
		known->exempt = no_papers();
		return TRUE;
	}
	open = mb_layout_open(path);
	exempt = mb_layout_exempt(path);
	if (may_look_into(exempt, error))
		known->open = mb_store_read_papers(open, error);
	if (known->open)
		known->exempt = mb_store_read_papers(exempt, error);
	if (!known->exempt)
		mb_known_clear(known);
	return known->exempt != NULL;
}

void
mb_known_clear(struct mb_known *known)
{
	g_clear_pointer(&known->open, g_hash_table_unref);
	g_clear_pointer(&known->exempt, g_hash_table_unref);
}

const struct mb_paper_state *
mb_known_find(const struct mb_known *known, const char *path)
{
	const struct mb_paper_state *state;

	state = g_hash_table_lookup(known->open, path);
	return state ? state : g_hash_table_lookup(known->exempt, path);
}

guint
mb_known_n_papers(const struct mb_known *known)
{
	guint n = g_hash_table_size(known->open);
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, known->exempt);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		if (!g_hash_table_contains(known->open, path))
			n++;
	return n;
}

/* What is added to the fingerprint when scans were read, and when they should
 * have been, but tesseract was not there. */
#define WITH_OCR  " ocr"
#define LACKS_OCR " lacks" WITH_OCR

static gboolean
was_with_ocr(const struct mb_paper_state *state)
{
	return state && state->made_by &&
	       g_str_has_suffix(state->made_by, WITH_OCR);
}

gboolean
mb_known_has_ocr(const struct mb_known *known)
{
	GHashTable *const papers[] = { known->open, known->exempt };

	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		GHashTableIter iter;
		gpointer state;

		g_hash_table_iter_init(&iter, papers[i]);
		while (g_hash_table_iter_next(&iter, NULL, &state))
			if (was_with_ocr(state))
				return TRUE;
	}
	return FALSE;
}

guint64
mb_known_n_items(const struct mb_known *known)
{
	GHashTable *const papers[] = { known->open, known->exempt };
	guint64 n_items = 0;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(papers); i++) {
		GHashTableIter iter;
		gpointer state;

		g_hash_table_iter_init(&iter, papers[i]);
		while (g_hash_table_iter_next(&iter, NULL, &state))
			n_items += ((struct mb_paper_state *)state)->n_items;
	}
	return n_items;
}

/* Whether a run was killed after it had changed one database in place, and
 * before the other. */
static gboolean
is_half_known(const struct mb_known *known, const char *path)
{
	const struct mb_paper_state *state =
	    g_hash_table_lookup(known->exempt, path);

	return state && state->in_both &&
	       !g_hash_table_contains(known->open, path);
}

gboolean
mb_plan_with_ocr(const struct mb_known *known, const char *path,
                 const struct mb_conf *conf)
{
	return mb_conf_asks_ocr(conf) ||
	       was_with_ocr(mb_known_find(known, path));
}

/* The fingerprint, and which database the configuration forces a paper into. */
static char *
made_under(const char *path, const struct mb_conf *conf)
{
	static const char *const forced[] = {
		[MB_FORCED_NOT] = "",
		[MB_FORCED_OPEN] = " open",
		[MB_FORCED_EXEMPT] = " exempt",
	};

	return g_strconcat(mb_conf_fingerprint(conf),
	                   forced[mb_conf_forced(conf, path)], NULL);
}

char *
mb_plan_made_by(const struct mb_known *known, const char *path,
                const struct mb_conf *conf)
{
	g_autofree char *under = made_under(path, conf);
	const char *scans = "";

	if (mb_plan_with_ocr(known, path, conf))
		scans = mb_ocr_is_on() ? WITH_OCR : LACKS_OCR;
	return g_strconcat(under, scans, NULL);
}

void
mb_plan_distrust(struct mb_paper_state *state)
{
	char *was = state->made_by;

	/* No fingerprint begins so, and the end stays. */
	state->made_by = g_strconcat("again ", was, NULL);
	g_free(was);
}

/* Whether a paper would be read now as it was then: under the same fingerprint,
 * for the same database, and its scans, if it has any, if they are asked for or
 * lack. */
static gboolean
is_made_as_now(const struct mb_paper_state *state, const struct mb_conf *conf)
{
	g_autofree char *under = made_under(state->path, conf);
	const char *rest;

	if (!state->made_by || !g_str_has_prefix(state->made_by, under))
		return FALSE;
	rest = state->made_by + strlen(under);
	if (!*rest)
		return !mb_conf_asks_ocr(conf) || state->n_scanned_pages == 0;
	return g_str_equal(rest, WITH_OCR) ||
	       (g_str_equal(rest, LACKS_OCR) && state->n_scanned_pages == 0 &&
	        g_strcmp0(state->status, "read") == 0);
}

static void
plan_found(struct mb_plan *plan, struct mb_found *found,
           const struct mb_known *known, const struct mb_conf *conf,
           gboolean again)
{
	const struct mb_paper_state *state;
	struct mb_job *job;

	state = mb_known_find(known, found->path);
	if (state && (again || is_half_known(known, found->path) ||
	              !is_made_as_now(state, conf)))
		state = NULL;
	if (state && state->n_bytes == found->n_bytes &&
	    state->mtime_us == found->mtime_us) {
		g_ptr_array_add(plan->unchanged, found);
		return;
	}
	g_ptr_array_add(plan->read, found);
	job = mb_job_new(found->path, state ? state->sha256 : NULL,
	                 found->n_bytes);
	job->with_ocr = mb_plan_with_ocr(known, found->path, conf);
	g_ptr_array_add(plan->jobs, job);
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Every known path once, sorted.  The strings belong to @known. */
static GPtrArray *
all_paths(const struct mb_known *known)
{
	GPtrArray *paths = g_ptr_array_new();
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, known->open);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		g_ptr_array_add(paths, path);
	g_hash_table_iter_init(&iter, known->exempt);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		if (!g_hash_table_contains(known->open, path))
			g_ptr_array_add(paths, path);
	g_ptr_array_sort(paths, compare_paths);
	return paths;
}

/* A folder that could not be read hides what is below it. */
static gboolean
is_hidden(const struct mb_walk *walk, const char *path)
{
	guint i;

	for (i = 0; i < walk->unseen->len; i++) {
		const struct mb_unseen *unseen = walk->unseen->pdata[i];

		if (!unseen->harmless && mb_folder_holds(unseen->path, path))
			return TRUE;
	}
	return FALSE;
}

/* The gone papers below @root go to @held when they are too many. */
static void
hold_back(GHashTable *held, const char *root, GPtrArray *known_paths,
          GHashTable *gone)
{
	g_autoptr(GPtrArray) below = g_ptr_array_new();
	guint n_known = 0;
	guint i;

	for (i = 0; i < known_paths->len; i++) {
		char *path = known_paths->pdata[i];

		if (!mb_folder_holds(root, path))
			continue;
		n_known++;
		if (g_hash_table_contains(gone, path))
			g_ptr_array_add(below, path);
	}
	if (below->len * BELIEVED_FRACTION <= n_known)
		return;
	for (i = 0; i < below->len; i++)
		g_hash_table_add(held, below->pdata[i]);
}

static gboolean
is_below_root(const struct mb_walk *walk, const char *path)
{
	guint i;

	for (i = 0; i < walk->roots->len; i++)
		if (mb_folder_holds(walk->roots->pdata[i], path))
			return TRUE;
	return FALSE;
}

/* An archive that can't be looked into is found as a paper that can't be read:
 * what was in it is not gone. */
static gboolean
is_in_found(GHashTable *found, const char *path)
{
	const char *slash = path;

	while ((slash = mb_archive_slash(path, slash)) != NULL) {
		g_autofree char *archive =
		    g_strndup(path, (gsize)(slash - path));

		if (g_hash_table_contains(found, archive))
			return TRUE;
		slash++;
	}
	return FALSE;
}

/* Known paths below a root that were not found.  The strings are borrowed. */
static GHashTable *
find_gone(const struct mb_walk *walk, GPtrArray *known_paths)
{
	g_autoptr(GHashTable) found = NULL;
	GHashTable *gone = g_hash_table_new(g_str_hash, g_str_equal);
	guint i;

	found = g_hash_table_new(g_str_hash, g_str_equal);
	for (i = 0; i < walk->found->len; i++) {
		struct mb_found *paper = walk->found->pdata[i];

		g_hash_table_add(found, paper->path);
	}
	for (i = 0; i < known_paths->len; i++) {
		char *path = known_paths->pdata[i];

		if (!g_hash_table_contains(found, path) &&
		    is_below_root(walk, path) && !is_hidden(walk, path) &&
		    !is_in_found(found, path))
			g_hash_table_add(gone, path);
	}
	return gone;
}

static void
plan_gone(struct mb_plan *plan, const struct mb_walk *walk,
          const struct mb_known *known, gboolean prune)
{
	g_autoptr(GPtrArray) paths = all_paths(known);
	g_autoptr(GHashTable) gone = find_gone(walk, paths);
	g_autoptr(GHashTable) held = NULL;
	guint i;

	held = g_hash_table_new(g_str_hash, g_str_equal);
	for (i = 0; !prune && i < walk->roots->len; i++)
		hold_back(held, walk->roots->pdata[i], paths, gone);
	for (i = 0; i < paths->len; i++) {
		char *path = paths->pdata[i];

		if (g_hash_table_contains(held, path))
			g_ptr_array_add(plan->held_back, g_strdup(path));
		else if (g_hash_table_contains(gone, path))
			g_ptr_array_add(plan->gone, g_strdup(path));
	}
}

static void
plan_withdrawn(struct mb_plan *plan, const struct mb_known *known,
               const struct mb_conf *conf)
{
	GHashTableIter iter;
	gpointer path;

	g_hash_table_iter_init(&iter, known->open);
	while (g_hash_table_iter_next(&iter, &path, NULL))
		if (mb_conf_forced(conf, path) == MB_FORCED_EXEMPT)
			g_ptr_array_add(plan->withdrawn, g_strdup(path));
	g_ptr_array_sort(plan->withdrawn, compare_paths);
}

struct mb_plan *
mb_plan_make(const struct mb_walk *walk, const struct mb_known *known,
             const struct mb_conf *conf, gboolean again, gboolean prune)
{
	struct mb_plan *plan = g_new0(struct mb_plan, 1);
	guint i;

	plan->read = g_ptr_array_new();
	plan->jobs =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_job_free);
	plan->unchanged = g_ptr_array_new();
	plan->gone = g_ptr_array_new_with_free_func(g_free);
	plan->held_back = g_ptr_array_new_with_free_func(g_free);
	for (i = 0; i < walk->found->len; i++)
		plan_found(plan, walk->found->pdata[i], known, conf, again);
	plan->withdrawn = g_ptr_array_new_with_free_func(g_free);
	plan_gone(plan, walk, known, prune);
	plan_withdrawn(plan, known, conf);
	return plan;
}

void
mb_plan_free(struct mb_plan *plan)
{
	if (!plan)
		return;
	g_ptr_array_unref(plan->read);
	g_ptr_array_unref(plan->jobs);
	g_ptr_array_unref(plan->unchanged);
	g_ptr_array_unref(plan->gone);
	g_ptr_array_unref(plan->held_back);
	g_ptr_array_unref(plan->withdrawn);
	g_free(plan);
}

gboolean
mb_plan_is_empty(const struct mb_plan *plan)
{
	return plan->read->len == 0 && plan->gone->len == 0 &&
	       plan->withdrawn->len == 0;
}
