#include "config.h"

#include "indexer/looks.h"

#include <string.h>

#define MAX_WORDS 60

/* Lines are called prose, not lines of a page, beyond this many characters. */
#define MAX_WIDTH 140

static char
fold_char(gunichar c)
{
	switch (c) {
	case 0x2018:
	case 0x2019:
	case 0x02bc:
	case '`':
		return '\'';
	case 0x201c:
	case 0x201d:
		return '"';
	case 0x2010:
	case 0x2011:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
	case 0x2212:
		return '-';
	case 0xa0:
	case '\t':
		return ' ';
	case '*':
	case '#':
	case '_':
		return '\0';
	default:
		return c < 0x80 ? (char)g_ascii_tolower((gchar)c) : (char)1;
	}
}

/* Append @length bytes of @text folded to @out, at most MB_LOOK_FOLD bytes. */
static void
fold_into(GString *out, const char *text, gsize length)
{
	const char *end = text + length;
	char fold[MB_LOOK_FOLD + 8];
	const char *p = text;
	gsize n = 0;

	while (p < end && n < MB_LOOK_FOLD - 4) {
		/* Nearly all letters are ASCII: no call for those. */
		const char *next =
		    (guchar)*p < 0x80 ? p + 1 : g_utf8_next_char(p);
		char c = fold_char((guchar)*p < 0x80 ? (guchar)*p
		                                     : g_utf8_get_char(p));

		if (c == 1)
			while (p < next)
				fold[n++] = *p++;
		else if (c && (c != ' ' || (n && fold[n - 1] != ' ')))
			fold[n++] = c;
		p = next;
	}
	while (n && fold[n - 1] == ' ')
		n--;
	g_string_truncate(out, 0);
	g_string_append_len(out, fold, (gssize)n);
}

char *
mb_looks_fold(const char *text)
{
	GString *out = g_string_sized_new(MB_LOOK_FOLD);

	fold_into(out, text, strlen(text));
	return g_string_free(out, FALSE);
}

/* What the letters of a line tell. */
struct letters {
	guint upper, lower;
	guint long_words, long_upper; /* words of four letters and more */
};

static void
end_word(struct letters *l, guint length, gboolean upper)
{
	if (length < 4)
		return;
	l->long_words++;
	l->long_upper += upper ? 1 : 0;
}

static void
count_letters(const char *text, gsize n, struct mb_look *look,
              struct letters *l)
{
	guint length = 0;
	gboolean is_upper, upper = FALSE, first = TRUE, space = TRUE;
	const char *p;

	for (p = text; p < text + n; p = g_utf8_next_char(p)) {
		gboolean ascii = (guchar)*p < 0x80;
		gunichar c;

		look->n_chars++;
		if (look->n_words >= MAX_WORDS)
			continue;
		c = ascii ? (guchar)*p : g_utf8_get_char(p);
		if (c == ' ') {
			space = TRUE;
			continue;
		}
		look->n_words += space ? 1 : 0;
		if (space) {
			end_word(l, length, upper);
			length = 0;
		}
		space = FALSE;
		if (first && (g_unichar_isalpha(c) || g_unichar_isdigit(c))) {
			look->upper = !g_unichar_islower(c);
			first = FALSE;
		}
		if (ascii ? !g_ascii_isalpha(*p) : !g_unichar_isalpha(c))
			continue;
		is_upper = ascii ? g_ascii_isupper(*p) : g_unichar_isupper(c);
		if (!length++)
			upper = is_upper;
		l->upper += is_upper ? 1 : 0;
		l->lower += is_upper ? 0 : 1;
	}
	end_word(l, length, upper);
}

/* "…noted." "…noted.”" "…noted.)" */
static gboolean
ends_sentence(const char *text, gsize n)
{
	while (n && (strchr("\"')]*_ ", text[n - 1]) ||
	             (n >= 3 && !strncmp(text + n - 3, "\342\200\235", 3)) ||
	             (n >= 3 && !strncmp(text + n - 3, "\342\200\231", 3))))
		n -= (guchar)text[n - 1] >= 0x80 ? 3 : 1;
	return n && strchr(".!?;", text[n - 1]);
}

/* "Closed Meeting (7:40 p.m.)": the time behind a heading in bold is not. */
static gboolean
is_time(const char *p)
{
	gsize n;

	p += strspn(p, " ");
	if (*p != '(' || !g_ascii_isdigit(p[1]))
		return FALSE;
	n = strspn(p + 1, "0123456789:.apmAPM ");
	return n >= 4 && n <= 12 && !strcmp(p + 1 + n, ")");
}

/* "Call to Order (7:00 p.m.)" is no sentence. */
static gboolean
ends_in_time(const char *text)
{
	const char *bracket = strrchr(text, '(');

	return bracket && is_time(bracket);
}

/* @n less the bytes of @tail at the end of the first @n of @text. */
static gsize
less(const char *text, gsize n, const char *tail)
{
	gsize length = strlen(tail);

	return n >= length &&
	               !g_ascii_strncasecmp(text + n - length, tail, length)
	           ? n - length
	           : n;
}

/* @n less what is at the end of the first @n of @text of @set. */
static gsize
less_any(const char *text, gsize n, const char *set)
{
	while (n && strchr(set, text[n - 1]))
		n--;
	return n;
}

/* "PDF 31 KB", "(DOCX, 1.2MB)", each also behind "pdf icon". */
gsize
mb_looks_icon(const char *text)
{
	static const char *const formats[] = { " pdf",  "(pdf", "[pdf",
		                               " doc",  "(doc", " docx",
		                               "(docx", " xls", " xlsx",
		                               " ppt",  " pptx" };
	gsize all = strlen(text), n = less_any(text, all, ")]. "), before;

	before = n;
	n = MIN(less(text, n, "kb"), less(text, n, "mb"));
	if (n == before)
		return all;
	before = n = less_any(text, n, " ");
	n = less_any(text, n, "0123456789.");
	if (n == before)
		return all;
	before = n = less_any(text, n, " ,");
	for (guint i = 0; i < G_N_ELEMENTS(formats) && n == before; i++)
		n = less(text, n, formats[i]);
	if (n == before)
		return all;
	n = less(text, less_any(text, n, " (["), " icon");
	n = less(text, n, " pdf");
	n = less_any(text, n, " ");
	return n ? n : all;
}

/* Look at the first @n bytes of @line. */
static void
look_at(struct mb_look *look, const struct mb_line *line, gsize n)
{
	struct letters l = { 0 };

	count_letters(line->text, n, look, &l);
	look->caps = l.upper >= 3 && l.lower * 8 <= l.upper;
	look->title = l.long_words && l.long_upper * 5 >= l.long_words * 4;
	look->sentence =
	    ends_sentence(line->text, n) && !ends_in_time(line->text);
	look->bold =
	    line->bold_end > line->bold_start && line->bold_start <= 2 &&
	    (line->bold_end + 2 >= n || is_time(line->text + line->bold_end));
}

/* The width that nine lines in ten stay below; 0 when lines are paragraphs. */
static guint
full_width(const GArray *looks)
{
	guint counts[MAX_WIDTH + 2] = { 0 };
	guint i, seen = 0;

	for (i = 0; i < looks->len; i++) {
		guint n = g_array_index(looks, struct mb_look, i).n_chars;

		counts[MIN(n, MAX_WIDTH + 1)]++;
	}
	for (i = MAX_WIDTH + 1; i > 0; i--) {
		seen += counts[i];
		if (seen * 10 > looks->len)
			break;
	}
	return i > MAX_WIDTH ? 0 : i;
}

/* Whether line @i of a text without pages begins one: "Page 68" ends or heads
 * it. */
static gboolean
is_below_foot(const struct mb_lines *lines, guint i)
{
	const struct mb_line *above = i ? mb_lines_at(lines, i - 1) : NULL;

	return above && !lines->n_pages && above->furniture &&
	       (strstr(above->text, "Page ") || strstr(above->text, "page "));
}

struct mb_looks *
mb_looks_new(const struct mb_lines *lines)
{
	struct mb_looks *looks = g_new0(struct mb_looks, 1);
	g_autoptr(GString) fold = g_string_sized_new(MB_LOOK_FOLD);
	guint i, n_gaps = 0, page = 0;

	looks->looks = g_array_sized_new(FALSE, TRUE, sizeof(struct mb_look),
	                                 lines->lines->len);
	looks->folds = g_string_chunk_new(1 << 16);
	for (i = 0; i < lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_look look = { 0 };
		gsize n = mb_looks_icon(line->text);

		look.icon = line->text[n] != '\0';
		look_at(&look, line, n);
		fold_into(fold, line->text, n);
		look.fold = g_string_chunk_insert_len(looks->folds, fold->str,
		                                      (gssize)fold->len);
		if (!line->furniture &&
		    (line->page_no != page || is_below_foot(lines, i))) {
			look.page_top = TRUE;
			page = line->page_no;
		}
		n_gaps += line->gap ? 1 : 0;
		g_array_append_val(looks->looks, look);
	}
	looks->width = full_width(looks->looks);
	looks->gappy = n_gaps * 10 >= lines->lines->len * 9 && looks->width &&
	               !lines->paragraphs;
	return looks;
}

void
mb_looks_free(struct mb_looks *looks)
{
	if (!looks)
		return;
	g_array_unref(looks->looks);
	g_string_chunk_free(looks->folds);
	g_free(looks);
}

guint
mb_looks_next(const struct mb_lines *lines, guint i, guint end)
{
	for (; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (!line->furniture && line->kind != MB_LINE_RULE)
			break;
	}
	return i;
}

guint
mb_looks_page_end(const struct mb_lines *lines, guint i, guint end)
{
	guint page = i < end ? mb_lines_at(lines, i)->page_no : 0, k;

	for (k = 0; k < lines->page_starts->len; k++) {
		guint start = g_array_index(lines->page_starts, guint, k);

		if (start > i) {
			end = MIN(end, start);
			break;
		}
	}
	while (i < end && mb_lines_at(lines, i)->kind != MB_LINE_RULE &&
	       mb_lines_at(lines, i)->page_no == page)
		i++;
	return i;
}

gboolean
mb_looks_is_label(const struct mb_look *look)
{
	static const char *const labels[] = { "minutes:",
		                              "decision:",
		                              "decisions:",
		                              "resolved:",
		                              "additional documents:",
		                              "cofnodion:",
		                              "penderfyniad:",
		                              "dogfennau ychwanegol:" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(labels); i++)
		if (!strcmp(look->fold, labels[i]))
			return TRUE;
	return FALSE;
}
