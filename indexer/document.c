#include "indexer/document.h"

#include <string.h>

#include "base/date.h"
#include "indexer/actions.h"
#include "indexer/attendance.h"
#include "indexer/exempt.h"
#include "indexer/front.h"
#include "indexer/items.h"
#include "indexer/links.h"
#include "indexer/meetings.h"
#include "indexer/origins.h"
#include "indexer/people.h"
#include "indexer/resolutions.h"
#include "indexer/unconfirmed.h"

/* Longest slug of one part of an id.  Four of them, a date and a suffix stay
 * below the 245 bytes of a Xapian term. */
#define SLUG_MAX_BYTES 56

/* Words parted by a single "-"; an apostrophe parts nothing, so that
 * "Children's" is "childrens". */
static void
slug_append(GString *slug, gunichar c)
{
	if (g_unichar_isalnum(c))
		g_string_append_unichar(slug, g_unichar_tolower(c));
	else if (c != '\'' && c != 0x2019 && !g_unichar_ismark(c) &&
	         slug->len > 0 && slug->str[slug->len - 1] != '-')
		g_string_append_c(slug, '-');
}

/* A title that is too long ends after a whole word, if it has one. */
static void
slug_cut(GString *slug)
{
	if (slug->len > SLUG_MAX_BYTES) {
		const char *cut;

		cut = g_strrstr_len(slug->str, SLUG_MAX_BYTES + 1, "-");
		if (!cut || cut == slug->str)
			cut = g_utf8_find_prev_char(
			    slug->str, slug->str + SLUG_MAX_BYTES + 1);
		g_string_truncate(slug, (gsize)(cut - slug->str));
	}
	while (slug->len > 0 && slug->str[slug->len - 1] == '-')
		g_string_truncate(slug, slug->len - 1);
}

static void
id_append(GString *id, const char *text)
{
	g_autofree char *apart = NULL;
	g_autoptr(GString) slug = g_string_new(NULL);
	const char *p;

	/* Accents come apart from their letters and are then left out. */
	if (text)
		apart = g_utf8_normalize(text, -1, G_NORMALIZE_NFKD);
	for (p = apart; p && *p && slug->len <= 2 * SLUG_MAX_BYTES;
	     p = g_utf8_next_char(p))
		slug_append(slug, g_utf8_get_char(p));
	slug_cut(slug);
	if (id->len > 0)
		g_string_append_c(id, '/');
	g_string_append(id, slug->len > 0 ? slug->str : "-");
}

char *
mb_document_id(const struct mb_item *item)
{
	g_autoptr(GString) id = g_string_new(NULL);
	g_autofree char *date = mb_date_to_iso(item->date_ymd);

	id_append(id, item->council);
	id_append(id, item->committee);
	id_append(id, date);
	id_append(id, mb_kind_name(item->kind));
	id_append(id, item->number ? item->number : item->title);
	return g_strdup(id->str);
}

/* A committee goes by the name that the configuration gives it. */
static void
name_committee(struct mb_item *item, const struct mb_conf *conf)
{
	const char *name;

	if (!item->committee)
		return;
	name = mb_conf_committee(conf, item->committee);
	if (name != item->committee) {
		char *copy = g_strdup(name);

		g_free(item->committee);
		item->committee = copy;
	}
}

static void
finish_item(struct mb_item *item, const struct mb_conf *conf, guint seq)
{
	const char *council = mb_conf_council(conf);

	item->seq = seq;
	if (!item->council && council)
		item->council = g_strdup(council);
	name_committee(item, conf);
	g_free(item->id);
	item->id = mb_document_id(item);
}

/* How well an item was read whose text comes from pictures. */
static void
tell_confidence(struct mb_draft *draft, const struct mb_lines *lines)
{
	struct mb_source *source = draft->item->sources->pdata[0];
	guint sum = 0, n = 0;

	for (guint i = draft->head; i < draft->end; i++) {
		guint confidence = mb_lines_at(lines, i)->confidence;

		sum += confidence;
		n += confidence > 0;
	}
	source->ocr = n > 0 ? sum / n : 0;
}

static void
fill_draft(struct mb_draft *draft, const struct mb_lines *lines,
           const struct mb_attendance *attendance)
{
	mb_resolutions_find(draft, lines);
	if (draft->item->kind == MB_KIND_ACTION)
		mb_actions_find(draft, lines);
	mb_people_find(draft, lines, attendance);
	mb_links_find(draft, lines);
	tell_confidence(draft, lines);
}

/* A paper of which nothing is open is exempt itself: its name and its meetings
 * are nobody's business. */
static gboolean
are_all_exempt(const GPtrArray *drafts)
{
	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = drafts->pdata[i];

		if (!draft->item->exempt)
			return FALSE;
	}
	return drafts->len > 0;
}

static gboolean
is_any_exempt(const GPtrArray *drafts)
{
	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = drafts->pdata[i];

		if (draft->item->exempt)
			return TRUE;
	}
	return FALSE;
}

/* "Public Information Sheet", stamped with the number of the item that welcomes
 * all: a notice to who attends, and no report.  What is withheld stays so. */
static gboolean
is_notice(const struct mb_item *item)
{
	static const char *const notices[] = {
		"public information sheet", "information for the public",
		"information for members of the public", "emergency evacuation",
		"fire evacuation"
	};

	if (item->kind != MB_KIND_REPORT || item->exempt || !item->title)
		return FALSE;
	for (guint i = 0; i < G_N_ELEMENTS(notices); i++)
		if (!g_ascii_strncasecmp(item->title, notices[i],
		                         strlen(notices[i])))
			return TRUE;
	return FALSE;
}

/* What such a sheet says stands outside the items, its title too. */
static void
drop_notices(GPtrArray *drafts, const struct mb_meetings *meetings)
{
	for (guint i = drafts->len; i-- > 0;) {
		const struct mb_draft *draft = drafts->pdata[i];

		if (!is_notice(draft->item))
			continue;
		for (guint k = 0; k < meetings->parts->len; k++) {
			struct mb_part *part = meetings->parts->pdata[k];

			if (part == draft->part)
				part->title_end = part->title_first;
		}
		g_ptr_array_remove_index(drafts, i);
	}
}

/* Drafts that are not exempt know of the open parts alone.
 *   open  attendance as those tell it; NULL when nothing is exempt */
static void
fill_drafts(const GPtrArray *drafts, const struct mb_lines *lines,
            const struct mb_attendance *all, const struct mb_attendance *open)
{
	for (guint i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = drafts->pdata[i];

		fill_draft(draft, lines,
		           open && !draft->item->exempt ? open : all);
	}
}

struct mb_documents *
mb_documents_make(const struct mb_lines *lines, const char *path,
                  const struct mb_conf *conf)
{
	struct mb_documents *documents = g_new0(struct mb_documents, 1);
	g_autoptr(mb_meetings) meetings = NULL;
	g_autoptr(mb_attendance) open = NULL; /* as the open parts tell */
	g_autoptr(mb_attendance) all = NULL;
	g_autoptr(GPtrArray) drafts = NULL;
	guint i;

	documents->items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	meetings = mb_meetings_find(lines, path, conf);
	drafts = mb_items_find(lines, meetings, path);
	documents->exempt =
	    mb_exempt_mark(drafts, lines, meetings, path, conf) ||
	    are_all_exempt(drafts);
	drop_notices(drafts, meetings);
	all = mb_attendance_find(lines, meetings, TRUE);
	if (is_any_exempt(drafts))
		open = mb_attendance_find(lines, meetings, FALSE);
	fill_drafts(drafts, lines, all, open);
	mb_origins_find(drafts);
	mb_unconfirmed_mark(drafts, lines, meetings, path);
	for (i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = drafts->pdata[i];

		finish_item(draft->item, conf, i);
	}
	documents->fronts =
	    mb_front_find(lines, meetings, drafts, documents->exempt, path);
	for (i = 0; i < documents->fronts->len; i++)
		finish_item(documents->fronts->pdata[i], conf, 0);
	mb_sittings_find(drafts, meetings, all, documents->exempt, conf,
	                 documents->sittings);
	for (i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = drafts->pdata[i];

		g_ptr_array_add(documents->items,
		                g_steal_pointer(&draft->item));
	}
	return documents;
}

void
mb_documents_free(struct mb_documents *documents)
{
	if (!documents)
		return;
	g_ptr_array_unref(documents->items);
	g_ptr_array_unref(documents->fronts);
	for (guint i = 0; i < MB_N_SIDES; i++)
		g_free(documents->sittings[i]);
	g_free(documents);
}

/* Open and exempt items never share a database, so they don't clash. */
static char *
clash_key(const struct mb_item *item)
{
	return g_strconcat(item->exempt ? "exempt " : "open ", item->id, NULL);
}

void
mb_documents_part_ids(struct mb_documents *documents)
{
	g_autoptr(GHashTable) first = NULL;    /* key -> hash of first words */
	g_autoptr(GHashTable) clashing = NULL; /* set of keys */
	GPtrArray *items = documents->items;
	g_autoptr(GPtrArray) keys = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GPtrArray) hashes = g_ptr_array_new_with_free_func(g_free);
	guint i;

	first = g_hash_table_new(g_str_hash, g_str_equal);
	clashing = g_hash_table_new(g_str_hash, g_str_equal);
	for (i = 0; i < items->len; i++) {
		char *key = clash_key(items->pdata[i]);
		char *hash = mb_item_words_hash(items->pdata[i]);
		const char *other = g_hash_table_lookup(first, key);

		g_ptr_array_add(keys, key);
		g_ptr_array_add(hashes, hash);
		if (!other)
			g_hash_table_insert(first, key, hash);
		else if (strcmp(other, hash) != 0)
			g_hash_table_add(clashing, key);
	}
	for (i = 0; i < items->len; i++) {
		struct mb_item *item = items->pdata[i];
		char *bare = item->id;

		if (!g_hash_table_contains(clashing, keys->pdata[i]))
			continue;
		item->id = g_strconcat(bare, "-",
		                       (const char *)hashes->pdata[i], NULL);
		g_free(bare);
	}
}
