#include "indexer/credits.h"

#include <string.h>

/* A label has no more words: "Relevant Head of Service for Housing". */
#define LABEL_MAX_WORDS 7

/* "for further information" and a name to contact stand no further apart. */
#define CONTACT_MAX_WORDS 6

/* Words of a table of background papers, below its head. */
#define HELD_MAX_WORDS 120

gboolean
mb_credit_is_label(const struct mb_tokens *t, const struct mb_role *role)
{
	static const char kinds[] =
	    "responsible lead relevant reporting originating presenting link "
	    "case accountable";
	static struct mb_word_set *kind_set;
	const char *fold = t->tokens[role->first].fold;

	if (strcmp(fold, "contact") == 0 || strcmp(fold, "report") == 0 ||
	    strcmp(fold, "author") == 0)
		return TRUE;
	return (mb_tokens_gap(t, role->end) & MB_GAP_COLON) &&
	       role->end - role->first <= 2 &&
	       mb_word_in(fold, &kind_set, kinds);
}

/* "Please contact Joanne Dixon", "For further information contact …": a phrase,
 * without a mark. */
static gboolean
in_phrase(const struct mb_tokens *t, guint i)
{
	static const char asking[] =
	    "please information enquiries queries details questions";
	static struct mb_word_set *asking_set;
	guint from = i > CONTACT_MAX_WORDS ? i - CONTACT_MAX_WORDS : 0;

	if (i < 2 || t->tokens[i].gap || t->tokens[i - 1].gap)
		return FALSE;
	if (!mb_tokens_is(t, i - 1, "contact"))
		return FALSE;
	for (guint k = i - 1; k-- > from;) {
		if (mb_word_in(t->tokens[k].fold, &asking_set, asking))
			return TRUE;
		if (t->tokens[k].gap & MB_GAP_STOP)
			break;
	}
	return FALSE;
}

/* "Notes taken by Jane Hill", "minutes recorded by" */
static gboolean
takes_notes(const struct mb_tokens *t, guint i)
{
	static const char verbs[] = "taken recorded prepared written typed";
	static struct mb_word_set *verb_set;

	return i > 2 && !t->tokens[i].gap && mb_tokens_is(t, i - 1, "by") &&
	       mb_word_in(t->tokens[i - 2].fold, &verb_set, verbs) &&
	       (mb_tokens_is(t, i - 3, "notes") ||
	        mb_tokens_is(t, i - 3, "minutes"));
}

/* Do the words [first, end) of a label say that staff stands behind it, and not
 * a member?  "Report Author", "Relevant Head of Service", "Please ask for". */
static gboolean
says_staff(const struct mb_tokens *t, guint first, guint end)
{
	static const char credits[] =
	    "author authors writer contact contacts enquiries ask prepared "
	    "presented presenter presenters compiled drafted submitted written "
	    "officers clerk";
	static const char members[] =
	    "holder holders member members councillor councillors cllr chair "
	    "chairman mayor leader ward wards minister public applicant agent "
	    "present attendance apologies behalf absence absent proposed seconded resolved "
	    "question questions motion petition objection matters following "
	    "items";
	static struct mb_word_set *credit_set, *member_set;
	gboolean staff = FALSE;

	for (guint i = first; i < end; i++) {
		const char *fold = t->tokens[i].fold;

		if (mb_word_in(fold, &member_set, members))
			return FALSE;
		staff |= mb_word_in(fold, &credit_set, credits) ||
		         mb_word_is_post(fold);
		/* "Report of:", "Report by:" */
		staff |= strcmp(fold, "report") == 0 && i + 2 == end &&
		         (mb_tokens_is(t, i + 1, "of") ||
		          mb_tokens_is(t, i + 1, "by"));
	}
	return staff;
}

/* "Name: Olwen Tranter" and below it "Title: Harbour Manager" */
static gboolean
is_form(const struct mb_tokens *t, guint label, guint i)
{
	for (guint k = i; k < t->n && k < i + 6; k++)
		if (t->tokens[k].gap & (MB_GAP_LINE | MB_GAP_CELL))
			return mb_tokens_is(t, label, "name") &&
			       (mb_tokens_is(t, k, "title") ||
			        mb_tokens_is(t, k, "job") ||
			        mb_tokens_is(t, k, "post") ||
			        mb_tokens_is(t, k, "position"));
	return FALSE;
}

/* "Responsible Director" on a line of its own and below it "Christine McInnes -
 * CY EPA": a form that prints no mark between the two. */
static gboolean
is_form_label(const struct mb_tokens *t, guint i)
{
	static const char kinds[] = "responsible accountable relevant";
	static struct mb_word_set *kind_set;
	struct mb_role role;
	guint first = i;

	if (i == 0 || t->tokens[i].gap != MB_GAP_LINE)
		return FALSE;
	do
		first--;
	while (first > 0 && i - first < LABEL_MAX_WORDS &&
	       !(t->tokens[first].gap & MB_GAP_LINE));
	return mb_word_in(t->tokens[first].fold, &kind_set, kinds) &&
	       mb_role_read(t, first + 1, FALSE, &role) && role.end == i;
}

guint
mb_credit_label_end(const struct mb_tokens *t, guint i)
{
	static const struct {
		const char *first, *second;
	} labels[] = {
		{ "lead", "officer" },   { "report", "author" },
		{ "report", "authors" }, { "contact", "officer" },
		{ "lead", "author" },    { "responsible", "officer" },
	};
	const guint edges = MB_GAP_LINE | MB_GAP_CELL | MB_GAP_START;
	struct mb_name name;

	if (i + 2 >= t->n || (i > 0 && !(t->tokens[i].gap & edges)) ||
	    t->tokens[i + 1].gap || t->tokens[i + 2].gap)
		return 0;
	for (guint k = 0; k < G_N_ELEMENTS(labels); k++)
		if (mb_tokens_is(t, i, labels[k].first) &&
		    mb_tokens_is(t, i + 1, labels[k].second))
			return mb_name_read(t, i + 2, FALSE, &name) ? i + 2 : 0;
	return 0;
}

/* "Background Papers | Held At | Contact": the table that ends a report, whose
 * last cell names who has the papers. */
static gboolean
holds_papers(const struct mb_tokens *t, guint i)
{
	guint from = i > HELD_MAX_WORDS ? i - HELD_MAX_WORDS : 0;

	for (guint k = i; k-- > from;)
		if (mb_tokens_is(t, k, "contact") && k >= 2 &&
		    mb_tokens_is(t, k - 1, "at") &&
		    mb_tokens_is(t, k - 2, "held"))
			return t->tokens[i].gap & MB_GAP_CELL ||
			       !(t->tokens[i].gap & MB_GAP_LINE);
	return FALSE;
}

gboolean
mb_credit_before(const struct mb_tokens *t, guint i)
{
	const guint edges = MB_GAP_LINE | MB_GAP_CELL | MB_GAP_START |
	                    MB_GAP_STOP | MB_GAP_SEMICOLON;
	guint first = i;

	if (in_phrase(t, i) || takes_notes(t, i) || is_form_label(t, i) ||
	    holds_papers(t, i) ||
	    (i >= 2 && mb_credit_label_end(t, i - 2) == i))
		return TRUE;
	if (i == 0 || !(t->tokens[i].gap & (MB_GAP_COLON | MB_GAP_CELL)))
		return FALSE;
	do
		first--;
	while (first > 0 && i - first < LABEL_MAX_WORDS &&
	       !(t->tokens[first].gap & edges));
	return says_staff(t, first, i) ||
	       (i - first == 1 && is_form(t, first, i));
}
