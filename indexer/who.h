/* who: which of those present a printed name or post means.
 * In: struct mb_attendance and an item's meeting.  Out: struct mb_attendee.
 * Called by people.c and short-names.c. */
#ifndef MB_INDEXER_WHO_H
#define MB_INDEXER_WHO_H

#include "indexer/attendance.h"

/* Whom one item's people are looked for among, and how its meeting's lists
 * print them.  What it points to is borrowed. */
struct mb_who {
	const struct mb_attendance *attendance;
	const struct mb_meeting *meeting; /* of the item; NULL */
	gboolean officers_untitled;       /* officers are printed "P Crowe" */
	gboolean members_civil;           /* members are printed "Mrs C Bell" */
	gboolean members_plain;           /* members are printed "Che Bell" */
	gboolean members_called; /* members are "Cllr Bell" in the text */
	gboolean keyed;          /* initials stand beside the names */
	gboolean all_keyed;      /* beside most of them */
	gboolean unlisted;       /* no list tells who was there */
};

void mb_who_init(struct mb_who *who, const struct mb_attendance *attendance,
                 const struct mb_meeting *meeting);

/* TRUE when @a is listed or told of at the item's own meeting. */
gboolean mb_who_was_there(const struct mb_who *who,
                          const struct mb_attendee *a);

/* The attendee whose name is printed; NULL when nobody's is.  Transfer none. */
const struct mb_attendee *mb_who_is_named(const struct mb_who *who,
                                          const char *name,
                                          enum mb_title title);

/* The officer who holds a role at the item's meeting or, where nobody is told
 * to hold a like one then, the one who holds it at another of the same paper;
 * NULL when nobody does, or several do.  Transfer none. */
const struct mb_attendee *mb_who_holds(const struct mb_who *who,
                                       const struct mb_role_key *key);

/* "the Commissioner" at a meeting of a Police and Crime Panel: TRUE when a post
 * is that of somebody elsewhere, elected or a partner, and of no officer. */
gboolean mb_who_is_elsewhere(const struct mb_who *who,
                             const struct mb_role_key *key);

/* "the Harbour Master" looks like a name, but the list has it as a post: the
 * officer whose post is just that; NULL when nobody's is.  Transfer none. */
const struct mb_attendee *mb_who_holds_exactly(const struct mb_who *who,
                                               const char *role);

/* "Alun Davies" and "Aelan Davies" are told apart by more than initials: TRUE
 * when another member of the surname has the initial of @name. */
gboolean mb_who_initials_clash(const struct mb_who *who, const char *name);

#endif
