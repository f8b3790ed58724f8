#include "indexer/attendance.h"

#include <string.h>

#include "base/date.h"
#include "indexer/attendance-list.h"
#include "indexer/rolls.h"
#include "indexer/told-people.h"

static gboolean
may_hold_rolls(enum mb_part_kind kind)
{
	return kind != MB_PART_REPORT && kind != MB_PART_APPENDIX &&
	       kind != MB_PART_ACTIONS && kind != MB_PART_QUESTIONS;
}

/* TRUE when the same thing was said of the same person before. */
static gboolean
is_known(GHashTable *seen, const struct mb_attendee *a)
{
	char *key = g_strdup_printf("%p|%s|%s|%d", (const void *)a->meeting,
	                            a->name ? a->name : "",
	                            a->role ? a->role : "", a->listed);

	return !g_hash_table_add(seen, key);
}

/* "Apologies: Cathy Fleet", whom the paper calls the Clerk elsewhere: absent,
 * but no member. */
static void
set_absent_officer(GPtrArray *found, struct mb_attendee *a)
{
	if (!a->absent || a->role || a->standing != MB_STANDING_MEMBER ||
	    a->title != MB_TITLE_NONE || !a->name)
		return;
	for (guint i = 0; i < found->len; i++) {
		const struct mb_attendee *b = g_ptr_array_index(found, i);

		if (b->standing != MB_STANDING_OFFICER || !b->name ||
		    !b->surname || strcmp(b->surname, a->surname) != 0 ||
		    !mb_names_agree(b->name, a->name))
			continue;
		a->standing = MB_STANDING_OFFICER;
		if (b->role && !a->role) {
			a->role = g_strdup(b->role);
			a->key = mb_role_key_new(b->role);
		}
	}
}

static void
index_by_surname(struct mb_attendance *attendance)
{
	for (guint i = 0; i < attendance->attendees->len; i++) {
		struct mb_attendee *a =
		    g_ptr_array_index(attendance->attendees, i);
		GPtrArray *list;

		if (!a->surname)
			continue;
		list = g_hash_table_lookup(attendance->by_surname, a->surname);
		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(attendance->by_surname, a->surname,
			                    list);
		}
		g_ptr_array_add(list, a);
	}
}

struct mb_attendance *
mb_attendance_find(const struct mb_lines *lines,
                   const struct mb_meetings *meetings, gboolean withheld)
{
	struct mb_attendance *attendance = g_new0(struct mb_attendance, 1);
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	g_autoptr(GPtrArray) twice =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_attendee_free);
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	attendance->attendees =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_attendee_free);
	attendance->by_surname = g_hash_table_new_full(
	    g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
	for (guint i = 0; i < meetings->parts->len; i++) {
		const struct mb_part *part =
		    g_ptr_array_index(meetings->parts, i);

		gboolean rolls;

		if (part->withheld && !withheld)
			continue;
		rolls = may_hold_rolls(part->kind);
		if (rolls)
			mb_rolls_find(lines, part, found);
		mb_told_people_find(lines, part, rolls, found);
	}
	for (guint i = 0; i < found->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(found, i);

		set_absent_officer(found, a);
		if (!is_known(seen, a))
			g_ptr_array_add(attendance->attendees, a);
		else
			g_ptr_array_add(twice, a);
	}
	index_by_surname(attendance);
	return attendance;
}

void
mb_attendance_free(struct mb_attendance *attendance)
{
	if (!attendance)
		return;
	g_hash_table_unref(attendance->by_surname);
	g_ptr_array_unref(attendance->attendees);
	g_free(attendance);
}

char *
mb_attendance_dump(const struct mb_attendance *attendance)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(attendance->attendees, i);
		g_autofree char *date =
		    a->meeting ? mb_date_to_iso(a->meeting->date_ymd) : NULL;

		g_string_append_printf(
		    out, "%s %u %s%s%s%s: %s", date ? date : "-", a->line + 1,
		    a->listed ? "list " : "text ",
		    mb_standing_name(a->standing), a->chair ? " chair" : "",
		    a->absent ? " absent" : "", a->name ? a->name : "-");
		if (a->initials)
			g_string_append_printf(out, " [%s]", a->initials);
		if (a->role)
			g_string_append_printf(out, ", %s", a->role);
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}
