#include "indexer/earlier-words.h"

#include <string.h>

#include "indexer/patterns.h"

#define BODY                                                                   \
	"(?:committee|council|cabinet|board|panel|executive|meetings?|"        \
	"commission|forum|sub-committee|scrutiny|district|spc|agm)"
/* What may stand between a meeting and its date: nothing that is to be done by
 * that date. */
#define WITHIN                                                                 \
	"(?:(?!\\b(?:would|will|shall|period|cover|until|deadline|noon|"       \
	"before|"                                                              \
	"by)\\b)[^;])"

/* What is told of an earlier meeting, before its date: "the minutes of the
 * meeting held on …", "considered by the Cabinet on …". */
static const char before_date[] =
    "(?:\\bminutes\\b" WITHIN "{0,160}|\\bmeetings?\\b" WITHIN "{0,90}|"
    "\\b" BODY
    "\\b(?! (?:officials?|officers?|staff|workers?|contractors?)\\b)" WITHIN
    "{0,40}\\b(?:held on|held|on|of)|"
    "\\b" BODY "(?: \\([^)]{1,40}\\))? ?[-–—:,(]|"
    "\\blast (?:update|report|discussed|considered|meeting)" WITHIN
    "{0,40}|\\bpreviously " WITHIN "{0,60}) ?(?:the )?"
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:the )?"
    "(?:\\d{1,2}(?:st|nd|rd|th)?(?:,| and| &) ?)*$";

gboolean
mb_says_earlier_meeting(const char *before)
{
	static GRegex *before_re;

	return g_regex_match(
	    mb_regex_once(&before_re, before_date, G_REGEX_CASELESS), before, 0,
	    NULL);
}
