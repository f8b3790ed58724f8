#include <libxml/HTMLparser.h>
#include <string.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/html-moderngov.h"
#include "indexer/html-tree.h"
#include "indexer/html-walk.h"
#include "indexer/encoding.h"
#include "indexer/reader.h"

/* A page larger than this is none that a council's site serves; its tree would
 * take ten times as much. */
#define HTML_MAX_BYTES (32u * 1024 * 1024)

/* A part of the page that says less than this is not its content. */
#define CONTENT_MIN_BYTES 200u

/* ModernGov's own part of a council's page. */
static gboolean
is_moderngov(const xmlNode *node)
{
	return mb_html_has_word(node, "id", "modgov");
}

static gboolean
is_main(const xmlNode *node)
{
	return mb_html_is(node, "main") ||
	       mb_html_has_word(node, "role", "main");
}

/* <a name="mgMainContent"> stands at the head of it on older pages. */
static gboolean
has_main_anchor(const xmlNode *node)
{
	for (const xmlNode *child = node->children; child != NULL;
	     child = child->next)
		if (mb_html_is(child, "a") &&
		    mb_html_has_word(child, "name", "mgMainContent"))
			return TRUE;
	return FALSE;
}

static gboolean
is_article(const xmlNode *node)
{
	return mb_html_is(node, "article");
}

/* Where WordPress, Drupal and CivicPlus put a page's own text. */
static gboolean
is_named_content(const xmlNode *node)
{
	static const char *const classes[] = { "entry-content", "post-content",
		                               "page-content",
		                               "region-content" };
	static const char *const ids[] = { "main-content", "mainContent",
		                           "moduleContent", "content" };

	for (gsize i = 0; i < G_N_ELEMENTS(classes); i++)
		if (mb_html_has_word(node, "class", classes[i]))
			return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(ids); i++)
		if (mb_html_has_word(node, "id", ids[i]))
			return TRUE;
	return FALSE;
}

static gboolean
is_body(const xmlNode *node)
{
	return mb_html_is(node, "body");
}

static gboolean
is_title(const xmlNode *node)
{
	return mb_html_is(node, "title");
}

static gboolean
is_dc_title(const xmlNode *node)
{
	return mb_html_is(node, "meta") &&
	       (mb_html_has_word(node, "name", "DC.title") ||
	        mb_html_has_word(node, "name", "DC.Title"));
}

/* Bytes of text in @root. */
static gsize
text_bytes(const xmlNode *root)
{
	gsize n = 0;

	for (const xmlNode *node = root; node != NULL && n < CONTENT_MIN_BYTES;
	     node = mb_html_next(node, root, FALSE))
		if (node->type == XML_TEXT_NODE && node->content != NULL)
			n += strlen((const char *)node->content);
	return n;
}

/* Whether another element of that name stands beside it. */
static gboolean
has_sibling(const xmlNode *node)
{
	for (const xmlNode *next = node->next; next != NULL; next = next->next)
		if (mb_html_is(next, (const char *)node->name))
			return TRUE;
	return FALSE;
}

/* Where the page's own content is: by the marks of ModernGov and of HTML 5,
 * then by names that are common, else all of it.  A page of several articles is
 * a list of them, of which none is the content. */
static xmlNode *
find_content(xmlNode *root)
{
	static gboolean (*const tests[])(const xmlNode *node) = {
		is_moderngov, is_main,          has_main_anchor,
		is_article,   is_named_content, is_body,
	};

	for (gsize i = 0; i < G_N_ELEMENTS(tests); i++) {
		xmlNode *content = mb_html_find(root, root, tests[i]);

		if (tests[i] == is_article && content != NULL &&
		    has_sibling(content))
			continue;
		if (content != NULL &&
		    (tests[i] == is_body ||
		     text_bytes(content) >= CONTENT_MIN_BYTES))
			return content;
	}
	return root;
}

static void
take_title(const xmlNode *root, struct mb_lines *lines)
{
	const xmlNode *meta = mb_html_find(root, root, is_dc_title);
	const xmlNode *title = mb_html_find(root, root, is_title);
	xmlChar *text = NULL;

	if (meta != NULL)
		text = xmlGetProp(meta, (const xmlChar *)"content");
	if (text == NULL && title != NULL)
		text = xmlNodeGetContent(title);
	if (text != NULL) {
		lines->title =
		    mb_clean((const char *)text, strlen((const char *)text));
		if (*lines->title == '\0')
			g_clear_pointer(&lines->title, g_free);
	}
	xmlFree(text);
}

/* Parse UTF-8 text; NULL when nothing at all can be made of it. */
static htmlDocPtr
parse(const char *text, gsize n_bytes)
{
	return htmlReadMemory(text, (int)n_bytes, NULL, "UTF-8",
	                      HTML_PARSE_RECOVER | HTML_PARSE_NOERROR |
	                          HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
	                          HTML_PARSE_COMPACT);
}

gboolean
mb_read_html(GBytes *content, struct mb_lines *lines, GError **error)
{
	g_autofree char *text = mb_encoding_read(content);
	gsize n_bytes = strlen(text);
	xmlNode *root;
	htmlDocPtr doc;

	if (n_bytes > HTML_MAX_BYTES) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "HTML page of more than %u MB",
		            HTML_MAX_BYTES / (1024u * 1024));
		return FALSE;
	}
	doc = parse(text, n_bytes);
	root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;
	if (root != NULL) {
		xmlNode *main = find_content(root);
		gboolean arranged;

		lines->paragraphs = TRUE;
		take_title(root, lines);
		arranged = mb_moderngov_arrange(main);
		mb_html_walk(main, lines, FALSE);
		if (!arranged)
			mb_moderngov_mark_kind(lines);
	}
	xmlFreeDoc(doc);
	return TRUE;
}

void
mb_read_html_part(const char *text, gsize n_bytes, struct mb_lines *lines)
{
	htmlDocPtr doc =
	    n_bytes <= HTML_MAX_BYTES ? parse(text, n_bytes) : NULL;
	const xmlNode *root = doc != NULL ? xmlDocGetRootElement(doc) : NULL;

	if (root != NULL)
		mb_html_walk(root, lines, TRUE);
	xmlFreeDoc(doc);
}
