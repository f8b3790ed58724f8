#include "indexer/told-people.h"

#include <string.h>

#include "indexer/acting.h"
#include "indexer/attendance-list.h"
#include "indexer/mentions.h"

/* Text is read for names in pieces of at most this many lines. */
#define CHUNK_LINES 400
/* "Apologies" stands this many words before a name at most. */
#define APOLOGY_MAX_WORDS 40
/* Where nobody is "Cllr" and so many Mr and Mrs move motions, or one is elected
 * to the chair, members are called so. */
#define MIN_MOVERS 3

static gboolean
is_listed_as(GPtrArray *out, const struct mb_part *part, const char *name,
             enum mb_standing standing)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->standing == standing &&
		    a->meeting == part->meeting && strcmp(a->name, name) == 0)
			return TRUE;
	}
	return FALSE;
}

/* "Apologies were received from Mrs C Bell": absent, and a member where
 * members are titled like that. */
static gboolean
after_apologies(const struct mb_tokens *t, guint i)
{
	guint from = i > APOLOGY_MAX_WORDS ? i - APOLOGY_MAX_WORDS : 0;

	for (guint k = i; k-- > from;) {
		if (g_str_has_prefix(t->tokens[k].fold, "apolog"))
			return TRUE;
		if ((t->tokens[k + 1].gap & MB_GAP_STOP) &&
		    (t->tokens[k].len > 4 ||
		     (t->tokens[k].flags & MB_TOKEN_CAPS)))
			return FALSE;
		/* "2. Correspondence" */
		if ((t->tokens[k + 1].gap & MB_GAP_LINE) &&
		    (t->tokens[k + 1].flags & MB_TOKEN_NUMBER))
			return FALSE;
	}
	return FALSE;
}

/* "Passed for payment, proposed Mrs Cole, 2nd Mr Bonner", "Proposer: Mr Cole":
 * notes leave out "by"; but "proposed Mr Cole be co-opted". */
static gboolean
is_noted_mover(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char notes[] =
	    "proposed seconded proposer seconder prop sec 2nd";
	static const char fates[] = "be as to for should was were is";
	static struct mb_word_set *note_set, *fate_set;
	guint i = m->first;

	if ((t->tokens[i].gap &
	     ~(guint)(MB_GAP_COLON | MB_GAP_STOP | MB_GAP_DASH)) ||
	    !mb_word_in(t->tokens[i - 1].fold, &note_set, notes))
		return FALSE;
	/* "Cllr Hill proposed Mr Orme": whom, not who */
	if (mb_tokens_is(t, i - 1, "proposed") && !t->tokens[i - 1].gap &&
	    (t->tokens[i - 2].flags & MB_TOKEN_UPPER))
		return FALSE;
	return mb_tokens_gap(t, m->end) ||
	       !mb_word_in(t->tokens[m->end].fold, &fate_set, fates);
}

/* "Seconded by Fiona Robson", "moved as correct by Hannah Salter": only members
 * do. */
static gboolean
is_mover(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char moves[] = "proposed seconded moved nominated";
	static struct mb_word_set *move_set;
	guint i = m->first;

	if (!m->sure || m->role || i < 2)
		return FALSE;
	if (is_noted_mover(t, m))
		return TRUE;
	if (t->tokens[i].gap || !mb_tokens_is(t, i - 1, "by"))
		return FALSE;
	if (i > 3 && mb_tokens_is(t, i - 2, "correct") &&
	    mb_tokens_is(t, i - 3, "as"))
		i -= 2;
	return mb_word_in(t->tokens[i - 2].fold, &move_set, moves);
}

/* "The nomination of Mr A Marl was moved", "that Mrs J Cole be elected
 * Vice-Chairman": a council chooses its chair among its members. */
static gboolean
is_nominee(const struct mb_tokens *t, const struct mb_mention *m)
{
	static const char verbs[] =
	    "elected reelected appointed reappointed nominated";
	static const char chairs[] =
	    "chair chairman chairwoman chairperson mayor provost convener "
	    "convenor leader cathaoirleach vicechair vicechairman";
	static struct mb_word_set *verb_set, *chair_set;
	guint i = m->end;

	if (!m->sure || m->role || m->employer)
		return FALSE;
	if (m->first > 1 && !t->tokens[m->first].gap &&
	    mb_tokens_is(t, m->first - 1, "of") &&
	    mb_tokens_is(t, m->first - 2, "nomination") &&
	    mb_tokens_is(t, i + 1, "moved"))
		return TRUE;
	if (!mb_tokens_is(t, i, "be") && !mb_tokens_is(t, i, "was"))
		return FALSE;
	i += mb_tokens_is(t, i + 1, "duly") ? 2 : 1;
	if (i >= t->n || !mb_word_in(t->tokens[i].fold, &verb_set, verbs))
		return FALSE;
	/* "as Vice Chairman", "as the Deputy Mayor" */
	for (guint k = i + 1; k < t->n && k < i + 5 && !t->tokens[k].gap; k++)
		if (mb_word_in(t->tokens[k].fold, &chair_set, chairs))
			return TRUE;
	return FALSE;
}

/* "Apologies: Alan Armstrong, EDC": who belongs to a council above the one that
 * meets, and sends it apologies, is a councillor there. */
static gboolean
is_district_member(const struct mb_tokens *t, const struct mb_mention *m)
{
	return m->employer == MB_EMPLOYER_COUNCIL && !m->role &&
	       after_apologies(t, m->first);
}

/* "P Ann Orme" in the list that says "Ann Orme" was there. */
static gboolean
is_behind_mark(GPtrArray *out, const struct mb_part *part, const char *name)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->name && a->meeting == part->meeting &&
		    mb_name_ends_in_full(name, a->name))
			return TRUE;
	}
	return FALSE;
}

static void
add_mention(const struct mb_tokens *t, const struct mb_mention *m,
            const struct mb_part *part, guint line, GPtrArray *out)
{
	enum mb_standing standing;
	struct mb_attendee *a;

	if (!m->name ||
	    (!m->full && !(m->title == MB_TITLE_CIVIL && is_mover(t, m))) ||
	    is_district_member(t, m) || is_behind_mark(out, part, m->name))
		return;
	/* "… M Dixon and P Moran Clerk J Connelly", "Cllrs I Robinson, J
	 * Franklyn (JF, Clerk)": the list knows better. */
	if (is_listed_as(out, part, m->name,
	                 m->title == MB_TITLE_MEMBER ? MB_STANDING_OFFICER
	                                             : MB_STANDING_MEMBER))
		return;
	/* "J Marl, Chair of the Recovery Group", whom the list has as a guest
	 */
	if (m->title != MB_TITLE_MEMBER && m->kind == MB_ROLE_MEMBER &&
	    strstr(m->role, " of ") &&
	    is_listed_as(out, part, m->name, MB_STANDING_OTHER))
		return;
	if (m->title == MB_TITLE_MEMBER ||
	    (m->role && m->kind == MB_ROLE_MEMBER &&
	     !mb_acting_chairs_outside(m)))
		standing = MB_STANDING_MEMBER;
	else if ((m->role && m->kind == MB_ROLE_POST) || m->contact ||
	         m->employer)
		standing = MB_STANDING_OFFICER;
	else if ((is_mover(t, m) || is_nominee(t, m)) &&
	         !is_listed_as(out, part, m->name, MB_STANDING_OTHER))
		standing = MB_STANDING_MEMBER;
	else
		return;
	a = mb_attendee_new(m->name,
	                    standing == MB_STANDING_OFFICER ? m->role : NULL,
	                    standing);
	a->title = m->title;
	a->elected = standing == MB_STANDING_MEMBER && is_nominee(t, m);
	a->meeting = part->meeting;
	a->line = line;
	g_ptr_array_add(out, a);
	/* "Lead for Law and Governance (Monitoring Officer)": two posts. */
	if (m->second) {
		a = mb_attendee_new(m->name, m->second, standing);
		a->title = m->title;
		a->meeting = part->meeting;
		a->line = line;
		g_ptr_array_add(out, a);
	}
}

/* How members are printed in the lists of the part; in the whole paper, when it
 * has no list: "Alan Smith" is a member where nobody is "Cllr". */
static enum mb_title
title_of_members(const struct mb_part *part, GPtrArray *out)
{
	guint n[MB_TITLE_CIVIL + 1] = { 0 }, n_listed = 0, n_titled = 0;
	guint n_movers = 0;

	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->standing != MB_STANDING_MEMBER)
			continue;
		n_titled += a->title == MB_TITLE_MEMBER ? 1 : 0;
		if (a->title == MB_TITLE_CIVIL && !a->absent)
			n_movers += a->elected ? MIN_MOVERS : 1;
		if (!a->listed || a->meeting != part->meeting)
			continue;
		n[a->title]++;
		n_listed++;
	}
	if (n_listed == 0)
		return n_titled                 ? MB_TITLE_MEMBER
		       : n_movers >= MIN_MOVERS ? MB_TITLE_CIVIL
		                                : MB_TITLE_NONE;
	if (n[MB_TITLE_CIVIL] * 2 > n_listed)
		return MB_TITLE_CIVIL;
	return n[MB_TITLE_NONE] * 2 > n_listed ? MB_TITLE_NONE
	                                       : MB_TITLE_MEMBER;
}

/* "Kenny Combe (KC)": the key that the paper calls him by; NULL when none
 * stands there. */
static char *
key_behind(const struct mb_tokens *t, const struct mb_mention *m)
{
	g_autofree char *key = NULL;

	if (!(mb_tokens_gap(t, m->end) & MB_GAP_OPEN) || m->end >= t->n ||
	    !(t->tokens[m->end].flags & MB_TOKEN_CAPS) ||
	    !(mb_tokens_gap(t, m->end + 1) & MB_GAP_CLOSE))
		return NULL;
	key = mb_tokens_text(t, m->end, m->end + 1);
	return mb_name_has_key(m->name, key) ? g_steal_pointer(&key) : NULL;
}

/* Is the person in a list of the part?  "Apologies:" may be the head of a
 * column beside those present. */
static gboolean
is_listed(GPtrArray *out, const struct mb_part *part, const char *name)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->name && a->meeting == part->meeting &&
		    mb_names_agree(a->name, name))
			return TRUE;
	}
	return FALSE;
}

static void
add_apology(const struct mb_tokens *t, const struct mb_mention *m,
            const struct mb_part *part, guint line, GPtrArray *out)
{
	struct mb_attendee *a;

	if (!m->name || m->role || m->title == MB_TITLE_MEMBER ||
	    m->title == MB_TITLE_RANK || !after_apologies(t, m->first) ||
	    mb_acting_is_among_others(t, m->first))
		return;
	if (m->title == MB_TITLE_NONE && (!m->full || !m->sure))
		return;
	if (is_listed(out, part, m->name) ||
	    (title_of_members(part, out) != m->title &&
	     !is_district_member(t, m)))
		return;
	a = mb_attendee_new(m->name, NULL, MB_STANDING_MEMBER);
	a->initials = key_behind(t, m);
	a->listed = a->initials != NULL;
	a->guessed = !m->title;
	a->title = m->title;
	a->absent = TRUE;
	a->meeting = part->meeting;
	a->line = line;
	g_ptr_array_add(out, a);
}

/* "Councillor Colley" in the text is the one of the list who is printed without
 * a title. */
static gboolean
title_guessed(GPtrArray *out, const struct mb_part *part,
              const struct mb_mention *m)
{
	gboolean found = FALSE;

	if (!m->name || m->title != MB_TITLE_MEMBER)
		return FALSE;
	for (guint i = 0; i < out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->guessed && a->meeting == part->meeting &&
		    mb_names_agree(a->name, m->name)) {
			a->title = MB_TITLE_MEMBER;
			a->guessed = FALSE;
			found = TRUE;
		}
	}
	return found;
}

/* Where some of a list are called councillors in the text, the others of it,
 * of whom nothing is told, are those who advise them. */
static void
settle_guessed(GPtrArray *out, const struct mb_part *part)
{
	for (guint i = 0; i < out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->guessed && a->meeting == part->meeting)
			a->standing = MB_STANDING_OFFICER;
	}
}

/* "Miss Yara Sole was elected as Deputy Chair" of a Police and Crime Panel,
 * where councillors are titled: one of its independent members. */
static void
settle_elected(GPtrArray *out, const struct mb_part *part)
{
	const char *committee = part->meeting ? part->meeting->committee : NULL;

	if (!committee || !strstr(committee, "Crime Panel") ||
	    title_of_members(part, out) != MB_TITLE_MEMBER)
		return;
	for (guint i = 0; i < out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->elected && !a->listed && a->title == MB_TITLE_CIVIL &&
		    a->meeting == part->meeting)
			a->standing = MB_STANDING_OTHER;
	}
}

/* Of those who were listed at the part's meeting, the one whose initials are
 * @key; NULL when nobody's are, or those of several. */
static struct mb_attendee *
is_key_of(GPtrArray *out, const struct mb_part *part, const char *key)
{
	struct mb_attendee *found = NULL;

	for (guint i = 0; i < out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(out, i);

		if (!a->listed || !a->name || a->meeting != part->meeting ||
		    !mb_name_has_key(a->name, key))
			continue;
		if (found && !mb_names_agree(found->name, a->name))
			return NULL;
		found = a;
	}
	return found;
}

/* "Proposed: CR 2nd: KD" where the list has "Mr C Rothe" and "Ms K Drew": who
 * move and second by their initials are called by them in the rest as well. */
static void
key_movers(const struct mb_tokens *t, const struct mb_part *part,
           GPtrArray *out)
{
	static const char acts[] =
	    "prop proposed proposer sec seconded seconder 2nd";
	static struct mb_word_set *act_set;
	struct mb_attendee *mover = NULL;
	g_autofree char *mover_key = NULL;

	for (guint i = 1; i < t->n; i++) {
		g_autofree char *key = NULL;
		struct mb_attendee *a;
		guint act =
		    mb_tokens_is(t, i - 1, "by") && i > 1 ? i - 2 : i - 1;

		if (!(t->tokens[i].flags & MB_TOKEN_CAPS) ||
		    t->tokens[i].len < 2 || t->tokens[i].len > 3 ||
		    !mb_word_in(t->tokens[act].fold, &act_set, acts))
			continue;
		key = mb_tokens_text(t, i, i + 1);
		a = is_key_of(out, part, key);
		if (!a)
			continue;
		if (mover && mover != a) {
			if (!mover->initials)
				mover->initials = g_strdup(mover_key);
			if (!a->initials)
				a->initials = g_strdup(key);
		}
		mover = a;
		g_free(mover_key);
		mover_key = g_steal_pointer(&key);
	}
}

/* Read the names in lines [first, end) of @part.
 *   again  only who sent apologies: what members are called is known now
 *   returns whether some whose standing was guessed are called councillors */
static gboolean
read_lines(const struct mb_lines *lines, guint first, guint end,
           const struct mb_part *part, gboolean rolls, gboolean again,
           GPtrArray *out)
{
	g_autofree char *text = mb_flow(lines, first, 0, end);
	g_autoptr(mb_tokens) t = mb_tokens_new(text);
	g_autoptr(GPtrArray) mentions = mb_mentions_find(t);
	gboolean titled = FALSE;

	for (guint k = 0; k < mentions->len && out->len < MB_MAX_ATTENDEES;
	     k++) {
		const struct mb_mention *m = g_ptr_array_index(mentions, k);

		if (!again)
			add_mention(t, m, part, first, out);
		if (!rolls)
			continue;
		add_apology(t, m, part, first, out);
		titled |= !again && title_guessed(out, part, m);
	}
	if (!again)
		key_movers(t, part, out);
	return titled;
}

/* Is nobody listed or titled, and do Mr and Mrs move the motions? */
static gboolean
only_movers_tell(const struct mb_part *part, GPtrArray *out)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->meeting == part->meeting)
			return FALSE;
	}
	return title_of_members(part, out) == MB_TITLE_CIVIL;
}

void
mb_told_people_find(const struct mb_lines *lines, const struct mb_part *part,
                    gboolean rolls, GPtrArray *out)
{
	gboolean titled = FALSE;

	for (guint i = part->first; i < part->end; i += CHUNK_LINES)
		titled |= read_lines(lines, i, MIN(i + CHUNK_LINES, part->end),
		                     part, rolls, FALSE, out);
	/* Apologies come before the motions. */
	if (rolls && only_movers_tell(part, out))
		read_lines(lines, part->first,
		           MIN(part->first + CHUNK_LINES, part->end), part,
		           rolls, TRUE, out);
	if (titled)
		settle_guessed(out, part);
	settle_elected(out, part);
}
