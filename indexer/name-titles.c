#include "indexer/name-titles.h"

#include <string.h>

/* OCR'd papers print Cllr as Clir, ClIr, Clr; "Cmhlr." and "Comhairleoir" are
 * Irish, "Cynghorydd" and "Cyng." Welsh. */
static const char member_titles[] =
    "cllr clir cilr clr cllor councillor councilior councilor councillors "
    "cllrs clirs clrs councilors cmhlr cmhir cmhlrs comhairleoir "
    "cynghorydd cynghorwyr cyng alderman aldermen ald bailie baillie "
    "mayor provost cr crs councilor councilman councilmen councilwoman "
    "councilwomen councilperson councilpersons councilmember councilmembers "
    "convener convenor selectman selectmen selectwoman selectperson "
    "selectboard trustee "
    "trustees supervisors chairperson chairman chairwoman member members";
static const char plural_titles[] =
    "councillors cllrs clirs clrs crs councilors cmhlrs cynghorwyr aldermen "
    "councilmen councilwomen councilpersons councilmembers selectmen trustees "
    "supervisors members messrs";
static const char rank_titles[] =
    "supt superintendent insp inspector sgt sergeant ps pc pcso cpo wpc dci "
    "garda gda constable det detective cso csi cfo acfo dcfo";
/* Whose councillor somebody is: "County Cllr Webb". */
static const char areas[] =
    "county borough district city town parish ward unitary local "
    "community";
static const char civil_titles[] =
    "mr mrs ms miss mx dr prof professor rev revd reverend canon fr sir "
    "dame adv lord lady baroness major capt captain col colonel messrs sen "
    "senator hon";

/* "Member Denise Rocher", but also "Members Code": they make no name of what is
 * not plainly one. */
static const char weak_titles[] = "member members";

static struct mb_word_set *weak_set, *member_set, *area_set, *plural_set,
    *rank_set, *civil_set;

enum mb_title
mb_title_of(const struct mb_token *w)
{
	/* "councillor Freeman" */
	static const char small[] = "councillor councillors cllr cllrs";
	static struct mb_word_set *small_set;

	/* "the Mayor's Responses": what is his, not his name. */
	if ((!(w->flags & MB_TOKEN_UPPER) &&
	     !mb_word_in(w->fold, &small_set, small)) ||
	    (w->flags & MB_TOKEN_POSSESSIVE))
		return MB_TITLE_NONE;
	/* "CC Wilkes": a county councillor */
	if (mb_word_in(w->fold, &member_set, member_titles) ||
	    ((w->flags & MB_TOKEN_CAPS) && strcmp(w->fold, "cc") == 0))
		return MB_TITLE_MEMBER;
	if (mb_word_in(w->fold, &rank_set, rank_titles))
		return MB_TITLE_RANK;
	if (mb_word_in(w->fold, &civil_set, civil_titles))
		return MB_TITLE_CIVIL;
	return MB_TITLE_NONE;
}

gboolean
mb_title_ends(const struct mb_tokens *t, guint i)
{
	return (t->tokens[i].gap & MB_GAP_STOP) &&
	       t->tokens[i - 1].len > strlen("messrs");
}

/* "Chief Inspector Maggie Miller", "Deputy Chief Constable H Strake", "County
 * Cllr Webb", "Borough Councillor C Sampson": the word behind what a title
 * begins with; @i when nothing like that stands there. */
static guint
skip_grade(const struct mb_tokens *t, guint i)
{
	static const char grades[] =
	    "chief deputy assistant temporary acting detective";
	static struct mb_word_set *grade_set;
	guint end = i;

	while (end + 1 < t->n && end < i + 3 && t->tokens[end + 1].gap == 0 &&
	       (t->tokens[end].flags & MB_TOKEN_UPPER) &&
	       mb_word_in(t->tokens[end].fold, &grade_set, grades))
		end++;
	if (end > i && mb_title_of(&t->tokens[end]) == MB_TITLE_RANK)
		return end;
	/* "Depute Convenor Jim Hill" */
	if (i + 1 < t->n && t->tokens[i + 1].gap == 0 &&
	    mb_tokens_is(t, i, "depute") &&
	    mb_title_of(&t->tokens[i + 1]) == MB_TITLE_MEMBER)
		return i + 1;
	if (i + 1 < t->n && t->tokens[i + 1].gap == 0 &&
	    mb_word_in(t->tokens[i].fold, &area_set, areas) &&
	    mb_title_of(&t->tokens[i + 1]) == MB_TITLE_MEMBER)
		return i + 1;
	return i;
}

/* "PC 1234 Rowe": a number of the police stands behind a rank. */
static gboolean
is_collar_number(const struct mb_tokens *t, guint i)
{
	return (t->tokens[i].flags & MB_TOKEN_NUMBER) && !t->tokens[i].gap &&
	       i + 1 < t->n && !t->tokens[i + 1].gap &&
	       (t->tokens[i + 1].flags & MB_TOKEN_UPPER);
}

/* "Staff Members", "Co-opted voting Members: Ann Orme and Jim Groves",
 * "Independent Member Tom Pell": members who are no councillors. */
static gboolean
is_other_member(const struct mb_tokens *t, guint i)
{
	static const char kinds[] = "staff coopted independent lay cooptee "
				    "community church parent";
	static struct mb_word_set *kind_set;

	if (i > 1 && !t->tokens[i].gap && mb_tokens_is(t, i - 1, "voting"))
		i--;
	if (i > 1 && !t->tokens[i].gap && mb_tokens_is(t, i - 1, "non"))
		i--;
	return i > 0 && !t->tokens[i].gap &&
	       (mb_word_in(t->tokens[i - 1].fold, &kind_set, kinds) ||
	        (i > 1 && mb_tokens_is(t, i - 1, "opted") &&
	         mb_tokens_is(t, i - 2, "co")));
}

/* "Pellshire CC" is a county council, "CC" alone on its line somebody's
 * initials, "Staff Members" are none: not the title of who follows. */
static gboolean
is_no_councillor(const struct mb_tokens *t, guint i)
{
	if (mb_tokens_is(t, i, "members") || mb_tokens_is(t, i, "member"))
		return is_other_member(t, i);
	return mb_tokens_is(t, i, "cc") &&
	       ((i > 0 && !t->tokens[i].gap &&
	         (t->tokens[i - 1].flags & MB_TOKEN_UPPER)) ||
	        mb_tokens_gap(t, i + 1));
}

gboolean
mb_title_is_name(const struct mb_tokens *t, guint i)
{
	static const char surnames[] = "lord major";
	static struct mb_word_set *set;
	gboolean followed = i + 1 < t->n && !t->tokens[i + 1].gap &&
	                    (t->tokens[i + 1].flags & MB_TOKEN_UPPER);

	if (i >= t->n || !(t->tokens[i].flags & MB_TOKEN_UPPER))
		return FALSE;
	/* "Councillor Constable asked" */
	if (!followed && i > 0 && mb_tokens_is(t, i, "constable") &&
	    mb_title_of(&t->tokens[i - 1]) == MB_TITLE_MEMBER)
		return TRUE;
	return followed ? mb_tokens_is(t, i, "col")
	                : mb_word_in(t->tokens[i].fold, &set, surnames);
}

enum mb_title
mb_title_read(const struct mb_tokens *t, guint i, guint *end, gboolean *plural)
{
	enum mb_title title = MB_TITLE_NONE;
	guint first = i;

	*plural = FALSE;
	*end = i;
	if (is_no_councillor(t, i))
		return MB_TITLE_NONE;
	i = skip_grade(t, i);
	/* "Cllr. Mrs Bell", "Det. Insp. Ryan": titles follow each other with
	 * no mark between but a stop. */
	for (; i < t->n; i++) {
		const struct mb_token *w = &t->tokens[i];
		enum mb_title here = mb_title_of(w);

		if (!here || (i > first && mb_title_is_name(t, i)) ||
		    (i > first && (w->gap & ~(guint)MB_GAP_STOP)) ||
		    (i > first && mb_title_ends(t, i)))
			break;
		*plural |= mb_word_in(w->fold, &plural_set, plural_titles);
		if (title == MB_TITLE_NONE || here != MB_TITLE_CIVIL)
			title = here;
	}
	if (title == MB_TITLE_RANK && i < t->n && is_collar_number(t, i))
		i++;
	*end = i;
	return title;
}

gboolean
mb_title_is(const char *fold)
{
	return mb_word_in(fold, &member_set, member_titles) ||
	       mb_word_in(fold, &civil_set, civil_titles);
}

gboolean
mb_title_is_weak(const char *fold)
{
	return mb_word_in(fold, &weak_set, weak_titles);
}

char *
mb_name_rank(const struct mb_tokens *t, const struct mb_name *name)
{
	guint end = name->name;

	while (end > name->first + 1 &&
	       mb_word_in(t->tokens[end - 1].fold, &civil_set, civil_titles))
		end--;
	return mb_tokens_text(t, name->first, end);
}
