/* committees: the committees of an index over the years, what the configuration
 * says became of them, and what papers make likely.
 * In: what papers say of meetings, taken in by authority.h; the configuration.
 * Out: struct mb_committee.  Called by command-committees.c.
 *
 * A likely successor begins where a committee ends, soon after its last
 * meeting, has a word of its name that says what it is about, and mostly
 * members of it.  It is told to people, who may put it into the configuration;
 * nothing else heeds it. */
#ifndef MB_QUERY_COMMITTEES_H
#define MB_QUERY_COMMITTEES_H

#include <glib.h>

#include "base/conf.h"
#include "query/authority.h"

/* Days after the last meeting of a committee within which its successor meets:
 * a year, the summer, and a meeting that was put off; and with members in
 * common, as long as councillors are elected for, since papers may lack. */
#define MB_COMMITTEES_MAX_GAP     500
#define MB_COMMITTEES_MAX_MEMBERS 1461

/* A council with more committees than this has misread papers; nothing is
 * suggested for it. */
#define MB_COMMITTEES_MAX 400

struct mb_likely {
	char *committee;
	char *why; /* for people */
};

struct mb_committee {
	char *name;        /* "" unknown */
	char *council;     /* "" unknown */
	GPtrArray *forms;  /* of char *, as papers print it, commonest first */
	GPtrArray *before; /* of char *: what it was, by the configuration */
	const struct mb_succession *after; /* what it became; NULL */
	GPtrArray *likely;                 /* of struct mb_likely */
	guint n_meetings;                  /* of known date, with items */
	guint32 from_ymd, to_ymd;          /* 0 unknown */
	struct mb_query *items;
};

/* All committees, by council and name: of struct mb_committee, which borrow
 * from @conf.  Transfer full. */
GPtrArray *mb_committees_list(struct mb_authority *authority,
                              const struct mb_conf *conf);

#endif
