#include "indexer/exempt.h"

#include <string.h>

#include "indexer/exempt-context.h"
#include "indexer/exempt-itself.h"
#include "indexer/exempt-name.h"
#include "indexer/exempt-phrases.h"
#include "indexer/exempt-words.h"
#include "indexer/private.h"

/* A marking stands in the header of a paper or report: within this many lines
 * of where it begins. */
#define HEADER_LINES 30
/* Words that make a paper exempt as a whole stand above all else. */
#define BANNER_LINES 12
/* A report has fewer appendices. */
#define MAX_APPENDICES 200
/* A label that ends as a sentence does is not longer: "Not for publication." */
#define LABEL_BYTES 40

/* --- a paper ------------------------------------------------------------- */

struct marker {
	const struct mb_lines *lines;
	const char *const *more;
	GHashTable
	    *said; /* struct mb_draft to what it says, says_of_others() */
};

/* The words that mark the lines [first, end) of what ends before line @last, or
 * NULL. */
static char *
find_marking(const struct marker *m, guint first, guint end, guint last,
             gboolean whole)
{
	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(m->lines, i);
		g_autofree char *words = NULL;

		if (whole && mb_exempt_is_section(line->text))
			continue;
		words = mb_exempt_at(m->lines, i, last, m->more);
		if (words && !mb_exempt_is_of_other(m->lines, first, i, last))
			return g_steal_pointer(&words);
	}
	return NULL;
}

/* A running header marks every page it stands on; the paper as a whole when
 * it stands on most. */
static char *
running_marking(const struct marker *m)
{
	g_autoptr(GHashTable) pages = g_hash_table_new(NULL, NULL);
	g_autofree char *words = NULL;

	for (guint i = 0; i < m->lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(m->lines, i);
		char *here;

		if (!line->furniture || !line->page_no ||
		    mb_exempt_is_section(line->text))
			continue;
		here = mb_exempt_marking(line->text, m->more);
		if (!here)
			continue;
		g_hash_table_add(pages, GUINT_TO_POINTER(line->page_no));
		g_free(words);
		words = here;
	}
	if (words && g_hash_table_size(pages) * 10 >= m->lines->n_pages * 6)
		return g_steal_pointer(&words);
	return NULL;
}

/* The words of the last line, when they are a label: "12.1 The report of March
 * was exempt." is none. */
static char *
last_marking(const struct marker *m, guint n)
{
	const char *text = n ? mb_lines_at(m->lines, n - 1)->text : "";

	if (!n || g_ascii_isdigit(*text) ||
	    (g_str_has_suffix(text, ".") && strlen(text) > LABEL_BYTES))
		return NULL;
	return find_marking(m, n - 1, n, n, FALSE);
}

static char *
paper_marking(const struct marker *m, const struct mb_meetings *meetings,
              const char *path, guint banner)
{
	const struct mb_part *first =
	    meetings->parts->len ? g_ptr_array_index(meetings->parts, 0) : NULL;
	guint n = m->lines->lines->len, end = MIN(n, banner);
	guint last = first ? MAX(end, first->end) : n;
	char *words = find_marking(m, 0, end, last, TRUE);

	if (!words && m->lines->title)
		words = mb_exempt_marking(m->lines->title, m->more);
	if (!words && path)
		words = mb_exempt_name(path);
	if (!words)
		words = running_marking(m);
	/* A paper that is one report is marked by that report's header, or by
	 * what stands below all of it. */
	if (words || !first || meetings->parts->len != 1 ||
	    !(first->kind == MB_PART_REPORT || first->kind == MB_PART_APPENDIX))
		return words;
	words = find_marking(m, 0, MIN(n, HEADER_LINES), n, FALSE);
	return words ? words : last_marking(m, n);
}

static gboolean
is_withheld_kind(enum mb_kind kind)
{
	return kind == MB_KIND_REPORT || kind == MB_KIND_APPENDIX;
}

/* A banner stands above the first item: "RESOLVED That the public be excluded"
 * in the first item of short minutes is none. */
static guint
banner_end(GPtrArray *drafts)
{
	guint end = BANNER_LINES;

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = g_ptr_array_index(drafts, i);

		if (!is_withheld_kind(draft->item->kind))
			end = MIN(end, draft->head);
	}
	return end;
}

static void
set_exempt(struct mb_item *item, const char *words)
{
	item->exempt = TRUE;
	g_free(item->exempt_words);
	item->exempt_words = g_strdup(words);
}

/* Nobody whom only a withheld part names may be known to the open ones. */
static void
withhold_part(const struct mb_meetings *meetings, const struct mb_draft *draft)
{
	for (guint i = 0; i < meetings->parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(meetings->parts, i);

		if (part == draft->part && !part->withheld)
			part->withheld = g_strdup(draft->item->exempt_words);
	}
}

static void
mark_report(const struct marker *m, struct mb_draft *draft)
{
	guint first = draft->head;
	guint end = MIN(draft->end, draft->body + HEADER_LINES);
	g_autofree char *words = NULL;

	/* The banner of a report stands above its title. */
	if (draft->part && draft->part->first < first)
		first = draft->part->first;
	words = draft->item->title
	            ? mb_exempt_marking(draft->item->title, m->more)
	            : NULL;
	if (!words)
		words =
		    find_marking(m, first, MAX(first, end), draft->end, FALSE);
	if (!words)
		words = mb_exempt_itself(m->lines, first, MAX(first, end),
		                         draft->end, m->more);
	if (words)
		set_exempt(draft->item, words);
}

/* The words of the section of an agenda that the entry at line @end stands in:
 * "PART II – EXEMPT ITEMS"; NULL when it is open. */
static const char *
section_of(const struct marker *m, const struct mb_part *agenda, guint end)
{
	const char *section = NULL;

	for (guint i = agenda->first; i < end; i++)
		section = mb_private_section(mb_lines_at(m->lines, i)->text,
		                             section, m->more);
	return section;
}

/* What an entry of the agenda says of the report that it announces: "8. Lease
 * of Quay 4 (Exempt)", or "Not for publication" below it. */
static char *
entry_marking(const struct marker *m, const struct mb_draft *entry)
{
	char *words = entry->item->title
	                  ? mb_exempt_marking(entry->item->title, m->more)
	                  : NULL;

	return words
	           ? words
	           : find_marking(m, entry->head, entry->end, entry->end, TRUE);
}

/* A report that the agenda has among its exempt items is withheld, although it
 * does not say so itself. */
static void
mark_by_agenda(const struct marker *m, GPtrArray *drafts,
               struct mb_draft *report)
{
	for (guint i = 0; i < drafts->len && report->item->number; i++) {
		const struct mb_draft *entry = g_ptr_array_index(drafts, i);
		g_autofree char *words = NULL;
		const char *section;

		if (entry->item->kind != MB_KIND_AGENDA ||
		    entry->head >= report->head || !entry->part ||
		    g_strcmp0(entry->item->number, report->item->number) != 0)
			continue;
		section = section_of(m, entry->part, entry->head);
		words = section ? g_strdup(section) : entry_marking(m, entry);
		if (words)
			set_exempt(report->item, words);
	}
}

/* What a report says of papers other than itself. */
struct saying {
	guint line;
	char *words; /* that mark it */
};

static void
saying_clear(gpointer data)
{
	g_free(((struct saying *)data)->words);
}

/* What the head of @report says of others is exempt: read once, since many
 * appendices may stand behind it. */
static const GArray *
says_of_others(const struct marker *m, const struct mb_draft *report)
{
	guint end = MIN(report->end, report->body + HEADER_LINES);
	guint first = report->head;
	GArray *all = g_hash_table_lookup(m->said, report);

	if (all)
		return all;
	all = g_array_new(FALSE, FALSE, sizeof(struct saying));
	g_array_set_clear_func(all, saying_clear);
	g_hash_table_insert(m->said, (gpointer)report, all);
	if (report->part && report->part->first < first)
		first = report->part->first;
	for (guint i = first; i < end; i++) {
		struct saying saying = {
			i, mb_exempt_at(m->lines, i, report->end, m->more)
		};

		if (saying.words &&
		    mb_exempt_is_of_other(m->lines, first, i, report->end))
			g_array_append_val(all, saying);
		else
			g_free(saying.words);
	}
	return all;
}

/* What the open @report says of the @appendix behind it: "Appendix A is
 * exempt".  NULL for nothing.  Transfer full. */
static char *
said_by_report(const struct marker *m, const struct mb_draft *report,
               const struct mb_draft *appendix)
{
	const GArray *all = says_of_others(m, report);

	for (guint i = 0; i < all->len; i++) {
		const struct saying *s = &g_array_index(all, struct saying, i);

		if (mb_exempt_names_appendix(
			mb_lines_at(m->lines, s->line)->text,
			appendix->item->title))
			return g_strdup(s->words);
	}
	return NULL;
}

/* The report that appendix @i stands behind is withheld: so is the appendix.
 * Or the report is open and says that the appendix is not. */
static void
mark_as_report(const struct marker *m, GPtrArray *drafts, guint i)
{
	const struct mb_draft *draft = g_ptr_array_index(drafts, i);
	g_autofree char *words = NULL;

	for (guint k = 0; k < MAX_APPENDICES && i-- > 0; k++) {
		const struct mb_draft *above = g_ptr_array_index(drafts, i);

		if (is_withheld_kind(above->item->kind) && !above->item->exempt)
			words = said_by_report(m, above, draft);
		else if (above->item->kind == MB_KIND_REPORT)
			words = g_strdup(above->item->exempt_words);
		if (words)
			set_exempt(draft->item, words);
		if (words || above->item->kind != MB_KIND_APPENDIX)
			return;
	}
}

static void
decide_report(const struct marker *m, GPtrArray *drafts, guint i)
{
	struct mb_draft *draft = g_ptr_array_index(drafts, i);

	mark_report(m, draft);
	if (!draft->item->exempt)
		mark_by_agenda(m, drafts, draft);
	if (!draft->item->exempt && draft->item->kind == MB_KIND_APPENDIX)
		mark_as_report(m, drafts, i);
}

gboolean
mb_exempt_mark(GPtrArray *drafts, const struct mb_lines *lines,
               const struct mb_meetings *meetings, const char *path,
               const struct mb_conf *conf)
{
	g_autoptr(GHashTable) said = g_hash_table_new_full(
	    NULL, NULL, NULL, (GDestroyNotify)g_array_unref);
	struct marker m = { .lines = lines,
		            .more = mb_conf_exempt_words(conf),
		            .said = said };
	enum mb_forced forced = mb_conf_forced(conf, path);
	g_autofree char *words = NULL;

	if (forced == MB_FORCED_EXEMPT)
		words = g_strdup("exempt by configuration");
	else if (forced == MB_FORCED_NOT)
		words = paper_marking(&m, meetings, path, banner_end(drafts));
	for (guint i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = g_ptr_array_index(drafts, i);

		if (words)
			set_exempt(draft->item, words);
		else if (forced == MB_FORCED_NOT && draft->part &&
		         draft->part->withheld)
			set_exempt(draft->item, draft->part->withheld);
		else if (is_withheld_kind(draft->item->kind) &&
		         forced == MB_FORCED_NOT)
			decide_report(&m, drafts, i);
		if (draft->item->exempt)
			withhold_part(meetings, draft);
	}
	mb_private_mark(drafts, lines, m.more);
	return words != NULL;
}
