/* item: the item document, the one thing that the indexer writes, the index
 * stores and the query side shows.  One struct, one JSON form. */
#ifndef MB_BASE_ITEM_H
#define MB_BASE_ITEM_H

#include <glib.h>

G_BEGIN_DECLS

/* "format" of the JSON form; raised when a key changes its meaning. */
#define MB_ITEM_FORMAT 1

enum mb_kind {
	MB_KIND_MINUTE,
	MB_KIND_AGENDA,
	MB_KIND_REPORT,
	MB_KIND_APPENDIX,
	MB_KIND_ACTION,
	MB_KIND_DECISION,
	MB_KIND_QUESTION,
	MB_KIND_FRONT, /* no item: what a paper prints outside its items */
};
#define MB_N_KINDS 8

/* How a person was recognised in an item. */
enum mb_how {
	MB_HOW_NAME, /* only the name is printed in the item */
	MB_HOW_ROLE, /* only the role is printed in the item */
	MB_HOW_BOTH,
};

struct mb_person {
	char *name; /* as printed, without title words; NULL when not told */
	char *role; /* as printed; NULL when not told */
	enum mb_how how;
};

struct mb_resolution {
	char *label; /* "(1)", "a", "" when none is printed */
	char *text;
};

enum mb_ref_dir { MB_REF_BACK, MB_REF_FORWARD };

/* A link to another meeting or to an item of one. */
struct mb_ref {
	enum mb_ref_dir dir;
	guint32 date_ymd; /* 0 unknown, YYYYMM00 month only */
	char *number;     /* "20(3)"; NULL when none is printed */
	char *what;       /* a few words for people; never NULL */
};

/* What a row of an action tracker asks for. */
struct mb_action {
	char *owner;
	char *due;
	char *status;
	/* each NULL when not printed */
};

/* A later page that an item's text goes on on. */
struct mb_item_page {
	guint page_no;
	char *label; /* printed page label; NULL when none */
	guint at;    /* characters of the text that stand before it */
};

/* Where an item stands. */
struct mb_source {
	char *path;    /* of the paper */
	guint page_no; /* PDF page, 1-based; 0 for formats without pages */
	char *label;   /* printed page label; NULL when none */
	gboolean draft; /* minutes that the paper does not hold as confirmed */
	guint ocr; /* confidence, 1..100, of text read from a picture; 0 */
	GPtrArray *pages; /* of struct mb_item_page, upwards: of the paper that the
	                   * text was read from; NULL when it has one page */
};

/* All strings are UTF-8, owned by the item; arrays are never NULL. */
struct mb_item {
	char *id;    /* council/committee/YYYY-MM-DD/kind/number-or-title */
	char *paper; /* path of the paper it was read from */
	guint seq;   /* 0, 1, 2 … in paper order */
	enum mb_kind kind;
	char *number;             /* NULL when none */
	gboolean number_inferred; /* not printed: follows from its neighbours */
	char *title;              /* NULL when the item has no heading */
	guint32 date_ymd;         /* of the meeting it records or is for; 0 */
	char *committee;          /* NULL unknown */
	char *council;            /* NULL unknown */
	GPtrArray *officers;      /* of struct mb_person */
	GPtrArray *members;       /* of char *, "P Bradley" */
	GPtrArray *people_other;  /* of struct mb_person: co-optees, public */
	GPtrArray *authors;       /* of char * */
	GPtrArray *resolutions;   /* of struct mb_resolution */
	GPtrArray *refs;          /* of struct mb_ref */
	GPtrArray *actions;       /* of struct mb_action */
	GPtrArray *sources;       /* of struct mb_source, JSON key "papers" */
	gboolean exempt;
	gboolean private_business; /* a public record of exempt business */
	char *exempt_words;        /* words of the paper that decided; or NULL */
	char *text;                /* without the heading; never NULL, "" */
};

/* Transfer full; an item with empty arrays, text "" and paper "". */
struct mb_item *mb_item_new(void);
void mb_item_free(struct mb_item *item);
typedef struct mb_item mb_item;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_item, mb_item_free)

/* Add an entry; strings are copied, NULL where the struct allows it. */
void mb_item_add_officer(struct mb_item *item, const char *name,
                         const char *role, enum mb_how how);
void mb_item_add_other(struct mb_item *item, const char *name,
                       const char *role, enum mb_how how);
void mb_item_add_member(struct mb_item *item, const char *name);
void mb_item_add_author(struct mb_item *item, const char *name);
void mb_item_add_resolution(struct mb_item *item, const char *label,
                            const char *text);
void mb_item_add_ref(struct mb_item *item, enum mb_ref_dir dir,
                     guint32 date_ymd, const char *number, const char *what);
void mb_item_add_action(struct mb_item *item, const char *owner,
                        const char *due, const char *status);
void mb_item_add_source(struct mb_item *item, const char *path, guint page_no,
                        const char *label);
/* Say that from character @at on the text stands on @page_no of the paper, a
 * later page than any that was added. */
void mb_source_add_page(struct mb_source *source, guint page_no,
                        const char *label, guint at);

/* A hash of the item's first words (title and text, without capitals, accents
 * and marks), 8 hex digits: tells apart items whose ids clash, and two papers'
 * copies of one item from two items.  Of an item without a date, whose id says
 * little, it is of all words, and of one without text of its whole title.  Transfer full. */
char *mb_item_words_hash(const struct mb_item *item);

/* "minute", "agenda" …; never NULL.  Transfer none. */
const char *mb_kind_name(enum mb_kind kind);
/* FALSE when @name is no kind; @kind is then MB_KIND_MINUTE. */
gboolean mb_kind_from_name(const char *name, enum mb_kind *kind);
const char *mb_how_name(enum mb_how how);
const char *mb_ref_dir_name(enum mb_ref_dir dir);

/* The item as one JSON object on one line, without newline.  Keys in the order
 * of minutebook-item(5).  Transfer full. */
char *mb_item_to_json(const struct mb_item *item);

/* What they know of an item who print it. */
struct mb_item_print {
	const char *const *urls; /* where each source is published, or "" */
	const char *citation;    /* where it stands, for people */
	const char *snippet;     /* of a hit; NULL: the item is none */
	double score;            /* of a hit */
};

/* The same with "url" in each of its papers and with "citation", and for a hit
 * with "score" and "snippet".  Transfer full. */
char *mb_item_to_json_printed(const struct mb_item *item,
                              const struct mb_item_print *print);

/* Read what mb_item_to_json() wrote.
 *   json    n_bytes of UTF-8, need not be NUL-terminated
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_CORRUPT: not JSON, another format, a key of wrong type */
struct mb_item *mb_item_from_json(const char *json, gsize n_bytes,
                                  GError **error);

/* The item as it is kept and passed on: its JSON with an empty text, a newline,
 * and the text, most of it, which so takes no escaping and no parsing.  Transfer
 * full. */
GString *mb_item_to_record(const struct mb_item *item);

/* Read what mb_item_to_record() wrote.
 *   record  n_bytes
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_CORRUPT: as mb_item_from_json(); no text; no UTF-8 */
struct mb_item *mb_item_from_record(const char *record, gsize n_bytes,
                                    GError **error);

/* Transfer full. */
struct mb_item *mb_item_copy(const struct mb_item *item);

G_END_DECLS

#endif
