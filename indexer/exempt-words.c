#include "indexer/exempt-words.h"

#include <string.h>

#include "indexer/exempt-boxes.h"
#include "indexer/exempt-label.h"
#include "indexer/exempt-phrases.h"
#include "indexer/exempt-signals.h"
#include "indexer/names.h"

/* A marking is told by the part a word plays in the line, not by whole
 * phrases, because every council words its own:
 *
 *     Appendix 2  –  EXEMPT  –  lease of Quay 4      a label between edges
 *     Public access: Restricted                      a value behind a label
 *     This report  contains  exempt information      what a document is said
 *                                                    to be
 *
 * The same words in a sentence about other things ("blue badge holders are
 * exempt"), behind a "no", or in a notice ("any exempt papers should be …")
 * mark nothing. */

/* A line longer than this is prose, not a marking. */
#define MARKING_MAX_BYTES 600
/* Words of a line that are kept as the proof. */
#define PROOF_MAX_WORDS 24
/* What is said of a document stands this many words behind it at most. */
#define SAID_MAX_WORDS 12

/* Labels of a form, behind which a value says what a paper is. */
static const char form_words[] =
    "classification classified status security protective marking "
    "publication access public open exempt exempted exemption restriction "
    "restrictions type gpms sensitivity availability private confidential "
    "restricted closed part i ii 1 2 a b or and is this the y n yes to for not "
    "information document report appendix item decision key does contain "
    "suitable can be published level category dosbarthiad distribution "
    "circulation nonconfidential nonexempt freedom foi of reason reasons "
    "ground "
    "grounds justification why being it in considered confidentiality act";
static const char open_words[] = "no none nil n na not false open public "
				 "official unrestricted 1 i there 0";
static const char yes_words[] = "yes y true oes ydy ie";
static const char verbs[] =
    "is are contains contain includes include must remains remain be been "
    "treated considered considers discloses disclose";
/* "exempt from …": what is withheld from the public, not from a tax. */
static const char withheld_from[] =
    "publication disclosure being public inspection publishing release the foi "
    "freedom";
static struct mb_word_set *form_set, *open_set, *yes_set, *verb_set,
    *withheld_set;

/* --- a form: a label and its value --------------------------------------- */

/* "For publication: No", "Can this report be published? No": the same the
 * other way round. */
static gboolean
asks_to_publish(const struct mb_tokens *t, guint end)
{
	static const char ways[] = "publication published public open";
	static struct mb_word_set *way_set;

	return mb_words_any(t, 0, end, &way_set, ways) &&
	       !mb_exempt_signals_in(t, 0, end) && !mb_words_deny(t, 0, end);
}

static gboolean
asks_before(const struct mb_tokens *t, guint i)
{
	guint from = i ? t->tokens[i - 1].at + t->tokens[i - 1].len : 0;
	guint end = i < t->n ? t->tokens[i].at : (guint)strlen(t->text);

	return memchr(t->text + from, '?', end - from) != NULL;
}

/* Where the value behind the label begins; 0 when the line is no form. */
static guint
value_of(const struct mb_tokens *t)
{
	guint value = 0;

	for (guint i = 1; i <= t->n; i++) {
		guint gap = i < t->n ? t->tokens[i].gap : t->end_gap;
		gboolean asks = asks_before(t, i);

		if (asks &&
		    (mb_exempt_signals_in(t, 0, i) || asks_to_publish(t, i)))
			return i;
		if ((asks ||
		     (gap & (MB_GAP_COLON | MB_GAP_DASH | MB_GAP_CELL))) &&
		    i < t->n && i < SAID_MAX_WORDS)
			value = i;
		if (i < t->n &&
		    !mb_word_in(t->tokens[i].fold, &form_set, form_words) &&
		    value == 0 && !mb_word_is_document(t, i))
			return 0;
		if (value)
			break;
	}
	return value && mb_word_in(t->tokens[0].fold, &form_set, form_words)
	           ? value
	           : 0;
}

/* --- a form, judged ------------------------------------------------------- */

enum verdict { UNKNOWN, OPEN, WITHHELD };

/* "Exempt: No", "Access: Public"; but "Exempt paragraph: 1" is a ground. */
static gboolean
says_open(const struct mb_tokens *t, guint value)
{
	struct mb_signal s;

	return mb_word_in(mb_word_at(t, value), &open_set, open_words) &&
	       !mb_exempt_signal_read(t, value, &s) &&
	       !((t->tokens[value].flags & MB_TOKEN_NUMBER) &&
	         g_str_has_prefix(mb_word_at(t, 0), "exempt"));
}

/* "Reason for exemption: commercial sensitivity", "Reason why the report is in
 * Part 2: paragraph 3": what is public has none. */
static gboolean
gives_reason(const struct mb_tokens *t, guint value)
{
	static const char reasons[] = "reason reasons ground grounds "
				      "justification";
	static const char whys[] = "confidentiality restriction restrictions "
				   "exemption";
	static struct mb_word_set *reason_word_set, *why_set;

	return mb_words_any(t, 0, 2, &reason_word_set, reasons) &&
	       (mb_exempt_signals_in(t, 0, value) ||
	        mb_words_any(t, 0, value, &why_set, whys));
}

/* "Exempt information: No", "Public access: Exempt", "Is this report exempt?
 * Yes", "Part 1/Part 2: Part 2". */
static enum verdict
judge_form(const struct mb_tokens *t)
{
	guint value = value_of(t);
	gboolean asked = value && asks_before(t, value);
	gboolean told = value && mb_exempt_signals_in(t, 0, value);
	static struct mb_word_set *access_set;
	struct mb_signal s;

	if (!value)
		return UNKNOWN;
	/* "Exempt information?" with nothing behind it says nothing. */
	if (value >= t->n)
		return OPEN;
	if (mb_word_in(mb_word_at(t, value), &yes_set, yes_words))
		return told                        ? WITHHELD
		       : asks_to_publish(t, value) ? OPEN
		                                   : UNKNOWN;
	/* "Status: Not for publication" */
	if (mb_tokens_is(t, value, "not") &&
	    mb_words_publish(t, value + 1, value + 5))
		return WITHHELD;
	if (mb_tokens_is(t, value, "part") && value + 2 == t->n)
		return mb_exempt_is_part(t, value) ? WITHHELD : OPEN;
	if (mb_tokens_is(t, value, "no") && asks_to_publish(t, value))
		return WITHHELD;
	if (gives_reason(t, value) && !(mb_words_deny(t, value, value + 2) ||
	                                mb_tokens_is(t, value, "n")))
		return WITHHELD;
	if (says_open(t, value))
		return OPEN;
	for (guint i = value; i < t->n && i < value + 3; i++)
		if (mb_exempt_signal_read(t, i, &s) &&
		    (!mb_tokens_is(t, i, "closed") ||
		     mb_word_in(mb_word_at(t, 0), &access_set,
		                "open freedom foi access")) &&
		    mb_exempt_clear_after(t, &s))
			return WITHHELD;
	if (value + 1 == t->n && mb_tokens_is(t, value, "ii"))
		return WITHHELD;
	return asked ? OPEN : UNKNOWN;
}

/* --- what a document is said to be --------------------------------------- */

/* "This report contains exempt information", "Appendix B is exempt", "The
 * contents of this report are confidential". */
static gboolean
is_said(const struct mb_tokens *t, const struct mb_signal *s)
{
	guint from = s->first > SAID_MAX_WORDS ? s->first - SAID_MAX_WORDS : 0;
	gboolean document = FALSE;

	if (mb_exempt_denied(t, s) || mb_words_are_notice(t, s->first) ||
	    s->part)
		return FALSE;
	/* "is exempt from the charge" */
	if (mb_tokens_is(t, s->end, "from") &&
	    !mb_word_in(mb_word_at(t, s->end + 1), &withheld_set,
	                withheld_from))
		return FALSE;
	/* "This is a restricted report", but "The road is closed to lorries" */
	if (s->strength == MB_SIGNAL_WEAK && s->end < t->n)
		return s->end + 1 == t->n && mb_word_is_document(t, s->end) &&
		       mb_tokens_is(t, 0, "this") && mb_tokens_is(t, 1, "is");
	for (guint i = from; i < s->first; i++) {
		document = document || mb_word_is_document(t, i);
		if (mb_word_in(t->tokens[i].fold, &verb_set, verbs) &&
		    (document || i == 0))
			return TRUE;
	}
	return FALSE;
}

/* "Members are asked to treat this report as confidential"; but "Officers treat
 * such information as confidential" is of no paper that one holds. */
static gboolean
is_asked(const struct mb_tokens *t, const struct mb_signal *s)
{
	static const char treats[] = "treat keep regard handle";
	static struct mb_word_set *treat_set;
	gboolean asked = FALSE, this = FALSE;

	if (mb_exempt_denied(t, s) || mb_words_are_notice(t, s->first) ||
	    s->part)
		return FALSE;
	for (guint i = 0; i < s->first; i++) {
		asked =
		    asked || mb_word_in(t->tokens[i].fold, &treat_set, treats);
		this = this || (asked && (mb_tokens_is(t, i, "this") ||
		                          mb_tokens_is(t, i, "attached") ||
		                          mb_tokens_is(t, i, "enclosed")));
		if (this && mb_word_is_document(t, i))
			return TRUE;
	}
	return FALSE;
}

/* "exempt from publication", "exempt from being published" */
static gboolean
is_withheld(const struct mb_tokens *t, const struct mb_signal *s)
{
	return mb_tokens_is(t, s->end, "from") && !mb_exempt_denied(t, s) &&
	       mb_words_publish(t, s->end + 1, s->end + 4);
}

/* --- a line -------------------------------------------------------------- */

/* "E X E M P T": letters parted for show. */
static char *
join_letters(const char *line)
{
	GString *out = g_string_new(NULL);
	gsize n = strlen(line);

	for (gsize i = 0; i < n; i++) {
		gboolean parted = line[i] == ' ' && i > 0 && i + 1 < n &&
		                  g_ascii_isupper(line[i - 1]) &&
		                  g_ascii_isupper(line[i + 1]) &&
		                  (i < 2 || line[i - 2] == ' ') &&
		                  (i + 2 >= n || line[i + 2] == ' ');

		if (!parted)
			g_string_append_c(out, line[i]);
	}
	return g_string_free(out, FALSE);
}

/* "Reports marked NOT FOR PUBLICATION", "2.1 Documents are marked OFFICIAL or
 * OFFICIAL-SENSITIVE": how papers are marked, of papers in general. */
static gboolean
tells_how(const struct mb_tokens *t, guint i)
{
	static const char many[] = "reports papers documents items agendas "
				   "minutes files records";
	static const char ways[] = "marked headed labelled stamped classified";
	static const char here[] = "this these following attached enclosed";
	static struct mb_word_set *many_set, *way_set, *here_set;
	gboolean of_many = FALSE;

	for (guint k = 0; k < i; k++) {
		if (mb_word_in(t->tokens[k].fold, &here_set, here))
			return FALSE;
		of_many =
		    of_many || mb_word_in(t->tokens[k].fold, &many_set, many);
		if (of_many && mb_word_in(t->tokens[k].fold, &way_set, ways))
			return TRUE;
	}
	return FALSE;
}

static gboolean
marks(const struct mb_tokens *t, guint i)
{
	struct mb_signal s;

	if (tells_how(t, i))
		return FALSE;
	if (mb_exempt_phrase(t, i))
		return TRUE;
	return mb_exempt_signal_read(t, i, &s) &&
	       (mb_exempt_is_label(t, &s) || is_said(t, &s) ||
	        is_asked(t, &s) || is_withheld(t, &s));
}

static char *
configured(const char *line, const char *const *more)
{
	g_autofree char *low = NULL;

	for (guint i = 0; more && more[i]; i++) {
		g_autofree char *word = g_utf8_casefold(more[i], -1);

		if (!low)
			low = g_utf8_casefold(line, -1);
		if (*word && strstr(low, word))
			return g_strdup(more[i]);
	}
	return NULL;
}

char *
mb_exempt_marking(const char *line, const char *const *more)
{
	char *words = configured(line, more);
	g_autofree char *ticked = NULL, *joined = NULL;
	g_autoptr(mb_tokens) t = NULL;
	enum verdict verdict;

	if (words || strlen(line) > MARKING_MAX_BYTES)
		return words;
	ticked = mb_exempt_boxes(line);
	joined = join_letters(ticked ? ticked : line);
	t = mb_tokens_new(joined);
	verdict = judge_form(t);
	if (verdict == OPEN)
		return NULL;
	if (verdict == WITHHELD)
		return mb_tokens_text(t, 0, MIN(t->n, PROOF_MAX_WORDS));
	for (guint i = 0; i < t->n; i++)
		if (marks(t, i))
			return mb_tokens_text(t, 0, MIN(t->n, PROOF_MAX_WORDS));
	return NULL;
}
