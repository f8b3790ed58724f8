#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "indexer/encoding.h"
#include "indexer/markdown-front.h"
#include "indexer/markdown-inline.h"
#include "indexer/markdown-table.h"
#include "indexer/markdown-tabs.h"
#include "indexer/reader.h"

/* An ordered list that is open: it counts on from its first number, whatever
 * numbers stand before its entries. */
struct list {
	guint source;  /* number printed in the source last; 0: no list */
	guint counted; /* number that a reader of the page sees */
	char mark;     /* '.' or ')' */
};

struct markdown {
	struct mb_lines *lines;
	const char *text;
	const char *p;      /* the next source line */
	GString *paragraph; /* source lines of the one being gathered */
	GArray *offsets;    /* of gsize: where each of them began */
	GString *out;       /* scratch */
	struct mb_line as;  /* how the paragraph's first line is added */
	gboolean gap;       /* a blank line stood before the next block */
	gboolean code;      /* between two fences */
	guint page_no;      /* 0 where no form feeds part pages */
	gboolean bullet;    /* a bullet stood alone on its line */
	struct list list;
	gsize indent;   /* spaces before the source line */
	guint unclosed; /* elements of HTML that no more end follows for */
};

/* Add one line of the paragraph; the first alone is a list entry, has the gap
 * and so on. */
static void
add_piece(struct markdown *md, const char *text, gsize n_bytes, gsize offset)
{
	md->as.offset = offset;
	if (mb_lines_add_as(md->lines, text, n_bytes, &md->as) == NULL)
		return;
	md->as.gap = FALSE;
	md->as.kind = MB_LINE_TEXT;
}

/* Undo the marks of the paragraph gathered so far and add its lines.  Emphasis
 * may run over several of them: "**Minutes of the Committee\nWednesday**". */
static void
flush(struct markdown *md)
{
	guint source_line = 0;

	if (md->offsets->len == 0)
		return;
	g_string_truncate(md->out, 0);
	mb_markdown_inline(md->paragraph->str, md->paragraph->len, md->out);
	for (const char *p = md->out->str;;) {
		gsize n = strcspn(p, "\n\v");

		add_piece(md, p, n,
		          g_array_index(md->offsets, gsize, source_line));
		if (p[n] == '\0')
			break;
		if (p[n] == '\n' && source_line + 1 < md->offsets->len)
			source_line++;
		p += n + 1;
	}
	g_string_truncate(md->paragraph, 0);
	g_array_set_size(md->offsets, 0);
}

/* Add a source line, which stands at byte @offset, to the paragraph. */
static void
gather_as(struct markdown *md, const char *text, gsize n_bytes, gsize offset)
{
	if (md->offsets->len > 0)
		g_string_append_c(md->paragraph, '\n');
	g_string_append_len(md->paragraph, text, (gssize)n_bytes);
	g_array_append_val(md->offsets, offset);
}

static void
gather(struct markdown *md, const char *text, gsize n_bytes)
{
	gather_as(md, text, n_bytes, (gsize)(text - md->text));
}

static void
begin(struct markdown *md, enum mb_line_kind kind)
{
	flush(md);
	md->as = (struct mb_line){ .kind = kind,
		                   .gap = md->gap,
		                   .page_no = md->page_no };
	md->gap = FALSE;
}

/* "---", "* * *": three or more of one mark and nothing else. */
static gboolean
is_rule(const char *text, gsize n_bytes)
{
	gsize n = 0;

	for (gsize i = 0; i < n_bytes; i++) {
		if (text[i] == ' ')
			continue;
		if (text[i] != *text)
			return FALSE;
		n++;
	}
	return n >= 3 && (*text == '-' || *text == '*' || *text == '_');
}

/* A line of "=" or "-" below a single line makes a heading of it, when it is as
 * long: "---" below a page's last line draws a rule between pages. */
static guint
underlined_level(const struct markdown *md, const char *text, gsize n_bytes)
{
	gsize n_above;

	/* A paragraph of many lines is not counted at each. */
	if (n_bytes < 4 || md->offsets->len != 1 || md->as.kind != MB_LINE_TEXT)
		return 0;
	n_above = (gsize)g_utf8_strlen(md->paragraph->str, -1);
	if (n_above + 1 < n_bytes || n_above > n_bytes + 1)
		return 0;
	if (strspn(text, "=") >= n_bytes)
		return 1;
	return strspn(text, "-") >= n_bytes ? 2 : 0;
}

/* "## Present ##" → 2; 0 for none. */
static guint
heading_level(const char *text, gsize n_bytes)
{
	gsize n = strspn(text, "#");

	return n >= 1 && n <= 6 && n < n_bytes && g_ascii_isspace(text[n])
	           ? (guint)n
	           : 0;
}

/* A mark that begins a list entry, with its space. */
static gsize
list_mark(const char *text)
{
	if (*text == '+' && text[1] == ' ')
		return 2;
	return mb_read_bullet(text);
}

/* Whether the source line behind @end is more of a heading: a converter that
 * wraps what it writes sets it in by two or three, and nothing is between. */
static gboolean
is_wrapped(const char *end)
{
	gsize n = *end == '\n' ? strspn(end + 1, " ") : 0;

	return (n == 2 || n == 3) && g_ascii_isalnum(end[1 + n]) &&
	       !list_mark(end + 1 + n);
}

static void
heading(struct markdown *md, const char *text, gsize n_bytes, guint level)
{
	gboolean wrapped = is_wrapped(text + n_bytes);

	while (n_bytes > level &&
	       (text[n_bytes - 1] == '#' || text[n_bytes - 1] == ' '))
		n_bytes--;
	begin(md, MB_LINE_TEXT);
	md->as.heading = level;
	gather(md, text + level, n_bytes - level);
	if (wrapped)
		return;
	flush(md);
	md->gap = TRUE;
}

/* What converters say of themselves is not the paper's text:
 * "*<small>Scanned page, text may contain errors. …</small>*". */
static gboolean
is_converter_note(const char *text, gsize n_bytes)
{
	static const char note[] = "<small>";
	gsize stars = strspn(text, "*_");

	return stars + strlen(note) < n_bytes &&
	       g_str_has_prefix(text + stars, note) &&
	       memmem(text, n_bytes, "</small>", 8) != NULL;
}

/* "[Original file](https://…/minutes.pdf)" at the head of a paper. */
static gboolean
is_origin_link(const struct markdown *md, const char *text, gsize n_bytes)
{
	return md->lines->lines->len == 0 && *text == '[' &&
	       text[n_bytes - 1] == ')' &&
	       memmem(text, n_bytes, "](http", 6) != NULL;
}

static gboolean
is_placeholder(const char *text, gsize n_bytes)
{
	static const char omitted[] = "(Image omitted)";

	return n_bytes == strlen(omitted) &&
	       memcmp(text, omitted, n_bytes) == 0;
}

/* Bytes of a list's number at @text, with its mark and spaces; 0. */
static gsize
number_mark(const char *text, gsize n_bytes)
{
	gsize digits = strspn(text, "0123456789"), n = digits + 1;

	if (!digits || digits > 3 || n >= n_bytes ||
	    (text[digits] != '.' && text[digits] != ')') || text[n] != ' ')
		return 0;
	return n + strspn(text + n, " ");
}

/* "**7.** **Review", "7\\. Review": a number of the paper's own, which a
 * converter took into a list, at the start of an entry. */
static gboolean
has_number(const char *text)
{
	const char *p = text + strspn(text, "* ");
	gsize n = strspn(p, "0123456789");

	if (!n || n > 3)
		return FALSE;
	p += n;
	if (*text == '*' && *p == '/') {
		n = strspn(p + 1, "0123456789");
		return n > 1 && n < 4 && p[1 + n] == ' ';
	}
	p += *p == '\\' ? 1 : 0;
	return (*p == '.' || *p == ')') && (p[1] == ' ' || p[1] == '*');
}

/* Gather a line that begins with the number of an ordered list, of @mark bytes:
 * "1." thrice is 1, 2 and 3. */
static void
gather_entry(struct markdown *md, const char *text, gsize n_bytes, gsize mark)
{
	struct list *list = &md->list;
	guint source = (guint)strtoul(text, NULL, 10);
	char sign = text[strspn(text, "0123456789")];
	gboolean again = list->source == source && list->mark == sign;

	list->counted = again ? list->counted + 1 : source;
	list->source = source;
	list->mark = sign;
	if (has_number(text + mark)) {
		gather(md, text + mark, n_bytes - mark);
	} else if (list->counted == source) {
		gather(md, text, n_bytes);
	} else {
		g_autofree char *entry =
		    g_strdup_printf("%u%c %.*s", list->counted, sign,
		                    (int)(n_bytes - mark), text + mark);

		gather_as(md, entry, strlen(entry), (gsize)(text - md->text));
	}
}

/* A line of a paragraph, or the first of an entry of an ordered list. */
static void
text_line(struct markdown *md, const char *text, gsize n_bytes, gboolean bullet)
{
	gsize mark = md->indent < 4 ? number_mark(text, n_bytes) : 0;
	gboolean begins = md->offsets->len == 0;

	if (begins)
		begin(md, bullet ? MB_LINE_LIST : MB_LINE_TEXT);
	if (mark > 0) {
		gather_entry(md, text, n_bytes, mark);
		return;
	}
	/* A paragraph that is not set in ends the list. */
	if (begins && md->indent == 0)
		md->list.source = 0;
	gather(md, text, n_bytes);
}

/* One source line without its indentation and quote marks. */
static void
block_line(struct markdown *md, const char *text, gsize n_bytes)
{
	guint level = heading_level(text, n_bytes);
	gboolean bullet = md->bullet;
	guint underlined;
	gsize mark;

	md->bullet = mb_read_is_lone_bullet(text, n_bytes);
	if (md->bullet) {
		flush(md);
	} else if ((underlined = underlined_level(md, text, n_bytes)) > 0) {
		md->as.heading = underlined;
		flush(md);
		md->gap = TRUE;
	} else if (level > 0) {
		md->list.source = 0;
		heading(md, text, n_bytes, level);
	} else if (is_rule(text, n_bytes)) {
		flush(md);
		mb_lines_add_rule(md->lines, (gsize)(text - md->text));
		md->gap = TRUE;
	} else if (is_converter_note(text, n_bytes) ||
	           is_origin_link(md, text, n_bytes)) {
		begin(md, MB_LINE_TEXT);
		md->as.furniture = TRUE;
		gather(md, text, n_bytes);
		flush(md);
	} else if ((mark = list_mark(text)) > 0 && mark < n_bytes) {
		begin(md, MB_LINE_LIST);
		gather(md, text + mark, n_bytes - mark);
	} else {
		text_line(md, text, n_bytes, bullet);
	}
}

/* Bytes of the mark that makes a quotation a box, with the space behind it:
 * "[!abstract]- Present:"; 0 when there is none. */
static gsize
callout_length(const char *text, gsize n_bytes)
{
	gsize i = 2;

	if (n_bytes < 4 || text[0] != '[' || text[1] != '!')
		return 0;
	while (i < n_bytes && g_ascii_isalpha(text[i]))
		i++;
	if (i == 2 || i == n_bytes || text[i] != ']')
		return 0;
	i++;
	if (i < n_bytes && (text[i] == '-' || text[i] == '+'))
		i++;
	while (i < n_bytes && text[i] == ' ')
		i++;
	return i;
}

/* Bytes of space and quote marks, "> > ", at the start of a line. */
static gsize
prefix_length(const char *text, gsize n_bytes)
{
	gsize i = 0;

	while (i < n_bytes &&
	       (text[i] == ' ' || text[i] == '\t' || text[i] == '>'))
		i++;
	if (i > 0 && text[0] == '>')
		i += callout_length(text + i, n_bytes - i);
	return i;
}

static void
source_line(struct markdown *md, const char *text, gsize n_bytes)
{
	gsize prefix = prefix_length(text, n_bytes);
	g_autoptr(GPtrArray) columns = mb_markdown_tabs_read(text, n_bytes);

	if (columns != NULL) {
		begin(md, MB_LINE_ROW);
		md->as.offset = (gsize)(text - md->text);
		mb_markdown_tabs_add(columns, &md->as, md->lines);
		return;
	}
	text += prefix;
	n_bytes -= prefix;
	md->indent = prefix;
	while (n_bytes > 0 && g_ascii_isspace(text[n_bytes - 1]))
		n_bytes--;
	if (n_bytes == 0) {
		flush(md);
		md->gap = TRUE;
	} else if (g_str_has_prefix(text, "```")) {
		flush(md);
		md->code = !md->code;
	} else if (!is_placeholder(text, n_bytes)) {
		block_line(md, text, n_bytes);
	}
}

/* The end of the element of HTML that begins at @line, a block by itself; NULL
 * when none begins or it never ends, which is looked for once. */
static const char *
html_end(struct markdown *md, const char *line)
{
	static const char *const names[] = { "table", "script", "style",
		                             "h1",    "h2",     "h3",
		                             "h4",    "h5",     "h6" };

	for (guint k = 0; *line == '<' && k < G_N_ELEMENTS(names); k++) {
		gsize n = strlen(names[k]);
		g_autofree char *close = NULL;
		const char *end;

		if (g_ascii_strncasecmp(line + 1, names[k], n) != 0 ||
		    strchr("> \t\r\n", line[1 + n]) == NULL)
			continue;
		close = g_strdup_printf("</%s>", names[k]);
		end = md->unclosed & 1u << k ? NULL : strcasestr(line, close);
		if (end == NULL)
			md->unclosed |= 1u << k;
		return end == NULL ? NULL : end + strlen(close);
	}
	return NULL;
}

/* A table of bars, or a block of HTML, that begins with the next line: adds it
 * and goes behind it. */
static gboolean
take_block(struct markdown *md)
{
	const char *line = md->p + strspn(md->p, " \t");
	const char *end = html_end(md, line);

	if (end != NULL) {
		flush(md);
		mb_read_html_part(line, (gsize)(end - line), md->lines);
	} else {
		if (memchr(md->p, '|', strcspn(md->p, "\n\f")) == NULL)
			return FALSE;
		end = mb_markdown_table(md->text, md->p, md->gap, md->lines);
		if (end == NULL)
			return FALSE;
	}
	md->gap = TRUE;
	md->p = end;
	return TRUE;
}

/* Take the next source line. */
static void
take_line(struct markdown *md)
{
	gsize n = strcspn(md->p, "\n\f");

	source_line(md, md->p, n);
	md->p += n;
	if (*md->p == '\f') {
		flush(md);
		md->gap = TRUE;
		md->page_no++;
		mb_lines_begin_page(md->lines);
	}
	if (*md->p != '\0')
		md->p++;
}

static void
read_blocks(struct markdown *md)
{
	md->p = mb_markdown_front(md->p, md->lines);
	while (*md->p != '\0') {
		/* Before a table the paragraph is not ended yet: a table of
		 * bars may begin only where none is open. */
		if (!(md->offsets->len == 0 && take_block(md)))
			take_line(md);
	}
	flush(md);
}

/* Markdown as people and converters write it.  A newline of the source stays
 * one, since many papers are a PDF's lines with marks added. */
gboolean
mb_read_markdown(GBytes *content, struct mb_lines *lines, GError **error)
{
	g_autofree char *text = mb_encoding_read(content);
	struct markdown md = { .lines = lines,
		               .text = text,
		               .p = text,
		               .page_no = strchr(text, '\f') != NULL };

	(void)error;
	md.paragraph = g_string_new(NULL);
	md.out = g_string_new(NULL);
	md.offsets = g_array_new(FALSE, FALSE, sizeof(gsize));
	read_blocks(&md);
	g_string_free(md.paragraph, TRUE);
	g_string_free(md.out, TRUE);
	g_array_unref(md.offsets);
	mb_read_count_pages(lines);
	mb_read_close_spacing(lines);
	mb_read_part_paragraphs(lines);
	return TRUE;
}
