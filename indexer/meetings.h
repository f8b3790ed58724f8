/* meetings: which meeting each part of a paper belongs to.
 * In: struct mb_lines (lines.h).  Out: struct mb_part (items.h).
 * Printed by `minutebook-index --dump=meetings`. */
#ifndef MB_INDEXER_MEETINGS_H
#define MB_INDEXER_MEETINGS_H

#include <glib.h>

#include "base/conf.h"
#include "base/sitting.h"
#include "indexer/lines.h"
#include "indexer/looks.h"

/* What a part of a paper is. */
enum mb_part_kind {
	MB_PART_FRONT, /* titles, notices, distribution lists: no items */
	MB_PART_AGENDA,
	MB_PART_MINUTES,
	MB_PART_REPORT,
	MB_PART_APPENDIX,
	MB_PART_ACTIONS,   /* an action tracker */
	MB_PART_DECISION,  /* a decision notice */
	MB_PART_QUESTIONS, /* questions and answers annex */
	MB_PART_WEB, /* a meeting page: agenda entries, some with minutes */
};

/* A sitting of one committee on one date; shared by parts. */
struct mb_meeting {
	guint32 date_ymd; /* 0 unknown */
	enum mb_date_source date_source;
	guint weekday;   /* GDateWeekday printed beside it; 0 none */
	char *committee; /* as printed; NULL unknown */
	char *council;   /* as printed; NULL unknown */
};

struct mb_part {
	enum mb_part_kind kind;
	const struct mb_meeting *meeting; /* owned by struct mb_meetings */
	guint first;                      /* first line */
	guint end;                        /* first line after it */
	guint body;   /* first line after its title, at most @end */
	char *number; /* agenda item a report or appendix belongs to; NULL */
	guint title_first; /* lines of a report's or appendix's title; equal */
	guint title_end;   /* when it has none */
	char *withheld; /* the words that withhold it from publication; NULL */
};

struct mb_meetings {
	GPtrArray *meetings; /* of struct mb_meeting, in order of appearance */
	GPtrArray *parts; /* of struct mb_part, covering every line in order */
	struct mb_looks *looks; /* of the paper's lines */
};

/* Part a paper into meetings.
 *   lines    borrowed
 *   path     of the paper, for a date or committee in its name
 *   conf     for the council's name, and words that withhold a part
 *   returns  (transfer full) never NULL; at least one part when there are lines
 */
struct mb_meetings *mb_meetings_find(const struct mb_lines *lines,
                                     const char *path,
                                     const struct mb_conf *conf);
void mb_meetings_free(struct mb_meetings *meetings);
typedef struct mb_meetings mb_meetings;
G_DEFINE_AUTOPTR_CLEANUP_FUNC(mb_meetings, mb_meetings_free)

const char *mb_part_kind_name(enum mb_part_kind kind);

/* For --dump=meetings and golden tests.  Transfer full. */
char *mb_meetings_dump(const struct mb_meetings *meetings,
                       const struct mb_lines *lines);

#endif
