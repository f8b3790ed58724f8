#include "indexer/docx-numbering.h"

#include <string.h>

#include "indexer/docx-xml.h"
#include "indexer/numeral.h"

/* numbering.xml defines each list twice: what its levels look like
 * (abstractNum) and which paragraphs follow it (num), which may begin anew:
 *
 *   <w:abstractNum w:abstractNumId="3"> <w:lvl w:ilvl="0">
 *     <w:start w:val="1"/> <w:numFmt w:val="decimal"/> <w:lvlText w:val="%1."/>
 *   <w:num w:numId="7"> <w:abstractNumId w:val="3"/>
 *     <w:lvlOverride w:ilvl="0"> <w:startOverride w:val="13"/>
 *
 * All nums of one abstractNum count on together. */

#define N_LEVELS 9

/* Lists beyond these numbers are left out. */
#define MAX_LISTS 10000u

struct level {
	int start;
	char *format; /* "decimal", "lowerLetter", "bullet" … */
	char *text;   /* "%1.%2" */
};

struct abstract {
	struct level levels[N_LEVELS];
	int counts[N_LEVELS];     /* last number given; */
	gboolean begun[N_LEVELS]; /* whether any was */
};

struct num {
	int abstract_id;
	int overrides[N_LEVELS]; /* -1 none */
	gboolean used[N_LEVELS];
};

struct mb_docx_numbering {
	GHashTable *abstracts; /* of struct abstract, by id */
	GHashTable *nums;      /* of struct num, by id */
};

static void
abstract_free(gpointer data)
{
	struct abstract *abstract = data;

	for (int i = 0; i < N_LEVELS; i++) {
		g_free(abstract->levels[i].format);
		g_free(abstract->levels[i].text);
	}
	g_free(abstract);
}

/* What is being read. */
struct parse {
	struct mb_docx_numbering *numbering;
	struct abstract *abstract;
	struct num *num;
	int level;
};

static void
begin_abstract(struct parse *p, int id)
{
	p->abstract = NULL;
	p->num = NULL;
	if (g_hash_table_size(p->numbering->abstracts) >= MAX_LISTS)
		return;
	p->abstract = g_new0(struct abstract, 1);
	for (int i = 0; i < N_LEVELS; i++)
		p->abstract->levels[i].start = 1;
	g_hash_table_replace(p->numbering->abstracts, GINT_TO_POINTER(id),
	                     p->abstract);
}

static void
begin_num(struct parse *p, int id)
{
	p->abstract = NULL;
	p->num = NULL;
	if (g_hash_table_size(p->numbering->nums) >= MAX_LISTS)
		return;
	p->num = g_new0(struct num, 1);
	for (int i = 0; i < N_LEVELS; i++)
		p->num->overrides[i] = -1;
	g_hash_table_replace(p->numbering->nums, GINT_TO_POINTER(id), p->num);
}

static void
read_level(struct parse *p, xmlTextReaderPtr reader)
{
	struct level *level = &p->abstract->levels[p->level];

	if (mb_docx_is(reader, "start")) {
		level->start = mb_docx_int(reader, "val", 1);
	} else if (mb_docx_is(reader, "numFmt")) {
		g_free(level->format);
		level->format = mb_docx_attribute(reader, "val");
	} else if (mb_docx_is(reader, "lvlText")) {
		g_free(level->text);
		level->text = mb_docx_attribute(reader, "val");
	}
}

static void
read_element(struct parse *p, xmlTextReaderPtr reader)
{
	if (mb_docx_is(reader, "abstractNum"))
		begin_abstract(p, mb_docx_int(reader, "abstractNumId", -1));
	else if (mb_docx_is(reader, "num"))
		begin_num(p, mb_docx_int(reader, "numId", -1));
	else if (mb_docx_is(reader, "lvl") || mb_docx_is(reader, "lvlOverride"))
		p->level =
		    CLAMP(mb_docx_int(reader, "ilvl", 0), 0, N_LEVELS - 1);
	else if (mb_docx_is(reader, "startOverride") && p->num != NULL)
		p->num->overrides[p->level] = mb_docx_int(reader, "val", 1);
	else if (mb_docx_is(reader, "abstractNumId") && p->num != NULL)
		p->num->abstract_id = mb_docx_int(reader, "val", -1);
	else if (p->abstract != NULL)
		read_level(p, reader);
}

struct mb_docx_numbering *
mb_docx_numbering_new(const char *data, gsize n_bytes)
{
	struct mb_docx_numbering *numbering =
	    g_new0(struct mb_docx_numbering, 1);
	struct parse parse = { .numbering = numbering };
	xmlTextReaderPtr reader;

	numbering->abstracts =
	    g_hash_table_new_full(NULL, NULL, NULL, abstract_free);
	numbering->nums = g_hash_table_new_full(NULL, NULL, NULL, g_free);
	if (data == NULL)
		return numbering;
	reader = mb_docx_reader(data, n_bytes);
	while (reader != NULL && xmlTextReaderRead(reader) == 1)
		if (xmlTextReaderNodeType(reader) == XML_READER_TYPE_ELEMENT)
			read_element(&parse, reader);
	xmlFreeTextReader(reader);
	return numbering;
}

void
mb_docx_numbering_free(struct mb_docx_numbering *numbering)
{
	g_hash_table_unref(numbering->abstracts);
	g_hash_table_unref(numbering->nums);
	g_free(numbering);
}

/* The style of numeral.h for one of Word's formats. */
static char
numeral_style(const char *format)
{
	gboolean upper = g_str_has_prefix(format, "upper");

	if (g_str_has_suffix(format, "Letter"))
		return upper ? 'A' : 'a';
	if (g_str_has_suffix(format, "Roman"))
		return upper ? 'I' : 'i';
	return '1';
}

static void
append_count(GString *out, const char *format, int n)
{
	if (g_strcmp0(format, "decimalZero") == 0)
		g_string_append_printf(out, "%02d", n);
	else
		mb_numeral_append(
		    out, format != NULL ? numeral_style(format) : '1', n);
}

/* Step the count of @level; those below it begin anew, those above that have
 * not begun count as if they had. */
static void
count(struct abstract *abstract, struct num *num, int level)
{
	if (num->overrides[level] >= 0 && !num->used[level])
		abstract->counts[level] = num->overrides[level];
	else if (!abstract->begun[level])
		abstract->counts[level] = abstract->levels[level].start;
	else if (abstract->counts[level] < G_MAXINT)
		abstract->counts[level]++;
	num->used[level] = TRUE;
	abstract->begun[level] = TRUE;
	for (int i = level + 1; i < N_LEVELS; i++)
		abstract->begun[i] = FALSE;
	for (int i = 0; i < level; i++)
		if (!abstract->begun[i]) {
			abstract->counts[i] = abstract->levels[i].start;
			abstract->begun[i] = TRUE;
		}
}

static void
append_label(const struct abstract *abstract, const char *text, GString *label)
{
	for (const char *p = text; *p != '\0'; p++) {
		if (*p == '%' && p[1] >= '1' && p[1] <= '9') {
			int level = p[1] - '1';

			append_count(label, abstract->levels[level].format,
			             abstract->counts[level]);
			p++;
		} else {
			g_string_append_c(label, *p);
		}
	}
}

gboolean
mb_docx_numbering_next(struct mb_docx_numbering *numbering, int num_id,
                       int level, GString *label, gboolean *bullet)
{
	struct num *num =
	    g_hash_table_lookup(numbering->nums, GINT_TO_POINTER(num_id));
	struct abstract *abstract = NULL;
	const struct level *look;

	*bullet = FALSE;
	if (num != NULL)
		abstract = g_hash_table_lookup(
		    numbering->abstracts, GINT_TO_POINTER(num->abstract_id));
	if (abstract == NULL)
		return FALSE;
	level = CLAMP(level, 0, N_LEVELS - 1);
	look = &abstract->levels[level];
	count(abstract, num, level);
	*bullet = g_strcmp0(look->format, "bullet") == 0;
	if (!*bullet && g_strcmp0(look->format, "none") != 0 &&
	    look->text != NULL)
		append_label(abstract, look->text, label);
	return TRUE;
}
