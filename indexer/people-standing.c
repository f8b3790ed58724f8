#include "config.h"

#include "indexer/people-standing.h"

#include <string.h>

#include "indexer/acting.h"

/* Longer ones, in bytes, tell more than who sent apologies. */
#define MAX_APOLOGIES 200

/* "R2023-056 D. Yem, S. Foot:" */
#define MOVERS_MAX_WORDS 8

/* Are members titled in the item, or anywhere at the meeting? */
static gboolean
are_members_titled(const struct mb_people_finder *f)
{
	if (f->who.members_called)
		return TRUE;
	for (guint i = 0; i < f->mentions->len; i++) {
		const struct mb_mention *m = g_ptr_array_index(f->mentions, i);

		if (m->name && m->title == MB_TITLE_MEMBER)
			return TRUE;
	}
	return FALSE;
}

/* Does who is named in the item do what officers do?  Where no list tells who
 * was there, and councillors are titled, who answers is one too. */
static gboolean
is_acting(const struct mb_people_finder *f, const struct mb_mention *m)
{
	g_autofree char *given = mb_name_given(m->name);

	if (!m->full ||
	    (m->title != MB_TITLE_CIVIL && !mb_word_is_forename(given)))
		return FALSE;
	if (mb_acting_presents(f->t, m))
		return TRUE;
	/* An agenda of a small council has "updates from" its members too. */
	if (f->draft->item->kind != MB_KIND_MINUTE)
		return FALSE;
	return mb_acting_introduced(f->t, m) ||
	       (f->who.unlisted && m->title == MB_TITLE_NONE &&
	        are_members_titled(f) && mb_acting_answers(f->t, m));
}

/* "R2023-056 D. Yem, S. Foot:" where an item has no title: is @m among those
 * who move it, before the colon? */
static gboolean
is_above_motion(const struct mb_people_finder *f, const struct mb_mention *m)
{
	const struct mb_tokens *t = f->t;

	if (f->draft->item->title || !m->dotted || m->end > MOVERS_MAX_WORDS)
		return FALSE;
	for (guint i = 0; i < t->n && i <= MOVERS_MAX_WORDS; i++) {
		const struct mb_token *w = &t->tokens[i];

		if (i > 0 && (w->gap & (MB_GAP_COLON | MB_GAP_SEMICOLON)))
			return i >= m->end && i > 3;
		if (!(w->flags & (MB_TOKEN_UPPER | MB_TOKEN_NUMBER)))
			return FALSE;
	}
	return FALSE;
}

/* Whether what stands behind the mark after @m, if there is one, is the next
 * name: not "Ann Orme, Diocesan Representative". */
static gboolean
has_name_behind(const struct mb_people_finder *f, const struct mb_mention *m)
{
	if (!(mb_tokens_gap(f->t, m->end) &
	      (MB_GAP_COMMA | MB_GAP_OPEN | MB_GAP_DASH)))
		return TRUE;
	for (guint i = 0; i < f->mentions->len; i++) {
		const struct mb_mention *x = g_ptr_array_index(f->mentions, i);

		if (x->name && x->first == m->end)
			return TRUE;
	}
	return FALSE;
}

/* "R Orme" below "Apologies", where nothing but names is; "Mr Orme" where
 * members are titled like that. */
static gboolean
is_apologising(const struct mb_people_finder *f, const struct mb_mention *m)
{
	const struct mb_item *item = f->draft->item;
	g_autofree char *fold = item->title ? mb_fold(item->title, -1) : NULL;

	return fold && g_str_has_prefix(fold, "apolog") &&
	       !mb_acting_is_among_others(f->t, m->first) &&
	       (m->title == MB_TITLE_CIVIL ||
	        (item->kind == MB_KIND_MINUTE && !m->role &&
	         strchr(m->name, ' ') && (m->sure || m->name[1] == ' ') &&
	         strlen(item->text) < MAX_APOLOGIES && has_name_behind(f, m)));
}

enum mb_standing
mb_people_standing(const struct mb_people_finder *f, const struct mb_mention *m,
                   const struct mb_attendee *a, gboolean *known)
{
	*known = TRUE;
	if (m->title == MB_TITLE_MEMBER)
		return MB_STANDING_MEMBER;
	if (m->title == MB_TITLE_RANK)
		return MB_STANDING_OFFICER;
	/* "For details contact Mr Paddy Orme", who is listed as a member. */
	if (m->contact && !(a && a->listed))
		return MB_STANDING_OFFICER;
	/* "Guests: Olwen Tranter, Halyard Auditors", who presented the
	 * accounts; but not "Chair of the Recovery Group" */
	if (a && (a->standing != MB_STANDING_OTHER || !is_acting(f, m) ||
	          (a->role && mb_role_kind_of(a->role) == MB_ROLE_MEMBER)))
		return a->standing;
	if ((m->role && m->kind == MB_ROLE_POST) || m->employer)
		return MB_STANDING_OFFICER;
	if (m->role && m->kind == MB_ROLE_MEMBER)
		return mb_acting_chairs_outside(m) ? MB_STANDING_OTHER
		                                   : MB_STANDING_MEMBER;
	if (is_above_motion(f, m))
		return MB_STANDING_MEMBER;
	/* "through B. Noonan": staff are named so where councillors are
	 * titled; but "(b) J. McPhee, wedding marquee - Granted". */
	if (f->who.officers_untitled && m->title == MB_TITLE_NONE &&
	    f->draft->item->kind == MB_KIND_MINUTE && m->dotted &&
	    !(mb_tokens_gap(f->t, m->first) & MB_GAP_CLOSE))
		return MB_STANDING_OFFICER;
	if ((m->title == MB_TITLE_NONE ||
	     (f->who.members_civil && m->title == MB_TITLE_CIVIL)) &&
	    is_apologising(f, m))
		return MB_STANDING_MEMBER;
	/* "Mr Alud Jones, … gave a presentation": a partner's officer. */
	if (is_acting(f, m))
		return MB_STANDING_OFFICER;
	*known = FALSE;
	return MB_STANDING_OTHER;
}
