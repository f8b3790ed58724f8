/* tie: what binds an item to another, or to a meeting, and how sure that is.
 * In: two items and what the papers say.  Out: struct mb_tie, and its JSON.
 * Made by the resolve*.c, gathered by matter.c, shown by all that show it. */
#ifndef MB_QUERY_TIE_H
#define MB_QUERY_TIE_H

#include <glib.h>
#include <jansson.h>

#include "base/item.h"

enum mb_tie_kind {
	MB_TIE_MINUTES, /* the minutes of that meeting are approved or named */
	MB_TIE_REFERS,  /* its number or heading is given, with its date */
	MB_TIE_CARRIES, /* the number has its number within it */
	MB_TIE_ORIGIN,  /* the action was set there */
	MB_TIE_ACTION,  /* the same action, in an earlier table */
	MB_TIE_ANSWERS, /* what the other one asked for, or put off */
	MB_TIE_MEETING, /* the same business, in another paper of the meeting */
	MB_TIE_TOPIC,   /* the same heading, at an earlier meeting */
};
#define MB_N_TIES 8

/* From the least sure. */
enum mb_confidence {
	MB_CONFIDENCE_POSSIBLE, /* alike; people have to look */
	MB_CONFIDENCE_LIKELY,   /* several signs agree */
	MB_CONFIDENCE_CERTAIN,  /* the papers say so */
};
#define MB_N_CONFIDENCES 3

/* The later or telling item is @from, the one that it goes back to is @to. */
struct mb_tie {
	enum mb_tie_kind kind;
	enum mb_confidence confidence;
	const struct mb_item *from; /* borrowed from the resolver */
	const struct mb_item *to;   /* likewise; NULL: no item of the index */
	char *from_part; /* the matter within @from: "4.4.13i"; NULL: all */
	char *to_part;
	guint32 date_ymd;    /* of the meeting gone back to, YYYYMM00, 0 */
	char *number;        /* the number printed of what is gone back to */
	gboolean is_indexed; /* the item, or for minutes its meeting, is there
	                      */
	const char *reason;  /* a phrase; transfer none, never NULL */
	char *quote;         /* words of the papers; never NULL */
};

/* Copies the strings.  @number and @quote may be NULL.  Transfer full. */
struct mb_tie *mb_tie_new(enum mb_tie_kind kind, enum mb_confidence confidence,
                          const struct mb_item *from, const struct mb_item *to,
                          const char *reason, const char *quote);
/* NULL of NULL.  Transfer full. */
struct mb_tie *mb_tie_copy(const struct mb_tie *tie);
void mb_tie_free(struct mb_tie *tie);
typedef struct mb_tie mb_tie;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_tie, mb_tie_free)

/* "refers", "certain" …  Transfer none. */
const char *mb_tie_kind_name(enum mb_tie_kind kind);
const char *mb_confidence_name(enum mb_confidence confidence);
/* FALSE when there is no such confidence; @confidence is then the least. */
gboolean mb_confidence_from_name(const char *name,
                                 enum mb_confidence *confidence);

/* Whether two ties say the same of the same items. */
gboolean mb_tie_equal(const struct mb_tie *a, const struct mb_tie *b);

/* The keys that minutebook(1) describes under "FOLLOWING".  Transfer full. */
json_t *mb_tie_to_json(const struct mb_tie *tie);

/* "minute 20(3), 5 September 2022 (not in the index)" for what a tie goes back
 * to.  Transfer full. */
char *mb_tie_target(const struct mb_tie *tie);

#endif
