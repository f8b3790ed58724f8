/* dossier: what the papers say of an officer or a topic, as a chronology to
 * print or send.
 * In: an answer that was asked for all its items, oldest first.  Out: a page
 * of HTML that stands by itself: a timeline, the items by date, and a receipt
 * of how they were found.  Called by command-dossier.c. */
#ifndef MB_QUERY_DOSSIER_H
#define MB_QUERY_DOSSIER_H

#include <glib.h>

#include "base/conf.h"
#include "query/answer.h"

/* A longer text is shown by what was asked for in it; the whole of it opens
 * on demand, and is left out on paper. */
#define MB_DOSSIER_TEXT_BYTES 4000
#define MB_DOSSIER_EXTRACTS   12

/* Committees with a line of their own in the timeline; the others share
 * one. */
#define MB_DOSSIER_LANES 10

/* An item in the timeline. */
struct mb_dossier_mark {
	guint32 date_ymd;
	char *committee;
	char *body; /* the committee's name, folded (body-names.h) */
	char *name; /* for people */
	guint n;    /* its place in the chronology, from 1 */
};

struct mb_dossier_job {
	struct mb_answer *answer;
	const struct mb_conf *conf;
	const struct mb_question *question;
	const char *title;   /* of the page */
	const char *program; /* "minutebook 0.9", for the receipt */
	gboolean exempt;     /* looked among exempt items too */
};

/* The page.  FALSE when an item or the records of papers can't be read; errors
 * as mb_answer_item() and mb_answer_papers(). */
gboolean mb_dossier(GString *out, const struct mb_dossier_job *job,
                    GError **error);

/* dossier-line.c: the timeline of @marks (of struct mb_dossier_mark, by date)
 * as SVG; nothing when no item has a date. */
void mb_dossier_timeline(GString *out, const GPtrArray *marks);

/* dossier-receipt.c: how the items were found, and what could not be looked
 * through. */
gboolean mb_dossier_receipt(GString *out, const struct mb_dossier_job *job,
                            const GPtrArray *marks, GError **error);

#endif
