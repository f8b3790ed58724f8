#include "indexer/rolls-told.h"

#include <string.h>

#include "indexer/attendance-list.h"
#include "indexer/sentences.h"

/* Who was there is told in prose within one paragraph, and of several. */
#define PROSE_MAX_LINES 8
#define PROSE_MIN_NAMES 3
/* "Those members of the Board in attendance were" */
#define LEAD_MAX_BYTES 60

/* The list in a sentence that tells who was there, cut out of @sentence; NULL
 * when there is none.  "Supervisors V Pell and D York, Clerk J Ramsay and
 * Treasurer C York were present", "Allard, Godfrey, Horth & Worden present";
 * "Present were Mayor Leeks and Councilors Lundy and Wyllie", "Others in
 * attendance were Superintendent Chuck Shaw and Board Clerk Ann Messer". */
static const char *
told_list(char *sentence)
{
	static const char *const before[] = { "resent were", "ttendance were" };
	char *behind = g_strrstr(sentence, " present");

	for (guint i = 0; i < G_N_ELEMENTS(before); i++) {
		const char *at = strstr(sentence, before[i]);

		if (at && at - sentence < LEAD_MAX_BYTES)
			return at + strlen(before[i]);
	}
	if (!behind || strspn(behind + strlen(" present"), ". ") !=
	                   strlen(behind + strlen(" present")))
		return NULL;
	*behind = '\0';
	if (g_str_has_suffix(sentence, " were"))
		behind[-(gssize)strlen(" were")] = '\0';
	return sentence;
}

/* Read the list that @sentence tells, if it tells one. */
static void
read_sentence(char *sentence, GPtrArray *out)
{
	gboolean staff = g_str_has_prefix(sentence, "Staff ");
	gboolean also = g_str_has_prefix(sentence, "Also ") ||
	                g_str_has_prefix(sentence, "Other");
	/* "Also present were Rod Salter and Mike Sayer": of whom nothing more
	 * is told, the public. */
	struct mb_roll_label label = {
		.standing =
		    staff || also ? MB_STANDING_OFFICER : MB_STANDING_MEMBER,
		.small = also,
	};
	g_autoptr(GPtrArray) told =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_attendee_free);
	const char *list = told_list(sentence);

	if (!list)
		return;
	mb_roll_read(list, &label, told);
	/* One who was there is told of for another reason. */
	if (told->len >= PROSE_MIN_NAMES || staff || also)
		g_ptr_array_extend_and_steal(out, g_steal_pointer(&told));
}

/* "Members of the public – Mr J Hewitt": a label of others may end in a dash.
 */
static gboolean
ends_in_dash(const char *at, const struct mb_roll_label *label)
{
	const char *end = at + label->end;

	if (label->standing != MB_STANDING_OTHER)
		return FALSE;
	while (end > at && (g_ascii_isspace(end[-1]) || end[-1] == '-'))
		if (*--end == '-')
			return TRUE;
	return end - at > 3 && (g_str_has_prefix(end - 3, "–") ||
	                        g_str_has_prefix(end - 3, "—"));
}

/* The next label in the text of a list: ". Also present were", ". Officers: ";
 * NULL when none stands there. */
static char *
next_label(char *text, struct mb_roll_label *label)
{
	for (char *stop = strchr(text, '.'); stop;
	     stop = strchr(stop + 1, '.')) {
		const char *at = stop + 1;
		gboolean also;

		if (*at++ != ' ' || !mb_roll_label_read(at, label))
			continue;
		also = g_str_has_prefix(at, "Also ") ||
		       g_str_has_prefix(at, "Others ");
		if (also || memchr(at, ':', label->end) ||
		    ends_in_dash(at, label))
			return stop;
	}
	return NULL;
}

void
mb_rolls_in_paragraph(char *text, const struct mb_roll_label *label,
                      GPtrArray *out)
{
	struct mb_roll_label this = *label, next;
	char *stop;

	while ((stop = next_label(text, &next))) {
		*stop = '\0';
		mb_roll_read(text, &this, out);
		next.small = label->small;
		next.mixed = label->mixed;
		text = stop + strlen(". ") + next.end;
		this = next;
	}
	mb_roll_read(text, &this, out);
}

void
mb_rolls_told(const struct mb_lines *lines, guint i, const struct mb_part *part,
              GPtrArray *out)
{
	guint end = i + 1, before = out->len;
	g_autoptr(GPtrArray) sentences = NULL;
	g_autofree char *text = NULL;
	struct mb_roll_label label;
	char *stop;

	while (end < part->end && !mb_lines_at(lines, end)->gap &&
	       end - i < PROSE_MAX_LINES)
		end++;
	text = mb_flow(lines, i, 0, end);
	sentences = mb_sentences(text);
	for (guint k = 0; k < sentences->len; k++)
		read_sentence(g_ptr_array_index(sentences, k), out);
	/* "A quorum was declared. Selectmen present: Ben Orme, Bob Pell." */
	stop = out->len > before ? NULL : next_label(text, &label);
	if (!stop || label.standing != MB_STANDING_MEMBER)
		return;
	label.first = TRUE;
	mb_rolls_in_paragraph(stop + strlen(". ") + label.end, &label, out);
}
