#include "config.h"

#include "indexer/phrases.h"

#include <stdlib.h>
#include <string.h>

/* Each table is sorted by hand into groups, not by letter: they are short, and
 * the first character decides nearly every comparison. */

/* clang-format off */
static const char *const item_phrases[] = {
	/* The same business opens and closes every meeting. */
	"apologies", "apology", "absence", "welcome", "introduction",
	"introductions", "opening remarks", "opening", "prayers",
	"call to order", "call the meeting", "call meeting", "roll call",
	"pledge of allegiance", "flag salute", "invocation",
	"declaration", "declarations", "declaration of interest", "disclosure",
	"disclosures", "members' interests", "interests", "dispensations",
	"substitute", "substitutes", "appointment of", "election of",
	"co-option", "minutes", "minutes of", "minute of", "previous minutes",
	"confirmation of", "approve minutes", "confirm minutes", "confirm the minutes",
	"adoption of", "approval of", "adopt minutes", "matters arising",
	"actions arising", "action tracker", "action log", "announcements",
	"chair's", "chairman's", "chairperson's", "mayor's", "leader's",
	"chief executive's", "communications", "public forum",
	"public participation", "public question", "public questions",
	"public speaking", "public session", "public time", "open forum",
	"items from the public", "petitions", "petition", "deputation",
	"deputations", "questions from", "questions by", "questions to",
	"question submitted", "question from", "notice of motion",
	"notices of motion", "motion submitted", "motions", "urgent business",
	"urgent items", "items of urgent", "exclusion of", "exclusion",
	"exempt", "confidential", "any other", "any urgent", "other business",
	"other matters", "aob", "aocb", "a.o.b", "date of", "date and",
	"dates of", "dates for", "next meeting", "future meetings",
	"closing remarks", "closure", "close of", "work programme",
	"old business", "new business", "unfinished business",
	"public comment", "public comments", "public hearing",
	"public hearings", "changes to agenda",
	"changes to the agenda", "consent agenda", "executive session",
	"closed session", "adjourn", "adjournment", "forward plan",
	"annual report", "correspondence", "planning",
	"finance", "financial", "accounts", "payments", "treasurer's",
	"secretary's", "clerk's", "clerks report", "police",
	"county councillor", "district councillor", "councillors'", "reports",
	"report of", "report on", "update", "updates", "budget", "highways",
	"footpaths", "playground", "cemetery", "lighting", "membership",
	"terms of reference", "presentation",
	/* In Welsh. */
	"croeso", "ymddiheuriadau", "cadarnhau", "cofnodion", "datganiadau",
	"materion yn codi", "gohebiaeth", "cyllid", "goleuadau",
	"llwybrau", "cynllunio", "cyfrifon", "unrhyw fater",
	/* What agendas ask the meeting to do. */
	"to receive", "to confirm", "to consider", "to approve", "to report",
	"to adopt", "to note", "to elect", "to appoint", "to agree",
	"to discuss", "to review", "to accept", "to resolve", "to hear",
	"to answer", "to determine", "to sign", "to set", "to declare",
	"to ratify", "to authorise", "to decide", "to endorse", "to finalise",
	"to nominate", "to co-opt", NULL
};

static const char *const not_item_phrases[] = {
	"resolved", "and resolved", "and agreed", "and adopted",
	"resolution", "resolutions", "recommended",
	"recommendation", "recommendations", "agreed", "noted", "decided",
	"decision", "reason", "reasons", "carried", "action", "actions",
	"action by", "reply", "response", "answer", "voting", "vote", "for",
	"against", "abstained", "abstentions", "abstain", "for the proposal",
	"against the proposal", "for the motion", "against the motion",
	"for the amendment", "against the amendment", "proposed", "seconded",
	"proposer", "background", "purpose", "introduction and background",
	"agenda", "public session", "part 1", "part i", "part a", "part 2",
	"part ii", "part b", "unrestricted items", "exempt items", "items",
	"item", "page", "draft", "unconfirmed", "note", "notes", "please note",
	"questions", "question", "motion", "amendment",
	"supplementary question", "and resolved", "it was resolved",
	"the committee", "total", "signed", "chair", "chairman", "end",
	"minutes of proceedings", "public document pack", "appendix", "annex",
	NULL
};

static const char *const attendance_phrases[] = {
	"present", "members present", "councillors present",
	"committee members present", "members in attendance", "those present",
	"those attending", "those in attendance", "in attendance",
	"also in attendance", "also present", "attendance", "attendees",
	"attended", "attending", "officers", "officers present",
	"officers in attendance", "officials", "officials present",
	"officials in attendance", "staff", "invitee", "invitees", "guests",
	"present by invitation", "by invitation", "apologies", "absent",
	"absence", "in the chair", "present in the chair", "chairman", "chair",
	"members", "councillors", "committee members", "statutory co-optees",
	"co-optees", "co-opted members", "clerk", "members of the public",
	"members of the public present", "presennol", "public", "observers", "press",
	"minute taker", "virtual attendance", NULL
};

static const char *const closing_phrases[] = {
	"signed", "signature", "chairman's signature", "chair's signature",
	"respectfully submitted", "submitted by",
	"chair", "chairman", "chairperson", "chairwoman", "mayor",
	"cathaoirleach", "presiding", "dated", "dated this", "distribution",
	"membership", "members", "circulation", "chief executive",
	"chief executive officer", "proper officer", "head of paid service",
	"monitoring officer", "town clerk", "clerk to the council",
	"parish clerk", "general counsel", "contact", "contact officer",
	"contact for", "please note", "please note the following", "notes",
	"note to", "notes for", "issued by", "published", "published by",
	"exempt items", "for further information", "further information",
	"for more information", "if you", "assistance in", "access to", "fire",
	"in view of", "in case of", "emergency", "to:", "to all", "copies",
	"cc", "tel", "telephone", "email", "e-mail", "webcasting", "filming",
	"recording", "the meeting will be", "this meeting", "enquiries",
	"any member", "public attendance", "information for",
	"committee administrator", "democratic services", "is mise le meas",
	"public & press", "public and press", "members of the public", NULL
};

static const char *const opener_phrases[] = {
	"the", "a", "all", "an", "it", "members", "member", "councillor",
	"councillors", "cllr", "cllrs", "cllr.", "there", "no", "none", "in",
	"this", "that", "apologies", "consideration", "circulated", "mr",
	"mrs", "ms", "dr", "resolved", "further", "following", "arising",
	"with", "on", "as", "at", "report", "reports", "minutes", "officers",
	"also", "having", "copies", "copy", "submitted", "proposed", "details",
	"discussion", "i", "questions", NULL
};

static const char *const report_phrases[] = {
	"report of", "report by", "report to", "report title", "report from",
	"report author", "report authors", "joint report of", "subject",
	"purpose", "purpose of report", "purpose of the report",
	"purpose of this report", "the purpose of this report",
	"recommendation", "recommendations", "recommendation(s)", "background",
	"summary", "executive summary", "classification", "wards affected",
	"ward", "ward(s) affected", "key decision", "contact officer",
	"lead officer", "finance", "financial implications", "law",
	"legal implications", "decision no", "from", "to", "date", "committee",
	"meeting date", "electoral division", "past pathway",
	"portfolio holder", "cabinet member", NULL
};

static const char *const body_phrases[] = {
	"committee", "sub-committee", "subcommittee", "sub committee",
	"council", "cabinet", "executive", "board", "panel", "forum", "group",
	"authority", "assembly", "commission", "district", "partnership",
	"trust", "association", "spc", "working party", "task force",
	"parliament", "trustees", "governors", "bench", "tribunal", "hearing",
	"selectboard", "selectmen", "aldermen", "commissioners", "supervisors",
	"community council", "parish meeting", "liaison meeting", "cyngor",
	"pwyllgor", "legislature", "conservators", "commissioners court",
	"fiscal court", "quorum court", "governing body", "sacre", "hosc",
	"lcdc", NULL
};
/* clang-format on */

static const char *const *const tables[MB_N_PHRASES] = {
	[MB_PHRASES_ITEM] = item_phrases,
	[MB_PHRASES_NOT_ITEM] = not_item_phrases,
	[MB_PHRASES_ATTENDANCE] = attendance_phrases,
	[MB_PHRASES_CLOSING] = closing_phrases,
	[MB_PHRASES_OPENER] = opener_phrases,
	[MB_PHRASES_REPORT] = report_phrases,
	[MB_PHRASES_BODY] = body_phrases,
};

gsize
mb_phrases_begin(enum mb_phrases table, const char *fold)
{
	const char *const *p;
	gsize best = 0;

	for (p = tables[table]; *p; p++) {
		gsize n;

		if (**p != *fold || !g_str_has_prefix(fold, *p))
			continue;
		n = strlen(*p);
		if (n > best && !g_ascii_isalpha(fold[n]))
			best = n;
	}
	return best;
}

void
mb_phrases_collect(enum mb_phrases table, const char *fold, GHashTable *set)
{
	gsize n = mb_phrases_begin(table, fold);

	if (n)
		g_hash_table_add(set, g_strndup(fold, n));
}

gboolean
mb_phrases_is(enum mb_phrases table, const char *fold)
{
	gsize n = mb_phrases_begin(table, fold);

	return n && !fold[n + strspn(fold + n, " .:;,-()*")];
}

/* clang-format off */
/* Sorted for bsearch(). */
static const char *const sentence_words[] = {
	"added", "adopted", "advised", "agreed", "approved", "are", "asked",
	"be", "been", "commented", "completed", "confirmed", "considered",
	"could", "declared", "discussed", "explained", "expressed", "felt",
	"gave", "had", "has", "have", "highlighted", "informed", "introduced",
	"is", "mentioned", "moved", "noted", "outlined", "presented",
	"proposed", "raised", "received", "recommended", "referred",
	"reported", "requested", "resolved", "responded", "reviewed", "said",
	"seconded", "should", "stated", "suggested", "thanked", "undertook",
	"was", "welcomed", "were", "will", "would",
};

static const char *const joining_words[] = {
	"&", "a", "an", "and", "at", "between", "by", "for", "from", "in",
	"into", "of", "on", "or", "the", "to", "with",
};
/* clang-format on */

static int
compare_word(const void *key, const void *element)
{
	const GString *word = key;
	const char *const *other = element;

	return strcmp(word->str, *other);
}

static gboolean
in_words(const char *p, gsize n, const char *const *words, gsize n_words)
{
	char buffer[16];
	GString key = { buffer, n, sizeof(buffer) };

	if (!n || n >= sizeof(buffer))
		return FALSE;
	memcpy(buffer, p, n);
	buffer[n] = '\0';
	return bsearch(&key, words, n_words, sizeof(*words), compare_word) !=
	       NULL;
}

gboolean
mb_phrases_sentence(const char *fold, guint n_words)
{
	const char *p = fold;

	while (*p && n_words--) {
		gsize n;

		while (*p && !g_ascii_isalpha(*p))
			p++;
		for (n = 0; g_ascii_isalpha(p[n]); n++)
			;
		if (in_words(p, n, sentence_words,
		             G_N_ELEMENTS(sentence_words)))
			return TRUE;
		p += n;
	}
	return FALSE;
}

gboolean
mb_phrases_joins(const char *p, gsize n)
{
	return in_words(p, n, joining_words, G_N_ELEMENTS(joining_words));
}
