#include "shim/called.h"

#include <string.h>

#include "shim/words.h"

/* Words before a name that are none of it; papers are rid of them already,
 * but people type them. */
static const char titles[] =
    " mr mrs ms miss mx dr prof professor sir dame lord lady baroness rev revd "
    "reverend canon fr cllr cllrs clr councillor councillors cyng cynghorydd "
    "comhairleoir alderman ald mayor lm ";

/* What stands behind a name. */
static const char honours[] =
    " obe mbe cbe kbe dbe bem jp dl frsa qc kc mp ms msp td mla phd snr jnr ";

/* Small words that belong to the surname after them.  Those of the first line
 * can't be a first name, so a name may begin with them. */
static const char particles[] =
    " o ó mac mc ni nic ui van von de der den di du la le st "
    " ab ap ferch al el bin ibn da dal del della dos ten ter ua y ";
static const char first_particles[] =
    " o ó mac mc ni nic ui van von de di du la le st ";

/* Names that have an O before them: "O Brien" is O'Brien, but "O Williams" may
 * be Owen. */
static const char names_with_o[] =
    " boyle brien byrne callaghan carroll connell connor conor dea doherty "
    "donnell donoghue donohoe donovan dowd dreskell dwyer farrell flaherty "
    "flynn gorman grady hagan halloran hanlon hanrahan hara hare hea hehir "
    "herlihy kane keefe keeffe kelly leary loughlin mahoney mahony malley "
    "mara meara neil neill regan reilly riordan rourke ruairc shaughnessy "
    "shea sullivan toole ";

/* First names and what their bearers are called for short, with the same
 * initial, so that "T Smith" agrees with both.  Not among them: what is short
 * for several ("Chris"), for those are kept apart when two of them meet. */
static const char *const short_names[] = {
	"abby abigail",      "alex alexander",    "alex alexandra",
	"andy andrew",       "angie angela",      "barney barnaby",
	"ben benjamin",      "bernie bernadette", "bernie bernard",
	"brad bradley",      "cath catherine",    "cathy catherine",
	"charlie charles",   "charlie charlotte", "chris christopher",
	"chris christine",   "chris christina",   "dan daniel",
	"danny daniel",      "dave david",        "deb deborah",
	"debbie deborah",    "des desmond",       "don donald",
	"doug douglas",      "eddie edward",      "ed edward",
	"fran frances",      "fran francis",      "fred frederick",
	"gabe gabriel",      "geoff geoffrey",    "gerry gerard",
	"gerry gerald",      "ger gerard",        "greg gregory",
	"jackie jacqueline", "jacqui jacqueline", "jamie james",
	"jeff jeffrey",      "jen jennifer",      "jenny jennifer",
	"jess jessica",      "jim james",         "jimmy james",
	"jo joanne",         "jo joanna",         "joe joseph",
	"jon jonathan",      "josh joshua",       "judy judith",
	"kate katherine",    "kate kathryn",      "kath kathleen",
	"kathy kathleen",    "kath katherine",    "kathy katherine",
	"katie katherine",   "ken kenneth",       "kenny kenneth",
	"kev kevin",         "kim kimberley",     "larry laurence",
	"larry lawrence",    "len leonard",       "les leslie",
	"lou louise",        "maggie margaret",   "matt matthew",
	"mick michael",      "mike michael",      "nat nathan",
	"nick nicholas",     "nicky nicola",      "nikki nicola",
	"pam pamela",        "pat patricia",      "pat patrick",
	"paddy patrick",     "pete peter",        "phil philip",
	"phil phillip",      "ray raymond",       "rob robert",
	"robbie robert",     "ron ronald",        "rich richard",
	"rick richard",      "sam samantha",      "sam samuel",
	"sandy sandra",      "steph stephanie",   "steve stephen",
	"steve steven",      "stu stuart",        "sue susan",
	"sue suzanne",       "susie susan",       "terry terence",
	"tim timothy",       "tom thomas",        "tommy thomas",
	"val valerie",       "vicky victoria",    "viv vivien",
	"will william",
};

void
mb_called_free(struct mb_called *called)
{
	if (called == NULL)
		return;
	g_strfreev(called->words);
	g_free(called->key);
	g_free(called);
}

/* TRUE when @word is one of those in @list, which stand between spaces. */
static gboolean
is_in(const char *word, const char *list)
{
	g_autofree char *spaced = g_strconcat(" ", word, " ", NULL);

	return strstr(list, spaced) != NULL;
}

gboolean
mb_called_has_small_letters(const char *name)
{
	for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p))
		if (g_unichar_islower(g_utf8_get_char(p)))
			return TRUE;
	return FALSE;
}

/* "JP" among words in small letters: two initials run together. */
static gboolean
is_initials(const char *word)
{
	gsize n = strlen(word);

	return n >= 2 && n <= 3 &&
	       strspn(word, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") == n;
}

/* The letters and hyphens of @word, folded: "O’Dea" is "odea". */
static char *
fold_word(const char *word)
{
	g_autofree char *folded = mb_words_fold(word);
	GString *out = g_string_new(NULL);

	for (const char *p = folded; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (g_unichar_isalnum(c) || c == '-')
			g_string_append_unichar(out, c);
	}
	return g_string_free(out, FALSE);
}

/* The words of @name as they stand, parted at spaces, stops and commas; what
 * is in brackets is no name: "J Bell (Chair)". */
static char **
cut(const char *name)
{
	g_autoptr(GString) plain = g_string_new(NULL);
	guint depth = 0;

	for (const char *p = name; *p != '\0'; p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (c == ')')
			depth -= MIN(depth, 1);
		else if (c == '(')
			depth++;
		else if (depth == 0)
			g_string_append_unichar(
			    plain, g_unichar_isspace(c) || c == '.' || c == ','
				       ? ' '
				       : c);
	}
	return g_strsplit(plain->str, " ", -1);
}

static void
add_word(GPtrArray *words, const char *word, gboolean may_be_initials)
{
	g_autofree char *folded = fold_word(word);

	/* No initial has an accent. */
	if (strcmp(word, "Ó") == 0 || strcmp(word, "ó") == 0) {
		g_ptr_array_add(words, g_strdup("ó"));
		return;
	}
	if (*folded == '\0' || strcmp(folded, "-") == 0)
		return;
	if (!may_be_initials || !is_initials(word)) {
		g_ptr_array_add(words, g_steal_pointer(&folded));
		return;
	}
	for (const char *p = folded; *p != '\0'; p++)
		g_ptr_array_add(words, g_strndup(p, 1));
}

/* "OBE" in capitals behind a name in small letters: Ann Bem is none. */
static gboolean
is_honour(const char *word)
{
	g_autofree char *folded = fold_word(word);

	return !mb_called_has_small_letters(word) && is_in(folded, honours);
}

/* All words, folded, without titles and honours. */
static GPtrArray *
read_words(const char *name)
{
	g_auto(GStrv) raw = cut(name);
	GPtrArray *words = g_ptr_array_new_with_free_func(g_free);
	guint n_raw = g_strv_length(raw);
	gboolean small = mb_called_has_small_letters(name);

	while (n_raw > 0 && (*raw[n_raw - 1] == '\0' ||
	                     (small && is_honour(raw[n_raw - 1]))))
		n_raw--;
	for (guint i = 0; i < n_raw; i++)
		add_word(words, raw[i], small && i + 1 < n_raw);
	while (words->len > 1 && is_in(words->pdata[0], titles))
		g_ptr_array_remove_index(words, 0);
	return words;
}

/* Join the small words before the surname to it: "w o donnell" is "w
 * odonnell". */
static void
join_particles(GPtrArray *words)
{
	while (words->len > 1) {
		char **last = (char **)&words->pdata[words->len - 1];
		const char *before = words->pdata[words->len - 2];
		char *joined;

		if (!is_in(before,
		           words->len == 2 ? first_particles : particles) ||
		    (strcmp(before, "o") == 0 && !is_in(*last, names_with_o)))
			return;
		joined = g_strconcat(strcmp(before, "ó") == 0 ? "o" : before,
		                     *last, NULL);
		g_free(*last);
		*last = joined;
		g_ptr_array_remove_index(words, words->len - 2);
	}
}

/* "stafford-townsend" as two words; hyphens in first names part them too. */
static void
part_hyphens(GPtrArray *words, struct mb_called *called)
{
	g_autoptr(GStrvBuilder) parts = g_strv_builder_new();

	for (guint i = 0; i < words->len; i++) {
		g_auto(GStrv) split = g_strsplit(words->pdata[i], "-", -1);

		called->n_surname = 0;
		for (guint k = 0; split[k] != NULL; k++) {
			if (*split[k] == '\0')
				continue;
			g_strv_builder_add(parts, split[k]);
			called->n_surname++;
		}
	}
	called->words = g_strv_builder_end(parts);
	called->n_words = g_strv_length(called->words);
}

struct mb_called *
mb_called_new(const char *name)
{
	g_autoptr(GPtrArray) words = read_words(name);
	g_autoptr(mb_called) called = g_new0(struct mb_called, 1);

	join_particles(words);
	part_hyphens(words, called);
	if (called->n_surname == 0 || called->n_words > MB_CALLED_MAX_WORDS ||
	    is_in(called->words[called->n_words - 1], titles))
		return NULL;
	called->key = g_strjoinv(" ", called->words);
	return g_steal_pointer(&called);
}

const char *
mb_called_last(const struct mb_called *called)
{
	return called->words[called->n_words - 1];
}

gboolean
mb_called_is_full(const struct mb_called *called)
{
	return called->n_words > called->n_surname &&
	       *g_utf8_next_char(called->words[0]) != '\0';
}

guint
mb_called_telling(const struct mb_called *called)
{
	guint n = 0;

	for (guint i = 0; i + called->n_surname < called->n_words; i++)
		n += (guint)g_utf8_strlen(called->words[i], -1);
	return n;
}

static gboolean
is_short_for(const char *a, const char *b)
{
	g_autofree char *one = g_strconcat(a, " ", b, NULL);
	g_autofree char *other = g_strconcat(b, " ", a, NULL);

	for (gsize i = 0; i < G_N_ELEMENTS(short_names); i++)
		if (strcmp(short_names[i], one) == 0 ||
		    strcmp(short_names[i], other) == 0)
			return TRUE;
	return FALSE;
}

static gboolean
first_names_agree(const char *a, const char *b)
{
	if (*g_utf8_next_char(a) == '\0' || *g_utf8_next_char(b) == '\0')
		return g_utf8_get_char(a) == g_utf8_get_char(b);
	return strcmp(a, b) == 0 || is_short_for(a, b);
}

/* One after the other; what only one of them tells contradicts nothing. */
gboolean
mb_called_agree(const struct mb_called *a, const struct mb_called *b)
{
	guint n_surname = MAX(a->n_surname, b->n_surname);
	guint n_given;

	if (a->n_words < n_surname || b->n_words < n_surname)
		return FALSE;
	for (guint i = 1; i <= n_surname; i++)
		if (strcmp(a->words[a->n_words - i],
		           b->words[b->n_words - i]) != 0)
			return FALSE;
	n_given = MIN(a->n_words, b->n_words) - n_surname;
	for (guint i = 0; i < n_given; i++)
		if (!first_names_agree(a->words[i], b->words[i]))
			return FALSE;
	return TRUE;
}
