#include "indexer/office-styles.h"

/* A style may be based on one that is based on another, so deep. */
#define INHERIT_MAX 16u

#define MAX_STYLES 20000u

static void
style_free(gpointer data)
{
	struct mb_office_style *style = data;

	g_free(style->based_on);
	g_free(style->list);
	g_free(style);
}

GHashTable *
mb_office_styles_new(void)
{
	return g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                             style_free);
}

struct mb_office_style *
mb_office_styles_add(GHashTable *styles, char *name)
{
	struct mb_office_style *style;

	if (name == NULL || g_hash_table_size(styles) >= MAX_STYLES) {
		g_free(name);
		return NULL;
	}
	style = g_new0(struct mb_office_style, 1);
	style->bold = -1;
	style->hidden = -1;
	style->num_id = -1;
	style->level = -1;
	g_hash_table_replace(styles, name, style);
	return style;
}

/* Take from @base what @style does not say itself. */
static void
take_from(struct mb_office_style *style, const struct mb_office_style *base)
{
	if (style->heading == 0)
		style->heading = base->heading;
	if (style->bold < 0)
		style->bold = base->bold;
	if (style->hidden < 0)
		style->hidden = base->hidden;
	if (style->num_id < 0)
		style->num_id = base->num_id;
	if (style->level < 0)
		style->level = base->level;
	if (style->list == NULL)
		style->list = g_strdup(base->list);
}

void
mb_office_styles_inherit(GHashTable *styles)
{
	GHashTableIter iter;
	gpointer style;

	g_hash_table_iter_init(&iter, styles);
	while (g_hash_table_iter_next(&iter, NULL, &style)) {
		const struct mb_office_style *base = style;

		for (guint i = 0; i < INHERIT_MAX && base->based_on; i++) {
			base = g_hash_table_lookup(styles, base->based_on);
			if (base == NULL)
				break;
			take_from(style, base);
		}
	}
}
