#include "indexer/attendance-label.h"

#include <string.h>

/* A label is no longer than this: "The following members of the Committee were
 * in attendance remotely via Microsoft Teams:-". */
#define LABEL_MAX_WORDS 14
#define LABEL_MAX_BYTES 120

/* Words that a label is made of, and those of which it needs one. */
static const char label_words[] =
    "present members member councillors committee in the chair also "
    "attendance attending attended officers officer officials official "
    "staff employees apologies apology for absence absent leave approved "
    "from invitation elected by invitee "
    "invitees virtually remotely remote online via zoom teams microsoft "
    "skype webex video conference link telephone person chamber council "
    "following were was are and of district other non voting coopted "
    "cooptee cooptees statutory observers observer guests guest visitors "
    "visitor public minute minutes taker taken clerk secretary substitutes "
    "substitute distribution membership chairman chairperson chairwoman "
    "cathaoirleach vicechair vicechairman vice leascathaoirleach with "
    "rights on matters concerning education scrutiny panel board cabinet "
    "executive sectoral representatives representative this meeting "
    "at part external partners partner advisors advisers yn bresennol "
    "presennol "
    "ymddiheuriadau swyddogion aelodau received sent given accepted "
    "parish town county borough city community press not at "
    "who signed portfolio holders those attendees attendee details school "
    "nominated subs sub others trustees trustee selectmen selectboard "
    "councilmembers councilmen councilpersons commissioners directors "
    "library staff regrets oireachtas nominees nominations garda police";
static const char label_keys[] =
    "present attendance attending attended officers officials staff "
    "employees apologies apology absent absence invitation invitee invitees "
    "coopted cooptees "
    "cooptee observers guests visitors taker clerk substitutes "
    "substitute membership distribution chairman chairperson "
    "cathaoirleach presennol bresennol ymddiheuriadau swyddogion aelodau "
    "members councillors attendees public press regrets nominees "
    "nominations representatives";

static struct mb_word_set *label_set, *key_set;

static gboolean
has(const struct mb_tokens *t, guint end, const char *prefix)
{
	for (guint i = 0; i < end; i++)
		if (g_str_has_prefix(t->tokens[i].fold, prefix))
			return TRUE;
	return FALSE;
}

/* What the words [0, end) of a label say. */
static void
label_means(const struct mb_tokens *t, guint end, struct mb_roll_label *label)
{
	gboolean member = has(t, end, "councillor") || has(t, end, "member") ||
	                  has(t, end, "aelodau");

	label->standing = MB_STANDING_MEMBER;
	label->absent = has(t, end, "apolog") || has(t, end, "absen") ||
	                has(t, end, "regret") ||
	                has(t, end, "ymddiheuriadau") ||
	                (has(t, end, "not") && has(t, end, "present"));
	label->chair = has(t, end, "chair") || has(t, end, "cathaoirleach");
	if (has(t, end, "clerk") && !member && !has(t, end, "officer"))
		label->post = "Clerk";
	if (has(t, end, "officer") || has(t, end, "official") ||
	    has(t, end, "staff") || has(t, end, "employee") ||
	    has(t, end, "swyddogion") ||
	    (has(t, end, "nomin") &&
	     (has(t, end, "garda") || has(t, end, "police"))) ||
	    (has(t, end, "clerk") && !member)) {
		label->standing = MB_STANDING_OFFICER;
		label->certain = TRUE;
	} else if (has(t, end, "coopt") || has(t, end, "nomin") ||
	           has(t, end, "representative") || has(t, end, "observer") ||
	           has(t, end, "guest") || has(t, end, "visitor") ||
	           has(t, end, "public") || has(t, end, "school") ||
	           has(t, end, "press")) {
		label->standing = MB_STANDING_OTHER;
		label->certain = TRUE;
	} else if (member || label->chair) {
		label->certain = TRUE;
	} else if (has(t, end, "attend") || has(t, end, "invit")) {
		label->standing = MB_STANDING_OFFICER;
	} else if (has(t, end, "present") && has(t, end, "also")) {
		label->standing = MB_STANDING_OFFICER;
	}
}

/* The word behind "(6 Councillors)" when a label goes on behind it to its
 * colon or the end of the line: "PRESENT (6 Councillors): - Claire Cann",
 * "Membership (9)"; @i when none stands there. */
static guint
skip_bracket(const struct mb_tokens *t, guint i)
{
	guint end = i;

	if (!i || i >= t->n || !(t->tokens[i].gap & MB_GAP_OPEN))
		return i;
	do
		end++;
	while (end < t->n && !(t->tokens[end].gap & MB_GAP_CLOSE));
	return mb_tokens_gap(t, end) & (MB_GAP_COLON | MB_GAP_LINE) ? end : i;
}

/* The word behind the mark of a list that a label may stand in: "a. Present",
 * "1. PRESENT", "(b) Apologies:"; 0 when there is none. */
static guint
skip_mark(const struct mb_tokens *t)
{
	const struct mb_token *w = t->tokens;

	if (t->n < 2 || w->len > 2 ||
	    !((w->flags & MB_TOKEN_NUMBER) || w->len == 1) ||
	    !(t->tokens[1].gap & (MB_GAP_STOP | MB_GAP_CLOSE)))
		return 0;
	return 1;
}

static gboolean
is_abbreviation(const struct mb_token *w)
{
	return (w->flags & MB_TOKEN_CAPS) && w->len > 2 && w->len < 6 &&
	       !(w->flags & MB_TOKEN_NUMBER) && !mb_word_is_common(w->fold);
}

/* The word behind those of a label that begins at @from; @key tells whether one
 * of them makes it a label. */
static guint
skip_words(const struct mb_tokens *t, guint from, gboolean *key)
{
	guint i;

	*key = FALSE;
	for (i = from; i < t->n && i < LABEL_MAX_WORDS; i++) {
		guint gap = t->tokens[i].gap;

		if (i > from &&
		    (gap &
		     (MB_GAP_COLON | MB_GAP_DASH | MB_GAP_CELL | MB_GAP_STOP |
		      MB_GAP_SEMICOLON | MB_GAP_LINE | MB_GAP_COMMA)))
			break;
		/* "SPC Members Present:" */
		if (!mb_word_in(t->tokens[i].fold, &label_set, label_words) &&
		    !(i == from && is_abbreviation(&t->tokens[i])))
			break;
		*key |= mb_word_in(t->tokens[i].fold, &key_set, label_keys);
	}
	return i;
}

/* "Also present were City Manager Jeff Tower": the last words may be of the
 * first post.  Returns where that begins, or @i. */
static guint
before_post(const struct mb_tokens *t, guint from, guint i)
{
	struct mb_role role;

	for (guint k = i; k > from + 1 && k + 2 > i; k--)
		if (mb_role_read(t, k - 1, FALSE, &role) && role.end > i)
			return k - 1;
	return i;
}

/* The words at the head of @line.  Transfer full. */
static struct mb_tokens *
head_words(const char *line)
{
	g_autofree char *head = g_strndup(line, LABEL_MAX_BYTES);

	if (!g_utf8_validate(head, -1, NULL))
		*(char *)g_utf8_find_prev_char(head, head + strlen(head)) =
		    '\0';
	return mb_tokens_new(head);
}

/* "Present   The Mayor, Cllr. D. Hobson (DH) (in the chair)." */
static gboolean
is_before_mayor(const struct mb_tokens *t, guint i)
{
	struct mb_name name;

	return i == 2 && i < t->n && mb_tokens_is(t, 0, "present") &&
	       mb_tokens_is(t, 1, "the") && !t->tokens[1].gap &&
	       (mb_tokens_gap(t, 3) & MB_GAP_COMMA) &&
	       mb_name_read(t, 3, FALSE, &name);
}

/* Does the label end before @i, which may move back?  At a colon, a dash or the
 * end of the line; or at the first name behind it in a table ("PRESENT   Rob
 * Boyd (Chair)   RB").  "Members welcomed the report", "Councillors Aston and
 * Bevan" are a sentence and a list, and so is what stands under "Members: (a)
 * Conference on Bordering Unions". */
static gboolean
ends_before(const struct mb_tokens *t, guint from, guint *i)
{
	const guint marks =
	    MB_GAP_COLON | MB_GAP_DASH | MB_GAP_CELL | MB_GAP_SEMICOLON;
	guint gap = mb_tokens_gap(t, *i);
	struct mb_name name;
	struct mb_role role;

	if (*i < t->n && (gap & MB_GAP_OPEN) && t->tokens[*i].len == 1 &&
	    (mb_tokens_gap(t, *i + 1) & MB_GAP_CLOSE))
		return FALSE;
	if (*i < t->n && !(gap & marks)) {
		/* Capitals alone part a label from a name. */
		if (!(t->tokens[*i - 1].flags & MB_TOKEN_CAPS) &&
		    !has(t, *i, "present") && !mb_tokens_is(t, *i - 1, "was") &&
		    !mb_tokens_is(t, *i - 1, "were"))
			return FALSE;
		*i = before_post(t, from, *i);
		if (!mb_name_read(t, *i, FALSE, &name) &&
		    !mb_role_read(t, *i, FALSE, &role))
			return FALSE;
	}
	/* "Councillor" is the title of the first name. */
	return *i != from + 1 ||
	       !g_str_has_prefix(t->tokens[from].fold, "councillor") ||
	       (gap & (MB_GAP_LINE | MB_GAP_COLON));
}

/* "Non-members in attendance at request of Chief Officer:-", "Consultants of
 * Fennick Orr in attendance for item 5:": a line that ends in a colon is a
 * label by these words, whatever others it has, unless it tells of what was
 * done. */
static gboolean
is_heading(const char *line, const struct mb_tokens *t)
{
	static const char acts[] = "resolved agreed noted asked voted declared "
				   "advised informed considered raised "
				   "invited requested";
	static struct mb_word_set *set;
	gsize n = strlen(line);
	gboolean there = FALSE;

	if (n && line[n - 1] == '-')
		n--;
	if (!n || line[n - 1] != ':' || t->n > LABEL_MAX_WORDS)
		return FALSE;
	for (guint i = 0; i < t->n; i++) {
		if (mb_word_in(t->tokens[i].fold, &set, acts) ||
		    (i && (t->tokens[i].gap & (MB_GAP_STOP | MB_GAP_COLON))))
			return FALSE;
		there |= i && mb_tokens_is(t, i, "attendance") &&
		         mb_tokens_is(t, i - 1, "in");
	}
	return there;
}

static gboolean
read_label(const char *line, struct mb_roll_label *label)
{
	g_autoptr(mb_tokens) t = head_words(line);
	guint from = skip_mark(t), i;
	gboolean key;

	memset(label, 0, sizeof *label);
	i = skip_words(t, from, &key);
	if (i < t->n && is_heading(line, t)) {
		i = t->n;
		key = TRUE;
	}
	/* "Minute Secretary: John Foster" */
	key |= has(t, i, "secretary") && i < t->n &&
	       (t->tokens[i].gap & MB_GAP_COLON);
	/* "present" in small capitals, of which text has small letters */
	if (!key || (!(t->tokens[from].flags & MB_TOKEN_UPPER) &&
	             strcmp(line, "present") != 0))
		return FALSE;
	if (is_before_mayor(t, i)) {
		label_means(t, 1, label);
		label->end = t->tokens[3].at;
		return TRUE;
	}
	i = skip_bracket(t, i);
	if (!ends_before(t, from, &i))
		return FALSE;
	label_means(t, i, label);
	label->end = i < t->n ? t->tokens[i].at : strlen(line);
	/* Brackets and quotes that open behind the label belong to the list. */
	while (i < t->n && label->end > 0 && line[label->end - 1] == '(')
		label->end--;
	return TRUE;
}

gboolean
mb_roll_label_read(const char *line, struct mb_roll_label *label)
{
	const char *bar;

	if (read_label(line, label))
		return TRUE;
	/* "Te Hunga kua Tae mai | present": a heading in two languages */
	bar = strstr(line, " | ");
	if (!bar || !g_ascii_isalpha(bar[3]) || strpbrk(bar + 3, "|:,") ||
	    !read_label(bar + 3, label))
		return FALSE;
	label->end += (gsize)(bar + 3 - line);
	return line[label->end] == '\0';
}
