#include "indexer/run.h"

#include "indexer/progress.h"

enum mb_exit
mb_run(const struct mb_run *run)
{
	mb_progress_complain(NULL,
	                     "indexing is not built in yet: use --dry-run");
	return MB_EXIT_NOTHING_DONE;
}
