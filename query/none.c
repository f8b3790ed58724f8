#include "query/none.h"

#include <string.h>

#include "query/coverage.h"
#include "query/outside.h"
#include "query/understood.h"

static void G_GNUC_PRINTF(2, 3) note(GPtrArray *lines, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(lines, g_strdup_vprintf(format, args));
	va_end(args);
}

/* Whether @part asks for what @answer does not look at: that "nothing has" it
 * would then be untrue. */
static gboolean
is_withheld(struct mb_answer *answer, const struct mb_understood_part *part)
{
	return !mb_answer_has_exempt(answer) &&
	       g_ascii_strcasecmp(part->text, "is:exempt") == 0;
}

/* What is at fault: the parts that nothing has, else that no item has all. */
static void
note_parts(GPtrArray *lines, struct mb_answer *answer,
           const struct mb_understood *understood)
{
	g_autoptr(GString) all = g_string_new(NULL);
	guint n_lacking = 0;

	for (guint i = 0; i < understood->parts->len; i++) {
		const struct mb_understood_part *part =
		    understood->parts->pdata[i];

		g_string_append_printf(all, "%s%s%s has %u",
		                       all->len > 0 ? ", " : "", part->text,
		                       part->is_not ? ", left out," : "",
		                       part->n_items);
		if (part->is_not || part->n_items > 0)
			continue;
		n_lacking++;
		if (is_withheld(answer, part))
			note(lines, "items withheld from publication were not "
			            "searched");
		else if (part->nearest != NULL)
			note(lines, "no item has %s; the nearest %s %s",
			     part->text,
			     strchr(part->nearest, ' ') != NULL ? "words are"
			                                        : "word is",
			     part->nearest);
		else
			note(lines, "no item has %s", part->text);
	}
	if (n_lacking == 0 && understood->parts->len > 1)
		note(lines, "no item has all of it; of items, %s", all->str);
}

/* What papers there are, and what of them could be searched. */
struct searched {
	GHashTable *meetings; /* council, committee and date, in one string */
	guint from_year, to_year;
	guint n_scanned;
	guint n_failed;
	guint n_unread;
};

static void
count_sitting(struct searched *searched, const struct mb_sitting *sitting)
{
	guint year = sitting->date_ymd / 10000;

	if (mb_sitting_n_items(sitting) == 0 || year == 0)
		return;
	g_hash_table_add(
	    searched->meetings,
	    g_strdup_printf(
		"%s\n%s\n%u", sitting->council != NULL ? sitting->council : "",
		sitting->committee != NULL ? sitting->committee : "",
		sitting->date_ymd));
	if (searched->from_year == 0 || year < searched->from_year)
		searched->from_year = year;
	searched->to_year = MAX(searched->to_year, year);
}

static void
count_papers(struct searched *searched, struct mb_coverage *coverage)
{
	const GPtrArray *papers = mb_coverage_papers(coverage);

	for (guint i = 0; i < papers->len; i++) {
		const struct mb_coverage_paper *paper = papers->pdata[i];

		switch (paper->lack) {
		case MB_LACK_NOTHING:
			break;
		case MB_LACK_SCANNED:
			searched->n_scanned++;
			break;
		case MB_LACK_UNREAD:
			searched->n_unread++;
			break;
		case MB_LACK_FAILED:
			searched->n_failed++;
			break;
		}
		for (guint k = 0; k < paper->sittings->len; k++)
			count_sitting(searched, paper->sittings->pdata[k]);
	}
}

static void
append_lack(GString *out, guint n, const char *what)
{
	if (n > 0)
		g_string_append_printf(out, "%s%u %s", out->len > 0 ? ", " : "",
		                       n, what);
}

static gboolean
is_one_year(const struct searched *searched)
{
	return searched->from_year == searched->to_year;
}

static void
note_searched(GPtrArray *lines, struct mb_answer *answer)
{
	g_autoptr(mb_coverage) coverage = mb_coverage_new(FALSE);
	g_autoptr(GHashTable) meetings =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct searched searched = { .meetings = meetings };
	g_autoptr(GString) line = g_string_new(NULL);
	g_autoptr(GString) lack = g_string_new(NULL);
	guint n_items, n_meetings;

	if (!mb_answer_papers(answer, mb_coverage_take, coverage, NULL))
		return;
	count_papers(&searched, coverage);
	n_items = mb_answer_n_items(answer);
	n_meetings = g_hash_table_size(meetings);
	g_string_append_printf(line, "searched: %u item%s", n_items,
	                       n_items == 1 ? "" : "s");
	if (searched.from_year > 0)
		g_string_append_printf(line, ", %u meeting%s %s %u", n_meetings,
		                       n_meetings == 1 ? "" : "s",
		                       is_one_year(&searched) ? "of" : "from",
		                       searched.from_year);
	if (searched.from_year > 0 && !is_one_year(&searched))
		g_string_append_printf(line, " to %u", searched.to_year);
	note(lines, "%s", line->str);
	append_lack(lack, searched.n_scanned, "with scanned pages");
	append_lack(lack, searched.n_unread, "without text or of other types");
	append_lack(lack, searched.n_failed, "that failed");
	if (lack->len > 0)
		note(lines, "not searched: papers, %s", lack->str);
}

GPtrArray *
mb_none_lines(struct mb_answer *answer, const struct mb_question *question)
{
	GPtrArray *lines = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_understood) understood =
	    mb_understood_new(answer, question, FALSE, NULL);
	char *outside = mb_outside_line(answer, question);

	if (understood != NULL)
		note_parts(lines, answer, understood);
	if (outside != NULL)
		g_ptr_array_add(lines, outside);
	note_searched(lines, answer);
	return lines;
}
