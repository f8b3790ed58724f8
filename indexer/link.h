/* link: what the processes of a run say to each other.
 * In: a GVariant, and with it an open file.  Out: the same at the other end of
 * a socket.  Called by worker.c and the processes that it starts.
 *
 * The one end may have been taken over by a hostile paper: a message has a
 * limit, and GVariant makes nothing of bytes that are no value of the type. */
#ifndef MB_INDEXER_LINK_H
#define MB_INDEXER_LINK_H

#include <glib.h>

/* A message is not longer than this. */
#define MB_LINK_MAX_BYTES (256u * 1024 * 1024)

struct mb_link;

/* Take over the socket @fd.  Transfer full. */
struct mb_link *mb_link_new(int fd);
void mb_link_free(struct mb_link *link);
typedef struct mb_link mb_link;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_link, mb_link_free)

/* For poll() and for closing what is not this.  Transfer none. */
int mb_link_fd(const struct mb_link *link);

/* Send @message, which is consumed if it is floating, and with it @file; -1:
 * none.  FALSE when nobody is there any more. */
gboolean mb_link_send(struct mb_link *link, GVariant *message, int file);

/* Take in what has come, without waiting.  FALSE when nothing ever will
 * again. */
gboolean mb_link_gather(struct mb_link *link);

/* Whether what is coming is longer than any message: nothing sensible will come
 * any more. */
gboolean mb_link_is_too_long(const struct mb_link *link);

/* The next message, of @type, if all of it has come; else NULL.
 * Transfer full. */
GVariant *mb_link_take(struct mb_link *link, const char *type);

/* Wait for the next message.
 *   file     gets the file that came with it, to be closed, or -1; may be NULL
 *   returns  (transfer full) NULL when nothing will come any more */
GVariant *mb_link_receive(struct mb_link *link, const char *type, int *file);

#endif
