#include "config.h"

#include <string.h>

#include "base/conf-parts.h"
#include "base/date.h"
#include "base/error.h"

static void
succession_free(gpointer data)
{
	struct mb_succession *succession = data;

	g_free(succession->name);
	g_strfreev(succession->next);
	g_free(succession);
}

void
mb_conf_committees_init(struct mb_conf *conf)
{
	conf->committees =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, g_free);
	conf->aliases = g_hash_table_new_full(g_str_hash, g_str_equal, g_free,
	                                      (GDestroyNotify)g_strfreev);
	conf->successions = g_ptr_array_new_with_free_func(succession_free);
}

void
mb_conf_committees_clear(struct mb_conf *conf)
{
	g_hash_table_unref(conf->committees);
	g_hash_table_unref(conf->aliases);
	g_ptr_array_unref(conf->successions);
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
read_aliases(GKeyFile *file, struct mb_conf *conf, GError **error)
{
	g_auto(GStrv) names =
	    g_key_file_get_keys(file, "committees", NULL, NULL);

	for (gsize i = 0; names != NULL && names[i] != NULL; i++) {
		g_auto(GStrv) aliases = g_new0(char *, 1);

		if (!mb_conf_read_list(file, "committees", names[i], &aliases,
		                       error) ||
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

		if (!mb_conf_read_list(file, "successors", names[i], &next,
		                       error) ||
		    !add_succession(conf, names[i], next, error))
			return FALSE;
	}
	return TRUE;
}

gboolean
mb_conf_read_committees(GKeyFile *file, struct mb_conf *conf, GError **error)
{
	return read_aliases(file, conf, error) &&
	       read_successions(file, conf, error);
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
