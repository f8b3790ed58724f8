#include "indexer/links.h"

void
mb_links_find(struct mb_draft *draft, const struct mb_lines *lines)
{
}
