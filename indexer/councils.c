#include "config.h"

#include "indexer/councils.h"

#include <string.h>

#include "indexer/bodies.h"
#include "indexer/council-names.h"
#include "indexer/phrases.h"
#include "indexer/titles.h"

/* A council's name is no longer than this. */
#define MAX_NAME 60
/* It is not looked for further down. */
#define MAX_LINES 4000
/* Around "from" stand what is sent and the sender, in so many bytes each. */
#define MAX_SENT 40
/* What a committee is said to be of counts for so many other mentions. */
#define BODY_WEIGHT 5
/* A council named in so many lines at the top is the paper's own. */
#define TOP_LINES 12

gboolean
mb_councils_is_authority(const char *name)
{
	static const char *const others[] = {
		"Youth Council",    "Full Council",      "The Council",
		"Of Council",       "Area Council",      "Arts Council",
		"Advisory Council", "Care Council",      "Parents’ Council",
		"Sports Council",   "Watershed Council", "Church Council",
		"Trades Council",   "School Council",    "Research Council",
		"Parents' Council", "Parents Council",   "Heritage Council",
		"and Council",      "by Council"
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(others); i++)
		if (g_str_has_suffix(name, others[i]))
			return FALSE;
	/* "Joint Planning Committee and Full Parish Council" */
	return !strstr(name, "ommittee") && !mb_bodies_is_anyones(name);
}

gboolean
mb_councils_has_type(const char *name, const char *type)
{
	gsize n = type ? strlen(type) : 0, all = strlen(name);

	return !n || (all > n + 1 && name[all - n - 1] == ' ' &&
	              !g_ascii_strcasecmp(name + all - n, type));
}

/* Bytes of the word for a council at @at; 0.  "Three Vales Combined Authority"
 * governs too, "the local planning authority" does not. */
static gsize
council_word(const char *text, const char *at)
{
	static const char *const kinds[] = { "Combined ", "Fire ", "Rescue ",
		                             "Park ", "London " };
	gsize before = (gsize)(at - text);

	if (*at == 'C' && !g_ascii_strncasecmp(at, "Council", 7))
		return 7;
	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		gsize n = strlen(kinds[i]);

		if (*at == 'A' && !g_ascii_strncasecmp(at, "Authority", 9) &&
		    before >= n && !g_ascii_strncasecmp(at - n, kinds[i], n))
			return 9;
	}
	return 0;
}

/* Whether the @n letters at @word are the end of a word of @name that says what
 * kind of council it is. */
static gboolean
is_scrap_of(const char *word, gsize n, const char *name)
{
	static const char *const kinds[] = { "City", "County", "Borough",
		                             "District" };

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		gsize all = strlen(kinds[i]);

		if (n >= 3 && n <= all && strstr(name, kinds[i]) &&
		    !g_ascii_strncasecmp(kinds[i] + all - n, word, n))
			return TRUE;
	}
	return FALSE;
}

/* "CITY & COUNTY Limerick City and County Council", "ITY NTY Limerick City and
 * County Council": the words of a sign stand before the name, whole or in
 * scraps.  Where the name begins. */
static const char *
behind_sign(const char *name)
{
	const char *at = name;

	for (;;) {
		gsize n = strcspn(at, " ");
		gboolean joins =
		    at > name && (!strncmp(at, "& ", 2) ||
		                  !g_ascii_strncasecmp(at, "and ", 4));

		if (!at[n] || !(joins || is_scrap_of(at, n, at + n)) ||
		    !g_ascii_strncasecmp(at + n, " of ", 4))
			break;
		at += n + 1;
	}
	/* "City and County Council" */
	return mb_bodies_is_anyones(at) ? name : at;
}

/* The council's name in @text, and where it ends; NULL.  Transfer full. */
static char *
name_in(const char *text, gsize *end)
{
	const char *at = text + strcspn(text, "AC"), *council;
	g_autofree char *name = NULL;
	gsize start, committee, n = 0;

	while (*at && !(n = council_word(text, at)))
		at += 1 + strcspn(at + 1, "AC");
	if (!n || g_ascii_isalpha(at[n]))
		return NULL;
	*end = (gsize)(at - text) + n;
	start = mb_council_name_start(text, (gsize)(at - text), *end);
	if (*end - start > MAX_NAME)
		return NULL;
	name = g_strndup(text + start, *end - start);
	council = mb_bodies_of(name, &committee);
	return g_strdup(behind_sign(council ? council : name));
}

/* How often the paper names each council. */
struct count {
	GHashTable *n_of; /* name -> how often */
	const char *type; /* NULL: any */
	char *best;       /* named most; NULL */
	guint most;
};

/* "it was agreed to receive a Deputation from Ard and Bruff Community Council",
 * "Email received from Pellworth Parish Council": a guest of the council whose
 * paper it is, or who writes to it.  The name begins at @at. */
static gboolean
is_guest(const char *text, gsize at)
{
	static const char *const sent[] = { "deputation", "delegation",
		                            "email",      "e-mail",
		                            "letter",     "correspondence" };
	g_autofree char *before = g_ascii_strdown(text, (gssize)at);
	char *from = g_strrstr(before, " from ");
	const char *start;

	if (!from || strlen(from) > MAX_SENT)
		return FALSE;
	*from = '\0';
	start = from - before > MAX_SENT ? from - MAX_SENT : before;
	for (guint i = 0; i < G_N_ELEMENTS(sent); i++)
		if (strstr(start, sent[i]))
			return TRUE;
	return FALSE;
}

/* "Committee of Limber City & County Council": whose committee it is.  The name
 * begins at @at. */
static gboolean
is_of_body(const char *text, gsize at)
{
	gsize n = strlen(" of ");

	if (at > n + 4 && !strncmp(text + at - 4, "the ", 4))
		at -= 4;
	return at > n && !strncmp(text + at - n, " of ", n) &&
	       mb_bodies_ends_in_body(text, at - n);
}

/* "The next Ayton Community Council meeting", "the meeting of Ayton Community
 * Council" */
static gboolean
is_what_met(const char *text, gsize n_name, gsize end)
{
	g_autofree char *before = g_ascii_strdown(text, (gssize)(end - n_name));

	g_strchomp(before);
	if (g_str_has_suffix(before, " the"))
		before[strlen(before) - 4] = '\0';
	return mb_bodies_begins(text + end, " meeting") ||
	       g_str_has_suffix(before, "minutes of") ||
	       g_str_has_suffix(before, "meeting of");
}

static void
count_name(struct count *count, const char *text)
{
	gsize end;
	char *name = name_in(text, &end);
	guint n;

	if (!name || is_guest(text, end - strlen(name)) || !strchr(name, ' ') ||
	    !mb_councils_is_authority(name) ||
	    !mb_councils_has_type(name, count->type)) {
		g_free(name);
		return;
	}
	n = GPOINTER_TO_UINT(g_hash_table_lookup(count->n_of, name)) +
	    (is_of_body(text, end - strlen(name)) ? BODY_WEIGHT : 1) +
	    (is_what_met(text, strlen(name), end) ? 1 : 0);
	if (n > count->most) {
		count->most = n;
		g_free(count->best);
		count->best = g_strdup(name);
	}
	g_hash_table_replace(count->n_of, name, GUINT_TO_POINTER(n));
}

/* "Council Minutes 22 May 2018 | Wirrabilla Shire Council" */
static void
count_in_title(struct count *count, const char *title)
{
	g_auto(GStrv) pieces = g_strsplit(title, "|", -1);

	for (guint i = 0; pieces[i]; i++)
		count_name(count, g_strstrip(pieces[i]));
}

char *
mb_councils_find(const struct mb_lines *lines, const char *type)
{
	g_autoptr(GHashTable) n_of =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct count count = { .n_of = n_of, .type = type };

	for (guint i = 0; i < lines->lines->len && i < MAX_LINES; i++)
		count_name(&count, mb_lines_at(lines, i)->text);
	if (!count.best && lines->title)
		count_in_title(&count, lines->title);
	return count.best;
}

/* Minutes of parishes speak of the county again and again. */
static gboolean
is_larger(const char *name)
{
	/* "Saltmere City and County Council" is above no other. */
	return (mb_councils_has_type(name, "County Council") &&
	        !strstr(name, "City")) ||
	       mb_councils_has_type(name, "Borough Council") ||
	       mb_councils_has_type(name, "District Council");
}

gboolean
mb_councils_is_host(const struct mb_lines *lines, guint top, const char *name)
{
	guint i, n = 0;

	for (i = 0; i < lines->lines->len && i < MAX_LINES; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		gsize end;
		g_autofree char *found = name_in(line->text, &end);

		if (!found || strcmp(found, name) ||
		    is_guest(line->text, end - strlen(found)))
			continue;
		if (i < MIN(top, TOP_LINES) || line->furniture ||
		    (++n > 1 && !is_larger(name)) ||
		    is_what_met(line->text, strlen(name), end))
			return TRUE;
	}
	return FALSE;
}

/* The name as it stands in small letters somewhere in the paper; NULL. */
static char *
printed_small(const char *name, const struct mb_lines *lines)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	gsize n = strlen(name);
	guint i;

	for (i = 0; i < lines->lines->len && i < MAX_LINES; i++) {
		const char *p;

		g_string_truncate(plain, 0);
		mb_titles_append_plain(plain, mb_lines_at(lines, i)->text);
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
mb_councils_uncapitalise(const char *name, const struct mb_lines *lines)
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
