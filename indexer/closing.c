#include "config.h"

#include "indexer/closing.h"

#include <string.h>

#include "base/date.h"
#include "indexer/names.h"
#include "indexer/patterns.h"
#include "indexer/phrases.h"
#include "indexer/roles.h"

/* Signatures are looked for in so many lines at the end of minutes. */
#define MAX_SIGNATURE 40

/* Lines of an address at the foot of a page. */
#define MAX_FOOT 8

/* Words of the posts of those who sign agendas. */
static gboolean
is_post(const char *fold)
{
	static const char *const posts[] = {
		"director",  "officer",       "clerk",     "chief",
		"counsel",   "head of",       "secretary", "manager",
		"solicitor", "administrator", "executive"
	};
	guint i;

	for (i = 0; i < G_N_ELEMENTS(posts); i++)
		if (strstr(fold, posts[i]))
			return TRUE;
	return FALSE;
}

/* "Charlotte Benjamin" above "Director of Legal and Governance Services". */
static gboolean
is_signature(const struct mb_lines *lines, const struct mb_looks *looks,
             guint i, guint end)
{
	const struct mb_look *look = mb_looks_at(looks, i), *next;

	if (i + 1 >= end || look->n_words < 2 || look->n_words > 5 ||
	    !look->title || strpbrk(look->fold, "0123456789:") ||
	    mb_phrases_begin(MB_PHRASES_ITEM, look->fold))
		return FALSE;
	next = mb_looks_at(looks, i + 1);
	return next->n_words <= 9 && next->upper && !next->sentence &&
	       !mb_lines_at(lines, i + 1)->gap && is_post(next->fold) &&
	       !mb_phrases_sentence(next->fold, 9);
}

/* "Clerk: Sarah Thorpe Email: clerk@… Telephone: …", "Cathy Fleet – Parish
 * Clerk – 07989 398 838" */
static gboolean
is_contact(const struct mb_look *look)
{
	guint n_digits = 0;
	const char *p;

	for (p = look->fold; *p; p++)
		n_digits += g_ascii_isdigit(*p) ? 1 : 0;
	return look->n_words <= 20 &&
	       (strchr(look->fold, '@') || strstr(look->fold, "telephone") ||
	        (n_digits >= 10 && is_post(look->fold)));
}

/* "If you wish to add anything to the agenda, please inform the Clerk" */
static gboolean
is_request(const char *fold)
{
	static const char *const words[] = {
		"if you wish to",   "if you would like",
		"please inform",    "please contact",
		"please notify",    "for further information",
		"for more details", "anyone wishing"
	};

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (g_str_has_prefix(fold, words[i]))
			return TRUE;
	return FALSE;
}

static gboolean
ends_agenda(const struct mb_lines *lines, const struct mb_looks *looks, guint i,
            guint end)
{
	const struct mb_look *look = mb_looks_at(looks, i);
	gsize n = mb_phrases_begin(MB_PHRASES_CLOSING, look->fold);
	const char *rest = look->fold + n;

	if (strchr(look->fold, '@') || is_contact(look) ||
	    (mb_lines_at(lines, i)->gap && is_request(look->fold)))
		return TRUE;
	if (n && (mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	          rest[strspn(rest, " ")] == ':' || look->caps ||
	          (look->n_words <= 8 && mb_lines_at(lines, i)->gap)))
		return TRUE;
	return is_signature(lines, looks, i, end);
}

/* "PART II", "Part 2 – Exempt Items", "SECTION B - ITEMS FOR INFORMATION":
 * stands over the entries that follow. */
static gboolean
is_divider(const struct mb_line *line, const struct mb_look *look)
{
	static GRegex *divider_re;

	return line->kind == MB_LINE_TEXT && line->gap && look->n_words <= 8 &&
	       !look->sentence &&
	       (look->caps || look->bold || look->title || line->heading) &&
	       g_regex_match(
		   mb_regex_once(&divider_re,
	                         "^(?:part|section) (?:[1-4]|i{1,3}|iv|[a-d])"
	                         "(?:$| ?[-:(]| (?:confidential|exempt|"
	                         "private|restricted|items)\\b)",
	                         0),
		   look->fold, 0, NULL);
}

guint
mb_closing_divider(const struct mb_lines *lines, const struct mb_looks *looks,
                   guint first, guint end)
{
	guint i = end;

	/* Page numbers and rules may stand below it. */
	while (i > first && (mb_lines_at(lines, i - 1)->furniture ||
	                     mb_lines_at(lines, i - 1)->kind == MB_LINE_RULE))
		i--;
	return i > first && is_divider(mb_lines_at(lines, i - 1),
	                               mb_looks_at(looks, i - 1))
	           ? i - 1
	           : end;
}

/* "@ customerservices@limerick.ie", "www.…": the foot of a letter, when the
 * page ends below it. */
guint
mb_closing_letterhead(const struct mb_lines *lines,
                      const struct mb_looks *looks, guint first, guint end)
{
	guint i;

	for (i = first; i < end; i++) {
		const struct mb_look *look = mb_looks_at(looks, i);

		if (look->n_words <= 8 &&
		    (strchr(look->fold, '@') || strstr(look->fold, "www")) &&
		    mb_looks_page_end(lines, i, end) < MIN(end, i + MAX_FOOT))
			return i;
	}
	return end;
}

guint
mb_closing_agenda(const struct mb_lines *lines, const struct mb_looks *looks,
                  guint first, guint end)
{
	guint i;

	for (i = first; i < end; i++)
		if (ends_agenda(lines, looks, i, end))
			return i;
	return end;
}

gboolean
mb_closing_is_signed(const struct mb_line *line)
{
	const char *text = line->text;

	/* "Minutes Proposed By:", "Minutes Signed By Chair:" */
	if (!g_ascii_strncasecmp(text, "minutes ", 8) && strlen(text) < 60 &&
	    g_str_has_suffix(text, ":") && strstr(text, " By"))
		return TRUE;
	return strstr(text, "....") || strstr(text, "____") ||
	       strstr(text, "\342\200\246\342\200\246") ||
	       strstr(text, "\\_\\_");
}

/* A line that is a date and no more. */
static gboolean
is_date(const char *text)
{
	struct mb_date_hit hit;

	return strlen(text) < 40 && mb_date_find(text, 0, &hit) &&
	       hit.end - hit.start + 12 > strlen(text);
}

/* "CS/48", "109": labels of pages. */
static gboolean
is_label(const struct mb_look *look)
{
	const char *p;

	if (look->n_words > 2 || look->n_chars > 12)
		return FALSE;
	for (p = look->fold; *p; p++)
		if (g_ascii_isdigit(*p))
			return look->caps || !strpbrk(look->fold, "aeiou");
	return FALSE;
}

/* "Wendy Lister, Head of Democratic Services, 17 December 2020", "Chairman :
 * Jane Ritchie", "Morag LENNIE, Chairperson.": who signs, the post, perhaps the
 * day, and no more. */
static gboolean
is_signer(const char *text)
{
	g_autoptr(mb_tokens) t = mb_tokens_new(text);
	struct mb_name name;
	struct mb_role role;
	guint end;

	if (mb_name_read(t, 0, FALSE, &name) && name.full && !name.plural) {
		if (!mb_role_read(t, name.end, TRUE, &role))
			return FALSE;
		end = role.end;
	} else {
		if (!mb_role_read(t, 0, TRUE, &role) ||
		    !(mb_tokens_gap(t, role.end) & MB_GAP_COLON) ||
		    !mb_name_read(t, role.end, FALSE, &name) || !name.full)
			return FALSE;
		end = name.end;
	}
	return end >= t->n || is_date(text + t->tokens[end].at);
}

/* "Cllr B Tarn, 2 Quay Lane, SA1 2BC": of a list of who the councillors are and
 * where they live. */
static gboolean
is_address(const struct mb_look *look)
{
	static GRegex *address_re;

	return g_regex_match(
	    mb_regex_once(&address_re,
	                  "^(?:cllr|councillor|cr|mr|mrs|ms|miss|dr)\\b.*"
	                  "(?:(?:[0-9] ?){10}|"
	                  "\\b[a-z]{1,2}[0-9][0-9a-z]? ?[0-9][a-z]{2}\\b)",
	                  0),
	    look->fold, 0, NULL);
}

/* "Councillors" above the first of those addresses, line @i. */
static gboolean
heads_addresses(const struct mb_looks *looks, guint i)
{
	static const char *const heads[] = {
		"councillors",        "councillors:",     "your councillors",
		"parish councillors", "town councillors", "list of councillors",
		"contact details",    "council members",  NULL
	};

	return g_strv_contains(heads, mb_looks_at(looks, i - 1)->fold) &&
	       is_address(mb_looks_at(looks, i));
}

static gboolean
is_closing(const struct mb_lines *lines, const struct mb_looks *looks, guint i)
{
	const struct mb_line *line = mb_lines_at(lines, i);
	const struct mb_look *look = mb_looks_at(looks, i);

	if (line->furniture || line->kind == MB_LINE_RULE || is_contact(look) ||
	    is_address(look))
		return TRUE;
	if (look->n_words > 14)
		return FALSE;
	return mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	       g_str_has_prefix(look->fold, "signed") ||
	       mb_closing_is_signed(line) || is_date(line->text) ||
	       is_label(look) || is_signer(line->text);
}

/* "Mayor:" */
static gboolean
is_post_label(const struct mb_look *look)
{
	return look->n_words <= 4 && g_str_has_suffix(look->fold, ":") &&
	       (mb_phrases_is(MB_PHRASES_CLOSING, look->fold) ||
	        is_post(look->fold));
}

/* "Mayor:" above "Municipal Administrator:": where two posts will sign. */
static gboolean
is_signing(const struct mb_looks *looks, guint i, guint end)
{
	return i + 1 < end && is_post_label(mb_looks_at(looks, i)) &&
	       is_post_label(mb_looks_at(looks, i + 1));
}

/* "“We request a Special Meeting.”" above "Signed:": of a requisition. */
static gboolean
is_below_quotation(const struct mb_lines *lines, guint first, guint i)
{
	return i > first && g_str_has_suffix(mb_lines_at(lines, i - 1)->text,
	                                     "\342\200\235");
}

guint
mb_closing_minutes(const struct mb_lines *lines, const struct mb_looks *looks,
                   guint first, guint end)
{
	guint i, from = end - MIN(end - first, MAX_SIGNATURE);

	for (i = from; i < end; i++) {
		const struct mb_look *look = mb_looks_at(looks, i);

		if (is_below_quotation(lines, first, i))
			continue;
		if (((g_str_has_prefix(look->fold, "signed") ||
		      mb_closing_is_signed(mb_lines_at(lines, i))) &&
		     look->n_words <= 14) ||
		    is_signing(looks, i, end)) {
			end = i;
			break;
		}
	}
	while (end > first && is_closing(lines, looks, end - 1)) {
		/* "Date of next meeting", then the date and no more. */
		if (end - 1 == first &&
		    is_date(mb_lines_at(lines, first)->text))
			break;
		end--;
		if (end > first && heads_addresses(looks, end))
			end--;
	}
	return end;
}
