#include "indexer/summary.h"

#include <stdio.h>
#include <string.h>

#include "base/layout.h"
#include "indexer/plan.h"
#include "indexer/progress.h"
#include "shim/search.h"

struct mb_summary *
mb_summary_new(void)
{
	struct mb_summary *summary = g_new0(struct mb_summary, 1);

	summary->unsearchable = g_ptr_array_new_with_free_func(g_free);
	return summary;
}

void
mb_summary_free(struct mb_summary *summary)
{
	if (!summary)
		return;
	g_ptr_array_unref(summary->unsearchable);
	g_free(summary);
}

void
mb_summary_failed(struct mb_summary *summary, const char *paper,
                  const char *reason)
{
	summary->n_failed++;
	mb_progress_complain(paper, reason);
}

void
mb_summary_unsearchable(struct mb_summary *summary, const char *paper,
                        const char *reason)
{
	g_autofree char *line = g_strdup_printf("%s: %s", paper, reason);

	summary->n_unsearchable++;
	g_ptr_array_add(summary->unsearchable, mb_progress_safe(line));
}

void
mb_summary_unchanged(struct mb_summary *summary, const char *paper,
                     const struct mb_paper_state *state)
{
	const char *reason = state->reason ? state->reason : state->status;

	if (g_str_equal(state->status, "failed"))
		mb_summary_failed(summary, paper, reason);
	else if (g_str_equal(state->status, "not searchable"))
		mb_summary_unsearchable(summary, paper, reason);
	else
		summary->n_unchanged++;
}

static int
compare_lines(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* By path: which paper was done first says nothing to people. */
static void
print_unsearchable(const struct mb_summary *summary)
{
	guint i;

	g_ptr_array_sort(summary->unsearchable, compare_lines);
	for (i = 0; i < summary->unsearchable->len; i++)
		printf("not searchable: %s\n",
		       (const char *)summary->unsearchable->pdata[i]);
}

static void
print_papers(const struct mb_summary *summary)
{
	printf("papers: %u read, %u unchanged, %u failed, %u not searchable",
	       summary->n_read, summary->n_unchanged, summary->n_failed,
	       summary->n_unsearchable);
	if (summary->n_dropped > 0)
		printf(", %u gone", summary->n_dropped);
	if (summary->n_withdrawn > 0)
		printf(", %u made exempt by the configuration",
		       summary->n_withdrawn);
	if (summary->interrupted)
		printf(", %u left: interrupted", summary->n_left);
	putchar('\n');
	if (summary->n_empty_pages > 0)
		printf("pages without text in the papers read: %u\n",
		       summary->n_empty_pages);
}

static guint64
sum_text(GHashTable *papers)
{
	guint64 n_bytes = 0;
	GHashTableIter iter;
	gpointer value;

	g_hash_table_iter_init(&iter, papers);
	while (g_hash_table_iter_next(&iter, NULL, &value)) {
		const struct mb_paper_state *state = value;

		n_bytes += state->n_text_bytes;
	}
	return n_bytes;
}

/* Items in the databases of a generation; the exempt ones apart. */
static gboolean
count_items(const char *generation, guint *n_open, guint *n_exempt)
{
	g_autofree char *open = mb_layout_open(generation);
	g_autofree char *exempt = mb_layout_exempt(generation);
	const char *const open_paths[] = { open, NULL };
	const char *const exempt_paths[] = { exempt, NULL };
	g_autoptr(mb_search) in_open = mb_search_open(open_paths, NULL);
	g_autoptr(mb_search) in_exempt = mb_search_open(exempt_paths, NULL);

	if (!in_open || !in_exempt)
		return FALSE;
	*n_open = mb_search_n_items(in_open);
	*n_exempt = mb_search_n_items(in_exempt);
	return TRUE;
}

static void
print_index(const char *index)
{
	g_autofree char *generation = mb_layout_current(index, NULL);
	g_autofree char *text = NULL;
	g_autofree char *size = NULL;
	struct mb_known known;
	guint n_open = 0;
	guint n_exempt = 0;

	if (!generation || !count_items(generation, &n_open, &n_exempt) ||
	    !mb_known_read(&known, generation, NULL))
		return;
	text = g_format_size(sum_text(known.open) + sum_text(known.exempt));
	size = g_format_size(mb_layout_size(generation));
	mb_known_clear(&known);
	printf("index: %u items", n_open + n_exempt);
	if (n_exempt > 0)
		printf(" (%u of them exempt)", n_exempt);
	printf(", %s of text, %s on disk, in %s\n", text, size, index);
}

void
mb_summary_print(const struct mb_summary *summary, const char *index)
{
	print_unsearchable(summary);
	print_papers(summary);
	print_index(index);
	if (fflush(stdout) != 0 || ferror(stdout))
		mb_progress_complain(NULL, "standard output can't be written");
}

gboolean
mb_summary_is_nothing(const struct mb_summary *summary)
{
	return summary->n_read + summary->n_unchanged +
	           summary->n_unsearchable + summary->n_dropped +
	           summary->n_withdrawn ==
	       0;
}

enum mb_exit
mb_summary_exit(const struct mb_summary *summary)
{
	if (summary->interrupted)
		return MB_EXIT_INTERRUPTED;
	if (mb_summary_is_nothing(summary))
		return MB_EXIT_NOTHING_DONE;
	if (summary->n_failed + summary->n_unseen + summary->n_held_back > 0)
		return MB_EXIT_SOME_FAILED;
	return MB_EXIT_DONE;
}
