#include "indexer/update.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/progress.h"
#include "indexer/stop.h"
#include "indexer/worker.h"

/* Status of papers with nothing to find (shim/store.h). */
#define UNSEARCHABLE "not searchable"

struct update {
	const struct mb_run *run;
	const struct mb_plan *plan;
	const struct mb_known *known;
	struct mb_generation *generation;
	struct mb_summary *summary;
	struct mb_progress *progress;
	struct mb_pool *pool; /* kept busy while items are written; or NULL */
	GHashTable *again; /* set of paths: papers to be read once more, because
	                    * they share items with one that was dropped */
	GHashTable *tainted; /* those of them whose one is exempt now */
};

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
drop_gone(struct update *update, GPtrArray *gone, GError **error)
{
	guint i;

	for (i = 0; i < gone->len; i++) {
		if (!drop(update, gone->pdata[i], FALSE, error))
			return FALSE;
		update->summary->n_dropped++;
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
	update->summary->n_withdrawn = paths->len;
	return TRUE;
}

static gboolean
is_withdrawn(const struct update *update, const char *path)
{
	return g_ptr_array_find_with_equal_func(update->plan->withdrawn, path,
	                                        g_str_equal, NULL);
}

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
	state->made_by = g_strdup(mb_conf_fingerprint(update->run->conf));
	state->status = g_strdup(status);
	state->reason = g_strdup(reading->reason);
	state->n_pages = reading->n_pages;
	state->n_scanned_pages = reading->n_empty_pages;
	state->type = g_strdup(reading->type);
	return state;
}

/* Remember a paper that was read in one of the databases. */
static gboolean
put_state(struct update *update, const struct mb_found *found,
          const struct mb_reading *reading, gboolean exempt, GError **error)
{
	const char *status = reading->items->len > 0 ? "read" : UNSEARCHABLE;
	g_autoptr(mb_paper_state) state =
	    state_new(update, found, reading, status);
	guint i;

	state->sittings =
	    g_strdup(reading->sittings[exempt ? MB_SIDE_EXEMPT : MB_SIDE_OPEN]);
	for (i = 0; i < reading->items->len; i++) {
		const struct mb_item *item = reading->items->pdata[i];

		if (item->exempt != exempt)
			continue;
		state->n_items++;
		state->n_text_bytes += strlen(item->text);
	}
	/* A paper's path is in the open database when the paper is not exempt
	 * as a whole, in the exempt one when it has exempt items. */
	if (exempt ? !reading->exempt && state->n_items == 0 : reading->exempt)
		return TRUE;
	return mb_generation_put_paper(update->generation, exempt, state,
	                               error);
}

static gboolean
put_items(struct update *update, const struct mb_found *found,
          const struct mb_reading *reading, GError **error)
{
	guint i;

	for (i = 0; i < reading->items->len; i++) {
		struct mb_item *item = reading->items->pdata[i];

		if (reading->exempt)
			item->exempt = TRUE;
		if (!mb_generation_put(update->generation, item, error))
			return FALSE;
		if (update->pool)
			mb_pool_feed(update->pool);
	}
	return put_state(update, found, reading, FALSE, error) &&
	       put_state(update, found, reading, TRUE, error);
}

/* Nobody will ever find a paper without items, so it is told of. */
static void
tell_read(struct update *update, const struct mb_found *found,
          const struct mb_reading *reading)
{
	g_autofree char *what = NULL;

	update->summary->n_empty_pages += reading->n_empty_pages;
	if (reading->items->len == 0) {
		mb_summary_unsearchable(update->summary, found->shown,
		                        reading->reason);
		mb_progress_paper(update->progress, found->shown, UNSEARCHABLE);
		return;
	}
	update->summary->n_read++;
	what = g_strdup_printf("%u items%s", reading->items->len,
	                       reading->exempt ? ", exempt" : "");
	mb_progress_paper(update->progress, found->shown, what);
	if (reading->reason)
		mb_progress_complain(found->shown, reading->reason);
}

static gboolean
has_exempt(const struct mb_reading *reading)
{
	guint i;

	for (i = 0; i < reading->items->len; i++) {
		const struct mb_item *item = reading->items->pdata[i];

		if (item->exempt)
			return TRUE;
	}
	return reading->exempt;
}

static gboolean
take_read(struct update *update, const struct mb_found *found,
          const struct mb_reading *reading, GError **error)
{
	if (!drop(update, found->path, has_exempt(reading), error) ||
	    !put_items(update, found, reading, error))
		return FALSE;
	tell_read(update, found, reading);
	return TRUE;
}

/* Change what one database remembers of a paper whose items stay as they
 * are; @status NULL: it stays too. */
static gboolean
amend_side(struct update *update, gboolean exempt, const struct mb_found *found,
           const struct mb_reading *reading, const char *status, GError **error)
{
	GHashTable *papers =
	    exempt ? update->known->exempt : update->known->open;
	g_autoptr(mb_paper_state) state = NULL;

	if (!g_hash_table_contains(papers, found->path))
		return TRUE;
	state = mb_paper_state_copy(g_hash_table_lookup(papers, found->path));
	state->n_bytes = found->n_bytes;
	state->mtime_us = found->mtime_us;
	g_free(state->sha256);
	g_free(state->made_by);
	state->sha256 = g_strdup(reading->sha256);
	state->made_by = g_strdup(mb_conf_fingerprint(update->run->conf));
	if (status) {
		g_free(state->status);
		g_free(state->reason);
		state->status = g_strdup(status);
		state->reason = g_strdup(reading->reason);
	}
	return mb_generation_put_paper(update->generation, exempt, state,
	                               error);
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
		return amend_side(update, FALSE, found, reading, status,
		                  error) &&
		       amend_side(update, TRUE, found, reading, status, error);
	state = state_new(update, found, reading, status);
	return mb_generation_put_paper(update->generation, TRUE, state, error);
}

static gboolean
take_failed(struct update *update, const struct mb_found *found,
            const struct mb_reading *reading, GError **error)
{
	mb_summary_failed(update->summary, found->shown, reading->reason);
	mb_progress_paper(update->progress, found->shown, "failed");
	/* Whether the file can be read may change without its time. */
	if (reading->outcome == MB_OUTCOME_UNREADABLE)
		return TRUE;
	return amend(update, found, reading, "failed", error);
}

static gboolean
take_unsearchable(struct update *update, const struct mb_found *found,
                  const struct mb_reading *reading, GError **error)
{
	mb_summary_unsearchable(update->summary, found->shown, reading->reason);
	mb_progress_paper(update->progress, found->shown, UNSEARCHABLE);
	return amend(update, found, reading, UNSEARCHABLE, error);
}

static gboolean
take_same(struct update *update, const struct mb_found *found,
          const struct mb_reading *reading, GError **error)
{
	const struct mb_paper_state *state;

	state = mb_known_find(update->known, found->path);
	mb_summary_unchanged(update->summary, found->shown, state);
	mb_progress_paper(update->progress, found->shown, "unchanged");
	return amend(update, found, reading, NULL, error);
}

static gboolean
take(struct update *update, const struct mb_found *found,
     const struct mb_reading *reading, GError **error)
{
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		return take_read(update, found, reading, error);
	case MB_OUTCOME_SAME:
		return take_same(update, found, reading, error);
	case MB_OUTCOME_NO_TEXT:
		return take_unsearchable(update, found, reading, error);
	case MB_OUTCOME_FAILED:
	case MB_OUTCOME_UNREADABLE:
		return take_failed(update, found, reading, error);
	}
	return TRUE;
}

static gboolean
read_new(struct update *update, GError **error)
{
	const struct mb_plan *plan = update->plan;
	g_autoptr(mb_pool) pool = NULL;
	gboolean done = TRUE;
	guint i;

	pool = mb_pool_new(plan->jobs, update->run->conf, update->run->n_jobs,
	                   mb_stop_wanted);
	update->pool = pool;
	for (i = 0; done && i < plan->read->len && !mb_stop_wanted(); i++) {
		g_autoptr(mb_reading) reading = mb_pool_next(pool);

		if (!reading)
			break;
		done = take(update, plan->read->pdata[i], reading, error);
	}
	update->pool = NULL;
	update->summary->interrupted = mb_stop_wanted();
	update->summary->n_left = plan->read->len - i;
	return done;
}

/* The papers to be read again, as jobs sorted by path. */
static GPtrArray *
jobs_again(struct update *update)
{
	GPtrArray *jobs =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_job_free);
	g_autoptr(GList) paths = g_hash_table_get_keys(update->again);
	GList *path;

	paths = g_list_sort(paths, (GCompareFunc)strcmp);
	for (path = paths; path; path = path->next)
		g_ptr_array_add(jobs, mb_job_new(path->data, NULL));
	return jobs;
}

/* Write papers that were read again.  All are taken out before the first is put
 * back, so that an item they share is made of their texts alone. */
static gboolean
put_again(struct update *update, GPtrArray *found, GPtrArray *readings,
          GError **error)
{
	guint i;

	for (i = 0; i < found->len; i++) {
		const struct mb_found *paper = found->pdata[i];

		if (!mb_generation_drop(update->generation, paper->path, NULL,
		                        error))
			return FALSE;
	}
	for (i = 0; i < found->len; i++)
		if (!put_items(update, found->pdata[i], readings->pdata[i],
		               error))
			return FALSE;
	return TRUE;
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

/* A paper that can't be read now keeps its items as they are, unless their text
 * may be that of a paper that is exempt now: then it goes, until it can be. */
static gboolean
read_again(struct update *update, GError **error)
{
	g_autoptr(GPtrArray) jobs = jobs_again(update);
	g_autoptr(GPtrArray) found = NULL;
	g_autoptr(GPtrArray) readings = NULL;
	g_autoptr(mb_pool) pool = NULL;
	guint i;

	if (jobs->len == 0)
		return TRUE;
	mb_progress_stage(update->progress, "reading papers that share items");
	found = g_ptr_array_new_with_free_func((GDestroyNotify)mb_found_free);
	readings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_reading_free);
	pool = mb_pool_new(jobs, update->run->conf, update->run->n_jobs, NULL);
	for (i = 0; i < jobs->len; i++) {
		const struct mb_job *job = jobs->pdata[i];
		struct mb_reading *reading = mb_pool_next(pool);

		if (reading && reading->outcome == MB_OUTCOME_READ) {
			g_ptr_array_add(readings, reading);
			g_ptr_array_add(found, found_again(update, job->path));
		} else {
			mb_reading_free(reading);
			if (g_hash_table_contains(update->tainted, job->path) &&
			    !mb_generation_drop(update->generation, job->path,
			                        NULL, error))
				return FALSE;
		}
	}
	return put_again(update, found, readings, error);
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

	update.progress =
	    mb_progress_new(plan->read->len + plan->gone->len, run->verbose);
	update.again =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	update.tainted =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	done = withdraw(&update, error) &&
	       drop_gone(&update, plan->gone, error) &&
	       read_new(&update, error) && read_again(&update, error);
	if (done)
		mb_progress_stage(update.progress, "writing the index");
	mb_progress_free(update.progress);
	g_hash_table_unref(update.again);
	g_hash_table_unref(update.tainted);
	return done;
}
