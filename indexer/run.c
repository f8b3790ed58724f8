#include "indexer/run.h"

#include <signal.h>
#include <unistd.h>

#include "base/error.h"
#include "base/layout.h"
#include "indexer/folder.h"
#include "indexer/generation.h"
#include "indexer/ocr.h"
#include "indexer/plan.h"
#include "indexer/progress.h"
#include "indexer/stop.h"
#include "indexer/summary.h"
#include "indexer/update.h"
#include "shim/store.h"

/* Whatever stops the whole run.  What the libraries say of a damaged index does
 * not tell people which, or what to do. */
static enum mb_exit
give_up(const struct mb_run *run, const GError *error)
{
	g_autofree char *advice = NULL;

	if (g_error_matches(error, MB_ERROR, MB_ERROR_CORRUPT)) {
		advice = g_strdup_printf("the index is damaged (%s); remove it "
		                         "and index the papers again",
		                         error->message);
		mb_progress_complain(run->index, advice);
	} else if (g_error_matches(error, MB_ERROR, MB_ERROR_VERSION)) {
		mb_progress_complain(run->index, error->message);
	} else {
		mb_progress_complain(NULL, error->message);
	}
	return mb_stop_wanted() ? MB_EXIT_INTERRUPTED : MB_EXIT_NOTHING_DONE;
}

static void
end_unable_to_write(void)
{
	mb_progress_complain(NULL, "the index can't be written; the disk may "
	                           "be full");
	_exit(MB_EXIT_NOTHING_DONE);
}

static void
tell_unseen(const struct mb_walk *walk, struct mb_summary *summary)
{
	guint i;

	for (i = 0; i < walk->unseen->len; i++) {
		const struct mb_unseen *unseen = walk->unseen->pdata[i];

		mb_progress_complain(unseen->shown, unseen->reason);
		if (!unseen->harmless)
			summary->n_unseen++;
	}
}

static void
tell_held_back(const struct mb_plan *plan, struct mb_summary *summary)
{
	g_autofree char *reason = NULL;

	summary->n_held_back = plan->held_back->len;
	if (plan->held_back->len == 0)
		return;
	reason = g_strdup_printf(
	    "this and %u other papers are gone, more than a tenth of those "
	    "known: they stay in the index; --prune drops them",
	    plan->held_back->len - 1);
	mb_progress_complain(plan->held_back->pdata[0], reason);
}

static void
tell_unchanged(const struct mb_run *run, const struct mb_plan *plan,
               const struct mb_known *known, struct mb_summary *summary)
{
	g_autoptr(mb_progress) progress = mb_progress_new(0, 0, run->verbose);
	guint i;

	for (i = 0; i < plan->unchanged->len; i++) {
		const struct mb_found *found = plan->unchanged->pdata[i];
		const struct mb_paper_state *state;

		state = mb_known_find(known, found->path);
		mb_summary_unchanged(summary, found->shown, state);
		mb_progress_paper(progress, found->shown,
		                  g_str_equal(state->status, "read")
		                      ? "unchanged"
		                      : state->status);
	}
}

/* What the published index knows.  None was ever published: nothing. */
static gboolean
read_published(const char *index, struct mb_known *known, GError **error)
{
	g_autoptr(GError) cause = NULL;
	g_autofree char *current = mb_layout_current(index, &cause);

	if (!current && !g_error_matches(cause, MB_ERROR, MB_ERROR_NOT_FOUND)) {
		g_propagate_error(error, g_steal_pointer(&cause));
		return FALSE;
	}
	return mb_known_read(known, current, error);
}

/* Whether there is anything to do, without taking the lock: a run that changes
 * nothing touches nothing, but for what another left behind. */
static gboolean
has_work(const struct mb_run *run, const struct mb_walk *walk,
         struct mb_summary *summary, gboolean *work, GError **error)
{
	g_autoptr(mb_plan) plan = NULL;
	struct mb_known known;

	*work = FALSE;
	if (!read_published(run->index, &known, error))
		return FALSE;
	plan = mb_plan_make(walk, &known, run->conf, run->again, run->prune);
	*work = !mb_plan_is_empty(plan);
	if (!*work) {
		tell_unchanged(run, plan, &known, summary);
		tell_held_back(plan, summary);
	}
	mb_known_clear(&known);
	return TRUE;
}

/* What was read by --ocr once is read so again, without being asked: to take it
 * out of the index when it must be read for another reason would lose it. */
static void
start_ocr_again(const struct mb_known *known)
{
	g_autoptr(GError) error = NULL;

	if (!mb_ocr_is_on() && mb_known_has_ocr(known) && !mb_ocr_start(&error))
		mb_progress_complain(NULL, error->message);
}

/* The work itself, planned anew under the lock: another run may have published
 * in the meantime. */
static gboolean
work_on(const struct mb_run *run, const struct mb_walk *walk,
        struct mb_generation *generation, const struct mb_known *known,
        struct mb_summary *summary, GError **error)
{
	g_autoptr(mb_plan) plan = NULL;

	plan = mb_plan_make(walk, known, run->conf, run->again, run->prune);
	tell_unchanged(run, plan, known, summary);
	if (!mb_update(run, plan, known, generation, summary, error))
		return FALSE;
	tell_held_back(plan, summary);
	return TRUE;
}

static gboolean
work(const struct mb_run *run, const struct mb_walk *walk,
     struct mb_summary *summary, GError **error)
{
	g_autoptr(mb_generation) generation = NULL;
	struct mb_known known;
	gboolean done;

	generation =
	    mb_generation_new(run->index, mb_conf_language(run->conf), error);
	if (!generation ||
	    !mb_known_read(&known, mb_generation_previous(generation), error))
		return FALSE;
	start_ocr_again(&known);
	done = work_on(run, walk, generation, &known, summary, error);
	mb_known_clear(&known);
	return done;
}

enum mb_exit
mb_run(const struct mb_run *run)
{
	g_autofree char *index = g_canonicalize_filename(run->index, NULL);
	g_autoptr(mb_summary) summary = mb_summary_new();
	g_autoptr(mb_walk) walk = mb_folder_walk(run->names, index);
	g_autoptr(GError) error = NULL;
	gboolean has;

	mb_stop_watch();
	mb_store_at_end(end_unable_to_write);
	tell_unseen(walk, summary);
	if (walk->found->len == 0)
		return MB_EXIT_NOTHING_DONE;
	if (!has_work(run, walk, summary, &has, &error) ||
	    (has && !work(run, walk, summary, &error)))
		return give_up(run, error);
	if (!has)
		mb_layout_clear(index);
	mb_summary_print(summary, run->index);
	return mb_summary_exit(summary);
}
