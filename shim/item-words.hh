/* item-words: the words that are asked for in an item's text, title, people,
 * resolutions and actions, with their positions and what each says of the item.
 * In: struct mb_item.  Out: terms of a Xapian::Document.  Called by terms.cc.
 * SCHEMA.md has the formula of the weights and where it comes from. */
#ifndef MB_SHIM_ITEM_WORDS_HH
#define MB_SHIM_ITEM_WORDS_HH

#include "base/item.h"
#include "shim/xapian.hh"

namespace mb
{

/* The words of every field that has words. */
void add_item_words(Xapian::Document &doc, const struct mb_item *item);
/* The words of front matter, which front: alone asks for. */
void add_front_words(Xapian::Document &doc, const struct mb_item *item);

} // namespace mb

#endif
