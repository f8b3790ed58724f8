/* coverage-print: coverage written for people and for programs.
 * In: the rows and papers that are wanted (coverage.h).  Out: tables (table.h),
 * and text.  Called by command-coverage.c. */
#ifndef MB_QUERY_COVERAGE_PRINT_H
#define MB_QUERY_COVERAGE_PRINT_H

#include "query/coverage.h"
#include "query/table.h"

/* A row each, as minutebook(1) tells.  Transfer full. */
struct mb_table *mb_coverage_row_table(const GPtrArray *rows);
struct mb_table *mb_coverage_paper_table(const GPtrArray *papers);

/* A row as an object, for a table of @columns.  Transfer full. */
json_t *mb_coverage_row_json(const struct mb_coverage_row *row);
extern const struct mb_column mb_coverage_row_columns[];

/* The rows with their sum, what is missing, and what can be done about it.
 *   whole   list all that is missing, not only the beginning
 *   exempt  exempt papers are among them */
void mb_coverage_text(GString *out, const GPtrArray *rows,
                      const GPtrArray *papers, gboolean whole, gboolean exempt);

/* The papers, each with its figures below its path. */
void mb_coverage_paper_text(GString *out, const GPtrArray *papers);

#endif
