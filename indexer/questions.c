#include "config.h"

#include "indexer/questions.h"

#include <string.h>

#include "indexer/patterns.h"

/* Bytes of the label before a question's number: "Question No. 3", "Q3". */
static gsize
label_length(const char *fold)
{
	static const char *const labels[] = { "question no. ",
		                              "question no ",
		                              "question number ",
		                              "public question ",
		                              "question ",
		                              "q.",
		                              "q" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(labels); i++)
		if (g_str_has_prefix(fold, labels[i]))
			return strlen(labels[i]);
	return 0;
}

/* Bytes of the label and the number behind it; 0 when there is no number. */
static gsize
numbered(const char *fold, gsize *number, gsize *n_digits)
{
	gsize at = label_length(fold);

	*n_digits = at ? strspn(fold + at, "0123456789") : 0;
	*number = at;
	if (!*n_digits || *n_digits > 3 ||
	    g_ascii_isalnum(fold[at + *n_digits]))
		return 0;
	at += *n_digits;
	return at + strspn(fold + at, " .:)-");
}

/* Bytes of the number before a heading: "(1) ", "1. "; 0 for none. */
static gsize
number_before(const char *fold, gsize *number, gsize *n_digits)
{
	gsize at = *fold == '(' ? 1 : 0, marks;

	*number = at;
	*n_digits = strspn(fold + at, "0123456789");
	at += *n_digits;
	marks = strspn(fold + at, ".)");
	if (!*n_digits || *n_digits > 3 || !marks || fold[at + marks] != ' ')
		return 0;
	return at + marks + 1;
}

/* "question from Ms Orme", "councillor lusk asked the leader:", "mr e hird to
 * the portfolio holder": who asks. */
static gboolean
names_asker(const char *fold)
{
	static GRegex *asker_re;

	return mb_regex_in(
	    &asker_re,
	    "^(?:question |supplementary question )?(?:from|(?:submitted "
	    "|asked "
	    "|put )?by) |^(?:councillor|cllr|mr|mrs|ms|miss|dr)\\b.{2,60} "
	    "(?:asked|to ask|asks|to) (?:the |councillor|cllr|mr|mrs|ms|dr)",
	    fold);
}

gboolean
mb_questions_begins(const struct mb_looks *looks, guint i)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	gsize number, n_digits, n;

	if (numbered(look->fold, &number, &n_digits))
		return TRUE;
	if (look->n_words > 20 || look->sentence)
		return FALSE;
	n = number_before(look->fold, &number, &n_digits);
	return names_asker(look->fold + n) &&
	       (n || g_str_has_prefix(look->fold, "question "));
}

gboolean
mb_questions_answers(const struct mb_looks *looks, guint i)
{
	static const char *const leads[] = { "answer", "reply", "response" };
	const char *fold = mb_looks_at(looks, i)->fold;
	guint k;

	for (k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(fold, leads[k]))
			return TRUE;
	return *fold == 'a' &&
	       strchr(".:", fold[1 + strspn(fold + 1, "0123456789")]) &&
	       fold[1 + strspn(fold + 1, "0123456789")];
}

char *
mb_questions_number(const char *text, gsize *rest)
{
	g_autofree char *fold = g_ascii_strdown(text, -1);
	gsize number, n_digits;

	*rest = numbered(fold, &number, &n_digits);
	if (!*rest)
		*rest = number_before(fold, &number, &n_digits);
	/* "Q1" is a number as it is printed, of "Question 1" the 1 alone. */
	if (*rest && number == 1 && *fold == 'q') {
		number = 0;
		n_digits++;
	}
	return *rest ? g_strndup(text + number, n_digits) : NULL;
}
