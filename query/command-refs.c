#include "query/command.h"
#include "query/output.h"
#include "query/rows.h"
#include "query/trace.h"

/* What is asked about, and what was found. */
struct job {
	const char *id;
	struct mb_resolver *resolver;
	struct mb_table *table;
	guint n_items;
};

static const struct mb_column columns[] = {
	{ "direction", "Direction" },
	{ "link", "Link" },
	{ "confidence", "Confidence" },
	{ "target", "Item" },
	{ "quote", "Words" },
	{ "id", "Id" },
	{ "reason", NULL },
	{ "from", NULL },
	{ "from_part", NULL },
	{ "to", NULL },
	{ "to_part", NULL },
	{ "date", NULL },
	{ "number", NULL },
	{ "indexed", NULL },
	{ NULL, NULL },
};

/* "minute 5, 30 March 2023" */
static char *
name_of(const struct mb_item *item, const char *part)
{
	const struct mb_tie tie = {
		.to = item,
		.to_part = (char *)part,
		.date_ymd = item->date_ymd,
		.is_indexed = TRUE,
	};

	return mb_tie_target(&tie);
}

static void
add_row(struct job *job, const struct mb_item *item, const struct mb_tie *tie)
{
	gboolean out = tie->from == item;
	const struct mb_item *other = out ? tie->to : tie->from;
	json_t *row = mb_tie_to_json(tie);
	g_autofree char *target =
	    out ? mb_tie_target(tie) : name_of(tie->from, tie->from_part);

	mb_row_text(row, "direction", out ? "cites" : "cited by");
	mb_row_text(row, "target", target);
	mb_row_text(row, "id", other != NULL ? other->id : NULL);
	mb_table_add(job->table, row);
}

/* What an item points to, and what answers it or points to it: not what merely
 * stands beside it. */
static gboolean
is_said(const struct mb_tie *tie)
{
	return mb_tie_is_cited(tie) || tie->kind == MB_TIE_ANSWERS;
}

static gboolean
refs_of(struct mb_search *search, gpointer data, GError **error)
{
	struct job *job = data;
	g_autoptr(mb_resolver) r = mb_resolver_new(search);
	g_autoptr(GPtrArray) items = mb_resolver_by_id(r, job->id, error);

	for (guint i = 0; items != NULL && i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);
		g_autoptr(GPtrArray) ties = mb_resolve(r, item, NULL, error);

		if (ties == NULL)
			return FALSE;
		for (guint k = 0; k < ties->len; k++)
			if (is_said(g_ptr_array_index(ties, k)))
				add_row(job, item, g_ptr_array_index(ties, k));
	}
	job->n_items = items != NULL ? items->len : 0;
	return items != NULL;
}

static enum mb_exit
refs(const struct mb_common *common, char **ids)
{
	g_autoptr(mb_table) table = mb_table_new(columns);
	struct job job = { .table = table };
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	guint n_items = 0;

	if (!mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	for (guint i = 0; ids[i] != NULL; i++) {
		g_autoptr(GError) error = NULL;

		job.id = ids[i];
		if (!mb_answer_use(answer, refs_of, &job, &error)) {
			mb_output_complain("%s", error->message);
			return MB_EXIT_ERROR;
		}
		if (job.n_items == 0)
			mb_output_complain("there is no item %s", ids[i]);
		n_items += job.n_items;
	}
	if (n_items == 0)
		return mb_command_end(MB_EXIT_NONE);
	return mb_command_print(common, table, NULL,
	                        "nothing is cited, and nothing cites it");
}

enum mb_exit
mb_command_refs(const struct mb_command *command, char **argv)
{
	g_auto(GStrv) ids = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, NULL, NULL, &common, &ids))
		return MB_EXIT_ERROR;
	if (ids[0] == NULL)
		mb_output_complain("refs: which item?  Its id stands under "
		                   "each item that a search finds");
	else
		status = refs(&common, ids);
	mb_common_clear(&common);
	return status;
}
