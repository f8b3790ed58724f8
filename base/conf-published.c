#include "config.h"

#include <string.h>

#include "base/conf-parts.h"
#include "base/error.h"

/* A folder of papers and where it is published. */
struct published {
	char *folder; /* absolute, without a slash at its end */
	char *url;    /* without a slash at its end */
};

static void
published_free(gpointer data)
{
	struct published *p = data;

	g_free(p->folder);
	g_free(p->url);
	g_free(p);
}

void
mb_conf_published_init(struct mb_conf *conf)
{
	conf->published = g_ptr_array_new_with_free_func(published_free);
}

void
mb_conf_published_clear(struct mb_conf *conf)
{
	g_ptr_array_unref(conf->published);
}

static void
strip_slashes(char *text)
{
	gsize n = strlen(text);

	while (n > 1 && text[n - 1] == '/')
		text[--n] = '\0';
}

/* Characters that an address may have (RFC 3986). */
static gboolean
is_plain_url(const char *url)
{
	for (; *url != '\0'; url++)
		if (!g_ascii_isgraph(*url) ||
		    strchr("\"<>\\^`{|}", *url) != NULL)
			return FALSE;
	return TRUE;
}

/* Pages link to what stands here, so that nothing but the web is taken. */
static gboolean
check_url(const char *url, GError **error)
{
	g_autoptr(GUri) uri = g_uri_parse(url, G_URI_FLAGS_NONE, NULL);
	const char *scheme = uri != NULL ? g_uri_get_scheme(uri) : "";

	if ((strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0) &&
	    g_uri_get_host(uri) != NULL && *g_uri_get_host(uri) != '\0' &&
	    g_uri_get_query(uri) == NULL && g_uri_get_fragment(uri) == NULL &&
	    is_plain_url(url))
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
	            "[papers] \"%s\" is not the http or https address of a "
	            "folder",
	            url);
	return FALSE;
}

/* Folders that are not absolute are looked for beside the configuration. */
gboolean
mb_conf_read_published(GKeyFile *file, const char *beside, struct mb_conf *conf,
                       GError **error)
{
	g_auto(GStrv) folders = g_key_file_get_keys(file, "papers", NULL, NULL);

	for (gsize i = 0; folders != NULL && folders[i] != NULL; i++) {
		g_autofree char *url = NULL;
		struct published *p;

		if (!mb_conf_read_text(file, "papers", folders[i], "", &url,
		                       error) ||
		    !check_url(url, error))
			return FALSE;
		p = g_new0(struct published, 1);
		p->folder = g_canonicalize_filename(folders[i], beside);
		p->url = g_steal_pointer(&url);
		strip_slashes(p->folder);
		strip_slashes(p->url);
		g_ptr_array_add(conf->published, p);
	}
	return TRUE;
}

/* What follows @folder in @path, slash included; NULL when it is not in it. */
static const char *
path_below(const char *path, const char *folder)
{
	gsize n = strlen(folder);

	if (strcmp(folder, "/") == 0)
		return path;
	if (strncmp(path, folder, n) != 0)
		return NULL;
	return path[n] == '/' || path[n] == '\0' ? path + n : NULL;
}

const char *
mb_conf_archive_end(const char *path)
{
	const char *end = strcasestr(path, ".zip/");

	return end != NULL ? end + strlen(".zip") : NULL;
}

char *
mb_conf_paper_url(const struct mb_conf *conf, const char *path, guint page_no)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	const char *in_archive = mb_conf_archive_end(absolute);
	const struct published *best = NULL;
	g_autofree char *escaped = NULL;

	for (guint i = 0; i < conf->published->len; i++) {
		const struct published *p =
		    g_ptr_array_index(conf->published, i);

		if (path_below(absolute, p->folder) != NULL &&
		    (best == NULL || strlen(p->folder) > strlen(best->folder)))
			best = p;
	}
	if (best == NULL)
		return NULL;
	/* A browser can't look into an archive: the archive is the link. */
	if (in_archive != NULL) {
		absolute[in_archive - absolute] = '\0';
		page_no = 0;
	}
	escaped =
	    g_uri_escape_string(path_below(absolute, best->folder), "/", FALSE);
	if (page_no == 0)
		return g_strconcat(best->url, escaped, NULL);
	return g_strdup_printf("%s%s#page=%u", best->url, escaped, page_no);
}
