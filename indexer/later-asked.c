#include "indexer/later-words.h"

#include <string.h>

#include "indexer/patterns.h"

/* What is no request, though its words are those of one. */

/* Only what is still to come is a link forward. */
static const char to_come[] =
    "\\b(?:will|would|shall|should|could|be|to|may|might|must|requested|"
    "requesting|request|refer|asked|asking|agreed|defer(?:red|ral)?|adjourned|"
    "awaiting|awaited|suggested|need|hoped|due|propose[sd]?|recommended?|"
    "invited?|comeback|report|themes?|decision|reporting|agenda|re-?agenda|"
    "prior "
    "to|submission|set for|fixed for|called "
    "for|return|continued?|remit(?:ted)?|revisit|abeyance|postponed?|"
    "put "
    "back|bring|held "
    "over|the table|"
    "arranged?|carry|tabled|scheduled|called|planned|for "
    "discussion|hold|asks?|offering|"
    "come|receive|put|hear)\\b";

/* Set words, which mean nothing in the whole sentence. */
static const char nothing[] =
    /* "twill move at the next Meeting": OCR of "I will"; "I will moveat the
     * next Meeting", "willl move at the next Meeting" */
    "will+ (?:ask|move) ?(?:at|that)\\b|"
    "\\bI ?(?:will|wish to|shall|wil)? ?(?:ask|move)\\b|"
    "\\bI (?:will|shall) at the next\\b|\\bhold office\\b|"
    "\\b(?:he|she|they|who) reported back\\b|"
    /* who was there: "had been invited to attend the meeting" */
    "\\bha[ds] been invited to (?:attend|speak)\\b|"
    /* "subject to confirmation at the next meeting" */
    "\\b(?:draft|unconfirmed|unapproved|subject to)\\b[^.;]{0,60}"
    "\\b(?:approv|confirm|ratif|adopt)\\w*\\b[^.;]{0,20} next\\b|"
    "\\bdraft minutes\\b[^.;]{0,60}\\b(?:agree|sign)\\w*\\b[^.;]{0,20} next\\b|"
    "\\b(?:resign|retir|step|stand)(?:ing|e|s)?(?: down)?\\b[^.;]{0,20} "
    "at (?:the )?next\\b|"
    "\\bminutes\\b[^.;]{0,60}\\b(?:approved|adopted|confirmed)\\b[^.;]{0,30} "
    "at the following\\b|\\bimpracticable to defer\\b|"
    "(?:^|: )next (?:[\\w’'-]+ ){0,4}meeting:? (?:scheduled|due|on)\\b|"
    "\\b(?:would|will|could) not be (?:in a position|able)\\b|"
    "\\b(?:hold|holding) (?:the|its|our) (?:next|" MB_RE_MONTH ")\\b|"
    "(?<! at the )\\b" MB_RE_MONTH
    " (?:[\\w’'-]+ ){0,3}meeting (?:would|will|to) (?:take place|be held)|"
    "\\bdates? (?:and time )?(?:of|for) (?:the |its |our )?"
    "(?:next|" MB_RE_MONTH ")\\b|"
    "\\bnext (?:[\\w’'-]+ ){0,4}meeting (?:would|will) (?:be )?tak(?:e|ing) "
    "place\\b|"
    "(?<!to the |to our |at the |at our )\\bnext (?:[\\w’'-]+ ){0,4}meeting "
    "(?:of (?:the )?[^.(]{0,60})?"
    "(?:is|will be|was|would be|will take place|to be|(?:of|for) "
    "[^.(]{0,90}(?:is|will be|was|would be)) "
    "(?:scheduled |due |arranged |held |on |at |to |(?:the )?\\d|"
    "(?:mon|tues|wednes|thurs|fri|satur|sun)day)|"
    "\\bwish(?:ed|es|ing)? to (?:bring|raise)\\b|"
    "\\b(?:balances?|surplus|underspends?|funds?|reserves?|leave)\\b"
    "[^.;]{0,40}\\bcarried (?:forward|over)\\b|"
    "\\bcalled in\\b|"
    /* "We, the undersigned, request a Special Meeting": the one minuted */
    "\\bundersigned\\b|"
    /* "defer discussion on the Minutes until after Items 2 and 3", "to later in
     * the Meeting": within the same one */
    "\\buntil after (?:the next )?(?:agenda )?items?\\b|"
    "\\b(?:to|until) later in th(?:e|is) meeting\\b";

/* What points back; the rest of the sentence may ask. */
static const char backward[] =
    "(?:(?<!be )\\b(?:agreed|discussed|proposed|decided|reported|raised)|"
    "(?<!be )(?<!and )\\b(?:approved|considered|noted|authori[sz]ed)) "
    "(?:at|in) (?:the |our |its )?(?:" MB_RE_MONTH
    "(?: \\d{4})?|last|previous) (?:[\\w’'-]+ ){0,3}meeting\\b|"
    "\\bas (?:agreed|discussed|proposed|decided|reported|raised) (?:at|in) "
    "(?:[\\w’'-]+ ){0,6}?meeting\\b|"
    "\\b(?:receive|consider|suggest\\w*|any) [^.;]{0,60}\\b(?:items?|matters?|"
    "business|information|reports?)\\b[^.;]{0,40}\\b(?:on|for|at) (?:the )?"
    "next (?:[\\w’'-]+ ){0,2}?(?:agenda|meeting)\\b|"
    "\\b(?:concerns|suggestions|requests) [^.;]{0,30}\\bfor (?:the )?next "
    "(?:agenda|meeting)\\b|"
    "^\\W*(?:[\\d./]+\\.? ?)?(?:agenda |further |any )?(?:reports?[/ "
    "])?(?:items|"
    "business)\\b[^.;:]{0,30}\\bfor (?:the )?next (?:agenda|meeting)[.)]*$|"
    "\\bin advance of (?:the |our )?"
    "next (?:[\\w’'-]+ ){0,3}?meeting\\b|"
    "\\b(?:to|at|from|since) (?:the |our )?(?:last|previous) "
    "(?:[\\w’'-]+ ){0,3}?meeting\\b|"
    "\\b(?:had|has|have|having) been (?:deferred|postponed|referred|reported|"
    "submitted|presented|agreed|held over)\\b(?! "
    "(?:as|because|since|(?:to|until) "
    "(?:the |a )?(?:later|future|next)) )(?: "
    "(?:at|to|from|by|until) "
    "(?:[\\w’'-]+ ){0,4}?(?:meeting|board|committee|cabinet|council)\\b)?|"
    "\\bnot (?:yet )?(?:ready|able|due) to (?:be )?\\w+(?: back)?\\b|"
    "\\b(?:unable|not able|cannot|could not) (?:to )?attend"
    "(?: (?:the|our|its|this|any) (?:[\\w’'-]+ ){0,4}?(?:meeting|agm)s?)?|"
    /* who is to be there, and what they are for: "a Vice-Chairman for the next
     * meeting", "could make recommendations to Council" */
    "\\b(?:in place|chair(?:man|person|woman)?|vice-chair\\w*|deputy|"
    "substitute) for (?:the |our )?next (?:[\\w’'-]+ ){0,3}?meeting\\b|"
    "\\b(?:could|can|may|might) make recommendations?\\b|"
    /* what was told then: "was submitted to the May meeting" */
    "\\b(?:(?:was|were|been) (?:submitted|presented|reported|given|raised|"
    "considered|discussed|approved)|further to [^.;]{0,80}?) (?:to|at|before) "
    "(?:the |its |our )?(?:\\d{1,2}(?:st|nd|rd|th)? )?" MB_RE_MONTH
    " (?:\\d{4} )?(?:[\\w’'-]+ ){0,3}?meeting\\b|"
    /* what is always so */
    "\\bmeetings? (?:which |that )?(?:is|are) (?:usual|normal)(?:ly)? held "
    "in\\b|"
    "\\bagendas? (?:for|of) (?:the |all )?(?:forthcoming|future|next) "
    "(?:[\\w’'-]+ ){0,2}?meetings? (?:is|are) (?:posted|published|displayed|"
    "available)\\b|"
    /* what is done out of doors */
    "\\b(?:closures?|(?:road)?works|diversions?|trial|dredging) [^.;]{0,40}?"
    "(?:put (?:back|off)|re-?scheduled|re-?arranged|moved back)\\b|"
    /* what others may apply for: "an application is likely to be submitted in
     * the spring" */
    "\\b(?:is|are) likely to be (?:submitted|lodged) in\\b|"
    /* work of another year: "the deferral of the audit to 2025/26" */
    "\\bdeferr(?:ed|al)\\b[^.;]{0,80} (?:to|until) "
    "(?:19|20)\\d\\d[/-]\\d\\d\\b|"
    "\\b(?:could|can) ?not wait (?:for|until) "
    "[^,;.]{0,40}\\b(?:meeting|agenda)\\b";

static void
blank_out(char *s)
{
	static GRegex *backward_re;
	g_autoptr(GMatchInfo) info = NULL;
	g_autofree char *whole = g_strdup(s);
	gint start, end;

	g_regex_match(mb_regex_once(&backward_re, backward, G_REGEX_CASELESS),
	              whole, 0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_match_info_fetch_pos(info, 0, &start, &end);
		memset(s + start, '~', (gsize)(end - start));
	}
}

char *
mb_later_prepare(const char *sentence)
{
	static GRegex *to_come_re, *nothing_re;
	g_autofree char *s = NULL;
	struct mb_later any;

	if (!mb_later_next(sentence, 0, &any) ||
	    mb_regex_in(&nothing_re, nothing, sentence))
		return NULL;
	s = g_strdup(sentence);
	blank_out(s);
	return mb_regex_in(&to_come_re, to_come, s) ? g_steal_pointer(&s)
	                                            : NULL;
}
