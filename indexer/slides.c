#include "config.h"

#include "indexer/slides.h"

#include <string.h>

#include "indexer/phrases.h"

/* How far above their first words the title of slides may begin. */
#define MAX_ABOVE 6

static const struct mb_look *
look_at(const struct mb_signs *s, guint i)
{
	return mb_looks_at(s->looks, i);
}

/* Business that closes a meeting: what follows its minute may be a report. */
gboolean
mb_slides_may_follow(const struct mb_look *look)
{
	static const char *const leads[] = { "any other",       "any urgent",
		                             "items of urgent", "urgent ",
		                             "date of next",    "date and time",
		                             "next meeting",    "closing",
		                             "close of",        "exclusion" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads) && look->n_words <= 20; i++)
		if (g_str_has_prefix(look->fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* "Overview", "The purpose of this report is to give an overview": no minutes
 * any more, but the first words of slides or of a report. */
gboolean
mb_slides_begin(const struct mb_signs *s, guint i)
{
	const struct mb_look *look = look_at(s, i);
	guint next = mb_looks_next(s->lines, i + 1, MIN(s->n, i + 4));

	return look->n_words <= 3 &&
	       (g_str_has_prefix(look->fold, "overview") ||
	        g_str_has_prefix(look->fold, "purpose") ||
	        g_str_has_prefix(look->fold, "introduction") ||
	        g_str_has_prefix(look->fold, "executive summary") ||
	        g_str_has_prefix(look->fold, "contents")) &&
	       next < MIN(s->n, i + 4) &&
	       (strstr(look_at(s, next)->fold, "this report") ||
	        strstr(look_at(s, next)->fold, "this presentation"));
}

/* The first line of what is no sentence above @i: the title of slides. */
guint
mb_slides_title(const struct mb_signs *s, guint i)
{
	guint k;

	for (k = 0; k < MAX_ABOVE && i > s->part->first + 1; k++, i--) {
		const struct mb_look *look = look_at(s, i - 1);

		if (look->n_words > 12 || look->sentence || !look->upper ||
		    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
		    mb_phrases_is(MB_PHRASES_CLOSING, look->fold))
			break;
	}
	return i;
}
