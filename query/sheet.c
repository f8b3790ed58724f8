#include "query/sheet.h"

#include "query/html.h"

/* sheet.css as one string, made by the build. */
static const char style[] =
#include "query/sheet.inc"
    ;

void
mb_sheet_begin(GString *out, const char *title, const char *caption)
{
	mb_html(out,
	        "<!DOCTYPE html>\n<html lang=\"en-GB\">\n<head>\n"
	        "<meta charset=\"utf-8\">\n"
	        "<meta name=\"viewport\" "
	        "content=\"width=device-width, initial-scale=1\">\n"
	        "<meta name=\"generator\" content=\"minutebook\">\n"
	        "<title>%s</title>\n<style>",
	        title);
	g_string_append(out, style);
	mb_html(out,
	        "</style>\n</head>\n<body>\n<main>\n<header>\n"
	        "<h1>%s</h1>\n",
	        title);
	if (caption != NULL)
		mb_html(out, "<p class=\"caption\">%s</p>\n", caption);
	mb_html(out, "</header>\n");
}

void
mb_sheet_end(GString *out)
{
	mb_html(out, "</main>\n</body>\n</html>\n");
}
