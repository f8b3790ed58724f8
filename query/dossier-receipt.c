#include "query/dossier.h"

#include <string.h>

#include "base/date.h"
#include "query/coverage.h"
#include "query/html.h"
#include "query/understood.h"

/* Papers that could not be searched are listed up to here. */
#define MAX_LISTED 40

static void
put_fact(GString *out, const char *name, const char *value)
{
	mb_html(out, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

static void
put_count(GString *out, const char *name, guint n)
{
	mb_html(out, "<dt>%s</dt><dd>%u</dd>\n", name, n);
}

/* What each part of the question was taken for. */
static gboolean
put_question(GString *out, const struct mb_dossier_job *job, GError **error)
{
	const struct mb_question *question = job->question;
	g_autofree char *from = mb_date_to_text(question->from_ymd);
	g_autofree char *to = mb_date_to_text(question->to_ymd);
	g_autoptr(GString) parts = g_string_new(NULL);
	g_autoptr(mb_understood) understood =
	    mb_understood_new(job->answer, question, TRUE, error);

	if (understood == NULL)
		return FALSE;
	mb_understood_text(understood, parts);
	put_fact(out, "Question", question->text);
	mb_html(out,
	        "<dt>Read as</dt><dd><code>%s</code>\n<pre>%s</pre></dd>\n",
	        understood->tree, g_strchomp(parts->str));
	if (question->from_ymd != 0)
		put_fact(out, "From", from);
	if (question->to_ymd != 0)
		put_fact(out, "To", to);
	return TRUE;
}

static guint
n_meetings(const GPtrArray *marks)
{
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < marks->len; i++) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);

		g_hash_table_add(seen, g_strdup_printf("%u %s", mark->date_ymd,
		                                       mark->committee));
	}
	return g_hash_table_size(seen);
}

struct size {
	guint n_items;
	guint n_papers;
};

static gboolean
measure(struct mb_search *search, gpointer data, GError **error)
{
	struct size *size = data;

	(void)error;
	size->n_items = mb_search_n_items(search);
	size->n_papers = mb_search_n_papers(search);
	return TRUE;
}

static const char *
lack_words(enum mb_paper_lack lack)
{
	switch (lack) {
	case MB_LACK_NOTHING:
		return "";
	case MB_LACK_SCANNED:
		return "has pages that are pictures";
	case MB_LACK_UNREAD:
		return "has no text that could be read";
	case MB_LACK_FAILED:
		return "could not be read";
	}
	g_assert_not_reached();
}

static void
put_lacks(GString *out, const GPtrArray *papers, gboolean exempt)
{
	guint n = 0;

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper =
		    g_ptr_array_index(papers, i);
		g_autofree char *name = g_path_get_basename(paper->state->path);

		if (paper->lack == MB_LACK_NOTHING)
			continue;
		if (n++ == 0)
			mb_html(out, "<dt>Not searched</dt><dd><ul>\n");
		if (n <= MAX_LISTED)
			mb_html(out, "<li>%s %s</li>\n", name,
			        lack_words(paper->lack));
	}
	if (n > MAX_LISTED)
		mb_html(out, "<li>and %u more</li>\n", n - MAX_LISTED);
	if (n > 0)
		mb_html(out, "</ul></dd>\n");
	else
		put_fact(out, "Not searched", "nothing of what is known");
	/* They are remembered with the exempt ones. */
	if (!exempt)
		put_fact(out, "Not known",
		         "papers that could never be read, since nobody knows "
		         "what is in them: --exempt lists them");
}

/* $SOURCE_DATE_EPOCH, where a page must come out the same again. */
static char *
today(void)
{
	const char *epoch = g_getenv("SOURCE_DATE_EPOCH");
	g_autoptr(GDateTime) now = epoch != NULL
	                               ? g_date_time_new_from_unix_utc(
					     g_ascii_strtoll(epoch, NULL, 10))
	                               : g_date_time_new_now_local();

	return now != NULL ? g_date_time_format(now, "%-d %B %Y, %H:%M")
	                   : g_strdup("");
}

gboolean
mb_dossier_receipt(GString *out, const struct mb_dossier_job *job,
                   const GPtrArray *marks, GError **error)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	g_autofree char *made = today();
	struct size size = { 0, 0 };

	if (!mb_answer_use(job->answer, measure, &size, error) ||
	    !mb_answer_papers(job->answer, mb_coverage_take, coverage, error))
		return FALSE;
	mb_html(out, "<section id=\"receipt\" class=\"receipt\">\n"
	             "<h2>Receipt</h2>\n<dl>\n");
	if (!put_question(out, job, error))
		return FALSE;
	put_count(out, "Items found", marks->len);
	put_count(out, "of meetings", n_meetings(marks));
	put_count(out, "Items in the index", size.n_items);
	put_count(out, "Papers in the index", size.n_papers);
	put_fact(out, "Exempt items",
	         job->exempt ? "were looked through: this is not for "
	                       "publication"
	                     : "were left out");
	put_lacks(out, mb_coverage_papers(coverage), job->exempt);
	put_fact(out, "Made", made);
	put_fact(out, "By", job->program);
	mb_html(out, "</dl>\n</section>\n");
	return TRUE;
}
