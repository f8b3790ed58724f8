#include "indexer/clean.h"

#include <string.h>

/* Letters that fonts draw as one, U+FB00 to U+FB06: "ofﬁcers" must be found as
 * "officers". */
static const char *const ligatures[] = { "ff",  "fi", "fl", "ffi",
	                                 "ffl", "st", "st" };

/* Where one cleaned line stands while it is written. */
struct cleaner {
	GString *out;
	gboolean space; /* a space is due before the next character */
	gboolean bold;
	gboolean run_over; /* the first bold run has ended for good */
	gboolean soft;     /* the last character was a soft hyphen */
	gsize bold_start, bold_end;
};

static void
put(struct cleaner *c, const char *bytes, gsize n_bytes)
{
	if (c->space && c->out->len > 0)
		g_string_append_c(c->out, ' ');
	c->space = FALSE;
	c->soft = FALSE;
	if (c->bold && !c->run_over && c->bold_start == c->bold_end)
		c->bold_start = c->out->len;
	if (!c->bold && c->bold_end > c->bold_start)
		c->run_over = TRUE;
	g_string_append_len(c->out, bytes, (gssize)n_bytes);
	if (c->bold && !c->run_over)
		c->bold_end = c->out->len;
}

static void
put_ascii(struct cleaner *c, char ch)
{
	if (ch == MB_BOLD_ON)
		c->bold = TRUE;
	else if (ch == MB_BOLD_OFF)
		c->bold = FALSE;
	else if (ch == ' ' || (ch >= '\t' && ch <= '\r'))
		c->space = TRUE;
	else if (ch > ' ' && ch != 0x7f)
		put(c, &ch, 1);
}

/* Characters that carry no text: soft hyphens, joiners, marks of direction,
 * byte order marks in the middle of things. */
static gboolean
invisible(gunichar ch)
{
	return ch < 0xa0 || ch == 0xad || (ch >= 0x200b && ch <= 0x200f) ||
	       (ch >= 0x202a && ch <= 0x202e) ||
	       (ch >= 0x2060 && ch <= 0x206f) || ch == 0xfeff ||
	       (ch & 0xfffe) == 0xfffe;
}

/* Word writes its bullets in the Symbol and Wingdings fonts, which come out as
 * private characters: "\uf0b7 Risk assessment". */
static gboolean
private_bullet(gunichar ch)
{
	return ch == 0xf0b7 || ch == 0xf0a7 || ch == 0xf0d8 || ch == 0xf0fc ||
	       ch == 0xf076 || ch == 0xf0a8 || ch == 0xf06e || ch == 0xf0b2;
}

static void
put_unichar(struct cleaner *c, gunichar ch, const char *bytes, gsize n_bytes)
{
	if (ch == 0x85 || g_unichar_isspace(ch) || ch == 0x2028 || ch == 0x2029)
		c->space = TRUE;
	else if (ch == 0xad)
		c->soft = TRUE;
	else if (invisible(ch))
		return;
	else if (ch >= 0xfb00 && ch <= 0xfb06)
		put(c, ligatures[ch - 0xfb00], strlen(ligatures[ch - 0xfb00]));
	else if (ch == 0x2010 || ch == 0x2011)
		put(c, "-", 1);
	else if (private_bullet(ch))
		put(c, "•", strlen("•"));
	else if (g_unichar_type(ch) == G_UNICODE_PRIVATE_USE || ch == 0xfffc)
		c->space = TRUE;
	else
		put(c, bytes, n_bytes);
}

static gboolean
is_ascii(const char *text, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes; i++)
		if ((guchar)text[i] >= 0x80)
			return FALSE;
	return TRUE;
}

/* Entities of HTML that a converter to text left: "Terms &amp; Conditions". */
static const struct {
	const char *entity;
	const char *text;
} entities[] = {
	{ "&amp;", "&" },   { "&nbsp;", " " },  { "&quot;", "\"" },
	{ "&#39;", "'" },   { "&apos;", "'" },  { "&lt;", "<" },
	{ "&gt;", ">" },    { "&pound;", "£" }, { "&rsquo;", "’" },
	{ "&lsquo;", "‘" }, { "&ndash;", "–" },
};

/* Put the entity that the @n_bytes of @text begin with.  Returns its bytes; 0
 * when there is none. */
static gsize
put_entity(struct cleaner *c, const char *text, gsize n_bytes)
{
	for (guint i = 0; *text == '&' && i < G_N_ELEMENTS(entities); i++) {
		gsize n = strlen(entities[i].entity);
		const char *to = entities[i].text;

		if (n > n_bytes || strncmp(text, entities[i].entity, n))
			continue;
		if (*to == ' ')
			c->space = TRUE;
		else
			put(c, to, strlen(to));
		return n;
	}
	return 0;
}

static void
clean_ascii(struct cleaner *c, const char *text, gsize n_bytes)
{
	for (gsize i = 0; i < n_bytes;) {
		gsize n = put_entity(c, text + i, n_bytes - i);

		if (!n)
			put_ascii(c, text[i]);
		i += n ? n : 1;
	}
}

static void
clean_utf8(struct cleaner *c, const char *text, gsize n_bytes)
{
	g_autofree char *valid = g_utf8_make_valid(text, (gssize)n_bytes);
	g_autofree char *nfc =
	    g_utf8_normalize(valid, -1, G_NORMALIZE_DEFAULT_COMPOSE);

	const char *end = nfc + strlen(nfc);

	for (const char *p = nfc; p < end;) {
		const char *next = g_utf8_next_char(p);
		gsize n = put_entity(c, p, (gsize)(end - p));

		if (n) {
			p += n;
			continue;
		}
		if ((guchar)*p < 0x80)
			put_ascii(c, *p);
		else
			put_unichar(c, g_utf8_get_char(p), p,
			            (gsize)(next - p));
		p = next;
	}
}

/* "**… with regard to Oakview**”.": the marks that end a line in bold are part
 * of it. */
static gboolean
ends_bold(const struct cleaner *c)
{
	if (c->bold_end == c->bold_start)
		return FALSE;
	for (const char *p = c->out->str + c->bold_end; *p;
	     p = g_utf8_next_char(p))
		if (g_unichar_isalnum(g_utf8_get_char(p)))
			return FALSE;
	return TRUE;
}

char *
mb_clean_line(const char *text, gsize n_bytes, gsize *bold_start,
              gsize *bold_end)
{
	struct cleaner c = { .out = g_string_sized_new(n_bytes + 1) };

	if (is_ascii(text, n_bytes))
		clean_ascii(&c, text, n_bytes);
	else
		clean_utf8(&c, text, n_bytes);
	if (ends_bold(&c))
		c.bold_end = c.out->len;
	if (c.soft && c.out->len > 0)
		g_string_append(c.out, MB_SOFT_HYPHEN);
	*bold_start = c.bold_start;
	*bold_end = c.bold_end;
	return g_string_free(c.out, FALSE);
}

char *
mb_clean(const char *text, gsize n_bytes)
{
	gsize bold_start, bold_end;
	char *clean = mb_clean_line(text, n_bytes, &bold_start, &bold_end);

	if (g_str_has_suffix(clean, MB_SOFT_HYPHEN))
		clean[strlen(clean) - strlen(MB_SOFT_HYPHEN)] = '\0';
	return clean;
}

void
mb_clean_controls(char *text)
{
	char *to = text;

	for (const char *from = text; *from != '\0'; from++)
		if ((guchar)*from >= ' ' || *from == '\t' || *from == '\n' ||
		    *from == '\f' || *from == '\r')
			*to++ = *from;
	*to = '\0';
}
