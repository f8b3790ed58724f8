#include "config.h"

#include "indexer/titles.h"

#include <string.h>

#include "base/date.h"
#include "indexer/phrases.h"

/* A title is not looked for beyond so many bytes. */
#define MAX_TITLE 4000

/* A committee's name is no longer than this. */
#define MAX_NAME 160

/* @text with straight quotes and dashes, without markup, its case kept. */
static void
append_plain(GString *out, const char *text)
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
		append_plain(out, line->text);
	}
	return g_string_free(out, FALSE);
}

static gboolean
at_month(const char *p)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
		                              "may", "jun", "jul", "aug",
		                              "sep", "oct", "nov", "dec" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(months); i++)
		if (!g_ascii_strncasecmp(p, months[i], 3))
			return TRUE;
	return FALSE;
}

/* Bytes of what a scanner made of "st", "nd", "rd" or "th" at @p, up to the
 * month; 0 when there is no month. */
static gsize
scanned_ordinal(const char *p)
{
	gsize n = 0;

	while (p[n] && p[n] != ' ' && !g_ascii_isdigit(p[n]) && n < 8)
		n++;
	if (!n || p[n] != ' ' || p[0] == '.' || p[0] == '/' || p[0] == ':')
		return 0;
	return at_month(p + n + 1) ? n : 0;
}

char *
mb_titles_mend_dates(const char *text)
{
	GString *out = g_string_new(NULL);
	const char *p = text;

	while (*p) {
		gsize n = 0, junk;

		while (g_ascii_isdigit(p[n]))
			n++;
		if (!n) {
			g_string_append_c(out, *p++);
			continue;
		}
		/* "224 January, 2020" was "22nd". */
		g_string_append_len(
		    out, p,
		    (gssize)(n == 3 && p[3] == ' ' && at_month(p + 4) ? 2 : n));
		p += n;
		junk = n <= 2 ? scanned_ordinal(p) : 0;
		p += junk;
	}
	return g_string_free(out, FALSE);
}

/* Words that stand before the name of what meets, in any order. */
/* clang-format off */
static const char *const before_name[] = {
	"the ", "a ", "an ", "meeting of ", "meetings of ", "minutes of ",
	"minutes for ", "minutes from ", "minutes - ", "proceedings at ",
	"proceedings of ", "ordinary ", "monthly ", "annual ", "special ",
	"virtual ", "adjourned ", "extraordinary ", "inaugural ", "draft ",
	"full ", "quarterly ", "remote ", "hybrid ", "statutory ", "budget ",
	"public ", "meeting ", "next ", "scheduled ", "decision ",
	"decisions ", "determined ", "taken ", "made ", "by ", "at ", "of ",
	"agenda for ", "agenda - ", "agenda ", "action tracker - ",
	"action tracker for ", "action log - ", "joint ",
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
};
/* clang-format on */

/* Whether @p begins with @words, a line's end being as good as a space. */
static gboolean
begins(const char *p, const char *words)
{
	for (; *words; p++, words++)
		if (g_ascii_tolower(*p == '\n' ? ' ' : *p) != *words)
			return FALSE;
	return TRUE;
}

/* Skip what stands before a name. */
static const char *
skip_before(const char *p)
{
	gboolean again = TRUE;
	guint i;

	while (again) {
		again = FALSE;
		for (i = 0; i < G_N_ELEMENTS(before_name); i++) {
			gsize n = strlen(before_name[i]);

			if (!begins(p, before_name[i]))
				continue;
			/* "Joint Committee", "Full Council" are names. */
			if (!strcmp(before_name[i], "joint ") ||
			    !strcmp(before_name[i], "full "))
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

/* "Council Chamber", "Board Room", "County Council Offices": places. */
static gboolean
is_place(const char *rest)
{
	static const char *const places[] = { "chamber", "house", "office",
		                              "room",    "hall",  "building",
		                              "suite",   "tax",   "member" };
	guint i;

	rest += strspn(rest, " ");
	for (i = 0; i < G_N_ELEMENTS(places); i++)
		if (!g_ascii_strncasecmp(rest, places[i], strlen(places[i])))
			return TRUE;
	return FALSE;
}

static gboolean
is_body_word(const char *p, gsize n)
{
	g_autofree char *word = g_ascii_strdown(p, (gssize)n);

	return mb_phrases_is(MB_PHRASES_BODY, word) && !is_place(p + n);
}

/* Whether the name ends, at a line's end, in a word for a body that meets. */
static gboolean
ends_in_body(const char *name, gsize n)
{
	gsize end = n, start;

	while (end && strchr(" ,.:;-()", name[end - 1]))
		end--;
	for (start = end; start && !strchr(" \n(", name[start - 1]); start--)
		;
	return end > start && is_body_word(name + start, end - start);
}

/* Whether any word of the name is one for a body that meets. */
static gboolean
has_body(const char *name, gsize n)
{
	gsize i, start = 0;

	for (i = 0; i <= n; i++) {
		if (i < n && !strchr(" \n,.()", name[i]))
			continue;
		if (i > start && is_body_word(name + start, i - start))
			return TRUE;
		start = i + 1;
	}
	return FALSE;
}

/* Whether a line is a name as bodies are called: "… Committee", "Municipal
 * District of …", "Cyngor …"; not "Escalation Panel referral". */
static gboolean
is_name(const char *name)
{
	gsize n = strlen(name), i, start = 0;

	if (ends_in_body(name, n))
		return TRUE;
	for (i = 0; i <= n; i++) {
		if (i < n && name[i] != ' ')
			continue;
		if (i > start && is_body_word(name + start, i - start) &&
		    ((!start && !g_ascii_strncasecmp(name, "cyngor", 6)) ||
		     !g_ascii_strncasecmp(name + i, " of ", 4) ||
		     !g_ascii_strncasecmp(name + i, " for ", 5) ||
		     name[i - 1] == ','))
			return TRUE;
		start = i + 1;
	}
	return FALSE;
}

static gboolean
ends_here(const char *lower, gsize at)
{
	guint i;

	for (i = 0; i < G_N_ELEMENTS(after_name); i++)
		if (g_str_has_prefix(lower + at, after_name[i]) &&
		    !g_ascii_isalpha(lower[at + strlen(after_name[i])]))
			/* "Joint meeting - West of England …" is a name. */
			return at < 5 || strncmp(lower + at - 5, "joint", 5);
	return FALSE;
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
		if (strchr(".:;(", lower[n]) || ends_here(lower, n))
			break;
		if (p[n] == '\n' && ends_in_body(p, n) &&
		    !begins(p + n, " of ") && !begins(p + n, " for "))
			break;
		if (p[n] == '\n' && p[n + 1] == '\n' && has_body(p, n))
			break;
		if (lower[n] == ',' && has_body(p, n) &&
		    !has_body(p + n, MIN(strlen(p + n), 60)))
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

/* "Limerick City & County Council's Travel and Transportation Strategic Policy
 * Committee", "Limerick City and County Council, Home and Social …": the
 * council, and what of it met. */
static void
split_council(const char *name, struct mb_meeting *meeting)
{
	g_autofree char *lower = g_ascii_strdown(name, -1);
	const char *at = strstr(lower, " council");
	const char *rest;

	if (!at)
		return;
	rest = name + (at - lower) + strlen(" council");
	if (!meeting->council)
		meeting->council = g_strndup(name, (gsize)(rest - name));
	if (!g_ascii_strncasecmp(rest, "'s ", 3))
		rest += 3;
	else if (!g_ascii_strncasecmp(rest, ", ", 2))
		rest += 2;
	else if (*rest == ' ')
		rest += 1;
	else
		return;
	if (!g_ascii_strncasecmp(rest, "- ", 2))
		rest += 2;
	if (*rest && has_body(rest, strlen(rest))) {
		g_free(meeting->committee);
		meeting->committee = g_strdup(rest);
	}
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
		if (i > start && is_body_word(name + start, i - start))
			last = i;
		start = i + 1;
	}
	if (!last || begins(name + last, " of ") ||
	    begins(name + last, " for ") || begins(name + last, " on ") ||
	    begins(name + last, " to ") || begins(name + last, " (") ||
	    begins(name, "cyngor") || begins(name, "pwyllgor"))
		return;
	name[last] = '\0';
}

static char *
one_line(const char *p, gsize n)
{
	char *name = g_strndup(p, n);

	g_strdelimit(name, "\n", ' ');
	g_strstrip(name);
	cut_after_body(name);
	return name;
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
		const char *name;
		gsize n;

		if (p > lower && g_ascii_isalpha(p[-1]))
			continue;
		for (lead = leads; *lead; lead++)
			if (begins(p, *lead))
				break;
		if (!*lead)
			continue;
		name = skip_before(text + (p - lower) + strlen(*lead));
		n = name_length(name, date_distance(name));
		if (n < 4 || n >= MAX_NAME || !has_body(name, n) ||
		    !g_ascii_isalpha(*name))
			continue;
		meeting->committee = one_line(name, n);
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
	static const char *const leads[] = {
		"minutes of ",  "meeting of ", "proceedings of ",
		"minutes for ", "agenda for ", "meetings of ",
		"taken by ",    "taken at ",   NULL
	};
	static const char *const letters[] = { "each member of ",
		                               "all members of ", NULL };

	return find_after(text, leads, meeting) ||
	       find_after(text, letters, meeting);
}

/* "Manordeilo and Salem Community Council held their meeting at 7.00pm" */
static gboolean
find_host(const char *text, struct mb_meeting *meeting)
{
	const char *at = text;

	while ((at = strstr(at, " held "))) {
		const char *line = at;
		const char *rest = at + strlen(" held ");

		while (line > text && line[-1] != '\n')
			line--;
		line = skip_before(line);
		if (line < at && at - line < MAX_NAME &&
		    ends_in_body(line, (gsize)(at - line)) &&
		    (g_str_has_prefix(rest, "the") ||
		     g_str_has_prefix(rest, "its ") ||
		     g_str_has_prefix(rest, "a "))) {
			meeting->committee = one_line(line, (gsize)(at - line));
			return TRUE;
		}
		at = rest;
	}
	return FALSE;
}

/* Whether a line of the title is the name of a body, and no more. */
static gboolean
is_name_line(const struct mb_look *look, const struct mb_line *line)
{
	const char *text = line->text;

	if (line->kind != MB_LINE_TEXT ||
	    look->n_words > (line->heading ? 30 : 14) || look->sentence ||
	    strchr(text, '@') || !(look->caps || look->title || line->heading))
		return FALSE;
	if (!g_ascii_strncasecmp(text, "to", 2) && strchr(" :/", text[2]))
		return FALSE;
	return !mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold);
}

char *
mb_titles_committee(const char *text)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	const char *name;
	gsize n;

	append_plain(plain, text);
	name = skip_before(plain->str);
	n = name_length(name, date_distance(name));
	if (n < 4 || n >= MAX_NAME || !has_body(name, n) ||
	    !g_ascii_isalpha(*name))
		return NULL;
	return one_line(name, n);
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
	if (name && is_name(name))
		return g_steal_pointer(&name);
	if (i + 1 >= end || mb_looks_at(looks, i)->n_words > 8 ||
	    !is_name_line(mb_looks_at(looks, i + 1), mb_lines_at(lines, i + 1)))
		return NULL;
	g_free(name);
	next = mb_lines_at(lines, i + 1)->text;
	name = mb_titles_committee(next);
	/* "Transport and Connectivity", "Policy Committee" is one name; not
	 * "Decision Recording Form", "Decision determined at …". */
	if (name && is_name(name) &&
	    (skip_before(next) != next ||
	     mb_looks_at(looks, i + 1)->n_words > 3))
		return NULL;
	pair = g_strconcat(text, " ", mb_lines_at(lines, i + 1)->text, NULL);
	g_free(name);
	name = mb_titles_committee(pair);
	return name && is_name(name) ? g_steal_pointer(&name) : NULL;
}

/* "KENT COUNTY COUNCIL", "CABINET": names in lines of their own.  The first
 * met, but a council's name above it is the council. */
static void
find_in_lines(const struct mb_lines *lines, const struct mb_looks *looks,
              guint first, guint end, struct mb_meeting *meeting)
{
	guint i;

	for (i = first; i < end; i++) {
		g_autofree char *name = name_at(lines, looks, i, end);
		gboolean council;

		if (!name)
			continue;
		council = g_str_has_suffix(name, "ouncil") ||
		          g_str_has_suffix(name, "OUNCIL");
		if (council && !meeting->council)
			meeting->council = g_strdup(name);
		if (council && meeting->committee)
			continue;
		g_free(meeting->committee);
		meeting->committee = g_steal_pointer(&name);
		if (!council)
			break;
	}
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
	    strstr(after, "am") || strstr(after, "p.m") || strstr(after, "a.m"))
		score += 2;
	if (strstr(line, "dated") || strstr(line, "published") ||
	    strstr(line, "issued") || strstr(line, "despatch") ||
	    strstr(line, "dispatch"))
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
	g_autofree char *mended = mb_titles_mend_dates(text);
	g_autofree char *lower = g_ascii_strdown(mended, -1);
	struct mb_date_hit hit;
	gsize at = 0;
	int best = G_MININT;

	while (mb_date_find(mended, at, &hit)) {
		int score = score_date(lower, &hit, agenda);

		if (hit.ymd % 100 && score > best) {
			best = score;
			meeting->date_ymd = hit.ymd;
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
	g_autofree char *text = join_lines(lines, looks, first, end);

	if (!find_host(text, meeting) && !find_in_sentence(text, meeting))
		find_in_lines(lines, looks, first, end, meeting);
	if (meeting->committee) {
		g_autofree char *name = g_strdup(meeting->committee);

		split_council(name, meeting);
	}
	find_date(text, agenda, meeting, weak);
}

/* Bytes before @at that are words of a council's name: "Bristol City". */
static gsize
council_start(const char *text, gsize at)
{
	gsize start = at, p = at;

	while (p > 0) {
		gsize word;

		if (text[p - 1] != ' ')
			break;
		word = p - 1;
		while (word > 0 && !strchr(" ,.(;:\"", text[word - 1]))
			word--;
		if (!g_ascii_isupper(text[word]) && text[word] != '&' &&
		    strncmp(text + word, "and ", 4))
			break;
		if (!g_ascii_strncasecmp(text + word, "the ", 4) ||
		    !g_ascii_strncasecmp(text + word, "next ", 5) ||
		    !g_ascii_strncasecmp(text + word, "of ", 3))
			break;
		p = word;
		if (g_ascii_isupper(text[word]))
			start = word;
	}
	return start;
}

/* Whether every word of a name could be any council's: "District and Borough
 * Council". */
gboolean
mb_titles_is_anyones(const char *name)
{
	static const char *const words[] = {
		"community", "parish",   "town",   "county",
		"borough",   "district", "city",   "and",
		"council",   "budget",   "annual", "meeting"
	};
	g_auto(GStrv) parts = g_strsplit(name, " ", -1);
	guint i, k;

	for (i = 0; parts[i]; i++) {
		for (k = 0; k < G_N_ELEMENTS(words); k++)
			if (!g_ascii_strcasecmp(parts[i], words[k]))
				break;
		if (k == G_N_ELEMENTS(words))
			return FALSE;
	}
	return TRUE;
}

/* "Bristol City Council", not "Youth Council", "Full Council". */
static gboolean
is_authority(const char *name)
{
	static const char *const others[] = { "Youth Council", "Full Council",
		                              "The Council",   "Of Council",
		                              "Area Council",  "Arts Council",
		                              "Care Council" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(others); i++)
		if (g_str_has_suffix(name, others[i]))
			return FALSE;
	return !mb_titles_is_anyones(name);
}

char *
mb_titles_council(const struct mb_lines *lines)
{
	g_autoptr(GHashTable) counts =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	char *best = NULL;
	guint i, most = 0;

	for (i = 0; i < lines->lines->len && i < 4000; i++) {
		const char *text = mb_lines_at(lines, i)->text;
		const char *at = strcasestr(text, "Council");
		gsize start, end;
		char *name;
		guint n;

		if (!at || *at != 'C' || g_ascii_isalpha(at[7]))
			continue;
		end = (gsize)(at - text) + 7;
		start = council_start(text, (gsize)(at - text));
		name = g_strndup(text + start, end - start);
		n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, name)) + 1;
		if (!strchr(name, ' ') || end - start > 60 ||
		    !is_authority(name)) {
			g_free(name);
			continue;
		}
		if (n > most) {
			most = n;
			g_free(best);
			best = g_strdup(name);
		}
		g_hash_table_replace(counts, name, GUINT_TO_POINTER(n));
	}
	return best;
}

/* The name as it stands in small letters somewhere in the paper; NULL. */
static char *
printed_small(const char *name, const struct mb_lines *lines)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	gsize n = strlen(name);
	guint i;

	for (i = 0; i < lines->lines->len && i < 4000; i++) {
		const char *p;

		g_string_truncate(plain, 0);
		append_plain(plain, mb_lines_at(lines, i)->text);
		for (p = plain->str; *p; p++)
			if (!g_ascii_strncasecmp(p, name, n) &&
			    strncmp(p, name, n) && g_ascii_isupper(*p))
				return g_strndup(p, n);
	}
	return NULL;
}

static gboolean
is_all_capitals(const char *name)
{
	const char *p;

	for (p = name; *p; p = g_utf8_next_char(p))
		if (g_unichar_islower(g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

/* "ADARE-RATHKEALE" is "Adare-Rathkeale"; "SPC" stays. */
static void
append_small(GString *out, const char *word, gsize n)
{
	g_autofree char *lower = g_utf8_strdown(word, (gssize)n);
	gboolean vowel = strpbrk(lower, "aeiouy") != NULL;
	gboolean first = TRUE;
	const char *p;

	if (!vowel || (out->len && mb_phrases_joins(lower, strlen(lower)))) {
		g_string_append(out, vowel ? lower : "");
		if (!vowel)
			g_string_append_len(out, word, (gssize)n);
		return;
	}
	for (p = lower; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		g_string_append_unichar(out, first ? g_unichar_toupper(c) : c);
		first = c == '-' || c == '(' || c == '"';
	}
}

char *
mb_titles_uncapitalise(const char *name, const struct mb_lines *lines)
{
	GString *out;
	char *small;
	const char *p = name;

	if (!is_all_capitals(name))
		return g_strdup(name);
	small = printed_small(name, lines);
	if (small)
		return small;
	out = g_string_new(NULL);
	while (*p) {
		gsize n = strcspn(p, " ");

		append_small(out, p, n);
		p += n;
		if (*p)
			g_string_append_c(out, *p++);
	}
	return g_string_free(out, FALSE);
}
