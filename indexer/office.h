/* office: the paragraphs and tables of an office program's document as lines.
 * In: what stands in the document, one thing after another.  Out: lines.
 * Called by docx-body.c and odt-body.c, which know the XML of each. */
#ifndef MB_INDEXER_OFFICE_H
#define MB_INDEXER_OFFICE_H

#include "indexer/lines.h"

/* Text boxes stand in a paragraph and hold others, so deep. */
#define MB_OFFICE_MAX_DEPTH 8u

/* A paragraph while it is read and, in a table, until its row ends. */
struct mb_paragraph {
	GString *text;  /* with clean.h's marks for bold; newlines are breaks */
	GString *label; /* number that is printed before it */
	guint heading;
	gboolean bullet;
	GString *notes;   /* of its footnotes, each on a line of its own */
	gboolean deleted; /* its end is: blank, it is not there at all */
	/* The reader's own, from which the number comes. */
	const void *style;
	int list, level;
};

struct mb_office;

/* Begin to add to @lines; @furniture: a header or footer. */
struct mb_office *mb_office_new(struct mb_lines *lines, gboolean furniture);

/* What was not ended is dropped. */
void mb_office_free(struct mb_office *office);

/* Whether so many paragraphs are open that no other may begin. */
gboolean mb_office_is_deep(const struct mb_office *office);

/* Begin a paragraph, within the one that is open if any.  Transfer none. */
struct mb_paragraph *mb_office_begin_paragraph(struct mb_office *office);

/* The innermost paragraph that is open; NULL for none.  Transfer none. */
struct mb_paragraph *mb_office_paragraph(const struct mb_office *office);

/* Whether nothing of it is printed but its number. */
gboolean mb_paragraph_is_blank(const struct mb_paragraph *paragraph);

/* Append text as XML has it, whose controls are dropped. */
void mb_paragraph_add(struct mb_paragraph *paragraph, const char *text,
                      gboolean bold);

/* A footnote: its mark in the paragraph, its text below. */
void mb_paragraph_add_note(struct mb_paragraph *paragraph, const char *mark,
                           const char *text);

/* End the innermost paragraph; a blank one is dropped. */
void mb_office_end_paragraph(struct mb_office *office);

/* Tables.  Of tables within tables the inner ones are cells' text. */
void mb_office_begin_table(struct mb_office *office);
void mb_office_end_table(struct mb_office *office);
void mb_office_begin_row(struct mb_office *office);
void mb_office_end_row(struct mb_office *office);

void mb_office_begin_cell(struct mb_office *office);

/* The cell spans @n_columns: those behind the first are empty. */
void mb_office_span_cell(struct mb_office *office, int n_columns);

#endif
