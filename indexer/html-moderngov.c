#include "indexer/html-moderngov.h"

#include <string.h>

#include "indexer/clean.h"
#include "indexer/html-tree.h"

/* So many places that begin with "Meeting of" are tried, and of so many bytes
 * each: the link to the meeting stands above all text. */
#define PLACES_MAX      20u
#define PLACE_MAX_BYTES 600u

/* "Meeting of Health and Wellbeing Board, Wednesday, 22nd March, 2017 6.30 pm
 * (Item 285.)" stands between the links of an item's page. */
#define MEETING_PATTERN                                                        \
	"^Meeting of (.+? \\d{4}\\b.*?)"                                       \
	"(?:\\s*\\((?:Agenda )?Item ([0-9A-Za-z./]{1,12}?)\\.?\\))?$"

static gboolean
is_page_kind(const xmlNode *node)
{
	return mb_html_is(node, "h1");
}

static gboolean
is_subject(const xmlNode *node)
{
	return mb_html_has_word(node, "class", "mgSubTitleTxt") ||
	       mb_html_is(node, "h2");
}

static gboolean
names_meeting(const xmlNode *node)
{
	const char *text = (const char *)node->content;

	return node->type == XML_TEXT_NODE && text != NULL &&
	       g_str_has_prefix(text + strspn(text, " \t\r\n"), "Meeting of");
}

/* What stands in @node as one line.  Transfer full. */
static char *
text_of(const xmlNode *node)
{
	xmlChar *raw = xmlNodeGetContent(node);
	char *text =
	    raw == NULL
		? g_strdup("")
		: mb_clean((const char *)raw,
	                   MIN(strlen((const char *)raw), PLACE_MAX_BYTES));

	xmlFree(raw);
	return text;
}

/* The entry, paragraph or heading that a text stands in: its link may be only
 * part of it. */
static xmlNode *
block_of(xmlNode *text, const xmlNode *root)
{
	xmlNode *node = text->parent;

	while (node != root &&
	       (mb_html_is(node, "a") || mb_html_is(node, "span") ||
	        mb_html_is(node, "strong")))
		node = node->parent;
	return node;
}

/* The meeting, and the item's number in it, "" when it has none.  Both transfer
 * full; FALSE when the page names no meeting. */
static gboolean
read_meeting(const xmlNode *content, char **meeting, char **number)
{
	g_autoptr(GRegex) pattern =
	    g_regex_new(MEETING_PATTERN, G_REGEX_OPTIMIZE, 0, NULL);
	xmlNode *at = mb_html_find(content, content, names_meeting);

	for (guint n = 0; at != NULL && n < PLACES_MAX; n++) {
		g_autofree char *text = text_of(block_of(at, content));
		g_autoptr(GMatchInfo) match = NULL;
		const xmlNode *next = mb_html_next(at, content, FALSE);

		if (g_regex_match(pattern, text, 0, &match)) {
			*meeting = g_match_info_fetch(match, 1);
			*number = g_match_info_fetch(match, 2);
			return TRUE;
		}
		at = mb_html_find(next, content, names_meeting);
	}
	return FALSE;
}

/* Below the subject, now of the third level, "Minutes:" and "Decision:" are of
 * the fourth, as paragraphs of their class are on a meeting's page. */
static void
lower_headings(const xmlNode *subject, const xmlNode *content)
{
	const xmlNode *node = mb_html_next(subject, content, TRUE);

	for (; node != NULL; node = mb_html_next(node, content, FALSE))
		if (mb_html_is(node, "h2") || mb_html_is(node, "h3"))
			xmlNodeSetName((xmlNode *)(gsize)node,
			               (const xmlChar *)"h4");
}

/* A heading of the text @label and @text; @node is one already, and keeps its
 * place. */
static void
set_heading(xmlNode *node, const char *name, const char *label,
            const char *text)
{
	g_autofree char *whole = g_strconcat(label, text, NULL);

	xmlNodeSetName(node, (const xmlChar *)name);
	xmlNodeSetContent(node, NULL);
	xmlNodeAddContent(node, (const xmlChar *)whole);
}

gboolean
mb_moderngov_arrange(xmlNode *content)
{
	xmlNode *kind = mb_html_find(content, content, is_page_kind);
	xmlNode *subject = NULL, *above;
	g_autofree char *name = NULL, *title = NULL;
	g_autofree char *meeting = NULL, *number = NULL, *label = NULL;

	if (kind == NULL)
		return FALSE;
	name = text_of(kind);
	if (strcmp(name, "Agenda item") != 0 ||
	    (subject = mb_html_find(kind, content, is_subject)) == NULL ||
	    !read_meeting(content, &meeting, &number))
		return FALSE;
	title = text_of(subject);
	label =
	    *number != '\0' ? g_strconcat(number, ". ", NULL) : g_strdup("");
	lower_headings(subject, content);
	above =
	    xmlAddPrevSibling(subject, xmlNewNode(NULL, (const xmlChar *)"h2"));
	if (above == NULL)
		return FALSE;
	set_heading(above, "h2", "", meeting);
	set_heading(subject, "h3", label, title);
	return *number != '\0';
}

void
mb_moderngov_mark_kind(struct mb_lines *lines)
{
	static const char *const kinds[] = { "Agenda item", "Issue details",
		                             "Issue - details", NULL };
	struct mb_line *first =
	    lines->lines->len > 0 ? mb_lines_at(lines, 0) : NULL;

	if (first == NULL || first->heading != 1)
		return;
	if (g_strv_contains(kinds, first->text))
		first->furniture = TRUE;
	if (first->furniture || strcmp(first->text, "Decision details") == 0)
		first->heading = 0;
}
