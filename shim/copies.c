#include "shim/copies.h"

#include <string.h>

/* Least hashes of pairs of words (MinHash): that of one row is the same in two
 * texts as probably as a pair of either is in both.  A band is a few rows
 * together, to tell what is nearly the same from what is a little alike; any
 * one band that agrees will do. */
#define N_BANDS     8
#define N_BAND_ROWS 3
#define N_ROWS      (N_BANDS * N_BAND_ROWS)

/* Rows for the three words of "That was agreed" mean nothing. */
#define MIN_PAIRS 6

/* A good mix of 64 bits (the last steps of SplitMix64). */
static guint64
mix(guint64 x)
{
	x ^= x >> 30;
	x *= G_GUINT64_CONSTANT(0xbf58476d1ce4e5b9);
	x ^= x >> 27;
	x *= G_GUINT64_CONSTANT(0x94d049bb133111eb);
	return x ^ (x >> 31);
}

static void
take_pair(guint64 rows[N_ROWS], guint64 pair)
{
	for (guint i = 0; i < N_ROWS; i++) {
		guint64 hash =
		    mix(pair + i * G_GUINT64_CONSTANT(0x9e3779b97f4a7c15));

		rows[i] = MIN(rows[i], hash);
	}
}

/* The least hashes of the pairs of words in @text.  Words are letters and
 * digits, without accents and capitals, so that hyphens, line ends and marks
 * part nothing that another copy joins but words.  Returns how many pairs. */
static guint
take_words(guint64 rows[N_ROWS], const char *text)
{
	g_autofree char *apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFKD);
	guint64 word = 0, before = 0;
	guint n_words = 0;

	for (const char *p = apart;; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isalnum(c)) {
			word = mix(word + g_unichar_tolower(c) + 1);
		} else if (word != 0 && !g_unichar_ismark(c)) {
			if (n_words++ > 0)
				take_pair(rows, mix(before) + word);
			before = word;
			word = 0;
		}
		if (c == 0)
			return n_words > 0 ? n_words - 1 : 0;
	}
}

static gboolean
has_number_and_date(const struct mb_item *item)
{
	return item->kind == MB_KIND_MINUTE && item->number != NULL &&
	       !item->number_inferred && item->date_ymd != 0;
}

GPtrArray *
mb_copies_hashes(const struct mb_item *item)
{
	GPtrArray *hashes = g_ptr_array_new_with_free_func(g_free);
	guint64 rows[N_ROWS];

	g_ptr_array_add(hashes, mb_item_words_hash(item));
	memset(rows, 0xff, sizeof(rows));
	if (!has_number_and_date(item) ||
	    take_words(rows, item->text) < MIN_PAIRS)
		return hashes;
	for (guint i = 0; i < N_BANDS; i++) {
		guint64 band = i;

		for (guint j = 0; j < N_BAND_ROWS; j++)
			band = mix(band + rows[i * N_BAND_ROWS + j]);
		g_ptr_array_add(hashes,
		                g_strdup_printf("%08x", (guint)(band >> 32)));
	}
	return hashes;
}
