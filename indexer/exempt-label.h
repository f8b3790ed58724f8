/* exempt-label: whether a word that signals is a label: "Appendix 2 – EXEMPT –
 * lease of Quay 4".
 * In: the words of a line, a signal in it.  Out: whether it stands between
 * edges.  Called by exempt-words.c. */
#ifndef MB_INDEXER_EXEMPT_LABEL_H
#define MB_INDEXER_EXEMPT_LABEL_H

#include "indexer/exempt-signals.h"

/* The signal is all that its line says, or all between two edges of it. */
gboolean mb_exempt_is_label(const struct mb_tokens *t,
                            const struct mb_signal *s);

/* Nothing behind the signal makes it a part of something else: "EXEMPT under
 * paragraph 3", but "exempt vehicles". */
gboolean mb_exempt_clear_after(const struct mb_tokens *t,
                               const struct mb_signal *s);

/* What the signal says is taken back, before it or right behind it. */
gboolean mb_exempt_denied(const struct mb_tokens *t, const struct mb_signal *s);

#endif
