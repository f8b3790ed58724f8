/* record: a JSON text as it is stored in a Xapian document.
 * In: JSON.  Out: a zstd frame with a preset dictionary behind one byte of
 * version.  Called by shim/store.cc and shim/search.cc only.
 *
 * A packer keeps zstd's memory between records, so that an item costs neither
 * allocation nor setting up; it is not for two threads at once. */
#ifndef MB_SHIM_RECORD_H
#define MB_SHIM_RECORD_H

#include <glib.h>

G_BEGIN_DECLS

/* First byte of a record.  Another dictionary is another version: records
 * written with the old one must stay readable. */
#define MB_RECORD_VERSION 2

/* A record never holds more than this, packed or not: what claims to is
 * damaged or a bomb. */
#define MB_RECORD_MAX_BYTES (64u * 1024 * 1024)

struct mb_packer;

/* Transfer full. */
struct mb_packer *mb_packer_new(void);
void mb_packer_free(struct mb_packer *packer);
typedef struct mb_packer mb_packer;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_packer, mb_packer_free)

/* Pack @n_bytes of @text.
 *   returns (transfer none) the record, valid until the next call; NULL on
 * error error   MB_ERROR_LIMIT: longer than MB_RECORD_MAX_BYTES;
 *           MB_ERROR_INTERNAL: zstd failed */
const GByteArray *mb_packer_pack(struct mb_packer *packer, const char *text,
                                 gsize n_bytes, GError **error);

/* Unpack a record.
 *   returns (transfer none) the text, not NUL-terminated, valid until the next
 *           call; NULL on error
 *   error   MB_ERROR_CORRUPT: no record, another version, cut off, damaged
 *           (zstd's checksum), more behind its end, or longer than
 *           MB_RECORD_MAX_BYTES */
const GByteArray *mb_packer_unpack(struct mb_packer *packer,
                                   const guint8 *record, gsize n_bytes,
                                   GError **error);

G_END_DECLS

#endif
