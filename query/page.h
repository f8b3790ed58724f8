/* page: the search page and what it shows.
 * In: parameters, an answer, the configuration.  Out: a whole HTML page.
 * Called by minutebook-cgi.c. */
#ifndef MB_QUERY_PAGE_H
#define MB_QUERY_PAGE_H

#include <glib.h>

#include "base/conf.h"
#include "query/answer.h"
#include "query/params.h"

struct mb_page {
	const struct mb_conf *conf;     /* NULL: it could not be read */
	const struct mb_params *params; /* what was typed */
	const GPtrArray *committees;    /* of char *, to choose from; NULL */
	GString *out;
};

/* The box, and how to ask. */
void mb_page_front(struct mb_page *page);

/* The box, what is wrong, and what was typed. */
void mb_page_faults(struct mb_page *page, const struct mb_question *question,
                    const struct mb_fault *fault);

/* The box, and the items found.
 *   respelt  a question that would find something; NULL */
void mb_page_results(struct mb_page *page, struct mb_answer *answer,
                     const struct mb_question *question, const char *respelt);

/* An item in full, with what was asked for marked in it. */
void mb_page_item(struct mb_page *page, struct mb_answer *answer,
                  const struct mb_item *item);

/* The items that an id can stand for. */
void mb_page_choice(struct mb_page *page, const GPtrArray *items);

/* A page that says one thing. */
void mb_page_notice(struct mb_page *page, const char *heading,
                    const char *text);

/* The source that the content security policy allows for styles: the hash of
 * the one style sheet.  Transfer full. */
char *mb_page_style_source(void);

#endif
