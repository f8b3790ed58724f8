/* office-styles: what the styles of a document say, and take from each other.
 * In: what docx-styles.c and odt-styles.c read.  Out: styles by name, with what
 * they inherit.  Called by those two. */
#ifndef MB_INDEXER_OFFICE_STYLES_H
#define MB_INDEXER_OFFICE_STYLES_H

#include <glib.h>

struct mb_office_style {
	char *based_on; /* what holds where this says nothing; NULL */
	guint heading;  /* 1 to 6; 0 none */
	int bold;       /* 1 on, 0 off, -1 not said */
	int hidden;     /* the same */
	int num_id;     /* list of a Word document; -1 not said */
	int level;      /* in that list; -1 not said */
	char *list;     /* list style of OpenDocument; "" none; NULL not said */
};

/* An empty table of struct mb_office_style by name.  Transfer full. */
GHashTable *mb_office_styles_new(void);

/* A style of that name that says nothing yet, in place of an earlier one.
 *   name     (transfer full) may be NULL
 *   returns  (transfer none) NULL without a name, or when there are too many */
struct mb_office_style *mb_office_styles_add(GHashTable *styles, char *name);

/* Fill in what styles inherit, when all are read. */
void mb_office_styles_inherit(GHashTable *styles);

#endif
