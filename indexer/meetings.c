#include "indexer/meetings.h"

struct mb_meetings *
mb_meetings_find(const struct mb_lines *lines, const char *path,
                 const char *council)
{
	struct mb_meetings *m = g_new0(struct mb_meetings, 1);

	m->meetings = g_ptr_array_new();
	m->parts = g_ptr_array_new();
	return m;
}

void
mb_meetings_free(struct mb_meetings *meetings)
{
}

const char *
mb_part_kind_name(enum mb_part_kind kind)
{
	return "front";
}

char *
mb_meetings_dump(const struct mb_meetings *meetings,
                 const struct mb_lines *lines)
{
	return g_strdup("");
}
