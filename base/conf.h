/* conf: the configuration, minutebook.conf (minutebook.conf(5)).
 * In: a GKeyFile.  Out: struct mb_conf, read by the indexer and the query side.
 * A missing file is an empty configuration; a damaged one is an error. */
#ifndef MB_BASE_CONF_H
#define MB_BASE_CONF_H

#include <glib.h>

struct mb_conf;

/* Read the configuration.
 *   path    of the file, or NULL: INDEX/minutebook.conf, else
 *           $XDG_CONFIG_HOME/minutebook/minutebook.conf, else an empty one
 *   index   folder of the index, or NULL
 *   returns (transfer full) NULL on error
 *   error   MB_ERROR_IO when @path was given and can't be read,
 *           MB_ERROR_SYNTAX with file and key when it makes no sense (unknown
 *           groups and keys are errors too: a typing slip must not pass) */
struct mb_conf *mb_conf_load(const char *path, const char *index,
                             GError **error);
void mb_conf_free(struct mb_conf *conf);
typedef struct mb_conf mb_conf;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_conf, mb_conf_free)

/* [council] name=; NULL when not set.  Transfer none. */
const char *mb_conf_council(const struct mb_conf *conf);

/* [index] language=, a libstemmer name or code ("english", "en", "none");
 * "english" when not set.  Transfer none. */
const char *mb_conf_language(const struct mb_conf *conf);

/* [papers] FOLDER=URL: where the paper at @path is published, percent-encoded,
 * with #page=N when @page_no is not 0.  The longest FOLDER that is a whole
 * leading part of the absolute path wins.  NULL when it is not published
 * anywhere known.  A paper in a zip archive is published as the archive.
 * Only http and https URLs are accepted by mb_conf_load().
 * Transfer full. */
char *mb_conf_paper_url(const struct mb_conf *conf, const char *path,
                        guint page_no);

/* [committees] NAME=ALIAS;ALIAS: the name a committee goes by, for any of its
 * aliases, compared without case; @name itself when none is set.
 * Transfer none. */
const char *mb_conf_committee(const struct mb_conf *conf, const char *name);

/* The other names of the committee @name; NULL-terminated, may be empty.
 * Transfer none. */
const char *const *mb_conf_aliases(const struct mb_conf *conf,
                                   const char *name);

/* [successors] OLD=NEW;…;DATE: what became of a committee. */
struct mb_succession {
	char *name;       /* by the name that the configuration gives it */
	char **next;      /* likewise; never empty */
	guint32 from_ymd; /* 0: no date is given */
};

/* All of them: of struct mb_succession.  Transfer none. */
const GPtrArray *mb_conf_successions(const struct mb_conf *conf);

enum mb_forced { MB_FORCED_NOT, MB_FORCED_OPEN, MB_FORCED_EXEMPT };

/* [exempt] open=GLOB;… exempt=GLOB;…: what the configuration says of the
 * paper at @path, or of the zip archive it is in.  exempt= wins over open=. */
enum mb_forced mb_conf_forced(const struct mb_conf *conf, const char *path);

/* [exempt] words=WORDS;…: further wordings that mark a paper as exempt.
 * Transfer none, NULL-terminated, may be empty. */
const char *const *mb_conf_exempt_words(const struct mb_conf *conf);

/* [convert] TYPE=COMMAND: the command that makes papers of a type without a
 * reader ("doc", "rtf") into ones that have, as words; a word holds "%i".  NULL
 * when there is none.  Transfer none. */
const char *const *mb_conf_converter(const struct mb_conf *conf,
                                     const char *type);

/* Files hold items, not papers (minutebook-index --items): not said by the file
 * but by the command line, and asked where the configuration is. */
void mb_conf_expect_items(struct mb_conf *conf);
gboolean mb_conf_expects_items(const struct mb_conf *conf);

/* Pages that are pictures are read (minutebook-index --ocr), of any paper: the
 * same holds for it. */
void mb_conf_ask_ocr(struct mb_conf *conf);
gboolean mb_conf_asks_ocr(const struct mb_conf *conf);

/* What decides which items a paper gives, apart from the paper: the program's
 * version, whether it is one, [council], [committees], [convert] and [exempt]
 * words, as a hash of 64 hex digits.  A paper that was read under another one
 * is read again. Transfer none. */
const char *mb_conf_fingerprint(const struct mb_conf *conf);

/* [server] title=, heading of the search page; "Committee papers" when not set.
 * Transfer none. */
const char *mb_conf_server_title(const struct mb_conf *conf);

#endif
