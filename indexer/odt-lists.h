/* odt-lists: which number an OpenDocument paragraph has.
 * In: the lists that open and close around it.  Out: "13.", "(a)".
 * Called by odt-body.c. */
#ifndef MB_INDEXER_ODT_LISTS_H
#define MB_INDEXER_ODT_LISTS_H

#include "indexer/odt-styles.h"
#include "indexer/office.h"
#include "indexer/xml.h"

struct mb_odt_lists;

struct mb_odt_lists *mb_odt_lists_new(const struct mb_odt_styles *styles);
void mb_odt_lists_free(struct mb_odt_lists *lists);

/* The reader stands at <text:list>, at an entry of it (or at a header, which
 * has no number), or at the end of the list. */
void mb_odt_lists_begin(struct mb_odt_lists *lists, xmlTextReaderPtr reader);
void mb_odt_lists_entry(struct mb_odt_lists *lists, xmlTextReaderPtr reader);
void mb_odt_lists_end(struct mb_odt_lists *lists);

/* Give @paragraph, whose style is known, the number that stands before it, if
 * any; it is the next of the list that is open.  One without text counts too.
 */
void mb_odt_lists_number(struct mb_odt_lists *lists,
                         struct mb_paragraph *paragraph);

#endif
