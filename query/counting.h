/* counting: how many items have which value of a field.
 * In: an answer that was asked, and a field.  Out: struct mb_counted, and a
 * table or a chart of them.  Called by command-search.c. */
#ifndef MB_QUERY_COUNTING_H
#define MB_QUERY_COUNTING_H

#include <glib.h>

#include "query/answer.h"
#include "query/table.h"

/* What one value stands for, and how many items have it. */
struct mb_counted {
	char *value; /* "2020", "Cabinet", "H Ellis"; NULL: items without one */
	char *council; /* of a person, where it is known; NULL */
	guint n_items;
};

/* The field to count by that is called @name: year, committee, officer,
 * member, kind or council.
 *   out     MB_FIELD_ANY on error
 *   error   MB_ERROR_SYNTAX with the names there are */
gboolean mb_counting_read(const char *name, enum mb_field_id *out,
                          GError **error);

/* Count what was asked last: years in their order, else most first.  A
 * person's items are counted once, under whatever form of the name.
 *   returns  (transfer full) of struct mb_counted; NULL on error
 *   error    as mb_answer_facet() */
GPtrArray *mb_counting(struct mb_answer *answer, enum mb_field_id field,
                       GError **error);

/* Rows for programs.  Transfer full. */
struct mb_table *mb_counting_table(const GPtrArray *counted,
                                   enum mb_field_id field);

/* Bars for people, over @width columns (0: without bars). */
void mb_counting_chart(GString *out, const GPtrArray *counted, guint width,
                       gboolean color);

#endif
