/* What a process in the sandbox can't do, each by trying it, and what it still
 * can. */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/link.h"
#include "indexer/sandbox.h"
#include "indexer/worker-reader.h"
#include "tests/unit/test.h"

#define EXIT_DENIED  10
#define EXIT_ALLOWED 11
#define EXIT_NO_BOX  12
#define MEGABYTE     (1024 * 1024)

/* What the process has: it may read the one and write to the other. */
static int paper_fd;
static int out_fd;
static int other_fd;
static pid_t other_pid;

static gboolean
try_open(void)
{
	return open("/etc/passwd", O_RDONLY) >= 0;
}

static gboolean
try_create(void)
{
	return open("/tmp/minutebook-test-sandbox", O_WRONLY | O_CREAT, 0600) >=
	       0;
}

static gboolean
try_look(void)
{
	struct stat st;

	return stat("/etc/passwd", &st) == 0;
}

static gboolean
try_look_as_fstat_does(void)
{
	struct stat st;

	return fstatat(paper_fd, "/etc/passwd", &st, AT_EMPTY_PATH) == 0;
}

static gboolean
try_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0;
}

static gboolean
try_local_socket(void)
{
	return socket(AF_UNIX, SOCK_STREAM, 0) >= 0;
}

static gboolean
try_exec(void)
{
	return execl("/bin/true", "true", NULL) == 0;
}

static gboolean
try_fork(void)
{
	return fork() >= 0;
}

static gboolean
try_write_elsewhere(void)
{
	return write(other_fd, "x", 1) == 1;
}

static gboolean
try_write_to_stderr(void)
{
	return write(STDERR_FILENO, "", 1) == 1;
}

static gboolean
try_dup_over_out(void)
{
	return dup2(other_fd, out_fd) == out_fd;
}

static gboolean
try_kill(void)
{
	return kill(other_pid, 0) == 0;
}

static gboolean
try_signal_thread(void)
{
	return syscall(SYS_tgkill, other_pid, other_pid, 0) == 0;
}

static gboolean
try_ptrace(void)
{
	return ptrace(PTRACE_ATTACH, other_pid, NULL, NULL) == 0;
}

static gboolean
try_unlink(void)
{
	return unlink("/tmp/minutebook-test-none") == 0 || errno != EPERM;
}

static gboolean
try_raise_limit(void)
{
	struct rlimit both = { RLIM_INFINITY, RLIM_INFINITY };

	return setrlimit(RLIMIT_FSIZE, &both) == 0;
}

static const struct {
	const char *name;
	gboolean (*try)(void);
} denied[] = {
	{ "open a file", try_open },
	{ "make a file", try_create },
	{ "look at a file", try_look },
	{ "look at a file by another way", try_look_as_fstat_does },
	{ "connect to the network", try_socket },
	{ "connect to a local service", try_local_socket },
	{ "start a program", try_exec },
	{ "start a process", try_fork },
	{ "write to another descriptor", try_write_elsewhere },
	{ "write to standard error", try_write_to_stderr },
	{ "put another file in its output's place", try_dup_over_out },
	{ "signal another process", try_kill },
	{ "signal another process's thread", try_signal_thread },
	{ "trace another process", try_ptrace },
	{ "remove a file", try_unlink },
	{ "lift a limit", try_raise_limit },
};

static gboolean
can_read(void)
{
	char byte;

	return read(paper_fd, &byte, 1) == 1;
}

static gboolean
can_write(void)
{
	return write(out_fd, "x", 1) == 1;
}

static gboolean
can_allocate(void)
{
	char *large = g_try_malloc(64 * MEGABYTE);

	if (large)
		memset(large, 1, 64 * MEGABYTE);
	g_free(large);
	return large != NULL;
}

static gboolean
can_convert(void)
{
	g_autofree char *text =
	    g_convert("a\0b\0", 4, "UTF-8", "UTF-16LE", NULL, NULL, NULL);

	return g_strcmp0(text, "ab") == 0;
}

static gboolean
can_match(void)
{
	return g_regex_match_simple("^a+$", "aaa", G_REGEX_OPTIMIZE, 0);
}

static const struct {
	const char *name;
	gboolean (*try)(void);
} possible[] = {
	{ "read its paper", can_read },  { "write its answer", can_write },
	{ "take memory", can_allocate }, { "convert text", can_convert },
	{ "match patterns", can_match },
};

/* How a process in the sandbox that calls @try ends. */
static int
status_of(gboolean (*try)(void))
{
	int status = 0;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		mb_sandbox_preload();
		mb_sandbox_limit(60, MB_SANDBOX_MAX_MEMORY);
		if (!mb_sandbox_enter(out_fd, NULL))
			_exit(EXIT_NO_BOX);
		_exit(try() ? EXIT_ALLOWED : EXIT_DENIED);
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	return status;
}

static void
test_denied(void **state)
{
#ifdef __SANITIZE_ADDRESS__
	skip();
#endif
	for (gsize i = 0; i < G_N_ELEMENTS(denied); i++) {
		int status = status_of(denied[i].try);

		if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_DENIED)
			fail_msg("%s: status %x", denied[i].name, status);
	}
}

/* What is tried is possible outside: or the sandbox would not be what denies
 * it. */
static void
test_possible_outside(void **state)
{
	assert_true(try_open());
	assert_true(try_look());
	assert_true(try_socket());
	assert_true(try_local_socket());
	assert_true(try_write_elsewhere());
	assert_true(try_kill());
	assert_true(try_signal_thread());
}

static void
test_possible(void **state)
{
	for (gsize i = 0; i < G_N_ELEMENTS(possible); i++) {
		int status = status_of(possible[i].try);

		if (!WIFEXITED(status) || WEXITSTATUS(status) != EXIT_ALLOWED)
			fail_msg("%s: status %x", possible[i].name, status);
	}
}

static gboolean
call_abort(void)
{
	abort();
}

#ifndef __SANITIZE_ADDRESS__
static gboolean
take_too_much(void)
{
	return g_try_malloc(MB_SANDBOX_MAX_MEMORY) != NULL;
}
#endif

/* A crash is told as what it is. */
static void
test_crash(void **state)
{
	int status = status_of(call_abort);

	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGABRT);
}

static void
test_limits(void **state)
{
	int status;
	pid_t pid = fork();

	assert_true(pid >= 0);
	if (pid == 0) {
		mb_sandbox_limit(1, 0);
		for (;;)
			;
	}
	assert_int_equal(waitpid(pid, &status, 0), pid);
	assert_true(WIFSIGNALED(status));
#ifndef __SANITIZE_ADDRESS__
	status = status_of(take_too_much);
	assert_true(WIFEXITED(status));
	assert_int_equal(WEXITSTATUS(status), EXIT_DENIED);
#endif
}

/* The reader that papers are given to is in the sandbox before it has one, and
 * reads it there. */
static void
test_reader(void **state)
{
	g_autoptr(mb_conf) conf = mb_conf_load("/dev/null", NULL, NULL);
	char *folder = test_folder_new();
	g_autofree char *path =
	    test_write(folder, "a.txt", "1. APOLOGIES\n\nNone.\n");
	g_autofree char *file = NULL, *status = NULL;
	g_autoptr(GVariant) answer = NULL;
	g_autoptr(mb_link) link = NULL;
	int ends[2], paper = open(path, O_RDONLY);
	pid_t pid;

	assert_int_equal(socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
	pid = fork();
	if (pid == 0)
		mb_worker_reader(ends[1], conf);
	close(ends[1]);
	link = mb_link_new(ends[0]);
	mb_link_send(link, g_variant_new("(^ay^ayb)", path, "", FALSE), paper);
	answer = mb_link_receive(link, MB_READER_ANSWER_TYPE, NULL);
	assert_non_null(answer);
	file = g_strdup_printf("/proc/%d/status", (int)pid);
	assert_true(g_file_get_contents(file, &status, NULL, NULL));
#ifndef __SANITIZE_ADDRESS__
	assert_non_null(strstr(status, "\nSeccomp:\t2\n"));
	assert_non_null(strstr(status, "\nNoNewPrivs:\t1\n"));
#endif
	kill(pid, SIGKILL);
	waitpid(pid, NULL, 0);
	close(paper);
	test_folder_free(folder);
}

static int
set_up(void **state)
{
	int ends[2];

	paper_fd = open("/dev/zero", O_RDONLY);
	if (paper_fd < 0 || pipe(ends) != 0)
		return -1;
	out_fd = ends[1];
	other_fd = open("/dev/null", O_WRONLY);
	other_pid = getpid();
	return other_fd < 0 ? -1 : 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_denied),
		cmocka_unit_test(test_possible_outside),
		cmocka_unit_test(test_possible),
		cmocka_unit_test(test_crash),
		cmocka_unit_test(test_limits),
		cmocka_unit_test(test_reader),
	};

	return cmocka_run_group_tests(tests, set_up, NULL);
}
