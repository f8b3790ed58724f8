#include "query/snippet.h"

#include <string.h>

#include "query/plain.h"

#define ELLIPSIS "\342\200\246"

/* What a window of marks is worth: above all, how many of the different things
 * looked for are in it; then whether they stand together, as the words of a
 * phrase do; then how often. */
#define WORTH_NEEDLE 1000
#define WORTH_BESIDE 100
#define MAX_REPEATS  50

/* A stretch of the item's text. */
struct stretch {
	gsize start;
	gsize end;
};

/* A run of marks that fit into one stretch. */
struct window {
	guint first;
	guint end; /* first mark after it */
	guint worth;
	guint n_needles;
};

static const struct mb_mark *
mark_at(const GArray *marks, guint i)
{
	return &g_array_index(marks, struct mb_mark, i);
}

void
mb_snippet_free(struct mb_snippet *snippet)
{
	if (snippet == NULL)
		return;
	g_free(snippet->text);
	g_array_unref(snippet->marks);
	g_free(snippet);
}

static gboolean
is_beside(const GArray *marks, guint i)
{
	const struct mb_mark *left = mark_at(marks, i - 1);
	const struct mb_mark *right = mark_at(marks, i);

	return left->needle != right->needle && right->start >= left->end &&
	       right->start - left->end <= 2;
}

/* The best window of at most @n_bytes; marks whose needle is in @skip count
 * for nothing.  Both ends of the window only ever move forward, so the work is
 * that of the number of marks. */
static struct window
best_window(const GArray *marks, guint n_needles, gsize n_bytes,
            const gboolean *skip)
{
	g_autofree guint *counts = g_new0(guint, n_needles);
	struct window best = { 0, 0, 0, 0 };
	guint end = 0;
	guint n_here = 0;
	guint n_beside = 0;

	for (guint i = 0; i < marks->len; i++) {
		const struct mb_mark *first = mark_at(marks, i);
		guint worth;

		while (end < marks->len &&
		       (end == i ||
		        mark_at(marks, end)->end <= first->start + n_bytes)) {
			guint needle = mark_at(marks, end)->needle;

			if (!skip[needle] && counts[needle]++ == 0)
				n_here++;
			if (end > i && is_beside(marks, end))
				n_beside++;
			end++;
		}
		worth = n_here * WORTH_NEEDLE +
		        MIN(n_beside, 8) * WORTH_BESIDE +
		        MIN(end - i, MAX_REPEATS);
		if (n_here > 0 && !skip[first->needle] && worth > best.worth)
			best = (struct window){ i, end, worth, n_here };
		if (!skip[first->needle] && --counts[first->needle] == 0)
			n_here--;
		if (i + 1 < end && is_beside(marks, i + 1))
			n_beside--;
	}
	return best;
}

/* Marks in the order of the text, until everything looked for stands in one
 * window or enough was looked through. */
static GArray *
collect(struct mb_marker *marker, const char *text)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct mb_mark));
	guint n_needles = mb_marker_n_needles(marker);
	g_autofree gsize *last = g_new0(gsize, n_needles + 1);
	g_autofree gboolean *seen = g_new0(gboolean, n_needles + 1);
	gsize stop = G_MAXSIZE;
	struct mb_mark mark;

	mb_marker_start(marker, text, -1);
	while (mb_marker_next(marker, &mark) && mark.start <= stop) {
		gsize oldest = mark.start;

		mb_marker_append(marks, &mark);
		last[mark.needle] = mark.start;
		seen[mark.needle] = TRUE;
		for (guint i = 0; i < n_needles; i++)
			oldest = seen[i] ? MIN(oldest, last[i]) : 0;
		/* All together: only what the snippet shows is still marked. */
		if (oldest > 0 && mark.end - oldest < MB_SNIPPET_BYTES / 3)
			stop = MIN(stop, mark.end + MB_SNIPPET_BYTES);
		else if (marks->len == 1)
			stop = mark.end + MB_SNIPPET_LOOK_ON;
	}
	return marks;
}

static gboolean
is_gap(char c)
{
	return c == ' ' || c == '\n' || c == '\t' || c == '\f' || c == '\r';
}

/* Where to begin so that a reader sees what comes before @at: the start of its
 * sentence or line when that is near, else the start of a word. */
static gsize
begin_before(const char *text, gsize at, gsize n_before)
{
	gsize lowest = at > n_before ? at - n_before : 0;
	gsize word = at;

	if (lowest == 0)
		return 0;
	for (gsize i = at; i > lowest; i--) {
		if (!is_gap(text[i - 1]))
			continue;
		word = i;
		if (i >= 2 && (text[i - 2] == '.' || text[i - 2] == '\n'))
			return i;
	}
	return word;
}

/* Where to end: the last end of a word at or before @at, or, in a word that is
 * too long, the start of a character. */
static gsize
end_before(const char *text, gsize start, gsize at, gsize n_text)
{
	if (at >= n_text)
		return n_text;
	for (gsize i = at; i > start + MB_SNIPPET_BYTES / 4; i--)
		if (is_gap(text[i]))
			return i;
	while (at > start && (text[at] & 0xC0) == 0x80)
		at--;
	return at;
}

static struct stretch
stretch_round(const char *text, const GArray *marks,
              const struct window *window, gsize n_bytes)
{
	gsize n_text = strlen(text);
	gsize first = mark_at(marks, window->first)->start;
	gsize last = mark_at(marks, window->end - 1)->end;
	gsize spare = last - first < n_bytes ? n_bytes - (last - first) : 0;
	struct stretch stretch;

	/* What fits whole from the start of the text is shown from there. */
	stretch.start = last < n_bytes * 3 / 4
	                    ? 0
	                    : begin_before(text, first, spare / 3 + 1);
	stretch.end = end_before(text, stretch.start,
	                         MAX(stretch.start + n_bytes, last), n_text);
	stretch.end = MAX(stretch.end, mark_at(marks, window->first)->end);
	return stretch;
}

/* Append a stretch on one line, and those of @marks that lie in it. */
static void
append_stretch(struct mb_snippet *snippet, GString *out, const char *text,
               const GArray *marks, struct stretch stretch)
{
	gsize done = stretch.start;

	for (guint i = 0; i < marks->len; i++) {
		struct mb_mark mark = *mark_at(marks, i);
		gsize start = mark.start;
		gsize end = mark.end;

		if (start < done || end > stretch.end)
			continue;
		mb_plain_append_line(out, text + done, (gssize)(start - done));
		mark.start = out->len;
		mb_plain_append_line(out, text + start, (gssize)(end - start));
		mark.end = out->len;
		done = end;
		g_array_append_val(snippet->marks, mark);
	}
	mb_plain_append_line(out, text + done, (gssize)(stretch.end - done));
}

static struct mb_snippet *
snippet_from(const char *text, const GArray *marks,
             const struct stretch *stretches, guint n_stretches)
{
	struct mb_snippet *snippet = g_new0(struct mb_snippet, 1);
	GString *out = g_string_new(NULL);
	gsize n_text = strlen(text);

	snippet->marks = g_array_new(FALSE, FALSE, sizeof(struct mb_mark));
	for (guint i = 0; i < n_stretches; i++) {
		if (i > 0 || stretches[i].start > 0)
			g_string_append(out, i > 0 ? " " ELLIPSIS " "
			                           : ELLIPSIS " ");
		append_stretch(snippet, out, text, marks, stretches[i]);
	}
	while (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	if (n_stretches > 0 && stretches[n_stretches - 1].end < n_text)
		g_string_append(out, " " ELLIPSIS);
	snippet->text = g_string_free(out, FALSE);
	return snippet;
}

/* The longest start of @text: an item that was found by its date or kind. */
static struct mb_snippet *
snippet_start(const char *text)
{
	g_autoptr(GArray) none =
	    g_array_new(FALSE, FALSE, sizeof(struct mb_mark));
	struct stretch stretch = { strspn(text, " \n\t\r\f"), 0 };
	struct mb_snippet *snippet;

	text += stretch.start;
	stretch.start = 0;
	stretch.end = end_before(text, 0, MB_SNIPPET_BYTES, strlen(text));
	snippet = snippet_from(text, none, &stretch, 1);
	return snippet;
}

/* What the best window leaves out gets half of the snippet, if it stands
 * elsewhere in the text. */
static guint
choose(const char *text, const GArray *marks, guint n_needles,
       struct stretch stretches[2])
{
	g_autofree gboolean *skip = g_new0(gboolean, n_needles);
	g_autofree gboolean *seen = g_new0(gboolean, n_needles);
	struct window best =
	    best_window(marks, n_needles, MB_SNIPPET_BYTES * 3 / 4, skip);
	struct window rest;
	struct stretch swap;
	guint n_seen = 0;

	stretches[0] = stretch_round(text, marks, &best, MB_SNIPPET_BYTES);
	for (guint i = 0; i < marks->len; i++) {
		n_seen += seen[mark_at(marks, i)->needle] ? 0 : 1;
		seen[mark_at(marks, i)->needle] = TRUE;
	}
	if (n_seen == best.n_needles)
		return 1;
	for (guint i = best.first; i < best.end; i++)
		skip[mark_at(marks, i)->needle] = TRUE;
	rest = best_window(marks, n_needles, MB_SNIPPET_BYTES / 3, skip);
	stretches[0] = stretch_round(text, marks, &best, MB_SNIPPET_BYTES / 2);
	stretches[1] = stretch_round(text, marks, &rest, MB_SNIPPET_BYTES / 2);
	if (stretches[1].start < stretches[0].start) {
		swap = stretches[0];
		stretches[0] = stretches[1];
		stretches[1] = swap;
	}
	if (stretches[1].start > stretches[0].end)
		return 2;
	stretches[0].end = MAX(stretches[0].end, stretches[1].end);
	return 1;
}

struct mb_snippet *
mb_snippet_make(struct mb_marker *marker, const struct mb_item *item)
{
	g_autoptr(GArray) marks = NULL;
	struct stretch stretches[2];
	guint n;

	if (mb_marker_n_needles(marker) == 0)
		return snippet_start(item->text);
	marks = collect(marker, item->text);
	if (marks->len == 0)
		return snippet_start(item->text);
	n = choose(item->text, marks, mb_marker_n_needles(marker), stretches);
	return snippet_from(item->text, marks, stretches, n);
}
