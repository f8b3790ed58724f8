/* authority-parts: what the files of authority.h share. */
#ifndef MB_QUERY_AUTHORITY_PARTS_H
#define MB_QUERY_AUTHORITY_PARTS_H

#include "query/authority.h"
#include "shim/called.h"
#include "query/post.h"

/* A committee, or a council, under the forms of its name that body-names.h
 * takes for one. */
struct body {
	char *key;
	GHashTable *names; /* char * as printed -> how often */
};

struct meeting {
	struct body *council;
	struct body *committee;
	guint32 date_ymd;
	gboolean has_items; /* of this meeting, in some paper */
};

struct role {
	char *name;
	struct mb_post_key *post;
};

/* A meeting whose paper names somebody. */
struct showing {
	const struct meeting *meeting;
	const struct role *role; /* NULL */
	enum mb_presence presence;
	guint n_times; /* or papers, where only names are known */
};

/* A form of name in one council, on one side. */
struct form {
	const struct mb_called *called;
	struct body *council;
	const struct body *home; /* whose it is, if its paper has no council;
	                          * else the same */
	enum mb_standing side;
	GHashTable *names;      /* char * as printed -> how often */
	GArray *showings;       /* of struct showing */
	GHashTable *apart;      /* forms that stand in one list with it; NULL */
	guint at;               /* in its bucket */
	struct person *whose;   /* after mb_authority_join() */
	struct person *goes_to; /* while it is settled whose it is */
};

/* Forms that are one person's. */
struct person {
	GPtrArray *forms;   /* of struct form */
	GPtrArray *perhaps; /* of struct person: whose some form could be */
};

struct mb_authority {
	GHashTable *bodies;   /* "c/KEY" and "m/KEY" -> struct body */
	GHashTable *councils; /* name as printed, "" unknown -> one of these */
	GHashTable *committees; /* likewise */
	GHashTable *meetings;   /* by bodies and date */
	GHashTable *roles;      /* name -> struct role */
	GHashTable *called;     /* name -> struct mb_called; NULL: no name */
	GHashTable *forms;      /* side, council, key -> struct form */
	GPtrArray *people;      /* of struct person; NULL until joined */
	GError *error;          /* of the paper that could not be read */
};

/* What the scope comes to for the papers at hand. */
struct view {
	const struct mb_scope *scope;
	GHashTable *committees; /* of struct body; NULL: all */
};

gboolean mb_authority_in_view(const struct view *view,
                              const struct meeting *meeting);

/* Let the time from @from_ymd to @to_ymd reach to @date_ymd; 0 is no date. */
void mb_authority_widen(guint32 *from_ymd, guint32 *to_ymd, guint32 date_ymd);

/* No posts yet: of struct mb_held, transfer full. */
GPtrArray *mb_authority_posts_new(void);

/* Add to @known the posts that @person is shown in. */
void mb_authority_fill_posts(struct mb_known *known,
                             const struct person *person,
                             const struct view *view);

/* Tell each of @people's posts who is shown in it next. */
void mb_authority_find_next(GPtrArray *people);

/* The items that have @person under any form.  Transfer full. */
struct mb_query *mb_authority_items_of(const struct person *person,
                                       const struct view *view);

/* Which councils each committee met under the name of, for
 * mb_authority_home().  Transfer full. */
GHashTable *mb_authority_councils(const struct mb_authority *authority);

/* The council that @meeting is of: the printed one, or that under whose name its
 * committee meets in nearly all other papers.  Transfer none. */
const struct body *mb_authority_home(const struct meeting *meeting,
                                     GHashTable *councils);

/* Find the home of each form. */
void mb_authority_find_homes(struct mb_authority *authority);

/* @form is one of @person's. */
void mb_authority_give(struct person *person, struct form *form);

/* TRUE when some post of the one can be some post of the other. */
gboolean mb_authority_posts_agree(const struct form *a, const struct form *b);

/* Unite those of @forms' people, which have one key on two or three sides, who
 * are one. */
void mb_authority_join_sides(GPtrArray *forms);

/* Make people of the forms. */
void mb_authority_join(struct mb_authority *authority);

/* The form of name to call @person by, of those that are printed, in the order
 * of @names (mb_authority_printed()).  Transfer none. */
const char *mb_authority_best_name(const struct person *person,
                                   const GPtrArray *names,
                                   const struct form **form);

/* All forms of name as printed, commonest first: of char *, transfer
 * container. */
GPtrArray *mb_authority_printed(const struct person *person);

/* The name of the council that is @person's; "" unknown.  Transfer none. */
const char *mb_authority_council_of(const struct person *person);

/* The commonest key of @counts (char * -> how often), of equals the first in
 * the alphabet; "" for none.  Transfer none. */
const char *mb_authority_commonest(GHashTable *counts);

/* All of them in that order: of char *, transfer container. */
GPtrArray *mb_authority_by_count(GHashTable *counts);

/* The forms of @body's name, commonest first; of an unknown body NULL alone: of
 * char *, transfer container. */
GPtrArray *mb_authority_names(const struct body *body);

/* Items of @council's @committee, under any form of their names.  Transfer
 * full. */
struct mb_query *mb_authority_items(const struct body *council,
                                    const struct body *committee);

#endif
