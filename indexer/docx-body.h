/* docx-body: the lines of one part of a Word document.
 * In: word/document.xml, a header or a footer, with the paper's styles and
 * lists. Out: lines.  Called by read-docx.c. */
#ifndef MB_INDEXER_DOCX_BODY_H
#define MB_INDEXER_DOCX_BODY_H

#include "indexer/docx-numbering.h"
#include "indexer/lines.h"

/* What the parts of a document share. */
struct mb_docx_paper {
	GHashTable *styles; /* of struct mb_office_style, by id */
	struct mb_docx_numbering *numbering;
	GHashTable *footnotes; /* of char *, by number; */
	GHashTable *endnotes;  /* never NULL */
};

/* Add the lines of a part.
 *   furniture  whether it is a header or footer
 *   returns    FALSE with MB_ERROR_FORMAT when its XML is damaged; the lines
 *              before the damage have been added */
gboolean mb_docx_body_read(GBytes *part, const struct mb_docx_paper *paper,
                           gboolean furniture, struct mb_lines *lines,
                           GError **error);

/* The texts of word/footnotes.xml or endnotes.xml, which may be empty; of
 * damaged XML those before the damage.  Transfer full: of char *, by number. */
GHashTable *mb_docx_notes_new(GBytes *part);

#endif
