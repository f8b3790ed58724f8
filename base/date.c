/* The calendar, and dates as people type them.  Dates in running text are
 * found by date-find.c. */
#include "base/date.h"

#include <string.h>

#include "base/error.h"

#define YEAR_MIN 1800
#define YEAR_MAX 2199
/* First month of a municipal year, whose last is April. */
#define MUNICIPAL_MONTH 5

static const char *const month_names[13] = {
	"",        "January",  "February", "March",  "April",
	"May",     "June",     "July",     "August", "September",
	"October", "November", "December",
};

static guint
year_of(guint32 ymd)
{
	return ymd / 10000;
}

static guint
month_of(guint32 ymd)
{
	return ymd / 100 % 100;
}

static guint
day_of(guint32 ymd)
{
	return ymd % 100;
}

guint32
mb_date_make(guint year, guint month, guint day)
{
	if (year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 ||
	    day < 1 || day > 31)
		return 0;
	if (!g_date_valid_dmy((GDateDay)day, (GDateMonth)month,
	                      (GDateYear)year))
		return 0;
	return year * 10000 + month * 100 + day;
}

gboolean
mb_date_valid(guint32 ymd)
{
	return mb_date_make(year_of(ymd), month_of(ymd), day_of(ymd)) != 0;
}

static GDate
to_gdate(guint32 ymd)
{
	GDate date;

	g_date_clear(&date, 1);
	g_date_set_dmy(&date, (GDateDay)day_of(ymd), (GDateMonth)month_of(ymd),
	               (GDateYear)year_of(ymd));
	return date;
}

guint32
mb_date_add_days(guint32 ymd, gint days)
{
	/* Further than this leaves the years that there are. */
	const gint most = (YEAR_MAX - YEAR_MIN + 1) * 366;
	GDate date;

	if (!mb_date_valid(ymd) || days > most || days < -most)
		return 0;
	date = to_gdate(ymd);
	if (days >= 0)
		g_date_add_days(&date, (guint)days);
	else if (g_date_get_julian(&date) > (guint)-days)
		g_date_subtract_days(&date, (guint)-days);
	return mb_date_make(g_date_get_year(&date),
	                    (guint)g_date_get_month(&date),
	                    g_date_get_day(&date));
}

guint
mb_date_weekday(guint32 ymd)
{
	GDate date;

	if (!mb_date_valid(ymd))
		return G_DATE_BAD_WEEKDAY;
	date = to_gdate(ymd);
	return (guint)g_date_get_weekday(&date);
}

char *
mb_date_to_iso(guint32 ymd)
{
	if (ymd == 0)
		return NULL;
	if (day_of(ymd) == 0)
		return g_strdup_printf("%04u-%02u", year_of(ymd),
		                       month_of(ymd));
	return g_strdup_printf("%04u-%02u-%02u", year_of(ymd), month_of(ymd),
	                       day_of(ymd));
}

char *
mb_date_to_text(guint32 ymd)
{
	guint month = month_of(ymd);

	if (ymd == 0 || month < 1 || month > 12)
		return g_strdup("unknown date");
	if (day_of(ymd) == 0)
		return g_strdup_printf("%s %u", month_names[month],
		                       year_of(ymd));
	if (year_of(ymd) == 0)
		return g_strdup_printf("%u %s", day_of(ymd),
		                       month_names[month]);
	return g_strdup_printf("%u %s %u", day_of(ymd), month_names[month],
	                       year_of(ymd));
}

/* Exactly @n digits as a number; FALSE when one of them is none. */
static gboolean
digits(const char *text, guint n, guint *value)
{
	*value = 0;
	for (guint i = 0; i < n; i++) {
		if (!g_ascii_isdigit(text[i]))
			return FALSE;
		*value = *value * 10 + (guint)g_ascii_digit_value(text[i]);
	}
	return TRUE;
}

guint32
mb_date_from_iso(const char *text)
{
	gsize n_bytes = strlen(text);
	guint year, month, day;

	if ((n_bytes != 7 && n_bytes != 10) || !digits(text, 4, &year) ||
	    text[4] != '-' || !digits(text + 5, 2, &month))
		return 0;
	if (n_bytes == 7)
		return mb_date_make(year, month, 1) != 0
		           ? year * 10000 + month * 100
		           : 0;
	if (text[7] != '-' || !digits(text + 8, 2, &day))
		return 0;
	return mb_date_make(year, month, day);
}

char *
mb_date_municipal_year(guint32 ymd)
{
	guint year = year_of(ymd);

	if (ymd == 0)
		return NULL;
	if (month_of(ymd) < MUNICIPAL_MONTH)
		year--;
	return g_strdup_printf("%u/%02u", year, (year + 1) % 100);
}

/* What a person typed. */

static void
set_month(struct mb_date_range *range, guint year, guint month)
{
	guint last =
	    g_date_get_days_in_month((GDateMonth)month, (GDateYear)year);

	range->from_ymd = mb_date_make(year, month, 1);
	range->to_ymd = mb_date_make(year, month, last);
}

static gboolean
parse_year(const char *text, struct mb_date_range *range)
{
	guint year;

	if (strlen(text) != 4 || !digits(text, 4, &year))
		return FALSE;
	range->from_ymd = mb_date_make(year, 1, 1);
	range->to_ymd = mb_date_make(year, 12, 31);
	return range->from_ymd != 0;
}

/* "2020/21", "2020/2021": May 2020 to April 2021. */
static gboolean
parse_municipal_year(const char *text, struct mb_date_range *range)
{
	gsize n_bytes = strlen(text);
	guint year, next;

	if ((n_bytes != 7 && n_bytes != 9) || !digits(text, 4, &year) ||
	    text[4] != '/' || !digits(text + 5, (guint)n_bytes - 5, &next))
		return FALSE;
	if (next != (n_bytes == 7 ? (year + 1) % 100 : year + 1))
		return FALSE;
	range->from_ymd = mb_date_make(year, MUNICIPAL_MONTH, 1);
	range->to_ymd = mb_date_make(year + 1, MUNICIPAL_MONTH - 1, 30);
	return range->from_ymd != 0 && range->to_ymd != 0;
}

/* A day or a month, in any form that papers use too. */
static gboolean
parse_day_or_month(const char *text, struct mb_date_range *range)
{
	struct mb_date_hit hit;
	guint32 month = mb_date_from_iso(text);

	if (month != 0 && day_of(month) == 0) {
		set_month(range, year_of(month), month_of(month));
		return TRUE;
	}
	if (!mb_date_find(text, 0, &hit) || hit.start != 0 ||
	    text[hit.end] != '\0' || year_of(hit.ymd) == 0)
		return FALSE;
	if (day_of(hit.ymd) == 0) {
		set_month(range, year_of(hit.ymd), month_of(hit.ymd));
		return TRUE;
	}
	range->from_ymd = range->to_ymd = hit.ymd;
	return TRUE;
}

static gboolean
parse_one(const char *text, struct mb_date_range *range)
{
	return parse_year(text, range) || parse_municipal_year(text, range) ||
	       parse_day_or_month(text, range);
}

/* The day @n months before @ymd, or the last of that month. */
static guint32
months_before(guint32 ymd, guint n)
{
	g_autoptr(GDate) date =
	    g_date_new_dmy((GDateDay)day_of(ymd), (GDateMonth)month_of(ymd),
	                   (GDateYear)year_of(ymd));

	if (n / 12 + 1 >= year_of(ymd))
		return 0;
	g_date_subtract_months(date, n);
	return mb_date_make(g_date_get_year(date), g_date_get_month(date),
	                    g_date_get_day(date));
}

/* "12 months", "year": back from @today, which is the last day. */
static gboolean
parse_last(const char *text, guint32 today, struct mb_date_range *range)
{
	static const struct {
		const char *name;
		guint n_days;
		guint n_months;
	} units[] = { { "day", 1, 0 },
		      { "week", 7, 0 },
		      { "month", 0, 1 },
		      { "year", 0, 12 } };
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	guint n_words = g_strv_length(words);
	const char *unit = n_words > 0 ? words[n_words - 1] : "";
	guint64 n = 1;
	guint32 before = 0;

	if (n_words < 1 || n_words > 2 ||
	    (n_words == 2 &&
	     !g_ascii_string_to_unsigned(words[0], 10, 1, 9999, &n, NULL)))
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(units); i++) {
		if (!g_str_has_prefix(unit, units[i].name) ||
		    (strcmp(unit + strlen(units[i].name), "s") != 0 &&
		     unit[strlen(units[i].name)] != '\0'))
			continue;
		before =
		    units[i].n_days > 0
			? mb_date_add_days(today,
		                           -(gint)((guint)n * units[i].n_days))
			: months_before(today, (guint)n * units[i].n_months);
	}
	range->from_ymd = before == 0 ? 0 : mb_date_add_days(before, 1);
	range->to_ymd = today;
	return range->from_ymd != 0;
}

/* "since 2019", "last 12 months" */
static gboolean
parse_words(const char *text, guint32 today, struct mb_date_range *range)
{
	g_auto(GStrv) parts = g_strsplit(text, " ", 2);
	g_autofree char *word = NULL;
	struct mb_date_range one = { 0, 0 };

	if (g_strv_length(parts) != 2)
		return FALSE;
	word = g_ascii_strdown(parts[0], -1);
	if (strcmp(word, "last") == 0)
		return parse_last(parts[1], today, range);
	if (!parse_one(parts[1], &one))
		return FALSE;
	if (strcmp(word, "since") == 0)
		range->from_ymd = one.from_ymd;
	else if (strcmp(word, "until") == 0)
		range->to_ymd = one.to_ymd;
	else if (strcmp(word, "before") == 0)
		range->to_ymd = mb_date_add_days(one.from_ymd, -1);
	else if (strcmp(word, "after") == 0)
		range->from_ymd = mb_date_add_days(one.to_ymd, 1);
	return range->from_ymd != 0 || range->to_ymd != 0;
}

/* "2019..2021", where either side, but not both, may be missing. */
static gboolean
parse_range(char *from, char *to, struct mb_date_range *range)
{
	struct mb_date_range first = { 0, 0 };
	struct mb_date_range last = { 0, 0 };

	g_strstrip(from);
	g_strstrip(to);
	if (*from == '\0' && *to == '\0')
		return FALSE;
	if (*from != '\0' && !parse_one(from, &first))
		return FALSE;
	if (*to != '\0' && !parse_one(to, &last))
		return FALSE;
	range->from_ymd = first.from_ymd;
	range->to_ymd = last.to_ymd;
	return TRUE;
}

static guint32
today(void)
{
	g_autoptr(GDateTime) now = g_date_time_new_now_local();
	gint year, month, day;

	g_date_time_get_ymd(now, &year, &month, &day);
	return mb_date_make((guint)year, (guint)month, (guint)day);
}

gboolean
mb_date_parse(const char *text, struct mb_date_range *out, GError **error)
{
	return mb_date_parse_on(text, today(), out, error);
}

gboolean
mb_date_parse_on(const char *text, guint32 on_ymd, struct mb_date_range *out,
                 GError **error)
{
	g_autofree char *copy = g_strstrip(g_strdup(text));
	char *dots = strstr(copy, "..");
	gboolean known;

	memset(out, 0, sizeof(*out));
	if (dots != NULL) {
		*dots = '\0';
		known = parse_range(copy, dots + 2, out);
	} else {
		known = parse_one(copy, out) || parse_words(copy, on_ymd, out);
	}
	if (known && (out->to_ymd == 0 || out->from_ymd <= out->to_ymd))
		return TRUE;
	memset(out, 0, sizeof(*out));
	if (known)
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "\"%s\" ends before it begins", text);
	else if (g_ascii_strncasecmp(copy, "last ", 5) == 0)
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "\"%s\" is not a date; write last month, last 12 "
		            "months or any number from 1 of days, weeks, "
		            "months or years",
		            text);
	else
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "\"%s\" is not a date; write 11/11/2020, "
		            "11 November 2020, November 2020, 2020, 2020/21, "
		            "2019..2021, since 2019 or last 12 months",
		            text);
	return FALSE;
}
