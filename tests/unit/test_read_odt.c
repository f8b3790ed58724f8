/* OpenDocument texts as they are packed, and damaged ones; what is read of them
 * is in tests/golden/lines/odt.in. */
#include "tests/unit/test.h"

#include <zip.h>

#include "tests/unit/lines.h"

#define XMLNS "xmlns:text='t' xmlns:office='o' xmlns:style='s' xmlns:table='b'"

/* Add an entry, stored as it is or packed. */
static void
add_part(zip_t *zip, const char *name, const char *text)
{
	zip_source_t *source;
	zip_int64_t index;

	if (text == NULL)
		return;
	source = zip_source_buffer(zip, text, strlen(text), 0);
	assert_non_null(source);
	index = zip_file_add(zip, name, source, 0);
	assert_true(index >= 0);
	if (index == 0)
		assert_int_equal(
		    zip_set_file_compression(zip, 0, ZIP_CM_STORE, 0), 0);
}

/* Write a document to memory.  Transfer full. */
static char *
make_odt(const char *content, const char *styles, gsize *n_bytes)
{
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "a.odt", NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE, NULL);
	char *data;

	assert_non_null(zip);
	add_part(zip, "mimetype", "application/vnd.oasis.opendocument.text");
	add_part(zip, "content.xml", content);
	add_part(zip, "styles.xml", styles);
	add_part(zip, "meta.xml", "<meta><title>Minutes</title><creation-date>"
	         "2016-02-09T10:00:00</creation-date></meta>");
	assert_int_equal(zip_close(zip), 0);
	assert_true(g_file_get_contents(path, &data, n_bytes, NULL));
	test_folder_free(folder);
	return data;
}

#define DOCUMENT(body)                                                         \
	"<office:document-content " XMLNS "><office:body><office:text>" body   \
	"</office:text></office:body></office:document-content>"

static void
reads_the_parts(void **state)
{
	static const char content[] =
	    DOCUMENT("<text:h text:outline-level='1'>Apologies</text:h>"
	             "<text:list text:style-name='L'><text:list-item><text:p>"
	             "none</text:p></text:list-item></text:list>");
	static const char styles[] =
	    "<office:document-styles " XMLNS "><text:list-style "
	    "style:name='L'><text:list-level-style-number text:level='1' "
	    "style:num-format='a' style:num-prefix='(' style:num-suffix=')'/>"
	    "</text:list-style><style:master-page><style:footer><text:p>Ashby"
	    "</text:p></style:footer></style:master-page>"
	    "</office:document-styles>";
	gsize n_bytes;
	g_autofree char *bare = make_odt(content, NULL, &n_bytes);
	g_autoptr(mb_lines) without = test_read(MB_FORMAT_ODT, bare, n_bytes);
	g_autofree char *data = make_odt(content, styles, &n_bytes);
	g_autoptr(mb_lines) lines = test_read(MB_FORMAT_ODT, data, n_bytes);
	g_autofree char *dump = NULL;

	assert_string_equal(mb_lines_at(without, 1)->text, "none");
	dump = mb_lines_dump(lines);
	assert_string_equal(dump, "title: Minutes\n"
	                          "created: 2016-02-09\n"
	                          "   0 + furniture\tAshby\n"
	                          "   1 + h1\tApologies\n"
	                          "   2 +\t(a) none\n");
}

static void
refuses_damage(void **state)
{
	static const char entity[] =
	    "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
	    "<!ENTITY b '12345678'>]>" DOCUMENT("<text:p>a&e;b&b;</text:p>");
	gsize n_bytes;
	g_autofree char *cut =
	    make_odt("<office:body><text:p>one", NULL, &n_bytes);
	g_autofree char *none = NULL;
	g_autofree char *external = NULL;
	g_autoptr(mb_lines) lines = NULL;

	for (gsize n = 0; n <= n_bytes; n += 3)
		test_read_fails(MB_FORMAT_ODT, cut, n, MB_ERROR_FORMAT);
	none = make_odt(NULL, NULL, &n_bytes);
	test_read_fails(MB_FORMAT_ODT, none, n_bytes, MB_ERROR_FORMAT);
	external = make_odt(entity, NULL, &n_bytes);
	lines = test_read(MB_FORMAT_ODT, external, n_bytes);
	assert_string_equal(mb_lines_at(lines, 0)->text, "ab");
}

static void
refuses_a_bomb(void **state)
{
	gsize n_bytes;
	g_autofree char *document = g_strnfill(100u * 1024 * 1024, ' ');
	g_autofree char *data = make_odt(document, NULL, &n_bytes);

	assert_true(n_bytes < 1024u * 1024);
	test_read_fails(MB_FORMAT_ODT, data, n_bytes, MB_ERROR_LIMIT);
}

static void
bears_hostile_nesting(void **state)
{
	static const char *const tags[] = {
		"text:p",          "text:list",        "text:list-item",
		"text:span",       "text:note",        "table:table",
		"table:table-row", "table:table-cell",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		g_autoptr(GString) xml =
		    g_string_new("<office:body " XMLNS "><text:p>one</text:p>");
		g_autofree char *data = NULL;
		gsize n_bytes;

		for (guint n = 0; n < 200; n++)
			g_string_append_printf(xml, "<%s>", tags[i]);
		g_string_append(xml, "<text:p>deep</text:p>");
		for (guint n = 0; n < 200; n++)
			g_string_append_printf(xml, "</%s>", tags[i]);
		g_string_append(xml, "</office:body>");
		data = make_odt(xml->str, NULL, &n_bytes);
		mb_lines_free(test_read(MB_FORMAT_ODT, data, n_bytes));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_the_parts),
		cmocka_unit_test(refuses_damage),
		cmocka_unit_test(refuses_a_bomb),
		cmocka_unit_test(bears_hostile_nesting),
	};

	return cmocka_run_group_tests_name("read-odt", tests, NULL, NULL);
}
