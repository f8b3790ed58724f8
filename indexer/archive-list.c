#include "config.h"

#include "indexer/archive-list.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "indexer/archive.h"
#include "indexer/sandbox.h"

/* A lister takes milliseconds.  One that takes so long is ended. */
#define MAX_SECONDS 20

/* A list is no longer than this. */
#define MAX_LIST_BYTES                                                         \
	((gsize)MB_ARCHIVE_MAX_MEMBERS * (MB_ARCHIVE_MAX_NAME_BYTES + 64))

/* Members as bytes: index, size, name.  A byte behind them says that the list
 * is whole, so that nobody need wait for the lister to end by itself. */
#define LIST_TYPE "a(tts)"
#define WHOLE 1

static void
write_all(int fd, const guint8 *data, gsize n_bytes)
{
	while (n_bytes > 0) {
		ssize_t n = write(fd, data, n_bytes);

		if (n <= 0)
			return;
		data += n;
		n_bytes -= (gsize)n;
	}
}

static GVariant *
list_new(const GPtrArray *members)
{
	GVariantBuilder list;

	g_variant_builder_init(&list, G_VARIANT_TYPE(LIST_TYPE));
	for (guint i = 0; i < members->len; i++) {
		const struct mb_member *member = members->pdata[i];

		g_variant_builder_add(&list, "(tts)", member->index,
		                      member->n_bytes, member->name);
	}
	return g_variant_ref_sink(g_variant_builder_end(&list));
}

/* In the child: list it, if that can be done without rights. */
G_NORETURN static void
lister(int fd, int out_fd)
{
	g_autoptr(GPtrArray) members = NULL;
	const guint8 whole = WHOLE;

	prctl(PR_SET_PDEATHSIG, SIGKILL);
	mb_sandbox_limit(MAX_SECONDS, MB_SANDBOX_MAX_MEMORY);
	if (mb_sandbox_enter(out_fd, NULL))
		members = mb_archive_members(fd, NULL);
	if (members) {
		g_autoptr(GVariant) list = list_new(members);

		write_all(out_fd, g_variant_get_data(list),
		          g_variant_get_size(list));
		write_all(out_fd, &whole, 1);
	}
	_exit(members ? 0 : 1);
}

/* What comes from @fd until it is closed; NULL when that is too much, or takes
 * too long. */
static GByteArray *
read_all(int fd)
{
	g_autoptr(GByteArray) bytes = g_byte_array_new();
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	gint64 end_us =
	    g_get_monotonic_time() + MAX_SECONDS * (gint64)G_USEC_PER_SEC;
	gint64 left_us;

	while ((left_us = end_us - g_get_monotonic_time()) > 0 &&
	       bytes->len <= MAX_LIST_BYTES) {
		guint8 some[16 * 1024];
		ssize_t n;

		if (poll(&ready, 1, (int)(left_us / 1000) + 1) < 1)
			continue;
		n = read(fd, some, sizeof(some));
		if (n == 0)
			return g_steal_pointer(&bytes);
		if (n > 0)
			g_byte_array_append(bytes, some, (guint)n);
		else if (errno != EINTR)
			break;
	}
	return NULL;
}

/* What a lister says is as hostile as the archive is: names are looked at once
 * more. */
static GPtrArray *
members_of(const GByteArray *list)
{
	g_autoptr(GBytes) bytes = g_bytes_new_static(list->data, list->len - 1);
	g_autoptr(GVariant) all = g_variant_ref_sink(
	    g_variant_new_from_bytes(G_VARIANT_TYPE(LIST_TYPE), bytes, FALSE));
	g_autoptr(GPtrArray) members = mb_members_new();
	gsize n = g_variant_n_children(all);

	for (gsize i = 0; i < n && n <= MB_ARCHIVE_MAX_MEMBERS; i++) {
		struct mb_member *member = g_new0(struct mb_member, 1);

		g_ptr_array_add(members, member);
		g_variant_get_child(all, i, "(tts)", &member->index,
		                    &member->n_bytes, &member->name);
		if (!mb_archive_is_harmless(member->name))
			return NULL;
	}
	return n <= MB_ARCHIVE_MAX_MEMBERS ? g_steal_pointer(&members) : NULL;
}

GPtrArray *
mb_archive_list(int fd)
{
	g_autoptr(GByteArray) list = NULL;
	int ends[2];
	pid_t pid;

	if (pipe2(ends, O_CLOEXEC) != 0)
		return NULL;
	pid = fork();
	if (pid == 0)
		lister(fd, ends[1]);
	close(ends[1]);
	if (pid > 0) {
		list = read_all(ends[0]);
		kill(pid, SIGKILL);
		while (waitpid(pid, NULL, 0) < 0 && errno == EINTR)
			;
	}
	close(ends[0]);
	if (!list || list->len == 0 || list->data[list->len - 1] != WHOLE)
		return NULL;
	return members_of(list);
}
