#include "indexer/remember.h"

static gboolean
is_withdrawn(const struct mb_updating *update, const char *path)
{
	return g_ptr_array_find_with_equal_func(update->plan->withdrawn, path,
	                                        g_str_equal, NULL);
}

/* What is to be remembered of @found after @reading. */
static struct mb_paper_state *
state_new(const struct mb_updating *update, const struct mb_found *found,
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

gboolean
mb_remember_read(struct mb_updating *update, const struct mb_found *found,
                 const struct mb_reading *reading, GError **error)
{
	const char *status =
	    mb_reading_n_items(reading) > 0 ? "read" : MB_UNSEARCHABLE;
	enum mb_side side;

	for (side = 0; side < MB_N_SIDES; side++) {
		const struct mb_share *share = &reading->shares[side];
		g_autoptr(mb_paper_state) state = NULL;

		if (!mb_reading_is_known_to(reading, side))
			continue;
		state = state_new(update, found, reading, status);
		state->n_items = share->n_items;
		state->n_text_bytes = share->n_text_bytes;
		state->sittings = g_strdup(share->sittings);
		state->in_both =
		    mb_reading_is_known_to(reading, MB_SIDE_OPEN) &&
		    mb_reading_is_known_to(reading, MB_SIDE_EXEMPT);
		if (!mb_generation_put_paper(update->generation, side, state,
		                             error))
			return FALSE;
	}
	return TRUE;
}

/* Change what one database remembers of a paper whose items stay as they
 * are; @status NULL: it stays too. */
static gboolean
amend_side(struct mb_updating *update, enum mb_side side,
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

gboolean
mb_remember_kept(struct mb_updating *update, const struct mb_found *found,
                 const struct mb_reading *reading, const char *status,
                 GError **error)
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
