#include "config.h"

#include "indexer/lines.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"
#include "indexer/archive.h"
#include "indexer/clean.h"
#include "indexer/reader.h"

static void
line_free(gpointer data)
{
	struct mb_line *line = data;

	g_free(line->text);
	g_strfreev(line->cells);
	g_free(line);
}

struct mb_lines *
mb_lines_new(void)
{
	struct mb_lines *lines = g_new0(struct mb_lines, 1);

	lines->lines = g_ptr_array_new_with_free_func(line_free);
	lines->labels = g_ptr_array_new_with_free_func(g_free);
	lines->page_starts = g_array_new(FALSE, FALSE, sizeof(guint));
	return lines;
}

void
mb_lines_free(struct mb_lines *lines)
{
	if (lines == NULL)
		return;
	g_ptr_array_unref(lines->lines);
	g_ptr_array_unref(lines->labels);
	g_array_unref(lines->page_starts);
	g_free(lines->title);
	g_free(lines);
}

/* Append a line like @as, whose text is taken over; NULL when there are too
 * many. */
static struct mb_line *
append(struct mb_lines *lines, char *text, const struct mb_line *as)
{
	struct mb_line *line;

	if (lines->lines->len >= MB_LINES_MAX) {
		lines->too_many = TRUE;
		g_free(text);
		return NULL;
	}
	line = g_new0(struct mb_line, 1);
	*line = *as;
	line->text = text;
	line->cells = NULL;
	line->bold_start = 0;
	line->bold_end = 0;
	g_ptr_array_add(lines->lines, line);
	return line;
}

/* Where to cut @text so that the first part is no longer than a line may be: at
 * the last space, or where there is none, between two characters. */
static gsize
cut_at(const char *text)
{
	const char *space = memrchr(text, ' ', MB_LINE_MAX_BYTES);
	const char *cut = text + MB_LINE_MAX_BYTES;

	if (space != NULL && space > text)
		return (gsize)(space - text);
	while (((guchar)*cut & 0xc0) == 0x80)
		cut--;
	return (gsize)(cut - text);
}

static struct mb_line *
append_cut(struct mb_lines *lines, const char *text, gsize bold_start,
           gsize bold_end, const struct mb_line *as)
{
	struct mb_line like = *as;
	struct mb_line *line = NULL;

	for (gsize start = 0, left = strlen(text); left > 0;) {
		gsize n =
		    left > MB_LINE_MAX_BYTES ? cut_at(text + start) : left;
		gsize end = start + n;

		line = append(lines, g_strndup(text + start, n), &like);
		if (line == NULL)
			return NULL;
		line->bold_start = CLAMP(bold_start, start, end) - start;
		line->bold_end = CLAMP(bold_end, start, end) - start;
		start = end;
		left -= n;
		if (left > 0 && text[start] == ' ') {
			start++;
			left--;
		}
		like.gap = FALSE;
	}
	return line;
}

struct mb_line *
mb_lines_add_as(struct mb_lines *lines, const char *text, gsize n_bytes,
                const struct mb_line *as)
{
	gsize bold_start, bold_end;
	g_autofree char *clean =
	    mb_clean_line(text, n_bytes, &bold_start, &bold_end);
	struct mb_line *line;

	if (*clean == '\0')
		return NULL;
	if (strlen(clean) > MB_LINE_MAX_BYTES)
		return append_cut(lines, clean, bold_start, bold_end, as);
	line = append(lines, g_steal_pointer(&clean), as);
	if (line == NULL)
		return NULL;
	line->bold_start = bold_start;
	line->bold_end = bold_end;
	return line;
}

struct mb_line *
mb_lines_add(struct mb_lines *lines, const char *text)
{
	static const struct mb_line plain = { .kind = MB_LINE_TEXT };

	return mb_lines_add_as(lines, text, strlen(text), &plain);
}

/* @cells cleaned, each no longer than a line may be.  Transfer full. */
static char **
clean_cells(const char *const *cells)
{
	GPtrArray *cleaned = g_ptr_array_new();

	for (; *cells != NULL; cells++) {
		char *cell = mb_clean(*cells, strlen(*cells));

		if (strlen(cell) > MB_LINE_MAX_BYTES)
			cell[cut_at(cell)] = '\0';
		g_ptr_array_add(cleaned, cell);
	}
	g_ptr_array_add(cleaned, NULL);
	return (char **)g_ptr_array_free(cleaned, FALSE);
}

struct mb_line *
mb_lines_add_row(struct mb_lines *lines, const char *const *cells,
                 const struct mb_line *as)
{
	struct mb_line like = *as;
	g_autofree char *text = g_strjoinv(" ", (char **)cells);
	struct mb_line *line;

	like.kind = MB_LINE_ROW;
	line = mb_lines_add_as(lines, text, strlen(text), &like);
	if (line != NULL)
		line->cells = clean_cells(cells);
	return line;
}

/* Put @more behind the cell, which stays no longer than a line may be. */
static void
extend_cell(char **cell, const char *more)
{
	g_autofree char *clean = mb_clean(more, strlen(more));
	char *joined;

	if (*clean == '\0' ||
	    strlen(*cell) + 1 + strlen(clean) > MB_LINE_MAX_BYTES)
		return;
	joined = **cell == '\0' ? g_strdup(clean)
	                        : g_strconcat(*cell, " ", clean, NULL);
	g_free(*cell);
	*cell = joined;
}

void
mb_lines_extend_row(struct mb_line *row, const char *const *cells)
{
	g_autofree char *joined = NULL;

	for (guint c = 0; cells[c] != NULL && row->cells[c] != NULL; c++)
		extend_cell(&row->cells[c], cells[c]);
	joined = g_strjoinv(" ", row->cells);
	if (strlen(joined) > MB_LINE_MAX_BYTES)
		joined[cut_at(joined)] = '\0';
	g_free(row->text);
	row->text = mb_clean(joined, strlen(joined));
}

void
mb_lines_add_rule(struct mb_lines *lines, gsize offset)
{
	const struct mb_line rule = { .kind = MB_LINE_RULE,
		                      .gap = TRUE,
		                      .offset = offset };

	append(lines, g_strdup(""), &rule);
}

void
mb_lines_begin_page(struct mb_lines *lines)
{
	g_array_append_val(lines->page_starts, lines->lines->len);
}

const char *
mb_lines_label(const struct mb_lines *lines, guint page_no)
{
	if (page_no == 0 || page_no > lines->labels->len)
		return NULL;
	return g_ptr_array_index(lines->labels, page_no - 1);
}

/* A row's cells, without the empty ones at its ends. */
static void
append_cells(GString *out, char **cells)
{
	guint first = 0, end = g_strv_length(cells);

	while (first < end && !*cells[first])
		first++;
	while (end > first && !*cells[end - 1])
		end--;
	for (guint c = first; c < end; c++) {
		g_string_append(out, c > first ? " | " : "");
		g_string_append(out, cells[c]);
	}
}

static void
note_page(GArray *starts, guint page_no, gsize offset)
{
	struct mb_page_start start = { page_no, offset };

	if (starts != NULL && page_no > 0 &&
	    (starts->len == 0 ||
	     g_array_index(starts, struct mb_page_start, starts->len - 1)
	             .page_no != page_no))
		g_array_append_val(starts, start);
}

char *
mb_lines_text(const struct mb_lines *lines, guint first, guint end,
              GArray *starts)
{
	GString *out = g_string_new(NULL);

	for (guint i = first; i < MIN(end, lines->lines->len); i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (line->furniture || line->kind == MB_LINE_RULE)
			continue;
		if (out->len > 0)
			g_string_append(out, line->gap ? "\n\n" : "\n");
		note_page(starts, line->page_no, out->len);
		if (line->kind == MB_LINE_LIST && *line->text != '(' &&
		    !g_ascii_isdigit(*line->text))
			g_string_append(out, "• ");
		if (line->cells != NULL)
			append_cells(out, line->cells);
		else
			g_string_append(out, line->text);
	}
	return g_string_free(out, FALSE);
}

static const char *
kind_name(enum mb_line_kind kind)
{
	switch (kind) {
	case MB_LINE_TEXT:
		return "";
	case MB_LINE_LIST:
		return " list";
	case MB_LINE_ROW:
		return " row";
	case MB_LINE_RULE:
		return " rule";
	}
	g_assert_not_reached();
}

/* "+ p3 x72 y90 s11 h2 b0-12 list furniture": what is known beside the text. */
static void
dump_marks(GString *out, const struct mb_line *line)
{
	g_string_append_c(out, line->gap ? '+' : '.');
	if (line->page_no > 0)
		g_string_append_printf(out, " p%u", line->page_no);
	if (line->size > 0)
		g_string_append_printf(out, " x%.0f y%.0f s%.0f",
		                       (double)line->x, (double)line->y,
		                       (double)line->size);
	if (line->heading > 0)
		g_string_append_printf(out, " h%u", line->heading);
	if (line->confidence > 0)
		g_string_append_printf(out, " c%u", line->confidence);
	if (line->bold_end > line->bold_start)
		g_string_append_printf(out, " b%zu-%zu", line->bold_start,
		                       line->bold_end);
	g_string_append(out, kind_name(line->kind));
	if (line->furniture)
		g_string_append(out, " furniture");
}

static void
dump_day(GString *out, const char *what, guint32 ymd)
{
	g_autofree char *day = ymd ? mb_date_to_iso(ymd) : NULL;

	if (day != NULL)
		g_string_append_printf(out, "%s: %s\n", what, day);
}

static void
dump_head(GString *out, const struct mb_lines *lines)
{
	if (lines->title != NULL)
		g_string_append_printf(out, "title: %s\n", lines->title);
	dump_day(out, "posted", lines->posted);
	dump_day(out, "created", lines->created);
	if (lines->n_pages > 0)
		g_string_append_printf(out, "pages: %u, %u without text\n",
		                       lines->n_pages, lines->n_empty_pages);
	for (guint i = 1; i <= lines->labels->len; i++) {
		const char *label = mb_lines_label(lines, i);

		if (label != NULL)
			g_string_append_printf(out, "label: p%u %s\n", i,
			                       label);
	}
}

char *
mb_lines_dump(const struct mb_lines *lines)
{
	GString *out = g_string_new(NULL);

	dump_head(out, lines);
	for (guint i = 0; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		g_string_append_printf(out, "%4u ", i);
		dump_marks(out, line);
		g_string_append(out, "\t");
		if (line->cells != NULL) {
			g_autofree char *cells = g_strjoinv(" | ", line->cells);

			g_string_append(out, cells);
		} else {
			g_string_append(out, line->text);
		}
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}

/* What to do with a paper that has no reader. */
static const char *
advice_on(const struct mb_paper *paper)
{
	if (!g_str_equal(paper->type->name, "zip"))
		return "no reader for it; see [convert] in minutebook.conf(5)";
	if (mb_archive_slash(paper->path, paper->path))
		return "one within another is not looked into; unpack the "
		       "outer one";
	return "looked into only when its name ends in .zip";
}

static gboolean
read_by_format(const struct mb_paper *paper, struct mb_lines *lines,
               GError **error)
{
	switch (paper->format) {
	case MB_FORMAT_TEXT:
		return mb_read_text(paper->content, lines, error);
	case MB_FORMAT_MARKDOWN:
		return mb_read_markdown(paper->content, lines, error);
	case MB_FORMAT_HTML:
		return mb_read_html(paper->content, lines, error);
	case MB_FORMAT_PDF:
		return mb_read_pdf(paper->content, lines, error);
	case MB_FORMAT_DOCX:
		return mb_read_docx(paper->content, lines, error);
	case MB_FORMAT_ODT:
		return mb_read_odt(paper->content, lines, error);
	case MB_FORMAT_OTHER:
		g_set_error(error, MB_ERROR, MB_ERROR_NO_READER, "%s: %s",
		            paper->type->what, advice_on(paper));
		return FALSE;
	}
	g_assert_not_reached();
}

struct mb_lines *
mb_lines_read_any(const struct mb_paper *paper, GError **error)
{
	g_autoptr(mb_lines) lines = mb_lines_new();

	if (!read_by_format(paper, lines, error))
		return NULL;
	if (lines->too_many) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "more than %u lines", MB_LINES_MAX);
		return NULL;
	}
	mb_lines_mark_furniture(lines);
	mb_lines_join_hyphens(lines);
	mb_lines_cut_apart(lines);
	return g_steal_pointer(&lines);
}

const char *
mb_lines_why_none(const struct mb_lines *lines)
{
	if (lines->lines->len > 0)
		return NULL;
	if (lines->n_empty_pages > 0)
		return "no page has text (a scan)";
	return "no text in it";
}

struct mb_lines *
mb_lines_read(const struct mb_paper *paper, GError **error)
{
	g_autoptr(mb_lines) lines = mb_lines_read_any(paper, error);
	const char *why = lines != NULL ? mb_lines_why_none(lines) : NULL;

	if (why == NULL)
		return g_steal_pointer(&lines);
	g_set_error_literal(error, MB_ERROR, MB_ERROR_NO_TEXT, why);
	return NULL;
}
