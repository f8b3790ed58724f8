#include "config.h"

#include "indexer/exempt-boxes.h"

#include <string.h>

/* A form leaves all its answers standing and ticks one:
 *
 *     Is this report restricted?  Yes  No X         the box is behind,
 *     Exempt from disclosure:  [X] Yes  [ ] No      or before its answer
 *     ☐ Public  ☒ Exempt                            with no question
 */

#define MAX_BOXES 8

struct box {
	gsize first, end; /* bytes */
	gboolean ticked;
};

/* Boxes as they are typed, and as the fonts Wingdings and Wingdings 2 leave
 * them. */
static const struct {
	const char *print;
	gboolean ticked;
} prints[] = {
	{ "☐", FALSE },      { "□", FALSE },      { "◻", FALSE },
	{ "▢", FALSE },      { "❑", FALSE },      { "❒", FALSE },
	{ "\uf0a8", FALSE }, { "\uf06f", FALSE }, { "\uf0a3", FALSE },
	{ "[ ]", FALSE },    { "[]", FALSE },     { "☑", TRUE },
	{ "☒", TRUE },       { "✓", TRUE },       { "✔", TRUE },
	{ "✗", TRUE },       { "✘", TRUE },       { "■", TRUE },
	{ "√", TRUE },       { "\uf0fe", TRUE },  { "\uf078", TRUE },
	{ "\uf0fc", TRUE },  { "\uf052", TRUE },  { "\uf053", TRUE },
	{ "[x]", TRUE },     { "[X]", TRUE },     { "[✓]", TRUE },
};

static gboolean
is_space_at(const char *line, gsize i)
{
	return line[i] == '\0' || g_ascii_isspace(line[i]);
}

/* An X is a tick only where a form asks for yes or no. */
static gboolean
is_cross(const char *line, gsize i)
{
	return (line[i] == 'X' || line[i] == 'x') && i > 0 &&
	       is_space_at(line, i - 1) && is_space_at(line, i + 1);
}

static gboolean
read_box(const char *line, gsize i, gboolean crosses, struct box *box)
{
	for (guint k = 0; k < G_N_ELEMENTS(prints); k++)
		if (g_str_has_prefix(line + i, prints[k].print)) {
			*box = (struct box){ i, i + strlen(prints[k].print),
				             prints[k].ticked };
			return TRUE;
		}
	if (!crosses || !is_cross(line, i))
		return FALSE;
	*box = (struct box){ i, i + 1, TRUE };
	return TRUE;
}

static gboolean
asks_yes_or_no(const char *line)
{
	return g_regex_match_simple("\\byes\\b.*\\bno\\b", line,
	                            G_REGEX_CASELESS, 0);
}

static guint
read_boxes(const char *line, struct box *boxes)
{
	gboolean crosses = asks_yes_or_no(line);
	guint n = 0;

	for (gsize i = 0; line[i] && n < MAX_BOXES; i++)
		if (read_box(line, i, crosses, &boxes[n])) {
			i = boxes[n].end - 1;
			n++;
		}
	return n;
}

static gboolean
is_blank(const char *line, gsize first, gsize end)
{
	while (first < end &&
	       (g_ascii_isspace(line[first]) || strchr("|/,;.", line[first])))
		first++;
	return first >= end;
}

/* Where the question ends and the first answer begins: behind the last colon
 * or question mark before the first box.  "Exempt: ☒" has none. */
static gsize
answers_at(const char *line, gsize end)
{
	for (gsize i = end; i > 0; i--)
		if (line[i - 1] == ':' || line[i - 1] == '?')
			return is_blank(line, i, end) ? 0 : i;
	return 0;
}

static void
add(GString *out, const char *line, gsize first, gsize end)
{
	if (out->len && !g_ascii_isspace(out->str[out->len - 1]))
		g_string_append_c(out, ' ');
	g_string_append_len(out, line + first, (gssize)(end - first));
}

/* The answers that stand before their boxes. */
static void
add_before(GString *out, const char *line, const struct box *boxes, guint n)
{
	gsize first = answers_at(line, boxes[0].first);

	add(out, line, 0, first);
	/* "Is this report restricted?  Yes  No X": no box for the other. */
	if (n == 1) {
		const char *no =
		    g_strrstr_len(line, (gssize)boxes[0].first, "No");

		if (no &&
		    is_blank(line, (gsize)(no - line) + 2, boxes[0].first))
			first = (gsize)(no - line);
	}
	for (guint i = 0; i < n; i++) {
		if (boxes[i].ticked)
			add(out, line, first, boxes[i].first);
		first = boxes[i].end;
	}
}

static void
add_behind(GString *out, const char *line, const struct box *boxes, guint n)
{
	gsize len = strlen(line);

	add(out, line, 0, boxes[0].first);
	for (guint i = 0; i < n; i++)
		if (boxes[i].ticked)
			add(out, line, boxes[i].end,
			    i + 1 < n ? boxes[i + 1].first : len);
}

/* "Yes X  No": of one cross between the two, the answer before it. */
static gboolean
stand_before(const char *line, const struct box *boxes, guint n)
{
	g_autofree char *head = g_strndup(line, boxes[0].first);

	if (is_blank(line, boxes[n - 1].end, strlen(line)))
		return TRUE;
	return g_regex_match_simple("\\b(?:yes|no)\\s*$", head,
	                            G_REGEX_CASELESS, 0);
}

char *
mb_exempt_boxes(const char *line)
{
	struct box boxes[MAX_BOXES];
	guint n = read_boxes(line, boxes);
	GString *out;

	if (n == 0)
		return NULL;
	out = g_string_new(NULL);
	if (stand_before(line, boxes, n))
		add_before(out, line, boxes, n);
	else
		add_behind(out, line, boxes, n);
	return g_string_free(out, FALSE);
}
