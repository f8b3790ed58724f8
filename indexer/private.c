#include "config.h"

#include "indexer/private.h"

#include <string.h>

#include "indexer/exempt-phrases.h"
#include "indexer/exempt-words.h"
#include "indexer/patterns.h"
#include "indexer/tokens.h"

/* --- what a text tells ---------------------------------------------------- */

#define LAW                                                                    \
	"(?:schedule ?12a|schedule ?7a|schedule 6 (?:of|to) the local "        \
	"government act \\(northern|s(?:ection|\\.)? ?100a)"

/* What tells of business that is done in private. */
static const char told[] =
    "\\bexclusion of (?:the )?(?:press|public|representatives)|"
    "\\b(?:press|public)\\b[^.\\n]{0,60}\\bexcluded\\b|"
    "\\bexclude(?:d)? the (?:press|public)\\b|"
    "\\bexempt (?:information|items?|reports?|minutes?|appendi|business|"
    "session|papers?)\\b|"
    "\\bconfidential (?:items?|reports?|minutes?|appendi|business|session|"
    "papers?|matters?|annex)\\b|"
    "\\b(?:private|closed) (?:session|business|items?|minutes?|reports?)\\b|"
    "[“\"‘']in committee\\b|"
    "\\b(?:went|go|goes|move[ds]?|moving|meet|met|going) (?:in|into) "
    "(?:committee|private|closed)\\b|" LAW "|\\bnot for publication\\b|"
    "\\bpart (?:ii|2) (?:items?|business|session|agenda|minutes|report)";

/* Cheap: each of the above holds one of these.  Nothing is withheld by it, it
 * only tells what is marked private. */
static gboolean
may_tell(const char *text)
{
	static const char *const stems[] = {
		"xclu",      "XCLU",        "xempt",       "XEMPT",
		"onfident",  "ONFIDENT",    "rivate",      "RIVATE",
		"losed",     "LOSED",       "n committee", "n Committee",
		"N COMMITT", "o committee", "o Committee", "O COMMITT",
		"12A",       "12a",         "7A",          "7a",
		"100A",      "100a",        "chedule 6",   "CHEDULE 6",
		"ublicatio", "UBLICATIO",   "art 2",       "ART 2",
		"art II",    "ART II",      "art ii",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(text, stems[i]))
			return TRUE;
	return FALSE;
}

/* What takes it back: "There were no exempt items.", the standing notice. */
static const char told_none[] =
    "\\b(?:no|not|none|nil|without)\\b[^.]{0,40}\\b"
    "(?:exempt|confidential|private)\\b|"
    "\\bexempt (?:information|session)\\?|"
    "\\bexempt information\\b[^.]{0,10}[:–-]? ?(?:no|none|n/?a|open)\\b|"
    "\\bagendas containing\\b|\\bshould be treated\\b|"
    "\\bunrestricted\\b|\\bexempt from\\b";

/* Whether the line of @text that byte @at stands in takes back what it says. */
static gboolean
is_taken_back(const char *text, gsize at)
{
	static GRegex *none_re;
	const char *line = text + at;
	g_autofree char *whole = NULL;

	while (line > text && line[-1] != '\n')
		line--;
	whole = g_strndup(line, strcspn(line, "\n"));
	return mb_regex_in(&none_re, told_none, whole);
}

gboolean
mb_private_is_told(const char *text)
{
	static GRegex *told_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint at;

	if (!may_tell(text))
		return FALSE;
	g_regex_match(mb_regex_once(&told_re, told, G_REGEX_CASELESS), text, 0,
	              &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_match_info_fetch_pos(info, 0, &at, NULL);
		if (!is_taken_back(text, (gsize)at))
			return TRUE;
	}
	return FALSE;
}

/* --- a section of an agenda ----------------------------------------------- */

const char *
mb_private_section(const char *line, const char *section,
                   const char *const *more)
{
	static GRegex *open_re, *part_re;
	g_autofree char *words = NULL;

	if (mb_regex_in(&open_re,
	                "^\\W*(?:part (?:i|1|a|one)\\b|"
	                "(?:unrestricted|open|public|non-?exempt)"
	                " (?:items|business))|\\b(?:no|not|any|none)\\b",
	                line))
		return NULL;
	if (!mb_exempt_is_section(line) &&
	    !mb_regex_in(&part_re, "^\\W*part (?:ii|2|b|two)\\b.{0,40}$", line))
		return section;
	words = mb_exempt_marking(line, more);
	return words ? line : section;
}

/* --- what follows a resolution to exclude -----------------------------------
 */

/* How far the last resolution to exclude the public reaches. */
struct reach {
	gboolean all;  /* "the following items", "the remainder" */
	gboolean next; /* "the following item" */
	char *numbers; /* " 12 13 ": "items 12 and 13"; NULL */
};

static void
reach_clear(struct reach *r)
{
	g_free(r->numbers);
	*r = (struct reach){ 0 };
}

/* " 12 13 " of "items 12 and 13"; NULL. */
static char *
read_numbers(const char *text)
{
	static GRegex *re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *list = NULL;
	g_autoptr(mb_tokens) t = NULL;
	GString *out;

	if (!g_regex_match(
		mb_regex_once(&re,
	                      "\\b(?:agenda )?items? (?:nos?\\.? |numbers? )?"
	                      "(\\d{1,3}(?:(?:,| and| &|, and) \\d{1,3})*)"
	                      "(?![\\d/])",
	                      G_REGEX_CASELESS),
		text, 0, &info))
		return NULL;
	list = g_match_info_fetch(info, 1);
	t = mb_tokens_new(list);
	out = g_string_new(" ");
	for (guint i = 0; i < t->n; i++)
		if (t->tokens[i].flags & MB_TOKEN_NUMBER)
			g_string_append_printf(out, "%s ", t->tokens[i].fold);
	return g_string_free(out, FALSE);
}

/* "RESOLVED That the public be excluded for the following items"; but "To
 * decide whether the public should be excluded for any item". */
static void
read_reach(struct reach *r, const char *text)
{
	static GRegex *shut_re, *open_re, *all_re, *next_re;

	if (!mb_regex_in(&shut_re,
	                 "\\b(?:press|public)\\b[^.]{0,80}\\b(?:be|were|was|is|"
	                 "are) (?:now |then )?excluded\\b|"
	                 "\\b(?:to|that|and) exclude (?:the |members of the )?"
	                 "(?:press|public)\\b|"
	                 "\\bexcluding the (?:press|public)\\b",
	                 text) ||
	    mb_regex_in(&open_re, "\\b(?:whether|if|any|unless|not|none|no)\\b",
	                text))
		return;
	reach_clear(r);
	r->numbers = read_numbers(text);
	if (r->numbers)
		return;
	r->all = mb_regex_in(&all_re,
	                     "\\b(?:following|next|remaining|subsequent) "
	                     "(?:agenda )?(?:items|business|matters|reports|"
	                     "minutes)\\b|\\b(?:remainder|rest) of the\\b|"
	                     "\\bitems? of business (?:below|which follow)",
	                     text);
	r->next = !r->all && mb_regex_in(&next_re,
	                                 "\\b(?:following|next) (?:agenda )?"
	                                 "(?:item|matter|report|minute)\\b",
	                                 text);
}

static gboolean
lets_in(const char *text)
{
	static GRegex *re;

	return mb_regex_in(
	    &re,
	    "\\bre-?admitted\\b|\\b(?:public|open) session "
	    "(?:was )?resumed\\b|\\bresumed in (?:public|open)\\b|"
	    "\\b(?:public|press)\\b[^.]{0,30}\\b(?:returned|"
	    "re-?joined)\\b|\\bout of committee\\b",
	    text);
}

/* What closes each meeting is no private business. */
static gboolean
closes(const char *title)
{
	static GRegex *re;

	return title && mb_regex_in(&re,
	                            "\\b(?:next|future) (?:\\w+ )?meetings?\\b|"
	                            "\\bclos(?:e|ure|ing)\\b|\\bdates? of\\b",
	                            title);
}

/* Whether @item is within reach; a single one ends it. */
static gboolean
is_within(struct reach *r, const struct mb_item *item)
{
	g_autofree char *number = NULL;

	if (r->numbers) {
		number = g_strconcat(" ", item->number ? item->number : "?",
		                     " ", NULL);
		return strstr(r->numbers, number) != NULL;
	}
	if (!(r->all || r->next) || closes(item->title))
		return FALSE;
	if (r->next)
		reach_clear(r);
	return TRUE;
}

/* --- the items of a paper ---------------------------------------------------
 */

struct walk {
	const struct mb_lines *lines;
	const char *const *more;
	const struct mb_part *part; /* that the last item stood in */
	guint at;                   /* lines before it have been read */
	const char *section;        /* that they leave open, or NULL */
	struct reach reach;
};

static void
enter_part(struct walk *w, const struct mb_part *part)
{
	if (part == w->part)
		return;
	reach_clear(&w->reach);
	w->part = part;
	w->section = NULL;
	w->at = part ? part->first : 0;
}

/* "8. Lease of Quay 4 (Exempt)", or an entry below "PART II – EXEMPT ITEMS". */
static gboolean
is_announced(struct walk *w, const struct mb_draft *draft)
{
	g_autofree char *words = NULL;

	if (draft->item->title)
		words = mb_exempt_marking(draft->item->title, w->more);
	if (words)
		return TRUE;
	if (draft->item->kind != MB_KIND_AGENDA || !w->part)
		return FALSE;
	for (; w->at < draft->head; w->at++)
		w->section = mb_private_section(
		    mb_lines_at(w->lines, w->at)->text, w->section, w->more);
	return w->section && !closes(draft->item->title);
}

static void
mark_item(struct walk *w, const struct mb_draft *draft)
{
	struct mb_item *item = draft->item;
	g_autofree char *text =
	    g_strconcat(item->title ? item->title : "", ". ",
	                item->text ? item->text : "", NULL);

	g_strdelimit(text, "\n", ' ');
	item->private_business =
	    (item->title && mb_private_is_told(item->title)) ||
	    (item->text && mb_private_is_told(item->text)) ||
	    is_announced(w, draft) || is_within(&w->reach, item);
	read_reach(&w->reach, text);
	if (lets_in(text))
		reach_clear(&w->reach);
}

void
mb_private_mark(GPtrArray *drafts, const struct mb_lines *lines,
                const char *const *more)
{
	struct walk w = { .lines = lines, .more = more };

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = g_ptr_array_index(drafts, i);

		if (draft->item->exempt ||
		    draft->item->kind == MB_KIND_REPORT ||
		    draft->item->kind == MB_KIND_APPENDIX)
			continue;
		enter_part(&w, draft->part);
		mark_item(&w, draft);
	}
	reach_clear(&w.reach);
}
