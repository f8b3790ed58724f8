#include "config.h"

#include "indexer/titles.h"

#include <string.h>

#include "indexer/bodies.h"
#include "indexer/councils.h"
#include "indexer/title-dates.h"
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

		/* "To: All Members of the Council, Chief Executive" */
		if (line->kind == MB_LINE_RULE ||
		    (mb_bodies_begins(line->text, "to: all") &&
		     strchr(line->text, ',')))
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
	mb_title_dates_find(text, agenda, meeting, weak);
}
