/* minutebook.cgi: the search page, as a CGI program (RFC 3875).
 * See minutebook.cgi(8).
 *
 * It opens the open database only.  Nothing that a client sends names a file:
 * the index and the configuration come from the server's environment, and the
 * arguments, into which some servers put the query string, are not read. */
#include <locale.h>
#include <stdio.h>
#include <string.h>

#include "base/error.h"
#include "base/layout.h"
#include "query/page.h"

/* What is sent back. */
struct response {
	const char *status;
	const char *header; /* a further one, with its line end; NULL */
	GString *body;
};

static void
log_error(const char *what, const GError *error)
{
	fprintf(stderr, "minutebook.cgi: %s: %s\n", what, error->message);
}

/* A page that breaks could run nothing: no script, no frame, no image, and
 * only the one style sheet. */
static void
send(const struct response *response, gboolean with_body)
{
	g_autofree char *style = mb_page_style_source();

	printf("Status: %s\r\n"
	       "Content-Type: text/html; charset=utf-8\r\n"
	       "Content-Length: %" G_GSIZE_FORMAT "\r\n"
	       "Content-Security-Policy: default-src 'none'; style-src %s; "
	       "form-action 'self'; base-uri 'none'; frame-ancestors 'self'\r\n"
	       "X-Content-Type-Options: nosniff\r\n"
	       "Referrer-Policy: no-referrer\r\n"
	       "X-Robots-Tag: noindex, nofollow\r\n"
	       "Cache-Control: private, no-cache\r\n"
	       "%s\r\n",
	       response->status, response->body->len, style,
	       response->header == NULL ? "" : response->header);
	if (with_body)
		fwrite(response->body->str, 1, response->body->len, stdout);
	fflush(stdout);
}

static void
answer_unavailable(struct mb_page *page, struct response *response)
{
	response->status = "503 Service Unavailable";
	response->header = "Retry-After: 60\r\n";
	mb_page_notice(page, "The papers can't be searched just now",
	               "The index of the papers could not be opened. Please "
	               "try again in a few minutes; if this goes on, tell "
	               "whoever looks after this service.");
}

static void
answer_not_found(struct mb_page *page, struct response *response)
{
	response->status = "404 Not Found";
	mb_page_notice(page, "There is no such item",
	               "It may have been withdrawn, or its address was not "
	               "copied whole.");
}

/* The question could not be read: 400, and the page shows what was typed. */
static void
answer_fault(struct mb_page *page, struct mb_params *params,
             const struct mb_question *question, struct mb_fault fault,
             const GError *error, struct response *response)
{
	static const enum mb_param of_part[] = {
		[MB_PART_NONE] = MB_PARAM_TEXT,
		[MB_PART_TEXT] = MB_PARAM_TEXT,
		[MB_PART_COMMITTEE] = MB_PARAM_COMMITTEE,
		[MB_PART_OFFICER] = MB_PARAM_OFFICER,
	};

	if (error != NULL)
		mb_params_blame(params, of_part[fault.part], error->message);
	response->status = "400 Bad Request";
	mb_page_faults(page, question, &fault);
}

/* FALSE when an answer was given: the question is wrong, or the index. */
static gboolean
ask(struct mb_page *page, struct mb_params *params, struct mb_answer *answer,
    const struct mb_question *question, struct response *response)
{
	struct mb_fault fault = { MB_PART_NONE, 0 };
	g_autoptr(GError) error = NULL;

	if (mb_answer_ask(answer, question, &fault, &error))
		return TRUE;
	if (fault.part == MB_PART_NONE) {
		log_error("search", error);
		answer_unavailable(page, response);
	} else {
		answer_fault(page, params, question, fault, error, response);
	}
	return FALSE;
}

static void
drop_exempt(GPtrArray *items)
{
	for (guint i = items->len; i > 0; i--) {
		const struct mb_item *item = g_ptr_array_index(items, i - 1);

		if (item->exempt)
			g_ptr_array_remove_index(items, i - 1);
	}
}

static void
answer_item(struct mb_page *page, struct mb_answer *answer, const char *id,
            struct response *response)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(GPtrArray) items = mb_answer_by_id(answer, id, &error);

	if (items == NULL) {
		log_error("show", error);
		answer_unavailable(page, response);
		return;
	}
	drop_exempt(items);
	if (items->len == 0)
		answer_not_found(page, response);
	else if (items->len == 1)
		mb_page_item(page, answer, g_ptr_array_index(items, 0));
	else
		mb_page_choice(page, items);
}

static void
answer_search(struct mb_page *page, struct mb_params *params,
              struct mb_answer *answer, const struct mb_question *question,
              struct response *response)
{
	struct mb_fault none = { MB_PART_NONE, 0 };
	guint n_matches = mb_answer_n_matches(answer);
	g_autofree char *respelt = NULL;

	if (n_matches == 0)
		respelt = mb_answer_respell(answer, question);
	if (params->page > 1 && question->first >= n_matches) {
		mb_params_blame(params, MB_PARAM_PAGE,
		                "there is no such page of results");
		answer_fault(page, params, question, none, NULL, response);
		return;
	}
	mb_page_results(page, answer, question, respelt);
}

/* A parameter is wrong.  If the question is wrong too, say both at once. */
static void
answer_wrong(struct mb_page *page, struct mb_params *params,
             struct mb_answer *answer, const struct mb_question *question,
             struct response *response)
{
	struct mb_fault fault = { MB_PART_NONE, 0 };
	g_autoptr(GError) error = NULL;

	mb_answer_ask(answer, question, &fault, &error);
	if (fault.part == MB_PART_NONE)
		g_clear_error(&error);
	answer_fault(page, params, question, fault, error, response);
}

static void
answer_params(struct mb_page *page, struct mb_params *params,
              struct mb_answer *answer, struct response *response)
{
	g_autoptr(mb_question) question = mb_params_question(params);
	g_autoptr(GPtrArray) committees = NULL;
	const char *id = params->values[MB_PARAM_ID];
	gboolean is_empty = mb_question_is_empty(question);

	if (id == NULL) {
		committees = mb_answer_committees(answer);
		page->committees = committees;
	}
	if (mb_params_are_wrong(params))
		answer_wrong(page, params, answer, question, response);
	else if (!is_empty && !ask(page, params, answer, question, response))
		; /* answered */
	else if (id != NULL)
		answer_item(page, answer, id, response);
	else if (is_empty)
		mb_page_front(page);
	else
		answer_search(page, params, answer, question, response);
	page->committees = NULL;
}

static void
answer_get(struct mb_page *page, struct mb_params *params,
           struct response *response)
{
	g_auto(GStrv) indexes = mb_layout_indexes(NULL);
	const char *config = g_getenv("MINUTEBOOK_CONFIG");
	g_autoptr(mb_conf) conf = NULL;
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(GError) error = NULL;

	conf = mb_conf_load(config, indexes[0], &error);
	if (conf != NULL) {
		page->conf = conf;
		answer = mb_answer_new((const char *const *)indexes, FALSE,
		                       conf, &error);
	}
	if (answer != NULL) {
		answer_params(page, params, answer, response);
	} else {
		log_error("open", error);
		answer_unavailable(page, response);
	}
	page->conf = NULL;
}

static void
answer_method(struct mb_page *page, struct response *response)
{
	response->status = "405 Method Not Allowed";
	response->header = "Allow: GET, HEAD\r\n";
	mb_page_notice(page, "That can't be done here",
	               "This page answers GET and HEAD only.");
}

static const char *
env(const char *name)
{
	const char *value = g_getenv(name);

	return value == NULL ? "" : value;
}

int
main(void)
{
	const char *method = env("REQUEST_METHOD");
	gboolean is_head = strcmp(method, "HEAD") == 0;
	g_autoptr(mb_params) params = NULL;
	g_autoptr(GString) body = g_string_sized_new(32768);
	struct response response = { "200 OK", NULL, body };
	struct mb_page page = { NULL, NULL, NULL, body };

	if (method[0] == '\0') {
		fputs("minutebook.cgi is run by a web server: "
		      "see minutebook.cgi(8)\n",
		      stderr);
		return 2;
	}
	setlocale(LC_ALL, "C.UTF-8");
	params = mb_params_read(env("QUERY_STRING"));
	page.params = params;
	if (!is_head && strcmp(method, "GET") != 0)
		answer_method(&page, &response);
	else if (env("PATH_INFO")[0] != '\0')
		answer_not_found(&page, &response);
	else
		answer_get(&page, params, &response);
	send(&response, !is_head);
	return 0;
}
