#include "indexer/pdf-scan.h"

#include <math.h>

/* Pictures that cover this part of a page are the page.  Scanners leave
 * margins; a logo or a map beside text covers less. */
#define PICTURE_SHARE 0.5

/* To see whether anything is drawn on a page, a small image of it will do. */
#define LOOK_DPI    30
#define LOOK_PIXELS 400

/* The part of a page that is black.  Six lines of text are a hundredth of it; a
 * rule below a letterhead, or a page number, is less than this. */
#define INK_SHARE 0.003

#define POINTS_PER_INCH 72.0

/* A page of no size, or of one that nobody could print, shows nothing. */
static gboolean
has_size(PopplerPage *page, double *width, double *height)
{
	poppler_page_get_size(page, width, height);
	return isfinite(*width) && isfinite(*height) && *width >= 1 &&
	       *height >= 1;
}

static double
picture_share(PopplerPage *page, double page_area)
{
	GList *pictures = poppler_page_get_image_mapping(page);
	double area = 0;

	for (GList *p = pictures; p != NULL; p = p->next) {
		const PopplerImageMapping *picture = p->data;
		const PopplerRectangle *at = &picture->area;

		area += fabs(at->x2 - at->x1) * fabs(at->y2 - at->y1);
	}
	poppler_page_free_image_mapping(pictures);
	return area / page_area;
}

cairo_surface_t *
mb_pdf_scan_draw(PopplerPage *page, double dpi, int max_pixels)
{
	double width, height, scale;
	cairo_surface_t *image;
	cairo_t *cr;

	if (!has_size(page, &width, &height))
		return NULL;
	scale = MIN(dpi / POINTS_PER_INCH, max_pixels / MAX(width, height));
	image = cairo_image_surface_create(CAIRO_FORMAT_RGB24,
	                                   (int)MAX(width * scale, 1.0),
	                                   (int)MAX(height * scale, 1.0));
	cr = cairo_create(image);
	cairo_set_source_rgb(cr, 1, 1, 1);
	cairo_paint(cr);
	cairo_scale(cr, scale, scale);
	poppler_page_render_for_printing(page, cr);
	cairo_destroy(cr);
	if (cairo_surface_status(image) == CAIRO_STATUS_SUCCESS)
		return image;
	cairo_surface_destroy(image);
	return NULL;
}

static double
ink_share(cairo_surface_t *image)
{
	int width = cairo_image_surface_get_width(image);
	int height = cairo_image_surface_get_height(image);
	guint64 ink = 0;

	cairo_surface_flush(image);
	for (int y = 0; y < height; y++) {
		const guint8 *row =
		    cairo_image_surface_get_data(image) +
		    (gsize)y * (gsize)cairo_image_surface_get_stride(image);

		for (int x = 0; x < width; x++) {
			guint32 pixel =
			    ((const guint32 *)(gconstpointer)row)[x];

			ink += 255 - ((pixel >> 8) & 0xff);
		}
	}
	return (double)ink / 255.0 / width / height;
}

/* Whether anything worth reading is drawn. */
static gboolean
has_ink(PopplerPage *page)
{
	cairo_surface_t *image = mb_pdf_scan_draw(page, LOOK_DPI, LOOK_PIXELS);
	gboolean has;

	if (image == NULL)
		return FALSE;
	has = ink_share(image) > INK_SHARE;
	cairo_surface_destroy(image);
	return has;
}

gboolean
mb_pdf_scan_is(PopplerPage *page, gsize n_chars)
{
	double width, height;

	if (n_chars > MB_PDF_SCAN_MAX_CHARS || !has_size(page, &width, &height))
		return FALSE;
	if (picture_share(page, width * height) >= PICTURE_SHARE)
		return TRUE;
	/* What little text there is would be ink, too. */
	return n_chars == 0 && has_ink(page);
}
