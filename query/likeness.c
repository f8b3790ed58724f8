#include "query/likeness.h"

#include <stdlib.h>
#include <string.h>

#include "query/plain.h"
#include "shim/words.h"

/* Shorter words hold sentences together. */
#define MIN_BYTES 4

/* A sentence is no longer than this. */
#define MAX_SENTENCE_BYTES 600

static int
compare_words(const void *a, const void *b)
{
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Words that stand in papers about anything, in the order of strcmp(). */
static gboolean
is_common(const char *word)
{
	static const char *const words[] = {
		"about",      "adjourned", "after",    "agenda",
		"agree",      "agreed",    "also",     "been",
		"before",     "being",     "brought",  "chair",
		"come",       "committee", "could",    "council",
		"councillor", "deferred",  "district", "from",
		"further",    "future",    "have",     "held",
		"into",       "item",      "items",    "matter",
		"meeting",    "meetings",  "member",   "members",
		"minutes",    "monthly",   "more",     "motion",
		"moved",      "municipal", "next",     "noted",
		"notice",     "officer",   "officers", "other",
		"page",       "pages",     "panel",    "present",
		"presented",  "proposed",  "provided", "question",
		"received",   "referred",  "regard",   "regarding",
		"report",     "reported",  "reports",  "requested",
		"resolved",   "scrutiny",  "seconded", "shall",
		"should",     "submitted", "such",     "thanked",
		"that",       "their",     "them",     "then",
		"there",      "these",     "they",     "this",
		"those",      "under",     "update",   "upon",
		"were",       "when",      "where",    "which",
		"will",       "with",      "within",   "would",
	};

	return bsearch(&word, words, G_N_ELEMENTS(words), sizeof(*words),
	               compare_words) != NULL;
}

GHashTable *
mb_likeness_words(const char *text)
{
	g_autoptr(mb_words) words = mb_words_new(text, -1);
	GHashTable *set =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	struct mb_word word;

	while (mb_words_next(words, &word))
		if (strlen(word.folded) >= MIN_BYTES &&
		    !g_ascii_isdigit(*word.folded) && !is_common(word.folded))
			g_hash_table_add(set, g_strdup(word.folded));
	return set;
}

guint
mb_likeness_common(GHashTable *a, GHashTable *b)
{
	gboolean turn = g_hash_table_size(a) > g_hash_table_size(b);
	GHashTable *few = turn ? b : a, *many = turn ? a : b;
	GHashTableIter at;
	gpointer word;
	guint n = 0;

	g_hash_table_iter_init(&at, few);
	while (g_hash_table_iter_next(&at, &word, NULL))
		n += g_hash_table_contains(many, word) ? 1 : 0;
	return n;
}

double
mb_likeness(GHashTable *a, GHashTable *b)
{
	guint least = MIN(g_hash_table_size(a), g_hash_table_size(b));

	return least == 0 ? 0 : (double)mb_likeness_common(a, b) / least;
}

/* What stands on every agenda begins so. */
static const char *const routine[] = {
	"accounts for payment",
	"actions",
	"adoption of minutes",
	"agenda",
	"any other",
	"any urgent",
	"aob",
	"announcements",
	"apolog",
	"appointment of substitute",
	"approval of minutes",
	"attendance",
	"chair",
	"clerk",
	"closing remarks",
	"close",
	"confirm minutes",
	"confirmation of",
	"correspondence",
	"date and time",
	"date of",
	"dates ",
	"declaration",
	"disclosure",
	"finance",
	"items for",
	"matters arising",
	"meeting closed",
	"members present",
	"minutes",
	"next meeting",
	"opening remarks",
	"other",
	"opportunity for public",
	"planning",
	"present",
	"previous minutes",
	"public forum",
	"public participation",
	"public question",
	"question time",
	"questions",
	"reports from",
	"to approve",
	"to confirm",
	"to consider any",
	"to receive",
	"to report appointment",
	"urgent",
	"votes of",
	"welcome",
};

gboolean
mb_likeness_is_routine(const char *topic)
{
	if (*topic == '\0')
		return TRUE;
	for (gsize i = 0; i < G_N_ELEMENTS(routine); i++)
		if (g_str_has_prefix(topic, routine[i]))
			return TRUE;
	/* "Operations and Maintenance Services Directorate" */
	return g_str_has_suffix(topic, "directorate") ||
	       g_str_has_suffix(topic, "department");
}

/* "(iv) That", "\342\200\242 Inclusion": a point of a list begins here. */
static gboolean
begins_point(const char *p)
{
	gsize n;

	if (g_str_has_prefix(p, "\342\200\242 "))
		return TRUE;
	if (*p != '(')
		return FALSE;
	n = strcspn(p, ") ");
	return n >= 2 && n <= 5 && p[n] == ')' && p[n + 1] == ' ';
}

/* Where a sentence, or a cell of a table, ends at or after @from. */
static const char *
sentence_end(const char *from)
{
	const char *p;

	for (p = from; *p != '\0' && p - from < MAX_SENTENCE_BYTES; p++)
		if ((strchr(".;!?", *p) != NULL && (p[1] == ' ' || !p[1])) ||
		    (*p == ' ' && (begins_point(p + 1) || p[1] == '|' ||
		                   g_str_has_prefix(p + 1, "(Note"))))
			break;
	return p;
}

static const char *
sentence_start(const char *text, const char *from)
{
	const char *p;

	for (p = from; p > text && from - p < MAX_SENTENCE_BYTES; p--)
		if (p[-1] == ' ' &&
		    (begins_point(p) ||
		     (p - text >= 2 && strchr(".;:!?|", p[-2]) != NULL)))
			break;
	while ((*p & 0xC0) == 0x80)
		p++;
	return p;
}

char *
mb_likeness_sentence(const char *text, const char *quote)
{
	g_autofree char *line = mb_plain_line(text);
	const char *at = *quote != '\0' ? strstr(line, quote) : NULL;
	const char *start, *end;

	if (at == NULL)
		return mb_plain_line(quote);
	start = sentence_start(line, at);
	end = sentence_end(at + strlen(quote));
	while ((*end & 0xC0) == 0x80)
		end++;
	return g_strndup(start, (gsize)(end - start));
}
