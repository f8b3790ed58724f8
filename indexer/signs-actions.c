/* The signs that a list of actions begins. */
#include "indexer/signs.h"

#include <string.h>

#include "indexer/numbers.h"
#include "indexer/tracker-head.h"
#include "indexer/tracker-list.h"

/* What stands below a list of actions at the end of minutes: a signature, the
 * date of the next meeting. */
#define MAX_BEHIND_LIST 8

/* "Action Tracker", "Recommendations and Actions Log": such a list's name. */
static gboolean
is_list_of_actions(const char *fold)
{
	static const char *const what[] = { "action", "actions",
		                            "recommendation", "recommendations",
		                            NULL };
	static const char *const between[] = {
		"and",        "&",           "decision", "decisions",
		"resolution", "resolutions", "points",   "monitoring",
		"progress",   "follow-up",   "rolling",  NULL
	};
	static const char *const lists[] = { "tracker", "tracking", "log",
		                             "list",    "sheet",    "register",
		                             NULL };
	g_auto(GStrv) words = g_strsplit_set(fold, " :,.", 8);
	gboolean of_actions = FALSE;

	for (guint i = 0; words[i]; i++) {
		if (g_strv_contains(lists, words[i]))
			return of_actions;
		if (g_strv_contains(what, words[i]))
			of_actions = TRUE;
		else if (!g_strv_contains(between, words[i]))
			return FALSE;
	}
	return FALSE;
}

/* Whether a title, or what stands behind a dash in it, begins with one of
 * @leads or names a list of actions: "Audit Committee - Action Log". */
static gboolean
names_actions(const char *fold, const char *const *leads)
{
	for (const char *at = fold; at; at = strstr(at, " - ")) {
		at += at > fold ? strlen(" - ") : 0;
		if (is_list_of_actions(at))
			return TRUE;
		for (guint k = 0; leads[k]; k++)
			if (g_str_has_prefix(at, leads[k]))
				return TRUE;
	}
	return FALSE;
}

/* Whether a list of actions stands below line @i, and no item of what is above
 * goes on behind it. */
static gboolean
is_above_list(const struct mb_signs *f, guint i)
{
	guint end = mb_tracker_list_read(f->lines, i, f->n, NULL);
	struct mb_heading number;

	if (end == i || (end + MAX_BEHIND_LIST < f->n &&
	                 !mb_looks_at(f->looks, end)->page_top))
		return FALSE;
	for (guint k = end; k < MIN(f->n, end + MAX_BEHIND_LIST); k++) {
		if (mb_looks_at(f->looks, k)->page_top)
			return TRUE;
		if (mb_numbers_read(mb_lines_at(f->lines, k)->text, &number))
			return FALSE;
	}
	return TRUE;
}

/* "Action Tracker – Children and Young People Scrutiny Committee" above a
 * table, above what is left of one, or above a list. */
gboolean
mb_signs_actions(const struct mb_signs *f, guint i)
{
	/* Minutes that go on have a table of "Actions from the last meeting" in
	 * them too. */
	static const char *const of_tables[] = { "action points",
		                                 "summary of actions",
		                                 "outstanding actions",
		                                 "actions for follow",
		                                 "follow up actions",
		                                 "follow-up actions",
		                                 NULL };
	static const char *const of_lists[] = { "action points",
		                                "summary of actions",
		                                "outstanding actions",
		                                "actions arising",
		                                "actions from ",
		                                "actions agreed",
		                                "action items",
		                                "actions for follow",
		                                "follow up actions",
		                                "follow-up actions",
		                                NULL };
	const struct mb_look *look = mb_looks_at(f->looks, i);
	struct mb_table_head table;
	gboolean named;

	if (look->n_words > 16 || look->sentence ||
	    !names_actions(look->fold, of_lists))
		return FALSE;
	named = names_actions(look->fold, of_tables);
	for (guint next = i + 1; named && next < MIN(f->n, i + 7); next++)
		if (mb_lines_at(f->lines, next)->kind == MB_LINE_ROW ||
		    mb_tracker_head_flat(f->lines, next, &table))
			return TRUE;
	return is_above_list(f, i);
}
