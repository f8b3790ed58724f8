#include "query/understood.h"

#include <string.h>

#include "base/date.h"
#include "query/ask.h"
#include "query/understood-notes.h"

/* While a question is taken apart. */
struct taking {
	struct mb_answer *answer;
	struct mb_search *search;
	struct mb_authority *authority; /* NULL: people are not told */
	struct mb_understood *to;
	gboolean is_not;
};

static void
part_free(gpointer data)
{
	struct mb_understood_part *part = data;

	g_free(part->text);
	g_free(part->nearest);
	g_ptr_array_unref(part->notes);
	g_free(part);
}

void
mb_understood_free(struct mb_understood *understood)
{
	if (understood == NULL)
		return;
	g_free(understood->tree);
	g_ptr_array_unref(understood->parts);
	g_free(understood);
}

/* What @ask alone finds. */
static gboolean
count_part(const struct taking *taking, const struct mb_ask *ask,
           guint *n_items, GError **error)
{
	guint column;
	g_autoptr(mb_query) query =
	    mb_ask_build(ask, taking->search, mb_answer_conf(taking->answer),
	                 &column, error);

	return query != NULL &&
	       mb_search_count(taking->search, query, n_items, error);
}

static char *
as_typed(const struct mb_ask *ask)
{
	const char *field = mb_fields()[ask->field].name;
	const char *quote =
	    ask->kind == MB_ASK_PHRASE || strchr(ask->text, ' ') != NULL ? "\""
									 : "";

	return g_strdup_printf("%s%s%s%s%s%s%s", field,
	                       *field != '\0' ? ":" : "", ask->only ? "=" : "",
	                       quote, ask->text, quote,
	                       ask->kind == MB_ASK_PREFIX ? "*" : "");
}

/* @ask's own text, respelt; NULL when the index has nothing near it. */
static char *
nearest_to(const struct mb_ask *ask, struct mb_search *search)
{
	struct mb_ask own = *ask;

	/* A year in another place is not nearer. */
	if (g_ascii_isdigit(*ask->text))
		return NULL;
	own.text_start = 0;
	return mb_ask_respell(&own, own.text, search);
}

static gboolean
take_leaf(struct taking *taking, const struct mb_ask *ask, GError **error)
{
	struct mb_understood_part *part;
	guint n_items;

	if (!count_part(taking, ask, &n_items, error))
		return FALSE;
	part = g_new0(struct mb_understood_part, 1);
	part->text = as_typed(ask);
	part->is_not = taking->is_not;
	part->n_items = n_items;
	part->notes = mb_understood_notes(ask, taking->search,
	                                  mb_answer_conf(taking->answer),
	                                  taking->authority);
	if (n_items == 0)
		part->nearest = nearest_to(ask, taking->search);
	g_ptr_array_add(taking->to->parts, part);
	return TRUE;
}

/* The last part ends @ask's child at @at.  When that begins or goes on with
 * words that have a short form, say so where the last of them is told of.
 *   run_end  behind the last word of a run; moves on */
static void
take_short_form(struct taking *taking, const struct mb_ask *ask, guint at,
                guint *run_end, char **run)
{
	struct mb_understood_part *part;
	g_autofree char *before = NULL;

	if (ask->kind != MB_ASK_AND)
		return;
	if (at >= *run_end) {
		g_free(*run);
		*run_end = at + mb_ask_short_run(ask, at, taking->search, run);
	}
	if (*run == NULL || at + 1 < *run_end)
		return;
	part = taking->to->parts->pdata[taking->to->parts->len - 1];
	before = g_strdup_printf("\"%s\" together: ", *run);
	mb_understood_note_acronyms(part->notes, before, *run, taking->search);
}

static gboolean
take(struct taking *taking, const struct mb_ask *ask, GError **error)
{
	gboolean was_not = taking->is_not;
	g_autofree char *run = NULL;
	guint run_end = 0;

	if (ask->kind == MB_ASK_ALL)
		return TRUE;
	if (ask->children == NULL)
		return take_leaf(taking, ask, error);
	if (ask->kind == MB_ASK_NOT)
		taking->is_not = !was_not;
	for (guint i = 0; i < ask->children->len; i++) {
		if (!take(taking, ask->children->pdata[i], error))
			return FALSE;
		take_short_form(taking, ask, i, &run_end, &run);
	}
	taking->is_not = was_not;
	return TRUE;
}

/* A part of a question that is read by itself; NULL: it is not there. */
static gboolean
take_text(struct taking *taking, const char *text, enum mb_field_id field,
          GError **error)
{
	g_autoptr(mb_ask) ask = NULL;
	guint column;

	if (text == NULL)
		return TRUE;
	ask = mb_ask_parse(text, field, &column, error);
	if (ask == NULL)
		return FALSE;
	if (taking->to->tree == NULL)
		taking->to->tree = mb_ask_describe(ask);
	return take(taking, ask, error);
}

/* --from and --to, as date: has them. */
static gboolean
take_days(struct taking *taking, const struct mb_question *question,
          GError **error)
{
	g_autofree char *from = mb_date_to_iso(question->from_ymd);
	g_autofree char *to = mb_date_to_iso(question->to_ymd);
	g_autofree char *text = NULL;

	if (from == NULL && to == NULL)
		return TRUE;
	text = g_strdup_printf("%s..%s", from != NULL ? from : "",
	                       to != NULL ? to : "");
	return take_text(taking, text, MB_FIELD_DATE_OF, error);
}

/* What a question and whoever asks it bring. */
struct work {
	struct mb_answer *answer;
	const struct mb_question *question;
	struct mb_authority *authority;
	struct mb_understood *understood;
};

static struct mb_understood *
understood_new(void)
{
	struct mb_understood *understood = g_new0(struct mb_understood, 1);

	understood->parts = g_ptr_array_new_with_free_func(part_free);
	return understood;
}

static gboolean
take_question(struct mb_search *search, gpointer data, GError **error)
{
	struct work *work = data;
	const struct mb_question *question = work->question;
	struct taking taking = { .answer = work->answer,
		                 .search = search,
		                 .authority = work->authority };

	mb_understood_free(work->understood);
	taking.to = work->understood = understood_new();
	return take_text(&taking, question->text, MB_FIELD_ANY, error) &&
	       take_text(&taking, question->committee, MB_FIELD_COMMITTEE,
	                 error) &&
	       take_text(&taking, question->officer, MB_FIELD_OFFICER, error) &&
	       take_days(&taking, question, error);
}

struct mb_understood *
mb_understood_new(struct mb_answer *answer, const struct mb_question *question,
                  gboolean people, GError **error)
{
	g_autoptr(mb_authority) authority = people ? mb_authority_new() : NULL;
	struct work work = { answer, question, authority, NULL };

	if (authority != NULL && !mb_authority_read(authority, answer, error))
		return NULL;
	if (mb_answer_use(answer, take_question, &work, error))
		return work.understood;
	mb_understood_free(work.understood);
	return NULL;
}

void
mb_understood_text(const struct mb_understood *understood, GString *out)
{
	for (guint i = 0; i < understood->parts->len; i++) {
		const struct mb_understood_part *part =
		    understood->parts->pdata[i];

		g_string_append_printf(
		    out, "%s%s: %u item%s\n", part->is_not ? "NOT " : "",
		    part->text, part->n_items, part->n_items == 1 ? "" : "s");
		for (guint k = 0; k < part->notes->len; k++)
			g_string_append_printf(
			    out, "  %s\n", (const char *)part->notes->pdata[k]);
		if (part->nearest != NULL)
			g_string_append_printf(out, "  the nearest is %s\n",
			                       part->nearest);
	}
}
