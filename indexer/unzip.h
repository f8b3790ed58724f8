/* unzip: the one way a zip file is opened and unpacked, with limits.
 * In: bytes or an open file.  Out: libzip's handle, an entry's bytes.
 * Called by archive.c, read-docx.c and read-odt.c. */
#ifndef MB_INDEXER_UNZIP_H
#define MB_INDEXER_UNZIP_H

#include <glib.h>
#include <zip.h>

/* Open @content, which must outlive the handle; free with zip_discard().
 *   error  MB_ERROR_FORMAT: it is damaged */
zip_t *mb_unzip_bytes(GBytes *content, GError **error);

/* The same for an open file, which must stay open; it is read by pread() alone.
 */
zip_t *mb_unzip_file(int fd, GError **error);

/* Unpack entry @index.
 *   n_max    it may be no larger
 *   returns  (transfer full) NULL on error
 *   error    MB_ERROR_LIMIT: larger than @n_max; MB_ERROR_NO_READER: encrypted,
 *            or packed in a way that libzip can't undo; MB_ERROR_FORMAT */
GBytes *mb_unzip_entry(zip_t *zip, guint64 index, gsize n_max, GError **error);

/* The same for the entry of that name; an entry that is not there gives empty
 * bytes. */
GBytes *mb_unzip_named(zip_t *zip, const char *name, gsize n_max,
                       GError **error);

#endif
