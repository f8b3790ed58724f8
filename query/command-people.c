#include <string.h>

#include "base/date.h"
#include "query/authority.h"
#include "query/command.h"
#include "query/output.h"
#include "query/plain.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "name", "NAME" },
	{ "side", "SIDE" },
	{ "items", "ITEMS" },
	{ "first", "FIRST" },
	{ "last", "LAST" },
	{ "council", "COUNCIL" },
	{ "forms", NULL },
	{ "posts", "POSTS" },
	{ "committees", "COMMITTEES" },
	{ "perhaps", NULL },
	{ NULL, NULL },
};

struct options {
	char *council;
	char *committee;
	char *role;
	char *year;
};

static void
options_clear(struct options *options)
{
	g_free(options->council);
	g_free(options->committee);
	g_free(options->role);
	g_free(options->year);
}

/* --- rows ----------------------------------------------------------------- */

static json_t *
posts_to_json(const GPtrArray *posts)
{
	json_t *array = json_array();

	for (guint i = 0; i < posts->len; i++) {
		const struct mb_held *held = g_ptr_array_index(posts, i);
		json_t *object = json_object();

		mb_row_text(object, "post", held->name);
		mb_row_date(object, "from", held->from_ymd);
		mb_row_date(object, "to", held->to_ymd);
		mb_row_text(object, "next", held->next);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
seats_to_json(const GPtrArray *seats)
{
	json_t *array = json_array();

	for (guint i = 0; i < seats->len; i++) {
		const struct mb_seat *seat = g_ptr_array_index(seats, i);
		json_t *object = json_object();

		mb_row_text(object, "committee", seat->committee);
		mb_row_put(object, "meetings", json_integer(seat->n_meetings));
		mb_row_put(object, "present", json_integer(seat->n_present));
		mb_row_put(object, "apologies",
		           json_integer(seat->n_apologies));
		mb_row_date(object, "from", seat->from_ymd);
		mb_row_date(object, "to", seat->to_ymd);
		json_array_append_new(array, object);
	}
	return array;
}

static json_t *
known_to_json(const struct mb_known *known, guint n_items)
{
	json_t *row = json_object();

	mb_row_text(row, "name", known->name);
	mb_row_text(row, "side", mb_standing_name(known->side));
	mb_row_name(row, "council", known->council);
	mb_row_put(row, "forms", mb_row_texts(known->forms));
	mb_row_put(row, "posts", posts_to_json(known->posts));
	mb_row_put(row, "committees", seats_to_json(known->seats));
	mb_row_put(row, "items", json_integer(n_items));
	mb_row_date(row, "first", known->from_ymd);
	mb_row_date(row, "last", known->to_ymd);
	mb_row_put(row, "perhaps", mb_row_texts(known->perhaps));
	return row;
}

/* --- one person for people to read --------------------------------------- */

static void
append_plain(GString *out, const char *text)
{
	g_autofree char *plain = mb_plain_line(text);

	g_string_append(out, plain);
}

static void
append_list(GString *out, const char *name, const GPtrArray *texts)
{
	if (texts->len == 0)
		return;
	g_string_append_printf(out, "  %s: ", name);
	for (guint i = 0; i < texts->len; i++) {
		g_string_append(out, i > 0 ? "; " : "");
		append_plain(out, g_ptr_array_index(texts, i));
	}
	g_string_append_c(out, '\n');
}

/* ", 5 March 2020 to 4 April 2021"; nothing for unknown dates. */
static void
append_dates(GString *out, guint32 from_ymd, guint32 to_ymd)
{
	g_autofree char *from = mb_date_to_text(from_ymd);
	g_autofree char *to = mb_date_to_text(to_ymd);

	if (from_ymd == 0)
		return;
	if (from_ymd == to_ymd)
		g_string_append_printf(out, ", %s", from);
	else
		g_string_append_printf(out, ", %s to %s", from, to);
}

static void
append_posts(GString *out, const GPtrArray *posts)
{
	for (guint i = 0; i < posts->len; i++) {
		const struct mb_held *held = g_ptr_array_index(posts, i);

		g_string_append(out, "  ");
		append_plain(out, held->name);
		append_dates(out, held->from_ymd, held->to_ymd);
		if (held->next != NULL) {
			g_string_append(out, ", then ");
			append_plain(out, held->next);
		}
		g_string_append_c(out, '\n');
	}
}

static void
append_seats(GString *out, const GPtrArray *seats)
{
	for (guint i = 0; i < seats->len; i++) {
		const struct mb_seat *seat = g_ptr_array_index(seats, i);

		g_string_append(out, "  ");
		append_plain(out, *seat->committee != '\0'
		                      ? seat->committee
		                      : "unknown committee");
		g_string_append_printf(out, ": %u meeting%s", seat->n_meetings,
		                       seat->n_meetings == 1 ? "" : "s");
		if (seat->n_present > 0)
			g_string_append_printf(out, ", %u present",
			                       seat->n_present);
		if (seat->n_apologies > 0)
			g_string_append_printf(out, ", %u apologies",
			                       seat->n_apologies);
		append_dates(out, seat->from_ymd, seat->to_ymd);
		g_string_append_c(out, '\n');
	}
}

static void
append_known(GString *out, const struct mb_known *known, guint n_items)
{
	append_plain(out, known->name);
	g_string_append_printf(out, ", %s", mb_standing_name(known->side));
	if (*known->council != '\0') {
		g_string_append(out, ", ");
		append_plain(out, known->council);
	}
	g_string_append_printf(out, "\n  %u item%s", n_items,
	                       n_items == 1 ? "" : "s");
	append_dates(out, known->from_ymd, known->to_ymd);
	g_string_append_c(out, '\n');
	append_list(out, "Named", known->forms);
	append_posts(out, known->posts);
	append_seats(out, known->seats);
	append_list(out, "Perhaps also", known->perhaps);
}

/* --- the command --------------------------------------------------------- */

static gboolean
read_scope(const struct options *options, const char *name,
           struct mb_scope *scope)
{
	struct mb_date_range range = { 0, 0 };
	g_autoptr(GError) error = NULL;

	*scope = (struct mb_scope){
		.name = name,
		.council = options->council,
		.role = options->role,
		.committee = options->committee,
	};
	if (!mb_command_has_words("--council", options->council) ||
	    !mb_command_has_words("--committee", options->committee) ||
	    !mb_command_has_words("--role", options->role))
		return FALSE;
	if (options->year != NULL &&
	    !mb_date_parse(options->year, &range, &error)) {
		mb_output_complain("--year: %s", error->message);
		return FALSE;
	}
	scope->from_ymd = range.from_ymd;
	scope->to_ymd = range.to_ymd;
	return TRUE;
}

/* Count the items of each of @people into @table, and for people to read into
 * @text. */
static gboolean
count_all(struct mb_answer *answer, const GPtrArray *people,
          struct mb_table *table, GString *text)
{
	for (guint i = 0; i < people->len; i++) {
		const struct mb_known *known = g_ptr_array_index(people, i);
		g_autoptr(GError) error = NULL;
		guint n_items;

		if (!mb_answer_count(answer, known->items, &n_items, &error)) {
			mb_output_complain("%s", error->message);
			return FALSE;
		}
		mb_table_add(table, known_to_json(known, n_items));
		g_string_append(text, i > 0 ? "\n" : "");
		append_known(text, known, n_items);
	}
	return TRUE;
}

static enum mb_exit
people(const struct mb_common *common, const struct options *options,
       const char *name)
{
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(mb_table) table = mb_table_new(columns);
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GPtrArray) found = NULL;
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(GError) error = NULL;
	struct mb_scope scope;

	if (!read_scope(options, name, &scope) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	if (!mb_authority_read(authority, answer, &error)) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	found = mb_authority_people(authority, &scope);
	if (!count_all(answer, found, table, text))
		return MB_EXIT_ERROR;
	return mb_command_print(common, table, name != NULL ? text : NULL,
	                        "nobody found");
}

enum mb_exit
mb_command_people(const struct mb_command *command, char **argv)
{
	struct options options = { NULL, NULL, NULL, NULL };
	const GOptionEntry own[] = {
		{ "council", 0, 0, G_OPTION_ARG_STRING, &options.council,
		  "Of councils with these words in their name", "WORDS" },
		{ "committee", 0, 0, G_OPTION_ARG_STRING, &options.committee,
		  "By what papers of this committee say", "WORDS" },
		{ "role", 0, 0, G_OPTION_ARG_STRING, &options.role,
		  "Who held a post with these words", "WORDS" },
		{ "year", 0, 0, G_OPTION_ARG_STRING, &options.year,
		  "By what papers of this year say, 2020 or 2020/21; or of any "
		  "dates",
		  "YEAR" },
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_autofree char *name = NULL;
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, NULL, &common, &words)) {
		name = words[0] != NULL ? g_strjoinv(" ", words) : NULL;
		status = people(&common, &options, name);
		mb_common_clear(&common);
	}
	options_clear(&options);
	return status;
}
