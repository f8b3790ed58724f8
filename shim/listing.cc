/* What is read off the lists of terms: names of committees, people and posts,
 * forms and spellings of words. */
#include <cstring>

#include <algorithm>

#include "shim/query.hh"
#include "shim/spelling.hh"
#include "shim/terms.hh"
#include "shim/vocabulary.hh"

using mb::owned;

template <typename List>
static GPtrArray *
listed(struct mb_search *search, List list, GError **error) noexcept
{
	try {
		return mb::retrying(search, [&] { return list(search); });
	} catch (...) {
		mb::map_exception(error);
		return nullptr;
	}
}

static GPtrArray *
list_committees(struct mb_search *search)
{
	const std::string prefix = mb_fields()[MB_FIELD_COMMITTEE].prefix;
	owned<GPtrArray> names(g_ptr_array_new_with_free_func(g_free));

	for (auto at = search->db.allterms_begin(prefix);
	     at != search->db.allterms_end(prefix); ++at)
		g_ptr_array_add(names.get(),
		                g_strdup((*at).c_str() + prefix.size()));
	return names.release();
}

GPtrArray *
mb_search_committees(struct mb_search *search, GError **error) noexcept
{
	return listed(search, list_committees, error);
}

/* People and posts. */

void
mb_named_in_free(struct mb_named_in *named) noexcept
{
	g_free(named->council);
	g_free(named->name);
	g_free(named);
}

void
mb_post_of_free(struct mb_post_of *post) noexcept
{
	g_free(post->council);
	g_free(post->role);
	g_free(post->name);
	g_free(post);
}

static void
free_named_in(gpointer named)
{
	mb_named_in_free(static_cast<struct mb_named_in *>(named));
}

static void
free_post_of(gpointer post)
{
	mb_post_of_free(static_cast<struct mb_post_of *>(post));
}

/* What follows @prefix in each term that begins with it, parted at the last
 * @mark, given to @take; a term that was cut short has none. */
template <typename Take>
static void
each_pair(struct mb_search *search, const std::string &prefix, char mark,
          Take take)
{
	for (auto at = search->db.allterms_begin(prefix);
	     at != search->db.allterms_end(prefix); ++at) {
		const std::string value = (*at).substr(prefix.size());
		const size_t end = value.rfind(mark);

		if (end != std::string::npos)
			take(g_strndup(value.data(), end),
			     g_strdup(value.c_str() + end + 1));
	}
}

static GPtrArray *
list_people(struct mb_search *search, enum mb_standing side)
{
	owned<GPtrArray> people(g_ptr_array_new_with_free_func(free_named_in));

	each_pair(search, mb::person_prefix(side), '/',
	          [&](char *council, char *name) {
			  auto named = g_new0(struct mb_named_in, 1);

			  named->council = council;
			  named->name = name;
			  g_ptr_array_add(people.get(), named);
		  });
	return people.release();
}

GPtrArray *
mb_search_people(struct mb_search *search, enum mb_standing side,
                 GError **error) noexcept
{
	return listed(
	    search,
	    [side](struct mb_search *of) { return list_people(of, side); },
	    error);
}

/* "ashby council/head of roads", both of which may be empty. */
static struct mb_post_of *
post_at(const char *place, char *name)
{
	auto post = g_new0(struct mb_post_of, 1);
	const char *end = std::strchr(place, '/');

	post->council = g_strndup(
	    place, static_cast<gsize>(end != nullptr ? end - place : 0));
	post->role = g_strdup(end != nullptr ? end + 1 : place);
	post->name = name;
	return post;
}

static GPtrArray *
list_posts(struct mb_search *search)
{
	owned<GPtrArray> posts(g_ptr_array_new_with_free_func(free_post_of));

	each_pair(search, MB_PREFIX_POST, '=', [&](char *place, char *name) {
		const owned<char> whole(place);

		g_ptr_array_add(posts.get(), post_at(place, name));
	});
	return posts.release();
}

GPtrArray *
mb_search_posts(struct mb_search *search, GError **error) noexcept
{
	return listed(search, list_posts, error);
}

/* 0: of none. */
static guint32
ymd_of(const std::string &day)
{
	return static_cast<guint32>(g_ascii_strtoull(day.c_str(), nullptr, 10));
}

static bool
post_dates(struct mb_search *search, const std::string &term, guint32 *from_ymd,
           guint32 *to_ymd)
{
	auto date = search->db.valuestream_begin(MB_SLOT_DATE);
	const auto end = search->db.valuestream_end(MB_SLOT_DATE);

	std::string from, to;

	for (auto at = search->db.postlist_begin(term);
	     at != search->db.postlist_end(term) && date != end; ++at) {
		date.skip_to(*at);
		if (date == end || date.get_docid() != *at)
			continue;
		const std::string day = *date;

		if (from.empty() || day < from)
			from = day;
		to = std::max(to, day);
	}
	*from_ymd = ymd_of(from);
	*to_ymd = ymd_of(to);
	return true;
}

gboolean
mb_search_post_dates(struct mb_search *search, const struct mb_post_of *post,
                     guint32 *from_ymd, guint32 *to_ymd,
                     GError **error) noexcept
{
	*from_ymd = *to_ymd = 0;
	try {
		const std::string term =
		    mb::post_term(post->council, post->role, post->name);

		mb::retrying(search, [&] {
			return post_dates(search, term, from_ymd, to_ymd);
		});
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}

/* Words. */

static GPtrArray *
list_forms(struct mb_search *search, const std::string &word)
{
	owned<GPtrArray> forms(g_ptr_array_new_with_free_func(g_free));
	std::vector<std::string> all = { word };

	if (mb::has_stem(search->language, word))
		all = mb::forms_of(
		    search->db, mb_stem_word(search->stem.get(), word.c_str()));
	for (const std::string &form : all)
		if (search->db.term_exists(form))
			g_ptr_array_add(forms.get(), g_strdup(form.c_str()));
	return forms.release();
}

GPtrArray *
mb_search_forms(struct mb_search *search, const char *word) noexcept
{
	try {
		return mb::retrying(search,
		                    [&] { return list_forms(search, word); });
	} catch (...) {
		mb::map_exception(nullptr);
		return g_ptr_array_new_with_free_func(g_free);
	}
}

char *
mb_search_spelling(struct mb_search *search, const char *word) noexcept
{
	try {
		owned<char> folded(mb_words_fold(word));
		const std::string better = mb::retrying(search, [&] {
			return mb::spelling_near(search->db, folded.get());
		});

		return better.empty() ? nullptr : g_strdup(better.c_str());
	} catch (...) {
		mb::map_exception(nullptr);
		return nullptr;
	}
}
