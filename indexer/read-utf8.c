#include <string.h>

#include "indexer/clean.h"
#include "indexer/reader.h"

/* Windows-1252 has five bytes without a character; GLib's converters refuse
 * them, so the table of what differs from Latin-1 is here. */
static const gunichar cp1252[32] = {
	0x20ac, 0xfffd, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0xfffd, 0x017d, 0xfffd,
	0xfffd, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
	0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0xfffd, 0x017e, 0x0178,
};

static char *
from_cp1252(const char *data, gsize n_bytes)
{
	GString *out = g_string_sized_new(n_bytes + n_bytes / 8 + 1);

	for (gsize i = 0; i < n_bytes; i++) {
		guchar c = (guchar)data[i];

		if (c < 0x80)
			g_string_append_c(out, (char)c);
		else
			g_string_append_unichar(out, c < 0xa0 ? cp1252[c - 0x80]
							      : c);
	}
	return g_string_free(out, FALSE);
}

static gunichar
utf16_unit(const guchar *p, gboolean big)
{
	return big ? (gunichar)p[0] << 8 | p[1] : (gunichar)p[1] << 8 | p[0];
}

/* Unpaired surrogates, as a cut file has them, become U+FFFD. */
static char *
from_utf16(const guchar *data, gsize n_bytes, gboolean big)
{
	GString *out = g_string_sized_new(n_bytes);

	for (gsize i = 0; i + 1 < n_bytes; i += 2) {
		gunichar c = utf16_unit(data + i, big);

		if (c >= 0xd800 && c < 0xdc00 && i + 3 < n_bytes) {
			gunichar low = utf16_unit(data + i + 2, big);

			if (low >= 0xdc00 && low < 0xe000) {
				c = 0x10000 + ((c - 0xd800) << 10) +
				    (low - 0xdc00);
				i += 2;
			}
		}
		if (c == 0 || (c >= 0xd800 && c < 0xe000))
			c = 0xfffd;
		g_string_append_unichar(out, c);
	}
	return g_string_free(out, FALSE);
}

/* @data with each NUL made U+FFFD. */
static char *
without_nul(const char *data, gsize n_bytes)
{
	GString *out = g_string_sized_new(n_bytes + 1);

	while (n_bytes > 0) {
		const char *nul = memchr(data, '\0', n_bytes);
		gsize n = nul != NULL ? (gsize)(nul - data) : n_bytes;

		g_string_append_len(out, data, (gssize)n);
		if (nul != NULL) {
			g_string_append(out, "\xef\xbf\xbd");
			n++;
		}
		data += n;
		n_bytes -= n;
	}
	return g_string_free(out, FALSE);
}

char *
mb_read_utf8(GBytes *content)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(content, &n_bytes);
	g_autofree char *text = NULL;
	char *utf8;

	if (n_bytes == 0)
		return g_strdup("");
	if (n_bytes >= 2 && memcmp(data, "\xff\xfe", 2) == 0) {
		utf8 = from_utf16((const guchar *)data + 2, n_bytes - 2, FALSE);
	} else if (n_bytes >= 2 && memcmp(data, "\xfe\xff", 2) == 0) {
		utf8 = from_utf16((const guchar *)data + 2, n_bytes - 2, TRUE);
	} else {
		if (n_bytes >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0) {
			data += 3;
			n_bytes -= 3;
		}
		text = without_nul(data, n_bytes);
		if (g_utf8_validate(text, -1, NULL))
			utf8 = g_steal_pointer(&text);
		else
			utf8 = from_cp1252(text, strlen(text));
	}
	mb_clean_controls(utf8);
	return utf8;
}
