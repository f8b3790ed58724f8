/* likeness: how much two texts are about the same, by their words.
 * In: text.  Out: a set of words, and a share from 0 to 1.  Called by the
 * resolve*.c. */
#ifndef MB_QUERY_LIKENESS_H
#define MB_QUERY_LIKENESS_H

#include <glib.h>

#include "base/item.h"

/* The folded words of @text that say what it is about: not the short ones, nor
 * those of every committee paper.  A set of char *, transfer full. */
GHashTable *mb_likeness_words(const char *text);

/* The share of the words of the smaller set that stand in the other; 0 when
 * one is empty. */
double mb_likeness(GHashTable *a, GHashTable *b);

/* The words that two sets share. */
guint mb_likeness_common(GHashTable *a, GHashTable *b);

/* Whether a heading is that of an item which every meeting has: apologies,
 * minutes, date of the next meeting.  @topic is its key (shim/keys.h). */
gboolean mb_likeness_is_routine(const char *topic);

/* The sentence of @text in which the words @quote stand, as far as its end;
 * @quote itself when they don't stand there.  Transfer full. */
char *mb_likeness_sentence(const char *text, const char *quote);

#endif
