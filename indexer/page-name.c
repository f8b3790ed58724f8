#include "indexer/page-name.h"

#include <string.h>

#include "indexer/patterns.h"
#include "indexer/titles.h"

/* The heading is one of so many lines of text. */
#define HEADING_LINES  4
#define MAX_NAME_BYTES 160

#define WEEKDAY                                                                \
	"(?:mon|tues|wednes|thurs|fri|satur|sun)day,? "                        \
	"(?:\\d{1,2}(?:st|nd|rd|th)?,? [a-z]|[a-z]{3,9} \\d)"

/* Bytes of @plain before " - Friday, 14th June"; 0 when no day stands so. */
static gsize
before_day(const char *plain)
{
	static GRegex *dash_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint start;

	if (!g_regex_match(mb_regex_once(&dash_re, ",? - (?=" WEEKDAY ")",
	                                 G_REGEX_CASELESS),
	                   plain, 0, &info))
		return 0;
	g_match_info_fetch_pos(info, 0, &start, NULL);
	return (gsize)start;
}

/* "Agenda and draft minutes": what the page is. */
static gboolean
is_kind_of_page(const char *plain)
{
	static GRegex *kind_re;

	return mb_regex_in(&kind_re,
	                   "^(?:printed |draft )?(?:agenda|minutes|decisions|"
	                   "attendance|meeting|issue)\\b(?! of\\b)",
	                   plain);
}

/* @name without "Annual Meeting, ", "NEW TIME, ", " (disbanded)". */
static char *
without_kind(const char *name)
{
	static GRegex *kind_re;
	g_autofree char *rest = g_regex_replace_literal(
	    mb_regex_once(&kind_re,
	                  "^(?:(?:(?:[a-z]+ )?meeting|annual|special|"
	                  "extraordinary|additional|urgent|virtual|informal|"
	                  "adjourned|reconvened|cancelled|postponed|"
	                  "new (?:date|time|venue)|moved), )+|"
	                  " ?[(](?:disbanded|dissolved|archived?|inactive|"
	                  "expired|(?:until|prior to|pre|to|from) "
	                  "[^()]*\\d{4})[)]$",
	                  G_REGEX_CASELESS),
	    name, -1, 0, "", 0, NULL);

	return g_strdup(g_strstrip(rest));
}

static char *
name_in(const struct mb_lines *lines, guint first, guint end)
{
	static GRegex *day_re;
	g_autofree char *above = NULL;

	for (guint i = first; i < MIN(end, first + HEADING_LINES); i++) {
		g_autoptr(GString) plain = g_string_new(NULL);
		gsize n;

		mb_titles_append_plain(plain, mb_lines_at(lines, i)->text);
		n = before_day(plain->str);
		if (!n && above &&
		    mb_regex_in(&day_re, "^" WEEKDAY, plain->str)) {
			g_string_assign(plain, above);
			n = plain->len;
		}
		if (n && n < MAX_NAME_BYTES && !is_kind_of_page(plain->str)) {
			g_string_truncate(plain, n);
			return without_kind(plain->str);
		}
		g_free(above);
		above = g_strdup(plain->str);
	}
	return NULL;
}

void
mb_page_name_read(const struct mb_lines *lines, guint first, guint end,
                  struct mb_meeting *meeting)
{
	char *name = name_in(lines, first, end);

	if (!name)
		return;
	g_free(meeting->committee);
	meeting->committee = name;
}
