/* coverage: what the index has of each committee and year, and what it lacks.
 * In: the records of all papers (shim/papers.h).  Out: struct mb_coverage_row.
 * Called by command-coverage.c. */
#ifndef MB_QUERY_COVERAGE_H
#define MB_QUERY_COVERAGE_H

#include <glib.h>

#include "query/answer.h"
#include "query/gaps.h"
#include "shim/store.h"

/* A meeting that a paper speaks of, of which there is no paper. */
struct mb_missing {
	guint32 date_ymd;
	char *words;       /* of the paper that speaks of it */
	char *paper;       /* path of one such paper */
	guint32 other_ymd; /* of a meeting a few days off, which may be meant; 0
	                    * when there is none */
};

/* What one committee has in one year. */
struct mb_coverage_row {
	char *council;   /* NULL unknown */
	char *committee; /* NULL unknown */
	char *year;      /* "2021", "2020/21"; NULL unknown */
	guint n_meetings;
	guint n_papers;
	guint n_items;   /* after mb_coverage_count_items() */
	guint n_scanned; /* papers with pages that can't be searched */
	guint n_unread;  /* others without text, or of a type without reader */
	guint n_failed;
	GPtrArray *missing; /* of struct mb_missing, by date */
	GPtrArray *gaps;    /* of struct mb_gap, by date */
};

/* Why a paper is not searched, or not all of it. */
enum mb_paper_lack {
	MB_LACK_NOTHING,
	MB_LACK_SCANNED,
	MB_LACK_UNREAD,
	MB_LACK_FAILED,
};

/* A paper, as often as it comes: its open and its exempt items. */
struct mb_coverage_paper {
	struct mb_paper_state *state;
	GPtrArray *sittings; /* of struct mb_sitting, without people */
	guint32 date_ymd;    /* in its name, when it says of no meeting; 0 */
	enum mb_paper_lack lack;
};

struct mb_coverage;

/* Years begin in January, or with @civic in May.  Transfer full. */
struct mb_coverage *mb_coverage_new(gboolean civic);
void mb_coverage_free(struct mb_coverage *coverage);
typedef struct mb_coverage mb_coverage;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_coverage, mb_coverage_free)

/* Take a paper (mb_paper_func): @coverage is a struct mb_coverage.  What is
 * remembered of its meetings may be damaged: then it counts as having none. */
void mb_coverage_take(const struct mb_paper_state *paper, gpointer coverage);

/* When all are taken: GPtrArray of struct mb_coverage_row, by committee and
 * year.  Transfer none, valid until another paper is taken. */
const GPtrArray *mb_coverage_rows(struct mb_coverage *coverage);

/* Fill in how many items the rows have, by asking the index that the papers
 * were taken from.  Errors as mb_answer_count(). */
gboolean mb_coverage_count_items(struct mb_coverage *coverage,
                                 struct mb_answer *answer, GError **error);

/* The papers, by path: GPtrArray of struct mb_coverage_paper.  Transfer
 * none. */
const GPtrArray *mb_coverage_papers(struct mb_coverage *coverage);

/* Which rows and papers are wanted. */
struct mb_wish {
	char
	    *committee; /* folded words of its name (body-names.h); NULL: any */
	char *year;     /* as the rows have it; NULL: any */
};

/* Those of them, as mb_coverage_rows() and mb_coverage_papers() have them.
 * Transfer container. */
GPtrArray *mb_coverage_wanted_rows(struct mb_coverage *coverage,
                                   const struct mb_wish *wish);
GPtrArray *mb_coverage_wanted_papers(struct mb_coverage *coverage,
                                     const struct mb_wish *wish);

/* The year of a date, "2021" or "2020/21"; NULL for 0.  Transfer full. */
char *mb_coverage_year(const struct mb_coverage *coverage, guint32 date_ymd);

#endif
