#include "indexer/exempt-phrases.h"

#include <string.h>

#include "indexer/exempt-signals.h"
#include "indexer/names.h"
#include "indexer/patterns.h"

/* What papers are made of. */
static const char document_words[] =
    "report reports paper papers appendix appendices annex annexe annexes "
    "annexures enclosure enclosures attachment attachments document documents "
    "item items agenda agendas minute minutes information session business "
    "pack supplement supplements addendum decision decisions advice note "
    "briefing letter category categories paragraph paragraphs para paras "
    "clause clauses matter matters circulation distribution adroddiad atodiad "
    "eitem data contents memorandum memo communication gwybodaeth";
static const char no_words[] =
    "no none nil neither nor non not without nothing never nonexempt "
    "unrestricted nonconfidential dim ddim nid nac heb";
/* What makes a notice of a sentence: it speaks of papers in general. */
static const char notice_words[] =
    "any if where whether unless may might could can when except would "
    "reminded webcast webcasting filming filmed containing right rights "
    "wish consider";
static const char published_words[] =
    "publication published release released circulation circulated "
    "disclosed disclosure disclosable distribution distributed public press "
    "communicated divulged transmission dissemination inspection freedom foi";

static struct mb_word_set *document_set, *no_set, *notice_set, *published_set;

/* --- words --------------------------------------------------------------- */

const char *
mb_word_at(const struct mb_tokens *t, guint i)
{
	return i < t->n ? t->tokens[i].fold : "";
}

gboolean
mb_words_any(const struct mb_tokens *t, guint first, guint end,
             struct mb_word_set **set, const char *words)
{
	for (guint i = first; i < end && i < t->n; i++)
		if (mb_word_in(t->tokens[i].fold, set, words))
			return TRUE;
	return FALSE;
}

/* "Appendix 2B", "Item 14": a number or a letter. */
gboolean
mb_word_is_mark(const struct mb_tokens *t, guint i)
{
	return (t->tokens[i].flags & MB_TOKEN_NUMBER) || t->tokens[i].len == 1;
}

gboolean
mb_word_is_document(const struct mb_tokens *t, guint i)
{
	return i < t->n &&
	       mb_word_in(t->tokens[i].fold, &document_set, document_words);
}

/* Is the word a "no"?  "Appendix No. 2" says none. */
gboolean
mb_word_is_no(const struct mb_tokens *t, guint i)
{
	if (i >= t->n || !mb_word_in(t->tokens[i].fold, &no_set, no_words))
		return FALSE;
	/* "Without prejudice and confidential" */
	if (mb_tokens_is(t, i, "without") &&
	    mb_tokens_is(t, i + 1, "prejudice"))
		return FALSE;
	return strcmp(t->tokens[i].fold, "no") != 0 || i + 1 >= t->n ||
	       !mb_word_is_mark(t, i + 1);
}

gboolean
mb_word_is_other_sense(const struct mb_tokens *t, guint i)
{
	static const char others[] =
	    "from accommodation reporting enquiry inquiry waste development "
	    "highways supplies charities organisations vehicles employees "
	    "shredding policy works housing";
	static struct mb_word_set *other_set;

	return mb_word_in(mb_word_at(t, i), &other_set, others);
}

gboolean
mb_words_deny(const struct mb_tokens *t, guint first, guint end)
{
	return mb_words_any(t, first, end, &no_set, no_words);
}

gboolean
mb_words_publish(const struct mb_tokens *t, guint first, guint end)
{
	return mb_words_any(t, first, end, &published_set, published_words);
}

gboolean
mb_words_are_notice(const struct mb_tokens *t, guint end)
{
	return mb_words_any(t, 0, end, &notice_set, notice_words);
}

/* --- phrases ------------------------------------------------------------- */

/* "NOT FOR PUBLICATION", "not to be made public", "Not to be copied or
 * circulated", "NID YW HWN I'W GYHOEDDI", "Dim i'w gyhoeddi" */
static gboolean
not_published(const struct mb_tokens *t, guint i)
{
	static const char ways[] =
	    "for to be been made general public available open made the "
	    "inspection by wider onward further copied or shared yw ywr hwn iw "
	    "ar gyfer adroddiad atodiad eitem";
	static struct mb_word_set *way_set, *not_set, *have_set;
	guint k = i + 1;

	if (!mb_word_in(t->tokens[i].fold, &not_set, "not nid dim ddim"))
		return FALSE;
	while (k < t->n && k < i + 6 &&
	       mb_word_in(t->tokens[k].fold, &way_set, ways) &&
	       !mb_tokens_is(t, k, "inspection"))
		k++;
	/* "Not to be made public" ends with the word itself. */
	if (k > i + 1 && (k == t->n || t->tokens[k].gap) &&
	    mb_tokens_is(t, k - 1, "public"))
		k--;
	if (!mb_words_publish(t, k, k + 1) && !mb_tokens_is(t, k, "gyhoeddi"))
		return FALSE;
	/* "it has not been published yet", "which you have not published" */
	if ((k == i + 2 && mb_tokens_is(t, i + 1, "been")) ||
	    (k == i + 1 && i > 0 &&
	     mb_word_in(t->tokens[i - 1].fold, &have_set, "have has had did")))
		return FALSE;
	return !mb_words_deny(t, k + 1, k + 3) && !mb_words_are_notice(t, i);
}

/* "DO NOT PUBLISH", "Do not copy or circulate" */
static gboolean
forbids(const struct mb_tokens *t, guint i)
{
	static struct mb_word_set *way_set, *what_set;
	guint k = i + 2;

	if (!(i == 0 || t->tokens[i].gap) || !mb_tokens_is(t, i, "do") ||
	    !mb_tokens_is(t, i + 1, "not"))
		return FALSE;
	while (k < i + 5 && mb_word_in(mb_word_at(t, k), &way_set,
	                               "copy share forward print or and"))
		k++;
	return mb_word_in(mb_word_at(t, k), &what_set,
	                  "publish circulate distribute disclose release") &&
	       (k + 1 == t->n || t->tokens[k + 1].gap);
}

/* What other countries' laws say of meetings that are closed: "Section 48(1)(a)
 * of the Local Government Official Information and Meetings Act 1987" (New
 * Zealand), "s 90(2) of the Local Government Act 1999" (South Australia),
 * "Section 239(2) of the Municipal Act" (Ontario), "Schedule 6 of the Local
 * Government Act (Northern Ireland) 2014". */
static gboolean
names_law_abroad(const struct mb_tokens *t, guint i)
{
	static const char lead[] = "section s sec s7 s48 schedule";
	static const char numbers[] = "6 7 48 10a 50a 66 90 239 275 523 "
				      "549569 54957";
	static const char acts[] = "lgoima meetings municipal northern ni "
				   "regulation code";
	static struct mb_word_set *lead_set, *number_set, *act_set;
	gboolean short_form = mb_tokens_is(t, i, "s7") || /* "s7(2)(h)" */
	                      mb_tokens_is(t, i, "s48");

	if (!short_form &&
	    (i == 0 || !mb_word_in(mb_word_at(t, i - 1), &lead_set, lead) ||
	     !mb_word_in(mb_word_at(t, i), &number_set, numbers)))
		return FALSE;
	if (mb_tokens_is(t, i, "6") !=
	    (i && mb_tokens_is(t, i - 1, "schedule")))
		return FALSE;
	if (!mb_tokens_is(t, i, "6") &&
	    !(mb_tokens_gap(t, i + 1) & MB_GAP_OPEN))
		return FALSE;
	for (guint k = 0; k + 1 < t->n; k++)
		if (mb_tokens_is(t, k, "government") &&
		    mb_tokens_is(t, k + 1, "act") && !mb_tokens_is(t, i, "6"))
			return TRUE;
	return mb_words_any(t, 0, t->n, &act_set, acts);
}

/* "paragraph 3 of Part 1 of Schedule 12A", "Exempt under s.100A(4)", "Para 3
 * Sch 12A", "paragraph 10.4(3) of the Access to Information Procedure
 * Rules" */
static gboolean
names_law(const struct mb_tokens *t, guint i)
{
	static const char laws[] = "12a 7a 100a s100a";
	static const char lead[] = "schedule sch section s atodlen";
	static const char proof[] =
	    "paragraph paragraphs para paras virtue under "
	    "withheld regulation paragraff within pursuant";
	static struct mb_word_set *law_set, *lead_set, *proof_set, *defines_set;
	gboolean law =
	    (mb_word_in(mb_word_at(t, i), &law_set, laws) &&
	     (i == 0 || mb_word_in(mb_word_at(t, i - 1), &lead_set, lead))) ||
	    (mb_word_in(mb_word_at(t, i), &lead_set, lead) &&
	     (mb_tokens_is(t, i + 1, "12") || mb_tokens_is(t, i + 1, "100")) &&
	     mb_tokens_is(t, i + 2, "a"));

	if (!law && mb_tokens_is(t, i, "access") &&
	    mb_tokens_is(t, i + 1, "to") &&
	    mb_tokens_is(t, i + 2, "information"))
		law = mb_words_any(t, i + 3, i + 5, &law_set, laws) ||
		      mb_tokens_is(t, i + 3, "act") ||
		      mb_tokens_is(t, i + 3, "regulations") ||
		      mb_tokens_is(t, i + 3, "rules") ||
		      mb_tokens_is(t, i + 3, "procedure");
	law = law && mb_words_any(t, 0, t->n, &proof_set, proof);
	if (!(law || names_law_abroad(t, i)) || mb_words_are_notice(t, t->n) ||
	    mb_words_any(t, 0, i, &defines_set, "means"))
		return FALSE;
	for (guint k = 0; k < t->n && k < i; k++)
		if (mb_word_is_no(t, k) && !not_published(t, k))
			return FALSE;
	return TRUE;
}

/* "The press and public should be excluded from the meeting during this
 * report", "CONSIDERED IN THE ABSENCE OF THE PRESS AND PUBLIC"; but "Public
 * excluded from the beach". */
static gboolean
shuts_out(const struct mb_tokens *t, guint i)
{
	static const char who[] = "press public";
	static const char from[] = "meeting during for while under because by "
				   "pursuant consideration";
	static struct mb_word_set *who_set, *from_set;

	if (mb_tokens_is(t, i, "absence") && !mb_words_are_notice(t, t->n))
		return mb_words_any(t, i + 2, i + 4, &who_set, who) &&
		       mb_word_in(mb_word_at(t, t->n - 1), &who_set, who);
	if (!mb_tokens_is(t, i, "excluded") || mb_words_are_notice(t, i) ||
	    !mb_words_any(t, i > 8 ? i - 8 : 0, i, &who_set, who))
		return FALSE;
	return i + 1 == t->n || mb_word_is_document(t, i + 3) ||
	       mb_words_any(t, i + 1, i + 7, &from_set, from);
}

/* "Part 2 agenda – closed to press and public", "Exclusion of press and public
 * applies to this report"; but "the footpath was closed to the public", and the
 * agenda entry "Exclusion of the press and public". */
static gboolean
is_closed_to(const struct mb_tokens *t, guint i)
{
	static const char who[] = "press public";
	static struct mb_word_set *who_set;
	gboolean document = FALSE;

	if (mb_words_are_notice(t, t->n) || mb_words_deny(t, 0, i))
		return FALSE;
	if (mb_tokens_is(t, i, "applies") && mb_tokens_is(t, i + 1, "to"))
		return mb_tokens_is(t, 0, "exclusion") &&
		       mb_words_any(t, 1, i, &who_set, who) &&
		       (mb_word_is_document(t, i + 2) ||
		        mb_word_is_document(t, i + 3));
	for (guint k = 0; k < i && !document; k++)
		document = mb_word_is_document(t, k);
	return document && mb_tokens_is(t, i, "closed") &&
	       mb_tokens_is(t, i + 1, "to") &&
	       mb_words_any(t, i + 2, i + 4, &who_set, who);
}

/* "Reason for exemption: Paragraph 3", "EXEMPTION CLAUSE: 3", "Withheld from
 * publication": what only a withheld thing has. */
static gboolean
gives_ground(const struct mb_tokens *t, guint i)
{
	static const char grounds[] = "paragraph paragraphs para paras clause "
				      "clauses category schedule section s";
	static struct mb_word_set *ground_set, *told_set;
	const char *fold = t->tokens[i].fold;

	/* "the public interest in maintaining the exemption outweighs …" */
	if (i > 1 && strcmp(fold, "exemption") == 0 &&
	    mb_tokens_is(t, i - 2, "maintaining"))
		return mb_tokens_is(t, i + 1, "outweighs") &&
		       !mb_words_are_notice(t, t->n) && !mb_words_deny(t, 0, i);
	if (strcmp(fold, "exemption") == 0)
		return t->n < 16 && !mb_words_are_notice(t, t->n) &&
		       !mb_words_any(t, 0, i, &told_set, "was were granted") &&
		       mb_words_any(t, 0, t->n, &ground_set, grounds) &&
		       (i < 4 || (mb_tokens_gap(t, i + 1) & MB_GAP_COLON)) &&
		       !mb_words_deny(t, 0, t->n);
	return (strcmp(fold, "withheld") == 0 ||
	        strcmp(fold, "excluded") == 0) &&
	       mb_tokens_is(t, i + 1, "from") && !mb_words_are_notice(t, i) &&
	       mb_words_publish(t, i + 2, i + 5);
}

/* "This item is to be considered in private session under Regulation 4(2)(b)";
 * but "The panel interviewed the tenants in private because they asked". */
static gboolean
is_held_back(const struct mb_tokens *t, guint i)
{
	static const char verbs[] =
	    "considered taken dealt discussed heard held";
	static const char grounds[] = "under by pursuant as because in";
	static struct mb_word_set *verb_set, *ground_set;
	guint end = i + (mb_tokens_is(t, i + 2, "session") ? 3 : 2);

	return i > 3 && mb_tokens_is(t, i, "in") &&
	       (mb_tokens_is(t, i + 1, "private") ||
	        mb_tokens_is(t, i + 1, "closed")) &&
	       mb_tokens_is(t, 0, "this") && mb_word_is_document(t, 1) &&
	       mb_words_any(t, 2, i, &verb_set, verbs) &&
	       mb_word_in(mb_word_at(t, end), &ground_set, grounds) &&
	       !mb_words_deny(t, 0, i) && !mb_words_are_notice(t, t->n);
}

/* "The report is to be considered after the exclusion of the public" */
static gboolean
is_after_exclusion(const struct mb_tokens *t, guint i)
{
	static const char who[] = "press public";
	static const char when[] = "after following during";
	static struct mb_word_set *who_set, *when_set;

	return mb_word_in(t->tokens[i].fold, &when_set, when) && i >= 3 &&
	       mb_tokens_is(t, i + 1, "the") &&
	       mb_tokens_is(t, i + 2, "exclusion") &&
	       mb_words_any(t, i + 3, i + 6, &who_set, who) &&
	       (mb_tokens_is(t, 0, "this") || mb_tokens_is(t, 0, "the")) &&
	       (mb_tokens_is(t, 1, "report") || mb_tokens_is(t, 1, "item") ||
	        mb_tokens_is(t, 1, "paper")) &&
	       !mb_words_deny(t, 0, t->n) && !mb_words_are_notice(t, t->n);
}

/* "Members only", "Taken in private", "In Committee report", "To be considered
 * in closed session": where and to whom it goes. */
static gboolean
for_few(const struct mb_tokens *t, guint i)
{
	static const char few[] = "members councillors governors trustees "
				  "directors";
	static struct mb_word_set *few_set, *taken_set;

	if (t->n > 10 || mb_words_are_notice(t, t->n) || mb_words_deny(t, 0, i))
		return FALSE;
	if (mb_tokens_is(t, i, "only") && i + 1 == t->n && i > 0)
		return (i < 5 && mb_word_in(mb_word_at(t, 0), &few_set, few)) ||
		       mb_word_in(mb_word_at(t, i - 1), &few_set, few) ||
		       (mb_words_publish(t, 0, 1) &&
		        mb_words_any(t, 1, i, &few_set, few));
	/* "Circulation restricted to members of the panel" */
	if (mb_tokens_is(t, i, "restricted") && i == 1)
		return mb_words_publish(t, 0, 1) &&
		       mb_tokens_is(t, i + 1, "to");
	if (!mb_tokens_is(t, i, "in"))
		return FALSE;
	/* "Report taken in Part 2" */
	if (i > 1 && i + 3 == t->n && mb_word_is_document(t, 0) &&
	    mb_words_any(t, 1, i, &taken_set, "taken considered heard"))
		return mb_exempt_is_part(t, i + 1);
	if (mb_tokens_is(t, i + 1, "committee"))
		return i == 0 && (t->n == 2 || mb_word_is_document(t, i + 2));
	return (mb_tokens_is(t, i + 1, "private") ||
	        mb_tokens_is(t, i + 1, "closed")) &&
	       (i + 2 == t->n || mb_tokens_is(t, i + 2, "session"));
}

static gboolean (*const phrases[])(const struct mb_tokens *t, guint i) = {
	not_published, forbids, names_law,    shuts_out,          is_closed_to,
	gives_ground,  for_few, is_held_back, is_after_exclusion,
};

gboolean
mb_exempt_phrase(const struct mb_tokens *t, guint i)
{
	for (guint k = 0; k < G_N_ELEMENTS(phrases); k++)
		if (phrases[k](t, i))
			return TRUE;
	return FALSE;
}

/* --- lines ---------------------------------------------------------------- */

gboolean
mb_exempt_is_section(const char *line)
{
	static GRegex *re;

	return g_regex_match(
	    mb_regex_once(&re,
	                  "\\b(?:items?|business|part (?:ii|2|b))\\W{0,3}"
	                  "(?:\\([^)]*\\))?\\W{0,3}$|"
	                  "\\b(?:press|public)\\b.{0,60}\\bexcluded\\b|"
	                  "^\\W*in committee\\W*$",
	                  G_REGEX_CASELESS),
	    line, 0, NULL);
}

/* Words with which the label of a withheld paper begins, also when the label is
 * a whole sentence: "Not for publication by virtue of paragraph 3 of Part 1 of
 * Schedule 12A to the Local Government Act 1972." */
gboolean
mb_exempt_leads_label(const char *fold)
{
	static const char *const leads[] = {
		"not for",
		"not to be",
		"exempt",
		"confidential",
		"strictly",
		"private",
		"restrict",
		"part ii",
		"part 2",
		"part b",
		"official",
		"this report is",
		"this paper is",
		"this appendix",
		"this document is",
		"the following report",
		"nid",
		"withheld",
		"public excluded",
		"pink",
		"privileged",
		"in confidence",
		"document is",
		"by virtue of",
		"members are asked to treat",
		"by reason of",
		"in terms of section",
		"closed",
	};

	fold += strspn(fold, "([*\"' ");
	for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* "Exempt information" is a section of most reports; what it says stands below
 * it, and "EXEMPT ITEMS" parts the entries of an agenda. */
gboolean
mb_exempt_is_heading(const char *fold)
{
	static const char *const headings[] = { "information", "items", "item",
		                                "business", "implications" };
	gsize n = strlen(fold);

	while (n > 0 && !g_ascii_isalpha(fold[n - 1]))
		n--;
	for (guint i = 0; i < G_N_ELEMENTS(headings); i++) {
		gsize len = strlen(headings[i]);

		if (n >= len && !strncmp(fold + n - len, headings[i], len))
			return n <= 40;
	}
	return FALSE;
}
