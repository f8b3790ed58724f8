/* link-finder: what the links of one item are looked for with, and what both
 * directions share.
 * In: an item and a sentence of it.  Out: refs of the item (base/item.h).
 * Called by links.c. */
#ifndef MB_INDEXER_LINK_FINDER_H
#define MB_INDEXER_LINK_FINDER_H

#include "indexer/items.h"

/* An item has no more links than this. */
#define MB_LINKS_MAX 200

struct mb_link_finder {
	struct mb_draft *draft;
	const struct mb_lines *lines;
	guint32 date_ymd;   /* of the item's meeting */
	gsize n_before;     /* length of the sentence before */
	guint n_arising;    /* matters told to arise from the minutes */
	GPtrArray *forward; /* of struct mb_link_request, so far */
	gboolean in_list;   /* below "For the next agenda:" */
	gboolean all_list;  /* all of the item is that list */
	guint n_listed;     /* entries of that list */
	guint32 list_ymd;   /* what the list is for */
	gboolean lost;      /* it was moved to put the item off, and lost */
};

/* What was asked for at a later meeting. */
struct mb_link_request {
	GHashTable *words; /* a set: what it is about */
	gboolean decided;  /* it stands in a resolution */
	guint32 date_ymd;  /* of that meeting; 0 unknown */
};

void mb_link_request_free(struct mb_link_request *request);

/* A day or month without a year, YYYYMMDD with zeros for what is not told, made
 * whole: of the one before and the one after the meeting, the nearer; for a
 * request (@past FALSE), the next.  0 when it cannot be. */
guint32 mb_link_complete(const struct mb_link_finder *f, guint32 ymd,
                         gboolean past);

/* Whether a date told is that of an earlier meeting, or of its month. */
gboolean mb_link_is_earlier(const struct mb_link_finder *f, guint32 ymd);

/* The month that a text names without a day or year, as 0000MM00; 0 for none.
 */
guint32 mb_link_month(const char *text);

/* The month that an action's number names, as YYYYMM00: "Dec22.02",
 * "11.17.07" for November 2017; 0 for none. */
guint32 mb_link_month_of_number(const char *number);

/* Up to eight words of @s round the proof, bytes [start, end).  Transfer
 * full. */
char *mb_link_words(const char *s, gsize start, gsize end);

/* Add a link back, once; @number may be NULL, @date_ymd 0. */
void mb_link_add_back(struct mb_link_finder *f, guint32 date_ymd,
                      const char *number, const char *what);

/* Whether a link back to a day of that month, YYYYMM, is there already. */
gboolean mb_link_knows(const struct mb_link_finder *f, guint32 month);

/* links-numbers.c: numbers of minutes; and in an item that agrees minutes, what
 * was corrected in them or arose from them. */
void mb_links_back_numbers(struct mb_link_finder *f, const char *s);
void mb_links_back_amended(struct mb_link_finder *f, const char *s);

/* The date of the meeting whose minute has the number at bytes [start, end) of
 * @s; 0 when the sentence does not tell. */
guint32 mb_link_date_beside(const struct mb_link_finder *f, const char *s,
                            gsize start, gsize end);

/* The number that belongs to a date between these, "resolution 9.4 of" or "item
 * 9.1" behind it; NULL when none does.  Transfer full. */
char *mb_link_number_beside(const char *before, const char *behind);

/* links-back.c: dates and months of earlier meetings. */
void mb_links_back_dates(struct mb_link_finder *f, const char *s);
void mb_links_back_months(struct mb_link_finder *f, const char *s);

/* links-previous.c: minutes of the last meeting, what arose from them.
 *   heading  the sentence is the item's title */
void mb_links_back_previous(struct mb_link_finder *f, const char *s,
                            gboolean heading);

/* Whether the item's text begins with the item's own number again: the minute
 * of the last meeting with that number. */
gboolean mb_links_back_repeats(const struct mb_draft *draft,
                               const struct mb_lines *lines);

/* The date of the meeting whose minutes this one approves; 0 when the part does
 * not tell. */
guint32 mb_link_previous(const struct mb_link_finder *f);

/* "The minutes were agreed as a true record": whose, nothing tells; for an item
 * without any other link back. */
void mb_links_back_agreed(struct mb_link_finder *f, const char *text);

/* links-carried.c: links to each minute whose number begins a line, or stands
 * in brackets behind the line's own; TRUE when there were any. */
gboolean mb_links_back_carried(struct mb_link_finder *f);

/* links-origin.c: a link to when an action was set. */
void mb_links_back_origin(struct mb_link_finder *f, const char *text);

/* links-forward.c: what a sentence asks for at a later meeting, and a date
 * alone in the margin. */
void mb_links_forward(struct mb_link_finder *f, const char *s);
void mb_links_margin(struct mb_link_finder *f, const char *s);

/* Whether an item's text tells that a motion to put it off was lost. */
gboolean mb_links_is_lost(const char *text);

/* Whether all of an item of this title is a list of what is for a later
 * meeting: "Items for the next agenda". */
gboolean mb_links_list(struct mb_link_finder *f, const char *title);

/* The next line of a list of what is for a later meeting; FALSE when it belongs
 * to none. */
gboolean mb_links_listed(struct mb_link_finder *f, const char *s);

#endif
