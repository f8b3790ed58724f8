#include <string.h>

#include "query/html.h"
#include "query/page-parts.h"

/* The boxes under the question's.  What is one field is called and explained
 * as in the table of fields. */
static const struct {
	enum mb_param param;
	enum mb_field_id field;
	const char *label; /* NULL: the field's name */
	const char *hint;  /* NULL: the field's meaning */
} parts[] = {
	{ MB_PARAM_FROM, MB_FIELD_DATE_OF, "From", "5 March 2020 or 2019" },
	{ MB_PARAM_TO, MB_FIELD_DATE_OF, "To", "11/11/2020 or 2020/21" },
	{ MB_PARAM_COMMITTEE, MB_FIELD_COMMITTEE, NULL, NULL },
	{ MB_PARAM_OFFICER, MB_FIELD_OFFICER, NULL, NULL },
};

#define TEXT_LABEL "What are you looking for?"

const char *
mb_page_typed(const struct mb_page *page, enum mb_param param)
{
	const char *value = page->params->values[param];

	return value == NULL ? "" : value;
}

/* Mark a box as wrong, so that a screen reader tells what with the box. */
static void
put_fault(struct mb_page *page, enum mb_param param)
{
	if (page->params->faults[param] != NULL)
		mb_html(page->out,
		        "<span class=\"fault\" id=\"%s-fault\">%s</span>",
		        mb_param_name(param), page->params->faults[param]);
}

static void
put_input(struct mb_page *page, enum mb_param param, const char *type)
{
	const char *name = mb_param_name(param);
	gboolean wrong = page->params->faults[param] != NULL;

	mb_html(page->out,
	        "<input type=\"%s\" id=\"%s\" name=\"%s\" value=\"%s\" "
	        "maxlength=\"%u\" autocomplete=\"off\"",
	        type, name, name, mb_page_typed(page, param),
	        (guint)MB_QUESTION_MAX_BYTES);
	mb_html(page->out, " aria-describedby=\"%s-hint", name);
	if (wrong)
		mb_html(page->out, " %s-fault\" aria-invalid=\"true", name);
	mb_html(page->out, "\"");
	if (param == MB_PARAM_COMMITTEE && page->committees != NULL)
		mb_html(page->out, " list=\"committees\"");
	if (param == MB_PARAM_TEXT)
		mb_html(page->out, " spellcheck=\"false\"");
	mb_html(page->out, ">");
}

static void
put_committees(struct mb_page *page)
{
	if (page->committees == NULL)
		return;
	mb_html(page->out, "<datalist id=\"committees\">");
	for (guint i = 0; i < page->committees->len; i++)
		mb_html(page->out, "<option value=\"%s\"></option>",
		        (const char *)g_ptr_array_index(page->committees, i));
	mb_html(page->out, "</datalist>\n");
}

static void
put_field(struct mb_page *page, const struct mb_field *field)
{
	if (field->name[0] == '\0')
		return;
	mb_html(page->out,
	        "<tr><th scope=\"row\"><code>%s:</code></th>"
	        "<td>%s</td><td><code>%s</code></td></tr>\n",
	        field->name, field->meaning, field->example);
}

static void
put_help(struct mb_page *page)
{
	GString *out = page->out;

	mb_html(out,
	        "<details><summary>How to ask</summary>\n"
	        "<p>Every word is needed. Words match in all their forms: "
	        "<code>foster</code> finds fostering.</p>\n<ul>\n"
	        "<li><code>\"foster carer\"</code> these words, one after the "
	        "other</li>\n"
	        "<li><code>recruit*</code> words that begin so</li>\n"
	        "<li><code>fostering OR adoption</code> either of them</li>\n"
	        "<li><code>fostering NOT budget</code> or "
	        "<code>fostering -budget</code> one without the other</li>\n"
	        "<li><code>carer NEAR allowance</code> close together</li>\n"
	        "<li><code>(a OR b) c</code> brackets group</li>\n</ul>\n"
	        "<p>A field's name and a colon look in one place only:</p>\n"
	        "<table><thead><tr><th scope=\"col\">Field</th>"
	        "<th scope=\"col\">What it is</th>"
	        "<th scope=\"col\">Example</th></tr></thead>\n<tbody>\n");
	for (guint i = 0; i < MB_N_FIELDS; i++)
		put_field(page, &mb_fields()[i]);
	mb_html(out, "</tbody></table></details>\n");
}

/* "Committee".  Transfer full. */
static char *
part_label(gsize i)
{
	char *label;

	if (parts[i].label != NULL)
		return g_strdup(parts[i].label);
	label = g_strdup(mb_fields()[parts[i].field].name);
	label[0] = g_ascii_toupper(label[0]);
	return label;
}

static void
put_part(struct mb_page *page, gsize i)
{
	const char *name = mb_param_name(parts[i].param);
	const char *hint = parts[i].hint != NULL
	                       ? parts[i].hint
	                       : mb_fields()[parts[i].field].meaning;
	g_autofree char *label = part_label(i);

	mb_html(page->out,
	        "<div><label for=\"%s\">%s</label>"
	        "<span class=\"hint\" id=\"%s-hint\">%s</span>",
	        name, label, name, hint);
	put_fault(page, parts[i].param);
	put_input(page, parts[i].param, "text");
	mb_html(page->out, "</div>\n");
}

void
mb_page_form(struct mb_page *page)
{
	GString *out = page->out;
	const char *sort = mb_page_typed(page, MB_PARAM_SORT);

	mb_html(out, "<form role=\"search\" method=\"get\" action=\"?\">\n"
	             "<label for=\"q\">" TEXT_LABEL "</label>\n"
	             "<span class=\"hint\" id=\"q-hint\">A topic, a name or a "
	             "minute number</span>\n");
	put_fault(page, MB_PARAM_TEXT);
	mb_html(out, "<div class=\"box\">");
	put_input(page, MB_PARAM_TEXT, "search");
	mb_html(out, "<button>Search</button></div>\n<div class=\"parts\">\n");
	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		put_part(page, i);
	mb_html(out, "</div>\n");
	if (sort[0] != '\0' && page->params->faults[MB_PARAM_SORT] == NULL)
		mb_html(out,
		        "<input type=\"hidden\" name=\"sort\" value=\"%s\">",
		        sort);
	put_committees(page);
	put_help(page);
	mb_html(out, "</form>\n");
}

/* What the page calls a parameter.  Transfer full. */
char *
mb_page_param_label(enum mb_param param)
{
	static const char *const labels[MB_N_PARAMS] = {
		[MB_PARAM_TEXT] = "Question",
		[MB_PARAM_SORT] = "Order",
		[MB_PARAM_PAGE] = "Page",
		[MB_PARAM_ID] = "Item",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(parts); i++)
		if (parts[i].param == param)
			return part_label(i);
	return g_strdup(labels[param]);
}
