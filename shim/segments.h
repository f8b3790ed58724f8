/* segments: items on their way into the index, from one of several processes
 * that write at the same time.
 * In: the items of papers that one process has read.  Out: small databases in
 * a folder of its own, which mb_store_append() or mb_store_merge() (store.h)
 * then makes part of the index.  Called by the indexer's workers.
 *
 * Xapian collects what is put in in a tree a term, which gets slower as it
 * grows: many small fresh databases, merged dozens at a time, cost a third of one
 * that takes all.  Nothing is looked up here: whether an id is taken is seen
 * when segments meet. */
#ifndef MB_SHIM_SEGMENTS_H
#define MB_SHIM_SEGMENTS_H

#include <glib.h>

#include "base/item.h"
#include "shim/fence.h"
#include "shim/store.h"

G_BEGIN_DECLS

struct mb_segments;

/* Begin to write into @folder, an empty folder that exists.  Nothing is in it
 * before something is put in.
 *   language  that of the store they will be part of
 *   returns   (transfer full) NULL on error
 *   error     MB_ERROR_NOT_FOUND (language) */
struct mb_segments *mb_segments_new(const char *folder, const char *language,
                                    GError **error) MB_NOEXCEPT;

/* Put an item in; it must have an id and a source.
 *   error   MB_ERROR_IO, MB_ERROR_LIMIT (a record over 64 MiB; more may be put
 *           in all the same) */
gboolean mb_segments_put(struct mb_segments *segments,
                         const struct mb_item *item,
                         GError **error) MB_NOEXCEPT;

/* Remember a paper. */
gboolean mb_segments_put_paper(struct mb_segments *segments,
                               const struct mb_paper_state *state,
                               GError **error) MB_NOEXCEPT;

/* Items put in. */
guint mb_segments_n_items(const struct mb_segments *segments) MB_NOEXCEPT;

/* Write what is still in memory; nothing may be put in any more. */
gboolean mb_segments_finish(struct mb_segments *segments,
                            GError **error) MB_NOEXCEPT;

/* What was not finished is of no use to anybody. */
void mb_segments_free(struct mb_segments *segments) MB_NOEXCEPT;
typedef struct mb_segments mb_segments;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_segments, mb_segments_free)

G_END_DECLS

#endif
