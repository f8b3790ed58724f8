#include "indexer/link-finder.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"
#include "indexer/tokens.h"

/* Words kept of the text that proves a link. */
#define WHAT_MAX_WORDS 8
/* A day without a year that comes this many months after the meeting, or less,
 * is of the same year. */
#define NEAR_MONTHS 5

guint32
mb_link_complete(const struct mb_link_finder *f, guint32 ymd, gboolean past)
{
	guint year = f->date_ymd / 10000, held = f->date_ymd / 100 % 100;
	guint month = ymd / 100 % 100;

	if (ymd == 0 || ymd / 10000 || !year)
		return ymd / 10000 ? ymd : 0;
	if (past && month > held + NEAR_MONTHS)
		year--;
	if (!past && ymd + (ymd % 100 ? 0 : 99) < f->date_ymd % 10000)
		year++;
	ymd += year * 10000;
	return ymd % 100 && !mb_date_valid(ymd) ? 0 : ymd;
}

gboolean
mb_link_is_earlier(const struct mb_link_finder *f, guint32 ymd)
{
	if (!f->date_ymd)
		return TRUE;
	if (ymd % 100 == 0)
		return ymd / 100 <= f->date_ymd / 100;
	return ymd < f->date_ymd;
}

guint32
mb_link_month(const char *text)
{
	static const char *const months[] = {
		"january",   "february", "march",    "april",
		"may",       "june",     "july",     "august",
		"september", "october",  "november", "december"
	};
	g_autoptr(mb_tokens) t = mb_tokens_new(text);

	for (guint i = 0; i < t->n; i++) {
		const char *fold = t->tokens[i].fold;

		for (guint k = 0; k < G_N_ELEMENTS(months); k++)
			if ((t->tokens[i].flags & MB_TOKEN_UPPER) &&
			    strlen(fold) >= 3 &&
			    (strlen(fold) <= strlen("sept") ||
			     strlen(fold) == strlen(months[k])) &&
			    g_str_has_prefix(months[k], fold))
				return (k + 1) * 100;
	}
	return 0;
}

guint32
mb_link_month_of_number(const char *number)
{
	static GRegex *origin_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *month = NULL;
	g_autofree char *year = NULL;
	g_autofree char *text = NULL;
	struct mb_date_hit hit;
	guint64 value;

	if (!g_regex_match(
		mb_regex_once(&origin_re,
	                      "^(jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|"
	                      "nov|dec|0[1-9]|1[0-2])(?:[a-z]* ?'?|\\.)"
	                      "(20\\d{2}|\\d{2})(?:\\b|\\.)",
	                      G_REGEX_CASELESS),
		number, 0, &info))
		return 0;
	month = g_match_info_fetch(info, 1);
	year = g_match_info_fetch(info, 2);
	value =
	    g_ascii_strtoull(year, NULL, 10) + (strlen(year) == 2 ? 2000 : 0);
	/* "11.17" alone is no month and year. */
	if (g_ascii_isdigit(*month))
		return strlen(number) < 7
		           ? 0
		           : (guint32)(value * 10000 +
		                       g_ascii_strtoull(month, NULL, 10) * 100);
	text = g_strdup_printf("%s %" G_GUINT64_FORMAT, month, value);
	return mb_date_find(text, 0, &hit) ? hit.ymd : 0;
}

char *
mb_link_words(const char *s, gsize start, gsize end)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(s);
	guint first = 0, last;

	while (first + 1 < t->n && t->tokens[first + 1].at <= start)
		first++;
	for (last = first; last < t->n && t->tokens[last].at < end; last++)
		;
	while (last < t->n && last - first < 3)
		last++;
	if (last - first > WHAT_MAX_WORDS)
		last = first + WHAT_MAX_WORDS;
	while (first > 0 && last - first < WHAT_MAX_WORDS)
		first--;
	return mb_tokens_text(t, first, last);
}

static gboolean
has_ref(const struct mb_item *item, enum mb_ref_dir dir, guint32 date_ymd,
        const char *number)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == dir && r->date_ymd == date_ymd &&
		    g_strcmp0(r->number, number) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
has_number(const struct mb_item *item, const char *number)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && g_strcmp0(r->number, number) == 0)
			return TRUE;
	}
	return FALSE;
}

gboolean
mb_link_knows(const struct mb_link_finder *f, guint32 month)
{
	const struct mb_item *item = f->draft->item;

	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *r = g_ptr_array_index(item->refs, i);

		if (r->dir == MB_REF_BACK && r->date_ymd / 100 == month &&
		    r->date_ymd % 100)
			return TRUE;
	}
	return FALSE;
}

void
mb_link_add_back(struct mb_link_finder *f, guint32 date_ymd, const char *number,
                 const char *what)
{
	struct mb_item *item = f->draft->item;

	if (item->refs->len >= MB_LINKS_MAX ||
	    has_ref(item, MB_REF_BACK, date_ymd, number) ||
	    (number && !date_ymd && has_number(item, number)))
		return;
	/* "the meeting of 30 January, minute 37": a bare date adds nothing
	 * once the minute is known, and comes first otherwise. */
	mb_item_add_ref(item, MB_REF_BACK, date_ymd, number, what);
}
