/* nameless: what met and has no word for a body in its name: a member who
 * decides alone, a committee called after its business, an assembly.
 * In: the title of a part as text, a newline between its lines, or a value of
 * its labels.  Out: names.
 * Called by who-met.c and report-meeting.c. */
#ifndef MB_INDEXER_NAMELESS_H
#define MB_INDEXER_NAMELESS_H

#include <glib.h>

/* "Decision Session - Executive Member for Transport", "Cabinet Member for
 * Housing" above a meeting; NULL.  Transfer full. */
char *mb_nameless_member(const char *text);

/* The post in "Councillor A Marl, Cabinet Member for Place"; NULL.  Transfer
 * full. */
char *mb_nameless_post(const char *value);

/* "Minutes of the Amenities and Leisure held on …", "Planning Minutes"; NULL.
 * Transfer full.
 *   council  named in a line of the title, below which it may stand alone, as
 *            it may at the top; NULL */
char *mb_nameless_business(const char *text, const char *council);

/* "ANNUAL TOWN MEETING"; NULL.  Transfer full. */
char *mb_nameless_assembly(const char *text);

#endif
