/* paper: one published file brought into memory.
 * In: a path, which may lead into a zip archive ("2019.zip/cabinet.pdf").
 * Out: its bytes (unpacked when it is .gz), what format they are by content, and
 * their hash.  Called by supervise.c, worker-reader.c, folder.c and dump.c. */
#ifndef MB_INDEXER_PAPER_H
#define MB_INDEXER_PAPER_H

#include <glib.h>

/* Files, and what a .gz unpacks to, are read up to this size. */
#define MB_PAPER_MAX_BYTES (512u * 1024 * 1024)

/* Nobody writes a line as long as this. */
#define MB_PAPER_ODD_LINE_BYTES (1024u * 1024)

enum mb_format {
	MB_FORMAT_TEXT,
	MB_FORMAT_MARKDOWN,
	MB_FORMAT_HTML,
	MB_FORMAT_PDF,
	MB_FORMAT_DOCX,
	MB_FORMAT_ODT, /* OpenDocument text, packed or flat */
	MB_FORMAT_OTHER, /* known, but without a reader */
};

/* A type of file that has no reader. */
struct mb_type {
	const char *name; /* as [convert] calls it, "doc"; also its ending */
	const char *what; /* for people, "a Word 97 document" */
};

struct mb_paper {
	char *path;	 /* as given */
	GBytes *content; /* unpacked */
	enum mb_format format;
	const struct mb_type *type; /* of MB_FORMAT_OTHER, else NULL */
	char *sha256; /* hex, of the file as it lies on disk or in its archive */
};

/* Open the file that @path names, or the archive that it leads into.  Waits for
 * nothing, and takes regular files only.
 *   returns -1 with MB_ERROR_IO */
int mb_paper_open(const char *path, GError **error);

/* Read the paper at @path from @fd, which mb_paper_open() gave, and which stays
 * open.  Opens nothing itself.
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_IO (missing, unreadable, not a regular file),
 *           MB_ERROR_FORMAT (empty, binary, damaged gzip),
 *           MB_ERROR_LIMIT (too large) */
struct mb_paper *mb_paper_read_open(int fd, const char *path, GError **error);

/* Read what a converter made of the paper at @path (convert.h), open as @fd.
 * Its hash is not the paper's.  Errors as above. */
struct mb_paper *mb_paper_read_converted(int fd, const char *path,
                                         GError **error);

/* Open and read it. */
struct mb_paper *mb_paper_read(const char *path, GError **error);
void mb_paper_free(struct mb_paper *paper);
typedef struct mb_paper mb_paper;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_paper, mb_paper_free)

/* What was odd about a paper of plain text or Markdown that is read all the
 * same, for people: not UTF-8, NULs in it, a line too long to be one.  NULL
 * when nothing is.  Transfer none. */
const char *mb_paper_oddity(const struct mb_paper *paper);

/* "text", "markdown" … Transfer none. */
const char *mb_format_name(enum mb_format format);

#endif
