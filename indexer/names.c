#include "indexer/names.h"

#include <string.h>

#include "indexer/name-titles.h"
#include "indexer/name-words.h"
#include "indexer/roles.h"

/* A name has no more words than this: "Cllr Elena Secas Novak Uí Chonchúir". */
#define NAME_MAX_WORDS 5

static const char honours[] =
    "obe mbe cbe kbe qpm jp dl mp msp td mep frics phd bsc ma ba mba cpfa "
    "mla esq jnr snr ms kc qc";
static const char particles[] =
    "de van der von la le del da di bin ibn al el ap ab ni nic ui mac mc o "
    "st san dos";

static struct mb_word_set *honour_set, *particle_set;

gboolean
mb_word_is_particle(const char *fold)
{
	return mb_word_in(fold, &particle_set, particles);
}

/* A lone "0", "6" or "©" before a surname is what OCR makes of "Ó": "Cmhlr. 6
 * Ceallaigh". */
static gboolean
is_ocr_particle(const struct mb_tokens *t, guint i)
{
	const char *fold = t->tokens[i].fold;

	return (strcmp(fold, "0") == 0 || strcmp(fold, "6") == 0) &&
	       i + 1 < t->n && t->tokens[i + 1].gap == 0 &&
	       (t->tokens[i + 1].flags & MB_TOKEN_UPPER) &&
	       !mb_word_is_common(t->tokens[i + 1].fold);
}

/* "Police-MDP": a compound of a word that no name has; but "Wright-Green". */
static gboolean
is_compound(const struct mb_tokens *t, const struct mb_token *w)
{
	const char *text = t->text + w->at;
	const char *dash = memchr(text, '-', w->len);
	g_autofree char *first = dash ? mb_fold(text, dash - text) : NULL;

	return first && mb_word_is_no_name(first);
}

/* "Mr O’ Connor": the O and the apostrophe are parted from the name. */
static gboolean
is_parted_o(const struct mb_tokens *t, guint i)
{
	const struct mb_token *w = &t->tokens[i];
	const char *p = t->text + w->at + w->len;

	return strcmp(w->fold, "o") == 0 &&
	       (*p == '\'' || *p == '`' || g_str_has_prefix(p, "’") ||
	        g_str_has_prefix(p, "‘"));
}

/* "Town Clerks Linda Britt" */
static gboolean
is_posts(const char *fold)
{
	g_autofree char *one = g_str_has_suffix(fold, "s")
	                           ? g_strndup(fold, strlen(fold) - 1)
	                           : NULL;

	return one && mb_word_is_post(one);
}

static gboolean
is_name_word(const struct mb_tokens *t, const struct mb_token *w)
{
	guint n = (guint)strlen(w->fold);

	if (!(w->flags & MB_TOKEN_UPPER) || n < 2 ||
	    (w->flags & (MB_TOKEN_NUMBER | MB_TOKEN_INITIAL)))
		return FALSE;
	/* "CAVS", "MASH" and "SBC" are no names, "DAVIES" may be one. */
	if ((w->flags & MB_TOKEN_CAPS) && n < 4)
		return FALSE;
	/* "Covid-19 Response" */
	if (strpbrk(w->fold, "0123456789") || is_compound(t, w) ||
	    is_posts(w->fold))
		return FALSE;
	/* "Cllr June Marsh", "Theresa May" */
	return (mb_word_is_doubtful(w->fold) || !mb_word_is_no_name(w->fold)) &&
	       !mb_title_is(w->fold) &&
	       !mb_word_in(w->fold, &honour_set, honours);
}

/* The gap that may stand before a further word of a name. */
static gboolean
gap_in_name(const struct mb_tokens *t, guint i)
{
	guint gap = t->tokens[i].gap;

	if (gap == 0)
		return TRUE;
	return gap == MB_GAP_STOP && i > 0 &&
	       ((t->tokens[i - 1].flags & MB_TOKEN_INITIAL) ||
	        strcmp(t->tokens[i - 1].fold, "st") == 0 ||
	        t->tokens[i - 1].len == 1);
}

/* What the words of a name were read as. */
struct name_shape {
	guint n_initials;
	guint n_words;
	gboolean trusted; /* a title, or a list, says that a name is here */
	gboolean titled;
};

/* "Hall" is a surname in "DH Hall", "Darren Hall", "Cllr Hall". */
static gboolean
doubt_is_lifted(const struct mb_tokens *t, guint i,
                const struct name_shape *shape)
{
	/* "Jan Powell", but "Mileage Jan" and "Jan 2020" */
	if (mb_tokens_is(t, i, "jan"))
		return i + 1 < t->n && !t->tokens[i + 1].gap &&
		       is_name_word(t, &t->tokens[i + 1]);
	if (!mb_word_is_doubtful(t->tokens[i].fold))
		return TRUE;
	if (shape->n_words == 0)
		return shape->trusted || shape->n_initials > 0;
	/* "Cllr Kester Hill": behind a title the word before is a first name.
	 */
	if (shape->n_words == 1)
		return (shape->titled && shape->n_initials == 0 &&
		        !mb_word_is_post(t->tokens[i].fold)) ||
		       mb_word_is_forename(t->tokens[i - 1].fold);
	/* "Cllr Kester Roy Price" ends there. */
	return shape->titled && shape->n_words == 2 &&
	       mb_word_is_forename(t->tokens[i - 2].fold) &&
	       mb_word_is_forename(t->tokens[i - 1].fold) &&
	       mb_tokens_gap(t, i + 1);
}

/* "Councillors D Risk, P Summers": whatever word stands behind a title and an
 * initial. */
static gboolean
is_surname(const struct mb_tokens *t, guint i, const struct name_shape *shape)
{
	const struct mb_token *w = &t->tokens[i];

	if (!shape->titled || shape->n_words > 0)
		return FALSE;
	return mb_title_is_name(t, i) ||
	       (shape->n_initials > 0 && (w->flags & MB_TOKEN_UPPER) &&
	        w->len > 2 &&
	        !(w->flags & (MB_TOKEN_NUMBER | MB_TOKEN_INITIAL)) &&
	        !mb_title_of(w));
}

/* "Cllr. PJ Carey": two initials without stops, behind a title or in a list. */
static gboolean
is_pair(const struct mb_token *w, const struct name_shape *shape)
{
	return (shape->titled || shape->trusted) && shape->n_words == 0 &&
	       shape->n_initials == 0 && (w->flags & MB_TOKEN_CAPS) &&
	       w->len == 2 && !mb_word_is_no_name(w->fold);
}

/* "van der Berg": small words within a name. */
static gboolean
is_small_particle(const struct mb_tokens *t, guint i)
{
	guint n = 0;

	while (i < t->n && n < 3 && t->tokens[i].gap == 0 &&
	       !(t->tokens[i].flags & MB_TOKEN_UPPER) &&
	       mb_word_is_particle(t->tokens[i].fold)) {
		i++;
		n++;
	}
	return n > 0 && i < t->n && t->tokens[i].gap == 0 &&
	       (t->tokens[i].flags & MB_TOKEN_UPPER);
}

/* "Margaret Carey MCa": the letters that a name goes by behind it. */
static gboolean
is_key(const struct mb_tokens *t, guint first, guint i)
{
	g_autofree char *name = NULL, *key = NULL;

	if (t->tokens[i].len > 4)
		return FALSE;
	key = mb_tokens_text(t, i, i + 1);
	if (!g_ascii_isupper(key[0]) || !g_ascii_isupper(key[1]))
		return FALSE;
	name = mb_tokens_text(t, first, i);
	return mb_name_has_key(name, key);
}

static guint
read_words(const struct mb_tokens *t, guint i, struct name_shape *shape)
{
	guint start = i;

	while (i < t->n && i - start < NAME_MAX_WORDS) {
		const struct mb_token *w = &t->tokens[i];
		gboolean followed =
		    i + 1 < t->n && gap_in_name(t, i + 1) &&
		    ((t->tokens[i + 1].flags & MB_TOKEN_UPPER) ||
		     is_small_particle(t, i + 1));

		if (i > start && !gap_in_name(t, i))
			break;
		if (i > start && (t->tokens[i - 1].flags & MB_TOKEN_POSSESSIVE))
			break;
		if (is_parted_o(t, i) && followed) {
			;
		} else if (is_pair(w, shape) && followed) {
			shape->n_initials++;
		} else if (w->flags & MB_TOKEN_INITIAL) {
			/* "Martin Murray C.C.C.": the name ended before; "S.
			 * Benson T. Collopy": another begins. */
			if (shape->n_words >= 2 || !followed ||
			    (shape->n_words && shape->n_initials))
				break;
			shape->n_initials++;
		} else if (is_ocr_particle(t, i)) {
			;
		} else if (mb_word_is_particle(w->fold) && followed &&
		           w->len < 5) {
			;
		} else if (shape->n_words >= 2 &&
		           mb_word_is_forename(w->fold) && followed) {
			/* "Sharon Howard Kevin Kasaven": two columns. */
			break;
		} else if (shape->n_words >= 2 && is_key(t, start, i)) {
			break;
		} else if ((is_name_word(t, w) &&
		            doubt_is_lifted(t, i, shape)) ||
		           is_surname(t, i, shape)) {
			shape->n_words++;
		} else {
			break;
		}
		i++;
	}
	return i;
}

/* Where a name ends that ran on into what its bearer is: "James Dalgleish Clyde
 * Marine Unit", "Craig Borland Helensburgh Advertiser"; but "Elena Secas Novak
 * Ui Chonchuir", "Mary Ann Jones" and "Iain Shonny Paterson Ward Councillor".
 */
static guint
cut_words(const struct mb_tokens *t, guint first, guint end,
          const struct name_shape *shape)
{
	gboolean more = end < t->n && t->tokens[end].gap == 0 &&
	                (t->tokens[end].flags & MB_TOKEN_UPPER) &&
	                mb_word_is_common(t->tokens[end].fold) &&
	                !(end + 1 < t->n && mb_title_of(&t->tokens[end + 1]));

	if (shape->n_initials || shape->n_words < 3 ||
	    end - first != shape->n_words || (shape->n_words == 3 && !more) ||
	    !mb_word_is_forename(t->tokens[first].fold) ||
	    mb_word_is_forename(t->tokens[first + 1].fold))
		return end;
	return first + 2;
}

/* "A Armstrong Eden District Council": the name ends before the council's. */
static guint
before_council(const struct mb_tokens *t, guint end,
               const struct name_shape *shape)
{
	static const char kinds[] = "district borough county city";
	static struct mb_word_set *set;

	if (shape->n_words > 1 && end + 1 < t->n && !t->tokens[end].gap &&
	    !t->tokens[end + 1].gap &&
	    mb_word_in(t->tokens[end].fold, &set, kinds) &&
	    mb_tokens_is(t, end + 1, "council") &&
	    shape->n_words + shape->n_initials > 2)
		return end - 1;
	return end;
}

/* "Sheahan (M)": an initial in brackets behind the surname. */
static guint
read_bracket_initial(const struct mb_tokens *t, guint i)
{
	if (i < t->n && t->tokens[i].gap == MB_GAP_OPEN &&
	    (t->tokens[i].flags & MB_TOKEN_INITIAL) && t->tokens[i].len <= 2 &&
	    (mb_tokens_gap(t, i + 1) & MB_GAP_CLOSE))
		return i + 1;
	return i;
}

/* "Oakes C, Bash A": an initial that ends the entry of a list. */
static guint
read_last_initial(const struct mb_tokens *t, guint i)
{
	return i < t->n && !t->tokens[i].gap && t->tokens[i].len <= 2 &&
	               (t->tokens[i].flags & MB_TOKEN_INITIAL) &&
	               mb_tokens_gap(t, i + 1)
	           ? i + 1
	           : i;
}

/* "A Osei" may be a name, "A Living Wage" begins a sentence: only a stop tells
 * that "A" or "I" is an initial. */
static gboolean
has_initial(const struct mb_tokens *t, const struct mb_name *name)
{
	const struct mb_token *w = &t->tokens[name->name];

	if (!(w->flags & MB_TOKEN_INITIAL))
		return FALSE;
	if (strcmp(w->fold, "a") != 0 && strcmp(w->fold, "i") != 0)
		return TRUE;
	return (mb_tokens_gap(t, name->name + 1) & MB_GAP_STOP) != 0 ||
	       name->end - name->name == 2;
}

/* "George Freeman A&B Councillor" and on the next line who comes next: a title
 * right behind other words that ends a line is what somebody is. */
static gboolean
ends_line(const struct mb_tokens *t, const struct mb_name *name)
{
	guint i = name->first;

	return (t->tokens[name->name].gap & MB_GAP_LINE) && i > 0 &&
	       t->tokens[i].gap == 0 &&
	       (t->tokens[i - 1].flags & MB_TOKEN_UPPER);
}

/* "Grant Thornton presented the audit plan": firms that are called like people.
 */
static gboolean
is_firm(const struct mb_tokens *t, guint i)
{
	return mb_tokens_is(t, i, "grant") &&
	       mb_tokens_is(t, i + 1, "thornton");
}

/* "Julian Bower Farm" is where somebody lives. */
static gboolean
is_home(const struct mb_tokens *t, const struct mb_name *name)
{
	static const char homes[] = "farm farmhouse cottage cottages bungalow";
	static struct mb_word_set *set;

	return !name->title && name->end < t->n && !t->tokens[name->end].gap &&
	       mb_word_in(t->tokens[name->end].fold, &set, homes);
}

/* The title of the name at @i, with what may not stand between the two. */
static gboolean
read_title(const struct mb_tokens *t, guint i, struct mb_name *name)
{
	const guint allowed =
	    MB_GAP_STOP | MB_GAP_LINE | MB_GAP_COMMA | MB_GAP_COLON;
	guint gap;

	name->title = mb_title_read(t, i, &name->name, &name->plural);
	if (name->name >= t->n)
		return FALSE;
	if (!name->title)
		return TRUE;
	gap = t->tokens[name->name].gap;
	/* "No objection was raised by the PC. Awaiting a decision" */
	if ((gap & MB_GAP_STOP) && mb_tokens_is(t, name->name - 1, "pc") &&
	    !(t->tokens[name->name].flags & MB_TOKEN_INITIAL) &&
	    !mb_word_is_forename(t->tokens[name->name].fold))
		return FALSE;
	/* "6. Donation to PC" and on the next line "Dealt with above" */
	if ((gap & MB_GAP_LINE) && name->title == MB_TITLE_RANK)
		return FALSE;
	if ((gap & ~allowed) || mb_title_ends(t, name->name) ||
	    (name->title == MB_TITLE_MEMBER && ends_line(t, name)))
		return FALSE;
	/* "the Superintendent, Ryan said": only lists set a mark between; "Mr,
	 * Michael Mackey" is a slip. */
	return name->plural || mb_tokens_is(t, name->name - 1, "mr") ||
	       !(gap & (MB_GAP_COMMA | MB_GAP_COLON));
}

/* Is a surname alone enough?  "Garda Stations", "An Garda Síochána": the force,
 * not a person. */
static gboolean
may_stand_alone(const struct mb_tokens *t, const struct mb_name *name,
                gboolean bare)
{
	if (name->title)
		return name->title != MB_TITLE_RANK ||
		       !mb_tokens_is(t, name->name - 1, "garda");
	return bare && !(t->tokens[name->name].flags & MB_TOKEN_CAPS);
}

gboolean
mb_name_read(const struct mb_tokens *t, guint i, gboolean bare,
             struct mb_name *out)
{
	struct name_shape shape = { 0 };
	struct mb_name name = { .first = i };
	gboolean weak;
	guint bracket;

	if (i >= t->n ||
	    !((t->tokens[i].flags & MB_TOKEN_UPPER) || is_ocr_particle(t, i) ||
	      mb_title_of(&t->tokens[i])) ||
	    is_firm(t, i) || !read_title(t, i, &name))
		return FALSE;
	weak = name.title && mb_title_is_weak(t->tokens[name.name - 1].fold);
	/* "CC Christmas Party" is the council's. */
	shape.trusted =
	    (name.title && !weak && !mb_tokens_is(t, name.name - 1, "cc")) ||
	    bare;
	shape.titled = name.title != MB_TITLE_NONE;
	name.end = read_words(t, name.name, &shape);
	if (shape.n_words == 0)
		return FALSE;
	name.end = cut_words(t, name.name, name.end, &shape);
	name.end = before_council(t, name.end, &shape);
	bracket =
	    shape.n_words == 1 ? read_bracket_initial(t, name.end) : name.end;
	if (bare && bracket == name.end && name.end == name.name + 1)
		bracket = read_last_initial(t, name.end);
	name.full =
	    shape.n_initials > 0 || shape.n_words > 1 || bracket > name.end;
	name.end = bracket;
	name.sure = (name.title && !weak) || has_initial(t, &name) ||
	            mb_word_is_forename(t->tokens[name.name].fold);
	if ((weak && !(name.full && name.sure)) || is_home(t, &name) ||
	    (!name.full && !may_stand_alone(t, &name, bare)))
		return FALSE;
	*out = name;
	return TRUE;
}

static void
append_word(GString *out, const struct mb_tokens *t, guint i)
{
	const struct mb_token *w = &t->tokens[i];
	const char *p = t->text + w->at, *end = p + w->len;

	if (out->len)
		g_string_append_c(out, ' ');
	if (is_ocr_particle(t, i)) {
		g_string_append(out, "Ó");
		return;
	}
	if (w->flags & MB_TOKEN_POSSESSIVE)
		end = g_utf8_find_prev_char(p, end - 1);
	for (; p < end; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		/* Apostrophes are printed in many ways: one is kept. */
		if (c == '.')
			continue;
		if (c == 0x2019 || c == 0x2018 || c == 0x201f || c == '`' ||
		    c == 0x00b4 || c == 0x02bc || c == 0x201b)
			c = '\'';
		g_string_append_unichar(out, c);
	}
}

char *
mb_name_text(const struct mb_tokens *t, const struct mb_name *name)
{
	GString *out = g_string_new(NULL);
	guint end = name->end;
	gboolean last_initial = end > name->name + 1 &&
	                        (t->tokens[end - 1].flags & MB_TOKEN_INITIAL);

	if (last_initial)
		append_word(out, t, --end);
	for (guint i = name->name; i < end; i++) {
		if (i > name->name && is_parted_o(t, i - 1)) {
			GString *word = g_string_new(NULL);

			append_word(word, t, i);
			g_string_append_printf(out, "'%s", word->str);
			g_string_free(word, TRUE);
		} else {
			append_word(out, t, i);
		}
	}
	return g_string_free(out, FALSE);
}
