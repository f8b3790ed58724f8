#include "indexer/marks.h"

#include <string.h>

#include "indexer/patterns.h"

/* Bytes of a line that does no more than begin what was decided. */
#define MAX_ALONE 200

#define MARK_WORDS                                                             \
	"(?:RESOLVED|Resolved|AGREED|Agreed|NOTED|RECOMMENDED|Recommended|"    \
	"DECIDED|Decided|APPROVED|ORDERED|ADOPTED|PENDERFYNWYD|Penderfynwyd|"  \
	"DECISIONS?|Decisions?(?: taken)?|RESOLUTIONS?|Resolutions?|"          \
	"OUTCOMES?|Outcomes?)"

/* Web pages that were made text lose spaces: "RESOLVEDthat". */
#define MARK_END "(?:\\b|(?=that\\b))"

/* "And Resolved:", "AGREED as follows", "It was resolved that the Committee" */
static const char mark_alone[] =
    "^\\W{0,4}(?:\\([a-z]\\) )?"
    "(?:(?:and|[Ii]t was|that it be|[Tt]he (?:[\\w&,'’-]+ "
    "){0,8}?(?i:" MB_RE_BODIES "))[,:]? ?)?(?:(?i:unanimously|further) )?"
    "(?:to have )?(?:RECEIVED(?=\\W*$)|" MARK_WORDS
    "|(?<=was |Council |Committee |Board )(?:resolved|agreed|decided)"
    "(?= (?:that|to|as follows|the following)\\W{0,3}:?\\s*$|:?\\s*$))"
    "(?: ?(?:that|unanimously|to|as follows|the "
    "following|accordingly))*(?: \\((?:Cr|Clr|Cllr|Ald|Councillor)\\b"
    "[^()]{1,80}\\))?\\W{0,6}"
    "(?:That (?:the )?(?:[\\w&-]+ ){0,6}" MB_RE_BODIES "\\W{0,3})?$";

/* "resolved that (1)", "agreed: a)": before numbered points even small words
 * are a mark. */
#define MARK_POINTS                                                            \
	"(?i:resolved|agreed|decided)(?=(?i: that| to| as follows)?"           \
	"[ :;,–-]*[(\\[]?(?:1|a|i)[).\\]] )"

/* "RESOLVED that …", "The Council AGREED …", "63.3 RESOLVED that two payments
 * be authorised", "109.4 (Minute 98.2) Resolved that" */
static const char mark_text[] =
    "^\\W{0,4}(?:(?:[0-9]{1,3}\\.){1,3}[0-9]{1,2}\\.?|[0-9]{1,2}[.)])? ?"
    "(?:\\(Min[^)]{1,30}\\) )?"
    "(?:(?:and|[Ii]t was|[Tt]he (?:[\\w&,'’-]+ "
    "){0,8}?(?i:" MB_RE_BODIES ")) )?(?:(?i:unanimously|further) )?"
    "(?:(?i:penderfynwyd ?/ ?)?(?:RESOLVED|Resolved(?=\\s*[:;(]| that| –| "
    "-))|AGREED|NOTED|RECOMMENDED|DECIDED|APPROVED|ORDERED|PENDERFYNWYD|"
    "(?:Recommended|Agreed|Decided|Resolutions?|Penderfynwyd|Decisions|"
    "DECISIONS?|"
    "RESOLUTIONS?)(?=\\s*:)|" MARK_POINTS
    "|Decision(?=\\s*:| [–-] (?:[Tt]hat|the "
    "licence|to|granted|refused)\\b))" MARK_END;

/* "On a vote of 3 to 1 the Committee RESOLVED", "Members agreed that:": the end
 * of a sentence that the points below complete. */
static const char mark_ending[] =
    "\\b(?:[Tt]he (?:[\\w&,'’-]+ ){0,8}?(?i:" MB_RE_BODIES ")|"
    "[Mm]embers|[Cc]ouncillors|[Ii]t was) (?:(?:then|also|therefore) )?"
    "(?:(?i:unanimously|further) )?"
    "(?:(?:RESOLVED|AGREED|DECIDED)\\W{0,4}$|"
    "(?i:resolved|agreed|decided|recommended|approved)"
    "(?: (?:that|to|as follows|the following|unanimously))* ?[:-]+\\W*$)";

/* Whether nothing that is decided stands in @line itself. */
static gboolean
is_alone(const char *line)
{
	static GRegex *alone_re, *ending_re;

	return strlen(line) < MAX_ALONE &&
	       (g_regex_match(mb_regex_once(&alone_re, mark_alone, 0), line, 0,
	                      NULL) ||
	        g_regex_match(mb_regex_once(&ending_re, mark_ending, 0), line,
	                      0, NULL));
}

enum mb_mark
mb_mark_read(const char *line, gsize *end)
{
	static GRegex *text_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint stop = 0;

	if (is_alone(line)) {
		*end = strlen(line);
		return MB_MARK_ALONE;
	}
	if (!g_regex_match(mb_regex_once(&text_re, mark_text, 0), line, 0,
	                   &info))
		return MB_MARK_NONE;
	g_match_info_fetch_pos(info, 0, NULL, &stop);
	*end = (gsize)stop;
	return MB_MARK_TEXT;
}

gboolean
mb_mark_may(const char *line)
{
	static const char *const stems[] = {
		"esol",   "ESOL",   "GREED",  "greed",   "NOTED",
		"ECOM",   "ecomme", "ECID",   "ecid",    "ECIS",
		"ecis",   "PPROV",  "DOPTED", "RDERED",  "ECEIVED",
		"enderf", "ENDERF", "UTCOME", "utcome:", "utcomes:"
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(line, stems[i]))
			return TRUE;
	return FALSE;
}

const char *
mb_mark_inside(const char *line)
{
	static GRegex *inside_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint start = 0;

	if (g_regex_match(
		mb_regex_once(
		    &inside_re,
		    "[.;”)] +(?=(?:(?:and |it was "
		    ")?(?:(?i:unanimously|further) )?"
		    "(?:(?i:penderfynwyd ?/ ?)?(?:RESOLVED|AGREED|DECIDED|"
		    "PENDERFYNWYD|(?:Resolved|Agreed|Decided|Decision|"
		    "DECISION)(?=:))))" MARK_END ")|"
		    "\\b(?i:and|was|then|unanimously|committee|council|"
		    "cabinet|board|panel|members) (?=" MARK_POINTS ")",
		    0),
		line, 0, &info))
		g_match_info_fetch_pos(info, 0, NULL, &start);
	return line + start;
}
