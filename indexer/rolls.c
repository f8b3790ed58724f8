#include "indexer/rolls.h"

#include <string.h>

#include "indexer/meeting-sorts.h"
#include "indexer/phrases.h"
#include "indexer/roll-columns.h"
#include "indexer/roll-entry.h"
#include "indexer/roll-marks.h"
#include "indexer/rolls-told.h"

/* A list of who was there is no longer than this many lines. */
#define ROLL_MAX_LINES 80
/* So many lines that begin with a person each make a list of one a line. */
#define MIN_IN_TURN 3
/* One without a label stands within so many lines of the title. */
#define ROLL_MAX_ABOVE 12

static gboolean
is_numbered(const struct mb_tokens *t)
{
	/* "84.    Apologies", "1"; but not "9 members of the public" */
	guint i = 1;

	if (t->n == 0)
		return FALSE;
	/* "GB/2223/001: Welcome and Apologies" */
	if (t->n > 2 && (t->tokens[0].flags & MB_TOKEN_CAPS) &&
	    (t->tokens[1].flags & MB_TOKEN_NUMBER) &&
	    (t->tokens[1].gap & MB_GAP_SLASH))
		return TRUE;
	if (!(t->tokens[0].flags & MB_TOKEN_NUMBER))
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
	    "reported confirmed proposed seconded resolved expressed "
	    "called led convened chaired recited "
	    "outlined requested extended informed explained proceeded";
	static struct mb_word_set *verb_set;

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
	static const char words[] =
	    "public press parishioners residents electronic remote";
	static struct mb_word_set *set;

	if (t->n == 1)
		return (t->tokens[0].flags & MB_TOKEN_CAPS) &&
		       t->tokens[0].len <= 4;
	for (guint i = 0; i < t->n && t->n < 10; i++)
		if (mb_word_in(t->tokens[i].fold, &set, words))
			return TRUE;
	return FALSE;
}

/* "3. Martin Holloway, Chief Executive": a list may count who was there. */
static gboolean
is_numbered_person(const struct mb_tokens *t)
{
	struct mb_name name;

	return mb_name_read(t, 1, FALSE, &name) && (name.sure || name.title) &&
	       (name.end >= t->n || mb_roll_has_role(t, &name));
}

/* "…, Siân Tudor-Rees, D.H." and on the next line "Vaughan", "Miss K" and
 * "Ullman": the stop is no end of a list. */
static gboolean
ends_in_initial(const char *line)
{
	gsize n = strlen(line);

	if (n > 0 && line[n - 1] == '.')
		n--;
	return n > 1 && g_ascii_isupper(line[n - 1]) &&
	       (line[n - 2] == '.' || line[n - 2] == ' ');
}

/* "Welcome by Chairperson – Cllr. Michael Murphy", "At the outset of the
 * meeting Councillor Orme": business begins. */
static gboolean
begins_business(const struct mb_tokens *t)
{
	static const char words[] = "welcome introduction introductions "
				    "opening declarations declaration at";
	static struct mb_word_set *set;

	return mb_word_in(t->tokens[0].fold, &set, words);
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
	char last = n == 0                    ? ':'
	            : ends_in_initial(before) ? ','
	                                      : before[n - 1];

	/* "|": the empty rows of a table */
	if (line->furniture || strcmp(line->text, "|") == 0)
		return TRUE;
	if (line->kind == MB_LINE_RULE || line->heading > 0)
		return FALSE;
	t = mb_tokens_new(line->text);
	if (t->n == 0 || (is_numbered(t) && !is_numbered_person(t)) ||
	    is_sentence(t) || begins_business(t))
		return FALSE;
	if (last == ',' || last == '-' || last == '(' || is_by_the_way(t))
		return TRUE;
	/* Whatever stands close below a label belongs to it. */
	if (last == ':' && !line->gap && (t->tokens[0].flags & MB_TOKEN_UPPER))
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

/* "Fran Wetherby (FW) Director of Transport" */
static gboolean
has_key(const struct mb_tokens *t, const struct mb_name *name)
{
	g_autofree char *text = NULL, *key = NULL;

	if (!(mb_tokens_gap(t, name->end) & MB_GAP_OPEN) ||
	    !(mb_tokens_gap(t, name->end + 1) & MB_GAP_CLOSE))
		return FALSE;
	text = mb_name_text(t, name);
	key = mb_tokens_text(t, name->end, name->end + 1);
	return mb_name_may_have_key(text, key);
}

/* Does a line begin with a person, so that it is no end of the line before?
 * "Ian Shaw – Democratic Services", "Clerk J Connelly".
 *   one_a_line  the lines before begin with a person each: "Gwyn Harris
 *               Simultaneous Translator" does too, though no word of it says
 *               so */
static gboolean
begins_person(const char *line, gboolean one_a_line)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(line);
	struct mb_name name;
	struct mb_role role;

	if (mb_name_read(t, 0, FALSE, &name))
		return name.title ||
		       (name.full &&
		        (name.sure || one_a_line ||
		         mb_roll_has_role(t, &name) || has_key(t, &name)));
	return (mb_roll_post_first(t, 0, FALSE, &role, &name) && name.full) ||
	       mb_roll_group_end(t, 0) > 0;
}

/* "Trustees: Ann Hale and Bob Orme; Township Clerk": whose post it is stands on
 * the next line. */
static gboolean
ends_in_post(const char *line)
{
	const char *last = strrchr(line, ';');

	return last && last[1] == ' ' &&
	       mb_role_kind_of(last + 2) == MB_ROLE_POST;
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
	return ends_in_initial(line) || ends_in_post(line);
}

/* The lines [from, end) of a list, in whose first a bar parts the columns. */
static char *
entry_text(const struct mb_lines *lines, guint from, gsize offset, guint end)
{
	g_autofree char *text = mb_flow(lines, from, offset, end);
	const struct mb_line *line = mb_lines_at(lines, from);
	gsize column = line->column;

	if (line->furniture || column <= offset ||
	    column - offset >= strlen(text))
		return g_steal_pointer(&text);
	column -= offset;
	return g_strdup_printf("%.*s| %s", (int)column, text, text + column);
}

/* "Members | Role", "Name | Organisation": the head of a table of people. */
static gboolean
is_table_head(const struct mb_line *line)
{
	static const char *const heads[] = {
		"member", "members",      "name",         "names",
		"role",   "position",     "representing", "organisation",
		"title",  "organization", "designation",  "present",
		"absent", "apologies",    "attendance",   NULL
	};

	if (line->kind != MB_LINE_ROW || !line->cells || !line->cells[0])
		return FALSE;
	for (guint i = 0; line->cells[i]; i++) {
		g_autofree char *head = g_ascii_strdown(line->cells[i], -1);

		if (*head && !g_strv_contains(heads, head))
			return FALSE;
	}
	return TRUE;
}

/* A label, which the first cell of a row may be: "Staff | M Hask, Clerk". */
static gboolean
read_label(const struct mb_line *line, struct mb_roll_label *label)
{
	const char *const *cells = (const char *const *)line->cells;

	if (mb_roll_label_read(line->text, label))
		return TRUE;
	if (!cells || !cells[0] || !cells[1] || is_table_head(line))
		return FALSE;
	return mb_roll_label_read(cells[0], label) &&
	       label->end == strlen(cells[0]);
}

/* "Name | Present | Apologies": the head of a table that tells of each whether
 * he was there. */
static gboolean
is_ticks_head(const struct mb_line *line)
{
	const char *const *cells = (const char *const *)line->cells;

	return is_table_head(line) && cells[1] &&
	       (g_strv_contains(cells, "Present") ||
	        g_strv_contains(cells, "Attendance"));
}

/* The text of a list: as flowing text, but who begins a line is not joined to
 * who stands before. */
static char *
roll_text(const struct mb_lines *lines, guint first, gsize offset, guint end)
{
	GString *out = g_string_new(NULL);
	guint from = first, n_in_turn = 0;

	for (guint i = first + 1; i <= end; i++) {
		gboolean head = i < end && is_table_head(mb_lines_at(lines, i));
		g_autofree char *piece = NULL;

		/* Right below a head. */
		if (i <= from)
			continue;
		if (i < end && !head &&
		    (is_open(mb_lines_at(lines, i - 1)->text) ||
		     !begins_person(mb_lines_at(lines, i)->text,
		                    n_in_turn >= MIN_IN_TURN))) {
			n_in_turn = 0;
			continue;
		}
		n_in_turn++;
		piece = entry_text(lines, from, from == first ? offset : 0, i);
		g_string_append_printf(out, "%s%s", out->len ? "\n" : "",
		                       piece);
		from = i + (head ? 1 : 0);
	}
	return g_string_free(out, FALSE);
}

static gboolean
has_members(GPtrArray *out, const struct mb_part *part)
{
	for (guint i = 0; i < out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(out, i);

		if (a->listed && !a->absent && a->meeting == part->meeting &&
		    a->standing == MB_STANDING_MEMBER)
			return TRUE;
	}
	return FALSE;
}

/* Where and of which meeting those of a list were read, from @from on. */
static void
place(GPtrArray *out, guint from, const struct mb_part *part, guint line)
{
	while (out->len > MB_MAX_ATTENDEES)
		mb_attendee_free(g_ptr_array_steal_index(out, out->len - 1));
	for (guint k = from; k < out->len; k++) {
		struct mb_attendee *a = g_ptr_array_index(out, k);

		a->meeting = part->meeting;
		a->line = line;
	}
}

/* Who was there, told in sentences above everything else. */
static void
read_told(const struct mb_lines *lines, guint i, const struct mb_part *part,
          GPtrArray *out)
{
	guint from = out->len;

	if (part->kind != MB_PART_MINUTES || i > part->first + ROLL_MAX_ABOVE ||
	    has_members(out, part))
		return;
	mb_rolls_told(lines, i, part, out);
	place(out, from, part, i);
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
	g_autofree char *text = NULL, *away = NULL;

	for (i = first + 1; i < end && i - first < ROLL_MAX_LINES; i++) {
		const struct mb_line *next = mb_lines_at(lines, i);

		if (is_table_head(next))
			continue;
		/* Without a label the list is one paragraph. */
		if (read_label(next, &other) || (!label->end && next->gap) ||
		    !goes_on(lines, i, before))
			break;
		if (!next->furniture)
			before = next->text;
	}
	text = roll_text(lines, first, label->end, i);
	away = mb_roll_marks_take(&text);
	mb_rolls_in_paragraph(text, label, out);
	if (away) {
		other = *label;
		other.absent = TRUE;
		mb_rolls_in_paragraph(away, &other, out);
	}
	place(out, from, part, first);
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

		if (!mb_name_read(t, i, FALSE, &name))
			continue;
		i = name.end - 1;
		n += has_key(t, &name) ? 1 : 0;
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
	if (i > part->first && is_ticks_head(mb_lines_at(lines, i - 1)))
		return TRUE;
	if (name.title == MB_TITLE_MEMBER) {
		const char *comma = strchr(text, ',');

		label->certain = TRUE;
		return comma && strchr(comma + 1, ',') && has_plural_title(t);
	}
	/* "Liz Parry-Jones (LPJ) Clerk" stands alone. */
	return count_keys(t) > 0;
}

/* "were discussed with the consent of the" and on the next line
 * "Cathaoirleach.": the end of a sentence is no label. */
static gboolean
ends_sentence(const struct mb_lines *lines, const struct mb_part *part, guint i)
{
	g_autofree char *text = NULL;
	const char *word;

	if (i == part->first || mb_lines_at(lines, i)->gap)
		return FALSE;
	text = g_strchomp(g_strdup(mb_lines_at(lines, i - 1)->text));
	word = strrchr(text, ' ');
	/* "Oakes C, Bash A" ends in an initial. */
	return word && g_ascii_islower(word[1]) &&
	       mb_phrases_joins(word + 1, strlen(word + 1));
}

void
mb_rolls_find(const struct mb_lines *lines, const struct mb_part *part,
              GPtrArray *out)
{
	guint i = part->first;

	while (i < part->end) {
		const struct mb_line *line = mb_lines_at(lines, i);
		struct mb_roll_label label;

		if (!line->furniture && line->kind != MB_LINE_RULE &&
		    !ends_sentence(lines, part, i) &&
		    (read_label(line, &label) ||
		     is_bare_roll(lines, part, i, &label))) {
			guint from = out->len, head = i;

			label.first = !has_members(out, part);
			label.small = mb_meeting_is_small(part->meeting);
			label.mixed = mb_meeting_is_mixed(part->meeting);
			i = mb_roll_columns_read(lines, i, part->end, &label,
			                         out);
			place(out, from, part, head);
			if (i > head)
				continue;
			i = read_roll(lines, i, part->end, &label, part, out);
		} else {
			if (!line->furniture)
				read_told(lines, i, part, out);
			i++;
		}
	}
}
