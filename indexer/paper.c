#include "indexer/paper.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/error.h"
#include "indexer/archive.h"
#include "indexer/encoding.h"
#include "indexer/sniff.h"

#define GUNZIP_CHUNK (256u * 1024)

/* What a .gz of more than this unpacks to may be no more than BOMB_RATIO times
 * its size: text packs to a tenth, a bomb to a thousandth. */
#define BOMB_BYTES (64u * 1024 * 1024)
#define BOMB_RATIO 200u

static gboolean
io_error(const char *doing, GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_IO, "can't be %s: %s", doing,
	            g_strerror(errno));
	return FALSE;
}

static gboolean
too_large(GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
	            "larger than %u MB, more than is read of one paper",
	            MB_PAPER_MAX_BYTES / (1024u * 1024));
	return FALSE;
}

/* Open without waiting, so that a named pipe in the folder can't stall a run.
 */
static int
open_path(const char *path)
{
	return open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
}

/* Open the first file on the way that is named like an archive. */
static int
open_archive(const char *path)
{
	const char *slash = path;

	while ((slash = mb_archive_slash(path, slash)) != NULL) {
		g_autofree char *archive =
		    g_strndup(path, (gsize)(slash - path));
		int fd = open_path(archive);
		struct stat st;

		if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode))
			return fd;
		if (fd >= 0)
			close(fd);
		slash++;
	}
	errno = ENOTDIR;
	return -1;
}

int
mb_paper_open(const char *path, GError **error)
{
	int fd = open_path(path);
	struct stat st;

	if (fd < 0 && errno == ENOTDIR)
		fd = open_archive(path);
	if (fd < 0) {
		io_error("opened", error);
		return -1;
	}
	if (fstat(fd, &st) < 0) {
		io_error("read", error);
	} else if (!S_ISREG(st.st_mode)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            S_ISDIR(st.st_mode) ? "is a folder"
		                                : "is not a regular file");
	} else {
		return fd;
	}
	close(fd);
	return -1;
}

/* Read up to @n_max bytes from the start of the file, wherever it stands;
 * returns their number, or -1. */
static gssize
read_up_to(int fd, char *buffer, gsize n_max)
{
	gsize n = 0;

	while (n < n_max) {
		ssize_t got = pread(fd, buffer + n, n_max - n, (off_t)n);

		if (got < 0 && errno == EINTR)
			continue;
		if (got < 0)
			return -1;
		if (got == 0)
			break;
		n += (gsize)got;
	}
	return (gssize)n;
}

static GBytes *
read_all(int fd, GError **error)
{
	g_autofree char *buffer = NULL;
	/* Not fstat(), which is stat() to the kernel: a sandboxed reader may
	 * not look at files by name. */
	off_t end = lseek(fd, 0, SEEK_END);
	gsize size;
	gssize n;

	if (end < 0) {
		io_error("read", error);
		return NULL;
	}
	if (end > (off_t)MB_PAPER_MAX_BYTES) {
		too_large(error);
		return NULL;
	}
	size = (gsize)end;
	buffer = g_try_malloc(size + 1);
	if (buffer == NULL) {
		errno = ENOMEM;
		io_error("read", error);
		return NULL;
	}
	n = read_up_to(fd, buffer, size + 1);
	if (n < 0) {
		io_error("read", error);
		return NULL;
	}
	if ((gsize)n != size) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "changed while it was read");
		return NULL;
	}
	return g_bytes_new_take(g_steal_pointer(&buffer), size);
}

static gboolean
inflate_error(int status, GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
	            status == Z_BUF_ERROR ? "gzip file is cut short"
	                                  : "damaged gzip file");
	return FALSE;
}

static gboolean
within_limits(gsize n_packed, gsize n_unpacked, GError **error)
{
	if (n_unpacked > MB_PAPER_MAX_BYTES)
		return too_large(error);
	if (n_unpacked > BOMB_BYTES && n_unpacked / BOMB_RATIO > n_packed) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "gzip file unpacks to more than %u times its size",
		            BOMB_RATIO);
		return FALSE;
	}
	return TRUE;
}

/* Unpack into @out until the packed bytes end.  A .gz may be several put one
 * after another; bytes after the last that are no gzip are padding. */
static gboolean
inflate_all(z_stream *z, gsize n_packed, GByteArray *out, GError **error)
{
	for (;;) {
		gsize n = out->len;
		int status;

		g_byte_array_set_size(out, (guint)(n + GUNZIP_CHUNK));
		z->next_out = out->data + n;
		z->avail_out = GUNZIP_CHUNK;
		status = inflate(z, Z_NO_FLUSH);
		n += GUNZIP_CHUNK - z->avail_out;
		g_byte_array_set_size(out, (guint)n);
		if (!within_limits(n_packed, n, error))
			return FALSE;
		if (status != Z_OK && status != Z_STREAM_END)
			return inflate_error(status, error);
		if (status != Z_STREAM_END)
			continue;
		if (z->avail_in < 2 || z->next_in[0] != 0x1f ||
		    z->next_in[1] != 0x8b)
			return TRUE;
		if (inflateReset(z) != Z_OK)
			return inflate_error(Z_STREAM_ERROR, error);
	}
}

static GBytes *
gunzip(GBytes *packed, GError **error)
{
	z_stream z = { 0 };
	gsize n_packed;
	const guint8 *data = g_bytes_get_data(packed, &n_packed);
	GByteArray *out;
	gboolean ok;

	/* 16 asks zlib for the gzip form. */
	if (inflateInit2(&z, 16 + MAX_WBITS) != Z_OK) {
		g_set_error(error, MB_ERROR, MB_ERROR_INTERNAL,
		            "zlib can't be started");
		return NULL;
	}
	z.next_in = (guint8 *)(gsize)data;
	z.avail_in = (uInt)n_packed;
	out = g_byte_array_new();
	ok = inflate_all(&z, n_packed, out, error);
	inflateEnd(&z);
	if (!ok) {
		g_byte_array_unref(out);
		return NULL;
	}
	return g_byte_array_free_to_bytes(out);
}

static gboolean
is_gzip(GBytes *bytes)
{
	gsize n;
	const guint8 *data = g_bytes_get_data(bytes, &n);

	return n > 2 && data[0] == 0x1f && data[1] == 0x8b;
}

/* Nettle's is ten times as fast as GLib's, which took a tenth of the time of
 * reading a PDF. */
static char *
hash_of(GBytes *bytes)
{
	guint8 digest[SHA256_DIGEST_SIZE];
	struct sha256_ctx sha;
	GString *hex = g_string_sized_new(2 * sizeof(digest) + 1);
	gsize n;
	const guint8 *data = g_bytes_get_data(bytes, &n);

	sha256_init(&sha);
	sha256_update(&sha, n, data);
	sha256_digest(&sha, sizeof(digest), digest);
	for (gsize i = 0; i < sizeof(digest); i++)
		g_string_append_printf(hex, "%02x", digest[i]);
	return g_string_free(hex, FALSE);
}

/* A file named like an archive that could not be looked into says why, unless
 * it is no archive at all but a paper. */
static gboolean
is_no_archive(int fd, const char *path, GError **error)
{
	g_autoptr(GError) why = NULL;
	g_autoptr(GPtrArray) members = NULL;

	if (!mb_archive_is_named(path))
		return TRUE;
	members = mb_archive_members(fd, &why);
	if (members != NULL ||
	    g_error_matches(why, MB_ERROR, MB_ERROR_NO_READER))
		return TRUE;
	g_propagate_error(error, g_steal_pointer(&why));
	return FALSE;
}

/* What the file holds, or the member of the archive that it is. */
static GBytes *
read_content(int fd, const char *path, GError **error)
{
	gboolean is_archive = FALSE;
	GBytes *content = NULL;

	if (mb_archive_slash(path, path) != NULL)
		content = mb_archive_read(fd, path, MB_PAPER_MAX_BYTES,
		                          &is_archive, error);
	if (is_archive)
		return content;
	return is_no_archive(fd, path, error) ? read_all(fd, error) : NULL;
}

/* A paper of @content, which is consumed; NULL: there was an error. */
static struct mb_paper *
paper_new(const char *path, GBytes *content, GError **error)
{
	g_autoptr(mb_paper) paper = g_new0(struct mb_paper, 1);

	paper->path = g_strdup(path);
	paper->content = content;
	if (paper->content == NULL)
		return NULL;
	paper->sha256 = hash_of(paper->content);
	if (is_gzip(paper->content)) {
		GBytes *unpacked = gunzip(paper->content, error);

		if (unpacked == NULL)
			return NULL;
		g_bytes_unref(paper->content);
		paper->content = unpacked;
	}
	if (!mb_sniff(paper->content, path, &paper->format, &paper->type,
	              error))
		return NULL;
	return g_steal_pointer(&paper);
}

struct mb_paper *
mb_paper_read_open(int fd, const char *path, GError **error)
{
	return paper_new(path, read_content(fd, path, error), error);
}

struct mb_paper *
mb_paper_read_converted(int fd, const char *path, GError **error)
{
	return paper_new(path, read_all(fd, error), error);
}

struct mb_paper *
mb_paper_read(const char *path, GError **error)
{
	int fd = mb_paper_open(path, error);
	struct mb_paper *paper;

	if (fd < 0)
		return NULL;
	paper = mb_paper_read_open(fd, path, error);
	close(fd);
	return paper;
}

void
mb_paper_free(struct mb_paper *paper)
{
	if (paper == NULL)
		return;
	g_free(paper->path);
	g_free(paper->sha256);
	g_clear_pointer(&paper->content, g_bytes_unref);
	g_free(paper);
}

const char *
mb_format_name(enum mb_format format)
{
	switch (format) {
	case MB_FORMAT_TEXT:
		return "text";
	case MB_FORMAT_MARKDOWN:
		return "markdown";
	case MB_FORMAT_HTML:
		return "html";
	case MB_FORMAT_PDF:
		return "pdf";
	case MB_FORMAT_DOCX:
		return "docx";
	case MB_FORMAT_ODT:
		return "odt";
	case MB_FORMAT_OTHER:
		return "other";
	}
	g_assert_not_reached();
}

static gboolean
has_giant_line(const char *data, gsize n_bytes)
{
	while (n_bytes > MB_PAPER_ODD_LINE_BYTES) {
		const char *end = memrchr(data, '\n', MB_PAPER_ODD_LINE_BYTES);

		if (!end)
			return TRUE;
		n_bytes -= (gsize)(end + 1 - data);
		data = end + 1;
	}
	return FALSE;
}

const char *
mb_paper_oddity(const struct mb_paper *paper)
{
	gsize n_bytes;
	const char *data = g_bytes_get_data(paper->content, &n_bytes);
	enum mb_encoding encoding;

	if (paper->format != MB_FORMAT_TEXT &&
	    paper->format != MB_FORMAT_MARKDOWN)
		return NULL;
	encoding = mb_encoding_of(data, n_bytes);
	if (encoding == MB_ENCODING_UTF16 || encoding == MB_ENCODING_UTF32)
		return NULL;
	if (memchr(data, '\0', n_bytes))
		return "read, but there are NUL bytes in it";
	if (encoding == MB_ENCODING_BYTES)
		return "read as Windows-1252 where it is not UTF-8";
	if (has_giant_line(data, n_bytes))
		return "read, but a line of it is over 1 MB long and was cut";
	return NULL;
}
