#include <string.h>

#include "query/command.h"
#include "query/output.h"
#include "query/pack.h"
#include "query/render.h"

/* Where items are printed to. */
struct job {
	const struct mb_common *common;
	const struct mb_renderer *renderer;
	struct mb_view view;
	struct mb_answer *answer;
	gboolean paper;  /* with what comes before and after in the paper */
	guint n_printed; /* over all ids: an empty line stands between items */
	GString *out;
};

static void
print_item(struct job *job, const struct mb_item *item)
{
	const struct mb_hit hit = { .item = item,
		                    .n_before = job->n_printed++ };

	job->renderer->item(job->out, &job->view, &hit);
}

/* "Before: minute 19, Apologies" and its id; in the other formats what stands
 * beside an item is an item. */
static void
print_beside(struct job *job, const struct mb_item *item, const char *where)
{
	g_autofree char *number = mb_render_kind_number(item);
	g_autofree char *name = mb_render_name(item);
	g_autofree char *line =
	    g_strdup_printf("%s: %s, %s", where, number, name);

	mb_render_text_line(job->out, &job->view, line);
	mb_render_text_line(job->out, &job->view, item->id);
}

static gboolean
print_paper(struct job *job, const struct mb_item *item)
{
	gboolean text = job->common->format == MB_FORMAT_TEXT;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) beside = mb_pack_beside(job->answer, item, &error);
	const char *where = "Before";

	if (beside == NULL) {
		mb_output_complain("%s", error->message);
		return FALSE;
	}
	if (text) {
		print_item(job, item);
		g_string_append_c(job->out, '\n');
	}
	for (guint i = 0; i < beside->len; i++) {
		const struct mb_item *one = g_ptr_array_index(beside, i);

		if (strcmp(one->id, item->id) == 0)
			where = "After";
		else if (text)
			print_beside(job, one, where);
		if (!text)
			print_item(job, one);
	}
	return TRUE;
}

/* All items with this id; several when ids clashed and the bare one was
 * given. */
static enum mb_exit
print_items(struct job *job, const char *id)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) items = mb_answer_by_id(job->answer, id, &error);

	if (items == NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	if (items->len == 0) {
		mb_output_complain("there is no item %s", id);
		return MB_EXIT_NONE;
	}
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);

		if (!job->paper)
			print_item(job, item);
		else if (!print_paper(job, item))
			return MB_EXIT_ERROR;
	}
	return MB_EXIT_FOUND;
}

/* The worst of two statuses: errors before nothing found before found. */
static enum mb_exit
worse(enum mb_exit a, enum mb_exit b)
{
	return a > b ? a : b;
}

static enum mb_exit
show(const struct mb_common *common, gboolean paper, char **ids)
{
	gboolean exact = mb_format_is_exact(common->format);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	enum mb_exit status = MB_EXIT_FOUND;
	struct job job = {
		.common = common,
		.renderer = mb_renderer(common->format),
		.paper = paper,
		.out = out,
	};

	if (!mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	job.answer = answer;
	job.view = mb_command_view(common, conf, "Items", NULL);
	job.renderer->begin(out, &job.view);
	for (guint i = 0; ids[i] != NULL; i++) {
		status = worse(status, print_items(&job, ids[i]));
		mb_output_write(out, exact);
	}
	job.renderer->end(out, &job.view);
	mb_output_write(out, exact);
	return mb_command_end(status);
}

enum mb_exit
mb_command_show(const struct mb_command *command, char **argv)
{
	gboolean paper = FALSE;
	const GOptionEntry own[] = {
		{ "paper", 0, 0, G_OPTION_ARG_NONE, &paper,
		  "Tell what comes before and after it in its paper", NULL },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) ids = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, own, NULL, &common, &ids))
		return MB_EXIT_ERROR;
	if (ids[0] == NULL)
		mb_output_complain("show: which item?  Its id stands under "
		                   "each item that a search finds");
	else
		status = show(&common, paper, ids);
	mb_common_clear(&common);
	return status;
}
