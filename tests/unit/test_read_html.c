#include "tests/unit/test.h"

#include "tests/unit/lines.h"

#define PAGE(body) "<html><head><title>T</title></head><body>" body
#define T          "title: T\n"

/* Bodies of pages, and the lines they must become. */
static const struct {
	const char *source, *dump;
} pieces[] = {
	{ PAGE("<h2>Present</h2><p>A <b>Smith</b></p>"),
	  T "+ h2\tPresent\n+ b2-7\tA Smith\n" },
	{ PAGE("one<br>two<div>three</div>four"),
	  T ".\tone\n.\ttwo\n.\tthree\n.\tfour\n" },
	{ PAGE("<ul><li>a<li><p>b</p><p>c</p></ul>"),
	  T ". list\ta\n+ list\tb\n+\tc\n" },
	{ PAGE("<ol><li><h4>AOB</h4><p>None.</p><li value=7>Next</ol>"),
	  T "+ h4\t1. AOB\n+\tNone.\n+ list\t7. Next\n" },
	{ PAGE("<ol type=i start=3><li>x<ol type=a><li>y</ol><li>z</ol>"),
	  T ". list\tiii. x\n. list\ta. y\n. list\tiv. z\n" },
	{ PAGE("<nav>n</nav><script>s</script><style>t</style><footer>f"
	       "</footer><p>text<span class='x mgFileSize'>PDF 9 KB</span>"),
	  T "+\ttext\n" },
	{ PAGE("<p>5 &lt; 6 &amp; 7&nbsp;&#8211;&pound;8 &bogus;"),
	  T "+\t5 < 6 & 7 –£8 &bogus;\n" },
	{ PAGE("<table><tr><th>No</th><th>Item</th></tr>"
	       "<tr><td>1<td><p>AOB</p><p>none</p></table>"),
	  T "+ b0-7 row\tNo | Item\n. row\t1 | AOB none\n" },
	{ PAGE("<table><tr><td colspan=2>a<td>b</table>"),
	  T "+ row\ta |  | b\n" },
	{ PAGE("<table><tr><td rowspan=3>Quay<td>A<td rowspan=2>May<tr><td>B"
	       "<tr><td>C<td>June<tr><td>Bins<td>D<td>July</table>"),
	  T "+ row\tQuay | A | May\n. row\t | B | \n. row\t | C | June\n"
	    ". row\tBins | D | July\n" },
	{ PAGE("<table><tr><td rowspan=-5>a<td rowspan=99999>b<tr><td>c<tr>"
	       "</table>"),
	  T "+ row\ta | b\n. row\tc | \n" },
	{ PAGE("<table class=mgItemTable><tr><td><p class='mgAiTitleTxt'>"
	       "<a name=AI1></a>1.</p></td><td><p class=mgAiTitleTxt>Apologies"
	       "</p><div><p>To receive.</p></div></td></tr><tr><td><p>2.</p>"
	       "</td><td></td></tr></table>"),
	  T "+ h3\t1. Apologies\n+\tTo receive.\n+\t2.\n" },
	{ PAGE("<table><tr><td>12<td><h3>Minutes</h3>Agreed.</table>"),
	  T "+ h3\t12 Minutes\n+\tAgreed.\n" },
	{ PAGE("<table><tr><td>only</td></tr></table>"), T "+\tonly\n" },
	{ PAGE("<pre>a\n b</pre><hr>c"), T "+\ta\n.\tb\n+ rule\t\n+\tc\n" },
	{ PAGE("<b>one<p>two</b>three"), T ". b0-3\tone\n+\ttwothree\n" },
	{ PAGE("a\x0e"
	       "b&#14;c&#x0f;"),
	  T ".\tabc\n" },
	{ "<p>a<p>b", "+\ta\n+\tb\n" },
	{ PAGE("<p style='Display : NONE'>a<p hidden>b<p style='display:block'>"
	       "c<div class='x cookie-notice'>d</div><aside>e</aside>"),
	  T "+\tc\n" },
	{ PAGE("<table id=mgItemTable><tr><td><p class=mgAiTitleTxt>6.</p><td>"
	       "<p class=mgAiTitleTxt>Quay</p><p><b>Site:</b> North</p>"
	       "</table>"),
	  T "+ h3\t6. Quay\n+ b0-5\tSite: North\n" },
	{ PAGE("<h1>Agenda item</h1><h2>Quay</h2><ul><li>Meeting of the Guild"
	       "<li>Meeting of <a>Board, 1 May 2019</a> (Item 4a.)</ul>"
	       "<h2>Minutes:</h2>Noted."),
	  T "+ h1\tAgenda item\n+ h2\tBoard, 1 May 2019\n+ h3\t4a. Quay\n"
	    "+ list\tMeeting of the Guild\n"
	    ". list\tMeeting of Board, 1 May 2019 (Item 4a.)\n"
	    "+ h4\tMinutes:\n+\tNoted.\n" },
	{ PAGE("<h1>Agenda item</h1><h2>Quay</h2><p>Meeting of 2019"),
	  T "+ furniture\tAgenda item\n+ h2\tQuay\n+\tMeeting of 2019\n" },
	{ "<meta name='DC.title' content=' A  page '><title>T</title><p>x",
	  "title: A page\n+\tx\n" },
};

static void
reads_pieces(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(pieces); i++)
		test_dump(MB_FORMAT_HTML, pieces[i].source, pieces[i].dump);
}

#define LONG                                                                   \
	"The committee considered a report on the condition of the library "   \
	"in Market Street, which had been closed since the autumn, and on "    \
	"what it would cost to open it again for two days a week, if "         \
	"volunteers were found."

/* Only the page's own content is read where it says which that is. */
static void
finds_the_content(void **state)
{
	test_dump(MB_FORMAT_HTML,
	          PAGE("<p>Skip to content</p><div id=modgov><p>" LONG
	               "</p></div><p>Contact us</p>"),
	          T "+\t" LONG "\n");
	test_dump(MB_FORMAT_HTML,
	          PAGE("<header>logo</header><main><p>" LONG
	               "</p></main><p>Contact us</p>"),
	          T "+\t" LONG "\n");
	test_dump(MB_FORMAT_HTML, PAGE("<main>x</main><p>the text"),
	          T ".\tx\n+\tthe text\n");
}

/* Elements nested so deep, unclosed or closed without being open. */
static void
bears_hostile_nesting(void **state)
{
	static const char *const tags[] = {
		"<div>",    "<table><tr><td>", "<ul><li>", "<b>",  "<p>",
		"</div>",   "</td></tr>",      "</li>",    "<tr>", "<td>",
		"<ol><li>", "<table>",         "<pre>",    "<th>", "<!--",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		g_autoptr(GString) page = g_string_new("<html><body><p>start");
		struct mb_lines *lines;

		while (page->len < 300u * 1024)
			g_string_append(page, tags[i]);
		g_string_append(page, "end");
		lines = test_read(MB_FORMAT_HTML, page->str, page->len);
		assert_true(lines->lines->len > 0);
		assert_true(
		    g_str_has_prefix(mb_lines_at(lines, 0)->text, "start"));
		mb_lines_free(lines);
	}
}

static void
has_limits(void **state)
{
	gsize n_bytes = 33u * 1024 * 1024;
	g_autofree char *page = g_strnfill(n_bytes, 'a');

	test_read_fails(MB_FORMAT_HTML, page, n_bytes, MB_ERROR_LIMIT);
	test_read_fails(MB_FORMAT_HTML, PAGE(""), strlen(PAGE("")),
	                MB_ERROR_NO_TEXT);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_pieces),
		cmocka_unit_test(finds_the_content),
		cmocka_unit_test(bears_hostile_nesting),
		cmocka_unit_test(has_limits),
	};

	return cmocka_run_group_tests_name("read-html", tests, NULL, NULL);
}
