/* The papers that coverage is told from. */
#include <string.h>

#include "base/date.h"
#include "base/sitting.h"
#include "query/body-names.h"
#include "query/coverage-parts.h"

/* --- papers -------------------------------------------------------------- */

static void
paper_free(gpointer data)
{
	struct mb_coverage_paper *paper = data;

	mb_paper_state_free(paper->state);
	g_clear_pointer(&paper->sittings, g_ptr_array_unref);
	g_free(paper);
}

struct mb_coverage *
mb_coverage_new(gboolean civic)
{
	struct mb_coverage *coverage = g_new0(struct mb_coverage, 1);

	coverage->civic = civic;
	coverage->papers = g_ptr_array_new_with_free_func(paper_free);
	return coverage;
}

static void
drop_rows(struct mb_coverage *coverage)
{
	g_clear_pointer(&coverage->rows, g_ptr_array_unref);
	g_clear_pointer(&coverage->bodies, g_ptr_array_unref);
}

void
mb_coverage_free(struct mb_coverage *coverage)
{
	if (coverage == NULL)
		return;
	drop_rows(coverage);
	g_ptr_array_unref(coverage->papers);
	g_free(coverage);
}

char *
mb_coverage_year(const struct mb_coverage *coverage, guint32 date_ymd)
{
	if (date_ymd == 0)
		return NULL;
	if (coverage->civic)
		return mb_date_municipal_year(date_ymd);
	return g_strdup_printf("%u", date_ymd / 10000);
}

/* "2019-03-28_SPC_minutes.pdf" */
static guint32
date_in_name(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *name = g_utf8_make_valid(base, -1);
	struct mb_date_hit hit;
	gsize at = 0;

	g_strdelimit(name, "_", ' ');
	for (; mb_date_find(name, at, &hit); at = MAX(hit.end, at + 1))
		if (mb_date_valid(hit.ymd))
			return hit.ymd;
	return 0;
}

/* Only a PDF is a scan; what is not searchable else has no reader or says
 * nothing. */
static enum mb_paper_lack
lack_of(const struct mb_paper_state *state)
{
	gboolean is_pdf = g_strcmp0(state->type, "pdf") == 0;

	if (strcmp(state->status, "failed") == 0)
		return MB_LACK_FAILED;
	if (state->n_scanned_pages > 0)
		return MB_LACK_SCANNED;
	if (strcmp(state->status, "read") == 0)
		return MB_LACK_NOTHING;
	return is_pdf && state->n_pages == 0 ? MB_LACK_SCANNED : MB_LACK_UNREAD;
}

void
mb_coverage_take(const struct mb_paper_state *state, gpointer data)
{
	struct mb_coverage *coverage = data;
	struct mb_coverage_paper *paper;

	drop_rows(coverage);
	if (state == NULL) {
		g_ptr_array_set_size(coverage->papers, 0);
		return;
	}
	paper = g_new0(struct mb_coverage_paper, 1);
	paper->state = mb_paper_state_copy(state);
	paper->sittings = mb_sittings_from_json(state->sittings, FALSE, NULL);
	if (paper->sittings == NULL)
		paper->sittings = mb_sittings_from_json(NULL, FALSE, NULL);
	g_clear_pointer(&paper->state->sittings, g_free);
	if (paper->sittings->len == 0)
		paper->date_ymd = date_in_name(state->path);
	paper->lack = lack_of(state);
	g_ptr_array_add(coverage->papers, paper);
}

static gint
compare_papers(gconstpointer a, gconstpointer b)
{
	const struct mb_coverage_paper *left =
	    *(const struct mb_coverage_paper *const *)a;
	const struct mb_coverage_paper *right =
	    *(const struct mb_coverage_paper *const *)b;

	return strcmp(left->state->path, right->state->path);
}

static gint
compare_sittings(gconstpointer a, gconstpointer b)
{
	const struct mb_sitting *left = *(const struct mb_sitting *const *)a;
	const struct mb_sitting *right = *(const struct mb_sitting *const *)b;

	if (left->date_ymd != right->date_ymd)
		return left->date_ymd < right->date_ymd ? -1 : 1;
	return g_strcmp0(left->committee, right->committee);
}

/* A paper of which some items are exempt is known to both databases: what the
 * one knows goes to the record of the other. */
static void
unite(struct mb_coverage_paper *paper, struct mb_coverage_paper *same)
{
	paper->state->n_items += same->state->n_items;
	g_ptr_array_extend_and_steal(paper->sittings,
	                             g_steal_pointer(&same->sittings));
	g_ptr_array_sort(paper->sittings, compare_sittings);
}

/* Each paper once, by path. */
const GPtrArray *
mb_coverage_papers(struct mb_coverage *coverage)
{
	GPtrArray *all = coverage->papers;

	g_ptr_array_sort(all, compare_papers);
	for (guint i = all->len; i-- > 1;)
		if (compare_papers(&all->pdata[i - 1], &all->pdata[i]) == 0) {
			unite(all->pdata[i - 1], all->pdata[i]);
			g_ptr_array_remove_index(all, i);
		}
	return all;
}

/* --- what is wanted ------------------------------------------------------ */

static gboolean
is_wanted(const char *committee, const char *year, const struct mb_wish *wish)
{
	g_autofree char *folded = NULL;

	if (wish->year != NULL && g_strcmp0(wish->year, year) != 0)
		return FALSE;
	if (wish->committee == NULL)
		return TRUE;
	folded = mb_body_fold(committee);
	return mb_body_has_words(folded, wish->committee);
}

GPtrArray *
mb_coverage_wanted_rows(struct mb_coverage *coverage,
                        const struct mb_wish *wish)
{
	const GPtrArray *rows = mb_coverage_rows(coverage);
	GPtrArray *wanted = g_ptr_array_new();

	for (guint i = 0; i < rows->len; i++) {
		struct mb_coverage_row *row = rows->pdata[i];

		if (is_wanted(row->committee, row->year, wish))
			g_ptr_array_add(wanted, row);
	}
	return wanted;
}

static gboolean
is_wanted_paper(const struct mb_coverage *coverage,
                const struct mb_coverage_paper *paper,
                const struct mb_wish *wish)
{
	g_autofree char *year = mb_coverage_year(coverage, paper->date_ymd);

	for (guint i = 0; i < paper->sittings->len; i++) {
		const struct mb_sitting *s = paper->sittings->pdata[i];
		g_autofree char *its = mb_coverage_year(coverage, s->date_ymd);

		if (is_wanted(s->committee, its, wish))
			return TRUE;
	}
	return paper->sittings->len == 0 && is_wanted(NULL, year, wish);
}

GPtrArray *
mb_coverage_wanted_papers(struct mb_coverage *coverage,
                          const struct mb_wish *wish)
{
	const GPtrArray *papers = mb_coverage_papers(coverage);
	GPtrArray *wanted = g_ptr_array_new();

	for (guint i = 0; i < papers->len; i++)
		if (is_wanted_paper(coverage, papers->pdata[i], wish))
			g_ptr_array_add(wanted, papers->pdata[i]);
	return wanted;
}
