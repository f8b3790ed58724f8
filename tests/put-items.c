/* put-items INDEX < items.jsonl: an index of just these items, so that tests
 * of asking do not hang on how well papers are read.  Exempt items go into the
 * exempt database, as the indexer does it. */
#include <stdio.h>
#include <string.h>

#include "base/item.h"
#include "base/layout.h"
#include "shim/store.h"

static struct mb_store *
create(const char *path, GError **error)
{
	g_autoptr(mb_store) store = mb_store_create(path, "english", error);

	return g_steal_pointer(&store);
}

static gboolean
put_line(const char *line, struct mb_store *open, struct mb_store *exempt,
         GError **error)
{
	g_autoptr(mb_item) item = mb_item_from_json(line, strlen(line), error);

	if (item == NULL)
		return FALSE;
	return mb_store_put(item->exempt ? exempt : open, item, error);
}

static gboolean
put_all(struct mb_store *open, struct mb_store *exempt, GError **error)
{
	g_autoptr(GIOChannel) in = g_io_channel_unix_new(0);

	for (;;) {
		g_autofree char *line = NULL;
		gsize end = 0;
		GIOStatus status =
		    g_io_channel_read_line(in, &line, NULL, &end, error);

		if (status == G_IO_STATUS_EOF)
			break;
		if (status != G_IO_STATUS_NORMAL)
			return FALSE;
		line[end] = '\0';
		if (!put_line(line, open, exempt, error))
			return FALSE;
	}
	return mb_store_commit(open, error) && mb_store_commit(exempt, error);
}

static gboolean
run(const char *index, GError **error)
{
	g_autoptr(mb_layout_writer) writer = mb_layout_writer_new(index, error);
	g_autofree char *open_path = NULL;
	g_autofree char *exempt_path = NULL;
	struct mb_store *open;
	struct mb_store *exempt = NULL;
	gboolean good;

	if (writer == NULL)
		return FALSE;
	open_path = mb_layout_open(mb_layout_writer_path(writer));
	exempt_path = mb_layout_exempt(mb_layout_writer_path(writer));
	open = create(open_path, error);
	if (open != NULL)
		exempt = create(exempt_path, error);
	good = exempt != NULL && put_all(open, exempt, error);
	g_clear_pointer(&open, mb_store_free);
	g_clear_pointer(&exempt, mb_store_free);
	return good && mb_layout_writer_publish(writer, error);
}

int
main(int argc, char **argv)
{
	g_autoptr(GError) error = NULL;

	if (argc != 2) {
		fputs("usage: put-items INDEX < items.jsonl\n", stderr);
		return 2;
	}
	if (run(argv[1], &error))
		return 0;
	fprintf(stderr, "put-items: %s\n", error->message);
	return 1;
}
