/* scan: PDFs of an invented borough's minutes, as a printer, a scanner and an
 * old copier would leave them. */
#ifndef MB_TESTS_UNIT_SCAN_H
#define MB_TESTS_UNIT_SCAN_H

#include <cairo-pdf.h>
#include <glib.h>

#ifdef __SANITIZE_ADDRESS__
/* Fontconfig, which finds the letters, never gives back some of its tables. */
const char *__lsan_default_suppressions(void);
const char *
__lsan_default_suppressions(void)
{
	return "leak:libfontconfig\n";
}
#endif

#define SCAN_WIDTH  595
#define SCAN_HEIGHT 842

static const char *const scan_lines[] = {
	"ELLERSHAM BOROUGH COUNCIL",
	"Minutes of the Allotments Committee",
	"held on 4 March 2003 in the Town Hall",
	"",
	"Present: Councillor R Oakes (Chairman), Councillor J Hallam",
	"",
	"1. APOLOGIES FOR ABSENCE",
	"There were no apologies for absence.",
	"",
	"2. ALLOTMENT RENTS",
	"The Clerk reported that the rent of an allotment had not been",
	"changed since the year 1997, and that the water rate had doubled.",
	"RESOLVED that the rent be raised by four pounds from October.",
	"",
	"3. THE PAVILION ROOF",
	"Councillor Hallam asked when the roof of the pavilion would be",
	"mended. The Surveyor had two tenders and would report in May.",
};

/* What a page of it may hold. */
enum scan_page {
	SCAN_TEXT,     /* letters */
	SCAN_PICTURE,  /* a picture of them */
	SCAN_OUTLINES, /* their shapes */
	SCAN_STAMPED,  /* a picture of them, with a page number as text */
	SCAN_BLANK,
	SCAN_RULE, /* a line, and no more */
	SCAN_LOGO, /* a small picture, and no more */
};

static inline void
scan_show(cairo_t *cr, gboolean as_outlines)
{
	cairo_set_source_rgb(cr, 0, 0, 0);
	cairo_select_font_face(cr, "serif", CAIRO_FONT_SLANT_NORMAL,
	                       CAIRO_FONT_WEIGHT_NORMAL);
	cairo_set_font_size(cr, 12);
	for (gsize i = 0; i < G_N_ELEMENTS(scan_lines); i++) {
		cairo_move_to(cr, 72, 90 + 18 * (double)i);
		if (!as_outlines) {
			cairo_show_text(cr, scan_lines[i]);
			continue;
		}
		cairo_text_path(cr, scan_lines[i]);
		cairo_fill(cr);
	}
}

/* The lines as a picture, as a scanner of @dpi sees them. */
static inline void
scan_show_picture(cairo_t *cr, double dpi)
{
	double scale = dpi / 72;
	cairo_surface_t *image = cairo_image_surface_create(
	    CAIRO_FORMAT_RGB24, (int)(SCAN_WIDTH * scale),
	    (int)(SCAN_HEIGHT * scale));
	cairo_t *on_image = cairo_create(image);

	cairo_scale(on_image, scale, scale);
	cairo_set_source_rgb(on_image, 1, 1, 1);
	cairo_paint(on_image);
	scan_show(on_image, FALSE);
	cairo_destroy(on_image);
	cairo_save(cr);
	cairo_scale(cr, 1 / scale, 1 / scale);
	cairo_set_source_surface(cr, image, 0, 0);
	cairo_paint(cr);
	cairo_restore(cr);
	cairo_surface_destroy(image);
}

static inline void
scan_show_page(cairo_t *cr, enum scan_page page, double dpi)
{
	switch (page) {
	case SCAN_TEXT:
	case SCAN_OUTLINES:
		scan_show(cr, page == SCAN_OUTLINES);
		break;
	case SCAN_PICTURE:
		scan_show_picture(cr, dpi);
		break;
	case SCAN_STAMPED:
		scan_show_picture(cr, dpi);
		cairo_move_to(cr, 500, 820);
		cairo_show_text(cr, "Page 117");
		break;
	case SCAN_BLANK:
		break;
	case SCAN_RULE:
		cairo_rectangle(cr, 72, 72, 450, 1);
		cairo_fill(cr);
		break;
	case SCAN_LOGO:
		cairo_scale(cr, 0.08, 0.08);
		scan_show_picture(cr, dpi);
		break;
	}
	cairo_show_page(cr);
}

static inline cairo_status_t
scan_write(void *closure, const unsigned char *data, unsigned int n_bytes)
{
	g_byte_array_append(closure, data, n_bytes);
	return CAIRO_STATUS_SUCCESS;
}

/* A PDF of @n_pages.  Transfer full. */
static inline GBytes *
scan_pdf(const enum scan_page *pages, gsize n_pages, double dpi)
{
	GByteArray *out = g_byte_array_new();
	cairo_surface_t *pdf = cairo_pdf_surface_create_for_stream(
	    scan_write, out, SCAN_WIDTH, SCAN_HEIGHT);
	cairo_t *cr = cairo_create(pdf);

	for (gsize i = 0; i < n_pages; i++) {
		cairo_save(cr);
		scan_show_page(cr, pages[i], dpi);
		cairo_restore(cr);
	}
	cairo_destroy(cr);
	cairo_surface_destroy(pdf);
	return g_byte_array_free_to_bytes(out);
}

#endif
