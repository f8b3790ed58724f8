/* Rows of trackers that are one action, and the minutes that set them. */
#include <string.h>

#include "base/date.h"
#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"

/* An action without a number is known by so much of its text. */
#define TEXT_BYTES 80
/* A row is of a minute of this many days before. */
#define ORIGIN_DAYS 120
/* A row takes up what a minute asks for when they share this much. */
#define TAKEN_SHARE 0.8
#define TAKEN_WORDS 5
/* Two rows are one action when their words do. */
#define SAME_SHARE 0.9
/* Minutes that are looked at for the words of a row. */
#define MAX_MINUTES 5
/* Rows that are looked at for being the same action. */
#define MAX_ROWS 100
/* Words that they are found by. */
#define MAX_WORDS 12

/* --- one action ---------------------------------------------------------- */

/* "Feb23.03", "01.18.04": a number that is given once; "1", "3" are given anew
 * in each table. */
static gboolean
is_given_once(const char *key)
{
	guint n_marks = 0, n_letters = 0;

	for (const char *p = key; *p != '\0'; p++) {
		n_marks += strchr("./-", *p) != NULL ? 1 : 0;
		n_letters += g_ascii_isalpha(*p) ? 1 : 0;
	}
	return n_marks >= 2 || (n_marks >= 1 && n_letters >= 2);
}

/* "june23.02": a number that tells the month in which it was given. */
static gboolean
tells_month(const char *key)
{
	static const char *const months[] = {
		"jan", "feb", "mar", "apr", "may", "jun",
		"jul", "aug", "sep", "oct", "nov", "dec",
	};

	for (gsize i = 0; i < G_N_ELEMENTS(months); i++)
		if (g_str_has_prefix(key, months[i]))
			return TRUE;
	return FALSE;
}

/* What the action of a row is known by without a number: the beginning of its
 * text.  Transfer full. */
static char *
action_text(const struct mb_item *item)
{
	gsize n = strcspn(item->text, "\n");
	g_autofree char *line = g_strndup(item->text, MIN(n, TEXT_BYTES));
	g_autofree char *valid = g_utf8_make_valid(line, -1);

	return mb_key_topic(valid);
}

static struct mb_query *
any_of(struct mb_resolver *r, GHashTable *words)
{
	g_autoptr(GList) list =
	    g_list_sort(g_hash_table_get_keys(words), (GCompareFunc)strcmp);
	struct mb_query *query = mb_query_nothing();
	guint n = 0;

	for (GList *at = list; at != NULL && n++ < MAX_WORDS; at = at->next)
		query = mb_query_join(
		    MB_JOIN_OR, query,
		    mb_query_phrase(r->search, MB_FIELD_ANY, at->data), NULL);
	return query;
}

static gboolean
is_same_action(struct mb_resolver *r, const struct mb_item *a,
               const struct mb_item *b)
{
	const char *key = mb_resolver_key(r, a->number);
	g_autofree char *text = NULL;
	g_autofree char *other = NULL;
	GHashTable *words, *its;

	if (!mb_resolver_same_body(r, a, b))
		return FALSE;
	if (is_given_once(key))
		return strcmp(key, mb_resolver_key(r, b->number)) == 0;
	text = action_text(a);
	other = action_text(b);
	words = mb_resolver_line_words(r, a);
	its = mb_resolver_line_words(r, b);
	return mb_likeness_common(words, its) >= TAKEN_WORDS &&
	       (strcmp(text, other) == 0 ||
	        mb_likeness(words, its) >= SAME_SHARE);
}

static struct mb_query *
rows_like(struct mb_resolver *r, const struct mb_item *item)
{
	const char *key = mb_resolver_key(r, item->number);
	struct mb_query *query =
	    is_given_once(key) ? mb_query_text(r->search, MB_FIELD_NUMBER, key)
			       : any_of(r, mb_resolver_line_words(r, item));

	return mb_query_filter(query,
	                       mb_query_text(r->search, MB_FIELD_KIND_OF,
	                                     mb_kind_name(MB_KIND_ACTION)));
}

static gint
compare(gconstpointer a, gconstpointer b, gpointer r)
{
	return mb_resolver_compare(r, *(const struct mb_item *const *)a,
	                           *(const struct mb_item *const *)b);
}

/* The rows of @item's action, itself among them, oldest first. */
static GPtrArray *
rows_of(struct mb_resolver *r, const struct mb_item *item)
{
	g_autoptr(GPtrArray) found = NULL;
	GPtrArray *rows = g_ptr_array_new();

	found =
	    mb_resolver_ask(r, mb_resolver_within(r, rows_like(r, item), item),
	                    MB_SORT_OLDEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < found->len; i++) {
		const struct mb_item *one = g_ptr_array_index(found, i);

		if (one != item && is_same_action(r, item, one))
			g_ptr_array_add(rows, (gpointer)one);
	}
	g_ptr_array_add(rows, (gpointer)item);
	g_ptr_array_sort_with_data(rows, compare, r);
	return rows;
}

GPtrArray *
mb_resolve_action(struct mb_resolver *r, const struct mb_item *item,
                  GError **error)
{
	GPtrArray *rows = rows_of(r, item);

	if (r->error == NULL)
		return rows;
	g_ptr_array_unref(rows);
	g_propagate_error(error, g_steal_pointer(&r->error));
	return NULL;
}

static struct mb_tie *
tie_rows(const struct mb_item *later, const struct mb_item *earlier)
{
	g_autofree char *key = mb_key_number(later->number);
	gboolean numbered = is_given_once(key);
	g_autofree char *text =
	    numbered ? g_strdup(later->number) : action_text(later);

	return mb_tie_new(MB_TIE_ACTION,
	                  numbered ? MB_CONFIDENCE_CERTAIN
	                           : MB_CONFIDENCE_LIKELY,
	                  later, earlier,
	                  numbered ? "the same number in a table of actions"
	                           : "the same words in a table of actions",
	                  text);
}

/* --- where it was set ---------------------------------------------------- */

/* @text lives as long as the resolver. */
static gboolean
is_taken_from(struct mb_resolver *r, GHashTable *words, const char *text)
{
	GHashTable *its = mb_resolver_words(r, text);

	return mb_likeness(words, its) >= TAKEN_SHARE &&
	       mb_likeness_common(words, its) >= TAKEN_WORDS;
}

/* Where a minute asks for what a row takes up; NULL.  Transfer none.
 *   label  of the resolution, "" when it is none; transfer none */
static const char *
words_taken(struct mb_resolver *r, GHashTable *row,
            const struct mb_item *minute, const char **label)
{
	*label = "";
	for (guint i = 0; i < minute->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(minute->resolutions, i);

		if (!is_taken_from(r, row, resolution->text))
			continue;
		*label = resolution->label;
		return resolution->text;
	}
	for (guint i = 0; i < minute->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(minute->refs, i);
		const char *sentence;

		if (ref->dir != MB_REF_FORWARD)
			continue;
		sentence = mb_resolver_sentence(r, minute, ref);
		if (is_taken_from(r, row, sentence))
			return sentence;
	}
	return NULL;
}

/* Minutes of @row's committee up to its meeting that @query, taken over,
 * finds. */
static GPtrArray *
minutes_before(struct mb_resolver *r, const struct mb_item *row,
               struct mb_query *query, enum mb_sort sort, guint n_max)
{
	guint32 to = row->date_ymd;
	/* A row that tells of no earlier meeting, but has the number of a
	 * month, was set at this one. */
	guint32 from = tells_month(mb_resolver_key(r, row->number))
	                   ? to
	                   : mb_date_add_days(to, -ORIGIN_DAYS);

	query = mb_query_filter(query, mb_query_dates(from, to));
	query =
	    mb_query_filter(query, mb_query_text(r->search, MB_FIELD_KIND_OF,
	                                         mb_kind_name(MB_KIND_MINUTE)));
	return mb_resolver_ask(r, mb_resolver_within(r, query, row), sort,
	                       n_max);
}

static struct mb_tie *
by_heading(struct mb_resolver *r, const struct mb_item *row)
{
	const char *topic = mb_resolver_topic_key(r, row);
	g_autoptr(GPtrArray) items = NULL;

	if (mb_likeness_is_routine(topic) || strchr(topic, ' ') == NULL)
		return NULL;
	items = minutes_before(r, row, mb_query_topic(row->title),
	                       MB_SORT_NEWEST, MB_RESOLVE_MAX_ITEMS);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *one = g_ptr_array_index(items, i);

		if (mb_resolver_same_body(r, row, one))
			return mb_tie_new(
			    MB_TIE_ORIGIN, MB_CONFIDENCE_LIKELY, row, one,
			    "the last minute with that heading", row->title);
	}
	return NULL;
}

static struct mb_tie *
by_words(struct mb_resolver *r, const struct mb_item *row)
{
	GHashTable *words = mb_resolver_line_words(r, row);
	g_autoptr(GPtrArray) items = NULL;

	if (g_hash_table_size(words) < TAKEN_WORDS)
		return NULL;
	items = minutes_before(r, row, any_of(r, words), MB_SORT_RELEVANCE,
	                       MAX_MINUTES);
	for (guint i = 0; i < items->len; i++) {
		const struct mb_item *one = g_ptr_array_index(items, i);
		const char *label;
		const char *taken = mb_resolver_same_body(r, row, one)
		                        ? words_taken(r, words, one, &label)
		                        : NULL;
		struct mb_tie *tie;

		if (taken == NULL)
			continue;
		tie = mb_tie_new(MB_TIE_ORIGIN, MB_CONFIDENCE_LIKELY, row, one,
		                 "that minute asks for it in the same words",
		                 taken);
		/* A minute may set many actions, each a matter by itself. */
		if (*label != '\0')
			tie->to_part = g_strdup(label);
		return tie;
	}
	return NULL;
}

static gboolean
has_origin(const struct mb_item *row)
{
	for (guint i = 0; i < row->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(row->refs, i);

		if (ref->dir == MB_REF_BACK)
			return TRUE;
	}
	return FALSE;
}

/* A tie to the minute that set the action of a row which does not tell itself;
 * NULL. */
static struct mb_tie *
tie_minute(struct mb_resolver *r, const struct mb_item *row)
{
	struct mb_tie *tie;

	if (has_origin(row) || row->date_ymd % 100 == 0)
		return NULL;
	tie = by_heading(r, row);
	return tie != NULL ? tie : by_words(r, row);
}

const struct mb_item *
mb_resolver_minute_of(struct mb_resolver *r, const struct mb_item *row)
{
	g_autoptr(mb_tie) tie = tie_minute(r, row);

	return tie != NULL ? tie->to : NULL;
}

/* The rows of trackers that came with a minute or after it. */
static GPtrArray *
rows_after(struct mb_resolver *r, const struct mb_item *item)
{
	return mb_resolver_shelf(r, item, MB_SHELF_ROWS, item->date_ymd,
	                         mb_date_add_days(item->date_ymd, ORIGIN_DAYS));
}

const struct mb_item *
mb_resolver_row_of(struct mb_resolver *r, const struct mb_item *item,
                   const struct mb_ref *ref)
{
	const char *sentence = mb_resolver_sentence(r, item, ref);
	g_autoptr(GPtrArray) rows = NULL;

	if (item->date_ymd % 100 == 0)
		return NULL;
	rows = rows_after(r, item);
	for (guint i = 0; i < rows->len; i++) {
		const struct mb_item *row = g_ptr_array_index(rows, i);

		if (mb_resolver_same_body(r, item, row) &&
		    is_taken_from(r, mb_resolver_line_words(r, row), sentence))
			return row;
	}
	return NULL;
}

/* Whether a minute may have set a row, before others are looked at that may
 * have done so rather. */
static gboolean
may_set(struct mb_resolver *r, const struct mb_item *minute,
        const struct mb_item *row)
{
	const char *topic = mb_resolver_topic_key(r, minute);
	const char *label;

	if (!mb_resolver_same_body(r, minute, row))
		return FALSE;
	if (*topic != '\0' && strcmp(topic, mb_resolver_topic_key(r, row)) == 0)
		return TRUE;
	return words_taken(r, mb_resolver_line_words(r, row), minute, &label) !=
	       NULL;
}

/* The rows that a minute sets. */
static void
tie_rows_of(struct mb_resolver *r, const struct mb_item *item, GPtrArray *ties)
{
	g_autoptr(GPtrArray) rows = NULL;

	if (item->kind != MB_KIND_MINUTE || item->date_ymd % 100 == 0)
		return;
	rows = rows_after(r, item);
	for (guint i = 0; i < rows->len; i++) {
		struct mb_tie *tie = NULL;

		if (may_set(r, item, g_ptr_array_index(rows, i)))
			tie = tie_minute(r, g_ptr_array_index(rows, i));
		if (tie != NULL && tie->to == item)
			mb_resolver_add(ties, tie);
		else
			mb_tie_free(tie);
	}
}

void
mb_resolver_action(struct mb_resolver *r, const struct mb_item *item,
                   GPtrArray *ties)
{
	g_autoptr(GPtrArray) rows = NULL;

	if (item->kind != MB_KIND_ACTION) {
		tie_rows_of(r, item, ties);
		return;
	}
	rows = rows_of(r, item);
	for (guint i = 0; i + 1 < rows->len; i++)
		mb_resolver_add(ties, tie_rows(g_ptr_array_index(rows, i + 1),
		                               g_ptr_array_index(rows, i)));
	mb_resolver_add(ties, tie_minute(r, item));
}
