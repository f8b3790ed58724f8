/* Segments: databases without an index document, without bounds and without
 * spelling, which are all made when they are merged (merge.cc). */
#include "shim/segments.h"

#include <cstdio>
#include <cstring>

#include "shim/store.hh"

/* A segment is full with so many items, or so much text in them: half of it is
 * quicker written, by a twentieth, and makes an index a hundredth larger.  A test
 * that needs many segments has no time for that. */
#ifndef MB_SEGMENT_MAX_ITEMS
#define MB_SEGMENT_MAX_ITEMS 1400
#endif
static const guint max_items = MB_SEGMENT_MAX_ITEMS;
static const size_t max_text_bytes = 3 * 1024 * 1024;

/* So many are left to be merged with those of other processes.  What is merged
 * here is merged twice, though beside what others do; two processes, which is
 * what most machines have cores for, leave few enough for one round, and of
 * 100,000 items merge none here. */
static const size_t max_loose = mb::max_merged / 2 - 2;

struct mb_segments {
	mb_segments(const char *where, const char *language)
	    : folder(where), maker(language)
	{
	}

	void add(const Xapian::Document &doc, size_t n_text_bytes);
	void close();
	void thin_out();
	std::string next_path();

	const std::string folder;
	mb::maker maker;
	/* The segment that is written, if any. */
	std::unique_ptr<Xapian::WritableDatabase> db;
	guint n_in_it = 0;
	size_t n_bytes_in_it = 0;
	/* Written, and not merged yet. */
	std::vector<std::string> small;
	guint n_paths = 0;
	guint n_items = 0;
};

std::string
mb_segments::next_path()
{
	char name[32];

	std::snprintf(name, sizeof name, "/%08u", n_paths++);
	return folder + name;
}

void
mb_segments::close()
{
	if (!db)
		return;
	db->commit();
	db->close();
	db.reset();
	n_in_it = 0;
	n_bytes_in_it = 0;
	if (small.size() < mb::max_merged)
		return;
	mb::gather(small, next_path());
	small.clear();
}

/* Merge no more of the small ones than leaves max_loose. */
void
mb_segments::thin_out()
{
	if (small.size() > max_loose) {
		const auto first = small.begin();
		const auto n =
		    static_cast<std::ptrdiff_t>(small.size() - max_loose + 1);

		mb::gather({ first, first + n }, next_path());
	}
	small.clear();
}

void
mb_segments::add(const Xapian::Document &doc, size_t n_text_bytes)
{
	if (!db) {
		const std::string path = next_path();

		db.reset(new Xapian::WritableDatabase(
		    path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
			      Xapian::DB_NO_SYNC));
		small.push_back(path);
	}
	db->add_document(doc);
	n_bytes_in_it += n_text_bytes;
	if (++n_in_it >= max_items || n_bytes_in_it >= max_text_bytes)
		close();
}

struct mb_segments *
mb_segments_new(const char *folder, const char *language,
                GError **error) noexcept
{
	try {
		return new mb_segments(folder, language);
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

gboolean
mb_segments_put(struct mb_segments *segments, const struct mb_item *item,
                GError **error) noexcept
{
	g_assert(item->id != nullptr && *item->id != '\0');
	g_assert(item->sources->len > 0);
	try {
		segments->add(segments->maker.of_item(item),
		              std::strlen(item->text));
		segments->n_items++;
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

gboolean
mb_segments_put_paper(struct mb_segments *segments,
                      const struct mb_paper_state *state,
                      GError **error) noexcept
{
	try {
		segments->add(segments->maker.of_paper(state), 0);
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

guint
mb_segments_n_items(const struct mb_segments *segments) noexcept
{
	return segments->n_items;
}

gboolean
mb_segments_finish(struct mb_segments *segments, GError **error) noexcept
{
	try {
		segments->close();
		segments->thin_out();
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

void
mb_segments_free(struct mb_segments *segments) noexcept
{
	/* A database that is closed writes what it holds: nobody reads it. */
	delete segments;
}
