#include <string.h>

#include "base/date.h"
#include "query/body-names.h"
#include "query/command.h"
#include "query/meetings.h"
#include "query/output.h"
#include "query/plain.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "date", "DATE" },    { "committee", "COMMITTEE" },
	{ "council", NULL },   { "items", "ITEMS" },
	{ "papers", NULL },    { "present", NULL },
	{ "apologies", NULL }, { "named", NULL },
	{ "id", "ID" },        { NULL, NULL },
};

static const struct mb_column item_columns[] = {
	{ "kind", "KIND" },   { "number", "NUMBER" }, { "page", "PAGE" },
	{ "title", "TITLE" }, { "id", "ID" },         { "paper", NULL },
	{ NULL, NULL },
};

static json_t *
meeting_to_json(const struct mb_meeting *meeting)
{
	json_t *row = json_object();

	mb_row_text(row, "id", meeting->id);
	mb_row_date(row, "date", meeting->date_ymd);
	mb_row_text(row, "committee", meeting->committee);
	mb_row_text(row, "council", meeting->council);
	mb_row_put(row, "items", json_integer(meeting->n_items));
	mb_row_put(row, "papers", mb_row_texts(meeting->papers));
	mb_row_put(row, "present", mb_row_texts(meeting->present));
	mb_row_put(row, "apologies", mb_row_texts(meeting->apologies));
	mb_row_put(row, "named", mb_row_texts(meeting->named));
	return row;
}

static json_t *
item_to_json(const struct mb_item *item)
{
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;
	g_autofree char *title = mb_render_name(item);
	json_t *row = json_object();

	mb_row_text(row, "id", item->id);
	mb_row_text(row, "kind", mb_kind_name(item->kind));
	mb_row_text(row, "number", item->number);
	mb_row_text(row, "title", title);
	mb_row_put(row, "page",
	           source != NULL && source->page_no > 0
	               ? json_integer(source->page_no)
	               : json_null());
	mb_row_text(row, "paper", source == NULL ? item->paper : source->path);
	return row;
}

/* --- meetings ------------------------------------------------------------ */

struct options {
	char *committee;
	char *year;
};

static gboolean
read_wish(const struct options *options, const char *committee,
          struct mb_meeting_wish *wish)
{
	struct mb_date_range range = { 0, 0 };
	g_autoptr(GError) error = NULL;

	if (options->year != NULL &&
	    !mb_date_parse(options->year, &range, &error)) {
		mb_output_complain("--year: %s", error->message);
		return FALSE;
	}
	*wish = (struct mb_meeting_wish){ committee, range.from_ymd,
		                          range.to_ymd, NULL };
	return TRUE;
}

static enum mb_exit
meetings(const struct mb_common *common, const struct options *options)
{
	g_autofree char *committee = options->committee != NULL
	                                 ? mb_body_fold(options->committee)
	                                 : NULL;
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) all = NULL;
	struct mb_meeting_wish wish;

	if (!mb_command_has_words("--committee", options->committee) ||
	    !read_wish(options, committee, &wish) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	all = mb_meetings(answer, &wish, &error);
	if (all == NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	for (guint i = 0; i < all->len; i++)
		mb_table_add(table, meeting_to_json(g_ptr_array_index(all, i)));
	return mb_command_print(common, table, NULL, "no meeting found");
}

enum mb_exit
mb_command_meetings(const struct mb_command *command, char **argv)
{
	struct options options = { NULL, NULL };
	const GOptionEntry own[] = {
		{ "committee", 0, 0, G_OPTION_ARG_STRING, &options.committee,
		  "Of committees with these words in their name", "WORDS" },
		{ "year", 0, 0, G_OPTION_ARG_STRING, &options.year,
		  "Of this year, 2020 or 2020/21; or of any dates", "YEAR" },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) rest = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, own, NULL, &common, &rest))
		return MB_EXIT_ERROR;
	if (mb_command_has_no_more(command, rest,
	                           "name a committee with --committee"))
		status = meetings(&common, &options);
	g_free(options.committee);
	g_free(options.year);
	mb_common_clear(&common);
	return status;
}

/* --- one meeting --------------------------------------------------------- */

static void
append_names(GString *out, const struct mb_view *view, const char *what,
             const GPtrArray *names)
{
	g_autoptr(GString) line = g_string_new(what);
	g_autofree char *plain = NULL;

	if (names->len == 0)
		return;
	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    line, "%s%s", i == 0 ? ": " : "; ",
		    (const char *)g_ptr_array_index(names, i));
	plain = mb_plain_line(line->str);
	mb_render_text_line(out, view, plain);
}

static void
append_meeting(GString *out, const struct mb_view *view,
               const struct mb_meeting *meeting)
{
	g_autofree char *date = mb_date_to_text(meeting->date_ymd);
	g_autofree char *committee = mb_plain_line(meeting->committee);
	g_autofree char *council = mb_plain_line(meeting->council);

	g_string_append_printf(out, "%s, %s\n", date,
	                       committee[0] == '\0' ? "unknown committee"
	                                            : committee);
	if (council[0] != '\0')
		mb_render_text_line(out, view, council);
	append_names(out, view, "Present", meeting->present);
	append_names(out, view, "Apologies", meeting->apologies);
	append_names(out, view, "Officers named", meeting->named);
	for (guint i = 0; i < meeting->papers->len; i++) {
		g_autofree char *path =
		    mb_plain_line(g_ptr_array_index(meeting->papers, i));

		mb_render_text_line(out, view, path);
	}
	mb_render_text_line(out, view, meeting->id);
	g_string_append_c(out, '\n');
}

/* One object: the meeting, with its items in place of their number. */
static void
append_jsonl(GString *out, const struct mb_meeting *meeting,
             const GPtrArray *items)
{
	json_t *whole = json_object();
	json_t *row = meeting_to_json(meeting);
	json_t *list = json_array();

	for (guint i = 0; i < items->len; i++)
		json_array_append_new(
		    list, item_to_json(g_ptr_array_index(items, i)));
	mb_row_put(row, "items", list);
	mb_row_put(whole, "format", json_integer(MB_ROW_FORMAT));
	json_object_update(whole, row);
	json_decref(row);
	mb_row_line(out, whole);
}

static gboolean
print_meeting(const struct mb_common *common, const struct mb_view *view,
              struct mb_answer *answer, const struct mb_meeting *meeting,
              GString *out)
{
	g_autoptr(mb_table) table = mb_table_new(item_columns);
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) items = mb_meeting_items(answer, meeting, &error);

	if (items == NULL) {
		mb_output_complain("%s", error->message);
		return FALSE;
	}
	if (common->format == MB_FORMAT_JSONL) {
		append_jsonl(out, meeting, items);
		return TRUE;
	}
	for (guint i = 0; i < items->len; i++)
		mb_table_add(table, item_to_json(g_ptr_array_index(items, i)));
	if (common->format == MB_FORMAT_TEXT)
		append_meeting(out, view, meeting);
	mb_command_append_table(common, table, out);
	return TRUE;
}

static enum mb_exit
meeting(const struct mb_common *common, const char *id)
{
	struct mb_meeting_wish wish = { .id = id };
	const char *date = strrchr(id, '/');
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) all = NULL;
	struct mb_view view;

	if (!mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	wish.from_ymd = wish.to_ymd =
	    date == NULL ? 0 : mb_date_from_iso(date + 1);
	if (wish.from_ymd != 0)
		all = mb_meetings(answer, &wish, &error);
	if (error != NULL) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	if (all == NULL || all->len == 0) {
		mb_output_complain("there is no meeting %s; meetings lists "
		                   "them",
		                   id);
		return MB_EXIT_NONE;
	}
	view = mb_command_view(common, conf, id, NULL);
	for (guint i = 0; i < all->len; i++)
		if (!print_meeting(common, &view, answer,
		                   g_ptr_array_index(all, i), out))
			return MB_EXIT_ERROR;
	mb_output_write(out, mb_format_is_exact(common->format));
	return mb_command_end(MB_EXIT_FOUND);
}

enum mb_exit
mb_command_meeting(const struct mb_command *command, char **argv)
{
	g_auto(GStrv) rest = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (!mb_command_options(command, argv, NULL, NULL, &common, &rest))
		return MB_EXIT_ERROR;
	if (rest[0] == NULL || rest[1] != NULL)
		mb_output_complain("meeting: which one?  Give one id, as "
		                   "\"minutebook meetings\" lists them");
	else
		status = meeting(&common, rest[0]);
	mb_common_clear(&common);
	return status;
}
