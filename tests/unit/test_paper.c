#include "tests/unit/test.h"

#include <string.h>
#include <sys/stat.h>
#include <zlib.h>

#include "base/error.h"
#include "indexer/lines.h"
#include "indexer/paper.h"

/* Write @n_bytes as FOLDER/NAME and read it as a paper. */
static struct mb_paper *
paper_of(const char *name, const void *data, gsize n_bytes, GError **error)
{
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, name, NULL);
	struct mb_paper *paper;

	assert_true(g_file_set_contents(path, data, (gssize)n_bytes, NULL));
	paper = mb_paper_read(path, error);
	test_folder_free(folder);
	return paper;
}

static void
fails_with(const char *name, const void *data, gsize n_bytes,
           enum mb_error code, const char *says)
{
	g_autoptr(GError) error = NULL;
	struct mb_paper *paper = paper_of(name, data, n_bytes, &error);

	assert_null(paper);
	assert_true(g_error_matches(error, MB_ERROR, (gint)code));
	if (strstr(error->message, says) == NULL)
		fail_msg("\"%s\" lacks \"%s\"", error->message, says);
}

/* What stands before the name of a zip's first entry. */
#define ZIP "PK\3\4.........................."

/* Contents, and the format they must be taken for. */
static const struct {
	const char *name, *content;
	enum mb_format format;
} known[] = {
	{ "a.txt", "1. Apologies\n", MB_FORMAT_TEXT },
	{ "a", "Minutes\f2\n", MB_FORMAT_TEXT },
	{ "a.md", "Minutes\n", MB_FORMAT_MARKDOWN },
	{ "a.txt", "**Minutes**\n\n**Present:**\n", MB_FORMAT_MARKDOWN },
	{ "a.txt", "## Present\n\n- A Smith\n- B Jones\n", MB_FORMAT_MARKDOWN },
	{ "a.pdf", "# Minutes\n\n## Present\n", MB_FORMAT_MARKDOWN },
	{ "a.txt", "<!DOCTYPE html><title>x</title>", MB_FORMAT_HTML },
	{ "a.txt", "\xef\xbb\xbf\n<!-- x --><HTML lang=en>", MB_FORMAT_HTML },
	{ "a.txt", "<?xml version='1.0'?><html>", MB_FORMAT_HTML },
	{ "a.txt",
	  "<div><p>a</p><p>b</p><p>c</p><p>d</p><p>e</p><p>f</p></div>",
	  MB_FORMAT_HTML },
	{ "a.txt", "\n\n%PDF-1.4\n", MB_FORMAT_PDF },
	{ "a.txt", ZIP "word/document.xml", MB_FORMAT_DOCX },
	{ "a.txt", ZIP "mimetypeapplication/vnd.oasis.opendocument.text",
	  MB_FORMAT_ODT },
	{ "a.txt",
	  "<?xml version='1.0'?><office:document "
	  "office:mimetype='application/vnd.oasis.opendocument.text'>",
	  MB_FORMAT_ODT },
};

static void
tells_formats(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(known); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_paper) paper =
		    paper_of(known[i].name, known[i].content,
		             strlen(known[i].content), &error);

		if (paper == NULL)
			fail_msg("%s: %s", known[i].content, error->message);
		assert_string_equal(mb_format_name(paper->format),
		                    mb_format_name(known[i].format));
	}
}

#define BYTES(text) text, sizeof(text) - 1

/* Types without a reader, as [convert] calls them, and what people are told. */
static const struct {
	const char *bytes;
	gsize n_bytes;
	const char *name;
	const char *says;
} others[] = {
	{ BYTES("\x89PNG\r\n\x1a\n\0\0\0"), "png", "a PNG image" },
	{ BYTES("\xff\xd8\xff\xe0\0\0"), "jpeg", "a JPEG image" },
	{ BYTES(ZIP "xl/workbook.xml"), "xlsx", "an Excel spreadsheet" },
	{ BYTES(ZIP "ppt/presentation.xml"), "pptx", "PowerPoint" },
	{ BYTES(ZIP "mimetypeapplication/vnd.oasis.opendocument.presentation"),
	  "odp", "OpenDocument presentation" },
	{ BYTES("PK\3\4...."), "zip", "zip" },
	{ BYTES(ZIP "minutes.docx...word/document.xml"), "zip", "zip" },
	{ BYTES("\xd0\xcf\x11\xe0....W\0o\0r\0d\0D\0o\0c\0u\0m\0"), "doc",
	  "a Word 97 document: no reader for it; see [convert]" },
	{ BYTES("\xd0\xcf\x11\xe0....W\0o\0r\0k\0b\0o\0o\0k\0"), "xls",
	  "spreadsheet" },
	{ BYTES("\xd0\xcf\x11\xe0...."), "ole", "an old Office file" },
	{ BYTES("{\\rtf1 x}"), "rtf", "a rich text document" },
	{ BYTES("<?xml version='1.0'?><feed/>"), "xml", "XML" },
};

static void
names_types_without_reader(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(others); i++) {
		g_autoptr(GError) error = NULL;
		g_autoptr(mb_paper) paper = paper_of("a.pdf", others[i].bytes,
		                                     others[i].n_bytes, &error);

		assert_non_null(paper);
		assert_int_equal(paper->format, MB_FORMAT_OTHER);
		assert_string_equal(paper->type->name, others[i].name);
		assert_null(mb_lines_read(paper, &error));
		assert_true(
		    g_error_matches(error, MB_ERROR, MB_ERROR_NO_READER));
		if (!strstr(error->message, others[i].says))
			fail_msg("%s", error->message);
	}
}

static void
refuses_empty_and_binary(void **state)
{
	guint8 noise[4096];

	for (gsize i = 0; i < sizeof(noise); i++)
		noise[i] = (guint8)(i * 31 % 251);
	fails_with("a.txt", "", 0, MB_ERROR_FORMAT, "empty");
	fails_with("a.txt", noise, sizeof(noise), MB_ERROR_FORMAT, "binary");
}

static void
reads_text_with_an_accident(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_paper) nul =
	    paper_of("a", BYTES("Minutes\0 of Cabinet"), &error);
	g_autoptr(mb_paper) utf16 =
	    paper_of("b", BYTES("\xff\xfeH\0i\0\n\0"), &error);

	assert_int_equal(nul->format, MB_FORMAT_TEXT);
	assert_int_equal(utf16->format, MB_FORMAT_TEXT);
}

/* @data as gzip; transfer full. */
static guint8 *
gzip(const void *data, gsize n_bytes, gsize *n_packed)
{
	z_stream z = { 0 };
	gsize n_max = n_bytes + 1024;
	guint8 *packed = g_malloc(n_max);

	assert_int_equal(deflateInit2(&z, 9, Z_DEFLATED, 16 + MAX_WBITS, 9,
	                              Z_DEFAULT_STRATEGY),
	                 Z_OK);
	z.next_in = (guint8 *)(gsize)data;
	z.avail_in = (uInt)n_bytes;
	z.next_out = packed;
	z.avail_out = (uInt)n_max;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	*n_packed = z.total_out;
	deflateEnd(&z);
	return packed;
}

static void
unpacks_gzip(void **state)
{
	static const char text[] = "# Minutes\n\n# of Cabinet\n";
	gsize n_packed;
	g_autofree guint8 *packed = gzip(text, strlen(text), &n_packed);
	g_autofree guint8 *twice = g_malloc(n_packed * 2);
	g_autofree char *hash =
	    g_compute_checksum_for_data(G_CHECKSUM_SHA256, packed, n_packed);
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_paper) paper =
	    paper_of("a.md.gz", packed, n_packed, &error);
	g_autoptr(mb_paper) joined = NULL;

	assert_int_equal(paper->format, MB_FORMAT_MARKDOWN);
	assert_int_equal(g_bytes_get_size(paper->content), strlen(text));
	assert_string_equal(paper->sha256, hash);
	memcpy(twice, packed, n_packed);
	memcpy(twice + n_packed, packed, n_packed);
	joined = paper_of("a.gz", twice, n_packed * 2, &error);
	assert_int_equal(g_bytes_get_size(joined->content), strlen(text) * 2);
}

static void
refuses_damaged_gzip(void **state)
{
	static const char text[] = "The minutes of the meeting were agreed.";
	gsize n_packed;
	g_autofree guint8 *packed = gzip(text, strlen(text), &n_packed);

	for (gsize n = 3; n < n_packed; n++)
		fails_with("a.gz", packed, n, MB_ERROR_FORMAT, "gzip");
	packed[n_packed - 6] ^= 0xff; /* the checksum */
	fails_with("a.gz", packed, n_packed, MB_ERROR_FORMAT, "damaged gzip");
}

static void
refuses_a_bomb(void **state)
{
	gsize n_bytes = 100u * 1024 * 1024, n_packed;
	g_autofree guint8 *zeros = g_malloc0(n_bytes);
	g_autofree guint8 *packed = gzip(zeros, n_bytes, &n_packed);

	fails_with("a.gz", packed, n_packed, MB_ERROR_LIMIT, "unpacks");
}

static void
reads_regular_files_only(void **state)
{
	char *folder = test_folder_new();
	g_autofree char *pipe = g_build_filename(folder, "pipe", NULL);
	g_autofree char *missing = g_build_filename(folder, "none", NULL);
	const char *const paths[] = { folder, pipe, missing, "/dev/null" };

	assert_int_equal(mkfifo(pipe, 0600), 0);
	for (gsize i = 0; i < G_N_ELEMENTS(paths); i++) {
		g_autoptr(GError) error = NULL;

		assert_null(mb_paper_read(paths[i], &error));
		assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
	}
	test_folder_free(folder);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tells_formats),
		cmocka_unit_test(names_types_without_reader),
		cmocka_unit_test(refuses_empty_and_binary),
		cmocka_unit_test(reads_text_with_an_accident),
		cmocka_unit_test(unpacks_gzip),
		cmocka_unit_test(refuses_damaged_gzip),
		cmocka_unit_test(refuses_a_bomb),
		cmocka_unit_test(reads_regular_files_only),
	};

	return cmocka_run_group_tests_name("paper", tests, NULL, NULL);
}
