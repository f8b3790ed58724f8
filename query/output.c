#include "query/output.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "base/error.h"

/* errno of the first write that failed. */
static int write_errno;

gboolean
mb_output_wants_color(void)
{
	const char *no_color = g_getenv("NO_COLOR");
	const char *term = g_getenv("TERM");

	if (no_color != NULL && no_color[0] != '\0')
		return FALSE;
	return isatty(STDOUT_FILENO) && term != NULL &&
	       strcmp(term, "dumb") != 0;
}

guint
mb_output_width(void)
{
	struct winsize size;

	if (!isatty(STDOUT_FILENO))
		return 0;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return 80;
	return size.ws_col;
}

/* @text in the locale's character set; NULL when that is UTF-8. */
static char *
to_locale(const char *text, gsize n_bytes, gsize *n_out)
{
	const char *charset;
	g_autofree char *target = NULL;

	if (g_get_charset(&charset))
		return NULL;
	target = g_strconcat(charset, "//TRANSLIT", NULL);
	return g_convert_with_fallback(text, (gssize)n_bytes, target, "UTF-8",
	                               "?", NULL, n_out, NULL);
}

static gboolean
put(const char *bytes, gsize n)
{
	if (write_errno != 0)
		return FALSE;
	if (fwrite(bytes, 1, n, stdout) == n)
		return TRUE;
	write_errno = errno;
	return FALSE;
}

gboolean
mb_output_write(GString *text, gboolean exact)
{
	gsize n = 0;
	g_autofree char *local =
	    exact ? NULL : to_locale(text->str, text->len, &n);
	gboolean good =
	    local != NULL ? put(local, n) : put(text->str, text->len);

	g_string_truncate(text, 0);
	return good;
}

gboolean
mb_output_close(GError **error)
{
	if (fflush(stdout) != 0 && write_errno == 0)
		write_errno = errno;
	if (write_errno == 0 || write_errno == EPIPE)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_IO,
	            "can't write to standard output: %s",
	            g_strerror(write_errno));
	return FALSE;
}

void
mb_output_complain(const char *format, ...)
{
	va_list args;
	g_autofree char *message = NULL;
	g_autofree char *local = NULL;
	gsize n = 0;

	va_start(args, format);
	message = g_strdup_vprintf(format, args);
	va_end(args);
	local = to_locale(message, strlen(message), &n);
	fflush(stdout);
	fprintf(stderr, "minutebook: %s\n", local != NULL ? local : message);
}
