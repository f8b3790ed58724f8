/* ledger: what somebody is to do, and what has become of it.
 * In: rows of trackers, and minutes that ask for something at a later meeting.
 * Out: struct mb_entry, one for each action however often it stands in papers.
 * Called by command-actions.c. */
#ifndef MB_QUERY_LEDGER_H
#define MB_QUERY_LEDGER_H

#include <glib.h>

#include "query/render.h"
#include "query/resolve.h"
#include "query/table.h"

/* All text is owned by the entry, items by the resolver; dates are YYYYMMDD, or
 * YYYYMM00, 0 unknown. */
struct mb_entry {
	const struct mb_item *first; /* where it stands first */
	const struct mb_item *last;  /* where it was last heard of */
	GPtrArray *rows;             /* all of them, of const struct mb_item */
	gboolean is_request;         /* a minute asks for it */
	char *text;                  /* what is to be done */
	char *owner;                 /* NULL when nobody is named */
	char *status;                /* what its last row says; NULL */
	guint32 asked_ymd;
	guint32 due_ymd;
	guint32 closed_ymd; /* 0: open */
	const struct mb_item *closed_by;
	enum mb_confidence confidence; /* of its being closed */
	const char *reason; /* why it is closed; NULL; transfer none */
	guint32 met_ymd;    /* the committee's first meeting since; 0 none */
	gint age_days;      /* from asked to closed, or until today */
};

void mb_entry_free(struct mb_entry *entry);

/* A word for what has become of it: "overdue".  Transfer none. */
const char *mb_entry_state(const struct mb_entry *entry, guint32 today);

gboolean mb_entry_is_open(const struct mb_entry *entry);
/* Open, and due before @today. */
gboolean mb_entry_is_overdue(const struct mb_entry *entry, guint32 today);
/* Open, and not spoken of though its committee has met since. */
gboolean mb_entry_is_lost(const struct mb_entry *entry);
/* Whether all words of @owner stand in its owner. */
gboolean mb_entry_has_owner(const struct mb_entry *entry, const char *owner);

/* The actions that @items (of const struct mb_item, the resolver's own) are
 * rows of or ask for, the oldest first: GPtrArray of struct mb_entry.
 * Transfer full; NULL on error as mb_search_run(). */
GPtrArray *mb_ledger_make(struct mb_resolver *resolver, const GPtrArray *items,
                          guint32 today, GError **error);

/* The entries as a table, with all keys of minutebook(1), "FOLLOWING". */
struct mb_table *mb_ledger_table(void);
void mb_ledger_row(struct mb_table *table, const struct mb_entry *entry,
                   guint32 today);

/* An entry for people, with an empty line before it unless @out is empty. */
void mb_ledger_text(GString *out, const struct mb_view *view,
                    const struct mb_entry *entry, guint32 today);

#endif
