/* The signs that something else than an agenda, minutes or a report begins: a
 * page of a web site, a record of decisions, questions. */
#include "config.h"

#include "indexer/signs.h"

#include <string.h>

#include "indexer/bodies.h"
#include "indexer/questions.h"

/* How far below the first line of a title its other signs are looked for. */
#define MAX_TITLE_LINES 30

static const struct mb_look *
look_at(const struct mb_signs *f, guint i)
{
	return mb_looks_at(f->looks, i);
}

static gboolean
is_one_of(const char *word, const char *const *words, guint n)
{
	for (guint i = 0; i < n; i++)
		if (!strcmp(word, words[i]))
			return TRUE;
	return FALSE;
}

gboolean
mb_signs_is_web_head(const char *fold)
{
	return !strcmp(fold, "no. item") || !strcmp(fold, "note no. item") ||
	       !strcmp(fold, "rhif eitem");
}

/* "Agenda and minutes", "Agenda, decisions and draft minutes": what a web site
 * calls a page that has both. */
static gboolean
is_web_title(const char *fold)
{
	static const char *const words[] = { "agenda", "and",   "decisions",
		                             "draft",  "items", "minutes",
		                             "printed" };
	g_auto(GStrv) all = g_strsplit_set(fold, " ,", -1);
	gboolean has_outcome = FALSE;

	if (!g_str_has_prefix(fold, "agenda"))
		return FALSE;
	for (guint i = 0; all[i]; i++) {
		if (*all[i] && !is_one_of(all[i], words, G_N_ELEMENTS(words)))
			return FALSE;
		has_outcome |=
		    !strcmp(all[i], "minutes") || !strcmp(all[i], "decisions");
	}
	return has_outcome;
}

/* The page of a meeting on a council's web site: "Agenda, decisions and draft
 * minutes" as its first heading. */
gboolean
mb_signs_web(const struct mb_signs *f, guint i)
{
	guint k;

	if (i >= 8 || f->lines->n_pages || look_at(f, i)->n_words >= 8)
		return FALSE;
	/* "Agenda and draft minutes", but not "# Agenda for the Planning
	 * Committee", which a paper may have for its title. */
	if (mb_lines_at(f->lines, i)->heading == 1 &&
	    g_str_has_prefix(look_at(f, i)->fold, "agenda") &&
	    !g_str_has_prefix(look_at(f, i)->fold, "agenda for "))
		return TRUE;
	if (is_web_title(look_at(f, i)->fold))
		return TRUE;
	/* As text, the page of a meeting has the head of its table left: "No.
	 * Item". */
	for (k = i + 1; k < MIN(f->n, i + MAX_TITLE_LINES); k++)
		if (mb_signs_is_web_head(look_at(f, k)->fold))
			return TRUE;
	return FALSE;
}

/* How many words part "record" from "decisions": "Record of Executive Key
 * Decisions". */
#define MAX_DECISION_GAP 3

/* "Record of Decisions", "Officer Decision Notice", "CABINET - RECORD OF
 * DECISIONS": what a form is called stands near the word.  Not so "Notice of
 * proposed decision first published: 04/01/2019", where none is taken yet. */
static gboolean
names_decision_form(const char *fold)
{
	static const char *const forms[] = { "record",  "records", "recording",
		                             "notice",  "sheet",   "schedule",
		                             "details", "form",    "statement",
		                             "summary", "list",    "notices" };
	static const char *const coming[] = { "published", "forthcoming",
		                              "intention", "intended" };
	g_auto(GStrv) words = g_strsplit_set(fold, " :,()", -1);
	gboolean taken = FALSE;
	guint form = G_MAXUINT / 2, decision = G_MAXUINT;

	for (guint i = 0; words[i]; i++) {
		if (is_one_of(words[i], coming, G_N_ELEMENTS(coming)))
			return FALSE;
		if (is_one_of(words[i], forms, G_N_ELEMENTS(forms)))
			form = i;
		else if (!strcmp(words[i], "decision") ||
		         !strcmp(words[i], "decisions"))
			decision = i;
		taken |= MAX(form, decision) - MIN(form, decision) <=
		         MAX_DECISION_GAP;
	}
	return taken;
}

gboolean
mb_signs_decision(const struct mb_signs *f, guint i)
{
	static const char *const leads[] = { "decisions taken ",
		                             "decisions made ",
		                             "decisions of the " };
	const struct mb_look *look = look_at(f, i);

	if (i >= 20 || look->n_words >= 14 || look->sentence ||
	    !strstr(look->fold, "decision"))
		return FALSE;
	/* "Decisions", then "Cabinet" */
	if (i < 2 && !strcmp(look->fold, "decisions"))
		return i + 1 < f->n &&
		       mb_bodies_is(mb_lines_at(f->lines, i + 1)->text);
	for (guint k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(look->fold, leads[k]))
			return TRUE;
	return names_decision_form(look->fold);
}

/* So many lines of an annex are read for its first question and answer. */
#define MAX_QUESTION_LINES 60

/* What stands behind the label of an annex: "Annex B - Public questions and
 * replies"; NULL when there is none. */
static const char *
behind_annex(const char *fold)
{
	static const char *const labels[] = { "annex ", "appendix ",
		                              "schedule " };

	for (guint i = 0; i < G_N_ELEMENTS(labels); i++) {
		const char *p = fold + strlen(labels[i]);

		if (!g_str_has_prefix(fold, labels[i]))
			continue;
		while (g_ascii_isalnum(*p))
			p++;
		return p + strspn(p, " .:-()");
	}
	return NULL;
}

static gboolean
is_questions_title(const char *fold)
{
	static const char *const leads[] = {
		"questions ",          "questions,",
		"public question",     "public forum question",
		"member question",     "members' question",
		"councillor question", "councillors' question",
		"written question"
	};

	for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

gboolean
mb_signs_questions_annex(const struct mb_signs *f, guint i)
{
	return behind_annex(look_at(f, i)->fold) && mb_signs_questions(f, i);
}

/* "Public questions and answers", "Written questions from Members": a title,
 * and below it a question with its answer. */
gboolean
mb_signs_questions(const struct mb_signs *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	guint end = MIN(f->n, i + MAX_QUESTION_LINES), k;
	const char *title = behind_annex(look->fold);
	gboolean question = FALSE;

	if (look->n_words > 14 || look->sentence ||
	    !is_questions_title(title ? title : look->fold))
		return FALSE;
	for (k = i + 1; k < end; k++) {
		if (question && mb_questions_answers(f->looks, k))
			return TRUE;
		question |= mb_questions_begins(f->looks, k);
	}
	return FALSE;
}
