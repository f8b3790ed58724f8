/* probe: whether a text holds one of a few words, asked before a regular
 * expression is tried, which costs a hundred times as much.
 * In: a sentence (sentences.h) or a piece of one.  Out: yes or no.  Called by
 * later-words.c, earlier-words.c and links-back.c. */
#ifndef MB_INDEXER_PROBE_H
#define MB_INDEXER_PROBE_H

#include <glib.h>

/* A text that keys are looked for in. */
struct mb_probe {
	const char *text;   /* borrowed */
	char *fold;         /* in small letters */
	gsize n;            /* bytes */
	guint32 second[32]; /* the letters behind each letter, by their last
	                     * five bits: few texts have all pairs of letters
	                     * of a key without the key */
};

/* Make @probe ask about @text, which must outlive it; to be cleared. */
void mb_probe_init(struct mb_probe *probe, const char *text);
void mb_probe_clear(struct mb_probe *probe);

typedef struct mb_probe mb_probe;
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(mb_probe, mb_probe_clear)

/* Whether the text holds one of @list, which bars part, all in small letters:
 * "next |future".  In any letters; also within a word. */
gboolean mb_probe_any(const struct mb_probe *probe, const char *list);

/* Whether it may name a month. */
gboolean mb_probe_month(const struct mb_probe *probe);

#endif
