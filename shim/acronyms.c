#include "shim/acronyms.h"

#include <string.h>

#include "shim/words.h"

/* The words that a short form stands for lie within so many bytes. */
#define MAX_BYTES 160

/* More words than letters, by those that have none in the short form. */
#define MAX_WORDS 24

/* What is written out before brackets ends at any of these. */
static const char stops[] = ".;:()[]?!\"/\t,";

/* "Special Educational Needs and Disabilities (SEND)": these may lack a letter
 * in the short form, or have one. */
static const char *const small_words[] = { "and", "of", "the", "for",
	                                   "in",  "on", "to",  "a",
	                                   "by",  "at", "with" };

struct word {
	gchar *folded;
	const char *start; /* in the text */
	gboolean may_lack; /* a letter of the short form */
};

static void
word_clear(gpointer data)
{
	g_free(((struct word *)data)->folded);
}

static gboolean
is_small(const char *folded)
{
	for (gsize i = 0; i < G_N_ELEMENTS(small_words); i++)
		if (strcmp(folded, small_words[i]) == 0)
			return TRUE;
	return FALSE;
}

/* The words between @start and @end. */
static GArray *
cut(const char *start, const char *end)
{
	g_autoptr(mb_words) words = mb_words_new(start, end - start);
	GArray *all = g_array_new(FALSE, FALSE, sizeof(struct word));
	struct mb_word word;

	g_array_set_clear_func(all, word_clear);
	while (mb_words_next(words, &word)) {
		struct word one = {
			.folded = g_strdup(word.folded),
			.start = start + word.start,
		};

		/* "Co-operation" may have one letter or two. */
		one.may_lack = is_small(word.folded) ||
		               (word.start > 0 && one.start[-1] == '-');
		g_array_append_val(all, one);
	}
	return all;
}

/* The letters of a short form that stands between @start and @end, folded:
 * "MASH", "DfE", "EHCPs".  NULL when it is none.  Transfer full. */
static char *
read_letters(const char *start, const char *end)
{
	gsize n_capitals = 0;
	gsize n;

	/* Quotes of any shape round it. */
	while (start < end && !g_ascii_isalnum(*start))
		start++;
	while (start < end && !g_ascii_isalnum(end[-1]))
		end--;
	if (start < end && end[-1] == 's')
		end--;
	n = (gsize)(end - start);
	if (n < MB_ACRONYM_MIN_LETTERS || n > MB_ACRONYM_MAX_LETTERS)
		return NULL;
	for (const char *p = start; p < end; p++) {
		if (!g_ascii_isalpha(*p))
			return NULL;
		n_capitals += g_ascii_isupper(*p);
	}
	if (n_capitals < 2 || !g_ascii_isupper(*start))
		return NULL;
	return g_ascii_strdown(start, (gssize)n);
}

/* Where in @words, whose last is @n - 1, those begin whose initials are
 * @letters; @n when they are not.  From the end, since what begins a sentence
 * stands before them. */
static guint
first_word(const GArray *words, guint n, const char *letters)
{
	gsize left = strlen(letters);
	guint at = n;

	while (left > 0 && at > 0) {
		const struct word *word =
		    &g_array_index(words, struct word, at - 1);

		if (*word->folded == letters[left - 1])
			left--;
		else if (!word->may_lack)
			return n;
		at--;
	}
	return left == 0 ? at : n;
}

/* Two letters agree with many words by chance: "as per (AP)". */
static gboolean
is_trusted(const GArray *words, guint first, guint n, const char *letters)
{
	if (n - first < 2)
		return FALSE;
	for (guint i = first; i < n; i++) {
		const struct word *word = &g_array_index(words, struct word, i);

		if (!is_small(word->folded) && strlen(letters) == 2 &&
		    !g_ascii_isupper(*word->start))
			return FALSE;
	}
	return !is_small(g_array_index(words, struct word, first).folded);
}

static void
give(const GArray *words, guint first, const char *letters,
     mb_acronym_func take, gpointer data)
{
	g_autoptr(GString) all = g_string_new(NULL);

	if (first >= words->len ||
	    !is_trusted(words, first, words->len, letters))
		return;
	for (guint i = first; i < words->len; i++)
		g_string_append_printf(
		    all, "%s%s", i == first ? "" : " ",
		    g_array_index(words, struct word, i).folded);
	take(letters, all->str, data);
}

/* Where the words before @open may begin. */
static const char *
start_before(const char *text, const char *open)
{
	const char *p = open;

	while (p > text && open - p < MAX_BYTES && strchr(stops, p[-1]) == NULL)
		p--;
	while (p < open && ((guchar)*p & 0xC0) == 0x80)
		p++;
	return p;
}

/* "Multi Agency Safeguarding Hub (MASH)" */
static void
written_out_before(const char *text, const char *open, const char *close,
                   mb_acronym_func take, gpointer data)
{
	g_autofree char *letters = read_letters(open + 1, close);
	g_autoptr(GArray) words = NULL;

	if (letters == NULL)
		return;
	words = cut(start_before(text, open), open);
	give(words, first_word(words, words->len, letters), letters, take,
	     data);
}

/* "MASH (Multi Agency Safeguarding Hub)" */
static void
written_out_inside(const char *text, const char *open, const char *close,
                   mb_acronym_func take, gpointer data)
{
	const char *end = open;
	const char *start;
	g_autofree char *letters = NULL;
	g_autoptr(GArray) words = NULL;

	while (end > text && g_ascii_isspace(end[-1]))
		end--;
	for (start = end; start > text && g_ascii_isalpha(start[-1]);)
		start--;
	letters = read_letters(start, end);
	if (letters == NULL)
		return;
	words = cut(open + 1, close);
	if (words->len <= MAX_WORDS &&
	    first_word(words, words->len, letters) == 0)
		give(words, 0, letters, take, data);
}

void
mb_acronyms_find(const char *text, mb_acronym_func take, gpointer data)
{
	for (const char *open = strchr(text, '('); open != NULL;
	     open = strchr(open + 1, '(')) {
		gsize n = strcspn(open + 1, "()");
		const char *close = open + 1 + n;

		if (*close != ')' || n > MAX_BYTES)
			continue;
		written_out_before(text, open, close, take, data);
		written_out_inside(text, open, close, take, data);
	}
}
