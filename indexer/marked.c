#include "config.h"

#include "indexer/marked.h"

#include <string.h>

#include "indexer/phrases.h"
#include "indexer/signs.h"

/* So many different headings that are known show what the headings are. */
#define MIN_KNOWN 3
/* Longer ones are sentences. */
#define MAX_BYTES 60
#define MAX_WORDS 8

/* Bytes of the heading that the folded line begins with, up to its @mark; 0. */
static gsize
heading_length(const char *fold, char mark)
{
	const char *end = strchr(fold, mark);
	gsize n = end ? (gsize)(end - fold) : 0, words = 1;

	if (n < 4 || n > MAX_BYTES || g_ascii_isdigit(end[1]) ||
	    (mark == '.' && end[1] != ' '))
		return 0;
	for (gsize i = 0; i < n; i++)
		words += fold[i] == ' ' && fold[i + 1] != ' ' ? 1 : 0;
	return words <= MAX_WORDS ? n : 0;
}

/* A stop ends any sentence, so what stands before it is known business, or
 * points are counted behind it: "Cemetery. 7.1 Garden of Remembrance". */
static gboolean
ends_in_stop(const char *fold, gsize n)
{
	const char *rest = fold + n + 2;
	gsize digits = strspn(rest, "0123456789");

	return mb_phrases_begin(MB_PHRASES_ITEM, fold) ||
	       (digits && g_str_has_prefix(rest + digits, ".1"));
}

/* "Cllr Orme: the hedge", "Mrs Tarn asked: …": who speaks. */
static gboolean
is_speaker(const char *fold)
{
	static const char *const titles[] = {
		"cllr ",     "cllr. ",     "councillor ", "mr ",   "mr. ",
		"mrs ",      "mrs. ",      "miss ",       "ms ",   "dr ",
		"pcso ",     "pc ",        "clerk",       "chair", "the clerk",
		"the chair", "treasurer:", "secretary:"
	};

	for (guint i = 0; i < G_N_ELEMENTS(titles); i++)
		if (g_str_has_prefix(fold, titles[i]))
			return TRUE;
	return FALSE;
}

gboolean
mb_marked_at(const struct mb_lines *lines, const struct mb_looks *looks,
             guint i, char mark)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);
	gsize n = heading_length(look->fold, mark);
	g_autofree char *left = g_strndup(look->fold, n);

	return n && (mark == ':' || ends_in_stop(look->fold, n)) &&
	       line->kind == MB_LINE_TEXT && !line->furniture && line->gap &&
	       look->upper && !mb_signs_attendance(lines, looks, i) &&
	       !mb_looks_is_label(look) && !is_speaker(left) &&
	       !strpbrk(left, "().,;?\"") && !g_str_has_prefix(left, "that ") &&
	       !mb_phrases_begin(MB_PHRASES_NOT_ITEM, left) &&
	       !mb_phrases_is(MB_PHRASES_CLOSING, left) &&
	       !mb_phrases_sentence(left, MAX_WORDS);
}

/* How much business that is known everywhere has a heading that ends in @mark.
 */
static guint
count_known(const struct mb_lines *lines, const struct mb_looks *looks,
            const struct mb_part *part, char mark)
{
	g_autoptr(GHashTable) known =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = part->body; i < part->end; i++) {
		const char *fold = mb_looks_at(looks, i)->fold;

		/* "Apologies: B Seymour" is a list, but printed alike. */
		if (mb_marked_at(lines, looks, i, mark) ||
		    (mark == ':' && g_str_has_prefix(fold, "apologies")))
			mb_phrases_collect(MB_PHRASES_ITEM, fold, known);
	}
	return g_hash_table_size(known);
}

char
mb_marked_style(const struct mb_lines *lines, const struct mb_looks *looks,
                const struct mb_part *part)
{
	if (part->kind != MB_PART_MINUTES)
		return 0;
	if (count_known(lines, looks, part, ':') >= MIN_KNOWN)
		return ':';
	return count_known(lines, looks, part, '.') >= MIN_KNOWN ? '.' : 0;
}
