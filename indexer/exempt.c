#include "indexer/exempt.h"

#include <string.h>

#include "indexer/tokens.h"

/* A marking stands in the header of a paper or report: within this many lines
 * of where it begins. */
#define HEADER_LINES 30
/* Words that make a paper exempt as a whole stand above all else. */
#define BANNER_LINES 12
/* A line longer than this is prose, not a marking. */
#define MARKING_MAX_BYTES 600

/* --- one line ------------------------------------------------------------ */

static GRegex *
regex_once(GRegex **slot, const char *pattern)
{
	if (g_once_init_enter(slot)) {
		GRegex *re = g_regex_new(
		    pattern, G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

		g_once_init_leave(slot, re);
	}
	return *slot;
}

#define LAW                                                                    \
	"(?:schedule ?12a|schedule ?7a|schedule 6 (?:of|to) the local "        \
	"government act \\(northern|s(?:ection|\\.)? ?100a)"
#define SECRET                                                                 \
	"(?:exempt|confidential|restricted|private|closed|eithriedig|"         \
	"cyfrinachol)"

/* What says that nothing is withheld, or speaks of papers in general. */
static const char harmless[] =
    /* "no exempt items", "not exempt", "contains no confidential …" */
    "\\b(?:no|non|none|nil|never|neither|without|not) (?:[\\w-]+ ){0,3}?"
    "(?:exempt|confidential|restricted|private)\\b"
    "|\\bnon-?(?:exempt|confidential)\\b|\\bunrestricted\\b"
    "|\\bdo(?:es)? not contain\\b"
    /* "Exempt information: No", "Appendix E – Exempt Information NO" */
    "|\\b(?:exempt|confidential|restricted|private|publication)\\b[^.]{0,"
    "60}(?:[:?–|-]|\\binformation|\\bsession\\b) ?\\W{0,3}(?:no|none|nil|n"
    "/?a|not applicable|open|public|false|0)\\b"
    /* the standing notices */
    "|\\bshould be (?:treated|handed|disposed|returned)\\b"
    "|\\bprivate and confidential information$"
    "|\\b(?:any|where|whether|if|unless|except|when|which|may|might|"
    "could|should|likely|consider|considered|containing|contain|right|"
    "rights|inspect|access)\\b[^.]{0,80}\\b(?:exempt|confidential|"
    "restricted)\\b(?! report)"
    "|\\b(?:exempt|confidential|private)\\b[^.]{0,60}\\b(?:may be|might|"
    "would be|will not|must not|cannot|copies|securely)\\b"
    /* other senses */
    "|\\bexempt (?:from(?! publication| disclosure| "
    "being)|vehicles?|works|accommodation|supply|supplies|"
    "charity|development|categor)|\\b(?:tax|vat|rate|fee)[ -]exempt\\b"
    "|\\bexempt(?:ion|ed|ing|s)\\b"
    "|\\bconfidential (?:reporting|advice|helpline|waste|counselling|"
    "service|support|enquir)|\\bconfidential(?:ity|ly)\\b"
    "|\\b(?:speed|weight|parking|height|access|bed|land|page)\\b[^.]{0,20}"
    "\\brestricted\\b|\\brestricted (?:parking|access|hours|movement|"
    "byway|area|zone|funds?|reserves?|mobility|growth)"
    "|\\bin exempt session\\? ?(?:no|n/?a)?$|\\bexempt information\\?$";

/* What marks a thing as withheld. */
static const char marking[] =
    /* "NOT FOR PUBLICATION" */
    "\\bnot (?:for|to be) (?:publication|published|release|circulation|"
    "disclosed|general release)\\b"
    "|\\b(?:withheld|excluded) from publication\\b"
    "|\\bnid i[’']?w gyhoeddi\\b"
    /* "Exempt by virtue of paragraph 3", "paragraph 3 of Schedule 12A" */
    "|\\b(?:exempt|confidential)\\b[^.]{0,60}\\b(?:by virtue|under|"
    "pursuant|within|in accordance|as defined|defined|paragraphs?|paras?|"
    "category|categories)\\b"
    "|\\bparagraphs? ?\\(?\\d{1,2}[^.]{0,80}\\b" LAW
    "|\\b(?:by virtue of|under|contrary to|in terms of|within)\\b[^.]{0,80}"
    "\\b" LAW
    /* "This report contains exempt information" */
    "|\\b(?:this|the) (?:report|paper|appendix|annex|document|item|minute)"
    "s? (?:is|are|contains?|includes?|has been|must be|remains?) "
    "(?:\\w+ ){0,4}?(?:exempt|confidential|private|restricted)\\b"
    /* "Classification: Exempt", "Exempt information: Yes" */
    "|\\b(?:classification|status|security|publication|access|restriction|"
    "marking|report type|public/private|open/exempt|part i or ii)\\b[^:]{0,"
    "30}[:–-] ?\\W{0,3}(?:fully |part(?:ly|ially)? |part )?(?:exempt|"
    "confidential|restricted|private|closed|official[ -]+sensitive|"
    "part (?:ii|2|b))\\b"
    "|\\b(?:exempt|confidential|private|restricted)\\b[^.:?]{0,40}[:?] ?"
    "\\W{0,3}(?:yes|y|true)\\b"
    /* "EXEMPT REPORT", "Confidential Appendix 2", "Exempt minutes" */
    "|^\\W{0,4}(?:strictly )?" SECRET "(?: and confidential)? (?:report|"
    "appendix|appendices|annex|paper|minutes?|agenda|document|information"
    "|session|business|pack|papers|reports|supplement|decision)s?\\b"
    "|\\b(?:report|appendix|annex|paper|minutes?|agenda|document|session|"
    "supplement|pack)\\b[ \\w]{0,12}[–:(\\[-]+ ?\\W{0,2}(?:strictly )?" SECRET
    "\\b"
    "|\\([ ]?(?:strictly )?(?:exempt|confidential|restricted|private|"
    "part (?:ii|2|b))\\b[^)]{0,60}\\)"
    /* a word alone: "CONFIDENTIAL", "PRIVATE & CONFIDENTIAL", "Part II" */
    "|^\\W{0,4}(?:strictly )?(?:(?:private|exempt|commercially|commercial|"
    "official)(?: and | & |/| in | |[ ]?[–-][ ]?))?(?:exempt|confidential|"
    "restricted|confidence|sensitive|private|eithriedig|cyfrinachol)"
    "\\W{0,4}$"
    "|^\\W{0,4}(?:exempt|confidential|restricted|official[ -]sensitive) ?"
    "[–:-]"
    "|^\\W{0,4}part (?:ii|2|b)\\W{0,4}$"
    "|^\\W{0,4}part (?:ii|2|b|two)\\W{1,4}(?:\\w+ ){0,3}?(?:exempt|private"
    "|confidential|closed|restricted|press and public excluded|not open)\\b"
    "|\\bcommercial(?:ly)?[ -]+(?:in[ -]+confidence|sensitive)\\W{0,4}$"
    "|\\bmembers only\\W{0,4}$|\\bin[ -]camera\\b"
    "|\\b(?:press|public)(?: and (?:press|public))? (?:are |is )?excluded"
    "\\W{0,4}$";

static gboolean
may_mark(const char *line)
{
	static const char *const stems[] = {
		"xempt",       "XEMPT",      "onfiden",   "ONFIDEN",
		"ublication",  "UBLICATION", "estricted", "ESTRICTED",
		"rivate",      "RIVATE",     "chedule",   "CHEDULE",
		"ublished",    "UBLISHED",   "losed",     "LOSED",
		"ensitive",    "ENSITIVE",   "art II",    "ART II",
		"art 2",       "ART 2",      "art B",     "ART B",
		"xcluded",     "XCLUDED",    "ircul",     "IRCUL",
		"isclosed",    "elease",     "ELEASE",    "embers only",
		"EMBERS ONLY", "amera",      "CAMERA",    "ithriedig",
		"ITHRIEDIG",   "yfrinach",   "YFRINACH",  "yhoeddi",
		"YHOEDDI",     "ithheld",    "ITHHELD",   "100A",
		"art Two",     "ART TWO",
	};

	for (guint i = 0; i < G_N_ELEMENTS(stems); i++)
		if (strstr(line, stems[i]))
			return TRUE;
	return FALSE;
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
	static GRegex *harmless_re, *marking_re, *strong_re;
	g_autoptr(GMatchInfo) info = NULL;
	char *words = configured(line, more);
	gboolean strong;

	if (words || strlen(line) > MARKING_MAX_BYTES || !may_mark(line))
		return words;
	if (!g_regex_match(regex_once(&marking_re, marking), line, 0, &info))
		return NULL;
	/* What begins with "NOT FOR PUBLICATION" means it, whatever follows;
	 * anything else must not be a notice or a "no". */
	strong = g_regex_match(
	    regex_once(&strong_re,
	               "^\\W{0,4}(?:(?:this|the) (?:report|appendix|paper|"
	               "document) is )?not for publication\\b(?! ?[:?] ?"
	               "(?:no|n/?a)\\b)|^\\W{0,4}exempt (?:by virtue|under|"
	               "information (?:by virtue|under|as defined))"),
	    line, 0, NULL);
	if (!strong &&
	    g_regex_match(regex_once(&harmless_re, harmless), line, 0, NULL))
		return NULL;
	return g_match_info_fetch(info, 0);
}

gboolean
mb_exempt_is_private(const char *line)
{
	static GRegex *told_re, *none_re;

	if (!may_mark(line) && !strstr(line, "xclu") && !strstr(line, "XCLU") &&
	    !strstr(line, "n committee") && !strstr(line, "o committee") &&
	    !strstr(line, "n Committee"))
		return FALSE;
	if (g_regex_match(
		regex_once(&none_re,
	                   "\\b(?:no|not|none|nil|without)\\b[^.]{0,40}\\b"
	                   "(?:exempt|confidential|private)\\b|\\bexempt "
	                   "(?:information|session)\\?|\\bexempt "
	                   "information\\b[^.]{0,10}[:–-]? ?(?:no|none|n/?a|"
	                   "open)\\b|\\bagendas containing\\b|\\bshould be "
	                   "treated\\b|\\bunrestricted\\b|\\bexempt from\\b"),
		line, 0, NULL))
		return FALSE;
	return g_regex_match(
	    regex_once(&told_re,
	               "\\bexclusion of (?:the )?(?:press|public|"
	               "representatives)|\\b(?:press|public)\\b[^.]{0,60}"
	               "\\bexcluded\\b|\\bexclude(?:d)? the (?:press|public)"
	               "\\b|\\bexempt (?:information|items?|reports?|"
	               "minutes?|appendi|business|session|papers?)\\b|"
	               "\\bconfidential (?:items?|reports?|minutes?|"
	               "appendi|business|session|papers?|matters?|annex)\\b|"
	               "\\b(?:private|closed) (?:session|business|items?|"
	               "minutes?)\\b|[“\"‘']in committee\\b|\\b(?:went|"
	               "move[ds]?|moving|meet|met|going) (?:in|into) "
	               "(?:committee|private|closed)\\b|" LAW
	               "|\\bnot for publication\\b|\\bpart (?:ii|2) "
	               "(?:items?|business|session|agenda|minutes|report)"),
	    line, 0, NULL);
}

/* --- a paper ------------------------------------------------------------- */

struct marker {
	const struct mb_lines *lines;
	const char *const *more;
};

/* A heading of an agenda, "EXEMPT ITEMS", says what follows, not what the
 * paper is. */
static gboolean
is_section(const char *line)
{
	static GRegex *re;

	return g_regex_match(
	    regex_once(&re, "\\b(?:items?|business|part (?:ii|2|b))\\W{0,3}"
	                    "(?:\\([^)]*\\))?\\W{0,3}$"),
	    line, 0, NULL);
}

/* The words that mark the lines [first, end), or NULL. */
static char *
find_marking(const struct marker *m, guint first, guint end, gboolean whole)
{
	for (guint i = first; i < end; i++) {
		const struct mb_line *line = mb_lines_at(m->lines, i);
		char *words;

		if (whole && is_section(line->text))
			continue;
		words = mb_exempt_marking(line->text, m->more);
		if (words)
			return words;
	}
	return NULL;
}

/* "Appendix 2 - EXEMPT.pdf": the published name of a paper that should not
 * have been. */
static char *
name_marking(const char *path)
{
	g_autofree char *base = g_path_get_basename(path);
	g_autofree char *valid = g_utf8_make_valid(base, -1);
	g_autofree char *spaced = NULL;
	g_autoptr(mb_tokens) t = NULL;

	spaced = g_strdelimit(g_strdup(valid), "_.+-", ' ');
	t = mb_tokens_new(spaced);
	for (guint i = 0; i < t->n; i++) {
		const char *fold = t->tokens[i].fold;

		if (i > 0 && (mb_tokens_is(t, i - 1, "non") ||
		              mb_tokens_is(t, i - 1, "not") ||
		              mb_tokens_is(t, i - 1, "no")))
			continue;
		if (strcmp(fold, "exempt") == 0 ||
		    strcmp(fold, "confidential") == 0 ||
		    strcmp(fold, "notforpublication") == 0)
			return mb_tokens_text(t, i, i + 1);
	}
	return NULL;
}

/* A running header marks every page it stands on; the paper as a whole when
 * it stands on most. */
static char *
running_marking(const struct marker *m)
{
	g_autoptr(GHashTable) pages = g_hash_table_new(NULL, NULL);
	g_autofree char *words = NULL;

	for (guint i = 0; i < m->lines->lines->len; i++) {
		const struct mb_line *line = mb_lines_at(m->lines, i);
		char *here;

		if (!line->furniture || !line->page_no ||
		    is_section(line->text))
			continue;
		here = mb_exempt_marking(line->text, m->more);
		if (!here)
			continue;
		g_hash_table_add(pages, GUINT_TO_POINTER(line->page_no));
		g_free(words);
		words = here;
	}
	if (words && g_hash_table_size(pages) * 10 >= m->lines->n_pages * 6)
		return g_steal_pointer(&words);
	return NULL;
}

static char *
paper_marking(const struct marker *m, const struct mb_meetings *meetings,
              const char *path, guint banner)
{
	const struct mb_part *first =
	    meetings->parts->len ? g_ptr_array_index(meetings->parts, 0) : NULL;
	guint n = m->lines->lines->len;
	char *words = find_marking(m, 0, MIN(n, banner), TRUE);

	if (!words && m->lines->title)
		words = mb_exempt_marking(m->lines->title, m->more);
	if (!words && path)
		words = name_marking(path);
	if (!words)
		words = running_marking(m);
	/* A paper that is one report is marked by that report's header. */
	if (!words && first && meetings->parts->len == 1 &&
	    (first->kind == MB_PART_REPORT || first->kind == MB_PART_APPENDIX))
		words = find_marking(m, 0, MIN(n, HEADER_LINES), FALSE);
	return words;
}

static gboolean
is_withheld_kind(enum mb_kind kind)
{
	return kind == MB_KIND_REPORT || kind == MB_KIND_APPENDIX;
}

/* A banner stands above the first item: "RESOLVED That the public be excluded"
 * in the first item of short minutes is none. */
static guint
banner_end(GPtrArray *drafts)
{
	guint end = BANNER_LINES;

	for (guint i = 0; i < drafts->len; i++) {
		const struct mb_draft *draft = g_ptr_array_index(drafts, i);

		if (!is_withheld_kind(draft->item->kind))
			end = MIN(end, draft->head);
	}
	return end;
}

static void
set_exempt(struct mb_item *item, const char *words)
{
	item->exempt = TRUE;
	g_free(item->exempt_words);
	item->exempt_words = g_strdup(words);
}

static void
mark_report(const struct marker *m, struct mb_draft *draft)
{
	guint first = draft->head;
	guint end = MIN(draft->end, draft->body + HEADER_LINES);
	g_autofree char *words = NULL;

	/* The banner of a report stands above its title. */
	if (draft->part && draft->part->first < first)
		first = draft->part->first;
	words = draft->item->title
	            ? mb_exempt_marking(draft->item->title, m->more)
	            : NULL;
	if (!words)
		words = find_marking(m, first, MAX(first, end), FALSE);
	if (words)
		set_exempt(draft->item, words);
}

static void
mark_private(const struct marker *m, struct mb_draft *draft)
{
	const char *title = draft->item->title;

	if (title && mb_exempt_is_private(title))
		draft->item->private_business = TRUE;
	for (guint i = draft->body;
	     i < draft->end && !draft->item->private_business; i++)
		draft->item->private_business =
		    mb_exempt_is_private(mb_lines_at(m->lines, i)->text);
}

gboolean
mb_exempt_mark(GPtrArray *drafts, const struct mb_lines *lines,
               const struct mb_meetings *meetings, const char *path,
               const struct mb_conf *conf)
{
	struct marker m = { .lines = lines,
		            .more = mb_conf_exempt_words(conf) };
	enum mb_forced forced = mb_conf_forced(conf, path);
	g_autofree char *words = NULL;

	if (forced == MB_FORCED_EXEMPT)
		words = g_strdup("exempt by configuration");
	else if (forced == MB_FORCED_NOT)
		words = paper_marking(&m, meetings, path, banner_end(drafts));
	for (guint i = 0; i < drafts->len; i++) {
		struct mb_draft *draft = g_ptr_array_index(drafts, i);

		if (words)
			set_exempt(draft->item, words);
		else if (!is_withheld_kind(draft->item->kind))
			mark_private(&m, draft);
		else if (forced == MB_FORCED_NOT)
			mark_report(&m, draft);
	}
	return words != NULL;
}
