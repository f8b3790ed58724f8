#include "indexer/unzip.h"

#include <errno.h>
#include <unistd.h>

#include "base/error.h"

static gboolean
damaged(const char *why, GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_FORMAT, "damaged zip file: %s",
	            why);
	return FALSE;
}

/* Open @source, which is taken over. */
static zip_t *
open_source(zip_source_t *source, zip_error_t *why, GError **error)
{
	zip_t *zip = NULL;

	if (source != NULL)
		zip = zip_open_from_source(source, ZIP_RDONLY, why);
	if (zip == NULL) {
		zip_source_free(source);
		damaged(zip_error_strerror(why), error);
	}
	zip_error_fini(why);
	return zip;
}

zip_t *
mb_unzip_bytes(GBytes *content, GError **error)
{
	gsize n_bytes;
	const void *data = g_bytes_get_data(content, &n_bytes);
	zip_error_t why;

	zip_error_init(&why);
	return open_source(zip_source_buffer_create(data, n_bytes, 0, &why),
	                   &why, error);
}

/* An open file as libzip reads it. */
struct file {
	int fd;
	zip_int64_t at, n_bytes;
	zip_error_t error;
};

static zip_int64_t
file_read(struct file *file, void *data, zip_uint64_t n)
{
	ssize_t got = pread(file->fd, data, n, (off_t)file->at);

	if (got < 0)
		zip_error_set(&file->error, ZIP_ER_READ, errno);
	else
		file->at += got;
	return got;
}

static zip_int64_t
file_seek(struct file *file, void *data, zip_uint64_t n)
{
	zip_int64_t at = zip_source_seek_compute_offset(
	    (zip_uint64_t)file->at, (zip_uint64_t)file->n_bytes, data, n,
	    &file->error);

	if (at < 0)
		return -1;
	file->at = at;
	return 0;
}

static zip_int64_t
file_stat(const struct file *file, zip_stat_t *st)
{
	zip_stat_init(st);
	st->size = (zip_uint64_t)file->n_bytes;
	st->valid = ZIP_STAT_SIZE;
	return sizeof(*st);
}

/* libzip's own ways to read a file would open or duplicate it, which a reader
 * of papers is not allowed. */
static zip_int64_t
file_command(void *user, void *data, zip_uint64_t n, zip_source_cmd_t command)
{
	struct file *file = user;

	if (command == ZIP_SOURCE_OPEN || command == ZIP_SOURCE_CLOSE) {
		file->at = 0;
		return 0;
	}
	if (command == ZIP_SOURCE_READ)
		return file_read(file, data, n);
	if (command == ZIP_SOURCE_SEEK)
		return file_seek(file, data, n);
	if (command == ZIP_SOURCE_TELL)
		return file->at;
	if (command == ZIP_SOURCE_STAT)
		return file_stat(file, data);
	if (command == ZIP_SOURCE_ERROR)
		return zip_error_to_data(&file->error, data, n);
	if (command == ZIP_SOURCE_SUPPORTS)
		return ZIP_SOURCE_SUPPORTS_SEEKABLE;
	if (command == ZIP_SOURCE_FREE) {
		zip_error_fini(&file->error);
		g_free(file);
		return 0;
	}
	zip_error_set(&file->error, ZIP_ER_OPNOTSUPP, 0);
	return -1;
}

zip_t *
mb_unzip_file(int fd, GError **error)
{
	struct file *file = g_new0(struct file, 1);
	zip_source_t *source;
	zip_error_t why;

	file->fd = fd;
	file->n_bytes = MAX(lseek(fd, 0, SEEK_END), 0); /* paper.c says why */
	zip_error_init(&file->error);
	zip_error_init(&why);
	source = zip_source_function_create(file_command, file, &why);
	if (source == NULL)
		g_free(file);
	return open_source(source, &why, error);
}

/* Read what the entry holds; libzip checks its sum at the end. */
static gboolean
read_to_end(zip_file_t *file, GByteArray *out, GError **error)
{
	gsize n = 0;

	while (n < out->len) {
		zip_int64_t got = zip_fread(file, out->data + n, out->len - n);

		if (got < 0)
			return damaged(zip_file_strerror(file), error);
		if (got == 0)
			return damaged("an entry is cut short", error);
		n += (gsize)got;
	}
	/* The end is where the sum is checked. */
	if (zip_fread(file, &(char){ 0 }, 1) != 0)
		return damaged("an entry is not what it should be", error);
	return TRUE;
}

static gboolean
is_fit(const zip_stat_t *st, gsize n_max, GError **error)
{
	if (st->valid & ZIP_STAT_ENCRYPTION_METHOD &&
	    st->encryption_method != ZIP_EM_NONE) {
		g_set_error(error, MB_ERROR, MB_ERROR_NO_READER,
		            "it is encrypted within its zip file");
		return FALSE;
	}
	if (st->valid & ZIP_STAT_COMP_METHOD &&
	    !zip_compression_method_supported((zip_int32_t)st->comp_method,
	                                      0)) {
		g_set_error(error, MB_ERROR, MB_ERROR_NO_READER,
		            "it is packed in a way (%u) that can't be undone",
		            st->comp_method);
		return FALSE;
	}
	if (st->size > n_max) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "%s unpacks to more than %zu MB", st->name,
		            n_max / (1024 * 1024));
		return FALSE;
	}
	return TRUE;
}

GBytes *
mb_unzip_entry(zip_t *zip, guint64 index, gsize n_max, GError **error)
{
	zip_stat_t st;
	zip_file_t *file;
	GByteArray *out;
	gboolean done;

	if (zip_stat_index(zip, index, 0, &st) != 0 ||
	    !(st.valid & ZIP_STAT_SIZE)) {
		damaged(zip_strerror(zip), error);
		return NULL;
	}
	if (!is_fit(&st, n_max, error))
		return NULL;
	file = zip_fopen_index(zip, index, 0);
	if (file == NULL) {
		damaged(zip_strerror(zip), error);
		return NULL;
	}
	out = g_byte_array_new();
	g_byte_array_set_size(out, (guint)st.size);
	done = read_to_end(file, out, error);
	zip_fclose(file);
	if (!done) {
		g_byte_array_unref(out);
		return NULL;
	}
	return g_byte_array_free_to_bytes(out);
}

GBytes *
mb_unzip_named(zip_t *zip, const char *name, gsize n_max, GError **error)
{
	zip_int64_t index = zip_name_locate(zip, name, 0);

	if (index < 0)
		return g_bytes_new_static("", 0);
	return mb_unzip_entry(zip, (guint64)index, n_max, error);
}
