/* A database being written.  A transaction is open all the time, because a
 * WritableDatabase otherwise commits when it is closed and every so many
 * documents; so nothing is published but by mb_store_commit(). */
#include "shim/store.h"

#include <cstring>
#include <unordered_map>
#include <vector>

#include "shim/terms.hh"
#include "shim/xapian.hh"

using mb::owned;

struct mb_store {
	mb_store(const std::string &where, int flags, const char *new_language);
	~mb_store();
	mb_store(const mb_store &) = delete;
	mb_store &operator=(const mb_store &) = delete;

	std::string path;
	Xapian::WritableDatabase db;
	std::string language;
	owned<struct mb_stem> stem;
	owned<struct mb_packer> packer;
	std::unique_ptr<mb::indexer> indexer;
	/* By how much each word's count in the spelling table changes at the
	 * next commit. */
	std::unordered_map<std::string, long> spellings;
};

/* An item as it stands in the database. */
struct held {
	Xapian::docid id;
	owned<struct mb_item> item;
};

/* Opening. */

static owned<struct mb_stem>
make_stem(const std::string &language)
{
	GError *error = nullptr;
	owned<struct mb_stem> stem(mb_stem_new(language.c_str(), &error));

	if (!stem)
		throw mb::failure(error);
	return stem;
}

/* @new_language is NULL for a database that exists. */
mb_store::mb_store(const std::string &where, int flags,
                   const char *new_language)
    : path(where), packer(mb_packer_new())
{
	/* An unknown language must not leave a database behind. */
	if (new_language != nullptr)
		stem = make_stem(new_language);
	db = Xapian::WritableDatabase(path, flags);
	if (new_language != nullptr) {
		language = new_language;
		db.add_document(mb::index_document(language));
		db.add_document(mb::bounds_document());
		db.commit();
	} else {
		language = mb::database_language(db);
		stem = make_stem(language);
	}
	indexer.reset(new mb::indexer(stem.get(), language));
	db.begin_transaction();
}

mb_store::~mb_store()
{
	try {
		db.cancel_transaction();
		db.close();
	} catch (...) {
		/* It was being thrown away. */
	}
}

/* What is written here is thrown away when the power goes: the compacted copy
 * is brought to the disk before it is published (base/layout.h).  Waiting for
 * the disk at each commit would only cost time. */
static const int UNSYNCED = Xapian::DB_NO_SYNC;

static struct mb_store *
open_store(const char *path, int flags, const char *language,
           GError **error) noexcept
{
	try {
		return new mb_store(path, flags, language);
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

struct mb_store *
mb_store_create(const char *path, const char *language, GError **error) noexcept
{
	if (g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "%s: there is something already", path);
		return nullptr;
	}
	return open_store(
	    path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS | UNSYNCED,
	    language, error);
}

struct mb_store *
mb_store_open(const char *path, GError **error) noexcept
{
	return open_store(path, Xapian::DB_OPEN | UNSYNCED, nullptr, error);
}

void
mb_store_free(struct mb_store *store) noexcept
{
	delete store;
}

const char *
mb_store_language(const struct mb_store *store) noexcept
{
	return store->language.c_str();
}

/* Documents in and out.  The spelling table counts items a word, so what an
 * item put into it can be read off its terms when it goes. */

static std::string
pack(struct mb_store *store, const char *json)
{
	GError *error = nullptr;
	const GByteArray *record = mb_packer_pack(store->packer.get(), json,
	                                          std::strlen(json), &error);

	if (record == nullptr)
		throw mb::failure(error);
	return std::string(reinterpret_cast<const char *>(record->data),
	                   record->len);
}

static Xapian::Document
make_document(struct mb_store *store, const struct mb_item *item)
{
	owned<char> json(mb_item_to_json(item));
	/* First: a record over the limit is not worth cutting into words. */
	const std::string record = pack(store, json.get());
	Xapian::Document doc = store->indexer->document(item);

	doc.set_data(record);
	return doc;
}

/* Words come behind all prefixes, which are capitals. */
static void
add_spellings(struct mb_store *store, const Xapian::Document &doc)
{
	Xapian::TermIterator at = doc.termlist_begin();

	for (at.skip_to("a"); at != doc.termlist_end(); ++at)
		if (mb::is_spelt(*at))
			store->spellings[*at]++;
}

static void
remove_spellings(struct mb_store *store, Xapian::docid id)
{
	Xapian::TermIterator at = store->db.termlist_begin(id);

	for (at.skip_to("a"); at != store->db.termlist_end(id); ++at)
		if (mb::is_spelt(*at))
			store->spellings[*at]--;
}

static void
add_document(struct mb_store *store, const Xapian::Document &doc)
{
	add_spellings(store, doc);
	store->db.add_document(doc);
}

static void
delete_document(struct mb_store *store, Xapian::docid id)
{
	remove_spellings(store, id);
	store->db.delete_document(id);
}

/* Write @item over the document @id.  Ids that the document answered to go on
 * to answer. */
static void
replace_document(struct mb_store *store, Xapian::docid id,
                 const struct mb_item *item)
{
	const std::string prefix = mb_fields()[MB_FIELD_ID].prefix;
	Xapian::Document doc = make_document(store, item);
	Xapian::TermIterator at = store->db.termlist_begin(id);

	for (at.skip_to(prefix); at != store->db.termlist_end(id); ++at) {
		if ((*at).compare(0, prefix.size(), prefix) != 0)
			break;
		doc.add_boolean_term(*at);
	}
	remove_spellings(store, id);
	add_spellings(store, doc);
	store->db.replace_document(id, doc);
}

static std::vector<held>
load_items(struct mb_store *store, const std::string &term)
{
	std::vector<Xapian::docid> ids;
	std::vector<held> items;

	/* term_exists() spares a new item, which most are, the posting list,
	 * for which Xapian would write out what it holds back. */
	if (!store->db.term_exists(term))
		return items;
	for (auto at = store->db.postlist_begin(term);
	     at != store->db.postlist_end(term); ++at)
		ids.push_back(*at);
	for (Xapian::docid id : ids)
		items.push_back(
		    { id,
		      mb::unpack_item(store->packer.get(),
		                      store->db.get_document(id).get_data()) });
	return items;
}

/* Items. */

/* @item has come again from another paper. */
static void
merge(struct mb_store *store, const held &old, const struct mb_item *item)
{
	GError *error = nullptr;
	owned<struct mb_item> joined(
	    mb_sources_join(old.item.get(), item, &error));

	if (!joined)
		throw mb::failure(error);
	replace_document(store, old.id, joined.get());
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
		replace_document(store, other.id, other.item.get());
	}
	rename_item(copy.get(), suffixed(item->id, hash));
	Xapian::Document doc = make_document(store, copy.get());

	doc.add_boolean_term(mb::id_term(item->id));
	add_document(store, doc);
}

static void
put_item(struct mb_store *store, const struct mb_item *item)
{
	if (!store->db.term_exists(mb::id_term(item->id))) {
		add_document(store, make_document(store, item));
		return;
	}
	owned<char> hash(mb_item_words_hash(item));
	std::vector<held> others = load_rivals(store, item->id, hash.get());

	for (const held &other : others) {
		owned<char> its_hash(mb_item_words_hash(other.item.get()));

		if (std::strcmp(hash.get(), its_hash.get()) == 0) {
			merge(store, other, item);
			return;
		}
	}
	add_clashing(store, others, item, hash.get());
}

gboolean
mb_store_put(struct mb_store *store, const struct mb_item *item,
             GError **error) noexcept
{
	g_assert(item->id != nullptr && *item->id != '\0');
	/* Without a source mb_store_drop_paper() would never find it. */
	g_assert(item->sources->len > 0);
	try {
		put_item(store, item);
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
		delete_document(store, old.id);
		return;
	}
	replace_document(store, old.id, item);
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

gboolean
mb_store_put_paper(struct mb_store *store, const struct mb_paper_state *state,
                   GError **error) noexcept
{
	try {
		const std::string term = mb::paper_state_term(state->path);
		owned<char> json(mb_state_to_json(state));
		Xapian::Document doc;

		doc.set_data(pack(store, json.get()));
		doc.add_boolean_term(term);
		doc.add_boolean_term(mb::type_term(mb::type::paper));
		store->db.replace_document(term, doc);
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

struct mb_paper_state *
mb_store_get_paper(struct mb_store *store, const char *path,
                   GError **error) noexcept
{
	try {
		const std::string term = mb::paper_state_term(path);

		if (!store->db.term_exists(term))
			return nullptr;
		const Xapian::docid id = *store->db.postlist_begin(term);

		return mb::unpack_state(store->packer.get(),
		                        store->db.get_document(id).get_data())
		    .release();
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

GHashTable *
mb_store_papers(struct mb_store *store, GError **error) noexcept
{
	try {
		return mb::read_papers(store->db, store->packer.get())
		    .release();
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

GHashTable *
mb_store_read_papers(const char *path, GError **error) noexcept
{
	try {
		const Xapian::Database db(path);
		owned<struct mb_packer> packer(mb_packer_new());

		mb::database_language(db);
		return mb::read_papers(db, packer.get()).release();
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

/* The database as a whole. */

static void
write_spellings(struct mb_store *store)
{
	for (const auto &[word, change] : store->spellings) {
		if (change > 0)
			store->db.add_spelling(
			    word, static_cast<Xapian::termcount>(change));
		else if (change < 0)
			store->db.remove_spelling(
			    word, static_cast<Xapian::termcount>(-change));
	}
	store->spellings.clear();
}

guint
mb_store_n_items(struct mb_store *store) noexcept
{
	try {
		return store->db.get_termfreq(mb::type_term(mb::type::item));
	} catch (...) {
		mb::map_exception(nullptr);
		return 0;
	}
}

gboolean
mb_store_commit(struct mb_store *store, GError **error) noexcept
{
	try {
		write_spellings(store);
		store->db.commit_transaction();
		store->db.begin_transaction();
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

gboolean
mb_store_compact(struct mb_store *store, const char *path,
                 GError **error) noexcept
{
	if (g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "%s: there is something already", path);
		return FALSE;
	}
	try {
		Xapian::Database(store->path).compact(path);
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
