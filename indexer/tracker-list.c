#include "indexer/tracker-list.h"

#include <string.h>

#include "indexer/headline-clean.h"
#include "indexer/patterns.h"
#include "indexer/tracker-head.h"
#include "indexer/tracker.h"

/* The list begins within so many lines below its title: a name and a date may
 * stand between. */
#define MAX_ABOVE 6
/* An action is told in no more lines than this. */
#define MAX_ENTRY_LINES 30
/* A label is no longer than this: "Responsible officer". */
#define MAX_LABEL_BYTES 30
/* A subject above the labels of its action is no longer than this. */
#define MAX_SUBJECT_BYTES 100

/* What the entries of a list begin with. */
enum shape {
	SHAPE_NONE,
	SHAPE_NUMBERED, /* "Action 1: …", "AP2 …" */
	SHAPE_COUNTED,  /* "1. Write to the pilots – RD" */
	SHAPE_MARKED,   /* a bullet: "• Clerk to write to the pilots" */
	SHAPE_LABELLED, /* "Ref: 2021/01" above "Action: …" */
};

/* A list while it is read. */
struct list {
	const struct mb_lines *lines;
	guint end;
	enum shape shape;
	char *first; /* label that begins each entry, of SHAPE_LABELLED */
};

/* "Clerk to write", "… – OF – 30 November", "Owner: R Dunn": it says who. */
static gboolean
says_who(const char *text)
{
	static GRegex *who_re;

	return g_regex_match(
	    mb_regex_once(
		&who_re,
		"^(?:The )?(?:[A-Z][\\w.’'&/-]*,? (?:(?:of|and|for|the|&) )*)"
		"{1,6}(?:to|will) [a-z]|"
		"[-–—(:,.] ?(?:[A-Z]{2,3}(?:[/,& ]+[A-Z]{2,3})*|Clerk|Chair|"
		"All|Cllr\\.? [A-Z]\\S+)\\b(?: ?[-–—(,:)] ?[^.]{0,40})?\\W*$|"
		"(?i:\\b(?:owner|lead|responsible|by whom|action by|due)) ?:",
		0),
	    text, 0, NULL);
}

/* "Responsible officer: Ola Finch": the label, transfer full, NULL when the
 * line has none of a table of actions.  *value is behind it. */
static char *
read_label(const struct mb_line *line, const char **value)
{
	const char *colon = strchr(line->text, ':');
	g_autofree char *label = NULL;

	if (!colon || colon - line->text > MAX_LABEL_BYTES ||
	    line->kind == MB_LINE_ROW)
		return NULL;
	label = g_ascii_strdown(line->text, colon - line->text);
	if (mb_tracker_column(label) == MB_COLUMN_OTHER &&
	    !g_str_has_prefix(label, "date") &&
	    !g_str_has_prefix(label, "meeting"))
		return NULL;
	*value = colon + 1 + strspn(colon + 1, " ");
	return g_steal_pointer(&label);
}

/* The shape of an entry that begins with line @i, the @count-th of @list.
 *   number  of the entry, transfer full; NULL when none is printed
 *   rest    the line without it */
static enum shape
read_begin(const struct list *list, guint i, guint count, char **number,
           const char **rest)
{
	static GRegex *numbered_re;
	g_autoptr(GMatchInfo) info = NULL;
	const struct mb_line *line = mb_lines_at(list->lines, i);
	const char *text = line->text;
	gint end;

	*number = NULL;
	*rest = text;
	if (line->furniture || line->kind == MB_LINE_ROW ||
	    line->kind == MB_LINE_RULE)
		return SHAPE_NONE;
	if (g_regex_match(
		mb_regex_once(&numbered_re,
	                      "^(?:action(?: point| item| no\\.?)?|ap) ?#?"
	                      "(\\d{1,3}(?:[./-]\\d{1,4})?)(?=\\W)[\\W_]*",
	                      G_REGEX_CASELESS),
		text, 0, &info)) {
		*number = g_match_info_fetch(info, 1);
		g_match_info_fetch_pos(info, 0, NULL, &end);
		*rest = text + end;
		return SHAPE_NUMBERED;
	}
	if (g_ascii_isdigit(*text)) {
		gsize n = strspn(text, "0123456789");

		if (g_ascii_strtoull(text, NULL, 10) != count ||
		    !strchr(".) ", text[n]) || !text[n])
			return SHAPE_NONE;
		*number = g_strndup(text, n);
		*rest = text + n + strspn(text + n, ".) ");
		return says_who(*rest) ? SHAPE_COUNTED : SHAPE_NONE;
	}
	return line->kind == MB_LINE_LIST && says_who(text) ? SHAPE_MARKED
	                                                    : SHAPE_NONE;
}

/* Whether line @i, without a label, is the subject of the labels below it:
 * "Minute 44 – Bus services" above "Action: …". */
static gboolean
is_subject(const struct list *list, guint i)
{
	const struct mb_line *line = mb_lines_at(list->lines, i);
	g_autofree char *label = NULL;
	const char *value;

	if (line->furniture || !line->gap || i + 1 >= list->end ||
	    strlen(line->text) > MAX_SUBJECT_BYTES ||
	    mb_tracker_column(list->first) != MB_COLUMN_ACTION)
		return FALSE;
	label = read_label(mb_lines_at(list->lines, i + 1), &value);
	return label && !strcmp(label, list->first);
}

/* Whether the @count-th entry begins with line @i. */
static gboolean
begins(const struct list *list, guint i, guint count)
{
	g_autofree char *number = NULL;
	g_autofree char *label = NULL;
	const char *rest;

	if (list->shape != SHAPE_LABELLED)
		return read_begin(list, i, count, &number, &rest) ==
		       list->shape;
	label = read_label(mb_lines_at(list->lines, i), &rest);
	return label ? !strcmp(label, list->first) &&
	                   !(i > 0 && is_subject(list, i - 1))
	             : is_subject(list, i);
}

/* Whether line @i is more of the entry above it. */
static gboolean
goes_on(const struct list *list, guint i)
{
	const struct mb_line *line = mb_lines_at(list->lines, i);
	g_autofree char *label = NULL;
	const char *value;

	if (line->furniture)
		return TRUE;
	label = read_label(line, &value);
	return label || (!line->gap && !line->heading);
}

static void
add_text(GString *to, const char *text)
{
	if (to->len && *text)
		g_string_append_c(to, '\n');
	g_string_append(to, text);
}

/* One line of an entry whose cells are lines. */
static void
add_labelled(struct mb_row *row, GString *text, const struct mb_line *line)
{
	const char *value;
	g_autofree char *label = read_label(line, &value);
	enum mb_column column =
	    label ? mb_tracker_column(label) : MB_COLUMN_OTHER;

	if (column == MB_COLUMN_NUMBER && !row->number &&
	    !g_str_has_prefix(label, "minute"))
		row->number = g_strdup(value);
	else if (column == MB_COLUMN_SUBJECT && !row->title)
		row->title = mb_headline_clean(value, FALSE);
	else
		add_text(text, column == MB_COLUMN_ACTION ? value : line->text);
}

static struct mb_row *
make_row(const struct list *list, guint title, guint count, guint first,
         guint end)
{
	struct mb_row *row = g_new0(struct mb_row, 1);
	GString *text = g_string_new(NULL);
	const char *rest;

	row->header = title;
	row->first = first;
	row->end = end;
	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(list->lines, i);

		if (line->furniture)
			continue;
		if (i == first && list->shape != SHAPE_LABELLED) {
			read_begin(list, i, count, &row->number, &rest);
			add_text(text, rest);
		} else if (i == first && is_subject(list, i)) {
			row->title = mb_headline_clean(line->text, FALSE);
		} else {
			add_labelled(row, text, line);
		}
	}
	row->text = g_string_free(text, FALSE);
	return row;
}

/* Whether the label that line @i begins with does so for another action too:
 * "Date of meeting" stands but once. */
static gboolean
recurs(const struct list *list, guint i)
{
	guint stop = MIN(list->end, i + MAX_ENTRY_LINES);
	const char *value;

	while (++i < stop) {
		g_autofree char *label =
		    read_label(mb_lines_at(list->lines, i), &value);

		if (label && !strcmp(label, list->first))
			return TRUE;
	}
	return FALSE;
}

/* Find what the entries begin with, in the lines below @title.  The line of the
 * first; @list->end for none. */
static guint
find_first(struct list *list, guint title)
{
	guint stop = MIN(list->end, title + 1 + MAX_ABOVE);

	for (guint i = title + 1; i < stop; i++) {
		const struct mb_line *line = mb_lines_at(list->lines, i);
		g_autofree char *number = NULL;
		const char *rest;

		list->shape = read_begin(list, i, 1, &number, &rest);
		if (list->shape != SHAPE_NONE)
			return i;
		list->first = read_label(line, &rest);
		if (!list->first || !recurs(list, i)) {
			g_clear_pointer(&list->first, g_free);
			continue;
		}
		list->shape = SHAPE_LABELLED;
		return i > title + 1 && is_subject(list, i - 1) ? i - 1 : i;
	}
	return list->end;
}

guint
mb_tracker_list_read(const struct mb_lines *lines, guint title, guint end,
                     GPtrArray *rows)
{
	struct list list = { .lines = lines, .end = end };
	guint i = find_first(&list, title), next, n;
	guint n_rows = rows ? rows->len : 0;

	for (n = 1; i < end && begins(&list, i, n); n++, i = next) {
		for (next = i + 1; next < end && !begins(&list, next, n + 1);
		     next++)
			if (!goes_on(&list, next) &&
			    !(list.shape == SHAPE_LABELLED &&
			      is_subject(&list, next - 1)))
				break;
		if (rows)
			g_ptr_array_add(rows,
			                make_row(&list, title, n, i, next));
	}
	g_free(list.first);
	/* The last @n began no action. */
	if (n > 2)
		return i;
	if (rows)
		g_ptr_array_set_size(rows, (gint)n_rows);
	return title;
}

gboolean
mb_tracker_list_at(const struct mb_lines *lines, guint i, guint end)
{
	struct list list = { .lines = lines, .end = end };
	gboolean at = i > 0 && find_first(&list, i - 1) == i && i < end;

	g_free(list.first);
	return at;
}
