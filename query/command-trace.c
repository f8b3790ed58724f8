#include <string.h>

#include "query/asking.h"
#include "query/command.h"
#include "query/output.h"
#include "query/trace.h"

/* What was asked for. */
struct options {
	struct mb_asking asking;
	gint depth;
	char *least;
};

/* What is traced, and what comes of it. */
struct job {
	GPtrArray *ids;
	GPtrArray *others; /* ids of what a question found besides */
	guint n_found;
	struct mb_matter_options options;
	struct mb_resolver *resolver;
	GPtrArray *matters;
};

static void
job_clear(struct job *job)
{
	g_clear_pointer(&job->matters, g_ptr_array_unref);
	g_clear_pointer(&job->resolver, mb_resolver_free);
}

static gboolean
trace_ids(struct mb_search *search, gpointer data, GError **error)
{
	g_autoptr(GPtrArray) items = NULL;
	struct job *job = data;

	job_clear(job);
	job->resolver = mb_resolver_new(search);
	items = mb_resolver_by_ids(job->resolver, job->ids, error);
	if (items == NULL)
		return FALSE;
	job->matters =
	    mb_matters_trace(job->resolver, items, &job->options, error);
	return job->matters != NULL;
}

static void
print_matter(const struct mb_common *common, const struct mb_conf *conf,
             const struct mb_matter *matter, guint number, GString *out)
{
	const struct mb_view view = {
		.conf = conf,
		.color = mb_output_wants_color(),
		.width = mb_output_width(),
	};

	if (common->format == MB_FORMAT_JSONL) {
		mb_trace_jsonl(out, conf, matter, number);
		return;
	}
	if (number > 1)
		g_string_append_c(out, '\n');
	mb_trace_text(out, &view, matter);
}

static void
print(const struct mb_common *common, const struct mb_conf *conf,
      const GPtrArray *matters, GString *out)
{
	g_autoptr(mb_table) table = mb_trace_table();

	switch (common->format) {
	case MB_FORMAT_TEXT:
	case MB_FORMAT_JSONL:
		for (guint i = 0; i < matters->len; i++)
			print_matter(common, conf,
			             g_ptr_array_index(matters, i), i + 1, out);
		return;
	case MB_FORMAT_CSV:
	case MB_FORMAT_IDS:
	case MB_FORMAT_HTML:
		for (guint i = 0; i < matters->len; i++)
			mb_trace_rows(table, g_ptr_array_index(matters, i),
			              i + 1);
		mb_command_append_table(common, table, out);
		return;
	case MB_FORMAT_DOT:
		mb_trace_dot(out, matters);
		return;
	case MB_FORMAT_SVG:
		mb_trace_svg(out, matters);
		return;
	case MB_FORMAT_ICS:
		break;
	}
	g_assert_not_reached();
}

static gboolean
is_traced(const struct job *job, const char *id)
{
	for (guint m = 0; m < job->matters->len; m++) {
		const struct mb_matter *matter =
		    g_ptr_array_index(job->matters, m);

		for (guint i = 0; i < matter->items->len; i++) {
			const struct mb_item *item =
			    g_ptr_array_index(matter->items, i);

			if (strcmp(item->id, id) == 0)
				return TRUE;
		}
	}
	return FALSE;
}

/* Tell when a question found other matters too. */
static void
report_others(const struct job *job)
{
	gboolean all = job->n_found == job->ids->len + job->others->len;

	for (guint i = 0; all && i < job->others->len; i++)
		all = is_traced(job, g_ptr_array_index(job->others, i));
	if (!all)
		mb_output_complain("this is the best of %u items found; "
		                   "--limit=N traces more",
		                   job->n_found);
}

static enum mb_exit
trace(const struct mb_common *common, struct mb_answer *answer,
      const struct mb_conf *conf, struct job *job)
{
	g_autoptr(GString) out = g_string_new(NULL);
	g_autoptr(GError) error = NULL;

	if (!mb_answer_use(answer, trace_ids, job, &error)) {
		mb_output_complain("%s", error->message);
		return MB_EXIT_ERROR;
	}
	print(common, conf, job->matters, out);
	mb_output_write(out, mb_format_is_exact(common->format));
	if (job->n_found > 0)
		report_others(job);
	return mb_command_end(job->matters->len > 0 ? MB_EXIT_FOUND
	                                            : MB_EXIT_NONE);
}

/* So many of the items that a question finds are looked at for being of one
 * matter. */
#define N_LOOKED_AT 40

/* --- where it begins ----------------------------------------------------- */

/* "council/committee/2022-09-05/minute/20": no question has so many slashes, so
 * that words are not put right which nobody wrote as words. */
static gboolean
looks_like_id(const char *word)
{
	guint n = 0;

	for (const char *p = word; *p != '\0'; p++)
		n += *p == '/' ? 1 : 0;
	return n >= 3;
}

/* Ids have slashes; a question that has them too is none when there are such
 * items.  "ID#13i" is one matter of those that an item holds. */
static gboolean
take_ids(struct mb_answer *answer, char **words, struct job *job)
{
	for (guint i = 0; words[i] != NULL; i++) {
		char *part = strrchr(words[i], '#');
		g_autofree char *id = g_strdup(words[i]);
		g_autoptr(GPtrArray) items = NULL;

		if (part != NULL) {
			id[part - words[i]] = '\0';
			job->options.part = part + 1;
		}
		if (strchr(id, '/') != NULL)
			items = mb_answer_by_id(answer, id, NULL);
		if (items == NULL || items->len == 0) {
			g_ptr_array_set_size(job->ids, 0);
			job->options.part = NULL;
			return FALSE;
		}
		g_ptr_array_add(job->ids, g_steal_pointer(&id));
	}
	return job->ids->len > 0;
}

/* Which of them there are not. */
static enum mb_exit
complain_of_ids(struct mb_answer *answer, char **words)
{
	for (guint i = 0; words[i] != NULL; i++) {
		g_autofree char *id = g_strdup(words[i]);
		g_autoptr(GPtrArray) items = NULL;

		id[strcspn(id, "#")] = '\0';
		items = mb_answer_by_id(answer, id, NULL);
		if (items == NULL || items->len == 0)
			mb_output_complain("there is no item %s", id);
	}
	return MB_EXIT_NONE;
}

static gboolean
take_hits(struct mb_answer *answer, const struct options *options, char **words,
          struct job *job)
{
	g_autoptr(mb_question) question =
	    mb_asking_read(&options->asking, "trace", words);
	guint n_traced, n_rows;

	if (question == NULL)
		return FALSE;
	n_traced = question->n_max;
	question->n_max = MAX(question->n_max, N_LOOKED_AT);
	if (!mb_asking_ask(answer, question))
		return FALSE;
	if (mb_answer_n_matches(answer) == 0)
		mb_asking_report_none(answer, question);
	job->n_found = mb_answer_n_matches(answer);
	n_rows = mb_answer_n_rows(answer);
	n_traced = MIN(n_traced, n_rows);
	return mb_asking_take_ids(answer, 0, n_traced, job->ids) &&
	       mb_asking_take_ids(answer, n_traced, n_rows, job->others);
}

static gboolean
check_options(const struct options *options, struct mb_matter_options *out)
{
	*out = (struct mb_matter_options){ NULL, (guint)options->depth,
		                           MB_CONFIDENCE_LIKELY };
	if (options->depth < 0 || options->depth > MB_MATTER_DEPTH) {
		mb_output_complain("--depth: %d is not between 0 and %d",
		                   options->depth, MB_MATTER_DEPTH);
		return FALSE;
	}
	if (options->least != NULL &&
	    !mb_confidence_from_name(options->least, &out->least)) {
		mb_output_complain("--min-confidence: there is no \"%s\"; "
		                   "there is certain, likely and possible",
		                   options->least);
		return FALSE;
	}
	return TRUE;
}

static enum mb_exit
run(const struct mb_common *common, const struct options *options, char **words)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) others = g_ptr_array_new_with_free_func(g_free);
	struct job job = { .ids = ids, .others = others };
	g_autoptr(mb_answer) answer = NULL;
	g_autoptr(mb_conf) conf = NULL;
	enum mb_exit status = MB_EXIT_ERROR;

	if (words[0] == NULL) {
		mb_output_complain("trace: which item?  Give its id, or words "
		                   "to look for");
		return MB_EXIT_ERROR;
	}
	if (!check_options(options, &job.options) ||
	    !mb_command_open(common, &answer, &conf))
		return MB_EXIT_ERROR;
	if (take_ids(answer, words, &job))
		status = trace(common, answer, conf, &job);
	else if (looks_like_id(words[0]))
		status = complain_of_ids(answer, words);
	else if (take_hits(answer, options, words, &job))
		status = trace(common, answer, conf, &job);
	job_clear(&job);
	return status;
}

enum mb_exit
mb_command_trace(const struct mb_command *command, char **argv)
{
	struct options options = {
		.asking = { .n_max = 1 },
		.depth = MB_MATTER_DEPTH,
	};
	const GOptionEntry own[] = {
		{ "depth", 0, 0, G_OPTION_ARG_INT, &options.depth,
		  "Follow links this far [20]", "N" },
		{ "min-confidence", 0, 0, G_OPTION_ARG_STRING, &options.least,
		  "Leave out links less sure [likely]",
		  "certain|likely|possible" },
		MB_ASKING_OPTIONS(&options.asking),
		{ NULL, 0, 0, G_OPTION_ARG_NONE, NULL, NULL, NULL },
	};
	g_auto(GStrv) words = NULL;
	struct mb_common common;
	enum mb_exit status = MB_EXIT_ERROR;

	if (mb_command_options(command, argv, own, NULL, &common, &words))
		status = run(&common, &options, words);
	mb_asking_clear(&options.asking);
	g_free(options.least);
	mb_common_clear(&common);
	return status;
}
