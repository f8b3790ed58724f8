/* ask: how long questions take within a process that has the index open.
 *
 *	tests/bench/ask INDEX <questions
 *
 * Each line of standard input is asked a few times: the first ten items are
 * read and all are counted.  Prints the median in milliseconds of
 * processor time, how many items
 * match, and the question; then how long it takes to count all items by each
 * field. */
#include <stdio.h>
#include <string.h>
#include <time.h>

#include "query/answer.h"

#define N_TIMES 9

/* Of the processor: on a busy machine the clock on the wall tells of others. */
static gint64
cpu_us(void)
{
	struct timespec now;

	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static gint
by_time(gconstpointer a, gconstpointer b)
{
	gint64 left = *(const gint64 *)a;
	gint64 right = *(const gint64 *)b;

	return (left > right) - (left < right);
}

static double
median_ms(gint64 *times)
{
	qsort(times, N_TIMES, sizeof(*times), by_time);
	return (double)times[N_TIMES / 2] / 1000;
}

static void
stop(const GError *error)
{
	fprintf(stderr, "ask: %s\n", error->message);
	exit(1);
}

static void
ask(struct mb_answer *answer, const char *text)
{
	g_autoptr(mb_question) question = mb_question_new();
	g_autoptr(GError) error = NULL;
	gint64 times[N_TIMES];
	struct mb_fault fault;

	g_free(question->text);
	question->text = g_strdup(text);
	for (guint i = 0; i < N_TIMES; i++) {
		gint64 start = cpu_us();

		if (!mb_answer_ask(answer, question, &fault, &error))
			stop(error);
		for (guint k = 0; k < mb_answer_n_rows(answer); k++)
			if (mb_answer_item(answer, k, &error) == NULL)
				stop(error);
		times[i] = cpu_us() - start;
	}
	printf("%.3f\t%u\t%s\n", median_ms(times), mb_answer_n_matches(answer),
	       text);
}

static void
count(struct mb_answer *answer, enum mb_field_id field)
{
	g_autoptr(mb_query) all = mb_query_all();
	g_autoptr(GError) error = NULL;
	gint64 times[N_TIMES];
	guint n_values = 0;

	for (guint i = 0; i < N_TIMES; i++) {
		gint64 start = cpu_us();
		g_autoptr(GPtrArray) facets =
		    mb_answer_facet(answer, all, field, NULL, &error);

		if (facets == NULL)
			stop(error);
		n_values = facets->len;
		times[i] = cpu_us() - start;
	}
	printf("%.3f\t%u\tby %s\n", median_ms(times), n_values,
	       mb_fields()[field].name);
}

int
main(int argc, char **argv)
{
	static const enum mb_field_id fields[] = {
		MB_FIELD_YEAR,    MB_FIELD_COMMITTEE, MB_FIELD_KIND_OF,
		MB_FIELD_OFFICER, MB_FIELD_MEMBER,
	};
	const char *indexes[] = { argc > 1 ? argv[1] : "", NULL };
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_answer) answer =
	    mb_answer_new(indexes, FALSE, NULL, &error);
	char line[1024];

	if (answer == NULL)
		stop(error);
	while (fgets(line, sizeof(line), stdin) != NULL)
		ask(answer, g_strchomp(line));
	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
		count(answer, fields[i]);
	return 0;
}
