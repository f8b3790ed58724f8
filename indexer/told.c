#include "indexer/told.h"

#include <string.h>

#include "indexer/patterns.h"

#define ADVERBS                                                                \
	"(?:(?:also|then|further|therefore|unanimously|subsequently|duly|"     \
	"formally|generally|gratefully|accordingly|all|presented|received|"    \
	"considered|discussed|proposed|nominated|noted|and),? ){0,3}"
#define DECIDED                                                                \
	"(?:agreed|resolved|decided|approved|adopted|endorsed|"                \
	"ratified|accepted)"

/* What a council does with them before it notes them. */
#define LOOKED_AT                                                              \
	"(?:received|considered|scrutini[sz]ed|reviewed|discussed|examined)"

/* What a council gets to read. */
#define PAPERS                                                                 \
	"(?:reports?|minutes?|updates?|presentation|contents?|information|"    \
	"position|progress|statements?|correspondence|letters?|plans?|"        \
	"programme|schedule|decisions?|figures|documents?|briefing|"           \
	"responses?|papers?|summary|accounts|balances?|audit|proposals?|"      \
	"lists?|dates|refusals?|invitations?|resignations?|notices?|"          \
	"certificates?|notifications?)"

/* Cheap: does the sentence hold a word that tells of a decision? */
static gboolean
may_tell(const char *s)
{
	static const char *const stems[] = {
		"greed",     "GREED",       "esolved",      "ESOLVED",
		"pproved",   "PPROVED",     "dopted",       "DOPTED",
		"econd",     "ECOND",       "arried",       "ARRIED",
		"oted",      "OTED",        "ecided",       "ECIDED",
		"ecord",     "ccepted",     "eclined",      "orrect",
		"ndorsed",   "roposal of",  "onfirmed",     "atified",
		"efused",    "assed",       "igned",        "as read",
		" 2nd",      "no objec",    "no comment",   "no observ",
		"in favo",   "agreement",   "onsensus",     "ec.",
		"ec:",       "uthori",      "etermined",    "M/S/C",
		"MSC",       "upported by", "appy to",      "ontent to",
		"oted ",     "recept ",     "ere received", "pproval",
		"ermission",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(s, stems[i]))
			return TRUE;
	return FALSE;
}

/* What sentences tell, the first that fits. */
static const struct {
	const char *pattern;
	enum mb_told told;
} rows[] = {
	/* "Minutes of the last meeting have been agreed by e-mail" */
	{ "^(?:the )?(?:draft )?minutes\\b[^.]{0,160}\\b(?:has|have) been "
	  "(?:approved|agreed|accepted|adopted)\\b",
	  MB_TOLD_DECIDED },
	/* "Minutes to be confirmed on May 26": what is to be; "Confirmed as a
	 * true record at the meeting held on ......": what is to be filled in
	 */
	{ "^\\W*(?:the |these )?minutes to be (?:read and )?confirmed\\b|"
	  "(?:\\.{4}|_{4}|…{2})",
	  MB_TOLD_NOTHING },
	/* "To authorise the Chair to sign the minutes as a correct record":
	 * what was asked; "No minutes were available", "to be signed at the
	 * next meeting": what was not done */
	{ "\\bagreed (?:on |about |with )?the (?:importance|need|value) |"
	  "^\\W*to "
	  "(?!.*\\b(?:approved|agreed|adopted|confirmed|accepted|signed|"
	  "resolved|carried|noted|second(?:ed|er)?|2nd)\\b)|"
	  "^\\W*no minutes\\b|\\bminutes\\b.{0,80}\\bto be (?:approved|signed|"
	  "agreed|confirmed) at (?:the |our )?next\\b",
	  MB_TOLD_NOTHING },
	/* "had been AGREED", "the village hall committee has agreed": told of
	 * another time. */
	{ "\\b(?:had|has|have|having)(?: now| already| "
	  "previously| also)?(?: been)? (?:now )?" DECIDED
	  "\\b|\\b(?:if|once|until|when|before|whether) (?:the |we |they |it "
	  ")(?:\\w+ ){0,4}" DECIDED "\\b|"
	  "\\b(?:before|until|once|when|after) "
	  "[^.]{0,40}\\bminutes\\b[^.]{0,40} "
	  "(?:are|is|being) |\\bit was (?:also |generally )?accepted that\\b|"
	  "\\bagreed at (?:the|a) "
	  "(?:last|previous)\\b|\\bat (?:the|its|our|their) (?:last|previous) "
	  "(?:[\\w’'-]+ "
	  "){0,3}?meeting\\b.{0,60}\\b(?:agreed|decided|resolved)\\b|"
	  "\\b(?:was|were|been) " DECIDED " (?:at|by) the " MB_RE_MONTH
	  " (?:\\d{4} )?(?:[\\w’'-]+ ){0,3}?meeting\\b|"
	  "\\bat that meeting\\b|\\bchair(?:man|person)? of the \\w+ "
	  "agreed\\b|\\bnot "
	  "(?:been )?" DECIDED "\\b|\\b(?:if|once|until|when) (?:it is |it was "
	  ")?" DECIDED,
	  MB_TOLD_NOTHING },
	/* "The Motion on being put to the meeting was carried unanimously." */
	{ "^\\W*(?:the )?(?:substantive |original |amended )?motion\\b(?! "
	  "(?:to|that|"
	  "by)\\b)[^.]{0,60}\\b(?:was|were|is) (?:duly |then |declared "
	  "|thereupon |put (?:to the vote )?and )*"
	  "(?:carried|passed|adopted)\\b",
	  MB_TOLD_DECLARED },
	/* "True record - unanimous" */
	{ "\\b(?:true|correct|accurate) record\\W{1,4}(?:unanimous|agreed|"
	  "approved|carried)",
	  MB_TOLD_DECIDED },
	/* "The minutes were taken as read", above "Resolved that they be
	 * approved" */
	{ "^(?!.*\\b(?:approved|agreed|adopted|confirmed|accepted|signed|"
	  "correct|"
	  "accurate|true)\\b).*\\bminutes\\b.{0,200}\\btaken as read\\b",
	  MB_TOLD_MOVED },
	/* "The minutes of the last meeting were approved." */
	{ "\\b(?:minutes|minute of (?:[\\w’']+ "
	  "){0,4}?meeting)\\b.{0,300}\\b(?:approved|agreed|"
	  "adopted|confirmed|accepted|signed|correct|"
	  "true (?:and accurate )?record|"
	  "accurate record|taken as read)\\b|"
	  "^these were moved as correct",
	  MB_TOLD_DECIDED },
	/* "Circulated, approved & signed as correct." */
	{ "^(?:(?:circulated|read),? )?(?:and )?(?:approved|agreed|accepted|"
	  "adopted|confirmed)\\b[^.]{0,60}\\b(?:signed|correct|true|second|"
	  "record)",
	  MB_TOLD_DECIDED },
	/* "Proposed by Cllr. Ryan, seconded by Cllr. Teefy.", "Proposer Cllr
	 * Bruce, 2nd Cllr Key" */
	{ "\\b(?:propos|mov|nominat)(?:ed|al|ing)\\b.{0,200}"
	  "\\bsecond|\\b(?:proposer|proposed)\\b(?! "
	  "and\\b).{0,80}\\b(?:2nd|seconder)\\b|"
	  "\\bmotion was (?:duly )?seconded\\b|\\bseconded (?:the|this|his|her|"
	  "that)\\b|\\bin seconding\\b|\\bproposal was "
	  "seconded\\b|^approved\\W+\\w+ seconded\\b|"
	  "\\bon the proposal of\\b|\\bmotion\\b.{0,120}\\bsecond(?:ed)? by\\b|"
	  "\\bprop[.:]? .{2,60}?\\b(?:sec|2nd)[.:]? |"
	  "\\b(?:this|it|which) was (?:duly )?seconded\\b|"
	  "\\bmo(?:ved|tion)\\b.{0,100}\\bsupport(?:ed)? by\\b|"
	  "(?-i:^\\W*M/?S/?C\\b)",
	  MB_TOLD_MOVED },
	/* "It was unanimously agreed", "The Council resolved" */
	{ "\\b(?:it|this|these|they|which(?! was agreed (?:at|in|by|with)\\b)) "
	  "(?:was|were) " ADVERBS "(?:" DECIDED
	  "|carried(?! (?:over|forward|out|on|by)\\b))"
	  "\\b|(?:^\\W*|[,;] |\\bthe |\\band |\\bthat )(?:all "
	  ")?(?:all|we|[\\w&' -]{0,60}?(?:" MB_RE_BODIES
	  "|committees|councils)) (?:were |(?:was|were) "
	  "[\\w’' -]{3,50} and )?" ADVERBS DECIDED "\\b",
	  MB_TOLD_DECIDED },
	/* "The Clerk was authorised to order it", "Members were happy to
	 * approve it", "The Committee determined to grant it" */
	{ "\\b(?:clerk|chair\\w*|mayor|officers?|director|manager|secretary|"
	  "treasurer|solicitor|rfo|executive|she|he|they)(?: [\\w’'-]+){0,3} "
	  "(?:was|were) (?:hereby |duly |therefore |also )?authori[sz]ed to\\b|"
	  "\\b(?:" MB_RE_BODIES "|cllrs|all) (?:were |was )?(?:all )?(?:happy|"
	  "content) to (?:approve|accept|agree|adopt)\\b|"
	  "\\b(?:" MB_RE_BODIES
	  "|cllrs) (?:then |all )?(?:determined (?:to|the|"
	  "as follows)\\b|voted (?:unanimously |by [^,.]{1,40} "
	  "|\\d[\\w –-]{0,12} )?(?:to|in favou?r of)\\b)",
	  MB_TOLD_DECIDED },
	/* "Approval was given for the purchase of a bench", "permission was
	 * granted", but for what a planning authority grants */
	{ "(?<!planning )(?<!building )(?<!listed )\\b(?:approval|permission) "
	  "was (?:duly |unanimously |then )?(?:given|granted)(?= (?:to|for|by "
	  "the "
	  "(?:committee|council|board))\\b|\\W*$)",
	  MB_TOLD_DECIDED },
	/* "The Chairman's action was ratified." */
	{ "\\b(?:was|were) (?:duly |unanimously )?(?:ratified|endorsed)\\b|"
	  "\\bprecept (?:was|be|is) set at\\b",
	  MB_TOLD_DECIDED },
	/* "Cllrs present agreed that", "All Cllrs approved the form" */
	{ "\\b(?:all |the )?cllrs(?: present)?(?: all)? " ADVERBS DECIDED "\\b",
	  MB_TOLD_DECIDED },
	/* "Members raised no objections", "The Council had no comments" */
	{ "^(?!.*\\bnoted that\\b).*\\b(?:" MB_RE_BODIES
	  ") (?:had|raised|made|have|offered) no "
	  "(?:objections?|comments?|observations?)\\b",
	  MB_TOLD_DECIDED },
	/* "The return was presented and approved." */
	{ "\\b(?:was|were) (?:presented|considered|discussed|read|circulated|"
	  "received|reviewed|checked)(?:,| and|, and) (?:unanimously )?"
	  "(?:approved|agreed|adopted|accepted|noted)\\b(?! (?:that|from)\\b)",
	  MB_TOLD_DECIDED },
	/* "The planning report was noted." */
	{ "^\\W*(?:[\\d.]+ )?(?:the )?(?:[\\w’'/-]+ ){0,3}?" PAPERS
	  "\\b[^.]{0,120}\\b(?:was|were) (?:duly |also |otherwise |then |"
	  "(?:submitted|presented|received|tabled|circulated|considered)(?:,| "
	  "and) )?noted"
	  "(?=\\W*$| by\\b| and\\b|,| for )",
	  MB_TOLD_DECIDED },
	/* "The notes of the meeting held on 2 November were received." */
	{ "^\\W*(?:the )?(?:notes?|minutes?) of\\b[^.]{0,160}\\b(?:was|were) "
	  "(?:duly |submitted and )?received\\W*$",
	  MB_TOLD_DECIDED },
	/* "There was unanimous agreement to", "They were in agreement that" */
	{ "\\bthere was (?:a )?(?:unanimous |general |full |broad )?"
	  "(?:agreement|consensus) (?:to|that)\\b|"
	  "\\bconsensus (?:was reached|of the " MB_RE_BODIES ") (?:to|that)\\b|"
	  "\\b(?:all|" MB_RE_BODIES "|cllrs)(?: present)? (?:was|were) " ADVERBS
	  "in agreement (?:that|to)\\b",
	  MB_TOLD_DECIDED },
	/* "All in favour." */
	{ "(?:^|[?] )\\W*(?:all|everyone|members?)(?: present)? (?:were |was "
	  "|are )?"
	  "(?:in (?:agreement|favou?r)|agreed)\\W*$",
	  MB_TOLD_DECIDED },
	/* "Hall hire £40 – approved", "Hedge £20 (cheque 7) – all approved" */
	{ "£[\\d,.]+ (?:was |were )?(?:approved|agreed|authorised) for "
	  "payment\\W*$|"
	  "(?:£.*|\\) ?)[-–—] ?(?:all )?(?:approved|agreed|authorised)(?: for "
	  "payment)?\\W*$|[-–—] (?:unanimously )?agreed\\W*$|"
	  "[-–—] ?all (?:approved|agreed|authorised)(?: for "
	  "payment)?\\W*$",
	  MB_TOLD_DECIDED },
	/* "The following were passed for payment by the Councillors" */
	{ "\\b(?:was|were) (?:all |duly |also |unanimously "
	  ")?(?:approved|agreed|"
	  "authorised|passed|cleared) for payment\\b",
	  MB_TOLD_DECIDED },
	/* "The accounts for payment were approved." */
	{ "\\b(?:motion|amendment|recommendations?|"
	  "proposals?|accounts?|payments?|transactions|invoices|"
	  "cheques|budget|precept|policy|policies|"
	  "reports?|documents?|annual return|quotes?|observations|comments|"
	  "quotation|expenditure|request|this|terms of "
	  "reference|scheme|regulations|orders)\\b"
	  "[^,]{0,100}\\b(?:was|were) " ADVERBS
	  "(?:agreed|approved|authorised|adopted|"
	  "carried(?! (?:over|forward|out|on)\\b)|endorsed|"
	  "ratified|declined|refused|accepted|passed(?! (?:to|on|over)\\b)|"
	  "considered and approved|noted by)\\b",
	  MB_TOLD_DECIDED },
	/* "All payments approved" */
	{ "^(?:(?:all|the|above|following) )*(?:payments?|accounts|cheques|"
	  "invoices|expenditure)(?: above| below| listed| as listed| "
	  "presented)?"
	  " (?:approved|agreed|authorised|passed)\\b|"
	  "(?-i:\\b(?:All|These|They)|therefore)(?: of (?:these|them|the "
	  "above))?(?: were)?(?: therefore)? (?:approved|agreed|authorised) "
	  "(?:for|to be) pa(?:yment|id)\\b",
	  MB_TOLD_DECIDED },
	/* "Agreed that the clerk write."; also behind a heading: "Meeting with
	 * the Minister Agreed to defer" */
	{ "^(?:unanimously |also )?(?:agreed|resolved|approved|"
	  "adopted|carried)\\b(?: not)?(?: to| that|:| –| -|$)"
	  "|(?:[,–]| -) (?:unanimously )?resolved (?:not )?(?:to|that)\\b"
	  "|(?-i:\\b(?:Councillors|Members) resolved (?:not )?(?:to|that)\\b)"
	  "|(?-i:^Resolved [A-Z])"
	  "|(?-i:\\band (?:RESOLVED|AGREED|DECIDED) (?:that|to)\\b)"
	  "|(?-i:[a-z?)] Agreed (?:to|that)\\b)",
	  MB_TOLD_DECIDED },
	/* "The Chair declared the motion carried." */
	{ "\\bdeclared (?:the |this |that )?(?:substantive |original )?"
	  "(?:motion |proposal |resolution |amendment )?(?:to be |duly )*"
	  "(?:carried|passed|adopted)\\b",
	  MB_TOLD_DECLARED },
	/* "The Internal Auditor: agreed to ask the same person" */
	{ "[:;–] ?(?:unanimously )?agreed (?:to|that)\\b", MB_TOLD_DECIDED },
	/* "The procedure circulated with the papers was agreed." */
	{ "^\\W*(?:\\w{1,3}[.)] )?(?:subject to [^,]{3,160}, )?(?:the|an?) "
	  "(?:[\\w’'-]+ "
	  "){0,4}?(?:procedure|programme|"
	  "agenda|order|arrangements|timetable|calendar|strategy|plan|draft|"
	  "dates?|appointments?|nominations?|grants?|donations?|purchase|"
	  "contribution|precept|tender|loan|increase|"
	  "transfer|reconciliation)\\b[^.,]{0,60} (?:was|were) (?:duly "
	  "|unanimously |then )*(?:agreed|approved|adopted|accepted)"
	  "(?: unanimously| nem con| as (?:presented|circulated|amended))?$",
	  MB_TOLD_DECIDED },
	/* "Recommendation to move all gilts agreed" */
	{ "^\\W*(?:the )?(?:recommendations?|proposals?|requests?) "
	  "(?:to|that|for)\\b"
	  ".* (?:agreed|approved|accepted|adopted|carried)\\W*$",
	  MB_TOLD_DECIDED },
	/* "The Committee noted the report." */
	{ "(?<=committee|council|cabinet|board|cllrs|"
	  "panel|executive|authority|commission|forum|group|trustees) "
	  "(?:duly |also |then |" LOOKED_AT " and )*noted "
	  "(?!that\\b)|"
	  "\\b" MB_RE_BODIES " (?:duly |also |then |" LOOKED_AT
	  " and )*noted (?!that\\b)(?:[\\w’'-]+ ){0,5}?" PAPERS "\\b|"
	  /* "Members received the reports and noted the dates" */
	  "\\b" MB_RE_BODIES " " LOOKED_AT "\\b[^.;:]{1,90} and noted "
	  "(?!that\\b)",
	  MB_TOLD_DECIDED },
};

/* "Cllr Orme was duly elected Chair." */
static gboolean
tells_election(const char *s)
{
	static GRegex *elected_re;

	return (strstr(s, "elected") || strstr(s, "ppointed") ||
	        strstr(s, "-opted")) &&
	       mb_regex_in(
		   &elected_re,
		   "^(?!.*\\b(?:that|recalled|remembered)\\b).*\\b(?:was|were) "
		   "(?:then |duly "
		   "|unanimously "
		   "|accordingly |also )*"
		   "(?:co-opted (?:on ?to|to|on)\\b|"
		   "(?:re-?)?(?:elected|appointed|co-opted)(?: as)?(?: the| "
		   "our)? "
		   "(?:new )?(?:joint )?(?:vice|deputy|chair|mayor|lord mayor|"
		   "cathaoirleach|leas|convener|provost|president|member of|to "
		   "(?:be|serve|chair|preside)|for (?:a |an? further |another "
		   ")?(?:period|"
		   "term|\\w+ (?:more )?years?)\\b))(?!.*\\b(?:last|previous) "
		   "(?:meeting|year))",
		   s);
}

enum mb_told
mb_told(const char *s)
{
	static GRegex *regexes[G_N_ELEMENTS(rows)];
	gboolean may = may_tell(s);

	for (guint i = 0; may && i < G_N_ELEMENTS(rows); i++)
		if (mb_regex_in(&regexes[i], rows[i].pattern, s))
			return rows[i].told;
	return tells_election(s) ? MB_TOLD_DECIDED : MB_TOLD_NOTHING;
}

gboolean
mb_told_view(const char *text, gsize at, gsize *start, gsize *end)
{
	static GRegex *view_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint from, to;

	if (!g_regex_match_full(
		mb_regex_once(
		    &view_re,
		    "\\bno objections?\\b|\\bno observations?\\b|"
		    "\\bobjections? by (?:the )?(?:pc|parish|council)\\b|"
		    "\\b(?:application|proposal)s? (?:was|were) "
		    "(?:supported|not supported|opposed)\\b|"
		    "(?:^|[.)–-] ?)no comments?(?=[.;\\n]|$)|"
		    "(?:^|[.)–-] ?)(?:not )?supported(?=[.;\\n]|$)|"
		    "(?:^|[.)–-] ?)(?:to )?recommend "
		    "(?:approval|refusal)\\b|"
		    "\\b(?:permission|approval|refusal) recommended\\b",
		    G_REGEX_CASELESS | G_REGEX_MULTILINE),
		text, -1, (gint)at, 0, &info, NULL))
		return FALSE;
	g_match_info_fetch_pos(info, 0, &from, &to);
	*start = (gsize)from;
	*end = (gsize)to;
	return TRUE;
}
