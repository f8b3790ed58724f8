#include "indexer/html-tree.h"

#include <string.h>

gboolean
mb_html_is(const xmlNode *node, const char *name)
{
	return node->type == XML_ELEMENT_NODE &&
	       g_ascii_strcasecmp((const char *)node->name, name) == 0;
}

char *
mb_html_attribute(const xmlNode *node, const char *name)
{
	xmlChar *value = xmlGetProp(node, (const xmlChar *)name);
	char *copy = g_strdup((const char *)value);

	xmlFree(value);
	return copy;
}

gboolean
mb_html_has_word(const xmlNode *node, const char *name, const char *word)
{
	g_autofree char *value = mb_html_attribute(node, name);
	g_auto(GStrv) words = NULL;

	if (value == NULL || strstr(value, word) == NULL)
		return FALSE;
	words = g_strsplit_set(value, " \t\r\n", -1);
	return g_strv_contains((const char *const *)words, word);
}

const xmlNode *
mb_html_next(const xmlNode *node, const xmlNode *root, gboolean skip)
{
	if (!skip && node->type == XML_ELEMENT_NODE && node->children != NULL)
		return node->children;
	while (node != root && node->next == NULL)
		node = node->parent;
	return node == root ? NULL : node->next;
}

static gboolean
has_any(const xmlNode *node, const char *name, const char *const *words)
{
	for (; *words != NULL; words++)
		if (mb_html_has_word(node, name, *words))
			return TRUE;
	return FALSE;
}

/* What people do not read as the paper: code, menus, forms, the site's frame.
 * ModernGov prints "PDF 172 KB" beside each title in a span of class
 * mgFileSize, and its lists of links in mgLinks.  Classes are those of
 * ModernGov, WordPress, Drupal and Bootstrap: whoever has others is read with
 * what is around the paper. */
static const char *const silent_elements[] = {
	"script", "style",  "noscript", "template", "head",  "nav",
	"footer", "select", "button",   "textarea", "svg",   "iframe",
	"object", "input",  "datalist", "audio",    "video", "map",
	"aside",  "dialog", NULL
};
static const char *const silent_classes[] = {
	"mgFileSize",  "mgLinks",       "mgHide",          "mgActionList",
	"mgHelpLine",  "sr-only",       "visually-hidden", "screen-reader-text",
	"menu",        "breadcrumb",    "breadcrumbs",     "navbar",
	"pagination",  "cookie",        "cookie-banner",   "cookie-notice",
	"skip-link",   "site-header",   "site-footer",     "sidebar",
	"widget-area", "comments-area", "sharedaddy",      NULL
};
static const char *const silent_roles[] = { "navigation",    "banner",
	                                    "contentinfo",   "search",
	                                    "complementary", "dialog",
	                                    "alertdialog",   NULL };

static gboolean
is_no_content(const xmlNode *node)
{
	for (gsize i = 0; silent_elements[i] != NULL; i++)
		if (mb_html_is(node, silent_elements[i]))
			return TRUE;
	return has_any(node, "class", silent_classes) ||
	       has_any(node, "role", silent_roles);
}

/* What is not shown.  ModernGov hides its title, "Agenda and draft minutes",
 * which says what the page is. */
static gboolean
is_hidden(const xmlNode *node)
{
	g_autofree char *style = NULL;

	if (node->properties == NULL)
		return FALSE;
	if (xmlHasProp((xmlNode *)(gsize)node, (const xmlChar *)"hidden"))
		return TRUE;
	style = mb_html_attribute(node, "style");
	if (style == NULL || mb_html_has_word(node, "class", "mgMainTitleTxt"))
		return FALSE;
	return g_regex_match_simple("display\\s*:\\s*none", style,
	                            G_REGEX_CASELESS, 0);
}

/* The site's own header; that of an article is part of it. */
static gboolean
is_site_header(const xmlNode *node)
{
	return mb_html_is(node, "header") && node->parent != NULL &&
	       !mb_html_is(node->parent, "article") &&
	       !mb_html_is(node->parent, "main") &&
	       !mb_html_is(node->parent, "section");
}

gboolean
mb_html_is_skipped(const xmlNode *node)
{
	return is_no_content(node) || is_site_header(node) || is_hidden(node);
}

int
mb_html_int(const xmlNode *node, const char *name, int otherwise)
{
	g_autofree char *value = mb_html_attribute(node, name);
	gint64 n;

	if (value == NULL ||
	    !g_ascii_string_to_signed(value, 10, -100000, 100000, &n, NULL))
		return otherwise;
	return (int)n;
}

xmlNode *
mb_html_find(const xmlNode *node, const xmlNode *root,
             gboolean (*test)(const xmlNode *node))
{
	for (; node != NULL; node = mb_html_next(node, root, FALSE))
		if (test(node))
			return (xmlNode *)(gsize)node;
	return NULL;
}
