#include <string.h>
#include <zip.h>

#include "base/error.h"
#include "indexer/clean.h"
#include "indexer/docx-body.h"
#include "indexer/docx-styles.h"
#include "indexer/docx-xml.h"
#include "indexer/reader.h"

/* One part of a document unpacks to no more than this: a book of a million
 * words is some 50 MB of Word's XML.  A zip bomb is larger. */
#define PART_MAX_BYTES (96u * 1024 * 1024)

/* Headers and footers: first page, even and odd pages, for a few sections. */
#define N_FURNITURE 12

struct part {
	char *data; /* NULL when the document has none */
	gsize n_bytes;
};

static void
part_clear(struct part *part)
{
	g_clear_pointer(&part->data, g_free);
}

static gboolean
damaged(const char *why, GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
	            "damaged Word document: %s", why);
	return FALSE;
}

static gboolean
read_entry(zip_file_t *file, struct part *part, gsize n_max, GError **error)
{
	gsize n = 0;

	part->data = g_malloc(n_max);
	while (n < n_max) {
		zip_int64_t got = zip_fread(file, part->data + n, n_max - n);

		if (got < 0)
			return damaged(zip_file_strerror(file), error);
		if (got == 0)
			break;
		n += (gsize)got;
	}
	part->n_bytes = n;
	return TRUE;
}

/* Read the part of that name.  A document without it is none the worse: the
 * part then has no data. */
static gboolean
read_part(zip_t *zip, const char *name, struct part *part, GError **error)
{
	zip_stat_t st;
	zip_file_t *file;
	gboolean ok;

	*part = (struct part){ .data = NULL };
	if (zip_stat(zip, name, 0, &st) != 0 || !(st.valid & ZIP_STAT_SIZE))
		return TRUE;
	if (st.size > PART_MAX_BYTES) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "%s unpacks to more than %u MB", name,
		            PART_MAX_BYTES / (1024u * 1024));
		return FALSE;
	}
	file = zip_fopen_index(zip, st.index, 0);
	if (file == NULL)
		return damaged(zip_strerror(zip), error);
	/* The size that the zip claims is checked by libzip against what is
	 * there; no more than it is ever read. */
	ok = read_entry(file, part, (gsize)st.size, error);
	zip_fclose(file);
	if (!ok)
		part_clear(part);
	return ok;
}

/* The document's own title. */
static void
take_title(const struct part *core, struct mb_lines *lines)
{
	xmlTextReaderPtr reader;
	gboolean in_title = FALSE;

	if (core->data == NULL)
		return;
	reader = mb_docx_reader(core->data, core->n_bytes);
	while (reader != NULL && lines->title == NULL &&
	       xmlTextReaderRead(reader) == 1) {
		const char *value =
		    (const char *)xmlTextReaderConstValue(reader);

		if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
			in_title = mb_docx_is(reader, "title");
		else if (in_title && value != NULL)
			lines->title = mb_clean(value, strlen(value));
	}
	xmlFreeTextReader(reader);
	if (lines->title != NULL && *lines->title == '\0')
		g_clear_pointer(&lines->title, g_free);
}

/* What the parts of a document share. */
struct docx {
	zip_t *zip;
	GHashTable *styles;
	struct mb_docx_numbering *numbering;
	struct mb_lines *lines;
};

static gboolean
prepare(struct docx *docx, GError **error)
{
	struct part styles, numbering, core;
	gboolean ok = read_part(docx->zip, "word/styles.xml", &styles, error);

	if (!ok)
		return FALSE;
	docx->styles = mb_docx_styles_new(styles.data, styles.n_bytes);
	part_clear(&styles);
	if (!read_part(docx->zip, "word/numbering.xml", &numbering, error))
		return FALSE;
	docx->numbering =
	    mb_docx_numbering_new(numbering.data, numbering.n_bytes);
	part_clear(&numbering);
	if (!read_part(docx->zip, "docProps/core.xml", &core, error))
		return FALSE;
	take_title(&core, docx->lines);
	part_clear(&core);
	return TRUE;
}

static gboolean
read_body(struct docx *docx, const char *name, gboolean furniture,
          GError **error)
{
	struct part part;
	gboolean ok;

	if (!read_part(docx->zip, name, &part, error))
		return FALSE;
	if (part.data == NULL)
		return furniture || damaged("it has no text part", error);
	ok = mb_docx_body_read(part.data, part.n_bytes, docx->styles,
	                       docx->numbering, furniture, docx->lines, error);
	part_clear(&part);
	return ok;
}

/* Headers and footers stand before the text: what they say of the committee and
 * the date holds for all of it. */
static gboolean
read_parts(struct docx *docx, GError **error)
{
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
	return read_body(docx, "word/document.xml", FALSE, error);
}

static gboolean
read_zip(zip_t *zip, struct mb_lines *lines, GError **error)
{
	struct docx docx = { .zip = zip, .lines = lines };
	gboolean ok = read_parts(&docx, error);

	g_clear_pointer(&docx.styles, g_hash_table_unref);
	g_clear_pointer(&docx.numbering, mb_docx_numbering_free);
	return ok;
}

gboolean
mb_read_docx(GBytes *content, struct mb_lines *lines, GError **error)
{
	gsize n_bytes;
	const void *data = g_bytes_get_data(content, &n_bytes);
	zip_source_t *source;
	zip_error_t why;
	zip_t *zip = NULL;
	gboolean ok;

	zip_error_init(&why);
	source = zip_source_buffer_create(data, n_bytes, 0, &why);
	if (source != NULL)
		zip = zip_open_from_source(source, ZIP_RDONLY, &why);
	if (zip == NULL) {
		zip_source_free(source);
		ok = damaged(zip_error_strerror(&why), error);
	} else {
		ok = read_zip(zip, lines, error);
		zip_discard(zip);
	}
	zip_error_fini(&why);
	return ok;
}
