#include "indexer/update.h"

#include "indexer/again.h"
#include "indexer/remember.h"
#include "indexer/stop.h"

/* Up to one item in this many is added to the published index in place, which
 * takes longer an item than to write the index anew, but not longer in all. */
#define IN_PLACE_FRACTION 20

/* Reading. */

/* Nobody will ever find a paper without items, so it is told of. */
static void
tell_read(struct mb_updating *update, const char *paper,
          const struct mb_reading *reading)
{
	g_autofree char *what = NULL;
	guint n = mb_reading_n_items(reading);

	update->summary->n_empty_pages += reading->n_empty_pages;
	if (n == 0) {
		mb_summary_unsearchable(update->summary, paper,
		                        reading->reason);
		mb_progress_paper(update->progress, paper, MB_UNSEARCHABLE);
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
tell(struct mb_updating *update, const struct mb_found *found,
     const struct mb_reading *reading)
{
	const struct mb_paper_state *state;

	mb_progress_count(update->progress, found->n_bytes, reading->n_pages,
	                  mb_reading_n_items(reading));
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
		mb_progress_paper(update->progress, found->shown,
		                  MB_UNSEARCHABLE);
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
	struct mb_updating *update = data;

	update->readings->pdata[job] = reading;
	tell(update, update->plan->read->pdata[job], reading);
}

static gboolean
read_new(struct mb_updating *update, GError **error)
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
drop(struct mb_updating *update, const char *path, gboolean exempt,
     GError **error)
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
drop_gone(struct mb_updating *update, GError **error)
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
withdraw(struct mb_updating *update, GError **error)
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

/* Remembering. */

/* What this one is now is in segments, what it was goes. */
static gboolean
replace(struct mb_updating *update, const struct mb_found *found,
        const struct mb_reading *reading, GError **error)
{
	gboolean exempt = mb_reading_is_known_to(reading, MB_SIDE_EXEMPT);

	if (mb_known_find(update->known, found->path) &&
	    !drop(update, found->path, exempt, error))
		return FALSE;
	return mb_remember_read(update, found, reading, error);
}

static gboolean
remember(struct mb_updating *update, const struct mb_found *found,
         const struct mb_reading *reading, GError **error)
{
	switch (reading->outcome) {
	case MB_OUTCOME_READ:
		return replace(update, found, reading, error);
	case MB_OUTCOME_SAME:
		return mb_remember_kept(update, found, reading, NULL, error);
	case MB_OUTCOME_NO_TEXT:
		return mb_remember_kept(update, found, reading, MB_UNSEARCHABLE,
		                        error);
	case MB_OUTCOME_FAILED:
		return mb_remember_kept(update, found, reading, "failed",
		                        error);
	case MB_OUTCOME_UNREADABLE:
	case MB_OUTCOME_CONVERT:
		/* Whether the file can be read may change without its time. */
	case MB_OUTCOME_STOPPED:
		return TRUE;
	}
	g_assert_not_reached();
}

static gboolean
remember_new(struct mb_updating *update, GError **error)
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

/* The whole. */

/* How the new state is best made of the old one. */
static enum mb_way
choose_way(const struct mb_updating *update)
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
		n_added += mb_reading_n_items(reading);
	}
	if (n_changed == n_kept)
		return MB_WAY_ANEW;
	if (n_changed + plan->gone->len + plan->withdrawn->len > 0 ||
	    n_added * IN_PLACE_FRACTION > mb_known_n_items(update->known))
		return MB_WAY_COPIED;
	return MB_WAY_IN_PLACE;
}

static gboolean
write_index(struct mb_updating *update, GError **error)
{
	struct mb_generation *generation = update->generation;

	if (!mb_generation_open(generation, choose_way(update), error) ||
	    !withdraw(update, error) || !drop_gone(update, error) ||
	    !remember_new(update, error) || !mb_again_read(update, error) ||
	    !mb_pool_finish(update->pool, error))
		return FALSE;
	mb_progress_stage(update->progress, "writing the index");
	return mb_generation_publish(generation, update->pool, error);
}

static struct mb_progress *
progress_new(const struct mb_updating *update)
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
update_clear(struct mb_updating *update)
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
	struct mb_updating update = {
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
