#include "config.h"

#include "indexer/groups.h"

#include <string.h>

#include "indexer/numbers.h"
#include "indexer/patterns.h"
#include "indexer/phrases.h"

/* In bold alone, a point of an item may look like a heading: so many are none.
 */
#define MIN_BOLD 2

/* One number of a year alone is a reference. */
#define MIN_COUNTED 2

/* Nor has a heading in plain letters more words. */
#define MAX_PLAIN_WORDS 20

struct group {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	const struct mb_entry *entry;
	guint first; /* line below its heading */
	guint end;   /* of its lines */
};

/* The line is a heading by markup, of a lower level than the group's, or bold
 * from its beginning to its end. */
static gboolean
is_heading(const struct group *g, guint i)
{
	const struct mb_line *line = mb_lines_at(g->lines, i);
	guint above = mb_lines_at(g->lines, g->entry->title)->heading;

	if (line->heading || above)
		return line->heading > above;
	return line->bold_start == 0 && line->bold_end >= strlen(line->text) &&
	       !mb_looks_at(g->looks, i)->sentence;
}

/* "PA/23/01245", "24/00123/FUL": the reference of an application. */
static gboolean
has_reference(const char *text)
{
	static GRegex *reference_re;

	return g_regex_match(
	    mb_regex_once(&reference_re, "\\b[0-9]{2,4}/[0-9]{3,6}\\b", 0),
	    text, 0, NULL);
}

/* "Purpose", "Resolution Number CO/2024/298", "MOVED by Cr Lusk" below a
 * report's title. */
static gboolean
begins_report(const struct group *g, guint i)
{
	guint next = mb_looks_next(g->lines, i + 1, g->end);
	const char *fold;

	if (next >= g->end)
		return FALSE;
	fold = mb_looks_at(g->looks, next)->fold;
	return mb_phrases_is(MB_PHRASES_REPORT, fold) ||
	       g_str_has_prefix(fold, "resolution num") ||
	       g_str_has_prefix(fold, "resolution no") ||
	       g_str_has_prefix(fold, "moved by ") ||
	       g_str_has_prefix(fold, "moved:");
}

/* "5.1 Gas Works, 12 Quay Street (PA/23/01245)": an application in a line of
 * its own, or a report.  Else "65.1 Crossings and Greens" is a point of one
 * item, as is a sentence. */
static gboolean
is_plain_heading(const struct group *g, guint i, gsize title_at)
{
	const struct mb_line *line = mb_lines_at(g->lines, i);
	const struct mb_look *look = mb_looks_at(g->looks, i);
	g_autofree char *fold = mb_looks_fold(line->text + title_at);

	return line->kind == MB_LINE_TEXT && line->gap && !look->sentence &&
	       look->n_words <= MAX_PLAIN_WORDS &&
	       g_ascii_isalnum(line->text[title_at]) &&
	       !g_ascii_islower(line->text[title_at]) &&
	       (has_reference(line->text) || begins_report(g, i)) &&
	       !mb_phrases_sentence(fold, MAX_PLAIN_WORDS);
}

/* Whether one of @children has that number. */
static gboolean
has_number(const GArray *children, const char *number)
{
	for (guint i = 0; i < children->len; i++)
		if (!strcmp(g_array_index(children, struct mb_entry, i).number,
		            number))
			return TRUE;
	return FALSE;
}

/* Whether @number is the next of the group; of a heading by markup any that
 * none of them has: items that are taken together come first, "2.1", "2.3",
 * then "2.2". */
static gboolean
is_of_group(const struct group *g, guint i, const char *number,
            const GArray *children)
{
	g_autofree char *next =
	    g_strdup_printf("%s.%u", g->entry->number, children->len + 1);
	gsize n = strlen(g->entry->number);

	if (!strcmp(number, next))
		return TRUE;
	return mb_lines_at(g->lines, i)->heading &&
	       g_str_has_prefix(number, g->entry->number) && number[n] == '.' &&
	       number[n + 1 + strspn(number + n + 1, "0123456789")] == '\0' &&
	       !has_number(children, number);
}

/* "9.2 Community Grants" below "9 Reports": the entry it makes.  FALSE when
 * line @i is none. */
static gboolean
read_child(const struct group *g, guint i, const GArray *children,
           struct mb_entry *child)
{
	const char *text = mb_lines_at(g->lines, i)->text;
	struct mb_heading h;
	gsize n;

	if (mb_lines_at(g->lines, i)->furniture)
		return FALSE;
	n = mb_numbers_read_nested(text, &h);
	if (!n || !is_of_group(g, i, h.number, children) || !text[n] ||
	    !(is_heading(g, i) || is_plain_heading(g, i, n)))
		return FALSE;
	*child = (struct mb_entry){ .head = i, .title = i, .title_at = n };
	g_strlcpy(child->number, h.number, sizeof(child->number));
	return TRUE;
}

/* "29/20 Flood defences" below "10. To consider the following reports:" of an
 * agenda, which counts them through the year: 29/20, 30/20. */
static GArray *
read_counted(const struct group *g)
{
	GArray *children = g_array_new(FALSE, TRUE, sizeof(struct mb_entry));
	struct mb_heading h, last = { 0 };

	for (guint i = g->first; i < g->end; i++) {
		const struct mb_line *line = mb_lines_at(g->lines, i);
		struct mb_entry child = { .head = i, .title = i };

		child.title_at = mb_numbers_read(line->text, &h);
		if (line->furniture || !child.title_at ||
		    !line->text[child.title_at] ||
		    strspn(h.number, "0123456789/") != strlen(h.number) ||
		    !strchr(h.number, '/') ||
		    (children->len &&
		     (h.prefix != last.prefix || h.value != last.value + 1)))
			continue;
		last = h;
		g_strlcpy(child.number, h.number, sizeof(child.number));
		g_array_append_val(children, child);
	}
	if (children->len < MIN_COUNTED)
		g_array_set_size(children, 0);
	return children;
}

static GArray *
read_children(const struct group *g)
{
	GArray *children = g_array_new(FALSE, TRUE, sizeof(struct mb_entry));
	struct mb_entry child;

	for (guint i = g->first; i < g->end; i++)
		if (read_child(g, i, children, &child))
			g_array_append_val(children, child);
	return children;
}

/* "5 Public Forum": who speaks there may be numbered, but it is one item. */
static gboolean
is_one_item(const struct group *g)
{
	static const char *const business[] = {
		"public ",      "open forum",
		"petition",     "deputation",
		"questions",    "question time",
		"announcement", "communication",
		"declaration",  "disclosure",
		"apolog",       "minutes",
		"confirmation", "matters arising",
		"any other",    "aob",
		"a.o.b"
	};
	g_autofree char *fold = mb_looks_fold(
	    mb_lines_at(g->lines, g->entry->title)->text + g->entry->title_at);

	for (guint i = 0; i < G_N_ELEMENTS(business); i++)
		if (g_str_has_prefix(fold, business[i]))
			return TRUE;
	return FALSE;
}

/* Whether nothing stands between the group's heading and its first item. */
static gboolean
is_bare(const struct group *g, const GArray *children)
{
	return mb_looks_next(g->lines, g->first, g->end) ==
	       g_array_index(children, struct mb_entry, 0).head;
}

static gboolean
are_items(const struct group *g, const GArray *children)
{
	const struct mb_entry *first;

	if (!children->len || is_one_item(g))
		return FALSE;
	first = &g_array_index(children, struct mb_entry, 0);
	return mb_lines_at(g->lines, first->head)->heading ||
	       (children->len >= MIN_BOLD && is_bare(g, children));
}

void
mb_groups_open(const struct mb_lines *lines, const struct mb_looks *looks,
               const struct mb_part *part, GArray *entries)
{
	gboolean agenda = part->kind == MB_PART_AGENDA;

	for (guint k = 0; k < entries->len; k++) {
		struct mb_entry entry =
		    g_array_index(entries, struct mb_entry, k);
		struct group g = { lines, looks, &entry, entry.title + 1,
			           part->end };
		g_autoptr(GArray) children = NULL;
		guint at = k + 1;

		if (k + 1 < entries->len)
			g.end =
			    g_array_index(entries, struct mb_entry, k + 1).head;
		if (!*entry.number ||
		    entry.number[strspn(entry.number, "0123456789")])
			continue;
		children = agenda ? read_counted(&g) : read_children(&g);
		if (agenda ? !children->len : !are_items(&g, children))
			continue;
		/* Its heading is of the first item then, not of the one
		 * before. */
		if (!agenda && is_bare(&g, children)) {
			g_array_remove_index(entries, at = k);
			g_array_index(children, struct mb_entry, 0).head =
			    entry.head;
		}
		g_array_insert_vals(entries, at, children->data, children->len);
		k = at + children->len - 1;
	}
}
