#include "config.h"

#include "indexer/markdown-inline.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#include "indexer/clean.h"

/* A tag, a link's text or its address longer than this is no markup, so that
 * "<" and "[" in a hostile paper are not each searched for to its end. */
#define MARKUP_MAX_BYTES 2048u

struct inliner {
	const char *source;
	gsize n_bytes;
	gsize i;
	GString *out;
	gboolean bold;
	gboolean italic;
	gsize last_pair;  /* last "**" or "__": nothing closes after it */
	gsize last_star;  /* last "*" or "_" */
	gsize last_link;  /* last "](" */
	gsize link_close; /* "]" of the link we are in; 0 none */
	gsize link_end;   /* just after its ")" */
	gsize whole_end;  /* of a line that is in bold italics; 0 none */
};

static char
char_at(const struct inliner *in, gsize i)
{
	return i < in->n_bytes ? in->source[i] : '\0';
}

static gboolean
space_at(const struct inliner *in, gsize i)
{
	char c = char_at(in, i);

	return c == '\0' || g_ascii_isspace(c);
}

/* A letter or digit, also one beyond ASCII. */
static gboolean
word_at(const struct inliner *in, gsize i)
{
	char c = char_at(in, i);

	return g_ascii_isalnum(c) || (guchar)c >= 0x80;
}

static void
set_bold(struct inliner *in, gboolean bold)
{
	if (bold != in->bold)
		g_string_append_c(in->out, bold ? MB_BOLD_ON : MB_BOLD_OFF);
	in->bold = bold;
}

static void
newline(struct inliner *in, char c)
{
	gboolean bold = in->bold;

	set_bold(in, FALSE);
	g_string_append_c(in->out, c);
	set_bold(in, bold);
}

/* A run of stars, the first of its line: where the line ends when another of
 * three ends it.  Converters lose the bold within: "***I will ask for an
 * up**date on the bridge***" is in bold all the same. */
static gsize
find_whole_end(const struct inliner *in, gsize start)
{
	gsize end = in->i;

	if (in->i - start != 3 || (start > 0 && in->source[start - 1] != '\n'))
		return 0;
	while (end < in->n_bytes && in->source[end] != '\n')
		end++;
	while (end > in->i && g_ascii_isspace(in->source[end - 1]))
		end--;
	return end >= in->i + 6 && memcmp(in->source + end - 3, "***", 3) == 0
	           ? end
	           : 0;
}

/* A run of stars or underscores: each pair turns bold on or off, a single one
 * italics, which are not kept.  What nothing closes was not meant as markup
 * ("Cllr Clark*") when it is single; a pair of stars is left out even so, since
 * converters leave them: "2013****.**  **7.00pm**". */
static void
emphasis(struct inliner *in, char mark)
{
	gsize start = in->i, n = 0;

	while (char_at(in, in->i) == mark) {
		in->i++;
		n++;
	}
	if (mark == '_' && (n > 2 || (start > 0 && word_at(in, start - 1) &&
	                              word_at(in, in->i)))) {
		g_string_append_len(in->out, in->source + start, (gssize)n);
		return;
	}
	if (mark == '*' && in->whole_end == 0)
		in->whole_end = find_whole_end(in, start);
	if (in->i < in->whole_end && start > 0 && n == 2)
		return;
	if (in->i >= in->whole_end)
		in->whole_end = 0;
	if (n / 2 % 2 == 1)
		set_bold(in, !in->bold && in->i <= in->last_pair);
	if (n % 2 == 0)
		return;
	if (in->italic && (start == 0 || !space_at(in, start - 1) || n > 1))
		in->italic = FALSE;
	else if (!space_at(in, in->i) && in->i <= in->last_star)
		in->italic = TRUE;
	else if (n == 1)
		g_string_append_c(in->out, mark);
}

/* Where the address that begins with the "(" at @open ends; brackets within it
 * come in pairs. */
static gboolean
find_address_end(const struct inliner *in, gsize open, gsize *end)
{
	gsize limit = MIN(in->n_bytes, open + MARKUP_MAX_BYTES);
	guint depth = 0;

	for (gsize i = open; i < limit && in->source[i] != '\n'; i++) {
		if (in->source[i] == '(')
			depth++;
		if (in->source[i] != ')' || --depth > 0)
			continue;
		*end = i + 1;
		return TRUE;
	}
	return FALSE;
}

/* Find "](address)" for the "[" at @open.  Brackets may nest in the text. */
static gboolean
find_link(const struct inliner *in, gsize open, gsize *close, gsize *end)
{
	gsize limit = MIN(in->n_bytes, open + MARKUP_MAX_BYTES);
	guint depth = 0;
	gsize i;

	for (i = open; i < limit; i++) {
		if (in->source[i] == '\\')
			i++;
		else if (in->source[i] == '[')
			depth++;
		else if (in->source[i] == ']' && --depth == 0)
			break;
	}
	if (i >= limit || char_at(in, i + 1) != '(')
		return FALSE;
	*close = i;
	return find_address_end(in, i + 1, end);
}

/* A footnote's mark, "the quay[^1] be mended", is no word of the text; below
 * it,
 * "[^1]: Built in 1908." is a paragraph. */
static gboolean
footnote(struct inliner *in)
{
	gsize i = in->i + 2;

	if (in->source[in->i] != '[' || char_at(in, in->i + 1) != '^')
		return FALSE;
	while (g_ascii_isalnum(char_at(in, i)) || char_at(in, i) == '-')
		i++;
	if (i == in->i + 2 || char_at(in, i) != ']')
		return FALSE;
	in->i = i + 1;
	if (char_at(in, in->i) == ':')
		in->i++;
	return TRUE;
}

static void
open_bracket(struct inliner *in)
{
	gsize close, end;
	gboolean image = in->source[in->i] == '!';

	if (footnote(in))
		return;
	if (in->link_close == 0 && in->i < in->last_link &&
	    find_link(in, in->i + (image ? 1 : 0), &close, &end)) {
		if (image) {
			in->i = end;
			return;
		}
		in->link_close = close;
		in->link_end = end;
	} else {
		g_string_append_c(in->out, in->source[in->i]);
	}
	in->i++;
}

/* Tags that converters leave in Markdown, and what becomes of them. */
enum tag_effect { TAG_DROP, TAG_BREAK, TAG_BOLD };

static const struct {
	const char *name;
	enum tag_effect effect;
} tags[] = {
	{ "br", TAG_BREAK },    { "p", TAG_BREAK },      { "div", TAG_BREAK },
	{ "tr", TAG_BREAK },    { "li", TAG_BREAK },     { "b", TAG_BOLD },
	{ "strong", TAG_BOLD }, { "sup", TAG_DROP },     { "sub", TAG_DROP },
	{ "i", TAG_DROP },      { "em", TAG_DROP },      { "u", TAG_DROP },
	{ "s", TAG_DROP },      { "del", TAG_DROP },     { "ins", TAG_DROP },
	{ "small", TAG_DROP },  { "span", TAG_DROP },    { "font", TAG_DROP },
	{ "a", TAG_DROP },      { "img", TAG_DROP },     { "ul", TAG_BREAK },
	{ "ol", TAG_BREAK },    { "center", TAG_BREAK }, { "table", TAG_BREAK },
	{ "tbody", TAG_DROP },  { "thead", TAG_DROP },   { "td", TAG_DROP },
	{ "th", TAG_DROP },     { "mark", TAG_DROP },    { "hr", TAG_BREAK },
};

static void
apply_tag(struct inliner *in, enum tag_effect effect, gboolean closing)
{
	switch (effect) {
	case TAG_DROP:
		break;
	case TAG_BREAK:
		newline(in, MB_MARKDOWN_BREAK);
		break;
	case TAG_BOLD:
		set_bold(in, !closing);
		break;
	}
}

/* The tag at "<"; returns FALSE when it is none that is known. */
static gboolean
known_tag(struct inliner *in, gsize end)
{
	gsize i = in->i + 1, n = 0;
	gboolean closing = char_at(in, i) == '/';

	if (closing)
		i++;
	while (g_ascii_isalnum(char_at(in, i + n)))
		n++;
	if (strchr("> /\t\n", char_at(in, i + n)) == NULL)
		return FALSE;
	for (gsize t = 0; t < G_N_ELEMENTS(tags); t++) {
		if (strlen(tags[t].name) != n ||
		    g_ascii_strncasecmp(tags[t].name, in->source + i, n) != 0)
			continue;
		apply_tag(in, tags[t].effect, closing);
		in->i = end + 1;
		return TRUE;
	}
	return FALSE;
}

/* "<" begins a tag, a comment, an address in angle brackets, or nothing. */
static void
angle(struct inliner *in)
{
	gsize limit = MIN(in->n_bytes - in->i, MARKUP_MAX_BYTES);
	const char *start = in->source + in->i;
	const char *end = memchr(start, '>', limit);

	if (limit >= 4 && memcmp(start, "<!--", 4) == 0) {
		end = memmem(start, limit, "-->", 3);
		if (end != NULL) {
			in->i += (gsize)(end - start) + 3;
			return;
		}
	}
	if (end != NULL) {
		gsize n = (gsize)(end - start);

		if (known_tag(in, in->i + n))
			return;
		if (memchr(start, ' ', n) == NULL &&
		    (memmem(start, n, "://", 3) != NULL ||
		     memchr(start, '@', n) != NULL)) {
			g_string_append_len(in->out, start + 1, (gssize)n - 1);
			in->i += n + 1;
			return;
		}
	}
	g_string_append_c(in->out, '<');
	in->i++;
}

/* The character an entity's name or number between "&" and ";" stands for; 0 if
 * it is none. */
static gunichar
entity_char(const char *name)
{
	const htmlEntityDesc *entity;
	guint64 code;
	gboolean hex;

	if (*name != '#') {
		entity = htmlEntityLookup((const xmlChar *)name);
		return entity != NULL ? entity->value : 0;
	}
	hex = name[1] == 'x' || name[1] == 'X';
	if (!g_ascii_string_to_unsigned(name + (hex ? 2 : 1), hex ? 16 : 10, 1,
	                                0x10ffff, &code, NULL) ||
	    !g_unichar_validate((gunichar)code))
		return 0;
	return (gunichar)code;
}

static void
entity(struct inliner *in)
{
	const char *start = in->source + in->i;
	const char *end = memchr(start, ';', MIN(in->n_bytes - in->i, 12));
	gunichar c = 0;

	if (end != NULL) {
		g_autofree char *name =
		    g_strndup(start + 1, (gsize)(end - start) - 1);

		c = entity_char(name);
	}
	if (c >= ' ') {
		g_string_append_unichar(in->out, c);
		in->i += (gsize)(end - start) + 1;
	} else {
		g_string_append_c(in->out, '&');
		in->i++;
	}
}

/* "1\." is "1."; a backslash at a line's end is a line break, which the newline
 * is already. */
static void
backslash(struct inliner *in)
{
	char next = char_at(in, in->i + 1);

	if (g_ascii_ispunct(next)) {
		g_string_append_c(in->out, next);
		in->i += 2;
		return;
	}
	if (next != '\n' && next != '\0')
		g_string_append_c(in->out, '\\');
	in->i++;
}

static void
literal(struct inliner *in)
{
	g_string_append_c(in->out, in->source[in->i++]);
}

static void
step(struct inliner *in)
{
	char c = in->source[in->i];

	if (c == ']' && in->link_close == in->i && in->link_close > 0) {
		in->i = in->link_end;
		in->link_close = 0;
	} else if (c == '*' || c == '_') {
		emphasis(in, c);
	} else if (c == '[' || (c == '!' && char_at(in, in->i + 1) == '[')) {
		open_bracket(in);
	} else if (c == '<') {
		angle(in);
	} else if (c == '&') {
		entity(in);
	} else if (c == '\\') {
		backslash(in);
	} else if (c == '\n') {
		newline(in, c);
		in->i++;
	} else {
		literal(in);
	}
}

/* Where nothing can close a link any more. */
static void
find_last_link(struct inliner *in)
{
	for (gsize i = in->n_bytes; i >= 2; i--) {
		if (in->source[i - 1] != '(' || in->source[i - 2] != ']')
			continue;
		in->last_link = i - 2;
		return;
	}
}

/* Where nothing can close emphasis any more. */
static void
find_last_marks(struct inliner *in)
{
	for (gsize i = in->n_bytes; i > 0; i--) {
		char c = in->source[i - 1];

		if (c != '*' && c != '_')
			continue;
		if (in->last_star == 0)
			in->last_star = i - 1;
		if (i >= 2 && in->source[i - 2] == c) {
			in->last_pair = i - 2;
			return;
		}
	}
}

void
mb_markdown_inline(const char *source, gsize n_bytes, GString *out)
{
	struct inliner in = { .source = source,
		              .n_bytes = n_bytes,
		              .out = out };

	find_last_marks(&in);
	find_last_link(&in);
	while (in.i < n_bytes)
		step(&in);
	set_bold(&in, FALSE);
}
