#include "tests/unit/test.h"

#include <zip.h>

#include "tests/unit/lines.h"

/* The parts of one document; NULL for those it lacks. */
struct docx {
	const char *body; /* within <w:body> */
	const char *styles, *numbering, *header, *core, *footnotes;
};

static void
add_part(zip_t *zip, const char *name, const char *xml)
{
	zip_source_t *source;

	if (xml == NULL)
		return;
	source = zip_source_buffer(zip, xml, strlen(xml), 0);
	assert_non_null(source);
	assert_true(zip_file_add(zip, name, source, 0) >= 0);
}

/* Write the document to memory.  Transfer full. */
static char *
make_docx(const struct docx *docx, const char *document, gsize *n_bytes)
{
	char *folder = test_folder_new();
	g_autofree char *path = g_build_filename(folder, "a.docx", NULL);
	zip_t *zip = zip_open(path, ZIP_CREATE, NULL);
	char *data;

	assert_non_null(zip);
	add_part(zip, "word/document.xml", document);
	add_part(zip, "word/styles.xml", docx->styles);
	add_part(zip, "word/numbering.xml", docx->numbering);
	add_part(zip, "word/header1.xml", docx->header);
	add_part(zip, "docProps/core.xml", docx->core);
	add_part(zip, "word/footnotes.xml", docx->footnotes);
	assert_int_equal(zip_close(zip), 0);
	assert_true(g_file_get_contents(path, &data, n_bytes, NULL));
	test_folder_free(folder);
	return data;
}

#define XMLNS "xmlns:w='http://schemas.openxmlformats.org/w'"

static void
reads_as(const struct docx *docx, const char *dump)
{
	g_autofree char *document =
	    g_strdup_printf("<w:document " XMLNS "><w:body>%s</w:body>"
	                    "</w:document>",
	                    docx->body);
	gsize n_bytes;
	g_autofree char *data = make_docx(docx, document, &n_bytes);
	g_autoptr(mb_lines) lines = test_read(MB_FORMAT_DOCX, data, n_bytes);
	g_autoptr(GString) got = g_string_new(NULL);
	g_autofree char *text = mb_lines_dump(lines);
	g_auto(GStrv) each = g_strsplit(text, "\n", -1);

	for (guint i = 0; each[i] != NULL && *each[i] != '\0'; i++)
		g_string_append_printf(
		    got, "%s\n", each[i] + strspn(each[i], " 0123456789"));
	assert_string_equal(got->str, dump);
}

#define P(props, text)                                                         \
	"<w:p><w:pPr>" props "</w:pPr><w:r><w:t>" text "</w:t></w:r></w:p>"
#define NUM(id, level)                                                         \
	"<w:numPr><w:ilvl w:val='" level "'/><w:numId w:val='" id              \
	"'/></w:numPr>"
#define LVL(n, format, text)                                                   \
	"<w:lvl w:ilvl='" n "'><w:start w:val='1'/><w:numFmt w:val='" format   \
	"'/><w:lvlText w:val='" text "'/></w:lvl>"

static void
reads_runs(void **state)
{
	const struct docx docx = {
		.body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>13.</w:t><w:tab/>"
			"</w:r><w:r><w:t xml:space='preserve'>Minutes </w:t>"
			"</w:r><w:del><w:r><w:delText>old</w:delText><w:t>x"
			"</w:t></w:r></w:del><w:ins><w:r><w:t>new</w:t></w:r>"
			"</w:ins></w:p><w:p/><w:p><w:r><w:t>a</w:t><w:br/><w:t>"
			"b</w:t><w:noBreakHyphen/><w:t>c</w:t></w:r></w:p>"
			"<w:p><w:hyperlink><w:r><w:rPr><w:b w:val='0'/></w:rPr>"
			"<w:t>li</w:t></w:r><w:r><w:t>nk</w:t></w:r>"
			"</w:hyperlink><w:r><w:rPr><w:vanish/></w:rPr><w:t>h"
			"</w:t></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>"
			"</w:p>",
		.core =
		    "<c xmlns:d='x'><d:title>The  title</d:title><d:created>"
		    "2016-02-09T10:00:00Z</d:created></c>",
		.header = "<w:hdr " XMLNS ">" P("", "Ashby") "</w:hdr>",
	};

	reads_as(&docx,
	         "title: The title\ncreated: 2016-02-09\n+ furniture\tAshby\n"
	         "+ b0-3\t13. Minutes new\n+\ta\n.\tb-c\n+\tlink\n");
}

static void
reads_a_watermark(void **state)
{
	const struct docx docx = {
		.body = P("", "The rent"),
		.header = "<w:hdr " XMLNS " xmlns:v='v'><w:p><w:r><w:t>Ashby"
			  "</w:t></w:r><w:r><w:pict><v:shape><v:textpath "
			  "string='CONFIDENTIAL'/></v:shape></w:pict></w:r>"
			  "</w:p></w:hdr>",
	};

	reads_as(&docx, "+ furniture\tAshby\n. furniture\tCONFIDENTIAL\n"
	                "+\tThe rent\n");
}

/* "Exempt: Yes ☑ No ☐", in a font of symbols and by form fields. */
static void
reads_boxes(void **state)
{
	const struct docx docx = {
		.body =
		    "<w:p><w:r><w:t>Yes </w:t></w:r><w:r><w:sym "
		    "w:font='Wingdings' w:char='F0FE'/></w:r><w:r><w:t> No "
		    "</w:t><w:sym w:font='Wingdings' w:char='F0A8'/><w:sym "
		    "w:font='Wingdings' w:char='F04A'/><w:sym w:font='Symbol' "
		    "w:char='F0FE'/><w:sym/></w:r></w:p>"
		    "<w:p><w:r><w:fldChar><w:ffData><w:checkBox><w:default "
		    "w:val='0'/><w:checked/></w:checkBox></w:ffData>"
		    "</w:fldChar></w:r><w:r><w:t> Yes </w:t></w:r><w:r>"
		    "<w:fldChar><w:ffData><w:checkBox><w:default w:val='1'/>"
		    "<w:checked w:val='0'/></w:checkBox></w:ffData></w:fldChar>"
		    "</w:r><w:r><w:t> No </w:t></w:r><w:r><w:fldChar><w:ffData>"
		    "<w:checkBox/></w:ffData></w:fldChar></w:r></w:p>",
	};

	reads_as(&docx, "+\tYes ☑ No ☐\n+\t☒ Yes ☐ No ☐\n");
}

static void
reads_styles(void **state)
{
	const struct docx docx = {
		.styles =
		    "<w:styles " XMLNS ">"
		    "<w:style w:styleId='a'><w:name w:val='heading 2'/>"
		    "<w:rPr><w:b/></w:rPr></w:style><w:style w:styleId='b'>"
		    "<w:name w:val='My'/><w:basedOn w:val='a'/></w:style>"
		    "<w:style w:styleId='c'><w:basedOn w:val='c'/></w:style>"
		    "<w:style w:styleId='t'><w:name w:val='Title'/>"
		    "</w:style></w:styles>",
		.body = P("<w:pStyle w:val='t'/>", "Minutes")
		    P("<w:pStyle w:val='b'/>", "Present")
			P("<w:pStyle w:val='c'/>", "text")
			    P("<w:pStyle w:val='none'/>", "more")
				P("<w:outlineLvl w:val='3'/>", "Deep"),
	};

	reads_as(&docx, "+ h1\tMinutes\n+ h2 b0-7\tPresent\n+\ttext\n+\tmore\n"
	                "+ h4\tDeep\n");
}

/* The numbers that Word generates come back. */
static void
numbers_paragraphs(void **state)
{
	const struct docx docx = {
		.numbering =
		    "<w:numbering " XMLNS ">"
		    "<w:abstractNum w:abstractNumId='5'>" LVL(
			"0", "decimal", "%1.") LVL("1", "lowerLetter", "(%2)")
			LVL("2", "upperRoman", "%1.%3") LVL(
			    "3", "bullet",
			    "x") "</w:abstractNum>"
				 "<w:num w:numId='1'><w:abstractNumId "
				 "w:val='5'/>"
				 "</w:num><w:num w:numId='2'><w:abstractNumId "
				 "w:val='5'/><w:lvlOverride w:ilvl='0'>"
				 "<w:startOverride w:val='46'/></w:lvlOverride>"
				 "</w:num></w:numbering>",
		.body = P(NUM("1", "0"), "one") P(NUM("1", "1"), "a")
		    P(NUM("1", "1"), "b") P(NUM("1", "2"), "c")
			P(NUM("1", "3"), "d") P(NUM("1", "0"), "two")
			    P(NUM("1", "1"), "a") P(NUM("2", "0"), "new")
				P(NUM("1", "0"), "on") P(NUM("0", "0"), "none")
				    P(NUM("9", "0"), "lost"),
	};

	reads_as(&docx, "+\t1. one\n+\t(a) a\n+\t(b) b\n+\t1.I c\n+ list\td\n"
	                "+\t2. two\n+\t(a) a\n+\t46. new\n+\t47. on\n+\tnone\n"
	                "+\tlost\n");
}

#define OVER(props, text)                                                      \
	"<w:lvlOverride w:ilvl='0'><w:lvl w:ilvl='0'>" props                   \
	"<w:lvlText w:val='" text "'/></w:lvl></w:lvlOverride>"

/* Lists that look different for some paragraphs, stand for a list style, count
 * on over their upper level, or print its letters as digits. */
static void
numbers_odd_lists(void **state)
{
	const struct docx docx = {
		.numbering =
		    "<w:numbering " XMLNS ">"
		    "<w:abstractNum w:abstractNumId='1'>"
		    "<w:styleLink w:val='Rules'/>" LVL("0", "upperLetter",
		                                       "%1)")
			LVL("1", "decimal",
		            "%1.%2") "</w:abstractNum>"
				     "<w:abstractNum w:abstractNumId='2'>"
				     "<w:numStyleLink "
				     "w:val='Rules'/></w:abstractNum>"
				     "<w:abstractNum w:abstractNumId='3'>" LVL(
					 "0", "lowerRoman",
					 "%1") "<w:lvl w:ilvl='1'><w:start "
					       "w:val='1'/>"
					       "<w:numFmt w:val='decimalZero'/>"
					       "<w:lvlText "
					       "w:val='%1/%2'/><w:lvlRestart "
					       "w:val='0'/><w:isLgl/></w:lvl></"
					       "w:abstractNum>"
					       "<w:num "
					       "w:numId='1'><w:abstractNumId "
					       "w:val='1'/>" OVER(
						   "<w:numFmt w:val='none'/>",
						   "Item") "</w:num>"
							   "<w:num "
							   "w:numId='2'><w:"
							   "abstractNumId "
							   "w:val='2'/></"
							   "w:num><w:num "
							   "w:numId='3'>"
							   "<w:abstractNumId "
							   "w:val='3'/></w:num>"
							   "</w:numbering>",
		.body = P(NUM("2", "0"), "one") P(NUM("1", "0"), "two")
		    P(NUM("2", "1"), "deep") P(NUM("2", "0"), "three")
			P(NUM("3", "0"), "i") P(NUM("3", "1"), "legal")
			    P(NUM("3", "0"), "ii") P(NUM("3", "1"), "on"),
	};

	reads_as(&docx, "+\tA) one\n+\tItem two\n+\tB.1 deep\n+\tC) three\n"
	                "+\ti i\n+\t1/01 legal\n+\tii ii\n+\t2/02 on\n");
}

/* An empty paragraph has a number too, unless all of it was deleted. */
static void
counts_empty_paragraphs(void **state)
{
	const struct docx docx = {
		.numbering = "<w:numbering " XMLNS ">"
			     "<w:abstractNum w:abstractNumId='1'>" LVL(
				 "0", "decimal",
				 "%1.") "</w:abstractNum>"
					"<w:num w:numId='1'><w:abstractNumId "
					"w:val='1'/></w:num></w:numbering>",
		.body = P(NUM("1", "0"), "one") P(NUM("1", "0"), " ")
		    P(NUM("1", "0"), "three")
			P(NUM("1", "0") "<w:rPr><w:del w:id='1'/></w:rPr>", "")
			    P(NUM("1", "0"), "four"),
	};

	reads_as(&docx, "+\t1. one\n+\t3. three\n+\t4. four\n");
}

/* "%1%1%1…": what no program lets one write before a paragraph is left out, so
 * that a small file does not swell. */
static void
leaves_out_long_labels(void **state)
{
	g_autoptr(GString) numbering =
	    g_string_new("<w:numbering " XMLNS ">"
	                 "<w:abstractNum w:abstractNumId='1'>"
	                 "<w:lvl w:ilvl='0'><w:numFmt w:val='decimal'/>"
	                 "<w:lvlText w:val='");
	struct docx docx = { .body = P(NUM("1", "0"), "one") };

	for (guint i = 0; i < 20000; i++)
		g_string_append(numbering, "%1");
	g_string_append(numbering, "'/></w:lvl></w:abstractNum>"
	                           "<w:num w:numId='1'><w:abstractNumId "
	                           "w:val='1'/></w:num></w:numbering>");
	docx.numbering = numbering->str;
	reads_as(&docx, "+\tone\n");
}

static void
reads_notes(void **state)
{
	const struct docx docx = {
		.footnotes =
		    "<w:footnotes " XMLNS "><w:footnote w:id='-1'>"
		    "<w:p><w:r><w:separator/></w:r></w:p>"
		    "</w:footnote><w:footnote w:id='2'>" P("", "From April.")
			P("", "Each year.") "</w:footnote></w:footnotes>",
		.body = "<w:p><w:r><w:t>Dues</w:t></w:r><w:r>"
			"<w:footnoteReference w:id='2'/></w:r><w:r><w:t> rise"
			"</w:t></w:r></w:p>" P("", "next"),
	};

	reads_as(&docx, "+\tDues [1] rise\n.\t[1] From April. Each year.\n"
	                "+\tnext\n");
}

#define TC(paragraphs) "<w:tc>" paragraphs "</w:tc>"
#define TR(cells)      "<w:tr>" cells "</w:tr>"

static void
reads_tables(void **state)
{
	const struct docx docx = {
		.body = "<w:tbl>" TR(
		    TC(P("", "1")) TC(P("", "AOB") P("", "none")) TC("<w:p/>"))
		    TR(TC("<w:tcPr><w:gridSpan w:val='2'/></w:tcPr>" P("",
		                                                       "both"))
		           TC(P("", "in") "<w:tbl>" TR(
			       TC(P("", "ner"))) "</w:tbl>"))
			TR(TC(P("", "2.")) TC(P("<w:outlineLvl w:val='1'/>",
		                                "Minutes") P("", "Agreed.")))
			    TR(TC(P("", "alone"))) "</w:tbl>" P("", "after"),
	};

	reads_as(&docx, ". row\t1 | AOB none | \n. row\tboth |  | in ner\n"
	                "+ h2\t2. Minutes\n+\tAgreed.\n"
	                "+\talone\n+\tafter\n");
}

/* A text box stands within a paragraph and holds paragraphs. */
static void
reads_text_boxes(void **state)
{
	const struct docx docx = {
		.body =
		    "<w:p><w:r><w:t>out</w:t></w:r><w:r><x><Choice>"
		    "<txbxContent>" P(
			"", "box") "</txbxContent></Choice>"
				   "<Fallback>" P(
				       "", "box") "</Fallback></x></w:r><w:r>"
						  "<w:t>side</w:t></w:r></w:p>",
	};

	reads_as(&docx, "+\tbox\n+\toutside\n");
}

static void
refuses_damage(void **state)
{
	const struct docx docx = { .body = NULL };
	static const char broken[] =
	    "<w:document " XMLNS "><w:body>" P("", "one") "<w:p><w:r>";
	static const char entity[] =
	    "<!DOCTYPE d [<!ENTITY e SYSTEM 'file:///etc/passwd'>"
	    "<!ENTITY b '12345678'>]><w:document " XMLNS ">"
	    "<w:p><w:r><w:t>a&e;b&b;</w:t></w:r></w:p></w:document>";
	gsize n_bytes;
	g_autofree char *data = make_docx(&docx, broken, &n_bytes);
	g_autofree char *external = NULL;
	g_autofree char *none = NULL;
	struct mb_lines *lines;

	test_read_fails(MB_FORMAT_DOCX, data, n_bytes, MB_ERROR_FORMAT);
	for (gsize n = 0; n < n_bytes; n += 7)
		test_read_fails(MB_FORMAT_DOCX, data, n, MB_ERROR_FORMAT);
	external = make_docx(&docx, entity, &n_bytes);
	lines = test_read(MB_FORMAT_DOCX, external, n_bytes);
	assert_string_equal(mb_lines_at(lines, 0)->text, "ab");
	mb_lines_free(lines);
	none = make_docx(&(struct docx){ .styles = "<x/>" }, NULL, &n_bytes);
	test_read_fails(MB_FORMAT_DOCX, none, n_bytes, MB_ERROR_FORMAT);
}

static void
refuses_a_bomb(void **state)
{
	const struct docx docx = { .body = NULL };
	gsize n_bytes = 100u * 1024 * 1024;
	g_autofree char *document = g_strnfill(n_bytes, ' ');
	g_autofree char *data = make_docx(&docx, document, &n_bytes);

	assert_true(n_bytes < 1024u * 1024);
	test_read_fails(MB_FORMAT_DOCX, data, n_bytes, MB_ERROR_LIMIT);
}

/* Boxes within boxes, tables within tables. */
static void
bears_hostile_nesting(void **state)
{
	static const char *const tags[] = { "w:p", "w:tbl", "w:tr", "w:tc",
		                            "w:r" };

	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		const struct docx docx = { .body = NULL };
		g_autoptr(GString) xml =
		    g_string_new("<w:document " XMLNS ">" P("", "one"));
		g_autofree char *data = NULL;
		gsize n_bytes;

		for (guint n = 0; n < 200; n++)
			g_string_append_printf(xml, "<%s>", tags[i]);
		g_string_append(xml, P("", "deep"));
		for (guint n = 0; n < 200; n++)
			g_string_append_printf(xml, "</%s>", tags[i]);
		g_string_append(xml, "</w:document>");
		data = make_docx(&docx, xml->str, &n_bytes);
		mb_lines_free(test_read(MB_FORMAT_DOCX, data, n_bytes));
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_runs),
		cmocka_unit_test(reads_a_watermark),
		cmocka_unit_test(reads_boxes),
		cmocka_unit_test(reads_styles),
		cmocka_unit_test(numbers_paragraphs),
		cmocka_unit_test(numbers_odd_lists),
		cmocka_unit_test(leaves_out_long_labels),
		cmocka_unit_test(counts_empty_paragraphs),
		cmocka_unit_test(reads_notes),
		cmocka_unit_test(reads_tables),
		cmocka_unit_test(reads_text_boxes),
		cmocka_unit_test(refuses_damage),
		cmocka_unit_test(refuses_a_bomb),
		cmocka_unit_test(bears_hostile_nesting),
	};

	return cmocka_run_group_tests_name("read-docx", tests, NULL, NULL);
}
