#include <string.h>

#include "indexer/clean.h"
#include "indexer/encoding.h"
#include "indexer/reader.h"

/* So wide a space parts the columns of a table that was made text. */
#define COLUMN_SPACE "    "

/* Marks that begin a list entry.  "-" and "*" must be followed by space, as
 * must Word's second bullet, "o", which `pdftotext` prints as the letter: "o
 * Inclusion Strategy". */
static const char *const bullets[] = {
	"•",
	"●",
	"○",
	"▪",
	"■",
	"□",
	"◦",
	"‣",
	"⁃",
	"∙",
	"►",
	"➢",
	"✓",
	"✔",
	"❖",
	"·",
	/* Symbol and Wingdings: U+F0B7, U+F0A7, U+F0D8, U+F0FC. */
	"\xef\x82\xb7",
	"\xef\x82\xa7",
	"\xef\x83\x98",
	"\xef\x83\xbc",
};

/* "- 2 -" at the foot of a page. */
static gboolean
is_dashed_number(const char *text)
{
	gsize n = strspn(text + 2, "0123456789");

	return n > 0 && g_str_has_prefix(text + 2 + n, " -");
}

gsize
mb_read_bullet(const char *text)
{
	gsize n = 0;

	if (g_str_has_prefix(text, "- ") && is_dashed_number(text))
		return 0;
	if ((*text == '-' || *text == '*' || *text == 'o') &&
	    (text[1] == ' ' || text[1] == '\t'))
		n = 1;
	for (gsize i = 0; n == 0 && i < G_N_ELEMENTS(bullets); i++)
		if (g_str_has_prefix(text, bullets[i]))
			n = strlen(bullets[i]);
	return n == 0 ? 0 : n + strspn(text + n, " \t");
}

gboolean
mb_read_is_lone_bullet(const char *text, gsize n_bytes)
{
	gsize n = (guchar)*text >= 0x80 ? mb_read_bullet(text) : 0;

	return n > 0 && n >= n_bytes;
}

/* Where the next line of @text ends: at a newline, a carriage return or a form
 * feed, which also begins a page. */
static gsize
line_length(const char *text)
{
	return strcspn(text, "\n\r\f");
}

/* Bytes of a line without the bar that a table's only cell leaves behind it:
 * "4 |", "Quay lights", "|".  Two bars in a line are a row. */
static gsize
without_last_bar(const char *text, gsize n_bytes)
{
	gsize n = n_bytes;

	while (n > 0 && strchr(" \t", text[n - 1]) != NULL)
		n--;
	if (n == 0 || text[n - 1] != '|' || memchr(text, '|', n - 1) != NULL ||
	    (n > 1 && strchr(" \t", text[n - 2]) == NULL))
		return n_bytes;
	return n - 1;
}

/* "Cllr Ayesha Sarwar        Arkenvale Borough Council": bytes of the cleaned
 * line before its second column; 0 when it has none. */
static gsize
second_column(const char *text, gsize n_bytes)
{
	g_autofree char *line = g_strndup(text, n_bytes);
	const char *wide = strstr(line, COLUMN_SPACE);
	g_autofree char *clean = NULL;

	if (!wide || wide == line || wide[strspn(wide, " ")] == '\0')
		return 0;
	clean = mb_clean(line, (gsize)(wide - line));
	return strlen(clean) + 1;
}

/* Add one source line.  Returns FALSE for a blank one, and for a bullet alone,
 * which makes the next line a list entry. */
static gboolean
add_line(struct mb_lines *lines, const char *text, gsize n_bytes,
         struct mb_line *as)
{
	gsize indent = strspn(text, " \t");
	struct mb_line *line;
	gsize mark;

	n_bytes = without_last_bar(text, n_bytes);
	if (indent >= n_bytes)
		return FALSE;
	if (mb_read_is_lone_bullet(text + indent, n_bytes - indent)) {
		as->kind = MB_LINE_LIST;
		return FALSE;
	}
	mark = mb_read_bullet(text + indent);
	if (indent + mark >= n_bytes)
		mark = 0;
	if (mark > 0)
		as->kind = MB_LINE_LIST;
	text += indent + mark;
	n_bytes -= indent + mark;
	line = mb_lines_add_as(lines, text, n_bytes, as);
	if (line)
		line->column = second_column(text, n_bytes);
	return line != NULL;
}

void
mb_read_count_pages(struct mb_lines *lines)
{
	guint n = lines->lines->len;

	/* `pdftotext` ends the last page with a form feed too. */
	if (n > 0)
		lines->n_pages = mb_lines_at(lines, n - 1)->page_no;
}

/* Plain text, also as `pdftotext` prints it: each line is one, a blank line or
 * a form feed is a gap.  A list entry loses its mark.  Form feeds part the
 * pages of the paper that the text was taken from; without any there are none.
 */
gboolean
mb_read_text(GBytes *content, struct mb_lines *lines, GError **error)
{
	g_autofree char *text = mb_encoding_read(content);
	struct mb_line as = { .page_no = strchr(text, '\f') != NULL };

	(void)error;
	for (const char *p = text; *p != '\0';) {
		gsize n = line_length(p);
		const char *end = p + n;

		as.offset = (gsize)(p - text);
		if (add_line(lines, p, n, &as))
			as = (struct mb_line){ .page_no = as.page_no };
		else
			as.gap = TRUE;
		if (*end == '\f') {
			as.gap = TRUE;
			as.page_no++;
			mb_lines_begin_page(lines);
		}
		if (end[0] == '\r' && end[1] == '\n')
			end++;
		p = *end != '\0' ? end + 1 : end;
	}
	mb_read_count_pages(lines);
	mb_read_close_spacing(lines);
	mb_read_part_paragraphs(lines);
	return TRUE;
}
