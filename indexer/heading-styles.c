#include "config.h"

#include "indexer/heading-styles.h"

#include <string.h>

#include "base/date.h"
#include "indexer/phrases.h"
#include "indexer/signs.h"
#include "indexer/unlisted.h"

#define MAX_HEADING_WORDS 40

/* "Co-opted members" above "Laura Orme would like to join the Council": text
 * follows, no list. */
static gboolean
is_above_sentence(const struct mb_lines *lines, const struct mb_looks *looks,
                  guint i)
{
	guint next = mb_looks_next(lines, i + 1, lines->lines->len);
	const struct mb_look *look;

	if (next >= lines->lines->len ||
	    strchr(mb_looks_at(looks, i)->fold, ':'))
		return FALSE;
	look = mb_looks_at(looks, next);
	return look->n_words >= 8 && mb_phrases_sentence(look->fold, 6);
}

gboolean
mb_style_is_list_label(const struct mb_lines *lines,
                       const struct mb_looks *looks, guint i)
{
	const char *fold = mb_looks_at(looks, i)->fold;

	if (!mb_signs_attendance(lines, looks, i) ||
	    is_above_sentence(lines, looks, i))
		return FALSE;
	/* "Apologies for Absence" is business; "Apologies:" a list. */
	return !g_str_has_prefix(fold, "apologies") ||
	       (strchr(fold, ':') && !mb_lines_at(lines, i)->heading);
}

/* "That the following motion be referred", "Seconded by Councillor Orme",
 * "(13)" in bold: of a motion and its vote. */
static gboolean
is_of_motion(const char *fold)
{
	gsize n_letters = 0;

	for (const char *p = fold; *p; p++)
		n_letters += g_ascii_isalpha(*p) || (guchar)*p >= 0x80;
	return n_letters < 3 || g_str_has_prefix(fold, "that ") ||
	       g_str_has_prefix(fold, "moved by ") ||
	       g_str_has_prefix(fold, "seconded by ") ||
	       (g_str_has_prefix(fold, "councillors ") && strchr(fold, ','));
}

/* A quotation in bold has no more lines. */
#define MAX_QUOTED 30

/* "“We request a Special", then "Meeting of the Council to discuss the issue":
 * a line in bold of a quotation that began above it. */
static gboolean
is_quoted(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	for (guint n = 0; i > 0 && n < MAX_QUOTED; n++) {
		const struct mb_line *line = mb_lines_at(lines, --i);

		if (line->furniture || line->kind == MB_LINE_RULE)
			continue;
		if (!mb_looks_at(looks, i)->bold || line->heading ||
		    strstr(line->text, "\342\200\235"))
			return FALSE;
		if (g_str_has_prefix(line->text, "\342\200\234"))
			return TRUE;
	}
	return FALSE;
}

/* "TUESDAY, APRIL 9TH, 2024" below a heading: a day and nothing else. */
static gboolean
is_day(const char *text)
{
	struct mb_date_hit hit;
	gsize n = 0;

	if (!mb_date_find(text, 0, &hit))
		return FALSE;
	for (const char *p = text; *p; p++)
		n += g_ascii_isalnum(*p) &&
		             (p < text + hit.start || p >= text + hit.end)
		         ? 1
		         : 0;
	return n <= strlen("wednesday");
}

/* "Resolved 14/09/6.01": a decision by its number. */
static gboolean
is_counted_decision(const char *fold)
{
	gsize n = mb_phrases_begin(MB_PHRASES_NOT_ITEM, fold);

	return n && fold[n] == ' ' && g_ascii_isdigit(fold[n + 1]) &&
	       !fold[n + 1 + strspn(fold + n + 1, "0123456789/.-:")];
}

enum mb_style
mb_style_of(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	gboolean known = mb_phrases_begin(MB_PHRASES_ITEM, look->fold) > 0;

	/* "• Apologies": a list whose points are the headings. */
	if (line->furniture || !look->upper ||
	    !(line->kind == MB_LINE_TEXT ||
	      (line->kind == MB_LINE_LIST && known)) ||
	    look->n_words > MAX_HEADING_WORDS || *look->fold == '(' ||
	    *look->fold == '"' || g_str_has_prefix(look->fold, "signed") ||
	    g_str_has_suffix(look->fold, " following motion:") ||
	    mb_looks_is_label(look) || is_of_motion(look->fold) ||
	    is_day(line->text) || is_counted_decision(look->fold) ||
	    strstr(line->text, "\302\243") ||
	    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
	    mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	    mb_style_is_list_label(lines, looks, i))
		return MB_STYLE_NONE;
	if (line->heading)
		return (enum mb_style)(MB_STYLE_HEADING_1 +
		                       MIN(line->heading, 6) - 1);
	/* "144 Quay Road – Proposed Zoning By-law Amendment", in bold */
	if (!known && look->n_words > 6 && !look->caps &&
	    !(look->bold && look->title) && mb_phrases_sentence(look->fold, 14))
		return MB_STYLE_NONE;
	if (look->bold && is_quoted(lines, looks, i))
		return MB_STYLE_NONE;
	if (look->caps)
		return MB_STYLE_CAPS;
	if (look->bold)
		return MB_STYLE_BOLD;
	/* A page puts the icon of its paper behind an entry's title. */
	if (look->icon)
		return MB_STYLE_PLAIN;
	/* "Declarations of Interests."; but "Report of the Treasurer." says
	 * whose paper the entry above has. */
	if (known && line->gap && look->n_words <= 10 &&
	    (!look->sentence ||
	     (look->n_words <= 6 && !g_str_has_prefix(look->fold, "report"))) &&
	    !mb_phrases_sentence(look->fold, 10))
		return MB_STYLE_PLAIN;
	return MB_STYLE_NONE;
}

/* How many lines have a style, and how many of them are business that is known
 * everywhere. */
struct styled {
	guint n, n_known;
};

/* Whether @style is more like the headings of items than @best. */
static gboolean
is_better_style(const struct styled *of, enum mb_style style,
                enum mb_style best)
{
	if (of[style].n < 2 || best == MB_STYLE_NONE)
		return of[style].n >= 2;
	/* A level of headings goes before what stands below it, but not what a
	 * motion is set in before business in bold. */
	if (best <= MB_STYLE_HEADING_6)
		return !of[best].n_known &&
		       of[style].n_known >= MB_STYLE_MIN_PLAIN;
	return (float)(of[style].n + 2 * of[style].n_known) >
	       (float)(of[best].n + 2 * of[best].n_known) * 1.5f;
}

enum mb_style
mb_style_best(const struct mb_lines *lines, const struct mb_looks *looks,
              guint first, guint end)
{
	struct styled of[MB_STYLE_NONE + 1] = { 0 };
	enum mb_style style, best = MB_STYLE_NONE;
	guint i;

	for (i = first; i < end; i++) {
		style = mb_style_of(lines, looks, i);
		of[style].n++;
		of[style].n_known +=
		    mb_phrases_begin(MB_PHRASES_ITEM,
		                     mb_looks_at(looks, i)->fold)
			? 1
			: 0;
	}
	for (style = MB_STYLE_HEADING_1; style < MB_STYLE_NONE; style++)
		if (is_better_style(of, style, best))
			best = style;
	return best;
}

gboolean
mb_style_has(const struct mb_lines *lines, const struct mb_looks *looks,
             guint i, enum mb_style style)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	enum mb_style own = mb_style_of(lines, looks, i);

	/* "AOB" among titles that are plain, or bold as it is. */
	return style != MB_STYLE_NONE &&
	       (own == style ||
	        ((style == MB_STYLE_PLAIN ||
	          (style == MB_STYLE_BOLD && look->bold)) &&
	         own == MB_STYLE_CAPS && !mb_unlisted_is_label(look->fold) &&
	         mb_phrases_is(MB_PHRASES_ITEM, look->fold)));
}
