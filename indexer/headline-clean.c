#include "config.h"

#include "indexer/headline-clean.h"

#include <string.h>

#include "indexer/looks.h"
#include "indexer/patterns.h"

/* "(pages 3", "(pages": a reference without its end. */
static gboolean
is_cut_off(const char *open)
{
	gsize n = strlen("(page");

	return g_str_has_prefix(open, "(page") &&
	       !open[n + strspn(open + n, "s 0123456789-")];
}

/* Remove "(Pages 1 - 18)", "(Page 5)", "(Item 3)", "(AI 3)" from the end, and
 * "(Pages 3", whose rest an agenda prints in its margin, on another line. */
static gboolean
drop_reference(GString *s)
{
	static const char *const kinds[] = { "(page", "(pp", "(item ",
		                             "(agenda ", "(ai " };
	g_autofree char *lower = g_ascii_strdown(s->str, -1);
	const char *open = strrchr(lower, '(');
	guint i;

	if (!open || (s->str[s->len - 1] != ')' && !is_cut_off(open)))
		return FALSE;
	for (i = 0; i < G_N_ELEMENTS(kinds); i++)
		if (g_str_has_prefix(open, kinds[i])) {
			g_string_truncate(s, (gsize)(open - lower));
			return TRUE;
		}
	return FALSE;
}

/* Remove the page numbers that an agenda prints in its margin: "… held on 18
 * January 2021 3 - 12". */
static gboolean
drop_pages(GString *s)
{
	const char *p = s->str + s->len;
	gsize n_last = 0, n_first = 0;
	guint64 first, last;

	while (p > s->str && g_ascii_isdigit(p[-1]))
		p--, n_last++;
	last = g_ascii_strtoull(p, NULL, 10);
	while (p > s->str &&
	       (p[-1] == ' ' || p[-1] == '-' || (guchar)p[-1] >= 0x80))
		p--;
	while (p > s->str && g_ascii_isdigit(p[-1]))
		p--, n_first++;
	first = g_ascii_strtoull(p, NULL, 10);
	if (!n_last || !n_first || n_last > 3 || n_first > 3 || first > last ||
	    p == s->str || p[-1] != ' ' || !strstr(p, " "))
		return FALSE;
	g_string_truncate(s, (gsize)(p - s->str));
	return TRUE;
}

/* Remove the dots that lead to a page, and what stands behind: "Minutes
 * ........ 4", as contents print them. */
static gboolean
drop_leader(GString *s)
{
	char *dots = strstr(s->str, ".....");

	if (!dots || dots == s->str)
		return FALSE;
	g_string_truncate(s, (gsize)(dots - s->str));
	return TRUE;
}

/* "pdf Minutes (233Kb)", as CMIS links the paper of an entry. */
static gboolean
drop_link(GString *s)
{
	static GRegex *link_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint start, end;

	if (!g_regex_match(mb_regex_once(&link_re,
	                                 "^(?:pdf|docx?|xlsx?|pptx?) (.+?) "
	                                 "\\([0-9.]+ ?[km]b\\)$",
	                                 G_REGEX_CASELESS),
	                   s->str, 0, &info))
		return FALSE;
	g_match_info_fetch_pos(info, 1, &start, &end);
	g_string_truncate(s, (gsize)end);
	g_string_erase(s, 0, start);
	return TRUE;
}

static gboolean
drop_icon(GString *s)
{
	gsize n;

	if (drop_link(s))
		return TRUE;
	n = mb_looks_icon(s->str);
	if (n == s->len)
		return FALSE;
	g_string_truncate(s, n);
	return TRUE;
}

/* Whether the word before @at is one of a title in small letters: "Winter plan
 * Report of the Director", but "Annual Report of the Director". */
static gboolean
ends_low(const GString *s, const char *at)
{
	const char *word = at;

	while (word > s->str && word[-1] != ' ')
		word--;
	return word > s->str && g_ascii_islower(*word);
}

/* "Board forward plan For decision": what an agenda's table asks of the meeting
 * stands behind the title in its cell. */
static gboolean
drop_purpose(GString *s)
{
	static const char *const words[] = { "decision",      "discussion",
		                             "information",   "noting",
		                             "approval",      "assurance",
		                             "consideration", "comment",
		                             "resolution",    "endorsement" };

	for (const char *at = strstr(s->str, " For "); at;
	     at = strstr(at + 1, " For ")) {
		const char *word = at + strlen(" For ");

		for (guint i = 0; i < G_N_ELEMENTS(words); i++)
			if (g_str_has_prefix(word, words[i]) &&
			    strchr(" .,;", word[strlen(words[i])])) {
				g_string_truncate(s, (gsize)(at - s->str));
				return TRUE;
			}
	}
	return FALSE;
}

/* "Winter plan Report of the Director": whose paper it is, from the same cell.
 */
static gboolean
drop_author(GString *s)
{
	static const char *const leads[] = { " Report of the ",
		                             " Report by the ",
		                             " Report from the " };

	for (guint i = 0; i < G_N_ELEMENTS(leads); i++) {
		const char *at = strstr(s->str, leads[i]);

		if (!at || !ends_low(s, at))
			continue;
		g_string_truncate(s, (gsize)(at - s->str));
		return TRUE;
	}
	return FALSE;
}

static gboolean
drop_marks(GString *s)
{
	gsize before = s->len, n = s->len;

	while (n) {
		const char *last = g_utf8_find_prev_char(s->str, s->str + n);
		gunichar c = g_utf8_get_char(last);

		if (c != ' ' && c != '.' && c != ':' && c != ';' && c != ',' &&
		    c != '-' && c != '*' && c != '_' && c != '\\' &&
		    c != 0x2013 && c != 0x2014 && c != 0x2026 && c != '|')
			break;
		n = (gsize)(last - s->str);
	}
	/* "a.m.", "p.m." keep their stop. */
	if (n < before && s->str[n] == '.' && n >= 3 && s->str[n - 2] == '.' &&
	    g_ascii_isalpha(s->str[n - 1]))
		n++;
	g_string_truncate(s, n);
	return n < before;
}

static void
drop_front(GString *s)
{
	const char *p = s->str;

	while (*p) {
		gunichar c = g_utf8_get_char(p);

		if (c != ' ' && c != '.' && c != ':' && c != '-' && c != '*' &&
		    c != '_' && c != ')' && c != 0x2013 && c != 0x2014 &&
		    c != '|' && c != '>' && c != '#')
			break;
		p = g_utf8_next_char(p);
	}
	g_string_erase(s, 0, p - s->str);
}

char *
mb_headline_clean(const char *text, gboolean agenda)
{
	GString *s = g_string_new(NULL);
	gboolean again = TRUE;
	const char *p;

	for (p = text; *p; p++)
		if (*p != '*' && !(*p == ' ' && p[1] == ' '))
			g_string_append_c(s, *p == '\n' ? ' ' : *p);
	drop_front(s);
	while (again && s->len) {
		again = drop_marks(s);
		if (s->len && drop_icon(s))
			again = TRUE;
		if (s->len && drop_reference(s))
			again = TRUE;
		if (s->len && agenda &&
		    (drop_leader(s) || drop_pages(s) || drop_purpose(s) ||
		     drop_author(s)))
			again = TRUE;
	}
	return g_string_free(s, !s->len);
}
