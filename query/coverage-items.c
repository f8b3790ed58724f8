/* How many items the rows of coverage have: as many as a search finds, since an
 * item that stands in two papers is one. */
#include <string.h>

#include "query/coverage-parts.h"

/* Items that have a date, by year. */
static guint
count_dated(struct mb_coverage *coverage, struct body *body,
            const GPtrArray *facets)
{
	guint n_dated = 0;

	for (guint i = 0; i < facets->len; i++) {
		const struct mb_facet *facet = facets->pdata[i];
		guint64 ymd = g_ascii_strtoull(facet->value, NULL, 10);

		mb_coverage_row_of(coverage, body, (guint32)ymd)->n_items +=
		    facet->n_items;
		n_dated += facet->n_items;
	}
	return n_dated;
}

static gboolean
count_body(struct mb_coverage *coverage, struct body *body,
           struct mb_answer *answer, GError **error)
{
	g_autoptr(GPtrArray) facets = NULL;
	guint n_items, n_dated;

	if (!mb_answer_count(answer, body->items, &n_items, error))
		return FALSE;
	facets =
	    mb_answer_facet(answer, body->items, MB_FIELD_DATE_OF, NULL, error);
	if (facets == NULL)
		return FALSE;
	n_dated = count_dated(coverage, body, facets);
	if (n_items > n_dated)
		mb_coverage_row_of(coverage, body, 0)->n_items +=
		    n_items - n_dated;
	return TRUE;
}

gboolean
mb_coverage_count_items(struct mb_coverage *coverage, struct mb_answer *answer,
                        GError **error)
{
	mb_coverage_rows(coverage);
	for (guint i = 0; i < coverage->bodies->len; i++)
		if (!count_body(coverage, coverage->bodies->pdata[i], answer,
		                error))
			return FALSE;
	return TRUE;
}
