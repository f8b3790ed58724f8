#include "indexer/resolutions.h"

void
mb_resolutions_find(struct mb_draft *draft, const struct mb_lines *lines)
{
}
