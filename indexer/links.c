#include "indexer/links.h"

#include <string.h>

#include "base/date.h"
#include "indexer/link-words.h"
#include "indexer/names.h"
#include "indexer/sentences.h"
#include "indexer/tokens.h"

/* Words kept of the text that proves a link. */
#define WHAT_MAX_WORDS 8
/* Lines of a part that are read for the date of the meeting before. */
#define PREVIOUS_MAX_LINES 600
/* A day without a year that comes this many months after the meeting, or less,
 * is of the same year. */
#define NEAR_MONTHS 6
/* What a date in the margin is for is no shorter than this: the cells of a
 * table are. */
#define MARGIN_MIN_BYTES 25
/* An item has no more links than this. */
#define LINKS_MAX 200

#define MONTH                                                                  \
	"(?:january|february|march|april|may|june|july|august|september|"      \
	"october|november|december)"

static GRegex *
regex_once(GRegex **slot, const char *pattern)
{
	if (g_once_init_enter(slot)) {
		GRegex *re = g_regex_new(
		    pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

		g_once_init_leave(slot, re);
	}
	return *slot;
}

static GRegex *number_re, *previous_re, *label_re, *origin_re, *month_re,
    *year_re, *since_re, *behind_re;

/* --- what the item is part of -------------------------------------------- */

struct finder {
	struct mb_draft *draft;
	const struct mb_lines *lines;
	guint32 date_ymd;   /* of the item's meeting */
	gsize n_before;     /* length of the sentence before */
	guint n_arising;    /* matters told to arise from the minutes */
	GPtrArray *forward; /* of GHashTable: words of the requests so far */
};

/* A day or month without a year: of the one before and the one after the
 * meeting, the nearer; for a request, the next. */
static guint32
complete(const struct finder *f, guint32 ymd, gboolean past)
{
	guint year = f->date_ymd / 10000, held = f->date_ymd / 100 % 100;
	guint month = ymd / 100 % 100;

	if (ymd == 0 || ymd / 10000 || !year)
		return ymd / 10000 ? ymd : 0;
	if (past && month > held + NEAR_MONTHS)
		year--;
	if (!past && ymd + (ymd % 100 ? 0 : 99) < f->date_ymd % 10000)
		year++;
	ymd += year * 10000;
	return ymd % 100 && !mb_date_valid(ymd) ? 0 : ymd;
}

/* The month that a text names without a day or year, as 0000MM00; 0 for none.
 */
static guint32
month_named(const char *text)
{
	static const char *const months[] = {
		"january",   "february", "march",    "april",
		"may",       "june",     "july",     "august",
		"september", "october",  "november", "december"
	};
	g_autoptr(mb_tokens) t = mb_tokens_new(text);

	for (guint i = 0; i < t->n; i++)
		for (guint k = 0; k < G_N_ELEMENTS(months); k++)
			if ((t->tokens[i].flags & MB_TOKEN_UPPER) &&
			    strcmp(t->tokens[i].fold, months[k]) == 0)
				return (k + 1) * 100;
	return 0;
}

/* Up to eight words round the proof. */
static char *
words_round(const char *s, gsize start, gsize end)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(s);
	guint first = 0, last;

	while (first + 1 < t->n && t->tokens[first + 1].at <= start)
		first++;
	for (last = first; last < t->n && t->tokens[last].at < end; last++)
		;
	while (last < t->n && last - first < 3)
		last++;
	if (last - first > WHAT_MAX_WORDS)
		last = first + WHAT_MAX_WORDS;
	while (first > 0 && last - first < WHAT_MAX_WORDS)
		first--;
	return mb_tokens_text(t, first, last);
}

static gboolean
has_ref(const struct mb_item *item, enum mb_ref_dir dir, guint32 date_ymd,
        const char *number)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == dir && r->date_ymd == date_ymd &&
		    g_strcmp0(r->number, number) == 0)
			return TRUE;
	}
	return FALSE;
}

static void
add_back(struct finder *f, guint32 date_ymd, const char *number,
         const char *what)
{
	struct mb_item *item = f->draft->item;

	if (item->refs->len >= LINKS_MAX ||
	    has_ref(item, MB_REF_BACK, date_ymd, number))
		return;
	/* "the meeting of 30 January, minute 37": a bare date adds nothing
	 * once the minute is known, and comes first otherwise. */
	mb_item_add_ref(item, MB_REF_BACK, date_ymd, number, what);
}

/* --- back: dates --------------------------------------------------------- */

static gboolean
is_earlier(const struct finder *f, guint32 ymd)
{
	if (!f->date_ymd)
		return TRUE;
	if (ymd % 100 == 0)
		return ymd / 100 <= f->date_ymd / 100;
	return ymd < f->date_ymd;
}

/* "held on 27 and 29 January": the day that has no month of its own. */
static void
add_day_before(struct finder *f, const char *s, const struct mb_date_hit *hit,
               guint32 ymd)
{
	const char *p = s + hit->start;
	guint day = 0, unit = 1;

	if (hit->start < 8 || ymd % 100 == 0)
		return;
	if (strncmp(p - 5, " and ", 5) == 0)
		p -= 5;
	else if (strncmp(p - 3, " & ", 3) == 0)
		p -= 3;
	else
		return;
	if (p - s > 4 && g_ascii_isalpha(p[-1]))
		p -= 2;
	while (p > s && g_ascii_isdigit(p[-1]) && unit <= 10) {
		p--;
		day += (guint)(*p - '0') * unit;
		unit *= 10;
	}
	ymd = mb_date_make(ymd / 10000, ymd / 100 % 100, day);
	if (ymd && is_earlier(f, ymd)) {
		g_autofree char *what = words_round(s, hit->start, hit->end);

		add_back(f, ymd, NULL, what);
	}
}

static void
find_dates(struct finder *f, const char *s)
{
	struct mb_date_hit hit;
	gsize at = 0;

	while (mb_date_find(s, at, &hit)) {
		gsize from = hit.start > 250 ? hit.start - 250 : 0;
		g_autofree char *before = NULL;
		g_autofree char *what = NULL;
		guint32 ymd = complete(f, hit.ymd, TRUE);

		at = MAX(hit.end, at + 1);
		while (from < hit.start && (s[from] & 0xC0) == 0x80)
			from++;
		before = g_strndup(s + from, hit.start - from);
		if (!ymd || !is_earlier(f, ymd) ||
		    !mb_says_earlier_meeting(before))
			continue;
		what = words_round(s, hit.start, hit.end);
		add_day_before(f, s, &hit, ymd);
		add_back(f, ymd, NULL, what);
	}
}

/* --- back: minute numbers ------------------------------------------------ */

static const char minute_number[] =
    "\\bmin(?:ute)?s?\\.? ?(?:no\\.?|nos\\.?|number|ref(?:erence)?\\.?|"
    "item)? ?((?:[a-z]{1,5}[ /-]?)?\\d{1,4}(?:[./-]\\d{1,4})*[a-z]?"
    "(?:\\(\\w{1,4}\\))*)(?= |$|[,.;:)])";

/* The date that goes with a minute number: the first in the sentence. */
static guint32
date_beside(const struct finder *f, const char *s)
{
	struct mb_date_hit hit;
	gsize at = 0;

	while (mb_date_find(s, at, &hit)) {
		guint32 ymd = complete(f, hit.ymd, TRUE);

		if (ymd && is_earlier(f, ymd))
			return ymd;
		at = MAX(hit.end, at + 1);
	}
	return 0;
}

static void
find_numbers(struct finder *f, const char *s)
{
	g_autoptr(GMatchInfo) info = NULL;

	if (!strstr(s, "inute") && !strstr(s, "INUTE") && !strstr(s, "in.") &&
	    !strstr(s, "Min "))
		return;
	g_regex_match(regex_once(&number_re, minute_number), s, 0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *number = g_match_info_fetch(info, 1);
		g_autofree char *what = NULL;
		gint start, end;

		g_match_info_fetch_pos(info, 0, &start, &end);
		/* "minutes 15 seconds", "the minutes 2019": no number. */
		if (g_ascii_strtoull(number, NULL, 10) >= 1900 ||
		    g_str_has_prefix(s + end, " minutes"))
			continue;
		what = words_round(s, (gsize)start, (gsize)end);
		add_back(f, date_beside(f, s), number, what);
	}
}

/* --- back: the meeting before -------------------------------------------- */

/* The date of the meeting whose minutes this one approves; 0 when the part
 * does not tell. */
static guint32
previous_meeting(const struct finder *f)
{
	const struct mb_part *part = f->draft->part;
	guint end;

	if (!part)
		return 0;
	end = MIN(f->lines->lines->len, part->first + PREVIOUS_MAX_LINES);
	for (guint i = part->first > 60 ? part->first - 60 : 0; i < end; i++) {
		const char *text = mb_lines_at(f->lines, i)->text;
		g_autofree char *two = NULL;
		struct mb_date_hit hit;
		const char *at = strstr(text, "inutes of");

		if (!at)
			at = strstr(text, "INUTES OF");
		if (!at)
			continue;
		two = g_strconcat(
		    at, " ",
		    i + 1 < end ? mb_lines_at(f->lines, i + 1)->text : "",
		    NULL);
		if (mb_date_find(two, 0, &hit) && hit.start < 200) {
			guint32 ymd = complete(f, hit.ymd, TRUE);

			if (ymd && f->date_ymd && ymd < f->date_ymd &&
			    is_earlier(f, ymd))
				return ymd;
		} else if (g_regex_match(regex_once(&month_re,
		                                    "^inutes of the " MONTH
		                                    " meeting"),
		                         at, 0, NULL)) {
			guint32 ymd = complete(f, month_named(at), TRUE);

			if (ymd && is_earlier(f, ymd))
				return ymd;
		}
	}
	return 0;
}

static const char previous[] =
    "\\b(?:the|our|its|this) (?:previous|last) (?:(?:council|committee|"
    "community|ordinary|monthly|regular) ){0,2}(?:meeting|minutes)\\b"
    "(?! of (?:the|this) (?:municipal |civic )?year)|"
    "^(?:previous|last) (?:meeting|minutes)\\b|\\bfrom previous meeting\\b|"
    "\\barising (?:from|out of) (?:the )?(?:previous |draft )?minutes\\b|"
    "\\bmatters arising\\b|\\bminutes of the " MONTH " meeting\\b";

static void
find_previous(struct finder *f, const char *s, gboolean heading)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *what = NULL;
	gboolean arises = strstr(s, "rising from") != NULL;
	guint32 ymd;
	gint start, end;

	if (!strstr(s, "revious") && !strstr(s, "ast ") &&
	    !strstr(s, "rising") && !strstr(s, "REVIOUS") &&
	    !strstr(s, "RISING") && !strstr(s, "INUTES") && !strstr(s, "AST "))
		return;
	if (!g_regex_match(regex_once(&previous_re, previous), s, 0, &info))
		return;
	g_match_info_fetch_pos(info, 0, &start, &end);
	if (start > 6 && g_str_has_prefix(s + start - 6, "since "))
		return;
	ymd = previous_meeting(f);
	for (guint i = 0; i < f->draft->item->refs->len; i++) {
		const struct mb_ref *r =
		    g_ptr_array_index(f->draft->item->refs, i);

		/* The sentence that gives its date has told it already; what
		 * arises from the minutes is another matter. */
		if (r->dir == MB_REF_BACK && (r->date_ymd || !ymd) &&
		    (heading || !arises || f->n_arising++))
			return;
	}
	if (!ymd && !heading && !strstr(s, "inutes"))
		return;
	what = words_round(s, (gsize)start, (gsize)end);
	if (arises && f->n_arising)
		mb_item_add_ref(f->draft->item, MB_REF_BACK, ymd, NULL, what);
	else
		add_back(f, ymd, NULL, what);
}

/* "4.4.4.13i) The provision of an additional litter bin": under matters
 * arising, each number is a minute's. */
static gboolean
find_carried_numbers(struct finder *f)
{
	guint32 ymd = previous_meeting(f);
	guint n = 0;

	for (guint i = f->draft->body; i < f->draft->end; i++) {
		const struct mb_line *line = mb_lines_at(f->lines, i);
		g_autoptr(GMatchInfo) info = NULL;
		g_autofree char *number = NULL;
		g_autofree char *what = NULL;

		if (line->furniture || !g_ascii_isdigit(line->text[0]) ||
		    !g_regex_match(regex_once(&label_re,
		                              "^(\\d{1,3}(?:\\.\\d{1,3})+[ivx]*"
		                              "|\\d{1,3}[ivx]+)[).]? "),
		                   line->text, 0, &info))
			continue;
		number = g_match_info_fetch(info, 1);
		what = words_round(line->text, 0, 40);
		add_back(f, ymd, number, what);
		n++;
	}
	return n > 0;
}

/* "Dec22.02": an action's number says when it was set. */
static void
find_origin(struct finder *f)
{
	const char *number = f->draft->item->number;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *month = NULL;
	g_autofree char *year = NULL;
	g_autofree char *text = NULL;
	g_autofree char *what = NULL;
	struct mb_date_hit hit;

	if (!number ||
	    !g_regex_match(
		regex_once(&origin_re,
	                   "^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|"
	                   "nov|dec)[a-z]* ?'?(\\d{2}|20\\d{2})\\b"),
		number, 0, &info))
		return;
	month = g_match_info_fetch(info, 1);
	year = g_match_info_fetch(info, 2);
	text = g_strdup_printf("%s %s%s", month, strlen(year) == 2 ? "20" : "",
	                       year);
	if (!mb_date_find(text, 0, &hit) || hit.ymd / 100 >= f->date_ymd / 100)
		return;
	what = g_strdup_printf("origin of action %s", number);
	add_back(f, hit.ymd, NULL, what);
}

/* --- forward ------------------------------------------------------------- */

/* The words of a request without those that say where it goes. */
static GHashTable *
content_words(const char *s, gsize start, gsize end)
{
	static const char common[] =
	    "that this with from have been would will committee meeting "
	    "report reported next future board council submitted "
	    "information members requested provided provide further "
	    "update children services service which their these those "
	    "should could also into considered consider";
	static GHashTable *common_set;
	GHashTable *words =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(mb_tokens) t = mb_tokens_new(s);

	for (guint i = 0; i < t->n; i++) {
		const char *fold = t->tokens[i].fold;
		gsize n = strlen(fold);

		if ((t->tokens[i].at < start || t->tokens[i].at >= end) &&
		    n > 3 && !mb_word_in(fold, &common_set, common))
			g_hash_table_add(words, g_strndup(fold, MIN(n, 6)));
	}
	return words;
}

/* TRUE when the request was told before: in the discussion, and again in the
 * resolution. */
static gboolean
is_told(const struct finder *f, GHashTable *words)
{
	guint n = g_hash_table_size(words);

	for (guint i = 0; i < f->forward->len; i++) {
		GHashTable *other = g_ptr_array_index(f->forward, i);
		guint least = MIN(n, g_hash_table_size(other)), hit = 0;
		GHashTableIter iter;
		gpointer word;

		g_hash_table_iter_init(&iter, words);
		while (g_hash_table_iter_next(&iter, &word, NULL))
			hit += g_hash_table_contains(other, word) ? 1 : 0;
		if (hit >= 3 && hit * 2 >= least)
			return TRUE;
	}
	return FALSE;
}

/* "since our May meeting", "referred from the July Adjourned Meeting". */
static gboolean
is_since(const char *s, gsize start)
{
	gsize from = start > 24 ? start - 24 : 0;
	g_autofree char *before = NULL;

	while (from < start && (s[from] & 0xC0) == 0x80)
		from++;
	before = g_strndup(s + from, start - from);
	return g_regex_match(
	    regex_once(&since_re, "\\b(?:since|from|after|following|following "
	                          "on from) (?:the |our |its )?$"),
	    before, 0, NULL);
}

/* "to be presented to June's Board": asked for, though June is not over. */
static gboolean
is_to(const char *s, gsize start)
{
	return g_str_has_prefix(s + start, "to ") ||
	       (start > 3 && strncmp(s + start - 3, "to ", 3) == 0);
}

/* "the June meeting", "the meeting in August": the next such month.  FALSE when
 * it is not to come: "at the April meeting" in April's own minutes, "the July
 * 2020 meeting" in later ones. */
static gboolean
month_of_request(const struct finder *f, const char *s, gsize start, gsize end,
                 guint32 *ymd)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autoptr(GMatchInfo) behind = NULL;
	g_autofree char *year = NULL;
	g_autofree char *span = NULL;
	guint32 month;
	gint more = 0;

	/* "… to the Committee in March", but not "… to the Board and advised
	 * that at 31st March". */
	if (g_regex_match(
		regex_once(
		    &behind_re,
		    "^(?: \\d{1,2}\\S{0,3} |[^,;.\\d]{0,30}?\\b(?:to|in|for|at|until) (?:the )?)" MONTH
		    "\\b(?: 20\\d{2})?"),
		s + end, 0, &behind))
		g_match_info_fetch_pos(behind, 0, NULL, &more);
	span = g_strndup(s + start, end - start + (gsize)more);
	month = month_named(span);
	*ymd = 0;
	if (!month || !f->date_ymd)
		return TRUE;
	if (is_since(s, start))
		return FALSE;
	if (g_regex_match(regex_once(&year_re, MONTH ",? (20\\d{2})\\b"), span,
	                  0, &info)) {
		year = g_match_info_fetch(info, 1);
		*ymd =
		    (guint32)g_ascii_strtoull(year, NULL, 10) * 10000 + month;
		return *ymd / 100 > f->date_ymd / 100;
	}
	*ymd = complete(f, month, FALSE);
	return month / 100 != f->date_ymd / 100 % 100 || is_to(s, start);
}

/* The date that is printed with the request, 0 for none; FALSE when what it
 * dates is past. */
static gboolean
date_of_request(const struct finder *f, const char *s, gsize start, gsize end,
                guint32 *ymd)
{
	struct mb_date_hit hit;
	gsize at = start > 30 ? start - 30 : 0;

	while (at > 0 && (s[at] & 0xC0) == 0x80)
		at--;
	while (mb_date_find(s, at, &hit) && hit.start < end + 60) {
		*ymd = complete(f, hit.ymd, FALSE);
		at = MAX(hit.end, at + 1);
		if (*ymd && (!f->date_ymd ||
		             *ymd + (*ymd % 100 ? 0 : 31) > f->date_ymd))
			return TRUE;
	}
	return month_of_request(f, s, start, end, ymd);
}

/* "Feb 2019" alone in the margin: brought forward to then. */
static void
find_margin(struct finder *f, const char *s)
{
	struct mb_date_hit hit;

	if (strlen(s) > 16 || !mb_date_find(s, 0, &hit) || hit.start != 0 ||
	    s[hit.end] != '\0' || hit.ymd % 100 || hit.ymd < 10000 ||
	    hit.ymd / 100 <= f->date_ymd / 100 ||
	    f->n_before < MARGIN_MIN_BYTES ||
	    f->draft->item->refs->len >= LINKS_MAX)
		return;
	mb_item_add_ref(f->draft->item, MB_REF_FORWARD, hit.ymd, NULL, s);
}

static void
find_forward(struct finder *f, const char *s)
{
	g_autofree char *what = NULL;
	GHashTable *words;
	gsize start, end;
	guint32 ymd;

	if (!mb_says_later_meeting(s, &start, &end) ||
	    !date_of_request(f, s, start, end, &ymd))
		return;
	words = content_words(s, start, end);
	if (is_told(f, words)) {
		g_hash_table_unref(words);
		return;
	}
	g_ptr_array_add(f->forward, words);
	if (f->draft->item->refs->len >= LINKS_MAX)
		return;
	what = words_round(s, start, end);
	mb_item_add_ref(f->draft->item, MB_REF_FORWARD, ymd, NULL, what);
}

/* --- the item ------------------------------------------------------------ */

static gboolean
title_has(const struct mb_item *item, const char *const *words)
{
	g_autofree char *low =
	    item->title ? g_utf8_strdown(item->title, -1) : NULL;

	for (guint i = 0; low && words[i]; i++)
		if (strstr(low, words[i]))
			return TRUE;
	return FALSE;
}

static void
find_in(struct finder *f, const char *text, gboolean heading, gboolean ahead)
{
	g_autoptr(GPtrArray) sentences = mb_sentences(text);

	for (guint i = 0; i < sentences->len; i++) {
		const char *s = g_ptr_array_index(sentences, i);

		find_numbers(f, s);
		find_dates(f, s);
		find_previous(f, s, heading);
		if (ahead) {
			find_forward(f, s);
			find_margin(f, s);
		}
		f->n_before = strlen(s);
	}
}

void
mb_links_find(struct mb_draft *draft, const struct mb_lines *lines)
{
	static const char *const next[] = { "next meeting", "date of", "dates ",
		                            "future meetings", NULL };
	static const char *const arising[] = { "arising", NULL };
	g_autoptr(GPtrArray) forward =
	    g_ptr_array_new_with_free_func((GDestroyNotify)g_hash_table_unref);
	struct mb_item *item = draft->item;
	struct finder f = {
		.draft = draft,
		.lines = lines,
		.date_ymd = item->date_ymd,
		.forward = forward,
	};
	g_autofree char *text =
	    mb_flow(lines, draft->body, draft->body_offset, draft->end);
	gboolean carried;

	/* The notice of the next meeting is no link. */
	if (title_has(item, next))
		return;
	carried = title_has(item, arising) && find_carried_numbers(&f);
	if (item->title && !carried)
		find_in(&f, item->title, TRUE, FALSE);
	find_in(&f, text, FALSE, item->kind != MB_KIND_AGENDA);
	if (item->kind == MB_KIND_ACTION)
		find_origin(&f);
}
