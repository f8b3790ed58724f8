#include "query/dossier.h"

#include <math.h>
#include <string.h>

#include "base/date.h"
#include "query/html.h"
#include "query/plain.h"

/* The drawing, in units of its viewBox: names at the left, a lane for each
 * committee, years under one another's line. */
#define WIDTH     920
#define LEFT      280
#define RIGHT     24
#define TOP       8
#define LANE      30
#define NAME      34 /* characters of a committee's name */
#define MAX_YEARS 12 /* that have a label each */

struct lane {
	const char *name;
	const char *body;
	guint n_items;
};

static gint
by_items(gconstpointer a, gconstpointer b)
{
	const struct lane *left = a, *right = b;

	if (left->n_items != right->n_items)
		return left->n_items > right->n_items ? -1 : 1;
	return strcmp(left->name, right->name);
}

/* Committees with dated items, busiest first. */
static GArray *
find_lanes(const GPtrArray *marks)
{
	GArray *lanes = g_array_new(FALSE, TRUE, sizeof(struct lane));

	for (guint i = 0; i < marks->len; i++) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);
		struct lane lane = { mark->committee, mark->body, 1 };
		guint at = 0;

		if (mark->date_ymd == 0)
			continue;
		while (at < lanes->len &&
		       strcmp(g_array_index(lanes, struct lane, at).body,
		              mark->body) != 0)
			at++;
		if (at < lanes->len)
			g_array_index(lanes, struct lane, at).n_items++;
		else
			g_array_append_val(lanes, lane);
	}
	g_array_sort(lanes, by_items);
	return lanes;
}

static guint
n_drawn(const GArray *lanes)
{
	return MIN(lanes->len, MB_DOSSIER_LANES + 1);
}

static guint
lane_of(const GArray *lanes, const char *body)
{
	guint at = 0;

	while (at < n_drawn(lanes) - 1 &&
	       strcmp(g_array_index(lanes, struct lane, at).body, body) != 0)
		at++;
	return at;
}

/* Whole and tenth parts: locales write a comma in "%.1f". */
static void
put_tenths(GString *out, const char *name, double value)
{
	gint tenths = (gint)lround(value * 10);

	g_string_append_printf(out, " %s=\"%d.%d\"", name, tenths / 10,
	                       tenths % 10);
}

struct span {
	guint first, last; /* years */
};

static double
x_of(const struct span *span, guint32 ymd)
{
	double part = (ymd / 100 % 100 - 1) / 12.0 + (ymd % 100) / 372.0;
	double years = ymd / 10000 - span->first + part;

	return LEFT +
	       years * (WIDTH - LEFT - RIGHT) / (span->last - span->first + 1);
}

static double
y_of(guint lane)
{
	return TOP + LANE * (lane + 0.5);
}

static void
put_years(GString *out, const struct span *span, guint n_lanes)
{
	guint step = (span->last - span->first) / MAX_YEARS + 1;

	for (guint year = span->first; year <= span->last + 1; year++) {
		double x = x_of(span, year * 10000 + 100);

		g_string_append(out, "<line class=\"grid\"");
		put_tenths(out, "x1", x);
		put_tenths(out, "x2", x);
		mb_html(out, " y1=\"%u\" y2=\"%u\"/>\n", TOP,
		        TOP + LANE * n_lanes);
		if (year > span->last || (year - span->first) % step != 0)
			continue;
		g_string_append(out, "<text class=\"year\"");
		put_tenths(out, "x", x + 4);
		mb_html(out, " y=\"%u\">%u</text>\n", TOP + LANE * n_lanes + 16,
		        year);
	}
}

static void
put_lanes(GString *out, const GArray *lanes)
{
	for (guint i = 0; i < n_drawn(lanes); i++) {
		const struct lane *lane = &g_array_index(lanes, struct lane, i);
		g_autofree char *plain = mb_plain_line(
		    i < MB_DOSSIER_LANES ? lane->name : "Other committees");
		g_autoptr(GString) name = g_string_new(NULL);

		mb_plain_append_padded(name, plain, NAME);
		g_strchomp(name->str);
		g_string_append(out, "<line class=\"lane\"");
		put_tenths(out, "y1", y_of(i));
		put_tenths(out, "y2", y_of(i));
		mb_html(out, " x1=\"%u\" x2=\"%u\"/>\n<text class=\"name\"",
		        LEFT, WIDTH - RIGHT);
		put_tenths(out, "y", y_of(i) + 4);
		mb_html(out, " x=\"%u\">%s</text>\n", LEFT - 14, name->str);
	}
}

/* One dot for the items of a meeting, larger for many. */
static guint
put_dot(GString *out, const GPtrArray *marks, const GArray *lanes,
        const struct span *span, guint at)
{
	const struct mb_dossier_mark *first = g_ptr_array_index(marks, at);
	guint lane = lane_of(lanes, first->body);
	guint n = 0;

	for (guint i = at; i < marks->len; i++, n++) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);

		if (mark->date_ymd != first->date_ymd ||
		    lane_of(lanes, mark->body) != lane)
			break;
	}
	mb_html(out, "<a href=\"#i%u\"><title>%s", first->n, first->name);
	if (n > 1)
		mb_html(out, ", and %u more", n - 1);
	g_string_append(out, "</title><circle");
	put_tenths(out, "cx", x_of(span, first->date_ymd));
	put_tenths(out, "cy", y_of(lane));
	put_tenths(out, "r", MIN(4.0 + sqrt(n - 1.0) * 1.6, LANE / 2.0 - 1));
	g_string_append(out, "/></a>\n");
	return n;
}

void
mb_dossier_timeline(GString *out, const GPtrArray *marks)
{
	g_autoptr(GArray) lanes = find_lanes(marks);
	struct span span = { 0, 0 };

	for (guint i = 0; i < marks->len; i++) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);
		guint year = mark->date_ymd / 10000;

		span.first = span.first == 0 ? year : span.first;
		span.last = MAX(span.last, year);
	}
	if (lanes->len == 0)
		return;
	mb_html(out,
	        "<figure>\n<svg class=\"timeline\" role=\"group\" "
	        "aria-label=\"Timeline: a line for each committee, a dot for "
	        "each meeting\" viewBox=\"0 0 %u %u\" "
	        "xmlns=\"http://www.w3.org/2000/svg\">\n",
	        WIDTH, TOP + LANE * n_drawn(lanes) + 24);
	put_years(out, &span, n_drawn(lanes));
	put_lanes(out, lanes);
	for (guint i = 0; i < marks->len;) {
		const struct mb_dossier_mark *mark =
		    g_ptr_array_index(marks, i);

		i += mark->date_ymd == 0 ? 1
		                         : put_dot(out, marks, lanes, &span, i);
	}
	mb_html(out, "</svg>\n<figcaption>Each dot is a meeting, larger the "
	             "more of its items are listed below.</figcaption>\n"
	             "</figure>\n");
}
