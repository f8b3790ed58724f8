/* Items put into a database, and papers with their items taken out of it:
 * what happens to ids that are taken, and to items that several papers hold. */
#include "shim/store.hh"

#include <cstring>

using mb::owned;

/* An item as it stands in the database. */
struct held {
	Xapian::docid id;
	owned<struct mb_item> item;
};

static std::vector<held>
load_items(struct mb_store *store, const std::string &term)
{
	std::vector<held> items;

	for (Xapian::docid id : store->holders(term))
		items.push_back(
		    { id,
		      mb::unpack_item(store->maker->packer(),
		                      store->db.get_document(id).get_data()) });
	return items;
}

/* @item has come again from another paper. */
static void
merge(struct mb_store *store, const held &old, const struct mb_item *item)
{
	GError *error = nullptr;
	owned<struct mb_item> joined(
	    mb_sources_join(old.item.get(), item, &error));

	if (!joined)
		throw mb::failure(error);
	store->replace(old.id, store->maker->of_item(joined.get()));
}

static std::string
suffixed(const char *id, const char *hash)
{
	return std::string(id) + "-" + hash;
}

static void
rename_item(struct mb_item *item, const std::string &id)
{
	g_free(item->id);
	item->id = g_strdup(id.c_str());
}

/* Of the items that answer to the bare id @id, those that @item, whose words
 * have @hash, may be a copy of or clash with.  One alone may bear the bare id;
 * when a second comes, both get suffixes.  Thousands may answer to the id of
 * items without a date: looking at each would take the square of that. */
static std::vector<held>
load_rivals(struct mb_store *store, const char *id, const char *hash)
{
	const std::string term = mb::id_term(id);

	if (store->db.get_termfreq(term) == 1)
		return load_items(store, term);
	return load_items(store, mb::id_term(suffixed(id, hash).c_str()));
}

/* @item wants an id that others have, all with other words. */
static void
add_clashing(struct mb_store *store, std::vector<held> &others,
             const struct mb_item *item, const char *hash)
{
	GError *error = nullptr;
	owned<struct mb_item> copy(mb_sources_copy(item, &error));

	if (!copy)
		throw mb::failure(error);

	for (held &other : others) {
		if (std::strcmp(other.item->id, item->id) != 0)
			continue;
		owned<char> its_hash(mb_item_words_hash(other.item.get()));

		rename_item(other.item.get(),
		            suffixed(item->id, its_hash.get()));
		store->replace(other.id,
		               store->maker->of_item(other.item.get()));
	}
	rename_item(copy.get(), suffixed(item->id, hash));
	Xapian::Document doc = store->maker->of_item(copy.get());

	doc.add_boolean_term(mb::id_term(item->id));
	store->add(doc);
}

void
mb_store::put_item(const struct mb_item *item)
{
	if (!db.term_exists(mb::id_term(item->id))) {
		add(maker->of_item(item));
		return;
	}
	owned<char> hash(mb_item_words_hash(item));
	std::vector<held> others = load_rivals(this, item->id, hash.get());

	for (const held &other : others) {
		owned<char> its_hash(mb_item_words_hash(other.item.get()));

		if (std::strcmp(hash.get(), its_hash.get()) == 0) {
			merge(this, other, item);
			return;
		}
	}
	add_clashing(this, others, item, hash.get());
}

gboolean
mb_store_put(struct mb_store *store, const struct mb_item *item,
             GError **error) noexcept
{
	g_assert(item->id != nullptr && *item->id != '\0');
	/* Without a source mb_store_drop_paper() would never find it. */
	g_assert(item->sources->len > 0);
	try {
		store->put_item(item);
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Papers. */

/* The paper @path no longer holds @old. */
static void
drop_source(struct mb_store *store, held &old, const char *path,
            GPtrArray *others)
{
	struct mb_item *item = old.item.get();

	if (!mb_sources_remove(item, path))
		return;
	if (item->sources->len == 0) {
		store->remove(old.id);
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
		for (held &old : load_items(store, mb::item_paper_term(path)))
			drop_source(store, old, path, others);
		store->db.delete_document(mb::paper_state_term(path));
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
