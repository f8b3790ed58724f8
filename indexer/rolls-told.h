/* rolls-told: who was there, told in sentences: "Supervisors V Pell and D York
 * and Clerk J Ramsay were present.  Also present was …".
 * In: struct mb_lines and a part of the paper.  Out: struct mb_attendee.
 * Called by rolls.c only. */
#ifndef MB_INDEXER_ROLLS_TOLD_H
#define MB_INDEXER_ROLLS_TOLD_H

#include "indexer/attendance-label.h"
#include "indexer/attendance.h"

/* Read the lists that the paragraph at line @i tells.
 *   out  of struct mb_attendee, added to */
void mb_rolls_told(const struct mb_lines *lines, guint i,
                   const struct mb_part *part, GPtrArray *out);

/* Read a list, and those behind it in the same paragraph: "Present were Mayor
 * Leeks and Councilor Wyllie. Also present were City Manager Jeff Tower and
 * …", "Present: Cllrs Farr and Dunn. Officers: J Wain. Clerk: P Nand."
 *   text   changed
 *   label  of the first list, whose label is not in @text
 *   out    of struct mb_attendee, added to */
void mb_rolls_in_paragraph(char *text, const struct mb_roll_label *label,
                           GPtrArray *out);

#endif
