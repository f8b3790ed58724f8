/* faulty: lets the Nth step that changes a file fail, or kills the program
 * there.  For LD_PRELOAD; used by tests/fault/index.t.
 *
 *	MB_FAULT=fail:N   it fails with ENOSPC, and so does every later one
 *	MB_FAULT=once:N   it alone fails, with EIO
 *	MB_FAULT=kill:N   the program is killed before it
 *	MB_FAULT=names:N  reading folders fails with EIO after N names
 *	MB_FAULT_WHO=writer  all this in the processes that the program starts,
 *			     each for itself, instead of in the program
 *	MB_FAULT_COUNT=FILE  how many there have been is written there
 *
 * Steps are calls that write to, make, rename or remove files; what goes to
 * sockets, pipes and terminals is not counted, nor what is done by those that
 * the processes start in turn: readers. */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE
#endif
#include <dlfcn.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <unistd.h>

static long n_steps;
static pid_t counted; /* the process whose steps they are */
static pid_t program;

__attribute__((constructor)) static void
start(void)
{
	program = getpid();
}

static int
is_meant(void)
{
	const char *who = getenv("MB_FAULT_WHO");

	return who ? getppid() == program : getpid() == program;
}

/* By calls that are not counted, after each step, since a writer may end
 * anyhow. */
static void
report(void)
{
	const char *path = getenv("MB_FAULT_COUNT");
	char text[32];
	long fd;
	int n;

	if (!path)
		return;
	fd = syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_CREAT | O_TRUNC,
	             0644);
	n = snprintf(text, sizeof(text), "%ld\n", n_steps);
	if (fd < 0 || syscall(SYS_write, fd, text, n) != n)
		abort();
	syscall(SYS_close, fd);
}

/* Count a step; nonzero when it is to fail. */
static int
step(void)
{
	const char *fault = getenv("MB_FAULT");
	long at;

	if (!is_meant())
		return 0;
	if (counted != getpid())
		n_steps = 0;
	counted = getpid();
	n_steps++;
	report();
	if (!fault)
		return 0;
	at = strtol(fault + 5, NULL, 10);
	if (strncmp(fault, "kill:", 5) == 0 && n_steps == at)
		kill(getpid(), SIGKILL);
	if (strncmp(fault, "once:", 5) == 0 && n_steps == at) {
		errno = EIO;
		return 1;
	}
	if (strncmp(fault, "fail:", 5) == 0 && n_steps >= at) {
		errno = ENOSPC;
		return 1;
	}
	return 0;
}

static int
is_file(int fd)
{
	int saved = errno;
	struct stat st;
	int is = fstat(fd, &st) == 0 && S_ISREG(st.st_mode);

	errno = saved;
	return is;
}

/* The function that this one stands before. */
#define NEXT(type, name, ...)                                                  \
	static type (*next)(__VA_ARGS__);                                      \
	if (!next)                                                             \
	next = (type(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t
write(int fd, const void *data, size_t n)
{
	NEXT(ssize_t, "write", int, const void *, size_t);
	return is_file(fd) && step() ? -1 : next(fd, data, n);
}

ssize_t
pwrite(int fd, const void *data, size_t n, off_t at)
{
	NEXT(ssize_t, "pwrite", int, const void *, size_t, off_t);
	return is_file(fd) && step() ? -1 : next(fd, data, n, at);
}

ssize_t
pwrite64(int fd, const void *data, size_t n, off64_t at)
{
	NEXT(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
	return is_file(fd) && step() ? -1 : next(fd, data, n, at);
}

int
fsync(int fd)
{
	NEXT(int, "fsync", int);
	return step() ? -1 : next(fd);
}

int
fdatasync(int fd)
{
	NEXT(int, "fdatasync", int);
	return step() ? -1 : next(fd);
}

int
rename(const char *from, const char *to)
{
	NEXT(int, "rename", const char *, const char *);
	return step() ? -1 : next(from, to);
}

int
symlink(const char *target, const char *path)
{
	NEXT(int, "symlink", const char *, const char *);
	return step() ? -1 : next(target, path);
}

int
mkdir(const char *path, mode_t mode)
{
	NEXT(int, "mkdir", const char *, mode_t);
	return step() ? -1 : next(path, mode);
}

int
unlink(const char *path)
{
	NEXT(int, "unlink", const char *);
	return step() ? -1 : next(path);
}

int
rmdir(const char *path)
{
	NEXT(int, "rmdir", const char *);
	return step() ? -1 : next(path);
}

static mode_t
mode_of(int flags, va_list args)
{
	return flags & (O_CREAT | O_TMPFILE) ? va_arg(args, mode_t) : 0;
}

int
open(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	NEXT(int, "open", const char *, int, ...);
	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return (flags & O_CREAT) && step() ? -1 : next(path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	va_list args;
	mode_t mode;

	NEXT(int, "open64", const char *, int, ...);
	va_start(args, flags);
	mode = mode_of(flags, args);
	va_end(args);
	return (flags & O_CREAT) && step() ? -1 : next(path, flags, mode);
}

/* A share that goes away while a folder is being read. */
struct dirent *
readdir(DIR *dir)
{
	static long n_names;
	const char *fault = getenv("MB_FAULT");
	NEXT(struct dirent *, "readdir", DIR *);

	if (getpid() == program && fault &&
	    strncmp(fault, "names:", 6) == 0 &&
	    ++n_names > strtol(fault + 6, NULL, 10)) {
		errno = EIO;
		return NULL;
	}
	return next(dir);
}
