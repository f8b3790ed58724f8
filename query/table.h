/* table: rows printed as people or as programs want them.
 * In: columns, and each row as a JSON object.  Out: text in columns, CSV or
 * JSON Lines, appended to a GString.  Called by the commands that list. */
#ifndef MB_QUERY_TABLE_H
#define MB_QUERY_TABLE_H

#include <glib.h>
#include <jansson.h>

struct mb_column {
	const char *key;     /* in the row's object, and the name in CSV */
	const char *heading; /* in text; NULL: only programs get it */
};

struct mb_table;

/* @columns are ended by a NULL key, and must outlive the table.  Transfer
 * full. */
struct mb_table *mb_table_new(const struct mb_column *columns);
void mb_table_free(struct mb_table *table);
typedef struct mb_table mb_table;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_table, mb_table_free)

/* Add a row, which is taken over.  Keys that no column has are for JSON
 * alone. */
void mb_table_add(struct mb_table *table, json_t *row);
/* Put @text on a line of its own over the rows that follow, which are set in
 * then: for mb_table_text() alone. */
void mb_table_add_title(struct mb_table *table, const char *text);
guint mb_table_n_rows(const struct mb_table *table);

/* "format" of each row's JSON; raised when a key changes its meaning. */
#define MB_ROW_FORMAT 1

/* The rows as text: headings, then columns as wide as their widest cell; as
 * CSV (RFC 4180); as JSON, one object a line, which begins with its "format";
 * or their ids (key "id"), each ended by @end, and that of rows
 * that follow one another once.  In text and CSV a list is its
 * entries with "; " between them, and an object its first value with what else
 * it has in brackets: "Cabinet (present 3, from 2019-05-02)". */
void mb_table_text(const struct mb_table *table, GString *out);
void mb_table_csv(const struct mb_table *table, GString *out);
void mb_table_jsonl(const struct mb_table *table, GString *out);
void mb_table_html(const struct mb_table *table, GString *out);
void mb_table_ids(const struct mb_table *table, char end, GString *out);

#endif
