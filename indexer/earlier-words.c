#include "indexer/earlier-words.h"

#include <string.h>

#include "indexer/probe.h"
#include "indexer/patterns.h"

#define BODY                                                                   \
	"(?:committee|council|cabinet|board|panel|executive|meetings?|"        \
	"commission|forum|sub-committee|scrutiny|district|spc|agm|[cs]mt|"     \
	"(?:management|leadership) team)"
/* What may stand between a meeting and its date: nothing that is to be done by
 * that date. */
#define WITHIN                                                                 \
	"(?:(?!\\b(?:would|will|shall|period|cover|until|deadline|noon|"       \
	"position|"                                                            \
	"before|as at|as of|by)\\b)[^;])"

/* What those who meet have done. */
#define DID                                                                    \
	"(?:considered|approved|discussed|agreed|received|resolved|noted|"     \
	"endorsed|supported|refused|rejected|adopted|decided|recommended|"     \
	"heard|deferred|reviewed|scrutini[sz]ed|met)"
/* What became of a matter when they met. */
#define PUT                                                                    \
	"(?:first |last |also |then "                                          \
	")?(?:considered|discussed|approved|agreed|"                           \
	"resolved|endorsed|adopted|deferred|scrutini[sz]ed)"
#define PUTS                                                                   \
	"considered|discussed|approved|agreed|resolved|endorsed|adopted|"      \
	"deferred|scrutini"
/* What else people come together for. */
#define EVENT                                                                  \
	"(?:workshops?|hearings?|seminars?|site visits?|agm|annual "           \
	"assembly|briefings?)"

#define DAY_OF                                                                 \
	"(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"

/* Up to a date's month. */
#define TO_DATE                                                                \
	" ?(?:the )?"                                                          \
	"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:the )?"         \
	"(?:\\d{1,2}(?:st|nd|rd|th)?(?:,| and| &) ?)*$"

#define BODIES                                                                 \
	"committee|council|cabinet|board|panel|executive|meeting|commission|"  \
	"forum|scrutiny|district|spc|agm|cmt|smt| team"
#define EVENTS "workshop|hearing|seminar|site visit|agm|assembly|briefing"

/* What is told of an earlier meeting, before its date, and words of which one
 * stands there (probe.h). */
static const struct {
	const char *keys;
	const char *pattern;
} before_date[] = {
	/* "the minutes of the Board of" */
	{ "minutes|proceedings",
	  "\\b(?:minutes|proceedings)\\b" WITHIN "{0,160}" TO_DATE },
	{ "minute of ", "\\bminute of " WITHIN "{0,100}" TO_DATE },
	/* "at the meeting held on", not "by noon before the meeting (" */
	{ "meeting", "(?<!prior to the )(?<!before the )\\bmeetings?\\b" WITHIN
	             "{0,90}" TO_DATE },
	/* "told the Cabinet on" */
	{ BODIES, "\\b" BODY "\\b(?! (?:officials?|officers?|staff|workers?|"
	          "contractors?)\\b)(?!.*\\bthat\\b)" WITHIN
	          "{0,40}\\b(?:held on|held|on|of)" TO_DATE },
	/* "the Board considered the plan in" */
	{ BODIES,
	  "\\b" BODY " (?:(?:had|has|have|also|then|members) ){0,2}" DID
	  "\\b(?!.*\\bthat\\b)" WITHIN "{0,60}\\b(?:on|in|at)" TO_DATE },
	/* "which were agreed on", "been adopted by the Council in" */
	{ PUTS, "(?:\\b(?:was|were|been|being)|,) " PUT
	        "(?: by [^,;]{1,60})? on" TO_DATE },
	{ PUTS, "\\b(?:was|were|been|being) " PUT
	        " by (?:[\\w’'&-]+ ){0,6}?" BODY " in" TO_DATE },
	/* "Harbour Board –", "Cabinet, " */
	{ BODIES, "(?<!prior to the )(?<!before the )\\b" BODY
	          "(?: \\([^)]{1,40}\\))? ?[-–—:,(]" TO_DATE },
	/* "Advisory Council on Quays –" */
	{ BODIES, "\\b" BODY " (?:of|on|for) (?:[\\w’'&]+ ){0,4}[\\w’'&]+ "
	          "[-–—]" TO_DATE },
	/* "deferred from" */
	{ " from",
	  "\\b(?:deferred|adjourned|postponed|continued|held over|"
	  "(?:carried|brought|rolled) (?:forward|over)) from" TO_DATE },
	/* "the report received by the Board in", "the report to the Board in"
	 */
	{ "report", "\\breports?\\b(?:(?!\\b(?:will|would|to be|to come|shall|"
	            "should)\\b)[^.;]){0,60}\\b(?:to|by) (?!be |come |go )"
	            "(?:the )?(?:[\\w’'&-]+ ){0,5}?" BODY " in" TO_DATE },
	/* "a workshop was held at the quay on" */
	{ EVENTS, "\\b" EVENT "\\b" WITHIN
	          "{0,60}\\b(?:held|took place)\\b" WITHIN "{0,30}" TO_DATE },
	/* "at the last hearing on" */
	{ EVENTS,
	  "\\b(?:at|during|following|after|since) (?:the|a|its|our) "
	  "(?:[\\w’'-]+ ){0,3}?" EVENT " (?:held )?(?:on|of|in)" TO_DATE },
	/* "the resolution of", "as agreed on", "further to the debate on" */
	{ "resolution|decision",
	  "\\b(?:resolution|decision)(?: made| taken| passed)? "
	  "(?:(?:of|by) (?:the )?(?:[\\w’'&-]+ ){0,4}?" BODY " )?"
	  "(?:of|on|dated)" TO_DATE },
	{ "as ", "\\bas (?:agreed|decided|resolved|reported|minuted|discussed) "
	         "(?:on|in)" TO_DATE },
	{ "further to ",
	  "\\bfurther to (?:the |our |its )?(?:discussion|debate|decision|"
	  "motion)s?\\b" WITHIN "{0,40}" TO_DATE },
	/* "last report", "previously considered on" */
	{ "last |previous |earlier ",
	  "\\b(?:last|previous|earlier) (?:update|report|discussed|considered|"
	  "meeting)" WITHIN "{0,40}" TO_DATE },
	{ "previously ", "\\bpreviously " WITHIN "{0,60}" TO_DATE },
};

gboolean
mb_says_earlier_meeting(const char *before)
{
	static GRegex *regexes[G_N_ELEMENTS(before_date)];
	g_auto(mb_probe) probe;

	mb_probe_init(&probe, before);
	for (guint i = 0; i < G_N_ELEMENTS(before_date); i++)
		if (mb_probe_any(&probe, before_date[i].keys) &&
		    mb_regex_in(&regexes[i], before_date[i].pattern, before))
			return TRUE;
	return FALSE;
}

gboolean
mb_says_meeting_behind(const char *behind)
{
	static GRegex *behind_re;

	return mb_regex_in(
	    &behind_re,
	    "^(?:[’']s)? (?:(?:full|public|council|committee|"
	    "community|board|cabinet|parish|town|pc|cc|special|regular|"
	    "ordinary|extraordinary|monthly|annual|general) )"
	    "{0,3}(?:meeting|agm|minutes)\\b",
	    behind);
}

/* What those who meet do, told behind the date. */
#define DID_BEHIND                                                             \
	"(?:(?:had|has|have|also|then|jointly|formally|unanimously) ){0,2}"    \
	"(?:" DID "|passed|accepted|voted)\\b"

gboolean
mb_says_met_behind(const char *before, const char *behind)
{
	static GRegex *before_re, *behind_re, *body_re, *did_re;

	if (mb_regex_in(
		&before_re,
		"(?:^|[^\\w ] ?|\\b(?:when|that|and|but|since|as|where) )"
		"(?:on|in) " DAY_OF "$",
		before))
		return mb_regex_in(&behind_re,
		                   "^,? (?:the |this |our |its )?"
		                   "(?:(?!(?:to|from|by|with|for|an?|"
		                   "that|who)\\b)[\\w’'&-]+ ){0,6}?"
		                   "(?:" BODY
		                   "|authority|executive) " DID_BEHIND,
		                   behind);
	return mb_regex_in(&body_re, "\\b" BODY " (?:on|in) " DAY_OF "$",
	                   before) &&
	       mb_regex_in(&did_re, "^,? " DID_BEHIND, behind);
}

gboolean
mb_says_to_come(const char *before)
{
	static GRegex *come_re;

	return mb_regex_in(&come_re,
	                   "\\b(?:will|would|shall|should|to) (?:also )?be\\b",
	                   before);
}

gboolean
mb_says_next_meeting(const char *before)
{
	static GRegex *next_re;

	return (strstr(before, "ext ") || strstr(before, "NEXT ") ||
	        strstr(before, "uture ") || strstr(before, "FUTURE ") ||
	        strstr(before, "orthcoming ")) &&
	       mb_regex_in(
		   &next_re,
		   "\\b(?:next|future|forthcoming) (?:[\\w’'&-]+ ){0,4}?" BODY
		   "\\b(?: (?:of|for) (?:[\\w’'&-]+ ){1,6}?(?=is|will|on))?"
		   "(?:[\\s,:;&.–-]|(?:is|are|will|be|to|held|take|place|"
		   "scheduled|arranged|due|on|at|in|the|and|of|for|year|"
		   "(?:mon|tues|wednes|thurs|fri|satur|sun)day|"
		   "\\d{1,4}(?:st|nd|rd|th|am|pm)?|" MB_RE_MONTH ")\\b)*$",
		   before);
}
