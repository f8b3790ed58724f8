#include "config.h"

#include "indexer/parts.h"

#include <string.h>

#include "indexer/headings.h"
#include "indexer/phrases.h"
#include "indexer/titles.h"

/* How far below the first line of a title its other signs are looked for. */
#define MAX_TITLE_LINES 30

/* How far above "Minutes of …" or "AGENDA" its title may begin. */
#define MAX_ABOVE 6

struct finder {
	const struct mb_lines *lines;
	const struct mb_looks *looks;
	guint n;
	GPtrArray *parts;
	struct mb_part *part; /* the last one; NULL before the first */
	gboolean header;      /* @part began with "Agenda Item No. 5" */
	guint late;           /* last line of business that closes a meeting */
};

static const struct mb_look *
look_at(const struct finder *f, guint i)
{
	return mb_looks_at(f->looks, i);
}

static gboolean
all_capitals(const char *text, gsize n)
{
	gsize i;

	for (i = 0; i < n && text[i]; i++)
		if (g_ascii_islower(text[i]))
			return FALSE;
	return TRUE;
}

gboolean
mb_parts_attendance(const struct mb_lines *lines, const struct mb_looks *looks,
                    guint i)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	const struct mb_line *line = mb_lines_at(lines, i);
	gsize n = mb_phrases_begin(MB_PHRASES_ATTENDANCE, look->fold);
	const char *rest;

	if (!n)
		return FALSE;
	rest = look->fold + n + strspn(look->fold + n, " ");
	if (!*rest || strchr(":-;(", *rest))
		return TRUE;
	return !look->caps && all_capitals(line->text, n);
}

/* The attendance lists that only minutes have: not "Officers", "Chair". */
static gboolean
is_presence(const struct finder *f, guint i)
{
	const char *fold = look_at(f, i)->fold;
	g_autofree char *start = NULL;

	if (!strchr("acimtpo", *fold) ||
	    !mb_parts_attendance(f->lines, f->looks, i))
		return FALSE;
	start = g_strndup(fold, 30);
	return strstr(start, "present") || strstr(start, "presennol") ||
	       strstr(start, "attend") || strstr(start, "in the chair");
}

/* The line of the attendance list below @i, MB_NO_LINE when there is none. */
static guint
presence_below(const struct finder *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES);

	for (; i < end; i++) {
		if (is_presence(f, i))
			return i;
		if (!strcmp(look_at(f, i)->fold, "agenda"))
			return MB_NO_LINE;
	}
	return MB_NO_LINE;
}

static const char *
skip_state(const char *fold)
{
	static const char *const states[] = { "draft ",     "unconfirmed ",
		                              "confirmed ", "unapproved ",
		                              "approved ",  "printed ",
		                              "the ",       "public " };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(states); i++)
		if (g_str_has_prefix(fold, states[i])) {
			fold += strlen(states[i]);
			i = 0;
		}
	return fold;
}

/* Whether a line speaks of minutes as minutes do: "The minutes of the meeting
 * held on 9th September 2020, be approved as a correct record". */
static gboolean
approves_minutes(const char *fold)
{
	return strstr(fold, "approved") || strstr(fold, "correct record") ||
	       strstr(fold, "confirm") || strstr(fold, "signed") ||
	       strstr(fold, "true record") || strstr(fold, "adopted") ||
	       strstr(fold, "agreed");
}

/* Whether line @i is the title of minutes; a list of who was there follows. */
static gboolean
minutes_at(const struct finder *f, guint i)
{
	const char *fold = skip_state(look_at(f, i)->fold);
	gboolean sentence = FALSE;
	guint k;

	if (g_str_has_prefix(fold, "minutes")) {
		const char *rest = fold + 7;

		if (*rest && !g_str_has_prefix(rest, " of") &&
		    !g_str_has_prefix(rest, " for") &&
		    !g_str_has_prefix(rest, ":") &&
		    !g_str_has_prefix(rest, " -"))
			return FALSE;
	} else if (g_str_has_prefix(fold, "a meeting of") ||
	           g_str_has_prefix(fold, "at a meeting of") ||
	           g_str_has_prefix(fold, "notes of") ||
	           g_str_has_prefix(fold, "record of proceedings")) {
		sentence = TRUE;
	} else {
		return FALSE;
	}
	for (k = i; k < MIN(f->n, i + 3); k++)
		if (approves_minutes(look_at(f, k)->fold))
			return FALSE;
	/* "MINUTES OF THE MEETING … PRESENT (6 Councillors): - …" */
	if (!f->part && i < 12 && !sentence)
		return TRUE;
	k = presence_below(f, i + 1);
	return k != MB_NO_LINE && (!sentence || k < i + 12);
}

static gboolean
agenda_at(const struct finder *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const char *rest;

	if (!g_str_has_prefix(look->fold, "agenda") || look->n_words > 14)
		return FALSE;
	rest = look->fold + 6;
	return !*rest || g_str_has_prefix(rest, " -") || *rest == ':' ||
	       g_str_has_prefix(rest, " &") || g_str_has_prefix(rest, " for") ||
	       g_str_has_prefix(rest, " and summons");
}

/* "Action Tracker – Children and Young People Scrutiny Committee" above a
 * table. */
static gboolean
actions_at(const struct finder *f, guint i)
{
	static const char *const leads[] = {
		"action tracker", "action log",      "action list",
		"action sheet",   "actions tracker", "actions log",
		"actions list",   "action points"
	};
	const struct mb_look *look = look_at(f, i);
	guint next = i + 1, k;

	if (look->n_words > 16 || look->sentence)
		return FALSE;
	while (next < MIN(f->n, i + 7) &&
	       mb_lines_at(f->lines, next)->kind != MB_LINE_ROW)
		next++;
	if (next >= MIN(f->n, i + 7))
		return FALSE;
	for (k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(look->fold, leads[k]))
			return TRUE;
	return FALSE;
}

/* The page of a meeting on a council's web site: "Agenda, decisions and draft
 * minutes" as its first heading. */
static gboolean
web_at(const struct finder *f, guint i)
{
	return i < 8 && !f->lines->n_pages &&
	       mb_lines_at(f->lines, i)->heading == 1 &&
	       look_at(f, i)->n_words < 8;
}

char *
mb_parts_item_header(const char *fold)
{
	static const char *const leads[] = {
		"agenda item no. ", "agenda item no ", "agenda item number ",
		"agenda item: ",    "agenda item ",    "item no. ",
		"item no: ",        "item no "
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads); i++) {
		const char *p = fold + strlen(leads[i]);
		gsize n = 0;

		if (!g_str_has_prefix(fold, leads[i]))
			continue;
		while (g_ascii_isdigit(p[n]) ||
		       (n && p[n] == '.' && g_ascii_isdigit(p[n + 1])))
			n++;
		if (n && g_ascii_isalpha(p[n]) && !p[n + 1])
			n++;
		if (n && !p[n + strspn(p + n, " .:")])
			return g_ascii_strup(p, (gssize)n);
	}
	return NULL;
}

/* How many labels and headings of a report stand in the lines below @i. */
static guint
report_signs(const struct finder *f, guint i)
{
	guint end = MIN(f->n, i + MAX_TITLE_LINES), n_signs = 0;

	for (; i < end; i++) {
		const char *fold = look_at(f, i)->fold;
		gsize n = mb_phrases_begin(MB_PHRASES_REPORT, fold);

		if (!n)
			continue;
		if (g_str_has_prefix(fold, "report of") ||
		    g_str_has_prefix(fold, "joint report of") ||
		    mb_phrases_is(MB_PHRASES_REPORT, fold) ||
		    fold[n + strspn(fold + n, " ")] == ':')
			n_signs++;
	}
	return n_signs;
}

static gboolean
begins_report(const char *fold)
{
	static const char *const leads[] = { "report of ",      "report by ",
		                             "report to",       "joint report ",
		                             "from:",           "report title",
		                             "committee report" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads); i++)
		if (g_str_has_prefix(fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* Where a part may begin: at the top of a page, after space, under a rule. */
static gboolean
stands_apart(const struct finder *f, guint i)
{
	const struct mb_line *line = mb_lines_at(f->lines, i);

	return !i || look_at(f, i)->page_top ||
	       (line->gap && !f->looks->gappy) ||
	       mb_lines_at(f->lines, i - 1)->kind == MB_LINE_RULE;
}

/* A heading by markup, or the first line of a page in larger letters. */
static gboolean
is_title_line(const struct finder *f, guint i)
{
	const struct mb_line *line = mb_lines_at(f->lines, i);
	const struct mb_line *next = mb_lines_at(f->lines, i + 1);

	return line->heading ||
	       (look_at(f, i)->page_top && line->size > next->size + 1);
}

/* Above "Report of the Director" its committee and date may stand: "Meeting of
 * the … Committee – 13th March 2023". */
static guint
names_above(const struct finder *f, guint i)
{
	guint floor = f->part ? f->part->first + 1 : 0, k;

	for (k = i; k > floor && k + MAX_ABOVE / 2 > i; k--) {
		const struct mb_look *look = look_at(f, k - 1);
		g_autofree char *name = NULL;

		if (look->n_words > 20 || look->sentence)
			break;
		name = mb_titles_committee(mb_lines_at(f->lines, k - 1)->text);
		if ((name || is_title_line(f, k - 1)) && stands_apart(f, k - 1))
			return k - 1;
	}
	return i;
}

/* Within the labels that a report begins with: "Report to: Cabinet", then
 * "Report of: Director of Growth", are one report's. */
static gboolean
in_report_title(const struct finder *f, guint i)
{
	guint k;

	if (!f->part || f->part->kind != MB_PART_REPORT ||
	    i >= f->part->first + 12)
		return FALSE;
	for (k = f->part->first; k < i; k++)
		if (look_at(f, k)->sentence && look_at(f, k)->n_words > 12)
			return FALSE;
	return TRUE;
}

static gboolean
report_at(const struct finder *f, guint i)
{
	return !in_report_title(f, i) && begins_report(look_at(f, i)->fold) &&
	       (stands_apart(f, i) || names_above(f, i) < i) &&
	       report_signs(f, i) >= 3;
}

/* "Appendix 1 – Contact Activity Data", but not "Appendix A sets out …" and
 * not one of a list of appendices. */
static gboolean
appendix_at(const struct finder *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	const struct mb_line *line = mb_lines_at(f->lines, i);
	guint next;

	if (!g_str_has_prefix(look->fold, "appendix") &&
	    !g_str_has_prefix(look->fold, "annex"))
		return FALSE;
	if (look->n_words > 25 || look->sentence ||
	    line->kind != MB_LINE_TEXT ||
	    !(look->page_top || (stands_apart(f, i) &&
	                         (look->bold || look->caps || line->heading))))
		return FALSE;
	if (g_str_has_prefix(look->fold, "appendices") ||
	    g_str_has_suffix(look->fold, "attached"))
		return FALSE;
	next = mb_looks_next(f->lines, i + 1, MIN(f->n, i + 8));
	return next < MIN(f->n, i + 8) &&
	       !g_str_has_prefix(look_at(f, next)->fold, "append");
}

static gboolean
decision_at(const struct finder *f, guint i)
{
	static const char *const leads[] = { "decision recording form",
		                             "decision notice",
		                             "decisions notice",
		                             "notice of decision",
		                             "notice of decisions",
		                             "record of decision",
		                             "record of decisions",
		                             "decision record",
		                             "decision sheet",
		                             "schedule of decisions",
		                             "proposed record of decision" };
	const struct mb_look *look = look_at(f, i);
	guint k;

	if (*look->fold != 'd' && *look->fold != 'n' && *look->fold != 'r' &&
	    *look->fold != 's' && *look->fold != 'p')
		return FALSE;
	for (k = 0; k < G_N_ELEMENTS(leads); k++)
		if (g_str_has_prefix(look->fold, leads[k]))
			return i < 20 && look->n_words < 12;
	return FALSE;
}

/* The first line of the title that ends at @i: lines above it that are neither
 * prose nor the end of something else. */
static guint
title_above(const struct finder *f, guint i)
{
	guint floor = f->part ? f->part->first + 1 : 0;
	guint page = mb_lines_at(f->lines, i)->page_no, k;

	for (k = 0; k < MAX_ABOVE && i > floor; k++, i--) {
		const struct mb_look *look = look_at(f, i - 1);
		const struct mb_line *line = mb_lines_at(f->lines, i - 1);
		struct mb_heading number;

		if (line->page_no != page || line->kind != MB_LINE_TEXT ||
		    look->n_words > 14 || look->sentence ||
		    !(look->caps || look->title || look->bold) ||
		    mb_phrases_begin(MB_PHRASES_CLOSING, look->fold) ||
		    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
		    mb_headings_number(line->text, &number))
			break;
	}
	return i;
}

/* Business that closes a meeting: what follows its minute may be a report. */
static gboolean
is_last_business(const struct mb_look *look)
{
	static const char *const leads[] = { "any other",       "any urgent",
		                             "items of urgent", "urgent ",
		                             "date of next",    "date and time",
		                             "next meeting",    "closing",
		                             "close of",        "exclusion" };
	guint i;

	for (i = 0; i < G_N_ELEMENTS(leads) && look->n_words <= 20; i++)
		if (g_str_has_prefix(look->fold, leads[i]))
			return TRUE;
	return FALSE;
}

/* "Overview", "The purpose of this report is to give an overview": no minutes
 * any more, but the first words of slides or of a report. */
static gboolean
begins_slides(const struct finder *f, guint i)
{
	const struct mb_look *look = look_at(f, i);
	guint next = mb_looks_next(f->lines, i + 1, MIN(f->n, i + 4));

	return look->n_words <= 3 &&
	       (g_str_has_prefix(look->fold, "overview") ||
	        g_str_has_prefix(look->fold, "purpose") ||
	        g_str_has_prefix(look->fold, "introduction") ||
	        g_str_has_prefix(look->fold, "executive summary") ||
	        g_str_has_prefix(look->fold, "contents")) &&
	       next < MIN(f->n, i + 4) &&
	       (strstr(look_at(f, next)->fold, "this report") ||
	        strstr(look_at(f, next)->fold, "this presentation"));
}

/* The first line of what is no sentence above @i: the title of slides. */
static guint
slides_title(const struct finder *f, guint i)
{
	guint k;

	for (k = 0; k < MAX_ABOVE && i > f->part->first + 1; k++, i--) {
		const struct mb_look *look = look_at(f, i - 1);

		if (look->n_words > 12 || look->sentence || !look->upper ||
		    mb_phrases_is(MB_PHRASES_NOT_ITEM, look->fold) ||
		    mb_phrases_is(MB_PHRASES_CLOSING, look->fold))
			break;
	}
	return i;
}

static struct mb_part *
begin_part(struct finder *f, enum mb_part_kind kind, guint first)
{
	struct mb_part *part = g_new0(struct mb_part, 1);

	if (f->part)
		f->part->end = first;
	part->kind = kind;
	part->first = first;
	f->part = part;
	f->header = FALSE;
	g_ptr_array_add(f->parts, part);
	return part;
}

/* Begin a part whose title begins at @i, or turn the part into it when that
 * has only just begun: "Agenda Item 4", then "Minutes of the …". */
static void
enter(struct finder *f, enum mb_part_kind kind, guint i)
{
	if (f->part && f->header && i < f->part->first + MAX_TITLE_LINES / 3) {
		f->part->kind = kind;
		f->header = FALSE;
		return;
	}
	/* "Minutes of the X", then "A meeting of the X was held": one title. */
	if (f->part && kind == MB_PART_MINUTES && f->part->kind == kind &&
	    i < f->part->first + MAX_TITLE_LINES / 3)
		return;
	if (!f->part && i < MAX_TITLE_LINES * 2)
		i = 0;
	if (!f->part && i)
		begin_part(f, MB_PART_FRONT, 0);
	if (f->part && kind == MB_PART_REPORT)
		i = names_above(f, i);
	else if (f->part && kind != MB_PART_APPENDIX)
		i = title_above(f, i);
	begin_part(f, kind, i);
}

static void
look_for_part(struct finder *f, guint i)
{
	enum mb_part_kind now = f->part ? f->part->kind : MB_PART_FRONT;
	g_autofree char *number = NULL;

	/* A meeting page is one part: "Report of the Head of Leisure" under an
	 * entry announces a report and is none. */
	if (now == MB_PART_WEB)
		return;
	/* A meeting page is one part: "Report of the Head of Leisure" under an
	 * entry announces a report and is none. */
	if (now == MB_PART_WEB)
		return;
	if (now == MB_PART_MINUTES && is_last_business(look_at(f, i)))
		f->late = i;
	if (now == MB_PART_MINUTES && f->late > f->part->first &&
	    begins_slides(f, i)) {
		begin_part(f, MB_PART_APPENDIX, slides_title(f, i));
		return;
	}
	switch (*look_at(f, i)->fold) {
	case 'a':
		if (now == MB_PART_DECISION) {
			break;
		} else if ((number =
		                mb_parts_item_header(look_at(f, i)->fold)) &&
		           now == MB_PART_REPORT && !f->part->number &&
		           i < f->part->first + MAX_TITLE_LINES / 3) {
			f->part->number = g_steal_pointer(&number);
		} else if (number) {
			enter(f, MB_PART_REPORT, i);
			f->part->number = g_steal_pointer(&number);
			f->header = TRUE;
		} else if (!f->part && web_at(f, i)) {
			enter(f, MB_PART_WEB, i);
		} else if (now != MB_PART_AGENDA && now != MB_PART_MINUTES &&
		           agenda_at(f, i)) {
			enter(f, MB_PART_AGENDA, i);
		} else if (minutes_at(f, i)) {
			enter(f, MB_PART_MINUTES, i);
		} else if (actions_at(f, i)) {
			begin_part(f, MB_PART_ACTIONS, f->part ? i : 0);
		} else if ((now == MB_PART_REPORT || now == MB_PART_APPENDIX) &&
		           appendix_at(f, i)) {
			enter(f, MB_PART_APPENDIX, i);
		}
		break;
	case 'd':
	case 'm':
	case 'n':
	case 'r':
	case 's':
	case 'p':
	case 'u':
	case 'c':
	case 'j':
	case 'f':
		if (minutes_at(f, i))
			enter(f, MB_PART_MINUTES, i);
		else if (!f->part && decision_at(f, i))
			enter(f, MB_PART_DECISION, i);
		else if (report_at(f, i) && !f->header)
			enter(f, MB_PART_REPORT, i);
		break;
	default:
		break;
	}
}

/* What a paper without any sign is, by the words of its name and its text. */
static enum mb_part_kind
guess_kind(const struct finder *f, const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *name = g_ascii_strdown(base, -1);
	guint i, n_minutes = 0;

	if (strstr(name, "agenda") && !strstr(name, "minutes"))
		return MB_PART_AGENDA;
	if (strstr(name, "minutes"))
		return MB_PART_MINUTES;
	if (strstr(name, "append") || strstr(name, "annex"))
		return MB_PART_APPENDIX;
	if (strstr(name, "report"))
		return MB_PART_REPORT;
	for (i = 0; i < f->n; i++) {
		const char *fold = look_at(f, i)->fold;

		/* One list of those present is enough. */
		n_minutes += is_presence(f, i) ? 2 : 0;
		n_minutes += strstr(fold, "proposed by") ||
		                     g_str_has_prefix(fold, "resolved") ||
		                     strstr(fold, "seconded") ||
		                     strstr(fold, "apologies")
		                 ? 1
		                 : 0;
		if (n_minutes >= 2)
			return MB_PART_MINUTES;
	}
	return report_signs(f, 0) >= 2 ? MB_PART_REPORT : MB_PART_APPENDIX;
}

/* Where the title of a part ends: at the attendance list of minutes, at the
 * first item of an agenda. */
static guint
title_end(const struct finder *f, const struct mb_part *part)
{
	guint end = MIN(part->end, part->first + MAX_TITLE_LINES * 2), i;

	for (i = part->first; i < end; i++) {
		struct mb_heading h;

		if (part->kind == MB_PART_MINUTES && is_presence(f, i))
			return i;
		if (i > part->first + 2 &&
		    mb_headings_number(mb_lines_at(f->lines, i)->text, &h) &&
		    h.value == 1 && h.mark)
			return i;
	}
	/* A letter that calls a meeting may be long. */
	if (part->kind == MB_PART_AGENDA)
		return end;
	return MIN(part->end, part->first + MAX_TITLE_LINES / 2);
}

GPtrArray *
mb_parts_find(const struct mb_lines *lines, const struct mb_looks *looks,
              const char *path)
{
	struct finder f = { .lines = lines,
		            .looks = looks,
		            .n = lines->lines->len,
		            .parts = g_ptr_array_new() };
	guint i;

	for (i = 0; i < f.n; i++) {
		const struct mb_line *line = mb_lines_at(lines, i);

		if (!line->furniture && line->kind != MB_LINE_RULE)
			look_for_part(&f, i);
	}
	if (!f.n)
		return f.parts;
	if (!f.part)
		begin_part(&f, guess_kind(&f, path), 0);
	f.part->end = f.n;
	for (i = 0; i < f.parts->len; i++) {
		struct mb_part *part = g_ptr_array_index(f.parts, i);

		part->body = title_end(&f, part);
		part->title_first = part->title_end = part->first;
	}
	return f.parts;
}
