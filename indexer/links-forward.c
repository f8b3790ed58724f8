#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/later-words.h"
#include "indexer/names.h"
#include "indexer/patterns.h"
#include "indexer/phrases.h"
#include "indexer/tokens.h"

/* What a date in the margin is for is no shorter than this: the cells of a
 * table are. */
#define MARGIN_MIN_BYTES 25
/* What is asked for without a year is asked for within so many months. */
#define AHEAD_MAX_MONTHS 9
/* An entry of a list for the next agenda is no longer than this. */
#define ENTRY_MAX_BYTES 80

static GRegex *behind_re, *since_re, *year_re, *decided_re;

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
	static struct mb_word_set *common_set;
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

/* "(1) That the analysis be reported", "RESOLVED: to defer": what is decided,
 * after it was talked about. */
static gboolean
is_decided(const char *s)
{
	return mb_regex_in(
	    &decided_re,
	    "^\\W*(?:\\w{1,4}\\)|[a-z\\d]{1,2}\\.)? ?(?:that|it was "
	    "(?:agreed|resolved)|resolved|agreed|decided)\\b",
	    s);
}

void
mb_link_request_free(struct mb_link_request *request)
{
	g_hash_table_unref(request->words);
	g_free(request);
}

/* Whether two requests are one: in the discussion, and again in the
 * resolution.  Within one of these only the same once more is. */
static gboolean
is_same(const struct mb_link_request *a, const struct mb_link_request *b)
{
	guint n_a = g_hash_table_size(a->words), hit = 0;
	guint n_b = g_hash_table_size(b->words);
	GHashTableIter iter;
	gpointer word;

	if (a->date_ymd != b->date_ymd &&
	    (a->decided == b->decided || (a->date_ymd && b->date_ymd)))
		return FALSE;
	g_hash_table_iter_init(&iter, a->words);
	while (g_hash_table_iter_next(&iter, &word, NULL))
		hit += g_hash_table_contains(b->words, word) ? 1 : 0;
	/* The date may be told but once. */
	if (a->date_ymd != b->date_ymd)
		return hit >= 3 && hit * 3 >= MIN(n_a, n_b) * 2;
	return a->decided == b->decided
	           ? hit >= 3 && hit * 4 >= MAX(n_a, n_b) * 3
	           : hit >= 2 && hit * 2 >= MIN(n_a, n_b);
}

static gboolean
is_told(const struct mb_link_finder *f, const struct mb_link_request *request)
{
	for (guint i = 0; i < f->forward->len; i++)
		if (is_same(request, g_ptr_array_index(f->forward, i)))
			return TRUE;
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
	    mb_regex_once(&since_re,
	                  "\\b(?:since|from|after|following|following "
	                  "on from|minutes of) (?:the |our |its )?$",
	                  G_REGEX_CASELESS),
	    before, 0, NULL);
}

/* "to be presented to June's Board": asked for, though June is not over. */
static gboolean
is_to(const char *s, gsize start)
{
	return g_str_has_prefix(s + start, "to ") ||
	       (start > 3 && strncmp(s + start - 3, "to ", 3) == 0);
}

/* Bytes [start, end) of @s with the month or year that follows them: "… to the
 * Committee in March", but not "… to the Board and advised that at 31st March".
 * Transfer full. */
static char *
span_of_request(const char *s, gsize start, gsize end)
{
	g_autoptr(GMatchInfo) behind = NULL;
	gint more = 0;

	if (g_regex_match(mb_regex_once(&behind_re,
	                                "^(?: \\d{1,2}\\S{0,3} "
	                                "|[^,;.\\d]{0,30}?\\b(?:to|in|for|at|"
	                                "until) (?:the )?|[^,;.\\d]{0,60}?"
	                                "\\()" MB_RE_MONTH "\\b(?: 20\\d{2})?|"
	                                "^,? 20\\d{2}\\b",
	                                G_REGEX_CASELESS),
	                  s + end, 0, &behind))
		g_match_info_fetch_pos(behind, 0, NULL, &more);
	return g_strndup(s + start, end - start + (gsize)more);
}

/* "the June meeting", "the meeting in August": the next such month.  FALSE when
 * it is not to come: "at the April meeting" in April's own minutes, "the July
 * 2020 meeting" in later ones. */
static gboolean
month_of_request(const struct mb_link_finder *f, const char *s, gsize start,
                 gsize end, guint32 *ymd)
{
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *year = NULL;
	g_autofree char *span = span_of_request(s, start, end);
	guint32 month = mb_link_month(span);

	*ymd = 0;
	if (!month || !f->date_ymd)
		return TRUE;
	if (!is_to(s, start) && is_since(s, start))
		return FALSE;
	/* The year of the month that was taken, which is the first. */
	if (g_regex_match(mb_regex_once(&year_re,
	                                "^(?:(?!\\b(?-i:(?=[A-Z]))" MB_RE_MONTH
	                                "\\b).)*\\b" MB_RE_MONTH
	                                ",? (20\\d{2})\\b",
	                                G_REGEX_CASELESS),
	                  span, 0, &info)) {
		year = g_match_info_fetch(info, 1);
		*ymd =
		    (guint32)g_ascii_strtoull(year, NULL, 10) * 10000 + month;
		return *ymd / 100 > f->date_ymd / 100;
	}
	*ymd = mb_link_complete(f, month, FALSE);
	return month / 100 != f->date_ymd / 100 % 100 || is_to(s, start);
}

/* Whether a date to come, told without its year, is more likely one that is
 * past: "to the Board on 3 October", told in November. */
static gboolean
is_far(const struct mb_link_finder *f, guint32 ymd, guint32 printed)
{
	guint32 months = ymd / 10000 * 12 + ymd / 100 % 100;

	return printed < 10000 && months > f->date_ymd / 10000 * 12 +
	                                       f->date_ymd / 100 % 100 +
	                                       AHEAD_MAX_MONTHS;
}

/* "to the next meeting and would cover the period 31st March to 30th June": the
 * date behind the request tells what is in it. */
static gboolean
dates_content(const char *s, gsize end, gsize date)
{
	static GRegex *content_re;
	g_autofree char *between =
	    date > end ? g_strndup(s + end, date - end) : NULL;

	return between &&
	       mb_regex_in(&content_re,
	                   "\\b(?:period|cover(?:s|ing)?|since|as at|year|"
	                   "quarter|dated|ended|ending)\\b",
	                   between);
}

/* The date that is printed with the request, 0 for none; FALSE when what it
 * dates is past, or when it asks for nothing without a date. */
static gboolean
date_of_request(const struct mb_link_finder *f, const char *s,
                const struct mb_later *later, guint32 *ymd)
{
	struct mb_date_hit hit;
	gsize at = later->start > 30 && !later->dated ? later->start - 30
	                                              : later->start;

	while (at > 0 && at < later->start && (s[at] & 0xC0) == 0x80)
		at--;
	/* "from 20 October, before the 14 November public meeting" */
	if (!later->dated && mb_date_find(s, later->start, &hit) &&
	    hit.end <= later->end && hit.ymd % 100) {
		*ymd = mb_link_complete(f, hit.ymd, FALSE);
		if (*ymd > f->date_ymd && !is_far(f, *ymd, hit.ymd))
			return TRUE;
	}
	while (mb_date_find(s, at, &hit) && hit.start < later->end + 60) {
		*ymd = mb_link_complete(f, hit.ymd, FALSE);
		at = MAX(hit.end, at + 1);
		if (dates_content(s, later->end, hit.start))
			continue;
		if (later->dated && is_far(f, *ymd, hit.ymd))
			return FALSE;
		if (*ymd && (!f->date_ymd ||
		             *ymd + (*ymd % 100 ? 0 : 31) > f->date_ymd))
			return TRUE;
		if (later->dated && hit.ymd % 100)
			return FALSE;
	}
	if (!month_of_request(f, s, later->start, later->end, ymd))
		return FALSE;
	return !later->dated || (*ymd && !is_far(f, *ymd, 0));
}

/* "Gate to playing field": an entry of the list under "For next agenda:". */
static gboolean
is_entry(const char *s)
{
	static GRegex *entry_re;
	g_autofree char *fold = g_utf8_strdown(s, -1);

	return strlen(s) <= ENTRY_MAX_BYTES &&
	       mb_regex_in(
		   &entry_re,
		   "^(?!\\W*(?:none|nil|nothing|there (?:was|were) no|no "
		   "(?:items?|matters|further|other|business))\\b)"
		   ".*[[:alpha:]]{3}",
		   s) &&
	       !mb_phrases_begin(MB_PHRASES_OPENER, fold) &&
	       !mb_phrases_sentence(fold, ENTRY_MAX_BYTES);
}

/* "Chairman: ………", "Date of the next meeting, 5 May": what stands below all
 * lists. */
static gboolean
is_closing(const char *s)
{
	static GRegex *closed_re;
	g_autofree char *fold = g_utf8_strdown(s, -1);
	gsize n = mb_phrases_begin(MB_PHRASES_CLOSING, fold);

	n += n ? strspn(fold + n, " ") : 0;
	return (n && (!fold[n] || fold[n] == ':')) ||
	       mb_regex_in(
		   &closed_re,
		   "^\\W*(?:(?:the )?(?:date|time)[^.]{0,20} (?:of|for) (?:the "
		   "|our )?next\\b|(?:the )?next meeting\\b|there (?:being|"
		   "was|were) no\\b|(?:the )?meeting (?:was )?(?:closed|ended|"
		   "declared)\\b|chair(?:man|person|woman),? "
		   "(?-i:[A-Z]))",
		   s);
}

gboolean
mb_links_listed(struct mb_link_finder *f, const char *s)
{
	if (is_closing(s))
		f->in_list = f->all_list = FALSE;
	if (!f->in_list || !is_entry(s) ||
	    f->draft->item->refs->len >= MB_LINKS_MAX) {
		f->in_list = f->all_list;
		return FALSE;
	}
	/* The line above the list was told as the first entry's. */
	if (f->n_listed++)
		mb_item_add_ref(f->draft->item, MB_REF_FORWARD, f->list_ymd,
		                NULL, s);
	return TRUE;
}

/* "Feb 2019" alone in the margin: brought forward to then. */
void
mb_links_margin(struct mb_link_finder *f, const char *s)
{
	struct mb_date_hit hit;

	if (strlen(s) > 16 || !mb_date_find(s, 0, &hit) || hit.start != 0 ||
	    s[hit.end] != '\0' || hit.ymd % 100 || hit.ymd < 10000 ||
	    hit.ymd / 100 <= f->date_ymd / 100 ||
	    f->n_before < MARGIN_MIN_BYTES ||
	    f->draft->item->refs->len >= MB_LINKS_MAX)
		return;
	mb_item_add_ref(f->draft->item, MB_REF_FORWARD, hit.ymd, NULL, s);
}

/* "To arrange a meeting | Meeting arranged for 3 April": what an action asks
 * for without a date may be dated in another cell.  TRUE when it is so, or was.
 */
static gboolean
dates_action(struct mb_link_finder *f, guint32 ymd)
{
	struct mb_item *item = f->draft->item;

	if (item->kind != MB_KIND_ACTION)
		return FALSE;
	for (guint i = 0; i < item->refs->len; i++) {
		struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir != MB_REF_FORWARD || (r->date_ymd && ymd))
			continue;
		r->date_ymd = MAX(r->date_ymd, ymd);
		return TRUE;
	}
	return FALSE;
}

/* "At the September meeting clarification was sought": the words prove a link
 * back already. */
static gboolean
proves_back(const struct mb_item *item, const char *what)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && strcmp(r->what, what) == 0)
			return TRUE;
	}
	return FALSE;
}

/* A request, @words and date, added to the item unless it was told before. */
static void
add_forward(struct mb_link_finder *f, const char *s,
            const struct mb_later *later, guint32 ymd)
{
	g_autofree char *what = mb_link_words(s, later->start, later->end);
	struct mb_link_request *request;

	if (proves_back(f->draft->item, what))
		return;
	request = g_new(struct mb_link_request, 1);
	request->words = content_words(s, later->start, later->end);
	request->decided = is_decided(s);
	request->date_ymd = ymd;
	if (is_told(f, request) || dates_action(f, ymd) ||
	    f->draft->item->refs->len >= MB_LINKS_MAX) {
		mb_link_request_free(request);
		return;
	}
	g_ptr_array_add(f->forward, request);
	mb_item_add_ref(f->draft->item, MB_REF_FORWARD, ymd, NULL, what);
}

/* "presented to the Cabinet on 16 May and to full Council on 6 June": behind
 * request @first for @ymd, who it comes before next. */
static void
add_next_stop(struct mb_link_finder *f, const char *s,
              const struct mb_later *first, guint32 ymd)
{
	static GRegex *stop_re;
	g_autoptr(GMatchInfo) info = NULL;
	struct mb_date_hit hit;
	gint start, end;

	if (!ymd ||
	    !g_regex_match(
		mb_regex_once(&stop_re,
	                      "^[^.;]{0,60}? and (?:then |thereafter )?"
	                      "(?:to |by |at )?(?:the )?\\K(?:[\\w’'&-]+ )"
	                      "{0,5}?(?:committee|boards?|cabinet|council|"
	                      "panel|authority|executive|forum)"
	                      "(?: meeting)? on (?=[\\w ]{0,14}\\d)",
	                      G_REGEX_CASELESS),
		s + first->end, 0, &info))
		return;
	g_match_info_fetch_pos(info, 0, &start, &end);
	if (mb_date_find(s, first->end + (gsize)end, &hit) &&
	    hit.start < first->end + (gsize)end + 12) {
		guint32 next = mb_link_complete(f, hit.ymd, FALSE);
		g_autofree char *what = mb_link_words(
		    s, first->end + (gsize)start, first->end + (gsize)end);

		if (next > ymd && f->draft->item->refs->len < MB_LINKS_MAX)
			mb_item_add_ref(f->draft->item, MB_REF_FORWARD, next,
			                NULL, what);
	}
}

/* "The motion to defer the item was lost", "to defer it. The motion was
 * defeated." */
gboolean
mb_links_is_lost(const char *text)
{
	static GRegex *lost_re;

	return strstr(text, "defer") &&
	       mb_regex_in(
		   &lost_re,
		   "\\b(?:proposal|motion|amendment|proposition) (?:that|to)\\b"
		   "[^.;]{0,60}\\bdefer[^.;]{0,100}"
		   "(?:[.;]\\s+(?:the|this) (?:proposal|motion|amendment|"
		   "proposition)\\b[^.;]{0,60})?"
		   "\\b(?:(?:was|were|been|declared) (?:then |therefore )?"
		   "(?:defeated|lost|rejected|not carried)|defeated by)\\b",
		   text);
}

/* Whether @s asks to put off what was not put off. */
static gboolean
is_lost(const struct mb_link_finder *f, const char *s)
{
	static GRegex *defer_re, *won_re;

	return f->lost && mb_regex_in(&defer_re, "\\bdefer", s) &&
	       !mb_regex_in(&won_re, "\\b(?:resolved|agreed|carried)\\b", s);
}

/* One clause's first request. */
static void
find_in_clause(struct mb_link_finder *f, const char *s)
{
	g_autofree char *prepared = mb_later_prepare(s);
	struct mb_later later;
	gsize from = 0;
	guint32 ymd;

	while (prepared && mb_later_next(prepared, from, &later)) {
		if (!is_lost(f, s) &&
		    date_of_request(f, prepared, &later, &ymd)) {
			add_forward(f, s, &later, ymd);
			add_next_stop(f, prepared, &later, ymd);
			/* What a meeting of its own has on its agenda is one
			 * request. */
			f->in_list = !later.dated && g_str_has_suffix(s, ":");
			f->list_ymd = ymd;
			f->n_listed = 0;
			f->all_list = FALSE;
			return;
		}
		from = MAX(later.end, from + 1);
	}
}

/* "It was agreed that the tolls be deferred and that the Clerk report to the
 * next meeting": each is asked for by itself. */
void
mb_links_forward(struct mb_link_finder *f, const char *s)
{
	static GRegex *and_re;
	g_autofree char *whole = NULL;
	g_auto(GStrv) clauses = NULL;

	if (!strstr(s, " and that ")) {
		find_in_clause(f, s);
		return;
	}
	/* What means nothing means so in all of the sentence. */
	whole = mb_later_prepare(s);
	if (!whole)
		return;
	clauses =
	    g_regex_split(mb_regex_once(&and_re, ",? and (?=that )", 0), s, 0);
	for (guint i = 0; clauses[i]; i++)
		find_in_clause(f, clauses[i]);
}

gboolean
mb_links_list(struct mb_link_finder *f, const char *title)
{
	static GRegex *list_re, *none_re;

	f->all_list =
	    mb_regex_in(
		&list_re,
		"^\\W*(?:any |further |agenda |suggested |proposed )*"
		"(?:items?|matters|topics)(?: \\w+){0,5} (?:next|future|"
		"forthcoming) (?:\\w+ ){0,3}(?:meetings?|agendas?)\\b|"
		"^\\W*future (?:agenda )?items\\b",
		title) &&
	    !mb_regex_in(&none_re, "\\bdates?\\b|arising", title);
	f->in_list = f->all_list;
	f->n_listed = 1;
	f->list_ymd = 0;
	return f->in_list;
}
