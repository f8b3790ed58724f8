/* A database being written.  A transaction is open all the time, because a
 * WritableDatabase otherwise commits when it is closed and every so many
 * documents; so nothing is published but by mb_store_commit(). */
#include "shim/store.hh"

#include <cstring>
#include <exception>

#include "shim/namings.hh"

using mb::owned;

namespace mb
{

static owned<struct mb_stem>
make_stem(const std::string &language)
{
	GError *error = nullptr;
	owned<struct mb_stem> stem(mb_stem_new(language.c_str(), &error));

	if (!stem)
		throw failure(error);
	return stem;
}

maker::maker(const std::string &language)
    : language_(language), stem_(make_stem(language)), packer_(mb_packer_new())
{
}

std::string
maker::pack(const char *text, size_t n_bytes)
{
	GError *error = nullptr;
	const GByteArray *record =
	    mb_packer_pack(packer(), text, n_bytes, &error);

	if (record == nullptr)
		throw failure(error);
	return std::string(reinterpret_cast<const char *>(record->data),
	                   record->len);
}

Xapian::Document
maker::of_item(const struct mb_item *item)
{
	g_autoptr(GString) whole = mb_item_to_record(item);
	/* First: a record over the limit is not worth cutting into words. */
	const std::string record = pack(whole->str, whole->len);
	Xapian::Document doc = item_document(item);

	doc.add_value(MB_SLOT_RECORD, record);
	return doc;
}

Xapian::Document
maker::of_paper(const struct mb_paper_state *state)
{
	owned<char> json(mb_state_to_json(state));
	Xapian::Document doc;

	doc.add_value(MB_SLOT_RECORD, pack(json.get(), std::strlen(json.get())));
	doc.add_boolean_term(paper_state_term(state->path));
	doc.add_boolean_term(type_term(type::paper));
	add_namings(doc, state->sittings);
	return doc;
}

} // namespace mb

/* Opening. */

mb_store::mb_store(const std::string &where, int flags,
                   const char *new_language)
    : path(where)
{
	/* An unknown language must not leave a database behind. */
	if (new_language != nullptr)
		maker.reset(new mb::maker(new_language));
	db = Xapian::WritableDatabase(path, flags);
	if (new_language != nullptr) {
		db.add_document(mb::index_document(new_language));
		db.add_document(mb::bounds_document());
		db.commit();
	} else {
		maker.reset(new mb::maker(mb::database_language(db)));
	}
	words.reset(new mb::vocabulary(maker->stem(), maker->language()));
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

struct mb_store *
mb_store_open_published(const char *path, GError **error) noexcept
{
	return open_store(path, Xapian::DB_OPEN, nullptr, error);
}

void
mb_store_at_end(void (*end)(void)) noexcept
{
	std::set_terminate(end);
}

void
mb_store_free(struct mb_store *store) noexcept
{
	delete store;
}

const char *
mb_store_language(const struct mb_store *store) noexcept
{
	return store->maker->language().c_str();
}

/* Documents in and out.  What an item brought into the vocabulary can be read
 * off its terms when it goes. */

void
mb_store::count_words(Xapian::docid id, long change)
{
	words->count(db.termlist_begin(id), db.termlist_end(id), change);
}

void
mb_store::add(const Xapian::Document &doc)
{
	words->count(doc.termlist_begin(), doc.termlist_end(), 1);
	db.add_document(doc);
}

void
mb_store::remove(Xapian::docid id)
{
	count_words(id, -1);
	db.delete_document(id);
}

std::vector<std::string>
mb_store::ids_of(Xapian::docid id) const
{
	const std::string prefix = mb_fields()[MB_FIELD_ID].prefix;
	std::vector<std::string> terms;
	Xapian::TermIterator at = db.termlist_begin(id);

	for (at.skip_to(prefix); at != db.termlist_end(id); ++at) {
		if ((*at).compare(0, prefix.size(), prefix) != 0)
			break;
		terms.push_back(*at);
	}
	return terms;
}

void
mb_store::replace(Xapian::docid id, Xapian::Document doc)
{
	for (const std::string &term : ids_of(id))
		doc.add_boolean_term(term);
	count_words(id, -1);
	words->count(doc.termlist_begin(), doc.termlist_end(), 1);
	db.replace_document(id, doc);
}

std::vector<Xapian::docid>
mb_store::holders(const std::string &term) const
{
	std::vector<Xapian::docid> ids;

	/* term_exists() spares a new item, which most are, the posting list,
	 * for which Xapian would write out what it holds back. */
	if (!db.term_exists(term))
		return ids;
	for (auto at = db.postlist_begin(term); at != db.postlist_end(term);
	     ++at)
		ids.push_back(*at);
	return ids;
}

/* Papers. */

void
mb_store::put_paper(const struct mb_paper_state *state)
{
	db.replace_document(mb::paper_state_term(state->path),
	                    maker->of_paper(state));
}

gboolean
mb_store_put_paper(struct mb_store *store, const struct mb_paper_state *state,
                   GError **error) noexcept
{
	try {
		store->put_paper(state);
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
		const std::vector<Xapian::docid> ids =
		    store->holders(mb::paper_state_term(path));

		if (ids.empty())
			return nullptr;
		return mb::unpack_state(store->maker->packer(),
		                        store->db.get_document(ids[0]))
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
		return mb::read_papers(store->db, store->maker->packer())
		    .release();
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

char *
mb_store_read_language(const char *path, GError **error) noexcept
{
	try {
		return g_strdup(
		    mb::database_language(Xapian::Database(path)).c_str());
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

void
mb_store::commit(const mb::vocabulary *others)
{
	words->write(db, others);
	db.commit_transaction();
	db.begin_transaction();
}

gboolean
mb_store_commit(struct mb_store *store, GError **error) noexcept
{
	try {
		store->commit();
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
