/* patterns: regular expressions compiled at their first use, and the pieces
 * that several are made of.
 * In: a pattern.  Out: GRegex.  Called by what reads sentences: told.c,
 * marks.c, earlier-words.c, later-words.c,
 * links*.c, exempt.c. */
#ifndef MB_INDEXER_PATTERNS_H
#define MB_INDEXER_PATTERNS_H

#include <glib.h>

#define MB_RE_MONTH                                                            \
	"(?:january|february|march|april|may|june|july|august|september|"      \
	"october|november|december)"

/* As tables shorten them. */
#define MB_RE_MONTH_SHORT                                                      \
	"(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec|" MB_RE_MONTH ")"

/* Those who decide; small councils write "the CC agreed", "the PC". */
#define MB_RE_BODIES                                                           \
	"(?:committee|council|cabinet|board|panel|executive|authority|"        \
	"sub-committee|subcommittee|commission|forum|group|meeting|members|"   \
	"councillors|governors|trustees|directors|[pct]c)"

/* The regex of @pattern, compiled once, kept in @slot for ever; capitals count
 * with flags 0, not with G_REGEX_CASELESS.  Transfer none.  A pattern that
 * can't be compiled is a mistake of ours, and ends the program. */
static inline GRegex *
mb_regex_once(GRegex **slot, const char *pattern, GRegexCompileFlags flags)
{
	if (g_once_init_enter(slot)) {
		g_autoptr(GError) error = NULL;
		GRegex *re =
		    g_regex_new(pattern, flags | G_REGEX_OPTIMIZE, 0, &error);

		if (!re)
			g_error("%s", error->message);
		g_once_init_leave(slot, re);
	}
	return *slot;
}

/* Whether @text holds @pattern, in any letters. */
static inline gboolean
mb_regex_in(GRegex **slot, const char *pattern, const char *text)
{
	return g_regex_match(mb_regex_once(slot, pattern, G_REGEX_CASELESS),
	                     text, 0, NULL);
}

#endif
