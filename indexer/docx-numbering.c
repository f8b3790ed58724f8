#include "indexer/docx-numbering.h"

#include <string.h>

#include "indexer/list-numbers.h"
#include "indexer/xml.h"

/* numbering.xml defines each list twice: what its levels look like
 * (abstractNum) and which paragraphs follow it (num), which may begin anew or
 * look different:
 *
 *   <w:abstractNum w:abstractNumId="3"> <w:lvl w:ilvl="0">
 *     <w:start w:val="1"/> <w:numFmt w:val="decimal"/> <w:lvlText w:val="%1."/>
 *   <w:num w:numId="7"> <w:abstractNumId w:val="3"/>
 *     <w:lvlOverride w:ilvl="0"> <w:startOverride w:val="13"/>
 *
 * All nums of one abstractNum count on together.  An abstractNum may say no
 * more than the name of a list style, whose abstractNum is then meant. */

#define N_LEVELS 9

/* Lists beyond these numbers are left out. */
#define MAX_LISTS 10000u

struct abstract {
	struct mb_list_level levels[MB_LIST_LEVELS];
	struct mb_list_count count;
	char *style;   /* the list style that this defines; NULL */
	char *same_as; /* the list style that this stands for; NULL */
};

struct num {
	int abstract_id;
	int starts[N_LEVELS]; /* where it begins anew; -1 not */
	gboolean used[N_LEVELS];
	struct mb_list_level *own; /* levels that look different; NULL */
	gboolean has_own[N_LEVELS];
};

struct mb_docx_numbering {
	GHashTable *abstracts; /* of struct abstract, by id */
	GHashTable *nums;      /* of struct num, by id */
};

static void
abstract_free(gpointer data)
{
	struct abstract *abstract = data;

	mb_list_levels_clear(abstract->levels);
	g_free(abstract->style);
	g_free(abstract->same_as);
	g_free(abstract);
}

static void
num_free(gpointer data)
{
	struct num *num = data;

	if (num->own != NULL)
		mb_list_levels_clear(num->own);
	g_free(num->own);
	g_free(num);
}

/* What is being read. */
struct parse {
	struct mb_docx_numbering *numbering;
	struct abstract *abstract;
	struct num *num;
	int n_level;
	struct mb_list_level *level; /* NULL: in none */
};

static void
levels_init(struct mb_list_level *levels)
{
	for (int i = 0; i < MB_LIST_LEVELS; i++)
		levels[i] = (struct mb_list_level){ .style = '1',
			                            .start = 1,
			                            .restart = -1 };
}

static void
begin_abstract(struct parse *p, int id)
{
	p->abstract = NULL;
	p->num = NULL;
	p->level = NULL;
	if (g_hash_table_size(p->numbering->abstracts) >= MAX_LISTS)
		return;
	p->abstract = g_new0(struct abstract, 1);
	levels_init(p->abstract->levels);
	g_hash_table_replace(p->numbering->abstracts, GINT_TO_POINTER(id),
	                     p->abstract);
}

static void
begin_num(struct parse *p, int id)
{
	p->abstract = NULL;
	p->num = NULL;
	p->level = NULL;
	if (g_hash_table_size(p->numbering->nums) >= MAX_LISTS)
		return;
	p->num = g_new0(struct num, 1);
	for (int i = 0; i < N_LEVELS; i++)
		p->num->starts[i] = -1;
	g_hash_table_replace(p->numbering->nums, GINT_TO_POINTER(id), p->num);
}

/* A level of an abstractNum, or one that a num has of its own. */
static void
begin_level(struct parse *p)
{
	if (p->abstract != NULL) {
		p->level = &p->abstract->levels[p->n_level];
	} else if (p->num != NULL) {
		if (p->num->own == NULL) {
			p->num->own =
			    g_new0(struct mb_list_level, MB_LIST_LEVELS);
			levels_init(p->num->own);
		}
		p->num->has_own[p->n_level] = TRUE;
		p->level = &p->num->own[p->n_level];
	}
}

/* "decimal", "lowerLetter", "upperRoman", "bullet" … */
static void
read_format(struct mb_list_level *level, const char *format)
{
	gboolean upper = g_str_has_prefix(format, "upper");

	level->bullet = g_str_equal(format, "bullet");
	if (g_str_equal(format, "none"))
		level->style = 0;
	else if (g_str_equal(format, "decimalZero"))
		level->style = '0';
	else if (g_str_has_suffix(format, "Letter"))
		level->style = upper ? 'A' : 'a';
	else if (g_str_has_suffix(format, "Roman"))
		level->style = upper ? 'I' : 'i';
}

/* "%1.%2" as list-numbers.h has it. */
static char *
template_of(const char *text)
{
	GString *out = g_string_new(NULL);

	for (const char *p = text; *p != '\0'; p++)
		if (*p == '%' && p[1] >= '1' && p[1] <= '9')
			g_string_append_c(out, (char)(*++p - '0'));
		else if ((guchar)*p >= ' ')
			g_string_append_c(out, *p);
	return g_string_free(out, FALSE);
}

static void
read_level(struct mb_list_level *level, xmlTextReaderPtr reader)
{
	g_autofree char *value = mb_xml_attribute(reader, "val");

	if (mb_xml_is(reader, "start")) {
		level->start = mb_xml_int(reader, "val", 1);
	} else if (mb_xml_is(reader, "numFmt") && value != NULL) {
		read_format(level, value);
	} else if (mb_xml_is(reader, "lvlText") && value != NULL) {
		g_free(level->text);
		level->text = template_of(value);
	} else if (mb_xml_is(reader, "lvlRestart")) {
		level->restart = mb_xml_int(reader, "val", -1);
	} else if (mb_xml_is(reader, "isLgl")) {
		level->plain = TRUE;
	}
}

static void
read_num(struct num *num, int level, xmlTextReaderPtr reader)
{
	if (mb_xml_is(reader, "startOverride"))
		num->starts[level] = mb_xml_int(reader, "val", 1);
	else if (mb_xml_is(reader, "abstractNumId"))
		num->abstract_id = mb_xml_int(reader, "val", -1);
}

static gboolean
read_element(xmlTextReaderPtr reader, gpointer data)
{
	struct parse *p = data;
	gboolean is_level = mb_xml_is(reader, "lvl");

	if (is_level || mb_xml_is(reader, "lvlOverride"))
		p->n_level =
		    CLAMP(mb_xml_int(reader, "ilvl", 0), 0, N_LEVELS - 1);
	if (mb_xml_is(reader, "abstractNum"))
		begin_abstract(p, mb_xml_int(reader, "abstractNumId", -1));
	else if (mb_xml_is(reader, "num"))
		begin_num(p, mb_xml_int(reader, "numId", -1));
	else if (is_level)
		begin_level(p);
	else if (p->abstract != NULL && mb_xml_is(reader, "styleLink") &&
	         p->abstract->style == NULL)
		p->abstract->style = mb_xml_attribute(reader, "val");
	else if (p->abstract != NULL && mb_xml_is(reader, "numStyleLink") &&
	         p->abstract->same_as == NULL)
		p->abstract->same_as = mb_xml_attribute(reader, "val");
	else if (p->level != NULL)
		read_level(p->level, reader);
	if (p->num != NULL)
		read_num(p->num, p->n_level, reader);
	return TRUE;
}

struct mb_docx_numbering *
mb_docx_numbering_new(GBytes *part)
{
	static const struct mb_xml_events events = { .begin = read_element };
	struct mb_docx_numbering *numbering =
	    g_new0(struct mb_docx_numbering, 1);
	struct parse parse = { .numbering = numbering };

	numbering->abstracts =
	    g_hash_table_new_full(NULL, NULL, NULL, abstract_free);
	numbering->nums = g_hash_table_new_full(NULL, NULL, NULL, num_free);
	mb_xml_walk(mb_xml_reader(part), &events, &parse);
	return numbering;
}

void
mb_docx_numbering_free(struct mb_docx_numbering *numbering)
{
	g_hash_table_unref(numbering->abstracts);
	g_hash_table_unref(numbering->nums);
	g_free(numbering);
}

/* The abstractNum of that list style. */
static struct abstract *
of_style(const struct mb_docx_numbering *numbering, const char *style)
{
	GHashTableIter iter;
	gpointer each;

	g_hash_table_iter_init(&iter, numbering->abstracts);
	while (g_hash_table_iter_next(&iter, NULL, &each)) {
		struct abstract *abstract = each;

		if (g_strcmp0(abstract->style, style) == 0)
			return abstract;
	}
	return NULL;
}

static struct abstract *
abstract_of(const struct mb_docx_numbering *numbering, struct num *num)
{
	struct abstract *abstract = g_hash_table_lookup(
	    numbering->abstracts, GINT_TO_POINTER(num->abstract_id));

	if (abstract != NULL && abstract->same_as != NULL)
		return of_style(numbering, abstract->same_as);
	return abstract;
}

gboolean
mb_docx_numbering_next(struct mb_docx_numbering *numbering, int num_id,
                       int level, GString *label, gboolean *bullet)
{
	struct num *num =
	    g_hash_table_lookup(numbering->nums, GINT_TO_POINTER(num_id));
	struct abstract *abstract =
	    num != NULL ? abstract_of(numbering, num) : NULL;
	struct mb_list_level levels[MB_LIST_LEVELS];
	int start = -1;

	*bullet = FALSE;
	if (abstract == NULL)
		return FALSE;
	level = CLAMP(level, 0, N_LEVELS - 1);
	memcpy(levels, abstract->levels, sizeof(levels));
	for (int i = 0; i < N_LEVELS; i++)
		if (num->has_own[i])
			levels[i] = num->own[i];
	if (num->starts[level] >= 0 && !num->used[level])
		start = num->starts[level];
	num->used[level] = TRUE;
	mb_list_step(levels, &abstract->count, level, start);
	mb_list_label(levels, &abstract->count, level, label);
	*bullet = levels[level].bullet;
	return TRUE;
}
