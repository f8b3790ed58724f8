#include "indexer/told.h"

#include <string.h>

#define BODIES                                                                 \
	"(?:committee|council|cabinet|board|panel|executive|authority|"        \
	"sub-committee|subcommittee|commission|forum|group|meeting|members|"   \
	"councillors|governors|trustees|directors)"
static GRegex *
regex_once(GRegex **slot, const char *pattern)
{
	if (g_once_init_enter(slot)) {
		GRegex *re = g_regex_new(
		    pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

		g_once_init_leave(slot, re);
	}
	return *slot;
}

#define ADVERBS                                                                \
	"(?:(?:also|then|further|therefore|unanimously|subsequently|duly|"     \
	"formally|generally|accordingly|all) ){0,3}"
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
		"igned",      "as read",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(s, stems[i]))
			return TRUE;
	return FALSE;
}

enum mb_told
mb_told(const char *s, gboolean marked)
{
	static GRegex *before, *meets, *passive, *opens, *moved, *noted,
	    *minutes;

	if (!may_tell(s))
		return MB_TOLD_NOTHING;
	/* "had been AGREED", "the village hall committee has agreed": told of
	 * another time. */
	if (g_regex_match(
		regex_once(&before,
	                   "\\b(?:had|has|have|having)(?: now| already| "
	                   "previously| also)?(?: been)? (?:now )?" DECIDED
	                   "\\b|\\bagreed at (?:the|a) "
	                   "(?:last|previous)\\b|\\bat that "
	                   "meeting\\b|\\bchair(?:man|person)? of the \\w+ "
	                   "agreed\\b|\\bnot "
	                   "(?:been )?" DECIDED
	                   "\\b|\\b(?:if|once|until|when) (?:it is |it was "
	                   ")?" DECIDED),
		s, 0, NULL))
		return MB_TOLD_NOTHING;
	if (g_regex_match(
		regex_once(&minutes,
	                   "\\bminutes\\b.{0,300}\\b(?:approved|agreed|"
	                   "adopted|confirmed|accepted|signed|correct|"
	                   "true (?:and accurate )?record|"
	                   "accurate record|taken as read)\\b|"
	                   "^these were moved as correct"),
		s, 0, NULL))
		return MB_TOLD_DECIDED;
	if (g_regex_match(
		regex_once(&moved,
	                   "\\b(?:propos|mov)(?:ed|al|ing)\\b.{0,200}"
	                   "\\bsecond|\\bseconded (?:the|this|his|her|"
	                   "that)\\b|\\bin seconding\\b|\\bproposal was "
	                   "seconded\\b|^approved\\W+\\w+ seconded\\b|"
	                   "\\bon the proposal of\\b"),
		s, 0, NULL))
		return MB_TOLD_MOVED;
	if (g_regex_match(
		regex_once(&meets,
	                   "\\b(?:it|this) was " ADVERBS DECIDED
	                   "\\b|(?:^|[,;] |\\bthe |\\band |\\bthat )(?:all "
	                   ")?(?:all|we|[\\w&' -]{0,60}?" BODIES
	                   ") (?:were )?" ADVERBS DECIDED "\\b"),
		s, 0, NULL))
		return MB_TOLD_DECIDED;
	if (g_regex_match(
		regex_once(&passive,
	                   "\\b(?:motion|amendment|recommendations?|"
	                   "proposals?|accounts?|payments?|invoices|"
	                   "cheques|budget|precept|policy|policies|"
	                   "reports?|documents?|annual return|quotes?|"
	                   "quotation|expenditure|request|this|terms of "
	                   "reference|scheme|regulations|orders)\\b"
	                   "[^,]{0,100}\\b(?:was|were) " ADVERBS
	                   "(?:agreed|approved|adopted|carried|endorsed|"
	                   "ratified|declined|refused|accepted|passed|"
	                   "considered and approved|noted by)\\b"),
		s, 0, NULL))
		return MB_TOLD_DECIDED;
	if (g_regex_match(
		regex_once(&opens,
	                   "^(?:unanimously )?(?:agreed|resolved|approved|"
	                   "adopted|carried)\\b(?: to| that|:| –| -|$)"),
		s, 0, NULL))
		return MB_TOLD_DECIDED;
	if (g_regex_match(
		regex_once(&noted, "\\b" BODIES " (?:duly )?noted (?!that\\b)"),
		s, 0, NULL))
		return MB_TOLD_DECIDED;
	return MB_TOLD_NOTHING;
}
