#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"

/* What goes on from earlier minutes, by the numbers that it has there. */

/* Minutes of one meeting and of the matters arising at the next. */
#define MAX_MINUTES 25

static GRegex *label_re;

/* Whether paragraphs of the item are counted from "8.1" on. */
static gboolean
counts_points(const struct mb_item *item, guint64 own)
{
	g_autofree char *first =
	    g_strdup_printf("\n%" G_GUINT64_FORMAT ".1 ", own);

	return g_str_has_prefix(item->text, first + 1) ||
	       strstr(item->text, first) != NULL;
}

/* "8.2 Clerk's Report" under item 7 or 8: a paragraph of this meeting's; and
 * "8.2.1" where there are such. */
static gboolean
is_own_number(const struct mb_item *item, const char *number)
{
	const char *dot = strchr(number, '.');
	guint64 own =
	    item->number ? g_ascii_strtoull(item->number, NULL, 10) : 0;

	return own > 0 && dot && g_ascii_isdigit(number[strlen(number) - 1]) &&
	       g_ascii_strtoull(number, NULL, 10) == own &&
	       (!strchr(dot + 1, '.') || counts_points(item, own));
}

/* "8. With regard to the Tyle footpath" below "8. FOOTPATHS" */
gboolean
mb_links_back_repeats(const struct mb_draft *draft,
                      const struct mb_lines *lines)
{
	const char *text, *number = draft->item->number;
	gsize n = number ? strlen(number) : 0;

	if (!n || draft->body >= draft->end || draft->body_offset ||
	    draft->item->kind != MB_KIND_MINUTE ||
	    strspn(number, "0123456789") != n)
		return FALSE;
	text = mb_lines_at(lines, draft->body)->text;
	return strncmp(text, number, n) == 0 && text[n] == '.' &&
	       text[n + 1] == ' ' && g_ascii_isupper(text[n + 2]);
}

/* Bytes of the number of a minute at the start of @text, whose steps may be
 * parted by spaces: "4. 4.4.13i) The litter bin", "11.1 With regard", "9. With
 * regard"; 0 for none.  *number is it without them: "4.4.4.13i". */
static gsize
read_carried(const char *text, char **number)
{
	g_autoptr(GMatchInfo) info = NULL;
	GString *plain;
	gint start, end;

	if (!g_ascii_isdigit(*text) ||
	    !g_regex_match(
		mb_regex_once(&label_re,
	                      "^(\\d{1,3}(?:\\. ?\\d{1,3})*[ivx]*)"
	                      "(?:[).]+|(?<=[.]\\d|[.]\\d\\d|[ivx])) "
	                      "(?=[A-Z]|the )",
	                      0),
		text, 0, &info))
		return 0;
	g_match_info_fetch_pos(info, 1, &start, &end);
	plain = g_string_new(NULL);
	for (gint i = start; i < end; i++)
		if (text[i] != ' ')
			g_string_append_c(plain, text[i]);
	*number = g_string_free(plain, FALSE);
	return (gsize)end;
}

/* "78.1 (57.4) The clerk had engaged solicitors", "78.2 (57, Quay Street)"
 * under 78: the minute that the matter is from stands in brackets behind this
 * meeting's own number.  Transfer full; NULL when none does. */
static char *
read_bracketed(const struct mb_item *item, const char *text)
{
	static GRegex *bracketed_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *number = NULL;
	guint64 own =
	    item->number ? g_ascii_strtoull(item->number, NULL, 10) : 0;

	/* "(1) The lamp" alone counts matters. */
	if (!g_regex_match(mb_regex_once(&bracketed_re,
	                                 "^(?|\\d{1,4}(?:\\.\\d{1,3})+[.)]? "
	                                 "\\((\\d{1,4}(?:\\.\\d{1,3})*"
	                                 "(?:\\.[a-z])?)"
	                                 "|(?:\\d{1,4}[.)]? )?"
	                                 "\\((\\d{1,4}(?:\\.\\d{1,3})+))"
	                                 "(?:, [^()]{1,60})?\\)[.:]? "
	                                 "(?=[A-Z])",
	                                 0),
	                   text, 0, &info))
		return NULL;
	number = g_match_info_fetch(info, 1);
	return g_ascii_strtoull(number, NULL, 10) < own
	           ? g_steal_pointer(&number)
	           : NULL;
}

/* "Minute 18 - Gullies", "Item 7 - Lights", "C/022/22 - Quay Street", "23/92
 * Cabinet:": the minute that goes on, by its name or by a number of several
 * steps.  Transfer full; NULL when none begins @text. */
static char *
read_named(const struct mb_item *item, const char *text)
{
	static GRegex *named_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *number = NULL;
	struct mb_date_hit hit;

	if (!g_regex_match(
		mb_regex_once(
		    &named_re,
		    "^\\W*(?|(?i:minute|min|item|resolution|action)\\b\\.?"
		    "(?: ?(?i:no|number|ref)\\.?)? ?((?>(?:[A-Z]{1,5}[ ./-]?)?"
		    "\\d{1,4}(?:[./-]\\d{1,4})*[a-z]?(?:\\(\\w{1,3}\\))*))"
		    "|((?>(?:[A-Z]{1,5}/)?\\d{1,4}/\\d{2,4}(?:/\\d{1,3})?)))"
		    "(?: ?[-–—:.(]| [A-Z]| (?:from|of|in)\\b)",
		    0),
		text, 0, &info))
		return NULL;
	number = g_match_info_fetch(info, 1);
	/* "12/05/2020 The gate", "82/20.1" under 82/20. */
	if ((mb_date_find(number, 0, &hit) && hit.start == 0) ||
	    (item->number && g_str_has_prefix(number, item->number)))
		return NULL;
	return g_steal_pointer(&number);
}

/* The minute that line @text goes on from; NULL when it does from none.
 *   count  of the matters so far that plain numbers may count
 * Transfer full. */
static char *
carried_from(const struct mb_item *item, const char *text, guint *count)
{
	g_autofree char *number = read_bracketed(item, text);

	if (!number)
		number = read_named(item, text);
	if (number)
		return g_steal_pointer(&number);
	if (!read_carried(text, &number) || is_own_number(item, number))
		return NULL;
	++*count;
	if (strspn(number, "0123456789") == strlen(number) &&
	    g_ascii_strtoull(number, NULL, 10) == *count)
		return NULL;
	return g_steal_pointer(&number);
}

/* Whether minute @number may be of the meeting before this one: of minutes that
 * are counted on from meeting to meeting, no meeting has more than so many. */
static gboolean
is_recent(const struct mb_item *item, const char *number)
{
	guint64 own =
	    item->number ? g_ascii_strtoull(item->number, NULL, 10) : 0;
	guint64 was = g_ascii_strtoull(number, NULL, 10);

	return !was || was >= own || own - was <= MAX_MINUTES;
}

/* "4.4.4.13i) The provision of an additional litter bin", "9. With regard to
 * horse warning signs": under matters arising, each number is a minute's,
 * unless they count the matters themselves: "1.", "2.". */
gboolean
mb_links_back_carried(struct mb_link_finder *f)
{
	guint32 ymd = mb_link_previous(f);
	guint n = 0, count = 0;

	for (guint i = f->draft->body; i < f->draft->end; i++) {
		const struct mb_line *line = mb_lines_at(f->lines, i);
		g_autofree char *number = NULL;
		g_autofree char *what = NULL;
		const char *at;
		guint32 beside = 0;

		/* The heading runs on into the text. */
		if ((i == f->draft->body && f->draft->body_offset) ||
		    line->furniture)
			continue;
		number = carried_from(f->draft->item, line->text, &count);
		if (!number)
			continue;
		what = mb_link_words(line->text, 0, 40);
		at = strstr(line->text, number);
		if (at)
			beside = mb_link_date_beside(
			    f, line->text, (gsize)(at - line->text),
			    (gsize)(at - line->text) + strlen(number));
		if (!beside && is_recent(f->draft->item, number))
			beside = ymd;
		mb_link_add_back(f, beside, number, what);
		n++;
	}
	return n > 0;
}
