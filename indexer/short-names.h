/* short-names: who is meant by initials, or by a first name or surname alone.
 * In: struct mb_tokens of an item and struct mb_who.  Out: struct mb_attendee.
 * Called by people.c. */
#ifndef MB_INDEXER_SHORT_NAMES_H
#define MB_INDEXER_SHORT_NAMES_H

#include "indexer/tokens.h"
#include "indexer/who.h"

/* "AS to chase NO re sleepers": those whose initials are in the text.  Initials
 * are made of the names where no list prints them.
 *   returns  (transfer container) array of struct mb_attendee *, in text order,
 *            the same one as often as printed; never NULL */
GPtrArray *mb_short_names_keys(const struct mb_tokens *t,
                               const struct mb_who *who);

/* "Hannah promised": a first name that only one of those present has, where
 * people are listed by full names without titles.
 *   returns  as mb_short_names_keys() does */
GPtrArray *mb_short_names_given(const struct mb_tokens *t,
                                const struct mb_who *who);

/* "FOR: Convery, Devenny and Donnelly": surnames alone, two or more in a row,
 * of members who were there. returns  as mb_short_names_keys() does */
GPtrArray *mb_short_names_rows(const struct mb_tokens *t,
                               const struct mb_who *who);

/* "Motion by Bush, second by Slade", "Soper read the report", "seconded by
 * Ann": a surname, or a first name that is listed without a title, alone beside
 * a word that tells what somebody did. returns  as mb_short_names_keys() does
 */
GPtrArray *mb_short_names_acting(const struct mb_tokens *t,
                                 const struct mb_who *who);

/* "Soper read the report", "Betty seconded": TRUE when a word that tells what
 * somebody did stands behind word @i. */
gboolean mb_short_names_acts(const struct mb_tokens *t, guint i);

/* The officer whom the surname, or a first name that only one has, at word @i
 * behind a post can mean, or the member whose seat is called like one
 * ("Director Orr"); NULL: none, or several.  Transfer none. */
const struct mb_attendee *mb_short_names_holder(const struct mb_tokens *t,
                                                guint i,
                                                const struct mb_who *who);

/* Whether the initials are somebody's whom the paper names. */
gboolean mb_short_names_knows(const struct mb_who *who, const char *word);

#endif
