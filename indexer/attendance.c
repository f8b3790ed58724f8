#include "indexer/attendance.h"

#include <string.h>

#include "base/date.h"
#include "indexer/attendance-list.h"
#include "indexer/mentions.h"

/* Names found in lists and text of one paper, each as often as it stands there:
 * each is compared with all, and no pack has so many. */
#define MAX_ATTENDEES 20000u

/* A list of who was there is no longer than this many lines. */
#define ROLL_MAX_LINES 80
/* One without a label stands within so many lines of the title. */
#define ROLL_MAX_ABOVE 12
/* Text is read for names in pieces of at most this many lines. */
#define CHUNK_LINES 400

/* "Apologies" stands this many words before a name at most. */
#define APOLOGY_MAX_WORDS 40

/* --- lists --------------------------------------------------------------- */

static gboolean
is_numbered(const struct mb_tokens *t)
{
	/* "84.    Apologies", "1"; but not "9 members of the public" */
	guint i = 1;

	if (t->n == 0 || !(t->tokens[0].flags & MB_TOKEN_NUMBER))
		return FALSE;
	/* "1/16 To receive", "18.01.1 Apologies" */
	while (i < t->n && (t->tokens[i].flags & MB_TOKEN_NUMBER))
		i++;
	return t->n == i || (t->tokens[i].gap & (MB_GAP_STOP | MB_GAP_CLOSE)) ||
	       (t->tokens[i].flags & MB_TOKEN_UPPER);
}

/* Words that a sentence has and a list of names has not. */
static gboolean
is_sentence(const struct mb_tokens *t)
{
	static const char verbs[] =
	    "was were had welcomed is are be will advised stated noted "
	    "agreed declared received submitted held opened thanked "
	    "reported confirmed proposed seconded resolved";
	static GHashTable *verb_set;

	for (guint i = 0; i < t->n; i++)
		if (!(t->tokens[i].flags & MB_TOKEN_UPPER) &&
		    mb_word_in(t->tokens[i].fold, &verb_set, verbs))
			return TRUE;
	return FALSE;
}

/* "One member of the public", "CC": a line that names nobody but belongs to the
 * list. */
static gboolean
is_by_the_way(const struct mb_tokens *t)
{
	static const char words[] = "public press parishioners residents";
	static GHashTable *set;

	if (t->n == 1)
		return (t->tokens[0].flags & MB_TOKEN_CAPS) &&
		       t->tokens[0].len <= 4;
	for (guint i = 0; i < t->n && t->n < 10; i++)
		if (mb_word_in(t->tokens[i].fold, &set, words))
			return TRUE;
	return FALSE;
}

/* Does line @i go on with the list?  A list ends at a heading, a number, a
 * sentence, or a line without anybody on it. */
static gboolean
goes_on(const struct mb_lines *lines, guint i, const char *before)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	g_autoptr(mb_tokens) t = NULL;
	struct mb_name name;
	struct mb_role role;
	gsize n = strlen(before);
	char last = n ? before[n - 1] : ':';

	if (line->furniture)
		return TRUE;
	if (line->kind == MB_LINE_RULE || line->heading > 0)
		return FALSE;
	t = mb_tokens_new(line->text);
	if (t->n == 0 || is_numbered(t) || is_sentence(t))
		return FALSE;
	if (last == ',' || last == '-' || last == '(' || is_by_the_way(t))
		return TRUE;
	if (mb_name_read(t, 0, FALSE, &name) ||
	    mb_role_read(t, 0, FALSE, &role))
		return TRUE;
	for (guint k = 0; k < t->n; k++)
		if (mb_name_read(t, k, FALSE, &name))
			return last != '.' ||
			       (t->tokens[0].flags & MB_TOKEN_UPPER);
	/* The end of a wrapped line: "and Wilson." */
	return last != '.' && last != ':' && last != ';' &&
	       (!line->gap || !(t->tokens[0].flags & MB_TOKEN_UPPER));
}

/* Does a line begin with a person, so that it is no end of the line before?
 * "Ian Shaw – Democratic Services", "Clerk J Connelly". */
static gboolean
begins_person(const char *line)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(line);
	struct mb_name name;
	struct mb_role role;

	if (mb_name_read(t, 0, FALSE, &name))
		return name.title || (name.sure && name.full);
	return mb_role_read(t, 0, FALSE, &role) && role.kind == MB_ROLE_POST &&
	       mb_name_read(t, role.end, FALSE, &name) && name.full;
}

/* Does a line of a list leave its entry open? */
static gboolean
is_open(const char *line)
{
	static const char *const ends[] = { ",", "(",    "-",   "–",
		                            "&", " and", " of", " for" };

	for (guint i = 0; i < G_N_ELEMENTS(ends); i++)
		if (g_str_has_suffix(line, ends[i]))
			return TRUE;
	return FALSE;
}

/* The text of a list: as flowing text, but who begins a line is not joined to
 * who stands before. */
static char *
roll_text(const struct mb_lines *lines, guint first, gsize offset, guint end)
{
	GString *out = g_string_new(NULL);
	guint from = first;

	for (guint i = first + 1; i <= end; i++) {
		g_autofree char *piece = NULL;

		if (i < end && (is_open(mb_lines_at(lines, i - 1)->text) ||
		                !begins_person(mb_lines_at(lines, i)->text)))
			continue;
		piece = mb_flow(lines, from, from == first ? offset : 0, i);
		g_string_append_printf(out, "%s%s", out->len ? "\n" : "",
		                       piece);
		from = i;
	}
	return g_string_free(out, FALSE);
}

static guint
read_roll(const struct mb_lines *lines, guint i, guint end,
          const struct mb_roll_label *label, const struct mb_part *part,
          GPtrArray *out)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const char *before = line->text + label->end;
	guint first = i, from = out->len;
	struct mb_roll_label other;
	g_autofree char *text = NULL;

	for (i = first + 1; i < end && i - first < ROLL_MAX_LINES; i++) {
		const struct mb_line *next = mb_lines_at(lines, i);

		/* Without a label the list is one paragraph. */
		if (mb_roll_label_read(next->text, &other) ||
		    (!label->end && next->gap) || !goes_on(lines, i, before))
			break;
		if (!next->furniture)
			before = next->text;
	}
	text = roll_text(lines, first, label->end, i);
	mb_roll_read(text, label, out);
	g_ptr_array_set_size(out, (gint)MIN(out->len, MAX_ATTENDEES));
	for (guint k = from; k < out->len; k++) {
		struct mb_attendee *a = g_ptr_array_index(out, k);

		a->meeting = part->meeting;
		a->line = first;
	}
	return i;
}

/* How many names have their initials behind them: "Andrew Eames (AE), Harry
 * Bees (HB)". */
static guint
count_keys(const struct mb_tokens *t)
{
	guint n = 0;

	for (guint i = 0; i < t->n; i++) {
		struct mb_name name;
		g_autofree char *text = NULL, *key = NULL;

		if (!mb_name_read(t, i, FALSE, &name))
			continue;
		i = name.end - 1;
		if (!(mb_tokens_gap(t, name.end) & MB_GAP_OPEN) ||
		    !(mb_tokens_gap(t, name.end + 1) & MB_GAP_CLOSE))
			continue;
		text = mb_name_text(t, &name);
		key = mb_tokens_text(t, name.end, name.end + 1);
		n += mb_name_may_have_key(text, key) ? 1 : 0;
	}
	return n;
}

static gboolean
has_plural_title(const struct mb_tokens *t)
{
	for (guint i = 0; i < t->n; i++) {
		gboolean plural;
		guint end;

		if (mb_title_read(t, i, &end, &plural) == MB_TITLE_MEMBER &&
		    plural)
			return TRUE;
	}
	return FALSE;
}

/* "Councillors D Risk (Chairman) (DR), P Summers (PS)", "Councillor Moira
 * Thomas (Mayor) Councillors Graham Davies, Ken Edwards": at the head of
 * minutes, without a label. */
static gboolean
is_bare_roll(const struct mb_lines *lines, const struct mb_part *part, guint i,
             struct mb_roll_label *label)
{
	const char *text = mb_lines_at(lines, i)->text;
	g_autoptr(mb_tokens) t = NULL;
	struct mb_name name;

	if (part->kind != MB_PART_MINUTES || i > part->first + ROLL_MAX_ABOVE)
		return FALSE;
	t = mb_tokens_new(text);
	if (!mb_name_read(t, 0, FALSE, &name) || is_sentence(t))
		return FALSE;
	*label = (struct mb_roll_label){ .standing = MB_STANDING_MEMBER };
	if (name.title == MB_TITLE_MEMBER) {
		const char *comma = strchr(text, ',');

		label->certain = TRUE;
		return comma && strchr(comma + 1, ',') && has_plural_title(t);
	}
	/* "Liz Parry-Jones (LPJ) Clerk" stands alone. */
	return count_keys(t) > 0;
}

static void
read_rolls(const struct mb_lines *lines, const struct mb_part *part,
           GPtrArray *out)
{
	guint i = part->first;

	while (i < part->end) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_roll_label label;

		if (!line->furniture && line->kind != MB_LINE_RULE &&
		    (mb_roll_label_read(line->text, &label) ||
		     is_bare_roll(lines, part, i, &label)))
			i = read_roll(lines, i, part->end, &label, part, out);
		else
			i++;
	}
}

/* --- names with roles in the text ---------------------------------------- */

static gboolean
is_listed_as(GPtrArray *out, const struct mb_part *part, const char *name,
             enum mb_standing standing)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->standing == standing &&
		    a->meeting == part->meeting && strcmp(a->name, name) == 0)
			return TRUE;
	}
	return FALSE;
}

static void
add_mention(const struct mb_mention *m, const struct mb_part *part, guint line,
            GPtrArray *out)
{
	enum mb_standing standing;
	struct mb_attendee *a;

	if (!m->name || !m->full)
		return;
	/* "… M Dixon and P Moran Clerk J Connelly", "Cllrs I Robinson, J
	 * Franklyn (JF, Clerk)": the list knows better. */
	if (is_listed_as(out, part, m->name,
	                 m->title == MB_TITLE_MEMBER ? MB_STANDING_OFFICER
	                                             : MB_STANDING_MEMBER))
		return;
	if (m->title == MB_TITLE_MEMBER ||
	    (m->role && m->kind == MB_ROLE_MEMBER))
		standing = MB_STANDING_MEMBER;
	else if ((m->role && m->kind == MB_ROLE_POST) || m->contact)
		standing = MB_STANDING_OFFICER;
	else
		return;
	a = mb_attendee_new(m->name,
	                    standing == MB_STANDING_OFFICER ? m->role : NULL,
	                    standing);
	a->title = m->title;
	a->meeting = part->meeting;
	a->line = line;
	g_ptr_array_add(out, a);
	/* "Lead for Law and Governance (Monitoring Officer)": two posts. */
	if (m->second) {
		a = mb_attendee_new(m->name, m->second, standing);
		a->title = m->title;
		a->meeting = part->meeting;
		a->line = line;
		g_ptr_array_add(out, a);
	}
}

/* "Apologies were received from Mrs C Bell": absent, and a member where
 * members are titled like that. */
static gboolean
after_apologies(const struct mb_tokens *t, guint i)
{
	guint from = i > APOLOGY_MAX_WORDS ? i - APOLOGY_MAX_WORDS : 0;

	for (guint k = i; k-- > from;) {
		if (g_str_has_prefix(t->tokens[k].fold, "apolog"))
			return TRUE;
		if ((t->tokens[k + 1].gap & MB_GAP_STOP) &&
		    t->tokens[k].len > 4)
			return FALSE;
	}
	return FALSE;
}

/* How members are printed in the lists of the part; in the whole paper, when it
 * has no list: "Alan Smith" is a member where nobody is "Cllr". */
static enum mb_title
title_of_members(const struct mb_part *part, GPtrArray *out)
{
	guint n[MB_TITLE_CIVIL + 1] = { 0 }, n_listed = 0, n_titled = 0;

	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->standing != MB_STANDING_MEMBER)
			continue;
		n_titled += a->title == MB_TITLE_MEMBER ? 1 : 0;
		if (!a->listed || a->meeting != part->meeting)
			continue;
		n[a->title]++;
		n_listed++;
	}
	if (n_listed == 0)
		return n_titled ? MB_TITLE_MEMBER : MB_TITLE_NONE;
	if (n[MB_TITLE_CIVIL] * 2 > n_listed)
		return MB_TITLE_CIVIL;
	return n[MB_TITLE_NONE] * 2 > n_listed ? MB_TITLE_NONE
	                                       : MB_TITLE_MEMBER;
}

/* "Kenny Combe (KC)": the key that the paper calls him by; NULL when none
 * stands there. */
static char *
key_behind(const struct mb_tokens *t, const struct mb_mention *m)
{
	g_autofree char *key = NULL;

	if (!(mb_tokens_gap(t, m->end) & MB_GAP_OPEN) || m->end >= t->n ||
	    !(t->tokens[m->end].flags & MB_TOKEN_CAPS) ||
	    !(mb_tokens_gap(t, m->end + 1) & MB_GAP_CLOSE))
		return NULL;
	key = mb_tokens_text(t, m->end, m->end + 1);
	return mb_name_has_key(m->name, key) ? g_steal_pointer(&key) : NULL;
}

/* Is the person in a list of the part?  "Apologies:" may be the head of a
 * column beside those present. */
static gboolean
is_listed(GPtrArray *out, const struct mb_part *part, const char *name)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && a->name && a->meeting == part->meeting &&
		    mb_names_agree(a->name, name))
			return TRUE;
	}
	return FALSE;
}

static void
add_apology(const struct mb_tokens *t, const struct mb_mention *m,
            const struct mb_part *part, guint line, GPtrArray *out)
{
	struct mb_attendee *a;

	if (!m->name || m->role || m->title == MB_TITLE_MEMBER ||
	    m->title == MB_TITLE_RANK || !after_apologies(t, m->first))
		return;
	if (m->title == MB_TITLE_NONE && (!m->full || !m->sure))
		return;
	if (title_of_members(part, out) != m->title ||
	    is_listed(out, part, m->name))
		return;
	a = mb_attendee_new(m->name, NULL, MB_STANDING_MEMBER);
	a->initials = key_behind(t, m);
	a->listed = a->initials != NULL;
	a->title = m->title;
	a->absent = TRUE;
	a->meeting = part->meeting;
	a->line = line;
	g_ptr_array_add(out, a);
}

static gboolean
may_hold_rolls(enum mb_part_kind kind)
{
	return kind != MB_PART_REPORT && kind != MB_PART_APPENDIX &&
	       kind != MB_PART_ACTIONS && kind != MB_PART_QUESTIONS;
}

static void
read_text(const struct mb_lines *lines, const struct mb_part *part,
          GPtrArray *out)
{
	for (guint i = part->first; i < part->end; i += CHUNK_LINES) {
		guint end = MIN(i + CHUNK_LINES, part->end);
		g_autofree char *text = mb_flow(lines, i, 0, end);
		g_autoptr(mb_tokens) t = mb_tokens_new(text);
		g_autoptr(GPtrArray) mentions = mb_mentions_find(t);

		for (guint k = 0; k < mentions->len && out->len < MAX_ATTENDEES;
		     k++) {
			const struct mb_mention *m =
			    g_ptr_array_index(mentions, k);

			add_mention(m, part, i, out);
			if (may_hold_rolls(part->kind))
				add_apology(t, m, part, i, out);
		}
	}
}

/* --- the whole ----------------------------------------------------------- */

/* TRUE when the same thing was said of the same person before. */
static gboolean
is_known(GHashTable *seen, const struct mb_attendee *a)
{
	char *key = g_strdup_printf("%p|%s|%s|%d", (const void *)a->meeting,
	                            a->name ? a->name : "",
	                            a->role ? a->role : "", a->listed);

	return !g_hash_table_add(seen, key);
}

/* "Apologies: Cathy Fleet", whom the paper calls the Clerk elsewhere: absent,
 * but no member. */
static void
set_absent_officer(GPtrArray *found, struct mb_attendee *a)
{
	if (!a->absent || a->role || a->standing != MB_STANDING_MEMBER ||
	    a->title != MB_TITLE_NONE || !a->name)
		return;
	for (guint i = 0; i < found->len; i++) {
		const struct mb_attendee *b = g_ptr_array_index(found, i);

		if (b->standing != MB_STANDING_OFFICER || !b->name ||
		    !b->surname || strcmp(b->surname, a->surname) != 0 ||
		    !mb_names_agree(b->name, a->name))
			continue;
		a->standing = MB_STANDING_OFFICER;
		if (b->role && !a->role) {
			a->role = g_strdup(b->role);
			a->key = mb_role_key_new(b->role);
		}
	}
}

static void
index_by_surname(struct mb_attendance *attendance)
{
	for (guint i = 0; i < attendance->attendees->len; i++) {
		struct mb_attendee *a =
		    g_ptr_array_index(attendance->attendees, i);
		GPtrArray *list;

		if (!a->surname)
			continue;
		list = g_hash_table_lookup(attendance->by_surname, a->surname);
		if (!list) {
			list = g_ptr_array_new();
			g_hash_table_insert(attendance->by_surname, a->surname,
			                    list);
		}
		g_ptr_array_add(list, a);
	}
}

struct mb_attendance *
mb_attendance_find(const struct mb_lines *lines,
                   const struct mb_meetings *meetings, gboolean withheld)
{
	struct mb_attendance *attendance = g_new0(struct mb_attendance, 1);
	g_autoptr(GPtrArray) found = g_ptr_array_new();
	g_autoptr(GPtrArray) twice =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_attendee_free);
	g_autoptr(GHashTable) seen =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);

	attendance->attendees =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_attendee_free);
	attendance->by_surname = g_hash_table_new_full(
	    g_str_hash, g_str_equal, NULL, (GDestroyNotify)g_ptr_array_unref);
	for (guint i = 0; i < meetings->parts->len; i++) {
		const struct mb_part *part =
		    g_ptr_array_index(meetings->parts, i);

		if (part->withheld && !withheld)
			continue;
		if (may_hold_rolls(part->kind))
			read_rolls(lines, part, found);
		read_text(lines, part, found);
	}
	for (guint i = 0; i < found->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(found, i);

		set_absent_officer(found, a);
		if (!is_known(seen, a))
			g_ptr_array_add(attendance->attendees, a);
		else
			g_ptr_array_add(twice, a);
	}
	index_by_surname(attendance);
	return attendance;
}

void
mb_attendance_free(struct mb_attendance *attendance)
{
	if (!attendance)
		return;
	g_hash_table_unref(attendance->by_surname);
	g_ptr_array_unref(attendance->attendees);
	g_free(attendance);
}

char *
mb_attendance_dump(const struct mb_attendance *attendance)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < attendance->attendees->len; i++) {
		const struct mb_attendee *a =
		    g_ptr_array_index(attendance->attendees, i);
		g_autofree char *date =
		    a->meeting ? mb_date_to_iso(a->meeting->date_ymd) : NULL;

		g_string_append_printf(
		    out, "%s %u %s%s%s%s: %s", date ? date : "-", a->line + 1,
		    a->listed ? "list " : "text ",
		    mb_standing_name(a->standing), a->chair ? " chair" : "",
		    a->absent ? " absent" : "", a->name ? a->name : "-");
		if (a->initials)
			g_string_append_printf(out, " [%s]", a->initials);
		if (a->role)
			g_string_append_printf(out, ", %s", a->role);
		g_string_append_c(out, '\n');
	}
	return g_string_free(out, FALSE);
}
