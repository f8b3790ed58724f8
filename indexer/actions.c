#include "indexer/actions.h"

void
mb_actions_find(struct mb_draft *draft, const struct mb_lines *lines)
{
}
