#include "indexer/people.h"

void
mb_people_find(struct mb_draft *draft, const struct mb_lines *lines,
               const struct mb_attendance *attendance)
{
}
