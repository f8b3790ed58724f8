#include "config.h"

#include "indexer/sniff.h"

#include <string.h>

#include "base/error.h"
#include "indexer/encoding.h"

/* Text is judged by its beginning. */
#define SNIFF_BYTES (64u * 1024)

/* A PDF may have other bytes before its header, as Acrobat allows. */
#define PDF_HEAD_BYTES 1024u

/* So many points make text Markdown, and so many of them may be weak. */
#define MARKDOWN_POINTS 4u
#define WEAK_MAX        2u

/* Where the method of packing and the name of a zip's first entry stand. */
#define FIRST_METHOD 8u
#define FIRST_NAME   30u

/* A type, and the bytes that tell it. */
struct magic {
	const char *bytes;
	gsize n_bytes;
	struct mb_type type;
};

#define MAGIC(bytes, name, what)                                               \
	{                                                                      \
		bytes, sizeof(bytes) - 1,                                      \
		{                                                              \
			name, what                                             \
		}                                                              \
	}

/* clang-format off */

/* Types that have no reader, by their first bytes. */
static const struct magic heads[] = {
	MAGIC("{\\rtf", "rtf", "a rich text document"),
	MAGIC("\xffWPC", "wpd", "a WordPerfect document"),
	MAGIC("\x31\xbe\0\0", "wri", "a Windows Write document"),
	MAGIC("\xdb\xa5", "doc", "a Word 2 document"),
	MAGIC("%!PS", "ps", "a PostScript document"),
	MAGIC("AT&TFORM", "djvu", "a DjVu document"),
	MAGIC("\x89PNG\r\n", "png", "a PNG image"),
	MAGIC("\xff\xd8\xff", "jpeg", "a JPEG image"),
	MAGIC("GIF8", "gif", "a GIF image"),
	MAGIC("II*\0", "tiff", "a TIFF image"),
	MAGIC("MM\0*", "tiff", "a TIFF image"),
	MAGIC("RIFF", "riff", "a sound, film or image"),
	MAGIC("ID3", "mp3", "a sound"),
	MAGIC("\x1f\x8b", "gz", "a gzip file inside a gzip file"),
	MAGIC("BZh", "bz2", "a bzip2 archive"),
	MAGIC("\xfd" "7zXZ", "xz", "an xz archive"),
	MAGIC("7z\xbc\xaf", "7z", "a 7-Zip archive"),
	MAGIC("Rar!", "rar", "a RAR archive"),
	MAGIC("\x7f" "ELF", "program", "a program"),
	MAGIC("MZ\x90", "program", "a program"),
};

/* Office files up to 2003 are one container; the names of its streams, in
 * UTF-16, tell them apart. */
static const struct magic in_ole[] = {
	MAGIC("W\0o\0r\0d\0D\0o\0c", "doc", "a Word 97 document"),
	MAGIC("W\0o\0r\0k\0b\0o\0o\0k", "xls", "an Excel 97 spreadsheet"),
	MAGIC("B\0o\0o\0k\0", "xls", "an Excel 5 spreadsheet"),
	MAGIC("P\0o\0w\0e\0r\0P\0o\0i\0n\0t", "ppt",
	      "a PowerPoint 97 presentation"),
	MAGIC("_\0_\0s\0u\0b\0s\0t\0g", "msg", "an Outlook message"),
	MAGIC("", "ole", "an old Office file"),
};

/* What a zip that has no reader is; the names of its entries, and the first of
 * OpenDocument, stand in it as they are. */
static const struct magic in_zip[] = {
	MAGIC("xl/workbook", "xlsx", "an Excel spreadsheet"),
	MAGIC("ppt/presentation", "pptx", "a PowerPoint presentation"),
	MAGIC("opendocument.spreadsheet", "ods", "an OpenDocument spreadsheet"),
	MAGIC("opendocument.presentation", "odp",
	      "an OpenDocument presentation"),
	MAGIC("application/epub", "epub", "an EPUB book"),
	MAGIC("", "zip", "a zip archive"),
};

/* clang-format on */

static const struct mb_type xml = { "xml", "an XML file" };
static const struct mb_type zip = { "zip", "a zip archive" };

static gboolean
starts_with(const char *data, gsize n_bytes, const char *magic, gsize n_magic)
{
	return n_bytes >= n_magic && memcmp(data, magic, n_magic) == 0;
}

static gboolean
holds(const char *data, gsize n_bytes, const char *what, gsize n_what)
{
	return memmem(data, n_bytes, what, n_what) != NULL;
}

#define HOLDS(data, n_bytes, what)                                             \
	holds((data), (n_bytes), (what), sizeof(what) - 1)

/* The first of @magics whose bytes stand anywhere in @data. */
static const struct mb_type *
type_inside(const char *data, gsize n_bytes, const struct magic *magics)
{
	while (!holds(data, n_bytes, magics->bytes, magics->n_bytes))
		magics++;
	return &magics->type;
}

/* Whether the first entry of a zip is one that office programs write first.  An
 * archive of papers may hold documents that are not packed any more, so that
 * what stands further on says nothing. */
static gboolean
begins_document(const char *data, gsize n_bytes)
{
	static const char *const first[] = { "[Content_Types].xml",
		                             "_rels/",
		                             "docProps/",
		                             "word/",
		                             "xl/",
		                             "ppt/",
		                             "customXml/",
		                             "mimetype" };

	for (gsize i = 0; i < G_N_ELEMENTS(first); i++)
		if (n_bytes > FIRST_NAME &&
		    starts_with(data + FIRST_NAME, n_bytes - FIRST_NAME,
		                first[i], strlen(first[i])))
			return TRUE;
	return FALSE;
}

static const struct mb_type *
other_type(const char *data, gsize n_bytes)
{
	if (starts_with(data, n_bytes, "\xd0\xcf\x11\xe0", 4))
		return type_inside(data, n_bytes, in_ole);
	if (starts_with(data, n_bytes, "PK\3\4", 4) ||
	    starts_with(data, n_bytes, "PK\5\6", 4))
		return begins_document(data, n_bytes)
		           ? type_inside(data, n_bytes, in_zip)
		           : &zip;
	for (gsize i = 0; i < G_N_ELEMENTS(heads); i++)
		if (starts_with(data, n_bytes, heads[i].bytes,
		                heads[i].n_bytes))
			return &heads[i].type;
	return NULL;
}

static gboolean
is_docx(const char *data, gsize n_bytes)
{
	return starts_with(data, n_bytes, "PK\3\4", 4) &&
	       begins_document(data, n_bytes) &&
	       HOLDS(data, n_bytes, "word/document");
}

/* OpenDocument says that "mimetype" is stored as it is, but who unpacked a text
 * to mend it and packed it again has it deflated like the rest. */
static gboolean
is_repacked_odt(const char *data, gsize n_bytes)
{
	return n_bytes > FIRST_NAME && data[FIRST_METHOD] != 0 &&
	       starts_with(data + FIRST_NAME, n_bytes - FIRST_NAME, "mimetype",
	                   strlen("mimetype")) &&
	       HOLDS(data, n_bytes, "content.xml");
}

/* Packed, or as one file of XML (.fodt). */
static gboolean
is_odt(const char *data, gsize n_bytes)
{
	gsize n = MIN(n_bytes, SNIFF_BYTES);

	if (starts_with(data, n_bytes, "PK\3\4", 4))
		return (begins_document(data, n_bytes) &&
		        HOLDS(data, n, "opendocument.text")) ||
		       is_repacked_odt(data, n_bytes);
	return starts_with(data, n_bytes, "<?xml", 5) &&
	       HOLDS(data, n, "<office:document ") &&
	       HOLDS(data, n, "opendocument.text");
}

/* One control byte in fifty is no text; a few are an accident in one ("\0" or
 * "\x07" left by a converter). */
static gboolean
is_binary(const char *data, gsize n_bytes)
{
	gsize n_control = 0;

	for (gsize i = 0; i < n_bytes; i++) {
		guchar c = (guchar)data[i];

		if ((c < ' ' && !(c >= '\b' && c <= '\r') && c != 0x1b) ||
		    c == 0x7f)
			n_control++;
	}
	return n_control > 4 && n_control > n_bytes / 50;
}

static gboolean
begins_tag(const char *text, const char *tag)
{
	gsize n = strlen(tag);

	return g_ascii_strncasecmp(text, tag, n) == 0 &&
	       !g_ascii_isalnum(text[n]);
}

/* @text without the space, comments and XML declaration at its head. */
static const char *
skip_prolog(const char *text)
{
	for (;;) {
		const char *end = NULL;

		while (g_ascii_isspace(*text))
			text++;
		if (g_str_has_prefix(text, "<!--"))
			end = strstr(text, "-->");
		else if (g_str_has_prefix(text, "<?"))
			end = strchr(text, '>');
		if (end == NULL)
			return text;
		text = strchr(end, '>') + 1;
	}
}

/* Text with fewer tags is no page. */
#define MIN_TAGS 10

/* How many tags of HTML stand in @text; only pages have ten of them near the
 * start. */
static guint
count_tags(const char *text)
{
	static const char *const tags[] = { "<p",    "<div", "<span", "<table",
		                            "<tr",   "<td",  "<li",   "<ul",
		                            "<a",    "<br",  "<h1",   "<h2",
		                            "<h3",   "<b",   "<meta", "<script",
		                            "</div", "</p" };
	guint n = 0;

	for (const char *p = strchr(text, '<'); p != NULL;
	     p = strchr(p + 1, '<'))
		for (gsize i = 0; i < G_N_ELEMENTS(tags); i++)
			if (begins_tag(p, tags[i]))
				n++;
	return n;
}

static gboolean
is_html(const char *text)
{
	static const char *const roots[] = { "<!doctype html", "<html", "<head",
		                             "<body" };
	const char *start = skip_prolog(text);

	if (*start != '<')
		return FALSE;
	for (gsize i = 0; i < G_N_ELEMENTS(roots); i++)
		if (begins_tag(start, roots[i]))
			return TRUE;
	return count_tags(start) >= MIN_TAGS;
}

/* "**Resolved**", but not a note's mark, "** The cost …", "see below**". */
static gboolean
has_bold(const char *line)
{
	const char *open = strstr(line, "**");
	const char *close = open != NULL ? strstr(open + 2, "**") : NULL;

	return close != NULL && close > open + 2 && !g_ascii_isspace(open[2]) &&
	       !g_ascii_isspace(close[-1]);
}

/* What one line says for Markdown, in points. */
static guint
strong_points(const char *line)
{
	guint points = 0;
	gsize hashes = strspn(line, "#");
	const char *link = strstr(line, "](");

	if (hashes >= 1 && hashes <= 6 && line[hashes] == ' ')
		points += 2;
	if (has_bold(line))
		points += 2;
	if (link != NULL && strchr(link, ')') != NULL)
		points += 2;
	if (g_str_has_prefix(line, "|--") || g_str_has_prefix(line, "| --"))
		points += 4;
	return points;
}

/* Marks that plain text has as well, so that many of them say no more than a
 * few.
 */
static gboolean
is_weak(const char *line)
{
	return g_str_has_prefix(line, "- ") || g_str_has_prefix(line, "* ") ||
	       g_str_equal(line, "---");
}

/* Markdown in a file named .txt is common: "**Resolved**" and "- (1) That …".
 * The name of a file decides only where there is little to see. */
static gboolean
is_markdown(const char *text, const char *path)
{
	gboolean named = g_str_has_suffix(path, ".md") ||
	                 g_str_has_suffix(path, ".md.gz") ||
	                 g_str_has_suffix(path, ".markdown");
	guint points = named ? MARKDOWN_POINTS : 0, n_weak = 0;

	for (const char *p = text; *p != '\0' && points < MARKDOWN_POINTS;) {
		gsize n = strcspn(p, "\n");
		g_autofree char *line = g_strchomp(g_strndup(p, n));

		points += strong_points(line);
		if (is_weak(line) && n_weak < WEAK_MAX) {
			points++;
			n_weak++;
		}
		p += n + (p[n] == '\n');
	}
	return points >= MARKDOWN_POINTS;
}

static gboolean
is_wide(const char *data, gsize n_bytes)
{
	enum mb_encoding encoding = mb_encoding_of(data, n_bytes);

	return encoding == MB_ENCODING_UTF16 || encoding == MB_ENCODING_UTF32;
}

static gboolean
sniff_text(const char *data, gsize n_bytes, const char *path,
           enum mb_format *format, const struct mb_type **type, GError **error)
{
	gsize n = MIN(n_bytes, SNIFF_BYTES);
	g_autofree char *text = NULL;

	if (!is_wide(data, n) && is_binary(data, n)) {
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "this is a binary file of no known type");
		return FALSE;
	}
	text = mb_encoding_to_utf8(data, n);
	if (is_html(text)) {
		*format = MB_FORMAT_HTML;
	} else if (g_str_has_prefix(text, "<?xml")) {
		*format = MB_FORMAT_OTHER;
		*type = &xml;
	} else if (is_markdown(text, path)) {
		*format = MB_FORMAT_MARKDOWN;
	} else if (count_tags(text) >= MIN_TAGS) {
		/* "12. Police Report<br />13. Apologies<br />": a piece of a
		 * page, which begins with any words. */
		*format = MB_FORMAT_HTML;
	} else {
		*format = MB_FORMAT_TEXT;
	}
	return TRUE;
}

gboolean
mb_sniff(GBytes *content, const char *path, enum mb_format *format,
         const struct mb_type **type, GError **error)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(content, &n_bytes);

	*format = MB_FORMAT_TEXT;
	*type = NULL;
	if (n_bytes == 0) {
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "the file is empty");
		return FALSE;
	}
	if (HOLDS(data, MIN(n_bytes, PDF_HEAD_BYTES), "%PDF-")) {
		*format = MB_FORMAT_PDF;
		return TRUE;
	}
	if (is_docx(data, n_bytes)) {
		*format = MB_FORMAT_DOCX;
		return TRUE;
	}
	if (is_odt(data, n_bytes)) {
		*format = MB_FORMAT_ODT;
		return TRUE;
	}
	*type = other_type(data, n_bytes);
	if (*type != NULL) {
		*format = MB_FORMAT_OTHER;
		return TRUE;
	}
	return sniff_text(data, n_bytes, path, format, type, error);
}
