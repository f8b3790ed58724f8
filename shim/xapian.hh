/* xapian: what the shim's C++ files share: Xapian, the C headers, errors as
 * exceptions on the inside and as GError on the outside.
 * Included by the shim's C++ files alone. */
#ifndef MB_SHIM_XAPIAN_HH
#define MB_SHIM_XAPIAN_HH

#include <xapian.h>

#include <memory>
#include <string>

#include <glib.h>

#include "base/date.h"
#include "base/error.h"
#include "base/item.h"
#include "shim/fields.h"
#include "shim/record.h"
#include "shim/sources.h"
#include "shim/state.h"
#include "shim/stem.h"
#include "shim/words.h"

namespace mb
{

/* A GError on its way out of C++. */
class failure
{
      public:
	/* Takes @error over. */
	explicit failure(GError *error);
	failure(enum mb_error code, const std::string &message);

	/* Transfer none. */
	const GError *
	get() const
	{
		return error_.get();
	}

      private:
	std::shared_ptr<GError> error_;
};

/* The one exception mapper: called in the catch (...) that ends every entry
 * point, it turns whatever is being handled into @error. */
void map_exception(GError **error) noexcept;

/* C objects that C++ must let go of when an exception passes. */
struct free_c {
	void
	operator()(char *p) const
	{
		g_free(p);
	}
	void
	operator()(struct mb_item *p) const
	{
		mb_item_free(p);
	}
	void
	operator()(struct mb_stem *p) const
	{
		mb_stem_free(p);
	}
	void
	operator()(struct mb_words *p) const
	{
		mb_words_free(p);
	}
	void
	operator()(struct mb_packer *p) const
	{
		mb_packer_free(p);
	}
	void
	operator()(struct mb_paper_state *p) const
	{
		mb_paper_state_free(p);
	}
	void
	operator()(GPtrArray *p) const
	{
		g_ptr_array_unref(p);
	}
	void
	operator()(GHashTable *p) const
	{
		g_hash_table_unref(p);
	}
};
template <typename T> using owned = std::unique_ptr<T, free_c>;

/* The language of an open database; throws when it is none of ours. */
std::string database_language(const Xapian::Database &db);

/* Unpack the record of a document.  Never NULL; throw what is wrong, and
 * Xapian::DocNotFoundError when there is none (any more). */
owned<struct mb_item> unpack_item(struct mb_packer *packer,
                                  const Xapian::Document &doc);
owned<struct mb_paper_state> unpack_state(struct mb_packer *packer,
                                          const Xapian::Document &doc);

/* Every paper of @db, as mb_store_papers(). */
owned<GHashTable> read_papers(const Xapian::Database &db,
                              struct mb_packer *packer);

} // namespace mb

#endif
