/* coverage-parts: what coverage.c and coverage-papers.c share.
 * Included by them alone. */
#ifndef MB_QUERY_COVERAGE_PARTS_H
#define MB_QUERY_COVERAGE_PARTS_H

#include "query/coverage.h"

struct mb_coverage {
	gboolean civic;
	GPtrArray *papers; /* of struct mb_coverage_paper */
	GPtrArray *rows;   /* of struct mb_coverage_row; NULL until they are
	                    * asked for */
};

#endif
