#include "query/page.h"

#include <string.h>

#include "base/date.h"
#include "query/html.h"
#include "query/plain.h"
#include "query/render.h"
#include "query/snippet.h"

/* style.css as one string, made by the build. */
static const char style[] =
#include "query/style.inc"
    ;

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

char *
mb_page_style_source(void)
{
	g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);
	guint8 digest[32];
	gsize n = sizeof(digest);
	g_autofree char *base64 = NULL;

	g_checksum_update(sum, (const guchar *)style, sizeof(style) - 1);
	g_checksum_get_digest(sum, digest, &n);
	base64 = g_base64_encode(digest, n);
	return g_strdup_printf("'sha256-%s'", base64);
}

static const char *
page_title(const struct mb_page *page)
{
	return page->conf == NULL ? "Committee papers"
	                          : mb_conf_server_title(page->conf);
}

static const char *
typed(const struct mb_page *page, enum mb_param param)
{
	const char *value = page->params->values[param];

	return value == NULL ? "" : value;
}

static void
begin(struct mb_page *page, const char *title)
{
	const char *council =
	    page->conf == NULL ? NULL : mb_conf_council(page->conf);
	GString *out = page->out;

	mb_html(out,
	        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
	        "<meta charset=\"utf-8\">\n"
	        "<meta name=\"viewport\" "
	        "content=\"width=device-width, initial-scale=1\">\n"
	        "<title>%s - %s</title>\n<style>",
	        title, page_title(page));
	g_string_append(out, style);
	mb_html(out,
	        "</style>\n</head>\n<body>\n"
	        "<a class=\"skip\" href=\"#main\">Skip to what was found</a>\n"
	        "<header><div class=\"wide\"><a href=\"?\">%s</a>",
	        page_title(page));
	if (council != NULL)
		mb_html(out, " <span class=\"council\">%s</span>", council);
	mb_html(out, "</div></header>\n");
}

static void
end(struct mb_page *page)
{
	mb_html(page->out, "</main>\n</body>\n</html>\n");
}

static void
begin_main(struct mb_page *page)
{
	mb_html(page->out, "<main id=\"main\" class=\"wide\" "
	                   "tabindex=\"-1\">\n");
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
	        type, name, name, typed(page, param),
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

static void
put_form(struct mb_page *page)
{
	GString *out = page->out;
	const char *sort = typed(page, MB_PARAM_SORT);

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

void
mb_page_front(struct mb_page *page)
{
	begin(page, "Search");
	begin_main(page);
	mb_html(page->out, "<h1>Search the committee papers</h1>\n");
	put_form(page);
	end(page);
}

/* What the page calls a parameter.  Transfer full. */
static char *
param_label(enum mb_param param)
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

static gboolean
has_box(enum mb_param param)
{
	return param != MB_PARAM_SORT && param != MB_PARAM_PAGE &&
	       param != MB_PARAM_ID;
}

/* The question up to the place that is wrong, and from there. */
static void
put_place(struct mb_page *page, const struct mb_question *question,
          const struct mb_fault *fault)
{
	const char *text = fault->part == MB_PART_TEXT ? question->text
	                   : fault->part == MB_PART_COMMITTEE
	                       ? question->committee
	                   : fault->part == MB_PART_OFFICER ? question->officer
	                                                    : NULL;
	g_autofree char *before = NULL;
	const char *after;

	if (text == NULL || fault->column == 0)
		return;
	before = g_utf8_substring(text, 0, (glong)fault->column - 1);
	after = text + strlen(before);
	mb_html(page->out, "<p><code>%s<mark>%s</mark></code></p>\n", before,
	        after);
}

void
mb_page_faults(struct mb_page *page, const struct mb_question *question,
               const struct mb_fault *fault)
{
	const struct mb_params *params = page->params;
	GString *out = page->out;

	begin(page, "Something is wrong with the question");
	begin_main(page);
	mb_html(out, "<div class=\"faults\" role=\"alert\">\n"
	             "<h1>That could not be read</h1>\n<ul>\n");
	if (params->fault != NULL)
		mb_html(out, "<li>Address: %s</li>\n", params->fault);
	for (guint i = 0; i < MB_N_PARAMS; i++) {
		enum mb_param param = (enum mb_param)i;
		g_autofree char *label = param_label(param);

		if (params->faults[i] == NULL)
			continue;
		if (has_box(param))
			mb_html(out, "<li><a href=\"#%s\">%s: %s</a></li>\n",
			        mb_param_name(param), label, params->faults[i]);
		else
			mb_html(out, "<li>%s: %s</li>\n", label,
			        params->faults[i]);
	}
	mb_html(out, "</ul>\n");
	put_place(page, question, fault);
	mb_html(out, "</div>\n");
	put_form(page);
	end(page);
}

/* Where the item stands: the published paper where that is known, else the
 * paper's name.  Folders of the server are nobody's business. */
static void
put_source(struct mb_page *page, const struct mb_source *source)
{
	g_autofree char *name = g_path_get_basename(source->path);
	g_autofree char *url =
	    mb_conf_paper_url(page->conf, source->path, source->page_no);

	if (url != NULL)
		mb_html(page->out, "<a href=\"%s\">", url);
	mb_html(page->out, "%s", name);
	if (source->page_no > 0)
		mb_html(page->out, ", page %u", source->page_no);
	if (url != NULL)
		mb_html(page->out, "</a>");
	if (source->label != NULL && source->label[0] != '\0')
		mb_html(page->out, " (printed %s)", source->label);
}

/* "5 March 2020 · Scrutiny Committee · minute 20". */
static void
put_meta(struct mb_page *page, const struct mb_item *item)
{
	g_autofree char *iso = mb_date_to_iso(item->date_ymd);
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *number = mb_render_kind_number(item);

	mb_html(page->out, "<p class=\"meta\">");
	if (iso != NULL)
		mb_html(page->out, "<time datetime=\"%s\">%s</time>", iso,
		        date);
	else
		mb_html(page->out, "%s", date);
	if (item->committee != NULL)
		mb_html(page->out, " \302\267 %s", item->committee);
	mb_html(page->out, " \302\267 %s</p>\n", number);
}

static void
put_hit_title(struct mb_page *page, const struct mb_item *item,
              struct mb_marker *marker)
{
	g_autofree char *title = mb_render_title(item);
	g_autofree char *link =
	    mb_params_link(page->params, MB_PARAM_ID, item->id);

	mb_html(page->out, "<h3><a href=\"%s\">", link);
	if (marker == NULL) {
		mb_html_text(page->out, title);
	} else {
		g_autoptr(GArray) marks = mb_marker_all(marker, title);

		mb_html_marked(page->out, title, marks);
	}
	mb_html(page->out, "</a></h3>\n");
}

static void
put_hit(struct mb_page *page, const struct mb_item *item,
        struct mb_marker *marker)
{
	GString *out = page->out;
	g_autofree char *officers = mb_render_people(item->officers);

	mb_html(out, "<li>");
	put_hit_title(page, item, marker);
	put_meta(page, item);
	if (officers[0] != '\0')
		mb_html(out, "<p class=\"meta\">%s: %s</p>\n",
		        item->officers->len == 1 ? "Officer" : "Officers",
		        officers);
	if (marker != NULL) {
		g_autoptr(mb_snippet) snippet = mb_snippet_make(marker, item);

		mb_html(out, "<p class=\"snippet\">");
		mb_html_marked(out, snippet->text, snippet->marks);
		mb_html(out, "</p>\n");
	}
	if (item->sources->len > 0) {
		mb_html(out, "<p class=\"source\">");
		put_source(page, g_ptr_array_index(item->sources, 0));
		mb_html(out, "</p>");
	}
	mb_html(out, "</li>\n");
}

/* A row that can't be read, or that should not be in an open index at all,
 * is left out. */
static void
put_hits(struct mb_page *page, struct mb_answer *answer, guint first)
{
	mb_html(page->out, "<ol class=\"hits\" start=\"%u\">\n", first + 1);
	for (guint i = 0; i < mb_answer_n_rows(answer); i++) {
		const struct mb_item *item = mb_answer_item(answer, i, NULL);
		g_autoptr(mb_marker) marker = NULL;

		if (item == NULL || item->exempt)
			continue;
		marker = mb_answer_marker(answer, item);
		put_hit(page, item, marker);
	}
	mb_html(page->out, "</ol>\n");
}

/* Another order begins at its first page. */
static void
put_orders(struct mb_page *page, enum mb_sort now)
{
	static const struct {
		enum mb_sort sort;
		const char *label;
	} orders[] = {
		{ MB_SORT_RELEVANCE, "Best match" },
		{ MB_SORT_NEWEST, "Newest" },
		{ MB_SORT_OLDEST, "Oldest" },
	};
	struct mb_params without = *page->params;

	without.values[MB_PARAM_PAGE] = NULL;
	mb_html(page->out, "<nav aria-label=\"Order\"><ul>\n");
	for (gsize i = 0; i < G_N_ELEMENTS(orders); i++) {
		g_autofree char *link =
		    mb_params_link(&without, MB_PARAM_SORT,
		                   mb_question_sort_name(orders[i].sort));

		if (orders[i].sort == now)
			mb_html(page->out,
			        "<li aria-current=\"true\">"
			        "<strong>%s</strong></li>\n",
			        orders[i].label);
		else
			mb_html(page->out, "<li><a href=\"%s\">%s</a></li>\n",
			        link, orders[i].label);
	}
	mb_html(page->out, "</ul></nav>\n");
}

static void
put_page_link(struct mb_page *page, guint number, const char *rel,
              const char *label)
{
	g_autofree char *text = g_strdup_printf("%u", number);
	g_autofree char *link =
	    mb_params_link(page->params, MB_PARAM_PAGE, text);

	mb_html(page->out, "<a rel=\"%s\" href=\"%s\">%s</a>\n", rel, link,
	        label);
}

static void
put_pages(struct mb_page *page, guint n_pages)
{
	guint now = page->params->page;

	if (n_pages < 2)
		return;
	mb_html(page->out,
	        "<nav class=\"pages\" aria-label=\"Pages of results\">\n");
	if (now > 1)
		put_page_link(page, now - 1, "prev", "Previous page");
	mb_html(page->out, "<p>Page %u of %u</p>\n", now, n_pages);
	if (now < n_pages)
		put_page_link(page, now + 1, "next", "Next page");
	mb_html(page->out, "</nav>\n");
}

static void
put_none(struct mb_page *page, const char *respelt)
{
	mb_html(page->out,
	        "<h2>Nothing was found</h2>\n<div class=\"note\">\n");
	if (respelt != NULL) {
		g_autofree char *link =
		    mb_params_link(page->params, MB_PARAM_TEXT, respelt);

		mb_html(page->out,
		        "<p>Did you mean <a href=\"%s\">%s</a>?</p>\n", link,
		        respelt);
	}
	mb_html(page->out,
	        "<p>Every word is needed: try fewer words, another word for "
	        "the same thing, a wider range of dates, or "
	        "<code>OR</code> between words.</p>\n</div>\n");
}

void
mb_page_results(struct mb_page *page, struct mb_answer *answer,
                const struct mb_question *question, const char *respelt)
{
	guint n_matches = mb_answer_n_matches(answer);
	guint n_rows = mb_answer_n_rows(answer);
	guint n_pages = (n_matches + question->n_max - 1) / question->n_max;
	GString *out = page->out;

	begin(page, typed(page, MB_PARAM_TEXT)[0] == '\0'
	                ? "Search"
	                : typed(page, MB_PARAM_TEXT));
	begin_main(page);
	mb_html(out, "<h1>Search the committee papers</h1>\n");
	put_form(page);
	if (n_matches == 0) {
		put_none(page, respelt);
		end(page);
		return;
	}
	mb_html(out, "<div class=\"bar\"><h2>%u item%s", n_matches,
	        n_matches == 1 ? "" : "s");
	if (n_rows < n_matches)
		mb_html(out, ", %u to %u shown", question->first + 1,
		        question->first + n_rows);
	mb_html(out, "</h2>\n");
	if (n_matches > 1)
		put_orders(page, question->sort);
	mb_html(out, "</div>\n");
	put_hits(page, answer, question->first);
	put_pages(page, n_pages);
	end(page);
}

static void
put_fact(struct mb_page *page, const char *name, const char *value)
{
	if (value != NULL && value[0] != '\0')
		mb_html(page->out, "<dt>%s</dt><dd>%s</dd>\n", name, value);
}

static void
put_people(struct mb_page *page, const char *name, const GPtrArray *people)
{
	if (people->len == 0)
		return;
	mb_html(page->out, "<dt>%s</dt><dd><ul>", name);
	for (guint i = 0; i < people->len; i++) {
		g_autofree char *person =
		    mb_render_person(g_ptr_array_index(people, i));

		mb_html(page->out, "<li>%s</li>", person);
	}
	mb_html(page->out, "</ul></dd>\n");
}

static void
put_names(struct mb_page *page, const char *name, const GPtrArray *names)
{
	g_autoptr(GString) all = g_string_new(NULL);

	for (guint i = 0; i < names->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == 0 ? "" : ", ",
		    (const char *)g_ptr_array_index(names, i));
	put_fact(page, name, all->str);
}

static void
put_refs(struct mb_page *page, const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);
		g_autofree char *text = mb_render_ref(ref);

		put_fact(page, ref->dir == MB_REF_BACK ? "Earlier" : "Later",
		         text);
	}
}

static void
put_actions(struct mb_page *page, const struct mb_item *item)
{
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		put_fact(page, "Action for", action->owner);
		put_fact(page, "Due", action->due);
		put_fact(page, "Status", action->status);
	}
}

static void
put_sources(struct mb_page *page, const struct mb_item *item)
{
	if (item->sources->len == 0)
		return;
	mb_html(page->out, "<dt>%s</dt><dd><ul>",
	        item->sources->len == 1 ? "Paper" : "Papers");
	for (guint i = 0; i < item->sources->len; i++) {
		mb_html(page->out, "<li class=\"source\">");
		put_source(page, g_ptr_array_index(item->sources, i));
		mb_html(page->out, "</li>");
	}
	mb_html(page->out, "</ul></dd>\n");
}

static void
put_facts(struct mb_page *page, const struct mb_item *item)
{
	mb_html(page->out, "<dl>\n");
	put_fact(page, "Council", item->council);
	put_people(page, "Officers", item->officers);
	put_names(page, "Members", item->members);
	put_people(page, "Others", item->people_other);
	put_names(page, "Authors", item->authors);
	put_refs(page, item);
	put_actions(page, item);
	put_sources(page, item);
	mb_html(page->out, "<dt>Id</dt><dd><code>%s</code></dd>\n</dl>\n",
	        item->id);
}

static void
put_resolutions(struct mb_page *page, const struct mb_item *item)
{
	if (item->resolutions->len == 0)
		return;
	mb_html(page->out,
	        "<section class=\"resolved\"><h2>Resolved</h2><ol>\n");
	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);

		mb_html(page->out, "<li>%s %s</li>\n", resolution->label,
		        resolution->text);
	}
	mb_html(page->out, "</ol></section>\n");
}

static void
put_text(struct mb_page *page, struct mb_answer *answer,
         const struct mb_item *item)
{
	g_autoptr(mb_marker) marker = mb_answer_marker(answer, item);
	g_autofree char *text = mb_plain_unwrap(item->text);
	g_autoptr(GArray) marks = mb_marker_all(marker, text);

	if (text[0] == '\0')
		return;
	mb_html(page->out, "<h2>Text</h2>\n<div class=\"text\">");
	mb_html_marked(page->out, text, marks);
	mb_html(page->out, "</div>\n");
}

/* Back to the search that found it, or to the box. */
static void
put_back(struct mb_page *page)
{
	g_autofree char *link = mb_params_link(page->params, MB_PARAM_ID, NULL);

	mb_html(page->out,
	        "<nav class=\"back\" aria-label=\"Back\"><p>"
	        "<a href=\"%s\">%s</a></p></nav>\n",
	        link,
	        strcmp(link, "?") == 0 ? "Search the committee papers"
	                               : "Back to what was found");
}

void
mb_page_item(struct mb_page *page, struct mb_answer *answer,
             const struct mb_item *item)
{
	g_autofree char *title = mb_render_title(item);

	begin(page, title);
	begin_main(page);
	put_back(page);
	mb_html(page->out, "<article>\n<h1>%s</h1>\n", title);
	put_meta(page, item);
	if (item->private_business)
		mb_html(page->out,
		        "<p class=\"note\">This is the public record "
		        "of business that was dealt with in "
		        "private.</p>\n");
	put_facts(page, item);
	put_resolutions(page, item);
	put_text(page, answer, item);
	mb_html(page->out, "</article>\n");
	end(page);
}

void
mb_page_choice(struct mb_page *page, const GPtrArray *items)
{
	begin(page, "Several items");
	begin_main(page);
	put_back(page);
	mb_html(page->out, "<h1>Several items go by this id</h1>\n"
	                   "<ol class=\"hits\">\n");
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *item = g_ptr_array_index(items, i);

		if (!item->exempt)
			put_hit(page, item, NULL);
	}
	mb_html(page->out, "</ol>\n");
	end(page);
}

void
mb_page_notice(struct mb_page *page, const char *heading, const char *text)
{
	begin(page, heading);
	begin_main(page);
	mb_html(page->out,
	        "<h1>%s</h1>\n<p>%s</p>\n"
	        "<p><a href=\"?\">Search the committee papers</a></p>\n",
	        heading, text);
	end(page);
}
