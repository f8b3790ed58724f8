#include "config.h"

#include "indexer/convert.h"

#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "indexer/guard.h"
#include "indexer/sandbox.h"

/* How the child says that the program could not be started, as shells do. */
#define EXIT_NOT_STARTED 127

/* Folders in a scratch folder: more are not looked into at a time. */
#define MAX_OPEN_FOLDERS 16

/* One run of a command, in a folder of its own. */
struct run {
	const char *const *command;
	char *scratch;
	char *input; /* in it, as what follows */
	char *output;
	char *printed;
};

static char *
fill_in(const char *word, const struct run *run)
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
	}
	return g_string_free(out, FALSE);
}

/* Whether what it makes is its output, not what it prints. */
static gboolean
has_output(const char *const *command)
{
	for (; *command; command++)
		for (const char *p = strchr(*command, '%'); p && p[1];
		     p = strchr(p + 2, '%'))
			if (p[1] == 'o')
				return TRUE;
	return FALSE;
}

/* The command, file names filled in.  Transfer full. */
static char **
words_of(const struct run *run)
{
	GStrvBuilder *words = g_strv_builder_new();
	char **filled;

	for (gsize i = 0; run->command[i]; i++) {
		g_autofree char *word = fill_in(run->command[i], run);

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
		run->printed = g_build_filename(run->scratch, "printed", NULL);
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
remove_scratch(gpointer data)
{
	const struct run *run = data;

	if (run->scratch)
		nftw(run->scratch, remove_one, MAX_OPEN_FOLDERS,
		     FTW_DEPTH | FTW_PHYS);
}

static void
run_clear(struct run *run)
{
	remove_scratch(run);
	g_free(run->scratch);
	g_free(run->input);
	g_free(run->output);
	g_free(run->printed);
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
static void
become(gpointer data)
{
	struct rlimit most = { MB_CONVERT_MAX_BYTES, MB_CONVERT_MAX_BYTES };
	struct run *run = data;
	char **words = words_of(run);
	char **env = environment(run);
	int nowhere = open("/dev/null", O_RDWR);
	int printed = open(run->printed, O_WRONLY | O_CREAT | O_EXCL, 0600);

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_DFL);
	signal(SIGPIPE, SIG_DFL);
	dup2(nowhere, STDIN_FILENO);
	dup2(printed, STDOUT_FILENO);
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
execute(struct run *run, int stop_fd, GError **error)
{
	const struct mb_guarded guarded = { become, remove_scratch, run,
		                            MB_CONVERT_MAX_SECONDS };
	int status;

	switch (mb_guard_run(&guarded, stop_fd, &status)) {
	case MB_GUARD_ENDED:
		return check_status(run, status, error);
	case MB_GUARD_LATE:
		return failed(MB_ERROR_FORMAT, run, "takes too long", error);
	case MB_GUARD_STOPPED:
		return failed(MB_ERROR_FORMAT, run, "was stopped", error);
	case MB_GUARD_NOT_STARTED:
		return failed(MB_ERROR_IO, run, "can't be started", error);
	}
	g_assert_not_reached();
}

static gboolean
is_folder(const char *path)
{
	struct stat st;

	return lstat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The path of the only file in @folder; NULL when there are more, or none. */
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

/* Open what the command left.  It may be anything, a link to elsewhere too:
 * only a regular file of its own is taken. */
static int
open_left(const char *path)
{
	int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) &&
	    st.st_size > 0 && st.st_size <= (off_t)MB_CONVERT_MAX_BYTES)
		return fd;
	if (fd >= 0)
		close(fd);
	return -1;
}

/* What the command made. */
static int
open_output(const struct run *run, GError **error)
{
	g_autofree char *path =
	    g_strdup(has_output(run->command) ? run->output : run->printed);
	int fd = -1;

	if (is_folder(path)) {
		char *file = only_file_in(path);

		g_free(path);
		path = file;
	}
	if (path)
		fd = open_left(path);
	if (fd < 0)
		failed(MB_ERROR_FORMAT, run, "gave out nothing", error);
	return fd;
}

int
mb_convert(const char *type, const char *const *command, GBytes *content,
           int stop_fd, GError **error)
{
	struct run run = { .command = command };
	int output = -1;

	if (scratch_new(&run, type, content, error) &&
	    execute(&run, stop_fd, error))
		output = open_output(&run, error);
	run_clear(&run);
	return output;
}
