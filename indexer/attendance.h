/* attendance: who was at each meeting, and in which post.
 * In: struct mb_lines, struct mb_meetings.  Out: struct mb_attendance
 * (people.h).  Attendance lists, distribution lists, contact blocks, report
 * authors and signatures are read. */
#ifndef MB_INDEXER_ATTENDANCE_H
#define MB_INDEXER_ATTENDANCE_H

#include <glib.h>

#include "indexer/meetings.h"
#include "indexer/names.h"
#include "indexer/roles.h"

/* One person as one list or block names them. */
struct mb_attendee {
	char *name;     /* "H Ellis", without Councillor, Mr, Ms …; NULL */
	char *initials; /* of an initials key, "HE"; NULL */
	char *role;     /* as printed; NULL */
	enum mb_standing standing;
	gboolean absent;  /* apologies */
	gboolean chair;   /* chairs the meeting */
	gboolean guessed; /* a member only because nothing beside the name, nor
	                   * a label, tells what he is */
	gboolean elected; /* the text tells of his election to the chair */
	gboolean listed;  /* in an attendance list; else in a contact block, a
	                   * signature or the text, as "A Osei, Head of …" */
	enum mb_title title;              /* of the name, as printed */
	const struct mb_meeting *meeting; /* of the part it stands in */
	guint line;
	char *surname;           /* folded; NULL when there is no name */
	struct mb_role_key *key; /* of the role; NULL */
};

struct mb_attendance {
	GPtrArray *attendees;   /* of struct mb_attendee, in paper order */
	GHashTable *by_surname; /* folded → GPtrArray of struct mb_attendee */
};

/* Who the paper says was there.
 *   withheld  also by the parts that are withheld from publication: nobody whom
 *             only they name may be known to the open ones
 *   returns   (transfer full) never NULL */
struct mb_attendance *mb_attendance_find(const struct mb_lines *lines,
                                         const struct mb_meetings *meetings,
                                         gboolean withheld);
void mb_attendance_free(struct mb_attendance *attendance);
typedef struct mb_attendance mb_attendance;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_attendance, mb_attendance_free)

/* For --dump=attendance and golden tests.  Transfer full. */
char *mb_attendance_dump(const struct mb_attendance *attendance);

#endif
