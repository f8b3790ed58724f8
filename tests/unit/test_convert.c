/* Converters that work, fail, hang, flood and leave things behind: a paper is
 * made of what they give out, or there is a reason that names them, and nothing
 * of them stays. */
#include <sched.h>
#include <signal.h>
#include <string.h>
#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/error.h"
#include "indexer/convert.h"
#include "tests/unit/test.h"

/* Run a line of sh over the bytes "old"; $0 is the input, $1 the output.
 * Transfer full. */
static char *
convert_by(const char *line, gboolean to_file, int stop_fd, GError **error)
{
	const char *const command[] = {
		"sh", "-c", line, "%i", to_file ? "%o" : NULL, NULL
	};
	g_autoptr(GBytes) content = g_bytes_new_static("old", 3);
	int fd = mb_convert("doc", command, content, stop_fd, error);
	char text[100];
	gssize n;

	if (fd < 0)
		return NULL;
	n = read(fd, text, sizeof(text));
	close(fd);
	assert_true(n > 0);
	return g_strndup(text, (gsize)n);
}

static void
what_it_gives_out_is_taken(void **state)
{
	static const struct {
		const char *line;
		gboolean to_file;
		const char *want;
	} rows[] = {
		{ "cat \"$0\"; printf ' and new'", FALSE, "old and new" },
		{ "cp \"$0\" \"$1\"; echo no", TRUE, "old" },
		{ "mkdir \"$1\"; cp \"$0\" \"$1/any.txt\"", TRUE, "old" },
		{ "printf %s \"${0##*/}\"", FALSE, "paper.doc" },
		{ "printf %s \"${HOME:+home}\"", FALSE, "home" },
		{ "test \"$PWD\" = \"$HOME\" && printf own", FALSE, "own" },
		{ "cat; printf end", FALSE, "end" },
		{ "printf %s \"$MINUTEBOOK_INDEX-\"", FALSE, "-" },
		{ "ls /proc/self/fd | tr -d '\\n'", FALSE, "0123" },
		{ "printf x; ulimit -c", FALSE, "x0\n" },
		{ "printf 'done'; sleep 100 &", FALSE, "done" },
	};

	g_setenv("MINUTEBOOK_INDEX", "a secret", TRUE);
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *got =
		    convert_by(rows[i].line, rows[i].to_file, -1, &error);

		if (!got)
			fail_msg("%s: %s", rows[i].line, error->message);
		assert_string_equal(got, rows[i].want);
	}
}

static void
what_goes_wrong_has_a_reason(void **state)
{
	static const struct {
		const char *line;
		gboolean to_file;
		const char *reason;
	} rows[] = {
		{ "exit 3", FALSE, "failed with status 3" },
		{ "echo text; exit 1", FALSE, "failed with status 1" },
		{ "kill -9 $$", FALSE, "was ended by a signal (Killed)" },
		{ "exit 127", FALSE, "can't be started" },
		{ ":", FALSE, "gave out nothing" },
		{ "echo text", TRUE, "gave out nothing" },
		{ "ln -s /etc/passwd \"$1\"", TRUE, "gave out nothing" },
		{ "mkfifo \"$1\"", TRUE, "gave out nothing" },
		{ "mkdir \"$1\"; echo >\"$1/a\"; echo >\"$1/b\"", TRUE,
		  "gave out nothing" },
		{ "sleep 100", FALSE, "takes too long" },
		{ "trap '' TERM INT; sleep 100 & wait", FALSE,
		  "takes too long" },
		{ "exec >&-; sleep 100", FALSE, "takes too long" },
		{ "exec cat /dev/zero", FALSE,
		  "was ended by a signal (File size limit exceeded)" },
	};

	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(GError) error = NULL;
		g_autofree char *want =
		    g_strdup_printf("the converter \"sh\" %s", rows[i].reason);
		g_autofree char *got =
		    convert_by(rows[i].line, rows[i].to_file, -1, &error);

		if (got)
			fail_msg("%s: no error", rows[i].line);
		assert_string_equal(error->message, want);
	}
}

static void
a_file_that_grows_without_end_is_cut_off(void **state)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *got =
	    convert_by("cat /dev/zero >\"$1\"", TRUE, -1, &error);

	assert_null(got);
	assert_non_null(strstr(error->message, "failed with status"));
}

static void
a_program_that_is_not_there_is_not_the_papers_fault(void **state)
{
	const char *const command[] = { "minutebook-no-such-program", "%i",
		                        NULL };
	g_autoptr(GBytes) content = g_bytes_new_static("old", 3);
	g_autoptr(GError) error = NULL;

	assert_int_equal(mb_convert("doc", command, content, -1, &error), -1);
	assert_true(g_error_matches(error, MB_ERROR, MB_ERROR_IO));
}

static void
it_ends_when_asked(void **state)
{
	g_autoptr(GError) error = NULL;
	int ends[2];

	assert_int_equal(pipe(ends), 0);
	assert_int_equal(write(ends[1], "x", 1), 1);
	assert_null(convert_by("sleep 100", FALSE, ends[0], &error));
	close(ends[0]);
	close(ends[1]);
	assert_non_null(strstr(error->message, "was stopped"));
}

/* One that has ended and that nobody has asked after is not. */
static gboolean
is_running(const char *pid)
{
	g_autofree char *path = g_build_filename("/proc", pid, "stat", NULL);
	g_autofree char *stat = NULL;

	assert_true(g_ascii_strtoull(pid, NULL, 10) > 1);
	return g_file_get_contents(path, &stat, NULL, NULL) &&
	       !strstr(stat, ") Z ");
}

/* A process that was killed may need a while on a busy machine. */
static void
assert_ends(const char *pid)
{
	for (guint i = 0; i < 1000 && is_running(pid); i++)
		g_usleep(G_USEC_PER_SEC / 100);
	assert_false(is_running(pid));
}

static gboolean
is_empty(const char *folder)
{
	GDir *left = g_dir_open(folder, 0, NULL);
	gboolean empty = !g_dir_read_name(left);

	g_dir_close(left);
	return empty;
}

/* Neither files nor processes, however it ended. */
static void
nothing_stays(void **state)
{
	const char *folder = *state;
	const char *const lines[] = {
		"mkdir -p a/b; touch a/b/c; sleep 1000 & echo $!; echo ok",
		"(setsid sh -c 'echo $$; exec sleep 1000' &); sleep 0.2",
		"mkdir -p a/b; sleep 1000 & echo $! >\"$TMPDIR/../pid\"; wait",
	};
	g_autofree char *pid_file = g_build_filename(folder, "pid", NULL);
	g_autofree char *pid = NULL;

	for (gsize i = 0; i < G_N_ELEMENTS(lines); i++) {
		pid = convert_by(lines[i], FALSE, -1, NULL);
		assert_int_equal(pid != NULL, i < 2);
		if (pid)
			*strchr(pid, '\n') = '\0';
		else
			assert_true(
			    g_file_get_contents(pid_file, &pid, NULL, NULL));
		assert_ends(g_strchomp(pid));
		g_clear_pointer(&pid, g_free);
	}
	assert_int_equal(g_unlink(pid_file), 0);
	assert_true(is_empty(folder));
}

/* The run that is killed while a converter works takes that and its files with
 * it. */
static void
nothing_outlives_a_killed_run(void **state)
{
	const char *folder = *state;
	g_autofree char *pid_file = g_build_filename(folder, "pid", NULL);
	g_autofree char *pid = NULL;
	pid_t run = fork();

	if (run == 0) {
		convert_by("echo $$ >\"$TMPDIR/../pid.new\"; "
		           "mv \"$TMPDIR/../pid.new\" \"$TMPDIR/../pid\"; "
		           "setsid sleep 3 & setsid sleep 3",
		           FALSE, -1, NULL);
		_exit(0);
	}
	while (!g_file_get_contents(pid_file, &pid, NULL, NULL))
		g_usleep(G_USEC_PER_SEC / 100);
	kill(run, SIGKILL);
	assert_int_equal(waitpid(run, NULL, 0), run);
	assert_ends(g_strchomp(pid));
	assert_int_equal(g_unlink(pid_file), 0);
	for (guint i = 0; i < 1000 && !is_empty(folder); i++)
		g_usleep(G_USEC_PER_SEC / 100);
	assert_true(is_empty(folder));
}

/* Where /proc is not mounted nobody is waited for who can't be found. */
static void
it_ends_without_proc(void **state)
{
	int status;
	pid_t run = fork();

	if (run == 0) {
		if (unshare(CLONE_NEWNS) != 0 ||
		    mount("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
		    mount("none", "/proc", "tmpfs", 0, NULL) != 0)
			_exit(77);
		alarm(20);
		convert_by("sleep 60 & echo read", FALSE, -1, NULL);
		_exit(0);
	}
	assert_int_equal(waitpid(run, &status, 0), run);
	if (WIFEXITED(status) && WEXITSTATUS(status) == 77)
		skip();
	assert_int_equal(status, 0);
}

/* GLib asks for it once, so it is set before all else. */
static int
set_up(void **state)
{
	char *folder = g_strdup("/tmp/minutebook-test-XXXXXX");

	*state = g_mkdtemp(folder);
	return *state && g_setenv("TMPDIR", folder, TRUE) ? 0 : -1;
}

static int
tear_down(void **state)
{
	test_folder_free(*state);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(what_it_gives_out_is_taken),
		cmocka_unit_test(what_goes_wrong_has_a_reason),
		cmocka_unit_test(a_file_that_grows_without_end_is_cut_off),
		cmocka_unit_test(
		    a_program_that_is_not_there_is_not_the_papers_fault),
		cmocka_unit_test(it_ends_when_asked),
		cmocka_unit_test(nothing_stays),
		cmocka_unit_test(nothing_outlives_a_killed_run),
		cmocka_unit_test(it_ends_without_proc),
	};

	return cmocka_run_group_tests_name("convert", tests, set_up, tear_down);
}
