/* The one table of what can be asked for.  A field is added here, in enum
 * mb_field_id, and where terms.cc says which text of an item goes into it. */
#include "shim/fields.h"

#include <string.h>

/* A name this far from what was typed is still taken for a slip. */
#define MAX_SLIPS 2

/* Longer words are no slip of any field's name. */
#define MAX_NAME_BYTES 16

static const struct mb_field fields[MB_N_FIELDS] = {
	[MB_FIELD_ANY] = {
		.id = MB_FIELD_ANY,
		.name = "",
		.prefix = "",
		.kind = MB_FIELD_TEXT,
		.meaning = "words of the item, its title included",
		.example = "foster carers",
	},
	[MB_FIELD_TITLE] = {
		.id = MB_FIELD_TITLE,
		.name = "title",
		.prefix = "S",
		.kind = MB_FIELD_TEXT,
		.meaning = "words of the item's heading",
		.example = "title:budget",
	},
	[MB_FIELD_DATE_OF] = {
		.id = MB_FIELD_DATE_OF,
		.name = "date",
		.prefix = "D",
		.kind = MB_FIELD_DATE,
		.meaning = "day, month, year or municipal year of the meeting",
		.example = "date:2020/21",
	},
	[MB_FIELD_YEAR] = {
		.id = MB_FIELD_YEAR,
		.name = "year",
		.prefix = "Y",
		.kind = MB_FIELD_DATE,
		.meaning = "year or municipal year of the meeting",
		.example = "year:2020/21",
	},
	[MB_FIELD_COMMITTEE] = {
		.id = MB_FIELD_COMMITTEE,
		.name = "committee",
		.prefix = "XC:",
		.kind = MB_FIELD_BODY,
		.meaning = "words of the committee's name",
		.example = "committee:scrutiny",
	},
	[MB_FIELD_COUNCIL] = {
		.id = MB_FIELD_COUNCIL,
		.name = "council",
		.prefix = "XA:",
		.kind = MB_FIELD_BODY,
		.meaning = "words of the council's name",
		.example = "council:ashby",
	},
	[MB_FIELD_OFFICER] = {
		.id = MB_FIELD_OFFICER,
		.name = "officer",
		.prefix = "XO",
		.kind = MB_FIELD_NAME,
		.meaning = "an officer's name, also where only the post is "
			   "printed",
		.example = "officer:dreskell",
	},
	[MB_FIELD_MEMBER] = {
		.id = MB_FIELD_MEMBER,
		.name = "member",
		.prefix = "XM",
		.kind = MB_FIELD_NAME,
		.meaning = "a councillor's name",
		.example = "member:bradley",
	},
	[MB_FIELD_ROLE] = {
		.id = MB_FIELD_ROLE,
		.name = "role",
		.prefix = "XR",
		.kind = MB_FIELD_NAME,
		.meaning = "words of the post that an officer holds",
		.example = "role:\"director of public health\"",
	},
	[MB_FIELD_AUTHOR] = {
		.id = MB_FIELD_AUTHOR,
		.name = "author",
		.prefix = "A",
		.kind = MB_FIELD_NAME,
		.meaning = "who wrote the report",
		.example = "author:ellis",
	},
	[MB_FIELD_RESOLVED] = {
		.id = MB_FIELD_RESOLVED,
		.name = "resolved",
		.prefix = "XS",
		.kind = MB_FIELD_TEXT,
		.no_positions = true,
		.meaning = "words of what was resolved",
		.example = "resolved:deferred",
	},
	[MB_FIELD_ACTION] = {
		.id = MB_FIELD_ACTION,
		.name = "action",
		.prefix = "XD",
		.kind = MB_FIELD_TEXT,
		.meaning = "words or owner of an action",
		.example = "action:fostering",
	},
	[MB_FIELD_KIND_OF] = {
		.id = MB_FIELD_KIND_OF,
		.name = "kind",
		.prefix = "K",
		.kind = MB_FIELD_EXACT,
		.meaning = "minute, agenda, report, appendix, action, decision "
			   "or question",
		.example = "kind:action",
	},
	[MB_FIELD_NUMBER] = {
		.id = MB_FIELD_NUMBER,
		.name = "number",
		.prefix = "XN",
		.kind = MB_FIELD_EXACT,
		.meaning = "the item's or minute's number as printed",
		.example = "number:107/20",
	},
	[MB_FIELD_ID] = {
		.id = MB_FIELD_ID,
		.name = "id",
		.prefix = "Q",
		.kind = MB_FIELD_EXACT,
		.meaning = "the item's permanent id",
		.example = "id:ashby/cabinet/2020-03-05/minute/13",
	},
	[MB_FIELD_PAPER] = {
		.id = MB_FIELD_PAPER,
		.name = "paper",
		.prefix = "P",
		.kind = MB_FIELD_EXACT,
		.meaning = "file name or whole path of a paper that the item "
			   "stands in",
		.example = "paper:cabinet-2020-03-05.pdf",
	},
	[MB_FIELD_CITES] = {
		.id = MB_FIELD_CITES,
		.name = "cites",
		.prefix = "",
		.kind = MB_FIELD_LINK,
		.meaning = "items whose words point to the item with this id",
		.example = "cites:ashby/cabinet/2020-03-05/minute/13",
	},
	[MB_FIELD_CITED_BY] = {
		.id = MB_FIELD_CITED_BY,
		.name = "citedby",
		.prefix = "",
		.kind = MB_FIELD_LINK,
		.meaning = "items to which the words of the item with this id "
			   "point",
		.example = "citedby:ashby/cabinet/2020-03-05/minute/13",
	},
	[MB_FIELD_PAGE] = {
		.id = MB_FIELD_PAGE,
		.name = "page",
		.prefix = "XG",
		.kind = MB_FIELD_EXACT,
		.meaning = "page of the paper, printed or counted",
		.example = "page:43",
	},
	[MB_FIELD_IS] = {
		.id = MB_FIELD_IS,
		.name = "is",
		.prefix = "XI",
		.kind = MB_FIELD_EXACT,
		.meaning = "draft, scanned, private, exempt or open",
		.example = "is:draft",
	},
	[MB_FIELD_FRONT] = {
		.id = MB_FIELD_FRONT,
		.name = "front",
		.prefix = "XF",
		.kind = MB_FIELD_TEXT,
		.meaning = "words outside the items, alone: title pages, who "
			   "attended, signatures",
		.example = "front:burke",
	},
};

const struct mb_field *
mb_fields(void)
{
	return fields;
}

const struct mb_field *
mb_field_by_name(const char *name)
{
	if (*name == '\0')
		return NULL;
	for (guint i = 0; i < MB_N_FIELDS; i++)
		if (strcmp(fields[i].name, name) == 0)
			return &fields[i];
	return NULL;
}

/* How many letters must be put in, taken out, changed or swapped with their
 * neighbour to make @b of @a: a row of Damerau's table at a time. */
static guint
slips_between(const char *a, const char *b)
{
	guint rows[3][MAX_NAME_BYTES + 1];
	guint *before = rows[0], *last = rows[1], *now = rows[2];
	gsize n = strlen(b);

	for (guint j = 0; j <= n; j++)
		last[j] = j;
	for (guint i = 1; a[i - 1] != '\0'; i++) {
		guint *next = before;

		now[0] = i;
		for (guint j = 1; j <= n; j++) {
			guint change = a[i - 1] == b[j - 1] ? 0 : 1;

			now[j] = MIN(last[j - 1] + change,
			             MIN(last[j], now[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] &&
			    a[i - 2] == b[j - 1])
				now[j] = MIN(now[j], before[j - 2] + 1);
		}
		before = last;
		last = now;
		now = next;
	}
	return last[n];
}

const struct mb_field *
mb_field_suggest(const char *name)
{
	g_autofree char *lower = g_ascii_strdown(name, -1);
	gsize n_bytes = strlen(lower);
	const struct mb_field *nearest = NULL;
	guint fewest = MAX_SLIPS + 1;

	if (n_bytes < 2 || n_bytes > MAX_NAME_BYTES)
		return NULL;
	for (guint i = 1; i < MB_N_FIELDS; i++) {
		guint slips = slips_between(lower, fields[i].name);

		/* "officers" and "off" mean officer: */
		if (g_str_has_prefix(fields[i].name, lower))
			slips = MIN(slips, 1);
		if (slips < fewest && slips < strlen(fields[i].name)) {
			fewest = slips;
			nearest = &fields[i];
		}
	}
	return nearest;
}
