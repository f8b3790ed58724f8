/* mentions: every person that a text names or calls by a post, as printed,
 * before anybody asks who they are.
 * In: struct mb_tokens (tokens.h).  Out: struct mb_mention (attendance.h,
 * people.h). */
#ifndef MB_INDEXER_MENTIONS_H
#define MB_INDEXER_MENTIONS_H

#include "indexer/employer.h"
#include "indexer/names.h"
#include "indexer/roles.h"

struct mb_mention {
	char *name;   /* cleaned; NULL when only a role is printed */
	char *role;   /* as printed; NULL when only a name is printed */
	char *second; /* a second post, in brackets behind the first; NULL */
	enum mb_title title;
	enum mb_role_kind kind;    /* of the role */
	gboolean full;             /* the name has a forename or an initial */
	gboolean sure;             /* the name is surely one (names.h) */
	gboolean dotted;           /* printed "B. Noonan" */
	gboolean definite;         /* "the Director", "our Clerk" */
	gboolean contact;          /* behind "Contact Officer:" or the like */
	enum mb_employer employer; /* beside it: "A Osei, NHS" */
	guint first;               /* word it begins at */
	guint end;                 /* word after it */
};

/* All mentions in text order.
 *   returns (transfer full) array of struct mb_mention *, never NULL */
GPtrArray *mb_mentions_find(const struct mb_tokens *t);

void mb_mention_free(struct mb_mention *mention);

#endif
