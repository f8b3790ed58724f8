#include "indexer/progress.h"

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

/* Redrawing the bar more often than this only costs time. */
#define REDRAW_US     (G_USEC_PER_SEC / 10)
#define BAR_WIDTH     20
#define MIN_BAR_WIDTH 5
#define DEFAULT_WIDTH 80
#define CLEAR_LINE    "\r\033[K"

/* What is left of a time shorter than this is a guess. */
#define MIN_TOLD_US (2 * G_USEC_PER_SEC)

struct mb_progress {
	guint n_papers;
	guint n_done;
	guint64 n_bytes;
	guint64 n_bytes_done;
	guint n_pages;
	guint n_items;
	gboolean verbose;
	gint64 started_us;
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
mb_progress_new(guint n_papers, guint64 n_bytes, gboolean verbose)
{
	struct mb_progress *progress = g_new0(struct mb_progress, 1);

	progress->n_papers = n_papers;
	progress->n_bytes = n_bytes;
	progress->started_us = g_get_monotonic_time();
	progress->verbose = verbose;
	return progress;
}

void
mb_progress_count(struct mb_progress *progress, guint64 n_bytes, guint n_pages,
                  guint n_items)
{
	progress->n_bytes_done += n_bytes;
	progress->n_pages += n_pages;
	progress->n_items += n_items;
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

/* ", 1:05 left", or nothing when that can't be told yet.  Transfer full. */
static char *
time_left(const struct mb_progress *progress)
{
	gint64 gone_us = g_get_monotonic_time() - progress->started_us;
	double fraction;
	guint seconds;

	if (gone_us < MIN_TOLD_US || progress->n_bytes_done == 0 ||
	    progress->n_bytes_done > progress->n_bytes)
		return g_strdup("");
	fraction = (double)progress->n_bytes_done / (double)progress->n_bytes;
	seconds =
	    (guint)((double)gone_us * (1 / fraction - 1) / G_USEC_PER_SEC);
	return g_strdup_printf(", %u:%02u left", seconds / 60, seconds % 60);
}

/* What has been read so far.  Transfer full. */
static char *
tell_read(const struct mb_progress *progress)
{
	g_autofree char *left = time_left(progress);

	return g_strdup_printf("%u of %u papers, %u pages, %u items%s",
	                       progress->n_done, progress->n_papers,
	                       progress->n_pages, progress->n_items, left);
}

/* A line that wraps can't be taken away again: it is cut before that. */
static void
draw_bar(struct mb_progress *progress, const char *text)
{
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
		g_autofree char *text = tell_read(progress);

		draw_bar(progress, text);
	}
}

void
mb_progress_stage(struct mb_progress *progress, const char *stage)
{
	g_autofree char *text = NULL;

	if (!has_bar(progress))
		return;
	text = g_strdup_printf("%u of %u papers, %s", progress->n_done,
	                       progress->n_papers, stage);
	draw_bar(progress, text);
}

void
mb_progress_free(struct mb_progress *progress)
{
	clear_bar();
	g_free(progress);
}
