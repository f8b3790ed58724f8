/* resolve-parts: what the files of the resolver share.
 * In: a resolver and an item.  Out: other items, and ties added to a list.
 * Called by the resolve*.c alone. */
#ifndef MB_QUERY_RESOLVE_PARTS_H
#define MB_QUERY_RESOLVE_PARTS_H

#include "query/resolve.h"

/* Items of one day, of one action, or found for one question, at most. */
#define MB_RESOLVE_MAX_ITEMS 1000

struct mb_resolver {
	struct mb_search *search;
	GError *error; /* the first; all that follows finds nothing */

	GHashTable *items;   /* id: struct mb_item, which belongs here */
	GHashTable *numbers; /* number in @search: const struct mb_item */
	GHashTable *lists;   /* question: GPtrArray of const struct mb_item */
	GHashTable *counts;  /* question: how many items */
	GHashTable *years;   /* body and year: day to how many items */
	GHashTable *bodies;  /* committee: GPtrArray of names that mean it */
	GHashTable *alike;   /* two names, a line each: whether they may be one
	                      */
	GHashTable *stages;  /* path of a paper: its stage of the meeting */
	GPtrArray *names;    /* of all committees; NULL until they are asked */

	GHashTable *requests; /* struct mb_ref: its request, by what answers it
	                       */
	GHashTable *cited;    /* struct mb_ref: struct mb_tie, or NULL */
	GHashTable *words;    /* text, by its place: its words */
	GHashTable *lines;    /* row: the words of its first line */
	GHashTable *headings; /* item: the words of its heading */
	GHashTable *keys;     /* number, by its place: its key */
	GHashTable *topics;   /* title, by its place: its key */
};

/* --- resolve-memory.c ---------------------------------------------------- */

/* The items that @query, which is taken over, finds.  Transfer container,
 * never NULL. */
GPtrArray *mb_resolver_ask(struct mb_resolver *r, struct mb_query *query,
                           enum mb_sort sort, guint n_max);

/* Remember what was found under @key in r->lists.  Takes @items over; transfer
 * none. */
const GPtrArray *mb_resolver_learn(struct mb_resolver *r, const char *key,
                                   GPtrArray *items);

/* How many items @query, taken over, finds, remembered in r->counts. */
guint mb_resolver_count(struct mb_resolver *r, const char *key,
                        struct mb_query *query);

/* The words (likeness.h) of a text, NULL or one that lives as long as the
 * resolver; of the first line of a row, which is its action; of a heading,
 * without those that name its council or committee and may stand in all
 * headings.  Transfer none. */
GHashTable *mb_resolver_words(struct mb_resolver *r, const char *text);
GHashTable *mb_resolver_line_words(struct mb_resolver *r,
                                   const struct mb_item *row);
GHashTable *mb_resolver_heading_words(struct mb_resolver *r,
                                      const struct mb_item *item);

/* The keys (shim/keys.h) of an item's or a link's number, and of an item's
 * heading.  Transfer none. */
const char *mb_resolver_key(struct mb_resolver *r, const char *number);
const char *mb_resolver_topic_key(struct mb_resolver *r,
                                  const struct mb_item *item);

/* --- resolve.c ----------------------------------------------------------- */

/* Add @tie, taken over, unless it is there; the surer of two stays. */
void mb_resolver_add(GPtrArray *ties, struct mb_tie *tie);

/* --- resolve-body.c ------------------------------------------------------ */

/* @query, taken over, within @item's council, or within its committee by all
 * names that can mean it, where it has one. */
struct mb_query *mb_resolver_in_council(struct mb_resolver *r,
                                        struct mb_query *query,
                                        const struct mb_item *item);
struct mb_query *mb_resolver_within(struct mb_resolver *r,
                                    struct mb_query *query,
                                    const struct mb_item *item);

/* The items of a day, and those of @item's committee on it, by whatever name.
 * Transfer none. */
const GPtrArray *mb_resolver_day(struct mb_resolver *r, guint32 ymd);
const GPtrArray *mb_resolver_sitting(struct mb_resolver *r,
                                     const struct mb_item *item, guint32 ymd);

/* Whether @item's committee has items of that day. */
gboolean mb_resolver_met(struct mb_resolver *r, const struct mb_item *item,
                         guint32 ymd);

/* Whether two items are of one committee, as far as their papers name it. */
gboolean mb_resolver_same_body(struct mb_resolver *r, const struct mb_item *a,
                               const struct mb_item *b);

/* Whether so many items have the heading of @item that it is a standing one, as
 * that of a department: what stands under it is another matter each time. */
gboolean mb_resolver_is_standing(struct mb_resolver *r,
                                 const struct mb_item *item);

/* Items whose dates lie in the months of @from and @to, or between: whole
 * months are asked for much quicker than other times. */
struct mb_query *mb_resolver_months(guint32 from, guint32 to);

/* The items of @item's committee of one sort from one day to another, oldest
 * first: those of a month are asked for once.  Transfer container. */
enum mb_shelf {
	MB_SHELF_MINUTES,
	MB_SHELF_ROWS,   /* of trackers */
	MB_SHELF_ASKING, /* for something at a later meeting */
};
GPtrArray *mb_resolver_shelf(struct mb_resolver *r, const struct mb_item *item,
                             enum mb_shelf shelf, guint32 from, guint32 to);

/* How many items the committee of @item has from one day to another. */
guint mb_resolver_count_between(struct mb_resolver *r,
                                const struct mb_item *item, guint32 from,
                                guint32 to);
/* The days in the month of YYYYMM00 on which it has items, by
 * GUINT_TO_POINTER, in order.  Transfer container. */
GList *mb_resolver_days(struct mb_resolver *r, const struct mb_item *item,
                        guint32 month);

/* --- resolve-cited.c ----------------------------------------------------- */

/* Ties to what the words of @item point to; of those with @part, if any. */
void mb_resolver_cited(struct mb_resolver *r, const struct mb_item *item,
                       const char *part, GPtrArray *ties);
/* Ties of the items whose words point to @item. */
void mb_resolver_citing(struct mb_resolver *r, const struct mb_item *item,
                        const char *part, GPtrArray *ties);

/* One link that is being resolved. */
struct mb_cited {
	struct mb_resolver *r;
	const struct mb_item *item;
	const struct mb_ref *ref;
	const char *key;    /* of its number; "" */
	gboolean elsewhere; /* the words name another committee */
};

/* Whether an item of that day is of the meeting that is meant. */
gboolean mb_cited_is_there(const struct mb_cited *s,
                           const struct mb_item *there);

/* --- resolve-number.c ---------------------------------------------------- */

/* How well an item answers to a number. */
enum mb_fit {
	MB_FIT_NOT,
	MB_FIT_WHOLE, /* "20(3)" and item 20: the paragraph is not to be seen */
	MB_FIT_EXACT, /* the number, or the paragraph's label stands there */
};

/* The item of @there that the number means; NULL. */
const struct mb_item *mb_cited_by_number(const struct mb_cited *s,
                                         const GPtrArray *there,
                                         enum mb_fit *fit);
/* The item of @there that told of the matter under the number that this one
 * carries within it; NULL.
 *   part  that number; transfer none, NULL when there is none */
const struct mb_item *mb_cited_by_history(const struct mb_cited *s,
                                          const GPtrArray *there,
                                          const char **part);
/* The item of @there with the heading that the words over the link have;
 * NULL. */
const struct mb_item *mb_cited_by_heading(const struct mb_cited *s,
                                          const GPtrArray *there);

/* --- resolve-ahead.c ----------------------------------------------------- */

/* What the resolver remembers of a request. */
void mb_request_free(gpointer request);

/* The sentence of @item that a link ahead stands in.  Transfer none; lives as
 * long as the resolver. */
const char *mb_resolver_sentence(struct mb_resolver *r,
                                 const struct mb_item *item,
                                 const struct mb_ref *ref);
/* The best answer to one request; NULL. */
struct mb_tie *mb_resolver_answer(struct mb_resolver *r,
                                  const struct mb_item *item,
                                  const struct mb_ref *ref);
/* Ties to what answers @item, and from it to what it answers. */
void mb_resolver_answers(struct mb_resolver *r, const struct mb_item *item,
                         GPtrArray *ties);

/* --- resolve-beside.c ---------------------------------------------------- */

/* Ties to the same business in the other papers of the meeting. */
void mb_resolver_meeting(struct mb_resolver *r, const struct mb_item *item,
                         GPtrArray *ties);
/* Ties to the same heading at the meetings before and after. */
void mb_resolver_topic(struct mb_resolver *r, const struct mb_item *item,
                       GPtrArray *ties);

/* --- resolve-action.c ---------------------------------------------------- */

/* Ties of all rows that are the same action, each to the one before it, and to
 * the minute that set it; from a minute to the rows that it sets. */
void mb_resolver_action(struct mb_resolver *r, const struct mb_item *item,
                        GPtrArray *ties);
/* The minute that sets the action of a row: under the same heading, or in the
 * same words; NULL. */
const struct mb_item *mb_resolver_minute_of(struct mb_resolver *r,
                                            const struct mb_item *row);
/* The row of a later tracker that takes up what a minute asks for; NULL. */
const struct mb_item *mb_resolver_row_of(struct mb_resolver *r,
                                         const struct mb_item *item,
                                         const struct mb_ref *ref);

#endif
