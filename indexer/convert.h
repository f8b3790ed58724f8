/* convert: a paper of a type without a reader, made into one that has.
 * In: its bytes, and the command that [convert] names for its type.  Out: what
 * the command made of it.  Called by supervise.c, for a reader
 * that may start nothing, and by dump.c.
 *
 * The command is run without a shell, in a scratch folder of its own, with an
 * empty environment and limits, and nothing that it starts outlives it
 * (guard.h). */
#ifndef MB_INDEXER_CONVERT_H
#define MB_INDEXER_CONVERT_H

#include <glib.h>

/* A command that takes longer is ended.  A test has no time for that. */
#ifndef MB_CONVERT_MAX_SECONDS
#define MB_CONVERT_MAX_SECONDS 60
#endif

/* What it may give out.  Nor has it for that. */
#ifndef MB_CONVERT_MAX_BYTES
#define MB_CONVERT_MAX_BYTES (128u * 1024 * 1024)
#endif

/* Address space of each of its processes; an office program takes 2 GB. */
#define MB_CONVERT_MAX_MEMORY (4096ull * 1024 * 1024)

/* Convert a paper.
 *   type     of mb_sniff(): "doc", "rtf" …; the input is called paper.TYPE
 *   command  of mb_conf_converter(): %i in its words is the input, %o the
 * output and %% a percent sign.  Without %o the output is what is printed; else
 * it is the file of that name, or the only one in the folder of that name
 *   stop_fd  when something can be read from this, it is given up; -1: none
 *   returns  the output, open for reading, never empty; -1 on error
 *   error    MB_ERROR_FORMAT: the command failed, or took too long, or gave out
 *            nothing; MB_ERROR_IO: it can't be run */
int mb_convert(const char *type, const char *const *command, GBytes *content,
               int stop_fd, GError **error);

#endif
