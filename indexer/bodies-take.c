/* How the name of a body is cut out of the words around it. */
#include "config.h"

#include "indexer/bodies.h"

#include <string.h>

#include "base/date.h"
#include "indexer/council-names.h"
#include "indexer/patterns.h"

/* A committee's name is no longer than this. */
#define MAX_NAME 160

/* Nor are brackets within it. */
#define MAX_BRACKET 40

/* Words that stand before the name of what meets, in any order. */
/* clang-format off */
static const char *const before_name[] = {
	/* "Annual, Council - Thursday 13 May": a page's kind of meeting */
	"annual, ", "special, ", "extraordinary, ", "budget, ",
	"reconvened, ", "adjourned, ", "additional, ",
	"the ", "a ", "an ", "meeting of ", "meetings of ", "minutes of ",
	"minutes for ", "minutes from ", "minutes - ", "proceedings at ",
	"proceedings of ", "note of ", "notes of ", "ordinary ", "monthly ", "annual ", "special ",
	"virtual ", "adjourned ", "extraordinary ", "inaugural ", "draft ",
	"full ", "quarterly ", "remote ", "hybrid ", "statutory ", "budget ",
	"public ", "meeting ", "next ", "scheduled ", "decision ",
	"decisions ", "determined ", "taken ", "made ", "by ", "at ", "of ",
	"notice of ", "hearing of ", "open section of ", "regular ", "minutes: ", "agenda: ", "agenda for ", "agenda - ", "agenda ", "action tracker - ",
	"action tracker for ", "action log - ", "joint meeting of ",
	"joint ", "and ",
	"record of ", "records of ", "present at ", "attendance at ",
	"committee details - ", "details ", "committee: ", "meeting: ", "name of meeting: ", "name: ", "body: ",
	"name of committee: ", "title of meeting: ", "committee name: ",
	"above ", "above-named ", "above named ", "report to ",
	"report from ", "news from ", "notes from ", "letter to ",
	"letter from ", "last month's ", "last ", "latest ", "our ",
	"january ", "february ", "april ", "june ", "july ", "august ",
	"september ", "october ", "november ", "december ", "minutes to ",
	"mayor and ", "cathaoirleach and ", "each member of ",
	"members of ",
};
/* clang-format on */

/* Where the name of what met ends. */
/* clang-format off */
static const char *const after_name[] = {
	" held", " was held", " to be", " will be", " is to be", " will meet",
	" meeting", " planning meeting", " to consider", " which ",
	" on monday", " on tuesday", " on wednesday", " on thursday",
	" on friday", " on saturday", " on sunday", " on the ", " - date",
	" at which", " at its", " at their", " took place", " agenda",
	" minutes", " - agenda", " convened", " commencing", " commenced",
	" public meeting", " a.g.m", " agm", " e.g.m", " egm", " supplementary item",
	" supplementary agenda", " re:", " date and time", " that",
};
/* clang-format on */

/* "3rd Meeting of the Works Committee": bytes of the count. */
static gsize
ordinal_length(const char *p)
{
	static const char *const ends[] = { "st ", "nd ", "rd ", "th " };
	gsize n = strspn(p, "0123456789");

	for (guint i = 0; n > 0 && i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_prefix(p + n, ends[i]))
			return n + strlen(ends[i]);
	return 0;
}

/* Skip what stands before a name. */
const char *
mb_bodies_skip(const char *p)
{
	gboolean again = TRUE;
	guint i;

	while (again) {
		p += ordinal_length(p);
		again = FALSE;
		for (i = 0; i < G_N_ELEMENTS(before_name); i++) {
			gsize n = strlen(before_name[i]);

			if (!mb_bodies_begins(p, before_name[i]))
				continue;
			/* "Joint Committee", "Full Council" are names; "Full
			 * Marram Town Council" is Marram's. */
			if (!strcmp(before_name[i], "joint ") ||
			    (!strcmp(before_name[i], "full ") &&
			     mb_bodies_begins(p + n, "council")))
				continue;
			/* "Budget Council", but "Budget Committee" */
			if (!strcmp(before_name[i], "budget ") &&
			    !mb_bodies_begins(p + n, "council") &&
			    !mb_bodies_begins(p + n, "meeting"))
				continue;
			/* "Annual Meeting of …", not "Annual Council". */
			p += n;
			again = TRUE;
		}
		if (*p == '\n') {
			p++;
			again = TRUE;
		}
	}
	return p;
}

/* "Garlock Parish Meeting", whose voters meet where there is no council or once
 * a year: its last word, behind the space at @at, is of the name. */
static gboolean
is_meeting_body(const char *lower, gsize at)
{
	return !mb_bodies_has_body(lower, at) &&
	       mb_bodies_word_at(lower, at + 1, at + strlen(" meeting"));
}

static gboolean
ends_here(const char *lower, gsize at)
{
	guint i;

	if (g_str_has_prefix(lower + at, " meeting") &&
	    is_meeting_body(lower, at))
		return FALSE;
	for (i = 0; i < G_N_ELEMENTS(after_name); i++)
		if (g_str_has_prefix(lower + at, after_name[i]) &&
		    !g_ascii_isalpha(lower[at + strlen(after_name[i])]))
			/* "Joint meeting - West of England …" is a name. */
			return at < 5 || strncmp(lower + at - 5, "joint", 5);
	return FALSE;
}

/* "Planning Applications (East) Sub-Committee": bytes of brackets at @n before
 * which no word is one for a body, and behind which one may come; 0. */
static gsize
bracket_within(const char *p, gsize n)
{
	gsize length = p[n] == '(' ? strcspn(p + n, ")\n") + 1 : 0;

	return length && length <= MAX_BRACKET && p[n + length - 1] == ')' &&
	               p[n + length] == ' ' && !mb_bodies_has_body(p, n) &&
	               mb_bodies_has_body(
			   p + n + length,
			   MIN(strcspn(p + n + length, "(.:;\n"), MAX_NAME))
	           ? length
	           : 0;
}

/* "Area Planning Committee (North)": bytes of the brackets at @n that tell
 * which of several; 0. */
static gsize
bracket_of_which(const char *lower, gsize n)
{
	static const char *const places[] = { "north", "south", "east", "west",
		                              "central" };
	gsize length = lower[n] == '(' ? strcspn(lower + n, ")") + 1 : 0;

	if (!length || lower[n + length - 1] != ')')
		return 0;
	/* "Licensing Panel (B)" */
	if (length == 3)
		return length;
	for (guint i = 0; i < G_N_ELEMENTS(places); i++)
		if (g_str_has_prefix(lower + n + 1, places[i]))
			return length;
	return 0;
}

/* "MUNICIPAL DISTRICT OF", "DISTRICT OF SALTMERE JOINT": a line that no name
 * ends with. */
gboolean
mb_bodies_is_open(const char *p, gsize n)
{
	gsize word = n;

	while (word && p[word - 1] != ' ' && p[word - 1] != '\n')
		word--;
	return word &&
	       ((n - word == 5 && !g_ascii_strncasecmp(p + word, "joint", 5)) ||
	        (n - word == 2 && !g_ascii_strncasecmp(p + word, "of", 2)));
}

/* "MUNICIPAL DISTRICT", "OF SALTMERE": whether a name of @n bytes goes on in
 * the line below. */
static gboolean
goes_on_below(const char *p, gsize n)
{
	const char *next = p[n + 1] == '\n' ? p + n + 1 : p + n;

	return mb_bodies_begins(next, " of ") ||
	       mb_bodies_begins(next, " for ") || mb_bodies_is_open(p, n);
}

/* Bytes of the name that begins at @p: up to the words or marks that end it, to
 * a date, or to the end of a line that ends in "Committee" or the like. */
static gsize
name_length(const char *p, gsize date_at)
{
	g_autofree char *lower = g_ascii_strdown(p, MAX_NAME);
	gsize n;

	g_strdelimit(lower, "\n", ' ');
	for (n = 0; lower[n] && n < date_at; n++) {
		n += bracket_within(p, n);
		n += bracket_of_which(lower, n);
		if (strchr(".:;(", lower[n]) || ends_here(lower, n))
			break;
		if (p[n] == '\n' && !goes_on_below(p, n) &&
		    (mb_bodies_ends_in_body(p, n) ||
		     (p[n + 1] == '\n' && mb_bodies_has_body(p, n))))
			break;
		if (lower[n] == ',' && mb_bodies_has_body(p, n) &&
		    !mb_bodies_has_body(p + n, MIN(strlen(p + n), 60)))
			break;
	}
	while (n && strchr(" ,-\n&", p[n - 1]))
		n--;
	return n;
}

/* Bytes from @p to the first date, or to the end. */
static gsize
date_distance(const char *p)
{
	struct mb_date_hit hit;
	g_autofree char *part = g_strndup(p, MAX_NAME * 2);

	return mb_date_find(part, 0, &hit) ? hit.start : MAX_NAME;
}

gsize
mb_bodies_length(const char *p)
{
	return name_length(p, date_distance(p));
}

/* "Souldern Parish Council Planning": what stands after the word for a body is
 * no part of the name, unless "of" or the like joins it. */
static void
cut_after_body(char *name)
{
	gsize n = strlen(name), i, start = 0, last = 0;

	for (i = 0; i <= n; i++) {
		if (i < n && !strchr(" ,(", name[i]))
			continue;
		if (i > start && mb_bodies_word_at(name, start, i))
			last = i;
		start = i + 1;
	}
	if (!last || mb_bodies_begins(name + last, " of ") ||
	    mb_bodies_begins(name + last, " for ") ||
	    mb_bodies_begins(name + last, " on ") ||
	    mb_bodies_begins(name + last, " to ") ||
	    mb_bodies_begins(name + last, " (") ||
	    /* "Saltmere City Council as Shareholders of Saltmere Holdings" */
	    mb_bodies_begins(name + last, " as shareholder") ||
	    mb_bodies_begins(name + last, " as trustee") ||
	    mb_bodies_begins(name + last, " acting as ") ||
	    mb_bodies_is_which(name + last, strlen(name + last)) ||
	    mb_bodies_begins(name, "cyngor") ||
	    mb_bodies_begins(name, "pwyllgor"))
		return;
	name[last] = '\0';
}

/* "Garlock Annual Parish Council" met at its annual meeting, the "Port of
 * Marram Special Board of Commissioners" at a special one: the word before what
 * the body is called, behind a name. */
static void
cut_annual(char *name)
{
	static GRegex *kind_re;
	g_autoptr(GMatchInfo) match = NULL;
	int start, end;

	if (!g_regex_match(
		mb_regex_once(
		    &kind_re,
		    "\\b[a-z']+((?: (?:annual|ordinary|special|regular|"
		    "extraordinary|emergency))+) (?:(?:parish|town|"
		    "community|city) council|(?:council|board|"
		    "commission|selectboard)(?! (?:on|for)\\b))\\b",
		    G_REGEX_CASELESS),
		name, 0, &match) ||
	    !g_match_info_fetch_pos(match, 1, &start, &end) ||
	    mb_bodies_has_body(name, (gsize)start))
		return;
	memmove(name + start, name + end, strlen(name + end) + 1);
}

/* "Transport Committee, Transport Committee", printed over two lines. */
static void
cut_double(char *name)
{
	char *comma = strstr(name, ", ");

	if (comma && strlen(comma + 2) == (gsize)(comma - name) &&
	    !g_ascii_strncasecmp(name, comma + 2, (gsize)(comma - name)))
		*comma = '\0';
}

/* "Three Dales Combined Authority - Transport Board": the authority's name
 * stands before the board's; "Y CABINET / THE CABINET": a name in both
 * languages. */
static void
cut_host(char *name)
{
	static const char *const marks[] = { " - ", " / ", " | " };

	for (guint i = 0; i < G_N_ELEMENTS(marks); i++) {
		char *mark = strstr(name, marks[i]);
		const char *rest = mark ? mb_bodies_skip(mark + 3) : NULL;

		if (mark &&
		    mb_bodies_ends_in_body(name, (gsize)(mark - name)) &&
		    mb_bodies_is(rest))
			memmove(name, rest, strlen(rest) + 1);
	}
}

static char *
one_line(const char *p, gsize n)
{
	g_autofree char *raw = g_strndup(p, n);
	char *name = g_malloc(n + 1), *end = name;

	/* Two newlines part lines with space between them. */
	for (const char *from = raw; *from; from++) {
		char c = *from == '\n' ? ' ' : *from;

		if (c != ' ' || (end > name && end[-1] != ' '))
			*end++ = c;
	}
	*end = '\0';
	g_strchomp(name);
	cut_host(name);
	cut_after_body(name);
	cut_double(name);
	cut_annual(name);
	return name;
}

/* Whether @n bytes of @name end in the word "council". */
static gboolean
ends_in_council(const char *name, gsize n)
{
	return n >= 7 && !g_ascii_strncasecmp(name + n - 7, "council", 7);
}

/* "Emergency Plan - Marram Parish Council" is Marram's; "This policy was
 * adopted by the Council" and "11000 new council homes" name none.  Letters all
 * small or all large tell nothing. */
static gboolean
cut_to_council(char *name)
{
	gsize n = strlen(name), start;

	if (!ends_in_council(name, n) || n == 7 ||
	    !strpbrk(name, "abcdefghijklmnopqrstuvwxyz") ||
	    !strpbrk(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZ"))
		return TRUE;
	start = mb_council_name_start(name, n - 7, n);
	memmove(name, name + start, n - start + 1);
	return start < n - 7;
}

/* The name at @name and no more; NULL. */
static char *
take_one(const char *name, gsize n)
{
	g_autofree char *line = NULL;

	if (n < 4 || n >= MAX_NAME || !mb_bodies_has_body(name, n) ||
	    !g_ascii_isalpha(*name))
		return NULL;
	/* "Record of Executive Decision", not "Executive Decision Panel" */
	if (mb_bodies_begins(name, "executive decision") &&
	    !mb_bodies_ends_in_body(name, n))
		return NULL;
	line = one_line(name, n);
	/* "Sale of land | Cabinet" is a row. */
	return strchr(line, '|') || !cut_to_council(line)
	           ? NULL
	           : g_steal_pointer(&line);
}

/* "Meeting to consider the Draft Budget for the Municipal District of Marram":
 * the name stands behind what was considered. */
static const char *
skip_purpose(const char *name)
{
	const char *of;

	if (!mb_bodies_begins(name, "to consider "))
		return name;
	of = g_strstr_len(name, MAX_NAME, " for the ");
	return of ? mb_bodies_skip(of + strlen(" for ")) : name;
}

char *
mb_bodies_take(const char *p)
{
	const char *name = skip_purpose(mb_bodies_skip(p));
	gsize n = mb_bodies_length(name);
	char *found = take_one(name, n);
	const char *rest = name + n;

	/* "Council Meeting of the Marram Community Council": which council's
	 * is told behind. */
	rest += strspn(rest, " \n");
	if (found && mb_bodies_is_anyones(found) &&
	    mb_bodies_begins(rest, "meeting of ")) {
		const char *other = mb_bodies_skip(rest);
		char *whole = take_one(other, mb_bodies_length(other));

		if (whole) {
			g_free(found);
			found = whole;
		}
	}
	return found;
}

const char *
mb_bodies_of(const char *name, gsize *end)
{
	for (const char *of = strstr(name, " of "); of;
	     of = strstr(of + 1, " of ")) {
		const char *council = of + strlen(" of ");

		council += g_str_has_prefix(council, "the ") ? 4 : 0;
		*end = (gsize)(of - name);
		if (mb_bodies_ends_in_body(name, *end) &&
		    !ends_in_council(name, *end) &&
		    ends_in_council(council, strlen(council)) &&
		    !mb_bodies_is_anyones(council))
			return council;
	}
	return NULL;
}

gboolean
mb_bodies_is_other(const char *lower, const char *at)
{
	static const char *const words[] = { "following", "after",
		                             "before",    "prior to",
		                             "rising of", "conclusion of",
		                             "close of",  "end of" };
	g_autofree char *before = g_strndup(lower, (gsize)(at - lower));

	g_strchomp(before);
	if (g_str_has_suffix(before, " the"))
		before[strlen(before) - strlen(" the")] = '\0';
	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_suffix(before, words[i]))
			return TRUE;
	return FALSE;
}
