#include "query/marker.h"

#include <string.h>

#include "query/meant.h"
#include "shim/stem.h"
#include "shim/words.h"

/* Roles and phrases of more words are not looked for whole. */
#define MAX_SEQUENCE 16

/* The words of a phrase or a role, to be found one after the other. */
struct sequence {
	GPtrArray *words;         /* of char *, folded */
	guint back[MAX_SEQUENCE]; /* how many of the first words the words up
	                           * to this one end in */
	guint needle;
	guint n_found;     /* words found so far */
	gboolean is_open;  /* the last word is the beginning of one */
	gboolean is_owner; /* of somebody: the last word may have 's, as in "the
	                    * Chief Executive's report"; one word alone has a
	                    * capital, as "Price" has */
};

/* What a word was found to be: most words of a report come again and again,
 * and stemming each anew took half of the time of a search. */
struct known {
	guint hash;
	guint needle;
	gboolean is_known;
	char folded[MB_WORD_MAX_BYTES + 1];
};

#define N_KNOWN 1024

struct mb_marker {
	struct mb_stem *stem;   /* the search's */
	GHashTable *words;      /* char * folded -> needle + 1 */
	GHashTable *stems;      /* char * stem -> needle + 1 */
	GPtrArray *prefixes;    /* of char * */
	GArray *prefix_needles; /* of guint */
	GPtrArray *sequences;   /* of struct sequence */
	guint n_needles;
	const char *text;
	struct mb_words *at;
	gsize starts[MAX_SEQUENCE]; /* of the last words, going round */
	guint n_words;              /* so far */
	guint n_marks;
	struct known *known; /* N_KNOWN of them, by hash; NULL: nothing is
	                      * remembered */
};

static void
sequence_free(gpointer data)
{
	struct sequence *sequence = data;

	g_ptr_array_unref(sequence->words);
	g_free(sequence);
}

static guint
needle_of(GHashTable *table, const char *key)
{
	return GPOINTER_TO_UINT(g_hash_table_lookup(table, key));
}

static const char *
word_of(const struct sequence *sequence, guint i)
{
	return g_ptr_array_index(sequence->words, i);
}

/* Where to go on when the next word is not the one (Knuth, Morris, Pratt). */
static void
fill_back(struct sequence *sequence)
{
	guint n = 0;

	for (guint i = 1; i < sequence->words->len; i++) {
		while (n > 0 &&
		       strcmp(word_of(sequence, i), word_of(sequence, n)) != 0)
			n = sequence->back[n - 1];
		if (strcmp(word_of(sequence, i), word_of(sequence, n)) == 0)
			n++;
		sequence->back[i] = n;
	}
}

/* @text ends in a star when its last word is the beginning of one.  Transfer
 * none; NULL when there is nothing to look for. */
static struct sequence *
add_sequence(struct mb_marker *marker, const char *text)
{
	struct sequence *sequence = g_new0(struct sequence, 1);
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	struct mb_word word;

	sequence->words = g_ptr_array_new_with_free_func(g_free);
	while (mb_words_next(words, &word))
		g_ptr_array_add(sequence->words, g_strdup(word.folded));
	if (sequence->words->len == 0 || sequence->words->len > MAX_SEQUENCE) {
		sequence_free(sequence);
		return NULL;
	}
	fill_back(sequence);
	sequence->is_open = g_str_has_suffix(text, "*");
	sequence->needle = marker->n_needles++;
	g_ptr_array_add(marker->sequences, sequence);
	return sequence;
}

static void
add_word(struct mb_marker *marker, const char *folded)
{
	if (needle_of(marker->words, folded) == 0)
		g_hash_table_insert(marker->words, g_strdup(folded),
		                    GUINT_TO_POINTER(++marker->n_needles));
}

/* "foster" and the stem it has are one thing looked for.  @key is an entry of
 * mb_query_words(): "Z" before a stem, a star after a prefix. */
static void
add_key(struct mb_marker *marker, const char *key, GHashTable *keys)
{
	gsize n = strlen(key);
	g_autofree char *stem_key = NULL;
	guint needle;

	if (strchr(key, ' ') != NULL) {
		add_sequence(marker, key);
		return;
	}
	if (n > 1 && key[n - 1] == '*') {
		g_ptr_array_add(marker->prefixes, g_strndup(key, n - 1));
		g_array_append_val(marker->prefix_needles, marker->n_needles);
		marker->n_needles++;
		return;
	}
	if (key[0] == 'Z') {
		if (needle_of(marker->stems, key + 1) == 0)
			g_hash_table_insert(
			    marker->stems, g_strdup(key + 1),
			    GUINT_TO_POINTER(++marker->n_needles));
		return;
	}
	stem_key = g_strconcat("Z", mb_stem_word(marker->stem, key), NULL);
	if (!g_hash_table_contains(keys, stem_key)) {
		add_word(marker, key);
		return;
	}
	needle = needle_of(marker->stems, stem_key + 1);
	if (needle == 0) {
		needle = ++marker->n_needles;
		g_hash_table_insert(marker->stems, g_strdup(stem_key + 1),
		                    GUINT_TO_POINTER(needle));
	}
}

static void
add_field(struct mb_marker *marker, const struct mb_query *query,
          enum mb_field_id field)
{
	g_autoptr(GHashTable) keys = mb_query_words(query, field);
	GHashTableIter iter;
	gpointer key;

	g_hash_table_iter_init(&iter, keys);
	while (g_hash_table_iter_next(&iter, &key, NULL))
		add_key(marker, key, keys);
}

/* The one of the things looked for that this folded word is, plus one; 0 when
 * it is none. */
static guint
match_word(struct mb_marker *marker, const char *folded)
{
	guint needle = needle_of(marker->words, folded);

	if (needle == 0 && g_hash_table_size(marker->stems) > 0)
		needle = needle_of(marker->stems,
		                   mb_stem_word(marker->stem, folded));
	for (guint i = 0; needle == 0 && i < marker->prefixes->len; i++) {
		if (g_str_has_prefix(folded,
		                     g_ptr_array_index(marker->prefixes, i)))
			needle =
			    g_array_index(marker->prefix_needles, guint, i) + 1;
	}
	return needle;
}

/* The same, remembered. */
static guint
match_known(struct mb_marker *marker, const char *folded)
{
	guint hash = g_str_hash(folded);
	struct known *known;

	if (marker->known == NULL)
		return match_word(marker, folded);
	known = &marker->known[hash % N_KNOWN];
	if (known->is_known && known->hash == hash &&
	    strcmp(known->folded, folded) == 0)
		return known->needle;
	known->needle = match_word(marker, folded);
	known->hash = hash;
	known->is_known =
	    g_strlcpy(known->folded, folded, sizeof(known->folded)) <
	    sizeof(known->folded);
	return known->needle;
}

static struct mb_marker *
marker_alloc(struct mb_search *search)
{
	struct mb_marker *marker = g_new0(struct mb_marker, 1);

	marker->stem = mb_search_stem(search);
	marker->words =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	marker->stems =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	marker->prefixes = g_ptr_array_new_with_free_func(g_free);
	marker->prefix_needles = g_array_new(FALSE, FALSE, sizeof(guint));
	marker->sequences = g_ptr_array_new_with_free_func(sequence_free);
	return marker;
}

/* The words of a name or a post. */
static void
add_owner(struct mb_marker *marker, const char *text)
{
	struct sequence *sequence = add_sequence(marker, text);

	if (sequence != NULL)
		sequence->is_owner = TRUE;
}

/* Who was found may stand in the text under another form of the name, or by
 * post alone ("the Acting Director of Children's Services reported"). */
static void
add_people(struct mb_marker *marker, const struct mb_query *query,
           struct mb_search *search, const struct mb_item *item)
{
	static const enum mb_field_id fields[] = { MB_FIELD_OFFICER,
		                                   MB_FIELD_ROLE };
	g_autoptr(mb_marker) people = marker_alloc(search);
	g_autoptr(GPtrArray) names = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
		add_field(people, query, fields[i]);
	names = mb_meant_names(query, people, item);
	for (guint i = 0; i < names->len; i++)
		add_owner(marker, g_ptr_array_index(names, i));
}

struct mb_marker *
mb_marker_new(const struct mb_query *query, struct mb_search *search,
              const struct mb_item *item)
{
	static const enum mb_field_id fields[] = {
		MB_FIELD_ANY,    MB_FIELD_TITLE, MB_FIELD_OFFICER,
		MB_FIELD_MEMBER, MB_FIELD_FRONT,
	};
	struct mb_marker *marker = marker_alloc(search);

	for (gsize i = 0; i < G_N_ELEMENTS(fields); i++)
		add_field(marker, query, fields[i]);
	marker->known = g_new0(struct known, N_KNOWN);
	if (item != NULL)
		add_people(marker, query, search, item);
	return marker;
}

void
mb_marker_free(struct mb_marker *marker)
{
	if (marker == NULL)
		return;
	g_hash_table_unref(marker->words);
	g_hash_table_unref(marker->stems);
	g_ptr_array_unref(marker->prefixes);
	g_array_unref(marker->prefix_needles);
	g_ptr_array_unref(marker->sequences);
	g_clear_pointer(&marker->at, mb_words_free);
	g_free(marker->known);
	g_free(marker);
}

guint
mb_marker_n_needles(const struct mb_marker *marker)
{
	return marker->n_needles;
}

void
mb_marker_start(struct mb_marker *marker, const char *text, gssize n_bytes)
{
	g_clear_pointer(&marker->at, mb_words_free);
	marker->text = text;
	marker->at = mb_words_new(text, n_bytes);
	marker->n_marks = 0;
	marker->n_words = 0;
	for (guint i = 0; i < marker->sequences->len; i++) {
		struct sequence *sequence =
		    g_ptr_array_index(marker->sequences, i);

		sequence->n_found = 0;
	}
}

static gboolean
is_genitive(const char *ending)
{
	return strcmp(ending, "'s") == 0 || strcmp(ending, "'") == 0;
}

static gboolean
is_next(const struct sequence *sequence, const char *folded)
{
	const char *wanted = word_of(sequence, sequence->n_found);

	const char *rest;

	if (!g_str_has_prefix(folded, wanted))
		return FALSE;
	rest = folded + strlen(wanted);
	if (*rest == '\0')
		return TRUE;
	return sequence->n_found + 1 == sequence->words->len &&
	       (sequence->is_open || (sequence->is_owner && is_genitive(rest)));
}

/* TRUE when @folded is the last word of @sequence. */
static gboolean
step(struct sequence *sequence, const char *folded)
{
	while (sequence->n_found > 0 && !is_next(sequence, folded))
		sequence->n_found = sequence->back[sequence->n_found - 1];
	if (is_next(sequence, folded))
		sequence->n_found++;
	if (sequence->n_found < sequence->words->len)
		return FALSE;
	sequence->n_found = 0;
	return TRUE;
}

static gboolean
has_capital(const struct mb_marker *marker, const struct mb_word *word)
{
	return g_unichar_isupper(g_utf8_get_char(marker->text + word->start));
}

/* Moves every sequence on, also past one that ends here. */
static gboolean
match_sequences(struct mb_marker *marker, const struct mb_word *word,
                struct mb_mark *mark)
{
	gboolean found = FALSE;

	for (guint i = 0; i < marker->sequences->len; i++) {
		struct sequence *sequence =
		    g_ptr_array_index(marker->sequences, i);

		if (!step(sequence, word->folded) || found ||
		    (sequence->is_owner && sequence->words->len == 1 &&
		     !has_capital(marker, word)))
			continue;
		mark->start =
		    marker->starts[(marker->n_words - sequence->words->len) %
		                   MAX_SEQUENCE];
		mark->end = word->end;
		mark->needle = sequence->needle;
		found = TRUE;
	}
	return found;
}

gboolean
mb_marker_next(struct mb_marker *marker, struct mb_mark *mark)
{
	struct mb_word word;

	if (marker->n_needles == 0 || marker->n_marks >= MB_MARKER_MAX_MARKS)
		return FALSE;
	while (mb_words_next(marker->at, &word)) {
		guint needle;

		marker->starts[marker->n_words++ % MAX_SEQUENCE] = word.start;
		if (match_sequences(marker, &word, mark)) {
			marker->n_marks++;
			return TRUE;
		}
		needle = match_known(marker, word.folded);
		if (needle != 0) {
			mark->start = word.start;
			mark->end = word.end;
			mark->needle = needle - 1;
			marker->n_marks++;
			return TRUE;
		}
	}
	return FALSE;
}

void
mb_marker_append(GArray *marks, const struct mb_mark *mark)
{
	while (marks->len > 0 &&
	       g_array_index(marks, struct mb_mark, marks->len - 1).end >
	           mark->start)
		g_array_set_size(marks, marks->len - 1);
	g_array_append_vals(marks, mark, 1);
}

GArray *
mb_marker_all(struct mb_marker *marker, const char *text)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(struct mb_mark));
	struct mb_mark mark;

	mb_marker_start(marker, text, -1);
	while (mb_marker_next(marker, &mark))
		mb_marker_append(marks, &mark);
	return marks;
}
