#include "indexer/who.h"

#include <string.h>

static gboolean
same_meeting(const struct mb_meeting *a, const struct mb_meeting *b)
{
	if (a == b)
		return TRUE;
	return a && b && a->date_ymd && a->date_ymd == b->date_ymd &&
	       g_strcmp0(a->committee, b->committee) == 0;
}

gboolean
mb_who_was_there(const struct mb_who *who, const struct mb_attendee *a)
{
	return same_meeting(a->meeting, who->meeting);
}

/* "Tom Hill", not "T Hill" */
static gboolean
has_forename(const char *name)
{
	g_autofree char *given = mb_name_given(name);

	return g_utf8_strlen(given, -1) > 2;
}

/* How well an attendee fits a printed name: those of the item's own meeting
 * first, then those who are listed rather than told in the text. */
static guint
fitness(const struct mb_who *who, const struct mb_attendee *a, const char *name,
        enum mb_title title)
{
	guint fit = 1;

	if (!mb_names_agree(a->name, name))
		return 0;
	if (title == MB_TITLE_MEMBER && a->standing != MB_STANDING_MEMBER)
		return 0;
	/* "Mr Jones" is not Councillor Jones where councillors are titled. */
	if (title == MB_TITLE_CIVIL && a->title == MB_TITLE_MEMBER &&
	    !who->members_civil)
		return 0;
	/* "Tom Hill, who won a medal" is not Councillor Hill where the
	 * councillors are called so. */
	if (title == MB_TITLE_NONE && a->title == MB_TITLE_MEMBER &&
	    has_forename(name) && !strchr(a->name, ' '))
		return 0;
	if (mb_who_was_there(who, a))
		fit += 8;
	if (a->listed)
		fit += 4;
	/* A fuller name in the text beats a surname in the list. */
	if (strchr(a->name, ' '))
		fit += 6;
	/* Who is told of with what he is, rather than without. */
	if (a->role)
		fit += 1;
	/* "Councillor Bell" beside Chloe Bell, who has no title. */
	if (title == MB_TITLE_MEMBER && a->title == MB_TITLE_MEMBER)
		fit += 2;
	/* "Mr. Kennedy" among two: the one who is titled like him. */
	if (title == MB_TITLE_CIVIL && a->standing == MB_STANDING_OFFICER)
		fit += 1;
	return fit;
}

const struct mb_attendee *
mb_who_is_named(const struct mb_who *who, const char *name, enum mb_title title)
{
	g_autofree char *surname = mb_name_surname(name);
	GPtrArray *list =
	    surname ? g_hash_table_lookup(who->attendance->by_surname, surname)
		    : NULL;
	const struct mb_attendee *best = NULL;
	guint best_fit = 0;

	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(list, i);
		guint fit = fitness(who, a, name, title);

		if (fit > best_fit) {
			best = a;
			best_fit = fit;
		}
	}
	return best;
}

/* "The Executive Director will give an update" on an agenda that has no list;
 * the minutes in the same pack tell who it is.  NULL when two are told. */
static const struct mb_attendee *
holds_elsewhere(const struct mb_who *who, const struct mb_role_key *key)
{
	const struct mb_attendee *best = NULL;

	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);

		/* There are many who are just "Director". */
		if (a->standing != MB_STANDING_OFFICER || !a->key || !a->name ||
		    mb_role_keys_match(key, a->key) != MB_ROLE_SAME ||
		    strcmp(a->role, "Director") == 0)
			continue;
		if (best && !mb_names_agree(best->name, a->name))
			return NULL;
		if (!best || strlen(a->name) > strlen(best->name))
			best = a;
	}
	return best;
}

/* Does a list have @a among those who sent apologies?  The text of the same
 * list names him again. */
static gboolean
is_absent(const struct mb_who *who, const struct mb_attendee *a)
{
	GPtrArray *list =
	    a->surname
		? g_hash_table_lookup(who->attendance->by_surname, a->surname)
		: NULL;

	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *b = g_ptr_array_index(list, i);

		if (b->absent && b->listed && mb_who_was_there(who, b) &&
		    mb_names_agree(a->name, b->name))
			return TRUE;
	}
	return FALSE;
}

/* Two are told to hold a post alike: who of them was there, and not who sent
 * apologies; NULL when that does not part them. */
static const struct mb_attendee *
who_was_present(const struct mb_who *who, const struct mb_attendee *a,
                const struct mb_attendee *b)
{
	gboolean away_a, away_b;

	if (mb_names_agree(a->name, b->name))
		return NULL;
	away_a = is_absent(who, a);
	away_b = is_absent(who, b);
	return away_a == away_b ? NULL : away_a ? b : a;
}

const struct mb_attendee *
mb_who_holds(const struct mb_who *who, const struct mb_role_key *key)
{
	const struct mb_attendee *best = NULL, *present;
	enum mb_role_match best_match = MB_ROLE_DIFFERENT;
	gboolean listed = FALSE, several = FALSE;

	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);
		enum mb_role_match match;

		if (a->standing != MB_STANDING_OFFICER || !a->key || !a->name ||
		    !mb_who_was_there(who, a))
			continue;
		match = mb_role_keys_match(key, a->key);
		if (match == MB_ROLE_DIFFERENT || match < best_match)
			continue;
		present = best && match == best_match
		              ? who_was_present(who, best, a)
		              : NULL;
		if (present) {
			best = present;
			listed = best->listed;
			continue;
		}
		if (match == best_match && listed && !a->listed)
			continue;
		if (match > best_match || (a->listed && !listed)) {
			best = a;
			several = FALSE;
		} else if (!mb_names_agree(best->name, a->name)) {
			several = TRUE;
		} else if (strlen(a->name) > strlen(best->name)) {
			best = a;
		}
		best_match = match;
		listed = a->listed;
	}
	if (!best)
		return holds_elsewhere(who, key);
	return several ? NULL : best;
}

gboolean
mb_who_is_elsewhere(const struct mb_who *who, const struct mb_role_key *key)
{
	const GPtrArray *attendees = who->attendance->attendees;
	const char *committee = who->meeting ? who->meeting->committee : NULL;

	if (mb_who_holds(who, key))
		return FALSE;
	for (guint i = 0; i < attendees->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(attendees, i);

		if (a->key && a->standing == MB_STANDING_OTHER &&
		    mb_who_was_there(who, a) &&
		    mb_role_keys_match(key, a->key) != MB_ROLE_DIFFERENT)
			return TRUE;
	}
	return committee && strstr(committee, "Crime Panel") &&
	       mb_role_key_is(key, "commissioner");
}

const struct mb_attendee *
mb_who_holds_exactly(const struct mb_who *who, const char *role)
{
	struct mb_role_key *key = mb_role_key_new(role);
	const struct mb_attendee *found = NULL;

	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);

		if (a->standing == MB_STANDING_OFFICER && a->key && a->name &&
		    a->listed && mb_who_was_there(who, a) &&
		    mb_role_keys_match(key, a->key) == MB_ROLE_SAME)
			found = a;
	}
	mb_role_key_free(key);
	return found;
}

gboolean
mb_who_initials_clash(const struct mb_who *who, const char *name)
{
	g_autofree char *surname = mb_name_surname(name);
	g_autofree char *given = mb_name_given(name);
	GPtrArray *list =
	    surname ? g_hash_table_lookup(who->attendance->by_surname, surname)
		    : NULL;

	if (g_utf8_strlen(given, -1) < 2)
		return FALSE;
	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(list, i);
		g_autofree char *other = mb_name_given(a->name);

		if (a->standing == MB_STANDING_MEMBER &&
		    g_utf8_strlen(other, -1) > 1 &&
		    g_utf8_get_char(other) == g_utf8_get_char(given) &&
		    !mb_names_agree(a->name, name))
			return TRUE;
	}
	return FALSE;
}

/* --- the style of the meeting's lists ------------------------------------ */

/* How the lists of the meeting print people, counted. */
struct style {
	guint members_called; /* by title, in a list or in the text */
	guint members_titled;
	guint members_civil;
	guint members_plain;
	guint listed;
	guint officers;
	guint guessed; /* officers like those members who are plain */
	guint keys;
};

static void
read_style(const struct mb_who *who, struct style *style)
{
	memset(style, 0, sizeof *style);
	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);

		if (!mb_who_was_there(who, a))
			continue;
		style->members_called += a->title == MB_TITLE_MEMBER ? 1 : 0;
		if (!a->listed)
			continue;
		style->listed++;
		style->keys += a->initials ? 1 : 0;
		style->guessed += a->guessed ? 1 : 0;
		if (a->standing == MB_STANDING_OFFICER)
			style->officers++;
		else if (a->standing != MB_STANDING_MEMBER)
			continue;
		else if (a->title == MB_TITLE_MEMBER)
			style->members_titled++;
		else if (a->title == MB_TITLE_CIVIL)
			style->members_civil++;
		else if (strchr(a->name, ' ') && !a->guessed)
			style->members_plain++;
	}
}

void
mb_who_init(struct mb_who *who, const struct mb_attendance *attendance,
            const struct mb_meeting *meeting)
{
	struct style style;

	*who = (struct mb_who){ .attendance = attendance, .meeting = meeting };
	read_style(who, &style);
	who->officers_untitled = style.officers > 0 && style.members_titled > 0;
	who->members_civil = style.members_civil > style.members_titled;
	who->members_plain =
	    style.members_plain + style.guessed > style.members_titled;
	who->members_called = style.members_called > 0;
	who->keyed = style.keys > 0;
	who->all_keyed = style.keys * 2 >= style.listed;
	who->unlisted = style.keys + style.officers + style.members_titled +
	                    style.members_civil + style.members_plain ==
	                0;
}
