#include "indexer/later-words.h"

#include <string.h>

#include "indexer/probe.h"
#include "indexer/patterns.h"

/* --- the words ----------------------------------------------------------- */

#define WORD     "[\\w‘’'&,/-]+ "
#define SOME     "(?:" WORD "){0,7}?"
#define A        "(?:the |a |its |our |their |any |an |this |full |various )?"
#define LATER    "(?:next|future|subsequent|forthcoming|upcoming|later)"
#define OF_MONTH MB_RE_MONTH "(?:[’']s)?"
/* "March and April", "May or June". */
#define OF_MONTHS OF_MONTH "(?:(?: and| or|,|/) ?" OF_MONTH ")?"
#define SEASON                                                                 \
	"(?:autumn|spring|summer|winter|"                                      \
	"new (?:municipal |civic |council |calendar )?year)"
#define NUMBER                                                                 \
	"(?:\\d{1,2}|a|one|two|three|four|five|six|nine|ten|twelve|eighteen)"
/* Who is above a committee. */
#define TOP                                                                    \
	"(?:the )?(?:full |town |city |county |borough |district |parish )*"   \
	"(?:council|cabinet|executive|authority)\\b"
#define MEETING "(?:meetings?|agendas?|boards?|committees?|session|cycle|agm)"

/* Who matters are brought before. */
#define BODY                                                                   \
	"(?:committee|boards?|cabinet|council|panel|scrutiny|"                 \
	"(?<!local )authority|forum|"                                          \
	"sub-committee|commission|(?:working|task|steering|liaison|project|"   \
	"finish) (?:group|party)|[cs]mt|spc)(?! "                              \
	"(?:officials?|officers?|staff|(?:[\\w’'-]+ )?(?:team|department)|"  \
	"website|tax|workers?|contractors?)\\b)"

#define BODIES                                                                 \
	"committee|board|cabinet|council|panel|scrutiny|commission|group|"     \
	"party|authority|forum|cmt|smt|spc"

/* What is still to be done. */
#define AHEAD                                                                  \
	"\\b(?:would|will|shall|should|could|may|might|must|to|be|"            \
	"then|also|been requested to|agreed to) (?:also |then |be |further "   \
	"|again |first )*"

/* What brings a matter before those who meet. */
#define TO_BRING                                                                 \
	"(?:submit(?:ted)?|present(?:ed)?|report(?:ed)?|referred|refer(?! "      \
	"to)|brought|bring|taken?(?! "                                           \
	"(?:place|over|part|care|account|with "                                  \
	"(?:respect|regard)|(?:this|the|that|an?|every) "                        \
	"(?:opportunity|chance|time|lead))\\b)|"                                 \
	"considered(?! by (?-i:(?!Full |Town |City |County "                     \
	")(?:[A-Z][\\w’'-]+ )"                                                 \
	"{1,4}Council\\b))|discussed|return(?:"                                  \
	"ed)?|"                                                                  \
	"recommend(?:ed)?|progressing|fed|feed|remit(?:ted)?|"                   \
	"(?:make|made) recommendations?|revisit(?:ed)?|tabled?|heard|"           \
	"scrutini[sz]ed|introduce(?= [^.;]{0,60}\\bat )|"                        \
	"forwarded(?! to (?-i:(?!Full |Town |City |County )(?:[A-Z][\\w’'-]+ " \
	"){1,4}Council\\b))|revert(?=[^.;]{0,60} "                               \
	"(?:with|regarding)\\b)|"                                                \
	"(?:put|laid|placed)(?= (?:before|to)\\b))"

/* What is done again when its time has come. */
#define TO_REVIEW                                                              \
	"(?:review|report|updat|revisit|re-visit|discuss|(?:re-?)?consider|"   \
	"decid|"                                                               \
	"return|bring|brought|re-?agenda|agenda|submit|present)"

/* Those who meet apart from the meetings in the calendar. */
#define GATHERING                                                              \
	"(?:meetings?|site visits?|visits?|site meetings?|walkabouts?|"        \
	"(?:site )?walk[ "                                                     \
	"-]?(?:round|through)s?|workshops?|briefings?|seminars?|"              \
	"inspections?)"
#define GATHERINGS "meeting|visit|walk|workshop|briefing|seminar|inspection"
#define APART                                                                  \
	"(?:a|an|another|further|additional|special|extraordinary|"            \
	"emergency|joint|public|accompanied|separate)"
#define NOT_NEXT "(?:(?!" MB_RE_MONTH "|next)" WORD ")"
#define BOOKED                                                                 \
	"arranged|called|convened|organi[sz]ed|set up|scheduled|planned|"      \
	"fixed|booked"
#define CALLED "(?:held|requested|" BOOKED ")"

#define DAY                                                                    \
	"(?:the )?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?(?:the )?"
#define ON_DATE                                                                \
	"(?:" DAY "\\d{1,2}(?:st|nd|rd|th)? (?:of )?|early |late |mid[- ])?"   \
	"(?:" MB_RE_MONTH ")\\b"

/* --- what asks ----------------------------------------------------------- */

/* What is asked for, told or put off to a later meeting, and a sentence for
 * each.  Only a sentence that tells of what is to come is asked. */
static const struct {
	const char *keys; /* one of them stands in the sentence, but for NULL */
	enum {
		ASKS,          /* whatever else there is */
		ASKS_OF_MONTH, /* names a month */
		ASKS_IF_DATED, /* only if its date is to come */
	} how;
	const char *pattern;
	const char *sentence;
} rows[] = {
	{ "next |future|subsequent|forthcoming|upcoming|later ", ASKS,
	  "\\b(?:to|at|for|in|on|until|till|into|onto|from|within|with|by|"
	  "before|ahead of|"
	  "add(?:ed)?|agendas? of|part of|discuss|attend) " A LATER " "
	  "(?:[\\w’'&-]+ ){0,4}?" MEETING "\\b",
	  "That a report be submitted to the next ordinary meeting" },
	{ "next |future|subsequent|forthcoming|upcoming|later ", ASKS,
	  "\\b(?:to|in|at|for|by|into|within) (?:the |a |its |our )?" LATER
	  " (?:[\\w’'&-]+ ){0,2}?reports?\\b",
	  "the figures should be shown in future reports" },
	{ "next |following", ASKS,
	  "\\b(?:to|at|for|by|until) (?:the|a) following (?:[\\w’'-]+ "
	  ")?meeting\\b|\\bnext (?:agenda|report)\\b|"
	  "\\bnext (?:[\\w’'-]+ ){0,3}?report (?:would|will|should)\\b",
	  "Next agenda: the gate" },
	{ "next month", ASKS,
	  "\\b(?:(?:carr(?:y|ied)|roll(?:ed)?|held) (?:forward|over)|deferred|"
	  "review(?:ed)?|reports?|updates?) (?:(?:to|until|for|again) )?next "
	  "month\\b",
	  "Carry forward to next month" },
	{ "agenda", ASKS,
	  "\\b(?:remain|stay|keep (?:this |it |the (?:item|matter) )?)"
	  " ?on (?:the|our|every) agenda\\b",
	  "Members asked that this remain on the agenda" },
	{ " each ", ASKS,
	  "\\b(?:agendas?|reports?|reported|updates?)\\b[^.;]{0,30} each "
	  "(?:[\\w’'-]+ ){0,2}meeting\\b",
	  "would be on the agenda of each meeting" },
	{ "meeting|board|committee|agenda|report", ASKS_OF_MONTH,
	  "\\b(?:to|at|for|by|until|the|our|its|their|attend|discuss) (?:the )?"
	  "(?:\\d{1,2}(?:st|nd|rd|th)? )?" OF_MONTHS
	  " (?:\\d{1,2},? )?(?:\\d{4} )?"
	  "(?:[\\w’'-]+ ){0,2}?(?:meeting|board|committee|agenda)(?! minutes)|"
	  "\\bon " OF_MONTH " agenda\\b|"
	  "\\b(?:to|in|for|by) (?:the )?" OF_MONTH " (?:\\d{4} )?report\\b|"
	  "\\(decision " MB_RE_MONTH " meeting\\b|"
	  "\\bmeetings? (?:(?!had |was |were )[\\w’'-]+ "
	  "){0,5}?(?:for|in) " MB_RE_MONTH "\\b",
	  "be brought to June's Improvement Board" },
	{ "autumn|spring|summer|winter|year", ASKS,
	  "\\b(?:to|at|for|by|until) (?:the |an? |our )?" SEASON
	  " (?:[\\w’'-]+ ){0,2}?" MEETING "\\b|"
	  "\\bmeeting (?:[\\w’'-]+ ){0,3}?in the " SEASON "\\b",
	  "to be put to the autumn meeting" },
	{ BODIES, ASKS,
	  AHEAD
	  "(?:(?:monitor|consider|review|investigat|prepar)\\w* and )?" TO_BRING
	  " (?:" WORD "){0,9}?(?:back )?(?:to|by|at|before) "
	  "(?:a |the |this |full |our |various )?(?:meeting of (?:the )?)?" SOME
	      BODY "\\b",
	  "to be submitted to a meeting of the Harbour Board" },
	{ "recommend|council be |cabinet be |executive be ", ASKS,
	  "\\b(?:to|be|^\\W*(?:\\w{1,4}[.)] )?|(?:resolved|agreed|and)\\W+) ?"
	  "recommend(?:ed)? to " TOP "(?! (?:for|of|on) " ON_DATE ")|"
	  "^\\W*(?:\\w{1,4}[.)] )?(?:(?:resolved|agreed):? )?(?:that )?" TOP
	  " be (?:recommended|asked|requested|invited) (?:to|that)\\b",
	  "RESOLVED to recommend to Full Council that the tolls be raised" },
	{ "refer", ASKS,
	  "\\brefer(?:red)? to (?:the |its )?" SOME BODY
	  " for (?:its |further |their |formal |a )*(?:consideration|decision|"
	  "determination|discussion|approval|report|advice|comments?)\\b|"
	  "\\b(?:be|to|was|were|matter|item) refer(?:red)? back to (?:the "
	  ")?" SOME "(?:staff|officers?|administration|department|" BODY ")\\b",
	  "The plan was referred to the Harbour Board for consideration" },
	{ "send |sent |pass", ASKS,
	  AHEAD "(?:sen[dt]|pass(?:ed)?) (?:" WORD
	        "){0,8}?to (?:the |its )?" SOME BODY
	        " for (?:its |further |their |formal |a )*(?:consideration|"
	        "decision|discussion|approval|advice|comments?)\\b",
	  "agreed to send the draft to the Harbour Forum for comment" },
	{ "submission to|presentation to|referral to", ASKS,
	  "\\b(?:prior to|before|for|ahead of) (?:its |their |the |onward "
	  "|formal )*"
	  "(?:submission|presentation|referral) to (?:the |full )?" SOME BODY
	  "\\b",
	  "amend the report prior to its submission to the Harbour Board" },
	{ "members", ASKS,
	  AHEAD "(?:brought|laid|put) (?:" WORD "){0,5}?(?:before|to) (?:the )?"
	        "(?:" WORD "){0,3}?members\\b",
	  "will be brought before the District Members" },
	{ "defer|adjourned|postpone|held over|the table|rolled |"
	  "carried forward|carried over|reconvene|abeyance|e consideration",
	  ASKS,
	  "\\bdeferred(?= (?:to|until|till|pending|for|due|at|this|the|by|"
	  "and|as|in|so|again|item|because|since|"
	  "from (?:this|the (?:agenda|meeting)|today|tonight))\\b|"
	  "\\W*$|[,:)])|^(?:\\w+\\W+){0,2}defer\\W*$|"
	  "\\b(?:left|held|kept|remain) in abeyance\\b|"
	  "\\bcontinue consideration\\b|"
	  "\\bdefer (?:this|the|consideration|discussion|a decision|it\\b)|"
	  "\\b(?:to|would|will|and|be) defer\\b(?! to\\b)(?: [\\w-]+){0,2}|"
	  "\\bdeferral of\\b|\\bpostponed(?= "
	  "(?:to|until|till|for|pending|due|because|at|by|and)\\b|\\W*$|,)|"
	  "\\bpostpone "
	  "(?:this|the|its|it|any|a)\\b|"
	  "\\badjourned (?:(?:until|till)\\b|"
	  "to (?=(?:allow|a|the|another|" DAY ")? ?(?:" LATER "|\\d|" OF_MONTH
	  "|date|meeting|time)\\b))|"
	  "\\bheld over\\b(?! from\\b| (?:the |a )?(?:past|last|year|"
	  "period|[12]\\d|two|three|several)\\b)(?! "
	  "(?:19|20)\\d\\d)|\\b(?:lie|laid|left) on the table\\b|"
	  "\\brolled (?:forward|over)\\b|"
	  "\\bcarried (?:forward|over) to\\b(?! (?:the )?(?:"
	  "(?:next|following|new) )?(?:financial|fiscal|\\d|year))|"
	  "\\breconvene on\\b|\\bbe reconvened\\b",
	  "The application was deferred for a site visit" },
	{ "put back|put off|schedul|re-sched|arranged|moved back", ASKS,
	  "\\b(?:put (?:back|off)|re-?scheduled|re-?arranged|"
	  "moved back) (?:to|until|till|for)\\b",
	  "the AGM was put off to 5 January 2021" },
	{ "back|and report|then report", ASKS,
	  "(?<!\\bnow |\\bhad |\\bhas |have )\\b(?:report(?:ing)?|reported) "
	  "back\\b(?= (?:(?:[\\w’'-]+ ){0,5}?"
	  "(?:to|at|in|by|with(?:in)?|when|once|after|next|following)\\b))"
	  "(?! that\\b)|"
	  "\\b(?:come|coming|bring|brought) back\\b(?! (?:from|into|on "
	  "(?:schedule|track|line|stream))\\b)"
	  "(?! to (?!(?:the |a |this |its |our |that |full |next )*(?:" WORD
	  "){0,5}?(?:" BODY "|meetings?|members|councillors|district|us)\\b))|"
	  "\\bcomeback\\b|\\band (?:then )?report (?:back )?(?:" WORD
	  "){0,5}?to (?:the |this )?" SOME BODY "\\b",
	  "reporting back to the committee in 2025" },
	{ "every |yearly|annually|quarter|monthly|each year", ASKS,
	  AHEAD
	  "(?:report(?:ed)?|submit(?:ted)?|present(?:ed)?|brought|made) "
	  "(?:" WORD "){0,6}?(?:every (?:" NUMBER " )?(?:months?|quarter|year)|"
	  "(?:half-)?yearly|annually|quarterly|six-monthly|each (?:quarter|"
	  "year))\\b",
	  "That availability be reported to the Authority every six months" },
	{ "month|year|autumn|spring|summer|winter|later|future", ASKS,
	  "\\b(?:(?:" TO_REVIEW
	  "|monitor|invite|choice)\\w*|meets?|agree on|be made|"
	  "be taken)\\b[^.;]{0,80}?\\b(?:(?:in|within|after) (?:" NUMBER
	  " (?:months?|years?)\\b|(?:the )?" SEASON "\\b)|"
	  "at (?:a|some) (?:later|future) (?:date|stage|time)\\b)",
	  "It was decided to revisit the review in six months time" },
	{ "programme|plan|forward work", ASKS,
	  "\\b(?:be|for|to|would|will|suggest\\w*|request\\w*) "
	  "(?:inclu(?:ded?|sion)|"
	  "add(?:ed)?|placed?|listed|scheduled)\\b[^.;]{0,60}?\\b(?:in|on|to|"
	  "within|onto) (?:the |its |our |their )?" SOME
	  "(?:work ?(?:programme|plan)|forward (?:plan|work)|scrutiny "
	  "programme)\\b",
	  "be added to the Panel's work programme" },
	{ "agenda", ASKS,
	  AHEAD
	  "(?:(?:put|placed?|includ(?:e|ed)|add(?:ed)?|list(?:ed)?|kept?|"
	  "remain|go) (?:" WORD
	  "){0,3}?|(?<= be ))(?:in|on|to|onto|as) (?:the |an "
	  ")?agenda\\b(?: (?:of|for) (?:the |a |our )?(?:" WORD
	  "){0,4}?meeting\\b)?|"
	  "\\b(?:as|be|become) an? (?:future agenda item|agenda item (?:in "
	  "(?:the )?future|next))\\b|"
	  "(?<!-)\\bre-?agenda(?:ed)?\\b|\\bagenda item for " A LATER "\\b",
	  "this will be put on the agenda for the committee meeting" },
	{ "return", ASKS,
	  "\\breturn(?:ed)? (?:to be (?:discussed|considered)|for "
	  "(?:approval|consideration|a decision))\\b",
	  "further reports would return to be considered" },
	{ GATHERINGS, ASKS,
	  "(?:^(?:\\w{1,3}[.)] )?|\\b(?:to|will|would|shall|should|could) "
	  "(?:try to |also |then )*)(?:arrange|organi[sz]e|set up|convene|"
	  "call|hold|fix|schedule|request|have) (?:for )?(?:" APART " " NOT_NEXT
	  "{0,5}?|(?=site ))" GATHERING "\\b(?! room| place| point| hall)|"
	  "\\b" APART " " NOT_NEXT "{0,5}?" GATHERING
	  "(?: [\\w‘’'-]+){0,5}? (?:(?:to|would|will|shall|should|could) "
	  "(?:be " CALLED "|take place)|(?:has|have|had) been requested)\\b|"
	  "\\b" GATHERING " (?:" WORD "){0,4}?(?:is|are|was|were) (?:currently "
	  "|now |still )?being (?:" BOOKED
	  ")\\b|\\b(?:make|made|pursue|progress) (?:the )?arrangements? "
	  "(?:of|for) " APART " " NOT_NEXT "{0,3}?" GATHERING "\\b",
	  "The Clerk to arrange a meeting with the harbour police" },
	{ "visit", ASKS,
	  "\\b(?:asked for|requested|suggested|proposed) (?:a|another) (?:" WORD
	  "){0,2}?visit\\b|"
	  "\\b(?:suggested|proposed|agreed|asked|recommended) that (?:the "
	  "|all )?(?:" WORD "){0,3}?(?:members|councillors|" BODY
	  ") (?:should |could |to )?(?:make a )?visit\\b",
	  "The Chair suggested that Members visit the lighthouse" },
	{ "approval|decision|consideration", ASKS,
	  "\\b(?:will|would|shall) (?:then |also |still )?(?:require|need|be "
	  "subject to) (?:the |a |further |formal )*(?:" WORD "){0,2}?" BODY
	  " (?:approval|decision|consideration)\\b",
	  "the final plan will require Committee approval" },
	{ "await", ASKS,
	  "\\b(?:(?!council)" BODY
	  "|members|councillors) (?:is|are|was|were)\\b[^.;,]{0,20} "
	  "awaiting (?:the |a |an )?(?:" WORD "){0,4}?reports?\\b|"
	  "\\breports? (?:is|are|was|were) (?:still )?awaited\\b",
	  "the Board is still awaiting the final reports" },
	{ " meet", ASKS,
	  BODY " (?:to|will|would|should) (?:also )?meet\\b(?! on\\b)",
	  "Harbour Sub-Committee to meet to discuss comments from it" },
	{ "invit|ask|offer|willing", ASKS,
	  "\\b(?:invit(?:ed?|ing)|asked?|asking|offer(?:ed|ing)?|willing) "
	  "(?:" WORD
	  "){0,6}?to (?:attend|come to|speak at|address) (?:a|the|our|"
	  "one of (?:the|our)) (?:" WORD "){0,2}?meetings?\\b(?! (?:with|to))",
	  "The harbour police, offering to come to a meeting" },
	{ "and talk|and speak|and meet|and have", ASKS,
	  "\\b(?:come|attend) (?:out )?(?:[^.;]{0,40}\\b)?and (?:talk|speak|"
	  "meet|have a meeting)\\b",
	  "the harbour police to be asked to come and talk to us" },
	{ "meeting|" BODIES, ASKS_IF_DATED,
	  AHEAD
	  "(?!have |had )(?:" WORD "){0,8}?\\K(?:to|at|for|until|till|"
	  "by|before|attend) (?:the |a |its |our |their |it[’']s )?(?:" WORD
	  "){0,6}?(?:meeting|" BODY ")(?: to be held| being "
	  "held| scheduled| planned| due)?,? (?:on|of|in|for) " ON_DATE,
	  "will take it to the Harbour Society meeting on 16 October" },
	{ NULL, ASKS_IF_DATED,
	  AHEAD "(?:" TO_BRING "|" TO_REVIEW "(?:e?d|ing)?|re-?agenda)"
	        " (?:(?!\\b(?:at|from|since) )" WORD "){0,7}?(?:in|for|"
	        "until|on) " ON_DATE,
	  "would be discussed again in April" },
	{ "and ", ASKS_IF_DATED,
	  "\\band (?:then |to |again )?(?:review(?! of)|revisit|discuss|"
	  "(?:re-?)?consider|report(?! back)|return|bring|submit) "
	  "(?:(?!\\b(?:at|from|"
	  "since) )" WORD "){0,7}?(?:in|for|until|on) " ON_DATE,
	  "to keep the policy and reconsider it in November" },
	{ "report|paper|review|update|presentation", ASKS_IF_DATED,
	  AHEAD "an? (?:" WORD "){0,4}?(?:reports?|papers?|reviews?|updates?|"
	        "presentations?) (?:" WORD "){0,5}?(?:in|by|for|on) " ON_DATE,
	  "there would be a paper in December" },
	{ "report|review|proposal|findings|recommendation|update",
	  ASKS_IF_DATED,
	  "\\b(?:reports?|reviews?|proposals?|findings|recommendations?|"
	  "updates?)\\b[^.;]{0,40} (?:be|being) (?:made|prepared|" TO_BRING
	  ") (?:" WORD "){0,7}?(?:by|for) " ON_DATE,
	  "that a report be submitted by the working party by September" },
	{ "attend|come |go ", ASKS_IF_DATED,
	  AHEAD "(?:attend|(?:come|go)(?: back)? (?:to|before) (?:" WORD
	        "){0,4}?(?:members|" BODY ")) (?:in|on|for) " ON_DATE,
	  "the plan would come before the members in September" },
	{ "recommend|referred|remitted", ASKS_IF_DATED,
	  "\\b(?:recommended|referred|remitted|recommend) to (?:the )?(?:" WORD
	  "){0,5}?" BODY " (?:meeting )?on " ON_DATE,
	  "recommended to the Harbour Authority on 18 July 2025" },
	{ "put |pencilled|set |booked|add", ASKS_IF_DATED,
	  "\\b(?:(?:put|pencilled|set|booked) (?:" WORD "){0,3}?(?:down|in)|"
	  "add(?:ed)? (?:" WORD "){0,6}?) ?for " ON_DATE,
	  "has put it down for 23 September 2025" },
	{ "asked|requested|receive", ASKS_IF_DATED,
	  "\\b(?:asked|requested) (?!to )(?:" WORD "){1,8}?for (?:" WORD
	  "){1,6}?(?:in|on) " ON_DATE "|\\breceive (?:an? |the )(?:" WORD
	  "){0,4}?(?:report|update|paper|presentation|review)s? "
	  "(?:in|on|by|at) " ON_DATE,
	  "receive a further progress report in August" },
	{ "asked to|invited to|requested to|recommended to", ASKS_IF_DATED,
	  "\\b" BODY " (?:will|would) (?:then |also )?be (?:asked|invited|"
	  "requested|recommended) to [^.;]{1,100}? (?:on|in) " ON_DATE,
	  "The Board will be asked to settle the tolls on 9 February" },
	{ "report", ASKS_IF_DATED,
	  "\\breports? (?:(?:is|are|will be|to be) )?due "
	  "(?:(?:in|by|on|for|at) "
	  ")?" ON_DATE,
	  "Report is due in June 2023" },
	{ GATHERINGS, ASKS_IF_DATED,
	  "(?:^|[.|:] )" GATHERING " (?:(?:has|have) been )?(?:" BOOKED
	  ") (?:for|on) " ON_DATE,
	  "Told the pilots. Meeting arranged for 3 April" },
	{ "special|extraordinary|additional", ASKS_IF_DATED,
	  "\\b(?:special|extraordinary|additional) (?:" WORD
	  "){0,3}?(?:meeting|" BODY ") (?:to be held )?on " ON_DATE,
	  "hear submissions at a Special Meeting on 12 June" },
	{ "set for|fixed for|called for", ASKS_IF_DATED,
	  "\\b(?:hearing|" GATHERING ") (?:be |was |is |has been )?"
	  "(?:set|fixed|called) for " ON_DATE,
	  "A hearing was set for July 7" },
	{ "continue|table|postpone|adjourn|defer|reschedule|forward|over",
	  ASKS_IF_DATED,
	  "\\b(?:(?!continue "
	  "(?:to|until|till)\\b)continue|table|postpone|adjourn|defer|"
	  "reschedule|"
	  "(?:carry|carried|held|hold|roll) (?:forward|over))(?:d|ed|red)? "
	  "(?:" WORD "){0,8}?(?:to|until|till) " ON_DATE,
	  "Motion to continue the hearing to November 9, 2021" },
	{ "agenda", ASKS_IF_DATED, "\\bre-?agenda for " ON_DATE,
	  "Re-agenda for April" },
	{ GATHERINGS, ASKS_IF_DATED,
	  "\\b" APART " (?:" WORD "){0,5}?" GATHERING
	  " (?:(?!was |were |held )[\\w.:’'&,/-]+ "
	  "){0,8}?(?:for|on|in|at) " ON_DATE "|\\b" APART " (?:" WORD
	  "){0,5}?" GATHERING " (?:" WORD "){0,14}?(?:has|have|had) been "
	  "(?:" BOOKED ") (?:to (?:take place|be held) )?(?:for|on) " ON_DATE,
	  "It was hoped to arrange another visit in April" },
};

gboolean
mb_later_next(const char *s, gsize from, struct mb_later *later)
{
	static GRegex *regexes[G_N_ELEMENTS(rows)];
	g_auto(mb_probe) probe;
	gboolean month;

	mb_probe_init(&probe, s);
	month = mb_probe_month(&probe);
	memset(later, 0, sizeof *later);
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GMatchInfo) info = NULL;
		gint start, end;

		if ((rows[i].how != ASKS && !month) ||
		    (rows[i].keys && !mb_probe_any(&probe, rows[i].keys)))
			continue;
		if (!g_regex_match_full(mb_regex_once(&regexes[i],
		                                      rows[i].pattern,
		                                      G_REGEX_CASELESS),
		                        s, -1, (gint)from, 0, &info, NULL))
			continue;
		g_match_info_fetch_pos(info, 0, &start, &end);
		if (later->end && later->start <= (gsize)start)
			continue;
		later->start = (gsize)start;
		later->end = (gsize)end;
		later->dated = rows[i].how == ASKS_IF_DATED;
	}
	return later->end > 0;
}
