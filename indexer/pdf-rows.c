#include "indexer/pdf-rows.h"

#include <string.h>

static void
segment_free(gpointer data)
{
	struct mb_pdf_segment *segment = data;

	g_string_free(segment->text, TRUE);
	g_clear_pointer(&segment->gaps, g_array_unref);
	g_free(segment);
}

static void
row_free(gpointer data)
{
	struct mb_pdf_row *row = data;

	if (row == NULL) /* moved elsewhere */
		return;
	g_ptr_array_unref(row->segments);
	g_free(row);
}

GPtrArray *
mb_pdf_rows_new(void)
{
	return g_ptr_array_new_with_free_func(row_free);
}

struct mb_pdf_row *
mb_pdf_row_begin(void)
{
	struct mb_pdf_row *row = g_new0(struct mb_pdf_row, 1);

	row->segments = g_ptr_array_new_with_free_func(segment_free);
	return row;
}

struct mb_pdf_row *
mb_pdf_row_new(const char *text, float x1, float x2)
{
	struct mb_pdf_segment *segment = g_new0(struct mb_pdf_segment, 1);
	struct mb_pdf_row *row = mb_pdf_row_begin();

	segment->text = g_string_new(text);
	segment->x1 = row->x1 = x1;
	segment->x2 = row->x2 = x2;
	g_ptr_array_add(row->segments, segment);
	return row;
}

static struct mb_pdf_segment *
segment_copy(const struct mb_pdf_segment *from)
{
	struct mb_pdf_segment *segment = g_new0(struct mb_pdf_segment, 1);

	*segment = *from;
	segment->text =
	    g_string_new_len(from->text->str, (gssize)from->text->len);
	if (segment->gaps != NULL)
		g_array_ref(segment->gaps);
	return segment;
}

struct mb_pdf_row *
mb_pdf_row_of(const struct mb_pdf_row *row, guint first, guint end)
{
	struct mb_pdf_row *own = g_new0(struct mb_pdf_row, 1);

	*own = *row;
	own->segments = g_ptr_array_new_with_free_func(segment_free);
	for (guint i = first; i < end; i++) {
		struct mb_pdf_segment *segment =
		    segment_copy(mb_pdf_row_segment(row, i));

		own->x1 = i == first ? segment->x1 : MIN(own->x1, segment->x1);
		own->x2 = i == first ? segment->x2 : MAX(own->x2, segment->x2);
		g_ptr_array_add(own->segments, segment);
	}
	return own;
}

void
mb_pdf_row_cut(struct mb_pdf_row *row, guint i, const struct mb_pdf_gap *gap)
{
	struct mb_pdf_segment *left = mb_pdf_row_segment(row, i);
	struct mb_pdf_segment *right = g_new0(struct mb_pdf_segment, 1);
	const char *rest = left->text->str + gap->at;

	right->text = g_string_new(rest + strspn(rest, " "));
	right->x1 = gap->x2;
	right->x2 = left->x2;
	left->x2 = gap->x1;
	g_string_truncate(left->text, gap->at);
	g_clear_pointer(&left->gaps, g_array_unref);
	g_ptr_array_insert(row->segments, (gint)i + 1, right);
}

gboolean
mb_pdf_rows_same(const struct mb_pdf_row *a, const struct mb_pdf_row *b)
{
	if (a->segments->len != b->segments->len)
		return FALSE;
	for (guint s = 0; s < a->segments->len; s++) {
		const struct mb_pdf_segment *x = mb_pdf_row_segment(a, s);
		const struct mb_pdf_segment *y = mb_pdf_row_segment(b, s);

		if (!g_string_equal(x->text, y->text))
			return FALSE;
	}
	return TRUE;
}
