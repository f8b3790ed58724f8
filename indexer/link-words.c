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
    "\\b" BODY
    "\\b(?! (?:officials?|officers?|staff|workers?|contractors?)\\b)" WITHIN
    "{0,40}\\b(?:held on|held|on|of)|"
    "\\b" BODY "(?: \\([^)]{1,40}\\))? ?[-–—:,(]|"
    "\\blast (?:update|report|discussed|considered|meeting)" WITHIN
    "{0,40}|\\bpreviously " WITHIN "{0,60}) ?(?:the )?"
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? ?)?(?:the )?"
    "(?:\\d{1,2}(?:st|nd|rd|th)?(?:,| and| &) ?)*$";

/* The pieces of the rows below. */
#define SOME     "(?:[\\w’'&,-]+ ){0,7}?"
#define A        "(?:the |a |its |our |their |any |an |this |full |various )?"
#define OF_MONTH MB_RE_MONTH "(?:[’']s)?"
#define NUMBER   "(?:\\d{1,2}|a|one|two|three|four|five|six|nine|twelve|eighteen)"
/* What brings a matter before those who meet. */
#define TO_BRING                                                               \
	"(?:submit(?:ted)?|present(?:ed)?|report(?:ed)?|referred|refer(?! "    \
	"to)|"                                                                 \
	"brought|bring|taken?|considered|discussed|"                           \
	"return(?:ed)?|recommend(?:ed)?|progressing|fed|feed|"                 \
	"remit(?:ted)?|revisit(?:ed)?|tabled?|scrutini[sz]ed|"                 \
	"forwarded)"
#define AHEAD                                                                  \
	"\\b(?:would|will|shall|should|could|may|must|to|be|then|also|been "   \
	"requested to|agreed to) (?:also |then |be |further |again |first )*"

/* What is asked for, told or put off to a later meeting, and a sentence for
 * each.  Only a sentence that tells of what is to come is asked. */
static const char *const later_rows[][2] = {
	{ "\\b(?:to|at|for|in|on|until|till|into|from|within|with|by|"
	  "add(?:ed)?|agendas? of|part of|discuss|attend) " A LATER " "
	  "(?:[\\w’'&-]+ ){0,4}?(?:meetings?|agendas?|boards?|committees?|"
	  "session|cycle|agm)\\b",
	  "That a report be submitted to the next ordinary meeting" },
	{ "\\b(?:to|in|at|for|by|into|within) (?:the |a |its |our )?" LATER
	  " (?:[\\w’'&-]+ ){0,2}?reports?\\b",
	  "the figures should be shown in future reports" },
	{ "\\bto the following meeting\\b|\\bnext (?:agenda|report)\\b|"
	  "\\bfuture (?:reports|meetings|boards)\\b|"
	  "\\bnext (?:[\\w’'-]+ ){0,3}?meeting\\b",
	  "Next agenda: the gate" },
	{ "\\b(?:agendas?|reports?|reported|updates?)\\b[^.;]{0,30} each "
	  "(?:[\\w’'-]+ ){0,2}meeting\\b",
	  "would be on the agenda of each meeting" },
	{ "\\b(?:to|at|for|by|the|our|attend|discuss) " OF_MONTH " (?:\\d{4} )?"
	  "(?:[\\w’'-]+ ){0,2}?(?:meeting|board|committee|agenda)|"
	  "\\b(?:to|in|for|by) (?:the )?" OF_MONTH " (?:\\d{4} )?report\\b|"
	  "\\(decision " MB_RE_MONTH " meeting\\b|"
	  "\\bmeetings? (?:[\\w’'-]+ ){0,5}?(?:for|in) " MB_RE_MONTH "\\b",
	  "be brought to June's Improvement Board" },
	{ AHEAD TO_BRING
	  " (?:[\\w’'-]+ ){0,9}?(?:back )?(?:to|by|at|before|onto) "
	  "(?:a |the |this |full |our |various )?(?:meeting of (?:the )?)?" SOME
	  "(?:committee|boards?|cabinet|council|panel|scrutiny|"
	  "sub-committee|commission|working (?:group|party))\\b",
	  "to be submitted to a meeting of the Harbour Board" },
	{ "\\bdeferred(?= (?:to|until|till|pending|for|from|due|at|this|the|by|"
	  "and|as|in|so|again|item)\\b|\\W*$|[,:)])|\\bdefer (?:this|the|"
	  "consideration|discussion|a decision)|\\badjourned (?:to|until)\\b"
	  "(?! (?:receive|allow|enable|hear|let|listen|consider|take|permit|"
	  "discuss|obtain))|\\bheld over\\b|\\brolled (?:forward|over)\\b|"
	  "\\bcarried (?:forward|over) to\\b(?! (?:the )?(?:"
	  "(?:next|following|new) "
	  ")?(?:financial|fiscal|\\d|year))|\\breconvene on\\b|\\bbe "
	  "reconvened\\b",
	  "The application was deferred for a site visit" },
	{ "\\b(?:postponed|put (?:back|off)|rescheduled|moved back) "
	  "(?:to|until|till|for)\\b",
	  "the AGM was put off to 5 January 2021" },
	{ "\\b(?:report(?:ing)?|reported) back\\b(?= (?:(?:[\\w’'-]+ ){0,5}?"
	  "(?:to|at|in|by|with(?:in)?|when|once|after|next|following)\\b))|"
	  "\\b(?:come|came|coming|bring|brought) back\\b|\\bcomeback\\b",
	  "reporting back to the committee in 2025" },
	{ "\\b(?:review|report|updat|revisit|discuss|consider|return|"
	  "meet|agenda|monitor|invite)\\w*\\b[^.;]{0,80}?\\b(?:in|"
	  "within|after) (?:" NUMBER " (?:months?|years?)\\b|"
	  "(?:the )?(?:autumn|spring|summer|winter|new year)\\b)",
	  "It was decided to revisit the review in six months time" },
	{ "\\b(?:review|report|updat|revisit|discuss|consider|decid|bring|"
	  "brought)\\w*\\b[^.;]{0,60}?\\bat (?:a|some) (?:later|"
	  "future) (?:date|stage|time)\\b",
	  "to be discussed further at a later date" },
	{ "\\b(?:be|for|to|suggest\\w*|request\\w*) (?:inclu(?:ded?|sion)|"
	  "added?|placed?|listed|scheduled)\\b[^.;]{0,60}?\\b(?:in|on|to|"
	  "within|onto) (?:the |its |our |their )?" SOME
	  "(?:work ?(?:programme|plan)|forward (?:plan|work)|scrutiny "
	  "programme)\\b",
	  "be added to the Panel's work programme" },
	{ "\\breturn(?:ed)? to be (?:discussed|considered)\\b",
	  "further reports would return to be considered" },
};

/* Only what is still to come is a link forward. */
static const char to_come[] =
    "\\b(?:will|would|shall|should|could|be|to|may|might|must|requested|"
    "asked|agreed|deferred?|adjourned|awaiting|awaited|suggested|need|"
    "hoped|due|propose[sd]?|recommended?|invited?|comeback|report|themes?|"
    "decision|reporting|next agenda|return|continued?|remit(?:ted)?|"
    "invite|revisit|postponed|put back)\\b";

/* A motion's set words, the notice of the next meeting, and what happened
 * before. */
static const char no_request[] =
    /* "twill move at the next Meeting": OCR of "I will"; "I will moveat the
     * next Meeting", "willl move at the next Meeting" */
    "will+ (?:ask|move) ?(?:at|that)\\b|\\bhold office\\b|"
    "\\b(?:hold|holding) (?:the|its|our) (?:next|" MB_RE_MONTH ")\\b|"
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
    "|\\bin advance of (?:the |our )?next\\b"
    "|\\bwish(?:ed|es)? to (?:bring|raise)\\b"
    "|\\b(?:balances?|surplus|underspends?|funds?|reserves?|leave)\\b"
    "[^.;]{0,40}\\bcarried (?:forward|over)\\b"
    "|\\bhad been "
    "(?:deferred|postponed|referred|reported|submitted|presented|agreed)"
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
		"next",      "Next",        "NEXT",        "uture",  "efer",
		"eeting",    "oard",        "ommittee",    "ouncil", "abinet",
		"back",      "month",       "subsequent",  "djourn", "anel",
		"olled",     "crutiny",     "forthcoming", "later",  "year",
		"week",      "utumn",       "pring",       "ummer",  "inter",
		"postponed", "put off",     "rogramme",    "plan",   "Plan",
		"return",    "rescheduled", "evisit",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(s, stems[i]))
			return TRUE;
	return FALSE;
}

static GRegex *
later_regex(void)
{
	static GRegex *re;
	g_autoptr(GString) all = NULL;

	if (re)
		return re;
	all = g_string_new(NULL);
	for (guint i = 0; i < G_N_ELEMENTS(later_rows); i++)
		g_string_append_printf(all, "%s%s", i ? "|" : "",
		                       later_rows[i][0]);
	return mb_regex_once(&re, all->str, G_REGEX_CASELESS);
}

gboolean
mb_says_later_meeting(const char *s, gsize *start, gsize *end)
{
	static GRegex *to_come_re, *no_request_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint from = 0, to = 0;

	*start = *end = 0;
	if (!may_be_later(s) || !g_regex_match(later_regex(), s, 0, &info) ||
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
