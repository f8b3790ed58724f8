#include "query/tie.h"

#include <string.h>

#include "base/date.h"
#include "query/plain.h"
#include "query/render.h"
#include "query/rows.h"

static const char *const kind_names[MB_N_TIES] = {
	[MB_TIE_MINUTES] = "minutes", [MB_TIE_REFERS] = "refers",
	[MB_TIE_CARRIES] = "carries", [MB_TIE_ORIGIN] = "origin",
	[MB_TIE_ACTION] = "action",   [MB_TIE_ANSWERS] = "answers",
	[MB_TIE_MEETING] = "meeting", [MB_TIE_TOPIC] = "topic",
};

static const char *const confidence_names[MB_N_CONFIDENCES] = {
	[MB_CONFIDENCE_POSSIBLE] = "possible",
	[MB_CONFIDENCE_LIKELY] = "likely",
	[MB_CONFIDENCE_CERTAIN] = "certain",
};

struct mb_tie *
mb_tie_new(enum mb_tie_kind kind, enum mb_confidence confidence,
           const struct mb_item *from, const struct mb_item *to,
           const char *reason, const char *quote)
{
	struct mb_tie *tie = g_new0(struct mb_tie, 1);

	tie->kind = kind;
	tie->confidence = confidence;
	tie->from = from;
	tie->to = to;
	tie->reason = reason;
	tie->quote = mb_plain_line(quote);
	tie->date_ymd = to != NULL ? to->date_ymd : 0;
	tie->number = to != NULL ? g_strdup(to->number) : NULL;
	tie->is_indexed = to != NULL;
	return tie;
}

struct mb_tie *
mb_tie_copy(const struct mb_tie *tie)
{
	struct mb_tie *copy;

	if (tie == NULL)
		return NULL;
	copy = g_memdup2(tie, sizeof(*tie));
	copy->from_part = g_strdup(tie->from_part);
	copy->to_part = g_strdup(tie->to_part);
	copy->number = g_strdup(tie->number);
	copy->quote = g_strdup(tie->quote);
	return copy;
}

void
mb_tie_free(struct mb_tie *tie)
{
	if (tie == NULL)
		return;
	g_free(tie->from_part);
	g_free(tie->to_part);
	g_free(tie->number);
	g_free(tie->quote);
	g_free(tie);
}

const char *
mb_tie_kind_name(enum mb_tie_kind kind)
{
	return kind_names[kind];
}

const char *
mb_confidence_name(enum mb_confidence confidence)
{
	return confidence_names[confidence];
}

gboolean
mb_confidence_from_name(const char *name, enum mb_confidence *confidence)
{
	*confidence = MB_CONFIDENCE_POSSIBLE;
	for (guint i = 0; i < MB_N_CONFIDENCES; i++) {
		if (strcmp(confidence_names[i], name) != 0)
			continue;
		*confidence = (enum mb_confidence)i;
		return TRUE;
	}
	return FALSE;
}

gboolean
mb_tie_equal(const struct mb_tie *a, const struct mb_tie *b)
{
	return a->kind == b->kind && a->from == b->from && a->to == b->to &&
	       g_strcmp0(a->from_part, b->from_part) == 0 &&
	       g_strcmp0(a->to_part, b->to_part) == 0 &&
	       (a->to != NULL || (a->date_ymd == b->date_ymd &&
	                          g_strcmp0(a->number, b->number) == 0));
}

json_t *
mb_tie_to_json(const struct mb_tie *tie)
{
	json_t *row = json_object();

	mb_row_text(row, "link", mb_tie_kind_name(tie->kind));
	mb_row_text(row, "confidence", mb_confidence_name(tie->confidence));
	mb_row_text(row, "from", tie->from->id);
	mb_row_text(row, "from_part", tie->from_part);
	mb_row_text(row, "to", tie->to != NULL ? tie->to->id : NULL);
	mb_row_text(row, "to_part", tie->to_part);
	mb_row_date(row, "date", tie->date_ymd);
	mb_row_text(row, "number", tie->number);
	mb_row_put(row, "indexed", json_boolean(tie->is_indexed));
	mb_row_text(row, "reason", tie->reason);
	mb_row_text(row, "quote", tie->quote);
	return row;
}

/* "minute 20(3)", "the meeting of": what is known of it without the item. */
static void
append_named(GString *out, const struct mb_tie *tie)
{
	g_autofree char *number = mb_plain_line(tie->number);

	if (number[0] != '\0')
		g_string_append_printf(out, "%s %s",
		                       tie->kind == MB_TIE_ACTION ||
		                               tie->kind == MB_TIE_ORIGIN
		                           ? "number"
		                           : "minute",
		                       number);
	else
		g_string_append(out, "meeting");
}

char *
mb_tie_target(const struct mb_tie *tie)
{
	GString *out = g_string_new(NULL);
	g_autofree char *date = mb_date_to_text(tie->date_ymd);

	if (tie->to != NULL) {
		g_autofree char *kind = mb_render_kind_number(tie->to);

		g_string_append(out, kind);
	} else {
		append_named(out, tie);
	}
	if (tie->to_part != NULL)
		g_string_append_printf(out, ", %s", tie->to_part);
	g_string_append_printf(out, ", %s", date);
	if (!tie->is_indexed)
		g_string_append(out, " (not in the index)");
	return g_string_free(out, FALSE);
}
