/* told: decisions that minutes tell in prose, "It was agreed to …".
 * In: a sentence (sentences.h).  Out: whether it tells of one.  Called by
 * deciding-prose.c. */
#ifndef MB_INDEXER_TOLD_H
#define MB_INDEXER_TOLD_H

#include <glib.h>

enum mb_told {
	MB_TOLD_NOTHING,  /* or what another meeting decided */
	MB_TOLD_MOVED,    /* proposed and seconded */
	MB_TOLD_DECLARED, /* carried, of a motion told before */
	MB_TOLD_DECIDED,  /* agreed, approved … */
};

/* What a sentence tells. */
enum mb_told mb_told(const char *sentence);

/* Where in @text, from @at on, a parish says what it holds of a planning
 * application: "Park Lodge – No objection", "Permission recommended".  FALSE
 * when it does not. */
gboolean mb_told_view(const char *text, gsize at, gsize *start, gsize *end);

#endif
