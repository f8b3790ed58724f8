#include "base/sitting.h"

#include <string.h>

static void
named_free(gpointer data)
{
	struct mb_named *named = data;

	g_free(named->name);
	g_free(named->role);
	g_free(named);
}

static void
earlier_free(gpointer data)
{
	struct mb_earlier *earlier = data;

	g_free(earlier->words);
	g_free(earlier);
}

struct mb_sitting *
mb_sitting_new(const char *council, const char *committee, guint32 date_ymd)
{
	struct mb_sitting *sitting = g_new0(struct mb_sitting, 1);

	sitting->council = g_strdup(council);
	sitting->committee = g_strdup(committee);
	sitting->date_ymd = date_ymd;
	sitting->numbers = g_ptr_array_new_with_free_func(g_free);
	sitting->earlier = g_ptr_array_new_with_free_func(earlier_free);
	sitting->people = g_ptr_array_new_with_free_func(named_free);
	return sitting;
}

void
mb_sitting_free(struct mb_sitting *sitting)
{
	if (sitting == NULL)
		return;
	g_free(sitting->council);
	g_free(sitting->committee);
	g_ptr_array_unref(sitting->numbers);
	g_ptr_array_unref(sitting->earlier);
	g_ptr_array_unref(sitting->people);
	g_free(sitting);
}

guint
mb_sitting_n_items(const struct mb_sitting *sitting)
{
	guint n = 0;

	for (guint i = 0; i < MB_N_KINDS; i++)
		n += sitting->n_items[i];
	return n;
}

void
mb_sitting_add_earlier(struct mb_sitting *sitting, guint32 date_ymd,
                       const char *words)
{
	struct mb_earlier *earlier;

	for (guint i = 0; i < sitting->earlier->len; i++) {
		const struct mb_earlier *one =
		    g_ptr_array_index(sitting->earlier, i);

		if (one->date_ymd == date_ymd)
			return;
	}
	if (sitting->earlier->len == MB_SITTING_MAX_EARLIER)
		return;
	earlier = g_new0(struct mb_earlier, 1);
	earlier->date_ymd = date_ymd;
	earlier->words = g_strdup(words);
	g_ptr_array_add(sitting->earlier, earlier);
}

struct mb_named *
mb_sitting_name(struct mb_sitting *sitting, const char *name, const char *role,
                enum mb_standing standing)
{
	struct mb_named *named;

	for (guint i = 0; i < sitting->people->len; i++) {
		named = g_ptr_array_index(sitting->people, i);
		if (named->standing == standing &&
		    g_strcmp0(named->name, name) == 0 &&
		    g_strcmp0(named->role, role) == 0)
			return named;
	}
	if (sitting->people->len == MB_SITTING_MAX_PEOPLE)
		return NULL;
	named = g_new0(struct mb_named, 1);
	named->name = g_strdup(name);
	named->role = g_strdup(role);
	named->standing = standing;
	g_ptr_array_add(sitting->people, named);
	return named;
}

const char *
mb_date_source_name(enum mb_date_source source)
{
	switch (source) {
	case MB_DATE_NONE:
		return "none";
	case MB_DATE_TITLE:
		return "title";
	case MB_DATE_HEADER:
		return "header";
	case MB_DATE_METADATA:
		return "metadata";
	case MB_DATE_NEIGHBOUR:
		return "neighbour";
	case MB_DATE_FILE_NAME:
		return "file-name";
	}
	g_assert_not_reached();
}

const char *
mb_standing_name(enum mb_standing standing)
{
	switch (standing) {
	case MB_STANDING_MEMBER:
		return "member";
	case MB_STANDING_OFFICER:
		return "officer";
	case MB_STANDING_OTHER:
		return "other";
	}
	g_assert_not_reached();
}

const char *
mb_presence_name(enum mb_presence presence)
{
	switch (presence) {
	case MB_PRESENCE_UNKNOWN:
		return NULL;
	case MB_PRESENCE_PRESENT:
		return "present";
	case MB_PRESENCE_APOLOGIES:
		return "apologies";
	}
	g_assert_not_reached();
}
