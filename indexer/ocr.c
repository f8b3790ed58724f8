#include "config.h"

#include "indexer/ocr.h"

#include <string.h>

#include "base/error.h"

#ifdef TESSERACT_SONAME

#include <dlfcn.h>
#include <poppler.h>
#include <tesseract/capi.h>

#include "indexer/pdf-rows.h"
#include "indexer/pdf-scan.h"

/* Of the image, to the inch: tesseract is trained on this. */
#define DPI 300

/* A row this many times as high as the usual one of its page is printed in
 * larger letters.  Heights differ by what letters there are in a row. */
#define LARGE_SHARE 1.5f

/* Rows whose lines are no further apart than this, in sizes, are one: tesseract
 * takes "3.1" in the margin and the heading beside it for two columns. */
#define SAME_LINE 0.4f

/* How far letters reach below their line, in sizes. */
#define DESCENT 0.2f

/* What is asked of tesseract.  It is loaded when it is asked for: the libraries
 * that it brings, for the network, archives and images that nobody reads here,
 * took half of the start of each run. */
#define FUNCTIONS(X)                                                           \
	X(TessBaseAPICreate)                                                   \
	X(TessBaseAPIInit2)                                                    \
	X(TessBaseAPISetPageSegMode)                                           \
	X(TessBaseAPISetImage)                                                 \
	X(TessBaseAPISetSourceResolution)                                      \
	X(TessBaseAPIRecognize)                                                \
	X(TessBaseAPIGetIterator)                                              \
	X(TessBaseAPIClear)                                                    \
	X(TessBaseAPIDelete)                                                   \
	X(TessResultIteratorGetPageIteratorConst)                              \
	X(TessResultIteratorGetUTF8Text)                                       \
	X(TessResultIteratorConfidence)                                        \
	X(TessResultIteratorNext)                                              \
	X(TessResultIteratorDelete)                                            \
	X(TessPageIteratorBoundingBox)                                         \
	X(TessPageIteratorBaseline)                                            \
	X(TessDeleteText)

#define DECLARE(name) __typeof__(name) *name;
static struct {
	FUNCTIONS(DECLARE)
} tess;

#define FIND(name) &&find(library, #name, &tess.name)

/* The one engine of this process; NULL until it is started. */
static TessBaseAPI *engine;
static gboolean is_used = TRUE;

/* A function of an open library; POSIX says that a pointer holds one. */
static gboolean
find(void *library, const char *name, void *function)
{
	void *found = dlsym(library, name);

	memcpy(function, &found, sizeof(found));
	return found != NULL;
}

/* Tesseract stays loaded.  A reader may start none of the threads that it
 * would start by OpenMP; papers are what the cores share. */
static gboolean
load(GError **error)
{
	void *library = dlopen(TESSERACT_SONAME, RTLD_NOW | RTLD_LOCAL);
	void (*set_max_active_levels)(int) = NULL;

	if (library != NULL && find(library, "omp_set_max_active_levels",
	                            &set_max_active_levels) FUNCTIONS(FIND)) {
		set_max_active_levels(0);
		return TRUE;
	}
	g_set_error(error, MB_ERROR, MB_ERROR_NOT_FOUND,
	            "scans can't be read: %s", dlerror());
	return FALSE;
}

gboolean
mb_ocr_start(GError **error)
{
	if (engine != NULL)
		return TRUE;
	if (!load(error))
		return FALSE;
	engine = tess.TessBaseAPICreate();
	if (tess.TessBaseAPIInit2(engine, NULL, "eng", OEM_LSTM_ONLY) == 0) {
		tess.TessBaseAPISetPageSegMode(engine, PSM_AUTO);
		return TRUE;
	}
	tess.TessBaseAPIDelete(engine);
	engine = NULL;
	g_set_error(error, MB_ERROR, MB_ERROR_NOT_FOUND,
	            "scans can't be read: tesseract has no data for English "
	            "(Debian: tesseract-ocr-eng)");
	return FALSE;
}

void
mb_ocr_use(gboolean use)
{
	is_used = use;
}

gboolean
mb_ocr_is_on(void)
{
	return engine != NULL && is_used;
}

void
mb_ocr_stop(void)
{
	if (engine != NULL)
		tess.TessBaseAPIDelete(engine);
	engine = NULL;
}

/* An image on white as one byte a pixel.  Transfer full. */
static guint8 *
to_grey(cairo_surface_t *image, int width, int height)
{
	int stride = cairo_image_surface_get_stride(image);
	guint8 *grey = g_try_malloc((gsize)width * (gsize)height);
	guint8 *to = grey;

	cairo_surface_flush(image);
	for (int y = 0; grey != NULL && y < height; y++) {
		const guint8 *row = cairo_image_surface_get_data(image) +
		                    (gsize)y * (gsize)stride;
		const guint32 *pixels = (const guint32 *)(gconstpointer)row;

		for (int x = 0; x < width; x++) {
			guint32 p = pixels[x];

			*to++ = (guint8)((((p >> 16) & 0xff) * 3 +
			                  ((p >> 8) & 0xff) * 6 + (p & 0xff)) /
			                 10);
		}
	}
	return grey;
}

/* The row that tesseract is at, @scale points a pixel; NULL when there is
 * nothing in it.  Its size is its height, for now. */
static struct mb_pdf_row *
row_at(const TessResultIterator *at, float scale)
{
	const TessPageIterator *place =
	    tess.TessResultIteratorGetPageIteratorConst(at);
	char *text = tess.TessResultIteratorGetUTF8Text(at, RIL_TEXTLINE);
	int x1 = 0, y1 = 0, x2 = 0, y2 = 0;
	int left = 0, base = 0, right = 0, end = 0;
	struct mb_pdf_row *row = NULL;

	tess.TessPageIteratorBoundingBox(place, RIL_TEXTLINE, &x1, &y1, &x2,
	                                 &y2);
	if (!tess.TessPageIteratorBaseline(place, RIL_TEXTLINE, &left, &base,
	                                   &right, &end))
		base = y2;
	if (text != NULL && *g_strstrip(text) != '\0' &&
	    g_utf8_validate(text, -1, NULL)) {
		row =
		    mb_pdf_row_new(text, (float)x1 * scale, (float)x2 * scale);
		row->size = (float)(y2 - y1) * scale;
		row->y2 = (float)base * scale;
		row->confidence = (guint)CLAMP(
		    tess.TessResultIteratorConfidence(at, RIL_TEXTLINE), 1,
		    100);
	}
	tess.TessDeleteText(text);
	return row;
}

static int
compare_size(gconstpointer a, gconstpointer b)
{
	const struct mb_pdf_row *x = *(const struct mb_pdf_row *const *)a;
	const struct mb_pdf_row *y = *(const struct mb_pdf_row *const *)b;

	return (x->size > y->size) - (x->size < y->size);
}

/* Give rows of one size the same size, and all their place by the line that
 * they stand on. */
static void
even_out(GPtrArray *rows)
{
	g_autoptr(GPtrArray) by_size = g_ptr_array_copy(rows, NULL, NULL);
	float usual = 0;

	g_ptr_array_set_free_func(by_size, NULL);
	g_ptr_array_sort(by_size, compare_size);
	if (by_size->len > 0)
		usual = ((struct mb_pdf_row *)g_ptr_array_index(
			     by_size, by_size->len / 2))
		            ->size;
	for (guint i = 0; i < rows->len; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		if (row->size < usual * LARGE_SHARE)
			row->size = usual;
		row->y2 += row->size * DESCENT;
		row->y1 = row->y2 - row->size;
	}
}

static int
compare_line(gconstpointer a, gconstpointer b)
{
	const struct mb_pdf_row *x = *(const struct mb_pdf_row *const *)a;
	const struct mb_pdf_row *y = *(const struct mb_pdf_row *const *)b;

	return (x->y2 > y->y2) - (x->y2 < y->y2);
}

/* @row from left to right, with the text of @other, which is then freed. */
static void
join_rows(struct mb_pdf_row *row, struct mb_pdf_row *other)
{
	struct mb_pdf_segment *segment =
	    g_ptr_array_steal_index(other->segments, 0);
	guint at = 0;

	while (at < row->segments->len &&
	       ((struct mb_pdf_segment *)mb_pdf_row_segment(row, at))->x1 <
	           segment->x1)
		at++;
	g_ptr_array_insert(row->segments, (gint)at, segment);
	row->x1 = MIN(row->x1, segment->x1);
	row->x2 = MAX(row->x2, segment->x2);
	row->confidence = MIN(row->confidence, other->confidence);
}

/* From top to bottom, what stands on one line as one row.  Consumes @rows. */
static GPtrArray *
join_lines(GPtrArray *rows)
{
	GPtrArray *joined = mb_pdf_rows_new();
	struct mb_pdf_row *last = NULL;

	g_ptr_array_sort(rows, compare_line);
	for (guint i = 0; i < rows->len; i++) {
		struct mb_pdf_row *row = g_ptr_array_index(rows, i);

		if (last != NULL &&
		    row->y2 - last->y2 < last->size * SAME_LINE) {
			join_rows(last, row);
			continue;
		}
		rows->pdata[i] = NULL;
		g_ptr_array_add(joined, row);
		last = row;
	}
	g_ptr_array_unref(rows);
	return joined;
}

/* The rows of the image that the engine has. */
static GPtrArray *
recognise(float scale)
{
	GPtrArray *rows = mb_pdf_rows_new();
	TessResultIterator *at = NULL;

	if (tess.TessBaseAPIRecognize(engine, NULL) == 0)
		at = tess.TessBaseAPIGetIterator(engine);
	if (at == NULL)
		return rows;
	do {
		struct mb_pdf_row *row = row_at(at, scale);

		if (row != NULL)
			g_ptr_array_add(rows, row);
	} while (tess.TessResultIteratorNext(at, RIL_TEXTLINE));
	tess.TessResultIteratorDelete(at);
	even_out(rows);
	return join_lines(rows);
}

static GPtrArray *
read_image(cairo_surface_t *image, float scale)
{
	int width = cairo_image_surface_get_width(image);
	int height = cairo_image_surface_get_height(image);
	g_autofree guint8 *grey = to_grey(image, width, height);
	GPtrArray *rows;

	if (grey == NULL)
		return mb_pdf_rows_new();
	tess.TessBaseAPISetImage(engine, grey, width, height, 1, width);
	tess.TessBaseAPISetSourceResolution(engine, DPI);
	rows = recognise(scale);
	tess.TessBaseAPIClear(engine);
	return rows;
}

/* How well a page is read: the mean of its rows, by their length. */
static double
mean_confidence(GPtrArray *rows)
{
	double sum = 0, all = 0;

	for (guint i = 0; i < rows->len; i++) {
		const struct mb_pdf_row *row = g_ptr_array_index(rows, i);
		double width = (double)(row->x2 - row->x1);

		sum += (double)row->confidence * width;
		all += width;
	}
	return all > 0 ? sum / all : 0;
}

GPtrArray *
mb_ocr_rows(PopplerPage *page)
{
	cairo_surface_t *image = NULL;
	g_autoptr(GPtrArray) rows = NULL;
	double width, height;

	if (engine != NULL)
		image = mb_pdf_scan_draw(page, DPI, MB_PDF_SCAN_MAX_PIXELS);
	if (image == NULL)
		return NULL;
	poppler_page_get_size(page, &width, &height);
	rows = read_image(
	    image, (float)width / (float)cairo_image_surface_get_width(image));
	cairo_surface_destroy(image);
	if (mean_confidence(rows) < MB_OCR_MIN_CONFIDENCE)
		return NULL;
	return g_steal_pointer(&rows);
}

#else /* !TESSERACT_SONAME */

gboolean
mb_ocr_start(GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_NOT_FOUND,
	            "scans can't be read: this program was built without "
	            "tesseract");
	return FALSE;
}

void
mb_ocr_use(gboolean use)
{
}

gboolean
mb_ocr_is_on(void)
{
	return FALSE;
}

void
mb_ocr_stop(void)
{
}

GPtrArray *
mb_ocr_rows(PopplerPage *page)
{
	return NULL;
}

#endif
