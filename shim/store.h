/* store: a database being written.
 * In: struct mb_item (base/item.h), or segments of them (segments.h).
 * Out: a Xapian database on disk.
 * Called by the indexer; one writer at a time (base/layout.h has the lock).
 *
 * Besides items a database holds one document for each paper that was read
 * (struct mb_paper_state), so that the next run knows what is new, and one
 * document that says what the database is (format, language). */
#ifndef MB_SHIM_STORE_H
#define MB_SHIM_STORE_H

#include <glib.h>

#include "base/item.h"
#include "shim/fence.h"

G_BEGIN_DECLS

struct mb_store;

/* What is remembered of a paper. */
struct mb_paper_state {
	char *path; /* as absolute path */
	guint64 n_bytes;
	gint64 mtime_us;       /* microseconds since 1970 */
	char *sha256;          /* of its content, hex */
	char *made_by;         /* mb_conf_fingerprint() of the run that read it */
	char *type;            /* "pdf", "markdown" …; NULL when not known */
	char *status;          /* "read", "failed", "not searchable" */
	char *reason;          /* for people, when it is not "read"; NULL */
	guint n_items;         /* items of it in this database */
	guint n_pages;         /* 0 for formats without pages */
	guint n_scanned_pages; /* of them without text */
	guint64 n_text_bytes;  /* text in those items */
	gboolean in_both;      /* both databases of the index know of it */
	char *sittings;        /* JSON lines of what it says of meetings, as far
	                        * as this database may know (base/sitting.h);
	                        * NULL: nothing */
};
struct mb_paper_state *
mb_paper_state_copy(const struct mb_paper_state *state) MB_NOEXCEPT;
void mb_paper_state_free(struct mb_paper_state *state) MB_NOEXCEPT;
typedef struct mb_paper_state mb_paper_state;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_paper_state, mb_paper_state_free)

/* Make a new database in @path, which must not exist.
 *   language  for words: mb_stem_new()
 *   returns   (transfer full) NULL on error
 *   error     MB_ERROR_IO, MB_ERROR_NOT_FOUND (language) */
struct mb_store *mb_store_create(const char *path, const char *language,
                                 GError **error) MB_NOEXCEPT;

/* Open an existing one for writing, with the language it was made with.
 *   error   MB_ERROR_NOT_FOUND, MB_ERROR_IO, MB_ERROR_CORRUPT,
 *           MB_ERROR_VERSION, MB_ERROR_BUSY */
struct mb_store *mb_store_open(const char *path, GError **error) MB_NOEXCEPT;

/* The same for a published one: what is committed is on the disk, also when the
 * power goes. */
struct mb_store *mb_store_open_published(const char *path,
                                         GError **error) MB_NOEXCEPT;

/* Xapian writes in destructors too, and where that fails, as on a full disk, it
 * can't but end the program: @end is called then, and must end it.  What is
 * published is whole. */
void mb_store_at_end(void (*end)(void)) MB_NOEXCEPT;

/* Closes without committing what was not committed. */
void mb_store_free(struct mb_store *store) MB_NOEXCEPT;
typedef struct mb_store mb_store;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_store, mb_store_free)

/* Transfer none. */
const char *mb_store_language(const struct mb_store *store) MB_NOEXCEPT;

/* Put an item in; it must have an id and a source.  Nothing is on disk before
 * mb_store_commit(): until then memory grows with every item, some thirty
 * times its text, so a long run commits now and then.
 * The id that the item asks for (item->id) may be taken:
 *  - by an item with the same first words: it is the same item read from
 *    another paper; its sources are joined and the longer text stays;
 *  - by an item with other words: both get their id with a suffix from a hash
 *    of their first words, whoever came first, and the bare id answers with
 *    either (mb_search_by_id()).
 *   error   MB_ERROR_IO, MB_ERROR_LIMIT (a record over 64 MiB) */
gboolean mb_store_put(struct mb_store *store, const struct mb_item *item,
                      GError **error) MB_NOEXCEPT;

/* Take a paper out: its state, and its items unless another paper holds them
 * too.  Items held by others lose this source; the paths of those others are
 * added to @others (of char *, transfer full) when it is not NULL: their text
 * may have been this paper's, so they should be read again.  So are those of
 * an item that shared its id with one that goes, and has it to itself now.
 * Nothing happens for a paper that is not there.
 *   error   MB_ERROR_IO, MB_ERROR_CORRUPT */
gboolean mb_store_drop_paper(struct mb_store *store, const char *path,
                             GPtrArray *others, GError **error) MB_NOEXCEPT;

gboolean mb_store_put_paper(struct mb_store *store,
                            const struct mb_paper_state *state,
                            GError **error) MB_NOEXCEPT;

/* NULL when the paper is unknown.  @error is set only on damage.
 * Transfer full. */
struct mb_paper_state *mb_store_get_paper(struct mb_store *store,
                                          const char *path,
                                          GError **error) MB_NOEXCEPT;

/* Every paper: char * path (owned) -> struct mb_paper_state (owned).
 * Transfer full, NULL on error. */
GHashTable *mb_store_papers(struct mb_store *store, GError **error) MB_NOEXCEPT;

/* Items in the database. */
guint mb_store_n_items(struct mb_store *store) MB_NOEXCEPT;

/* Write out what was put in and taken out.  It survives the end of the program;
 * a power cut only when the database is a published one. */
gboolean mb_store_commit(struct mb_store *store, GError **error) MB_NOEXCEPT;

/* Put in what lies in the folders of segments (segments.h), as mb_store_put()
 * and mb_store_put_paper() would, one after the other: for few items, into a
 * database that may be a published one.  Its readers see nothing of it before
 * mb_store_commit(), and then all of it.
 *   folders  of char *, of folders that mb_segments_finish() was called for
 *   error    MB_ERROR_IO, MB_ERROR_CORRUPT, MB_ERROR_LIMIT */
gboolean mb_store_append(struct mb_store *store, GPtrArray *folders,
                         GError **error) MB_NOEXCEPT;

/* Commit, and write the database and what lies in the folders of segments
 * compactly into @path, which must not exist: the same items as after
 * mb_store_append(), but what was deleted is gone from the files.  Items and
 * papers whose ids are asked for more than once go through @store, so it must
 * not be a published database; store and folders are of no use afterwards.
 *   folders  as above; NULL: none
 *   error    as above */
gboolean mb_store_merge(struct mb_store *store, GPtrArray *folders,
                        const char *path, GError **error) MB_NOEXCEPT;

/* The language of a database that is not open for writing.  Transfer full.
 *   error   MB_ERROR_IO, MB_ERROR_CORRUPT */
char *mb_store_read_language(const char *path, GError **error) MB_NOEXCEPT;

/* The papers of a database that is not open for writing: for a run that finds
 * nothing to do.  As mb_store_papers().
 *   error   MB_ERROR_IO, MB_ERROR_CORRUPT */
GHashTable *mb_store_read_papers(const char *path, GError **error) MB_NOEXCEPT;

G_END_DECLS

#endif
