/* exempt-signals: the words by which papers are marked as withheld, whatever
 * they say in their line.
 * In: the words of a line.  Out: which of them signal.  Called by
 * exempt-words.c. */
#ifndef MB_INDEXER_EXEMPT_SIGNALS_H
#define MB_INDEXER_EXEMPT_SIGNALS_H

#include "indexer/tokens.h"

enum mb_signal_strength {
	MB_SIGNAL_NONE,
	MB_SIGNAL_WEAK,   /* has other senses too: "restricted", "Part II" */
	MB_SIGNAL_STRONG, /* "exempt", "in confidence" */
};

struct mb_signal {
	guint first, end; /* words */
	enum mb_signal_strength strength;
	gboolean part; /* "Part II" */
};

/* What one word, folded, signals by itself. */
enum mb_signal_strength mb_exempt_word(const char *fold);

/* The signal that begins at word @i; FALSE when none does. */
gboolean mb_exempt_signal_read(const struct mb_tokens *t, guint i,
                               struct mb_signal *s);

/* Whether there is one among the words [first, end). */
gboolean mb_exempt_signals_in(const struct mb_tokens *t, guint first,
                              guint end);

/* "Part II", "PART 2", "Part B" at word @i. */
gboolean mb_exempt_is_part(const struct mb_tokens *t, guint i);

#endif
