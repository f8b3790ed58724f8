#include <string.h>

#include "base/date.h"
#include "query/plain.h"
#include "query/render.h"
#include "query/snippet.h"

static const char *const columns[] = {
	"id",     "date",  "committee", "council", "kind",
	"number", "title", "officers",  "members", "paper",
	"page",   "url",   "score",     "snippet",
};

/* A paper may hold a line that a spreadsheet would run when the file is
 * opened: =HYPERLINK(...), +..., -..., @...  */
static gboolean
is_formula(const char *text)
{
	return text[0] != '\0' && strchr("=+-@", text[0]) != NULL;
}

/* A cell, always quoted: commas and quotes are common in titles. */
static void
add_exact(GString *out, const char *text)
{
	char end = out->len > 0 ? out->str[out->len - 1] : '\n';

	if (end != '\n')
		g_string_append_c(out, ',');
	g_string_append_c(out, '"');
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '"')
			g_string_append_c(out, '"');
		g_string_append_c(out, *p);
	}
	g_string_append_c(out, '"');
}

/* A cell of a paper's words. */
static void
add_cell(GString *out, const char *text)
{
	g_autofree char *line = mb_plain_line(text);
	g_autofree char *safe =
	    g_strconcat(is_formula(line) ? "'" : "", line, NULL);

	add_exact(out, safe);
}

static void
add_number(GString *out, double number)
{
	char digits[G_ASCII_DTOSTR_BUF_SIZE];

	add_cell(out, g_ascii_formatd(digits, sizeof(digits), "%.6g", number));
}

static void
add_names(GString *out, const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : "; ",
		    (const char *)g_ptr_array_index(names, i));
	add_cell(out, all->str);
}

static void
add_source(GString *out, const struct mb_conf *conf, const struct mb_item *item)
{
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;
	g_autofree char *url = NULL;
	g_autofree char *page = NULL;

	if (source == NULL) {
		add_cell(out, item->paper);
		add_cell(out, "");
		add_cell(out, "");
		return;
	}
	if (source->page_no > 0)
		page = g_strdup_printf("%u", source->page_no);
	url = mb_conf_paper_url(conf, source->path, source->page_no);
	add_cell(out, source->path);
	add_cell(out, page);
	add_cell(out, url);
}

void
mb_render_csv_head(GString *out)
{
	for (gsize i = 0; i < G_N_ELEMENTS(columns); i++)
		g_string_append_printf(out, "%s%s", i == 0 ? "" : ",",
		                       columns[i]);
	g_string_append(out, "\r\n");
}

void
mb_render_csv_hit(GString *out, const struct mb_conf *conf,
                  const struct mb_item *item, double score,
                  struct mb_marker *marker)
{
	g_autoptr(mb_snippet) snippet = mb_snippet_make(marker, item);
	g_autofree char *date = mb_date_to_iso(item->date_ymd);
	g_autofree char *officers = mb_render_people(item->officers);

	/* An id is letters, digits, dashes and slashes, and must stay what it
	 * is: "-/cabinet/…" where the council is not known. */
	add_exact(out, item->id);
	add_cell(out, date);
	add_cell(out, item->committee);
	add_cell(out, item->council);
	add_cell(out, mb_kind_name(item->kind));
	add_cell(out, item->number);
	add_cell(out, item->title);
	add_cell(out, officers);
	add_names(out, item->members);
	add_source(out, conf, item);
	add_number(out, score);
	add_cell(out, snippet->text);
	g_string_append(out, "\r\n");
}
