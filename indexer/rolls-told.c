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

void
mb_rolls_told(const struct mb_lines *lines, guint i, const struct mb_part *part,
              GPtrArray *out)
{
	guint end = i + 1;
	g_autoptr(GPtrArray) sentences = NULL;
	g_autofree char *text = NULL;

	while (end < part->end && !mb_lines_at(lines, end)->gap &&
	       end - i < PROSE_MAX_LINES)
		end++;
	text = mb_flow(lines, i, 0, end);
	sentences = mb_sentences(text);
	for (guint k = 0; k < sentences->len; k++)
		read_sentence(g_ptr_array_index(sentences, k), out);
}
