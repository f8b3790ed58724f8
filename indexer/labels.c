#include "indexer/labels.h"

#include <string.h>

#include "indexer/patterns.h"

/* A label may be this far behind the one before: "1, 2, 4" skips one. */
#define LABEL_MAX_SKIP 3

static guint
roman_value(const char *text)
{
	static const char *const numerals[] = { "i",    "ii",    "iii", "iv",
		                                "v",    "vi",    "vii", "viii",
		                                "ix",   "x",     "xi",  "xii",
		                                "xiii", "xiv",   "xv",  "xvi",
		                                "xvii", "xviii", "xix", "xx" };

	for (guint i = 0; i < G_N_ELEMENTS(numerals); i++)
		if (g_ascii_strcasecmp(text, numerals[i]) == 0)
			return i + 1;
	return 0;
}

/* "44.2 That the savings be approved", "44.1.2 The quay is swept": the number
 * of the minute leads; other paragraphs that are numbered so are none. */
static gboolean
read_dotted(const char *line, const char *p, struct mb_label *label)
{
	static const char *const leads[] = { "That ", "that ", "To ", "to " };
	gsize n = strspn(p, "0123456789."), room = sizeof label->text;
	const char *last = g_strrstr_len(p, (gssize)n, "."), *behind;

	if (n && last == p + n - 1)
		last = g_strrstr_len(p, (gssize)--n, ".");
	if (!last || n >= room || !g_ascii_isdigit(*p) || !last[1])
		return FALSE;
	label->end = (gsize)(p - line) + n + (p[n] == '.' ? 1 : 0);
	behind = line + label->end;
	if (*behind++ != ' ')
		return FALSE;
	label->bare = TRUE;
	for (guint i = 0; i < G_N_ELEMENTS(leads); i++)
		label->bare &= !g_str_has_prefix(behind, leads[i]);
	if (label->bare &&
	    (memchr(p, '.', n) == last || !g_ascii_isupper(*behind)))
		return FALSE;
	memcpy(label->text, p, n);
	label->style = MB_LABEL_DOTTED;
	label->value = (guint)g_ascii_strtoull(last + 1, NULL, 10);
	return TRUE;
}

/* Whether two dotted labels have the number of one minute. */
static gboolean
same_minute(const struct mb_label *a, const struct mb_label *b)
{
	gsize n = (gsize)(strrchr(a->text, '.') - a->text);

	return strncmp(a->text, b->text, n + 1) == 0 &&
	       !strchr(b->text + n + 1, '.');
}

static const char *
behind_bullet(const char *line)
{
	line += strspn(line, "- *");
	if (g_str_has_prefix(line, "\u2022"))
		line += strlen("\u2022");
	return line + strspn(line, " ");
}

/* "- (1) That …", "1.", "a)", "2a. Residents Parking", "(iv)", "44.1 That". */
gboolean
mb_label_read(const char *line, struct mb_label *label)
{
	const char *p = behind_bullet(line);
	gboolean open = FALSE;
	gsize n = 0;

	memset(label, 0, sizeof *label);
	if (*p == '(' || *p == '[') {
		open = TRUE;
		p++;
	}
	while (g_ascii_isalnum(p[n]) && n < 6)
		n++;
	if (n == 0 || n >= 6 ||
	    (p[n] != ')' && p[n] != ']' && !(p[n] == '.' && !open)))
		return FALSE;
	/* "3.1" numbers a paragraph, "1.5m" is no label at all. */
	if (p[n] == '.' && g_ascii_isdigit(p[n + 1]))
		return !open && read_dotted(line, p, label);
	if (p[n + 1] != '\0' && p[n + 1] != ' ' && p[n] == '.')
		return FALSE;
	memcpy(label->text, p, n);
	label->open = open;
	label->stop = p[n];
	label->end = (gsize)(p - line) + n + 1;
	if (g_ascii_isdigit(*p)) {
		char *rest;

		label->style = MB_LABEL_NUMBER;
		label->value = (guint)g_ascii_strtoull(p, &rest, 10);
		return label->value > 0 && label->value < 100 &&
		       (gsize)(rest - p) + 1 >= n;
	}
	label->value = roman_value(label->text);
	if (label->value > 0 && g_ascii_islower(*p) && (n > 1 || *p == 'i')) {
		label->style = MB_LABEL_ROMAN;
		return TRUE;
	}
	if (n != 1)
		return FALSE;
	label->style = g_ascii_isupper(*p) ? MB_LABEL_CAPITAL : MB_LABEL_SMALL;
	label->value = (guint)(g_ascii_tolower(*p) - 'a') + 1;
	return TRUE;
}

/* "(i)" is a letter after "(h)"; "A)" opens a list that goes on "b)", "c)". */
gboolean
mb_label_follows(const struct mb_label *before, struct mb_label *label)
{
	if (before->style == MB_LABEL_SMALL && label->style == MB_LABEL_ROMAN &&
	    strlen(label->text) == 1 && before->value == 8) {
		label->style = MB_LABEL_SMALL;
		label->value = 9;
	}
	if (before->style == MB_LABEL_CAPITAL && label->style == MB_LABEL_SMALL)
		label->style = MB_LABEL_CAPITAL;
	/* "(v)" and "(x)" are numerals behind "(iv)" and "(ix)". */
	if (before->style == MB_LABEL_ROMAN && label->style == MB_LABEL_SMALL &&
	    roman_value(label->text)) {
		label->style = MB_LABEL_ROMAN;
		label->value = roman_value(label->text);
	}
	if (before->style == MB_LABEL_DOTTED &&
	    label->style == MB_LABEL_DOTTED && !same_minute(before, label))
		return FALSE;
	return before->style == label->style && label->value > before->value &&
	       label->value - before->value <= LABEL_MAX_SKIP;
}

/* "A. Orme" is a name. */
static gboolean
may_stand_inside(const struct mb_label *label)
{
	return label->style != MB_LABEL_CAPITAL || label->stop != '.';
}

const char *
mb_label_led(const char *text, struct mb_label *label)
{
	static GRegex *lead_re;
	g_autoptr(GMatchInfo) info = NULL;
	gint end;

	if (!g_regex_match(
		mb_regex_once(
		    &lead_re,
		    "^[\\s:;–-]*(?:that\\b[\\s:;,–-]*)?"
		    "(?:(?:the |this )?(?:[\\w&,'’-]+ ){0,6}?" MB_RE_BODIES
		    "[\\s:,]*)?(?:(?:that|to|as follows|the following)\\b)?"
		    "[\\s:;–-]*(?=[(\\[]?[0-9a-z]{1,5}[)\\].])|"
		    /* "Works Panel – 16 May (1) That the tolls be kept." */
		    "^(?:(?!\\b(?:be|is|to)\\b)[^.:;]){1,80}?"
		    "(?=(?-i:[(](?:1|a|i)\\) That ))",
		    G_REGEX_CASELESS),
		text, 0, &info))
		return NULL;
	g_match_info_fetch_pos(info, 0, NULL, &end);
	text += end;
	return mb_label_read(text, label) && may_stand_inside(label)
	           ? text + label->end
	           : NULL;
}

/* "the tolls be kept; (2) the quay be swept", "be kept and (2) it be swept": a
 * point ends before @p; but "as in (1) and (2)". */
static gboolean
ends_point(const char *text, const char *p)
{
	gsize n = (gsize)(p - text);

	if (n > 6 && !strncmp(text + n - 5, " and ", 5))
		return text[n - 6] != ')';
	return n > 2 && strchr(";,.", text[n - 2]);
}

const char *
mb_label_inside(const char *text, const struct mb_label *before,
                struct mb_label *next)
{
	const char *p = text;

	while ((p = strchr(p, ' '))) {
		const char *behind;

		p++;
		if ((*p != '(' && *p != '[' && !g_ascii_isalnum(*p)) ||
		    !mb_label_read(p, next) ||
		    next->value != before->value + 1 ||
		    next->open != before->open || next->stop != before->stop ||
		    !may_stand_inside(next) || !mb_label_follows(before, next))
			continue;
		behind = p + next->end;
		behind += *behind == ' ';
		/* "by 3.30 p.m. on 2." */
		if (next->stop == '.' && !g_ascii_isupper(*behind))
			continue;
		if (ends_point(text, p) ||
		    (next->open && !g_ascii_strncasecmp(behind, "that ", 5)))
			return p;
	}
	return NULL;
}
