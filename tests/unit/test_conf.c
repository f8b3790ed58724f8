#include "tests/unit/test.h"

#include <string.h>

#include "base/conf.h"
#include "base/error.h"

static struct mb_conf *
load(const char *content, GError **error)
{
	char *folder = test_folder_new();
	g_autofree char *path = test_write(folder, "x.conf", content);
	struct mb_conf *conf = mb_conf_load(path, NULL, error);

	test_folder_free(folder);
	return conf;
}

static const char full[] =
    "# of an invented borough\n"
    "[council]\nname= Ashby Borough Council \n"
    "[index]\nlanguage=none\n"
    "[papers]\n/srv/papers/=https://ashby.example/docs/\n"
    "/srv/papers/cabinet=http://cabinet.example\n"
    "[committees]\nChildren's Scrutiny=CYP Scrutiny; Children and Young "
    "People ;;\nCabinet=Executive\n"
    "[exempt]\nopen=/srv/papers/open/*;\nexempt=part2/*;*confidential*;kept.zip\n"
    "words=Not to be shown; Restricted\n"
    "[server]\ntitle=Minute book\n";

static void
reads_every_key(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_conf) conf = load(full, &error);
	const char *const *words;

	if (conf == NULL)
		fail_msg("%s", error->message);
	assert_string_equal(mb_conf_council(conf), "Ashby Borough Council");
	assert_string_equal(mb_conf_language(conf), "none");
	assert_string_equal(mb_conf_server_title(conf), "Minute book");
	words = mb_conf_exempt_words(conf);
	assert_string_equal(words[0], "Not to be shown");
	assert_string_equal(words[1], "Restricted");
	assert_null(words[2]);
}

static void
converters_are_words(void **state)
{
	g_autoptr(mb_conf) conf =
	    load("[convert]\ndoc=antiword -m 'UTF 8' %i\n", NULL);
	const char *const *words = mb_conf_converter(conf, "doc");

	assert_null(mb_conf_converter(conf, "rtf"));
	assert_string_equal(words[1], "-m");
	assert_string_equal(words[2], "UTF 8");
	assert_string_equal(words[3], "%i");
	assert_null(words[4]);
}

static void
an_empty_one_has_defaults(void **state)
{
	g_autoptr(mb_conf) conf = load("", NULL);

	assert_non_null(conf);
	assert_null(mb_conf_council(conf));
	assert_string_equal(mb_conf_language(conf), "english");
	assert_string_equal(mb_conf_server_title(conf), "Committee papers");
	assert_null(mb_conf_exempt_words(conf)[0]);
	assert_string_equal(mb_conf_committee(conf, "Cabinet"), "Cabinet");
	assert_int_equal(mb_conf_forced(conf, "/a/b.pdf"), MB_FORCED_NOT);
	assert_null(mb_conf_paper_url(conf, "/a/b.pdf", 1));
}

static const struct {
	const char *path;
	guint page_no;
	const char *url;
} url_rows[] = {
	{ "/srv/papers/a.pdf", 0, "https://ashby.example/docs/a.pdf" },
	{ "/srv/papers/a.pdf", 7, "https://ashby.example/docs/a.pdf#page=7" },
	{ "/srv/papers/cabinet/a.pdf", 0, "http://cabinet.example/a.pdf" },
	{ "/srv/papers/cabinets/a.pdf", 0,
	  "https://ashby.example/docs/cabinets/a.pdf" },
	{ "/srv/papers/a b#c?d\"<%.pdf", 0,
	  "https://ashby.example/docs/a%20b%23c%3Fd%22%3C%25.pdf" },
	{ "/srv/papers/caf\xe9.pdf", 0,
	  "https://ashby.example/docs/caf%E9.pdf" },
	{ "/srv/papers/19.Zip/a/b.pdf", 7, "https://ashby.example/docs/19.Zip" },
	{ "/srv/papers/../x.pdf", 0, NULL },
	{ "/srv/papersx/a.pdf", 0, NULL },
	{ "/srv", 0, NULL },
	{ "a.pdf", 0, NULL },
	{ "", 0, NULL },
};

static void
knows_where_papers_are_published(void **state)
{
	g_autoptr(mb_conf) conf = load(full, NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(url_rows); i++) {
		g_autofree char *url = mb_conf_paper_url(conf, url_rows[i].path,
		                                         url_rows[i].page_no);

		if (g_strcmp0(url, url_rows[i].url) != 0)
			fail_msg("%s: %s", url_rows[i].path, url);
	}
}

static void
folders_lie_beside_the_configuration(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path = test_write(
	    folder, "x.conf", "[papers]\npapers=https://ashby.example\n");
	g_autofree char *paper =
	    g_build_filename(folder, "papers", "a.pdf", NULL);
	g_autoptr(mb_conf) conf = mb_conf_load(path, NULL, NULL);
	g_autofree char *url = mb_conf_paper_url(conf, paper, 0);

	assert_string_equal(url, "https://ashby.example/a.pdf");
	test_folder_free(folder);
}

static void
committees_go_by_one_name(void **state)
{
	g_autoptr(mb_conf) conf = load(full, NULL);

	assert_string_equal(mb_conf_committee(conf, "cyp SCRUTINY"),
	                    "Children's Scrutiny");
	assert_string_equal(
	    mb_conf_committee(conf, "Children and Young People"),
	    "Children's Scrutiny");
	assert_string_equal(mb_conf_committee(conf, "CABINET"), "Cabinet");
	assert_string_equal(mb_conf_committee(conf, "Executive"), "Cabinet");
	assert_string_equal(mb_conf_committee(conf, "Planning"), "Planning");
}

static void
committees_have_successors(void **state)
{
	g_autoptr(mb_conf) conf =
	    load("[committees]\nCabinet=Executive\n[successors]\n"
	         "EXECUTIVE=Board;Panel;May 2021\nForum=Board\n",
	         NULL);
	const GPtrArray *all = mb_conf_successions(conf);
	const struct mb_succession *one;

	assert_int_equal(all->len, 2);
	one = g_ptr_array_index(all, 0);
	assert_string_equal(one->name, "Cabinet");
	assert_string_equal(one->next[0], "Board");
	assert_string_equal(one->next[1], "Panel");
	assert_null(one->next[2]);
	assert_int_equal(one->from_ymd, 20210501);
	one = g_ptr_array_index(all, 1);
	assert_string_equal(one->next[0], "Board");
	assert_null(one->next[1]);
	assert_int_equal(one->from_ymd, 0);
	assert_string_equal(mb_conf_aliases(conf, "Cabinet")[0], "Executive");
	assert_null(mb_conf_aliases(conf, "Board")[0]);
}

static void
papers_can_be_forced(void **state)
{
	g_autoptr(mb_conf) conf = load(full, NULL);

	assert_int_equal(mb_conf_forced(conf, "/srv/papers/open/a/b.pdf"),
	                 MB_FORCED_OPEN);
	assert_int_equal(
	    mb_conf_forced(conf, "/srv/papers/open/a confidential b.pdf"),
	    MB_FORCED_EXEMPT);
	assert_int_equal(mb_conf_forced(conf, "/elsewhere/part2/x.pdf"),
	                 MB_FORCED_EXEMPT);
	assert_int_equal(mb_conf_forced(conf, "/x.zip/kept.zip/a/b.pdf"),
	                 MB_FORCED_EXEMPT);
	assert_int_equal(mb_conf_forced(conf, "/elsewhere/apart2/x.pdf"),
	                 MB_FORCED_NOT);
	assert_int_equal(mb_conf_forced(conf, "/x/srv/papers/open/a.pdf"),
	                 MB_FORCED_NOT);
}

static const char *const senseless[] = {
	"[convert]\ndoc=\n",
	"[convert]\ndoc='antiword %i\n",
	"[convert]\ndoc=antiword\n",
	"[convert]\n../doc=antiword %i\n",
	"name=x\n",
	"[council\nname=x\n",
	"[council]\nnames=x\n",
	"[counsel]\nname=x\n",
	"[council]\nname\n",
	"[council]\nname=\xff\n",
	"[exempt]\nword=x\n",
	"[papers]\n/a=ftp://x.example/\n",
	"[papers]\n/a=javascript:alert(1)\n",
	"[papers]\n/a=https://\n",
	"[papers]\n/a=https:///docs\n",
	"[papers]\n/a=\n",
	"[papers]\n/a=docs\n",
	"[papers]\n/a=https://x.example/?d=1\n",
	"[papers]\n/a=https://x.example/#a\n",
	"[papers]\n/a=https://x.example/\" onclick=\n",
	"[committees]\nCabinet=Board\nCouncil=board\n",
	"[committees]\nCabinet=Council\nCouncil=\n",
	"[successors]\nCabinet=\n",
	"[successors]\nCabinet=May 2021\n",
};

static void
nonsense_is_an_error_that_names_the_file(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(senseless); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_conf) conf = load(senseless[i], &error);

		if (conf != NULL)
			fail_msg("\"%s\" was read", senseless[i]);
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_SYNTAX));
		assert_non_null(strstr(error->message, "x.conf: "));
	}
}

static void
a_named_file_must_be_there(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "none.conf", NULL);
	g_autoptr(GError) error = NULL;

	assert_null(mb_conf_load(path, folder, &error));
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	assert_non_null(strstr(error->message, "none.conf"));
	test_folder_free(folder);
}

static void
the_index_has_its_own(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *path =
	    test_write(folder, "minutebook.conf", "[council]\nname=Ashby\n");
	g_autofree char *other =
	    test_write(folder, "x.conf", "[council]\nname=Thorne\n");
	g_autoptr(mb_conf) conf = mb_conf_load(NULL, folder, NULL);
	g_autoptr(mb_conf) named = mb_conf_load(other, folder, NULL);

	assert_string_equal(mb_conf_council(conf), "Ashby");
	assert_string_equal(mb_conf_council(named), "Thorne");
	test_folder_free(folder);
}

/* Read @content and give its fingerprint.  Transfer full. */
static char *
fingerprint_of(const char *content)
{
	char *folder = test_folder_new();
	g_autofree char *path = test_write(folder, "x.conf", content);
	g_autoptr(mb_conf) conf = mb_conf_load(path, NULL, NULL);
	char *copy = g_strdup(mb_conf_fingerprint(conf));

	test_folder_free(folder);
	return copy;
}

static void
what_changes_items_changes_the_fingerprint(void **state)
{
	static const struct {
		const char *content;
		gboolean same;
	} rows[] = {
		{ "", TRUE },
		{ "[server]\ntitle=Papers\n", TRUE },
		{ "[papers]\n/srv=https://ashby.example/\n", TRUE },
		{ "[exempt]\nopen=*\nexempt=*x*\n", TRUE },
		{ "[council]\nname=Ashby\n", FALSE },
		{ "[committees]\nCabinet=Executive\n", FALSE },
		{ "[exempt]\nwords=pink paper\n", FALSE },
		{ "[convert]\ndoc=antiword %i\n", FALSE },
	};
	g_autofree char *none = fingerprint_of("# nothing\n");

	assert_int_equal(strlen(none), 64);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got = fingerprint_of(rows[i].content);

		assert_int_equal(strcmp(got, none) == 0, rows[i].same);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_every_key),
		cmocka_unit_test(converters_are_words),
		cmocka_unit_test(an_empty_one_has_defaults),
		cmocka_unit_test(knows_where_papers_are_published),
		cmocka_unit_test(folders_lie_beside_the_configuration),
		cmocka_unit_test(committees_go_by_one_name),
		cmocka_unit_test(committees_have_successors),
		cmocka_unit_test(papers_can_be_forced),
		cmocka_unit_test(nonsense_is_an_error_that_names_the_file),
		cmocka_unit_test(a_named_file_must_be_there),
		cmocka_unit_test(the_index_has_its_own),
		cmocka_unit_test(what_changes_items_changes_the_fingerprint),
	};

	return cmocka_run_group_tests_name("conf", tests, NULL, NULL);
}
