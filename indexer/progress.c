#include "indexer/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Redrawing the bar more often than this only costs time. */
#define REDRAW_US     (G_USEC_PER_SEC / 10)
#define BAR_WIDTH     40
#define MIN_BAR_WIDTH 5
#define DEFAULT_WIDTH 80
#define CLEAR_LINE    "\r\033[K"

struct mb_progress {
	guint n_papers;
	guint n_done;
	gboolean verbose;
	gint64 drawn_us;
};

/* Whether a bar stands on the last line of the terminal: messages have to take
 * it away first. */
static gboolean bar_is_drawn;

char *
mb_progress_safe(const char *text)
{
	g_autofree char *valid = g_utf8_make_valid(text, -1);
	GString *safe = g_string_sized_new(strlen(valid));
	const char *p;

	for (p = valid; *p; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		g_string_append_unichar(safe, g_unichar_isprint(c) ? c : '?');
	}
	return g_string_free(safe, FALSE);
}

static void
clear_bar(void)
{
	if (bar_is_drawn)
		fputs(CLEAR_LINE, stderr);
	bar_is_drawn = FALSE;
}

void
mb_progress_complain(const char *paper, const char *reason)
{
	g_autofree char *safe_paper = paper ? mb_progress_safe(paper) : NULL;
	g_autofree char *safe_reason = mb_progress_safe(reason);

	clear_bar();
	fprintf(stderr, "minutebook-index: %s%s%s\n",
	        safe_paper ? safe_paper : "", safe_paper ? ": " : "",
	        safe_reason);
}

struct mb_progress *
mb_progress_new(guint n_papers, gboolean verbose)
{
	struct mb_progress *progress = g_new0(struct mb_progress, 1);

	progress->n_papers = n_papers;
	progress->verbose = verbose;
	return progress;
}

/* Columns of the terminal; it may be made wider or narrower at any time. */
static gsize
terminal_width(void)
{
	struct winsize size;

	if (ioctl(STDERR_FILENO, TIOCGWINSZ, &size) != 0 || size.ws_col == 0)
		return DEFAULT_WIDTH;
	return size.ws_col;
}

/* "[####....] ", or as much of it as leaves room for @n_columns behind it. */
static char *
make_bar(const struct mb_progress *progress, gsize n_columns)
{
	gsize room = terminal_width();
	gsize width, n_full;
	char *bar;

	if (room < n_columns + MIN_BAR_WIDTH + strlen("[] "))
		return g_strdup("");
	width = MIN(room - n_columns - strlen("[] "), BAR_WIDTH);
	n_full = width;
	if (progress->n_papers > 0)
		n_full =
		    MIN(width, width * progress->n_done / progress->n_papers);
	bar = g_strnfill(width + strlen("[] "), '.');
	bar[0] = '[';
	memset(bar + 1, '#', n_full);
	memcpy(bar + 1 + width, "] ", strlen("] "));
	return bar;
}

/* A line that wraps can't be taken away again: it is cut before that. */
static void
draw_bar(struct mb_progress *progress, const char *words)
{
	g_autofree char *text =
	    g_strdup_printf("%u of %u papers%s%s", progress->n_done,
	                    progress->n_papers, *words ? ", " : "", words);
	/* The last column is left free: some terminals wrap when it is
	 * filled. */
	g_autofree char *bar = make_bar(progress, strlen(text) + 1);
	int room = (int)(terminal_width() - strlen(bar)) - 1;

	fprintf(stderr, CLEAR_LINE "%s%.*s", bar, MAX(room, 0), text);
	fflush(stderr);
	bar_is_drawn = TRUE;
	progress->drawn_us = g_get_monotonic_time();
}

static gboolean
has_bar(const struct mb_progress *progress)
{
	return !progress->verbose && isatty(STDERR_FILENO);
}

void
mb_progress_paper(struct mb_progress *progress, const char *paper,
                  const char *what)
{
	progress->n_done++;
	if (progress->verbose) {
		g_autofree char *safe = mb_progress_safe(paper);

		printf("%s: %s\n", safe, what);
		fflush(stdout);
	} else if (has_bar(progress) &&
	           g_get_monotonic_time() - progress->drawn_us > REDRAW_US) {
		draw_bar(progress, "");
	}
}

void
mb_progress_stage(struct mb_progress *progress, const char *stage)
{
	if (has_bar(progress))
		draw_bar(progress, stage);
}

void
mb_progress_free(struct mb_progress *progress)
{
	clear_bar();
	g_free(progress);
}
