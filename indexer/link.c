#include "indexer/link.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define GATHER_BYTES (64u * 1024)

/* A message is the number of its bytes, as it lies in memory since both ends
 * are one program, and the bytes. */
struct mb_link {
	int fd;
	int file; /* that came and was not taken yet; or -1 */
	GByteArray *in;
};

/* Room for one file in the margin of a message. */
union margin {
	struct cmsghdr head;
	char room[CMSG_SPACE(sizeof(int))];
};

struct mb_link *
mb_link_new(int fd)
{
	struct mb_link *link = g_new0(struct mb_link, 1);

	link->fd = fd;
	link->file = -1;
	link->in = g_byte_array_new();
	return link;
}

void
mb_link_free(struct mb_link *link)
{
	if (!link)
		return;
	close(link->fd);
	if (link->file >= 0)
		close(link->file);
	g_byte_array_unref(link->in);
	g_free(link);
}

int
mb_link_fd(const struct mb_link *link)
{
	return link->fd;
}

/* Not sendmsg(): a sandboxed reader may not pass files on. */
static gboolean
send_all(int fd, const void *data, gsize n_bytes)
{
	const char *from = data;

	while (n_bytes > 0) {
		gssize n = send(fd, from, n_bytes, MSG_NOSIGNAL);

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			return FALSE;
		from += n;
		n_bytes -= (gsize)n;
	}
	return TRUE;
}

/* Send the head of a message, with @file in its margin. */
static gboolean
send_file(int fd, guint32 n_bytes, int file)
{
	struct iovec head = { &n_bytes, sizeof(n_bytes) };
	union margin margin = { 0 };
	struct msghdr message = {
		.msg_iov = &head,
		.msg_iovlen = 1,
		.msg_control = &margin,
		.msg_controllen = sizeof(margin),
	};

	margin.head.cmsg_level = SOL_SOCKET;
	margin.head.cmsg_type = SCM_RIGHTS;
	margin.head.cmsg_len = CMSG_LEN(sizeof(file));
	memcpy(CMSG_DATA(&margin.head), &file, sizeof(file));
	return sendmsg(fd, &message, MSG_NOSIGNAL) == sizeof(n_bytes);
}

gboolean
mb_link_send(struct mb_link *link, GVariant *message, int file)
{
	g_autoptr(GVariant) owned = g_variant_ref_sink(message);
	guint32 n_bytes = (guint32)g_variant_get_size(owned);
	gboolean begun;

	g_assert(g_variant_get_size(owned) <= MB_LINK_MAX_BYTES);
	begun = file < 0 ? send_all(link->fd, &n_bytes, sizeof(n_bytes))
	                 : send_file(link->fd, n_bytes, file);
	return begun && send_all(link->fd, g_variant_get_data(owned), n_bytes);
}

/* A file that came in the margin; one that nobody took is closed. */
static void
keep_file(struct mb_link *link, struct msghdr *message)
{
	struct cmsghdr *margin = CMSG_FIRSTHDR(message);

	if (!margin || margin->cmsg_level != SOL_SOCKET ||
	    margin->cmsg_type != SCM_RIGHTS ||
	    margin->cmsg_len != CMSG_LEN(sizeof(int)))
		return;
	if (link->file >= 0)
		close(link->file);
	memcpy(&link->file, CMSG_DATA(margin), sizeof(link->file));
}

/* Bytes that came; 0 when none will any more, below 0 as recvmsg(). */
static gssize
gather(struct mb_link *link, int flags)
{
	guint8 buffer[GATHER_BYTES];
	struct iovec room = { buffer, sizeof(buffer) };
	union margin margin = { 0 };
	struct msghdr message = {
		.msg_iov = &room,
		.msg_iovlen = 1,
		.msg_control = &margin,
		.msg_controllen = sizeof(margin),
	};
	gssize n = recvmsg(link->fd, &message, flags | MSG_CMSG_CLOEXEC);

	if (n <= 0)
		return n;
	keep_file(link, &message);
	g_byte_array_append(link->in, buffer, (guint)n);
	return n;
}

gboolean
mb_link_gather(struct mb_link *link)
{
	gssize n = gather(link, MSG_DONTWAIT);

	return n > 0 || (n < 0 && (errno == EINTR || errno == EAGAIN));
}

/* The number of bytes of the message that has begun to come; FALSE when that is
 * not there yet. */
static gboolean
announced(const struct mb_link *link, guint32 *n_bytes)
{
	*n_bytes = 0;
	if (link->in->len < sizeof(*n_bytes))
		return FALSE;
	memcpy(n_bytes, link->in->data, sizeof(*n_bytes));
	return TRUE;
}

gboolean
mb_link_is_too_long(const struct mb_link *link)
{
	guint32 n_bytes;

	return announced(link, &n_bytes) && n_bytes > MB_LINK_MAX_BYTES;
}

GVariant *
mb_link_take(struct mb_link *link, const char *type)
{
	g_autoptr(GBytes) bytes = NULL;
	guint32 n_bytes;

	if (!announced(link, &n_bytes) ||
	    link->in->len - sizeof(n_bytes) < n_bytes)
		return NULL;
	bytes = g_bytes_new(link->in->data + sizeof(n_bytes), n_bytes);
	g_byte_array_remove_range(link->in, 0,
	                          (guint)(sizeof(n_bytes) + n_bytes));
	return g_variant_ref_sink(
	    g_variant_new_from_bytes(G_VARIANT_TYPE(type), bytes, FALSE));
}

GVariant *
mb_link_receive(struct mb_link *link, const char *type, int *file)
{
	GVariant *message;

	while (!(message = mb_link_take(link, type))) {
		gssize n = gather(link, 0);

		if (n == 0 || (n < 0 && errno != EINTR))
			return NULL;
	}
	if (file) {
		*file = link->file;
		link->file = -1;
	}
	return message;
}
