#include "indexer/dump.h"

#include <stdio.h>
#include <unistd.h>

#include "base/error.h"
#include "base/item.h"
#include "indexer/attendance.h"
#include "indexer/convert.h"
#include "indexer/document.h"
#include "indexer/exported.h"
#include "indexer/folder.h"
#include "indexer/items.h"
#include "indexer/lines.h"
#include "indexer/meetings.h"
#include "indexer/paper.h"
#include "indexer/progress.h"

struct tally {
	guint n_printed;
	guint n_failed;
};

gboolean
mb_dump_from_name(const char *name, enum mb_dump *dump)
{
	static const struct {
		const char *name;
		enum mb_dump dump;
	} steps[] = {
		{ "lines", MB_DUMP_LINES },
		{ "meetings", MB_DUMP_MEETINGS },
		{ "items", MB_DUMP_ITEMS },
		{ "attendance", MB_DUMP_ATTENDANCE },
		{ "front", MB_DUMP_FRONT },
	};
	guint i;

	*dump = MB_DUMP_JSONL;
	for (i = 0; i < G_N_ELEMENTS(steps); i++)
		if (g_str_equal(name, steps[i].name)) {
			*dump = steps[i].dump;
			return TRUE;
		}
	return FALSE;
}

static void
print_items(GPtrArray *items)
{
	for (guint i = 0; i < items->len; i++) {
		g_autofree char *json = mb_item_to_json(items->pdata[i]);

		puts(json);
	}
}

static void
print_documents(struct mb_documents *documents)
{
	mb_documents_part_ids(documents);
	print_items(documents->items);
}

/* The printable form of the step that @dump asks for.  Transfer full. */
static char *
dump_step(const struct mb_lines *lines, const char *path, enum mb_dump dump,
          const struct mb_conf *conf)
{
	g_autoptr(mb_meetings) meetings = NULL;
	g_autoptr(mb_attendance) attendance = NULL;
	g_autoptr(GPtrArray) drafts = NULL;

	if (dump == MB_DUMP_LINES)
		return mb_lines_dump(lines);
	meetings = mb_meetings_find(lines, path, conf);
	if (dump == MB_DUMP_MEETINGS)
		return mb_meetings_dump(meetings, lines);
	if (dump == MB_DUMP_ATTENDANCE) {
		attendance = mb_attendance_find(lines, meetings, TRUE);
		return mb_attendance_dump(attendance);
	}
	drafts = mb_items_find(lines, meetings, path);
	return mb_items_dump(drafts);
}

/* Read the paper at @path, by way of a converter where there is one for it. */
static struct mb_paper *
read_paper(const char *path, const struct mb_conf *conf, GError **error)
{
	g_autoptr(mb_paper) paper = mb_paper_read(path, error);
	const char *const *command = NULL;
	struct mb_paper *converted = NULL;
	int fd;

	if (paper && paper->type)
		command = mb_conf_converter(conf, paper->type->name);
	if (!command)
		return g_steal_pointer(&paper);
	fd = mb_convert(paper->type->name, command, paper->content, -1, error);
	if (fd >= 0) {
		converted = mb_paper_read_converted(fd, path, error);
		close(fd);
	}
	return converted;
}

static gboolean
dump_paper(const char *path, enum mb_dump dump, const struct mb_conf *conf,
           GError **error)
{
	g_autoptr(mb_paper) paper = read_paper(path, conf, error);
	g_autoptr(mb_documents) documents = NULL;
	g_autoptr(mb_lines) lines = NULL;

	if (paper && mb_conf_expects_items(conf)) {
		documents = mb_exported_read(paper, conf, error);
		if (documents)
			print_documents(documents);
		return documents != NULL;
	}
	if (paper)
		lines = mb_lines_read(paper, error);
	if (!lines)
		return FALSE;
	if (dump == MB_DUMP_JSONL) {
		documents = mb_documents_make(lines, path, conf);
		print_documents(documents);
	} else if (dump == MB_DUMP_FRONT) {
		documents = mb_documents_make(lines, path, conf);
		print_items(documents->fronts);
	} else {
		g_autofree char *text = dump_step(lines, path, dump, conf);

		fputs(text, stdout);
	}
	return TRUE;
}

static void
dump_found(const struct mb_found *found, enum mb_dump dump,
           const struct mb_conf *conf, struct tally *tally)
{
	g_autoptr(GError) error = NULL;

	if (dump_paper(found->shown, dump, conf, &error)) {
		tally->n_printed++;
		return;
	}
	mb_progress_complain(found->shown, error->message);
	if (g_error_matches(error, MB_ERROR, MB_ERROR_NO_TEXT) ||
	    g_error_matches(error, MB_ERROR, MB_ERROR_NO_READER))
		tally->n_printed++;
	else
		tally->n_failed++;
}

static void
dump_name(char *name, const char *skip, enum mb_dump dump,
          const struct mb_conf *conf, struct tally *tally)
{
	char *const names[] = { name, NULL };
	g_autoptr(mb_walk) walk = mb_folder_walk(names, skip);
	guint i;

	for (i = 0; i < walk->unseen->len; i++) {
		const struct mb_unseen *unseen = walk->unseen->pdata[i];

		mb_progress_complain(unseen->shown, unseen->reason);
		if (!unseen->harmless)
			tally->n_failed++;
	}
	for (i = 0; i < walk->found->len; i++)
		dump_found(walk->found->pdata[i], dump, conf, tally);
}

int
mb_dump_papers(char *const *paths, const char *index, enum mb_dump dump,
               const struct mb_conf *conf)
{
	g_autofree char *skip = g_canonicalize_filename(index, NULL);
	struct tally tally = { 0, 0 };

	for (; *paths; paths++)
		dump_name(*paths, skip, dump, conf, &tally);
	if (fflush(stdout) != 0 || ferror(stdout)) {
		mb_progress_complain(NULL, "standard output can't be written");
		return 2;
	}
	if (tally.n_printed == 0)
		return 2;
	return tally.n_failed > 0 ? 1 : 0;
}
