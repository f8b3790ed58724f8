#include "config.h"

#include "indexer/web-table.h"

#include <string.h>

#include "indexer/looks.h"
#include "indexer/run-on.h"

/* What a page prints below an entry, above what it says of it. */
static const char *const labels[] = { "Additional documents:",
	                              "Minutes:",
	                              "Decision:",
	                              "Cofnodion:",
	                              "Penderfyniad:",
	                              "Dogfennau ychwanegol:" };

/* What begins the text of an entry behind its title, where no paper's icon
 * parts them. */
static const char *const openers[] = { " To ",         " Report of ",
	                               " Members are", " The Chair",
	                               " Adroddiad ",  " Derbyn " };

/* A row is cut at so many labels at most. */
#define MAX_CUTS 20

/* Entries have the rank of headings below a page's title. */
#define ENTRY_RANK 3

static void
set_text(struct mb_line *line, const char *text)
{
	g_free(line->text);
	line->text = g_strdup(text);
}

/* "1 | Apologies To receive …": a row with its number, as a line of text. */
static void
flatten(struct mb_line *line)
{
	g_autofree char *text = NULL;

	if (!line->cells)
		return;
	text = g_strjoinv(" ", line->cells);
	g_clear_pointer(&line->cells, g_strfreev);
	line->kind = MB_LINE_TEXT;
	set_text(line, g_strstrip(text));
}

static gboolean
is_row(const char *fold, const char *row)
{
	gsize n = strlen(row);

	return g_str_has_prefix(fold, row) && !fold[n + strspn(fold + n, " |")];
}

/* "No. | Item |", "Rhif | eitem |": takes the strokes from it, so that it is
 * the head that other pages have. */
static gboolean
take_head(struct mb_line *line)
{
	g_autofree char *row =
	    line->cells ? g_strjoinv(" | ", line->cells) : g_strdup(line->text);
	g_autofree char *fold = mb_looks_fold(row);
	gboolean welsh = is_row(fold, "rhif | eitem");

	/* "No. | Item | Lead | Time" is of an agenda's own table. */
	if (!welsh && !is_row(fold, "no. | item"))
		return FALSE;
	flatten(line);
	set_text(line, welsh ? "Rhif eitem" : "No. Item");
	return TRUE;
}

/* Bytes of the label at @p; 0 when there is none. */
static gsize
label_at(const char *p)
{
	for (guint i = 0; i < G_N_ELEMENTS(labels); i++)
		if (g_str_has_prefix(p, labels[i]))
			return strlen(labels[i]);
	return 0;
}

/* Cut the labels of @text off; returns where the first stands. */
static gsize
cut_labels(const char *text, GArray *cuts)
{
	gsize first = strlen(text);

	for (const char *p = text; p && *p && cuts->len < MAX_CUTS;) {
		gsize n = label_at(p), at = (gsize)(p - text);

		if (n) {
			gsize behind = at + n + 1;

			first = MIN(first, at);
			if (at &&
			    (!cuts->len ||
			     g_array_index(cuts, gsize, cuts->len - 1) < at))
				g_array_append_val(cuts, at);
			if (p[n] == ' ' && p[n + 1])
				g_array_append_val(cuts, behind);
		}
		p = strchr(p + 1, ' ');
		p = p ? p + strspn(p, " ") : NULL;
	}
	return first;
}

/* Bytes of the icon of a paper inside the first @n of @text with what stands
 * before it: "Quay wall survey PDF 173 KB" of "Quay wall survey PDF 173 KB
 * Report of the Engineer"; 0. */
static gsize
icon_within(const char *text, gsize n)
{
	static const char *const units[] = { " KB ", " MB " };

	for (guint i = 0; i < G_N_ELEMENTS(units); i++) {
		const char *unit = g_strstr_len(text, (gssize)n, units[i]);
		gsize end = unit ? (gsize)(unit - text) + 3 : 0;
		g_autofree char *head = g_strndup(text, end);

		if (mb_looks_icon(head) < end)
			return end + 1;
	}
	return 0;
}

/* Where the text of an entry begins behind its title, before the label at
 * @label; 0 when nothing parts them. */
static gsize
title_end(const char *text, gsize label)
{
	gsize best = icon_within(text, label);

	if (best)
		return best;
	best = mb_run_on_capitals(text);
	if (best && best < label)
		return best + strspn(text + best, " ");
	best = 0;
	for (guint i = 0; i < G_N_ELEMENTS(openers); i++) {
		const char *p = g_strstr_len(text, (gssize)label, openers[i]);

		if (p && (!best || (gsize)(p - text) + 1 < best))
			best = (gsize)(p - text) + 1;
	}
	return best;
}

/* "Betty Lusk joined the meeting.": a row that is no entry. */
static gboolean
is_note(const char *text, gsize label, gsize title)
{
	return !text[label] && !title && g_str_has_suffix(text, ".");
}

gboolean
mb_web_table_read(gboolean *inside, struct mb_line *line, GArray *cuts)
{
	g_autoptr(GArray) found = NULL;
	gsize label, title;

	if (!*inside)
		return *inside = take_head(line);
	flatten(line);
	line->furniture |= g_str_has_prefix(line->text, "---");
	if (line->furniture)
		return TRUE;
	found = g_array_new(FALSE, FALSE, sizeof(gsize));
	label = cut_labels(line->text, found);
	title = title_end(line->text, label);
	if (title && title < label)
		g_array_append_val(cuts, title);
	g_array_append_vals(cuts, found->data, found->len);
	if (label && !is_note(line->text, label, title))
		line->heading = ENTRY_RANK;
	return TRUE;
}
