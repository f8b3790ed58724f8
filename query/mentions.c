#include "query/mentions.h"

#include <string.h>

#include "query/plain.h"
#include "query/sentence.h"
#include "shim/words.h"

/* Where an officer stands in a text, by name or by post. */
struct span {
	gsize start;
	gsize end;
	const struct mb_person *person;
};

static void
mention_free(gpointer data)
{
	struct mb_mention *mention = data;

	g_free(mention->before);
	g_free(mention->match);
	g_free(mention->after);
	g_ptr_array_unref(mention->who);
	g_free(mention);
}

/* --- who ----------------------------------------------------------------- */

static GPtrArray *
cut(const char *text)
{
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(mb_words) at = mb_words_new(text != NULL ? text : "", -1);
	struct mb_word word;

	while (mb_words_next(at, &word))
		g_ptr_array_add(words, g_strdup(word.folded));
	return words;
}

/* Words of the text with their places. */
struct place {
	char *folded;
	gsize start;
	gsize end;
};

static void
place_clear(gpointer data)
{
	g_free(((struct place *)data)->folded);
}

static GArray *
cut_places(const char *text)
{
	GArray *places = g_array_new(FALSE, FALSE, sizeof(struct place));
	g_autoptr(mb_words) at = mb_words_new(text, -1);
	struct mb_word word;

	g_array_set_clear_func(places, place_clear);
	while (mb_words_next(at, &word)) {
		struct place place = { g_strdup(word.folded), word.start,
			               word.end };

		g_array_append_val(places, place);
	}
	return places;
}

static const struct place *
place_at(const GArray *places, guint i)
{
	return &g_array_index(places, struct place, i);
}

/* Words that one councillor's name may have before the surname: "Cllr. Mrs. J.
 * A. Davies". */
#define MAX_FORENAMES 3
/* Words of a list of councillors before the last name. */
#define MAX_LISTED 60

static gboolean
is_one_of(const struct place *place, const char *const *words)
{
	return g_strv_contains(words, place->folded);
}

/* Whether only marks of @allowed and spaces stand between two words.  A stop
 * may stand after an initial or a title too: "Mrs. J. Davies". */
static gboolean
goes_on(const char *text, const struct place *left, const struct place *right,
        const char *allowed)
{
	static const char *const titles[] = { "cllr", "cllrs", "mr",   "mrs",
		                              "ms",   "miss",  "dr",   "rev",
		                              "hon",  "lord",  "lady", NULL };
	gboolean has_stop =
	    left->end - left->start == 1 || is_one_of(left, titles);

	for (gsize i = left->end; i < right->start; i++)
		if (text[i] != ' ' && !(text[i] == '.' && has_stop) &&
		    strchr(allowed, text[i]) == NULL)
			return FALSE;
	return TRUE;
}

/* Whether the surname at @at is a councillor's of that name, and so no
 * officer's: "Cllr. Aelan Davies would check", where the clerk is Jennet
 * Davies. In "Cllr. Bradley, Davies reported" and "thanked Cllr. Bradley.
 * Davies said" the title is another's; "Councillors Bradley, Evans and Davies"
 * is a list. */
static gboolean
is_councillor(const char *text, const GArray *places, guint at)
{
	static const char *const one[] = { "cllr", "councillor", NULL };
	static const char *const many[] = { "cllrs", "councillors", NULL };
	gboolean in_name = TRUE;

	for (guint back = 1; back <= MIN(at, MAX_LISTED); back++) {
		const struct place *place = place_at(places, at - back);
		const struct place *next = place_at(places, at - back + 1);

		if (!goes_on(text, place, next, ","))
			return FALSE;
		in_name = in_name && back <= MAX_FORENAMES + 1 &&
		          goes_on(text, place, next, "") &&
		          strcmp(place->folded, "and") != 0;
		if (is_one_of(place, many))
			return TRUE;
		if (is_one_of(place, one))
			return in_name;
		if (!g_unichar_isupper(g_utf8_get_char(text + place->start)) &&
		    strcmp(place->folded, "and") != 0)
			return FALSE;
	}
	return FALSE;
}

/* Add a span wherever the words from @first of @words stand in order. */
static void
add_spans(GArray *spans, const char *text, const GArray *places,
          const GPtrArray *words, guint first, const struct mb_person *person)
{
	guint n = words->len - first;

	if (words->len <= first)
		return;
	for (guint i = 0; i + n <= places->len; i++) {
		const struct place *place = place_at(places, i);
		struct span span = { place->start, 0, person };
		guint j = 0;

		while (j < n &&
		       strcmp(place_at(places, i + j)->folded,
		              g_ptr_array_index(words, first + j)) == 0)
			j++;
		if (j < n || (first > 0 && is_councillor(text, places, i)))
			continue;
		span.end = place_at(places, i + n - 1)->end;
		g_array_append_val(spans, span);
	}
}

/* An officer stands in a text by surname ("Ms Ellis") or by post. */
static GArray *
find_people(const struct mb_item *item, const char *text)
{
	GArray *spans = g_array_new(FALSE, FALSE, sizeof(struct span));
	g_autoptr(GArray) places = NULL;

	if (item->officers->len == 0)
		return spans;
	places = cut_places(text);
	for (guint i = 0; i < item->officers->len; i++) {
		const struct mb_person *officer =
		    g_ptr_array_index(item->officers, i);
		g_autoptr(GPtrArray) name = cut(officer->name);
		g_autoptr(GPtrArray) role = cut(officer->role);

		if (name->len > 0)
			add_spans(spans, text, places, name, name->len - 1,
			          officer);
		add_spans(spans, text, places, role, 0, officer);
	}
	return spans;
}

static GPtrArray *
who_stands(const GArray *spans, gsize start, gsize end)
{
	GPtrArray *who = g_ptr_array_new();

	for (guint i = 0; i < spans->len; i++) {
		const struct span *span = &g_array_index(spans, struct span, i);

		if (span->start < end && span->end > start &&
		    !g_ptr_array_find(who, span->person, NULL))
			g_ptr_array_add(who, (gpointer)span->person);
	}
	return who;
}

/* --- mentions ------------------------------------------------------------- */

/* Bytes @from to @to of @text on one line. */
static char *
piece(const char *text, gsize from, gsize to)
{
	GString *out = g_string_new(NULL);

	mb_plain_append_line(out, text + from, (gssize)(to - from));
	return g_string_free(out, FALSE);
}

static struct mb_mention *
add_mention(GPtrArray *all, const char *text, const GArray *spans, gsize start,
            gsize end)
{
	struct mb_mention *mention = g_new0(struct mb_mention, 1);
	gsize from, to;

	mb_sentence_round(text, start, end, &from, &to);
	mention->before = piece(text, from, start);
	mention->match = piece(text, start, end);
	mention->after = piece(text, end, to);
	mention->who = who_stands(spans, start, end);
	g_ptr_array_add(all, mention);
	return mention;
}

/* Which page of an item's text a place of it is on, for places in order. */
struct leaf {
	const GPtrArray *pages; /* NULL: it has one page */
	guint next;             /* the first of @pages that is not reached */
	const char *counted;    /* characters before here were counted */
	guint n;
};

static const struct mb_item_page *
page_at(struct leaf *leaf, const char *at)
{
	guint n_pages = leaf->pages != NULL ? leaf->pages->len : 0;

	if (n_pages == 0)
		return NULL;
	leaf->n += (guint)g_utf8_strlen(leaf->counted, at - leaf->counted);
	leaf->counted = at;
	while (leaf->next < n_pages) {
		const struct mb_item_page *page =
		    g_ptr_array_index(leaf->pages, leaf->next);

		if (page->at > leaf->n)
			break;
		leaf->next++;
	}
	return leaf->next > 0 ? g_ptr_array_index(leaf->pages, leaf->next - 1)
	                      : NULL;
}

/* TRUE when nothing but spaces and marks within a word stands between. */
static gboolean
is_beside(const char *text, gsize end, gsize start)
{
	for (gsize i = end; i < start; i++)
		if (strchr(" -/'", text[i]) == NULL)
			return FALSE;
	return TRUE;
}

static void
add_text(GPtrArray *all, const struct mb_item *item, struct mb_marker *marker,
         const char *text, const GPtrArray *pages)
{
	g_autoptr(GArray) marks = mb_marker_all(marker, text);
	struct leaf leaf = { pages, 0, text, 0 };
	g_autoptr(GArray) spans = NULL;

	if (marks->len == 0)
		return;
	spans = find_people(item, text);
	for (guint i = 0; i < marks->len;) {
		const struct mb_mark *first =
		    &g_array_index(marks, struct mb_mark, i);
		gsize end = first->end;
		struct mb_mention *mention;

		for (i++; i < marks->len; i++) {
			const struct mb_mark *next =
			    &g_array_index(marks, struct mb_mark, i);

			if (next->needle == first->needle ||
			    !is_beside(text, end, next->start))
				break;
			end = next->end;
		}
		mention = add_mention(all, text, spans, first->start, end);
		mention->in_title = text == item->title;
		mention->page = page_at(&leaf, text + first->start);
	}
}

GPtrArray *
mb_mentions(const struct mb_item *item, struct mb_marker *marker)
{
	GPtrArray *all = g_ptr_array_new_with_free_func(mention_free);
	/* Only ends of lines become spaces, so that places stay. */
	g_autofree char *text = mb_plain_unwrap(item->text);
	const struct mb_source *source =
	    item->sources->len > 0 ? g_ptr_array_index(item->sources, 0) : NULL;

	if (item->title != NULL)
		add_text(all, item, marker, item->title, NULL);
	add_text(all, item, marker, text,
	         source != NULL ? source->pages : NULL);
	return all;
}
