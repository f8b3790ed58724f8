/* Dates in running text, by hand and not by regular expression: every line of
 * every paper comes through here, and lines may be long.
 *
 *	Wednesday,  18<sup>th</sup>  of  **November**,  2020
 *	weekday gap day   ordinal   gap  month     gap  year
 *
 * Each try looks ahead a bounded number of bytes, so that the whole is linear.
 */
#include "base/date.h"

#include <string.h>

#include "base/date-words.h"

#define YEAR_MIN 1800
#define YEAR_MAX 2199
/* Years in two digits from here on are of the last century. */
#define CENTURY_TURN 70
/* A date while it is read. */
struct scan {
	const char *text; /* all of it, to look back */
	gboolean dashed;  /* "05-Mar": a year in two digits may follow */
	guint year;
	guint month;
	guint day;
};

static gboolean
day_exists(const struct scan *scan)
{
	/* 2000 has a 29th of February: without a year, it may. */
	return mb_date_make(scan->year != 0 ? scan->year : 2000, scan->month,
	                    scan->day) != 0;
}

static const char *
read_month(const char *p, struct scan *scan)
{
	char word[MB_DATE_WORD_MAX];
	const char *end = mb_date_word(p, word);

	return mb_date_month_word(word, &scan->month) ? end : NULL;
}

/* "14 July 1930 hrs" is a time. */
static gboolean
is_hours(const char *p)
{
	char word[MB_DATE_WORD_MAX];

	mb_date_word(mb_date_skip_gap(p), word);
	return strcmp(word, "hrs") == 0 || strcmp(word, "hours") == 0 ||
	       strcmp(word, "h") == 0;
}

static guint
full_year(guint two_digits)
{
	return two_digits + (two_digits < CENTURY_TURN ? 2000 : 1900);
}

/* Whether a year in two digits may stand at @q: "'14", and "-14" where the
 * month was dashed too ("05-Mar-14"), so that "14 July-20 August" is none.
 * After a space they are more often something else ("14 July 20 members"). */
static gboolean
two_digits_may_follow(const struct scan *scan, const char *q)
{
	const char last_byte_of_quotes[] = "'\x98\x99";

	if (strchr(last_byte_of_quotes, q[-1]) != NULL)
		return TRUE;
	return scan->dashed && (q[-1] == '-' || q[-1] == '/');
}

/* A year after a month, at @p just after the month's name: ", 2014", " 2014",
 * "-14", " '14".  NULL when there is no year. */
static const char *
read_year(const char *p, struct scan *scan)
{
	const char *q =
	    mb_date_skip_gap(mb_date_skip_one(mb_date_skip_gap(p), ",.-/'"));
	const char *end;
	guint value;
	guint n;

	if (g_str_has_prefix(q, "’") || g_str_has_prefix(q, "‘"))
		q = mb_date_skip_gap(q + strlen("’"));
	n = mb_date_number(q, &end, &value);
	if (n == 4 && value >= YEAR_MIN && value <= YEAR_MAX &&
	    !is_hours(end)) {
		scan->year = value;
		return end;
	}
	if (n == 2 && q > p && !g_ascii_isalnum(*end) &&
	    two_digits_may_follow(scan, q)) {
		scan->year = full_year(value);
		return end;
	}
	return NULL;
}

/* Whether @p stands at the start of a line, but for blanks and markup. */
static gboolean
at_line_start(const struct scan *scan, const char *p)
{
	while (p > scan->text && strchr(" \t*#_", p[-1]) != NULL)
		p--;
	return p == scan->text || p[-1] == '\n';
}

/* Whether letters or digits stand right before @p.  "%20" is a space in the
 * name of a published file. */
static gboolean
follows_word(const struct scan *scan, const char *p)
{
	if (p == scan->text || !g_ascii_isalnum(p[-1]))
		return FALSE;
	return p - scan->text < 3 || strncmp(p - 3, "%20", 3) != 0;
}

/* "£1,205 May", "10.5 March", "No24": the digits at @p go on to the left. */
static gboolean
goes_on_left(const struct scan *scan, const char *p)
{
	if (p == scan->text)
		return FALSE;
	if (follows_word(scan, p) || p[-1] == '#' || p[-1] == '\xa3')
		return TRUE;
	return (p[-1] == '.' || p[-1] == ',') && p - 1 > scan->text &&
	       g_ascii_isdigit(p[-2]);
}

/* "11th November 2020", "4 May", "24-April-14": returns its end or NULL.
 *
 * Left out without a year: "5 may be", "12. May Day event" (a heading's
 * number), "10mar", "5% March". */
static const char *
read_day_month(const char *p, struct scan *scan)
{
	const char *q, *after_day, *month, *end, *year;
	guint n = mb_date_number(p, &after_day, &scan->day);
	gboolean ordinal, dotted;

	if (n < 1 || n > 2 || goes_on_left(scan, p))
		return NULL;
	q = mb_date_skip_ordinal(after_day);
	ordinal = q != NULL && g_ascii_isalpha(q[-1]);
	q = mb_date_skip_gap(q != NULL ? q : after_day);
	dotted = *q == '.' && !ordinal;
	scan->dashed = *q == '-' || *q == '/';
	q = mb_date_skip_gap(mb_date_skip_one(q, ".,-/"));
	q = mb_date_skip_of(q);
	month = q;
	end = read_month(month, scan);
	if (end == NULL)
		return NULL;
	year = read_year(end, scan);
	if (!day_exists(scan))
		return NULL;
	/* "5. March 2014" opens an item, numbered 5. */
	if (dotted && g_ascii_isspace(month[-1]) && at_line_start(scan, p))
		return NULL;
	if (year != NULL)
		return year;
	scan->year = 0;
	if (ordinal)
		return end;
	if (!g_ascii_isupper(*month) || month == after_day || dotted)
		return NULL;
	return *after_day != '%' ? end : NULL;
}

/* "on June 6", "the June 6 meeting", "Tuesday June 6": whether the number that
 * ends at @end behind the month at @month is a day.  In "In January 23" it is
 * as likely a year, in "March 10.2014" an amount, in "May 6:30" a time. */
static gboolean
is_day_alone(const struct scan *scan, const char *month, const char *end)
{
	static const char *const leads[] = { "on ", "the ", "day ", "day, " };
	gboolean led = FALSE;

	for (gsize i = 0; i < G_N_ELEMENTS(leads) && !led; i++) {
		gsize n = strlen(leads[i]);

		led = (gsize)(month - scan->text) >= n &&
		      g_ascii_strncasecmp(month - n, leads[i], n) == 0;
	}
	end = mb_date_skip_one(end, ".,");
	return led && !g_ascii_isalnum(*end) &&
	       (*end == '\0' || strchr(":/%-", *end) == NULL);
}

/* "March 5, 2020", "April 1st 2018", "the June 6 meeting": day and year, if
 * any, after the month at @month, which ends before @p. */
static const char *
read_day_year(const char *p, struct scan *scan, const char *month)
{
	const char *end, *q, *year;
	guint n = mb_date_number(mb_date_skip_gap(p), &end, &scan->day);

	if (n < 1 || n > 2)
		return NULL;
	q = mb_date_skip_ordinal(end);
	year = read_year(q != NULL ? q : end, scan);
	/* "March 10.2014" is an amount or a slip, and "March 27.2" too. */
	if (year != NULL && (q != NULL || *end != '.'))
		return day_exists(scan) ? year : NULL;
	scan->year = 0;
	if (!g_ascii_isupper(*month) || !day_exists(scan))
		return NULL;
	if (q == NULL || !g_ascii_isalpha(q[-1]))
		return *p == ' ' && is_day_alone(scan, month, end) ? end : NULL;
	return g_ascii_isalnum(*q) ? NULL : q;
}

/* "March 5, 2020", "August, 16, 2018", "September 2022", "Mar-19". */
static const char *
read_month_first(const char *p, struct scan *scan)
{
	const char *year;
	const char *end = read_month(p, scan);

	if (end == NULL)
		return NULL;
	scan->day = 0;
	scan->dashed = TRUE;
	year = read_year(end, scan);
	scan->dashed = FALSE;
	/* "March-14 to 20" is as likely days. */
	if (year != NULL &&
	    (*end != '-' || end - p == 3 || g_ascii_isdigit(year[-3])))
		return year;
	return read_day_year(mb_date_skip_one(end, ".,"), scan, p);
}

/* The three numbers of "11/11/2020", each with its count of digits. */
struct numbers {
	guint value[3];
	guint n_digits[3];
	char mark;
};

/* Whether the numbers read at [p, end) are part of something longer:
 * "1.2.3.4", "A/11/11/20", "3/12/1867/CM".  File names have letters and a
 * hyphen before a whole year's date ("Minutes-12-11-2020.pdf"). */
static gboolean
is_part_of_longer(const struct scan *scan, const char *p, const char *end,
                  char mark, gboolean whole_year)
{
	gboolean time = *end == 'T' && g_ascii_isdigit(end[1]);

	if (g_ascii_isalnum(*end) && !time)
		return TRUE;
	if (*end == mark &&
	    (g_ascii_isdigit(end[1]) ||
	     (g_ascii_isupper(end[1]) && !g_ascii_islower(end[2]))))
		return TRUE;
	if (follows_word(scan, p))
		return TRUE;
	if (p - scan->text < 2 || p[-1] != mark)
		return FALSE;
	return g_ascii_isdigit(p[-2]) ||
	       (g_ascii_isalpha(p[-2]) && !whole_year);
}

/* Whether 02.10.15 is a date and not the number of a paragraph: Souldern
 * numbers its items month.year.item ("07.09.01    Apologies"). */
static gboolean
dotted_is_date(const struct scan *scan, const char *p, const char *end,
               const struct numbers *numbers)
{
	if (numbers->n_digits[0] != 2 || numbers->n_digits[1] != 2)
		return FALSE;
	return !at_line_start(scan, p) || *end == '\0' || *end == '\n';
}

/* Past the mark between two numbers, blanks round a slash included; NULL when
 * there is none, or another than before. */
static const char *
skip_mark(const char *p, char *mark)
{
	if (*p == ' ' && p[1] == '/')
		p++;
	if (*p == '\0' || strchr("/.-", *p) == NULL)
		return NULL;
	if (*mark != '\0' && *p != *mark)
		return NULL;
	*mark = *p++;
	return *mark == '/' && *p == ' ' ? p + 1 : p;
}

static const char *
read_three(const char *p, struct numbers *numbers)
{
	const char *end = p;

	for (guint i = 0; i < 3; i++) {
		numbers->n_digits[i] =
		    mb_date_number(p, &end, &numbers->value[i]);
		if (numbers->n_digits[i] == 0 || numbers->n_digits[i] > 4)
			return NULL;
		if (i == 2)
			break;
		p = skip_mark(end, &numbers->mark);
		if (p == NULL)
			return NULL;
	}
	return end;
}

/* "11/11/2020", "11.11.20", "2020-11-11". */
static const char *
read_numeric(const char *p, struct scan *scan)
{
	struct numbers n = { { 0 }, { 0 }, '\0' };
	const char *end = read_three(p, &n);
	gboolean year_first = n.n_digits[0] == 4;
	gboolean whole_year = year_first || n.n_digits[2] == 4;

	if (end == NULL || n.n_digits[1] > 2 ||
	    (year_first ? n.n_digits[2] > 2 : n.n_digits[0] > 2) ||
	    (!whole_year && n.n_digits[2] != 2))
		return NULL;
	if (is_part_of_longer(scan, p, end, n.mark, whole_year))
		return NULL;
	if (!whole_year && n.mark == '.' && !dotted_is_date(scan, p, end, &n))
		return NULL;
	scan->year = n.value[year_first ? 0 : 2];
	scan->month = n.value[1];
	scan->day = n.value[year_first ? 2 : 0];
	if (!whole_year)
		scan->year = full_year(scan->year);
	return day_exists(scan) ? end : NULL;
}

/* A date whose first byte is @p; its end or NULL. */
static const char *
read_date(const char *p, struct scan *scan)
{
	const char *end;

	scan->year = scan->month = scan->day = 0;
	scan->dashed = FALSE;
	if (g_ascii_isalpha(*p))
		return read_month_first(p, scan);
	if (!g_ascii_isdigit(*p))
		return NULL;
	end = read_numeric(p, scan);
	if (end != NULL)
		return end;
	scan->year = scan->month = scan->day = 0;
	return read_day_month(p, scan);
}

/* "Wednesday, the 4th May 2021": the date that belongs to a weekday. */
static const char *
read_weekday_date(const char *p, struct scan *scan, guint *weekday)
{
	char word[MB_DATE_WORD_MAX];
	const char *q = mb_date_word(p, word);
	const char *text = scan->text, *end;

	if (!mb_date_weekday_word(word, weekday))
		return NULL;
	q = mb_date_skip_gap(mb_date_skip_one(mb_date_skip_gap(q), ",.-"));
	end = mb_date_word(q, word);
	if (strcmp(word, "the") == 0)
		q = mb_date_skip_gap(end);
	/* "Tuesday4th March 2025": a space was lost. */
	if (g_ascii_isalpha(q[-1]))
		scan->text = q;
	end = read_date(q, scan);
	scan->text = text;
	return end != NULL && scan->day != 0 ? end : NULL;
}

/* A date at @p, where a run of letters or digits begins. */
static const char *
try_at(const char *p, struct scan *scan, guint *weekday)
{
	const char *end = NULL;

	*weekday = G_DATE_BAD_WEEKDAY;
	if (g_ascii_isdigit(*p))
		return read_date(p, scan);
	/* First letters of months and weekdays. */
	if (strchr("jfmasondtwcieghrJFMASONDTWCIEGHR", *p) == NULL)
		return NULL;
	if (strchr("mtwfsMTWFS", *p) != NULL)
		end = read_weekday_date(p, scan, weekday);
	if (end != NULL)
		return end;
	*weekday = G_DATE_BAD_WEEKDAY;
	return read_date(p, scan);
}

/* Past the run of letters, or of digits, at @p. */
static const char *
skip_run(const char *p)
{
	if (g_ascii_isdigit(*p)) {
		while (g_ascii_isdigit(*p))
			p++;
		return p;
	}
	while (g_ascii_isalpha(*p))
		p++;
	return p;
}

/* The next run of letters or digits that may open a date: not in the middle of
 * a word, unless "%20" is before it. */
static const char *
next_run(const char *text, const char *p)
{
	for (; *p != '\0'; p = skip_run(p)) {
		while (*p != '\0' && !g_ascii_isalnum(*p))
			p++;
		if (p > text && p[-1] == '%' && g_str_has_prefix(p, "20") &&
		    g_ascii_isalnum(p[2]))
			return p + 2;
		if (*p != '\0' && (p == text || !g_ascii_isalnum(p[-1])))
			return p;
	}
	return p;
}

gboolean
mb_date_find(const char *text, gsize from, struct mb_date_hit *hit)
{
	struct scan scan = { text, FALSE, 0, 0, 0 };

	memset(hit, 0, sizeof(*hit));
	for (const char *p = next_run(text, text + from); *p != '\0';
	     p = next_run(text, skip_run(p))) {
		guint weekday;
		const char *end = try_at(p, &scan, &weekday);

		if (end == NULL)
			continue;
		hit->ymd = scan.year * 10000 + scan.month * 100 + scan.day;
		hit->start = (gsize)(p - text);
		hit->end = (gsize)(end - text);
		hit->weekday = weekday;
		return TRUE;
	}
	return FALSE;
}
