#include <string.h>

#include "query/command.h"
#include "query/output.h"
#include "query/render.h"

/* All items with this id; several when ids clashed and the bare one was
 * given.  @n_printed goes on over all ids, so that an empty line stands between
 * items only. */
static enum mb_exit
print_items(const struct mb_common *common, const struct mb_view *view,
            struct mb_answer *answer, const char *id, GString *out,
            guint *n_printed)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) items = mb_answer_by_id(answer, id, &error);

	if (items == NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	if (items->len == 0) {
		mb_output_complain("there is no item %s", id);
		return MB_EXIT_NONE;
	}
	for (guint i = 0; i < items->len; i++) {
		const struct mb_hit hit = {
			.item = g_ptr_array_index(items, i),
			.n_before = (*n_printed)++,
		};

		mb_renderer(common->format)->item(out, view, &hit);
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
show(const struct mb_common *common, char **ids)
{
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GString) out = g_string_new(NULL);
	enum mb_exit status = MB_EXIT_FOUND;
	const struct mb_renderer *renderer = mb_renderer(common->format);
	struct mb_view view;
	guint n_printed = 0;

	if (!mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	view = mb_command_view(common, conf, "Items", NULL);
	renderer->begin(out, &view);
	for (guint i = 0; ids[i] != NULL; i++) {
		enum mb_exit one;

		one =
		    print_items(common, &view, answer, ids[i], out, &n_printed);
		status = worse(status, one);
		mb_output_write(out, mb_format_is_exact(common->format));
	}
	renderer->end(out, &view);
	mb_output_write(out, mb_format_is_exact(common->format));
	return mb_command_end(status);
}

enum mb_exit
mb_command_show(const struct mb_command *command, char **argv)
{
	g_auto(GStrv) ids = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, NULL, NULL, &common, &ids))
		return MB_EXIT_ERROR;
	if (ids[0] == NULL)
		mb_output_complain("show: which item?  Its id stands under "
		                   "each item that a search finds");
	else
		status = show(&common, ids);
	mb_common_clear(&common);
	return status;
}
