#include "query/succession.h"

#include <string.h>

#include "query/ask.h"

/* The names of a configuration, folded, that are asked for, and where they
 * lead. */
struct walk {
	const GPtrArray *successions;
	GHashTable *earlier; /* folded names, to be gone through backwards */
	GHashTable *later;
};

/* Whether @words stand in @name one after another, both folded. */
static gboolean
stands_in(const char *words, const char *name, gboolean is_open)
{
	gsize n = strlen(words);

	if (n == 0)
		return FALSE;
	for (const char *p = strstr(name, words); p != NULL;
	     p = strstr(p + 1, words))
		if ((p == name || p[-1] == ' ') &&
		    (is_open || p[n] == '\0' || p[n] == ' '))
			return TRUE;
	return FALSE;
}

/* Add what @name became, and what that became. */
static void
go_later(struct walk *walk, const char *name)
{
	for (guint i = 0; i < walk->successions->len; i++) {
		const struct mb_succession *one = walk->successions->pdata[i];
		g_autofree char *from = mb_ask_fold(one->name);

		if (strcmp(from, name) != 0)
			continue;
		for (guint k = 0; one->next[k] != NULL; k++) {
			char *to = mb_ask_fold(one->next[k]);

			if (g_hash_table_add(walk->later, to))
				go_later(walk, to);
		}
	}
}

static void
go_earlier(struct walk *walk, const char *name)
{
	for (guint i = 0; i < walk->successions->len; i++) {
		const struct mb_succession *one = walk->successions->pdata[i];
		char *from = mb_ask_fold(one->name);
		gboolean leads = FALSE;

		for (guint k = 0; one->next[k] != NULL; k++) {
			g_autofree char *to = mb_ask_fold(one->next[k]);

			leads = leads || strcmp(to, name) == 0;
		}
		if (!leads)
			g_free(from);
		else if (g_hash_table_add(walk->earlier, from))
			go_earlier(walk, from);
	}
}

/* From every committee of the configuration that has @words. */
static void
start(struct walk *walk, const char *words, gboolean is_open)
{
	for (guint i = 0; i < walk->successions->len; i++) {
		const struct mb_succession *one = walk->successions->pdata[i];
		g_autofree char *name = mb_ask_fold(one->name);

		if (stands_in(words, name, is_open)) {
			go_later(walk, name);
			go_earlier(walk, name);
		}
		for (guint k = 0; one->next[k] != NULL; k++) {
			g_autofree char *next = mb_ask_fold(one->next[k]);

			if (stands_in(words, next, is_open)) {
				go_later(walk, next);
				go_earlier(walk, next);
			}
		}
	}
}

static gint
by_name(gconstpointer a, gconstpointer b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* The names of @search that are found, as printed. */
static GPtrArray *
choose(const struct walk *walk, struct mb_search *search, const char *words,
       gboolean is_open)
{
	g_autoptr(GPtrArray) all = mb_search_committees(search, NULL);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; all != NULL && i < all->len; i++) {
		g_autofree char *folded = mb_ask_fold(all->pdata[i]);

		if ((g_hash_table_contains(walk->earlier, folded) ||
		     g_hash_table_contains(walk->later, folded)) &&
		    !stands_in(words, folded, is_open))
			g_ptr_array_add(names, g_strdup(all->pdata[i]));
	}
	g_ptr_array_sort(names, by_name);
	return names;
}

GPtrArray *
mb_succession_names(struct mb_search *search, const struct mb_conf *conf,
                    const char *text, gboolean is_open)
{
	g_autoptr(GHashTable) earlier =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) later =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct walk walk = { mb_conf_successions(conf), earlier, later };
	g_autofree char *words = mb_ask_fold(text);

	if (walk.successions->len == 0)
		return g_ptr_array_new_with_free_func(g_free);
	start(&walk, words, is_open);
	return choose(&walk, search, words, is_open);
}

GPtrArray *
mb_succession_named(struct mb_search *search, const char *text,
                    gboolean is_open)
{
	g_autoptr(GPtrArray) all = mb_search_committees(search, NULL);
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *words = mb_ask_fold(text);

	for (guint i = 0; all != NULL && i < all->len; i++) {
		g_autofree char *folded = mb_ask_fold(all->pdata[i]);

		if (stands_in(words, folded, is_open))
			g_ptr_array_add(names, g_strdup(all->pdata[i]));
	}
	g_ptr_array_sort(names, by_name);
	return names;
}
