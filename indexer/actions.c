#include "indexer/actions.h"

#include <string.h>

#include "indexer/headings.h"
#include "indexer/names.h"
#include "indexer/patterns.h"
#include "indexer/tokens.h"

/* A table's header stands within this many lines above a row of it. */
#define HEADER_MAX_LINES 200
#define COLUMNS_MAX      12

enum column {
	COLUMN_OTHER,
	COLUMN_OWNER,
	COLUMN_DUE,
	COLUMN_STATUS,
};

/* Words of column headers: "Responsible Officer/Area", "By when",
 * "Status/Notes", "NO | ACTION | OWNER | UPDATE". */
static const char owner_words[] =
    "owner owners responsible responsibility lead assigned whom who person "
    "officer";
static const char due_words[] =
    "due deadline when target timescale timescales timeframe completion";
static const char status_words[] =
    "status update updates progress notes outcome comments comment response "
    "rag complete completed";

static struct mb_word_set *owner_set, *due_set, *status_set;

static enum column
column_of(const char *header)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(header);

	if (t->n > 6)
		return COLUMN_OTHER;
	for (guint i = 0; i < t->n; i++) {
		const char *fold = t->tokens[i].fold;

		if (mb_word_in(fold, &due_set, due_words))
			return COLUMN_DUE;
		if (mb_word_in(fold, &owner_set, owner_words))
			return COLUMN_OWNER;
		if (mb_word_in(fold, &status_set, status_words))
			return COLUMN_STATUS;
	}
	return COLUMN_OTHER;
}

/* Headers have no numbers and no sentences: "8 | Family Hubs | … | Due in June
 * 2023" is none, although one of its cells begins like one. */
static gboolean
is_header(char **cells)
{
	for (guint i = 0; cells[i]; i++)
		if (strpbrk(cells[i], "0123456789") || strlen(cells[i]) > 60)
			return FALSE;
	return TRUE;
}

/* Read a row as a header; FALSE when it is none. */
static gboolean
header_read(const struct mb_line *line, enum column *columns, guint *n)
{
	guint n_known = 0;

	*n = 0;
	if (line->kind != MB_LINE_ROW || !line->cells ||
	    !is_header(line->cells))
		return FALSE;
	for (guint i = 0; line->cells[i] && i < COLUMNS_MAX; i++) {
		columns[i] = column_of(line->cells[i]);
		n_known += columns[i] != COLUMN_OTHER ? 1 : 0;
		*n = i + 1;
	}
	return n_known > 0 && *n > 1;
}

static gboolean
find_header(const struct mb_draft *draft, const struct mb_lines *lines,
            enum column *columns, guint *n)
{
	guint stop =
	    draft->head > HEADER_MAX_LINES ? draft->head - HEADER_MAX_LINES : 0;

	if (draft->table != MB_NO_LINE &&
	    header_read(mb_lines_at(lines, draft->table), columns, n))
		return TRUE;
	for (guint i = draft->head + 1; i-- > stop;) {
		if (i < draft->end && i == draft->head && draft->body == i)
			continue;
		if (header_read(mb_lines_at(lines, i), columns, n))
			return TRUE;
	}
	return FALSE;
}

static void
cell_add(GString *to, const char *cell)
{
	if (!*cell)
		return;
	if (to->len)
		g_string_append_c(to, ' ');
	g_string_append(to, cell);
}

/* "Owner: J Dean", "Due: March 2023", "Status: complete": where the columns
 * were printed as labels.  What is called the status is it, whatever else is
 * told of how it goes. */
static void
labelled(const char *text, GString **to)
{
	const char *colon = strchr(text, ':');
	g_autofree char *label = NULL;
	enum column column;

	if (!colon || colon - text > 40)
		return;
	label = g_strndup(text, (gsize)(colon - text));
	column = column_of(label);
	for (colon++; *colon == ' '; colon++)
		;
	if (g_ascii_strcasecmp(label, "status") == 0)
		g_string_truncate(to[COLUMN_STATUS], 0);
	if (column != COLUMN_OTHER && to[column]->len == 0)
		g_string_append(to[column], colon);
}

/* "Write to the pilots. Owner: R Dunn. Due: 30 November.": the labels within a
 * line. */
static void
labelled_within(const char *text, GString **to)
{
	static GRegex *label_re;
	g_autoptr(GMatchInfo) info = NULL;

	g_regex_match(
	    mb_regex_once(
		&label_re,
		"(?:[.;,–|-]|\\)) ?((?:owner|lead|responsib\\w+|due|by "
		"when|by whom|deadline|target|status)(?: officer| "
		"date| person)?: ?(?:(?![.;|]\\W*(?:[A-Z]\\w* ?){1,3}:)"
		".)*?)(?=[.;,|]?\\W*$|[.;,|] ?(?:[A-Z]\\w* ?){1,3}:)",
		G_REGEX_CASELESS),
	    text, 0, &info);
	for (; g_match_info_matches(info); g_match_info_next(info, NULL)) {
		g_autofree char *label = g_match_info_fetch(info, 1);

		labelled(label, to);
	}
}

/* "Write to the pilots JF 30/04/25 Done": who, until when and how far, at the
 * end of a row that was flattened. */
static void
flattened(const char *text, GString **to)
{
	static GRegex *end_re;
	static const enum column groups[] = { COLUMN_OWNER, COLUMN_DUE,
		                              COLUMN_STATUS };
	g_autoptr(GMatchInfo) info = NULL;

	if (!g_regex_match(
		mb_regex_once(&end_re,
	                      "(?<= )([A-Z]{2,3}(?: ?[/,&] ?[A-Z]{2,3})*|"
	                      "(?:Town |Parish )?Clerk|Chair(?:man)?|All)"
	                      "(?: (\\d{1,2}[./]\\d{1,2}[./]\\d{2,4}|"
	                      "(?:\\d{1,2} )?(?i:" MB_RE_MONTH_SHORT
	                      ")\\b(?: \\d{4})?))?"
	                      " ((?i:done|open|closed|completed?|on-?going|in "
	                      "progress|outstanding|not started|pending))\\W*$",
	                      0),
		text, 0, &info))
		return;
	for (guint i = 0; i < G_N_ELEMENTS(groups); i++) {
		g_autofree char *cell = g_match_info_fetch(info, (gint)i + 1);

		if (cell && !to[groups[i]]->len)
			g_string_append(to[groups[i]], cell);
	}
}

static const char *
or_null(const GString *text)
{
	return text->len ? text->str : NULL;
}

void
mb_actions_find(struct mb_draft *draft, const struct mb_lines *lines)
{
	enum column columns[COLUMNS_MAX];
	GString *to[] = { g_string_new(NULL), g_string_new(NULL),
		          g_string_new(NULL), g_string_new(NULL) };
	guint n = 0;
	gboolean table = find_header(draft, lines, columns, &n);

	for (guint i = draft->head; i < draft->end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (line->furniture)
			continue;
		if (line->kind != MB_LINE_ROW || !line->cells) {
			labelled(line->text, to);
			labelled_within(line->text, to);
		} else if (table)
			for (guint c = 0; line->cells[c] && c < n; c++)
				cell_add(to[columns[c]], line->cells[c]);
	}
	if (!table && draft->item->text)
		flattened(draft->item->text, to);
	if (to[COLUMN_OWNER]->len || to[COLUMN_DUE]->len ||
	    to[COLUMN_STATUS]->len)
		mb_item_add_action(draft->item, or_null(to[COLUMN_OWNER]),
		                   or_null(to[COLUMN_DUE]),
		                   or_null(to[COLUMN_STATUS]));
	for (guint i = 0; i < G_N_ELEMENTS(to); i++)
		g_string_free(to[i], TRUE);
}
