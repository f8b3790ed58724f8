/* Text cut into words, by hand, because this is the hot loop of indexing and
 * of highlighting: ASCII goes through a table of classes and never meets the
 * Unicode functions. */
#include "shim/words.h"

#include <string.h>

/* What one character does to the word it stands in. */
enum glyph {
	GLYPH_OTHER = 0, /* parts words */
	GLYPH_LETTER,
	GLYPH_DIGIT,
	GLYPH_APOSTROPHE, /* belongs to the word when one goes on after it */
	GLYPH_POINT,      /* belongs to a number when it goes on after it */
	GLYPH_SILENT,     /* accents standing alone, soft hyphens: left out */
};

static const guint8 ascii_glyphs[128] = {
	['0' ... '9'] = GLYPH_DIGIT,  ['A' ... 'Z'] = GLYPH_LETTER,
	['a' ... 'z'] = GLYPH_LETTER, ['\''] = GLYPH_APOSTROPHE,
	['.'] = GLYPH_POINT,          [','] = GLYPH_POINT,
};

struct mb_words {
	const char *text;
	const char *at;
	const char *end;
	gsize n_folded;
	gboolean is_full;
	char folded[MB_WORD_MAX_BYTES + 1];
};

/* Letters that Unicode does not take apart into a letter and a mark, in the
 * spelling people type without them. */
static const struct {
	gunichar letter;
	const char *plain;
} plain_letters[] = {
	{ 0x00df, "ss" }, /* ß */
	{ 0x00e6, "ae" }, /* æ */
	{ 0x00f0, "d" },  /* ð */
	{ 0x00f8, "o" },  /* ø */
	{ 0x00fe, "th" }, /* þ */
	{ 0x0111, "d" },  /* đ */
	{ 0x0127, "h" },  /* ħ */
	{ 0x0131, "i" },  /* ı */
	{ 0x0142, "l" },  /* ł */
	{ 0x014b, "n" },  /* ŋ */
	{ 0x0153, "oe" }, /* œ */
	{ 0x0167, "t" },  /* ŧ */
	{ 0x03c2, "σ" },  /* ς, the other shape of σ at the end of a word */
};

/* ' as typewriters, word processors and phonetic letters have it. */
static gboolean
is_apostrophe(gunichar c)
{
	return c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x02bc;
}

static gboolean
is_silent(gunichar c)
{
	/* Soft hyphen, zero-width space, joiners, byte-order mark. */
	return c == 0x00ad || (c >= 0x200b && c <= 0x200d) || c == 0xfeff ||
	       g_unichar_ismark(c);
}

static enum glyph
unicode_glyph(gunichar c)
{
	if (is_apostrophe(c))
		return GLYPH_APOSTROPHE;
	if (g_unichar_isdigit(c))
		return GLYPH_DIGIT;
	if (g_unichar_isalpha(c))
		return GLYPH_LETTER;
	if (is_silent(c))
		return GLYPH_SILENT;
	return GLYPH_OTHER;
}

/* The character at @at, which is not the end; a byte that is no UTF-8 counts
 * as a character that parts words. */
static enum glyph
look(const char *at, const char *end, gunichar *c, gsize *n_bytes)
{
	guchar first = (guchar)*at;

	*n_bytes = 1;
	*c = first;
	if (first < 128)
		return (enum glyph)ascii_glyphs[first];
	*c = g_utf8_get_char_validated(at, end - at);
	if (*c == (gunichar)-1 || *c == (gunichar)-2)
		return GLYPH_OTHER;
	*n_bytes = (gsize)(g_utf8_skip[first]);
	return unicode_glyph(*c);
}

/* Fold @c, which has no marks any more, at the end of @out. */
static void
fold_plain(gunichar c, GString *out)
{
	gunichar lower = g_unichar_tolower(c);

	for (guint i = 0; i < G_N_ELEMENTS(plain_letters); i++) {
		if (plain_letters[i].letter == lower) {
			g_string_append(out, plain_letters[i].plain);
			return;
		}
	}
	g_string_append_unichar(out, lower);
}

/* Fold @c: its compatible letters (ﬁ as fi, ² as 2), without marks. */
static void
fold_char(gunichar c, GString *out)
{
	gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
	gsize n;

	if (c < 128) {
		g_string_append_c(out, g_ascii_tolower((char)c));
		return;
	}
	n = g_unichar_fully_decompose(c, TRUE, parts, G_N_ELEMENTS(parts));
	for (gsize i = 0; i < n; i++)
		if (!is_silent(parts[i]) && !g_unichar_isspace(parts[i]))
			fold_plain(parts[i], out);
}

struct mb_words *
mb_words_new(const char *text, gssize n_bytes)
{
	struct mb_words *words = g_new(struct mb_words, 1);

	words->text = text;
	words->at = text;
	words->end = text + (n_bytes < 0 ? strlen(text) : (gsize)n_bytes);
	words->n_folded = 0;
	words->is_full = FALSE;
	words->folded[0] = '\0';
	return words;
}

void
mb_words_free(struct mb_words *words)
{
	g_free(words);
}

/* A word is cut after a whole character; what comes later is read over. */
static void
add_bytes(struct mb_words *words, const char *bytes, gsize n_bytes)
{
	if (words->is_full || words->n_folded + n_bytes > MB_WORD_MAX_BYTES) {
		words->is_full = TRUE;
		return;
	}
	memcpy(words->folded + words->n_folded, bytes, n_bytes);
	words->n_folded += n_bytes;
}

static void
add_char(struct mb_words *words, gunichar c)
{
	char stack[1];
	g_autoptr(GString) folded = NULL;

	if (c < 128) {
		stack[0] = g_ascii_tolower((char)c);
		add_bytes(words, stack, 1);
		return;
	}
	folded = g_string_sized_new(16);
	fold_char(c, folded);
	add_bytes(words, folded->str, folded->len);
}

/* Whether what stands at @at goes on with the word before it. */
static gboolean
goes_on(const struct mb_words *words, const char *at, gboolean digits_only)
{
	gunichar c;
	gsize n_bytes;
	enum glyph glyph;

	if (at >= words->end)
		return FALSE;
	glyph = look(at, words->end, &c, &n_bytes);
	return glyph == GLYPH_DIGIT || (glyph == GLYPH_LETTER && !digits_only);
}

/* Move to the first letter or digit; FALSE at the end. */
static gboolean
skip_to_word(struct mb_words *words)
{
	while (words->at < words->end) {
		gunichar c;
		gsize n_bytes;
		enum glyph glyph = look(words->at, words->end, &c, &n_bytes);

		if (glyph == GLYPH_LETTER || glyph == GLYPH_DIGIT)
			return TRUE;
		words->at += n_bytes;
	}
	return FALSE;
}

/* "Cllr. O’ Donnell" and "Councillor O'Donnell" stand in the same minutes, and
 * people type odonnell: after an O that stands alone an apostrophe is left out,
 * and with it a space.  FALSE when no letter follows. */
static gboolean
skip_after_o(struct mb_words *words, gsize n_bytes)
{
	const char *next = words->at + n_bytes;

	if (next < words->end && *next == ' ')
		next++;
	if (!goes_on(words, next, FALSE))
		return FALSE;
	words->at = next;
	return TRUE;
}

/* Take the character at words->at into the word; FALSE when it ends it.
 * @before is the kind of the character before it. */
static gboolean
take(struct mb_words *words, enum glyph *before)
{
	gunichar c;
	gsize n_bytes;
	enum glyph glyph = look(words->at, words->end, &c, &n_bytes);

	switch (glyph) {
	case GLYPH_OTHER:
		return FALSE;
	case GLYPH_APOSTROPHE:
		if (words->n_folded == 1 && words->folded[0] == 'o')
			return skip_after_o(words, n_bytes);
		if (!goes_on(words, words->at + n_bytes, FALSE))
			return FALSE;
		c = '\'';
		break;
	case GLYPH_POINT:
		if (*before != GLYPH_DIGIT ||
		    !goes_on(words, words->at + n_bytes, TRUE))
			return FALSE;
		break;
	case GLYPH_SILENT:
		words->at += n_bytes;
		return TRUE;
	case GLYPH_LETTER:
		if (*before == GLYPH_DIGIT)
			return FALSE;
		break;
	case GLYPH_DIGIT:
		if (*before == GLYPH_LETTER)
			return FALSE;
		break;
	}
	add_char(words, c);
	words->at += n_bytes;
	*before = glyph;
	return TRUE;
}

gboolean
mb_words_next(struct mb_words *words, struct mb_word *word)
{
	enum glyph before = GLYPH_OTHER;

	if (!skip_to_word(words))
		return FALSE;
	words->n_folded = 0;
	words->is_full = FALSE;
	word->start = (gsize)(words->at - words->text);
	while (words->at < words->end) {
		guchar byte = (guchar)*words->at;

		if (byte < 128 && ascii_glyphs[byte] == GLYPH_LETTER &&
		    before != GLYPH_DIGIT) {
			char lower = (char)(byte | 0x20);

			add_bytes(words, &lower, 1);
			before = GLYPH_LETTER;
			words->at++;
		} else if (!take(words, &before)) {
			break;
		}
	}
	words->folded[words->n_folded] = '\0';
	word->end = (gsize)(words->at - words->text);
	word->folded = words->folded;
	return TRUE;
}

/* Marks that look alike are one mark: dashes, quotes. */
static gunichar
plain_mark(gunichar c)
{
	if (is_apostrophe(c))
		return '\'';
	if ((c >= 0x2010 && c <= 0x2015) || c == 0x2212)
		return '-';
	if (c == 0x201c || c == 0x201d)
		return '"';
	return c;
}

char *
mb_words_fold(const char *text)
{
	GString *out = g_string_new(NULL);
	const char *at = text;
	const char *end = text + strlen(text);

	while (at < end) {
		gunichar c;
		gsize n_bytes;
		enum glyph glyph = look(at, end, &c, &n_bytes);

		at += n_bytes;
		if (c == (gunichar)-1 || c == (gunichar)-2)
			continue;
		if (c < 128 ? g_ascii_isspace((char)c) : g_unichar_isspace(c)) {
			if (out->len > 0 && out->str[out->len - 1] != ' ')
				g_string_append_c(out, ' ');
		} else if (glyph == GLYPH_LETTER || glyph == GLYPH_DIGIT) {
			fold_char(c, out);
		} else if (glyph != GLYPH_SILENT) {
			g_string_append_unichar(out, plain_mark(c));
		}
	}
	if (out->len > 0 && out->str[out->len - 1] == ' ')
		g_string_truncate(out, out->len - 1);
	return g_string_free(out, FALSE);
}
