#include "indexer/tokens.h"

#include <string.h>

/* Width of a line for papers whose paragraphs stand on one line each. */
#define FLOW_MAX_WIDTH 160u
#define FLOW_MIN_WIDTH 50u

/* Bytes of a word with its space, for how many there may be. */
#define WORD_BYTES 6u

static gboolean
is_apostrophe(gunichar c)
{
	/* Papers print O'Donnell, O’Donnell, O‘Donnell, O‟Donnell and
	 * O`Donnell. */
	return c == '\'' || c == '`' || c == 0x00b4 || c == 0x2018 ||
	       c == 0x2019 || c == 0x201b || c == 0x201f || c == 0x02bc;
}

static gboolean
is_hyphen(gunichar c)
{
	return c == '-' || c == 0x2010 || c == 0x2011;
}

/* Most of every paper is ASCII: it is told without a look at the tables of
 * Unicode. */
static gboolean
is_alnum(gunichar c)
{
	return c < 0x80 ? g_ascii_isalnum((char)c) : g_unichar_isalnum(c);
}

static gboolean
is_upper(gunichar c)
{
	return c < 0x80 ? g_ascii_isupper((char)c) : g_unichar_isupper(c);
}

static gboolean
is_lower(gunichar c)
{
	return c < 0x80 ? g_ascii_islower((char)c) : g_unichar_islower(c);
}

static gunichar
char_at(const char *p)
{
	return (guchar)*p < 0x80 ? (guchar)*p : g_utf8_get_char(p);
}

static void
fold_char(GString *out, gunichar c)
{
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n =
	    g_unichar_fully_decompose(c, FALSE, parts, G_N_ELEMENTS(parts));

	for (gsize i = 0; i < n; i++)
		if (g_unichar_isalnum(parts[i]))
			g_string_append_unichar(out,
			                        g_unichar_tolower(parts[i]));
}

static void
fold_into(GString *out, const char *word, const char *end)
{
	for (const char *p = word; p < end; p = g_utf8_next_char(p)) {
		if ((guchar)*p >= 0x80)
			fold_char(out, g_utf8_get_char(p));
		else if (g_ascii_isalnum(*p))
			g_string_append_c(out, g_ascii_tolower(*p));
	}
}

char *
mb_fold(const char *word, gssize len)
{
	GString *out = g_string_new(NULL);

	fold_into(out, word, len < 0 ? word + strlen(word) : word + len);
	return g_string_free(out, FALSE);
}

static guint
gap_of(gunichar c)
{
	switch (c) {
	case ',':
		return MB_GAP_COMMA;
	case '.':
	case '!':
	case '?':
		return MB_GAP_STOP;
	case ':':
		return MB_GAP_COLON;
	case ';':
		return MB_GAP_SEMICOLON;
	case '(':
	case '[':
		return MB_GAP_OPEN;
	case ')':
	case ']':
		return MB_GAP_CLOSE;
	case '-':
	case 0x2010:
	case 0x2012:
	case 0x2013:
	case 0x2014:
	case 0x2015:
		return MB_GAP_DASH;
	case '\n':
		return MB_GAP_LINE;
	case '/':
		return MB_GAP_SLASH;
	case '|':
		return MB_GAP_CELL;
	case '"':
	case 0x201c:
	case 0x201d:
		return MB_GAP_QUOTE;
	case ' ':
		return 0;
	default:
		if (g_unichar_isspace(c) || is_apostrophe(c))
			return 0;
		return MB_GAP_OTHER;
	}
}

/* "S.E.E.", "P.J": single letters parted by stops are one word.  Returns the
 * end of it, or NULL. */
static const char *
dotted_end(const char *p)
{
	const char *end = NULL;
	guint n = 0;

	while (is_upper(char_at(p))) {
		const char *next = g_utf8_next_char(p);

		n++;
		end = next;
		if (*next != '.')
			break;
		p = next + 1;
	}
	if (end && is_alnum(char_at(end)))
		return NULL;
	return n >= 2 ? end : NULL;
}

/* The end of the word that begins at @p. */
static const char *
word_end(const char *p)
{
	for (;;) {
		gunichar c;

		while (g_ascii_isalnum(*p))
			p++;
		c = char_at(p);
		if (c >= 0x80 && (is_alnum(c) || g_unichar_ismark(c))) {
			p = g_utf8_next_char(p);
			continue;
		}
		if (is_apostrophe(c) || is_hyphen(c)) {
			const char *next = g_utf8_next_char(p);

			if (is_alnum(char_at(next))) {
				p = next;
				continue;
			}
		}
		return p;
	}
}

/* Where a possessive "'s" begins in the word, or @end. */
static const char *
possessive(const char *start, const char *end)
{
	const char *s, *mark;

	if (end - start < 3 || (end[-1] != 's' && end[-1] != 'S'))
		return end;
	s = end - 1;
	mark = g_utf8_find_prev_char(start, s);
	return mark && is_apostrophe(char_at(mark)) ? mark : end;
}

static guint
flags_of(const char *start, const char *end, gboolean dotted)
{
	gunichar first = char_at(start);
	guint n_upper = 0, n_lower = 0, n_other = 0, flags = 0;

	for (const char *p = start; p < end; p = g_utf8_next_char(p)) {
		gunichar c = char_at(p);

		if (is_lower(c))
			n_lower++;
		else if (is_upper(c))
			n_upper++;
		else if (is_alnum(c))
			n_other++;
	}
	if (is_upper(first))
		flags |= MB_TOKEN_UPPER;
	if (n_upper >= 2 && n_lower == 0)
		flags |= MB_TOKEN_CAPS;
	if (first < 0x80 ? g_ascii_isdigit((char)first)
	                 : g_unichar_isdigit(first))
		flags |= MB_TOKEN_NUMBER;
	if (n_upper == 1 && n_lower + n_other == 0)
		flags |= MB_TOKEN_INITIAL;
	if (dotted)
		flags |= MB_TOKEN_DOTTED;
	if (dotted && n_upper <= 3)
		flags |= MB_TOKEN_INITIAL;
	return flags;
}

/* Add the word [@start, @end); @fold is room for its fold. */
static void
add_word(struct mb_tokens *t, GArray *array, const char *start, const char *end,
         guint gap, gboolean dotted, GString *fold)
{
	const char *bare = possessive(start, end);
	struct mb_token token = {
		.at = (guint)(start - t->text),
		.len = (guint)(end - start),
		.flags = flags_of(start, bare, dotted),
		.gap = gap,
	};

	if (*start == '&') {
		token.fold = "and";
	} else {
		g_string_truncate(fold, 0);
		fold_into(fold, start, bare);
		token.fold = g_string_chunk_insert_len(t->folds, fold->str,
		                                       (gssize)fold->len);
	}
	if (bare != end)
		token.flags |= MB_TOKEN_POSSESSIVE;
	g_array_append_val(array, token);
}

struct mb_tokens *
mb_tokens_new(const char *text)
{
	struct mb_tokens *t = g_new0(struct mb_tokens, 1);
	gsize n_bytes = strlen(text);
	GArray *array =
	    g_array_sized_new(FALSE, FALSE, sizeof(struct mb_token),
	                      (guint)MIN(n_bytes / WORD_BYTES + 4, G_MAXINT16));
	guint gap = MB_GAP_START;
	g_autoptr(GString) fold = g_string_new(NULL);
	const char *p;

	t->text = g_strndup(text, n_bytes);
	t->folds = g_string_chunk_new(n_bytes + 1);
	for (p = t->text; *p;) {
		gunichar c = char_at(p);
		const char *end = NULL;
		gboolean dotted;

		if (c == '&') {
			end = p + 1;
		} else if (!is_alnum(c)) {
			gap |= gap_of(c);
			p = g_utf8_next_char(p);
			continue;
		}
		dotted = !end && (end = dotted_end(p)) != NULL;
		if (!end)
			end = word_end(p);
		add_word(t, array, p, end, gap, dotted, fold);
		gap = 0;
		p = end;
		if (dotted && *p == '.')
			p++;
	}
	t->end_gap = gap;
	t->n = array->len;
	t->tokens = (struct mb_token *)(void *)g_array_free(array, FALSE);
	return t;
}

void
mb_tokens_free(struct mb_tokens *tokens)
{
	if (!tokens)
		return;
	g_free(tokens->text);
	g_free(tokens->tokens);
	g_string_chunk_free(tokens->folds);
	g_free(tokens);
}

gboolean
mb_tokens_is(const struct mb_tokens *t, guint i, const char *fold)
{
	return i < t->n && strcmp(t->tokens[i].fold, fold) == 0;
}

char *
mb_tokens_text(const struct mb_tokens *t, guint first, guint end)
{
	char *text, *p;

	if (first >= end || end > t->n)
		return g_strdup("");
	text = g_strndup(t->text + t->tokens[first].at,
	                 t->tokens[end - 1].at + t->tokens[end - 1].len -
	                     t->tokens[first].at);
	for (p = text; *p; p++)
		if (*p == '\n')
			*p = ' ';
	return text;
}

/* --- flowing text -------------------------------------------------------- */

static gint
compare_guint(gconstpointer a, gconstpointer b)
{
	guint x = *(const guint *)a, y = *(const guint *)b;

	return x < y ? -1 : x > y;
}

/* The width that the lines were broken at: the length that one line in twenty
 * passes. */
static guint
flow_width(const struct mb_lines *lines, guint first, guint end)
{
	g_autoptr(GArray) lengths = g_array_new(FALSE, FALSE, sizeof(guint));

	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		guint n = (guint)strlen(line->text);

		if (!line->furniture && line->kind != MB_LINE_ROW)
			g_array_append_val(lengths, n);
	}
	if (lengths->len == 0)
		return FLOW_MIN_WIDTH;
	g_array_sort(lengths, compare_guint);
	return MAX(g_array_index(lengths, guint, lengths->len * 19 / 20),
	           FLOW_MIN_WIDTH);
}

/* Whether nearly every line has space above it, which then parts nothing. */
static gboolean
is_gappy(const struct mb_lines *lines, guint first, guint end)
{
	guint n_gaps = 0;

	for (guint i = first; i < end; i++)
		n_gaps += mb_lines_at(lines, i)->gap ? 1 : 0;
	return n_gaps * 10 >= (end - first) * 8;
}

/* "xxi) Welsh Talking Books", "(a) The Chair", "- (1) That": an entry of a list
 * begins a line of its own. */
static gboolean
begins_entry(const char *text)
{
	gsize n = 0;

	if (*text == '(')
		text++;
	while (n < 6 && g_ascii_isalnum(text[n]))
		n++;
	return n > 0 && text[n] == ')';
}

/* A bracket that opens on @text and closes on @next: "Senior Engineer (Mr. J.",
 * then "Nash), Executive Engineer". */
static gboolean
in_bracket(const char *text, const char *next)
{
	const char *open = strrchr(text, '(');
	gsize n = strcspn(next, "()");

	return open && !strchr(open, ')') && next[n] == ')' && n < 80;
}

/* "Purpose of Report" below "Executive Director for Growth": a short line with
 * space above it that ends no sentence. */
static gboolean
stands_alone(const struct mb_line *line, guint width)
{
	gsize n = strlen(line->text);

	return line->gap && n > 0 && n < width / 2 &&
	       !strchr(".,;)", line->text[n - 1]);
}

/* A line goes on in the next when the next one's first word did not fit on
 * it, or when it stops short and the next begins with a small letter. */
static gboolean
goes_on(const struct mb_line *line, const struct mb_line *next, guint width,
        gboolean gappy)
{
	gsize n = strlen(line->text);
	gunichar c = g_utf8_get_char(next->text);
	char last = n > 0 ? line->text[n - 1] : '\0';

	if (n == 0 || line->kind == MB_LINE_ROW || next->kind != MB_LINE_TEXT ||
	    line->heading != next->heading)
		return FALSE;
	if (in_bracket(line->text, next->text))
		return TRUE;
	if (begins_entry(next->text))
		return FALSE;
	if (last == '.' || last == ':' || last == ';' || last == '!' ||
	    last == '?')
		return last == '.' && n > 3 && width <= FLOW_MAX_WIDTH &&
		       n + 8 > width * 9 / 10 && !next->gap;
	if (g_unichar_islower(c))
		return TRUE;
	if (last == ',')
		return TRUE;
	return width <= FLOW_MAX_WIDTH &&
	       (gappy || !stands_alone(next, width)) &&
	       n + 1 + strcspn(next->text, " ") > width * 17 / 20;
}

char *
mb_flow(const struct mb_lines *lines, guint first, gsize offset, guint end)
{
	GString *out = g_string_new(NULL);
	const struct mb_line *before = NULL;
	guint width = flow_width(lines, first, end);
	gboolean gappy = is_gappy(lines, first, end);

	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);
		const char *text = line->text;

		if (line->furniture)
			continue;
		if (i == first && offset <= strlen(text))
			text += offset;
		if (before) {
			gboolean joined = goes_on(before, line, width, gappy);

			g_string_append_c(out, joined ? ' ' : '\n');
		}
		if (line->kind == MB_LINE_ROW && line->cells)
			for (guint c = 0; line->cells[c]; c++) {
				g_string_append(out, c ? " | " : "");
				g_string_append(out, line->cells[c]);
			}
		else
			g_string_append(out, text);
		before = line;
	}
	return g_string_free(out, FALSE);
}
