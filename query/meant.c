#include "query/meant.h"

#include <string.h>

#include "shim/words.h"

/* The last word of @name, folded; "" for none.  Transfer full. */
static char *
surname_of(const char *name)
{
	g_autoptr(mb_words) words = mb_words_new(name, -1);
	struct mb_word word;
	char *last = g_strdup("");

	while (mb_words_next(words, &word)) {
		g_free(last);
		last = g_strdup(word.folded);
	}
	return last;
}

/* How many of those in @item have this surname. */
static guint
count_surname(const struct mb_item *item, const char *surname)
{
	guint n = 0;

	for (guint i = 0; i < item->officers->len + item->members->len; i++) {
		const struct mb_person *officer =
		    i < item->officers->len ? item->officers->pdata[i] : NULL;
		const char *name =
		    officer != NULL
			? officer->name
			: item->members->pdata[i - item->officers->len];
		g_autofree char *its =
		    name != NULL ? surname_of(name) : g_strdup("");

		n += strcmp(its, surname) == 0 ? 1 : 0;
	}
	return n;
}

/* "Bran Kennelow" is "Mr. B. Kennelow" in the list and "Mr. Kennelow" in the
 * text; the surname alone is enough unless somebody else has it. */
static void
add_name(GPtrArray *names, const struct mb_item *item, const char *name)
{
	g_autofree char *surname = surname_of(name);

	g_ptr_array_add(names, g_strdup(name));
	if (*surname != '\0' && count_surname(item, surname) == 1)
		g_ptr_array_add(names, g_steal_pointer(&surname));
}

/* TRUE when @text has something that is looked for. */
static gboolean
is_in(struct mb_marker *marker, const char *text)
{
	struct mb_mark mark;

	if (text == NULL)
		return FALSE;
	mb_marker_start(marker, text, -1);
	return mb_marker_next(marker, &mark);
}

/* Whether the query means this officer: as a person, as whoever holds a post
 * without being named, or by words of the name or the post. */
static gboolean
is_asked(const struct mb_query *query, struct mb_marker *people,
         const struct mb_item *item, const struct mb_person *officer)
{
	if (is_in(people, officer->name) || is_in(people, officer->role))
		return TRUE;
	if (officer->name != NULL)
		return mb_query_has_person(query, MB_STANDING_OFFICER,
		                           item->council, officer->name);
	return officer->role != NULL &&
	       mb_query_has_post(query, item->council, officer->role, NULL);
}

GPtrArray *
mb_meant_names(const struct mb_query *query, struct mb_marker *people,
               const struct mb_item *item)
{
	GPtrArray *names = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; i < item->officers->len; i++) {
		const struct mb_person *officer =
		    g_ptr_array_index(item->officers, i);

		if (!is_asked(query, people, item, officer))
			continue;
		if (officer->role != NULL && officer->how != MB_HOW_NAME)
			g_ptr_array_add(names, g_strdup(officer->role));
		if (officer->name != NULL && officer->how != MB_HOW_ROLE)
			add_name(names, item, officer->name);
	}
	for (guint i = 0; i < item->members->len; i++) {
		const char *name = g_ptr_array_index(item->members, i);

		if (mb_query_has_person(query, MB_STANDING_MEMBER,
		                        item->council, name))
			add_name(names, item, name);
	}
	return names;
}
