/* authority: the people of an index, each under all forms of their name, with
 * the posts they held from date to date and the committees they sat on.
 * In: what papers say of meetings (base/sitting.h), in any order.
 * Out: struct mb_known.  Called by command-people.c and
 * counting.c.
 *
 * Nothing of it is stored: it is added up from the papers' records when it is
 * asked for, so that a paper that comes or goes changes nothing else.
 *
 * Two forms are one person's when council, side, surname and first names or
 * initials agree, and nothing contradicts:
 *   - a third form that agrees with one of them but not with the other: with
 *     Colin Kembles about, C Kembles need not be Catherine;
 *   - one list of those at a meeting that has both;
 *   - officers' posts, when both have some and none agrees.
 * A form that could be one of several is theirs whose posts agree with its
 * own, else nobody's: a person of its own, with those it could be. */
#ifndef MB_QUERY_AUTHORITY_H
#define MB_QUERY_AUTHORITY_H

#include <glib.h>

#include "base/sitting.h"
#include "query/answer.h"
#include "shim/papers.h"

/* More forms of one council's surname are not compared: each is a person. */
#define MB_AUTHORITY_MAX_FORMS 200

/* A post, by the dates of the meetings at which papers show it. */
struct mb_held {
	char *name;
	guint32 from_ymd, to_ymd; /* 0: at meetings of no known date */
	char *next;               /* who is shown in it afterwards; NULL */
};

/* What somebody had to do with a committee. */
struct mb_seat {
	char *committee; /* "" unknown */
	guint32 from_ymd, to_ymd;
	guint n_meetings; /* whose papers name them */
	guint n_present;
	guint n_apologies;
};

struct mb_known {
	char *name;    /* the form that tells most */
	char *surname; /* folded: what they are sorted by */
	char *council; /* "" unknown */
	enum mb_standing side;
	GPtrArray *forms;         /* of char *, commonest first */
	GPtrArray *posts;         /* of struct mb_held, earliest first */
	GPtrArray *seats;         /* of struct mb_seat, by name */
	GPtrArray *perhaps;       /* of char *: whose form it could also be */
	guint32 from_ymd, to_ymd; /* of the meetings that name them; 0 */
	struct mb_query *items;   /* those that name them, under any form */
};

/* Which of what is known is told.  Who is one person does not hang on it. */
struct mb_scope {
	const char *name;        /* any form of it, or words of one; NULL */
	const char *council;     /* words of its name; NULL */
	const char *role;        /* words of a post that they held; NULL */
	gboolean role_is_phrase; /* they follow one another in its name */
	const char *committee; /* words of its name: nothing of others; NULL */
	guint32 from_ymd;      /* nothing earlier; 0 */
	guint32 to_ymd;        /* nothing later; 0 */
};

struct mb_authority *mb_authority_new(void);
void mb_authority_free(struct mb_authority *authority);
typedef struct mb_authority mb_authority;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_authority, mb_authority_free)

/* Take in what one paper says: of struct mb_sitting, with people. */
void mb_authority_add(struct mb_authority *authority,
                      const GPtrArray *sittings);

/* Take in all papers.
 *   error   as mb_answer_papers() */
gboolean mb_authority_read(struct mb_authority *authority,
                           struct mb_answer *answer, GError **error);

/* Take in what papers say of who is who, but not when: enough for
 * mb_authority_groups(). */
void mb_authority_add_naming(struct mb_authority *authority,
                             const struct mb_naming *naming);

/* Take in all of it, for a tenth of what it costs to take in all papers.
 *   error   as mb_answer_papers() */
gboolean mb_authority_read_names(struct mb_authority *authority,
                                 struct mb_answer *answer, GError **error);

/* What to call somebody. */
struct mb_label {
	char *name;
	char *council; /* "" unknown */
};

/* Every form of name on @side as items have it (mb_facet_person()) -> which of
 * all people it is, from "0": as mb_search_facet() takes it.  Transfer full. */
GHashTable *mb_authority_groups(struct mb_authority *authority,
                                enum mb_standing side);
/* NULL when there is none of that number.  Transfer full. */
struct mb_label *mb_authority_label(const struct mb_authority *authority,
                                    const char *number);
void mb_label_free(struct mb_label *label);
typedef struct mb_label mb_label;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_label, mb_label_free)

/* Who is in @scope, by surname: of struct mb_known.  Transfer full. */
GPtrArray *mb_authority_people(struct mb_authority *authority,
                               const struct mb_scope *scope);

#endif
