#include "indexer/small-posts.h"

#include <string.h>

#include "indexer/names.h"

gboolean
mb_small_post_owns(const char *fold)
{
	static const char owned[] =
	    "report reports salary expenses update wages hours correspondence";
	static struct mb_word_set *owned_set;

	return mb_word_in(fold, &owned_set, owned);
}

/* "the clerk said", "Clerks Report", "CLERK'S SALARY": in small councils the
 * post is printed in any letters. */
gboolean
mb_small_post_is_clerk(const struct mb_tokens *t, guint i)
{
	const struct mb_token *w = &t->tokens[i];

	if (strcmp(w->fold, "clerks") == 0)
		return i + 1 < t->n &&
		       mb_small_post_owns(t->tokens[i + 1].fold);
	/* "the cost is high - clerk to check" */
	return strcmp(w->fold, "clerk") == 0 && !(w->flags & MB_TOKEN_UPPER) &&
	       i > 0 &&
	       (w->gap == 0 ||
	        (mb_tokens_is(t, i + 1, "to") && !mb_tokens_gap(t, i + 1)));
}

/* "the s.151 officer", "the section 151 Officer" of the Local Government Act
 * 1972: the word behind it; @i when that does not stand there. */
static guint
read_section(const struct mb_tokens *t, guint i)
{
	guint end = i;

	if (mb_tokens_is(t, i, "section") || mb_tokens_is(t, i, "s"))
		end++;
	if (end >= t->n || !mb_tokens_is(t, end + 1, "officer") ||
	    !(end == i ? mb_tokens_is(t, end, "s151")
	               : (t->tokens[end].flags & MB_TOKEN_NUMBER) != 0))
		return i;
	return end + 2;
}

/* "the highways area engineer", "the Council's access officer": a post in small
 * letters, with what it is for.  Returns the word behind it; @i when none
 * begins there. */
guint
mb_small_post_read(const struct mb_tokens *t, guint i)
{
	static const char posts[] = "officer engineer manager surveyor";
	static const char others[] =
	    "and or of for to in on at by with from as a an that this which "
	    "who the his her their its was is are were had has be new local "
	    "relevant appropriate responsible case lead duty line other same "
	    "next senior chief investigating returning presiding police";
	static struct mb_word_set *post_set, *other_set;

	/* What leads up to a post is no more than three words. */
	if (i == 0 || t->tokens[i].gap ||
	    !(mb_tokens_is(t, i - 1, "the") ||
	      (t->tokens[i - 1].flags & MB_TOKEN_POSSESSIVE)))
		return i;
	if (read_section(t, i) > i)
		return read_section(t, i);
	for (guint k = i; k < t->n && k < i + 4; k++) {
		const struct mb_token *w = &t->tokens[k];

		if ((k > i && w->gap) || w->flags ||
		    mb_word_in(w->fold, &other_set, others))
			return i;
		if (mb_word_in(w->fold, &post_set, posts))
			/* There are many planning officers. */
			return k == i || (k == i + 1 &&
			                  mb_tokens_is(t, i, "planning"))
			           ? i
			           : k + 1;
	}
	return i;
}
