/* authority: who is one person, whatever order papers come in. */
#include "tests/unit/shim.h"

#include <string.h>

#include "query/authority.h"

/* What one paper says of one person at one meeting.  Rows of a case with the
 * same paper, council, committee and date are one list. */
struct row {
	const char *paper;
	const char *council;
	guint32 date_ymd;
	const char *name;
	const char *role;
	enum mb_standing side;
	enum mb_presence presence;
};

#define OFFICER MB_STANDING_OFFICER
#define MEMBER  MB_STANDING_MEMBER
#define OTHER   MB_STANDING_OTHER
#define NAMED   MB_PRESENCE_UNKNOWN
#define THERE   MB_PRESENCE_PRESENT
#define AWAY    MB_PRESENCE_APOLOGIES

#define MAX_ROWS 8

struct test_case {
	const char *what;
	struct row rows[MAX_ROWS];
	/* "NAME=form+form@post,FROM,TO,next"; by surname */
	const char *people;
};

static const struct test_case cases[] = {
	{ "initial, title and name are one",
	  { { "1", "Ashby", 20200305, "C Kembles", "Director", OFFICER, NAMED },
	    { "2", "Ashby", 20200501, "Catherine Kembles", "Director of Roads",
	      OFFICER, THERE },
	    { "3", "Ashby", 20200601, "Kembles", NULL, OFFICER, NAMED } },
	  "Catherine Kembles=C Kembles+Catherine Kembles+Kembles"
	  "@Director of Roads,20200305,20200501" },
	{ "two with one initial: nobody's",
	  { { "1", "Ashby", 20200305, "C Kembles", NULL, MEMBER, NAMED },
	    { "2", "Ashby", 20200501, "Catherine Kembles", NULL, MEMBER,
	      THERE },
	    { "3", "Ashby", 20200601, "Colin Kembles", NULL, MEMBER, THERE } },
	  "C Kembles=C Kembles?Catherine Kembles?Colin Kembles; "
	  "Catherine Kembles=Catherine Kembles?C Kembles; "
	  "Colin Kembles=Colin Kembles?C Kembles" },
	{ "two with one initial: the post tells",
	  { { "1", "Ashby", 20200305, "C Kembles", "Head of Roads", OFFICER,
	      NAMED },
	    { "2", "Ashby", 20200501, "Catherine Kembles", "Head of Roads",
	      OFFICER, THERE },
	    { "3", "Ashby", 20200601, "Colin Kembles", "Planner", OFFICER,
	      THERE } },
	  "Catherine Kembles=C Kembles+Catherine Kembles?Colin Kembles"
	  "@Head of Roads,20200305,20200501; "
	  "Colin Kembles=Colin Kembles?Catherine Kembles"
	  "@Planner,20200601,20200601" },
	{ "one list has both",
	  { { "1", "Ashby", 20200305, "J Smith", NULL, MEMBER, THERE },
	    { "1", "Ashby", 20200305, "John Smith", NULL, MEMBER, AWAY } },
	  "J Smith=J Smith; John Smith=John Smith" },
	{ "two papers of one meeting contradict nothing",
	  { { "1", "Ashby", 20200305, "J Smith", NULL, MEMBER, THERE },
	    { "2", "Ashby", 20200305, "John Smith", NULL, MEMBER, AWAY } },
	  "John Smith=J Smith+John Smith" },
	{ "posts that don't agree",
	  { { "1", "Ashby", 20200305, "J Smith", "Planner", OFFICER, THERE },
	    { "2", "Ashby", 20210305, "Jane Smith", "Solicitor", OFFICER,
	      THERE } },
	  "J Smith=J Smith?Jane Smith@Planner,20200305,20200305; "
	  "Jane Smith=Jane Smith?J Smith@Solicitor,20210305,20210305" },
	{ "OCR and a letter head make no council of their own",
	  { { "1", "Limber City and County Council", 20200305, "Sam Bell",
	      "Clerk", OFFICER, THERE },
	    { "2", "CITY & COUNTY Limber City & County Council", 20200405,
	      "Sam Bell", "Clerk", OFFICER, THERE },
	    { "3", "Umber City and County Council", 20200505, "S Bell", NULL,
	      OFFICER, THERE } },
	  "Sam Bell=Sam Bell+S Bell@Clerk,20200305,20200405" },
	{ "a paper without a council is of the committee's",
	  { { "1", "Ashby", 20200305, "Sam Bell", "Clerk", OFFICER, THERE },
	    { "2", NULL, 20200405, "S Bell", NULL, OFFICER, THERE } },
	  "Sam Bell=S Bell+Sam Bell@Clerk,20200305,20200305" },
	{ "two councils have such a committee: of none",
	  { { "1", "Ashby", 20200305, "Sam Bell", NULL, OFFICER, THERE },
	    { "2", "Barby", 20200405, "Ann Orr", NULL, OFFICER, THERE },
	    { "3", NULL, 20200405, "S Bell", NULL, OFFICER, THERE } },
	  "S Bell=S Bell; Sam Bell=Sam Bell; Ann Orr=Ann Orr" },
	{ "a clerk of two parishes is two",
	  { { "1", "Ashby", 20200305, "Sam Bell", "Clerk", OFFICER, THERE },
	    { "2", "Barby", 20200405, "Sam Bell", "Clerk", OFFICER, THERE } },
	  "Sam Bell=Sam Bell@Clerk,20200305,20200305; "
	  "Sam Bell=Sam Bell@Clerk,20200405,20200405" },
	{ "a new name is another person, who follows",
	  { { "1", "Ashby", 20200305, "Ann Bell", "Clerk", OFFICER, THERE },
	    { "2", "Ashby", 20210305, "Ann Price", "Clerk", OFFICER, THERE } },
	  "Ann Bell=Ann Bell@Clerk,20200305,20200305,Ann Price; "
	  "Ann Price=Ann Price@Clerk,20210305,20210305" },
	{ "acting is another post",
	  { { "1", "Ashby", 20200305, "Ann Bell", "Acting Clerk", OFFICER,
	      THERE },
	    { "2", "Ashby", 20210305, "Ann Bell", "Clerk", OFFICER, THERE },
	    { "3", "Ashby", 20220305, "Jo Day", "Clerk", OFFICER, THERE } },
	  "Ann Bell=Ann Bell@Acting Clerk,20200305,20200305"
	  "@Clerk,20210305,20210305,Jo Day; "
	  "Jo Day=Jo Day@Clerk,20220305,20220305" },
	{ "a post of many: nobody follows",
	  { { "1", "Ashby", 20200305, "Ann Bell", "Auditor", OFFICER, THERE },
	    { "2", "Ashby", 20220305, "Ann Bell", "Auditor", OFFICER, THERE },
	    { "3", "Ashby", 20210305, "Jo Day", "Auditor", OFFICER, THERE },
	    { "4", "Ashby", 20230305, "Jo Day", "Auditor", OFFICER, THERE } },
	  "Ann Bell=Ann Bell@Auditor,20200305,20220305; "
	  "Jo Day=Jo Day@Auditor,20210305,20230305" },
	{ "a member and an officer of one name are two",
	  { { "1", "Ashby", 20200305, "Ann Bell", NULL, MEMBER, THERE },
	    { "2", "Ashby", 20210305, "Ann Bell", "Clerk", OFFICER, THERE } },
	  "Ann Bell=Ann Bell; Ann Bell=Ann Bell@Clerk,20210305,20210305" },
	{ "with one post they are one",
	  { { "1", "Ashby", 20200305, "Ann Bell", "Clerk", MEMBER, THERE },
	    { "2", "Ashby", 20210305, "Ann Bell", "Clerk", OFFICER, THERE } },
	  "Ann Bell=Ann Bell@Clerk,20200305,20210305" },
	{ "a guest became a member",
	  { { "1", "Ashby", 20200305, "Ann Bell", NULL, OTHER, THERE },
	    { "2", "Ashby", 20210305, "Ann Bell", NULL, MEMBER, THERE } },
	  "Ann Bell=Ann Bell" },
	{ "a guest with a member's initial did not",
	  { { "1", "Ashby", 20200305, "A Bell", NULL, OTHER, THERE },
	    { "2", "Ashby", 20210305, "Ann Bell", NULL, MEMBER, THERE } },
	  "A Bell=A Bell; Ann Bell=Ann Bell" },
	{ "a guest and a member in one list",
	  { { "1", "Ashby", 20200305, "Ann Bell", NULL, OTHER, THERE },
	    { "1", "Ashby", 20200305, "Ann Bell", NULL, MEMBER, THERE } },
	  "Ann Bell=Ann Bell; Ann Bell=Ann Bell" },
	{ "the council's name in two forms",
	  { { "1", "Ashby & Barby Council", 20200305, "A Bell", NULL, MEMBER,
	      THERE },
	    { "2", "ASHBY AND BARBY COUNCIL", 20210305, "Ann Bell", NULL,
	      MEMBER, THERE } },
	  "Ann Bell=A Bell+Ann Bell" },
	{ "a post without a name, and no name at all",
	  { { "1", "Ashby", 20200305, NULL, "Clerk", OFFICER, THERE },
	    { "2", "Ashby", 20210305, " - ", NULL, MEMBER, THERE } },
	  "" },
};

/* One paper's sittings: the rows of @c that have its name. */
static GPtrArray *
sittings_of(const struct test_case *c, const char *paper)
{
	GPtrArray *sittings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_sitting_free);

	for (guint i = 0; i < MAX_ROWS && c->rows[i].paper != NULL; i++) {
		const struct row *row = &c->rows[i];
		struct mb_named *named;

		if (strcmp(row->paper, paper) != 0)
			continue;
		if (sittings->len == 0)
			g_ptr_array_add(sittings,
			                mb_sitting_new(row->council, "Cabinet",
			                               row->date_ymd));
		named = mb_sitting_name(sittings->pdata[0], row->name,
		                        row->role, row->side);
		named->presence = row->presence;
	}
	return sittings;
}

static void
describe(GString *out, const struct mb_known *known)
{
	g_string_append_printf(out, "%s%s=", out->len > 0 ? "; " : "",
	                       known->name);
	for (guint i = 0; i < known->forms->len; i++)
		g_string_append_printf(out, "%s%s", i > 0 ? "+" : "",
		                       (char *)known->forms->pdata[i]);
	for (guint i = 0; i < known->perhaps->len; i++)
		g_string_append_printf(out, "?%s",
		                       (char *)known->perhaps->pdata[i]);
	for (guint i = 0; i < known->posts->len; i++) {
		const struct mb_held *held = known->posts->pdata[i];

		g_string_append_printf(out, "@%s,%u,%u%s%s", held->name,
		                       held->from_ymd, held->to_ymd,
		                       held->next ? "," : "",
		                       held->next ? held->next : "");
	}
}

/* All people, the papers taken in from number @first on, or back from it. */
static char *
people(const struct test_case *c, guint first, gboolean back,
       const struct mb_scope *scope)
{
	static const char *const papers[] = { "1", "2", "3", "4" };
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GPtrArray) found = NULL;
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		guint at = (first + (back ? 4 - i : i)) % 4;
		g_autoptr(GPtrArray) sittings = sittings_of(c, papers[at]);

		mb_authority_add(authority, sittings);
	}
	found = mb_authority_people(authority, scope);
	for (guint i = 0; i < found->len; i++)
		describe(out, found->pdata[i]);
	return g_string_free(out, FALSE);
}

static void
test_cases(void **state)
{
	const struct mb_scope all = { .name = NULL };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		for (guint first = 0; first < 8; first++) {
			g_autofree char *got =
			    people(&cases[i], first % 4, first > 3, &all);

			if (strcmp(got, cases[i].people) != 0)
				fail_msg("%s: %s", cases[i].what, got);
		}
	}
}

/* @name at a meeting of the Cabinet of @council. */
static void
add_meeting(struct mb_authority *authority, const char *council,
            const char *name, guint32 date_ymd)
{
	g_autoptr(GPtrArray) sittings =
	    g_ptr_array_new_with_free_func((GDestroyNotify)mb_sitting_free);
	struct mb_sitting *sitting =
	    mb_sitting_new(council, "Cabinet", date_ymd);

	g_ptr_array_add(sittings, sitting);
	mb_sitting_name(sitting, name, NULL, MEMBER)->presence = THERE;
	mb_authority_add(authority, sittings);
}

/* Of @n meetings of Ashby's Cabinet one was read as Barby's: how many people
 * "Sam Bell" is, who is also told of without a council. */
static guint
count_bells(guint32 n)
{
	const struct mb_scope scope = { .name = "Sam Bell" };
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GPtrArray) found = NULL;

	for (guint32 i = 1; i < n; i++)
		add_meeting(authority, "Ashby", "Sam Bell", 20200300 + i);
	add_meeting(authority, "Barby", "Ann Orr", 20200401);
	add_meeting(authority, NULL, "Sam Bell", 20200501);
	found = mb_authority_people(authority, &scope);
	return found->len;
}

/* Of @n meetings of Ashby's Cabinet two were read as Barby's and Carby's, where
 * "S Bell" was too: how many people "Sam Bell" is. */
static guint
count_guests(guint32 n)
{
	const struct mb_scope scope = { .name = "Sam Bell" };
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GPtrArray) found = NULL;

	for (guint32 i = 1; i < n - 1; i++)
		add_meeting(authority, "Ashby", "Sam Bell", 20200300 + i);
	add_meeting(authority, "Barby", "Sam Bell", 20200401);
	add_meeting(authority, "Carby", "Sam Bell", 20200402);
	found = mb_authority_people(authority, &scope);
	return found->len;
}

static void
test_misread(void **state)
{
	(void)state;
	assert_int_equal(count_bells(9), 2);
	assert_int_equal(count_bells(10), 1);
	assert_int_equal(count_guests(10), 3);
	assert_int_equal(count_guests(11), 1);
}

static void
take_naming(const struct mb_naming *naming, gpointer authority)
{
	if (naming != NULL)
		mb_authority_add_naming(authority, naming);
}

/* The papers of @c in a database, without items. */
static char *
write_papers(const struct test_case *c, const char *folder)
{
	static const char *const papers[] = { "1", "2", "3", "4" };
	char *path;
	struct mb_store *store = test_store(folder, "open", &path);

	for (guint i = 0; i < G_N_ELEMENTS(papers); i++) {
		g_autoptr(GPtrArray) sittings = sittings_of(c, papers[i]);
		g_autoptr(mb_paper_state) state =
		    g_new0(struct mb_paper_state, 1);

		state->path = g_strdup(papers[i]);
		state->sha256 = g_strdup("0");
		state->made_by = g_strdup("test");
		state->status = g_strdup("read");
		state->sittings = mb_sittings_to_json(sittings);
		assert_true(mb_store_put_paper(store, state, NULL));
	}
	test_commit(store);
	mb_store_free(store);
	return path;
}

/* Nothing is known of days there, and so of posts: only who is who. */
static void
test_namings(void **state)
{
	const struct mb_scope all = { .name = NULL };

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		char *folder = test_folder_new();
		g_autofree char *path = write_papers(&cases[i], folder);
		const char *const paths[] = { path, NULL };
		g_autoptr(mb_search) search = mb_search_open(paths, NULL);
		g_autoptr(mb_authority) authority = mb_authority_new();
		g_autoptr(GPtrArray) found = NULL;
		g_autoptr(GString) out = g_string_new(NULL);
		g_autoptr(GRegex) posts = g_regex_new("@[^;]*", 0, 0, NULL);
		g_autofree char *want =
		    g_regex_replace(posts, cases[i].people, -1, 0, "", 0, NULL);

		assert_true(
		    mb_namings_walk(search, take_naming, authority, NULL));
		found = mb_authority_people(authority, &all);
		for (guint k = 0; k < found->len; k++) {
			struct mb_known *known = found->pdata[k];

			g_ptr_array_set_size(known->posts, 0);
			describe(out, known);
		}
		if (strcmp(out->str, want) != 0)
			fail_msg("%s: %s", cases[i].what, out->str);
		test_folder_free(folder);
	}
}

static const struct test_case scoped = {
	"scopes",
	{ { "1", "Ashby", 20200305, "Catherine Kembles", "Head of Roads",
	    OFFICER, THERE },
	  { "2", "Barby", 20210305, "C Kembles", "Clerk", OFFICER, THERE },
	  { "3", "Barby", 20220305, "Siân Łuczak", NULL, MEMBER, THERE } },
	NULL,
};

static void
test_scope(void **state)
{
	static const struct {
		struct mb_scope scope;
		const char *names;
	} rows[] = {
		{ { .name = "ms kembles" }, "C Kembles,Catherine Kembles," },
		{ { .name = "Catherine Kembles" },
		  "C Kembles,Catherine Kembles," },
		{ { .name = "D Kembles" }, "" },
		{ { .name = "luczak" }, "Siân Łuczak," },
		{ { .name = "sian" }, "Siân Łuczak," },
		{ { .name = "Luczak Siân" }, "Siân Łuczak," },
		{ { .name = "?" }, "" },
		{ { .council = "ashby" }, "Catherine Kembles," },
		{ { .council = "ash" }, "" },
		{ { .role = "roads" }, "Catherine Kembles," },
		{ { .committee = "CABINET" },
		  "C Kembles,Catherine Kembles,Siân Łuczak," },
		{ { .committee = "planning" }, "" },
		{ { .from_ymd = 20210101, .to_ymd = 20211231 }, "C Kembles," },
		{ { .name = "kembles", .to_ymd = 20201231 },
		  "Catherine Kembles," },
	};

	(void)state;
	for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_authority) authority = mb_authority_new();
		g_autoptr(GPtrArray) found = NULL;
		g_autoptr(GString) names = g_string_new(NULL);

		for (guint k = 1; k < 4; k++) {
			g_autofree char *paper = g_strdup_printf("%u", k);
			g_autoptr(GPtrArray) sittings =
			    sittings_of(&scoped, paper);

			mb_authority_add(authority, sittings);
		}
		found = mb_authority_people(authority, &rows[i].scope);
		for (guint k = 0; k < found->len; k++)
			g_string_append_printf(
			    names, "%s,",
			    ((struct mb_known *)found->pdata[k])->name);
		assert_string_equal(names->str, rows[i].names);
	}
}

/* A meeting that two papers tell of counts once; who is there in one of them
 * was there. */
static void
test_meetings(void **state)
{
	static const struct test_case c = {
		"meetings",
		{ { "1", "Ashby", 20200305, "A Bell", NULL, MEMBER, AWAY },
		  { "2", "Ashby", 20200305, "A Bell", NULL, MEMBER, THERE },
		  { "3", "Ashby", 20200305, "A Bell", NULL, MEMBER, NAMED },
		  { "4", "Ashby", 20210305, "A Bell", NULL, MEMBER, AWAY } },
		NULL,
	};
	const struct mb_scope all = { .name = NULL };
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GPtrArray) found = NULL;
	const struct mb_known *known;
	const struct mb_seat *seat;

	(void)state;
	for (guint k = 1; k < 5; k++) {
		g_autofree char *paper = g_strdup_printf("%u", k);
		g_autoptr(GPtrArray) sittings = sittings_of(&c, paper);

		mb_authority_add(authority, sittings);
	}
	found = mb_authority_people(authority, &all);
	assert_int_equal(found->len, 1);
	known = found->pdata[0];
	assert_int_equal(known->from_ymd, 20200305);
	assert_int_equal(known->to_ymd, 20210305);
	assert_int_equal(known->seats->len, 1);
	seat = known->seats->pdata[0];
	assert_string_equal(seat->committee, "Cabinet");
	assert_int_equal(seat->n_meetings, 2);
	assert_int_equal(seat->n_present, 1);
	assert_int_equal(seat->n_apologies, 1);
}

/* A paper that gives a thousand people one surname makes nothing slow. */
static void
test_many(void **state)
{
	const struct mb_scope all = { .name = NULL };
	g_autoptr(mb_authority) authority = mb_authority_new();
	g_autoptr(GPtrArray) found = NULL;

	(void)state;
	for (guint i = 0; i < 20; i++) {
		g_autoptr(GPtrArray) sittings = g_ptr_array_new_with_free_func(
		    (GDestroyNotify)mb_sitting_free);
		struct mb_sitting *sitting =
		    mb_sitting_new("Ashby", "Cabinet", 20200101 + i);

		for (guint k = 0; k < 100; k++) {
			g_autofree char *name =
			    g_strdup_printf("Bob%u%u Smith", i, k);

			mb_sitting_name(sitting, name, NULL, MEMBER);
		}
		g_ptr_array_add(sittings, sitting);
		mb_authority_add(authority, sittings);
	}
	found = mb_authority_people(authority, &all);
	assert_in_range(found->len, MB_AUTHORITY_MAX_FORMS + 1, 2000);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(test_cases), cmocka_unit_test(test_namings),
		cmocka_unit_test(test_scope), cmocka_unit_test(test_meetings),
		cmocka_unit_test(test_many),  cmocka_unit_test(test_misread),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
