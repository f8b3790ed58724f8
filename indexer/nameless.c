#include "config.h"

#include "indexer/nameless.h"

#include <string.h>

#include "base/date.h"
#include "indexer/bodies.h"
#include "indexer/phrases.h"

/* "Community Safety and Neighbourhood Services Portfolio" is a long one. */
#define MAX_WORDS 9

static gboolean
contains_any(const char *text, const char *const *words)
{
	for (; *words; words++)
		if (strstr(text, *words))
			return TRUE;
	return FALSE;
}

/* The first of @words in @text where a word begins; NULL. */
static const char *
find_any(const char *text, const char *const *words)
{
	const char *found = NULL;

	for (; *words; words++) {
		const char *at = strstr(text, *words);

		while (at && at > text && g_ascii_isalpha(at[-1]))
			at = strstr(at + 1, *words);
		if (at && (!found || at < found))
			found = at;
	}
	return found;
}

/* @line without the words that end a name, @n bytes of it. */
static char *
cut(const char *line, gsize n)
{
	g_autofree char *name = g_strndup(line, n);

	g_strchomp(name);
	/* "… Decision Meeting" */
	if (strlen(name) > 9 &&
	    !g_ascii_strcasecmp(name + strlen(name) - 9, " decision"))
		name[strlen(name) - 9] = '\0';
	while (*name && strchr(" -,", name[strlen(name) - 1]))
		name[strlen(name) - 1] = '\0';
	return g_steal_pointer(&name);
}

/* Where @lower names a member's post with what it is for; NULL.  The bare words
 * are any member's. */
static const char *
find_post(const char *lower)
{
	static const char *const posts[] = { "cabinet member for ",
		                             "executive member for ",
		                             "lead member for ",
		                             "lead cabinet member for ",
		                             "portfolio holder for ",
		                             "executive councillor for ",
		                             "leader of the council",
		                             "deputy leader of the council",
		                             "executive portfolio holder for ",
		                             NULL };

	return find_any(lower, posts);
}

/* "Minutes of the Cabinet Member for Housing Decision Meeting held on …",
 * "Decision Session - Executive Member for Transport"; not "Councillor A Marl,
 * Cabinet Member for Housing". */
static char *
member_in(const char *line)
{
	static const char *const sittings[] = { "decision", "session",
		                                "meeting", NULL };
	static const char session[] = "decision session";
	g_autofree char *lower = g_ascii_strdown(line, -1);
	const char *at = find_post(lower);
	const char *name = mb_bodies_skip(line);

	if (!at || !contains_any(lower, sittings))
		return NULL;
	if (g_str_has_prefix(lower, session))
		name = line;
	else if (name != line + (at - lower))
		return NULL;
	return cut(name, mb_bodies_length(name));
}

char *
mb_nameless_post(const char *value)
{
	g_autofree char *lower = g_ascii_strdown(value, -1);
	const char *at = find_post(lower);
	const char *post = at ? value + (at - lower) : NULL;

	return post ? cut(post, mb_bodies_length(post)) : NULL;
}

char *
mb_nameless_member(const char *text)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

	for (guint i = 0; lines[i]; i++) {
		char *name = member_in(lines[i]);

		if (name)
			return name;
	}
	return NULL;
}

/* Whether @name is written as names are and has a word for what committees of
 * councils are about. */
static gboolean
is_business(const char *name)
{
	/* clang-format off */
	static const char *const words[] = {
		"allotments", "amenities", "appeals", "assets", "burial",
		"cemetery", "community", "development", "education",
		"environment", "establishment", "estates", "events", "finance",
		"footpaths", "grants", "highways", "housing", "leisure",
		"licensing", "parks", "personnel", "planning", "policy",
		"property", "purposes", "recreation", "regeneration",
		"resources", "spaces", "staffing", "standards", "tourism",
		"transport", "works",
	};
	/* clang-format on */
	g_autofree char *lower = g_ascii_strdown(name, -1);
	g_auto(GStrv) parts = g_strsplit_set(name, " ,", -1);
	g_auto(GStrv) folds = g_strsplit_set(lower, " ,", -1);
	gboolean found = FALSE;
	guint n = 0;

	for (guint i = 0; parts[i]; i++) {
		if (!*parts[i])
			continue;
		if (++n > MAX_WORDS ||
		    (!g_ascii_isupper(*parts[i]) &&
		     !mb_phrases_joins(folds[i], strlen(folds[i]))))
			return FALSE;
		for (guint k = 0; k < G_N_ELEMENTS(words); k++)
			found = found || !strcmp(folds[i], words[k]);
	}
	/* The "Planning Meeting" of a parish is its council's. */
	return found && n > 1 && !mb_bodies_has_body(name, strlen(name));
}

/* Whether a line says what the paper is, or when the meeting was. */
static gboolean
tells_meeting(const char *line)
{
	static const char *const words[] = { "minutes", "agenda", "meeting",
		                             "notes", NULL };
	g_autofree char *lower = line ? g_ascii_strdown(line, -1) : NULL;
	struct mb_date_hit hit;

	return lower &&
	       (contains_any(lower, words) || mb_date_find(line, 0, &hit));
}

/* The next line below @line that is not empty, NULL at the end. */
static const char *
next_line(char *const *line)
{
	do
		line++;
	while (*line && !**line);
	return *line;
}

char *
mb_nameless_business(const char *text, const char *council)
{
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	gboolean below = TRUE; /* the council's name, or at the top */

	for (guint i = 0; lines[i]; i++) {
		const char *name = mb_bodies_skip(lines[i]);
		gsize n = mb_bodies_length(name);
		gboolean said = name[n] && tells_meeting(name + n);
		g_autofree char *cut_name = cut(name, n);

		if (!*lines[i])
			continue;
		said =
		    said || (name > lines[i] && tells_meeting(lines[i])) ||
		    (!name[n] && below && tells_meeting(next_line(lines + i)));
		if (said && is_business(cut_name))
			return g_steal_pointer(&cut_name);
		below = council && !g_ascii_strcasecmp(lines[i], council);
	}
	return NULL;
}

char *
mb_nameless_assembly(const char *text)
{
	static const char *const names[] = { "annual town meeting",
		                             "special town meeting",
		                             "annual township meeting",
		                             "annual parish meeting",
		                             "annual parish assembly",
		                             "annual assembly of the parish",
		                             "annual village meeting",
		                             "annual meeting of electors",
		                             "annual meeting of the electors",
		                             NULL };
	g_autofree char *lower = g_ascii_strdown(text, -1);
	const char *at;

	g_strdelimit(lower, "\n", ' ');
	at = find_any(lower, names);
	if (at && mb_bodies_is_other(lower, at))
		return NULL;
	for (guint i = 0; at && names[i]; i++)
		if (g_str_has_prefix(at, names[i]))
			return g_strdelimit(
			    g_strndup(text + (at - lower), strlen(names[i])),
			    "\n", ' ');
	return NULL;
}
