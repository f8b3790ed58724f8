#include "indexer/told.h"

#include <string.h>

#include "indexer/patterns.h"

#define ADVERBS                                                                \
	"(?:(?:also|then|further|therefore|unanimously|subsequently|duly|"     \
	"formally|generally|gratefully|accordingly|all|presented|and) ){0,3}"
#define DECIDED                                                                \
	"(?:agreed|resolved|decided|approved|adopted|endorsed|ratified|"       \
	"accepted)"

/* Cheap: does the sentence hold a word that tells of a decision? */
static gboolean
may_tell(const char *s)
{
	static const char *const stems[] = {
		"greed",      "GREED",    "esolved", "ESOLVED", "pproved",
		"PPROVED",    "dopted",   "DOPTED",  "econd",   "ECOND",
		"arried",     "ARRIED",   "oted",    "ecided",  "ECIDED",
		"ecord",      "ccepted",  "eclined", "orrect",  "ndorsed",
		"roposal of", "onfirmed", "atified", "efused",  "assed",
		"igned",      "as read",  " 2nd",
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
	/* "had been AGREED", "the village hall committee has agreed": told of
	 * another time. */
	{ "\\b(?:had|has|have|having)(?: now| already| "
	  "previously| also)?(?: been)? (?:now )?" DECIDED
	  "\\b|\\bagreed at (?:the|a) "
	  "(?:last|previous)\\b|\\bat that "
	  "meeting\\b|\\bchair(?:man|person)? of the \\w+ "
	  "agreed\\b|\\bnot "
	  "(?:been )?" DECIDED "\\b|\\b(?:if|once|until|when) (?:it is |it was "
	  ")?" DECIDED,
	  MB_TOLD_NOTHING },
	/* "The minutes of the last meeting were approved." */
	{ "\\bminutes\\b.{0,300}\\b(?:approved|agreed|"
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
	  "\\bon the proposal of\\b",
	  MB_TOLD_MOVED },
	/* "It was unanimously agreed", "The Council resolved" */
	{ "\\b(?:it|this|these|they) (?:was|were) " ADVERBS DECIDED
	  "\\b|(?:^|[,;] |\\bthe |\\band |\\bthat )(?:all "
	  ")?(?:all|we|[\\w&' -]{0,60}?" MB_RE_BODIES
	  ") (?:were )?" ADVERBS DECIDED "\\b",
	  MB_TOLD_DECIDED },
	/* "The accounts for payment were approved." */
	{ "\\b(?:motion|amendment|recommendations?|"
	  "proposals?|accounts?|payments?|invoices|"
	  "cheques|budget|precept|policy|policies|"
	  "reports?|documents?|annual return|quotes?|observations|comments|"
	  "quotation|expenditure|request|this|terms of "
	  "reference|scheme|regulations|orders)\\b"
	  "[^,]{0,100}\\b(?:was|were) " ADVERBS
	  "(?:agreed|approved|adopted|carried|endorsed|"
	  "ratified|declined|refused|accepted|passed|"
	  "considered and approved|noted by)\\b",
	  MB_TOLD_DECIDED },
	/* "All payments approved" */
	{ "^(?:all |the )?(?:above )?(?:payments?|accounts|cheques|invoices|"
	  "expenditure) (?:approved|agreed|authorised)\\b|"
	  "(?-i:\\b(?:All|These|They)|therefore)(?: of (?:these|them|the "
	  "above))?(?: were)?(?: therefore)? (?:approved|agreed|authorised) "
	  "(?:for|to be) pa(?:yment|id)\\b",
	  MB_TOLD_DECIDED },
	/* "Agreed that the clerk write."; also behind a heading: "Meeting with
	 * the Minister Agreed to defer" */
	{ "^(?:unanimously )?(?:agreed|resolved|approved|"
	  "adopted|carried)\\b(?: to| that|:| –| -|$)"
	  "|(?-i:[a-z] Agreed (?:to|that)\\b)",
	  MB_TOLD_DECIDED },
	/* "The Committee noted the report." */
	{ "\\b" MB_RE_BODIES " (?:duly |(?:received|considered) and )?noted "
	  "(?!that\\b)",
	  MB_TOLD_DECIDED },
};

enum mb_told
mb_told(const char *s)
{
	static GRegex *regexes[G_N_ELEMENTS(rows)];

	if (!may_tell(s))
		return MB_TOLD_NOTHING;
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++)
		if (mb_regex_in(&regexes[i], rows[i].pattern, s))
			return rows[i].told;
	return MB_TOLD_NOTHING;
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
		    "(?:^|[.)–-] ?)(?:not )?supported(?=[.;\\n]|$)|"
		    "\\b(?:permission|approval|refusal) recommended\\b",
		    G_REGEX_CASELESS | G_REGEX_MULTILINE),
		text, -1, (gint)at, 0, &info, NULL))
		return FALSE;
	g_match_info_fetch_pos(info, 0, &from, &to);
	*start = (gsize)from;
	*end = (gsize)to;
	return TRUE;
}
