/* What a run would read and drop: the guard against a share that is not
 * mounted, and what is told apart by size and time. */
#include "tests/unit/test.h"

#include "indexer/plan.h"
#include "indexer/worker.h"

static const struct mb_conf *
no_conf(void)
{
	static struct mb_conf *conf;

	if (!conf)
		conf = mb_conf_load("/dev/null", NULL, NULL);
	assert_non_null(conf);
	return conf;
}

static void
know(GHashTable *papers, const char *path, const char *status)
{
	struct mb_paper_state *state = g_new0(struct mb_paper_state, 1);

	state->path = g_strdup(path);
	state->n_bytes = 100;
	state->mtime_us = 5;
	state->sha256 = g_strdup("abc");
	state->made_by = g_strdup(mb_conf_fingerprint(no_conf()));
	state->status = g_strdup(status);
	g_hash_table_insert(papers, g_strdup(path), state);
}

static struct mb_walk *
walk_new(const char *root)
{
	char *const none[] = { NULL };
	struct mb_walk *walk = mb_folder_walk(none, NULL);

	g_ptr_array_add(walk->roots, g_strdup(root));
	return walk;
}

static void
find(struct mb_walk *walk, const char *path, guint64 n_bytes, gint64 mtime_us)
{
	struct mb_found *found = g_new0(struct mb_found, 1);

	found->path = g_strdup(path);
	found->shown = g_strdup(path);
	found->n_bytes = n_bytes;
	found->mtime_us = mtime_us;
	g_ptr_array_add(walk->found, found);
}

/* Plan with @n_known papers known below /p, of which @n_gone are gone. */
static void
assert_guard(guint n_known, guint n_gone, gboolean prune, guint n_dropped)
{
	struct mb_known known;
	g_autoptr(mb_walk) walk = walk_new("/p");
	g_autoptr(mb_plan) plan = NULL;
	guint i;

	assert_true(mb_known_read(&known, NULL, NULL));
	for (i = 0; i < n_known; i++) {
		g_autofree char *path = g_strdup_printf("/p/%05u", i);

		/* A paper with open and exempt items is one paper. */
		know(known.open, path, "read");
		if (i % 2)
			know(known.exempt, path, "read");
		if (i >= n_gone)
			find(walk, path, 100, 5);
	}
	know(known.open, "/q/elsewhere", "read");
	plan = mb_plan_make(walk, &known, no_conf(), FALSE, prune);
	assert_int_equal(plan->gone->len, n_dropped);
	assert_int_equal(plan->held_back->len, n_gone - n_dropped);
	assert_int_equal(plan->unchanged->len, n_known - n_gone);
	assert_int_equal(plan->read->len, 0);
	assert_int_equal(mb_plan_is_empty(plan), n_dropped == 0);
	mb_known_clear(&known);
}

static void
test_guard(void **state)
{
	static const struct {
		guint n_known;
		guint n_gone;
		guint n_dropped;
	} rows[] = {
		{ 10, 0, 0 },    { 10, 1, 1 },   { 2, 1, 0 },
		{ 10, 2, 0 },    { 19, 2, 0 },   { 20, 2, 2 },
		{ 100, 10, 10 }, { 100, 11, 0 }, { 3, 2, 0 },
	};
	gsize i;

	for (i = 0; i < G_N_ELEMENTS(rows); i++) {
		assert_guard(rows[i].n_known, rows[i].n_gone, FALSE,
		             rows[i].n_dropped);
		assert_guard(rows[i].n_known, rows[i].n_gone, TRUE,
		             rows[i].n_gone);
	}
}

static void
test_changed(void **state)
{
	struct mb_known known;
	g_autoptr(mb_walk) walk = walk_new("/p");
	g_autoptr(mb_plan) plan = NULL;
	g_autoptr(mb_plan) again = NULL;
	const struct mb_job *job;

	assert_true(mb_known_read(&known, NULL, NULL));
	know(known.open, "/p/longer", "read");
	know(known.exempt, "/p/newer", "read");
	know(known.exempt, "/p/same", "failed");
	find(walk, "/p/longer", 101, 5);
	find(walk, "/p/new", 100, 5);
	find(walk, "/p/newer", 100, 6);
	find(walk, "/p/same", 100, 5);
	plan = mb_plan_make(walk, &known, no_conf(), FALSE, FALSE);
	assert_int_equal(plan->read->len, 3);
	assert_int_equal(plan->unchanged->len, 1);
	job = plan->jobs->pdata[0];
	assert_string_equal(job->known_sha256, "abc");
	job = plan->jobs->pdata[1];
	assert_string_equal(job->known_sha256, "");
	again = mb_plan_make(walk, &known, no_conf(), TRUE, FALSE);
	assert_int_equal(again->read->len, 4);
	job = again->jobs->pdata[3];
	assert_string_equal(job->known_sha256, "");
	mb_known_clear(&known);
}

/* What was read under another configuration is read anew, whole. */
static void
test_fingerprint(void **state)
{
	struct mb_known known;
	g_autoptr(mb_walk) walk = walk_new("/p");
	g_autoptr(mb_plan) plan = NULL;
	struct mb_paper_state *other;
	const struct mb_job *job;

	assert_true(mb_known_read(&known, NULL, NULL));
	know(known.open, "/p/a", "read");
	know(known.open, "/p/b", "read");
	other = g_hash_table_lookup(known.open, "/p/b");
	other->made_by[0] ^= 1;
	find(walk, "/p/a", 100, 5);
	find(walk, "/p/b", 100, 5);
	plan = mb_plan_make(walk, &known, no_conf(), FALSE, FALSE);
	assert_int_equal(plan->unchanged->len, 1);
	assert_int_equal(plan->read->len, 1);
	job = plan->jobs->pdata[0];
	assert_string_equal(job->path, "/p/b");
	assert_string_equal(job->known_sha256, "");
	mb_known_clear(&known);
}

/* Below a folder that can't be read nothing is gone. */
static void
test_hidden(void **state)
{
	struct mb_known known;
	g_autoptr(mb_walk) walk = walk_new("/p");
	g_autoptr(mb_plan) plan = NULL;
	struct mb_unseen *unseen = g_new0(struct mb_unseen, 1);

	assert_true(mb_known_read(&known, NULL, NULL));
	know(known.open, "/p/closed/a", "read");
	know(known.open, "/p/closed/b", "read");
	know(known.open, "/p/closed-not/c", "read");
	unseen->path = g_strdup("/p/closed");
	g_ptr_array_add(walk->unseen, unseen);
	plan = mb_plan_make(walk, &known, no_conf(), FALSE, TRUE);
	assert_int_equal(plan->gone->len, 1);
	assert_string_equal(plan->gone->pdata[0], "/p/closed-not/c");
	assert_int_equal(plan->held_back->len, 0);
	mb_known_clear(&known);
}

int
main(void)
{
	static const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_guard),
		cmocka_unit_test(test_changed),
		cmocka_unit_test(test_fingerprint),
		cmocka_unit_test(test_hidden),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
