/* chain: the numbered headings that were chosen for a part, and its entries
 * while they are put together.
 * In: what numbering.c chose.  Out: struct mb_entry (entries.h).  Shared by
 * entries.c, missing.c, restarted.c and unlisted.c. */
#ifndef MB_INDEXER_CHAIN_H
#define MB_INDEXER_CHAIN_H

#include <string.h>

#include "indexer/entries.h"
#include "indexer/headline.h"

struct mb_chain {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	const GArray *headings; /* of struct mb_heading */
	const GArray *chosen;   /* of guint: indices into @headings */
	GArray *entries;        /* of struct mb_entry: the result */
	guint end;              /* of the part */
	gboolean minutes;
	GArray *strays; /* of guint: headings of items taken out of order */
};

static inline const struct mb_heading *
mb_chain_heading(const GArray *headings, guint i)
{
	return &g_array_index(headings, struct mb_heading, i);
}

/* Chosen heading @k. */
static inline const struct mb_heading *
mb_chain_chosen(const struct mb_chain *c, guint k)
{
	return mb_chain_heading(c->headings,
	                        g_array_index(c->chosen, guint, k));
}

/* The entry that a heading makes. */
static inline struct mb_entry
mb_chain_entry(const struct mb_heading *h)
{
	struct mb_entry e = { .head = h->line,
		              .title = h->title,
		              .title_at = h->title_at,
		              .inferred = h->misread };

	memcpy(e.number, h->number, sizeof(e.number));
	return e;
}

/* The last entry so far; there must be one. */
static inline const struct mb_entry *
mb_chain_last(const struct mb_chain *c)
{
	return &g_array_index(c->entries, struct mb_entry, c->entries->len - 1);
}

/* Where the text of the entry @e begins. */
static inline guint
mb_chain_body(const struct mb_chain *c, const struct mb_entry *e, guint end)
{
	struct mb_headline headline;

	mb_headline_read(c->lines, c->looks, e->title, e->title_at, end, FALSE,
	                 &headline);
	g_free(headline.title);
	return MAX(headline.body, e->title + 1);
}

/* The number that counts one further than that of @h, as it is printed:
 * "24/111" behind "24/110".  FALSE when it can't be told. */
gboolean mb_chain_count_on(const struct mb_heading *h,
                           char number[MB_HEADING_NUMBER_MAX]);

/* Whether heading @i, or one of number @value, was taken out of order: then it
 * is neither missing nor misread. */
static inline gboolean
mb_chain_is_stray(const struct mb_chain *c, guint i, guint value)
{
	for (guint k = 0; c->strays && k < c->strays->len; k++) {
		guint stray = g_array_index(c->strays, guint, k);

		if (stray == i ||
		    mb_chain_heading(c->headings, stray)->value == value)
			return TRUE;
	}
	return FALSE;
}

/* A number without letters or other parts. */
static inline gboolean
mb_chain_is_plain(const struct mb_heading *h)
{
	return strlen(h->number) == strspn(h->number, "0123456789");
}

#endif
