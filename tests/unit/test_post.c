/* post: which printed names mean one post. */
#include "tests/unit/test.h"

#include "query/post.h"

static void
test_key(void **state)
{
	static const struct {
		const char *role;
		const char *key;
	} rows[] = {
		{ "Director of Children's Services",
		  "children director service" },
		{ "DIRECTOR FOR CHILDREN’S SERVICES",
		  "children director service" },
		{ "Director, Childrens Services", "children director service" },
		{ "Acting Director", "acting director" },
		{ "Interim Director", "interim director" },
		{ "A/Director", "acting director" },
		{ "Director (Acting)", "acting director" },
		{ "Clerk to a Council", "clerk council" },
		{ "Business Manager", "business manager" },
		{ "Director, Tourism, Culture and Sport",
		  "culture director sport tourism" },
		{ "Director, Culture, Sport & Tourism",
		  "culture director sport tourism" },
		{ "of the and", "" },
		{ "", "" },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_post_key) key = mb_post_key_new(rows[i].role);
		g_autofree char *plain = g_strstrip(g_strdup(key->key));

		assert_string_equal(plain, rows[i].key);
	}
}

static void
test_compare(void **state)
{
	static const struct {
		const char *a;
		const char *b;
		gboolean agree;    /* either way */
		gboolean is_short; /* a for b */
	} rows[] = {
		{ "Director", "Director of Public Health", TRUE, TRUE },
		{ "Director of Public Health", "Director", TRUE, FALSE },
		{ "Acting Director", "Director of Public Health", TRUE, FALSE },
		{ "Acting Director", "Interim Director of Roads", TRUE, FALSE },
		{ "Clerk", "clerk", TRUE, FALSE },
		{ "Head of Legal", "Head of Roads", FALSE, FALSE },
		/* Says nothing. */
		{ "Officer", "Heritage Officer", FALSE, TRUE },
		{ "", "Clerk", FALSE, FALSE },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_post_key) a = mb_post_key_new(rows[i].a);
		g_autoptr(mb_post_key) b = mb_post_key_new(rows[i].b);

		if (mb_posts_agree(a, b) != rows[i].agree ||
		    mb_posts_agree(b, a) != rows[i].agree ||
		    mb_post_is_short(a, b) != rows[i].is_short)
			fail_msg("%s and %s", rows[i].a, rows[i].b);
	}
}

static void
test_has(void **state)
{
	static const struct {
		const char *post;
		const char *asked;
		gboolean has;
	} rows[] = {
		{ "Interim Director of Public Health", "public health", TRUE },
		{ "Interim Director of Public Health", "interim", TRUE },
		{ "Interim Director of Public Health", "acting", FALSE },
		{ "Director of Public Health", "interim director", FALSE },
		{ "Director of Public Health", "roads", FALSE },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_post_key) post = mb_post_key_new(rows[i].post);
		g_autoptr(mb_post_key) asked = mb_post_key_new(rows[i].asked);

		assert_int_equal(mb_post_has(post, asked), rows[i].has);
	}
}

/* As many words as anybody likes. */
static void
test_long(void **state)
{
	g_autoptr(GString) role = g_string_new(NULL);
	g_autoptr(mb_post_key) key = NULL;

	(void)state;
	/* Letters alone: a number after letters is a word of its own. */
	for (guint i = 0; i < 100000; i++)
		g_string_append_printf(role, "w%c%c%c ", 'a' + i / 676 % 26,
		                       'a' + i / 26 % 26, 'a' + i % 26);
	key = mb_post_key_new(role->str);
	assert_int_equal(g_strv_length(key->words), MB_POST_MAX_WORDS);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_key),
		cmocka_unit_test(test_compare),
		cmocka_unit_test(test_has),
		cmocka_unit_test(test_long),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
