#include <string.h>

#include "base/error.h"
#include "indexer/odt-body.h"
#include "indexer/reader.h"
#include "indexer/unzip.h"
#include "indexer/xml.h"

/* One part of a document unpacks to no more than this. */
#define PART_MAX_BYTES (96u * 1024 * 1024)

/* The parts of a document.  In a flat one, which is a single file of XML, all
 * are that file. */
struct parts {
	GBytes *styles, *content, *meta;
};

static gboolean
read_parts(const struct parts *parts, struct mb_lines *lines, GError **error)
{
	struct mb_odt_styles *styles = mb_odt_styles_new();
	gboolean done;

	lines->title = mb_xml_text_of(parts->meta, "title");
	lines->paragraphs = TRUE;
	lines->created = mb_xml_day_of(parts->meta, "creation-date");
	mb_odt_styles_read(styles, parts->styles);
	if (parts->content != parts->styles)
		mb_odt_styles_read(styles, parts->content);
	mb_odt_styles_inherit(styles);
	done = (g_bytes_get_size(parts->styles) == 0 ||
	        mb_odt_body_read(parts->styles, styles, TRUE, lines, error)) &&
	       mb_odt_body_read(parts->content, styles, FALSE, lines, error);
	mb_odt_styles_free(styles);
	return done;
}

static gboolean
read_packed(GBytes *content, struct mb_lines *lines, GError **error)
{
	zip_t *zip = mb_unzip_bytes(content, error);
	struct parts parts = { .styles = NULL };
	gboolean done;

	if (zip == NULL)
		return FALSE;
	done = (parts.styles =
	            mb_unzip_named(zip, "styles.xml", PART_MAX_BYTES, error)) &&
	       (parts.content = mb_unzip_named(zip, "content.xml",
	                                       PART_MAX_BYTES, error)) &&
	       (parts.meta =
	            mb_unzip_named(zip, "meta.xml", PART_MAX_BYTES, error)) &&
	       read_parts(&parts, lines, error);
	g_clear_pointer(&parts.styles, g_bytes_unref);
	g_clear_pointer(&parts.content, g_bytes_unref);
	g_clear_pointer(&parts.meta, g_bytes_unref);
	zip_discard(zip);
	return done;
}

gboolean
mb_read_odt(GBytes *content, struct mb_lines *lines, GError **error)
{
	const struct parts flat = { content, content, content };
	gsize n_bytes;
	const char *data = g_bytes_get_data(content, &n_bytes);

	if (n_bytes >= 2 && memcmp(data, "PK", 2) == 0)
		return read_packed(content, lines, error);
	return read_parts(&flat, lines, error);
}
