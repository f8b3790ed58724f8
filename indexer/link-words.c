#include "indexer/link-words.h"

#include <string.h>

#include "indexer/patterns.h"

#define BODY                                                                   \
	"(?:committee|council|cabinet|board|panel|executive|meetings?|"        \
	"commission|forum|sub-committee|scrutiny|district|spc|agm)"
#define LATER "(?:next|future|subsequent|forthcoming|later)"

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
    "\\b" BODY "\\b" WITHIN "{0,40}\\b(?:held on|held|on|of)|"
    "\\b" BODY "(?: \\([^)]{1,40}\\))? ?[-–—:,(]|"
    "\\blast (?:update|report|discussed|considered|meeting)" WITHIN
    "{0,40}|\\bpreviously " WITHIN "{0,60}) ?(?:the )?"
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:the )?"
    "(?:\\d{1,2}(?:st|nd|rd|th)?(?:,| and| &) ?)*$";

/* What is asked for, told or put off to a later meeting. */
static const char later[] =
    /* "to the next meeting", "a future report", "next agenda" */
    "\\b(?:to|at|for|in|on|until|till|into|from|within|with|by|add(?:ed)?"
    "|agendas? of|part of"
    "|discuss) (?:the |a |its |our |their |any |an )?" LATER
    " (?:[\\w’'&-]+ ){0,4}?(?:meetings?|agendas?|boards?|"
    "committees?|session|cycle|agm)\\b"
    "|\\b(?:to|in|at|for|by|into|within) (?:the |a |its |our )?" LATER
    " (?:[\\w’'&-]+ ){0,2}?reports?\\b"
    "|\\bto the following meeting\\b|\\bnext (?:agenda|report)\\b|\\bfuture "
    "(?:reports|meetings|boards)\\b"
    "|\\bnext (?:[\\w’'-]+ ){0,3}?meeting\\b"
    "|\\beach (?:[\\w’'-]+ ){0,2}meeting\\b"
    /* "to the June meeting", "June's Improvement Board" */
    "|\\b(?:to|at|for|by|the|our) " MB_RE_MONTH "(?:[’']s)? "
    "(?:\\d{4} )?(?:[\\w’'-]+ ){0,2}?(?:meeting|report|board|committee)"
    "|\\(decision " MB_RE_MONTH " meeting\\b"
    "|\\bmeetings? (?:[\\w’'-]+ ){0,5}?(?:for|in) " MB_RE_MONTH "\\b"
    /* "to a meeting of the Corporate Parenting Board" */
    "|\\b(?:would|will|shall|should|could|may|must|to|be|then|also|been "
    "requested to|agreed to) (?:also |then |be |further |again )*"
    "(?:submitted|submit|presented|present|reported|report|referred|refer|"
    "brought|bring|taken|considered|discussed|return(?:ed)?|recommended|"
    "progressing|fed|feed) (?:[\\w’'-]+ ){0,9}?(?:back )?(?:to|by|at|"
    "before|onto) (?:a |the |this |full |our |various )?(?:meeting of "
    "(?:the )?)?(?:[\\w’'&,-]+ ){0,7}?(?:committee|boards?|cabinet|council|"
    "panel|scrutiny|sub-committee|commission|working (?:group|party))\\b"
    /* "deferred", "in 12 months", "report back" */
    "|\\bdeferred(?= (?:to|until|till|"
    "pending|for|from|due|at|this|the|by|and|as|in|so|again|item)\\b|"
    "\\W*$|[,:)])|\\bdefer (?:this|the|consideration|discussion|a "
    "decision)|\\badjourned (?:to|until)\\b(?! (?:receive|allow|enable|hear|"
    "let|listen|consider|take|permit|discuss|obtain))|\\bheld "
    "over\\b|\\brolled "
    "(?:forward|over)\\b|\\bcarried (?:forward|over) to\\b|\\breconvened? "
    "on\\b|\\bin (?:\\d{1,2}|two|three|four|six|nine|twelve|eighteen) "
    "months?(?:[’'] time)?\\b"
    "|\\b(?:report(?:ing)?|reported|come|came|coming|bring|brought) "
    "back\\b|\\bcomeback\\b";

/* Only what is still to come is a link forward. */
static const char to_come[] =
    "\\b(?:will|would|shall|should|could|be|to|may|might|must|requested|"
    "asked|agreed|deferred?|adjourned|awaiting|awaited|suggested|need|"
    "hoped|due|propose[sd]?|recommended?|invited?|comeback|report|themes?|"
    "decision|reporting|next agenda|return)\\b";

/* A motion's set words, the notice of the next meeting, and what happened
 * before. */
static const char no_request[] =
    /* "twill move at the next Meeting": OCR of "I will" */
    "will (?:ask|move) (?:at|that)\\b|\\bhold office\\b|"
    "\\b(?:hold|holding) (?:the|its|our) next\\b|"
    "(?<! at the )\\b" MB_RE_MONTH
    " (?:[\\w’'-]+ ){0,3}meeting (?:would|will|to) (?:take "
    "place|be held)|"
    "\\bI ?(?:will|wish to|shall) (?:ask|move)\\b"
    "|\\bdates? (?:and time )?(?:of|for) (?:the |its |our "
    ")?(?:next|" MB_RE_MONTH ")\\b"
    "|\\bnext (?:[\\w’'-]+ ){0,4}meeting (?:is|will be|was|would be|will "
    "take place|to be|(?:of|for) [^.(]{0,90}(?:is|will be|was|would be)) "
    "(?:scheduled |due |arranged |held |on |at |to |(?:the )?\\d|(?:mon|tues|"
    "wednes|thurs|fri|satur|sun)day)"
    "|\\bas (?:agreed|discussed|proposed|decided|reported|raised) (?:at|in) "
    "|\\bhad been (?:deferred|referred|reported|submitted|presented|agreed)"
    "\\b|\\bcalled in\\b|\\b(?:to|at) the (?:last|previous) meeting\\b";

gboolean
mb_says_earlier_meeting(const char *before)
{
	static GRegex *before_re;

	return g_regex_match(
	    mb_regex_once(&before_re, before_date, G_REGEX_CASELESS), before, 0,
	    NULL);
}

/* Cheap: does the sentence hold a word that a request is made of? */
static gboolean
may_be_later(const char *s)
{
	static const char *const stems[] = {
		"next",   "Next",    "NEXT",        "uture",  "efer",
		"eeting", "oard",    "ommittee",    "ouncil", "abinet",
		"back",   "month",   "subsequent",  "djourn", "anel",
		"olled",  "crutiny", "forthcoming",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(s, stems[i]))
			return TRUE;
	return FALSE;
}

gboolean
mb_says_later_meeting(const char *s, gsize *start, gsize *end)
{
	static GRegex *later_re, *to_come_re, *no_request_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint from = 0, to = 0;

	*start = *end = 0;
	if (!may_be_later(s) ||
	    !g_regex_match(mb_regex_once(&later_re, later, G_REGEX_CASELESS), s,
	                   0, &info) ||
	    !g_regex_match(
		mb_regex_once(&to_come_re, to_come, G_REGEX_CASELESS), s, 0,
		NULL) ||
	    g_regex_match(
		mb_regex_once(&no_request_re, no_request, G_REGEX_CASELESS), s,
		0, NULL))
		return FALSE;
	g_match_info_fetch_pos(info, 0, &from, &to);
	*start = (gsize)from;
	*end = (gsize)to;
	return TRUE;
}
