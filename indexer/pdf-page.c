#include "indexer/pdf-page.h"

#include <string.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/pdf-slanted.h"
#include "indexer/reader.h"

/* A gap of so much of the font's size parts two words, though no space stands
 * between them. */
#define WORD_GAP 0.15f

/* A gap of so much of the font's size parts two segments.  Cells of Word's
 * tables are some 11 points apart at the least; words of justified text seldom
 * more than 8. */
#define SEGMENT_GAP 0.8f

/* A space of so much of the font's size is wider than fonts have it. */
#define WIDE_GAP 0.33f

/* Characters without a space between them, in one font. */
struct token {
	float x1, x2, y1, y2;
	float size;
	gboolean bold;
	gboolean space; /* a space stood before it */
	const char *text;
	gsize n_bytes;
};

static gboolean
is_bold(const char *font)
{
	static const char *const words[] = { "bold", "black", "heavy",
		                             "semibold", "demi" };
	g_autofree char *lower = g_ascii_strdown(font != NULL ? font : "", -1);

	for (gsize i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(lower, words[i]) != NULL)
			return TRUE;
	return FALSE;
}

/* Walks the fonts of a page beside its characters. */
struct fonts {
	GList *next;
	gint end;
	float size;
	gboolean bold;
};

/* The font of character @i; returns TRUE when it changed. */
static gboolean
fonts_at(struct fonts *fonts, gint i)
{
	gboolean bold = fonts->bold;
	float size = fonts->size;

	while (fonts->next != NULL && i > fonts->end) {
		const PopplerTextAttributes *a = fonts->next->data;

		fonts->end = a->end_index;
		fonts->size = (float)a->font_size;
		fonts->bold = is_bold(a->font_name);
		fonts->next = fonts->next->next;
	}
	return bold != fonts->bold || size < fonts->size || size > fonts->size;
}

static void
token_begin(GArray *tokens, const char *text, const PopplerRectangle *box,
            const struct fonts *fonts, gboolean space)
{
	float height = (float)(box->y2 - box->y1);
	struct token token = {
		.x1 = (float)box->x1,
		.x2 = (float)box->x2,
		.y1 = (float)box->y1,
		.y2 = (float)box->y2,
		.size = fonts->size > 0 ? fonts->size : height,
		.bold = fonts->bold,
		.space = space,
		.text = text,
	};

	g_array_append_val(tokens, token);
}

static void
token_extend(struct token *token, const PopplerRectangle *box, gsize n_bytes)
{
	token->x1 = MIN(token->x1, (float)box->x1);
	token->x2 = MAX(token->x2, (float)box->x2);
	token->y1 = MIN(token->y1, (float)box->y1);
	token->y2 = MAX(token->y2, (float)box->y2);
	token->n_bytes += n_bytes;
}

static struct token *
last_token(GArray *tokens)
{
	return &g_array_index(tokens, struct token, tokens->len - 1);
}

/* Whether a character at @box stands just behind @token.  Poppler puts no space
 * between "2" and "Open Forum" where a tab stood. */
static gboolean
is_next(const struct token *token, const PopplerRectangle *box)
{
	float gap = (float)box->x1 - token->x2;
	float shared =
	    MIN(token->y2, (float)box->y2) - MAX(token->y1, (float)box->y1);

	return gap < token->size * WORD_GAP && gap > -token->size &&
	       shared > (float)(box->y2 - box->y1) / 2;
}

/* Word prints a tab as a character of its own, which some fonts map to a
 * control character: "02.23.01\003Apologies". */
static gboolean
is_space(gunichar c)
{
	return g_unichar_isspace(c) || c < ' ' || (c >= 0x7f && c < 0xa0);
}

/* Part a page's characters into tokens: at space, at a change of font, and
 * where the next character is not just behind the last.  Those that @left_out
 * names are passed over. */
static GArray *
tokenise(const char *text, const PopplerRectangle *boxes, guint n_boxes,
         struct fonts *fonts, const gboolean *left_out)
{
	GArray *tokens = g_array_new(FALSE, FALSE, sizeof(struct token));
	gboolean open = FALSE, space = TRUE;
	const char *p = text;

	for (guint i = 0; i < n_boxes && *p != '\0'; i++) {
		const char *next = g_utf8_next_char(p);
		gboolean changed = fonts_at(fonts, (gint)i);

		if ((left_out && left_out[i]) || is_space(g_utf8_get_char(p))) {
			open = FALSE;
			space = TRUE;
		} else {
			if (!open || changed ||
			    !is_next(last_token(tokens), &boxes[i]))
				token_begin(tokens, p, &boxes[i], fonts, space);
			token_extend(last_token(tokens), &boxes[i],
			             (gsize)(next - p));
			open = TRUE;
			space = FALSE;
		}
		p = next;
	}
	return tokens;
}

static int
compare_middle(gconstpointer a, gconstpointer b)
{
	const struct token *s = a, *t = b;
	float m = s->y1 + s->y2, n = t->y1 + t->y2;

	return (m > n) - (m < n);
}

static int
compare_left(gconstpointer a, gconstpointer b)
{
	const struct token *const *s = a, *const *t = b;

	return ((*s)->x1 > (*t)->x1) - ((*s)->x1 < (*t)->x1);
}

static struct mb_pdf_segment *
segment_begin(struct mb_pdf_row *row, const struct token *token)
{
	struct mb_pdf_segment *segment = g_new0(struct mb_pdf_segment, 1);

	segment->x1 = token->x1;
	segment->x2 = token->x2;
	segment->text = g_string_new(NULL);
	g_ptr_array_add(row->segments, segment);
	return segment;
}

static void
segment_add_gap(struct mb_pdf_segment *segment, float x2)
{
	struct mb_pdf_gap gap = { segment->x2, x2, segment->text->len };

	if (segment->gaps == NULL)
		segment->gaps =
		    g_array_new(FALSE, FALSE, sizeof(struct mb_pdf_gap));
	g_array_append_val(segment->gaps, gap);
}

static void
segment_add(struct mb_pdf_segment *segment, const struct token *token,
            gboolean space)
{
	if (space && token->x1 - segment->x2 > token->size * WIDE_GAP)
		segment_add_gap(segment, token->x1);
	if (space)
		g_string_append_c(segment->text, ' ');
	if (token->bold)
		g_string_append_c(segment->text, MB_BOLD_ON);
	g_string_append_len(segment->text, token->text, (gssize)token->n_bytes);
	if (token->bold)
		g_string_append_c(segment->text, MB_BOLD_OFF);
	segment->x2 = MAX(segment->x2, token->x2);
}

/* Some makers print bold by printing twice with a slight shift; the second is
 * dropped. */
static gboolean
is_overprint(const struct token *token, const struct token *before)
{
	return before != NULL && token->n_bytes == before->n_bytes &&
	       token->x1 - before->x1 < token->size * 0.1f &&
	       memcmp(token->text, before->text, token->n_bytes) == 0;
}

/* The raised "th" of "5th" is a token of its own, which Poppler parts from the
 * number: "25 th May". */
static gboolean
is_ordinal(const struct token *t, const struct mb_pdf_segment *segment)
{
	static const char *const ends[] = { "st", "nd", "rd", "th" };
	gsize n = segment->text->len;

	if (t->n_bytes != 2 || n == 0 ||
	    t->x1 - segment->x2 > t->size * SEGMENT_GAP)
		return FALSE;
	if (segment->text->str[n - 1] == MB_BOLD_OFF)
		n--;
	for (gsize i = 0; i < G_N_ELEMENTS(ends); i++)
		if (memcmp(t->text, ends[i], 2) == 0)
			return n > 0 &&
			       g_ascii_isdigit(segment->text->str[n - 1]);
	return FALSE;
}

/* Whether all that stands in @segment is a bullet: the text behind it, a tab
 * away, goes on with it. */
static gboolean
is_lone_bullet(const struct mb_pdf_segment *segment)
{
	const char *text = segment->text->str;
	gsize start = strspn(text, MB_BOLD_ON_STR);
	gsize mark = mb_read_bullet(text + start);

	if (mark == 0 && g_str_equal(text + start, "-"))
		mark = 1;
	return mark > 0 &&
	       start + mark + strspn(text + start + mark, MB_BOLD_OFF_STR) ==
	           segment->text->len;
}

/* The row's size is that of most of its characters. */
static void
row_set_size(struct mb_pdf_row *row, GPtrArray *tokens)
{
	gsize best = 0;

	for (guint i = 0; i < tokens->len; i++) {
		const struct token *t = g_ptr_array_index(tokens, i);

		if (t->n_bytes > best) {
			best = t->n_bytes;
			row->size = t->size;
		}
	}
}

/* Make a row of the tokens of one baseline. */
static struct mb_pdf_row *
row_new(GPtrArray *tokens)
{
	struct mb_pdf_row *row = mb_pdf_row_begin();
	struct mb_pdf_segment *segment = NULL;
	const struct token *before = NULL;

	g_ptr_array_sort(tokens, compare_left);
	row_set_size(row, tokens);
	for (guint i = 0; i < tokens->len; i++) {
		const struct token *t = g_ptr_array_index(tokens, i);
		float gap = segment != NULL ? t->x1 - segment->x2 : 0;

		if (is_overprint(t, before))
			continue;
		if (segment == NULL ||
		    (gap > row->size * SEGMENT_GAP && !is_lone_bullet(segment)))
			segment = segment_begin(row, t);
		segment_add(segment, t,
		            segment->text->len > 0 &&
		                (t->space || gap > t->size * WORD_GAP) &&
		                !is_ordinal(t, segment));
		row->y1 = i == 0 ? t->y1 : MIN(row->y1, t->y1);
		row->y2 = MAX(row->y2, t->y2);
		row->x1 = i == 0 ? t->x1 : MIN(row->x1, t->x1);
		row->x2 = MAX(row->x2, t->x2);
		before = t;
	}
	return row;
}

/* Whether @t stands on the baseline of a row that reaches from @y1 to @y2: they
 * share more than half of the lower one's height, so that a raised "th" does
 * and the next line does not. */
static gboolean
on_row(const struct token *t, float y1, float y2)
{
	float shared = MIN(t->y2, y2) - MAX(t->y1, y1);
	float lower = MIN(t->y2 - t->y1, y2 - y1);

	return shared > lower * 0.55f;
}

/* Text that runs up the page: it would take in every row it passes. */
static gboolean
is_upright(const struct token *t)
{
	return t->n_bytes > 2 && t->y2 - t->y1 > t->size * 2.5f;
}

static GPtrArray *
rows_of(GArray *tokens)
{
	GPtrArray *rows = mb_pdf_rows_new();
	g_autoptr(GPtrArray) row = g_ptr_array_new();
	float y1 = 0, y2 = 0;

	g_array_sort(tokens, compare_middle);
	for (guint i = 0; i < tokens->len; i++) {
		struct token *t = &g_array_index(tokens, struct token, i);

		if (is_upright(t))
			continue;
		if (row->len > 0 && !on_row(t, y1, y2)) {
			g_ptr_array_add(rows, row_new(row));
			g_ptr_array_set_size(row, 0);
		}
		/* A row is as high as its highest token, so that a raised
		 * "th" that comes first does not set its place. */
		if (row->len == 0 || t->y2 - t->y1 > y2 - y1) {
			y1 = t->y1;
			y2 = t->y2;
		}
		g_ptr_array_add(row, t);
	}
	if (row->len > 0)
		g_ptr_array_add(rows, row_new(row));
	return rows;
}

GPtrArray *
mb_pdf_page_rows(PopplerPage *page, GError **error)
{
	g_autofree char *text = poppler_page_get_text(page);
	g_autofree gboolean *slanted_at = NULL;
	g_autofree char *slanted = NULL;
	PopplerRectangle *boxes = NULL;
	guint n_boxes = 0;
	GList *attributes;
	struct fonts fonts = { .end = -1 };
	GPtrArray *rows;
	GArray *tokens;

	/* It returns FALSE on a page without text and leaves both alone. */
	if (text == NULL ||
	    !poppler_page_get_text_layout(page, &boxes, &n_boxes))
		return mb_pdf_rows_new();
	if (n_boxes > MB_PDF_PAGE_MAX_CHARS) {
		g_free(boxes);
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "a page of more than %u characters",
		            MB_PDF_PAGE_MAX_CHARS);
		return NULL;
	}
	attributes = poppler_page_get_text_attributes(page);
	fonts.next = attributes;
	slanted = mb_pdf_slanted(text, boxes, n_boxes, attributes, &slanted_at);
	tokens = tokenise(text, boxes, n_boxes, &fonts, slanted_at);
	rows = rows_of(tokens);
	if (slanted)
		g_ptr_array_insert(rows, 0, mb_pdf_row_new(slanted, 0, 0));
	g_array_unref(tokens);
	poppler_page_free_text_attributes(attributes);
	g_free(boxes);
	return rows;
}
