/* question: what somebody asks for, whoever reads it from them.
 * In: options of minutebook(1) or parameters of minutebook.cgi(8), as typed.
 * Out: struct mb_question for answer.h. */
#ifndef MB_QUERY_QUESTION_H
#define MB_QUERY_QUESTION_H

#include <glib.h>

#include "shim/search.h"

/* The longest question text, and the longest value of any other part. */
#define MB_QUESTION_MAX_BYTES 4096

/* Rows shown when nobody says how many. */
#define MB_QUESTION_ROWS 10

struct mb_question {
	char *text;      /* in the language of minutebook-query(7); never NULL;
	                  * "" when only the other parts narrow it */
	char *committee; /* the same, looked for in that field; NULL */
	char *officer;   /* the same; NULL */
	gboolean asks_only; /* rows of trackers, and items that ask for
	                     * something at a later meeting */
	guint32 from_ymd;   /* 0: no lower end */
	guint32 to_ymd;     /* 0: no upper end */
	enum mb_sort sort;
	guint first; /* rows to leave out from the start */
	guint n_max; /* rows at most; G_MAXUINT: all */
};

/* The parts of a question that can be at fault. */
enum mb_part {
	MB_PART_NONE,
	MB_PART_TEXT,
	MB_PART_COMMITTEE,
	MB_PART_OFFICER,
};

/* Where in a question a fault lies. */
struct mb_fault {
	enum mb_part part;
	guint column; /* in characters, from 1; 0: the part as a whole */
};

/* Every item, by relevance, the first MB_QUESTION_ROWS.  Transfer full. */
struct mb_question *mb_question_new(void);
void mb_question_free(struct mb_question *question);
typedef struct mb_question mb_question;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_question, mb_question_free)

/* TRUE for spaces alone, and for NULL. */
gboolean mb_question_is_blank(const char *text);

/* TRUE when something besides its text narrows it. */
gboolean mb_question_is_narrowed(const struct mb_question *question);

/* TRUE when no part narrows it: it asks for nothing in particular. */
gboolean mb_question_is_empty(const struct mb_question *question);

/* Read the first or the last day that somebody typed: a day, month or year
 * stands for its first day in @from and its last in @to.
 *   out     0 on error
 *   error   MB_ERROR_SYNTAX: no date, or a range "2019..2021" */
gboolean mb_question_read_from(const char *text, guint32 *out, GError **error);
gboolean mb_question_read_to(const char *text, guint32 *out, GError **error);

/* FALSE when the last day lies before the first: nothing could be found, and
 * nobody would see why.
 *   error   MB_ERROR_SYNTAX with both days */
gboolean mb_question_check_days(const struct mb_question *question,
                                GError **error);

/* "relevance", "newest", "oldest".
 *   out     MB_SORT_RELEVANCE on error
 *   error   MB_ERROR_SYNTAX with the names there are */
gboolean mb_question_read_sort(const char *text, enum mb_sort *out,
                               GError **error);
/* Transfer none. */
const char *mb_question_sort_name(enum mb_sort sort);

#endif
