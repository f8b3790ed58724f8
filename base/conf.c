#include "config.h"

#include "base/conf.h"

#include <fnmatch.h>
#include <string.h>

#include "base/date.h"
#include "base/error.h"

#define FILE_NAME        "minutebook.conf"
#define DEFAULT_LANGUAGE "english"
#define DEFAULT_TITLE    "Committee papers"

/* A type of paper is also the ending of a file's name. */
#define TYPE_CHARS "abcdefghijklmnopqrstuvwxyz0123456789"

/* A folder of papers and where it is published. */
struct published {
	char *folder; /* absolute, without a slash at its end */
	char *url;    /* without a slash at its end */
};

struct mb_conf {
	char *council;
	char *language;
	char *title;
	GPtrArray *published;   /* of struct published */
	GHashTable *committees; /* folded alias or name -> name; owned */
	GHashTable *aliases;    /* name -> char ** other names; owned */
	GPtrArray *successions; /* of struct mb_succession */
	GHashTable *converters; /* type -> char ** words; owned */
	char **open_globs;
	char **exempt_globs;
	char **exempt_words;
	gboolean holds_items;
	char *fingerprint;
};

/* Every group and key there is; a NULL key stands for any. */
static const struct {
	const char *group;
	const char *key;
} known_keys[] = {
	{ "council", "name" },  { "index", "language" }, { "papers", NULL },
	{ "committees", NULL }, { "successors", NULL },  { "convert", NULL },
	{ "exempt", "open" },   { "exempt", "exempt" },  { "exempt", "words" },
	{ "server", "title" },
};

static void
published_free(gpointer data)
{
	struct published *p = data;

	g_free(p->folder);
	g_free(p->url);
	g_free(p);
}

static void
succession_free(gpointer data)
{
	struct mb_succession *succession = data;

	g_free(succession->name);
	g_strfreev(succession->next);
	g_free(succession);
}

static struct mb_conf *
conf_new(void)
{
	struct mb_conf *conf = g_new0(struct mb_conf, 1);

	conf->published = g_ptr_array_new_with_free_func(published_free);
	conf->committees =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	conf->aliases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                                      (GDestroyNotify)g_strfreev);
	conf->successions = g_ptr_array_new_with_free_func(succession_free);
	conf->converters = g_hash_table_new_full(
	    g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_strfreev);
	conf->open_globs = g_new0(char *, 1);
	conf->exempt_globs = g_new0(char *, 1);
	conf->exempt_words = g_new0(char *, 1);
	return conf;
}

void
mb_conf_free(struct mb_conf *conf)
{
	if (conf == NULL)
		return;
	g_free(conf->council);
	g_free(conf->language);
	g_free(conf->title);
	g_ptr_array_unref(conf->published);
	g_hash_table_unref(conf->committees);
	g_hash_table_unref(conf->aliases);
	g_ptr_array_unref(conf->successions);
	g_hash_table_unref(conf->converters);
	g_strfreev(conf->open_globs);
	g_strfreev(conf->exempt_globs);
	g_strfreev(conf->exempt_words);
	g_free(conf->fingerprint);
	g_free(conf);
}

static gboolean
is_known(const char *group, const char *key)
{
	for (gsize i = 0; i < G_N_ELEMENTS(known_keys); i++) {
		if (strcmp(known_keys[i].group, group) != 0)
			continue;
		if (key == NULL || known_keys[i].key == NULL ||
		    strcmp(known_keys[i].key, key) == 0)
			return TRUE;
	}
	return FALSE;
}

static gboolean
check_group(GKeyFile *file, const char *group, GError **error)
{
	g_auto(GStrv) keys = NULL;

	if (!is_known(group, NULL)) {
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "there is no group [%s]", group);
		return FALSE;
	}
	keys = g_key_file_get_keys(file, group, NULL, error);
	for (gsize i = 0; keys != NULL && keys[i] != NULL; i++) {
		if (is_known(group, keys[i]))
			continue;
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "[%s] has no key \"%s\"", group, keys[i]);
		return FALSE;
	}
	return keys != NULL;
}

static gboolean
check_keys(GKeyFile *file, GError **error)
{
	g_auto(GStrv) groups = g_key_file_get_groups(file, NULL);

	for (gsize i = 0; groups[i] != NULL; i++)
		if (!check_group(file, groups[i], error))
			return FALSE;
	return TRUE;
}

/* A value, or a copy of @fallback when the key is missing or empty. */
static gboolean
read_text(GKeyFile *file, const char *group, const char *key,
          const char *fallback, char **value, GError **error)
{
	*value = NULL;
	if (g_key_file_has_key(file, group, key, NULL)) {
		*value = g_key_file_get_string(file, group, key, error);
		if (*value == NULL)
			return FALSE;
		g_strstrip(*value);
	}
	if (*value == NULL || **value == '\0') {
		g_free(*value);
		*value = g_strdup(fallback);
	}
	return TRUE;
}

/* A list parted by semicolons, without its empty entries. */
static gboolean
read_list(GKeyFile *file, const char *group, const char *key, char ***list,
          GError **error)
{
	g_auto(GStrv) all = NULL;
	GStrvBuilder *kept;

	if (!g_key_file_has_key(file, group, key, NULL))
		return TRUE;
	all = g_key_file_get_string_list(file, group, key, NULL, error);
	if (all == NULL)
		return FALSE;
	kept = g_strv_builder_new();
	for (gsize i = 0; all[i] != NULL; i++)
		if (*g_strstrip(all[i]) != '\0')
			g_strv_builder_add(kept, all[i]);
	g_strfreev(*list);
	*list = g_strv_builder_end(kept);
	g_strv_builder_unref(kept);
	return TRUE;
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
static gboolean
read_published(GKeyFile *file, const char *beside, struct mb_conf *conf,
               GError **error)
{
	g_auto(GStrv) folders = g_key_file_get_keys(file, "papers", NULL, NULL);

	for (gsize i = 0; folders != NULL && folders[i] != NULL; i++) {
		g_autofree char *url = NULL;
		struct published *p;

		if (!read_text(file, "papers", folders[i], "", &url, error) ||
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

static char *
fold_name(const char *name)
{
	char *folded = g_utf8_casefold(name, -1);

	return g_strstrip(folded);
}

/* FALSE when @alias already is another committee's. */
static gboolean
add_alias(struct mb_conf *conf, const char *alias, const char *name,
          GError **error)
{
	g_autofree char *folded = fold_name(alias);
	const char *other = g_hash_table_lookup(conf->committees, folded);

	if (other != NULL && strcmp(other, name) != 0) {
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "[committees] \"%s\" is both \"%s\" and \"%s\"",
		            alias, other, name);
		return FALSE;
	}
	g_hash_table_insert(conf->committees, g_steal_pointer(&folded),
	                    g_strdup(name));
	return TRUE;
}

static gboolean
read_committees(GKeyFile *file, struct mb_conf *conf, GError **error)
{
	g_auto(GStrv) names =
	    g_key_file_get_keys(file, "committees", NULL, NULL);

	for (gsize i = 0; names != NULL && names[i] != NULL; i++) {
		g_auto(GStrv) aliases = g_new0(char *, 1);

		if (!read_list(file, "committees", names[i], &aliases, error) ||
		    !add_alias(conf, names[i], names[i], error))
			return FALSE;
		for (gsize j = 0; aliases[j] != NULL; j++)
			if (!add_alias(conf, aliases[j], names[i], error))
				return FALSE;
		g_hash_table_insert(conf->aliases, g_strdup(names[i]),
		                    g_steal_pointer(&aliases));
	}
	return TRUE;
}

/* Take the date off the end of @names, if there is one. */
static guint32
take_date(char **names)
{
	struct mb_date_range range = { 0, 0 };
	guint n = g_strv_length(names);

	if (n == 0 || !mb_date_parse(names[n - 1], &range, NULL))
		return 0;
	g_clear_pointer(&names[n - 1], g_free);
	return range.from_ymd;
}

static gboolean
add_succession(struct mb_conf *conf, const char *name, char **next,
               GError **error)
{
	struct mb_succession *succession;
	guint32 from_ymd = take_date(next);

	if (next[0] == NULL) {
		g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX,
		            "[successors] %s: no committee is named", name);
		return FALSE;
	}
	succession = g_new0(struct mb_succession, 1);
	succession->name = g_strdup(mb_conf_committee(conf, name));
	succession->from_ymd = from_ymd;
	succession->next = g_new0(char *, g_strv_length(next) + 1);
	for (guint i = 0; next[i] != NULL; i++)
		succession->next[i] =
		    g_strdup(mb_conf_committee(conf, next[i]));
	g_ptr_array_add(conf->successions, succession);
	return TRUE;
}

static gboolean
read_successions(GKeyFile *file, struct mb_conf *conf, GError **error)
{
	g_auto(GStrv) names =
	    g_key_file_get_keys(file, "successors", NULL, NULL);

	for (gsize i = 0; names != NULL && names[i] != NULL; i++) {
		g_auto(GStrv) next = g_new0(char *, 1);

		if (!read_list(file, "successors", names[i], &next, error) ||
		    !add_succession(conf, names[i], next, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
names_input(char **words)
{
	for (; *words != NULL; words++)
		if (strstr(*words, "%i") != NULL)
			return TRUE;
	return FALSE;
}

static gboolean
add_converter(struct mb_conf *conf, const char *type, const char *command,
              GError **error)
{
	g_auto(GStrv) words = NULL;
	g_autoptr(GError) why = NULL;

	if (type[strspn(type, TYPE_CHARS)] == '\0' &&
	    g_shell_parse_argv(command, NULL, &words, &why) &&
	    names_input(words)) {
		g_hash_table_insert(conf->converters, g_strdup(type),
		                    g_steal_pointer(&words));
		return TRUE;
	}
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX, "[convert] %s: %s", type,
	            why != NULL
	                ? why->message
	                : "this is TYPE=COMMAND, with %i for the input");
	return FALSE;
}

static gboolean
read_converters(GKeyFile *file, struct mb_conf *conf, GError **error)
{
	g_auto(GStrv) types = g_key_file_get_keys(file, "convert", NULL, NULL);

	for (gsize i = 0; types != NULL && types[i] != NULL; i++) {
		g_autofree char *command = NULL;

		if (!read_text(file, "convert", types[i], "", &command,
		               error) ||
		    !add_converter(conf, types[i], command, error))
			return FALSE;
	}
	return TRUE;
}

static gboolean
read_all(GKeyFile *file, const char *beside, struct mb_conf *conf,
         GError **error)
{
	return check_keys(file, error) &&
	       read_text(file, "council", "name", NULL, &conf->council,
	                 error) &&
	       read_text(file, "index", "language", DEFAULT_LANGUAGE,
	                 &conf->language, error) &&
	       read_text(file, "server", "title", DEFAULT_TITLE, &conf->title,
	                 error) &&
	       read_published(file, beside, conf, error) &&
	       read_committees(file, conf, error) &&
	       read_successions(file, conf, error) &&
	       read_converters(file, conf, error) &&
	       read_list(file, "exempt", "open", &conf->open_globs, error) &&
	       read_list(file, "exempt", "exempt", &conf->exempt_globs,
	                 error) &&
	       read_list(file, "exempt", "words", &conf->exempt_words, error);
}

/* Groups and keys that change what is found in a paper.  [exempt] open and
 * exempt are not among them: the papers that they move are told one by one. */
static char *
take_fingerprint(GKeyFile *file)
{
	static const char *const all_of[] = { "council", "committees",
		                              "convert" };
	g_autoptr(GString) seen = g_string_new(PACKAGE_VERSION);
	g_autofree char *words =
	    g_key_file_get_value(file, "exempt", "words", NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(all_of); i++) {
		g_auto(GStrv) keys =
		    g_key_file_get_keys(file, all_of[i], NULL, NULL);

		for (gsize k = 0; keys != NULL && keys[k] != NULL; k++) {
			g_autofree char *value = g_key_file_get_value(
			    file, all_of[i], keys[k], NULL);

			g_string_append_printf(seen, "\n%s.%s=%s", all_of[i],
			                       keys[k], value);
		}
	}
	g_string_append_printf(seen, "\nwords=%s", words ? words : "");
	return g_compute_checksum_for_string(G_CHECKSUM_SHA256, seen->str, -1);
}

/* The errors of GKeyFile, and ours, with the file's name before them. */
static struct mb_conf *
conf_parse(const char *path, const char *content, gsize n_bytes, GError **error)
{
	g_autoptr(mb_conf) conf = conf_new();
	g_autoptr(GKeyFile) file = g_key_file_new();
	g_autoptr(GError) wrong = NULL;
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	g_autofree char *beside = g_path_get_dirname(absolute);

	if (g_key_file_load_from_data(file, content, n_bytes, G_KEY_FILE_NONE,
	                              &wrong) &&
	    read_all(file, beside, conf, &wrong)) {
		conf->fingerprint = take_fingerprint(file);
		return g_steal_pointer(&conf);
	}
	g_set_error(error, MB_ERROR, MB_ERROR_SYNTAX, "%s: %s", path,
	            wrong->message);
	return NULL;
}

/* The first configuration there is; NULL for none. */
static char *
find_file(const char *index)
{
	g_autofree char *path = NULL;

	if (index != NULL) {
		path = g_build_filename(index, FILE_NAME, NULL);
		if (g_file_test(path, G_FILE_TEST_EXISTS))
			return g_steal_pointer(&path);
		g_free(path);
	}
	path = g_build_filename(g_get_user_config_dir(), "minutebook",
	                        FILE_NAME, NULL);
	if (g_file_test(path, G_FILE_TEST_EXISTS))
		return g_steal_pointer(&path);
	return NULL;
}

struct mb_conf *
mb_conf_load(const char *path, const char *index, GError **error)
{
	g_autofree char *found =
	    path != NULL ? g_strdup(path) : find_file(index);
	g_autofree char *content = NULL;
	g_autoptr(GError) wrong = NULL;
	gsize n_bytes = 0;

	if (found == NULL)
		return conf_parse(FILE_NAME, "", 0, error);
	if (!g_file_get_contents(found, &content, &n_bytes, &wrong)) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "the configuration can't be read: %s",
		            wrong->message);
		return NULL;
	}
	return conf_parse(found, content, n_bytes, error);
}

const char *
mb_conf_council(const struct mb_conf *conf)
{
	return conf->council;
}

const char *
mb_conf_language(const struct mb_conf *conf)
{
	return conf->language;
}

const char *
mb_conf_server_title(const struct mb_conf *conf)
{
	return conf->title;
}

const char *const *
mb_conf_exempt_words(const struct mb_conf *conf)
{
	return (const char *const *)conf->exempt_words;
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

/* The end of the name of the zip archive that @path leads into, the next one:
 * before the second slash of "papers/19.zip/cabinet.pdf".  NULL for none. */
static const char *
archive_end(const char *path)
{
	const char *end = strcasestr(path, ".zip/");

	return end != NULL ? end + strlen(".zip") : NULL;
}

char *
mb_conf_paper_url(const struct mb_conf *conf, const char *path, guint page_no)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);
	const char *in_archive = archive_end(absolute);
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

const char *
mb_conf_committee(const struct mb_conf *conf, const char *name)
{
	g_autofree char *folded = fold_name(name);
	const char *known = g_hash_table_lookup(conf->committees, folded);

	return known != NULL ? known : name;
}

const char *const *
mb_conf_aliases(const struct mb_conf *conf, const char *name)
{
	static const char *const none[] = { NULL };
	gpointer aliases = g_hash_table_lookup(conf->aliases, name);

	return aliases != NULL ? aliases : none;
}

const GPtrArray *
mb_conf_successions(const struct mb_conf *conf)
{
	return conf->successions;
}

/* A glob that does not begin with a slash may begin at any folder. */
static gboolean
any_glob_matches(char **globs, const char *path)
{
	for (gsize i = 0; globs[i] != NULL; i++) {
		g_autofree char *glob =
		    g_strconcat(*globs[i] == '/' ? "" : "*/", globs[i], NULL);

		if (fnmatch(glob, path, 0) == 0)
			return TRUE;
	}
	return FALSE;
}

/* What is said of an archive holds for all that is in it. */
static gboolean
any_glob_holds(char **globs, const char *path)
{
	gboolean holds = any_glob_matches(globs, path);

	for (const char *end = archive_end(path); !holds && end != NULL;
	     end = archive_end(end)) {
		g_autofree char *archive = g_strndup(path, (gsize)(end - path));

		holds = any_glob_matches(globs, archive);
	}
	return holds;
}

enum mb_forced
mb_conf_forced(const struct mb_conf *conf, const char *path)
{
	g_autofree char *absolute = g_canonicalize_filename(path, NULL);

	if (any_glob_holds(conf->exempt_globs, absolute))
		return MB_FORCED_EXEMPT;
	if (any_glob_holds(conf->open_globs, absolute))
		return MB_FORCED_OPEN;
	return MB_FORCED_NOT;
}

const char *const *
mb_conf_converter(const struct mb_conf *conf, const char *type)
{
	return g_hash_table_lookup(conf->converters, type);
}

void
mb_conf_expect_items(struct mb_conf *conf)
{
	g_autofree char *seen = g_strconcat(conf->fingerprint, "\nitems", NULL);

	conf->holds_items = TRUE;
	g_free(conf->fingerprint);
	conf->fingerprint =
	    g_compute_checksum_for_string(G_CHECKSUM_SHA256, seen, -1);
}

gboolean
mb_conf_expects_items(const struct mb_conf *conf)
{
	return conf->holds_items;
}

const char *
mb_conf_fingerprint(const struct mb_conf *conf)
{
	return conf->fingerprint;
}
