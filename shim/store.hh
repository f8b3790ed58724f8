/* store: what the shim's C++ files that write share.
 * Included by store.cc, items.cc, segments.cc and merge.cc alone. */
#ifndef MB_SHIM_STORE_HH
#define MB_SHIM_STORE_HH

#include <string>
#include <vector>

#include "shim/store.h"
#include "shim/terms.hh"
#include "shim/vocabulary.hh"
#include "shim/xapian.hh"

namespace mb
{

/* Makes whole documents, with their records.  Keeps zlib's memory from one to
 * the next. */
class maker
{
      public:
	explicit maker(const std::string &language);

	Xapian::Document of_item(const struct mb_item *item);
	Xapian::Document of_paper(const struct mb_paper_state *state);

	const std::string &
	language() const
	{
		return language_;
	}
	struct mb_stem *
	stem() const
	{
		return stem_.get();
	}
	struct mb_packer *
	packer() const
	{
		return packer_.get();
	}

      private:
	std::string pack(const char *text, size_t n_bytes);

	std::string language_;
	owned<struct mb_stem> stem_;
	owned<struct mb_packer> packer_;
};

/* Items, borrowed. */
using items = std::vector<const struct mb_item *>;

/* How many databases are merged at a time: each takes a handful of file
 * descriptors, of which a process has 1,024. */
const size_t max_merged = 96;

/* Merge databases into @to. */
void join(const std::vector<std::string> &paths, const std::string &to);

/* The same, and remove them. */
void gather(const std::vector<std::string> &paths, const std::string &to);

} // namespace mb

struct mb_store {
	/* @new_language is NULL for a database that exists. */
	mb_store(const std::string &where, int flags, const char *new_language);
	~mb_store();
	mb_store(const mb_store &) = delete;
	mb_store &operator=(const mb_store &) = delete;

	/* Documents in and out; ids that the document at @id answered to go
	 * on to answer. */
	void add(const Xapian::Document &doc);
	void replace(Xapian::docid id, Xapian::Document doc);
	void remove(Xapian::docid id);

	/* The terms of the ids that the document at @id answers to. */
	std::vector<std::string> ids_of(Xapian::docid id) const;

	/* The documents that have @term. */
	std::vector<Xapian::docid> holders(const std::string &term) const;

	/* Put in @items, at least one, which all ask for one id. */
	void put_items(const mb::items &items);
	void put_paper(const struct mb_paper_state *state);
	/* @others as vocabulary::write() takes them. */
	void commit(const mb::vocabulary *others = nullptr);

	std::string path;
	std::unique_ptr<mb::maker> maker;
	Xapian::WritableDatabase db;
	/* What the next commit changes in it. */
	std::unique_ptr<mb::vocabulary> words;

      private:
	void count_words(Xapian::docid id, long change);
};

#endif
