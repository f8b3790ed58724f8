/* sitting: what one paper says of one meeting: which it is, what items of it
 * the paper holds, which earlier minutes it approves, who was there.
 * In: the indexer's findings (indexer/sittings.h).  Out: two lines of JSON that
 * the index remembers with the paper (shim/store.h), read again by whoever asks
 * about meetings, committees and people.
 *
 * A sitting is of one paper, so that a paper that comes or goes changes no
 * other's: whoever wants to know of a meeting adds up its sittings. */
#ifndef MB_BASE_SITTING_H
#define MB_BASE_SITTING_H

#include <glib.h>

#include "base/item.h"

G_BEGIN_DECLS

/* More of them than any meeting has: a paper that tells more is no paper, and
 * must not make an index slow. */
#define MB_SITTING_MAX_EARLIER 200
#define MB_SITTING_MAX_PEOPLE  2000

/* Where a meeting's date was found, best first. */
enum mb_date_source {
	MB_DATE_NONE,
	MB_DATE_TITLE,     /* title block of the part */
	MB_DATE_HEADER,    /* running header or footer */
	MB_DATE_METADATA,  /* the document's title */
	MB_DATE_NEIGHBOUR, /* taken over from the part before */
	MB_DATE_FILE_NAME,
};

enum mb_standing {
	MB_STANDING_MEMBER,  /* councillor */
	MB_STANDING_OFFICER, /* paid: of the council or a partner body */
	MB_STANDING_OTHER,   /* co-optee, parent governor, public */
};

enum mb_presence {
	MB_PRESENCE_UNKNOWN, /* the paper names them, in no list */
	MB_PRESENCE_PRESENT,
	MB_PRESENCE_APOLOGIES,
};

/* A person as the paper names them: each form of name and each post is one. */
struct mb_named {
	char *name; /* without title words; NULL when only the post is told */
	char *role; /* as printed; NULL when not told */
	enum mb_standing standing;
	enum mb_presence presence;
	gboolean chair; /* chairs the meeting */
	guint n_items;  /* items that tell this name with this post */
};

/* A meeting whose minutes the paper speaks of. */
struct mb_earlier {
	guint32 date_ymd;
	char *words; /* of the paper that say so; never NULL */
};

struct mb_sitting {
	char *council;   /* NULL unknown */
	char *committee; /* by the name that the configuration gives it; NULL */
	guint32 date_ymd; /* 0 unknown */
	enum mb_date_source date_source;
	guint n_items[MB_N_KINDS]; /* by enum mb_kind */
	GPtrArray *numbers; /* of char *: of minutes and decisions, in order */
	GPtrArray *earlier; /* of struct mb_earlier */
	GPtrArray *people;  /* of struct mb_named */
};

/* Transfer full; an empty one.  Strings are copied. */
struct mb_sitting *mb_sitting_new(const char *council, const char *committee,
                                  guint32 date_ymd);
void mb_sitting_free(struct mb_sitting *sitting);
typedef struct mb_sitting mb_sitting;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_sitting, mb_sitting_free)

/* Items of all kinds. */
guint mb_sitting_n_items(const struct mb_sitting *sitting);

/* Once for each date, and no more than MB_SITTING_MAX_EARLIER. */
void mb_sitting_add_earlier(struct mb_sitting *sitting, guint32 date_ymd,
                            const char *words);

/* The entry for this name and post, which is added when there is none yet;
 * NULL when there are MB_SITTING_MAX_PEOPLE.  Transfer none. */
struct mb_named *mb_sitting_name(struct mb_sitting *sitting, const char *name,
                                 const char *role, enum mb_standing standing);

/* Lines of JSON that sittings are written in. */
#define MB_SITTINGS_LINES 2

/* @sittings (of struct mb_sitting) as two lines of JSON, each ended by a
 * newline: all but the people, and the people.  They are apart because
 * whoever counts meetings need not read who was there.  Transfer full. */
char *mb_sittings_to_json(const GPtrArray *sittings);

/* Read what mb_sittings_to_json() wrote.
 *   json     NULL, or "": no sitting
 *   people   fill in the people too
 *   returns  (transfer full) of struct mb_sitting; NULL on error
 *   error    MB_ERROR_CORRUPT */
GPtrArray *mb_sittings_from_json(const char *json, gboolean people,
                                 GError **error);

/* "title", "header" …; never NULL.  Transfer none. */
const char *mb_date_source_name(enum mb_date_source source);
const char *mb_standing_name(enum mb_standing standing);
/* NULL when it is unknown. */
const char *mb_presence_name(enum mb_presence presence);

G_END_DECLS

#endif
