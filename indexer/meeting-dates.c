#include "indexer/meeting-dates.h"

#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "indexer/numbers.h"
#include "indexer/patterns.h"
#include "indexer/scanned-dates.h"
#include "indexer/titles.h"

/* Dates further down say little of the year of the meeting. */
#define YEAR_LINES 400
/* The head of a page stands in so many lines. */
#define MONTH_LINES 4
/* Meetings before and after are no further away. */
#define NEAR_DAYS 100

struct dater {
	const struct mb_lines *lines;
	const char *path;
	const struct mb_part *part;
};

/* A date in one text, when it is a whole one. */
static guint32
whole_date(const char *text)
{
	g_autofree char *mended = mb_scanned_dates_mend(text);
	struct mb_date_hit hit;
	gsize at = 0;

	while (mb_date_find(mended, at, &hit)) {
		if (mb_date_valid(hit.ymd))
			return hit.ymd;
		at = hit.end;
	}
	return 0;
}

/* A run of digits in the name of a file. */
struct digits {
	guint value;
	gsize n;
};

/* "minutes 20210628", "28062021 agenda": a date in eight digits, which nobody
 * would print so in a paper. */
static guint32
date_of_eight(const struct digits *d)
{
	if (d->n != 8)
		return 0;
	if (mb_numbers_is_year(d->value / 10000))
		return mb_date_make(d->value / 10000, d->value / 100 % 100,
		                    d->value % 100);
	return mb_numbers_is_year(d->value % 10000)
	           ? mb_date_make(d->value % 10000, d->value / 10000 % 100,
	                          d->value / 1000000)
	           : 0;
}

/* "agenda-001-2021-06-28", "28 06 2021 minutes", "2021_06_28", "28.6.21": of
 * three numbers beside each other. */
static guint32
date_of_three(const struct digits d[3])
{
	if (d[0].n == 4 && d[1].n <= 2 && d[2].n <= 2 &&
	    mb_numbers_is_year(d[0].value))
		return mb_date_make(d[0].value, d[1].value, d[2].value);
	if (d[0].n > 2 || d[1].n > 2)
		return 0;
	if (d[2].n == 4 && mb_numbers_is_year(d[2].value))
		return mb_date_make(d[2].value, d[1].value, d[0].value);
	return d[2].n == 2
	           ? mb_date_make(2000 + d[2].value, d[1].value, d[0].value)
	           : 0;
}

static guint32
digits_date(const char *name)
{
	struct digits last[3] = { 0 };

	for (const char *p = name; (p += strcspn(p, "0123456789")), *p;) {
		gboolean beside = p > name + 1 && strchr("-._ ", p[-1]) &&
		                  g_ascii_isdigit(p[-2]);
		guint32 ymd;

		if (!beside)
			memset(last, 0, sizeof(last));
		last[0] = last[1];
		last[1] = last[2];
		last[2].n = strspn(p, "0123456789");
		last[2].value =
		    last[2].n <= 8 ? (guint)strtoul(p, NULL, 10) : 0;
		ymd = last[0].n ? date_of_three(last) : 0;
		ymd = ymd ? ymd : date_of_eight(&last[2]);
		if (ymd)
			return ymd;
		p += last[2].n;
	}
	return 0;
}

/* The date in the name of the file, "October-1-2024-Agenda" too. */
static guint32
named_date(const struct dater *d)
{
	g_autofree char *name = mb_titles_of_path(d->path);
	guint32 ymd = whole_date(name);

	if (!ymd)
		ymd = digits_date(name);
	return ymd ? ymd : whole_date(g_strdelimit(name, "-", ' '));
}

/* The year beside the month of @ymd in the name of the file, "23NOVEMBER
 * minutes", "agenda-june-2018"; 0.  Two digits may be the day. */
static guint
named_year(const struct dater *d, guint32 ymd)
{
	static const char *const months[] = { "jan", "feb", "mar", "apr",
		                              "may", "jun", "jul", "aug",
		                              "sep", "oct", "nov", "dec" };
	const char *month = months[ymd / 100 % 100 - 1];
	g_autofree char *name = mb_titles_of_path(d->path);
	g_autofree char *fold = g_ascii_strdown(name, -1);
	g_autofree char *pattern =
	    g_strdup_printf("(?|(?<![0-9])((?:19|20)?[0-9]{2})[ .-]?%s|"
	                    "%s[a-z]*[ .-]?((?:19|20)?[0-9]{2})(?![0-9]))",
	                    month, month);
	g_autoptr(GRegex) year_re = g_regex_new(pattern, G_REGEX_RAW, 0, NULL);
	g_autoptr(GMatchInfo) match = NULL;

	g_regex_match(year_re, fold, 0, &match);
	for (; g_match_info_matches(match); g_match_info_next(match, NULL)) {
		g_autofree char *digits = g_match_info_fetch(match, 1);
		guint value = (guint)strtoul(digits, NULL, 10);

		if (value != ymd % 100)
			return value < 100 ? 2000 + value : value;
	}
	return 0;
}

/* The year nearest to @year in which that day is the weekday printed with it;
 * @year when none is told or fits. */
static guint
fit_weekday(guint32 ymd, guint weekday, guint year)
{
	static const gint steps[] = { 0, 1, -1 };

	for (guint i = 0; weekday && i < G_N_ELEMENTS(steps); i++) {
		guint other = (guint)((gint)year + steps[i]);

		if (mb_date_weekday(mb_date_make(other, ymd / 100 % 100,
		                                 ymd % 100)) == weekday)
			return other;
	}
	return year;
}

/* The month a page was posted in, told by it or by its name, "2010_01_minutes";
 * 0 when neither does. */
static guint32
posted_month(const struct dater *d)
{
	static GRegex *month_re;
	g_autofree char *name = mb_titles_of_path(d->path);

	if (d->lines->posted)
		return d->lines->posted / 100;
	if (!g_regex_match(
		mb_regex_once(&month_re,
	                      "^(?:19|20)[0-9]{2}[ -](?:0[1-9]|1[0-2])[ -]", 0),
		name, 0, NULL))
		return 0;
	return (guint32)(strtoul(name, NULL, 10) * 100 +
	                 strtoul(name + 5, NULL, 10));
}

/* The day in the year before the page was posted, 0 when it is not known when,
 * or another weekday is printed: minutes of December are posted in January. */
static guint32
before_posting(const struct dater *d, guint32 ymd, guint weekday)
{
	guint32 month = posted_month(d), found;

	found =
	    month ? mb_date_make(month / 100 - (ymd / 100 % 100 > month % 100),
	                         ymd / 100 % 100, ymd % 100)
		  : 0;
	return found && (!weekday || mb_date_weekday(found) == weekday) ? found
	                                                                : 0;
}

/* The day nearest to the one the file was made on, for a paper that prints no
 * year at all: agendas are written before a meeting, minutes behind it; 0. */
static guint32
near_creation(const struct dater *d, guint32 ymd, guint weekday)
{
	guint32 created = d->lines->created;
	guint month = ymd / 100 % 100, made = created / 100 % 100;
	guint year = created / 10000;

	if (!created)
		return 0;
	year += month + 6 < made ? 1 : 0;
	year -= made + 6 < month ? 1 : 0;
	return mb_date_make(fit_weekday(ymd, weekday, year), month, ymd % 100);
}

/* The month that the head of a page has, "May 2012" between its title and what
 * it prints; 0. */
static guint32
headed_month(const struct dater *d)
{
	guint end = MIN(d->part->end, d->part->first + MONTH_LINES);

	for (guint i = d->part->first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(d->lines, i);
		struct mb_date_hit hit;

		if (line->heading && mb_date_find(line->text, 0, &hit) &&
		    hit.ymd >= 10000 && !(hit.ymd % 100))
			return hit.ymd / 100;
	}
	return 0;
}

/* The day in the year in which it is nearest to that month: minutes of December
 * stand under January. */
static guint32
near_month(guint32 ymd, guint32 month)
{
	guint year = month / 100, of = month % 100, day = ymd / 100 % 100;

	year -= day > of + 6 ? 1 : 0;
	year += day + 6 < of ? 1 : 0;
	return mb_date_make(year, day, ymd % 100);
}

/* The year of a date printed without one: that of the file's name, the one
 * before the page was posted, that of the page's head, or that of the first
 * whole date in the paper, or the one beside it that the weekday fits, or else
 * of when the file was made. */
static guint32
infer_year(const struct dater *d, guint32 ymd, guint weekday)
{
	guint32 other = named_date(d);
	guint32 posted = other ? 0 : before_posting(d, ymd, weekday);
	guint year = other || posted ? 0 : named_year(d, ymd), i;
	guint32 month;

	if (posted)
		return posted;
	if (year)
		return mb_date_make(fit_weekday(ymd, weekday, year),
		                    ymd / 100 % 100, ymd % 100);
	if (!other && (month = headed_month(d)))
		other = near_month(ymd, month);
	for (i = 0; !other && i < d->lines->lines->len && i < YEAR_LINES; i++)
		other = whole_date(mb_lines_at(d->lines, i)->text);
	if (!other)
		return near_creation(d, ymd, weekday);
	return mb_date_make(fit_weekday(ymd, weekday, other / 10000),
	                    ymd / 100 % 100, ymd % 100);
}

/* How many of the paper's dates lie within a few months of a day. */
static guint
count_near(const struct dater *d, guint32 ymd)
{
	guint32 from = mb_date_add_days(ymd, -NEAR_DAYS);
	guint32 to = mb_date_add_days(ymd, NEAR_DAYS);
	guint32 named = named_date(d);
	guint i, count = named >= from && named <= to ? 1 : 0;

	for (i = 0; i < d->lines->lines->len && i < YEAR_LINES; i++) {
		guint32 other = whole_date(mb_lines_at(d->lines, i)->text);

		count += other >= from && other <= to ? 1 : 0;
	}
	return count;
}

/* "Wednesday 8th January 2017" in "agenda-20170208": the date of the file's
 * name, when it is the weekday that is printed and only one part of it is
 * another; else @ymd. */
static guint32
mend_by_name(const struct dater *d, guint32 ymd, guint weekday)
{
	guint32 named;
	gint n;

	if (!weekday || mb_date_weekday(ymd) == weekday)
		return ymd;
	named = named_date(d);
	if (!named || mb_date_weekday(named) != weekday)
		return ymd;
	n = (named / 10000 == ymd / 10000) +
	    (named / 100 % 100 == ymd / 100 % 100) + (named % 100 == ymd % 100);
	return n == 2 ? named : ymd;
}

/* "Tuesday 14 January 2024" in minutes of 2025: the year is a slip when the
 * weekday says so, and when the page was posted or the other dates of the paper
 * do too. */
static guint32
mend_year(const struct dater *d, guint32 ymd, guint weekday)
{
	guint year = fit_weekday(ymd, weekday, ymd / 10000);
	guint32 other;

	if (!weekday || year == ymd / 10000)
		return ymd;
	other = before_posting(d, ymd, weekday);
	if (other)
		return other;
	other = mb_date_make(year, ymd / 100 % 100, ymd % 100);
	return other && count_near(d, other) > count_near(d, ymd) ? other : ymd;
}

/* The date in the document's title, which may want its year: "Minutes of the
 * meeting held on Wednesday 15th December". */
static guint32
titled_date(const struct dater *d)
{
	guint32 ymd = whole_date(d->lines->title);
	struct mb_date_hit hit;

	if (ymd || !mb_date_find(d->lines->title, 0, &hit) ||
	    hit.ymd >= 10000 || !(hit.ymd % 100))
		return ymd;
	return infer_year(d, hit.ymd, hit.weekday);
}

/* A date where the title has none: running headers, the document's title, the
 * name of the file. */
static void
date_elsewhere(const struct dater *d, const struct mb_part *part,
               struct mb_meeting *meeting)
{
	guint i;

	for (i = part->first; i < part->end && i < part->first + 200; i++) {
		const struct mb_line *line = mb_lines_at(d->lines, i);

		if (line->furniture &&
		    (meeting->date_ymd = whole_date(line->text))) {
			meeting->date_source = MB_DATE_HEADER;
			return;
		}
	}
	if (d->lines->title && (meeting->date_ymd = titled_date(d))) {
		meeting->date_source = MB_DATE_METADATA;
		return;
	}
	meeting->date_ymd = named_date(d);
	if (meeting->date_ymd)
		meeting->date_source = MB_DATE_FILE_NAME;
}

void
mb_meeting_dates_settle(const struct mb_lines *lines, const char *path,
                        const struct mb_part *part, gboolean weak,
                        struct mb_meeting *meeting)
{
	const struct dater d = { lines, path, part };

	if (meeting->date_ymd && meeting->date_ymd < 10000)
		meeting->date_ymd =
		    infer_year(&d, meeting->date_ymd, meeting->weekday);
	else if (meeting->date_ymd) {
		meeting->date_ymd =
		    mend_by_name(&d, meeting->date_ymd, meeting->weekday);
		meeting->date_ymd =
		    mend_year(&d, meeting->date_ymd, meeting->weekday);
	}
	/* The one date of a letter is its own, when the other is illegible. */
	if (weak && named_date(&d))
		meeting->date_ymd = 0;
	if (!meeting->date_ymd)
		date_elsewhere(&d, part, meeting);
}
