#include "shim/item-words.hh"

#include <algorithm>
#include <cstring>
#include <string>
#include <unordered_map>

#include "shim/words.h"

namespace mb
{

/* A phrase can't reach over this many positions: between heading and text,
 * between two people. */
static const Xapian::termpos gap = 100;

/* A word in the heading says as much about an item as this many in its
 * text... */
static const Xapian::termcount title_wdf = 5;
/* ...but an agenda only announces: a short line "Budget" weighed so came
 * before every minute that tells what was decided.  And the rows of a tracker
 * stand under one heading, which is about none of them: ten rows of a "Working
 * Group and the Corporate Parenting Board" hid what was said of corporate
 * parenting. */
static const Xapian::termcount light_title_wdf = 1;

/* What a word says of an item, from 1 to this: half of it for a word that
 * stands once in an item of the usual length. */
static const double weight_scale = 12;
static const double usual_n_words = 200;
/* Items shorter than this part of the usual are no better for being short. */
static const double least_length = 0.5;

/* How often a word stands in an item, and where first; 0: nowhere, its field
 * keeps no positions. */
struct count {
	Xapian::termcount n_times = 0;
	Xapian::termpos first = 0;
};

/* The words of an item.  Xapian looks up a word each time that it is told of
 * one: so of where it stands first it is told at the end, with what the word
 * says, which is known only then. */
struct tally {
	explicit tally(Xapian::Document &its) : doc(its)
	{
	}

	Xapian::Document &doc;
	std::unordered_map<std::string, count> words = {};
	double n_words = 0;
};

/* Where words go into a document. */
struct place {
	tally *words;
	const struct mb_field *field;
	Xapian::termpos pos;
	Xapian::termcount wdf;
};

/* Count @term once more, which stands at @at. */
static void
count_word(const place &at, const std::string &term)
{
	count &its = at.words->words[term];

	if (!at.field->no_positions) {
		if (its.n_times == 0)
			its.first = at.pos;
		else
			at.words->doc.add_posting(term, at.pos, 0);
	}
	its.n_times += at.wdf;
	at.words->n_words += at.wdf;
}

/* Add the words of @text at @at, which moves on behind them. */
static void
add_words(place &at, const char *text)
{
	owned<struct mb_words> words(mb_words_new(text, -1));
	const size_t n_prefix = std::strlen(at.field->prefix);
	std::string term = at.field->prefix;
	struct mb_word word;

	while (mb_words_next(words.get(), &word)) {
		if (*word.folded == '\0')
			continue;
		term.replace(n_prefix, std::string::npos, word.folded);
		at.pos++;
		count_word(at, term);
	}
}

static void
add_people(tally &words, const struct mb_item *item)
{
	const struct mb_field *fields = mb_fields();
	place officer = { &words, &fields[MB_FIELD_OFFICER], 0, 1 };
	place role = { &words, &fields[MB_FIELD_ROLE], 0, 1 };
	place member = { &words, &fields[MB_FIELD_MEMBER], 0, 1 };

	for (guint i = 0; i < item->officers->len; i++) {
		auto person = static_cast<const struct mb_person *>(
		    g_ptr_array_index(item->officers, i));

		if (person->name != nullptr)
			add_words(officer, person->name);
		if (person->role != nullptr)
			add_words(role, person->role);
		officer.pos += gap;
		role.pos += gap;
	}
	for (guint i = 0; i < item->members->len; i++) {
		add_words(member, static_cast<const char *>(
				      g_ptr_array_index(item->members, i)));
		member.pos += gap;
	}
}

static void
add_authors(tally &words, const struct mb_item *item)
{
	place author = { &words, &mb_fields()[MB_FIELD_AUTHOR], 0, 1 };

	for (guint i = 0; i < item->authors->len; i++) {
		add_words(author, static_cast<const char *>(
				      g_ptr_array_index(item->authors, i)));
		author.pos += gap;
	}
}

static void
add_resolutions(tally &words, const struct mb_item *item)
{
	place resolved = { &words, &mb_fields()[MB_FIELD_RESOLVED], 0, 1 };

	for (guint i = 0; i < item->resolutions->len; i++)
		add_words(resolved, static_cast<const struct mb_resolution *>(
					g_ptr_array_index(item->resolutions, i))
		                        ->text);
}

static void
add_apart(place &at, const char *text)
{
	if (text == nullptr)
		return;
	add_words(at, text);
	at.pos += gap;
}

/* Whose actions they are, by when, and how they stand.  The rows of a tracker
 * are actions as a whole, which need not be said again: leaf.cc asks for their
 * words by their kind. */
static void
add_actions(tally &words, const struct mb_item *item)
{
	place action = { &words, &mb_fields()[MB_FIELD_ACTION], 0, 1 };

	for (guint i = 0; i < item->actions->len; i++) {
		auto one = static_cast<const struct mb_action *>(
		    g_ptr_array_index(item->actions, i));

		add_apart(action, one->owner);
		add_apart(action, one->due);
		add_apart(action, one->status);
	}
}

/* BM25's part that is of one item alone (k1 = 1, b = .5), in whole numbers. */
static Xapian::termcount
weight_of(Xapian::termcount n_times, double n_words)
{
	const double length = std::max(n_words / usual_n_words, least_length);
	const double part = n_times / (n_times + 0.5 + 0.5 * length);

	return static_cast<Xapian::termcount>(
	    std::max(1.0, weight_scale * part + 0.5));
}

/* Write what each word says of the item as how often it stands there: nobody
 * who asks then needs to know how long the item is. */
static void
weigh(const tally &words)
{
	for (const auto &[word, its] : words.words) {
		const Xapian::termcount weight =
		    weight_of(its.n_times, words.n_words);

		if (its.first == 0)
			words.doc.add_term(word, weight);
		else
			words.doc.add_posting(word, its.first, weight);
	}
}

static bool
has_light_title(const struct mb_item *item)
{
	return item->kind == MB_KIND_AGENDA || item->kind == MB_KIND_ACTION;
}

static void
add_text(tally &words, const struct mb_item *item)
{
	const struct mb_field *fields = mb_fields();
	place any = { &words, &fields[MB_FIELD_ANY], 0,
		      has_light_title(item) ? light_title_wdf : title_wdf };
	place title = { &words, &fields[MB_FIELD_TITLE], 0, 1 };

	if (item->title != nullptr) {
		add_words(any, item->title);
		add_words(title, item->title);
		any.pos += gap;
	}
	any.wdf = 1;
	add_words(any, item->text);
	add_people(words, item);
	add_authors(words, item);
	add_resolutions(words, item);
	add_actions(words, item);
}

void
add_item_words(Xapian::Document &doc, const struct mb_item *item)
{
	tally words(doc);

	add_text(words, item);
	weigh(words);
}

void
add_front_words(Xapian::Document &doc, const struct mb_item *item)
{
	tally words(doc);
	place front = { &words, &mb_fields()[MB_FIELD_FRONT], 0, 1 };

	add_words(front, item->text);
	weigh(words);
}

} // namespace mb
