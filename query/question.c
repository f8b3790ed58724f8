#include "query/question.h"

#include <string.h>

#include "base/date.h"
#include "base/error.h"

static const char *const sort_names[] = {
	[MB_SORT_RELEVANCE] = "relevance",
	[MB_SORT_NEWEST] = "newest",
	[MB_SORT_OLDEST] = "oldest",
};

struct mb_question *
mb_question_new(void)
{
	struct mb_question *question = g_new0(struct mb_question, 1);

	question->text = g_strdup("");
	question->n_max = MB_QUESTION_ROWS;
	return question;
}

void
mb_question_free(struct mb_question *question)
{
	if (question == NULL)
		return;
	g_free(question->text);
	g_free(question->committee);
	g_free(question->officer);
	g_free(question);
}

gboolean
mb_question_is_blank(const char *text)
{
	while (text != NULL &&
	       g_unichar_isspace(g_utf8_get_char_validated(text, -1)))
		text = g_utf8_next_char(text);
	return text == NULL || *text == '\0';
}

gboolean
mb_question_is_narrowed(const struct mb_question *question)
{
	return !mb_question_is_blank(question->committee) ||
	       !mb_question_is_blank(question->officer) ||
	       question->asks_only || question->from_ymd != 0 ||
	       question->to_ymd != 0;
}

gboolean
mb_question_is_empty(const struct mb_question *question)
{
	return mb_question_is_blank(question->text) &&
	       mb_question_is_blank(question->committee) &&
	       mb_question_is_blank(question->officer) &&
	       question->from_ymd == 0 && question->to_ymd == 0;
}

/* A range has two ends, and either end of it may be open, so it can't say
 * where another range begins. */
static gboolean
read_day(const char *text, struct mb_date_range *range, GError **error)
{
	if (strstr(text, "..") != NULL) {
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "\"%s\" is a range; one date is needed here", text);
		return FALSE;
	}
	if (mb_date_parse(text, range, NULL))
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "\"%s\" is not a date; write 5 March 2020, 05/03/2020, "
	            "March 2020, 2020 or 2020/21",
	            text);
	return FALSE;
}

gboolean
mb_question_read_from(const char *text, guint32 *out, GError **error)
{
	struct mb_date_range range = { 0, 0 };
	gboolean good = read_day(text, &range, error);

	*out = good ? range.from_ymd : 0;
	return good;
}

gboolean
mb_question_read_to(const char *text, guint32 *out, GError **error)
{
	struct mb_date_range range = { 0, 0 };
	gboolean good = read_day(text, &range, error);

	*out = good ? range.to_ymd : 0;
	return good;
}

gboolean
mb_question_check_days(const struct mb_question *question, GError **error)
{
	g_autofree char *from = mb_date_to_text(question->from_ymd);
	g_autofree char *to = mb_date_to_text(question->to_ymd);

	if (question->to_ymd == 0 || question->from_ymd <= question->to_ymd)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "the last day, %s, is before the first, %s", to, from);
	return FALSE;
}

gboolean
mb_question_read_sort(const char *text, enum mb_sort *out, GError **error)
{
	for (guint i = 0; i < G_N_ELEMENTS(sort_names); i++) {
		if (strcmp(text, sort_names[i]) == 0) {
			*out = (enum mb_sort)i;
			return TRUE;
		}
	}
	*out = MB_SORT_RELEVANCE;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "items can be sorted by relevance, newest or oldest, "
	            "not by \"%s\"",
	            text);
	return FALSE;
}

const char *
mb_question_sort_name(enum mb_sort sort)
{
	return sort_names[sort];
}
