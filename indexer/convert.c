#include "config.h"

#include "indexer/convert.h"

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "indexer/sandbox.h"

/* How the child says that the program could not be started, as shells do. */
#define EXIT_NOT_STARTED 127

/* How long it may take before somebody who wants to stop is heeded. */
#define POLL_MS 100

#define READ_BYTES (64u * 1024)

/* Folders in a scratch folder: more are not looked into at a time. */
#define MAX_OPEN_FOLDERS 16

/* One run of a command. */
struct run {
	const char *const *command;
	char *scratch;    /* folder of its own */
	char *input;      /* in it */
	char *output;     /* in it */
	gboolean to_file; /* the output is a file, not what is printed */
	pid_t pid;        /* also the group's */
	int fd;           /* what it prints */
	GByteArray *printed;
};

static char *
fill_in(const char *word, const struct run *run, gboolean *to_file)
{
	GString *out = g_string_new(NULL);

	for (; *word; word++) {
		if (*word != '%' || !word[1]) {
			g_string_append_c(out, *word);
			continue;
		}
		word++;
		if (*word == 'i')
			g_string_append(out, run->input);
		else if (*word == 'o')
			g_string_append(out, run->output);
		else if (*word == '%')
			g_string_append_c(out, '%');
		else
			g_string_append_printf(out, "%%%c", *word);
		*to_file = *to_file || *word == 'o';
	}
	return g_string_free(out, FALSE);
}

/* The command, file names filled in.  Transfer full. */
static char **
words_of(struct run *run)
{
	GStrvBuilder *words = g_strv_builder_new();
	char **filled;

	for (gsize i = 0; run->command[i]; i++) {
		g_autofree char *word =
		    fill_in(run->command[i], run, &run->to_file);

		g_strv_builder_add(words, word);
	}
	filled = g_strv_builder_end(words);
	g_strv_builder_unref(words);
	return filled;
}

static gboolean
failed(enum mb_error code, const struct run *run, const char *how,
       GError **error)
{
	g_set_error(error, MB_ERROR, code, "the converter \"%s\" %s",
	            run->command[0], how);
	return FALSE;
}

static gboolean
scratch_new(struct run *run, const char *type, GBytes *content, GError **error)
{
	g_autofree char *name = g_strconcat("paper.", type, NULL);
	gsize n_bytes;
	const char *bytes = g_bytes_get_data(content, &n_bytes);
	g_autoptr(GError) why = NULL;

	run->scratch = g_dir_make_tmp("minutebook-XXXXXX", &why);
	if (run->scratch) {
		run->input = g_build_filename(run->scratch, name, NULL);
		run->output = g_build_filename(run->scratch, "output", NULL);
		if (g_file_set_contents_full(run->input, bytes, (gssize)n_bytes,
		                             G_FILE_SET_CONTENTS_NONE, 0600,
		                             &why))
			return TRUE;
	}
	g_set_error(error, MB_ERROR, MB_ERROR_IO,
	            "a folder to convert it in can't be made: %s",
	            why->message);
	return FALSE;
}

static int
remove_one(const char *path, const struct stat *st, int type, struct FTW *ftw)
{
	remove(path);
	return 0;
}

static void
run_clear(struct run *run)
{
	if (run->scratch)
		nftw(run->scratch, remove_one, MAX_OPEN_FOLDERS,
		     FTW_DEPTH | FTW_PHYS);
	g_clear_pointer(&run->printed, g_byte_array_unref);
	g_free(run->scratch);
	g_free(run->input);
	g_free(run->output);
}

/* The environment that a command has: nothing of the user's. */
static char **
environment(const struct run *run)
{
	char **env = NULL;

	env =
	    g_environ_setenv(env, "PATH", "/usr/local/bin:/usr/bin:/bin", TRUE);
	env = g_environ_setenv(env, "LC_ALL", "C.UTF-8", TRUE);
	env = g_environ_setenv(env, "HOME", run->scratch, TRUE);
	env = g_environ_setenv(env, "TMPDIR", run->scratch, TRUE);
	return env;
}

/* In the child: become the command. */
G_NORETURN static void
become(const struct run *run, char **words, char **env, int out_fd)
{
	struct rlimit most = { MB_CONVERT_MAX_BYTES, MB_CONVERT_MAX_BYTES };
	int nowhere = open("/dev/null", O_RDWR);

	setpgid(0, 0);
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_DFL);
	signal(SIGTERM, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	dup2(nowhere, STDIN_FILENO);
	dup2(out_fd, STDOUT_FILENO);
	dup2(nowhere, STDERR_FILENO);
	close_range(STDERR_FILENO + 1, ~0u, 0);
	umask(077);
	mb_sandbox_limit(MB_CONVERT_MAX_SECONDS, MB_CONVERT_MAX_MEMORY);
	setrlimit(RLIMIT_FSIZE, &most);
	if (chdir(run->scratch) == 0)
		execvpe(words[0], words, env);
	_exit(EXIT_NOT_STARTED);
}

static gboolean
start(struct run *run, char **words, GError **error)
{
	g_auto(GStrv) env = environment(run);
	int ends[2];

	if (pipe2(ends, O_CLOEXEC) != 0)
		return failed(MB_ERROR_IO, run, "has no pipe", error);
	run->pid = fork();
	if (run->pid == 0)
		become(run, words, env, ends[1]);
	close(ends[1]);
	if (run->pid < 0) {
		close(ends[0]);
		return failed(MB_ERROR_IO, run, "can't be started", error);
	}
	/* Whoever of the two is first: the group is there from now on. */
	setpgid(run->pid, run->pid);
	run->fd = ends[0];
	run->printed = g_byte_array_new();
	return TRUE;
}

/* Take what it printed; at the end of it there is no more to wait for. */
static void
receive(struct run *run, struct pollfd *fd)
{
	guint8 buffer[READ_BYTES];
	gssize n = read(run->fd, buffer, sizeof(buffer));

	if (n > 0)
		g_byte_array_append(run->printed, buffer, (guint)n);
	else if (n == 0)
		fd->fd = -1;
}

/* Why to wait no longer, NULL for going on. */
static const char *
reason_to_end(const struct run *run, gint64 deadline_us,
              gboolean (*stopped)(void))
{
	if (stopped && stopped())
		return "was stopped";
	if (g_get_monotonic_time() > deadline_us)
		return "takes too long";
	if (run->printed->len > MB_CONVERT_MAX_BYTES)
		return "prints too much";
	return NULL;
}

/* Wait until the command has ended and all it printed is here.
 *   returns  NULL, or why it was not waited for any longer */
static const char *
gather(struct run *run, int process_fd, gboolean (*stopped)(void))
{
	gint64 deadline_us =
	    g_get_monotonic_time() + MB_CONVERT_MAX_SECONDS * G_USEC_PER_SEC;
	struct pollfd fds[] = { { .fd = run->fd, .events = POLLIN },
		                { .fd = process_fd, .events = POLLIN } };
	const char *why = NULL;

	while (!why && (fds[0].fd >= 0 || fds[1].fd >= 0)) {
		if (poll(fds, G_N_ELEMENTS(fds), POLL_MS) > 0) {
			if (fds[0].revents)
				receive(run, &fds[0]);
			if (fds[1].revents) {
				/* What it left running would never close the
				 * output. */
				kill(-run->pid, SIGKILL);
				fds[1].fd = -1;
			}
		}
		why = reason_to_end(run, deadline_us, stopped);
	}
	return why;
}

/* Wait for the command, and end what is left of it.
 *   status   as waitpid() tells it
 *   returns  as gather() does */
static const char *
finish(struct run *run, gboolean (*stopped)(void), int *status)
{
	int process_fd = pidfd_open(run->pid, 0);
	const char *why = "can't be waited for";

	if (process_fd >= 0) {
		why = gather(run, process_fd, stopped);
		close(process_fd);
	}
	kill(-run->pid, SIGKILL);
	while (waitpid(run->pid, status, 0) < 0 && errno == EINTR)
		;
	close(run->fd);
	return why;
}

static gboolean
check_status(const struct run *run, int status, GError **error)
{
	g_autofree char *how = NULL;

	if (WIFEXITED(status) && WEXITSTATUS(status) == 0)
		return TRUE;
	if (WIFEXITED(status) && WEXITSTATUS(status) == EXIT_NOT_STARTED)
		return failed(MB_ERROR_IO, run, "can't be started", error);
	if (WIFEXITED(status))
		how = g_strdup_printf("failed with status %d",
		                      WEXITSTATUS(status));
	else
		how = g_strdup_printf("was ended by a signal (%s)",
		                      strsignal(WTERMSIG(status)));
	return failed(MB_ERROR_FORMAT, run, how, error);
}

static gboolean
execute(struct run *run, gboolean (*stopped)(void), GError **error)
{
	g_auto(GStrv) words = words_of(run);
	const char *why;
	int status = 0;

	if (!start(run, words, error))
		return FALSE;
	why = finish(run, stopped, &status);
	if (why)
		return failed(MB_ERROR_FORMAT, run, why, error);
	return check_status(run, status, error);
}

/* The path of the only file in the output, when that is a folder. */
static char *
only_file_in(const char *folder)
{
	GDir *dir = g_dir_open(folder, 0, NULL);
	g_autofree char *first = NULL;

	if (!dir)
		return NULL;
	first = g_strdup(g_dir_read_name(dir));
	if (first && g_dir_read_name(dir))
		g_clear_pointer(&first, g_free);
	g_dir_close(dir);
	return first ? g_build_filename(folder, first, NULL) : NULL;
}

/* Read a file that the command left.  It may be anything, a link to elsewhere
 * too: only a regular file of its own is taken. */
static GBytes *
read_left(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	g_autofree char *bytes = NULL;
	gsize n_bytes = 0;
	struct stat st;

	if (fd < 0)
		return NULL;
	if (fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size <= (off_t)MB_CONVERT_MAX_BYTES) {
		bytes = g_try_malloc((gsize)st.st_size + 1);
		while (bytes && n_bytes < (gsize)st.st_size) {
			gssize n = read(fd, bytes + n_bytes,
			                (gsize)st.st_size - n_bytes);

			if (n <= 0)
				break;
			n_bytes += (gsize)n;
		}
	}
	close(fd);
	return g_bytes_new_take(g_steal_pointer(&bytes), n_bytes);
}

/* What the command made. */
static GBytes *
take_output(struct run *run, GError **error)
{
	g_autoptr(GBytes) output = NULL;

	if (!run->to_file) {
		output =
		    g_byte_array_free_to_bytes(g_steal_pointer(&run->printed));
	} else if (g_file_test(run->output, G_FILE_TEST_IS_DIR)) {
		g_autofree char *path = only_file_in(run->output);

		output = path ? read_left(path) : NULL;
	} else {
		output = read_left(run->output);
	}
	if (output && g_bytes_get_size(output) > 0)
		return g_steal_pointer(&output);
	failed(MB_ERROR_FORMAT, run, "gave out nothing", error);
	return NULL;
}

GBytes *
mb_convert(const char *type, const char *const *command, GBytes *content,
           gboolean (*stopped)(void), GError **error)
{
	struct run run = { .command = command };
	GBytes *output = NULL;

	if (scratch_new(&run, type, content, error) &&
	    execute(&run, stopped, error))
		output = take_output(&run, error);
	run_clear(&run);
	return output;
}
