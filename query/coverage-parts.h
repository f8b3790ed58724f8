/* coverage-parts: what the files of coverage.h share.
 * Included by them alone. */
#ifndef MB_QUERY_COVERAGE_PARTS_H
#define MB_QUERY_COVERAGE_PARTS_H

#include "query/coverage.h"
#include "shim/search.h"

struct mb_coverage {
	gboolean civic;
	GPtrArray *papers; /* of struct mb_coverage_paper */
	GPtrArray *rows;   /* of struct mb_coverage_row; NULL until they are
	                    * asked for */
	GPtrArray *bodies; /* of struct body, with @rows */
};

/* A committee: its name and its council's, as they are compared. */
struct body {
	char *committee; /* as printed first; NULL unknown */
	char *council;
	char *folded; /* "" unknown */
	char *folded_council;
	GHashTable *alike; /* struct body -> whether it may mean this one */
	struct mb_query *items; /* under all forms of both names */
	GHashTable *meetings;   /* date -> struct meeting; 0: without a date */
	GHashTable *rows;       /* year -> struct mb_coverage_row */
};

struct meeting {
	guint32 date_ymd;
	gboolean has_items;
	GHashTable *numbers; /* of minutes: a set */
};

/* What finding one's way among the committees takes. */
struct finder {
	struct mb_coverage *coverage;
	GHashTable *folds;    /* name -> mb_body_fold() of it */
	GHashTable *councils; /* folded committee -> folded council */
	GHashTable *bodies;   /* "committee\ncouncil", folded -> struct body */
	GHashTable *as_printed; /* the same as printed -> struct body */
	GHashTable *by_date;    /* date -> GPtrArray of struct body */
};

struct body *mb_coverage_body(struct finder *f, const char *committee,
                              const char *council);

/* @body's row of the year of this date, which is made when there is none
 * yet. */
struct mb_coverage_row *mb_coverage_row_of(struct mb_coverage *coverage,
                                           struct body *body, guint32 date_ymd);

/* Put what is missing, and gaps, into the rows, when all meetings are known. */
void mb_coverage_find_missing(struct finder *f);
void mb_coverage_find_gaps(struct mb_coverage *coverage, struct body *body);

#endif
