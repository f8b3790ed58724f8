/* A matter as a picture: a line down the page, a dot on it for each item, bows
 * from each to what it goes back to.
 *
 *	 23 February 2023  o   AS to action 20mph limit
 *	                  (|   Parish Council, action Feb23.03
 *	    30 March 2023  o   AS to action 20mph limit
 */
#include "base/date.h"
#include "query/plain.h"
#include "query/trace.h"

/* In units of the picture. */
#define WIDTH      900
#define MARGIN     24
#define LINE_X     190 /* the line of time */
#define TEXT_X     212
#define LINE_STEP  19
#define ITEM_GAP   16
#define BOW_STEP   9
#define BOW_MAX    54
#define LINE_CHARS 84 /* that fit beside the line */

struct picture {
	GString *out;
	GHashTable *places; /* item: its y */
	guint y;
};

static void
append_text(GString *out, const char *text)
{
	g_autofree char *plain = mb_plain_line(text);
	g_autofree char *escaped = g_markup_escape_text(plain, -1);

	g_string_append(out, escaped);
}

static void
append_row(struct picture *p, const char *look, const char *text, gsize n_bytes)
{
	g_autofree char *row = g_strndup(text, n_bytes);

	g_string_append_printf(p->out, "<text x=\"%d\" y=\"%u\" class=\"%s\">",
	                       TEXT_X, p->y, look);
	append_text(p->out, row);
	g_string_append(p->out, "</text>\n");
	p->y += LINE_STEP;
}

/* Text in rows that fit, at most @n_max of them. */
static void
append_rows(struct picture *p, const char *look, const char *text, guint n_max)
{
	g_autofree char *plain = mb_plain_line(text);
	const char *from = plain;

	for (guint n = 1; *from != '\0' && n <= n_max; n++) {
		const char *end = from, *gap = NULL;

		for (guint i = 0; i < LINE_CHARS && *end != '\0'; i++) {
			gap = *end == ' ' ? end : gap;
			end = g_utf8_next_char(end);
		}
		if (*end != '\0' && gap != NULL)
			end = gap;
		append_row(p, look, from, (gsize)(end - from));
		from = end + (*end == ' ' ? 1 : 0);
	}
}

static void
append_item(struct picture *p, const struct mb_matter *matter,
            const struct mb_item *item)
{
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *kind = mb_render_kind_number(item);
	g_autofree char *name = mb_render_name(item);
	g_autofree char *body = mb_plain_line(item->committee);
	g_autofree char *place =
	    g_strdup_printf("%s%s%s", body, *body != '\0' ? ", " : "", kind);
	g_autoptr(GPtrArray) ties = mb_matter_ties_of(matter, item);

	g_hash_table_insert(p->places, (gpointer)item,
	                    GUINT_TO_POINTER(p->y - 5));
	g_string_append_printf(
	    p->out,
	    "<circle cx=\"%d\" cy=\"%u\" r=\"6\"/>\n"
	    "<text x=\"%d\" y=\"%u\" class=\"date\">%s</text>\n",
	    LINE_X, p->y - 5, LINE_X - BOW_MAX - 12, p->y, date);
	append_rows(p, "name", name, 3);
	append_rows(p, "place", place, 2);
	for (guint i = 0; i < item->actions->len; i++) {
		const struct mb_action *action =
		    g_ptr_array_index(item->actions, i);

		append_rows(p, "told", action->status, 4);
	}
	for (guint i = 0; i < ties->len; i++) {
		g_autofree char *line =
		    mb_trace_tie(g_ptr_array_index(ties, i));

		append_rows(p, "tie", line, 3);
	}
	p->y += ITEM_GAP;
}

/* The farther back, the wider the bow; the less sure, the more broken. */
static void
append_bow(struct picture *p, const struct mb_tie *tie)
{
	static const char *const dashes[MB_N_CONFIDENCES] = {
		[MB_CONFIDENCE_POSSIBLE] = "2 4",
		[MB_CONFIDENCE_LIKELY] = "7 4",
		[MB_CONFIDENCE_CERTAIN] = "none",
	};
	guint from =
	    GPOINTER_TO_UINT(g_hash_table_lookup(p->places, tie->from));
	guint to = GPOINTER_TO_UINT(g_hash_table_lookup(p->places, tie->to));
	guint far = from > to ? from - to : to - from;
	guint wide = MIN(BOW_MAX, BOW_STEP + far / 12);

	g_string_append_printf(p->out,
	                       "<path d=\"M%d %u C%u %u %u %u %d %u\" "
	                       "stroke-dasharray=\"%s\"><title>",
	                       LINE_X - 6, from, LINE_X - 6 - wide, from,
	                       LINE_X - 6 - wide, to, LINE_X - 6, to,
	                       dashes[tie->confidence]);
	append_text(p->out, tie->reason);
	g_string_append(p->out, "</title></path>\n");
}

static void
append_matter(struct picture *p, const struct mb_matter *matter)
{
	g_autoptr(GString) items = g_string_new(NULL);
	GString *out = p->out;
	guint top = p->y;

	/* The line lies under the dots. */
	p->out = items;
	for (guint i = 0; i < matter->items->len; i++)
		append_item(p, matter, g_ptr_array_index(matter->items, i));
	p->out = out;
	g_string_append_printf(
	    out, "<line x1=\"%d\" y1=\"%u\" x2=\"%d\" y2=\"%u\"/>\n", LINE_X,
	    top - 5, LINE_X, p->y - ITEM_GAP - LINE_STEP);
	for (guint i = 0; i < matter->ties->len; i++) {
		const struct mb_tie *tie = g_ptr_array_index(matter->ties, i);

		if (tie->to != NULL)
			append_bow(p, tie);
	}
	g_string_append_len(out, items->str, (gssize)items->len);
	p->y += LINE_STEP;
}

static const char looks[] =
    "<style>\n"
    "text { font: 14px sans-serif; fill: #1a1a1a }\n"
    ".name { font-weight: bold }\n"
    ".date { text-anchor: end; font-size: 13px }\n"
    ".place { fill: #444 }\n"
    ".tie { fill: #0b5070; font-size: 12.5px }\n"
    "line { stroke: #9ab; stroke-width: 3 }\n"
    "circle { fill: #0b5070; stroke: #fff; stroke-width: 2 }\n"
    "path { fill: none; stroke: #c0602a; stroke-width: 1.5 }\n"
    "</style>\n";

void
mb_trace_svg(GString *out, const GPtrArray *matters)
{
	g_autoptr(GString) body = g_string_new(NULL);
	struct picture p = {
		.out = body,
		.places = g_hash_table_new(NULL, NULL),
		.y = MARGIN + LINE_STEP,
	};

	for (guint i = 0; i < matters->len; i++)
		append_matter(&p, g_ptr_array_index(matters, i));
	g_string_append_printf(
	    out,
	    "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
	    "height=\"%u\" viewBox=\"0 0 %d %u\">\n"
	    "<title>Matters over time</title>\n%s"
	    "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
	    WIDTH, p.y, WIDTH, p.y, looks);
	g_string_append_len(out, body->str, (gssize)body->len);
	g_string_append(out, "</svg>\n");
	g_hash_table_unref(p.places);
}
