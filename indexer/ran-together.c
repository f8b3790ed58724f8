#include "config.h"

#include <string.h>

#include "base/date.h"
#include "indexer/attendance-label.h"
#include "indexer/lines.h"
#include "indexer/looks.h"
#include "indexer/phrases.h"
#include "indexer/ran-items.h"
#include "indexer/shaped.h"
#include "indexer/web-table.h"

/* Web pages and word processors lose line ends: one paragraph then holds the
 * end of one item and the beginning of the next, or a title and the list of
 * those present.
 *
 *	5. Election of Vice-Chairman It was proposed … 6. The Minutes of the
 *	meeting held on 02/03/15 were agreed as a true record.
 *
 *	MINUTES OF … 5 NOVEMBER 2015 PRESENT (6 Councillors): - Claire Cann
 *
 * Such lines are cut apart before anybody reads them. */

/* The title of minutes in one line stands inside one of the first. */
#define MAX_FIRST_LINES 8
/* A signature is told by so many bytes. */
#define MAX_SIGNATURE 40
/* An address stands so near behind the name of who is to be written to. */
#define MAX_CONTACT 80

/* Move the cuts inside line @i, as it was numbered before any was cut.  Those
 * of lines above were not wanted. */
static void
take_shaped(const GArray *shaped, guint *next, guint i, GArray *cuts)
{
	for (; shaped && *next < shaped->len; (*next)++) {
		const struct mb_shaped_place *p =
		    &g_array_index(shaped, struct mb_shaped_place, *next);

		if (p->line > i)
			break;
		if (p->line == i && cuts->len < MB_RAN_MAX_CUTS)
			g_array_append_val(cuts, p->at);
	}
}

/* --- the title ----------------------------------------------------------- */

/* How far behind "Minutes of" the date of the meeting stands. */
#define MAX_TITLE_BYTES 300

/* "… Marram Parish Council Minutes of a Meeting of …": the title of the minutes
 * inside the first @head bytes of the first long line of a page. */
static void
find_title(const struct mb_lines *lines, guint i, gsize head, GArray *cuts)
{
	static const char *const leads[] = { " Minutes ", " MINUTES " };
	g_autofree char *text = g_strndup(mb_lines_at(lines, i)->text, head);

	for (guint k = 0; k < G_N_ELEMENTS(leads); k++) {
		const char *p = strstr(text, leads[k]);
		g_autofree char *title =
		    p ? g_strndup(p, strnlen(p, MAX_TITLE_BYTES)) : NULL;
		gsize at = p ? (gsize)(p - text) + 1 : 0;
		struct mb_date_hit hit;

		if (!p || !mb_date_find(title, 0, &hit))
			continue;
		g_array_append_val(cuts, at);
		return;
	}
}

/* --- labels -------------------------------------------------------------- */

/* "PRESENT (6 Councillors): ", "PUBLIC PARTICIPATION" inside a paragraph that
 * is not in capitals: known words, and no others in capitals beside them. */
static gboolean
is_capital_heading(const char *text, const char *p)
{
	gsize n = mb_ran_capitals(p);
	g_autofree char *fold = NULL;

	if (n < 6 || (p - text > 1 && g_ascii_isupper(p[-2])))
		return FALSE;
	/* "1. APOLOGIES: None" is cut at its number. */
	if (p - text > 2 && p[-2] == '.' && g_ascii_isdigit(p[-3]))
		return FALSE;
	fold = g_ascii_strdown(p, (gssize)n);
	return mb_phrases_is(MB_PHRASES_ATTENDANCE, fold) ||
	       (mb_ran_after_sentence(text, p) && strchr(fold, ' ') &&
	        mb_phrases_is(MB_PHRASES_ITEM, fold));
}

/* "Clerk: - Sarah Thorpe" within a list of those present. */
static gboolean
is_label(const char *text, const char *p)
{
	const char *open = g_strrstr_len(text, p - text, "(");
	struct mb_roll_label label;

	/* Not "Councillors" of "PRESENT (6 Councillors):". */
	if ((open && !memchr(open, ')', (gsize)(p - open))) ||
	    !mb_roll_label_read(p, &label))
		return FALSE;
	return memchr(p, ':', label.end) != NULL;
}

/* "Chairman's Signature…………", and who is to be written to. */
static gboolean
is_signature(const char *p)
{
	g_autofree char *fold = NULL;
	g_autofree char *start = NULL;
	gsize n = strnlen(p, MAX_SIGNATURE);

	/* "Clerk: Sarah Thorpe Email: clerk@…" */
	if (g_str_has_prefix(p, "Clerk: ") ||
	    g_str_has_prefix(p, "Contact: ")) {
		start = g_strndup(p, MAX_CONTACT);
		return strchr(start, '@') || strstr(start, "Email") ||
		       strstr(start, "Telephone");
	}
	if (!strchr("CS", *p))
		return FALSE;
	while (((guchar)p[n] & 0xc0) == 0x80) /* not within a character */
		n--;
	start = g_strndup(p, n);
	fold = mb_looks_fold(start);
	n = mb_phrases_begin(MB_PHRASES_CLOSING, fold);
	n += strspn(fold + n, " .:");
	return n &&
	       (g_str_has_prefix(fold + n, "\342\200\246\342\200\246") ||
	        g_str_has_prefix(fold + n, "..") || fold[n - 1] == '.') &&
	       (strstr(fold, "....") ||
	        strstr(fold, "\342\200\246\342\200\246"));
}

/* Labels, headings in capitals and signatures inside line @i.  The first @head
 * bytes are the head of minutes, where small labels are looked for as they are
 * in a list of those present. */
static void
find_labels(const struct mb_lines *lines, guint i, gsize head, GArray *cuts)
{
	const char *text = mb_lines_at(lines, i)->text, *p = text;
	struct mb_roll_label label = { 0 };
	gboolean roll = mb_roll_label_read(text, &label);

	while ((p = strchr(p, ' ')) && cuts->len < MB_RAN_MAX_CUTS) {
		gsize at = (gsize)(++p - text);
		gboolean heading, signature;

		if (!g_ascii_isupper(*p))
			continue;
		heading = is_capital_heading(text, p);
		signature = !heading && is_signature(p);
		if (!heading && !signature &&
		    !((roll || at < head) && at >= label.end &&
		      is_label(text, p)))
			continue;
		roll |= heading;
		g_array_append_val(cuts, at);
		/* "ALSO PRESENT:" is not cut again. */
		p += heading ? mb_ran_capitals(p) : 0;
		if (signature)
			break;
	}
}

static gint
compare_cuts(gconstpointer a, gconstpointer b)
{
	const gsize *x = a, *y = b;

	return *x < *y ? -1 : *x > *y;
}

/* Put @cuts in order, each once. */
static void
sort_cuts(GArray *cuts)
{
	guint n = 0;

	g_array_sort(cuts, compare_cuts);
	for (guint k = 0; k < cuts->len; k++) {
		gsize at = g_array_index(cuts, gsize, k);

		if (!n || at > g_array_index(cuts, gsize, n - 1))
			g_array_index(cuts, gsize, n++) = at;
	}
	g_array_set_size(cuts, n);
}

/* The part of @line from @at to @end as a line of its own. */
static struct mb_line *
part_of(const struct mb_line *line, gsize at, gsize end)
{
	struct mb_line *part = g_memdup2(line, sizeof(*line));
	gsize start = CLAMP(line->bold_start, at, end) - at;

	part->text = g_strstrip(g_strndup(line->text + at, end - at));
	part->gap = TRUE;
	part->heading = 0;
	part->offset += at;
	part->bold_start = MIN(start, strlen(part->text));
	part->bold_end =
	    MIN(CLAMP(line->bold_end, at, end) - at, strlen(part->text));
	return part;
}

/* Put the parts of line @i behind it, as many as there are cuts; it keeps what
 * stands before the first.  Returns their number. */
static guint
cut(struct mb_lines *lines, guint i, const GArray *cuts)
{
	struct mb_line *line = mb_lines_at(lines, i);
	guint k;

	if (!cuts->len)
		return 0;
	for (k = cuts->len; k > 0; k--) {
		gsize at = g_array_index(cuts, gsize, k - 1);
		gsize end = k < cuts->len ? g_array_index(cuts, gsize, k)
		                          : strlen(line->text);

		g_ptr_array_insert(lines->lines, (gint)i + 1,
		                   part_of(line, at, end));
	}
	line->text[g_array_index(cuts, gsize, 0)] = '\0';
	g_strchomp(line->text);
	line->bold_start = MIN(line->bold_start, strlen(line->text));
	line->bold_end = MIN(line->bold_end, strlen(line->text));
	for (k = 0; k < lines->page_starts->len; k++)
		if (g_array_index(lines->page_starts, guint, k) > i)
			g_array_index(lines->page_starts, guint, k) +=
			    cuts->len;
	return cuts->len;
}

/* Where the parts of line @i begin, into @cuts; @shaped are the headings from
 * @next on of lines as they were counted, line @i being @line_no of them.
 * @first: nothing was cut yet. */
static void
find_cuts(const struct mb_lines *lines, guint i, guint line_no,
          const GArray *shaped, guint *next, gboolean first, GArray *cuts)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	gsize head;

	if (line->furniture || line->cells || line->heading)
		return;
	if (strlen(line->text) < MB_SHAPED_MIN_CHARS) {
		mb_ran_items_find(lines, i, cuts);
		return;
	}
	take_shaped(shaped, next, line_no, cuts);
	if (!cuts->len)
		mb_ran_items_find(lines, i, cuts);
	/* Else "Minutes of …" is an item among others. */
	head = first && cuts->len && i < MAX_FIRST_LINES
	           ? g_array_index(cuts, gsize, 0)
	           : 0;
	if (head)
		find_title(lines, i, head, cuts);
	find_labels(lines, i, head, cuts);
	sort_cuts(cuts);
}

void
mb_lines_cut_apart(struct mb_lines *lines)
{
	g_autoptr(GArray) cuts = g_array_new(FALSE, FALSE, sizeof(gsize));
	g_autoptr(GArray) shaped = mb_shaped_find(lines);
	gboolean in_table = FALSE;
	guint i, next = 0, before = 0, n;

	for (i = 0; i < lines->lines->len &&
	            lines->lines->len <= MB_LINES_MAX - MB_RAN_MAX_CUTS;
	     i += n + 1, before += n) {
		g_array_set_size(cuts, 0);
		if (!mb_web_table_read(&in_table, mb_lines_at(lines, i), cuts))
			find_cuts(lines, i, i - before, shaped, &next, !before,
			          cuts);
		n = cut(lines, i, cuts);
	}
}
