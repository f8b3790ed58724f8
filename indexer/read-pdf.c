#include "base/error.h"
#include "indexer/reader.h"

gboolean
mb_read_pdf(GBytes *content, struct mb_lines *lines, GError **error)
{
	(void)content;
	(void)lines;
	g_set_error(error, MB_ERROR, MB_ERROR_FORMAT,
		    "this reader is not built yet");
	return FALSE;
}
