#include "base/date-words.h"

#include <string.h>

/* Blanks and markup between two parts of a date, in bytes. */
#define GAP_MAX 24
/* Blanks in a row that part words of one column. */
#define BLANKS_MAX 4
/* A tag within a date ("<sup>", "</sup>", "<br/>"). */
#define TAG_MAX 12

struct name {
	const char *name;
	guint number;
};

/* Manordeilo and Salem prints its minutes in Welsh and English ("11eg Hydref
 * 2017"). */
static const struct name months[] = {
	{ "january", 1 },   { "jan", 1 },       { "ionawr", 1 },
	{ "february", 2 },  { "feb", 2 },       { "febuary", 2 },
	{ "chwefror", 2 },  { "march", 3 },     { "mar", 3 },
	{ "mawrth", 3 },    { "april", 4 },     { "apr", 4 },
	{ "ebrill", 4 },    { "may", 5 },       { "mai", 5 },
	{ "june", 6 },      { "jun", 6 },       { "mehefin", 6 },
	{ "july", 7 },      { "jul", 7 },       { "gorffennaf", 7 },
	{ "august", 8 },    { "aug", 8 },       { "awst", 8 },
	{ "september", 9 }, { "sept", 9 },      { "sep", 9 },
	{ "medi", 9 },      { "october", 10 },  { "oct", 10 },
	{ "hydref", 10 },   { "november", 11 }, { "nov", 11 },
	{ "tachwedd", 11 }, { "december", 12 }, { "dec", 12 },
	{ "rhagfyr", 12 },
};

static const struct name weekdays[] = {
	{ "monday", G_DATE_MONDAY },     { "mon", G_DATE_MONDAY },
	{ "tuesday", G_DATE_TUESDAY },   { "tues", G_DATE_TUESDAY },
	{ "tue", G_DATE_TUESDAY },       { "wednesday", G_DATE_WEDNESDAY },
	{ "weds", G_DATE_WEDNESDAY },    { "wed", G_DATE_WEDNESDAY },
	{ "thursday", G_DATE_THURSDAY }, { "thurs", G_DATE_THURSDAY },
	{ "thur", G_DATE_THURSDAY },     { "thu", G_DATE_THURSDAY },
	{ "friday", G_DATE_FRIDAY },     { "fri", G_DATE_FRIDAY },
	{ "saturday", G_DATE_SATURDAY }, { "sat", G_DATE_SATURDAY },
	{ "sunday", G_DATE_SUNDAY },     { "sun", G_DATE_SUNDAY },
};

/* "th" and, in Welsh, "11eg"; scanners read "12th" as "12H" too. */
static const char *const ordinals[] = {
	"st", "nd", "rd", "th", "h", "eg", "fed", "ain", "af", "ydd", "ed",
};

/* What scanners make of a raised "th": "11” January", "29° May". */
static const char *const ordinal_marks[] = {
	"\"", "'", "*", "^", "%", "?", "`", "“", "”", "‘", "’", "™", "°", "º",
};

static gboolean
find_name(const struct name *names, gsize n_names, const char *word,
          guint *number)
{
	for (gsize i = 0; i < n_names; i++) {
		if (*names[i].name == *word &&
		    strcmp(names[i].name, word) == 0) {
			*number = names[i].number;
			return TRUE;
		}
	}
	return FALSE;
}

gboolean
mb_date_month_word(const char *word, guint *number)
{
	return find_name(months, G_N_ELEMENTS(months), word, number);
}

gboolean
mb_date_weekday_word(const char *word, guint *number)
{
	return find_name(weekdays, G_N_ELEMENTS(weekdays), word, number);
}

const char *
mb_date_word(const char *p, char word[MB_DATE_WORD_MAX])
{
	gsize n = 0;

	while (g_ascii_isalpha(*p)) {
		if (n < MB_DATE_WORD_MAX)
			word[n] = g_ascii_tolower(*p);
		n++;
		p++;
	}
	word[n < MB_DATE_WORD_MAX ? n : 0] = '\0';
	return p;
}

/* Past a tag that is short enough to stand within a date; else @p. */
static const char *
skip_tag(const char *p)
{
	if (*p != '<')
		return p;
	for (guint i = 1; i < TAG_MAX && p[i] != '\0'; i++)
		if (p[i] == '>')
			return p + i + 1;
	return p;
}

const char *
mb_date_skip_gap(const char *start)
{
	const char *p = start;
	const char *end = start + GAP_MAX;
	const char *next;
	guint n_blanks = 0;

	for (; p < end; p = next) {
		if (*p != '\0' && strchr(" \t\r\n*_", *p) != NULL)
			next = p + 1;
		else if (strncmp(p, "\xc2\xa0", 2) == 0)
			next = p + 2;
		else if (strncmp(p, "%20", 3) == 0)
			next = p + 3;
		else
			next = skip_tag(p);
		if (next == p)
			break;
		n_blanks = *p == ' ' ? n_blanks + 1 : 0;
		if (n_blanks > BLANKS_MAX)
			return start;
	}
	return p;
}

const char *
mb_date_skip_one(const char *p, const char *marks)
{
	return *p != '\0' && strchr(marks, *p) != NULL ? p + 1 : p;
}

guint
mb_date_number(const char *p, const char **end, guint *value)
{
	guint n = 0;

	*value = 0;
	for (; g_ascii_isdigit(p[n]) && n < 5; n++)
		*value = *value * 10 + (guint)g_ascii_digit_value(p[n]);
	*end = p + n;
	return n;
}

static const char *
skip_ordinal_mark(const char *p)
{
	for (gsize i = 0; i < G_N_ELEMENTS(ordinal_marks); i++)
		if (g_str_has_prefix(p, ordinal_marks[i]))
			return p + strlen(ordinal_marks[i]);
	return p;
}

const char *
mb_date_skip_ordinal(const char *p)
{
	char word[MB_DATE_WORD_MAX];
	const char *q = mb_date_word(mb_date_skip_gap(p), word);
	const char *marks;

	for (gsize i = 0; i < G_N_ELEMENTS(ordinals); i++)
		if (strcmp(word, ordinals[i]) == 0)
			return q;
	marks = skip_ordinal_mark(p);
	return marks != p ? skip_ordinal_mark(marks) : NULL;
}

const char *
mb_date_skip_of(const char *p)
{
	char word[MB_DATE_WORD_MAX];
	const char *q = mb_date_word(p, word);

	if (strcmp(word, "day") == 0) {
		p = mb_date_skip_gap(q);
		q = mb_date_word(p, word);
	}
	if (strcmp(word, "of") == 0 || strcmp(word, "o") == 0)
		return mb_date_skip_gap(q);
	return p;
}
