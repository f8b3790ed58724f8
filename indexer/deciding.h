/* deciding: an item's lines while they are read for what it decided.
 * In: struct mb_draft (items.h).  Out: struct mb_decided (decided.h), from its
 * marks, its motions and its prose.
 * Called by resolutions.c only, whose steps these are, in this order. */
#ifndef MB_INDEXER_DECIDING_H
#define MB_INDEXER_DECIDING_H

#include "indexer/items.h"

struct mb_deciding {
	const struct mb_lines *lines;
	const struct mb_draft *draft;
	GPtrArray *all;    /* of struct mb_decided */
	gboolean labelled; /* a block had labels */
	gboolean *used;    /* lines that belong to a block */
	gboolean motion;   /* what is read was voted on by itself */
};

/* The text of line @i, "" for what is not the item's own. */
const char *mb_deciding_line(const struct mb_deciding *r, guint i);

/* Whether @text holds nothing but spaces, colons and dashes. */
gboolean mb_deciding_blank(const char *text);

/* Whether a mark, "RESOLVED", begins line @i. */
gboolean mb_deciding_mark(const struct mb_deciding *r, guint i);

/* deciding-block.c: read the block of resolutions that begins on line @i, of
 * which @rest is behind the mark.  Returns the last line of it. */
guint mb_deciding_block(struct mb_deciding *r, guint i, const char *rest);

/* All blocks that a mark opens. */
void mb_deciding_marks(struct mb_deciding *r);

/* Where nothing is said to be decided: "Recommendation: That it BE RECEIVED",
 * as committees minute what they lay before their council. */
void mb_deciding_recommended(struct mb_deciding *r);

/* deciding-motion.c: "Moved by A", "Seconded by B", the words, "CARRIED". */
void mb_deciding_motions(struct mb_deciding *r);

/* deciding-prose.c: what the lines that no block has taken tell. */
void mb_deciding_prose(struct mb_deciding *r);

/* Under "Planning", where no decision is told otherwise: what the council says
 * of each application. */
void mb_deciding_views(struct mb_deciding *r);

#endif
