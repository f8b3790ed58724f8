#include "indexer/role-words.h"

#include "indexer/names.h"
#include "indexer/roles.h"

static const char post_words[] =
    "director manager officer head engineer clerk "
    "superintendent commissioner coordinator "
    "administrator accountant planner solicitor barrister counsel lead "
    "advisor adviser consultant auditor registrar surveyor architect "
    "librarian nurse headteacher analyst economist ecologist technician "
    "supervisor warden ranger curator archivist controller specialist "
    "assistant lawyer principal practitioner psychologist statistician "
    "strategist researcher organiser facilitator conservator coroner "
    "comptroller chamberlain programmer ceo cfo coo dso see ee sso seo "
    "translator interpreter bursar matron physician paediatrician midwife "
    "scientist "
    "overseer valuer archaeologist rfo attorney recorder assessor "
    "cpo pcso clerc swyddog cyfarwyddwr pennaeth rheolwr";
static const char office_words[] = "secretary treasurer taker trysorydd "
				   "ysgrifennydd";
/* Whose secretary or treasurer is nobody's officer. */
static const char club_words[] =
    "church club hall society association friends charity institute scouts "
    "guides school chapel museum band pta wi";
static const char member_words[] =
    "member councillor chair chairman chairwoman chairperson vicechair "
    "vicechairman vicechairperson mayor leader holder cathaoirleach "
    "leascathaoirleach chomhairleoir president convener convenor champion "
    "spokesperson "
    "councillors "
    "members cadeirydd provost bailie";
static const char other_words[] =
    "msp mp td senator mla governor governors representative representatives "
    "representing "
    "rep reps cooptee coopted trustee volunteer resident parishioner observer "
    "minister ambassador bishop vicar priest student pupil press reporter "
    "public vacancy";
/* Of whom a minister is the Secretary. */
static const char ministries[] =
    "foreign home health culture education transport finance justice "
    "environment housing energy business defence treasury cabinet levelling "
    "communities";

static struct mb_word_set *post_set, *office_set, *member_set, *other_set,
    *ministry_set, *club_set;

gboolean
mb_word_is_post(const char *fold)
{
	return mb_word_in(fold, &post_set, post_words);
}

gboolean
mb_role_word_is_office(const char *fold)
{
	return mb_word_in(fold, &office_set, office_words);
}

gboolean
mb_role_word_is_member(const char *fold)
{
	return mb_word_in(fold, &member_set, member_words);
}

gboolean
mb_role_word_is_other(const char *fold)
{
	return mb_word_in(fold, &other_set, other_words);
}

/* Words that make a post only behind another: "Harbour Master", "Police
 * Chief", "Deputy Chief Constable", "Chief Exec", "Team Leader". */
gboolean
mb_role_word_is_post_at(const struct mb_tokens *t, guint i)
{
	static const struct {
		const char *before, *word;
	} posts[] = {
		{ "team", "leader" },      { "project", "leader" },
		{ "harbour", "master" },   { "police", "chief" },
		{ "fire", "chief" },       { "chief", "constable" },
		{ "chief", "exec" },       { "chief", "executive" },
		{ "business", "partner" }, { "divisional", "commander" },
		{ "area", "commander" },   { "district", "commander" },
		{ "local", "commander" },  { "station", "commander" },
		{ "group", "commander" },
	};

	for (guint k = 0; i > 0 && k < G_N_ELEMENTS(posts); k++)
		if (mb_tokens_is(t, i, posts[k].word) &&
		    mb_tokens_is(t, i - 1, posts[k].before))
			return TRUE;
	/* "A Wright (Virtual School Head Teacher)": the council's, although a
	 * head teacher. */
	if (i > 1 &&
	    (mb_tokens_is(t, i, "head") || mb_tokens_is(t, i, "headteacher")) &&
	    mb_tokens_is(t, i - 1, "school") &&
	    mb_tokens_is(t, i - 2, "virtual"))
		return TRUE;
	return i > 1 && mb_tokens_is(t, i, "staff") &&
	       mb_tokens_is(t, i - 1, "of") && mb_tokens_is(t, i - 2, "chief");
}

/* "the Executive Head Teacher", "the Secretary of State": not the council's,
 * nor is the inn, "the Dukes Head". */
static gboolean
is_post_elsewhere(const struct mb_tokens *t, guint i)
{
	static const char inns[] =
	    "kings queens dukes nags boars bulls saracens rams horses";
	static struct mb_word_set *inn_set;

	if (i > 0 && mb_tokens_is(t, i, "head") &&
	    mb_word_in(t->tokens[i - 1].fold, &inn_set, inns))
		return TRUE;
	if (mb_tokens_is(t, i, "headteacher") ||
	    (mb_tokens_is(t, i, "head") && mb_tokens_is(t, i + 1, "teacher")))
		return TRUE;
	return mb_tokens_is(t, i, "secretary") &&
	       (mb_tokens_is(t, i + 2, "state") ||
	        (i > 0 &&
	         mb_word_in(t->tokens[i - 1].fold, &ministry_set, ministries)));
}

/* "Sheila Hill Member of Public", "Democratic and Member Services Officer": no
 * members. */
static gboolean
is_no_member(const struct mb_tokens *t, guint i)
{
	if (mb_tokens_is(t, i, "member") && mb_tokens_is(t, i + 1, "of"))
		return mb_tokens_is(t, i + 2, "public") ||
		       (mb_tokens_is(t, i + 2, "the") &&
		        mb_tokens_is(t, i + 3, "public"));
	return g_str_has_prefix(t->tokens[i].fold, "member") && i + 1 < t->n &&
	       (g_str_has_prefix(t->tokens[i + 1].fold, "service") ||
	        mb_tokens_is(t, i + 1, "support"));
}

/* "Lead Local Flood Authority" is a body, "Specialist Nursery Provision" a
 * thing: words of posts that only tell of what kind the next one is. */
static gboolean
is_kind(const struct mb_tokens *t, guint i)
{
	static const char bodies[] = "local authority body agency council "
				     "department organisation partner";
	static struct mb_word_set *body_set;
	const struct mb_token *next = i + 1 < t->n ? &t->tokens[i + 1] : NULL;
	struct mb_name name;

	if (!next || next->gap)
		return FALSE;
	if (mb_tokens_is(t, i, "lead"))
		return mb_word_in(next->fold, &body_set, bodies);
	return mb_tokens_is(t, i, "specialist") &&
	       (next->flags & MB_TOKEN_UPPER) &&
	       mb_word_is_common(next->fold) && !mb_word_is_post(next->fold) &&
	       !mb_name_read(t, i + 1, FALSE, &name);
}

/* "Head of Public Protection": what is done for the public, not who is of it.
 */
static gboolean
is_for_public(const struct mb_tokens *t, guint i)
{
	static const char fields[] =
	    "health protection realm works safety affairs relations transport "
	    "rights services service spaces";
	static struct mb_word_set *field_set;

	return mb_tokens_is(t, i, "public") && i + 1 < t->n &&
	       !t->tokens[i + 1].gap &&
	       mb_word_in(t->tokens[i + 1].fold, &field_set, fields);
}

/* "the Police and Crime Commissioner" is elected. */
static gboolean
is_elected(const struct mb_tokens *t, guint i)
{
	return i > 0 && mb_tokens_is(t, i, "commissioner") &&
	       (mb_tokens_is(t, i - 1, "crime") ||
	        (i > 1 && mb_tokens_is(t, i - 1, "fire") &&
	         mb_tokens_is(t, i - 2, "crime")));
}

void
mb_role_words_add(struct mb_role_words *s, const struct mb_tokens *t, guint i)
{
	const char *fold = t->tokens[i].fold;

	if (mb_role_word_is_post_at(t, i))
		s->n_posts++;
	else if (is_post_elsewhere(t, i))
		s->n_teacher++;
	else if (is_no_member(t, i) || is_for_public(t, i) || is_kind(t, i))
		;
	else if (is_elected(t, i))
		s->n_other++;
	else if (mb_word_is_post(fold))
		s->n_posts++;
	else if (mb_role_word_is_office(fold))
		s->n_office++;
	else if (mb_role_word_is_member(fold))
		s->n_member++;
	else if (mb_role_word_is_other(fold))
		s->n_other++;
	else if (mb_word_in(fold, &club_set, club_words))
		s->n_club++;
}

gboolean
mb_role_words_any(const struct mb_role_words *s)
{
	return s->n_posts || s->n_office || s->n_member || s->n_other ||
	       s->n_teacher;
}
