#include "query/dossier.h"

#include <string.h>

#include "base/date.h"
#include "query/body-names.h"
#include "query/html.h"
#include "query/mentions.h"
#include "query/render-html.h"
#include "query/render.h"
#include "query/sheet.h"

static void
mark_free(gpointer data)
{
	struct mb_dossier_mark *mark = data;

	g_free(mark->committee);
	g_free(mark->body);
	g_free(mark->name);
	g_free(mark);
}

/* --- an item
 * ------------------------------------------------------------------
 */

/* Sentences with what was asked for, each once. */
static void
put_extracts(GString *out, const struct mb_item *item, struct mb_marker *marker)
{
	g_autoptr(GPtrArray) mentions = mb_mentions(item, marker);
	g_autofree char *last = NULL;
	guint n = 0;

	for (guint i = 0; i < mentions->len && n < MB_DOSSIER_EXTRACTS; i++) {
		const struct mb_mention *mention =
		    g_ptr_array_index(mentions, i);
		g_autofree char *sentence = g_strconcat(
		    mention->before, mention->match, mention->after, NULL);

		if (mention->in_title || g_strcmp0(sentence, last) == 0)
			continue;
		mb_html(out, "<blockquote>%s<mark>%s</mark>%s</blockquote>\n",
		        mention->before, mention->match, mention->after);
		g_free(last);
		last = g_steal_pointer(&sentence);
		n++;
	}
}

static void
put_text(GString *out, const struct mb_item *item, struct mb_marker *marker)
{
	if (strlen(item->text) <= MB_DOSSIER_TEXT_BYTES) {
		mb_render_html_text(out, item, marker);
		return;
	}
	put_extracts(out, item, marker);
	mb_html(out, "<details><summary>The whole text</summary>\n");
	mb_render_html_text(out, item, marker);
	mb_html(out, "</details>\n");
}

static void
put_sources(GString *out, const struct mb_conf *conf,
            const struct mb_item *item)
{
	g_autofree char *citation = mb_render_citation(item);

	mb_html(out, "<footer>\n<p class=\"cite\">%s</p>\n", citation);
	for (guint i = 0; i < item->sources->len; i++) {
		mb_html(out, "<p class=\"source\">");
		mb_render_html_source(out, conf,
		                      g_ptr_array_index(item->sources, i));
		mb_html(out, "</p>\n");
	}
	mb_html(out, "<p class=\"source\"><code>%s</code></p>\n</footer>\n",
	        item->id);
}

static void
put_item(GString *out, const struct mb_conf *conf, const struct mb_item *item,
         struct mb_marker *marker, guint n)
{
	g_autofree char *title = mb_render_title(item);
	g_autoptr(GArray) marks = mb_marker_all(marker, title);

	mb_html(out, "<article id=\"i%u\">\n", n);
	mb_render_html_meta(out, item);
	mb_html(out, "<h3>");
	mb_html_marked(out, title, marks);
	mb_html(out, "</h3>\n");
	if (item->exempt)
		mb_html(out, "<p class=\"exempt\">Exempt: not for "
		             "publication</p>\n");
	mb_render_html_officers(out, item);
	mb_render_html_resolutions(out, item, 4);
	put_text(out, item, marker);
	put_sources(out, conf, item);
	mb_html(out, "</article>\n");
}

/* --- the chronology ------------------------------------------------------ */

static void
add_mark(GPtrArray *marks, const struct mb_item *item)
{
	struct mb_dossier_mark *mark = g_new0(struct mb_dossier_mark, 1);

	mark->date_ymd = item->date_ymd;
	mark->committee = g_strdup(
	    item->committee != NULL ? item->committee : "Unknown committee");
	mark->body = mb_body_fold(item->committee);
	mark->name = mb_render_citation(item);
	mark->n = marks->len + 1;
	g_ptr_array_add(marks, mark);
}

static void
put_year(GString *out, guint year)
{
	if (year > 0)
		mb_html(out, "<h2 id=\"y%u\">%u</h2>\n", year, year);
	else
		mb_html(out, "<h2 id=\"y0\">Of unknown date</h2>\n");
}

static gboolean
put_items(GString *out, const struct mb_dossier_job *job, GPtrArray *marks,
          GError **error)
{
	guint year = G_MAXUINT;

	for (guint i = 0; i < mb_answer_n_rows(job->answer); i++) {
		const struct mb_item *item =
		    mb_answer_item(job->answer, i, error);
		g_autoptr(mb_marker) marker = NULL;

		if (item == NULL)
			return FALSE;
		if (item->date_ymd / 10000 != year) {
			year = item->date_ymd / 10000;
			put_year(out, year);
		}
		marker = mb_answer_marker(job->answer, item);
		add_mark(marks, item);
		put_item(out, job->conf, item, marker, i + 1);
	}
	return TRUE;
}

/* Links to the years, with how many items each has. */
static void
put_years(GString *out, const GPtrArray *marks)
{
	mb_html(out, "<nav aria-label=\"Years\"><ul>\n");
	for (guint i = 0; i < marks->len;) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);
		guint year = mark->date_ymd / 10000;
		guint n = 0;

		for (; i < marks->len; i++, n++) {
			mark = g_ptr_array_index(marks, i);
			if (mark->date_ymd / 10000 != year)
				break;
		}
		if (year > 0)
			mb_html(out, "<li><a href=\"#y%u\">%u</a> (%u)</li>\n",
			        year, year, n);
		else
			mb_html(out,
			        "<li><a href=\"#y0\">Of unknown date</a> "
			        "(%u)</li>\n",
			        n);
	}
	mb_html(out, "<li><a href=\"#receipt\">Receipt</a></li>\n"
	             "</ul></nav>\n");
}

/* "12 items, 5 March 2018 to 13 July 2022". */
static char *
caption(const GPtrArray *marks)
{
	guint32 first = 0, last = 0;
	g_autofree char *from = NULL;
	g_autofree char *to = NULL;

	for (guint i = 0; i < marks->len; i++) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);

		first = first == 0 ? mark->date_ymd : first;
		last = MAX(last, mark->date_ymd);
	}
	from = mb_date_to_text(first);
	to = mb_date_to_text(last);
	return g_strdup_printf(
	    "%u item%s%s%s%s%s", marks->len, marks->len == 1 ? "" : "s",
	    first == 0 ? "" : ", ", first == 0 ? "" : from,
	    first == last ? "" : " to ", first == last ? "" : to);
}

gboolean
mb_dossier(GString *out, const struct mb_dossier_job *job, GError **error)
{
	g_autoptr(GPtrArray) marks = g_ptr_array_new_with_free_func(mark_free);
	g_autoptr(GString) items = g_string_new(NULL);
	g_autofree char *text = NULL;

	if (!put_items(items, job, marks, error))
		return FALSE;
	text = caption(marks);
	mb_sheet_begin(out, job->title, text);
	mb_dossier_timeline(out, marks);
	put_years(out, marks);
	mb_html(out, "<section class=\"chronology\" "
	             "aria-label=\"Chronology\">\n");
	g_string_append_len(out, items->str, (gssize)items->len);
	mb_html(out, "</section>\n");
	if (!mb_dossier_receipt(out, job, marks, error))
		return FALSE;
	mb_sheet_end(out);
	return TRUE;
}
