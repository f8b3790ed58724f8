/* Sample papers with random damage, through all steps from bytes to item
 * documents: each is read or refused with a reason, and what comes out is
 * sound.  The damage is the same in each run; FUZZ_ROUNDS=N does more of it.
 * PDFs are left to hostile.t and its readers' processes, since Poppler may
 * crash. */
#include "tests/unit/test.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/document.h"
#include "indexer/sniff.h"

#define SEED           20200305
#define DEFAULT_ROUNDS 12
#define MAX_DAMAGES    12
#define MAX_STRETCH    400

/* What is put in: marks that the steps look for, and bytes that are none. */
static const char *const tokens[] = {
	"\n13. **",     "RESOLVED\n",
	"(1)",          "\f",
	"5th March 20", "\xff\xfe",
	"\xe2\x80",     "Present:\n",
	"| a | b |\n",  "<table><tr><td>",
	"****",         "NOT FOR PUBLICATION\n",
	"Cllr ",        "Minute No. 20(3",
	"\r",           "Report of the Director of ",
	"99999999999.", "&#x110000;",
	"</div>",       "\n\n\n",
};

static void
damage_once(GRand *rand, GByteArray *bytes)
{
	guint at = bytes->len ? g_rand_int(rand) % bytes->len : 0;
	guint stretch = 1 + g_rand_int(rand) % MAX_STRETCH;
	guint n = MIN(bytes->len - at, stretch);
	const char *token = tokens[g_rand_int(rand) % G_N_ELEMENTS(tokens)];
	g_autofree guint8 *copy = NULL;
	gsize n_token = strlen(token);

	switch (g_rand_int(rand) % 5) {
	case 0:
		if (n > 0)
			bytes->data[at] = (guint8)g_rand_int(rand);
		break;
	case 1:
		g_byte_array_remove_range(bytes, at, n);
		break;
	case 2:
		copy = g_memdup2(bytes->data + at, n);
		g_byte_array_append(bytes, copy, n);
		break;
	case 3:
		g_byte_array_append(bytes, (const guint8 *)token,
		                    (guint)n_token);
		if (at + n_token < bytes->len)
			memcpy(bytes->data + at, token, n_token);
		break;
	default:
		if (g_rand_int(rand) % 8 == 0)
			g_byte_array_set_size(bytes, at);
	}
}

static void
assert_sound(const struct mb_documents *documents)
{
	for (guint i = 0; i < documents->items->len; i++) {
		const struct mb_item *item = documents->items->pdata[i];
		g_autofree char *json = mb_item_to_json(item);
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_item) back =
		    mb_item_from_json(json, strlen(json), &error);

		assert_null(error);
		assert_int_equal(item->seq, i);
		assert_true(item->id && *item->id);
		assert_true(g_utf8_validate(item->text, -1, NULL));
		assert_int_equal(item->sources->len, 1);
		assert_string_equal(back->text, item->text);
	}
}

/* TRUE when the paper could be read. */
static gboolean
read_damaged(GByteArray *bytes, const char *name, const struct mb_conf *conf)
{
	g_autoptr(GBytes) content = g_bytes_new(bytes->data, bytes->len);
	struct mb_paper paper = { .path = (char *)name, .content = content };
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_lines) lines = NULL;
	g_autoptr(mb_documents) documents = NULL;

	if (mb_sniff(content, name, &paper.format, &paper.type, &error) &&
	    paper.format != MB_FORMAT_PDF)
		lines = mb_lines_read(&paper, &error);
	if (!lines) {
		assert_true(error || paper.format == MB_FORMAT_PDF);
		return FALSE;
	}
	documents = mb_documents_make(lines, name, conf);
	assert_sound(documents);
	return TRUE;
}

static guint
rounds(void)
{
	const char *set = g_getenv("FUZZ_ROUNDS");
	guint64 n = 0;

	if (set && g_ascii_string_to_unsigned(set, 10, 1, 1000000, &n, NULL))
		return (guint)n;
	return DEFAULT_ROUNDS;
}

/* Damage one paper again and again; how often it could still be read. */
static guint
damage_paper(GRand *rand, const char *path, const struct mb_conf *conf)
{
	g_autofree char *content = NULL;
	g_autofree char *name = g_path_get_basename(path);
	gsize n_bytes;
	guint n_read = 0;

	assert_true(g_file_get_contents(path, &content, &n_bytes, NULL));
	for (guint round = rounds(); round > 0; round--) {
		g_autoptr(GByteArray) bytes = g_byte_array_new();
		guint n = g_rand_int(rand) % MAX_DAMAGES;

		g_byte_array_append(bytes, (const guint8 *)content,
		                    (guint)n_bytes);
		while (n-- > 0)
			damage_once(rand, bytes);
		if (read_damaged(bytes, name, conf))
			n_read++;
	}
	return n_read;
}

static int
compare_paths(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

static guint
damage_folder(GRand *rand, const char *path, const struct mb_conf *conf)
{
	GDir *folder = g_dir_open(path, 0, NULL);
	g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
	const char *name;
	guint n_read = 0;

	assert_non_null(folder);
	while ((name = g_dir_read_name(folder)))
		g_ptr_array_add(names, g_build_filename(path, name, NULL));
	g_dir_close(folder);
	g_ptr_array_sort(names, compare_paths);
	for (guint i = 0; i < names->len; i++)
		n_read += damage_paper(rand, names->pdata[i], conf);
	return n_read;
}

static void
damaged_papers_are_read_or_refused(void **state)
{
	static const char *const folders[] = { "cabinet", "cyp-scrutiny",
		                               "planning" };
	const char *top = g_getenv("top_srcdir");
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	GRand *rand = g_rand_new_with_seed(SEED);
	guint n_read = 0;

	for (guint i = 0; i < G_N_ELEMENTS(folders); i++) {
		g_autofree char *path = g_build_filename(
		    top ? top : ".", "corpus", "papers", folders[i], NULL);

		n_read += damage_folder(rand, path, conf);
	}
	g_rand_free(rand);
	/* Damage that made everything unreadable would prove nothing. */
	assert_true(n_read > rounds() * 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(damaged_papers_are_read_or_refused),
	};

	return cmocka_run_group_tests_name("damaged", tests, NULL, NULL);
}
