#include "config.h"

#include "indexer/ran-items.h"

#include <string.h>

#include "base/date.h"
#include "indexer/looks.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"
#include "indexer/shaped.h"

/* So many lines below, the next number is looked for. */
#define MAX_AHEAD 60
/* Numbers above are no items', unless those around them are. */
#define MAX_NUMBER 400
/* Smaller ones may be the minutes of an hour or pence. */
#define MAX_SMALL 99
/* Minutes that stand whole in one line are longer, and so many of their items
 * have names that are known. */
#define MIN_WHOLE_CHARS 200
#define MIN_KNOWN       3
/* Letters of a title in capitals: "BUDGET", and not "NCC". */
#define MIN_CAPITALS 5
/* Names and dates are told by so many bytes. */
#define MAX_PHRASE 40
/* So many numbers are looked at; the sequence begins with one of the first. */
#define MAX_PLACES 2000
#define MAX_STARTS 16

gsize
mb_ran_capitals(const char *p)
{
	gsize n = 0, end = 0;

	for (;;) {
		gsize word = n;

		while (g_ascii_isupper(p[n]) || p[n] == '\'')
			n++;
		if (n < word + 2 || g_ascii_isalnum(p[n]) ||
		    (guchar)p[n] >= 0x80)
			return end;
		end = n;
		if (p[n] != ' ')
			return end;
		n++;
	}
}

/* The number that a line begins with, "12. Reports", "3334.Accounts"; 0 when
 * none. */
static guint
leading_number(const char *text, gsize *n_bytes)
{
	guint value = 0;
	gsize n;

	for (n = 0; g_ascii_isdigit(text[n]) && n < 4; n++)
		value = value * 10 + (guint)(text[n] - '0');
	if (!n || text[n] != '.')
		return 0;
	n += 1 + strspn(text + n + 1, " ");
	*n_bytes = n;
	return g_ascii_isupper(text[n]) ? value : 0;
}

gboolean
mb_ran_after_sentence(const char *text, const char *p)
{
	return p - text > 2 && p[-1] == ' ' && strchr(".?!:)", p[-2]);
}

/* Whether the number @value may begin at @p behind a sentence: "None received.
 * 12. Planning", "a total of £8,958.65.3334.Accounts"; not "at 7.12. The". */
static gboolean
may_begin(const char *text, const char *p, guint value)
{
	if (p - text < 3 || p[-1] == ' ')
		return mb_ran_after_sentence(text, p);
	return strchr(".?!:)", p[-1]) &&
	       (value > MAX_SMALL || !g_ascii_isdigit(p[-2]));
}

/* Where number @value begins inside @text; NULL when it does not. */
static const char *
find_number(const char *text, const char *from, guint value)
{
	g_autofree char *mark = g_strdup_printf("%u.", value);
	const char *p = from;
	gsize n;

	for (; (p = strstr(p, mark)); p++)
		if (may_begin(text, p, value) && leading_number(p, &n) == value)
			return p;
	return NULL;
}

/* The next number that a line below @i begins with; 0 when none does. */
static guint
number_below(const struct mb_lines *lines, guint i)
{
	guint end = MIN(lines->lines->len, i + MAX_AHEAD), value;
	gsize n;

	for (i++; i < end; i++) {
		value = leading_number(mb_lines_at(lines, i)->text, &n);
		if (value)
			return value;
	}
	return 0;
}

/* The number that the nearest line above @i begins with; 0. */
static guint
number_above(const struct mb_lines *lines, guint i)
{
	guint first = i > MAX_AHEAD ? i - MAX_AHEAD : 0, value;
	gsize n;

	while (i-- > first) {
		value = leading_number(mb_lines_at(lines, i)->text, &n);
		if (value)
			return value;
	}
	return 0;
}

/* Numbers that go on counting from that of line @i, or of one above, up to the
 * one that the next line with a number follows: a list inside an item begins
 * with 1 or does not.  Without such a line they go on from their own line's, if
 * that is one of a paragraph. */
static void
count_on(const struct mb_lines *lines, guint i, GArray *cuts)
{
	const char *text = mb_lines_at(lines, i)->text, *p = text;
	gsize n = 0;
	guint value = leading_number(text, &n), below;
	gboolean own =
	    value && value <= MAX_NUMBER && strlen(text) >= MB_SHAPED_MIN_CHARS;

	if (!strpbrk(text + n, "0123456789"))
		return;
	if (!value)
		n = 0;
	value = value ? value : number_above(lines, i);
	while (value && cuts->len < MB_RAN_MAX_CUTS &&
	       (p = find_number(text, p + n, value + 1))) {
		gsize at = (gsize)(p - text);

		g_array_append_val(cuts, at);
		value = leading_number(p, &n);
	}
	if (!cuts->len)
		return;
	below = number_below(lines, i);
	if (below ? below != value + 1 : !own)
		g_array_set_size(cuts, 0);
}

/* --- business that is known by its name ---------------------------------- */

/* A number inside a line, and what stands behind it. */
struct place {
	gsize at; /* bytes */
	guint value;
	gboolean known; /* business of every meeting, or a title in capitals */
};

/* "4 Apologies for absence", "13. MINUTES", "5 BUDGET MONITORING". */
static gboolean
is_known(const char *title)
{
	gsize n = mb_ran_capitals(title);
	g_autofree char *fold =
	    g_ascii_strdown(title, (gssize)strnlen(title, MAX_PHRASE));
	const char *name = fold;

	/* "3. The minutes were agreed", "2. No declarations were made" */
	if (g_str_has_prefix(fold, "the ") || g_str_has_prefix(fold, "no "))
		name = strchr(fold, ' ') + 1;
	return mb_phrases_begin(MB_PHRASES_ITEM, name) ||
	       (n >= MIN_CAPITALS &&
	        !mb_phrases_begin(MB_PHRASES_NOT_ITEM, fold));
}

/* "4 March 2013" */
static gboolean
begins_date(const char *p)
{
	g_autofree char *start = g_strndup(p, strnlen(p, MAX_PHRASE));
	struct mb_date_hit date;

	return mb_date_find(start, 0, &date) && !date.start;
}

/* "5. 5.1 Chairman's Report": @p has a number, and its first point at @title.
 */
static gboolean
begins_points(const char *p, const char *title)
{
	gsize n = (gsize)(title - p) - 1;

	return title[-2] == '.' && !strncmp(p, title, n) &&
	       g_str_has_prefix(title + n, "1 ");
}

/* Read the number at @p of @text, if it can be an item's: a title stands
 * behind it, as it does behind "12 Mill Lane" too. */
static gboolean
read_place(const char *text, const char *p, struct place *place)
{
	const char *title = p + strspn(p, "0123456789");
	gsize n = (gsize)(title - p);

	if (!n || n > 4)
		return FALSE;
	title += *title == '.' || *title == ')' ? 1 : 0;
	if (*title++ != ' ' || begins_date(p))
		return FALSE;
	place->at = (gsize)(p - text);
	place->value = (guint)g_ascii_strtoull(p, NULL, 10);
	place->known = begins_points(p, title) ||
	               (g_ascii_isupper(*title) && is_known(title));
	return place->value && !mb_numbers_is_year(place->value) &&
	       (place->known ||
	        (g_ascii_isupper(*title) &&
	         (title[-2] == '.' || mb_ran_after_sentence(text, p))));
}

static GArray *
find_places(const char *text)
{
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
	struct place place;

	for (const char *p = text; p && places->len < MAX_PLACES;
	     p = strchr(p, ' ')) {
		p += strspn(p, " ");
		if (read_place(text, p, &place))
			g_array_append_val(places, place);
	}
	return places;
}

/* The place behind @i that goes on counting: the first with a known name, else
 * the first; the number of places when none does. */
static guint
next_place(const GArray *places, guint i)
{
	guint value = g_array_index(places, struct place, i).value + 1;
	guint first = places->len;

	for (guint k = i + 1; k < places->len; k++) {
		const struct place *p = &g_array_index(places, struct place, k);

		if (p->value != value)
			continue;
		if (p->known)
			return k;
		first = MIN(first, k);
	}
	return first;
}

/* Put into @cuts the places that count on from @first; returns how many of
 * them are known by name. */
static guint
chain_from(const GArray *places, guint first, GArray *cuts)
{
	guint n_known = 0;

	g_array_set_size(cuts, 0);
	for (guint k = first; k < places->len && cuts->len < MB_RAN_MAX_CUTS;
	     k = next_place(places, k)) {
		const struct place *p = &g_array_index(places, struct place, k);

		n_known += p->known ? 1 : 0;
		g_array_append_val(cuts, p->at);
	}
	return n_known;
}

/* Minutes that stand whole in one line: "… 1 Apologies for Absence Apologies
 * were received from Cllr Sterne. 2 Minutes The minutes …".  A list inside a
 * paragraph has no such names. */
static void
find_known(const char *text, GArray *cuts)
{
	g_autoptr(GArray) places = find_places(text);
	g_autoptr(GArray) chain = g_array_new(FALSE, FALSE, sizeof(gsize));
	guint best = MIN_KNOWN;

	for (guint i = 0, n = 0; i < places->len && n < MAX_STARTS; i++) {
		guint n_known;

		if (!g_array_index(places, struct place, i).known)
			continue;
		n++;
		/* "1 HARBOUR COMMITTEE … 1. Apologies": the nearer is its
		 * first. */
		n_known = chain_from(places, i, chain);
		if (n_known < best || n_known * 2 < chain->len)
			continue;
		best = n_known;
		g_array_set_size(cuts, 0);
		g_array_append_vals(cuts, chain->data, chain->len);
	}
	/* What the line begins with need not be cut off. */
	if (cuts->len && !g_array_index(cuts, gsize, 0))
		g_array_remove_index(cuts, 0);
}

/* "OLD BUSINESS: ", and not "AYES: " or "RESOLVED: "; *known is set when it is
 * business of every meeting. */
static gboolean
is_headline(const char *p, gboolean *known)
{
	gsize n = mb_ran_capitals(p);
	g_autofree char *fold = g_ascii_strdown(p, (gssize)n);

	*known = mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
	return n >= MIN_CAPITALS && p[n] == ':' && p[n + 1] == ' ' &&
	       (*known || strchr(fold, ' ')) &&
	       !mb_phrases_begin(MB_PHRASES_NOT_ITEM, fold);
}

/* The same without numbers: "… APPROVAL OF MINUTES: Motion by Dunn. Motion
 * carried. PUBLIC COMMENT: None. OLD BUSINESS: …". */
static void
find_headlines(const char *text, GArray *cuts)
{
	guint n_known = 0;

	for (const char *p = text; p && cuts->len < MB_RAN_MAX_CUTS;
	     p = strchr(p, ' ')) {
		gboolean known;
		gsize at;

		p += strspn(p, " ");
		at = (gsize)(p - text);
		if (g_ascii_isupper(*p) && is_headline(p, &known)) {
			n_known += known ? 1 : 0;
			g_array_append_val(cuts, at);
		}
		/* "OF MINUTES:" begins nothing inside "APPROVAL OF MINUTES:".
		 */
		p += mb_ran_capitals(p);
	}
	if (n_known < MIN_KNOWN)
		g_array_set_size(cuts, 0);
}

void
mb_ran_items_find(const struct mb_lines *lines, guint i, GArray *cuts)
{
	const char *text = mb_lines_at(lines, i)->text;

	if (strlen(text) >= MIN_WHOLE_CHARS)
		find_known(text, cuts);
	if (!cuts->len && strlen(text) >= MIN_WHOLE_CHARS)
		find_headlines(text, cuts);
	if (!cuts->len)
		count_on(lines, i, cuts);
}
