/* part-finder: what is known while the lines of a paper are parted, one after
 * the other.
 * In: the signs of a paper.  Out: its parts.  Called by parts.c and
 * parts-withheld.c alone. */
#ifndef MB_INDEXER_PART_FINDER_H
#define MB_INDEXER_PART_FINDER_H

#include <glib.h>

#include "indexer/signs.h"

/* How far below the first line of a title its other signs are looked for. */
#define MB_PART_TITLE_LINES 30

struct mb_part_finder {
	struct mb_signs signs;
	const char *path;
	GPtrArray *parts;
	struct mb_part *part; /* the last one; NULL before the first */
	gboolean header;      /* @part began with "Agenda Item No. 5" */
	guint late;           /* last line of business that closes a meeting */
	gboolean closed;      /* the meeting is closed, or its paper signed */
	const char *const *more; /* wordings by configuration that withhold */
	char *page_words;        /* the running ones of this page, or NULL */
	enum mb_part_kind withheld_kind; /* of the part that was marked */
	gboolean divider; /* the marking is of all that follows: "PART II" */
};

/* End the last part before line @first and begin one of @kind, which is
 * withheld as its page is, or as the one before it and what belongs to that. */
struct mb_part *mb_part_begin(struct mb_part_finder *f, enum mb_part_kind kind,
                              guint first);

/* Whether line @i withholds the part that it stands in, or begins one that is
 * withheld.  A marking above all else withholds the whole paper (exempt.c). */
gboolean mb_parts_withheld(struct mb_part_finder *f, guint i);

/* Below its marking a withheld part has the title of what it is: it is no part
 * of its own.  Whether line @i is of it. */
gboolean mb_parts_withheld_title(struct mb_part_finder *f, guint i);

/* A report whose title, with its marking, stands above the number of its item
 * at line @i, all in one block: "Sale of land", "EXEMPT", "Agenda Item No. 5".
 * TRUE when its part was begun, which has no number yet. */
gboolean mb_parts_withheld_block(struct mb_part_finder *f, guint i);

/* A page whose running header says "EXEMPT" is of a withheld part from its
 * first line on. */
void mb_parts_withheld_page(struct mb_part_finder *f, guint i);

#endif
