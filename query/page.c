#include "query/page.h"

#include <string.h>

#include "query/html.h"
#include "query/page-parts.h"

/* style.css as one string, made by the build. */
static const char style[] =
#include "query/style.inc"
    ;

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

void
mb_page_begin(struct mb_page *page, const char *title)
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
	mb_html(out, "</div></header>\n"
	             "<main id=\"main\" class=\"wide\" tabindex=\"-1\">\n");
}

void
mb_page_end(struct mb_page *page)
{
	mb_html(page->out, "</main>\n</body>\n</html>\n");
}

void
mb_page_front(struct mb_page *page)
{
	mb_page_begin(page, "Search");
	mb_html(page->out, "<h1>Search the committee papers</h1>\n");
	mb_page_form(page);
	mb_page_end(page);
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

	mb_page_begin(page, "Something is wrong with the question");
	mb_html(out, "<div class=\"faults\" role=\"alert\">\n"
	             "<h1>That could not be read</h1>\n<ul>\n");
	if (params->fault != NULL)
		mb_html(out, "<li>Address: %s</li>\n", params->fault);
	for (guint i = 0; i < MB_N_PARAMS; i++) {
		enum mb_param param = (enum mb_param)i;
		g_autofree char *label = mb_page_param_label(param);

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
	mb_page_form(page);
	mb_page_end(page);
}

void
mb_page_notice(struct mb_page *page, const char *heading, const char *text)
{
	mb_page_begin(page, heading);
	mb_html(page->out,
	        "<h1>%s</h1>\n<p>%s</p>\n"
	        "<p><a href=\"?\">Search the committee papers</a></p>\n",
	        heading, text);
	mb_page_end(page);
}
