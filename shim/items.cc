/* Items put into a database, and papers with their items taken out of it:
 * what happens to ids that are taken, and to items that several papers hold. */
#include "shim/store.hh"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "shim/copies.h"

using mb::owned;

/* An item as it stands in the database. */
struct held {
	Xapian::docid id;
	owned<struct mb_item> item;
};

static std::vector<held>
load_items(struct mb_store *store, const std::vector<Xapian::docid> &ids)
{
	std::vector<held> items;

	for (Xapian::docid id : ids)
		items.push_back(
		    { id, mb::unpack_item(store->maker->packer(),
		                          store->db.get_document(id)) });
	return items;
}

static std::string
suffixed(const std::string &id, const char *hash)
{
	return id + "-" + hash;
}

/* The ids by which an item that asks for @id is known as soon as another asks
 * for it too: @id with each of the hashes of its words. */
static std::set<std::string>
own_ids(const std::string &id, const struct mb_item *item)
{
	owned<GPtrArray> hashes(mb_copies_hashes(item));
	std::set<std::string> terms;

	for (guint i = 0; i < hashes->len; i++) {
		auto hash = static_cast<const char *>(
		    g_ptr_array_index(hashes.get(), i));

		terms.insert(mb::id_term(suffixed(id, hash).c_str()));
	}
	return terms;
}

static bool
have_one_in_common(const std::set<std::string> &a,
                   const std::set<std::string> &b)
{
	return std::any_of(a.begin(), a.end(), [&](const std::string &term) {
		return b.count(term) > 0;
	});
}

static void
rename_item(struct mb_item *item, const std::string &id)
{
	g_free(item->id);
	item->id = g_strdup(id.c_str());
}

/* Give @item the id that it has beside others: @id with the hash of its first
 * words. */
static void
rename_beside_others(struct mb_item *item, const std::string &id)
{
	owned<char> hash(mb_item_words_hash(item));

	rename_item(item, suffixed(id, hash.get()));
}

static Xapian::Document
make_document(struct mb_store *store, const struct mb_item *item,
              const std::string &id, const std::set<std::string> &ids)
{
	Xapian::Document doc = store->maker->of_item(item);

	doc.add_boolean_term(mb::id_term(id.c_str()));
	for (const std::string &term : ids)
		doc.add_boolean_term(term);
	return doc;
}

/* The documents that have one of @ids. */
static std::vector<held>
load_copies(struct mb_store *store, const std::set<std::string> &ids)
{
	std::set<Xapian::docid> docs;

	for (const std::string &term : ids)
		for (Xapian::docid doc : store->holders(term))
			docs.insert(doc);
	return load_items(store, { docs.begin(), docs.end() });
}

/* What has the id @id for itself gets company.  It is a copy when it is known
 * by one of @ids; else it is another item, which must be found by its words
 * from now on, and whose id gets its suffix. */
static std::vector<held>
load_only(struct mb_store *store, const std::string &id,
          std::set<std::string> &ids)
{
	std::vector<held> only =
	    load_items(store, store->holders(mb::id_term(id.c_str())));
	struct mb_item *item = only.at(0).item.get();
	std::set<std::string> its_ids = own_ids(id, item);

	for (const std::string &term : store->ids_of(only[0].id))
		its_ids.insert(term);
	if (have_one_in_common(ids, its_ids)) {
		ids.merge(its_ids);
		return only;
	}
	rename_beside_others(item, id);
	store->replace(only[0].id, make_document(store, item, id, its_ids));
	return {};
}

static owned<struct mb_item>
join(const mb::items &copies)
{
	owned<GPtrArray> all(g_ptr_array_new());

	for (const struct mb_item *copy : copies)
		g_ptr_array_add(all.get(), const_cast<struct mb_item *>(copy));
	return owned<struct mb_item>(mb_sources_join(all.get()));
}

/* All documents that hold copies of one item become one, which answers to the
 * ids of all. */
static void
write_joined(struct mb_store *store, const struct mb_item *joined,
             const std::string &id, std::set<std::string> ids,
             const std::vector<held> &old)
{
	for (size_t i = 1; i < old.size(); i++) {
		for (const std::string &term : store->ids_of(old[i].id))
			ids.insert(term);
		store->remove(old[i].id);
	}
	Xapian::Document doc = make_document(store, joined, id, ids);

	if (old.empty())
		store->add(doc);
	else
		store->replace(old[0].id, doc);
}

/* Copies of one item that ask for @id, and the ids they are known by. */
struct group {
	mb::items items;
	std::set<std::string> ids;
};

static void
put_group(struct mb_store *store, const std::string &id, struct group &group)
{
	const std::string term = mb::id_term(id.c_str());
	const Xapian::doccount n_held = store->db.get_termfreq(term);
	const std::vector<held> old = n_held == 1
	                                  ? load_only(store, id, group.ids)
	                                  : load_copies(store, group.ids);

	for (const held &copy : old)
		group.items.push_back(copy.item.get());
	owned<struct mb_item> joined = join(group.items);
	if (old.size() == n_held)
		rename_item(joined.get(), id);
	else
		rename_beside_others(joined.get(), id);
	write_joined(store, joined.get(), id, group.ids, old);
}

/* Groups of copies, while items are shared out. */
struct groups {
	std::vector<struct group> all;
	std::unordered_map<std::string, size_t> by_id; /* index in @all */
};

/* What is in the group @from goes over to the group @to. */
static void
move_group(struct groups &groups, struct group &from, size_t to)
{
	struct group &target = groups.all[to];

	target.items.insert(target.items.end(), from.items.begin(),
	                    from.items.end());
	for (const std::string &term : from.ids)
		groups.by_id[term] = to;
	target.ids.merge(from.ids);
	from = {};
}

/* @item comes into the largest of the groups that it has an id in common with,
 * and the others of them too: small ones are moved, so that it stays cheap. */
static void
share_out(struct groups &groups, const std::string &id,
          const struct mb_item *item)
{
	struct group mine = { { item }, own_ids(id, item) };
	std::set<size_t> same;
	size_t largest = groups.all.size();

	for (const std::string &term : mine.ids) {
		const auto at = groups.by_id.find(term);

		if (at == groups.by_id.end())
			continue;
		same.insert(at->second);
		if (largest == groups.all.size() ||
		    groups.all[at->second].items.size() >
		        groups.all[largest].items.size())
			largest = at->second;
	}
	if (same.empty())
		groups.all.emplace_back();
	move_group(groups, mine, largest);
	for (size_t i : same)
		if (i != largest)
			move_group(groups, groups.all[i], largest);
}

void
mb_store::put_items(const mb::items &items)
{
	const std::string id = items.at(0)->id;

	/* Most have no company. */
	if (items.size() == 1 && !db.term_exists(mb::id_term(id.c_str()))) {
		add(maker->of_item(items[0]));
		return;
	}
	struct groups groups;

	for (const struct mb_item *item : items)
		share_out(groups, id, item);
	for (struct group &group : groups.all)
		if (!group.items.empty())
			put_group(this, id, group);
}

gboolean
mb_store_put(struct mb_store *store, const struct mb_item *item,
             GError **error) noexcept
{
	g_assert(item->id != nullptr && *item->id != '\0');
	/* Without a source mb_store_drop_paper() would never find it. */
	g_assert(item->sources->len > 0);
	try {
		store->put_items({ item });
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Papers. */

/* An item leaves that was known by @ids.  Who shared one of them with it alone
 * has it to itself now, and needs no suffix: its papers go to @others. */
static void
add_last_holders(struct mb_store *store, const std::vector<std::string> &ids,
                 GPtrArray *others)
{
	for (const std::string &term : ids) {
		const std::vector<Xapian::docid> left = store->holders(term);

		if (left.size() == 1)
			mb_sources_add_paths(
			    load_items(store, left)[0].item.get(), others);
	}
}

/* The paper @path no longer holds @old. */
static void
drop_source(struct mb_store *store, held &old, const char *path,
            GPtrArray *others)
{
	struct mb_item *item = old.item.get();

	if (!mb_sources_remove(item, path))
		return;
	if (item->sources->len == 0) {
		const std::vector<std::string> ids = store->ids_of(old.id);

		store->remove(old.id);
		if (others != nullptr)
			add_last_holders(store, ids, others);
		return;
	}
	store->replace(old.id, store->maker->of_item(item));
	if (others != nullptr)
		mb_sources_add_paths(item, others);
}

gboolean
mb_store_drop_paper(struct mb_store *store, const char *path, GPtrArray *others,
                    GError **error) noexcept
{
	try {
		/* A file's bare name has the same kind of term: items of other
		 * papers may come too, and are left alone. */
		for (const std::string &term : { mb::item_paper_term(path),
		                                 mb::front_paper_term(path) })
			for (held &old :
			     load_items(store, store->holders(term)))
				drop_source(store, old, path, others);
		store->db.delete_document(mb::paper_state_term(path));
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
