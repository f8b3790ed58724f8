#include "config.h"

#include "indexer/numbers.h"

#include <string.h>

#include "indexer/looks.h"
#include "indexer/number-parts.h"
#include "indexer/phrases.h"

/* A shape of numbers.  In a pattern, # is the number that counts (unless the
 * paper shows that another does: mb_numbers_settle()), 9 another number, Y a
 * year, A one to five capitals, L a short word, R a Roman numeral, U one
 * capital that counts as numbers do, ? at most one letter, which may stand in
 * brackets; a space matches any run of spaces. */
struct shape {
	const char *pattern;
	float score;
	const char *example; /* a line that it is for */
};

/* The first row that matches decides. */
static const struct shape shapes[] = {
	{ "A/Y/#?", 1.5, "PC/2021/45 Apologies for absence" },
	{ "Y/A/#?", 1.5, "2021/PC/45 Apologies for absence" },
	{ "A.Y.#?", 1.5, "TC.2022.45 Apologies for absence" },
	{ "A.#/9-9", 1.5, "CAB.45/2023-24 Apologies for absence" },
	{ "A #/9-9", 1.5, "CAB 45/2023-24 Apologies for absence" },
	{ "A#/9-9", 1.5, "OSC24/23-24 Apologies" },
	{ "A/#/9-9", 1.5, "PC/24/23-24 Apologies" },
	{ "9-9/L/#?", 1.5, "22-23/fa/051 Apologies" },
	{ "L/#/9-9", 1.5, "Par/86/09-10 Apologies for Absence" },
	{ "#/9-9", 1.5, "45/2023-24 Apologies for absence" },
	{ "A/9/#?", 1.5, "FC/23/45 Apologies for absence" },
	{ "A-9-#?", 1.5, "FC-22-41 Apologies for absence" },
	{ "AY-#?", 1.5, "R2025-063 Adoption of the Budget" },
	{ "A9-#?", 1.5, "PC23-14 Apologies for absence" },
	{ "A9.#?", 1.5, "TC22.41 Apologies for absence" },
	{ "A #/9", 1.5, "PC 45/23 Apologies for absence" },
	{ "A#/9", 1.5, "PLA146/14 Declarations of Interest" },
	{ "Y/#?", 1, "2023/45 Apologies for absence" },
	{ "Y-#?", 1, "2022-041 Apologies for absence" },
	{ "#-Y", 1, "041-2022 Apologies for absence" },
	{ "9/9/9/#?", 1, "16/10/6/15 Finance and Policies" },
	{ "9/9/#?", 1, "23/24/112 Apologies" },
	{ "#/9?", 1, "107/20 APOLOGIES" },
	{ "#-9/9", 1, "1-0607/8 - Welcome and Apologies" },
	{ "#.9/9", 1, "41.21/22 Apologies" },
	{ "9.9.9.#?", 1, "06.26.1.04 To elect a Chairman" },
	{ "9(9).9.#?", 1, "04(2).24.01 Apologies" },
	{ "9.9.#?", 1, "03.23.01 To receive apologies for absence" },
	{ "A.#/9", 1.5, "PC.47/21 Application 21/0640/FUL" },
	{ "A.#?", 0.5, "C.12 Minutes" },
	{ "A-#?", 0.5, "C-12 Minutes" },
	{ "A/#?", 0.5, "C/12 Minutes" },
	{ "#/A", 0.5, "41/C Apologies for absence" },
	{ "A#?", 0, "SC12 Minutes" },
	{ "A #?", 0, "PC 41 Apologies for absence" },
	{ "#.0", 0.5, "4.0 Declarations of Interest" },
	{ "#?", 0.5, "13. Declarations of Interest" },
	{ "9-#", 0, "22-41 Apologies for absence" },
	{ "(#?", 1, "(26)" },
	{ "[#?", 0.5, "[26] Apologies for absence" },
	{ "R", 0.3f, "IV. Any Other Business" },
	{ "U", -1.2f, "B. ROLL CALL" },
};

/* What may stand before a number, and speaks for it. */
struct label {
	const char *word;
	float score;
	const char *example; /* a line that it is for */
};

/* A longer one before what it begins with. */
static const struct label labels[] = {
	{ "agenda item", 1.5, "Agenda Item No. 3 - Minutes" },
	{ "agenda", 0.5, "Agenda 3: Minutes" },
	{ "item", 1.5, "Item 1: Adoption of Minutes" },
	{ "eitem", 1.5, "Eitem 3 Cofnodion" },
	{ "minute", 0.5, "Minute No: 12 Apologies" },
	{ "min", 0.5, "Min. 41/22 Apologies" },
	{ "article", 0.5, "Article 1: Detail pay" },
	{ "no", -0.5, "No. 12 Apologies" },
	{ "#", 0, "#1 Apologies" },
};

/* What may stand between a label and its number. */
static const char *const label_ends[] = { "no", "number", "ref", "rhif" };

/* A letter that is a Roman numeral too. */
static const char roman_letters[] = "IVX";

#define N_SHAPES ((guint)G_N_ELEMENTS(shapes))

/* Numbers of one shape behind one label, or none, follow each other. */
#define NESTED_SERIES (N_SHAPES * (1 + (guint)G_N_ELEMENTS(labels)) + 1)

/* Labels with such a score say that an item is meant. */
#define ITEM_LABEL_SCORE 1.5f

/* Points of items in most papers, items in some. */
static const struct shape nested_shape = { "9.#?", 0.3f,
	                                   "24.1 Election of Chairman" };

gboolean
mb_numbers_is_called_item(const struct mb_heading *heading)
{
	guint label = heading->series ? (heading->series - 1) / N_SHAPES : 0;

	return label > 0 && label <= G_N_ELEMENTS(labels) &&
	       labels[label - 1].score >= ITEM_LABEL_SCORE;
}

/* The hash of what does not count. */
static guint
hash_prefix(const struct mb_heading *h)
{
	guint hash = h->letters, i;

	for (i = 0; i < h->n_parts; i++)
		if (i != h->counter)
			hash = hash * 31 + h->parts[i] + 1;
	return hash;
}

/* Bytes of @text that @shape matches, 0 when none. */
static gsize
match_shape(const struct shape *shape, const char *text, struct mb_heading *h,
            const char **number)
{
	const char *p = text, *e;

	*number = NULL;
	h->letters = 0;
	h->misread = FALSE;
	h->n_parts = 0;
	for (e = shape->pattern; *e; e++) {
		if (strchr("#9YALRU", *e) && !*number)
			*number = p;
		if (!mb_number_part(*e, &p, h))
			return 0;
	}
	h->prefix = hash_prefix(h);
	return h->misread && h->letters ? 0 : (gsize)(p - text);
}

/* "A1Declarations of Interest", "05.16.007Apologies", "12Any Other Business":
 * of a table's cells, or where a converter lost the space between; but
 * "20Mile". */
static gboolean
is_glued(const char *title, const struct mb_heading *h)
{
	g_autofree char *fold = NULL;

	if (!g_ascii_islower(title[1]))
		return FALSE;
	if (h->letters || h->n_parts > 1)
		return TRUE;
	fold = mb_looks_fold(title);
	return mb_phrases_begin(MB_PHRASES_ITEM, fold) > 0;
}

/* What may follow a number: a mark, then space, the end or a title glued to
 * it ("1.Minutes"). */
static gboolean
read_mark(const char **p, struct mb_heading *h)
{
	/* Scanners make "4," of "4." */
	static const char marks[] = ".,:)]/";
	static const enum mb_mark meant[] = {
		MB_MARK_STOP,    MB_MARK_STOP,    MB_MARK_COLON,
		MB_MARK_BRACKET, MB_MARK_BRACKET, MB_MARK_BRACKET
	};
	const char *at = **p ? strchr(marks, **p) : NULL;

	h->mark = MB_MARK_NONE;
	/* "1/ Apologies", but "1/2 Quay Street" */
	if (at && (*at != '/' || (*p)[1] == ' ' || !(*p)[1])) {
		h->mark = meant[at - marks];
		(*p)++;
		/* "4.: Minutes", "4.) Minutes" */
		(*p) += strspn(*p, ":.)");
	}
	if (!**p)
		return TRUE;
	if (**p != ' ')
		return g_ascii_isupper(**p) && (h->mark || is_glued(*p, h));
	*p += strspn(*p, " ");
	/* "Minute no. 3 – Declarations of Interest" */
	if (!h->mark)
		*p += mb_number_dash(*p);
	return TRUE;
}

/* The number at the start of @text in one shape; 0 when it has another. */
static gsize
read_shape(const struct shape *shape, const char *text, struct mb_heading *h)
{
	const char *number, *p;
	gsize n = match_shape(shape, text, h, &number);

	/* "2001-2005, in relation to" */
	if (!n || (h->n_parts == 2 && mb_numbers_is_year(h->parts[0]) &&
	           mb_numbers_is_year(h->parts[1])))
		return 0;
	p = text + n;
	g_snprintf(h->number, sizeof(h->number), "%.*s", (int)(p - number),
	           number);
	if (h->misread)
		mb_number_mend(h->number);
	if (!read_mark(&p, h))
		return 0;
	h->score = shape->score;
	h->padded = *number == '0';
	/* "J. Scanlan", "V Elm"; but not "V ANY OTHER BUSINESS", "V. Minutes"
	 */
	h->initial = g_ascii_isalpha(number[0]) && !h->number[1] &&
	             !(g_ascii_isupper(p[0]) && g_ascii_isupper(p[1])) &&
	             !(h->mark && strchr(roman_letters, number[0]));
	return (gsize)(p - text);
}

/* What follows "(26)": nothing, the title being below, or one in capitals,
 * "(41) APOLOGIES FOR ABSENCE"; "(1) That …" is a resolution. */
static gboolean
may_be_bracketed(const char *title)
{
	return !*title ||
	       (g_ascii_isupper(title[0]) && g_ascii_isupper(title[1]));
}

/* Bytes of the words @words at @p, behind which no letter stands. */
static gsize
word_at(const char *p, const char *words)
{
	gsize n = strlen(words);

	return g_ascii_strncasecmp(p, words, n) || g_ascii_isalpha(p[n]) ? 0
	                                                                 : n;
}

/* Bytes of what stands before a number: "Agenda Item No. ", "Minute ", "#";
 * 0 when nothing does.  @label is its row. */
static gsize
read_label(const char *text, guint *label)
{
	gsize n = 0, end = 0;
	guint i;

	for (i = 0; i < G_N_ELEMENTS(labels) && !n; i++)
		n = word_at(text, labels[i].word);
	if (!n)
		return 0;
	*label = i - 1;
	for (i = 0; i < G_N_ELEMENTS(label_ends) && !end; i++)
		if (text[n] == ' ')
			end = word_at(text + n + 1, label_ends[i]);
	n += end ? end + 1 : 0;
	/* "Item10" is one word, "Minutes 10" another. */
	if (!strchr(" .:#", text[n]) && text[0] != '#')
		return 0;
	n += strspn(text + n, ".:");
	n += strspn(text + n, " ");
	return n + (text[n] == '#' ? 1 : 0);
}

/* Whether a number of the pattern may stand at @p, which spares most rows; of
 * words, "Councillor", all but one. */
static gboolean
may_begin(const char *pattern, const char *p)
{
	if (strchr("#9Y", *pattern))
		return g_ascii_isdigit(*p) || *p == 'l';
	if (!strchr("ALRU", *pattern))
		return *p == *pattern;
	return g_ascii_isupper(*p) &&
	       (*pattern == 'L' || !g_ascii_islower(p[1]));
}

gsize
mb_numbers_read_initial(const char *text, struct mb_heading *h)
{
	/* "* 4. Quay lights": a mark in the margin. */
	gsize skip = *text == '*' ? 1 + strspn(text + 1, " ") : 0;
	guint i, label = 0;
	gsize n = read_label(text + skip, &label);

	if (!n && !g_ascii_isdigit(text[skip]) &&
	    !g_ascii_isupper(text[skip]) && !strchr("([l", text[skip]))
		return 0;
	skip += n;
	for (i = 0; i < N_SHAPES; i++) {
		gsize length = may_begin(shapes[i].pattern, text + skip)
		                   ? read_shape(&shapes[i], text + skip, h)
		                   : 0;

		if (!length)
			continue;
		h->series = i + 1 + (n ? N_SHAPES * (label + 1) : 0);
		h->score += n ? labels[label].score : 0;
		length += skip;
		return *text == '(' && !may_be_bracketed(text + length)
		           ? 0
		           : length;
	}
	return 0;
}

gsize
mb_numbers_read(const char *text, struct mb_heading *h)
{
	gsize n = mb_numbers_read_initial(text, h);

	return n && !h->initial ? n : 0;
}

/* Numbers of one series that go up by one, when part @part counts. */
static guint
count_steps(const GArray *headings, guint series, guint part)
{
	const struct mb_heading *last = NULL;
	guint i, k, n = 0;

	for (i = 0; i < headings->len; i++) {
		const struct mb_heading *h =
		    &g_array_index(headings, struct mb_heading, i);
		gboolean step = last != NULL;

		if (h->series != series)
			continue;
		for (k = 0; step && k < h->n_parts; k++)
			step =
			    h->parts[k] == last->parts[k] + (k == part ? 1 : 0);
		n += step ? 1 : 0;
		last = h;
	}
	return n;
}

/* "I. QUAY LIGHTS" below "H. BINS" is the ninth letter, not the first
 * number. */
static void
settle_letters(GArray *headings)
{
	guint letters = N_SHAPES, romans = N_SHAPES - 1, last = 0, i;

	for (i = 0; i < headings->len; i++) {
		struct mb_heading *h =
		    &g_array_index(headings, struct mb_heading, i);
		guint value = (guint)(h->number[0] - 'A') + 1;

		if (h->series == romans && !h->number[1] && h->mark &&
		    strchr(roman_letters, h->number[0]) && last &&
		    value == last + 1) {
			h->series = letters;
			h->value = h->parts[0] = value;
			h->score += shapes[letters - 1].score -
			            shapes[romans - 1].score;
		}
		last = h->series == letters ? h->value : last;
	}
}

/* Which part of a number counts is seen from the paper: "PLA146/14" is followed
 * by "PLA147/14", "FC24/05" by "FC24/06". */
void
mb_numbers_settle(GArray *headings)
{
	guint i, k;

	settle_letters(headings);
	for (i = 0; i < headings->len; i++) {
		struct mb_heading *first =
		    &g_array_index(headings, struct mb_heading, i);
		guint best = first->counter, n_best = 0, series = first->series;

		for (k = 0; k < i && series; k++)
			if (g_array_index(headings, struct mb_heading, k)
			        .series == series)
				series = 0;
		if (!series || first->n_parts < 2)
			continue;
		n_best = count_steps(headings, series, best) + 1;
		for (k = 0; k < first->n_parts; k++) {
			guint n = count_steps(headings, series, k);

			if (n > n_best) {
				n_best = n;
				best = k;
			}
		}
		for (k = i; k < headings->len && best != first->counter; k++) {
			struct mb_heading *h =
			    &g_array_index(headings, struct mb_heading, k);

			if (h->series != series || k == i)
				continue;
			h->counter = best;
			h->value = h->parts[best];
			h->prefix = hash_prefix(h);
		}
		first->counter = best;
		first->value = first->parts[best];
		first->prefix = hash_prefix(first);
	}
}

/* "24.1", "24.2" are items when all begin alike; "3.1", then "4.1", are points
 * of items. */
void
mb_numbers_drop_points(GArray *headings)
{
	guint series = NESTED_SERIES, i, prefix = 0, n = 0;
	gboolean points = FALSE;

	for (i = 0; i < headings->len; i++) {
		const struct mb_heading *h =
		    &g_array_index(headings, struct mb_heading, i);

		if (h->series != series)
			continue;
		points |= n++ && h->prefix != prefix;
		prefix = h->prefix;
	}
	for (i = headings->len; points && i > 0; i--)
		if (g_array_index(headings, struct mb_heading, i - 1).series ==
		    series)
			g_array_remove_index(headings, i - 1);
}

gsize
mb_numbers_read_nested(const char *text, struct mb_heading *h)
{
	h->series = NESTED_SERIES;
	return read_shape(&nested_shape, text, h);
}
