#include "config.h"

#include "indexer/guard.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

/* The state and the parent of a process, "4711 (any name) S 4710 …", as
 * /proc/PID/stat has it.  TRUE for one of ours that still runs. */
static gboolean
is_running_child(const char *stat, pid_t parent)
{
	const char *rest = strrchr(stat, ')');
	gboolean is_there = rest && strlen(rest) > 4 && rest[2] != 'Z';

	return is_there &&
	       g_ascii_strtoll(rest + 4, NULL, 10) == (gint64)parent;
}

/* Kill the guard's children: those of the command that have ended already left
 * theirs to it.  FALSE when they can't be seen.
 *   n_killed  out: how many there were */
static gboolean
kill_children(guint *n_killed)
{
	GDir *processes = g_dir_open("/proc", 0, NULL);
	const char *name;

	*n_killed = 0;

	if (!g_file_test("/proc/self/stat", G_FILE_TEST_EXISTS))
		g_clear_pointer(&processes, g_dir_close);
	while (processes && (name = g_dir_read_name(processes))) {
		g_autofree char *path = NULL;
		g_autofree char *stat = NULL;

		if (!g_ascii_isdigit(*name))
			continue;
		path = g_build_filename("/proc", name, "stat", NULL);
		if (g_file_get_contents(path, &stat, NULL, NULL) &&
		    is_running_child(stat, getpid())) {
			kill((pid_t)g_ascii_strtoll(name, NULL, 10), SIGKILL);
			(*n_killed)++;
		}
	}
	if (processes)
		g_dir_close(processes);
	return processes != NULL;
}

/* Wait for @n children to end, or one that has when there are none to wait for.
 * FALSE when there are no more. */
static gboolean
await_ends(guint n)
{
	for (n = MAX(n, 1); n > 0;)
		if (waitpid(-1, NULL, 0) > 0)
			n--;
		else if (errno != EINTR)
			return FALSE;
	return TRUE;
}

/* Each that ends may leave more of them: until there are none.  Where /proc is
 * not mounted, the command's group goes; what left that is not waited for. */
static void
end_all(pid_t command)
{
	guint n_killed;

	do {
		if (kill_children(&n_killed))
			continue;
		if (command > 0)
			kill(-command, SIGKILL);
		return;
	} while (await_ends(n_killed));
}

/* The signals that a guard waits for. */
static sigset_t
awaited(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGCHLD);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGALRM);
	return set;
}

/* Wait for the command.
 *   returns  SIGCHLD when it has ended, else the signal that came before */
static int
await_command(pid_t command, int *status)
{
	const sigset_t set = awaited();

	for (;;) {
		int signal = sigwaitinfo(&set, NULL);
		pid_t ended;

		if (signal == SIGTERM || signal == SIGALRM)
			return signal;
		/* Others than the command may end, and one signal may stand
		 * for several. */
		while ((ended = waitpid(-1, status, WNOHANG)) > 0)
			if (ended == command)
				return SIGCHLD;
	}
}

/* End as the command did, so that waitpid() tells the same of the guard. */
G_NORETURN static void
end_like(int status)
{
	const struct rlimit none = { 0, 0 };
	sigset_t all;

	if (WIFSIGNALED(status)) {
		setrlimit(RLIMIT_CORE, &none);
		signal(WTERMSIG(status), SIG_DFL);
		sigfillset(&all);
		sigprocmask(SIG_UNBLOCK, &all, NULL);
		raise(WTERMSIG(status));
	}
	_exit(WIFEXITED(status) ? WEXITSTATUS(status) : 1);
}

/* The guard holds nothing of the writer's but the standard streams, and is told
 * when that dies. */
static void
prepare(const struct mb_guarded *guarded, pid_t writer)
{
	const sigset_t set = awaited();

	setpgid(0, 0);
	sigprocmask(SIG_BLOCK, &set, NULL);
	signal(SIGCHLD, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGALRM, SIG_DFL);
	close_range(STDERR_FILENO + 1, ~0u, 0);
	prctl(PR_SET_CHILD_SUBREAPER, 1);
	prctl(PR_SET_PDEATHSIG, SIGTERM);
	if (getppid() != writer)
		raise(SIGTERM);
	alarm(guarded->max_seconds);
}

G_NORETURN static void
guard(const struct mb_guarded *guarded, pid_t writer)
{
	const sigset_t set = awaited();
	int status = 0, cause;
	pid_t command;

	prepare(guarded, writer);
	command = fork();
	if (command == 0) {
		/* "kill 0" is not to reach the guard. */
		setpgid(0, 0);
		sigprocmask(SIG_UNBLOCK, &set, NULL);
		guarded->become(guarded->data);
	}
	cause = command < 0 ? SIGTERM : await_command(command, &status);
	end_all(command);
	if (getppid() != writer)
		guarded->clear(guarded->data);
	/* A command that dies of SIGALRM by itself was late too. */
	end_like(cause == SIGCHLD ? status : cause);
}

/* Wait for the guard's end; when asked to stop, have it end all. */
static gboolean
await_guard(pid_t pid, int process_fd, int stop_fd)
{
	struct pollfd fds[] = { { .fd = process_fd, .events = POLLIN },
		                { .fd = stop_fd, .events = POLLIN } };

	while (poll(fds, G_N_ELEMENTS(fds), -1) < 1)
		;
	if (fds[0].revents)
		return TRUE;
	kill(pid, SIGTERM);
	return FALSE;
}

enum mb_guard_end
mb_guard_run(const struct mb_guarded *guarded, int stop_fd, int *status)
{
	pid_t writer = getpid(), pid = fork();
	gboolean ended;
	int process_fd;

	*status = 0;
	if (pid == 0)
		guard(guarded, writer);
	if (pid < 0)
		return MB_GUARD_NOT_STARTED;
	process_fd = pidfd_open(pid, 0);
	ended = process_fd < 0 || await_guard(pid, process_fd, stop_fd);
	if (process_fd >= 0)
		close(process_fd);
	while (waitpid(pid, status, 0) < 0 && errno == EINTR)
		;
	if (ended && WIFSIGNALED(*status) && WTERMSIG(*status) == SIGALRM)
		return MB_GUARD_LATE;
	return ended ? MB_GUARD_ENDED : MB_GUARD_STOPPED;
}
