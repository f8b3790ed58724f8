/* Writes a PDF of an invented borough's minutes, for tests of the real program.
 *	make-scan FILE PAGE...
 * where a PAGE is "text", "picture", "outlines" or "blank". */
#include <stdio.h>
#include <string.h>

#include "tests/unit/scan.h"

#define MAX_PAGES 20
#define DPI       200

static const struct {
	const char *name;
	enum scan_page page;
} names[] = {
	{ "text", SCAN_TEXT },
	{ "picture", SCAN_PICTURE },
	{ "outlines", SCAN_OUTLINES },
	{ "blank", SCAN_BLANK },
};

int
main(int argc, char **argv)
{
	enum scan_page pages[MAX_PAGES];
	gsize n_pages = 0;
	g_autoptr(GBytes) pdf = NULL;
	gsize n_bytes;
	const char *bytes;

	for (int i = 2; i < argc && n_pages < MAX_PAGES; i++)
		for (gsize k = 0; k < G_N_ELEMENTS(names); k++)
			if (strcmp(argv[i], names[k].name) == 0)
				pages[n_pages++] = names[k].page;
	if (n_pages == 0)
		return 2;
	pdf = scan_pdf(pages, n_pages, DPI);
	bytes = g_bytes_get_data(pdf, &n_bytes);
	return g_file_set_contents(argv[1], bytes, (gssize)n_bytes, NULL) ? 0
	                                                                  : 1;
}
