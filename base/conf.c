#include "config.h"

#include "base/conf.h"

#include <fnmatch.h>
#include <string.h>

#include "base/conf-parts.h"
#include "base/error.h"

#define FILE_NAME        "minutebook.conf"
#define DEFAULT_LANGUAGE "english"
#define DEFAULT_TITLE    "Committee papers"

/* A type of paper is also the ending of a file's name. */
#define TYPE_CHARS "abcdefghijklmnopqrstuvwxyz0123456789"

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

static struct mb_conf *
conf_new(void)
{
	struct mb_conf *conf = g_new0(struct mb_conf, 1);

	mb_conf_published_init(conf);
	mb_conf_committees_init(conf);
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
	mb_conf_published_clear(conf);
	mb_conf_committees_clear(conf);
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

gboolean
mb_conf_read_text(GKeyFile *file, const char *group, const char *key,
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

gboolean
mb_conf_read_list(GKeyFile *file, const char *group, const char *key,
                  char ***list, GError **error)
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

		if (!mb_conf_read_text(file, "convert", types[i], "", &command,
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
	       mb_conf_read_text(file, "council", "name", NULL, &conf->council,
	                         error) &&
	       mb_conf_read_text(file, "index", "language", DEFAULT_LANGUAGE,
	                         &conf->language, error) &&
	       mb_conf_read_text(file, "server", "title", DEFAULT_TITLE,
	                         &conf->title, error) &&
	       mb_conf_read_published(file, beside, conf, error) &&
	       mb_conf_read_committees(file, conf, error) &&
	       read_converters(file, conf, error) &&
	       mb_conf_read_list(file, "exempt", "open", &conf->open_globs,
	                         error) &&
	       mb_conf_read_list(file, "exempt", "exempt", &conf->exempt_globs,
	                         error) &&
	       mb_conf_read_list(file, "exempt", "words", &conf->exempt_words,
	                         error);
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

	for (const char *end = mb_conf_archive_end(path); !holds && end != NULL;
	     end = mb_conf_archive_end(end)) {
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

void
mb_conf_ask_ocr(struct mb_conf *conf)
{
	conf->asks_ocr = TRUE;
}

gboolean
mb_conf_asks_ocr(const struct mb_conf *conf)
{
	return conf->asks_ocr;
}

const char *
mb_conf_fingerprint(const struct mb_conf *conf)
{
	return conf->fingerprint;
}
