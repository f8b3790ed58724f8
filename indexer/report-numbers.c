#include "config.h"

#include "indexer/report-numbers.h"

#include <string.h>

/* How many longer words of @title begin as words of @other do: "Commissioner's
 * 6 monthly Review", "Six Month Review into … by the Commissioner". */
static guint
common_words(const char *title, const char *other, guint *n_words)
{
	g_autofree char *a = g_utf8_strdown(title, -1);
	g_autofree char *b = g_utf8_strdown(other, -1);
	g_auto(GStrv) words = g_strsplit_set(a, " -,:;()/", -1);
	guint i, n = 0;

	*n_words = 0;
	for (i = 0; words[i] && i < 40; i++) {
		char *at;

		if (strlen(words[i]) < 5)
			continue;
		(*n_words)++;
		words[i][5] = '\0';
		at = strstr(b, words[i]);
		n += at && (at == b || !g_ascii_isalpha(at[-1])) ? 1 : 0;
	}
	return n;
}

/* The agenda item that a report without a number belongs to, by its title. */
static const char *
number_by_title(const GPtrArray *drafts, const char *title)
{
	const char *number = NULL;
	guint i, best = 1, n_words;

	for (i = 0; i < drafts->len; i++) {
		const struct mb_draft *d = g_ptr_array_index(drafts, i);
		guint n;

		if (d->item->kind != MB_KIND_AGENDA || !d->item->title ||
		    !d->item->number)
			continue;
		n = common_words(title, d->item->title, &n_words);
		if (n > best && n * 3 >= n_words * 2) {
			best = n;
			number = d->item->number;
		}
	}
	return number;
}

void
mb_report_numbers_set(GPtrArray *drafts)
{
	const char *last = NULL;
	guint i;

	for (i = 0; i < drafts->len; i++) {
		struct mb_draft *d = g_ptr_array_index(drafts, i);

		if (d->item->kind != MB_KIND_REPORT &&
		    d->item->kind != MB_KIND_APPENDIX)
			continue;
		if (!d->item->number && d->item->title)
			d->item->number =
			    g_strdup(number_by_title(drafts, d->item->title));
		if (!d->item->number && d->item->kind == MB_KIND_APPENDIX)
			d->item->number = g_strdup(last);
		last = d->item->number;
	}
}
