#include "query/output.h"

#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"

/* errno of the first write that failed. */
static int write_errno;

/* A pager is started once there is more than a screen to show: until then
 * what is written is held. */
static struct {
	GString *held; /* NULL: nothing is */
	guint n_lines; /* of it */
	FILE *to;      /* NULL: no pager runs */
	GPid pid;
} pager;

gboolean
mb_output_wants_color(void)
{
	const char *no_color = g_getenv("NO_COLOR");
	const char *term = g_getenv("TERM");

	if (no_color != NULL && no_color[0] != '\0')
		return FALSE;
	return isatty(STDOUT_FILENO) && term != NULL && *term != '\0' &&
	       strcmp(term, "dumb") != 0;
}

static struct winsize
terminal_size(void)
{
	struct winsize size = { 0 };

	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		size.ws_col = 80;
	if (size.ws_row == 0)
		size.ws_row = 24;
	return size;
}

guint
mb_output_width(void)
{
	return isatty(STDOUT_FILENO) ? terminal_size().ws_col : 0;
}

static const char *
pager_command(void)
{
	const char *command = g_getenv("PAGER");

	return command != NULL ? command : "less";
}

void
mb_output_use_pager(void)
{
	if (isatty(STDOUT_FILENO) && *pager_command() != '\0' &&
	    pager.held == NULL && pager.to == NULL)
		pager.held = g_string_new(NULL);
}

/* less(1) is asked to pass colours on and to leave the screen as it is. */
static gboolean
start_pager(void)
{
	g_auto(GStrv) argv = NULL;
	g_auto(GStrv) environment =
	    g_environ_setenv(g_get_environ(), "LESS", "FRX", FALSE);
	int fd;

	if (!g_shell_parse_argv(pager_command(), NULL, &argv, NULL) ||
	    !g_spawn_async_with_pipes(
		NULL, argv, environment,
		G_SPAWN_SEARCH_PATH | G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL,
		&pager.pid, &fd, NULL, NULL, NULL))
		return FALSE;
	pager.to = fdopen(fd, "w");
	/* Ctrl-C and leaving early are the pager's business. */
	signal(SIGINT, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	return TRUE;
}

/* The name that the C locale gives to ASCII. */
#define ASCII "ANSI_X3.4-1968"

/* @text in the locale's character set; NULL when that is UTF-8.  iconv has
 * question marks for letters with accents where there is ASCII only, GLib the
 * letters without. */
static char *
to_locale(const char *text, gsize n_bytes, gsize *n_out)
{
	const char *charset;
	g_autofree char *target = NULL;

	if (g_get_charset(&charset))
		return NULL;
	if (strcmp(charset, ASCII) == 0) {
		char *ascii = g_str_to_ascii(text, NULL);

		*n_out = strlen(ascii);
		return ascii;
	}
	target = g_strconcat(charset, "//TRANSLIT", NULL);
	return g_convert_with_fallback(text, (gssize)n_bytes, target, "UTF-8",
	                               "?", NULL, n_out, NULL);
}

static gboolean
put_now(const char *bytes, gsize n)
{
	if (write_errno != 0)
		return FALSE;
	if (fwrite(bytes, 1, n, pager.to != NULL ? pager.to : stdout) == n)
		return TRUE;
	write_errno = errno;
	return FALSE;
}

/* Write what is held. */
static gboolean
let_go(void)
{
	g_autoptr(GString) held = g_steal_pointer(&pager.held);

	return held == NULL || put_now(held->str, held->len);
}

static gboolean
put(const char *bytes, gsize n)
{
	if (pager.held == NULL)
		return put_now(bytes, n);
	g_string_append_len(pager.held, bytes, (gssize)n);
	for (gsize i = 0; i < n; i++)
		pager.n_lines += bytes[i] == '\n' ? 1 : 0;
	if (pager.n_lines < terminal_size().ws_row)
		return TRUE;
	start_pager();
	return let_go();
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
	let_go();
	if (fflush(stdout) != 0 && write_errno == 0)
		write_errno = errno;
	if (pager.to != NULL) {
		if (fclose(pager.to) != 0 && write_errno == 0)
			write_errno = errno;
		pager.to = NULL;
		waitpid(pager.pid, NULL, 0);
	}
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
	/* What could not be written is told when the program ends. */
	if (fflush(stdout) != 0 && write_errno == 0)
		write_errno = errno;
	fprintf(stderr, "minutebook: %s\n", local != NULL ? local : message);
}
