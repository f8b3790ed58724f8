#include "config.h"

#include "indexer/title-dates.h"

#include <string.h>

#include "base/date.h"
#include "indexer/patterns.h"
#include "indexer/scanned-dates.h"

/* So far before its date the minutes are named that an agenda lists. */
#define MAX_MINUTES 200
/* A line of a title has fewer. */
#define MIN_PROSE_WORDS 10

#define RE_DAY     "[0-9]{1,2}(?:st|nd|rd|th)?"
#define RE_AND     "\\s*(?:-|\u2013|/|&|and|to)\\s*"
#define RE_WEEKDAY "(?:[a-z]{3,6}day,?\\s+)?(?:the\\s+)?"
#define RE_ORDINAL                                                             \
	"\\b((?:(?:twenty|thirty)[- ])?[a-z]+(?:st|nd|rd|th))\\s+"             \
	"(?=(?:day\\s+)?of\\s+" MB_RE_MONTH ")"

/* What titles print of dates otherwise than other text does, and what stands
 * for it: of several days the first. */
static const struct {
	const char *pattern, *with;
} plainer[] = {
	/* "6 and 7 March 2012", "6th/7th March", not "10.30 - 12 March" */
	{ "(?<![0-9.:/])([0-9]{1,2}(?:st|nd|rd|th)?)" RE_AND RE_WEEKDAY RE_DAY
	  "(?=(?:\\s+of)?\\s+" MB_RE_MONTH ")",
	  "\\1" },
	/* "28 February - 1 March 2012" */
	{ "(" RE_DAY "\\s+" MB_RE_MONTH
	  ")(?:,?\\s+[0-9]{4})?" RE_AND RE_WEEKDAY RE_DAY "\\s+" MB_RE_MONTH
	  "(?=,?\\s+[0-9]{4})",
	  "\\1" },
	/* "March 6-7, 2012" */
	{ "(" MB_RE_MONTH "\\s+" RE_DAY ")" RE_AND RE_DAY "(?=,?\\s+[0-9]{4})",
	  "\\1" },
	/* "Tuesday March the 6th" */
	{ "(" MB_RE_MONTH ")\\s+the\\s+(?=[0-9])", "\\1 " },
	/* "March 6, A.D. 2012" */
	{ ",?\\s+a\\.?d\\.?\\s+(?=[0-9]{4})", ", " },
	/* "6thMarch" */
	{ "([0-9](?:st|nd|rd|th))(?=" MB_RE_MONTH ")", "\\1 " },
};

/* "on the sixth day of March": the word becomes a number. */
static gboolean
append_ordinal(const GMatchInfo *match, GString *out, gpointer unused)
{
	static const char *const words[] = {
		"first",         "second",       "third",
		"fourth",        "fifth",        "sixth",
		"seventh",       "eighth",       "ninth",
		"tenth",         "eleventh",     "twelfth",
		"thirteenth",    "fourteenth",   "fifteenth",
		"sixteenth",     "seventeenth",  "eighteenth",
		"nineteenth",    "twentieth",    "twenty-first",
		"twenty-second", "twenty-third", "twenty-fourth",
		"twenty-fifth",  "twenty-sixth", "twenty-seventh",
		"twenty-eighth", "twenty-ninth", "thirtieth",
		"thirty-first",
	};
	g_autofree char *word = g_match_info_fetch(match, 1);

	(void)unused;
	g_strdelimit(word, " ", '-');
	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (!g_ascii_strcasecmp(word, words[i])) {
			g_string_append_printf(out, "%u ", i + 1);
			return FALSE;
		}
	g_string_append(out, word);
	g_string_append_c(out, ' ');
	return FALSE;
}

char *
mb_title_dates_plain(const char *text)
{
	static GRegex *re[G_N_ELEMENTS(plainer)], *ordinal_re;
	char *plain = mb_scanned_dates_mend(text);
	char *next = g_regex_replace_eval(
	    mb_regex_once(&ordinal_re, RE_ORDINAL, G_REGEX_CASELESS), plain, -1,
	    0, 0, append_ordinal, NULL, NULL);

	for (guint i = 0; i < G_N_ELEMENTS(plainer) && next; i++) {
		g_free(plain);
		plain = next;
		next = g_regex_replace(
		    mb_regex_once(&re[i], plainer[i].pattern, G_REGEX_CASELESS),
		    plain, -1, 0, plainer[i].with, 0, NULL);
	}
	/* PCRE gives up on no title of ours, but may. */
	if (!next)
		return plain;
	g_free(plain);
	return next;
}

/* "1 Jun 2017 - 14:30 to 17:00" */
static gboolean
has_clock(const char *after)
{
	const char *colon = strchr(after, ':');

	return colon > after && g_ascii_isdigit(colon[-1]) &&
	       g_ascii_isdigit(colon[1]);
}

/* Whether what stands before a date in its line says that it is another day
 * than that of the meeting. */
static gboolean
is_other_day(const char *line)
{
	/* clang-format off */
	static const char *const words[] = {
		"dated", "published", "issued", "despatch", "dispatch",
		"publication", "call-in", "deadline", "effective ",
		/* "To approve the minutes of the meeting held on 16 February",
		 * "… the last meeting held on 27th March" */
		"approve ", "confirm ", "last meeting", "previous meeting",
		"subject to approval", "to be approved", "originally",
		"postponed from", "rearranged from", "adjourned from",
		"rescheduled from", "produced", "draft v",
		"year ended", "year ending", "year to", "period ended",
	};
	/* "APPROVED MINUTES of the meeting held on 6 March": only right before
	 * the day. */
	static const char *const right_before[] = {
		"approved", "approved on", "amended", "amended on", "adopted",
		"adopted on", "confirmed on", "revised", "updated", "printed",
		"circulated", "circulated on",
	};
	/* clang-format on */
	g_autofree char *before = g_strdup(line);

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(line, words[i]))
			return TRUE;
	while (*before && strchr(" :-,(", before[strlen(before) - 1]))
		before[strlen(before) - 1] = '\0';
	for (guint i = 0; i < G_N_ELEMENTS(right_before); i++)
		if (g_str_has_suffix(before, right_before[i]))
			return TRUE;
	return FALSE;
}

/* "To adopt Minutes of the Meeting of the District held on", "12th July": an
 * agenda's date before the meeting it calls, that of the minutes it lists. */
static gboolean
is_of_minutes(const char *lower, const struct mb_date_hit *hit)
{
	gsize from = hit->start > MAX_MINUTES ? hit->start - MAX_MINUTES : 0;
	g_autofree char *before = g_strndup(lower + from, hit->start - from);

	return strstr(before, "adopt minutes") ||
	       strstr(before, "confirmation of minutes") ||
	       strstr(before, "confirm minutes") ||
	       strstr(before, "minutes of meeting") ||
	       strstr(before, "minutes of the meeting") ||
	       strstr(before, "minutes of the following");
}

/* Whether the line of a date is of running text: "As of 18 December, fifteen of
 * the questions remain open". */
static gboolean
is_prose(const char *lower, const struct mb_date_hit *hit)
{
	gsize from = hit->start, end = hit->end;
	guint n_words = 1;

	while (from && lower[from - 1] != '\n')
		from--;
	end += strcspn(lower + end, "\n");
	for (gsize i = from; i < end; i++)
		n_words += lower[i] == ' ' ? 1 : 0;
	return n_words >= MIN_PROSE_WORDS;
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
	    strstr(after, "am") || has_clock(after) || strstr(after, "p.m") ||
	    strstr(after, "a.m"))
		score += 2;
	if (!hit->weekday && score < 4 && is_prose(lower, hit))
		score -= 3;
	if (is_other_day(line) || (agenda && is_of_minutes(lower, hit)))
		score -= 6;
	/* "12th October, 2016.", alone above the letter. */
	if (agenda && !*line && !hit->weekday)
		score -= 2;
	return score;
}

/* "CABINET - 6.3.12": anywhere but in a title it could be a number. */
static guint32
dotted_date(const char *text)
{
	static GRegex *re;
	g_autoptr(GMatchInfo) match = NULL;
	guint64 part[3];

	if (!g_regex_match(
		mb_regex_once(&re,
	                      "(?:^|[ (])([0-9]{1,2})\\.([0-9]{1,2})\\."
	                      "([0-9]{2})(?=[ ,;)]|\\.?$)",
	                      G_REGEX_MULTILINE),
		text, 0, &match))
		return 0;
	for (gint i = 0; i < 3; i++) {
		g_autofree char *digits = g_match_info_fetch(match, i + 1);

		part[i] = g_ascii_strtoull(digits, NULL, 10);
	}
	return mb_date_make(2000 + (guint)part[2], (guint)part[1],
	                    (guint)part[0]);
}

void
mb_title_dates_find(const char *text, gboolean agenda,
                    struct mb_meeting *meeting, gboolean *weak)
{
	g_autofree char *mended = mb_title_dates_plain(text);
	g_autofree char *lower = g_ascii_strdown(mended, -1);
	struct mb_date_hit hit;
	gsize at = 0;
	int best = G_MININT;

	while (mb_date_find(mended, at, &hit)) {
		int score = score_date(lower, &hit, agenda);

		if (hit.ymd % 100 && score > best) {
			best = score;
			meeting->date_ymd = hit.ymd;
			meeting->weekday = hit.weekday;
			meeting->date_source = MB_DATE_TITLE;
		}
		at = hit.end;
	}
	*weak = best < (agenda ? 3 : 0);
	if (!meeting->date_ymd && (meeting->date_ymd = dotted_date(text)))
		meeting->date_source = MB_DATE_TITLE;
}
