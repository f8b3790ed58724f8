#include "config.h"

#include "indexer/withheld.h"

#include <string.h>

#include "indexer/closing.h"
#include "indexer/exempt-context.h"
#include "indexer/exempt-phrases.h"
#include "indexer/exempt-words.h"
#include "indexer/numbers.h"
#include "indexer/phrases.h"

/* A label has no more words, unless it begins as one. */
#define LABEL_WORDS 14

/* How far above a marking its paper's title may begin. */
#define MAX_ABOVE 8

/* How far a title runs on. */
#define MAX_HEAD 15

/* How far around a marking the numbers of entries and the headings of a report
 * are looked for. */
#define MAX_AROUND 60

/* A line of a paragraph has more bytes. */
#define FULL_BYTES 60

/* An entry of an agenda says in fewer words what it is about. */
#define ENTRY_WORDS 30

static const struct mb_look *
look_at(const struct mb_signs *s, guint i)
{
	return mb_looks_at(s->looks, i);
}

static const struct mb_line *
line_at(const struct mb_signs *s, guint i)
{
	return mb_lines_at(s->lines, i);
}

/* --- what a line is ------------------------------------------------------- */

static gboolean
stands_apart(const struct mb_signs *s, guint i)
{
	const struct mb_line *line = line_at(s, i);

	return i == 0 || look_at(s, i)->page_top || line->gap ||
	       line->page_no != line_at(s, i - 1)->page_no ||
	       line_at(s, i - 1)->furniture ||
	       line_at(s, i - 1)->kind == MB_LINE_RULE;
}

static gboolean
is_report_part(const struct mb_signs *s)
{
	return s->part && (s->part->kind == MB_PART_REPORT ||
	                   s->part->kind == MB_PART_APPENDIX);
}

/* A page that says nothing else, below the council's name perhaps. */
static gboolean
is_alone_on_page(const struct mb_signs *s, guint i)
{
	guint page_no = line_at(s, i)->page_no, first = i;

	if (!page_no || i + 1 >= s->n || line_at(s, i + 1)->page_no == page_no)
		return FALSE;
	while (first > 0 && line_at(s, first - 1)->page_no == page_no)
		first--;
	return mb_withheld_is_head(s, first, i);
}

gboolean
mb_withheld_is_divider(const struct mb_signs *s, guint i)
{
	const char *fold = look_at(s, i)->fold;

	if (is_alone_on_page(s, i))
		return TRUE;
	return is_report_part(s) && look_at(s, i)->page_top &&
	       (mb_exempt_is_section(line_at(s, i)->text) ||
	        mb_exempt_is_heading(fold) || g_str_has_prefix(fold, "part "));
}

/* "PART II", and below it no number of an entry but the head of a report. */
static gboolean
is_above_report(const struct mb_signs *s, guint i)
{
	guint next = mb_looks_next(s->lines, i + 1, s->n);
	struct mb_heading number;

	return next < s->n && mb_signs_of_report(s, i + 1) >= 2 &&
	       !mb_numbers_read(line_at(s, next)->text, &number) &&
	       !mb_numbers_read_nested(line_at(s, next)->text, &number);
}

static char *
marking_of(const struct mb_signs *s, guint i, const char *const *more)
{
	const struct mb_line *line = line_at(s, i);
	g_autofree char *words = NULL;

	if (line->kind == MB_LINE_RULE)
		return NULL;
	words = mb_exempt_marking(line->text, more);
	if (words &&
	    (mb_exempt_is_section(line->text) ||
	     mb_exempt_is_heading(look_at(s, i)->fold)) &&
	    !mb_withheld_is_divider(s, i) && !is_above_report(s, i))
		return NULL;
	if (words &&
	    (mb_exempt_is_answered_no(s->lines, i, s->n) ||
	     (s->part && i < s->part->first + MAX_AROUND &&
	      mb_exempt_is_of_other(s->lines, s->part->first, i, i + 1))))
		return NULL;
	return g_steal_pointer(&words);
}

char *
mb_withheld_label(const struct mb_signs *s, guint i, const char *const *more)
{
	const struct mb_look *look = look_at(s, i);

	if (line_at(s, i)->kind != MB_LINE_TEXT)
		return NULL;
	if ((look->sentence || look->n_words > LABEL_WORDS) && !look->caps &&
	    !mb_exempt_leads_label(look->fold))
		return NULL;
	return marking_of(s, i, more);
}

/* --- entries around a marking --------------------------------------------- */

/* Whether @next goes on from @number. */
static gboolean
follows(const struct mb_heading *number, const struct mb_heading *next)
{
	return next->value == number->value + 1 &&
	       next->series == number->series && next->mark == number->mark;
}

/* How the entries of a part are numbered: "34." or "21.46". */
typedef gsize number_reader(const char *text, struct mb_heading *number);

static number_reader *const readers[] = { mb_numbers_read,
	                                  mb_numbers_read_nested };

/* The last line above @i that one reader finds a number in, MB_NO_LINE when
 * there is none. */
static guint
numbered_above(const struct mb_signs *s, guint i, number_reader *read,
               struct mb_heading *number)
{
	guint floor = s->part ? s->part->first : 0;

	for (guint k = i; k > floor && k + MAX_AROUND > i; k--)
		if (!line_at(s, k - 1)->furniture &&
		    read(line_at(s, k - 1)->text, number))
			return k - 1;
	return MB_NO_LINE;
}

/* Where the entry that @number heads ends below @i: at the next of the
 * sequence. */
static guint
numbered_below(const struct mb_signs *s, guint i, number_reader *read,
               const struct mb_heading *number)
{
	guint end = MIN(s->n, i + MAX_AROUND);

	for (guint k = i + 1; k < end; k++) {
		struct mb_heading next;

		if (!line_at(s, k)->furniture &&
		    read(line_at(s, k)->text, &next) && follows(number, &next))
			return k;
	}
	return MB_NO_LINE;
}

/* The entry that line @i stands in, and in @end where it ends; MB_NO_LINE for
 * what there is not.  "2.3" is an entry only where none has a plain number. */
static guint
entry_around(const struct mb_signs *s, guint i, guint *end)
{
	struct mb_heading number;

	*end = MB_NO_LINE;
	for (guint k = 0; k < G_N_ELEMENTS(readers); k++) {
		guint entry = numbered_above(s, i, readers[k], &number);

		if (entry == MB_NO_LINE)
			continue;
		*end = numbered_below(s, i, readers[k], &number);
		return entry;
	}
	return MB_NO_LINE;
}

static gboolean
is_author(const char *fold)
{
	return g_str_has_prefix(fold, "report of ") ||
	       g_str_has_prefix(fold, "joint report of ") ||
	       g_str_has_prefix(fold, "report by ") ||
	       g_str_has_prefix(fold, "report to ");
}

/* A sentence that tells of something else than of publication. */
static gboolean
is_prose(const struct mb_signs *s, guint i)
{
	const char *text = line_at(s, i)->text;
	g_autofree char *words = NULL;

	if (!look_at(s, i)->sentence || line_at(s, i)->furniture)
		return FALSE;
	words = mb_exempt_marking(text, NULL);
	return words == NULL;
}

/* What stands in lines [first, end) as only a report has it. */
struct evidence {
	guint n_headings; /* "Purpose", "Recommendations" */
	guint n_words;    /* of its paragraphs */
	gboolean author;  /* "Report of the Clerk" */
	gboolean restart; /* its paragraphs count from 1 */
};

static struct evidence
look_below(const struct mb_signs *s, guint first, guint end)
{
	struct evidence e = { 0 };

	for (guint i = first; i < end; i++) {
		const struct mb_look *look = look_at(s, i);
		struct mb_heading number;

		if (line_at(s, i)->furniture)
			continue;
		if (mb_numbers_read(line_at(s, i)->text, &number) &&
		    number.value == 1)
			e.restart = TRUE;
		e.author = e.author || is_author(look->fold);
		if (mb_phrases_is(MB_PHRASES_REPORT, look->fold))
			e.n_headings++;
		/* "To consider the report of the Director." */
		else if (is_prose(s, i) && !is_author(look->fold) &&
		         !g_str_has_prefix(look->fold, "to "))
			e.n_words += look->n_words;
	}
	return e;
}

/* "3. Purchase of land", then the marking, then not the purpose of a report or
 * its paragraphs but "4. Date of next meeting". */
static gboolean
is_of_agenda(const struct mb_signs *s, guint i)
{
	guint end, entry = entry_around(s, i, &end);
	struct evidence e;

	if (end == MB_NO_LINE)
		end = MIN(s->n, i + MAX_AROUND);
	e = look_below(s, i + 1, end);
	return e.n_headings == 0 && e.n_words < (e.author ? 1 : ENTRY_WORDS) &&
	       !(entry != MB_NO_LINE && e.restart);
}

static gboolean
has_prose(const struct mb_signs *s, guint first, guint end)
{
	for (guint i = first; i < end; i++)
		if (look_at(s, i)->sentence && !line_at(s, i)->furniture)
			return TRUE;
	return FALSE;
}

/* "34. Lease of Quay 4", then the marking, then what was said and resolved; or
 * a marking above the next minute.  Behind the text of a minute it is neither.
 */
static gboolean
is_of_minutes(const struct mb_signs *s, guint i)
{
	guint end, entry = entry_around(s, i, &end);

	if (mb_signs_of_report(s, i + 1) >= 2)
		return FALSE;
	if (entry == MB_NO_LINE)
		return !has_prose(s, s->part->first, i);
	if (end != MB_NO_LINE && mb_looks_next(s->lines, i + 1, s->n) == end)
		return TRUE;
	return !has_prose(s, entry, i);
}

/* --- within another report ------------------------------------------------ */

gboolean
mb_withheld_names_report(const struct mb_signs *s, guint i)
{
	guint first = mb_withheld_title(s, i), end = MIN(s->n, i + MAX_ABOVE);

	for (; first < end; first++) {
		const char *fold = look_at(s, first)->fold;
		g_autofree char *number = mb_signs_item_header(fold);

		if (number || is_author(fold) ||
		    g_str_has_prefix(fold, "append") ||
		    g_str_has_prefix(fold, "annex"))
			return TRUE;
	}
	return FALSE;
}

/* "Appendix 2 – EXEMPT" between others in the list of a report's appendices. */
static gboolean
is_listed(const struct mb_signs *s, guint i)
{
	guint next = mb_looks_next(s->lines, i + 1, s->n);
	const char *fold = look_at(s, i)->fold;

	if (line_at(s, i)->kind != MB_LINE_TEXT)
		return TRUE;
	if (!g_str_has_prefix(fold, "append") &&
	    !g_str_has_prefix(fold, "annex"))
		return FALSE;
	if (look_at(s, i)->page_top)
		return FALSE;
	return next >= s->n ||
	       g_str_has_prefix(look_at(s, next)->fold, "append") ||
	       g_str_has_prefix(look_at(s, next)->fold, "annex") ||
	       g_str_has_prefix(look_at(s, next)->fold, "background");
}

/* --- the whole ------------------------------------------------------------ */

/* A remark in brackets belongs to what it stands behind. */
static gboolean
is_remark(const struct mb_signs *s, guint i)
{
	return !look_at(s, i)->page_top &&
	       strchr("([*", *look_at(s, i)->fold) != NULL &&
	       mb_signs_of_report(s, i + 1) < 2;
}

static gboolean
is_of_part(const struct mb_signs *s, guint i, gboolean closed)
{
	switch (s->part ? s->part->kind : MB_PART_FRONT) {
	case MB_PART_AGENDA:
	case MB_PART_WEB:
		return !closed && is_of_agenda(s, i);
	case MB_PART_MINUTES:
		return !closed && is_of_minutes(s, i);
	/* What a decision notice says of its own papers has the labels of a
	 * report. */
	case MB_PART_DECISION:
		return !look_at(s, i)->page_top;
	case MB_PART_REPORT:
	case MB_PART_APPENDIX:
		return is_listed(s, i);
	case MB_PART_FRONT:
	case MB_PART_ACTIONS:
	case MB_PART_QUESTIONS:
		return FALSE;
	}
	g_assert_not_reached();
}

/* "12.", and "Closed Session" in the next line: the title of an entry. */
static gboolean
is_numbered_above(const struct mb_signs *s, guint i)
{
	struct mb_heading number;
	const char *text;
	gsize n;

	if (i == 0 || look_at(s, i)->page_top)
		return FALSE;
	text = line_at(s, i - 1)->text;
	n = mb_numbers_read(text, &number);
	return n > 0 && text[n + strspn(text + n, " .)")] == '\0';
}

/* The line above is not full, and the one below does not go on from this one:
 * "closed to the public as authorized by", "Section 239(3.1) of …". */
static gboolean
is_line_of_its_own(const struct mb_signs *s, guint i)
{
	return i > 0 && strlen(line_at(s, i - 1)->text) < FULL_BYTES &&
	       strlen(line_at(s, i)->text) < FULL_BYTES &&
	       !(i + 1 < s->n && g_ascii_islower(*line_at(s, i + 1)->text));
}

char *
mb_withheld_begins(const struct mb_signs *s, guint i, gboolean closed,
                   const char *const *more)
{
	/* Reports may stand below an agenda whose entries they go on from. */
	gboolean agenda = s->part && s->part->kind == MB_PART_AGENDA;
	struct mb_heading number;
	g_autofree char *words = NULL;

	if (stands_apart(s, i) || (agenda && is_line_of_its_own(s, i)))
		words = mb_withheld_label(s, i, more);
	if (!words || is_remark(s, i) ||
	    (is_numbered_above(s, i) && !(agenda && !is_of_agenda(s, i))) ||
	    mb_numbers_read(line_at(s, i)->text, &number) ||
	    mb_numbers_read_nested(line_at(s, i)->text, &number) ||
	    is_of_part(s, i, closed))
		return NULL;
	return g_steal_pointer(&words);
}

/* "EXEMPT" alone as the last line of a page is its footer, also when it stands
 * on too few pages to be told as furniture. */
static gboolean
is_footer(const struct mb_signs *s, guint i)
{
	const struct mb_look *look = look_at(s, i);
	guint page_no = line_at(s, i)->page_no;

	return look->caps && look->n_words <= 4 && !is_alone_on_page(s, i) &&
	       (i + 1 == s->n || line_at(s, i + 1)->page_no != page_no);
}

char *
mb_withheld_page(const struct mb_signs *s, guint i, const char *const *more)
{
	guint page_no = line_at(s, i)->page_no;

	if (!page_no || (i > 0 && line_at(s, i - 1)->page_no == page_no))
		return NULL;
	for (; i < s->n && line_at(s, i)->page_no == page_no; i++) {
		char *words = NULL;

		if (line_at(s, i)->furniture || is_footer(s, i))
			words = marking_of(s, i, more);
		if (words)
			return words;
	}
	return NULL;
}

guint
mb_withheld_title(const struct mb_signs *s, guint i)
{
	guint floor = s->part ? s->part->first + 1 : 0;
	guint page_no = line_at(s, i)->page_no;

	for (guint k = 0; k < MAX_ABOVE && i > floor; k++, i--) {
		const struct mb_look *look = look_at(s, i - 1);
		struct mb_heading number;

		if (line_at(s, i - 1)->page_no != page_no || look->sentence ||
		    look->n_words > 20 ||
		    line_at(s, i - 1)->kind != MB_LINE_TEXT ||
		    mb_closing_is_signed(line_at(s, i - 1)) ||
		    mb_phrases_begin(MB_PHRASES_CLOSING, look->fold) ||
		    mb_numbers_read(line_at(s, i - 1)->text, &number))
			break;
	}
	return i;
}

/* "Agenda Item No. 3" is of a title, and no number of an entry. */
static gboolean
is_stamp(const struct mb_signs *s, guint i)
{
	g_autofree char *number = mb_signs_item_header(look_at(s, i)->fold);

	return number != NULL;
}

gboolean
mb_withheld_is_head(const struct mb_signs *s, guint first, guint i)
{
	guint page_no = line_at(s, first)->page_no;

	if (i >= first + MAX_HEAD || line_at(s, i)->page_no != page_no)
		return FALSE;
	for (; first < i; first++) {
		struct mb_heading number;

		if (is_prose(s, first) ||
		    (!is_stamp(s, first) &&
		     mb_numbers_read(line_at(s, first)->text, &number)))
			return FALSE;
	}
	return TRUE;
}
