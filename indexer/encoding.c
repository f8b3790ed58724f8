#include "indexer/encoding.h"

#include <string.h>

#include "indexer/clean.h"

/* Where the NULs are is looked at in so many bytes; fewer than the least say
 * nothing. */
#define NUL_SAMPLE_MAX 4096u
#define NUL_SAMPLE_MIN 8u

/* A page says what its encoding is within so many bytes. */
#define DECLARATION_BYTES 1024u

#define REPLACEMENT 0xfffdu

/* Bytes of a character, and which end comes first. */
struct wide {
	gsize n_unit; /* 2 or 4; 0: not such an encoding */
	gsize n_mark; /* bytes of the byte order mark */
	gboolean big;
};

/* Text that is mostly ASCII has a NUL in every other byte of UTF-16: behind the
 * letter when the little end comes first. */
static struct wide
by_nuls(const guchar *data, gsize n_bytes)
{
	gsize n = MIN(n_bytes, NUL_SAMPLE_MAX) / 2, n_first = 0, n_second = 0;

	for (gsize i = 0; i < n; i++) {
		n_first += data[2 * i] == 0;
		n_second += data[2 * i + 1] == 0;
	}
	if (2 * n >= NUL_SAMPLE_MIN && n_second * 2 >= n && n_first * 20 <= n)
		return (struct wide){ 2, 0, FALSE };
	if (2 * n >= NUL_SAMPLE_MIN && n_first * 2 >= n && n_second * 20 <= n)
		return (struct wide){ 2, 0, TRUE };
	return (struct wide){ 0, 0, FALSE };
}

static struct wide
find_wide(const char *data, gsize n_bytes)
{
	static const struct {
		const char *mark;
		struct wide wide;
	} marks[] = {
		{ "\xff\xfe\0\0", { 4, 4, FALSE } },
		{ "\0\0\xfe\xff", { 4, 4, TRUE } },
		{ "\xff\xfe", { 2, 2, FALSE } },
		{ "\xfe\xff", { 2, 2, TRUE } },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(marks); i++)
		if (n_bytes >= marks[i].wide.n_mark &&
		    memcmp(data, marks[i].mark, marks[i].wide.n_mark) == 0)
			return marks[i].wide;
	return by_nuls((const guchar *)data, n_bytes);
}

enum mb_encoding
mb_encoding_of(const char *data, gsize n_bytes)
{
	const struct wide wide = find_wide(data, n_bytes);
	const char *end;

	if (wide.n_unit > 0)
		return wide.n_unit == 4 ? MB_ENCODING_UTF32 : MB_ENCODING_UTF16;
	while (!g_utf8_validate(data, (gssize)n_bytes, &end)) {
		/* A NUL is no character, but no sign of another encoding. */
		if (*end != '\0')
			return MB_ENCODING_BYTES;
		n_bytes -= (gsize)(end + 1 - data);
		data = end + 1;
	}
	return MB_ENCODING_UTF8;
}

static gunichar
unit_at(const guchar *data, const struct wide *wide)
{
	gunichar c = 0;

	for (gsize i = 0; i < wide->n_unit; i++)
		c = c << 8 | data[wide->big ? i : wide->n_unit - 1 - i];
	return c;
}

/* UTF-16 and UTF-32.  Unpaired surrogates, as a cut file has them, become
 * U+FFFD. */
static char *
from_wide(const guchar *data, gsize n_bytes, const struct wide *wide)
{
	GString *out = g_string_sized_new(n_bytes);
	gsize n = wide->n_unit;

	for (gsize i = wide->n_mark; i + n <= n_bytes; i += n) {
		gunichar c = unit_at(data + i, wide);

		if (c >= 0xd800 && c < 0xdc00 && i + 2 * n <= n_bytes) {
			gunichar low = unit_at(data + i + n, wide);

			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) +
				    (low - 0xdc00);
				i += n;
			}
		}
		g_string_append_unichar(
		    out, c != 0 && g_unichar_validate(c) ? c : REPLACEMENT);
	}
	return g_string_free(out, FALSE);
}

/* Windows-1252 has five bytes without a character; GLib's converters refuse
 * them, so the table of what differs from Latin-1 is here. */
static const gunichar cp1252[32] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static gunichar
character_of(guchar byte)
{
	if (byte == 0)
		return REPLACEMENT;
	return byte >= 0x80 && byte < 0xa0 ? cp1252[byte - 0x80] : byte;
}

/* What is valid UTF-8 as it is, each byte that is not as Windows-1252: a file
 * may have been put together from pieces of both, and text in Windows-1252
 * looks like UTF-8 nowhere. */
static char *
from_mixed(const char *data, gsize n_bytes)
{
	GString *out = g_string_sized_new(n_bytes + n_bytes / 8 + 1);
	const char *end;

	while (!g_utf8_validate(data, (gssize)n_bytes, &end)) {
		gsize n = (gsize)(end - data);

		g_string_append_len(out, data, (gssize)n);
		g_string_append_unichar(out, character_of((guchar)*end));
		data = end + 1;
		n_bytes -= n + 1;
	}
	g_string_append_len(out, data, (gssize)n_bytes);
	return g_string_free(out, FALSE);
}

/* What a page says its encoding is: <meta charset="iso-8859-14">, <?xml
 * encoding="macintosh"?>.  Latin-1 means Windows-1252 on the web, and UTF-8 it
 * is not.  NULL when it says nothing that helps.  Transfer full. */
static char *
declared(const char *data, gsize n_bytes)
{
	static const char *const as_1252[] = { "iso-8859-1", "latin1",
		                               "us-ascii",   "windows-1252",
		                               "ascii",      NULL };
	g_autofree char *head =
	    g_ascii_strdown(data, (gssize)MIN(n_bytes, DECLARATION_BYTES));
	const char *p = head + strspn(head, " \t\r\n");
	char *name;

	if (*p != '<')
		return NULL;
	p = strstr(head, "charset=");
	if (p == NULL && g_str_has_prefix(head, "<?xml"))
		p = strstr(head, "encoding=");
	if (p == NULL)
		return NULL;
	p = strchr(p, '=') + 1;
	p += strspn(p, " \"'");
	name = g_strndup(p, strcspn(p, " \"'>;/?"));
	if (*name == '\0' || g_str_has_prefix(name, "utf") ||
	    g_strv_contains(as_1252, name))
		g_clear_pointer(&name, g_free);
	return name;
}

static char *
from_bytes(const char *data, gsize n_bytes)
{
	g_autofree char *name = declared(data, n_bytes);
	char *text = NULL;
	gsize n_text;

	if (name != NULL)
		text = g_convert(data, (gssize)n_bytes, "UTF-8", name, NULL,
		                 &n_text, NULL);
	if (text != NULL && g_utf8_validate(text, (gssize)n_text, NULL))
		return text;
	g_free(text);
	return from_mixed(data, n_bytes);
}

char *
mb_encoding_to_utf8(const char *data, gsize n_bytes)
{
	const struct wide wide = find_wide(data, n_bytes);
	char *text;

	if (wide.n_unit == 0 && n_bytes >= 3 &&
	    memcmp(data, "\xef\xbb\xbf", 3) == 0) {
		data += 3;
		n_bytes -= 3;
	}
	if (wide.n_unit > 0)
		text = from_wide((const guchar *)data, n_bytes, &wide);
	else if (mb_encoding_of(data, n_bytes) == MB_ENCODING_UTF8)
		text = from_mixed(data, n_bytes);
	else
		text = from_bytes(data, n_bytes);
	mb_clean_controls(text);
	return text;
}

char *
mb_encoding_read(GBytes *content)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(content, &n_bytes);

	return n_bytes > 0 ? mb_encoding_to_utf8(data, n_bytes) : g_strdup("");
}
