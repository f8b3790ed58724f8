/* Which item of a meeting the number means that is printed in a link, or the
 * heading over it. */
#include <string.h>

#include "query/likeness.h"
#include "query/resolve-parts.h"
#include "shim/keys.h"

/* "20(3)" after "20", "13ii" after "13", "11.1" after "11": a paragraph of the
 * item whose number it begins with. */
static const char *
paragraph(const char *key, const char *number)
{
	gsize n = strlen(number);

	if (n == 0 || strncmp(key, number, n) != 0)
		return NULL;
	key += n;
	if (*key == '(')
		return key;
	if (*key == '.' && g_ascii_isdigit(key[1]))
		return key;
	return g_ascii_isalpha(*key) && strlen(key) <= 5 ? key : NULL;
}

/* Whether the label of a paragraph stands in the item: "(3)", "ii)". */
static gboolean
has_label(const struct mb_item *item, const char *label)
{
	g_autofree char *bare = g_strdup(label + strspn(label, "(."));
	g_autofree char *closed = NULL;

	bare[strcspn(bare, ")(")] = '\0';
	closed = g_strconcat(bare, ")", NULL);
	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *resolution =
		    g_ptr_array_index(item->resolutions, i);
		g_autofree char *its = mb_key_number(resolution->label);

		if (strcmp(its + strspn(its, "("), closed) == 0 ||
		    strcmp(its, bare) == 0)
			return TRUE;
	}
	return strstr(item->text, closed) != NULL;
}

static enum mb_fit
fits(const struct mb_cited *s, const struct mb_item *there)
{
	const char *key = mb_resolver_key(s->r, there->number);
	const char *label;

	if (*key == '\0')
		return MB_FIT_NOT;
	if (strcmp(key, s->key) == 0)
		return MB_FIT_EXACT;
	label = paragraph(s->key, key);
	if (label == NULL)
		return MB_FIT_NOT;
	return has_label(there, label) ? MB_FIT_EXACT : MB_FIT_WHOLE;
}

/* Minutes tell what a number stood for; an agenda may count otherwise. */
static guint
worth(const struct mb_item *item, enum mb_fit fit)
{
	static const guint of_kind[MB_N_KINDS] = {
		[MB_KIND_MINUTE] = 6,   [MB_KIND_DECISION] = 5,
		[MB_KIND_ACTION] = 4,   [MB_KIND_REPORT] = 3,
		[MB_KIND_AGENDA] = 2,   [MB_KIND_APPENDIX] = 1,
		[MB_KIND_QUESTION] = 1,
	};

	return of_kind[item->kind] * 2 + (fit == MB_FIT_EXACT ? 1 : 0);
}

const struct mb_item *
mb_cited_by_number(const struct mb_cited *s, const GPtrArray *there,
                   enum mb_fit *fit)
{
	const struct mb_item *best = NULL;

	*fit = MB_FIT_NOT;
	for (guint i = 0; i < there->len; i++) {
		const struct mb_item *one = g_ptr_array_index(there, i);
		enum mb_fit its =
		    mb_cited_is_there(s, one) ? fits(s, one) : MB_FIT_NOT;

		if (its == MB_FIT_NOT ||
		    (best != NULL && worth(one, its) <= worth(best, *fit)))
			continue;
		best = one;
		*fit = its;
	}
	return best;
}

/* "4.4.4.13i" under matters arising was "4.4.13i" at the meeting before: the
 * item there under which that number stood. */
const struct mb_item *
mb_cited_by_history(const struct mb_cited *s, const GPtrArray *there,
                    const char **part)
{
	*part = mb_key_earlier(s->key);
	for (guint i = 0; *part != NULL && i < there->len; i++) {
		const struct mb_item *one = g_ptr_array_index(there, i);

		if (!mb_cited_is_there(s, one))
			continue;
		for (guint k = 0; k < one->refs->len; k++) {
			const struct mb_ref *ref =
			    g_ptr_array_index(one->refs, k);

			if (ref->dir == MB_REF_BACK &&
			    strcmp(mb_resolver_key(s->r, ref->number), *part) ==
			        0)
				return one;
		}
	}
	*part = NULL;
	return NULL;
}

const struct mb_item *
mb_cited_by_heading(const struct mb_cited *s, const GPtrArray *there)
{
	const char *topic = mb_resolver_topic_key(s->r, s->item);
	const struct mb_item *best = NULL;

	if (mb_likeness_is_routine(topic))
		return NULL;
	for (guint i = 0; i < there->len; i++) {
		const struct mb_item *one = g_ptr_array_index(there, i);

		if (mb_cited_is_there(s, one) &&
		    strcmp(topic, mb_resolver_topic_key(s->r, one)) == 0 &&
		    (best == NULL ||
		     worth(one, MB_FIT_EXACT) > worth(best, MB_FIT_EXACT)))
			best = one;
	}
	return best;
}
