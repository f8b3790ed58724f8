/* odt-styles: what the styles of an OpenDocument text say.
 * In: styles.xml and content.xml.  Out: headings, bold, lists by name.
 * Called by odt-body.c and read-odt.c. */
#ifndef MB_INDEXER_ODT_STYLES_H
#define MB_INDEXER_ODT_STYLES_H

#include <glib.h>

#include "indexer/list-numbers.h"
#include "indexer/office-styles.h"

/* Style families, each with names of its own. */
enum mb_odt_family {
	MB_ODT_PARAGRAPH,
	MB_ODT_SPAN,
	MB_ODT_OTHER,
};

struct mb_odt_styles {
	GHashTable *families[MB_ODT_OTHER]; /* of mb_office_style, by name */
	GHashTable *lists; /* of arrays of struct mb_list_level, by name */
	struct mb_list_level outline[MB_LIST_LEVELS]; /* of headings */
};

struct mb_odt_styles *mb_odt_styles_new(void);
void mb_odt_styles_free(struct mb_odt_styles *styles);

/* Add the styles of a part; of damaged XML those before the damage. */
void mb_odt_styles_read(struct mb_odt_styles *styles, GBytes *part);

/* Fill in what styles inherit, when all are read. */
void mb_odt_styles_inherit(struct mb_odt_styles *styles);

/* The style of that name, which may be NULL; NULL for none.  Transfer none. */
const struct mb_office_style *
mb_odt_styles_find(const struct mb_odt_styles *styles,
                   enum mb_odt_family family, const char *name);

#endif
