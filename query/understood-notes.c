#include "query/understood-notes.h"

#include <string.h>

#include "query/hyphen.h"
#include "query/succession.h"
#include "query/understood.h"

static void G_GNUC_PRINTF(2, 3) note(GPtrArray *notes, const char *format, ...)
{
	va_list args;

	va_start(args, format);
	g_ptr_array_add(notes, g_strdup_vprintf(format, args));
	va_end(args);
}

/* "a, b, c and 5 more" of @names, which are char *. */
static char *
list_of(const GPtrArray *names)
{
	GString *out = g_string_new(NULL);
	guint n = MIN(names->len, MB_UNDERSTOOD_MAX_NOTES);

	for (guint i = 0; i < n; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? ", " : "",
		                       (const char *)names->pdata[i]);
	if (names->len > n)
		g_string_append_printf(out, " and %u more", names->len - n);
	return g_string_free(out, FALSE);
}

/* --- words ---------------------------------------------------------------- */

void
mb_understood_note_acronyms(GPtrArray *notes, const char *before,
                            const char *key, struct mb_search *search)
{
	g_autoptr(GPtrArray) same = mb_search_acronyms(search, key);

	for (guint i = 0; i < same->len; i++) {
		const struct mb_facet *facet = same->pdata[i];

		note(notes, "%sor \"%s\", as %u item%s", before, facet->value,
		     facet->n_items,
		     facet->n_items == 1 ? " teaches" : "s teach");
	}
}

static void
note_word(GPtrArray *notes, const struct mb_ask *ask, struct mb_search *search)
{
	g_autofree char *key = mb_ask_fold(ask->text);
	g_autofree char *other = mb_hyphen_other(search, ask->text);
	g_autoptr(GPtrArray) forms = mb_search_forms(search, key);
	g_autofree char *list = list_of(forms);

	if (strchr(key, ' ') != NULL)
		note(notes, "these, one after the other: %s", key);
	else if (forms->len > 0)
		note(notes, "the word in any form: %s", list);
	if (other != NULL)
		note(notes, "or \"%s\", with or without a hyphen", other);
	mb_understood_note_acronyms(notes, "", key, search);
}

static void
note_text(GPtrArray *notes, const struct mb_ask *ask, struct mb_search *search)
{
	g_autofree char *key = mb_ask_fold(ask->text);

	if (ask->kind == MB_ASK_WORD)
		note_word(notes, ask, search);
	else if (ask->kind == MB_ASK_PHRASE)
		note(notes, "just these words, in this order: %s", key);
	else
		note(notes, "words that begin with %s", key);
}

/* --- dates ---------------------------------------------------------------- */

static void
note_dates(GPtrArray *notes, const struct mb_ask *ask)
{
	g_autofree char *from = mb_date_to_text(ask->dates.from_ymd);
	g_autofree char *to = mb_date_to_text(ask->dates.to_ymd);

	if (ask->dates.from_ymd == 0)
		note(notes, "until %s", to);
	else if (ask->dates.to_ymd == 0)
		note(notes, "from %s on", from);
	else if (ask->dates.from_ymd == ask->dates.to_ymd)
		note(notes, "%s", from);
	else
		note(notes, "%s to %s", from, to);
}

/* --- committees ----------------------------------------------------------- */

static void
note_committee(GPtrArray *notes, const struct mb_ask *ask,
               struct mb_search *search, const struct mb_conf *conf)
{
	gboolean is_open = ask->kind == MB_ASK_PREFIX;
	g_autoptr(GPtrArray) named =
	    mb_succession_named(search, ask->text, is_open);
	g_autofree char *list = list_of(named);
	g_autoptr(GPtrArray) more = NULL;
	g_autofree char *more_list = NULL;

	if (named->len > 0)
		note(notes, "%s", list);
	if (ask->only || conf == NULL)
		return;
	more = mb_succession_names(search, conf, ask->text, is_open);
	more_list = list_of(more);
	if (more->len > 0)
		note(notes, "before and after: %s", more_list);
}

/* --- people --------------------------------------------------------------- */

/* ", 5 March 2019 to 6 June 2021" */
static void
append_period(GString *out, guint32 from_ymd, guint32 to_ymd)
{
	g_autofree char *from = mb_date_to_text(from_ymd);
	g_autofree char *to = mb_date_to_text(to_ymd);

	if (from_ymd == 0 && to_ymd == 0)
		return;
	if (from_ymd == to_ymd)
		g_string_append_printf(out, ", %s", from);
	else
		g_string_append_printf(out, ", %s to %s", from, to);
}

static void
note_person(GPtrArray *notes, const struct mb_known *known)
{
	g_autoptr(GString) line = g_string_new(known->name);

	if (*known->council != '\0')
		g_string_append_printf(line, " of %s", known->council);
	for (guint i = 0; i < known->forms->len; i++)
		if (strcmp(known->forms->pdata[i], known->name) != 0)
			g_string_append_printf(
			    line, ", also %s",
			    (const char *)known->forms->pdata[i]);
	note(notes, "%s", line->str);
	for (guint i = 0; i < known->posts->len; i++) {
		const struct mb_held *held = known->posts->pdata[i];

		g_string_printf(line, "  %s", held->name);
		append_period(line, held->from_ymd, held->to_ymd);
		note(notes, "%s", line->str);
	}
}

/* @side: MB_STANDING_OFFICER for role:, which officers hold. */
static void
note_people(GPtrArray *notes, struct mb_authority *authority,
            const struct mb_scope *scope, enum mb_standing side)
{
	g_autoptr(GPtrArray) people = mb_authority_people(authority, scope);
	guint n = 0;

	for (guint i = 0; i < people->len; i++) {
		const struct mb_known *known = people->pdata[i];

		if (known->side != side)
			continue;
		if (n++ < MB_UNDERSTOOD_MAX_NOTES)
			note_person(notes, known);
	}
	if (n > MB_UNDERSTOOD_MAX_NOTES)
		note(notes, "and %u more", n - MB_UNDERSTOOD_MAX_NOTES);
}

static void
note_name(GPtrArray *notes, const struct mb_ask *ask,
          struct mb_authority *authority)
{
	const struct mb_scope by_name = { .name = ask->text };
	const struct mb_scope by_role = {
		.role = ask->text,
		.role_is_phrase = ask->kind == MB_ASK_PHRASE,
	};

	if (authority == NULL)
		return;
	if (ask->field == MB_FIELD_ROLE)
		note_people(notes, authority, &by_role, MB_STANDING_OFFICER);
	else if (ask->field == MB_FIELD_OFFICER)
		note_people(notes, authority, &by_name, MB_STANDING_OFFICER);
	else if (ask->field == MB_FIELD_MEMBER)
		note_people(notes, authority, &by_name, MB_STANDING_MEMBER);
}

GPtrArray *
mb_understood_notes(const struct mb_ask *ask, struct mb_search *search,
                    const struct mb_conf *conf, struct mb_authority *authority)
{
	GPtrArray *notes = g_ptr_array_new_with_free_func(g_free);

	switch (mb_fields()[ask->field].kind) {
	case MB_FIELD_TEXT:
		note_text(notes, ask, search);
		break;
	case MB_FIELD_DATE:
		note_dates(notes, ask);
		break;
	case MB_FIELD_BODY:
		if (ask->field == MB_FIELD_COMMITTEE)
			note_committee(notes, ask, search, conf);
		break;
	case MB_FIELD_NAME:
		note_name(notes, ask, authority);
		break;
	case MB_FIELD_EXACT:
	case MB_FIELD_LINK:
		break;
	}
	return notes;
}
