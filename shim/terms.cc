#include "shim/terms.hh"

#include <algorithm>
#include <cstring>

#include "shim/acronyms.h"
#include "shim/item-words.hh"
#include "shim/keys.h"

namespace mb
{

/* Xapian's limit is 245 bytes, with a NUL counting twice. */
static const size_t max_term_bytes = 240;
static const size_t kept_term_bytes = 200;

/* Nearly every item has a topic of its own, which is asked for as a whole: its
 * words in the terms were a hundredth of an index. */
static const size_t topic_hash_digits = 12;

/* Shorter words are too like each other for a suggestion to help. */
static const size_t min_spelt_bytes = 4;

static const char *const type_names[] = { "item",  "front",  "paper",
	                                  "index", "bounds", "forms" };

std::string
type_term(type of)
{
	return std::string(MB_PREFIX_TYPE) + type_names[static_cast<int>(of)];
}

/* @term, or when it is too long its beginning and a hash of all of it. */
static std::string
fit(const std::string &term)
{
	if (term.size() <= max_term_bytes)
		return term;
	owned<char> hash(g_compute_checksum_for_data(
	    G_CHECKSUM_SHA256, reinterpret_cast<const guchar *>(term.data()),
	    term.size()));
	return term.substr(0, kept_term_bytes) + "#" +
	       std::string(hash.get(), 16);
}

/* "20220905", "202209" for a month, "" for an unknown date. */
static std::string
iso_digits(guint32 ymd)
{
	if (ymd == 0)
		return "";
	return std::to_string(ymd % 100 == 0 ? ymd / 100 : ymd);
}

std::string
exact_value(const struct mb_field &field, const char *value)
{
	owned<char> folded(field.id == MB_FIELD_NUMBER ? mb_key_number(value)
	                                               : mb_words_fold(value));

	return folded.get();
}

std::string
exact_term(const struct mb_field &field, const char *value)
{
	return fit(field.prefix + exact_value(field, value));
}

std::string
link_term(guint32 ymd, const std::string &number)
{
	return fit(MB_PREFIX_LINK + iso_digits(ymd) + "/" + number);
}

std::string
topic_term(const char *title)
{
	owned<char> topic(mb_key_topic(title));
	owned<char> hash(
	    g_compute_checksum_for_string(G_CHECKSUM_SHA256, topic.get(), -1));

	return MB_PREFIX_TOPIC + std::string(hash.get(), topic_hash_digits);
}

std::string
id_term(const char *id)
{
	return exact_term(mb_fields()[MB_FIELD_ID], id);
}

std::string
person_prefix(enum mb_standing side)
{
	return std::string(MB_PREFIX_PERSON) + mb_standing_name(side) + "/";
}

std::string
person_value(const char *council, const char *name)
{
	const std::string whole =
	    std::string(council != nullptr ? council : "") + "/" + name;
	owned<char> folded(mb_words_fold(whole.c_str()));

	return folded.get();
}

std::string
person_term(enum mb_standing side, const char *council, const char *name)
{
	return fit(person_prefix(side) + person_value(council, name));
}

std::string
post_term(const char *council, const char *role, const char *name)
{
	const std::string whole =
	    std::string(council != nullptr ? council : "") + "/" + role + "=" +
	    (name != nullptr ? name : "");
	owned<char> folded(mb_words_fold(whole.c_str()));

	return fit(std::string(MB_PREFIX_POST) + folded.get());
}

std::string
body_term(const char *council, const char *committee)
{
	const std::string whole =
	    std::string(council != nullptr ? council : "") + "/" +
	    (committee != nullptr ? committee : "");
	owned<char> folded(mb_words_fold(whole.c_str()));

	return fit(std::string(MB_PREFIX_BODY) + folded.get());
}

std::string
acronym_prefix(const std::string &words)
{
	return MB_PREFIX_ACRONYM + words + "/";
}

/* Capitals: no folded id can be the same. */
std::string
paper_state_term(const char *path)
{
	return fit(std::string(mb_fields()[MB_FIELD_ID].prefix) +
	           "PAPER:" + path);
}

/* Likewise: what asks for a paper's items finds them alone. */
std::string
front_paper_term(const char *path)
{
	return fit(std::string(mb_fields()[MB_FIELD_PAPER].prefix) +
	           "FRONT:" + path);
}

std::string
item_paper_term(const char *path)
{
	return exact_term(mb_fields()[MB_FIELD_PAPER], path);
}

bool
has_stem(const std::string &language, const std::string &folded)
{
	return language != "none" && !g_ascii_isdigit(folded[0]);
}

bool
is_spelt(const std::string &term)
{
	if (term.size() < min_spelt_bytes)
		return false;
	for (char c : term)
		if (!g_ascii_islower(c) && static_cast<guchar>(c) < 128)
			return false;
	return true;
}

static void
add_person(Xapian::Document &doc, const struct mb_item *item,
           enum mb_standing side, const char *name)
{
	if (name != nullptr)
		doc.add_boolean_term(person_term(side, item->council, name));
}

/* Whole names and posts, to count a person's items by. */
static void
add_whole_names(Xapian::Document &doc, const struct mb_item *item)
{
	for (guint i = 0; i < item->officers->len; i++) {
		auto person = static_cast<const struct mb_person *>(
		    g_ptr_array_index(item->officers, i));

		add_person(doc, item, MB_STANDING_OFFICER, person->name);
		if (person->role != nullptr)
			doc.add_boolean_term(post_term(
			    item->council, person->role, person->name));
	}
	for (guint i = 0; i < item->members->len; i++)
		add_person(doc, item, MB_STANDING_MEMBER,
		           static_cast<const char *>(
			       g_ptr_array_index(item->members, i)));
	for (guint i = 0; i < item->people_other->len; i++)
		add_person(doc, item, MB_STANDING_OTHER,
		           static_cast<const struct mb_person *>(
			       g_ptr_array_index(item->people_other, i))
		               ->name);
}

static void
add_exact(Xapian::Document &doc, enum mb_field_id field, const char *value)
{
	if (value != nullptr && *value != '\0')
		doc.add_boolean_term(exact_term(mb_fields()[field], value));
}

/* How many bytes of @name are whole words, or at least whole letters, of no
 * more than @max. */
static size_t
whole_words(const char *name, size_t max)
{
	owned<struct mb_words> words(mb_words_new(name, -1));
	struct mb_word word;
	size_t end = 0;

	if (std::strlen(name) <= max)
		return std::strlen(name);
	while (mb_words_next(words.get(), &word) && word.end <= max)
		end = word.end;
	if (end > 0)
		return end;
	return static_cast<size_t>(g_utf8_find_prev_char(name, name + max + 1) -
	                           name);
}

/* As printed: the term is cut into words when it is asked for.  Of a name
 * longer than a term the first words are kept, which can be. */
std::string
name_term(enum mb_field_id field, const char *name)
{
	const std::string prefix = mb_fields()[field].prefix;

	return prefix + std::string(name, whole_words(name, max_term_bytes -
	                                                        prefix.size()));
}

static void
add_body(Xapian::Document &doc, enum mb_field_id field, const char *name)
{
	if (name != nullptr && *name != '\0')
		doc.add_boolean_term(name_term(field, name));
}

/* A minute is cited by its number and by those of its paragraphs, and a number
 * that carries its history by what it was before. */
static void
add_cited(Xapian::Document &doc, const struct mb_ref *ref)
{
	owned<char> key(mb_key_number(ref->number));
	owned<char> whole(mb_key_whole(key.get()));
	const char *earlier = mb_key_earlier(key.get());

	doc.add_boolean_term(link_term(ref->date_ymd, ""));
	if (*key.get() == '\0')
		return;
	doc.add_boolean_term(link_term(ref->date_ymd, key.get()));
	if (whole)
		doc.add_boolean_term(link_term(ref->date_ymd, whole.get()));
	if (earlier != nullptr)
		doc.add_boolean_term(link_term(ref->date_ymd, earlier));
}

static void
add_links(Xapian::Document &doc, const struct mb_item *item)
{
	for (guint i = 0; i < item->refs->len; i++) {
		auto ref = static_cast<const struct mb_ref *>(
		    g_ptr_array_index(item->refs, i));

		if (ref->dir == MB_REF_BACK)
			add_cited(doc, ref);
		else
			doc.add_boolean_term(std::string(MB_PREFIX_LINK) +
			                     MB_LINK_AHEAD);
	}
	if (item->title != nullptr)
		doc.add_boolean_term(topic_term(item->title));
}

static void
add_page(Xapian::Document &doc, guint page_no, const char *label)
{
	add_exact(doc, MB_FIELD_PAGE, label);
	if (page_no > 0)
		add_exact(doc, MB_FIELD_PAGE, std::to_string(page_no).c_str());
}

static void
add_sources(Xapian::Document &doc, const struct mb_item *item)
{
	for (guint i = 0; i < item->sources->len; i++) {
		auto source = static_cast<const struct mb_source *>(
		    g_ptr_array_index(item->sources, i));
		owned<char> name(g_path_get_basename(source->path));

		add_exact(doc, MB_FIELD_PAPER, source->path);
		add_exact(doc, MB_FIELD_PAPER, name.get());
		add_page(doc, source->page_no, source->label);
		for (guint k = 0; source->pages && k < source->pages->len;
		     k++) {
			auto page = static_cast<const struct mb_item_page *>(
			    g_ptr_array_index(source->pages, k));

			add_page(doc, page->page_no, page->label);
		}
	}
}

/* What an item is, as is: has it (mb_state_names()). */
static void
add_states(Xapian::Document &doc, const struct mb_item *item)
{
	bool is_draft = item->sources->len > 0;

	for (guint i = 0; i < item->sources->len; i++) {
		auto source = static_cast<const struct mb_source *>(
		    g_ptr_array_index(item->sources, i));

		is_draft = is_draft && source->draft;
		if (source->ocr > 0)
			add_exact(doc, MB_FIELD_IS, "scanned");
	}
	if (is_draft)
		add_exact(doc, MB_FIELD_IS, "draft");
	if (item->private_business)
		add_exact(doc, MB_FIELD_IS, "private");
	add_exact(doc, MB_FIELD_IS, item->exempt ? "exempt" : "open");
}

/* Both ways, so that either can be looked up by how the terms begin. */
static void
add_acronym(const char *acronym, const char *words, gpointer data)
{
	auto doc = static_cast<Xapian::Document *>(data);
	const std::string there = acronym_prefix(acronym) + words;
	const std::string back = acronym_prefix(words) + acronym;

	if (std::max(there.size(), back.size()) > max_term_bytes)
		return;
	doc->add_boolean_term(there);
	doc->add_boolean_term(back);
}

/* "D20200305", "M202003", "Y2020"; a date without a day has no D. */
static void
add_date(Xapian::Document &doc, guint32 ymd)
{
	const std::string text = std::to_string(ymd);

	if (text.size() != 8)
		return;
	if (ymd % 100 != 0)
		doc.add_boolean_term(mb_fields()[MB_FIELD_DATE_OF].prefix +
		                     text);
	doc.add_boolean_term(MB_PREFIX_MONTH + text.substr(0, 6));
	doc.add_boolean_term(mb_fields()[MB_FIELD_YEAR].prefix +
	                     text.substr(0, 4));
	doc.add_value(MB_SLOT_DATE, text);
}

/* Digits of a sort key: numbers as bytes, the highest first. */
static void
append_bytes(std::string &key, guint32 number, int n_bytes)
{
	while (n_bytes-- > 0)
		key += static_cast<char>(number >> (8 * n_bytes) & 0xff);
}

/* Dates fall in one order and rise in the other, unknown ones come last in
 * both; items of one day keep together by paper, in paper order. */
static void
add_orders(Xapian::Document &doc, const struct mb_item *item)
{
	const guint32 last = 99999999;
	const guint32 ymd = item->date_ymd == 0 ? last : item->date_ymd;
	const guint32 back = item->date_ymd == 0 ? last : last - ymd;
	/* No key begins with the bytes of the bounds. */
	const guint32 base = 0x02000000;
	const guint32 max_seq = 0xffffff;

	for (int newest = 0; newest <= 1; newest++) {
		std::string key;

		append_bytes(key, base + (newest ? back : ymd), 4);
		append_bytes(key, g_str_hash(item->paper), 4);
		append_bytes(key, std::min(item->seq, max_seq), 3);
		doc.add_value(newest ? MB_SLOT_NEWEST : MB_SLOT_OLDEST, key);
	}
}

/* Its words are asked for by front: alone, and it has nothing else that a
 * question for items could find. */
static Xapian::Document
front_document(const struct mb_item *item)
{
	Xapian::Document doc;

	add_front_words(doc, item);
	for (guint i = 0; i < item->sources->len; i++) {
		auto source = static_cast<const struct mb_source *>(
		    g_ptr_array_index(item->sources, i));

		doc.add_boolean_term(front_paper_term(source->path));
	}
	add_exact(doc, MB_FIELD_ID, item->id);
	add_orders(doc, item);
	doc.add_boolean_term(type_term(type::front));
	return doc;
}

Xapian::Document
item_document(const struct mb_item *item)
{
	if (item->kind == MB_KIND_FRONT)
		return front_document(item);
	Xapian::Document doc;

	add_item_words(doc, item);
	add_body(doc, MB_FIELD_COMMITTEE, item->committee);
	add_body(doc, MB_FIELD_COUNCIL, item->council);
	mb_acronyms_find(item->text, add_acronym, &doc);
	add_states(doc, item);
	add_whole_names(doc, item);
	doc.add_boolean_term(body_term(item->council, item->committee));
	add_sources(doc, item);
	add_links(doc, item);
	add_exact(doc, MB_FIELD_ID, item->id);
	add_exact(doc, MB_FIELD_KIND_OF, mb_kind_name(item->kind));
	add_exact(doc, MB_FIELD_NUMBER, item->number);
	add_date(doc, item->date_ymd);
	add_orders(doc, item);
	doc.add_boolean_term(type_term(type::item));
	return doc;
}

Xapian::Document
index_document(const std::string &language)
{
	Xapian::Document doc;
	owned<char> json(mb_index_to_json(language.c_str()));

	doc.set_data(json.get());
	doc.add_boolean_term(type_term(type::index));
	for (Xapian::valueno slot = 0; slot < MB_N_SLOTS; slot++)
		doc.add_value(slot, "\x01");
	return doc;
}

Xapian::Document
bounds_document()
{
	Xapian::Document doc;

	doc.add_boolean_term(type_term(type::bounds));
	for (Xapian::valueno slot = 0; slot < MB_N_SLOTS; slot++)
		doc.add_value(slot, "\xff");
	return doc;
}

} // namespace mb
