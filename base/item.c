#include "base/item.h"

#include <string.h>

/* How much of an item its words' hash looks at, in letters: enough to tell
 * "Apologies were received from Councillor A" from "… Councillor B", and little
 * enough that a slip of the scanner further down does not part two copies. */
#define HASH_TITLE_LETTERS 60
#define HASH_TEXT_LETTERS  120
/* All of them: no record holds as many. */
#define HASH_ALL_LETTERS (G_MAXUINT / HASH_SPARE)
/* Characters read to find that many letters. */
#define HASH_SPARE 4

static const char *const kind_names[MB_N_KINDS] = {
	[MB_KIND_MINUTE] = "minute",     [MB_KIND_AGENDA] = "agenda",
	[MB_KIND_REPORT] = "report",     [MB_KIND_APPENDIX] = "appendix",
	[MB_KIND_ACTION] = "action",     [MB_KIND_DECISION] = "decision",
	[MB_KIND_QUESTION] = "question", [MB_KIND_FRONT] = "front",
};

static void
person_free(gpointer data)
{
	struct mb_person *p = data;

	g_free(p->name);
	g_free(p->role);
	g_free(p);
}

static void
resolution_free(gpointer data)
{
	struct mb_resolution *r = data;

	g_free(r->label);
	g_free(r->text);
	g_free(r);
}

static void
ref_free(gpointer data)
{
	struct mb_ref *r = data;

	g_free(r->number);
	g_free(r->what);
	g_free(r);
}

static void
action_free(gpointer data)
{
	struct mb_action *a = data;

	g_free(a->owner);
	g_free(a->due);
	g_free(a->status);
	g_free(a);
}

static void
page_free(gpointer data)
{
	struct mb_item_page *p = data;

	g_free(p->label);
	g_free(p);
}

static void
source_free(gpointer data)
{
	struct mb_source *s = data;

	g_clear_pointer(&s->pages, g_ptr_array_unref);
	g_free(s->path);
	g_free(s->label);
	g_free(s);
}

struct mb_item *
mb_item_new(void)
{
	struct mb_item *item = g_new0(struct mb_item, 1);

	item->paper = g_strdup("");
	item->text = g_strdup("");
	item->officers = g_ptr_array_new_with_free_func(person_free);
	item->members = g_ptr_array_new_with_free_func(g_free);
	item->people_other = g_ptr_array_new_with_free_func(person_free);
	item->authors = g_ptr_array_new_with_free_func(g_free);
	item->resolutions = g_ptr_array_new_with_free_func(resolution_free);
	item->refs = g_ptr_array_new_with_free_func(ref_free);
	item->actions = g_ptr_array_new_with_free_func(action_free);
	item->sources = g_ptr_array_new_with_free_func(source_free);
	return item;
}

void
mb_item_free(struct mb_item *item)
{
	if (item == NULL)
		return;
	g_free(item->id);
	g_free(item->paper);
	g_free(item->number);
	g_free(item->title);
	g_free(item->committee);
	g_free(item->council);
	g_free(item->exempt_words);
	g_free(item->text);
	g_ptr_array_unref(item->officers);
	g_ptr_array_unref(item->members);
	g_ptr_array_unref(item->people_other);
	g_ptr_array_unref(item->authors);
	g_ptr_array_unref(item->resolutions);
	g_ptr_array_unref(item->refs);
	g_ptr_array_unref(item->actions);
	g_ptr_array_unref(item->sources);
	g_free(item);
}

static void
add_person(GPtrArray *people, const char *name, const char *role,
           enum mb_how how)
{
	struct mb_person *p = g_new0(struct mb_person, 1);

	p->name = g_strdup(name);
	p->role = g_strdup(role);
	p->how = how;
	g_ptr_array_add(people, p);
}

void
mb_item_add_officer(struct mb_item *item, const char *name, const char *role,
                    enum mb_how how)
{
	add_person(item->officers, name, role, how);
}

void
mb_item_add_other(struct mb_item *item, const char *name, const char *role,
                  enum mb_how how)
{
	add_person(item->people_other, name, role, how);
}

void
mb_item_add_member(struct mb_item *item, const char *name)
{
	g_ptr_array_add(item->members, g_strdup(name));
}

void
mb_item_add_author(struct mb_item *item, const char *name)
{
	g_ptr_array_add(item->authors, g_strdup(name));
}

void
mb_item_add_resolution(struct mb_item *item, const char *label,
                       const char *text)
{
	struct mb_resolution *r = g_new0(struct mb_resolution, 1);

	r->label = g_strdup(label != NULL ? label : "");
	r->text = g_strdup(text != NULL ? text : "");
	g_ptr_array_add(item->resolutions, r);
}

void
mb_item_add_ref(struct mb_item *item, enum mb_ref_dir dir, guint32 date_ymd,
                const char *number, const char *what)
{
	struct mb_ref *r = g_new0(struct mb_ref, 1);

	r->dir = dir;
	r->date_ymd = date_ymd;
	r->number = g_strdup(number);
	r->what = g_strdup(what != NULL ? what : "");
	g_ptr_array_add(item->refs, r);
}

void
mb_item_add_action(struct mb_item *item, const char *owner, const char *due,
                   const char *status)
{
	struct mb_action *a = g_new0(struct mb_action, 1);

	a->owner = g_strdup(owner);
	a->due = g_strdup(due);
	a->status = g_strdup(status);
	g_ptr_array_add(item->actions, a);
}

void
mb_item_add_source(struct mb_item *item, const char *path, guint page_no,
                   const char *label)
{
	struct mb_source *s = g_new0(struct mb_source, 1);

	s->path = g_strdup(path != NULL ? path : "");
	s->page_no = page_no;
	s->label = g_strdup(label);
	g_ptr_array_add(item->sources, s);
}

void
mb_source_add_page(struct mb_source *source, guint page_no, const char *label,
                   guint at)
{
	struct mb_item_page *page = g_new0(struct mb_item_page, 1);

	page->page_no = page_no;
	page->label = g_strdup(label);
	page->at = at;
	if (source->pages == NULL)
		source->pages = g_ptr_array_new_with_free_func(page_free);
	g_ptr_array_add(source->pages, page);
}

/* The first @n_max letters and digits of @text, small and without accents, so
 * that capitals, line ends and hyphens of two copies do not part them. */
static void
add_letters(GString *to, const char *text, guint n_max)
{
	const char *end = text;
	g_autofree char *part = NULL;
	g_autofree char *folded = NULL;
	guint n_letters = 0;

	for (guint i = 0; i < n_max * HASH_SPARE && *end != '\0'; i++)
		end = g_utf8_next_char(end);
	part = g_utf8_normalize(text, end - text, G_NORMALIZE_NFKD);
	if (part == NULL)
		return;
	folded = g_utf8_casefold(part, -1);
	for (const char *p = folded; *p != '\0' && n_letters < n_max;
	     p = g_utf8_next_char(p)) {
		gunichar c = g_utf8_get_char(p);

		if (!g_unichar_isalnum(c))
			continue;
		g_string_append_unichar(to, c);
		n_letters++;
	}
}

char *
mb_item_words_hash(const struct mb_item *item)
{
	g_autoptr(GString) letters = g_string_new(NULL);
	gboolean all = item->date_ymd == 0;
	char *hash;

	/* "I will move at the next meeting of …": two entries of an agenda that
	 * have no text are told apart by where their titles end. */
	if (item->title != NULL)
		add_letters(letters, item->title,
		            all || *item->text == '\0' ? HASH_ALL_LETTERS
		                                       : HASH_TITLE_LETTERS);
	g_string_append_c(letters, '\n');
	add_letters(letters, item->text,
	            all ? HASH_ALL_LETTERS : HASH_TEXT_LETTERS);
	hash = g_compute_checksum_for_string(G_CHECKSUM_SHA256, letters->str,
	                                     (gssize)letters->len);
	hash[8] = '\0';
	return hash;
}

const char *
mb_kind_name(enum mb_kind kind)
{
	g_assert((guint)kind < MB_N_KINDS);
	return kind_names[kind];
}

gboolean
mb_kind_from_name(const char *name, enum mb_kind *kind)
{
	*kind = MB_KIND_MINUTE;
	for (guint i = 0; i < MB_N_KINDS; i++) {
		if (strcmp(kind_names[i], name) == 0) {
			*kind = (enum mb_kind)i;
			return TRUE;
		}
	}
	return FALSE;
}

const char *
mb_how_name(enum mb_how how)
{
	switch (how) {
	case MB_HOW_NAME:
		return "name";
	case MB_HOW_ROLE:
		return "role";
	case MB_HOW_BOTH:
		return "both";
	}
	g_assert_not_reached();
}

const char *
mb_ref_dir_name(enum mb_ref_dir dir)
{
	return dir == MB_REF_FORWARD ? "forward" : "back";
}
