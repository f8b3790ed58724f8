/* The ledger as rows of a table. */
#include "query/ledger.h"
#include "query/rows.h"

static const struct mb_column columns[] = {
	{ "asked", "Asked" }, { "number", "Number" }, { "text", "Action" },
	{ "owner", "Owner" }, { "due", "Due" },       { "heard", "Last heard" },
	{ "state", "State" }, { "closed", "Closed" }, { "age", "Days" },
	{ "status", NULL },   { "kind", NULL },       { "committee", NULL },
	{ "council", NULL },  { "closed_by", NULL },  { "confidence", NULL },
	{ "reason", NULL },   { "first", NULL },      { "id", "Id" },
	{ NULL, NULL },
};

struct mb_table *
mb_ledger_table(void)
{
	return mb_table_new(columns);
}

static json_t *
row_ids(const struct mb_entry *entry)
{
	json_t *ids = json_array();

	for (guint i = 0; i < entry->rows->len; i++) {
		const struct mb_item *row = g_ptr_array_index(entry->rows, i);

		json_array_append_new(ids, json_string(row->id));
	}
	return ids;
}

void
mb_ledger_row(struct mb_table *table, const struct mb_entry *entry,
              guint32 today)
{
	json_t *row = json_object();
	gboolean is_open = mb_entry_is_open(entry);

	mb_row_date(row, "asked", entry->asked_ymd);
	mb_row_text(row, "number",
	            entry->is_request ? NULL : entry->first->number);
	mb_row_text(row, "text", entry->text);
	mb_row_text(row, "owner", entry->owner);
	mb_row_date(row, "due", entry->due_ymd);
	mb_row_date(row, "heard", entry->last->date_ymd);
	mb_row_text(row, "state", mb_entry_state(entry, today));
	mb_row_date(row, "closed", entry->closed_ymd);
	mb_row_put(row, "age", json_integer(entry->age_days));
	mb_row_text(row, "status", entry->status);
	mb_row_text(row, "kind", entry->is_request ? "request" : "action");
	mb_row_text(row, "committee", entry->last->committee);
	mb_row_text(row, "council", entry->last->council);
	mb_row_text(row, "closed_by", is_open ? NULL : entry->closed_by->id);
	mb_row_text(row, "confidence",
	            is_open ? NULL : mb_confidence_name(entry->confidence));
	mb_row_text(row, "reason", entry->reason);
	mb_row_text(row, "first", entry->first->id);
	mb_row_text(row, "id", entry->last->id);
	mb_row_put(row, "open", json_boolean(is_open));
	mb_row_put(row, "overdue",
	           json_boolean(mb_entry_is_overdue(entry, today)));
	mb_row_put(row, "never_heard_of_again",
	           json_boolean(mb_entry_is_lost(entry)));
	mb_row_put(row, "rows", row_ids(entry));
	mb_table_add(table, row);
}
