#include "indexer/attendance.h"

struct mb_attendance *
mb_attendance_find(const struct mb_lines *lines,
                   const struct mb_meetings *meetings)
{
	struct mb_attendance *a = g_new0(struct mb_attendance, 1);

	a->attendees = g_ptr_array_new();
	return a;
}

void
mb_attendance_free(struct mb_attendance *attendance)
{
}

char *
mb_attendance_dump(const struct mb_attendance *attendance)
{
	return g_strdup("");
}
