#include "config.h"

#include "indexer/headings.h"

#include <string.h>

#include "base/date.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/run-on.h"
#include "indexer/unlisted.h"

/* Words after a bare number that make it a quantity, a date or a time. */
static gboolean
is_quantity(const struct mb_heading *h, const char *fold)
{
	static const char *const units[] = {
		"january",       "february", "march",    "april",
		"may ",          "june",     "july",     "august",
		"september",     "october",  "november", "december",
		"jan ",          "feb ",     "mar ",     "apr ",
		"aug ",          "sept",     "oct ",     "nov ",
		"dec ",          "am",       "pm",       "a.m",
		"p.m",           "%",        "st ",      "nd ",
		"rd ",           "th ",      "per cent", "members of the",
		"member of the", "million",  "years",    "months",
		"weeks",         "days",     "hours",    "minutes past",
	};
	guint i;

	if (h->mark == MB_MARK_COLON && g_ascii_isdigit(*fold))
		return TRUE;
	for (i = 0; i < G_N_ELEMENTS(units); i++)
		if (g_str_has_prefix(fold, units[i]) &&
		    (h->mark == MB_MARK_NONE || i < 19))
			return TRUE;
	return FALSE;
}

/* A title that text runs on from is no longer, in bytes; a line of fewer words
 * is none with its text. */
#define MAX_RUN_ON      60
#define MAX_TITLE_WORDS 8

/* How much the words of a title speak for the heading of an item. */
static float
score_words(const char *title, const char *fold, const struct mb_look *look)
{
	/* "3. The minutes of the last meeting were agreed." */
	gsize the = g_str_has_prefix(fold, "the ") ? strlen("the ") : 0;
	gboolean known = mb_phrases_begin(MB_PHRASES_ITEM, fold + the) > 0;
	gboolean caps = look->caps || mb_run_on_capitals(title) > 0;
	float score = 0;
	gsize length;

	if (known)
		score += 1.5f;
	if (caps)
		score += 1;
	if (look->title)
		score += 0.5f;
	/* "1. Moved by Councillor Orme" numbers the motions of an item. */
	if (g_str_has_prefix(fold, "that ") ||
	    g_str_has_prefix(fold, "moved by ") ||
	    g_str_has_prefix(fold, "proposed by "))
		score -= 3;
	if (mb_phrases_is(MB_PHRASES_NOT_ITEM, fold))
		score -= 2;
	/* "236 SICKNESS ABSENCE – The Chairman summarised the evidence" */
	if (caps && !look->caps)
		return score;
	/* "4) Boathouse roof. The Clerk reported that" */
	if (look->n_words > MAX_TITLE_WORDS &&
	    mb_run_on_find(title, FALSE, &length) && length < MAX_RUN_ON)
		return score - (known ? 0.2f : 0.5f);
	if (look->n_words > 6 && mb_phrases_sentence(fold, 14))
		score -= known ? 0.3f : 1.5f;
	if (look->n_chars > 120)
		score -= known ? 0.2f : 1;
	if (look->sentence && look->n_words > 10)
		score -= 0.5f;
	return score;
}

/* The same for a title in a cell of its own: "4 | Quay lights | The Committee
 * considered the report". */
static float
score_cell(const char *fold)
{
	return mb_phrases_begin(MB_PHRASES_ITEM, fold) ? 2 : 0.5f;
}

static gboolean
starts_low(const char *text)
{
	const char *p = text;

	while (*p && strchr("\"'(*", *p))
		p++;
	return g_unichar_islower(g_utf8_get_char(p));
}

static float
score_shape(const struct mb_heading *h, const struct mb_line *line,
            const struct mb_look *look, const struct mb_looks *looks)
{
	float score = 0;

	if (h->marked)
		score += 1.5f;
	if (!looks->gappy)
		score += line->gap ? 0.5f : -0.3f;
	if (h->mark == MB_MARK_BRACKET)
		score -= 0.8f;
	if (h->mark == MB_MARK_NONE && !h->marked && !look->caps &&
	    (h->initial ||
	     strspn(h->number, "0123456789") == strlen(h->number)))
		score -= 0.8f;
	if (h->listed)
		score -= 1;
	if (mb_numbers_is_year(h->value) && !strchr(h->number, '/'))
		score -= 3;
	return score;
}

static gboolean
is_marked(const struct mb_line *line, gsize title_at)
{
	if (line->heading)
		return TRUE;
	return line->bold_end > line->bold_start &&
	       line->bold_start <= title_at + 1 &&
	       line->bold_end > title_at + 2;
}

/* How far below its number a title is looked for: a page's header and footer
 * may stand between. */
#define MAX_BELOW 12

/* "PLA146/14" alone under a short line and above text: the line above is its
 * title. */
static gboolean
find_title_above(struct mb_heading *h, const struct mb_lines *lines,
                 const struct mb_looks *looks, guint first, guint end)
{
	guint next =
	    mb_looks_next(lines, h->line + 1, MIN(end, h->line + MAX_BELOW));
	const struct mb_look *above;

	if (h->line <= first || next >= MIN(end, h->line + MAX_BELOW))
		return FALSE;
	above = mb_looks_at(looks, h->line - 1);
	/* "Notices of Motion submitted by Councillor Orme", "4.", "I will move
	 * …" */
	if (mb_unlisted_is_label(above->fold) &&
	    mb_unlisted_is_motion(mb_looks_at(looks, next)->fold))
		return FALSE;
	/* "Question submitted by Councillor Sheehy", "4.", "I will ask …" */
	if (!strpbrk(h->number, "/-") &&
	    (!mb_phrases_begin(MB_PHRASES_ITEM, above->fold) ||
	     mb_phrases_begin(MB_PHRASES_ITEM,
	                      mb_looks_at(looks, next)->fold) ||
	     mb_looks_at(looks, next)->n_words < 6))
		return FALSE;
	if (above->n_words > 14 || above->sentence || !above->upper ||
	    mb_lines_at(lines, h->line - 1)->kind != MB_LINE_TEXT ||
	    !mb_phrases_sentence(mb_looks_at(looks, next)->fold, 14))
		return FALSE;
	h->own_line = TRUE;
	h->title = h->line - 1;
	h->line = h->title;
	h->title_at = 0;
	return TRUE;
}

/* "MINUTES" above "1. The minutes were confirmed", of which the number alone is
 * bold: in the column beside them it counts the heading and its text. */
static gboolean
is_beside_text(const struct mb_lines *lines, const struct mb_looks *looks,
               guint first, guint i, gsize n)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *above;
	struct mb_heading other;

	if (i <= first || line->bold_start || !line->bold_end ||
	    line->bold_end > n || !line->gap)
		return FALSE;
	above = mb_looks_at(looks, i - 1);
	return above->bold && above->caps && above->n_words <= 14 &&
	       !mb_lines_at(lines, i - 1)->furniture &&
	       !mb_numbers_read(mb_lines_at(lines, i - 1)->text, &other);
}

/* A number alone on its line: the title is the next line, unless that is
 * another number: then extraction has parted them. */
static void
find_title_below(struct mb_heading *h, const struct mb_lines *lines, guint end)
{
	guint limit = MIN(end, h->line + MAX_BELOW);
	guint next = mb_looks_next(lines, h->line + 1, limit);
	struct mb_heading other;
	const char *text;

	/* "1." above the heading of the page. */
	if (next < limit &&
	    !g_ascii_strcasecmp(mb_lines_at(lines, next)->text, "agenda"))
		next = mb_looks_next(lines, next + 1, limit);

	h->own_line = TRUE;
	h->title = MB_NO_LINE;
	if (next >= limit)
		return;
	text = mb_lines_at(lines, next)->text;
	if (*text == '(' && text[1] && strchr(text, ')') - text <= 5)
		return;
	if (!*text ||
	    (mb_numbers_read(text, &other) && other.series == h->series &&
	     !text[mb_numbers_read(text, &other)]))
		return;
	h->title = next;
	h->title_at = 0;
}

/* Bytes of the agenda's number behind a minute's: "C048/23 1. APOLOGIES". */
static gsize
agenda_number(const struct mb_heading *h, const char *rest)
{
	gsize n = strspn(rest, "0123456789");

	if (!n || n > 3 || !strchr(h->number, '/') || !strchr(".)", rest[n]) ||
	    rest[n + 1] != ' ')
		return 0;
	n++;
	return n + strspn(rest + n, " ");
}

/* "MARCH 10, 2022": no number of items that are counted by "MARCH". */
static gboolean
is_day(const struct mb_heading *h, const char *text)
{
	struct mb_date_hit hit;

	return h->letters && g_ascii_isalpha(*text) &&
	       mb_date_find(text, 0, &hit) && !hit.start;
}

static gboolean
find_heading(const struct mb_lines *lines, const struct mb_looks *looks,
             guint first, guint i, guint end, gboolean nested,
             struct mb_heading *h)
{
	const struct mb_line *line = mb_lines_at(lines, i), *title_line;
	const struct mb_look *look;
	g_autofree char *title = NULL;
	g_autofree char *fold = NULL;
	gsize n, cell;

	memset(h, 0, sizeof(*h));
	n = mb_numbers_read_initial(line->text, h);
	if (!n && nested)
		n = mb_numbers_read_nested(line->text, h);
	if (!n || is_day(h, line->text))
		return FALSE;
	n += agenda_number(h, line->text + n);
	h->line = h->title = i;
	h->title_at = n;
	h->x = line->x;
	h->listed = line->kind == MB_LINE_LIST;
	if (!line->text[n]) {
		/* "2" at the top of page 2 */
		if (!h->mark && h->value == line->page_no)
			return FALSE;
		if (!find_title_above(h, lines, looks, first, end))
			find_title_below(h, lines, end);
	}
	if (line->text[n] && is_beside_text(lines, looks, first, i, n)) {
		h->line = h->title = i - 1;
		h->title_at = 0;
		h->own_line = TRUE;
	}
	if (h->title == MB_NO_LINE) {
		h->score -= 1;
		return h->mark == MB_MARK_STOP;
	}
	title_line = mb_lines_at(lines, h->title);
	look = mb_looks_at(looks, h->title);
	h->marked =
	    is_marked(line, h->own_line ? 0 : n) || (h->own_line && look->bold);
	cell = mb_run_on_cell(title_line, h->title_at);
	title =
	    g_strndup(title_line->text + h->title_at,
	              (cell ? cell : strlen(title_line->text)) - h->title_at);
	fold = mb_looks_fold(title);
	if (!*fold || is_quantity(h, fold))
		return FALSE;
	/* "(7)" below "For the Proposal" counts votes. */
	if (*line->text == '(' && !look->caps && (!h->marked || h->own_line) &&
	    !mb_phrases_begin(MB_PHRASES_ITEM, fold))
		return FALSE;
	h->score += cell ? score_cell(fold) : score_words(title, fold, look);
	h->score += score_shape(h, line, look, looks);
	if (starts_low(title))
		h->score -= 2;
	return TRUE;
}

/* Whether nothing stands between heading @i and the next, which counts as it
 * does; but "1. Active Travel" right below "3. Outstanding Matters" is the
 * first point of that item. */
static gboolean
is_listed(GArray *headings, const struct mb_looks *looks, guint i)
{
	const struct mb_heading *a =
	    &g_array_index(headings, struct mb_heading, i);
	const struct mb_heading *b = a + 1;

	return i + 1 < headings->len && a->title != MB_NO_LINE &&
	       b->line == a->title + 1 && a->series == b->series &&
	       !(a->value > 1 && b->value == 1 && a->marked && b->marked) &&
	       mb_looks_at(looks, a->title)->n_chars < 60;
}

/* Fewer headings by markup say nothing of the rest. */
#define MIN_BY_MARKUP 3

/* Whether the numbers of items stand in headings by markup. */
static gboolean
are_by_markup(const GArray *headings, const struct mb_lines *lines)
{
	guint n = 0;

	for (guint i = 0; i < headings->len; i++)
		n += mb_lines_at(
			 lines,
			 g_array_index(headings, struct mb_heading, i).line)
		             ->heading
		         ? 1
		         : 0;
	return n >= MIN_BY_MARKUP;
}

/* Numbers on neighbouring lines, without text between them or on them, are a
 * list, and more so the longer it is: "7 Julie Levers", "8 Steve Smith"; and
 * certainly among headings by markup. */
static void
mark_lists(GArray *headings, const struct mb_lines *lines,
           const struct mb_looks *looks)
{
	gboolean before = FALSE, by_markup = are_by_markup(headings, lines);

	for (guint i = 0; i < headings->len; i++) {
		gboolean listed = is_listed(headings, looks, i);
		struct mb_heading *h =
		    &g_array_index(headings, struct mb_heading, i);

		if (by_markup && (listed || before) &&
		    !mb_lines_at(lines, h->line)->heading)
			h->score -= 6;
		else if (listed)
			h->score -= before ? 3 : 1.5f;
		before = listed;
	}
}

GArray *
mb_headings_find(const struct mb_lines *lines, const struct mb_looks *looks,
                 guint first, guint end, gboolean minutes, gboolean nested)
{
	GArray *headings = g_array_new(FALSE, TRUE, sizeof(struct mb_heading));
	guint i;

	for (i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_heading h;

		if (line->furniture || line->kind == MB_LINE_RULE)
			continue;
		if (find_heading(lines, looks, first, i, end, nested, &h))
			g_array_append_val(headings, h);
	}
	mb_numbers_settle(headings);
	if (nested)
		mb_numbers_drop_points(headings);
	if (minutes)
		mark_lists(headings, lines, looks);
	return headings;
}
