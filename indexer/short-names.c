#include "indexer/short-names.h"

#include <string.h>

/* May initials mean @a?  Who sent apologies is in no list beside his key, but
 * is given something to do: "AS to action". */
static gboolean
may_be_meant(const struct mb_who *who, const struct mb_attendee *a,
             gboolean absent)
{
	if (!a->name || !mb_who_was_there(who, a))
		return FALSE;
	if (absent)
		return a->absent && !a->initials && !a->listed;
	return a->listed != who->unlisted;
}

/* "PC to establish where it is" of a parish council: itself, unless a list has
 * it as a key. */
static gboolean
is_council(const struct mb_who *who, const char *word)
{
	static const struct {
		const char *word, *council;
	} kinds[] = { { "PC", "Parish Council" },
		      { "CC", "Community Council" },
		      { "TC", "Town Council" } };
	const char *committee = who->meeting ? who->meeting->committee : NULL;

	for (guint i = 0; committee && i < G_N_ELEMENTS(kinds); i++)
		if (!strcmp(word, kinds[i].word))
			return g_str_has_suffix(committee, kinds[i].council);
	return FALSE;
}

/* "AS to chase NO re sleepers": a word that is somebody's initials, first of
 * whom a list has it as the key.  "D.H." may be the first half of "D.H.
 * Vaughan" as well, where no list has it as a key. */
static const struct mb_attendee *
who_has_key(const struct mb_who *who, const char *word, gboolean absent)
{
	const struct mb_attendee *found = NULL;
	gboolean two = FALSE;

	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);

		if (!may_be_meant(who, a, absent))
			continue;
		if (a->initials
		        ? strcmp(a->initials, word) != 0
		        : (who->keyed && who->all_keyed && !absent) ||
		              strchr(word, '.') || is_council(who, word) ||
		              !mb_name_has_key(a->name, word))
			continue;
		if (found && !mb_names_agree(found->name, a->name)) {
			if (!found->initials == !a->initials)
				two = TRUE;
			if (found->initials || !a->initials)
				continue;
			two = FALSE;
		}
		found = a;
	}
	return two ? NULL : found;
}

/* A line in capitals, "NO ACTION OWNER UPDATE", has words, not initials. */
static gboolean
in_capitals(const struct mb_tokens *t, guint i)
{
	guint first = i, end = i + 1, n_caps = 0, n_slashes = 0;

	while (first > 0 &&
	       !(t->tokens[first].gap & (MB_GAP_LINE | MB_GAP_CELL)))
		first--;
	while (end < t->n &&
	       !(t->tokens[end].gap & (MB_GAP_LINE | MB_GAP_CELL)))
		end++;
	for (guint k = first; k < end; k++) {
		n_caps += (t->tokens[k].flags & MB_TOKEN_CAPS) ? 1 : 0;
		n_slashes += (t->tokens[k].gap & MB_GAP_SLASH) ? 1 : 0;
	}
	/* "NO/CF": two owners. */
	return end - first > 1 && n_caps == end - first &&
	       n_slashes + 1 != end - first;
}

GPtrArray *
mb_short_names_keys(const struct mb_tokens *t, const struct mb_who *who)
{
	GPtrArray *out = g_ptr_array_new();

	for (guint i = 0; i < t->n; i++) {
		const struct mb_token *w = &t->tokens[i];
		g_autofree char *word = NULL;
		const struct mb_attendee *a;

		if (w->len < 2 || w->len > 4 || !(w->flags & MB_TOKEN_UPPER) ||
		    g_ascii_islower(t->text[w->at + 1]))
			continue;
		word = g_strndup(t->text + w->at, w->len);
		if (w->flags & MB_TOKEN_POSSESSIVE)
			word[w->len - strlen("s") - 1] = '\0';
		a = who_has_key(who, word, FALSE);
		if (!a)
			a = who_has_key(who, word, TRUE);
		/* "VI. Budget": the item's number, not Vi Innes. */
		if (a && i == 0 && strspn(word, "IVXLC") == strlen(word))
			continue;
		/* "the CC" is the council, not Che Campbell. */
		if (a && i > 0 && w->gap == 0 &&
		    (mb_tokens_is(t, i - 1, "the") ||
		     mb_tokens_is(t, i - 1, "our") ||
		     mb_tokens_is(t, i - 1, "a")))
			continue;
		/* "7.30 PM" is no hour of Pia Moss. */
		if (a && i > 0 && (t->tokens[i - 1].flags & MB_TOKEN_NUMBER) &&
		    !(w->gap & ~(guint)MB_GAP_STOP) && w->fold[1] == 'm' &&
		    w->len == 2)
			continue;
		if (a && !in_capitals(t, i))
			g_ptr_array_add(out, (gpointer)(gsize)a);
	}
	return out;
}

/* Keep who is called @fold, or NULL when two are; takes @fold. */
static void
add_given(GHashTable *given, char *fold, const struct mb_attendee *a)
{
	const struct mb_attendee *b = g_hash_table_lookup(given, fold);
	gboolean two = g_hash_table_contains(given, fold) &&
	               (!b || !mb_names_agree(a->name, b->name));

	g_hash_table_replace(given, fold, two ? NULL : (gpointer)(gsize)a);
}

/* The folded first names of those who are listed without titles; of a name
 * that two have, NULL. */
static GHashTable *
given_names(const struct mb_who *who)
{
	GHashTable *given =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);
		char *fold;

		/* Who is not listed, but moves or seconds, is a member too. */
		if ((!a->listed && a->standing != MB_STANDING_MEMBER) ||
		    !a->name || a->title != MB_TITLE_NONE ||
		    !mb_who_was_there(who, a))
			continue;
		fold = mb_name_given(a->name);
		if (strlen(fold) < 3)
			g_free(fold);
		else
			add_given(given, fold, a);
	}
	return given;
}

GPtrArray *
mb_short_names_given(const struct mb_tokens *t, const struct mb_who *who)
{
	GPtrArray *out = g_ptr_array_new();
	g_autoptr(GHashTable) given = given_names(who);

	for (guint i = 0; i < t->n; i++) {
		const struct mb_token *w = &t->tokens[i];
		const struct mb_attendee *a;

		if (!(w->flags & MB_TOKEN_UPPER) || (w->flags & MB_TOKEN_CAPS))
			continue;
		a = g_hash_table_lookup(given, w->fold);
		if (!a)
			continue;
		/* Followed by a surname it is that person's, and was read. */
		if (i + 1 < t->n && t->tokens[i + 1].gap == 0 &&
		    (t->tokens[i + 1].flags & MB_TOKEN_UPPER))
			continue;
		if (i > 0 && w->gap == 0 &&
		    (t->tokens[i - 1].flags & MB_TOKEN_UPPER) &&
		    !mb_word_is_common(t->tokens[i - 1].fold))
			continue;
		g_ptr_array_add(out, (gpointer)(gsize)a);
	}
	return out;
}

/* The one who was there, of the members if @members, and has the surname; NULL:
 * none, or several. */
static const struct mb_attendee *
called(const struct mb_who *who, const struct mb_token *w, gboolean members)
{
	const GPtrArray *list =
	    (w->flags & MB_TOKEN_UPPER)
		? g_hash_table_lookup(who->attendance->by_surname, w->fold)
		: NULL;
	const struct mb_attendee *found = NULL;

	for (guint i = 0; list && i < list->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(list, i);

		if (!a->name || !mb_who_was_there(who, a) ||
		    (members && a->standing != MB_STANDING_MEMBER))
			continue;
		if (found && !mb_names_agree(found->name, a->name))
			return NULL;
		found = a;
	}
	return found;
}

/* The word behind word @i where the next name of a row stands. */
static guint
next_in_row(const struct mb_tokens *t, guint i)
{
	if (i + 2 < t->n && mb_tokens_is(t, i + 1, "and"))
		return t->tokens[i + 1].gap & ~(guint)MB_GAP_COMMA ? t->n
		                                                   : i + 2;
	return mb_tokens_gap(t, i + 1) == MB_GAP_COMMA ? i + 1 : t->n;
}

/* Of those who voted, some stand alone: "FOR: Convery, Devenny AGAINST:
 * Hamill". */
GPtrArray *
mb_short_names_rows(const struct mb_tokens *t, const struct mb_who *who)
{
	GPtrArray *out = g_ptr_array_new();
	g_autoptr(GPtrArray) alone = g_ptr_array_new();

	for (guint i = 0; i < t->n; i++) {
		guint n_before = out->len, end = i;

		/* Behind a word, or a name, it is part of it. */
		if (!(t->tokens[i].gap & ~(guint)MB_GAP_COMMA))
			continue;
		for (guint k = i; k < t->n; k = next_in_row(t, k)) {
			const struct mb_attendee *a =
			    called(who, &t->tokens[k], TRUE);

			if (!a)
				break;
			g_ptr_array_add(out, (gpointer)(gsize)a);
			end = k;
		}
		if (out->len == n_before + 1) {
			gpointer one = g_ptr_array_steal_index(out, n_before);

			if (mb_tokens_gap(t, i + 1) & ~(guint)MB_GAP_COMMA)
				g_ptr_array_add(alone, one);
		}
		i = end;
	}
	if (out->len > 0)
		g_ptr_array_extend(out, alone, NULL, NULL);
	return out;
}

/* "Motion made by Ann", "seconded Haskins", "Member Hanna" */
static gboolean
is_behind_act(const struct mb_tokens *t, guint i)
{
	static const char acts[] = "moved motion motioned seconded second "
				   "proposed nominated made 2nd 2nded";
	static struct mb_word_set *set;

	if (i == 0 || t->tokens[i].gap)
		return FALSE;
	if (mb_tokens_is(t, i - 1, "by"))
		return i > 1 && mb_word_in(t->tokens[i - 2].fold, &set, acts);
	return mb_tokens_is(t, i - 1, "seconded") ||
	       mb_tokens_is(t, i - 1, "member");
}

gboolean
mb_short_names_acts(const struct mb_tokens *t, guint i)
{
	static const char acts[] =
	    "moved motioned seconded proposed 2nd 2nded reported noted said "
	    "asked stated provided presented commented suggested advised "
	    "explained informed agreed thanked expressed requested questioned "
	    "raised confirmed responded replied added recused abstained "
	    "volunteered read gave updated introduced reviewed spoke answered "
	    "outlined summarised clarified will";
	static struct mb_word_set *set;

	return i + 1 < t->n && !t->tokens[i + 1].gap &&
	       mb_word_in(t->tokens[i + 1].fold, &set, acts);
}

/* "Attorney Lahey", "Chief Pell", "Treasurer Voss": a word that stands for the
 * post of who follows. */
static gboolean
is_behind_post(const struct mb_tokens *t, guint i)
{
	static const char posts[] =
	    "chief treasurer secretary recorder attorney "
	    "deputy sheriff";
	static struct mb_word_set *set;

	return i > 0 && !t->tokens[i].gap &&
	       (t->tokens[i - 1].flags & MB_TOKEN_UPPER) &&
	       (mb_word_is_post(t->tokens[i - 1].fold) ||
	        mb_word_in(t->tokens[i - 1].fold, &set, posts));
}

GPtrArray *
mb_short_names_acting(const struct mb_tokens *t, const struct mb_who *who)
{
	GPtrArray *out = g_ptr_array_new();
	g_autoptr(GHashTable) given = given_names(who);
	gboolean acts = FALSE;

	for (guint i = 0; i < t->n; i++) {
		const struct mb_token *w = &t->tokens[i];
		const struct mb_attendee *a;

		/* "Motion by Slade/Bush" */
		acts = (acts && w->gap == MB_GAP_SLASH) ||
		       is_behind_act(t, i) || is_behind_post(t, i) ||
		       ((w->gap || i == 0 ||
		         !(t->tokens[i - 1].flags & MB_TOKEN_UPPER)) &&
		        mb_short_names_acts(t, i));
		if (!acts || !(w->flags & MB_TOKEN_UPPER) ||
		    (!mb_tokens_gap(t, i + 1) && i + 1 < t->n &&
		     (t->tokens[i + 1].flags & MB_TOKEN_UPPER)))
			continue;
		a = called(who, w, FALSE);
		if (!a)
			a = g_hash_table_lookup(given, w->fold);
		if (a)
			g_ptr_array_add(out, (gpointer)(gsize)a);
	}
	return out;
}

const struct mb_attendee *
mb_short_names_holder(const struct mb_tokens *t, guint i,
                      const struct mb_who *who)
{
	const struct mb_attendee *a = called(who, &t->tokens[i], FALSE);

	/* "our Planning Lead Madeleine" */
	if (!a && (t->tokens[i].flags & MB_TOKEN_UPPER)) {
		g_autoptr(GHashTable) given = given_names(who);

		a = g_hash_table_lookup(given, t->tokens[i].fold);
	}
	return a && (a->standing == MB_STANDING_OFFICER ||
	             (a->standing == MB_STANDING_MEMBER && !a->title))
	           ? a
	           : NULL;
}

gboolean
mb_short_names_knows(const struct mb_who *who, const char *word)
{
	for (guint i = 0; i < who->attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(who->attendance->attendees, i);

		if (a->name && mb_name_has_key(a->name, word))
			return TRUE;
	}
	return FALSE;
}
