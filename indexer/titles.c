#include "config.h"

#include "indexer/titles.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/councils.h"
#include "indexer/phrases.h"
#include "indexer/scanned-dates.h"

/* "Municipality of the District of Saltmere" */
#define MAX_MUNICIPALITY_WORDS 6
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

/* The name after the first of @leads that one follows. */
static gboolean
find_after(const char *text, const char *const *leads,
           struct mb_meeting *meeting)
{
	g_autofree char *lower = g_ascii_strdown(text, -1);
	const char *p;

	for (p = lower; *p; p++) {
		const char *const *lead;

		if (p > lower && g_ascii_isalpha(p[-1]))
			continue;
		for (lead = leads; *lead; lead++)
			if (mb_bodies_begins(p, *lead))
				break;
		if (!*lead)
			continue;
		meeting->committee =
		    mb_bodies_take(text + (p - lower) + strlen(*lead));
		/* "the meeting of the above Committee" */
		if (meeting->committee &&
		    !g_ascii_strcasecmp(meeting->committee, "committee"))
			g_clear_pointer(&meeting->committee, g_free);
		if (meeting->committee)
			return TRUE;
	}
	return FALSE;
}

/* "Minutes of the X held on …", "A meeting of the X was held", "You are
 * requested to attend a Meeting of the X to be held at …"; failing that, who
 * is written to: "To/ The Cathaoirleach and each Member of the X". */
static gboolean
find_in_sentence(const char *text, struct mb_meeting *meeting)
{
	static const char *const leads[] = { "minutes of ",
		                             "meeting of ",
		                             "proceedings of ",
		                             "minutes for ",
		                             "agenda for ",
		                             "meetings of ",
		                             "meeting for ",
		                             "minutes from ",
		                             "taken by ",
		                             "taken at ",
		                             NULL };
	static const char *const letters[] = { "each member of ",
		                               "all members of ", NULL };

	return find_after(text, leads, meeting) ||
	       find_after(text, letters, meeting);
}

static gboolean
begins_any(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (g_str_has_prefix(text, *words))
			return TRUE;
	return FALSE;
}

/* "Manordeilo and Salem Community Council held their meeting at 7.00pm": the
 * body at the beginning of a line, before "held" and one of @words. */
static gboolean
find_host(const char *text, const char *const *words,
          struct mb_meeting *meeting)
{
	const char *at = text;

	while ((at = strstr(at, " held "))) {
		const char *line = at;
		const char *rest = at + strlen(" held ");

		while (line > text && line[-1] != '\n')
			line--;
		line = mb_bodies_skip(line);
		if (line < at &&
		    mb_bodies_ends_in_body(line, (gsize)(at - line)) &&
		    begins_any(rest, words)) {
			meeting->committee = mb_bodies_take(line);
			return meeting->committee != NULL;
		}
		at = rest;
	}
	return FALSE;
}

/* Bytes of the name in @text, without what it may end in: "Works Committee
 * (disbanded)", "North Area Council meeting". */
static gsize
without_end(const char *text)
{
	static const char *const ends[] = { " public meeting", " meeting",
		                            " minutes", " agenda" };
	const char *open = strstr(text, " (");

	if (open && g_str_has_suffix(text, ")"))
		return (gsize)(open - text);
	for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(text, ends[i]))
			return strlen(text) - strlen(ends[i]);
	return strlen(text);
}

/* Whether a name is written as names are; what stands before and behind it
 * ("Name of meeting:") need not be. */
static gboolean
is_titled(const struct mb_look *look, const char *text)
{
	const char *name = mb_bodies_skip(text);
	const char *end = text + without_end(text);

	if (look->caps || look->title)
		return TRUE;
	if (name >= end || (name == text && !*end))
		return FALSE;
	for (const char *p = name; p < end; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		if (g_ascii_islower(*p) &&
		    !mb_phrases_joins(p, strcspn(p, " ")))
			return FALSE;
	}
	return TRUE;
}

/* Whether a line of the title is the name of a body, and no more. */
static gboolean
is_name_line(const struct mb_look *look, const struct mb_line *line)
{
	const char *text = line->text;

	if (line->kind != MB_LINE_TEXT ||
	    look->n_words > (line->heading ? 30 : 14) || look->sentence ||
	    strchr(text, '@') || !(is_titled(look, text) || line->heading))
		return FALSE;
	if (!g_ascii_strncasecmp(text, "to", 2) && strchr(" :/", text[2]))
		return FALSE;
	return !mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold);
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

/* "DRAFT MINUTES", "Agenda": what the paper is, and no part of a name. */
static gboolean
is_of_paper(const char *fold)
{
	return g_str_has_suffix(fold, "minutes") ||
	       g_str_has_suffix(fold, "agenda") ||
	       g_str_has_suffix(fold, "notes");
}

/* The name that line @i is, alone or with the line below it; NULL.  Transfer
 * full. */
static char *
name_at(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
        guint end)
{
	const char *text = mb_lines_at(lines, i)->text, *next;
	g_autofree char *name = NULL;
	g_autofree char *pair = NULL;

	if (!is_name_line(mb_looks_at(looks, i), mb_lines_at(lines, i)))
		return NULL;
	name = mb_titles_committee(text);
	if (name && mb_bodies_is(name))
		return g_steal_pointer(&name);
	if (i + 1 >= end || mb_looks_at(looks, i)->n_words > 8 ||
	    is_of_paper(mb_looks_at(looks, i)->fold) ||
	    !is_name_line(mb_looks_at(looks, i + 1), mb_lines_at(lines, i + 1)))
		return NULL;
	g_free(name);
	next = mb_lines_at(lines, i + 1)->text;
	name = mb_titles_committee(next);
	/* "Transport and Connectivity", "Policy Committee" is one name; not
	 * "Decision Recording Form", "Decision determined at …". */
	if (name && mb_bodies_is(name) &&
	    (mb_bodies_skip(next) != next ||
	     mb_looks_at(looks, i + 1)->n_words > 3))
		return NULL;
	pair = g_strconcat(text, " ", mb_lines_at(lines, i + 1)->text, NULL);
	g_free(name);
	name = mb_titles_committee(pair);
	return name && mb_bodies_is(name) ? g_steal_pointer(&name) : NULL;
}

/* "TOWN OF ELMWOOD": whose body the line below names. */
gboolean
mb_titles_is_municipality(const struct mb_look *look)
{
	static const char *const kinds[] = {
		"town of ",         "city of ",  "village of ", "township of ",
		"municipality of ", "shire of ", "county of ",  "district of "
	};

	if (look->n_words > MAX_MUNICIPALITY_WORDS || look->sentence ||
	    mb_bodies_has_body(look->fold, strlen(look->fold)))
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_str_has_prefix(look->fold, kinds[i]))
			return TRUE;
	return FALSE;
}

/* "Saltmere Health and Social Care Partnership", "NORTHMOOR FIRE DISTRICT": the
 * line below may name the board or committee of it that met. */
static gboolean
is_host(const char *name)
{
	static const char *const ends[] = { " partnership", " district",
		                            " trust" };
	g_autofree char *fold = g_ascii_strdown(name, -1);

	for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(fold, ends[i]))
			return TRUE;
	return FALSE;
}

/* "KENT COUNTY COUNCIL", "CABINET": names in lines of their own.  The first
 * met, but a council's name above it is the council. */
static void
find_in_lines(const struct mb_lines *lines, const struct mb_looks *looks,
              guint first, guint end, struct mb_meeting *meeting)
{
	guint i;

	for (i = first; i < end; i++) {
		g_autofree char *name = NULL;
		gboolean council, host;

		if (mb_titles_is_municipality(mb_looks_at(looks, i)) &&
		    i + 1 < end) {
			if (!meeting->council)
				meeting->council =
				    g_strdup(mb_lines_at(lines, i)->text);
			continue;
		}
		name = name_at(lines, looks, i, end);
		if (!name)
			continue;
		/* "COUNTY COUNCIL OF SALTMERE" is one too. */
		council = g_str_has_suffix(name, "ouncil") ||
		          g_str_has_suffix(name, "OUNCIL") ||
		          g_str_has_suffix(name, "uthority") ||
		          g_str_has_suffix(name, "UTHORITY") ||
		          mb_bodies_begins(name, "county council of ") ||
		          mb_bodies_begins(name, "london borough of ");
		if (council && !meeting->council)
			meeting->council = g_strdup(name);
		host = council || is_host(name);
		if (host && meeting->committee)
			continue;
		g_free(meeting->committee);
		meeting->committee = g_steal_pointer(&name);
		if (!host)
			break;
	}
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
}

void
mb_titles_read(const struct mb_lines *lines, const struct mb_looks *looks,
               guint first, guint end, gboolean agenda,
               struct mb_meeting *meeting, gboolean *weak)
{
	/* "EAST AREA COMMITTEE held at 6.00 pm" only where nothing else names
	 * it: a title's "of the Committee" may be on the line above. */
	static const char *const own[] = { "the", "its ", "a ", NULL };
	static const char *const where[] = { "at ", "on ", NULL };
	g_autofree char *text = join_lines(lines, looks, first, end);

	if (!find_host(text, own, meeting) && !find_in_sentence(text, meeting))
		find_in_lines(lines, looks, first, end, meeting);
	if (!meeting->committee)
		find_host(text, where, meeting);
	if (meeting->committee) {
		g_autofree char *name = g_strdup(meeting->committee);

		split_council(name, meeting);
	}
	find_date(text, agenda, meeting, weak);
}
