#include "shim/xapian.hh"

#include <algorithm>

#include "shim/search.h"
#include "shim/terms.hh"

namespace mb
{

failure::failure(GError *error) : error_(error, g_error_free)
{
}

failure::failure(enum mb_error code, const std::string &message)
    : error_(g_error_new_literal(MB_ERROR, code, message.c_str()), g_error_free)
{
}

static void
set(GError **error, enum mb_error code, const Xapian::Error &e) noexcept
{
	const char *system = e.get_error_string();

	g_set_error(error, MB_ERROR, code, "%s%s%s", e.get_msg().c_str(),
	            system != nullptr ? ": " : "",
	            system != nullptr ? system : "");
}

/* On a full disk Xapian can't even go back to where it was, and says so without
 * the system's reason: what is published is whole all the same. */
static bool
failed_to_write(const Xapian::Error &e) noexcept
{
	return g_str_has_prefix(e.get_msg().c_str(), "Modifications failed");
}

/* Where the system refused something it says so; @otherwise is what it means
 * when it did not. */
static enum mb_error
by_system(const Xapian::Error &e, enum mb_error otherwise) noexcept
{
	if (e.get_error_string() != nullptr || failed_to_write(e))
		return MB_ERROR_IO;
	return otherwise;
}

static void
set(GError **error, const char *message) noexcept
{
	g_set_error_literal(error, MB_ERROR, MB_ERROR_INTERNAL, message);
}

/* Xapian's classes overlap; the first that fits counts, so the narrow ones
 * stand before the wide ones. */
void
map_exception(GError **error) noexcept
{
	try {
		throw;
	} catch (const failure &e) {
		g_propagate_error(error, g_error_copy(e.get()));
	} catch (const Xapian::DatabaseModifiedError &e) {
		set(error, MB_ERROR_CHANGED, e);
	} catch (const Xapian::DatabaseLockError &e) {
		set(error, MB_ERROR_BUSY, e);
	} catch (const Xapian::DatabaseVersionError &e) {
		set(error, MB_ERROR_CORRUPT, e);
	} catch (const Xapian::DatabaseNotFoundError &e) {
		set(error, MB_ERROR_NOT_FOUND, e);
	} catch (const Xapian::DatabaseOpeningError &e) {
		set(error, by_system(e, MB_ERROR_NOT_FOUND), e);
	} catch (const Xapian::DatabaseCorruptError &e) {
		set(error, MB_ERROR_CORRUPT, e);
	} catch (const Xapian::DatabaseCreateError &e) {
		set(error, MB_ERROR_IO, e);
	} catch (const Xapian::DatabaseError &e) {
		/* "EOF reading block 0": a file was cut short. */
		set(error, by_system(e, MB_ERROR_CORRUPT), e);
	} catch (const Xapian::DocNotFoundError &e) {
		set(error, MB_ERROR_CORRUPT, e);
	} catch (const Xapian::SerialisationError &e) {
		set(error, MB_ERROR_CORRUPT, e);
	} catch (const Xapian::RangeError &e) {
		/* A number on disk that no database can hold. */
		set(error, MB_ERROR_CORRUPT, e);
	} catch (const Xapian::NetworkError &e) {
		set(error, MB_ERROR_IO, e);
	} catch (const Xapian::WildcardError &) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "a wildcard stands for more than %d words: type "
		            "more letters before the *",
		            MB_WILDCARD_MAX);
	} catch (const Xapian::Error &e) {
		set(error, MB_ERROR_INTERNAL, e);
	} catch (const std::bad_alloc &) {
		set(error, "out of memory");
	} catch (const std::exception &e) {
		set(error, e.what());
	} catch (...) {
		set(error, "an exception of no known kind");
	}
}

std::string
database_language(const Xapian::Database &db)
{
	GError *error = nullptr;
	const std::string term = type_term(type::index);
	Xapian::PostingIterator at = db.postlist_begin(term);

	if (at == db.postlist_end(term))
		throw failure(MB_ERROR_CORRUPT,
		              "the database is none of minutebook's");
	const std::string data = db.get_document(*at).get_data();
	owned<char> language(
	    mb_index_language(data.data(), data.size(), &error));
	if (!language)
		throw failure(error);
	return language.get();
}

static const GByteArray *
unpack(struct mb_packer *packer, const Xapian::Document &doc)
{
	GError *error = nullptr;
	const std::string record = doc.get_value(MB_SLOT_RECORD);

	if (record.empty())
		throw Xapian::DocNotFoundError("the document has no record");
	const GByteArray *json = mb_packer_unpack(
	    packer, reinterpret_cast<const guint8 *>(record.data()),
	    record.size(), &error);

	if (json == nullptr)
		throw failure(error);
	return json;
}

static const char *
chars(const GByteArray *bytes)
{
	return reinterpret_cast<const char *>(bytes->data);
}

owned<struct mb_item>
unpack_item(struct mb_packer *packer, const Xapian::Document &doc)
{
	GError *error = nullptr;
	const GByteArray *record = unpack(packer, doc);
	owned<struct mb_item> item(
	    mb_item_from_record(chars(record), record->len, &error));

	if (!item)
		throw failure(error);
	return item;
}

owned<struct mb_paper_state>
unpack_state(struct mb_packer *packer, const Xapian::Document &doc)
{
	GError *error = nullptr;
	const GByteArray *json = unpack(packer, doc);
	owned<struct mb_paper_state> state(
	    mb_state_from_json(chars(json), json->len, &error));

	if (!state)
		throw failure(error);
	return state;
}

static void
free_state(gpointer state)
{
	mb_paper_state_free(static_cast<struct mb_paper_state *>(state));
}

owned<GHashTable>
read_papers(const Xapian::Database &db, struct mb_packer *packer)
{
	const std::string term = type_term(type::paper);
	owned<GHashTable> papers(
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, free_state));

	for (Xapian::PostingIterator at = db.postlist_begin(term);
	     at != db.postlist_end(term); ++at) {
		owned<struct mb_paper_state> state =
		    unpack_state(packer, db.get_document(*at));
		char *path = g_strdup(state->path);

		g_hash_table_replace(papers.get(), path, state.release());
	}
	return papers;
}

} // namespace mb
