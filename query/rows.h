/* rows: values put into the JSON of a table's row (table.h).
 * In: what a command found.  Out: members of an object.  Called by the
 * commands that list. */
#ifndef MB_QUERY_ROWS_H
#define MB_QUERY_ROWS_H

#include <glib.h>
#include <jansson.h>

/* Takes @value over; lack of memory ends the program. */
void mb_row_put(json_t *row, const char *key, json_t *value);
/* NULL is null. */
void mb_row_text(json_t *row, const char *key, const char *text);
/* NULL and "" are null: an unknown name. */
void mb_row_name(json_t *row, const char *key, const char *name);
/* "2020-03-05"; 0 is null. */
void mb_row_date(json_t *row, const char *key, guint32 ymd);
/* Append @row, which is taken over, to @out as a line of JSON. */
void mb_row_line(GString *out, json_t *row);
/* An array of char *.  Transfer full. */
json_t *mb_row_texts(const GPtrArray *texts);

#endif
