#include "indexer/archive.h"

#include <string.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/unzip.h"

/* The record at the end of a zip, what stands there for large ones, and where
 * they hold the number of entries and the size of the directory:
 *
 *	PK\5\6 .... ..[10 entries:2][12 size:4] ....  comment, up to 64 KB
 *	PK\6\7 ....[8 place of the next:8] ....       just before that
 *	PK\6\6 ....  [32 entries:8][40 size:8]
 */
#define END_BYTES     22u
#define COMMENT_BYTES 65535u
#define LOCATOR_BYTES 20u
#define BIG_END_BYTES 56u
#define TAIL_BYTES    (END_BYTES + COMMENT_BYTES + LOCATOR_BYTES)

static guint64
number_at(const guint8 *data, guint n_bytes)
{
	guint64 n = 0;

	while (n_bytes > 0)
		n = n << 8 | data[--n_bytes];
	return n;
}

static gboolean
is_small(guint64 n_entries, guint64 n_bytes, GError **error)
{
	if (n_entries <= MB_ARCHIVE_MAX_MEMBERS &&
	    n_bytes <= MB_ARCHIVE_MAX_DIRECTORY)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
	            "zip file of more than %u members", MB_ARCHIVE_MAX_MEMBERS);
	return FALSE;
}

static gboolean
is_small_big(int fd, const guint8 *locator, GError **error)
{
	guint64 place = number_at(locator + 8, 8);
	guint8 end[BIG_END_BYTES];

	if (place > G_MAXINT64 ||
	    pread(fd, end, sizeof(end), (off_t)place) != (ssize_t)sizeof(end))
		return TRUE; /* damaged, as libzip will say */
	return is_small(number_at(end + 32, 8), number_at(end + 40, 8), error);
}

/* libzip takes memory for as many entries as a zip claims to have, so the claim
 * is looked at first: every end record that it might believe. */
static gboolean
has_small_directory(int fd, guint64 n_file, GError **error)
{
	gsize n = (gsize)MIN(n_file, TAIL_BYTES);
	g_autofree guint8 *tail = g_malloc(n);
	ssize_t got = pread(fd, tail, n, (off_t)(n_file - n));

	for (gsize i = 0; got > 0 && i + 4 <= (gsize)got; i++) {
		const guint8 *p = tail + i;
		gsize left = (gsize)got - i;

		if (memcmp(p, "PK\5\6", 4) == 0 && left >= END_BYTES &&
		    number_at(p + 10, 2) != G_MAXUINT16 &&
		    !is_small(number_at(p + 10, 2), number_at(p + 12, 4),
		              error))
			return FALSE;
		if (memcmp(p, "PK\6\7", 4) == 0 && left >= LOCATOR_BYTES &&
		    !is_small_big(fd, p, error))
			return FALSE;
	}
	return TRUE;
}

static void
member_free(gpointer data)
{
	struct mb_member *member = data;

	g_free(member->name);
	g_free(member);
}

GPtrArray *
mb_members_new(void)
{
	return g_ptr_array_new_with_free_func(member_free);
}

/* Text that may be part of a path: no controls, nothing that leads upwards. */
static char *
harmless_name(const char *raw)
{
	g_autofree char *valid = g_utf8_make_valid(raw, -1);
	GString *name = g_string_new(NULL);
	g_auto(GStrv) parts = NULL;

	for (char *p = valid; *p != '\0'; p++)
		if ((guchar)*p < ' ' || *p == 0x7f)
			*p = '_';
	g_strdelimit(valid, "\\", '/');
	parts = g_strsplit(valid, "/", -1);
	for (guint i = 0; parts[i] != NULL; i++) {
		if (*parts[i] == '\0' || g_str_equal(parts[i], ".") ||
		    g_str_equal(parts[i], ".."))
			continue;
		if (name->len > 0)
			g_string_append_c(name, '/');
		g_string_append(name, parts[i]);
	}
	if (name->len > MB_ARCHIVE_MAX_NAME_BYTES)
		g_string_truncate(name, 0);
	return g_string_free(name, FALSE);
}

gboolean
mb_archive_is_harmless(const char *name)
{
	g_autofree char *harmless = harmless_name(name);

	return *name && g_str_equal(harmless, name);
}

/* A name that no member has had yet. */
static char *
own_name(GHashTable *names, const char *raw, guint64 index)
{
	char *name = harmless_name(raw);

	if (*name != '\0' && !g_hash_table_contains(names, name))
		return name;
	for (guint64 n = index + 1;; n++) {
		char *other = g_strdup_printf("%s (%" G_GUINT64_FORMAT ")",
		                              *name ? name : "member", n);

		if (!g_hash_table_contains(names, other)) {
			g_free(name);
			return other;
		}
		g_free(other);
	}
}

static gboolean
is_folder(const char *raw)
{
	gsize n = strlen(raw);

	return n > 0 && (raw[n - 1] == '/' || raw[n - 1] == '\\');
}

/* What office programs write has a list of its parts or a type in it. */
static gboolean
is_document(zip_t *zip)
{
	return zip_name_locate(zip, "[Content_Types].xml", 0) >= 0 ||
	       zip_name_locate(zip, "mimetype", 0) == 0;
}

/* The members, and the sum of their sizes. */
static GPtrArray *
list(zip_t *zip, guint64 *n_bytes)
{
	GPtrArray *members = mb_members_new();
	g_autoptr(GHashTable) names = g_hash_table_new(g_str_hash, g_str_equal);
	guint64 n = (guint64)MAX(zip_get_num_entries(zip, 0), 0);

	*n_bytes = 0;
	for (guint64 i = 0; i < n; i++) {
		const char *raw = zip_get_name(zip, i, ZIP_FL_ENC_GUESS);
		struct mb_member *member;
		zip_stat_t st;

		if (raw != NULL && is_folder(raw))
			continue;
		if (zip_stat_index(zip, i, 0, &st) != 0)
			zip_stat_init(&st);
		member = g_new0(struct mb_member, 1);
		member->name = own_name(names, raw != NULL ? raw : "", i);
		member->index = i;
		member->n_bytes = st.valid & ZIP_STAT_SIZE ? st.size : 0;
		*n_bytes += MIN(member->n_bytes, G_MAXUINT32);
		g_hash_table_add(names, member->name);
		g_ptr_array_add(members, member);
	}
	return members;
}

static gboolean
no_archive(GError **error)
{
	g_set_error(error, MB_ERROR, MB_ERROR_NO_READER,
	            "not an archive of papers");
	return FALSE;
}

/* Whether the file begins and ends like a zip that may be opened. */
static gboolean
may_open(int fd, guint64 *n_file, GError **error)
{
	off_t end = lseek(fd, 0, SEEK_END); /* paper.c says why */
	char magic[4];

	if (end < 0 || pread(fd, magic, 4, 0) != 4 ||
	    (memcmp(magic, "PK\3\4", 4) != 0 &&
	     memcmp(magic, "PK\5\6", 4) != 0))
		return no_archive(error);
	*n_file = (guint64)end;
	return has_small_directory(fd, *n_file, error);
}

static GPtrArray *
list_within_limits(zip_t *zip, guint64 n_file, GError **error)
{
	guint64 n_bytes;
	GPtrArray *members;

	if (is_document(zip)) {
		no_archive(error);
		return NULL;
	}
	members = list(zip, &n_bytes);
	if (n_bytes > MB_ARCHIVE_BOMB_BYTES &&
	    n_bytes / MB_ARCHIVE_MAX_RATIO > n_file) {
		g_set_error(error, MB_ERROR, MB_ERROR_LIMIT,
		            "zip file unpacks to more than %u times its size",
		            MB_ARCHIVE_MAX_RATIO);
		g_clear_pointer(&members, g_ptr_array_unref);
	}
	return members;
}

GPtrArray *
mb_archive_members(int fd, GError **error)
{
	guint64 n_file;
	GPtrArray *members;
	zip_t *zip;

	if (!may_open(fd, &n_file, error))
		return NULL;
	zip = mb_unzip_file(fd, error);
	if (zip == NULL)
		return NULL;
	members = list_within_limits(zip, n_file, error);
	zip_discard(zip);
	return members;
}

gboolean
mb_archive_is_named(const char *path)
{
	gsize n = strlen(path);

	return n > 4 && g_ascii_strcasecmp(path + n - 4, ".zip") == 0;
}

const char *
mb_archive_slash(const char *path, const char *from)
{
	for (const char *p = strchr(from, '/'); p != NULL;
	     p = strchr(p + 1, '/'))
		if (p - path > 4 && g_ascii_strncasecmp(p - 4, ".zip", 4) == 0)
			return p;
	return NULL;
}

/* The member that @path ends with.  A folder may be named like an archive, so
 * each slash may be the one behind it. */
static const struct mb_member *
find(const GPtrArray *members, const char *path)
{
	const char *slash = path;

	while ((slash = mb_archive_slash(path, slash)) != NULL) {
		slash++;
		for (guint i = 0; i < members->len; i++) {
			const struct mb_member *member = members->pdata[i];

			if (g_str_equal(member->name, slash))
				return member;
		}
	}
	return NULL;
}

GBytes *
mb_archive_read(int fd, const char *path, gsize n_max, gboolean *is_archive,
                GError **error)
{
	g_autoptr(GPtrArray) members = NULL;
	const struct mb_member *member;
	GBytes *content = NULL;
	zip_t *zip;

	*is_archive = FALSE;
	members = mb_archive_members(fd, NULL);
	if (!members)
		return NULL;
	*is_archive = TRUE;
	member = find(members, path);
	if (!member) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "is not in the archive any more");
		return NULL;
	}
	zip = mb_unzip_file(fd, error);
	if (zip) {
		content = mb_unzip_entry(zip, member->index, n_max, error);
		zip_discard(zip);
	}
	return content;
}
