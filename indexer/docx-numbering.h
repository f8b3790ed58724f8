/* docx-numbering: the numbers that Word prints before paragraphs and keeps out
 * of their text.  In: word/numbering.xml.  Out: "13.", "(a)" for one paragraph
 * after another.  Called by docx-body.c. */
#ifndef MB_INDEXER_DOCX_NUMBERING_H
#define MB_INDEXER_DOCX_NUMBERING_H

#include <glib.h>

struct mb_docx_numbering;

/* Read the lists of a paper; of damaged XML what stands before the damage.
 *   part     may be empty: a paper without lists
 *   returns  (transfer full) never NULL */
struct mb_docx_numbering *mb_docx_numbering_new(GBytes *part);
void mb_docx_numbering_free(struct mb_docx_numbering *numbering);

/* Count the next paragraph of list @num_id at level @level (0 to 8) and append
 * what Word prints before it to @label: nothing for a bullet.
 *   returns  FALSE when there is no such list */
gboolean mb_docx_numbering_next(struct mb_docx_numbering *numbering, int num_id,
                                int level, GString *label, gboolean *bullet);

#endif
