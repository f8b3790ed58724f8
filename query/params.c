#include "query/params.h"

#include <string.h>

#include "base/error.h"

static const char *const names[MB_N_PARAMS] = {
	[MB_PARAM_TEXT] = "q",          [MB_PARAM_FROM] = "from",
	[MB_PARAM_TO] = "to",           [MB_PARAM_COMMITTEE] = "committee",
	[MB_PARAM_OFFICER] = "officer", [MB_PARAM_SORT] = "sort",
	[MB_PARAM_PAGE] = "page",       [MB_PARAM_ID] = "id",
};

const char *
mb_param_name(enum mb_param param)
{
	return names[param];
}

void
mb_params_free(struct mb_params *params)
{
	if (params == NULL)
		return;
	for (guint i = 0; i < MB_N_PARAMS; i++) {
		g_free(params->values[i]);
		g_free(params->faults[i]);
	}
	g_free(params->fault);
	g_free(params);
}

void
mb_params_blame(struct mb_params *params, enum mb_param param,
                const char *message)
{
	if (params->faults[param] == NULL)
		params->faults[param] = g_strdup(message);
}

static void
blame_whole(struct mb_params *params, const char *message)
{
	if (params->fault == NULL)
		params->fault = g_strdup(message);
}

gboolean
mb_params_are_wrong(const struct mb_params *params)
{
	for (guint i = 0; i < MB_N_PARAMS; i++)
		if (params->faults[i] != NULL)
			return TRUE;
	return params->fault != NULL;
}

/* The byte that "%41" stands for, at @p; -1 when it is not two digits or
 * stands for NUL, which would end the text in the middle. */
static gint
decode_percent(const char *p, const char *end)
{
	gint high;
	gint low;

	if (end - p < 3)
		return -1;
	high = g_ascii_xdigit_value(p[1]);
	low = g_ascii_xdigit_value(p[2]);
	if (high < 0 || low < 0 || (high == 0 && low == 0))
		return -1;
	return high * 16 + low;
}

/* Undo percent-encoding and plus signs.  NULL for what no browser sends: a
 * percent sign without two digits, NUL, text that is not UTF-8. */
static char *
decode(const char *start, const char *end)
{
	g_autoptr(GString) out = g_string_new(NULL);

	for (const char *p = start; p < end; p++) {
		gint c = (guchar)*p;

		if (*p == '+') {
			c = ' ';
		} else if (*p == '%') {
			c = decode_percent(p, end);
			if (c < 0)
				return NULL;
			p += 2;
		}
		g_string_append_c(out, (char)c);
	}
	if (!g_utf8_validate(out->str, (gssize)out->len, NULL))
		return NULL;
	return g_strdup(out->str);
}

/* Line ends and tabs come with text that is pasted: they are spaces.  Other
 * control characters nobody types. */
static gboolean
clean(char *value)
{
	for (char *p = value; *p != '\0'; p++) {
		if (*p == '\t' || *p == '\n' || *p == '\r')
			*p = ' ';
		if (g_ascii_iscntrl(*p))
			return FALSE;
	}
	return TRUE;
}

/* FALSE when there is no such parameter. */
static gboolean
find_name(const char *name, enum mb_param *param)
{
	for (guint i = 0; i < MB_N_PARAMS; i++) {
		if (strcmp(names[i], name) == 0) {
			*param = (enum mb_param)i;
			return TRUE;
		}
	}
	return FALSE;
}

static void
take_value(struct mb_params *params, enum mb_param param, char *value)
{
	if (params->values[param] != NULL)
		mb_params_blame(params, param, "this was given twice");
	else if (strlen(value) > MB_QUESTION_MAX_BYTES)
		mb_params_blame(params, param, "this is too long");
	else if (!clean(value))
		mb_params_blame(params, param,
		                "this holds a control character");
	else if (value[strspn(value, " ")] != '\0')
		params->values[param] = g_strdup(value);
}

static void
take_pair(struct mb_params *params, const char *start, const char *end)
{
	const char *equals = memchr(start, '=', (gsize)(end - start));
	const char *end_of_name = equals == NULL ? end : equals;
	g_autofree char *name = decode(start, end_of_name);
	g_autofree char *value = NULL;
	g_autofree char *message = NULL;
	enum mb_param param;

	if (name == NULL) {
		blame_whole(params, "the address can't be read: its "
		                    "percent-encoding is broken");
		return;
	}
	if (equals == NULL || !find_name(name, &param)) {
		message = g_strdup_printf("the address asks for \"%.40s\", "
		                          "which this page does not know",
		                          name);
		g_free(params->fault);
		params->fault = g_utf8_make_valid(message, -1);
		return;
	}
	value = decode(equals + 1, end);
	if (value == NULL)
		mb_params_blame(params, param,
		                "this can't be read: it is not UTF-8 text, or "
		                "its percent-encoding is broken");
	else
		take_value(params, param, value);
}

/* Digits alone, so that "1e3", "+1" and "0x1" are not pages. */
static void
read_page(struct mb_params *params)
{
	const char *text = params->values[MB_PARAM_PAGE];
	guint64 page = 1;

	params->page = 1;
	if (text == NULL)
		return;
	if (!g_ascii_string_to_unsigned(text, 10, 1, MB_PARAMS_MAX_PAGE, &page,
	                                NULL))
		mb_params_blame(params, MB_PARAM_PAGE,
		                "there is no such page of results");
	params->page = (guint)page;
}

struct mb_params *
mb_params_read(const char *query_string)
{
	struct mb_params *params = g_new0(struct mb_params, 1);
	const char *p = query_string;

	params->page = 1;
	if (strlen(query_string) > MB_PARAMS_MAX_BYTES) {
		blame_whole(params, "the address is too long");
		return params;
	}
	while (*p != '\0') {
		const char *end = p + strcspn(p, "&");

		if (end > p)
			take_pair(params, p, end);
		p = *end == '&' ? end + 1 : end;
	}
	read_page(params);
	return params;
}

static void
blame_error(struct mb_params *params, enum mb_param param, const GError *error)
{
	if (error != NULL)
		mb_params_blame(params, param, error->message);
}

struct mb_question *
mb_params_question(struct mb_params *params)
{
	struct mb_question *question = mb_question_new();
	char *const *values = params->values;
	g_autoptr(GError) from = NULL;
	g_autoptr(GError) to = NULL;
	g_autoptr(GError) sort = NULL;

	if (values[MB_PARAM_TEXT] != NULL) {
		g_free(question->text);
		question->text = g_strdup(values[MB_PARAM_TEXT]);
	}
	question->committee = g_strdup(values[MB_PARAM_COMMITTEE]);
	question->officer = g_strdup(values[MB_PARAM_OFFICER]);
	if (values[MB_PARAM_FROM] != NULL)
		mb_question_read_from(values[MB_PARAM_FROM],
		                      &question->from_ymd, &from);
	if (values[MB_PARAM_TO] != NULL)
		mb_question_read_to(values[MB_PARAM_TO], &question->to_ymd,
		                    &to);
	if (from == NULL && to == NULL)
		mb_question_check_days(question, &to);
	if (values[MB_PARAM_SORT] != NULL)
		mb_question_read_sort(values[MB_PARAM_SORT], &question->sort,
		                      &sort);
	blame_error(params, MB_PARAM_FROM, from);
	blame_error(params, MB_PARAM_TO, to);
	blame_error(params, MB_PARAM_SORT, sort);
	question->first = (params->page - 1) * question->n_max;
	return question;
}

char *
mb_params_link(const struct mb_params *params, enum mb_param param,
               const char *value)
{
	GString *out = g_string_new("?");

	for (guint i = 0; i < MB_N_PARAMS; i++) {
		const char *text =
		    i == (guint)param ? value : params->values[i];

		if (text == NULL)
			continue;
		if (out->len > 1)
			g_string_append_c(out, '&');
		g_string_append_printf(out, "%s=", names[i]);
		g_string_append_uri_escaped(out, text, "/:", FALSE);
	}
	return g_string_free(out, FALSE);
}
