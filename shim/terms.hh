/* terms: which terms and values an item gets.
 * In: struct mb_item.  Out: a Xapian::Document without data.  Called by
 * store.cc; leaf.cc makes its terms with the same functions, so that what is
 * asked for is what was written.  SCHEMA.md is the essay to this file. */
#ifndef MB_SHIM_TERMS_HH
#define MB_SHIM_TERMS_HH

#include <string>

#include "base/sitting.h"
#include "shim/xapian.hh"

namespace mb
{

enum class type { item, front, paper, index, bounds, forms };

/* "Titem" … */
std::string type_term(type of);

/* A whole value as its term has it. */
std::string exact_value(const struct mb_field &field, const char *value);
/* The term of a whole value: prefix and folded value.  Values too long for
 * Xapian keep their beginning and a hash. */
std::string exact_term(const struct mb_field &field, const char *value);

/* The term that an item's id, bare or not, answers to. */
std::string id_term(const char *id);
/* What the terms of the people on this side begin with, and what follows. */
std::string person_prefix(enum mb_standing side);
std::string person_value(const char *council, const char *name);
/* The term of the items in which @council's @name, a form of name as items have
 * it, stands on this side. */
std::string person_term(enum mb_standing side, const char *council,
                        const char *name);
/* The term of the items that have @council's @role, held by @name; NULL: by
 * nobody whom they tell. */
std::string post_term(const char *council, const char *role, const char *name);
/* The term of the items of @council's @committee, either of which may be
 * NULL. */
std::string body_term(const char *council, const char *committee);
/* The term of the items whose words point to @number, a key or "", of a meeting
 * on that day or in that month (YYYYMM00); 0: without a date. */
std::string link_term(guint32 ymd, const std::string &number);
/* The term of the items that have this heading, or one that differs in years
 * and numbers alone. */
std::string topic_term(const char *title);
/* The term of the items of the committee or council with this name. */
std::string name_term(enum mb_field_id field, const char *name);
/* What the terms begin with that say what @words, folded, are short for, or
 * what is short for them. */
std::string acronym_prefix(const std::string &words);
/* The term of the paper state of @path. */
std::string paper_state_term(const char *path);
/* The term of the items that stand in the paper @path. */
std::string item_paper_term(const char *path);
/* The term of the front matter in the paper @path. */
std::string front_paper_term(const char *path);

/* Whether @folded, a word of a text field, is also found by its stem: numbers
 * are not, and nothing is without a stemmer. */
bool has_stem(const std::string &language, const std::string &folded);

/* Whether a term is a word that spelling may suggest. */
bool is_spelt(const std::string &term);

/* Documents 1 and 2 of every database; see SCHEMA.md, "Bounds". */
Xapian::Document index_document(const std::string &language);
Xapian::Document bounds_document();

/* The document of an item, without data. */
Xapian::Document item_document(const struct mb_item *item);

} // namespace mb

#endif
