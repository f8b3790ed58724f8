#include "indexer/employer.h"

#include <string.h>

/* A body's name has no more words: "Borough Council of King's Lynn and West
 * Norfolk". */
#define MAX_WORDS 10

/* "Adult Social Care and Public Health" */
#define MAX_SERVICE_WORDS 6

/* So far back a sentence may say that who is named asked or stated something.
 */
#define SENTENCE_WORDS 25

/* What a public body is called by. */
static const char bodies[] =
    "council police constabulary nhs highways agency authority department "
    "dept ambulance heddlu cyngor gardai healthcare dfe defra commission "
    "directorate unit";
/* Who speaks for these is no officer. */
static const char others[] =
    "residents resident friends church club school tenants youth students "
    "parents community parish town councillor cllr member members group "
    "party";
static const char joining[] = "of and for the";
/* Abbreviations behind a name that are no body that pays officers: honours,
 * seats, parties, the press, councils whose people are mostly members. */
static const char no_bodies[] =
    "mp msp ms td mep mla mpp mna mlc qc kc jp dl obe mbe cbe kbe dbe bem qpm "
    "phd bsc ba "
    "ma mba frics mrics mrtpi cpfa cipfa acca esq jnr snr chair "
    "con lab ld snp ind grn dup uup sdlp sf ff fg pbp ukip lib dem bbc itv "
    "stv rte wi cc pc tc rip tbc tba am pm via no yes";

static struct mb_word_set *body_set, *other_set, *joining_set, *no_body_set;

/* "MCC", "EHDC"; but not "AB" of Andrew Brown, nor "TTC", a town council, nor
 * "SFC", a football club. */
static gboolean
is_abbreviation(const struct mb_tokens *t, guint i, const char *name)
{
	const struct mb_token *w = &t->tokens[i];
	g_autofree char *text = NULL;

	if (!(w->flags & MB_TOKEN_CAPS) || w->len < 3 || w->len > 6 ||
	    (w->flags & (MB_TOKEN_NUMBER | MB_TOKEN_DOTTED)) ||
	    strspn(w->fold, "abcdefghijklmnopqrstuvwxyz") != w->len ||
	    mb_word_in(w->fold, &no_body_set, no_bodies) ||
	    g_str_has_suffix(w->fold, "pc") ||
	    g_str_has_suffix(w->fold, "tc") || g_str_has_suffix(w->fold, "fc"))
		return FALSE;
	text = g_strndup(t->text + w->at, w->len);
	return !name || !mb_name_may_have_key(name, text);
}

/* "EHDC", "Argyll & Bute Council": a council, whose members and officers are
 * both printed so. */
static gboolean
is_council(const struct mb_token *w)
{
	return strcmp(w->fold, "council") == 0 ||
	       ((w->flags & MB_TOKEN_CAPS) &&
	        (g_str_has_suffix(w->fold, "dc") ||
	         g_str_has_suffix(w->fold, "cc") ||
	         g_str_has_suffix(w->fold, "bc")));
}

/* The body whose name begins at @i; *end is the word behind it. */
static enum mb_employer
read_body(const struct mb_tokens *t, guint i, const char *name, guint *end)
{
	enum mb_employer body = MB_EMPLOYER_NONE;
	guint first = i, after;
	gboolean plural;

	*end = i;
	for (; i < t->n && i - first < MAX_WORDS; i++) {
		const struct mb_token *w = &t->tokens[i];

		if (i > first && (w->gap & ~(guint)MB_GAP_OTHER))
			break;
		if (!(w->flags & MB_TOKEN_UPPER) &&
		    !mb_word_in(w->fold, &joining_set, joining))
			break;
		if (mb_word_in(w->fold, &other_set, others)) {
			*end = first;
			return MB_EMPLOYER_NONE;
		}
		/* "Police-MDP" */
		if (mb_word_in(w->fold, &body_set, bodies) ||
		    g_str_has_prefix(w->fold, "police") ||
		    (i == first && is_abbreviation(t, i, name))) {
			if (body != MB_EMPLOYER_COUNCIL)
				body = is_council(w) ? MB_EMPLOYER_COUNCIL
				                     : MB_EMPLOYER_BODY;
			*end = i + 1;
		} else if (body && *end == i && (w->flags & MB_TOKEN_UPPER) &&
		           !mb_title_read(t, i, &after, &plural)) {
			/* "Police Scotland", "MCC Highways" */
			*end = i + 1;
		}
	}
	return body;
}

/* "Statements were received from Ann Shaw of BARB and …": the public's. */
static gboolean
is_heard(const struct mb_tokens *t, guint i)
{
	static const char *const forms[] = { "statement", "petition",
		                             "question", "deputation" };
	guint from = i > SENTENCE_WORDS ? i - SENTENCE_WORDS : 0;

	for (; i > from && !(t->tokens[i].gap & MB_GAP_STOP); i--)
		for (guint k = 0; k < G_N_ELEMENTS(forms); k++)
			if (g_str_has_prefix(t->tokens[i - 1].fold, forms[k]))
				return TRUE;
	return FALSE;
}

/* The word behind "from the" or a mark that may lead to a body; @i when none
 * stands there. */
static guint
skip_lead(const struct mb_tokens *t, guint i)
{
	guint gap = mb_tokens_gap(t, i);

	if (gap == 0 && (mb_tokens_is(t, i, "from") ||
	                 mb_tokens_is(t, i, "at") || mb_tokens_is(t, i, "of")))
		return mb_tokens_is(t, i + 1, "the") ? i + 2 : i + 1;
	return i;
}

/* "Jane Rowe (Public Health)", "Jane Rowe from Democratic Services": the word
 * behind the council's services that @i begins with; @i when something else
 * stands there too. */
static guint
read_service(const struct mb_tokens *t, guint i)
{
	static const char services[] =
	    "finance legal planning housing highways democratic corporate "
	    "adult children childrens education procurement audit "
	    "property estates regeneration licensing governance public health "
	    "environmental social care services service team directorate "
	    "department transport hr human resources and";
	static struct mb_word_set *set;
	guint end = i;

	while (end < t->n && end < i + MAX_SERVICE_WORDS &&
	       (end == i || !t->tokens[end].gap) &&
	       mb_word_in(t->tokens[end].fold, &set, services) &&
	       ((t->tokens[end].flags & MB_TOKEN_UPPER) ||
	        mb_tokens_is(t, end, "and")))
		end++;
	return end == i || mb_tokens_is(t, i, "public")
	           ? (mb_tokens_is(t, i + 1, "health") ? end : i)
	           : end;
}

/* "Mark Wain & Dana Rowe of MCC Highways": the word behind the last of those
 * who are named together, behind whom their body stands; @i when none does. */
static guint
skip_companions(const struct mb_tokens *t, guint i)
{
	struct mb_name next;

	if (!mb_tokens_gap(t, i) && mb_tokens_is(t, i, "and") &&
	    mb_name_read(t, i + 1, FALSE, &next) && next.full && next.sure &&
	    next.title != MB_TITLE_MEMBER && !t->tokens[i + 1].gap &&
	    skip_lead(t, next.end) > next.end)
		return next.end;
	return i;
}

enum mb_employer
mb_employer_behind(const struct mb_tokens *t, const struct mb_name *name)
{
	guint gap = mb_tokens_gap(t, name->end), i = name->end, end;
	g_autofree char *text = NULL;
	enum mb_employer body;

	if (i >= t->n || !name->full || !name->sure ||
	    name->title == MB_TITLE_MEMBER || is_heard(t, name->first))
		return MB_EMPLOYER_NONE;
	i = skip_lead(t, skip_companions(t, i));
	if (i == name->end && gap != MB_GAP_COMMA && gap != MB_GAP_OPEN &&
	    gap != MB_GAP_DASH && gap != (MB_GAP_COMMA | MB_GAP_STOP))
		return MB_EMPLOYER_NONE;
	end = read_service(t, i);
	if (end > i && (gap == MB_GAP_OPEN || i > name->end) &&
	    (gap != MB_GAP_OPEN || mb_tokens_gap(t, end) & MB_GAP_CLOSE) &&
	    (end >= t->n || t->tokens[end].gap ||
	     !(t->tokens[end].flags & MB_TOKEN_UPPER)))
		return MB_EMPLOYER_BODY;
	text = mb_name_text(t, name);
	body = read_body(t, i, text, &end);
	/* It ends at a mark or before small letters. */
	if (body && gap == MB_GAP_OPEN
	        ? !(mb_tokens_gap(t, end) & MB_GAP_CLOSE)
	        : end < t->n && !t->tokens[end].gap &&
	              (t->tokens[end].flags & MB_TOKEN_UPPER))
		return MB_EMPLOYER_NONE;
	return body;
}

enum mb_employer
mb_employer_before(const struct mb_tokens *t, const struct mb_name *name)
{
	guint first = name->first, end;

	if (!name->full || name->title == MB_TITLE_MEMBER || first == 0 ||
	    t->tokens[first].gap != MB_GAP_OPEN ||
	    !(mb_tokens_gap(t, name->end) & MB_GAP_CLOSE))
		return MB_EMPLOYER_NONE;
	for (guint i = first; i-- > 0 && first - i < MAX_WORDS;) {
		enum mb_employer body;

		/* "PFAS (Forever Chemicals)" tells what the letters mean. */
		if (!(t->tokens[i].flags & MB_TOKEN_UPPER) ||
		    (!name->sure && i + 1 == first &&
		     !mb_word_in(t->tokens[i].fold, &body_set, bodies)))
			break;
		body = read_body(t, i, NULL, &end);
		if (end == first)
			return body;
		if (t->tokens[i].gap)
			break;
	}
	return MB_EMPLOYER_NONE;
}

enum mb_employer
mb_employer_of(const char *role)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(role);
	guint end;
	enum mb_employer body =
	    t->n ? read_body(t, 0, NULL, &end) : MB_EMPLOYER_NONE;

	return body && end == t->n ? body : MB_EMPLOYER_NONE;
}
