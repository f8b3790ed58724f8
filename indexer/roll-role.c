/* What an entry of an attendance list says that somebody is. */
#include <string.h>

#include "indexer/roll-entry.h"

/* "Asst.", "Admin." */
#define CUT_MAX_BYTES 5

/* "(arrived at 7.01pm)", "via Teams", "substitute for J A Wyatt": what somebody
 * did, not what he is. */
gboolean
mb_roll_is_doing(const struct mb_tokens *t, guint i)
{
	static const char words[] =
	    "were was is are has had have would will arrived left joined via "
	    "for from until till item "
	    "items remote "
	    "remotely virtual virtually online teams zoom by attended "
	    "attending substitute substituting part of who one two three four "
	    "five six seven eight nine ten eleven twelve several other others";
	static struct mb_word_set *set;

	return mb_word_in(t->tokens[i].fold, &set, words);
}

/* "Borough Council 5 members of the public", "Clerk Several residents": where
 * the words [first, end) begin to count who else was there. */
static guint
before_count(const struct mb_tokens *t, guint first, guint end)
{
	static const char people[] = "member members parishioner parishioners "
				     "resident residents people others";
	static const char numbers[] =
	    "one two three four five six seven eight nine ten several some";
	static struct mb_word_set *set, *number_set;

	for (guint i = first; i + 1 < end; i++)
		if (((t->tokens[i].flags & MB_TOKEN_NUMBER) ||
		     mb_word_in(t->tokens[i].fold, &number_set, numbers)) &&
		    mb_word_in(t->tokens[i + 1].fold, &set, people))
			return i;
	return end;
}

/* "Port Manager. Mr Orme joined at 2.20": where a sentence begins behind a word
 * that is not cut short. */
static guint
before_sentence(const struct mb_tokens *t, guint first, guint end)
{
	for (guint i = first + 1; i < end; i++)
		if (t->tokens[i].gap == MB_GAP_STOP &&
		    t->tokens[i - 1].len > CUT_MAX_BYTES &&
		    (t->tokens[i].flags & MB_TOKEN_UPPER))
			return i;
	return end;
}

/* "Clerk Email: clerk@marram.example", "Clerk clerk@marram.example": where it
 * is told how to write to somebody. */
static guint
before_contact(const struct mb_tokens *t, guint first, guint end)
{
	static const char words[] = "email tel telephone phone mobile";
	static struct mb_word_set *set;

	for (guint i = first; i < end; i++)
		if (mb_word_in(t->tokens[i].fold, &set, words) ||
		    (i + 1 < t->n && t->tokens[i + 1].at > 0 &&
		     t->text[t->tokens[i + 1].at - 1] == '@'))
			return i;
	return end;
}

/* Has a role a capital, or is it a post in small letters?  "representing" and
 * "noted" are none. */
static gboolean
looks_like_role(const struct mb_tokens *t, guint first, guint end)
{
	for (guint i = first; i < end; i++)
		if ((t->tokens[i].flags & (MB_TOKEN_UPPER | MB_TOKEN_NUMBER)) ||
		    mb_word_is_post(t->tokens[i].fold) ||
		    mb_word_is_common(t->tokens[i].fold))
			return TRUE;
	return FALSE;
}

/* Where the role ends that begins at @first: before what stands in a bracket
 * unless it is its field, which sets *in_bracket; before the next column's
 * name, "Nick Oakhill (NO) CHAIR   Norma Jones"; before who else was there, or
 * where to write to. */
static guint
role_end(const struct mb_tokens *t, guint first, guint end,
         gboolean *in_bracket)
{
	guint closed = 0;

	for (guint i = first + 1; i < end; i++)
		if (t->tokens[i].gap & MB_GAP_OPEN) {
			closed = mb_role_field_end(t, i);
			closed = closed > end ? 0 : closed;
			end = MAX(closed, i);
		}
	for (guint i = first + 1; i < end; i++) {
		struct mb_name other;

		if (mb_name_read(t, i, FALSE, &other) && other.full &&
		    mb_word_is_forename(t->tokens[i].fold))
			end = i;
	}
	end = before_contact(t, first, before_count(t, first, end));
	end = before_sentence(t, first, end);
	*in_bracket = closed == end;
	return end;
}

/* "Bicester, Oxfordshire, OX26 9ZZ": do the words end in a postcode? */
static gboolean
is_address(const struct mb_tokens *t, guint first, guint end)
{
	const struct mb_token *in = &t->tokens[end - 1];
	const struct mb_token *out = in - 1;

	return end > first + 1 && in->len == 3 &&
	       g_ascii_isdigit(t->text[in->at]) &&
	       g_ascii_isupper(t->text[in->at + 1]) &&
	       g_ascii_isupper(t->text[in->at + 2]) && out->len <= 4 &&
	       g_ascii_isupper(t->text[out->at]) &&
	       strpbrk(out->fold, "0123456789");
}

/* May the words [first, end) be a role?  "Michael Killeen (A)" acts in the post
 * that is printed before; "Emma Stowe, Steve & Ann Dale" are three; "Mr. J.
 * Delaney, Mr. J.B." is a name that was not read; "2 Forge Cottages" is where
 * somebody lives. */
static gboolean
is_role(const struct mb_tokens *t, guint first, guint end)
{
	return first < end && !mb_roll_is_doing(t, first) &&
	       !is_address(t, first, end) &&
	       strspn(t->tokens[first].fold, "0123456789") !=
	           strlen(t->tokens[first].fold) &&
	       looks_like_role(t, first, end) &&
	       !mb_word_is_forename(t->tokens[first].fold) &&
	       (end - first > 1 || t->tokens[first].len > 1);
}

char *
mb_roll_role(const struct mb_tokens *t, guint first, guint end)
{
	g_autofree char *text = NULL;
	const struct mb_token *last;
	gboolean plural, in_bracket;
	guint title_end;

	while (first < end &&
	       (mb_tokens_is(t, first, "and") || mb_tokens_is(t, first, "the")))
		first++;
	while (end > first && mb_tokens_is(t, end - 1, "and"))
		end--;
	if (first >= end ||
	    mb_title_read(t, first, &title_end, &plural) == MB_TITLE_CIVIL)
		return NULL;
	end = role_end(t, first, end, &in_bracket);
	if (!is_role(t, first, end))
		return NULL;
	text = mb_tokens_text(t, first, end);
	last = &t->tokens[end - 1];
	return g_strconcat(text,
	                   (last->flags & MB_TOKEN_DOTTED) &&
	                           t->text[last->at + last->len] == '.'
	                       ? "."
	                       : "",
	                   in_bracket ? ")" : "", NULL);
}
