#include "config.h"

#include "indexer/headline.h"

#include <string.h>

#include "indexer/headline-clean.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/run-on-unmarked.h"
#include "indexer/run-on.h"
#include "indexer/unlisted.h"

/* No heading runs over more lines. */
#define MAX_TITLE_LINES 8

/* A line of so many bytes holds more than a heading. */
#define LONG_LINE 140

/* Lines are filled to their width only where that is the width of a page. */
#define MIN_WIDTH 60

static gboolean
ends_open(const char *text)
{
	gsize n = strlen(text), start;

	while (n && text[n - 1] == ' ')
		n--;
	if (!n)
		return FALSE;
	/* "… in Kent 2025-29 (Pages", "461 - 610)". */
	if (strrchr(text, '(') && !strchr(strrchr(text, '('), ')'))
		return TRUE;
	if (strchr(",&-/(", text[n - 1]) ||
	    (n >= 3 && (!strncmp(text + n - 3, "\342\200\223", 3) ||
	                !strncmp(text + n - 3, "\342\200\224", 3))))
		return TRUE;
	for (start = n; start && text[start - 1] != ' '; start--)
		;
	return mb_phrases_joins(text + start, n - start);
}

/* "a) 19/00812/FUL Extension", "ii. Oak Close": an entry of a list. */
static gboolean
is_enumerated(const char *text)
{
	gsize n = strspn(text, "abcdefghijklmnopqrstuvwxyz");

	return n >= 1 && n <= 4 && (text[n] == ')' || text[n] == '.') &&
	       text[n + 1] == ' ';
}

/* "PLA146/14" under a heading is its number. */
static gboolean
is_number(const char *text)
{
	struct mb_heading number;
	gsize n = mb_numbers_read(text, &number);

	return n && !text[n] &&
	       (g_ascii_isupper(*number.number) || strchr(number.number, '/'));
}

/* "3.1 CONFIRMATION OF MINUTES" below "3 CONFIRMATION OF MINUTES" */
static gboolean
is_nested_heading(const char *text, const struct mb_look *look)
{
	struct mb_heading number;

	return look->caps && mb_numbers_read_nested(text, &number);
}

/* A line that begins something else, whatever stands before it. */
static gboolean
begins_other(const struct mb_lines *lines, const struct mb_looks *looks,
             guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const char *fold = mb_looks_at(looks, i)->fold;
	struct mb_heading number;

	/* "To" alone above "read, confirm and approve the minutes": the lines
	 * of a page made text end where its source's did. */
	return line->kind != MB_LINE_TEXT || *fold == '(' ||
	       !strcmp(line->text, "To") || is_enumerated(line->text) ||
	       is_number(line->text) ||
	       (mb_numbers_read(line->text, &number) && number.mark) ||
	       is_nested_heading(line->text, mb_looks_at(looks, i)) ||
	       mb_looks_is_label(mb_looks_at(looks, i)) ||
	       mb_phrases_is(MB_PHRASES_NOT_ITEM, fold) ||
	       mb_phrases_is(MB_PHRASES_CLOSING, fold);
}

/* Bold to its end, after a number perhaps. */
static gboolean
is_bold(const struct mb_line *line)
{
	gsize n = strlen(line->text);

	return line->bold_end + 2 >= n &&
	       (line->bold_end - line->bold_start) * 4 >= n * 3;
}

/* "… Councillor S. Lynch (to be referred to the", then "Home and Social
 * Development Strategic Policy Committee)", not bold or bold: one heading. */
static gboolean
closes(const struct mb_line *a, const struct mb_line *b)
{
	const char *open = strrchr(a->text, '(');

	return open && !strchr(open, ')') && b->kind == MB_LINE_TEXT &&
	       g_str_has_suffix(b->text, ")") &&
	       strcspn(b->text, "()") + 1 == strlen(b->text);
}

gboolean
mb_headline_is_rest(const struct mb_look *above, const struct mb_look *look)
{
	static const char *const words[] = { "by ", "of ", "and ", "& " };

	if (!look->caps || !above->caps || above->sentence)
		return FALSE;
	for (guint k = 0; k < G_N_ELEMENTS(words); k++)
		if (g_str_has_prefix(look->fold, words[k]))
			return TRUE;
	return FALSE;
}

/* Whether the heading goes on in line @i after line @last. */
static gboolean
goes_on(const struct mb_lines *lines, const struct mb_looks *looks, guint last,
        guint i)
{
	const struct mb_line *a = mb_lines_at(lines, last);
	const struct mb_line *b = mb_lines_at(lines, i);
	const struct mb_look *la = mb_looks_at(looks, last);
	const struct mb_look *lb = mb_looks_at(looks, i);
	gboolean apart = b->gap && !looks->gappy;

	if (b->furniture)
		return FALSE;
	if (closes(a, b))
		return TRUE;
	if (begins_other(lines, looks, i))
		return FALSE;
	/* "Development Zone at the University", then "“That the Council …"; but
	 * "A presentation on the Report", then "“Helping Small Firms through
	 * Challenging Times and Change”" */
	if ((*lb->fold == '"' || *b->text == '"') && lb->n_words >= 8 &&
	    !ends_open(a->text) && !(lb->title && is_bold(b)))
		return FALSE;
	/* "To consider any petitions received" */
	if (b->gap && g_str_has_prefix(b->text, "To ") && lb->n_words >= 5 &&
	    !ends_open(a->text))
		return FALSE;
	/* By markup a heading is one line; by a PDF's bookmark, all of its, but
	 * not what it marks of the text below. */
	if (a->heading)
		return !b->gap && a->heading == b->heading &&
		       is_bold(a) == is_bold(b);
	if (a->page_no != b->page_no && !ends_open(a->text))
		return FALSE;
	if (mb_headline_is_rest(la, lb))
		return TRUE;
	/* "Date of next meetings :", "Accounts for payment:-" */
	if (g_str_has_suffix(la->fold, ":") || g_str_has_suffix(la->fold, ":-"))
		return FALSE;
	if (ends_open(a->text) && !apart && la->bold == lb->bold)
		return TRUE;
	if (ends_open(a->text) && !apart && *b->text != '(' && lb->n_words <= 4)
		return TRUE;
	if (is_bold(a) != is_bold(b))
		return FALSE;
	if (apart || la->sentence)
		return FALSE;
	/* "To elect a Chair to hold", then "office until another is elected" */
	if (is_bold(a) && g_ascii_islower(*b->text))
		return TRUE;
	/* "Planning", then "22/03650/TCA Marl House, treework" */
	if (is_bold(a))
		return lb->n_words < 20 && !mb_phrases_sentence(lb->fold, 14) &&
		       !(g_ascii_isdigit(*b->text) &&
		         la->n_chars * 10 < looks->width * 4);
	if (g_ascii_islower(*b->text) || (la->caps && lb->caps))
		return TRUE;
	return looks->width >= MIN_WIDTH &&
	       la->n_chars * 10 >= looks->width * 8 &&
	       !mb_phrases_begin(MB_PHRASES_OPENER, lb->fold) &&
	       !mb_phrases_sentence(lb->fold, 10);
}

/* "(Item 3)", "(Pages 5 - 7)" under a heading belong to it. */
static gboolean
is_reference(const char *fold)
{
	gsize n = strlen(fold);

	return n < 30 && *fold == '(' && fold[n - 1] == ')' &&
	       (g_str_has_prefix(fold, "(item ") ||
	        g_str_has_prefix(fold, "(agenda item") ||
	        g_str_has_prefix(fold, "(ai ") ||
	        g_str_has_prefix(fold, "(page"));
}

/* "- 6)" in the margin, the rest of "(Pages 3". */
static gboolean
is_rest_of_reference(const struct mb_line *line)
{
	gsize n = strspn(line->text, "- 0123456789");

	return n && !strcmp(line->text + n, ")");
}

static guint
skip_references(const struct mb_lines *lines, const struct mb_looks *looks,
                guint i, guint end)
{
	guint next = mb_looks_next(lines, i, MIN(end, i + MAX_TITLE_LINES));

	if (next < end && (is_rest_of_reference(mb_lines_at(lines, next)) ||
	                   is_reference(mb_looks_at(looks, next)->fold) ||
	                   is_number(mb_lines_at(lines, next)->text)))
		return next + 1;
	return i;
}

/* A motion or question on an agenda, "I will move at the next Meeting that …",
 * is its own title, to its last sentence.  Returns the line after it. */
static guint
read_motion(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
            guint end, GString *title)
{
	guint n;

	for (n = 0; n < MAX_TITLE_LINES; n++) {
		i++;
		if (i >= end || begins_other(lines, looks, i) ||
		    mb_lines_at(lines, i)->furniture ||
		    mb_unlisted_is_label(mb_looks_at(looks, i)->fold))
			break;
		g_string_append_c(title, ' ');
		g_string_append(title, mb_lines_at(lines, i)->text);
	}
	return i;
}

/* "| will ask", "“! will move", "Iwill ask": what a scanner made of "I". */
static void
append_motion(GString *title, const char *text)
{
	const char *will = strstr(text, "will ");
	gsize quote = g_str_has_prefix(text, "\342\200\234") ? 3 : 0;

	g_string_append_len(title, text, (gssize)quote);
	text += quote;
	if (will && will - text <= 2 && strchr("|!l1I", *text)) {
		g_string_append(title, "I ");
		text = will;
	}
	g_string_append(title, text);
}

static gboolean
is_motion(const char *text)
{
	g_autofree char *fold = mb_looks_fold(text);

	return mb_unlisted_is_motion(fold);
}

/* Whether @n bytes are who moved it: "T. Marl, L. Orme", "Moved by Councillor
 * Orme and seconded by Councillor Marl". */
static gboolean
are_movers(const char *text, gsize n)
{
	g_auto(GStrv) words = NULL;
	g_autofree char *movers = g_strndup(text, n);

	words = g_strsplit_set(movers, " ,/", -1);
	for (guint i = 0; words[i]; i++) {
		g_autofree char *word = g_ascii_strdown(words[i], -1);

		if (g_ascii_islower(*words[i]) && strcmp(word, "and") &&
		    strcmp(word, "by") && strcmp(word, "seconded"))
			return FALSE;
	}
	return TRUE;
}

/* "T. Marl, L. Orme: That we pass By-law No. 2018-50, being a by-law to …",
 * "Moved by Councillor Orme": what was moved is the text of a minute that has
 * no heading. */
static gboolean
is_moved(const char *title)
{
	/* clang-format off */
	static const char *const openers[] = {
		"that ", "whereas ", "be it resolved", "resolved that",
	};
	/* clang-format on */
	const char *colon = strstr(title, ": ");
	const char *text = colon ? colon + 2 : title;

	if (!g_ascii_strncasecmp(title, "moved by ", strlen("moved by ")))
		return TRUE;
	if (colon && !are_movers(title, (gsize)(colon - title)))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(openers); i++)
		if (!g_ascii_strncasecmp(text, openers[i], strlen(openers[i])))
			return strchr(text + strlen(openers[i]), ' ') != NULL;
	return FALSE;
}

/* Whether what was taken for a heading is a sentence of the minute: "4. No
 * Declarations of Interest made.", "9. Accounts were presented and accepted for
 * payment." */
static gboolean
is_sentence(const struct mb_line *line, const struct mb_look *look,
            const struct mb_look *last, gsize at, const char *title,
            gboolean empty)
{
	static const char *const finite[] = { " was ", " were ", " had ",
		                              " have been ", " has been " };
	g_autofree char *fold = mb_looks_fold(title);
	g_autofree char *rest = mb_looks_fold(line->text + at);
	gboolean known = mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
	gsize n = strlen(fold), opener;
	/* The title may be longer than its first line, and than what is folded
	 * of it. */
	gboolean stops = (strlen(rest) > n && rest[n] == '.') ||
	                 (strlen(title) > MB_LOOK_FOLD && last->sentence);
	guint i;

	/* "86. It was RESOLVED to exclude the press and public." in bold */
	if ((g_str_has_prefix(fold, "it was ") && last->sentence) ||
	    is_moved(title))
		return TRUE;
	if (line->heading || look->caps ||
	    (line->bold_end > line->bold_start && line->bold_start <= at + 1) ||
	    g_str_has_prefix(fold, "to ") || strchr(fold, '?'))
		return FALSE;
	for (i = 0; i < G_N_ELEMENTS(finite); i++)
		if (strstr(fold, finite[i]))
			return last->sentence || stops;
	/* "The Clerk presented a procedure", "All councillors reviewed theirs";
	 * but "Proposed Amendment of the Plan" */
	opener = mb_phrases_begin(MB_PHRASES_OPENER, fold);
	if (!known && stops && look->n_words >= 6 && opener &&
	    mb_phrases_sentence(fold + opener, 4))
		return TRUE;
	if (!empty || !look->sentence || !stops)
		return FALSE;
	return g_str_has_prefix(fold, "no ") ||
	       (!known && !look->title && look->n_words >= 6);
}

/* "PF/12/0211", "21/042": the number of a planning application. */
static gboolean
has_reference(const char *text)
{
	for (const char *slash = text; (slash = strchr(slash, '/')); slash++)
		if (slash > text && g_ascii_isdigit(slash[-1]) &&
		    g_ascii_isdigit(slash[1]))
			return TRUE;
	return FALSE;
}

/* "66 Quay Road – Proposed Zoning By-law Amendment (File: ZC1307)", "MARRAM -
 * PF/12/0211 - Extension", bold to its end: the dash parts no text from it. */
static gboolean
is_whole(const struct mb_line *line, const struct mb_look *look, gsize at)
{
	return line->bold_end > 0 && line->bold_start <= at && is_bold(line) &&
	       !look->caps && !look->sentence &&
	       (g_ascii_isdigit(line->text[at]) ||
	        has_reference(line->text + at));
}

/* Where in @text, which begins @at bytes into the line, a heading ends that is
 * too long to be all heading; 0, or where the text begins. */
static gsize
long_run_on(const struct mb_line *line, gsize at, const char *text,
            gsize *length)
{
	gsize run_on =
	    strlen(text) > LONG_LINE && !is_bold(line) && !line->heading
		? mb_run_on_long(text, length)
		: 0;

	return at + run_on < strlen(line->text) ? run_on : 0;
}

/* "Updates:- Village hall roof" in a minute's heading, all of it bold or not:
 * the heading ends at the mark.  Where the text begins, 0 without the mark. */
static gsize
marked_run_on(const char *text, gsize *length)
{
	const char *mark = strstr(text, ":-");
	gsize n = mark ? strspn(mark, " :-") : 0;

	if (!n || mark == text || !mark[n])
		return 0;
	*length = (gsize)(mark - text);
	return *length + n;
}

/* "“I will ask (a) whose the bridge is", in bold, and its quotation not closed:
 * what follows is no text that it runs on into. */
static gboolean
is_open_quote(const struct mb_line *line, gsize at)
{
	const char *text = line->text + at;

	return g_str_has_prefix(text, "\342\200\234") && is_bold(line) &&
	       !strstr(text, "\342\200\235");
}

void
mb_headline_read(const struct mb_lines *lines, const struct mb_looks *looks,
                 guint i, gsize at, guint end, gboolean agenda,
                 struct mb_headline *headline)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	g_autoptr(GString) title = g_string_new(NULL);
	gsize length = 0, bold = mb_run_on_bold(line, at), cell;
	gsize run_on = 0;
	guint last = i, n;

	if (!agenda)
		run_on = marked_run_on(line->text + at, &length);
	if (!run_on && bold)
		run_on = length = bold - at;
	if (!run_on && !is_whole(line, mb_looks_at(looks, i), at) &&
	    !is_open_quote(line, at))
		run_on = mb_run_on_find(line->text + at, agenda, &length);
	if (!run_on && !agenda)
		run_on = long_run_on(line, at, line->text + at, &length);
	cell = mb_run_on_cell(line, at);
	if (cell && (!run_on || cell < at + run_on))
		run_on = length = cell - at;
	headline->body_offset = 0;
	if (run_on) {
		g_string_append_len(title, line->text + at, (gssize)length);
		headline->body = i;
		headline->body_offset = at + run_on;
	} else if (agenda && is_motion(line->text + at)) {
		append_motion(title, line->text + at);
		headline->body = read_motion(lines, looks, i, end, title);
	} else {
		g_string_append(title, line->text + at);
		for (n = 1; n < MAX_TITLE_LINES; n++) {
			guint next = last + 1;

			if (next >= end || !goes_on(lines, looks, last, next))
				break;
			g_string_append_c(title, ' ');
			g_string_append(title, mb_lines_at(lines, next)->text);
			last = next;
		}
		headline->body = skip_references(lines, looks, last + 1, end);
		run_on = last > i && !agenda
		             ? long_run_on(line, at, title->str, &length)
		             : 0;
		if (run_on) {
			g_string_truncate(title, length);
			headline->body = last = i;
			headline->body_offset = at + run_on;
		}
	}
	headline->title = mb_headline_clean(title->str, agenda);
	if (!agenda && headline->title &&
	    is_sentence(line, mb_looks_at(looks, i), mb_looks_at(looks, last),
	                at, headline->title, headline->body >= end)) {
		g_clear_pointer(&headline->title, g_free);
		headline->body = i;
		headline->body_offset = at;
	}
}

gsize
mb_headline_beside(const struct mb_lines *lines, guint i, const char *number)
{
	const char *text = mb_lines_at(lines, i)->text;
	struct mb_heading beside;
	gsize n = mb_numbers_read(text, &beside);

	return n && text[n] && !strcmp(beside.number, number) ? n : 0;
}
