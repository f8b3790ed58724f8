#include "config.h"

#include "indexer/unnumbered.h"

#include <string.h>

#include "indexer/marked.h"
#include "indexer/patterns.h"
#include "indexer/phrases.h"
#include "indexer/ran-items.h"
#include "indexer/run-on.h"
#include "indexer/signs.h"
#include "indexer/heading-styles.h"
#include "indexer/unlisted.h"

/* So many headings of business that is known everywhere outdo numbers of which
 * none is. */
#define MIN_KNOWN 2

gboolean
mb_unnumbered_is_better(const struct mb_lines *lines,
                        const struct mb_looks *looks,
                        const struct mb_part *part, guint numbered,
                        guint n_known)
{
	enum mb_style style =
	    mb_style_best(lines, looks, part->body, part->end);
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	gboolean any = FALSE;
	guint n;

	if (style >= MB_STYLE_PLAIN)
		return FALSE;
	for (guint i = part->body; i < part->end; i++) {
		if (mb_style_of(lines, looks, i) != style)
			continue;
		if (!any && i == numbered)
			return FALSE;
		any = TRUE;
		mb_phrases_collect(MB_PHRASES_ITEM, mb_looks_at(looks, i)->fold,
		                   known);
	}
	n = g_hash_table_size(known);
	return n >= MIN_KNOWN && n > n_known * 2;
}

/* "LEISURE AND ENVIRONMENTAL MATTERS. Mr Moss reported": words in capitals that
 * end in a stop. */
static gboolean
ends_in_stop(const char *text, gsize n)
{
	return n && text[n - 1] == '.';
}

/* "SIGNING OF THE MINUTES - Cllr Lusk proposed": or in a dash; but "RESOLVED -
 * That". */
static gboolean
ends_in_dash(const char *text, const char *fold, gsize n)
{
	const char *rest = text + n + strspn(text + n, " ");

	return n && memchr(text, ' ', n) &&
	       (g_str_has_prefix(rest, "- ") ||
	        g_str_has_prefix(rest, "\342\200\223 ")) &&
	       !mb_phrases_begin(MB_PHRASES_NOT_ITEM, fold);
}

/* "NEW BUSINESS: Motion by Elm", "MANAGER'S REPORT: Manager Ivey reported": or
 * in a colon; but "AYES: Dunn, Elm". */
static gboolean
ends_in_colon(const char *text, const char *fold)
{
	gsize n = strcspn(text, ":");

	if (text[n] != ':' || text[n + 1] != ' ' ||
	    mb_ran_capitals(text) != n ||
	    mb_phrases_begin(MB_PHRASES_NOT_ITEM, fold))
		return FALSE;
	return mb_phrases_begin(MB_PHRASES_ITEM, fold) ||
	       (memchr(text, ' ', n) && mb_phrases_sentence(fold + n, 12));
}

/* "Payments in: £1,000 from the harbour fund": a line of an account. */
static gboolean
is_of_account(const char *text)
{
	const char *colon = strchr(text, ':');

	return colon &&
	       g_str_has_prefix(colon + 1 + strspn(colon + 1, " "), "\302\243");
}

/* "Minutes of the meeting 5th February: DH proposed, and AM seconded": business
 * that is named and dealt with in one paragraph. */
static gboolean
runs_on(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const char *fold = mb_looks_at(looks, i)->fold;
	const char *colon = strchr(fold, ':'), *dash;
	gsize caps = mb_run_on_capitals(line->text);

	/* "FINANCE. A cheque was signed", "THE MINUTES of the last meeting
	 * were read" */
	if (line->kind == MB_LINE_TEXT && !line->furniture && line->gap &&
	    mb_looks_at(looks, i)->n_words >= 6 &&
	    !mb_looks_at(looks, i)->caps &&
	    !mb_style_is_list_label(lines, looks, i) &&
	    (mb_run_on_known(line->text) || ends_in_stop(line->text, caps) ||
	     ends_in_dash(line->text, fold, caps)))
		return TRUE;
	if (line->kind == MB_LINE_TEXT && !line->furniture && line->gap &&
	    !mb_signs_attendance(lines, looks, i) &&
	    ends_in_colon(line->text, fold))
		return TRUE;
	if (line->kind != MB_LINE_TEXT || line->furniture || !line->gap ||
	    !mb_phrases_begin(MB_PHRASES_ITEM, fold) ||
	    is_of_account(line->text))
		return FALSE;
	/* "Treasurer's report – The balance is £412." */
	dash = strstr(fold, " - ");
	if (dash && dash - fold < 40 && (!colon || dash < colon))
		return TRUE;
	return colon && colon - fold < 70 && colon[1] == ' ' &&
	       !mb_signs_attendance(lines, looks, i) &&
	       mb_phrases_sentence(colon + 1, 12);
}

/* "An APOLOGY for absence was submitted on behalf of Councillor Higgins." */
static gboolean
is_bare_apology(const struct mb_lines *lines, const struct mb_looks *looks,
                guint i)
{
	const char *fold = mb_looks_at(looks, i)->fold;

	return mb_lines_at(lines, i)->kind == MB_LINE_TEXT &&
	       (g_str_has_prefix(fold, "an apology ") ||
	        g_str_has_prefix(fold, "apologies ")) &&
	       mb_phrases_sentence(fold, 8);
}

/* "APOLOGIES:" above that: a heading, which elsewhere labels a list. */
static gboolean
is_apology_label(const struct mb_looks *looks, guint i)
{
	return !strcmp(mb_looks_at(looks, i)->fold, "apologies:") ||
	       !strcmp(mb_looks_at(looks, i)->fold, "apologies for absence:");
}

/* "The minutes of the last meeting were approved." below a drawn rule, which
 * ends what stands above it. */
static gboolean
is_bare_minutes(const struct mb_lines *lines, const struct mb_looks *looks,
                guint i)
{
	static GRegex *minutes_re;

	return i > 0 && mb_lines_at(lines, i)->kind == MB_LINE_TEXT &&
	       mb_lines_at(lines, i - 1)->kind == MB_LINE_RULE &&
	       mb_regex_in(&minutes_re,
	                   "^\\W*(?:the )?(?:draft )?minutes of (?:the|our) "
	                   "(?:last|previous)\\b",
	                   mb_looks_at(looks, i)->fold);
}

/* Where headings are plain lines, told by their words alone: those between the
 * first and the last that stand as they do are headings too. */
struct plain {
	guint first, last; /* lines; none when the first is the later one */
	gboolean purposes; /* "To receive …" is what a title says below it */
};

static struct plain
find_plain(const struct mb_lines *lines, const struct mb_looks *looks,
           const struct mb_part *part, enum mb_style style)
{
	struct plain p = { part->end, part->first, FALSE };
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = part->body; i < part->end && style == MB_STYLE_PLAIN;
	     i++) {
		const char *fold = mb_looks_at(looks, i)->fold;

		if (!mb_style_has(lines, looks, i, style))
			continue;
		p.first = MIN(p.first, i);
		p.last = i;
		p.purposes |= !g_str_has_prefix(fold, "to ");
		mb_phrases_collect(MB_PHRASES_ITEM, fold, known);
	}
	if (g_hash_table_size(known) < MB_STYLE_MIN_PLAIN)
		p.first = part->end;
	return p;
}

/* What is meant to be done says of a longer line that it is a heading. */
#define MAX_LIKE_PLAIN 20

/* "Quay lights" between "Minutes of the last meeting" and "Any other business":
 * in minutes, above a sentence. */
static gboolean
is_like_plain(const struct mb_lines *lines, const struct mb_looks *looks,
              const struct mb_part *part, const struct plain *plain, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	gboolean agenda = part->kind == MB_PART_AGENDA;
	guint next = mb_looks_next(lines, i + 1, part->end);
	/* "To consider any petitions received" below it */
	gboolean purpose =
	    plain->purposes && look->title && next < part->end &&
	    mb_looks_at(looks, next)->n_words >= 5 &&
	    g_str_has_prefix(mb_looks_at(looks, next)->fold, "to ");

	if (i <= plain->first || i >= plain->last || line->furniture ||
	    line->kind != mb_lines_at(lines, plain->first)->kind ||
	    !line->gap || !look->upper || look->sentence ||
	    look->n_words > (purpose ? MAX_LIKE_PLAIN : 10) ||
	    g_ascii_isdigit(*look->fold) || *look->fold == '(' ||
	    *look->fold == '"' || strpbrk(look->fold, ":;") ||
	    (plain->purposes && g_str_has_prefix(look->fold, "to ")) ||
	    mb_looks_is_label(look) ||
	    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
	    mb_phrases_begin(MB_PHRASES_CLOSING, look->fold) ||
	    mb_style_is_list_label(lines, looks, i) ||
	    (!purpose && mb_phrases_sentence(look->fold, 10)))
		return FALSE;
	if (purpose)
		return TRUE;
	if (agenda || next >= part->end)
		return agenda;
	look = mb_looks_at(looks, next);
	return look->upper && look->n_words >= 6 &&
	       mb_phrases_begin(MB_PHRASES_OPENER, look->fold) &&
	       mb_phrases_sentence(look->fold, 20);
}

/* "CON-2014.21 66 Eastview Road", "C.2014.18 Litigation": the number of the
 * council's file before a title, in no order of the meeting. */
static void
read_file_number(struct mb_entry *e, const char *text)
{
	static GRegex *file_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint end = 0;

	if (!g_ascii_isupper(*text) ||
	    !g_regex_match(mb_regex_once(&file_re,
	                                 "^[A-Z]{1,6}(?:[.-][A-Z]{1,6})?[.-]"
	                                 "(?:19|20)[0-9]{2}[.-] ?[0-9]{1,3}"
	                                 "(?= +[A-Z0-9])",
	                                 0),
	                   text, 0, &info))
		return;
	g_match_info_fetch_pos(info, 0, NULL, &end);
	if ((gsize)end >= sizeof(e->number))
		return;
	memcpy(e->number, text, (gsize)end);
	e->title_at = (gsize)end + strspn(text + end, " ");
}

static void
add_entry(GArray *entries, const struct mb_lines *lines, guint i,
          gboolean untitled)
{
	struct mb_entry e = { .head = i, .title = i, .untitled = untitled };

	if (!untitled)
		read_file_number(&e, mb_lines_at(lines, i)->text);
	g_array_append_val(entries, e);
}

/* Characters of a line that a heading is wrapped behind. */
#define MIN_WRAPPED 30

/* The second of two heading lines in a row belongs to the first: it is read
 * with it (headline.c). */
static gboolean
continues(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
          guint before)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	guint k;

	if (i == before + 1 && mb_headline_is_rest(mb_looks_at(looks, before),
	                                           mb_looks_at(looks, i)))
		return TRUE;
	if (line->heading || (line->gap && !looks->gappy))
		return FALSE;
	/* Where every line has space above it, a short one is no part of a
	 * longer title. */
	if (line->gap && mb_looks_at(looks, i - 1)->n_chars < MIN_WRAPPED)
		return FALSE;
	for (k = before + 1; k < i; k++)
		if (!mb_looks_at(looks, k)->bold &&
		    !mb_looks_at(looks, k)->caps)
			return FALSE;
	return !mb_looks_at(looks, i - 1)->sentence &&
	       !mb_phrases_begin(MB_PHRASES_ITEM, mb_looks_at(looks, i)->fold);
}

void
mb_unnumbered_find(const struct mb_lines *lines, const struct mb_looks *looks,
                   const struct mb_part *part, GArray *entries)
{
	enum mb_style style =
	    mb_style_best(lines, looks, part->body, part->end);
	struct plain plain = find_plain(lines, looks, part, style);
	char mark = mb_marked_style(lines, looks, part);
	guint i, before = MB_NO_LINE;

	for (i = part->body; i < part->end; i++) {
		gboolean heading = mb_style_has(lines, looks, i, style) ||
		                   is_like_plain(lines, looks, part, &plain, i);

		if (heading && before != MB_NO_LINE &&
		    style != MB_STYLE_PLAIN &&
		    continues(lines, looks, i, before))
			continue;
		/* "To consider the budget." below "Budget" */
		heading &=
		    !(plain.purposes && i == before + 1 &&
		      g_str_has_prefix(mb_looks_at(looks, i)->fold, "to "));
		if (heading) {
			add_entry(entries, lines, i, FALSE);
			before = i;
		} else if (runs_on(lines, looks, i) ||
		           (mark && mb_marked_at(lines, looks, i, mark))) {
			add_entry(entries, lines, i, FALSE);
		} else if (!entries->len && is_bare_apology(lines, looks, i)) {
			gboolean label =
			    i > part->body && is_apology_label(looks, i - 1);

			add_entry(entries, lines, label ? i - 1 : i, !label);
		} else if (part->kind == MB_PART_MINUTES && entries->len &&
		           is_bare_minutes(lines, looks, i)) {
			add_entry(entries, lines, i, TRUE);
		}
	}
	if (entries->len || part->kind != MB_PART_MINUTES)
		return;
	/* A short paper has no title apart from its text. */
	for (i = part->first + 1; i < part->end; i++)
		if (runs_on(lines, looks, i) &&
		    !g_str_has_prefix(mb_looks_at(looks, i)->fold,
		                      "minutes of the m"))
			add_entry(entries, lines, i, FALSE);
}

/* The first line of the text below the title. */
static guint
text_start(const struct mb_lines *lines, const struct mb_looks *looks,
           const struct mb_part *part)
{
	gboolean agenda = part->kind == MB_PART_AGENDA;
	guint i, after = agenda ? part->first : part->body;

	for (i = part->first; i < part->end; i++)
		if (!strcmp(mb_looks_at(looks, i)->fold, "agenda"))
			return mb_looks_next(lines, i + 1, part->end);
	for (i = after; !agenda && i < MIN(part->end, after + 60); i++)
		if (mb_signs_attendance(lines, looks, i))
			after = i + 1;
	for (i = after; i < part->end; i++) {
		const struct mb_look *look = mb_looks_at(looks, i);

		if (look->n_words >= 6 && look->upper &&
		    mb_phrases_sentence(look->fold, 14))
			return i;
	}
	/* A title that runs on to the end: the first sentence below it. */
	for (i = part->first + 1; !agenda && i < part->end; i++)
		if (mb_looks_at(looks, i)->n_words >= 6 &&
		    mb_phrases_sentence(mb_looks_at(looks, i)->fold, 14))
			return i;
	return part->end;
}

void
mb_unnumbered_whole(const struct mb_lines *lines, const struct mb_looks *looks,
                    const struct mb_part *part, GArray *entries)
{
	guint i = text_start(lines, looks, part);

	if (i < part->end)
		add_entry(
		    entries, lines, i,
		    part->kind != MB_PART_AGENDA ||
			mb_phrases_sentence(mb_looks_at(looks, i)->fold, 14));
}
