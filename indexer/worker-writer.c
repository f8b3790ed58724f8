#include "config.h"

#include "indexer/worker-writer.h"

#include <errno.h>
#include <sys/stat.h>
#include <unistd.h>

#include <glib/gstdio.h>

#include "base/error.h"
#include "base/item.h"
#include "base/layout.h"
#include "indexer/link.h"
#include "indexer/sandbox.h"
#include "indexer/supervise.h"
#include "shim/segments.h"

/* Segments of one of the two databases. */
struct side {
	const char *folder;
	struct mb_segments *segments; /* NULL: nothing was put in yet */
};

struct writer {
	const struct mb_conf *conf;
	struct mb_link *link; /* to the run */
	struct mb_supervised *reader;
	struct side sides[MB_N_SIDES];
};

static void
answer(struct writer *writer, enum mb_order order, GVariant *content)
{
	/* Nobody there: the next receive ends us. */
	(void)mb_link_send(writer->link,
	                   g_variant_new("(uv)", (guint32)order, content), -1);
}

static void
answer_done(struct writer *writer, enum mb_order order, const GError *error)
{
	if (error)
		answer(writer, MB_ORDER_FAIL,
		       g_variant_new("(is)", error->code, error->message));
	else
		answer(writer, order, g_variant_new("()"));
}

static gboolean
begin_segments(struct side *side, const struct mb_conf *conf, GError **error)
{
	if (side->segments)
		return TRUE;
	if (g_mkdir(side->folder, 0700) != 0) {
		g_set_error(error, MB_ERROR, MB_ERROR_IO,
		            "%s: can't be made: %s", side->folder,
		            g_strerror(errno));
		return FALSE;
	}
	side->segments =
	    mb_segments_new(side->folder, mb_conf_language(conf), error);
	return side->segments != NULL;
}

static gboolean
put_items(struct writer *writer, GPtrArray *items, GError **error)
{
	guint i;

	for (i = 0; i < items->len; i++) {
		const struct mb_item *item = items->pdata[i];
		struct side *side =
		    &writer
			 ->sides[item->exempt ? MB_SIDE_EXEMPT : MB_SIDE_OPEN];

		if (!begin_segments(side, writer->conf, error) ||
		    !mb_segments_put(side->segments, item, error))
			return FALSE;
	}
	return TRUE;
}

static void
read_paper(struct writer *writer, GVariant *what)
{
	g_autoptr(GPtrArray) items =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_item_free);
	g_autoptr(mb_reading) reading = NULL;
	g_autoptr(GError) error = NULL;
	g_autoptr(mb_job) job = mb_job_from_variant(what);

	reading = mb_supervise_read(writer->reader, job,
	                            mb_link_fd(writer->link), items);
	if (put_items(writer, items, &error))
		answer(writer, MB_ORDER_READ, mb_reading_to_variant(reading));
	else
		answer_done(writer, MB_ORDER_READ, error);
}

static void
finish(struct writer *writer)
{
	g_autoptr(GError) error = NULL;
	guint i;

	g_clear_pointer(&writer->reader, mb_supervise_free);
	for (i = 0; !error && i < MB_N_SIDES; i++) {
		struct side *side = &writer->sides[i];

		if (side->segments)
			mb_segments_finish(side->segments, &error);
		g_clear_pointer(&side->segments, mb_segments_free);
	}
	answer_done(writer, MB_ORDER_FINISH, error);
}

static void
merge(struct writer *writer, GVariant *what)
{
	g_autoptr(GPtrArray) folders = g_ptr_array_new();
	g_autofree const char **paths = NULL;
	g_autoptr(mb_store) store = NULL;
	g_autoptr(GError) error = NULL;
	const char *base, *to;
	gboolean is_exempt;
	mode_t old;
	guint i;

	g_variant_get(what, "(^&ay^a&ay^&ayb)", &base, &paths, &to, &is_exempt);
	for (i = 0; paths[i]; i++)
		g_ptr_array_add(folders, (gpointer)(gsize)paths[i]);
	/* The mode must be right from the first moment. */
	old = umask(mb_layout_mask(is_exempt));
	store = mb_store_open(base, &error);
	if (store)
		mb_store_merge(store, folders, to, &error);
	umask(old);
	answer_done(writer, MB_ORDER_MERGE, error);
}

static void
carry_out(struct writer *writer, enum mb_order order, GVariant *what)
{
	switch (order) {
	case MB_ORDER_READ:
		read_paper(writer, what);
		return;
	case MB_ORDER_FINISH:
		finish(writer);
		return;
	case MB_ORDER_MERGE:
		merge(writer, what);
		return;
	case MB_ORDER_STOP: /* it came when the paper was already read */
	case MB_ORDER_FAIL: /* an answer, never an order */
		return;
	}
}

/* The run tells of a writer that ends early. */
static void
end_unable_to_write(void)
{
	_exit(1);
}

void
mb_worker_writer(int fd, const struct mb_conf *conf,
                 char *const folders[MB_N_SIDES])
{
	struct writer writer = {
		.conf = conf,
		.link = mb_link_new(fd),
		.reader = mb_supervise_new(conf),
		.sides[MB_SIDE_OPEN].folder = folders[MB_SIDE_OPEN],
		.sides[MB_SIDE_EXEMPT].folder = folders[MB_SIDE_EXEMPT],
	};
	GVariant *message;

	mb_sandbox_detach(fd);
	/* It makes files for nobody else. */
	umask(0077);
	mb_store_at_end(end_unable_to_write);
	while ((message = mb_link_receive(writer.link, MB_ORDER_TYPE, NULL))) {
		g_autoptr(GVariant) what = NULL;
		guint32 order;

		g_variant_get(message, "(uv)", &order, &what);
		carry_out(&writer, (enum mb_order)order, what);
		g_variant_unref(message);
	}
	mb_supervise_free(writer.reader);
	/* Not exit(): what the run had not yet written is not ours. */
	_exit(0);
}
