#include "config.h"

#include "indexer/sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <iconv.h>
#include <poppler.h>
#include <seccomp.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/error.h"

#if defined(__SANITIZE_ADDRESS__)
#define SANITIZED TRUE
#else
#define SANITIZED FALSE
#endif

/* What any reader needs.  Names, since not every machine has every call:
 * "mmap2" and "clock_gettime64" are those of 32 bits. */
static const char *const allowed[] = {
	/* memory; PCRE compiles patterns into it, so it may be executable */
	"brk",
	"mmap",
	"mmap2",
	"munmap",
	"mremap",
	"madvise",
	"mprotect",
	/* what was handed to it, by descriptor */
	"read",
	"readv",
	"pread64",
	"lseek",
	"_llseek",
	"close",
	"fstat",
	"fstat64",
	"poll",
	"ppoll",
	"ppoll_time64",
	"recvmsg",
	"recvfrom",
	/* clocks, chance, waiting for its own threads */
	"clock_gettime",
	"clock_gettime64",
	"clock_getres",
	"gettimeofday",
	"time",
	"getrandom",
	"futex",
	"futex_time64",
	"sched_yield",
	"nanosleep",
	"clock_nanosleep",
	"clock_nanosleep_time64",
	"getrusage",
	"times",
	"sched_getaffinity",
	/* who it is: GLib asks before it looks at the environment */
	"getpid",
	"gettid",
	"getuid",
	"geteuid",
	"getgid",
	"getegid",
	"getresuid",
	"getresgid",
	/* its own signals, and its end */
	"rt_sigaction",
	"rt_sigprocmask",
	"rt_sigreturn",
	"sigreturn",
	"sigaltstack",
	"restart_syscall",
	"exit",
	"exit_group",
};

/* Ways to write, each to one descriptor alone. */
static const char *const writing[] = { "write", "writev", "sendto" };

/* A PDF without anything in it. */
static const char empty_pdf[] = "%PDF-1.4\n"
				"1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
				"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
				"trailer<</Root 1 0 R/Size 3>>\n%%EOF\n";

/* Poppler reads its table of encodings when the first document is opened, and
 * drops it with the last: this one stays open. */
static void
preload_poppler(void)
{
	static PopplerDocument *kept;
	g_autoptr(GBytes) bytes =
	    g_bytes_new_static(empty_pdf, sizeof(empty_pdf) - 1);

	if (kept == NULL)
		kept = poppler_document_new_from_bytes(bytes, NULL, NULL);
}

/* A converter's module stays loaded while one converter of it is open. */
static void
preload_iconv(void)
{
	static const char *const from[] = { "UTF-16",       "UTF-16LE",
		                            "UTF-16BE",     "UTF-32",
		                            "WINDOWS-1252", "ISO-8859-1",
		                            "ISO-8859-14",  "ISO-8859-15",
		                            "MACINTOSH" };
	static iconv_t kept[G_N_ELEMENTS(from)];

	for (gsize i = 0; i < G_N_ELEMENTS(from); i++)
		if (kept[i] == NULL)
			kept[i] = iconv_open("UTF-8", from[i]);
}

void
mb_sandbox_detach(int fd)
{
	prctl(PR_SET_PDEATHSIG, SIGKILL);
	signal(SIGINT, SIG_IGN);
	signal(SIGTERM, SIG_DFL);
	if (fd > STDERR_FILENO + 1)
		close_range(STDERR_FILENO + 1, (unsigned int)fd - 1, 0);
	close_range((unsigned int)fd + 1, ~0u, 0);
}

void
mb_sandbox_preload(void)
{
	tzset();
	preload_iconv();
	preload_poppler();
}

static void
limit(int resource, rlim_t value)
{
	struct rlimit both = { value, value };

	setrlimit((__rlimit_resource_t)resource, &both);
}

void
mb_sandbox_limit(guint max_seconds, guint64 max_memory)
{
	limit(RLIMIT_CORE, 0);
	if (max_seconds > 0)
		limit(RLIMIT_CPU, max_seconds);
	if (max_memory > 0 && !SANITIZED)
		limit(RLIMIT_AS, max_memory);
}

static int
allow(scmp_filter_ctx filter, const char *name)
{
	int number = seccomp_syscall_resolve_name(name);

	/* Negative: this machine has no call of that name. */
	if (number < 0)
		return 0;
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 0);
}

/* Allow a call only with @value as argument @i. */
static int
allow_with(scmp_filter_ctx filter, const char *name, unsigned int i,
           guint64 value)
{
	int number = seccomp_syscall_resolve_name(name);

	if (number < 0)
		return 0;
	return seccomp_rule_add(filter, SCMP_ACT_ALLOW, number, 1,
	                        SCMP_CMP(i, SCMP_CMP_EQ, value));
}

static int
add_rules(scmp_filter_ctx filter, int out_fd)
{
	int status = 0;

	for (gsize i = 0; status == 0 && i < G_N_ELEMENTS(allowed); i++)
		status = allow(filter, allowed[i]);
	for (gsize i = 0; status == 0 && i < G_N_ELEMENTS(writing); i++)
		status = allow_with(filter, writing[i], 0, (guint64)out_fd);
	/* A process that calls abort() signals itself. */
	if (status == 0)
		status =
		    allow_with(filter, "tgkill", 0, (guint64)(guint)getpid());
	return status;
}

static int
load_filter(int out_fd)
{
	scmp_filter_ctx filter = seccomp_init(SCMP_ACT_ERRNO(EPERM));
	int status;

	if (filter == NULL)
		return -ENOMEM;
	status = add_rules(filter, out_fd);
	if (status == 0)
		status = seccomp_load(filter);
	seccomp_release(filter);
	return status;
}

gboolean
mb_sandbox_enter(int out_fd, GError **error)
{
	int status;

	if (SANITIZED)
		return TRUE;
	prctl(PR_SET_DUMPABLE, 0);
	limit(RLIMIT_FSIZE, 0);
	limit(RLIMIT_NOFILE, MB_SANDBOX_MAX_FILES);
	/* seccomp_load() also gives up all further privileges. */
	status = load_filter(out_fd);
	if (status == 0)
		return TRUE;
	g_set_error(error, MB_ERROR, MB_ERROR_INTERNAL,
	            "the kernel does not let the reader be sandboxed: %s",
	            g_strerror(-status));
	return FALSE;
}
