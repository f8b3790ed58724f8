/* conf-parts: what the files of conf.h share.
 * conf.c reads the configuration, conf-published.c knows where papers are
 * published, conf-committees.c what committees are called and become.  Included
 * by them alone. */
#ifndef MB_BASE_CONF_PARTS_H
#define MB_BASE_CONF_PARTS_H

#include "base/conf.h"

struct mb_conf {
	char *council;
	char *language;
	char *title;
	GPtrArray *published;   /* of struct published, conf-published.c */
	GHashTable *committees; /* folded alias or name -> name; owned */
	GHashTable *aliases;    /* name -> char ** other names; owned */
	GPtrArray *successions; /* of struct mb_succession */
	GHashTable *converters; /* type -> char ** words; owned */
	char **open_globs;
	char **exempt_globs;
	char **exempt_words;
	gboolean holds_items;
	gboolean asks_ocr;
	char *fingerprint;
};

/* A value, or a copy of @fallback when the key is missing or empty. */
gboolean mb_conf_read_text(GKeyFile *file, const char *group, const char *key,
                           const char *fallback, char **value, GError **error);

/* A list parted by semicolons, without its empty entries. */
gboolean mb_conf_read_list(GKeyFile *file, const char *group, const char *key,
                           char ***list, GError **error);

/* [papers]; folders that are not absolute are looked for in @beside. */
void mb_conf_published_init(struct mb_conf *conf);
void mb_conf_published_clear(struct mb_conf *conf);
gboolean mb_conf_read_published(GKeyFile *file, const char *beside,
                                struct mb_conf *conf, GError **error);

/* [committees] and [successors]. */
void mb_conf_committees_init(struct mb_conf *conf);
void mb_conf_committees_clear(struct mb_conf *conf);
gboolean mb_conf_read_committees(GKeyFile *file, struct mb_conf *conf,
                                 GError **error);

/* The end of the name of the zip archive that @path leads into, the next one:
 * before the second slash of "papers/19.zip/cabinet.pdf".  NULL for none. */
const char *mb_conf_archive_end(const char *path);

#endif
