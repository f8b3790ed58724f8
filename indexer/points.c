#include "config.h"

#include "indexer/points.h"

#include <string.h>

#include "indexer/numbers.h"

/* A heading has no more words. */
#define MAX_WORDS 16

/* Whether line @i begins point @point of item @value: "5.1 Chairman's Report",
 * "12.1. The Clerk advised". */
static gboolean
is_point(const struct mb_chain *c, guint i, guint value, guint point)
{
	const struct mb_line *line = mb_lines_at(c->lines, i);
	struct mb_heading found;
	gsize n;

	if (line->furniture || line->kind != MB_LINE_TEXT ||
	    !g_ascii_isdigit(*line->text))
		return FALSE;
	n = mb_numbers_read_nested(line->text, &found);
	return n && found.n_parts == 2 && found.parts[0] == value &&
	       found.parts[1] == point && !g_ascii_islower(line->text[n]) &&
	       line->text[n];
}

/* The first line in [i, end) that begins that point; @end when none does. */
static guint
find_point(const struct mb_chain *c, guint i, guint end, guint value,
           guint point)
{
	while (i < end && !is_point(c, i, value, point))
		i++;
	return i;
}

/* "Finance" above "7.1 Accounts": a heading whose number is lost. */
static gboolean
is_title(const struct mb_look *look)
{
	return look->upper && look->n_words <= MAX_WORDS / 2 &&
	       !look->sentence && !g_str_has_suffix(look->fold, ",");
}

/* The heading above the first point at @first, whose number is lost, or which a
 * list begun anew has given another: "1. Council policies" above "10.1
 * Training". FALSE when there is none. */
static gboolean
read_above(const struct mb_chain *c, guint first, guint value,
           struct mb_entry *e)
{
	const struct mb_line *line = mb_lines_at(c->lines, first - 1);
	const struct mb_look *look = mb_looks_at(c->looks, first - 1);
	struct mb_heading number;
	gsize n;

	if (line->furniture ||
	    (line->kind != MB_LINE_TEXT && line->kind != MB_LINE_LIST) ||
	    look->n_words > MAX_WORDS)
		return FALSE;
	n = mb_numbers_read(line->text, &number);
	if (n ? !mb_chain_is_plain(&number) || number.value > value ||
	            !g_ascii_isupper(line->text[n])
	      : !is_title(look))
		return FALSE;
	*e = (struct mb_entry){ .head = first - 1,
		                .title = first - 1,
		                .title_at = n,
		                .inferred = !n || number.value != value };
	return TRUE;
}

/* Points right below a heading without text are its own, whatever their
 * numbers. */
static gboolean
is_below_heading(const struct mb_chain *c, guint first)
{
	guint title = mb_chain_last(c)->title;

	return first == title + 1 && !mb_looks_at(c->looks, title)->sentence;
}

gboolean
mb_points_add(struct mb_chain *c, const struct mb_heading *h,
              const struct mb_heading *next)
{
	guint value = (guint)h->value + 1, before = c->entries->len;
	guint end = next ? next->line : c->end;
	guint i = mb_chain_body(c, mb_chain_last(c), end);

	if (!mb_chain_is_plain(h))
		return FALSE;
	for (; !next || value < next->value; value++) {
		guint first = find_point(c, i, end, value, 1);
		struct mb_entry e = { .head = first,
			              .title = first,
			              .untitled = TRUE,
			              .inferred = TRUE };

		/* "5.1" alone is of anything. */
		if (first >= end || is_below_heading(c, first) ||
		    (!read_above(c, first, value, &e) &&
		     find_point(c, first + 1, end, value, 2) >= end))
			break;
		g_snprintf(e.number, sizeof(e.number), "%u", value);
		g_array_append_val(c->entries, e);
		i = first + 1;
	}
	return c->entries->len > before;
}
