#include "config.h"

#include "indexer/who-met.h"

#include <string.h>

#include "indexer/bodies.h"
#include "indexer/nameless.h"
#include "indexer/patterns.h"
#include "indexer/phrases.h"
#include "indexer/titles.h"

/* "Municipality of the District of Saltmere" */
#define MAX_MUNICIPALITY_WORDS 8
/* "the meeting of the above Council": a line above names it. */
static gboolean
is_above(const char *lower)
{
	return g_str_has_prefix(lower, "the above ") ||
	       g_str_has_prefix(lower, "a meeting of the above ") ||
	       g_str_has_prefix(lower, "the meeting of the above ");
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
		if (!*lead || mb_bodies_is_other(lower, p))
			continue;
		if (is_above(p + strlen(*lead)))
			continue;
		meeting->committee =
		    mb_bodies_take(text + (p - lower) + strlen(*lead));
		if (meeting->committee)
			return TRUE;
	}
	return FALSE;
}

/* "Minutes of the X held on …", "A meeting of the X was held", "You are
 * requested to attend a Meeting of the X to be held at …". */
static gboolean
find_in_sentence(const char *text, struct mb_meeting *meeting)
{
	static const char *const leads[] = { "minutes of ",
		                             "meeting of ",
		                             "proceedings of ",
		                             "minutes for ",
		                             "agenda for ",
		                             "agenda of ",
		                             "meetings of ",
		                             "meeting for ",
		                             "minutes from ",
		                             "(in committee) of ",
		                             "taken by ",
		                             "taken at ",
		                             "agm of ",
		                             "a.g.m. of ",
		                             NULL };

	return find_after(text, leads, meeting);
}

/* "To/ The Cathaoirleach and each Member of the X": who is written to.  "All
 * Members of the Council, Chief Executive, Officers" tells nothing. */
static gboolean
find_in_letter(const char *text, struct mb_meeting *meeting)
{
	static const char *const letters[] = { "each member of ",
		                               "all members of ", NULL };
	gsize n;

	if (!find_after(text, letters, meeting))
		return FALSE;
	n = strcspn(meeting->committee, ",");
	if (mb_bodies_has_body(meeting->committee, n))
		meeting->committee[n] = '\0';
	if (mb_bodies_is_anyones(meeting->committee))
		g_clear_pointer(&meeting->committee, g_free);
	return meeting->committee != NULL;
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

/* Whether the words from @p to @end are written as names are. */
static gboolean
is_written_as_name(const char *p, const char *end)
{
	for (; p < end; p += strcspn(p, " ")) {
		p += strspn(p, " ");
		if (g_ascii_islower(*p) &&
		    !mb_phrases_joins(p, strcspn(p, " ")))
			return FALSE;
	}
	return TRUE;
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
	return is_written_as_name(name, end);
}

/* "Cabinet - Thursday, 26 July 2012 2.00 p.m.": the stop ends no sentence. */
static gboolean
ends_in_hour(const char *text)
{
	return g_str_has_suffix(text, " a.m.") ||
	       g_str_has_suffix(text, " p.m.");
}

/* "Marram Parish Council – Ordinary Meeting Tuesday 5th June 2018, 7.30pm, at
 * the Old Chapel": the name is parted from the rest, however long that is. */
static gboolean
is_parted(const char *text)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	const char *name, *dash;

	mb_titles_append_plain(plain, text);
	name = mb_bodies_skip(plain->str);
	dash = strstr(name, " - ");
	return dash && mb_bodies_ends_in_body(name, (gsize)(dash - name));
}

/* "Labour Group – Pendle Room": where members meet before the meeting. */
static gboolean
is_party(const char *fold)
{
	static GRegex *party_re;

	return mb_regex_in(&party_re,
	                   "^(?:the )?(?:labour|conservatives?|liberal|lib|"
	                   "green|independents?|ukip|reform|plaid|snp|"
	                   "scottish national|sinn|dup|alliance|unionist|"
	                   "majority|minority|opposition)\\b"
	                   "[\\w &-]{0,40}\\bgroups?\\b",
	                   fold);
}

/* Whether a line of the title is the name of a body, and no more. */
static gboolean
is_name_line(const struct mb_look *look, const struct mb_line *line)
{
	const char *text = line->text;

	if (line->kind != MB_LINE_TEXT ||
	    look->n_words > (line->heading || is_parted(text) ? 30 : 14) ||
	    (look->sentence && !ends_in_hour(text)) || strchr(text, '@') ||
	    !(is_titled(look, text) || line->heading))
		return FALSE;
	if (!g_ascii_strncasecmp(text, "to", 2) && strchr(" :/", text[2]))
		return FALSE;
	return !mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) &&
	       !is_party(look->fold);
}

/* "DRAFT MINUTES", "Agenda": what the paper is, and no part of a name. */
static gboolean
is_of_paper(const char *fold)
{
	return g_str_has_suffix(fold, "minutes") ||
	       g_str_has_suffix(fold, "agenda") ||
	       g_str_has_suffix(fold, "notes");
}

/* "Town of Marram Community Centre": where it was. */
static gboolean
ends_in_place(const char *fold)
{
	static const char *const places[] = { " centre",  " center", " hall",
		                              " offices", " office", " chamber",
		                              " chambers" };

	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		if (g_str_has_suffix(fold, places[i]))
			return TRUE;
	return FALSE;
}

/* "Saltmere Health and Social Care Partnership", "NORTHMOOR FIRE DISTRICT": the
 * line below may name the board or committee of it that met. */
static gboolean
is_host(const char *name)
{
	static const char *const ends[] = { " partnership", " district",
		                            " trust",       " fund",
		                            " schools",     " college",
		                            " university" };
	g_autofree char *fold = g_ascii_strdown(name, -1);

	for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(fold, ends[i]))
			return TRUE;
	return g_str_has_prefix(fold, "cyngor ");
}

/* "MARRAM PARISH COUNCIL Draft (until approved) Minutes of the Ordinary Meeting
 * held on …": the name before what the line says the paper is; NULL.  Transfer
 * full. */
static char *
name_before_kind(const char *text)
{
	static GRegex *kind_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *name = NULL;
	gint start;

	if (!g_regex_match(
		mb_regex_once(&kind_re,
	                      " (?:[-–—:] )?(?:draft )?(?:\\([^()]{1,60}\\) )?"
	                      "(?:draft |unconfirmed |unapproved )?"
	                      "(?:minutes|notes|record|agenda|notice) "
	                      "(?:of|for) (?:the|an?|its|our) ",
	                      G_REGEX_CASELESS),
		text, 0, &info))
		return NULL;
	g_match_info_fetch_pos(info, 0, &start, NULL);
	name = g_strndup(text, (gsize)start);
	if (!mb_bodies_ends_in_body(name, strlen(name)) ||
	    !is_written_as_name(name, name + strlen(name)))
		return NULL;
	return mb_titles_committee(name);
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
	gboolean open;

	name = name_before_kind(text);
	if (name)
		return g_steal_pointer(&name);
	if (!is_name_line(mb_looks_at(looks, i), mb_lines_at(lines, i)))
		return NULL;
	name = mb_titles_committee(text);
	open = i + 1 < end && mb_bodies_is_open(text, strlen(text));
	if (name && mb_bodies_is(name) && !open)
		return g_steal_pointer(&name);
	if (i + 1 >= end || mb_looks_at(looks, i)->n_words > 8 ||
	    is_host(text) || ends_in_place(mb_looks_at(looks, i)->fold) ||
	    is_of_paper(mb_looks_at(looks, i)->fold) ||
	    !is_name_line(mb_looks_at(looks, i + 1), mb_lines_at(lines, i + 1)))
		return NULL;
	g_free(name);
	next = mb_lines_at(lines, i + 1)->text;
	name = mb_titles_committee(next);
	/* "Transport and Connectivity", "Policy Committee" is one name; not
	 * "Decision Recording Form", "Decision determined at …". */
	if (!open && name && mb_bodies_is(name) &&
	    (mb_bodies_skip(next) != next ||
	     mb_looks_at(looks, i + 1)->n_words > 3))
		return NULL;
	pair = g_strconcat(text, " ", mb_lines_at(lines, i + 1)->text, NULL);
	g_free(name);
	name = mb_titles_committee(pair);
	return name && mb_bodies_is(name) ? g_steal_pointer(&name) : NULL;
}

/* Words that the name of a municipality begins with. */
static const char *const municipalities[] = {
	"town of ",     "city of ",         "village of ",
	"township of ", "municipality of ", "shire of ",
	"county of ",   "district of ",     NULL
};

/* "TOWN OF ELMWOOD": whose body the line below names. */
gboolean
mb_who_met_is_municipality(const struct mb_look *look)
{
	const char *fold = look->fold;

	/* "City of Marram Fee:", "Town of Marram Community Centre" */
	if (look->n_words > MAX_MUNICIPALITY_WORDS || look->sentence ||
	    strchr(look->fold, ':') || ends_in_place(look->fold) ||
	    mb_bodies_has_body(look->fold, strlen(look->fold)))
		return FALSE;
	/* "The Corporation of the Town of Marram" */
	fold += g_str_has_prefix(fold, "the ") ? strlen("the ") : 0;
	if (g_str_has_prefix(fold, "corporation of the "))
		fold += strlen("corporation of the ");
	return begins_any(fold, municipalities);
}

char *
mb_who_met_site(const char *title)
{
	static GRegex *dash_re;
	g_auto(GStrv) pieces = g_regex_split(
	    mb_regex_once(&dash_re, " (?:[-|]|\342\200\223|\342\200\224) ",
	                  G_REGEX_RAW),
	    title, 0);
	const char *last = pieces[0] ? pieces[g_strv_length(pieces) - 1] : "";
	g_autofree char *fold = g_ascii_strdown(last, -1);

	if (!pieces[0] || !pieces[1] || strpbrk(last, "0123456789,:") ||
	    !(begins_any(fold, municipalities) ||
	      g_str_has_suffix(fold, " township") ||
	      g_str_has_suffix(fold, " municipality")))
		return NULL;
	return g_strdup(last);
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

		if (mb_who_met_is_municipality(mb_looks_at(looks, i)) &&
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
		/* "CYNGOR TREF HALENFOR" says the same in Welsh. */
		if (host && meeting->committee &&
		    !mb_bodies_begins(meeting->committee, "cyngor "))
			continue;
		g_free(meeting->committee);
		meeting->committee = g_steal_pointer(&name);
		if (!host)
			break;
	}
}

/* "MINUTES of a Meeting of the Board" below "NETHERFEN INTERNAL DRAINAGE
 * BOARD": the whole of a name that any body could have, from a line of the
 * title or from the document's. */
static void
widen(const struct mb_lines *lines, const struct mb_looks *looks, guint first,
      guint end, struct mb_meeting *meeting)
{
	const char *bare = meeting->committee;

	for (guint i = first; i <= end; i++) {
		g_autofree char *name = i < end ? name_at(lines, looks, i, end)
		                        : lines->title
		                            ? mb_titles_committee(lines->title)
		                            : NULL;
		gsize more = name ? strlen(name) : 0;

		if (more <= strlen(bare) + 1)
			continue;
		more -= strlen(bare);
		if (name[more - 1] == ' ' &&
		    !g_ascii_strcasecmp(name + more, bare)) {
			g_free(meeting->committee);
			meeting->committee = g_steal_pointer(&name);
			return;
		}
	}
}

/* What met has no word for a body in its name. */
static void
find_nameless(const char *text, struct mb_meeting *meeting)
{
	char *name = mb_nameless_member(text);

	if (!name)
		name = mb_nameless_business(text, meeting->council);
	if (name) {
		g_free(meeting->committee);
		meeting->committee = name;
	} else if (!meeting->committee) {
		meeting->committee = mb_nameless_assembly(text);
	}
}

void
mb_who_met(const struct mb_lines *lines, const struct mb_looks *looks,
           guint first, guint end, const char *text, struct mb_meeting *meeting)
{
	/* "EAST AREA COMMITTEE held at 6.00 pm" only where nothing else names
	 * it: a title's "of the Committee" may be on the line above. */
	static const char *const own[] = { "the", "its ", "a ", NULL };
	static const char *const where[] = { "at ", "on ", NULL };

	if (!find_host(text, own, meeting) &&
	    !find_in_sentence(text, meeting) && !find_in_letter(text, meeting))
		find_in_lines(lines, looks, first, end, meeting);
	else if (mb_bodies_is_bare(meeting->committee))
		widen(lines, looks, first, end, meeting);
	if (!meeting->committee)
		find_host(text, where, meeting);
	if (!meeting->committee ||
	    !g_strcmp0(meeting->committee, meeting->council))
		find_nameless(text, meeting);
	/* "the above Council", which nothing above names */
	if (!meeting->committee && strcasestr(text, "the above council"))
		meeting->committee = g_strdup("Council");
	/* "Marram Annual Parish Meeting" may be the document's title. */
	if (meeting->committee && !mb_bodies_is(meeting->committee))
		widen(lines, looks, first, end, meeting);
}
