#include "config.h"

#include "indexer/exempt-label.h"

#include "indexer/exempt-phrases.h"
#include "indexer/names.h"

/* What may stand beside a marking without changing it. */
static const char beside_words[] =
    "strictly highly official sensitive commercial commercially personal "
    "legal legally privileged staff staffing financial cabinet council "
    "committee executive scrutiny board covering supplementary supporting "
    "background officer draft final joint urgent late further additional "
    "revised main full part parts ii i two page no and or of the to this "
    "is for in by yes status meeting embargoed pink pages section eyes only "
    "members classification marking subject covered foi ref reference number "
    "suitable attorneyclient on printed without prejudice";
static const char reason_words[] =
    "under by pursuant within as because in not paragraph paragraphs para "
    "paras section schedule s due since subject until applies o dan yn";
static struct mb_word_set *beside_set, *reason_set, *tax_set;

#define EDGES                                                                  \
	((guint)(MB_GAP_COLON | MB_GAP_SEMICOLON | MB_GAP_OPEN |               \
	         MB_GAP_CLOSE | MB_GAP_DASH | MB_GAP_LINE | MB_GAP_SLASH |     \
	         MB_GAP_CELL | MB_GAP_OTHER | MB_GAP_START | MB_GAP_QUOTE))

/* --- a label between edges ----------------------------------------------- */

static gboolean
is_beside(const struct mb_tokens *t, guint i)
{
	return mb_word_is_mark(t, i) || mb_word_is_document(t, i) ||
	       mb_word_in(t->tokens[i].fold, &beside_set, beside_words) ||
	       mb_exempt_word(t->tokens[i].fold) != MB_SIGNAL_NONE;
}

static gboolean
clear_before(const struct mb_tokens *t, const struct mb_signal *s)
{
	for (guint i = s->first; i > 0; i--) {
		if (t->tokens[i].gap & EDGES)
			return TRUE;
		if (!is_beside(t, i - 1))
			return FALSE;
	}
	return TRUE;
}

static gboolean
all_beside(const struct mb_tokens *t, guint first)
{
	for (guint i = first; i < t->n; i++)
		if (!is_beside(t, i))
			return FALSE;
	return TRUE;
}

/* "Part B (private)", "Part II – Report", but "Part 2 – Background". */
static gboolean
tells_more(const struct mb_tokens *t, guint i)
{
	struct mb_signal s;

	for (; i < t->n; i++)
		if (mb_word_is_document(t, i) ||
		    mb_exempt_signal_read(t, i, &s))
			return TRUE;
	return FALSE;
}

/* "Confidential papers should be securely disposed of." */
static gboolean
is_advice(const struct mb_tokens *t, guint i)
{
	static const char modals[] =
	    "should must will may cannot can would might shall";
	static struct mb_word_set *modal_set;

	return mb_word_in(mb_word_at(t, i), &modal_set, modals);
}

gboolean
mb_exempt_clear_after(const struct mb_tokens *t, const struct mb_signal *s)
{
	guint i = s->end;

	if (i >= t->n)
		return TRUE;
	/* "Part 2 – Delivery of the strategy", "PART B: CORPORATE PLAN" */
	if (s->strength == MB_SIGNAL_WEAK) {
		gboolean edge = (t->tokens[i].gap & EDGES) != 0;

		if (all_beside(t, i))
			return !s->part || !edge || tells_more(t, i);
		if (s->part || (edge && s->first > 0))
			return FALSE;
		if (mb_tokens_is(t, i, "until"))
			return TRUE;
		return edge || (mb_word_is_document(t, i) &&
		                !mb_tokens_is(t, i, "data"));
	}
	for (; i < t->n; i++) {
		if (mb_word_is_document(t, i))
			return !is_advice(t, i + 1);
		if ((t->tokens[i].gap & EDGES) ||
		    mb_word_in(t->tokens[i].fold, &reason_set, reason_words))
			return TRUE;
		if (t->tokens[i].gap || !is_beside(t, i))
			return FALSE;
	}
	return TRUE;
}

/* "Appendix 1 – Exempt valuation": whatever it is of, in doubt it is withheld;
 * but "Appendix 1 – Exempt from Call In", "Annex B: Confidential Reporting
 * Code". */
static gboolean
names_annex(const struct mb_tokens *t, const struct mb_signal *s)
{
	static const char annexes[] =
	    "appendix annex annexe enclosure attachment atodiad";
	static struct mb_word_set *annex_set;

	return s->strength == MB_SIGNAL_STRONG && s->first >= 1 &&
	       s->first <= 2 &&
	       mb_word_in(t->tokens[0].fold, &annex_set, annexes) &&
	       (t->tokens[s->first].gap & EDGES) &&
	       (s->first == 1 || mb_word_is_mark(t, 1)) &&
	       !mb_word_is_other_sense(t, s->end);
}

/* "is not exempt from publication"; but "not for publication" */
static gboolean
takes_back(const struct mb_tokens *t, guint i)
{
	return mb_word_is_no(t, i) &&
	       (!mb_words_publish(t, i + 1, i + 5) ||
	        mb_exempt_word(mb_word_at(t, i + 1)) != MB_SIGNAL_NONE);
}

/* The word behind "confidential or exempt", whichever of them is @s. */
static guint
end_of_signals(const struct mb_tokens *t, const struct mb_signal *s)
{
	guint end = s->end;

	while ((mb_tokens_is(t, end, "or") || mb_tokens_is(t, end, "and")) &&
	       mb_exempt_word(mb_word_at(t, end + 1)) != MB_SIGNAL_NONE)
		end += 2;
	return end;
}

gboolean
mb_exempt_denied(const struct mb_tokens *t, const struct mb_signal *s)
{
	static const char ends[] = "no none nil n na open";
	static struct mb_word_set *end_set;
	guint i, end = end_of_signals(t, s);

	for (i = 0; i < s->first; i++)
		if (mb_word_is_no(t, i))
			return TRUE;
	for (i = end; i < t->n && i < end + 4; i++)
		if (takes_back(t, i))
			return TRUE;
	/* "Exempt information means …" */
	if (mb_word_is_document(t, end) && mb_tokens_is(t, end + 1, "means"))
		return TRUE;
	return s->end < t->n &&
	       (mb_word_in(t->tokens[t->n - 1].fold, &end_set, ends) ||
	        (mb_tokens_is(t, t->n - 2, "n") &&
	         mb_tokens_is(t, t->n - 1, "a")));
}

/* "Private and Confidential Information" heads the notice that asks to keep
 * such papers safe. */
static gboolean
heads_notice(const struct mb_tokens *t)
{
	return t->n == 4 && mb_tokens_is(t, 0, "private") &&
	       mb_tokens_is(t, 1, "and") &&
	       mb_tokens_is(t, 2, "confidential") &&
	       mb_tokens_is(t, 3, "information");
}

gboolean
mb_exempt_is_label(const struct mb_tokens *t, const struct mb_signal *s)
{
	guint flags = t->tokens[s->first].flags;
	guint gap = t->tokens[s->first].gap;

	/* "private and confidential. It is your responsibility": the end of
	 * another line's sentence. */
	if (!(flags & MB_TOKEN_UPPER) && s->end - s->first == 1 &&
	    !(gap & (MB_GAP_OPEN | MB_GAP_COLON | MB_GAP_DASH)) &&
	    s->end < t->n)
		return FALSE;
	if (s->end - s->first == 1 && mb_tokens_is(t, s->first, "closed") &&
	    !(mb_word_is_document(t, s->end) ||
	      (mb_tokens_is(t, s->end, "to") &&
	       mb_words_publish(t, s->end, t->n))))
		return FALSE;
	/* "VAT status: exempt" */
	if (mb_word_in(t->tokens[0].fold, &tax_set, "vat eia sea tax rates"))
		return FALSE;
	return clear_before(t, s) && !mb_exempt_denied(t, s) &&
	       !heads_notice(t) &&
	       (mb_exempt_clear_after(t, s) || names_annex(t, s) ||
	        (mb_tokens_is(t, s->first, "closed") && s->first == 0));
}
