/* exempt-context: what the lines around a marking make of it.
 * In: struct mb_lines (lines.h).  Out: the words that withhold.  Called by
 * exempt.c and withheld.c. */
#ifndef MB_INDEXER_EXEMPT_CONTEXT_H
#define MB_INDEXER_EXEMPT_CONTEXT_H

#include "indexer/lines.h"

/* mb_exempt_marking() of line @i, which may go on in the line below or be
 * answered there: "Exempt information:" and "None".
 *   end      the first line that is not of it
 *   more     further wordings by configuration, NULL-terminated, or NULL
 *   returns  (transfer full) NULL when it marks nothing */
char *mb_exempt_at(const struct mb_lines *lines, guint i, guint end,
                   const char *const *more);

/* TRUE when the line below the marking at @i takes it back: "Restricted
 * Reports" heads "Is this report restricted?  Yes  No X". */
gboolean mb_exempt_is_answered_no(const struct mb_lines *lines, guint i,
                                  guint end);

/* TRUE when the marking at line @i of the paper in lines [first, end) tells of
 * an appendix of it, or of another paper, and neither stands in these lines:
 * "Appendix B is not for publication" in the header of a public report. */
gboolean mb_exempt_is_of_other(const struct mb_lines *lines, guint first,
                               guint i, guint end);

/* TRUE when the appendix with the @title may be the one that line @text tells
 * of: "Appendices 2 and 3 are exempt" is not of "Appendix 1 – Map". */
gboolean mb_exempt_names_appendix(const char *text, const char *title);

#endif
