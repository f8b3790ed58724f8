/* Segments made part of a database: appended to it, or merged with it. */
#include "shim/store.hh"

#include <algorithm>
#include <filesystem>
#include <future>

using mb::owned;

/* Copies of one item that are joined at once: more would cost memory, fewer
 * would write out the list of their papers more often. */
static const size_t max_copies = 500;

namespace mb
{

static Xapian::Database
open_all(const std::vector<std::string> &paths)
{
	Xapian::Database all;

	for (const std::string &path : paths)
		all.add_database(Xapian::Database(path));
	return all;
}

void
join(const std::vector<std::string> &paths, const std::string &to)
{
	open_all(paths).compact(to, Xapian::Compactor::FULL);
}

void
gather(const std::vector<std::string> &paths, const std::string &to)
{
	join(paths, to);
	for (const std::string &path : paths)
		std::filesystem::remove_all(path);
}

} // namespace mb

/* The databases in the folders of segments, in the order they were made. */
static std::vector<std::string>
list_segments(const GPtrArray *folders)
{
	std::vector<std::string> paths;

	for (guint i = 0; folders != nullptr && i < folders->len; i++) {
		auto folder =
		    static_cast<const char *>(g_ptr_array_index(folders, i));
		const size_t n_before = paths.size();

		for (const auto &entry :
		     std::filesystem::directory_iterator(folder))
			paths.push_back(entry.path().string());
		std::sort(paths.begin() + static_cast<std::ptrdiff_t>(n_before),
		          paths.end());
	}
	return paths;
}

static bool
has_prefix(const std::string &text, const std::string &prefix)
{
	return text.compare(0, prefix.size(), prefix) == 0;
}

/* The one term by which a document of a segment, an item or a paper, is
 * known. */
static std::string
own_term(const Xapian::Document &doc)
{
	Xapian::TermIterator at = doc.termlist_begin();

	at.skip_to(mb::id_term(""));
	if (at == doc.termlist_end())
		throw mb::failure(MB_ERROR_CORRUPT,
		                  "a segment holds what is no item");
	return *at;
}

static bool
is_paper(const std::string &term)
{
	return has_prefix(term, mb::paper_state_term(""));
}

/* Put in @docs, items of segments that all ask for one id. */
static void
put_copies(struct mb_store *store, const std::vector<Xapian::Document> &docs)
{
	std::vector<owned<struct mb_item>> held;
	mb::items items;

	for (const Xapian::Document &doc : docs) {
		held.push_back(mb::unpack_item(store->maker->packer(), doc));
		items.push_back(held.back().get());
	}
	store->put_items(items);
}

static void
append_segment(struct mb_store *store, const Xapian::Database &segment)
{
	for (auto at = segment.postlist_begin("");
	     at != segment.postlist_end(""); ++at) {
		const Xapian::Document doc = segment.get_document(*at);
		const std::string term = own_term(doc);

		if (is_paper(term))
			store->db.replace_document(term, doc);
		else if (!store->db.term_exists(term))
			store->add(doc);
		else
			put_copies(store, { doc });
	}
}

gboolean
mb_store_append(struct mb_store *store, GPtrArray *folders,
                GError **error) noexcept
{
	try {
		for (const std::string &path : list_segments(folders))
			append_segment(store, Xapian::Database(path));
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Merging. */

/* Merge segments in rounds until they and one database more are few enough to
 * be open at the same time. */
static void
thin_out(std::vector<std::string> &paths)
{
	while (paths.size() >= mb::max_merged) {
		std::vector<std::string> merged;

		for (size_t i = 0; i < paths.size(); i += mb::max_merged) {
			const size_t n =
			    std::min(mb::max_merged, paths.size() - i);
			const auto first =
			    paths.begin() + static_cast<std::ptrdiff_t>(i);

			merged.push_back(paths[i] + ".round");
			mb::gather(
			    { first, first + static_cast<std::ptrdiff_t>(n) },
			    merged.back());
		}
		paths.swap(merged);
	}
}

/* Whatever several documents of the segments, or one of the store too, want to
 * be known by: ids of items and paths of papers. */
static std::vector<std::string>
shared_terms(const struct mb_store *store, const Xapian::Database &all)
{
	const std::string prefix = mb::id_term("");
	std::vector<std::string> terms;

	for (auto at = all.allterms_begin(prefix);
	     at != all.allterms_end(prefix); ++at)
		if (at.get_termfreq() > 1 || store->db.term_exists(*at))
			terms.push_back(*at);
	return terms;
}

/* Take documents out of the segments, which are numbered in turns where they
 * are asked as one. */
static void
take_out(const std::vector<std::string> &paths,
         const std::vector<Xapian::docid> &out)
{
	const size_t n = paths.size();
	std::vector<std::vector<Xapian::docid>> of_each(n);

	for (Xapian::docid id : out)
		of_each[(id - 1) % n].push_back(
		    static_cast<Xapian::docid>((id - 1) / n + 1));
	for (size_t i = 0; i < n; i++) {
		if (of_each[i].empty())
			continue;
		Xapian::WritableDatabase segment(
		    paths[i], Xapian::DB_OPEN | Xapian::DB_NO_SYNC);

		for (Xapian::docid id : of_each[i])
			segment.delete_document(id);
		segment.commit();
	}
}

/* Put what is known by @term through the store. */
static void
settle_term(struct mb_store *store, const Xapian::Database &all,
            const std::string &term)
{
	std::vector<Xapian::Document> docs;

	for (auto at = all.postlist_begin(term); at != all.postlist_end(term);
	     ++at) {
		docs.push_back(all.get_document(*at));
		if (is_paper(term)) {
			store->db.replace_document(term, docs.back());
			docs.clear();
		} else if (docs.size() == max_copies) {
			put_copies(store, docs);
			docs.clear();
		}
	}
	if (!docs.empty())
		put_copies(store, docs);
}

/* The words of all segments, each in as many items as its posting list is long,
 * but for those of what is taken out. */
static void
count_words(const Xapian::Database &all, const std::vector<Xapian::docid> &out,
            mb::vocabulary &words)
{
	mb::words_among(
	    all.allterms_begin(), all.allterms_end(),
	    [&](const std::string &word, const Xapian::TermIterator &at) {
		    words.count(word, at.get_termfreq());
	    });
	for (Xapian::docid id : out)
		words.count(all.termlist_begin(id), all.termlist_end(id), -1);
}

/* Write what is to be known of @words into a new database. */
static void
write_words(const struct mb_store *store, const mb::vocabulary &words,
            const std::string &path)
{
	Xapian::WritableDatabase db(path, Xapian::DB_CREATE |
	                                      Xapian::DB_BACKEND_GLASS |
	                                      Xapian::DB_NO_SYNC);

	words.write_beside(db, Xapian::Database(store->path));
	db.commit();
}

/* Put what several documents of the segments want to be known by through the
 * store.  Beside that threads take it out of them and write into @words_path
 * what is to be known of the words of what is left: who has a database open
 * goes on to see it as it was while one commit is made. */
static void
settle(struct mb_store *store, const std::vector<std::string> &paths,
       const std::string &words_path)
{
	const Xapian::Database all = mb::open_all(paths);
	const std::vector<std::string> terms = shared_terms(store, all);
	mb::maker maker(store->maker->language());
	mb::vocabulary words(maker.stem(), maker.language());
	std::vector<Xapian::docid> out;

	for (const std::string &term : terms)
		out.insert(out.end(), all.postlist_begin(term),
		           all.postlist_end(term));
	std::future<void> written =
	    std::async(std::launch::async, [&, again = mb::open_all(paths)] {
		    count_words(again, out, words);
		    write_words(store, words, words_path);
	    });
	std::future<void> taken =
	    std::async(std::launch::async, [&] { take_out(paths, out); });

	for (const std::string &term : terms)
		settle_term(store, all, term);
	taken.get();
	written.get();
	store->commit(&words);
}

static void
merge(struct mb_store *store, const GPtrArray *folders, const char *path)
{
	std::vector<std::string> paths = list_segments(folders);

	if (!paths.empty()) {
		const std::string words = store->path + ".words";

		thin_out(paths);
		settle(store, paths, words);
		paths.push_back(words);
	}
	/* First, because what is documents 1 and 2 stays so. */
	paths.insert(paths.begin(), store->path);
	mb::join(paths, path);
}

gboolean
mb_store_merge(struct mb_store *store, GPtrArray *folders, const char *path,
               GError **error) noexcept
{
	if (g_file_test(path, G_FILE_TEST_EXISTS)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "%s: there is something already", path);
		return FALSE;
	}
	try {
		merge(store, folders, path);
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
