/* employer: the public body that is printed beside a name, which makes its
 * bearer somebody's officer although no post is told.
 * In: struct mb_tokens (tokens.h).  Out: enum mb_employer.
 * Called by mentions.c and attendance-list.c. */
#ifndef MB_INDEXER_EMPLOYER_H
#define MB_INDEXER_EMPLOYER_H

#include "indexer/names.h"

enum mb_employer {
	MB_EMPLOYER_NONE,
	MB_EMPLOYER_COUNCIL, /* "MCC", "Argyll & Bute Council" */
	MB_EMPLOYER_BODY,    /* "NHS", "Police Scotland" */
};

/* "Linda Greer, MCC", "Aileen Morton – Argyll & Bute Council", "James Barton
 * from Herts Highways": a body behind @name.  What is a party, an honour or the
 * name's own initials is none. */
enum mb_employer mb_employer_behind(const struct mb_tokens *t,
                                    const struct mb_name *name);

/* "Police Scotland (Roddy McNeil)": a body before the bracket that @name stands
 * in. */
enum mb_employer mb_employer_before(const struct mb_tokens *t,
                                    const struct mb_name *name);

/* "Police Scotland", "Argyll & Bute Council", "MDP": what stands for a role in
 * a list is a public body. */
enum mb_employer mb_employer_of(const char *role);

#endif
