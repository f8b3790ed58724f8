/* Coverage as text for people. */
#include <string.h>

#include "base/date.h"
#include "query/coverage-print.h"
#include "query/plain.h"

/* Without a wish for some of them, not more of the missing are listed. */
#define MAX_LISTED 20

/* Of the words that speak of a meeting: a line. */
#define MAX_CHARS 70

/* --- the table ------------------------------------------------------------ */

/* Whether committees of several councils have the name of @row's. */
static gboolean
needs_council(const GPtrArray *rows, const struct mb_coverage_row *row)
{
	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *other = rows->pdata[i];

		if (row->council != NULL &&
		    g_strcmp0(row->committee, other->committee) == 0 &&
		    g_strcmp0(row->council, other->council) != 0)
			return TRUE;
	}
	return FALSE;
}

/* What stands over the rows of a committee; NULL when it stands over the row
 * @above already, which may be NULL.  Transfer full. */
static char *
title_of(const GPtrArray *rows, const struct mb_coverage_row *row,
         const struct mb_coverage_row *above)
{
	const char *name =
	    row->committee != NULL ? row->committee : "(committee not known)";

	if (above != NULL && g_strcmp0(row->committee, above->committee) == 0 &&
	    g_strcmp0(row->council, above->council) == 0)
		return NULL;
	return needs_council(rows, row)
	           ? g_strdup_printf("%s (%s)", name, row->council)
	           : g_strdup(name);
}

static json_t *
row_for_people(const struct mb_coverage_row *row)
{
	json_t *object = mb_coverage_row_json(row);

	if (row->year == NULL)
		json_object_set_new(object, "year", json_string("no date"));
	return object;
}

static void
count_papers(struct mb_coverage_row *sum, const GPtrArray *papers)
{
	const char *before = "";

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		if (strcmp(paper->state->path, before) == 0)
			continue;
		before = paper->state->path;
		sum->n_papers++;
		sum->n_scanned += paper->lack == MB_LACK_SCANNED;
		sum->n_unread += paper->lack == MB_LACK_UNREAD;
		sum->n_failed += paper->lack == MB_LACK_FAILED;
	}
}

/* A paper of several committees counts in the row of each, and once in the
 * sum. */
static json_t *
sum_for_people(const GPtrArray *rows, const GPtrArray *papers)
{
	g_autoptr(GPtrArray) none = g_ptr_array_new();
	struct mb_coverage_row sum = { .missing = none, .gaps = none };
	guint n_missing = 0, n_gaps = 0;
	json_t *object;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *row = rows->pdata[i];

		sum.n_meetings += row->n_meetings;
		sum.n_items += row->n_items;
		n_missing += row->missing->len;
		n_gaps += mb_gaps_n_missing(row->gaps);
	}
	count_papers(&sum, papers);
	object = mb_coverage_row_json(&sum);
	json_object_set_new(object, "year", json_string("All"));
	json_object_set_new(object, "n_missing", json_integer(n_missing));
	json_object_set_new(object, "n_gaps", json_integer(n_gaps));
	return object;
}

/* --- what is missing ------------------------------------------------------ */

static void
append_words(GString *out, const char *words)
{
	g_autofree char *line = mb_plain_line(words);
	g_autofree char *start = NULL;
	gboolean is_long = g_utf8_strlen(line, -1) > MAX_CHARS;

	start = g_utf8_substring(line, 0, is_long ? MAX_CHARS : -1);
	g_string_append_printf(out, "      “%s%s”\n", start,
	                       is_long ? "…" : "");
}

static const GPtrArray *
missing_of(const struct mb_coverage_row *row)
{
	return row->missing;
}

static void
append_missing(GString *out, gconstpointer entry)
{
	const struct mb_missing *one = entry;
	g_autofree char *date = mb_date_to_text(one->date_ymd);
	g_autofree char *other = mb_date_to_text(one->other_ymd);
	g_autofree char *paper = mb_plain_line(one->paper);

	g_string_append_printf(out, "    %s", date);
	if (one->other_ymd != 0)
		g_string_append_printf(out, " (%s is there: a slip?)", other);
	g_string_append_c(out, '\n');
	append_words(out, one->words);
	g_string_append_printf(out, "      %s\n", paper);
}

static const GPtrArray *
gaps_of(const struct mb_coverage_row *row)
{
	return row->gaps;
}

static void
append_gap(GString *out, gconstpointer entry)
{
	const struct mb_gap *gap = entry;
	g_autofree char *after = mb_date_to_text(gap->after_ymd);
	g_autofree char *before = mb_date_to_text(gap->before_ymd);

	g_string_append_printf(out, "    %s%s%s: %s", after,
	                       gap->after_ymd != gap->before_ymd ? " to " : "",
	                       gap->after_ymd != gap->before_ymd ? before : "",
	                       gap->first);
	if (gap->n_missing > 1)
		g_string_append_printf(out, " to %s", gap->last);
	g_string_append(out, gap->sure ? "\n" : " (perhaps not used)\n");
}

/* What is listed below the table. */
static const struct section {
	const char *heading;
	const GPtrArray *(*entries)(const struct mb_coverage_row *row);
	void (*append)(GString *out, gconstpointer entry);
} sections[] = {
	{ "Missing: meetings whose minutes are spoken of, and no paper is "
	  "there:",
	  missing_of, append_missing },
	{ "Gaps: numbers that are missing among the minutes:", gaps_of,
	  append_gap },
};

/* The entries of a section, up to @n_max, each committee's under its title.
 * Returns how many there are. */
static guint
append_entries(GString *out, const struct section *section,
               const GPtrArray *rows, guint n_max)
{
	const struct mb_coverage_row *above = NULL;
	guint n = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_coverage_row *row = rows->pdata[i];
		const GPtrArray *entries = section->entries(row);
		g_autofree char *title = title_of(rows, row, above);

		if (entries->len > 0 && n < n_max && title != NULL) {
			g_autofree char *line = mb_plain_line(title);

			g_string_append_printf(out, "  %s\n", line);
		}
		for (guint k = 0; k < entries->len; k++)
			if (n++ < n_max)
				section->append(out, entries->pdata[k]);
		if (entries->len > 0)
			above = row;
	}
	return n;
}

static void
append_section(GString *out, const struct section *section,
               const GPtrArray *rows, guint n_max)
{
	g_autoptr(GString) lines = g_string_new(NULL);
	guint n = append_entries(lines, section, rows, n_max);

	if (n == 0)
		return;
	g_string_append_printf(out, "\n%s\n%s", section->heading, lines->str);
	if (n > n_max)
		g_string_append_printf(out,
		                       "  and %u more: name a committee with "
		                       "--committee, or a year with --year\n",
		                       n - n_max);
}

/* --- papers and advice ---------------------------------------------------- */

/* Why a paper is not searched, for people. */
static const char *
why(const struct mb_coverage_paper *paper)
{
	if (paper->lack == MB_LACK_SCANNED)
		return strcmp(paper->state->status, "read") == 0
		           ? "some pages are scans"
		           : "scans";
	return paper->state->reason != NULL ? paper->state->reason
	                                    : "no reason is known";
}

static void
append_reasons(GString *out, const GPtrArray *papers)
{
	g_autoptr(GHashTable) counts =
	    g_hash_table_new(g_str_hash, g_str_equal);
	g_autoptr(GPtrArray) order = g_ptr_array_new();

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];
		gpointer reason = (gpointer)why(paper);
		guint n = GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason));

		if (paper->lack == MB_LACK_NOTHING)
			continue;
		if (n == 0)
			g_ptr_array_add(order, reason);
		g_hash_table_insert(counts, reason, GUINT_TO_POINTER(n + 1));
	}
	if (order->len > 0)
		g_string_append(out, "\nPapers that can't be searched, or not "
		                     "as a whole:\n");
	for (guint i = 0; i < order->len; i++) {
		gpointer reason = order->pdata[i];
		g_autofree char *line = mb_plain_line(reason);

		g_string_append_printf(
		    out, "  %u: %s\n",
		    GPOINTER_TO_UINT(g_hash_table_lookup(counts, reason)),
		    line);
	}
}

static gboolean
has_lack(const GPtrArray *papers, enum mb_paper_lack lack)
{
	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		if (paper->lack == lack)
			return TRUE;
	}
	return FALSE;
}

static void
append_advice(GString *out, const GPtrArray *papers, gboolean exempt)
{
	g_string_append_c(out, '\n');
	if (has_lack(papers, MB_LACK_SCANNED))
		g_string_append(out, "Scans are read with \"minutebook-index "
		                     "--ocr\".\n");
	if (has_lack(papers, MB_LACK_UNREAD))
		g_string_append(out, "For types without a reader, name a "
		                     "converter in [convert] of "
		                     "minutebook.conf(5).\n");
	if (!exempt)
		g_string_append(out, "Exempt papers, and papers that could "
		                     "never be read (scans), are shown with\n"
		                     "--exempt.\n");
	g_string_append(out, "--papers lists the papers behind the "
	                     "figures.\n");
}

void
mb_coverage_text(GString *out, const GPtrArray *rows, const GPtrArray *papers,
                 gboolean whole, gboolean exempt)
{
	g_autoptr(mb_table) table = mb_table_new(mb_coverage_row_columns);
	const struct mb_coverage_row *above = NULL;

	for (guint i = 0; i < rows->len; i++) {
		g_autofree char *title = title_of(rows, rows->pdata[i], above);

		if (title != NULL)
			mb_table_add_title(table, title);
		mb_table_add(table, row_for_people(rows->pdata[i]));
		above = rows->pdata[i];
	}
	mb_table_add_title(table, "");
	mb_table_add(table, sum_for_people(rows, papers));
	mb_table_text(table, out);
	for (gsize i = 0; i < G_N_ELEMENTS(sections); i++)
		append_section(out, &sections[i], rows,
		               whole ? G_MAXUINT : MAX_LISTED);
	append_reasons(out, papers);
	append_advice(out, papers, exempt);
}
