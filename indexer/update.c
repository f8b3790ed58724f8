#include "indexer/update.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/progress.h"
#include "indexer/stop.h"
#include "indexer/worker.h"

/* Status of papers with nothing to find (shim/store.h). */
#define UNSEARCHABLE "not searchable"

/* Up to one item in this many is added to the published index in place, which
 * takes longer an item than to write the index anew, but not longer in all. */
#define IN_PLACE_FRACTION 20

struct update {
	const struct mb_run *run;
	const struct mb_plan *plan;
	const struct mb_known *known;
	struct mb_generation *generation;
	struct mb_summary *summary;
	struct mb_progress *progress;
	struct mb_pool *pool;
	GPtrArray *readings; /* struct mb_reading of each paper to be read; NULL
	                      * where the run was stopped before */
	GHashTable *again; /* set of paths: papers to be read once more, because
	                    * they share items with one that was dropped */
	GHashTable *tainted; /* those of them whose one is exempt now */
};

/* Reading. */

static guint
n_items(const struct mb_reading *reading)
{
	guint n = 0;
	guint i;

	for (i = 0; i < MB_N_SIDES; i++)
		n += reading->shares[i].n_items;
	return n;
}

/* Nobody will ever find a paper without items, so it is told of. */
static void
tell_read(struct update *update, const char *paper,
          const struct mb_reading *reading)
{
	g_autofree char *what = NULL;
	guint n = n_items(reading);

	update->summary->n_empty_pages += reading->n_empty_pages;
	if (n == 0) {
		mb_summary_unsearchable(update->summary, paper,
		                        reading->reason);
		mb_progress_paper(update->progress, paper, UNSEARCHABLE);
		return;
	}
	update->summary->n_read++;
	what = g_strdup_printf("%u items%s", n,
	                       reading->is_exempt ? ", exempt" : "");
	mb_progress_paper(update->progress, paper, what);
	if (reading->reason)
		mb_progress_complain(paper, reading->reason);
}

static void
tell(struct update *update, const struct mb_found *found,
     const struct mb_reading *reading)
{
	const struct mb_paper_state *state;

	mb_progress_count(update->progress, found->n_bytes, reading->n_pages,
	                  n_items(reading));
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		tell_read(update, found->shown, reading);
		return;
	case MB_OUTCOME_SAME:
		state = mb_known_find(update->known, found->path);
		mb_summary_unchanged(update->summary, found->shown, state);
		mb_progress_paper(update->progress, found->shown, "unchanged");
		return;
	case MB_OUTCOME_NO_TEXT:
		mb_summary_unsearchable(update->summary, found->shown,
		                        reading->reason);
		mb_progress_paper(update->progress, found->shown, UNSEARCHABLE);
		return;
	case MB_OUTCOME_FAILED:
	case MB_OUTCOME_UNREADABLE:
	case MB_OUTCOME_CONVERT:
		mb_summary_failed(update->summary, found->shown,
		                  reading->reason);
		mb_progress_paper(update->progress, found->shown, "failed");
		return;
	case MB_OUTCOME_STOPPED:
		return;
	}
}

static void
take_new(guint job, struct mb_reading *reading, gpointer data)
{
	struct update *update = data;

	update->readings->pdata[job] = reading;
	tell(update, update->plan->read->pdata[job], reading);
}

static gboolean
read_new(struct update *update, GError **error)
{
	const struct mb_plan *plan = update->plan;
	guint i;

	g_ptr_array_set_size(update->readings, (gint)plan->read->len);
	if (!mb_pool_read(update->pool, plan->jobs, mb_stop_wanted, take_new,
	                  update, error))
		return FALSE;
	update->summary->interrupted = mb_stop_wanted();
	for (i = 0; i < update->readings->len; i++)
		if (!update->readings->pdata[i])
			update->summary->n_left++;
	return TRUE;
}

/* Dropping. */

/* Take a paper out; whoever shares items with it is read again.
 *   exempt  it is, now: what can't be read again must not keep its text */
static gboolean
drop(struct update *update, const char *path, gboolean exempt, GError **error)
{
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
	gboolean done;
	guint i;

	done = mb_generation_drop(update->generation, path, others, error);
	for (i = 0; i < others->len; i++) {
		const char *other = others->pdata[i];

		g_hash_table_add(update->again, g_strdup(other));
		if (exempt)
			g_hash_table_add(update->tainted, g_strdup(other));
	}
	/* This paper's own items are as new as can be. */
	g_hash_table_remove(update->again, path);
	g_hash_table_remove(update->tainted, path);
	return done;
}

static gboolean
drop_gone(struct update *update, GError **error)
{
	GPtrArray *gone = update->plan->gone;
	guint i;

	for (i = 0; i < gone->len; i++) {
		if (!drop(update, gone->pdata[i], FALSE, error))
			return FALSE;
		mb_progress_paper(update->progress, gone->pdata[i], "gone");
	}
	return TRUE;
}

/* Take papers that are exempt now out before anything else, so that nothing
 * that goes wrong later leaves them open.  Their items come back as exempt ones
 * when they can be read: by this run's plan, or with the papers read again. */
static gboolean
withdraw(struct update *update, GError **error)
{
	GPtrArray *paths = update->plan->withdrawn;
	guint i;

	for (i = 0; i < paths->len; i++)
		if (!drop(update, paths->pdata[i], TRUE, error))
			return FALSE;
	for (i = 0; i < paths->len; i++)
		g_hash_table_add(update->again, g_strdup(paths->pdata[i]));
	return TRUE;
}

static gboolean
is_withdrawn(const struct update *update, const char *path)
{
	return g_ptr_array_find_with_equal_func(update->plan->withdrawn, path,
	                                        g_str_equal, NULL);
}

/* Remembering. */

/* What is to be remembered of @found after @reading. */
static struct mb_paper_state *
state_new(const struct update *update, const struct mb_found *found,
          const struct mb_reading *reading, const char *status)
{
	struct mb_paper_state *state = g_new0(struct mb_paper_state, 1);

	state->path = g_strdup(found->path);
	state->n_bytes = found->n_bytes;
	state->mtime_us = found->mtime_us;
	state->sha256 = g_strdup(reading->sha256);
	state->made_by =
	    mb_plan_made_by(update->known, found->path, update->run->conf);
	state->status = g_strdup(status);
	state->reason = g_strdup(reading->reason);
	state->n_pages = reading->n_pages;
	state->n_scanned_pages = reading->n_empty_pages;
	if (*reading->type)
		state->type = g_strdup(reading->type);
	return state;
}

/* A paper's path is in the open database when the paper is not exempt as a
 * whole, in the exempt one when it has exempt items. */
static gboolean
is_known_to(const struct mb_reading *reading, enum mb_side side)
{
	switch (side) {
	case MB_SIDE_OPEN:
		return !reading->is_exempt;
	case MB_SIDE_EXEMPT:
		return reading->is_exempt ||
		       reading->shares[MB_SIDE_EXEMPT].n_items > 0;
	}
	g_assert_not_reached();
}

/* Remember a paper that was read. */
static gboolean
put_states(struct update *update, const struct mb_found *found,
           const struct mb_reading *reading, GError **error)
{
	const char *status = n_items(reading) > 0 ? "read" : UNSEARCHABLE;
	enum mb_side side;

	for (side = 0; side < MB_N_SIDES; side++) {
		const struct mb_share *share = &reading->shares[side];
		g_autoptr(mb_paper_state) state = NULL;

		if (!is_known_to(reading, side))
			continue;
		state = state_new(update, found, reading, status);
		state->n_items = share->n_items;
		state->n_text_bytes = share->n_text_bytes;
		state->sittings = g_strdup(share->sittings);
		state->in_both = is_known_to(reading, MB_SIDE_OPEN) &&
		                 is_known_to(reading, MB_SIDE_EXEMPT);
		if (!mb_generation_put_paper(update->generation, side, state,
		                             error))
			return FALSE;
	}
	return TRUE;
}

/* Change what one database remembers of a paper whose items stay as they
 * are; @status NULL: it stays too. */
static gboolean
amend_side(struct update *update, enum mb_side side,
           const struct mb_found *found, const struct mb_reading *reading,
           const char *status, GError **error)
{
	GHashTable *papers = side == MB_SIDE_EXEMPT ? update->known->exempt
	                                            : update->known->open;
	g_autoptr(mb_paper_state) state = NULL;

	if (!g_hash_table_contains(papers, found->path))
		return TRUE;
	state = mb_paper_state_copy(g_hash_table_lookup(papers, found->path));
	state->n_bytes = found->n_bytes;
	state->mtime_us = found->mtime_us;
	g_free(state->sha256);
	g_free(state->made_by);
	state->sha256 = g_strdup(reading->sha256);
	state->made_by =
	    mb_plan_made_by(update->known, found->path, update->run->conf);
	if (status) {
		g_free(state->status);
		g_free(state->reason);
		state->status = g_strdup(status);
		state->reason = g_strdup(reading->reason);
	}
	return mb_generation_put_paper(update->generation, side, state, error);
}

/* A paper that can't be read keeps the items that it had.  One that never could
 * be is remembered in the exempt database: nobody knows what it is. */
static gboolean
amend(struct update *update, const struct mb_found *found,
      const struct mb_reading *reading, const char *status, GError **error)
{
	g_autoptr(mb_paper_state) state = NULL;

	if (mb_known_find(update->known, found->path) &&
	    !is_withdrawn(update, found->path))
		return amend_side(update, MB_SIDE_OPEN, found, reading, status,
		                  error) &&
		       amend_side(update, MB_SIDE_EXEMPT, found, reading,
		                  status, error);
	state = state_new(update, found, reading, status);
	return mb_generation_put_paper(update->generation, MB_SIDE_EXEMPT,
	                               state, error);
}

/* What this one is now is in segments, what it was goes. */
static gboolean
replace(struct update *update, const struct mb_found *found,
        const struct mb_reading *reading, GError **error)
{
	gboolean exempt = is_known_to(reading, MB_SIDE_EXEMPT);

	if (mb_known_find(update->known, found->path) &&
	    !drop(update, found->path, exempt, error))
		return FALSE;
	return put_states(update, found, reading, error);
}

static gboolean
remember(struct update *update, const struct mb_found *found,
         const struct mb_reading *reading, GError **error)
{
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		return replace(update, found, reading, error);
	case MB_OUTCOME_SAME:
		return amend(update, found, reading, NULL, error);
	case MB_OUTCOME_NO_TEXT:
		return amend(update, found, reading, UNSEARCHABLE, error);
	case MB_OUTCOME_FAILED:
		return amend(update, found, reading, "failed", error);
	case MB_OUTCOME_UNREADABLE:
	case MB_OUTCOME_CONVERT:
		/* Whether the file can be read may change without its time. */
	case MB_OUTCOME_STOPPED:
		return TRUE;
	}
	g_assert_not_reached();
}

static gboolean
remember_new(struct update *update, GError **error)
{
	GPtrArray *readings = update->readings;
	guint i;

	for (i = 0; i < readings->len; i++)
		if (readings->pdata[i] &&
		    !remember(update, update->plan->read->pdata[i],
		              readings->pdata[i], error))
			return FALSE;
	return TRUE;
}

/* Reading again. */

/* The papers to be read again, as jobs sorted by path. */
static GPtrArray *
jobs_again(struct update *update)
{
	GPtrArray *jobs =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_job_free);
	g_autoptr(GList) paths = g_hash_table_get_keys(update->again);
	GList *path;

	paths = g_list_sort(paths, (GCompareFunc)strcmp);
	for (path = paths; path; path = path->next) {
		struct mb_job *job = mb_job_new(path->data, NULL, 0);

		job->with_ocr = mb_plan_with_ocr(update->known, job->path,
		                                 update->run->conf);
		g_ptr_array_add(jobs, job);
	}
	return jobs;
}

static int
compare_found_path(gconstpointer path, gconstpointer found)
{
	const struct mb_found *const *paper = found;

	return strcmp(path, (*paper)->path);
}

/* A paper that is read again, with the size and time that were seen before it
 * was, so that a change since is seen by the next run. */
static struct mb_found *
found_again(struct update *update, const char *path)
{
	GPtrArray *read = update->plan->read;
	const struct mb_paper_state *state;
	struct mb_found *found = g_new0(struct mb_found, 1);
	struct mb_found **planned = NULL;

	found->path = g_strdup(path);
	found->shown = g_strdup(path);
	if (read->len > 0)
		planned = bsearch(path, read->pdata, read->len,
		                  sizeof(*read->pdata), compare_found_path);
	state = mb_known_find(update->known, path);
	if (planned) {
		found->n_bytes = (*planned)->n_bytes;
		found->mtime_us = (*planned)->mtime_us;
	} else if (state) {
		found->n_bytes = state->n_bytes;
		found->mtime_us = state->mtime_us;
	}
	return found;
}

static void
take_again(guint job, struct mb_reading *reading, gpointer data)
{
	GPtrArray *readings = data;

	readings->pdata[job] = reading;
}

/* Drop a paper that was read again, and one that could not be although its
 * items may have the text of a paper that is exempt now: that goes, until it
 * can be.  Any other keeps its items as they are. */
static gboolean
drop_again(struct update *update, const char *path,
           const struct mb_reading *reading, GError **error)
{
	if (reading->outcome != MB_OUTCOME_READ &&
	    !g_hash_table_contains(update->tainted, path))
		return TRUE;
	return mb_generation_drop(update->generation, path, NULL, error);
}

/* One that could not be read, though it was before, may keep words of another
 * that is gone, or an id that it has no reason for: the next run tries. */
static gboolean
remember_one_again(struct update *update, const char *path,
                   const struct mb_reading *reading, GError **error)
{
	struct mb_found *found;
	gboolean done;

	if (reading->outcome != MB_OUTCOME_READ)
		return mb_generation_read_next(update->generation, path, error);
	found = found_again(update, path);
	done = put_states(update, found, reading, error);
	mb_found_free(found);
	return done;
}

static gboolean
remember_again(struct update *update, GPtrArray *jobs, GPtrArray *readings,
               GError **error)
{
	guint i;

	for (i = 0; i < jobs->len; i++) {
		const struct mb_job *job = jobs->pdata[i];

		if (!drop_again(update, job->path, readings->pdata[i], error))
			return FALSE;
	}
	for (i = 0; i < jobs->len; i++) {
		const struct mb_job *job = jobs->pdata[i];

		if (!remember_one_again(update, job->path, readings->pdata[i],
		                        error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
read_again(struct update *update, GError **error)
{
	g_autoptr(GPtrArray) jobs = jobs_again(update);
	g_autoptr(GPtrArray) readings = NULL;

	if (jobs->len == 0)
		return TRUE;
	mb_progress_stage(update->progress, "reading papers that share items");
	readings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_reading_free);
	g_ptr_array_set_size(readings, (gint)jobs->len);
	return mb_pool_read(update->pool, jobs, NULL, take_again, readings,
	                    error) &&
	       remember_again(update, jobs, readings, error);
}

/* The whole. */

/* How the new state is best made of the old one. */
static enum mb_way
choose_way(const struct update *update)
{
	const struct mb_plan *plan = update->plan;
	guint n_kept = mb_known_n_papers(update->known) - plan->gone->len;
	guint n_changed = 0;
	guint64 n_added = 0;
	guint i;

	for (i = 0; i < plan->read->len; i++) {
		const struct mb_found *found = plan->read->pdata[i];
		const struct mb_reading *reading = update->readings->pdata[i];

		if (!reading || reading->outcome != MB_OUTCOME_READ)
			continue;
		if (mb_known_find(update->known, found->path))
			n_changed++;
		n_added += n_items(reading);
	}
	if (n_changed == n_kept)
		return MB_WAY_ANEW;
	if (n_changed + plan->gone->len + plan->withdrawn->len > 0 ||
	    n_added * IN_PLACE_FRACTION > mb_known_n_items(update->known))
		return MB_WAY_COPIED;
	return MB_WAY_IN_PLACE;
}

static gboolean
write_index(struct update *update, GError **error)
{
	struct mb_generation *generation = update->generation;

	if (!mb_generation_open(generation, choose_way(update), error) ||
	    !withdraw(update, error) || !drop_gone(update, error) ||
	    !remember_new(update, error) || !read_again(update, error) ||
	    !mb_pool_finish(update->pool, error))
		return FALSE;
	mb_progress_stage(update->progress, "writing the index");
	return mb_generation_publish(generation, update->pool, error);
}

static struct mb_progress *
progress_new(const struct update *update)
{
	const struct mb_plan *plan = update->plan;
	guint64 n_bytes = 0;
	guint i;

	for (i = 0; i < plan->read->len; i++) {
		const struct mb_found *found = plan->read->pdata[i];

		n_bytes += found->n_bytes;
	}
	return mb_progress_new(plan->read->len + plan->gone->len, n_bytes,
	                       update->run->verbose);
}

static void
update_clear(struct update *update)
{
	mb_pool_free(update->pool);
	mb_progress_free(update->progress);
	g_ptr_array_unref(update->readings);
	g_hash_table_unref(update->again);
	g_hash_table_unref(update->tainted);
}

gboolean
mb_update(const struct mb_run *run, const struct mb_plan *plan,
          const struct mb_known *known, struct mb_generation *generation,
          struct mb_summary *summary, GError **error)
{
	struct update update = {
		.run = run,
		.plan = plan,
		.known = known,
		.generation = generation,
		.summary = summary,
	};
	gboolean done;

	if (mb_plan_is_empty(plan))
		return TRUE;
	update.progress = progress_new(&update);
	update.pool = mb_pool_new(mb_generation_scratch(generation), run->conf,
	                          run->n_jobs);
	update.readings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_reading_free);
	update.again =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	update.tainted =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	summary->n_dropped = plan->gone->len;
	summary->n_withdrawn = plan->withdrawn->len;
	done = read_new(&update, error);
	/* When everything failed, the index stays as it was. */
	if (done && !mb_summary_is_nothing(summary))
		done = write_index(&update, error);
	update_clear(&update);
	return done;
}
