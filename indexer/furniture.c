#include "indexer/lines.h"

void
mb_lines_mark_furniture(struct mb_lines *lines)
{
	(void)lines;
}
