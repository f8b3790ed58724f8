#include "config.h"

#include "indexer/titles.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/councils.h"
#include "indexer/patterns.h"
#include "indexer/scanned-dates.h"
#include "indexer/who-met.h"

/* A title is not looked for beyond so many bytes. */
#define MAX_TITLE 4000

/* @text with straight quotes and dashes, without markup, its case kept. */
void
mb_titles_append_plain(GString *out, const char *text)
{
	const char *p;

	for (p = text; *p && out->len < MAX_TITLE;) {
		const char *next = g_utf8_next_char(p);
		gunichar c = g_utf8_get_char(p);

		if (c == 0x2018 || c == 0x2019)
			g_string_append_c(out, '\'');
		else if (c >= 0x2010 && c <= 0x2015)
			g_string_append_c(out, '-');
		else if (c != '*' && c != '_' && c != '#')
			g_string_append_len(out, p, next - p);
		p = next;
	}
}

/* The lines as one text, a newline between them, two where there is space.  A
 * name broken at its hyphen
 * ("CAPPAMORE-", "KILMALLOCK") is one again. */
static char *
join_lines(const struct mb_lines *lines, const struct mb_looks *looks,
           guint first, guint end)
{
	GString *out = g_string_new(NULL);
	guint i;

	for (i = first; i < end && out->len < MAX_TITLE; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (line->kind == MB_LINE_RULE)
			continue;
		if (out->len && out->str[out->len - 1] != '-')
			g_string_append(out, line->gap && !looks->gappy ? "\n\n"
			                                                : "\n");
		mb_titles_append_plain(out, line->text);
	}
	return g_string_free(out, FALSE);
}

/* "Limerick City & County Council's Travel and Transportation Strategic Policy
 * Committee", "Limerick City and County Council, Home and Social …": the
 * council, and what of it met. */
static void
split_council(const char *name, struct mb_meeting *meeting)
{
	g_autofree char *lower = g_ascii_strdown(name, -1);
	const char *at = strstr(lower, " council");
	g_autofree char *council = NULL;
	gsize end;
	const char *of = mb_bodies_of(name, &end);
	const char *rest;

	if (!at)
		return;
	if (of) {
		if (!meeting->council)
			meeting->council = g_strdup(of);
		g_free(meeting->committee);
		meeting->committee = g_strndup(name, end);
		return;
	}
	rest = name + (at - lower) + strlen(" council");
	/* "Community Council of Marram" */
	if (g_str_has_prefix(rest, " of "))
		rest += strlen(rest);
	council = g_strndup(name, (gsize)(rest - name));
	/* "Joint Committee of Marram and Garlock Councils" */
	if (!meeting->council && !g_ascii_isalpha(*rest) &&
	    mb_councils_is_authority(council))
		meeting->council = g_steal_pointer(&council);
	if (!g_ascii_strncasecmp(rest, "'s ", 3))
		rest += 3;
	else if (!g_ascii_strncasecmp(rest, ", ", 2))
		rest += 2;
	else if (*rest == ' ')
		rest += 1;
	else
		return;
	/* "Marram Town Council and Garlock Parish Council" met together; the
	 * "Saltmere Community Council Forum" is no council's. */
	if (!g_ascii_strncasecmp(rest, "and ", 4) ||
	    !g_ascii_strcasecmp(rest, "forum"))
		return;
	if (!g_ascii_strncasecmp(rest, "- ", 2))
		rest += 2;
	if (*rest && mb_bodies_has_body(rest, strlen(rest))) {
		g_free(meeting->committee);
		meeting->committee = g_strdup(rest);
	}
}

char *
mb_titles_committee(const char *text)
{
	g_autoptr(GString) plain = g_string_new(NULL);

	mb_titles_append_plain(plain, text);
	return mb_bodies_take(plain->str);
}

char *
mb_titles_of_path(const char *path)
{
	char *name = g_path_get_basename(path);
	char *dot = strrchr(name, '.');

	if (dot)
		*dot = '\0';
	for (char *space; (space = strstr(name, "\302\240"));)
		memmove(space, space + 1, strlen(space)), *space = ' ';
	return g_strdelimit(name, "_", ' ');
}

char *
mb_titles_committee_of_path(const char *path)
{
	g_autofree char *words = mb_titles_of_path(path);
	g_autofree char *valid = g_utf8_make_valid(words, -1);
	g_auto(GStrv) pieces = g_strsplit(valid, " - ", -1);

	for (guint i = 0; pieces[i]; i++) {
		g_autofree char *name = mb_titles_committee(pieces[i]);

		if (name && mb_bodies_is(name) && g_ascii_isupper(*name) &&
		    !mb_bodies_is_anyones(name))
			return g_steal_pointer(&name);
	}
	return NULL;
}

/* "1 Jun 2017 - 14:30 to 17:00" */
static gboolean
has_clock(const char *after)
{
	const char *colon = strchr(after, ':');

	return colon > after && g_ascii_isdigit(colon[-1]) &&
	       g_ascii_isdigit(colon[1]);
}

/* A date of the title, and how likely it is the day of the meeting. */
static int
score_date(const char *lower, const struct mb_date_hit *hit, gboolean agenda)
{
	gsize from = hit->start > 60 ? hit->start - 60 : 0;
	g_autofree char *before = g_strndup(lower + from, hit->start - from);
	g_autofree char *after = g_strndup(lower + hit->end, 30);
	const char *line = strrchr(before, '\n');
	int score = hit->ymd / 10000 ? 2 : 0;

	line = line ? line + 1 : before;
	if (hit->weekday)
		score += 2;
	if (strstr(before, "held") || strstr(before, "meeting") ||
	    strstr(before, "minutes") || strstr(line, "date"))
		score += 2;
	if (strstr(after, " at ") || strstr(after, " pm") ||
	    strstr(after, "am") || has_clock(after) || strstr(after, "p.m") ||
	    strstr(after, "a.m"))
		score += 2;
	if (strstr(line, "dated") || strstr(line, "published") ||
	    strstr(line, "issued") || strstr(line, "despatch") ||
	    strstr(line, "dispatch") || strstr(line, "publication") ||
	    strstr(line, "call-in") || strstr(line, "deadline") ||
	    strstr(line, "effective "))
		score -= 6;
	/* "To approve the minutes of the meeting held on 16 February", "… the
	 * last meeting held on 27th March" */
	if (strstr(line, "approve ") || strstr(line, "confirm ") ||
	    strstr(line, "last meeting") || strstr(line, "previous meeting"))
		score -= 6;
	/* "12th October, 2016.", alone above the letter. */
	if (agenda && !*line && !hit->weekday)
		score -= 2;
	return score;
}

/* "CABINET - 6.3.12": anywhere but in a title it could be a number. */
static guint32
dotted_date(const char *text)
{
	static GRegex *re;
	g_autoptr(GMatchInfo) match = NULL;
	guint64 part[3];

	if (!g_regex_match(
		mb_regex_once(&re,
	                      "(?:^|[ (])([0-9]{1,2})\\.([0-9]{1,2})\\."
	                      "([0-9]{2})(?=[ ,;)]|\\.?$)",
	                      G_REGEX_MULTILINE),
		text, 0, &match))
		return 0;
	for (gint i = 0; i < 3; i++) {
		g_autofree char *digits = g_match_info_fetch(match, i + 1);

		part[i] = g_ascii_strtoull(digits, NULL, 10);
	}
	return mb_date_make(2000 + (guint)part[2], (guint)part[1],
	                    (guint)part[0]);
}

static void
find_date(const char *text, gboolean agenda, struct mb_meeting *meeting,
          gboolean *weak)
{
	g_autofree char *mended = mb_scanned_dates_mend(text);
	g_autofree char *lower = g_ascii_strdown(mended, -1);
	struct mb_date_hit hit;
	gsize at = 0;
	int best = G_MININT;

	while (mb_date_find(mended, at, &hit)) {
		int score = score_date(lower, &hit, agenda);

		if (hit.ymd % 100 && score > best) {
			best = score;
			meeting->date_ymd = hit.ymd;
			meeting->weekday = hit.weekday;
			meeting->date_source = MB_DATE_TITLE;
		}
		at = hit.end;
	}
	*weak = agenda && best < 2;
	if (!meeting->date_ymd && (meeting->date_ymd = dotted_date(text)))
		meeting->date_source = MB_DATE_TITLE;
}

void
mb_titles_read(const struct mb_lines *lines, const struct mb_looks *looks,
               guint first, guint end, gboolean agenda,
               struct mb_meeting *meeting, gboolean *weak)
{
	g_autofree char *text = join_lines(lines, looks, first, end);

	mb_who_met(lines, looks, first, end, text, meeting);
	if (meeting->committee) {
		g_autofree char *name = g_strdup(meeting->committee);

		split_council(name, meeting);
	}
	find_date(text, agenda, meeting, weak);
}
