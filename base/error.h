/* error: the one error domain of minutebook and what each code means.
 * Used by every folder with GLib's GError. */
#ifndef MB_BASE_ERROR_H
#define MB_BASE_ERROR_H

#include <glib.h>

G_BEGIN_DECLS

#define MB_ERROR (mb_error_quark())

enum mb_error {
	MB_ERROR_IO,        /* a file or folder can't be read or written */
	MB_ERROR_FORMAT,    /* a paper or file is not what it claims to be */
	MB_ERROR_SYNTAX,    /* what the user wrote can't be understood */
	MB_ERROR_LIMIT,     /* a named limit was passed */
	MB_ERROR_NOT_FOUND, /* no such item, index, paper, field */
	MB_ERROR_BUSY,      /* somebody else is writing to the index */
	MB_ERROR_CHANGED,   /* the index was replaced under a reader: reopen */
	MB_ERROR_CORRUPT,   /* the index is damaged */
	MB_ERROR_VERSION,   /* the index is of another format */
	MB_ERROR_NO_TEXT,   /* a paper holds no text (a scan): not a failure */
	MB_ERROR_NO_READER, /* a type of file that has no reader: not one either */
	MB_ERROR_INTERNAL,  /* a library failed in a way it should not */
};

GQuark mb_error_quark(void);

G_END_DECLS

#endif
