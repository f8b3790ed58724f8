#include "indexer/again.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/remember.h"

/* The papers to be read again, as jobs sorted by path. */
static GPtrArray *
jobs_again(struct mb_updating *update)
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
found_again(struct mb_updating *update, const char *path)
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
drop_again(struct mb_updating *update, const char *path,
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
remember_one_again(struct mb_updating *update, const char *path,
                   const struct mb_reading *reading, GError **error)
{
	struct mb_found *found;
	gboolean done;

	if (reading->outcome != MB_OUTCOME_READ)
		return mb_generation_read_next(update->generation, path, error);
	found = found_again(update, path);
	done = mb_remember_read(update, found, reading, error);
	mb_found_free(found);
	return done;
}

static gboolean
remember_again(struct mb_updating *update, GPtrArray *jobs, GPtrArray *readings,
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

gboolean
mb_again_read(struct mb_updating *update, GError **error)
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
