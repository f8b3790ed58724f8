#include "indexer/pdf-slanted.h"

/* Letters of a watermark are larger than that, in points, and of so many at
 * least and at most it is made. */
#define MIN_SIZE    24
#define MIN_LETTERS 4
#define MAX_LETTERS 40

/* From letter to letter it climbs by so much of their size. */
#define MIN_CLIMB 0.2

struct letter {
	const char *at;
	const PopplerRectangle *box;
	guint i;
};

static double
largest_size(const GList *fonts)
{
	double largest = 0;

	for (; fonts; fonts = fonts->next) {
		const PopplerTextAttributes *a = fonts->data;

		largest = MAX(largest, a->font_size);
	}
	return largest;
}

/* Whether character @i has that size; characters are asked for in order. */
static gboolean
has_size(const GList **fonts, guint i, double size)
{
	const PopplerTextAttributes *a;

	while (*fonts) {
		a = (*fonts)->data;
		if (a->end_index >= (gint)i)
			return a->start_index <= (gint)i &&
			       a->font_size > size - 1;
		*fonts = (*fonts)->next;
	}
	return FALSE;
}

static int
compare_left(gconstpointer a, gconstpointer b)
{
	const struct letter *s = a, *t = b;
	double m = s->box->x1 + s->box->x2, n = t->box->x1 + t->box->x2;

	return (m > n) - (m < n);
}

/* How much higher letter @i stands than the one to the left of it. */
static double
climb(const GArray *letters, guint i)
{
	const struct letter *a = &g_array_index(letters, struct letter, i - 1);
	const struct letter *b = &g_array_index(letters, struct letter, i);

	return (a->box->y1 + a->box->y2 - b->box->y1 - b->box->y2) / 2;
}

static gboolean
are_slanted(const GArray *letters, double size)
{
	double sense;

	if (letters->len < MIN_LETTERS || letters->len > MAX_LETTERS)
		return FALSE;
	sense = climb(letters, 1) < 0 ? -1 : 1;
	for (guint i = 1; i < letters->len; i++)
		if (climb(letters, i) * sense < size * MIN_CLIMB)
			return FALSE;
	return TRUE;
}

static GArray *
letters_of(const char *text, const PopplerRectangle *boxes, guint n_boxes,
           const GList *fonts, double size)
{
	GArray *letters = g_array_new(FALSE, FALSE, sizeof(struct letter));

	for (guint i = 0; i < n_boxes && *text; i++) {
		struct letter letter = { text, &boxes[i], i };

		if (!g_unichar_isspace(g_utf8_get_char(text)) &&
		    has_size(&fonts, i, size))
			g_array_append_val(letters, letter);
		text = g_utf8_next_char(text);
	}
	g_array_sort(letters, compare_left);
	return letters;
}

char *
mb_pdf_slanted(const char *text, const PopplerRectangle *boxes, guint n_boxes,
               const GList *fonts, gboolean **taken)
{
	double size = largest_size(fonts);
	g_autoptr(GArray) letters = NULL;
	GString *word;

	*taken = NULL;
	if (size < MIN_SIZE)
		return NULL;
	letters = letters_of(text, boxes, n_boxes, fonts, size);
	if (!are_slanted(letters, size))
		return NULL;
	word = g_string_new(NULL);
	*taken = g_new0(gboolean, n_boxes);
	for (guint i = 0; i < letters->len; i++) {
		const struct letter *l =
		    &g_array_index(letters, struct letter, i);

		g_string_append_unichar(word, g_utf8_get_char(l->at));
		(*taken)[l->i] = TRUE;
	}
	return g_string_free(word, FALSE);
}
