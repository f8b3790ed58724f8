/* dump: print what a step makes of papers; needs no index and writes nothing.
 * In: paths of papers, in the order given.  Out: standard output.
 * Called by minutebook-index.c for --dry-run and --dump. */
#ifndef MB_INDEXER_DUMP_H
#define MB_INDEXER_DUMP_H

#include <glib.h>

#include "base/conf.h"

enum mb_dump {
	MB_DUMP_JSONL, /* --dry-run: item documents, one JSON object a line */
	MB_DUMP_LINES,
	MB_DUMP_MEETINGS,
	MB_DUMP_ITEMS,
	MB_DUMP_ATTENDANCE,
	MB_DUMP_FRONT, /* as --dry-run, what stands outside the items */
};

/* The step that --dump=@name prints.  FALSE when there is no such step. */
gboolean mb_dump_from_name(const char *name, enum mb_dump *dump);

/* Print step @dump of each paper; folders are walked.  A bad paper gets a line
 * on standard error, and the next is tried.
 *   paths    NULL-terminated
 *   index    folder of the index, passed over
 *   returns  the program's exit status: 0, 1 some papers failed, 2 all did, or
 *            nothing could be printed */
int mb_dump_papers(char *const *paths, const char *index, enum mb_dump dump,
                   const struct mb_conf *conf);

#endif
