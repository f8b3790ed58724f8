#include "indexer/pages.h"

#include <string.h>

struct mb_pages {
	const struct mb_lines *lines;
	GString *text;
	GArray *starts; /* of struct mb_page_start, in @text */
};

struct mb_pages *
mb_pages_new(const struct mb_lines *lines)
{
	struct mb_pages *pages = g_new0(struct mb_pages, 1);

	pages->lines = lines;
	pages->text = g_string_new(NULL);
	pages->starts = g_array_new(FALSE, FALSE, sizeof(struct mb_page_start));
	return pages;
}

void
mb_pages_free(struct mb_pages *pages)
{
	if (pages == NULL)
		return;
	g_string_free(pages->text, TRUE);
	g_array_unref(pages->starts);
	g_free(pages);
}

gboolean
mb_pages_add(struct mb_pages *pages, guint first, guint end,
             const char *between)
{
	guint n_before = pages->starts->len;
	g_autofree char *text =
	    mb_lines_text(pages->lines, first, end, pages->starts);

	if (*text == '\0')
		return FALSE;
	if (pages->text->len > 0)
		g_string_append(pages->text, between);
	for (guint i = n_before; i < pages->starts->len; i++)
		g_array_index(pages->starts, struct mb_page_start, i).offset +=
		    pages->text->len;
	g_string_append(pages->text, text);
	return TRUE;
}

gboolean
mb_pages_begin_with(const struct mb_pages *pages, guint i)
{
	return g_str_has_prefix(pages->text->str,
	                        mb_lines_at(pages->lines, i)->text);
}

/* Papers of thousands of pages are one appendix: no text is counted twice. */
static void
tell_pages(const struct mb_pages *pages, const char *from,
           struct mb_source *source)
{
	guint page_no = source->page_no;
	const char *counted = from;
	guint n = 0;

	g_clear_pointer(&source->pages, g_ptr_array_unref);
	for (guint i = 0; i < pages->starts->len; i++) {
		const struct mb_page_start *start =
		    &g_array_index(pages->starts, struct mb_page_start, i);
		const char *at = MAX(pages->text->str + start->offset, counted);

		if (start->page_no <= page_no)
			continue;
		page_no = start->page_no;
		n += (guint)g_utf8_strlen(counted, at - counted);
		counted = at;
		mb_source_add_page(source, page_no,
		                   mb_lines_label(pages->lines, page_no), n);
	}
}

void
mb_pages_give(const struct mb_pages *pages, gsize n_cut, struct mb_item *item)
{
	const char *from = pages->text->str + n_cut;

	while (g_ascii_isspace(*from))
		from++;
	g_free(item->text);
	item->text = g_strchomp(g_strdup(from));
	tell_pages(pages, from, g_ptr_array_index(item->sources, 0));
}
