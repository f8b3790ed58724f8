/* A naming is a line of columns, as a table has them:
 *
 *	council  committee  person     post           person in the same list
 *	Ashby    Cabinet
 *	Ashby               1H Ellis   Head of Roads
 *	Ashby               0J Singh                  0Jane Singh
 *	         Cabinet    1R Moss
 *
 * that there are meetings of such a name; that somebody is named in a council,
 * with a post or without one; that two names which could be one person's stand
 * in one list.  The digit before a name is its side.  Where a paper prints no
 * council, the committee may tell whose it is.  How many papers have such a
 * line is the length of its posting list. */
#include "shim/namings.hh"

#include <array>
#include <map>
#include <vector>

#include "base/sitting.h"
#include "shim/called.h"
#include "shim/papers.h"
#include "shim/query.hh"

using mb::owned;

/* Xapian's limit is 245. */
static const size_t max_bytes = 240;

enum column { council, committee, person, post, other, n_columns };
using columns = std::array<std::string, n_columns>;

/* A tab parts columns, a NUL counts twice: neither is part of a name. */
static std::string
text_of(const char *text)
{
	std::string clean = text != nullptr ? text : "";

	for (char &c : clean)
		if (c == '\t')
			c = ' ';
	return clean;
}

static std::string
person_of(const struct mb_named &named)
{
	return static_cast<char>('0' + named.standing) + text_of(named.name);
}

/* Without the columns at the end that are empty. */
static std::string
line_of(const columns &row)
{
	std::string line;

	for (const std::string &one : row)
		line += (&one == &row[0] ? "" : "\t") + one;
	return line.substr(0, line.find_last_not_of('\t') + 1);
}

/* A post that is too long for a term is a misread one; without it the name is
 * known at least, if that is none. */
static void
add_line(Xapian::Document &doc, columns row)
{
	std::string term = MB_PREFIX_NAMING + line_of(row);

	if (term.size() > max_bytes) {
		row[post].clear();
		term = MB_PREFIX_NAMING + line_of(row);
	}
	if (term.size() <= max_bytes)
		doc.add_boolean_term(term);
}

struct free_called {
	void
	operator()(struct mb_called *called) const
	{
		mb_called_free(called);
	}
};

/* Somebody in the list of those at a meeting. */
struct listed {
	const struct mb_named *named;
	std::unique_ptr<struct mb_called, free_called> called;
};

/* A list names everybody once: so two of its names that could be one person's
 * are not. */
static void
add_apart(Xapian::Document &doc, const columns &at,
          const struct mb_sitting &sitting)
{
	std::map<std::string, std::vector<listed>> by_last;

	for (guint i = 0; i < sitting.people->len; i++) {
		auto named = static_cast<const struct mb_named *>(
		    g_ptr_array_index(sitting.people, i));
		listed one = { named, nullptr };

		if (named->name != nullptr &&
		    named->presence != MB_PRESENCE_UNKNOWN)
			one.called.reset(mb_called_new(named->name));
		if (one.called == nullptr)
			continue;
		std::vector<listed> &same =
		    by_last[mb_called_last(one.called.get())];

		for (const listed &before : same) {
			columns row = at;

			if (!mb_called_agree(before.called.get(),
			                     one.called.get()))
				continue;
			row[person] = person_of(*before.named);
			row[other] = person_of(*named);
			add_line(doc, row);
		}
		same.push_back(std::move(one));
	}
}

static void
add_sitting(Xapian::Document &doc, const struct mb_sitting &sitting)
{
	columns at;

	at[council] = text_of(sitting.council);
	at[committee] = text_of(sitting.committee);
	add_line(doc, at);
	if (!at[council].empty())
		at[committee].clear();
	for (guint i = 0; i < sitting.people->len; i++) {
		auto named = static_cast<const struct mb_named *>(
		    g_ptr_array_index(sitting.people, i));
		columns row = at;

		if (named->name == nullptr)
			continue;
		row[person] = person_of(*named);
		row[post] = text_of(named->role);
		add_line(doc, row);
	}
	add_apart(doc, at, sitting);
}

void
mb::add_namings(Xapian::Document &doc, const char *sittings)
{
	GError *error = nullptr;
	owned<GPtrArray> all(mb_sittings_from_json(sittings, TRUE, &error));

	if (!all)
		throw mb::failure(error);
	for (guint i = 0; i < all->len; i++)
		add_sitting(doc, *static_cast<const struct mb_sitting *>(
				     g_ptr_array_index(all.get(), i)));
}

/* Reading. */

static const char *
text_or_null(const std::string &text)
{
	return text.empty() ? nullptr : text.c_str();
}

/* The side that @column begins with, which is taken off it. */
static enum mb_standing
take_side(std::string &column)
{
	const char digit = column.empty() ? '0' : column[0];

	column.erase(0, 1);
	switch (digit) {
	case '0' + MB_STANDING_MEMBER:
		return MB_STANDING_MEMBER;
	case '0' + MB_STANDING_OFFICER:
		return MB_STANDING_OFFICER;
	}
	return MB_STANDING_OTHER;
}

static void
give(const std::string &line, guint n_papers, mb_naming_func take,
     gpointer data)
{
	columns row;
	size_t at = 0;

	for (std::string &one : row) {
		const size_t end = line.find('\t', at);

		one = line.substr(at, end - at);
		if (end == std::string::npos)
			break;
		at = end + 1;
	}
	const enum mb_standing side = take_side(row[person]);
	const enum mb_standing other_side = take_side(row[other]);
	const struct mb_naming naming = {
		text_or_null(row[council]),
		text_or_null(row[committee]),
		text_or_null(row[person]),
		side,
		text_or_null(row[post]),
		text_or_null(row[other]),
		other_side,
		n_papers,
	};

	take(&naming, data);
}

gboolean
mb_namings_walk(struct mb_search *search, mb_naming_func take, gpointer data,
                GError **error) noexcept
{
	const std::string prefix = MB_PREFIX_NAMING;

	try {
		mb::retrying(search, [&] {
			const Xapian::Database &db = search->db;

			take(nullptr, data);
			for (auto at = db.allterms_begin(prefix);
			     at != db.allterms_end(prefix); ++at)
				give((*at).substr(prefix.size()),
				     at.get_termfreq(), take, data);
		});
		return TRUE;
	} catch (...) {
		mb::map_exception(error);
		return FALSE;
	}
}
