/* The leaves of query trees that are whole terms: dates, people, posts, bodies,
 * links and topics. */
#include "shim/query.hh"

#include "shim/terms.hh"

using mb::query_ptr;

/* A range of more months and years is asked for by the value. */
static const size_t max_date_terms = 64;

/* The terms of a day, or of the whole months and years that make up a range;
 * none for any other range.  They are quicker than to ask each match for its
 * date. */
static std::vector<std::string>
date_terms(guint32 from_ymd, guint32 to_ymd)
{
	std::vector<std::string> terms;

	if (from_ymd == to_ymd)
		return { mb_fields()[MB_FIELD_DATE_OF].prefix +
			 std::to_string(from_ymd) };
	if (from_ymd % 100 != 1 || mb_date_add_days(to_ymd, 1) % 100 != 1)
		return {};
	for (guint32 at = from_ymd / 100, end = to_ymd / 100;
	     at <= end && terms.size() < max_date_terms;) {
		const guint32 year = at / 100;

		if (at % 100 == 1 && year * 100 + 12 <= end) {
			terms.push_back(mb_fields()[MB_FIELD_YEAR].prefix +
			                std::to_string(year));
			at += 100;
		} else {
			terms.push_back(MB_PREFIX_MONTH + std::to_string(at));
			at = at % 100 == 12 ? (year + 1) * 100 + 1 : at + 1;
		}
	}
	if (terms.size() == max_date_terms)
		terms.clear();
	return terms;
}

query_ptr
mb::dates_leaf(guint32 from_ymd, guint32 to_ymd)
{
	if (from_ymd == 0 && to_ymd == 0)
		return mb::make(mb_query::type::all);
	const std::vector<std::string> terms = date_terms(from_ymd, to_ymd);

	if (!terms.empty())
		return mb::make_any(MB_FIELD_DATE_OF, terms);
	query_ptr query = mb::make(mb_query::type::range);

	/* The values of the two documents that are the bounds lie outside. */
	query->field = MB_FIELD_DATE_OF;
	query->from = from_ymd == 0 ? "00000000" : std::to_string(from_ymd);
	query->to = to_ymd == 0 ? "99999999" : std::to_string(to_ymd);
	return query;
}

/* What @make makes, or fails to. */
template <typename Make>
static struct mb_query *
made(Make make) noexcept
{
	try {
		return make().release();
	} catch (...) {
		return mb::failed_query();
	}
}

struct mb_query *
mb_query_dates(guint32 from_ymd, guint32 to_ymd) noexcept
{
	return made([&] { return mb::dates_leaf(from_ymd, to_ymd); });
}

struct mb_query *
mb_query_person(enum mb_standing side, const char *council,
                const char *name) noexcept
{
	return made([&] {
		return mb::make_any(MB_FIELD_ANY,
		                    { mb::person_term(side, council, name) });
	});
}

struct mb_query *
mb_query_post(const char *council, const char *role, const char *name) noexcept
{
	return made([&] {
		return mb::make_any(MB_FIELD_ANY,
		                    { mb::post_term(council, role, name) });
	});
}

struct mb_query *
mb_query_committee(const char *council, const char *committee) noexcept
{
	return made([&] {
		return mb::make_any(MB_FIELD_COMMITTEE,
		                    { mb::body_term(council, committee) });
	});
}

struct mb_query *
mb_query_cites(guint32 ymd, const char *number) noexcept
{
	return made([&] {
		return mb::make_any(MB_FIELD_CITES,
		                    { mb::link_term(ymd, number) });
	});
}

struct mb_query *
mb_query_ahead(void) noexcept
{
	return made([&] {
		return mb::make_any(
		    MB_FIELD_CITES,
		    { std::string(MB_PREFIX_LINK) + MB_LINK_AHEAD });
	});
}

struct mb_query *
mb_query_topic(const char *title) noexcept
{
	return made([&] {
		return mb::make_any(MB_FIELD_TITLE, { mb::topic_term(title) });
	});
}

struct mb_query *
mb_query_body(enum mb_field_id field, const char *name) noexcept
{
	return made([&] {
		return mb::make_any(field, { mb::name_term(field, name) });
	});
}

struct mb_query *
mb_query_all(void) noexcept
{
	return made([&] { return mb::make(mb_query::type::all); });
}

struct mb_query *
mb_query_nothing(void) noexcept
{
	return made([&] { return mb::make(mb_query::type::nothing); });
}
