/* council-names: where the name of a council begins: "Bristol City Council",
 * not "Emergency Plan - West Burton Parish Council".
 * In: text, and where its word for a council stands.  Called by bodies.c and
 * councils.c. */
#ifndef MB_INDEXER_COUNCIL_NAMES_H
#define MB_INDEXER_COUNCIL_NAMES_H

#include <glib.h>

/* Where in @text the name begins whose word for a council is bytes [at, end);
 * @at when the words before it are of no name. */
gsize mb_council_name_start(const char *text, gsize at, gsize end);

#endif
