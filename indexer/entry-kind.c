#include "config.h"

#include "indexer/entry-kind.h"

#include <string.h>

/* "Minutes:", "Decision:", "Resolved:" above what the meeting made of an
 * entry. */
static gboolean
begins_outcome(const struct mb_look *look)
{
	return mb_looks_is_label(look) &&
	       !g_str_has_prefix(look->fold, "additional") &&
	       !g_str_has_prefix(look->fold, "dogfennau");
}

/* "Agendas, reports and minutes" above a page without labels, which may be made
 * of headings. */
static gboolean
has_no_labels(const struct mb_lines *lines, const struct mb_looks *looks,
              const struct mb_part *part)
{
	const char *title = mb_looks_at(looks, part->first)->fold;
	gboolean minutes =
	    strstr(title, "minutes") || strstr(title, "decision");

	for (guint i = part->first; i < part->end; i++)
		if (begins_outcome(mb_looks_at(looks, i)) ||
		    (mb_lines_at(lines, i)->heading && !minutes))
			return FALSE;
	return TRUE;
}

/* "None.", "RESOLVED to:", "The lights were looked at." */
static gboolean
is_told(const struct mb_look *look)
{
	static const char *const words[] = {
		" was ",    " were ",     " agreed ",     " noted ",
		"resolved", " approved ", " confirmed ",  " declared ",
		" had ",    " reported ", " considered ", " advised "
	};

	if (!strcmp(look->fold, "none") || !strcmp(look->fold, "none.") ||
	    g_str_has_prefix(look->fold, "resolved"))
		return TRUE;
	/* "To determine any matters that have been considered urgent." */
	if (g_str_has_prefix(look->fold, "to "))
		return FALSE;
	for (guint k = 0; k < G_N_ELEMENTS(words); k++)
		if (look->sentence && strstr(look->fold, words[k]))
			return TRUE;
	return FALSE;
}

/* A meeting page without labels, when it was made text: "An apology was
 * received from Councillor Orme" below "Apologies for absence" is a minute. */
static gboolean
told_in_past(const struct mb_lines *lines, const struct mb_looks *looks,
             const struct mb_part *part, guint first, guint end)
{
	if (!has_no_labels(lines, looks, part))
		return FALSE;
	for (guint i = first + 1; i < end; i++)
		if (is_told(mb_looks_at(looks, i)))
			return TRUE;
	return FALSE;
}

enum mb_kind
mb_entry_kind(const struct mb_lines *lines, const struct mb_looks *looks,
              const struct mb_part *part, guint first, guint end)
{
	guint i;

	if (part->kind == MB_PART_MINUTES)
		return MB_KIND_MINUTE;
	if (part->kind == MB_PART_DECISION)
		return MB_KIND_DECISION;
	if (part->kind != MB_PART_WEB)
		return MB_KIND_AGENDA;
	for (i = first + 1; i < end; i++) {
		const char *fold = mb_looks_at(looks, i)->fold;

		if (begins_outcome(mb_looks_at(looks, i)))
			return MB_KIND_MINUTE;
		if (mb_lines_at(lines, i)->heading &&
		    (g_str_has_prefix(fold, "minutes") ||
		     g_str_has_prefix(fold, "decision") ||
		     g_str_has_prefix(fold, "resolved")))
			return MB_KIND_MINUTE;
	}
	return told_in_past(lines, looks, part, first, end) ? MB_KIND_MINUTE
	                                                    : MB_KIND_AGENDA;
}
