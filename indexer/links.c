#include "indexer/links.h"

#include <string.h>

#include "indexer/link-finder.h"
#include "indexer/patterns.h"
#include "indexer/sentences.h"
#include "indexer/tokens.h"

static const char *const minutes[] = { "minutes", NULL };

static gboolean
title_has(const struct mb_item *item, const char *const *words)
{
	for (guint i = 0; item->title && words[i]; i++)
		if (strcasestr(item->title, words[i]))
			return TRUE;
	return FALSE;
}

static void
find_in(struct mb_link_finder *f, const char *text, gboolean heading,
        gboolean ahead)
{
	g_autoptr(GPtrArray) sentences = mb_sentences(text);

	for (guint i = 0; i < sentences->len; i++) {
		const char *s = g_ptr_array_index(sentences, i);

		mb_links_back_numbers(f, s);
		mb_links_back_dates(f, s);
		mb_links_back_months(f, s);
		mb_links_back_previous(f, s, heading);
		if (!heading && title_has(f->draft->item, minutes))
			mb_links_back_amended(f, s);
		if (ahead && !mb_links_listed(f, s)) {
			mb_links_forward(f, s);
			mb_links_margin(f, s);
		}
		f->n_before = strlen(s);
	}
}

/* "Completed. Action closed": what a row asked for has been done. */
static gboolean
is_done(const struct mb_item *item)
{
	static GRegex *done_re;

	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *a = g_ptr_array_index(item->actions, i);

		if (a->status &&
		    mb_regex_in(&done_re,
		                "(?<!not )(?<!not yet )(?<!to be )(?<!partly )"
		                "\\b(?:completed?|done|closed|actioned)\\b",
		                a->status))
			return TRUE;
	}
	return FALSE;
}

static gboolean
has_number(const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && r->number)
			return TRUE;
	}
	return FALSE;
}

/* "There were no matters arising.", "None.": nothing that links to anything. */
static gboolean
nothing_arose(const char *text)
{
	static GRegex *nothing_re;

	return strlen(text) < 80 &&
	       g_regex_match(
		   mb_regex_once(
		       &nothing_re,
		       "^(?:minutes:)?\\s*(?:(?:there (?:were|was) "
		       ")?(?:no|none|nil)"
		       "\\b(?: other| further)?(?: "
		       "(?:matters?|items?|issues?))?"
		       "(?: arising)?(?: (?:from|out of) [^.]*)?)\\W*$",
		       G_REGEX_CASELESS),
		   text, 0, NULL);
}

/* "Date of next meeting": the notice of it is no link; "Work programme and date
 * of next meeting" has other business too, and "I will move at the next meeting
 * that …" or "Update of the plan" has no other. */
static gboolean
only_tells_next(const struct mb_item *item)
{
	static GRegex *next_re, *also_re;

	return item->title &&
	       mb_regex_in(&next_re,
	                   "(?<!at the )\\bnext (?:meeting|agm)|"
	                   "\\bdates? of|\\bdates |\\bfuture meetings",
	                   item->title) &&
	       !mb_regex_in(&also_re,
	                    "\\b(?:programme|business|aob|plan|actions?|"
	                    "matters|correspondence|reports?)\\b.* "
	                    "(?:and|&) (?:the )?(?:date|time|next)\\b",
	                    item->title);
}

void
mb_links_find(struct mb_draft *draft, const struct mb_lines *lines)
{
	static const char *const arising[] = { "arising", NULL };
	static const char *const earlier[] = { "arising", "previous meeting",
		                               "last meeting", NULL };
	g_autoptr(GPtrArray) forward = g_ptr_array_new_with_free_func(
	    (GDestroyNotify)mb_link_request_free);
	struct mb_item *item = draft->item;
	struct mb_link_finder f = {
		.draft = draft,
		.lines = lines,
		.date_ymd = item->date_ymd,
		.forward = forward,
	};
	g_autofree char *text =
	    mb_flow(lines, draft->body, draft->body_offset, draft->end);
	gboolean carried;

	f.lost = mb_links_is_lost(text);
	if (!(item->title && item->kind == MB_KIND_MINUTE &&
	      mb_links_list(&f, item->title)) &&
	    only_tells_next(item))
		return;
	if (title_has(item, earlier) && nothing_arose(text))
		return;
	carried =
	    (title_has(item, arising) || mb_links_back_repeats(draft, lines)) &&
	    mb_links_back_carried(&f);
	/* What matters arise from which minutes, the text may tell by their
	 * numbers; else the heading tells. */
	if (item->title && !title_has(item, arising))
		find_in(&f, item->title, TRUE, FALSE);
	find_in(&f, text, FALSE,
	        item->kind != MB_KIND_AGENDA && !is_done(item));
	if (title_has(item, arising) && !carried && !has_number(item))
		find_in(&f, item->title, TRUE, FALSE);
	if (item->kind == MB_KIND_ACTION)
		mb_links_back_origin(&f, text);
	if (item->kind == MB_KIND_MINUTE && title_has(item, minutes))
		mb_links_back_agreed(&f, text);
}
