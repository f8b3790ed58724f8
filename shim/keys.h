/* keys: what the numbers and headings of items are compared by.
 * In: a number or heading as printed.  Out: the part of it that another paper
 * prints too.  Called by terms.cc and leaf.cc, and by the query side, which
 * resolves links. */
#ifndef MB_SHIM_KEYS_H
#define MB_SHIM_KEYS_H

#include <glib.h>

G_BEGIN_DECLS

/* A number without capitals, spaces and the stop at its end: "Feb 23.05" is
 * "feb23.05".  Transfer full, "" for NULL. */
char *mb_key_number(const char *number);

/* The minute that a key is a paragraph of: "20(3)" is of "20"; NULL when it is
 * a whole one.  Transfer full. */
char *mb_key_whole(const char *key);

/* The key without its first step, "4.4.13i" for "4.4.4.13i": minutes that put
 * the number of their "matters arising" before each matter's number carry its
 * history so.  NULL when it has one step.  Transfer none: the end of @key. */
const char *mb_key_earlier(const char *key);

/* The words of a heading that stay when the same business comes back: without
 * capitals, accents, years, months and other numbers, and without what stands
 * in brackets, as "(Deferred from January)".  "" when none is left.
 * Transfer full. */
char *mb_key_topic(const char *title);

G_END_DECLS

#endif
