/* A snippet shows why an item was found, safely, and quickly also in a long
 * report. */
#include "tests/unit/test.h"

#include <string.h>

#include "query/plain.h"
#include "query/snippet.h"
#include "tests/unit/shim.h"

/* An empty database: the marker needs its stemmer alone. */
struct fixture {
	char *folder;
	char *path;
	struct mb_search *search;
};

static int
set_up(void **state)
{
	struct fixture *f = g_new0(struct fixture, 1);
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_store) store = NULL;

	f->folder = test_folder_new();
	store = test_store(f->folder, "open", &f->path);
	test_commit(store);
	g_clear_pointer(&store, mb_store_free);
	f->search =
	    mb_search_open((const char *const[]){ f->path, NULL }, &error);
	assert_non_null(f->search);
	*state = f;
	return 0;
}

static int
tear_down(void **state)
{
	struct fixture *f = *state;

	mb_search_free(f->search);
	test_folder_free(f->folder);
	g_free(f->path);
	g_free(f);
	return 0;
}

/* The snippet with [ and ] round its marks. */
static char *
show(const struct mb_snippet *snippet)
{
	GString *out = g_string_new(NULL);
	gsize done = 0;

	for (guint i = 0; i < snippet->marks->len; i++) {
		const struct mb_mark *mark =
		    &g_array_index(snippet->marks, struct mb_mark, i);

		assert_true(mark->start >= done && mark->end > mark->start);
		g_string_append_len(out, snippet->text + done,
		                    (gssize)(mark->start - done));
		g_string_append_c(out, '[');
		g_string_append_len(out, snippet->text + mark->start,
		                    (gssize)(mark->end - mark->start));
		g_string_append_c(out, ']');
		done = mark->end;
	}
	g_string_append(out, snippet->text + done);
	return g_string_free(out, FALSE);
}

static char *
snippet_of(struct mb_query *query, struct fixture *f,
           const struct mb_item *item)
{
	g_autoptr(mb_marker) marker = mb_marker_new(query, f->search, item);
	g_autoptr(mb_snippet) snippet = mb_snippet_make(marker, item);

	assert_true(g_utf8_validate(snippet->text, -1, NULL));
	mb_query_free(query);
	return show(snippet);
}

static struct mb_query *
words(struct fixture *f, const char *text)
{
	g_auto(GStrv) each = g_strsplit(text, " ", -1);
	struct mb_query *query = NULL;

	for (guint i = 0; each[i] != NULL; i++) {
		struct mb_query *next =
		    mb_query_text(f->search, MB_FIELD_ANY, each[i]);

		query = query == NULL
		            ? next
		            : mb_query_join(MB_JOIN_AND, query, next, NULL);
	}
	return query;
}

static char *
filler(guint n_words)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < n_words; i++)
		g_string_append_printf(out, "filler%c%c ", 'a' + i % 97 / 26,
		                       'a' + i % 97 % 26);
	return g_string_free(out, FALSE);
}

static void
marks_words_in_all_forms(void **state)
{
	g_autoptr(mb_item) item = test_item(
	    "a/b/c", "p.txt", "T",
	    "Fostering was discussed.\nSi\303\242n thanked foster  carers.");
	g_autofree char *got =
	    snippet_of(words(*state, "fostered sian"), *state, item);

	assert_string_equal(got, "[Fostering] was discussed. [Si\303\242n] "
	                         "thanked [foster] carers.");
}

static void
finds_the_best_place(void **state)
{
	g_autofree char *much = filler(2000);
	g_autofree char *text =
	    g_strconcat("A foster placement. ", much,
	                "The foster carer recruitment campaign. ", much, NULL);
	g_autoptr(mb_item) item = test_item("a/b/c", "p.txt", "T", text);
	g_autofree char *got =
	    snippet_of(words(*state, "foster recruitment"), *state, item);

	assert_non_null(strstr(got, "The [foster] carer [recruitment]"));
	assert_true(g_str_has_prefix(got, "\342\200\246 "));
	assert_true(g_str_has_suffix(got, " \342\200\246"));
	assert_true(strlen(got) < 2 * MB_SNIPPET_BYTES);
}

static void
shows_two_places(void **state)
{
	g_autofree char *much = filler(300);
	g_autofree char *text = g_strconcat(
	    "The budget was set. ", much, "Adoption was praised. ", much, NULL);
	g_autoptr(mb_item) item = test_item("a/b/c", "p.txt", "T", text);
	g_autofree char *got =
	    snippet_of(words(*state, "adoption budget"), *state, item);

	assert_non_null(strstr(got, "The [budget] was set."));
	assert_non_null(strstr(got, "[Adoption] was praised."));
}

static void
shows_the_role_of_an_officer(void **state)
{
	g_autofree char *much = filler(300);
	g_autofree char *text = g_strconcat(
	    much,
	    "A report of the Acting Director of\nChildren\342\200\231s "
	    "Services was submitted. ",
	    much, NULL);
	g_autoptr(mb_item) item = test_item("a/b/c", "p.txt", "T", text);
	struct fixture *f = *state;
	g_autofree char *got = NULL;

	mb_item_add_officer(item, "H Ellis",
	                    "Acting Director of Children's Services",
	                    MB_HOW_ROLE);
	got = snippet_of(mb_query_text(f->search, MB_FIELD_OFFICER, "ellis"), f,
	                 item);
	assert_non_null(strstr(got, "A report of the [Acting Director of "
	                            "Children\342\200\231s Services] was"));
}

static void
shows_the_start_without_words(void **state)
{
	g_autofree char *much = filler(300);
	g_autofree char *text = g_strconcat("\n\n The start. ", much, NULL);
	g_autoptr(mb_item) item = test_item("a/b/c", "p.txt", "T", text);
	g_autoptr(mb_item) empty = test_item("a/b/d", "p.txt", "T", "");
	g_autofree char *got =
	    snippet_of(mb_query_dates(20200101, 0), *state, item);
	g_autofree char *none =
	    snippet_of(mb_query_dates(20200101, 0), *state, empty);

	assert_true(g_str_has_prefix(got, "The start. filleraa"));
	assert_true(g_str_has_suffix(got, " \342\200\246"));
	assert_string_equal(none, "");
}

/* A paper is anybody's bytes: no escape sequence, no turning of text. */
static void
takes_out_what_a_terminal_obeys(void **state)
{
	g_autoptr(mb_item) item =
	    test_item("a/b/c", "p.txt", "T",
	              "before \033]0;x\007\033[2J foster\302\233 "
	              "\342\200\256after");
	g_autofree char *got =
	    snippet_of(words(*state, "foster"), *state, item);

	assert_null(strpbrk(got, "\033\007"));
	assert_null(strstr(got, "\302\233"));
	assert_null(strstr(got, "\342\200\256"));
	assert_non_null(strstr(got, "[foster] after"));
}

static void
copes_with_one_endless_word(void **state)
{
	GString *text = g_string_new(NULL);
	g_autoptr(mb_item) item = NULL;
	g_autofree char *got = NULL;
	g_autofree char *start = NULL;

	for (guint i = 0; i < 50000; i++)
		g_string_append(text, "\303\251");
	g_string_append(text, " foster ");
	for (guint i = 0; i < 50000; i++)
		g_string_append(text, "\303\251");
	item = test_item("a/b/c", "p.txt", "T", text->str);
	g_string_free(text, TRUE);
	got = snippet_of(words(*state, "foster"), *state, item);
	assert_non_null(strstr(got, "[foster]"));
	assert_true(strlen(got) < 3 * MB_SNIPPET_BYTES);
	start = snippet_of(mb_query_all(), *state, item);
	assert_true(strlen(start) < 2 * MB_SNIPPET_BYTES);
}

/* Every word a match, in a megabyte: the work must stay that of the length. */
static void
is_quick_in_a_long_report(void **state)
{
	g_autofree char *much = filler(150000);
	g_autofree char *text = g_strconcat(much, "recruitment.", NULL);
	g_autoptr(mb_item) item = test_item("a/b/c", "p.txt", "T", text);
	gint64 start = test_cpu_us();
	g_autofree char *got =
	    snippet_of(words(*state, "recruitment"), *state, item);
	g_autofree char *all =
	    snippet_of(mb_query_prefix(((struct fixture *)*state)->search,
	                               MB_FIELD_ANY, "filler"),
	               *state, item);

	assert_non_null(strstr(got, "[recruitment]."));
	assert_non_null(strstr(all, "[filleraa] [fillerab]"));
	/* Some 30 ms; far more under sanitizers. */
	assert_true(test_cpu_us() - start < 5 * G_USEC_PER_SEC);
}

static void
unwraps_full_lines_alone(void **state)
{
	g_autofree char *full = g_strnfill(70, 'a');
	g_autofree char *text = g_strconcat(full, "\nb\nc\n\n", full, "\n",
	                                    full, "\n(a) d\n", NULL);
	g_autofree char *want =
	    g_strconcat(full, " b\nc\n\n", full, " ", full, "\n(a) d\n", NULL);
	g_autofree char *got = mb_plain_unwrap(text);

	assert_string_equal(got, want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_words_in_all_forms),
		cmocka_unit_test(finds_the_best_place),
		cmocka_unit_test(shows_two_places),
		cmocka_unit_test(shows_the_role_of_an_officer),
		cmocka_unit_test(shows_the_start_without_words),
		cmocka_unit_test(takes_out_what_a_terminal_obeys),
		cmocka_unit_test(copes_with_one_endless_word),
		cmocka_unit_test(is_quick_in_a_long_report),
		cmocka_unit_test(unwraps_full_lines_alone),
	};

	return cmocka_run_group_tests(tests, set_up, tear_down);
}
