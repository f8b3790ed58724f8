/* fields: the one table of what can be asked for.
 * Read by the shim (which terms and values an item gets), by query/ask.c
 * (which fields a question may name), by --help, `minutebook fields`, the
 * manual page and the search form. */
#ifndef MB_SHIM_FIELDS_H
#define MB_SHIM_FIELDS_H

#include <stdbool.h>

#include <glib.h>

G_BEGIN_DECLS

/* How a field's text becomes terms, and so how it can be asked for. */
enum mb_field_kind {
	MB_FIELD_TEXT, /* words with positions, stemmed: word, "phrase", wild*
	                */
	MB_FIELD_NAME, /* words with positions, not stemmed: names of people */
	MB_FIELD_BODY, /* one whole term, as printed, whose words are looked for
	                * in the list of all such terms: committees */
	MB_FIELD_EXACT, /* one whole term, folded: kind, number, id */
	MB_FIELD_DATE,  /* a value: ranges */
	MB_FIELD_LINK,  /* an id, for the items that are linked with its item:
	                 * no term, query/resolve.h finds them when asked */
};

enum mb_field_id {
	MB_FIELD_ANY, /* the item's own words, title included: no field named */
	MB_FIELD_TITLE,
	MB_FIELD_DATE_OF, /* date: */
	MB_FIELD_YEAR,
	MB_FIELD_COMMITTEE,
	MB_FIELD_COUNCIL,
	MB_FIELD_OFFICER,
	MB_FIELD_MEMBER,
	MB_FIELD_ROLE,
	MB_FIELD_AUTHOR,
	MB_FIELD_RESOLVED,
	MB_FIELD_ACTION,
	MB_FIELD_KIND_OF, /* kind: */
	MB_FIELD_NUMBER,
	MB_FIELD_ID,
	MB_FIELD_PAPER,
	MB_FIELD_PAGE,
	MB_FIELD_IS,
	MB_FIELD_CITES,
	MB_FIELD_CITED_BY,
	MB_FIELD_FRONT, /* front: words that stand in no item */
};
#define MB_N_FIELDS 21

/* Value slots.  The two orders are the date and the place in the paper made
 * into one string each, so that Xapian can sort by a single value, which it
 * can do over remote databases too. */
enum mb_slot {
	MB_SLOT_DATE,   /* YYYYMMDD */
	MB_SLOT_NEWEST, /* rises from the newest item to the oldest */
	MB_SLOT_OLDEST, /* rises from the oldest to the newest */
	MB_SLOT_RECORD, /* of an item or a paper (record.h) */
};
#define MB_N_SLOTS 4

/* Prefixes of terms that no field asks for by name: the type of a document
 * ("item", "paper", "index") and the months of date:. */
#define MB_PREFIX_TYPE  "T"
#define MB_PREFIX_MONTH "M"
/* Who is in an item: side, council and name whole, so that a person's items can
 * be counted without reading them.  Omega parts a prefix from what may begin
 * with a capital by a colon. */
#define MB_PREFIX_PERSON "XW:"
/* A post that an item prints or means, by council, and who holds it there;
 * nobody, when the paper does not tell. */
#define MB_PREFIX_POST "XP:"
/* Of which council's committee an item is, both names whole. */
#define MB_PREFIX_BODY "XB:"
/* Who is named by a paper, and for which meetings: namings.cc. */
#define MB_PREFIX_NAMING "XE:"
/* What the words of an item point to: date and number, each of which may be
 * missing; and MB_LINK_AHEAD when they ask for something at a later meeting. */
#define MB_PREFIX_LINK "XL:"
#define MB_LINK_AHEAD  "ahead"
/* What an item's heading is about (keys.h), whole. */
#define MB_PREFIX_TOPIC "XT:"
/* What a short form stands for, and what has a short form, as an item's text
 * teaches it: "XK:mash/multi agency safeguarding hub" and the other way. */
#define MB_PREFIX_ACRONYM "XK:"
/* A stem, a colon, and a word that has it. */
#define MB_PREFIX_STEM "Z"

struct mb_field {
	enum mb_field_id id;
	const char *name;   /* as typed before the colon; "" for MB_FIELD_ANY */
	const char *prefix; /* of its terms in Xapian; "" for MB_FIELD_ANY and
	                     * for links, which have none */
	enum mb_field_kind kind;
	bool no_positions;   /* its words are words of the text, which knows
	                      * where they stand */
	const char *meaning; /* one line for people */
	const char *example; /* a question that uses it */
};

/* All MB_N_FIELDS of them, indexed by enum mb_field_id.  Transfer none. */
const struct mb_field *mb_fields(void);

/* NULL when there is no such field.  Transfer none. */
const struct mb_field *mb_field_by_name(const char *name);

/* The field whose name is nearest to a misspelt one; NULL when none is near.
 * Transfer none. */
const struct mb_field *mb_field_suggest(const char *name);

G_END_DECLS

#endif
