/* A matter as a graph in the language of Graphviz. */
#include "base/date.h"
#include "query/plain.h"
#include "query/trace.h"

/* Text between the quotes of DOT, where a backslash escapes. */
static void
append_quoted(GString *out, const char *text)
{
	g_autofree char *plain = mb_plain_line(text);

	for (const char *p = plain; *p != '\0'; p++) {
		if (*p == '"' || *p == '\\')
			g_string_append_c(out, '\\');
		g_string_append_c(out, *p);
	}
}

static void
append_node(GString *out, const struct mb_item *item)
{
	g_autofree char *date = mb_date_to_text(item->date_ymd);
	g_autofree char *kind = mb_render_kind_number(item);
	g_autofree char *name = mb_render_name(item);

	g_string_append(out, "\t\"");
	append_quoted(out, item->id);
	g_string_append(out, "\" [label=\"");
	append_quoted(out, date);
	g_string_append(out, "\\n");
	append_quoted(out, kind);
	g_string_append(out, "\\n");
	append_quoted(out, name);
	g_string_append(out, "\"];\n");
}

static const char *
style(enum mb_confidence confidence)
{
	switch (confidence) {
	case MB_CONFIDENCE_CERTAIN:
		return "solid";
	case MB_CONFIDENCE_LIKELY:
		return "dashed";
	case MB_CONFIDENCE_POSSIBLE:
		return "dotted";
	}
	g_assert_not_reached();
}

/* What is known of without its paper gets a node of its own, drawn broken. */
static void
append_edge(GString *out, const struct mb_tie *tie)
{
	g_autofree char *target = mb_tie_target(tie);

	if (tie->to == NULL) {
		g_string_append(out, "\t\"");
		append_quoted(out, target);
		g_string_append(out, "\" [style=dashed];\n");
	}
	g_string_append(out, "\t\"");
	append_quoted(out, tie->from->id);
	g_string_append(out, "\" -> \"");
	append_quoted(out, tie->to != NULL ? tie->to->id : target);
	g_string_append_printf(out, "\" [label=\"%s\", style=%s, tooltip=\"",
	                       mb_tie_kind_name(tie->kind),
	                       style(tie->confidence));
	append_quoted(out, tie->quote);
	g_string_append(out, "\"];\n");
}

void
mb_trace_dot(GString *out, const GPtrArray *matters)
{
	g_string_append(out, "digraph matter {\n"
	                     "\trankdir=BT;\n"
	                     "\tnode [shape=box, fontname=\"sans-serif\"];\n"
	                     "\tedge [fontname=\"sans-serif\"];\n");
	for (guint m = 0; m < matters->len; m++) {
		const struct mb_matter *matter = g_ptr_array_index(matters, m);

		for (guint i = 0; i < matter->items->len; i++)
			append_node(out, g_ptr_array_index(matter->items, i));
		for (guint i = 0; i < matter->ties->len; i++)
			append_edge(out, g_ptr_array_index(matter->ties, i));
	}
	g_string_append(out, "}\n");
}
