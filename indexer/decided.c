#include "indexer/decided.h"

#include <string.h>

#include "indexer/tokens.h"

/* Decisions of fewer words are told again in all of them. */
#define FEW_WORDS 8

/* A resolution's text is kept up to this length. */
#define RESOLUTION_MAX_BYTES 2000

void
mb_decided_free(struct mb_decided *e)
{
	g_free(e->label);
	g_string_free(e->text, TRUE);
	g_clear_pointer(&e->words, g_hash_table_unref);
	g_free(e);
}

struct mb_decided *
mb_decided_new(const char *label)
{
	struct mb_decided *e = g_new0(struct mb_decided, 1);

	e->label = g_strdup(label);
	e->text = g_string_new(NULL);
	return e;
}

void
mb_decided_append(struct mb_decided *e, const char *text)
{
	const char *cut = strstr(text, "... view the full");

	while (*text && strchr(" :-,", *text))
		text++;
	if (e->text->len >= RESOLUTION_MAX_BYTES || !*text)
		return;
	if (e->text->len)
		g_string_append_c(e->text, ' ');
	/* A meeting page cuts long text: "3) Noted the ... view the full
	 * minutes text for item 15." */
	g_string_append_len(e->text, text, cut ? cut - text : -1);
}

static void
entry_words(struct mb_decided *e)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(e->text->str);

	e->words = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; i < t->n; i++)
		if (strlen(t->tokens[i].fold) > 3)
			g_hash_table_add(e->words, g_strdup(t->tokens[i].fold));
}

/* TRUE when seven in ten of the words of @a are in @b too, all when they are
 * few: the same decision told again, in a summary or in another column of a
 * meeting page; but "no objection to the application" is no part of "has
 * concerns about this application". */
static gboolean
entry_within(const struct mb_decided *a, const struct mb_decided *b)
{
	guint n = g_hash_table_size(a->words), hit = 0;
	GHashTableIter iter;
	gpointer word;

	g_hash_table_iter_init(&iter, a->words);
	while (g_hash_table_iter_next(&iter, &word, NULL))
		hit += g_hash_table_contains(b->words, word) ? 1 : 0;
	return n > 0 && (n < FEW_WORDS ? hit == n : hit * 10 >= n * 7);
}

static gboolean
any_holds(GPtrArray *entries, const struct mb_decided *e, gboolean same_label)
{
	for (guint i = 0; i < entries->len; i++) {
		const struct mb_decided *x = g_ptr_array_index(entries, i);

		if ((!same_label || strcmp(x->label, e->label) == 0) &&
		    entry_within(e, x))
			return TRUE;
	}
	return FALSE;
}

void
mb_decided_add_block(GPtrArray *all, GPtrArray *block)
{
	for (guint i = 0; i < block->len; i++)
		entry_words(g_ptr_array_index(block, i));
	for (guint k = all->len; k-- > 0;) {
		struct mb_decided *x = g_ptr_array_index(all, k);

		if (g_hash_table_size(x->words) > 2 &&
		    any_holds(block, x, FALSE))
			g_ptr_array_remove_index(all, k);
	}
	for (guint i = 0; i < block->len; i++) {
		struct mb_decided *e = g_ptr_array_index(block, i);

		if (all->len >= MB_DECIDED_MAX ||
		    (*e->label && any_holds(all, e, TRUE)))
			mb_decided_free(e);
		else
			g_ptr_array_add(all, e);
	}
	g_ptr_array_set_size(block, 0);
}

void
mb_decided_add_motion(GPtrArray *all, GPtrArray *motion)
{
	for (guint i = 0; i < motion->len; i++) {
		struct mb_decided *e = g_ptr_array_index(motion, i);

		if (all->len >= MB_DECIDED_MAX) {
			mb_decided_free(e);
			continue;
		}
		entry_words(e);
		g_ptr_array_add(all, e);
	}
	g_ptr_array_set_size(motion, 0);
}

gboolean
mb_decided_is_told(GPtrArray *all, struct mb_decided *e)
{
	gboolean told = FALSE;

	entry_words(e);
	for (guint i = 0; i < all->len && !told; i++) {
		const struct mb_decided *x = g_ptr_array_index(all, i);

		told = x->words && entry_within(e, x);
	}
	/* What prose tells is compared with blocks alone: two motions are not
	 * one because the same people moved them. */
	g_clear_pointer(&e->words, g_hash_table_unref);
	return told;
}
