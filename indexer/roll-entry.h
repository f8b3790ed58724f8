/* roll-entry: one entry of an attendance list, a name and what stands behind
 * it.
 * In: the words of the list.  Out: struct mb_attendee.
 * Called by attendance-list.c only. */
#ifndef MB_INDEXER_ROLL_ENTRY_H
#define MB_INDEXER_ROLL_ENTRY_H

#include "indexer/attendance-label.h"
#include "indexer/attendance-list.h"

/* A list while it is read. */
struct mb_roll {
	const struct mb_tokens *t;
	const struct mb_roll_label *label;
	GPtrArray *out;
	guint first_out;
	gboolean councillors; /* somebody is titled Councillor */
	gboolean posts_first; /* somebody's post stood before the name */
	/* Of the entry that is being read: */
	gboolean carried; /* its title is that of a name before it */
	gboolean bare;    /* a surname alone may be the next entry */
};

/* --- roll-role.c ---------------------------------------------------------- */

/* Does word @i begin what somebody did, and not what he is?  "(arrived at
 * 7.01pm)", "via Teams", "substitute for J A Wyatt". */
gboolean mb_roll_is_doing(const struct mb_tokens *t, guint i);

/* What words [first, end) say that somebody is; NULL when they tell something
 * else ("via Teams", "arrived at 7.01pm").  Transfer full. */
char *mb_roll_role(const struct mb_tokens *t, guint first, guint end);

/* --- roll-posts.c --------------------------------------------------------- */

/* A post, and behind it who holds it; FALSE when they do not begin at @i.
 *   seats  a member's office, "Vice Chair", will do */
gboolean mb_roll_post_first(const struct mb_tokens *t, guint i, gboolean seats,
                            struct mb_role *role, struct mb_name *name);

/* "Directors: Kevin Stewart, Tadhg McDonnell", "supervisors Janet Keogh, Dick
 * Dillon": the post of those behind it; NULL when none stands at word @i.
 *   end  set to the word behind it
 * Transfer full. */
char *mb_roll_plural_post(const struct mb_tokens *t, guint i, guint *end);

/* "Primary heads: Jill Orme", "Green (1): Dr T Sayer": the word behind what is
 * said at word @i of those who follow, which is no post; @i when nothing is. */
guint mb_roll_group_end(const struct mb_tokens *t, guint i);

/* TRUE when a post stands at word @i, right behind a name, that belongs to the
 * next one: "D York, Clerk J Ramsay", "and the Clerk, Tom Brind". */
gboolean mb_roll_is_next_post(const struct mb_roll *r, guint i);

/* The same within what was read as the post of the name before. */
gboolean mb_roll_post_ends_role(const struct mb_tokens *t, guint i);

/* --- roll-entry.c --------------------------------------------------------- */

/* Add who bears @name.  Transfer none. */
struct mb_attendee *mb_roll_add(struct mb_roll *r, const struct mb_name *name);

/* Give @a the post @role, unless it is NULL or he has one. */
void mb_roll_set_role(struct mb_roll *r, struct mb_attendee *a,
                      const char *role);

/* TRUE when a mark and a role stand behind @name: "Ngozi Okafor (Head of …)".
 */
gboolean mb_roll_has_role(const struct mb_tokens *t,
                          const struct mb_name *name);

/* TRUE when the name at @i is of somebody who is replaced, and not there. */
gboolean mb_roll_is_replaced(const struct mb_tokens *t, guint i);

/* Read what stands behind the name of @a, which ends at @i, up to the next
 * entry.  Returns the word where that begins. */
guint mb_roll_read_behind(struct mb_roll *r, guint i, struct mb_attendee *a);

#endif
