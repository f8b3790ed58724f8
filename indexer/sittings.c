#include "indexer/sittings.h"

#include <string.h>

#include "indexer/items.h"

struct side {
	GPtrArray *sittings; /* of struct mb_sitting, in paper order */
	GHashTable *by_key;  /* council, committee, date -> one of them */
};

struct finder {
	const GPtrArray *drafts;
	const struct mb_conf *conf;
	gboolean exempt; /* the paper as a whole */
	struct side sides[MB_N_SIDES];
};

static char *
key_of(const char *council, const char *committee, guint32 date_ymd)
{
	return g_strdup_printf("%u\n%s\n%s", date_ymd, council ? council : "",
	                       committee ? committee : "");
}

/* The sitting of this meeting; NULL when there is none. */
static struct mb_sitting *
look_up(const struct side *side, const char *council, const char *committee,
        guint32 date_ymd)
{
	g_autofree char *key = key_of(council, committee, date_ymd);

	return g_hash_table_lookup(side->by_key, key);
}

static struct mb_sitting *
sitting_of(struct side *side, const char *council, const char *committee,
           guint32 date_ymd)
{
	struct mb_sitting *sitting =
	    look_up(side, council, committee, date_ymd);

	if (sitting)
		return sitting;
	sitting = mb_sitting_new(council, committee, date_ymd);
	g_ptr_array_add(side->sittings, sitting);
	g_hash_table_insert(side->by_key, key_of(council, committee, date_ymd),
	                    sitting);
	return sitting;
}

/* --- items --------------------------------------------------------------- */

static void
name_person(struct mb_sitting *sitting, const char *name, const char *role,
            enum mb_standing standing)
{
	struct mb_named *named = mb_sitting_name(sitting, name, role, standing);

	if (named)
		named->n_items++;
}

static void
add_people(struct mb_sitting *sitting, const struct mb_item *item)
{
	for (guint i = 0; i < item->officers->len; i++) {
		const struct mb_person *p = item->officers->pdata[i];

		name_person(sitting, p->name, p->role, MB_STANDING_OFFICER);
	}
	for (guint i = 0; i < item->members->len; i++)
		name_person(sitting, item->members->pdata[i], NULL,
		            MB_STANDING_MEMBER);
	for (guint i = 0; i < item->people_other->len; i++) {
		const struct mb_person *p = item->people_other->pdata[i];

		name_person(sitting, p->name, p->role, MB_STANDING_OTHER);
	}
}

/* "Minutes of the previous meeting", "the minutes of the meeting held on 3 May
 * be approved": a meeting that had minutes. */
static gboolean
speaks_of_minutes(const struct mb_item *item, const struct mb_ref *ref)
{
	g_autofree char *text =
	    g_strconcat(item->title ? item->title : "", " ", ref->what, NULL);
	g_autofree char *low = g_utf8_strdown(text, -1);

	return strstr(low, "minutes") != NULL;
}

/* The words around a date often leave out whose minutes they are; the heading
 * tells: "Minutes of the Audit Committee". */
static void
add_one_earlier(struct mb_sitting *sitting, const struct mb_item *item,
                const struct mb_ref *ref)
{
	g_autofree char *words = NULL;

	if (!item->title || strstr(item->title, ref->what))
		words = g_strdup(item->title ? item->title : ref->what);
	else
		words = g_strconcat(item->title, ": ", ref->what, NULL);
	mb_sitting_add_earlier(sitting, ref->date_ymd, words);
}

static void
add_earlier(struct mb_sitting *sitting, const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		const struct mb_ref *ref = item->refs->pdata[i];

		if (ref->dir == MB_REF_BACK && ref->date_ymd % 100 != 0 &&
		    !ref->number && speaks_of_minutes(item, ref))
			add_one_earlier(sitting, item, ref);
	}
}

static gboolean
is_exempt(const struct finder *f, const struct mb_item *item)
{
	return f->exempt || item->exempt;
}

static void
add_item(struct finder *f, const struct mb_item *item,
         enum mb_date_source date_source)
{
	struct mb_sitting *sitting = sitting_of(
	    &f->sides[is_exempt(f, item) ? MB_SIDE_EXEMPT : MB_SIDE_OPEN],
	    item->council, item->committee, item->date_ymd);

	if (sitting->date_source == MB_DATE_NONE)
		sitting->date_source = date_source;
	sitting->n_items[item->kind]++;
	if (item->number &&
	    (item->kind == MB_KIND_MINUTE || item->kind == MB_KIND_DECISION))
		g_ptr_array_add(sitting->numbers, g_strdup(item->number));
	add_earlier(sitting, item);
	add_people(sitting, item);
}

static void
add_draft(struct finder *f, const struct mb_draft *draft)
{
	add_item(f, draft->item,
	         draft->part ? draft->part->meeting->date_source
	                     : MB_DATE_NONE);
}

/* --- meetings and who was there ------------------------------------------ */

static struct mb_sitting *
sitting_of_meeting(struct finder *f, enum mb_side side,
                   const struct mb_meeting *m, gboolean make)
{
	const char *council =
	    m->council ? m->council : mb_conf_council(f->conf);
	const char *committee =
	    m->committee ? mb_conf_committee(f->conf, m->committee) : NULL;

	if (make)
		return sitting_of(&f->sides[side], council, committee,
		                  m->date_ymd);
	return look_up(&f->sides[side], council, committee, m->date_ymd);
}

/* A meeting of which the paper holds no item is told of all the same, but what
 * only exempt items are of is theirs. */
static void
add_meetings(struct finder *f, const struct mb_meetings *meetings)
{
	g_autoptr(GHashTable) withheld = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < f->drafts->len; i++) {
		const struct mb_draft *draft = f->drafts->pdata[i];

		if (draft->part && is_exempt(f, draft->item))
			g_hash_table_add(withheld,
			                 (gpointer)draft->part->meeting);
	}
	for (guint i = 0; i < meetings->meetings->len; i++) {
		const struct mb_meeting *m = meetings->meetings->pdata[i];
		enum mb_side side = f->exempt ? MB_SIDE_EXEMPT : MB_SIDE_OPEN;
		struct mb_sitting *sitting;

		if (!m->date_ymd || g_hash_table_contains(withheld, m))
			continue;
		sitting = sitting_of_meeting(f, side, m, TRUE);
		if (sitting->date_source == MB_DATE_NONE)
			sitting->date_source = m->date_source;
	}
}

/* Which lines exempt items take.  A list stands at a line of its own; a name in
 * the text is known by its part only, so all of a part that holds an exempt
 * item is withheld. */
static GHashTable *
withheld_lines(const struct finder *f, gboolean listed)
{
	GHashTable *lines = g_hash_table_new(NULL, NULL);

	for (guint i = 0; i < f->drafts->len; i++) {
		const struct mb_draft *draft = f->drafts->pdata[i];
		guint first = draft->head, end = draft->end;

		if (f->exempt || !is_exempt(f, draft->item))
			continue;
		if (!listed && draft->part) {
			first = MIN(first, draft->part->first);
			end = MAX(end, draft->part->end);
		}
		for (guint line = first; line < end; line++)
			g_hash_table_add(lines, GUINT_TO_POINTER(line));
	}
	return lines;
}

/* What @a is at the meeting; NULL when the list tells no more of a member than
 * whose he is: "Cllr Ann Oakes, Skelby City Council". */
static const char *
post_of(const struct mb_attendee *a)
{
	return a->role && a->standing == MB_STANDING_MEMBER &&
	               (mb_role_kind_of(a->role) == MB_ROLE_OTHER ||
	                strcmp(a->role, "Councillor") == 0)
	           ? NULL
	           : a->role;
}

static void
add_attendee(struct finder *f, const struct mb_attendee *a, enum mb_side side)
{
	struct mb_sitting *sitting =
	    a->meeting ? sitting_of_meeting(f, side, a->meeting, FALSE) : NULL;
	struct mb_named *named = NULL;

	if (sitting && (a->name || a->role))
		named =
		    mb_sitting_name(sitting, a->name, post_of(a), a->standing);
	if (!named)
		return;
	if (a->absent)
		named->presence = MB_PRESENCE_APOLOGIES;
	else if (a->listed && named->presence == MB_PRESENCE_UNKNOWN)
		named->presence = MB_PRESENCE_PRESENT;
	named->chair |= a->chair;
}

static void
add_attendance(struct finder *f, const struct mb_attendance *attendance)
{
	g_autoptr(GHashTable) in_lists = withheld_lines(f, TRUE);
	g_autoptr(GHashTable) in_text = withheld_lines(f, FALSE);

	for (guint i = 0; i < attendance->attendees->len; i++) {
		const struct mb_attendee *a = attendance->attendees->pdata[i];
		gboolean withheld =
		    f->exempt ||
		    g_hash_table_contains(a->listed ? in_lists : in_text,
		                          GUINT_TO_POINTER(a->line));

		add_attendee(f, a, withheld ? MB_SIDE_EXEMPT : MB_SIDE_OPEN);
	}
}

/* --- both databases ------------------------------------------------------ */

static void
finder_open(struct finder *f)
{
	for (guint i = 0; i < MB_N_SIDES; i++) {
		f->sides[i].sittings = g_ptr_array_new_with_free_func(
		    (GDestroyNotify)mb_sitting_free);
		f->sides[i].by_key = g_hash_table_new_full(
		    g_str_hash, g_str_equal, g_free, NULL);
	}
}

/* Give what was found away as JSON. */
static void
finder_close(struct finder *f, char *json[MB_N_SIDES])
{
	for (guint i = 0; i < MB_N_SIDES; i++) {
		json[i] = mb_sittings_to_json(f->sides[i].sittings);
		g_hash_table_unref(f->sides[i].by_key);
		g_ptr_array_unref(f->sides[i].sittings);
	}
}

void
mb_sittings_find(const GPtrArray *drafts, const struct mb_meetings *meetings,
                 const struct mb_attendance *attendance, gboolean exempt,
                 const struct mb_conf *conf, char *json[MB_N_SIDES])
{
	struct finder f = { .drafts = drafts, .conf = conf, .exempt = exempt };

	finder_open(&f);
	for (guint i = 0; i < drafts->len; i++)
		add_draft(&f, drafts->pdata[i]);
	add_meetings(&f, meetings);
	add_attendance(&f, attendance);
	finder_close(&f, json);
}

void
mb_sittings_of_items(const GPtrArray *items, char *json[MB_N_SIDES])
{
	struct finder f = { 0 };

	finder_open(&f);
	for (guint i = 0; i < items->len; i++)
		add_item(&f, items->pdata[i], MB_DATE_NONE);
	finder_close(&f, json);
}
