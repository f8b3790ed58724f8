#include <string.h>

#include "base/error.h"
#include "indexer/docx-body.h"
#include "indexer/docx-styles.h"
#include "indexer/reader.h"
#include "indexer/unzip.h"
#include "indexer/xml.h"

/* One part of a document unpacks to no more than this: a book of a million
 * words is some 50 MB of Word's XML.  A zip bomb is larger. */
#define PART_MAX_BYTES (96u * 1024 * 1024)

/* Headers and footers: first page, even and odd pages, for a few sections. */
#define N_FURNITURE 12

struct docx {
	zip_t *zip;
	struct mb_docx_paper paper;
	struct mb_lines *lines;
};

/* The part of that name; empty when the document has none, which is then none
 * the worse for it. */
static GBytes *
read_part(const struct docx *docx, const char *name, GError **error)
{
	return mb_unzip_named(docx->zip, name, PART_MAX_BYTES, error);
}

/* The name of the part with the text: nearly always word/document.xml, but
 * Word for the web writes "word/document2.xml", and says so in _rels/.rels. */
static char *
body_name(const struct docx *docx)
{
	g_autoptr(GBytes) rels = read_part(docx, "_rels/.rels", NULL);
	xmlTextReaderPtr reader = rels != NULL ? mb_xml_reader(rels) : NULL;
	char *name = NULL;

	while (reader != NULL && name == NULL &&
	       xmlTextReaderRead(reader) == 1) {
		g_autofree char *type = NULL;

		if (!mb_xml_is(reader, "Relationship"))
			continue;
		type = mb_xml_attribute(reader, "Type");
		if (type != NULL && g_str_has_suffix(type, "/officeDocument"))
			name = mb_xml_attribute(reader, "Target");
	}
	xmlFreeTextReader(reader);
	if (name == NULL)
		return g_strdup("word/document.xml");
	if (*name == '/')
		memmove(name, name + 1, strlen(name));
	return name;
}

static gboolean
prepare(struct docx *docx, GError **error)
{
	g_autoptr(GBytes) styles = NULL;
	g_autoptr(GBytes) numbering = NULL;
	g_autoptr(GBytes) footnotes = NULL;
	g_autoptr(GBytes) endnotes = NULL;
	g_autoptr(GBytes) core = NULL;

	if (!(styles = read_part(docx, "word/styles.xml", error)) ||
	    !(numbering = read_part(docx, "word/numbering.xml", error)) ||
	    !(footnotes = read_part(docx, "word/footnotes.xml", error)) ||
	    !(endnotes = read_part(docx, "word/endnotes.xml", error)) ||
	    !(core = read_part(docx, "docProps/core.xml", error)))
		return FALSE;
	docx->paper.styles = mb_docx_styles_new(styles);
	docx->paper.numbering = mb_docx_numbering_new(numbering);
	docx->paper.footnotes = mb_docx_notes_new(footnotes);
	docx->paper.endnotes = mb_docx_notes_new(endnotes);
	docx->lines->title = mb_xml_text_of(core, "title");
	docx->lines->paragraphs = TRUE;
	docx->lines->created = mb_xml_day_of(core, "created");
	return TRUE;
}

static gboolean
read_body(struct docx *docx, const char *name, gboolean furniture,
          GError **error)
{
	g_autoptr(GBytes) part = read_part(docx, name, error);

	if (part == NULL)
		return FALSE;
	if (g_bytes_get_size(part) > 0)
		return mb_docx_body_read(part, &docx->paper, furniture,
		                         docx->lines, error);
	if (!furniture)
		g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		            "damaged Word document: it has no text part");
	return furniture;
}

/* Headers and footers stand before the text: what they say of the committee and
 * the date holds for all of it. */
static gboolean
read_parts(struct docx *docx, GError **error)
{
	g_autofree char *body = body_name(docx);

	if (!prepare(docx, error))
		return FALSE;
	for (int i = 1; i <= N_FURNITURE; i++) {
		g_autofree char *header =
		    g_strdup_printf("word/header%d.xml", i);
		g_autofree char *footer =
		    g_strdup_printf("word/footer%d.xml", i);

		if (!read_body(docx, header, TRUE, error) ||
		    !read_body(docx, footer, TRUE, error))
			return FALSE;
	}
	return read_body(docx, body, FALSE, error);
}

gboolean
mb_read_docx(GBytes *content, struct mb_lines *lines, GError **error)
{
	struct docx docx = { .zip = mb_unzip_bytes(content, error),
		             .lines = lines };
	gboolean done;

	if (docx.zip == NULL)
		return FALSE;
	done = read_parts(&docx, error);
	g_clear_pointer(&docx.paper.styles, g_hash_table_unref);
	g_clear_pointer(&docx.paper.numbering, mb_docx_numbering_free);
	g_clear_pointer(&docx.paper.footnotes, g_hash_table_unref);
	g_clear_pointer(&docx.paper.endnotes, g_hash_table_unref);
	zip_discard(docx.zip);
	return done;
}
