#include "query/opening.h"

#include "base/error.h"
#include "base/layout.h"

/* A pause before the index is looked for again, in microseconds. */
#define PAUSE_US 2000

/* The databases of @index as they are now; FALSE when there are none. */
static gboolean
add_paths(GPtrArray *paths, const char *index, gboolean exempt, GError **error)
{
	g_autofree char *generation = NULL;

	if (g_file_test(index, G_FILE_TEST_IS_REGULAR)) {
		g_ptr_array_add(paths, g_strdup(index));
		return TRUE;
	}
	generation = mb_layout_current(index, error);
	if (generation == NULL)
		return FALSE;
	g_ptr_array_add(paths, mb_layout_open(generation));
	if (exempt)
		g_ptr_array_add(paths, mb_layout_exempt(generation));
	return TRUE;
}

/* Of all @indexes: of char *, ended by NULL.  Transfer full. */
static GPtrArray *
find_paths(const char *const *indexes, gboolean exempt, GError **error)
{
	g_autoptr(GPtrArray) paths = g_ptr_array_new_with_free_func(g_free);

	for (guint i = 0; indexes[i] != NULL; i++)
		if (!add_paths(paths, indexes[i], exempt, error))
			return NULL;
	g_ptr_array_add(paths, NULL);
	return g_steal_pointer(&paths);
}

static gboolean
are_same(const GPtrArray *a, const GPtrArray *b)
{
	if (a == NULL || a->len != b->len)
		return FALSE;
	for (guint i = 0; i < a->len; i++)
		if (g_strcmp0(a->pdata[i], b->pdata[i]) != 0)
			return FALSE;
	return TRUE;
}

/* A generation that is gone between the two steps was replaced by another: look
 * again.  One that is still the published one and can't be opened is an
 * error. */
struct mb_search *
mb_opening(const char *const *indexes, gboolean exempt, GError **error)
{
	g_autoptr(GPtrArray) before = NULL;

	for (guint i = 0; i < MB_OPENING_MAX_TRIES; i++) {
		g_autoptr(GPtrArray) paths = find_paths(indexes, exempt, error);
		g_autoptr(GError) why = NULL;
		struct mb_search *search;

		if (paths == NULL)
			return NULL;
		search =
		    mb_search_open((const char *const *)paths->pdata, &why);
		if (search != NULL)
			return search;
		if (i + 1 == MB_OPENING_MAX_TRIES || are_same(before, paths)) {
			g_propagate_error(error, g_steal_pointer(&why));
			return NULL;
		}
		g_clear_pointer(&before, g_ptr_array_unref);
		before = g_steal_pointer(&paths);
		g_usleep(PAUSE_US);
	}
	g_assert_not_reached();
}
