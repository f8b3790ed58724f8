/* private: which items of a published paper tell of private business.
 * In: struct mb_draft (items.h).  Out: the item's private_business.  Called by
 * exempt.c. */
#ifndef MB_INDEXER_PRIVATE_H
#define MB_INDEXER_PRIVATE_H

#include "indexer/items.h"

/* TRUE when the text of a public paper tells of business that was or will be
 * done in private: "RESOLVED That the public be excluded …". */
gboolean mb_private_is_told(const char *text);

/* The section of an agenda that is open behind @line: the line itself when it
 * is the heading of private business, "PART II – EXEMPT ITEMS"; NULL when it
 * ends that, as "there were no exempt items" does; @section else. */
const char *mb_private_section(const char *line, const char *section,
                               const char *const *more);

/* Mark those of @drafts that are not exempt and no reports: what tells of
 * private business, what the agenda announces as such, and what follows a
 * resolution to exclude the public, as far as that reaches.
 *   more  further wordings by configuration, NULL-terminated, or NULL */
void mb_private_mark(GPtrArray *drafts, const struct mb_lines *lines,
                     const char *const *more);

#endif
