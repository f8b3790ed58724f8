#include "query/ledger.h"

#include <string.h>

#include "base/date.h"
#include "query/likeness.h"
#include "query/plain.h"
#include "query/resolve-parts.h"
#include "query/status.h"
#include "shim/words.h"

/* A meeting at which nothing is said of an action is looked for this long. */
#define LOST_MAX_DAYS 1500

/* Words that say what a request is about. */
#define SAYING_WORDS 2

struct ledger {
	struct mb_resolver *resolver;
	guint32 today;
	GHashTable *seen; /* items that are rows of an entry already */
	GPtrArray *entries;
};

void
mb_entry_free(struct mb_entry *entry)
{
	g_clear_pointer(&entry->rows, g_ptr_array_unref);
	g_free(entry->text);
	g_free(entry->owner);
	g_free(entry->status);
	g_free(entry);
}

gboolean
mb_entry_is_open(const struct mb_entry *entry)
{
	return entry->closed_ymd == 0;
}

gboolean
mb_entry_is_overdue(const struct mb_entry *entry, guint32 today)
{
	guint32 due = entry->due_ymd;

	/* A month is over when its last day is. */
	if (due % 100 == 0)
		due += 31;
	return mb_entry_is_open(entry) && entry->due_ymd != 0 && due < today;
}

gboolean
mb_entry_is_lost(const struct mb_entry *entry)
{
	return mb_entry_is_open(entry) && entry->met_ymd != 0;
}

gboolean
mb_entry_has_owner(const struct mb_entry *entry, const char *owner)
{
	g_autoptr(mb_words) words = mb_words_new(owner, -1);
	struct mb_word wanted;

	while (mb_words_next(words, &wanted)) {
		g_autoptr(mb_words) its =
		    mb_words_new(entry->owner != NULL ? entry->owner : "", -1);
		gboolean found = FALSE;
		struct mb_word word;

		while (!found && mb_words_next(its, &word))
			found = strcmp(word.folded, wanted.folded) == 0;
		if (!found)
			return FALSE;
	}
	return TRUE;
}

const char *
mb_entry_state(const struct mb_entry *entry, guint32 today)
{
	if (!mb_entry_is_open(entry))
		return entry->confidence == MB_CONFIDENCE_CERTAIN
		           ? "closed"
		           : "closed, likely";
	if (mb_entry_is_overdue(entry, today))
		return "overdue";
	return mb_entry_is_lost(entry) ? "never heard of again" : "open";
}

/* Days from one day to another, which are both whole. */
static gint
days_between(guint32 from, guint32 to)
{
	GDate one, other;

	if (!mb_date_valid(from) || !mb_date_valid(to))
		return 0;
	g_date_set_dmy(&one, (GDateDay)(from % 100),
	               (GDateMonth)(from / 100 % 100),
	               (GDateYear)(from / 10000));
	g_date_set_dmy(&other, (GDateDay)(to % 100),
	               (GDateMonth)(to / 100 % 100), (GDateYear)(to / 10000));
	return g_date_days_between(&one, &other);
}

/* --- when its committee met again ---------------------------------------- */

static guint32
met_since(struct ledger *l, const struct mb_item *item)
{
	struct mb_query *query;
	g_autoptr(GPtrArray) items = NULL;

	if (item->date_ymd % 100 == 0)
		return 0;
	query = mb_query_dates(mb_date_add_days(item->date_ymd, 1),
	                       mb_date_add_days(item->date_ymd, LOST_MAX_DAYS));
	query = mb_query_filter(
	    query, mb_query_committee(item->council, item->committee));
	items = mb_resolver_ask(l->resolver, query, MB_SORT_OLDEST, 1);
	return items->len > 0
	           ? ((const struct mb_item *)items->pdata[0])->date_ymd
	           : 0;
}

/* --- rows of trackers ---------------------------------------------------- */

/* "• Village Notice Boards": the mark of a list is no part of what is to be
 * done.  Changes @text, which is taken over. */
static char *
drop_bullet(char *text)
{
	static const char *const bullets[] = { "•", "▪", "◦", "●", "‣", "·" };

	for (gsize i = 0; i < G_N_ELEMENTS(bullets); i++)
		if (g_str_has_prefix(text, bullets[i]))
			memset(text, ' ', strlen(bullets[i]));
	return g_strchug(text);
}

/* @text, taken over, below the heading, without which "it was agreed to defer
 * this item" says little. */
static char *
below(const char *heading, char *text)
{
	g_autofree char *title = mb_plain_line(heading);
	g_autofree char *owned = text;

	if (*title == '\0' || *owned == '\0')
		return g_strconcat(title, owned, NULL);
	return g_strdup_printf("%s: %s", title, owned);
}

/* A heading that every meeting has tells nothing of what is asked for. */
static gboolean
has_standing_heading(struct ledger *l, const struct mb_item *item)
{
	return mb_likeness_is_routine(mb_resolver_topic_key(l->resolver, item));
}

static char *
request_text(struct ledger *l, const struct mb_item *item,
             const struct mb_ref *ref)
{
	const char *sentence = mb_resolver_sentence(l->resolver, item, ref);

	return below(has_standing_heading(l, item) ? NULL : item->title,
	             drop_bullet(g_strdup(sentence)));
}

/* The first line of a row's text is its action. */
static char *
row_text(const struct mb_item *row)
{
	g_autofree char *line = g_strndup(row->text, strcspn(row->text, "\n"));

	return below(row->title, drop_bullet(mb_plain_line(line)));
}

/* A row that comes again after it was closed is open again. */
static void
read_closing(struct mb_entry *entry, const struct mb_item *row,
             const char *status)
{
	if (!mb_status_is_closed(status, &entry->confidence)) {
		entry->closed_by = NULL;
		entry->closed_ymd = 0;
		entry->reason = NULL;
	} else if (entry->closed_by == NULL) {
		entry->closed_by = row;
		entry->closed_ymd = row->date_ymd;
		entry->reason = "its row says so";
	}
}

/* What the rows say, the last that says anything. */
static void
read_rows(struct mb_entry *entry)
{
	for (guint i = 0; i < entry->rows->len; i++) {
		const struct mb_item *row = g_ptr_array_index(entry->rows, i);
		const struct mb_action *action =
		    row->actions->len > 0 ? g_ptr_array_index(row->actions, 0)
					  : NULL;
		guint32 due = mb_status_due(row);

		entry->due_ymd = due != 0 ? due : entry->due_ymd;
		if (action == NULL)
			continue;
		if (action->owner != NULL) {
			g_free(entry->owner);
			entry->owner = mb_plain_line(action->owner);
		}
		g_free(entry->status);
		entry->status = g_strdup(action->status);
		read_closing(entry, row, action->status);
	}
}

/* The meeting at which it was set, if a row tells of an earlier one, or an
 * earlier minute asks for it in the same words. */
static guint32
origin_of(struct ledger *l, const struct mb_item *row)
{
	const struct mb_item *minute = mb_resolver_minute_of(l->resolver, row);
	guint32 ymd = row->date_ymd;

	for (guint i = 0; i < row->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(row->refs, i);

		if (ref->dir == MB_REF_BACK && ref->date_ymd % 100 != 0 &&
		    ref->date_ymd < ymd)
			ymd = ref->date_ymd;
	}
	if (minute != NULL && minute->date_ymd < ymd)
		ymd = minute->date_ymd;
	return ymd;
}

static struct mb_entry *
entry_new(const struct mb_item *item)
{
	struct mb_entry *entry = g_new0(struct mb_entry, 1);

	entry->first = item;
	entry->last = item;
	entry->asked_ymd = item->date_ymd;
	return entry;
}

static void
finish_entry(struct ledger *l, struct mb_entry *entry)
{
	guint32 until = entry->closed_ymd != 0 ? entry->closed_ymd : l->today;

	if (entry->closed_ymd == 0)
		entry->met_ymd = met_since(l, entry->last);
	entry->age_days = days_between(entry->asked_ymd, until);
	g_ptr_array_add(l->entries, entry);
}

static gboolean
add_action(struct ledger *l, const struct mb_item *item, GError **error)
{
	struct mb_entry *entry;
	GPtrArray *rows;

	if (g_hash_table_contains(l->seen, item))
		return TRUE;
	rows = mb_resolve_action(l->resolver, item, error);
	if (rows == NULL)
		return FALSE;
	for (guint i = 0; i < rows->len; i++)
		g_hash_table_add(l->seen, g_ptr_array_index(rows, i));
	entry = entry_new(g_ptr_array_index(rows, 0));
	entry->rows = rows;
	entry->last = g_ptr_array_index(rows, rows->len - 1);
	entry->text = row_text(entry->last);
	entry->asked_ymd = origin_of(l, entry->first);
	read_rows(entry);
	finish_entry(l, entry);
	return TRUE;
}

/* --- requests in minutes ------------------------------------------------- */

static void
add_request(struct ledger *l, const struct mb_item *item,
            const struct mb_ref *ref, const struct mb_tie *answer)
{
	struct mb_entry *entry = entry_new(item);

	entry->rows = g_ptr_array_new();
	g_ptr_array_add(entry->rows, (gpointer)item);
	entry->is_request = TRUE;
	entry->text = request_text(l, item, ref);
	entry->due_ymd = ref->date_ymd;
	if (answer != NULL && answer->confidence >= MB_CONFIDENCE_LIKELY) {
		entry->closed_by = answer->from;
		entry->closed_ymd = answer->from->date_ymd;
		entry->confidence = answer->confidence;
		entry->reason = answer->reason;
	}
	finish_entry(l, entry);
}

/* Two phrases of one sentence ask for one thing. */
static gboolean
is_asked_already(struct ledger *l, const struct mb_item *item,
                 const struct mb_ref *ref)
{
	g_autofree char *text = request_text(l, item, ref);

	for (guint i = l->entries->len; i-- > 0;) {
		const struct mb_entry *entry = g_ptr_array_index(l->entries, i);

		if (entry->first != item)
			return FALSE;
		if (strcmp(entry->text, text) == 0)
			return TRUE;
	}
	return FALSE;
}

/* Whether a request tells what for: "any matters will be brought forward to the
 * next meeting" under "Correspondence" does not. */
static gboolean
says_what(struct ledger *l, const struct mb_item *item,
          const struct mb_ref *ref)
{
	const char *sentence = mb_resolver_sentence(l->resolver, item, ref);

	return !has_standing_heading(l, item) ||
	       g_hash_table_size(mb_resolver_words(l->resolver, sentence)) >=
	           SAYING_WORDS;
}

static gboolean
add_requests(struct ledger *l, const struct mb_item *item, GError **error)
{
	g_autoptr(GPtrArray) answers =
	    mb_resolve_answers(l->resolver, item, error);
	guint n = 0;

	if (answers == NULL)
		return FALSE;
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = g_ptr_array_index(item->refs, i);

		if (ref->dir != MB_REF_FORWARD)
			continue;
		/* What a tracker took up is followed there. */
		if (says_what(l, item, ref) &&
		    !is_asked_already(l, item, ref) &&
		    mb_resolver_row_of(l->resolver, item, ref) == NULL)
			add_request(l, item, ref,
			            g_ptr_array_index(answers, n));
		n++;
	}
	return TRUE;
}

/* --- all of them --------------------------------------------------------- */

static gint
by_asked(gconstpointer a, gconstpointer b)
{
	const struct mb_entry *one = *(const struct mb_entry *const *)a;
	const struct mb_entry *other = *(const struct mb_entry *const *)b;

	if (one->asked_ymd != other->asked_ymd)
		return one->asked_ymd < other->asked_ymd ? -1 : 1;
	if (one->first != other->first)
		return strcmp(one->first->id, other->first->id);
	return strcmp(one->text, other->text);
}

static gboolean
add_item(struct ledger *l, const struct mb_item *item, GError **error)
{
	switch (item->kind) {
	case MB_KIND_ACTION:
		return add_action(l, item, error);
	case MB_KIND_MINUTE:
	case MB_KIND_DECISION:
		return add_requests(l, item, error);
	case MB_KIND_AGENDA:
	case MB_KIND_REPORT:
	case MB_KIND_APPENDIX:
	case MB_KIND_QUESTION:
	case MB_KIND_FRONT:
		break;
	}
	return TRUE;
}

GPtrArray *
mb_ledger_make(struct mb_resolver *resolver, const GPtrArray *items,
               guint32 today, GError **error)
{
	GPtrArray *entries =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_entry_free);
	g_autoptr(GHashTable) seen = g_hash_table_new(NULL, NULL);
	struct ledger l = { resolver, today, seen, entries };

	for (guint i = 0; i < items->len; i++) {
		if (add_item(&l, g_ptr_array_index(items, i), error))
			continue;
		g_ptr_array_unref(entries);
		return NULL;
	}
	if (resolver->error != NULL) {
		g_propagate_error(error, g_steal_pointer(&resolver->error));
		g_ptr_array_unref(entries);
		return NULL;
	}
	g_ptr_array_sort(entries, by_asked);
	return entries;
}
