#include "tests/unit/test.h"

#include <string.h>

#include "indexer/names.h"
#include "indexer/roles.h"

static const struct {
	const char *text;
	const char *name; /* NULL: no name begins there */
	enum mb_title title;
} name_rows[] = {
	{ "Councillor P Bramley (Chair)", "P Bramley", MB_TITLE_MEMBER },
	{ "Cllr. Ryall noted", "Ryall", MB_TITLE_MEMBER },
	{ "Clir. Donlon seconded", "Donlon", MB_TITLE_MEMBER },
	{ "Cmhlr. 6 Ceallan welcomed", "Ó Ceallan", MB_TITLE_MEMBER },
	{ "Mr R W Goughan (Chairman)", "R W Goughan", MB_TITLE_CIVIL },
	{ "Supt. Alan Cuthbert of", "Alan Cuthbert", MB_TITLE_RANK },
	{ "H Ellwood (Acting Director)", "H Ellwood", MB_TITLE_NONE },
	{ "Ger O’Conlon S.E.E.;", "Ger O'Conlon", MB_TITLE_NONE },
	{ "S. O' Reardon gave", "S O'Reardon", MB_TITLE_NONE },
	{ "B. Murray: E.E.", "B Murray", MB_TITLE_NONE },
	{ "Councillors Sheeran (M), Teale", "M Sheeran", MB_TITLE_MEMBER },
	{ "Ani Stafford-Towne", "Ani Stafford-Towne", MB_TITLE_NONE },
	{ "Mrs E van der Berg was", "E van der Berg", MB_TITLE_CIVIL },
	{ "Tamsin Hall proposed", "Tamsin Hall", MB_TITLE_NONE },
	{ "Cllr Hall proposed", "Hall", MB_TITLE_MEMBER },
	{ "Thomas J. Kellan, Executive Engineer", "Thomas J Kellan",
	  MB_TITLE_NONE },
	{ "Martin Murgan C.C.C. Footpaths Officer", "Martin Murgan",
	  MB_TITLE_NONE },
	{ "Sharon Howe Kevin Kasper, Director", "Sharon Howe", MB_TITLE_NONE },
	{ "Jan Powell asked", "Jan Powell", MB_TITLE_NONE },
	{ "Mileage Jan", NULL, MB_TITLE_NONE },
	{ "Jan Meeting", NULL, MB_TITLE_NONE },
	{ "Cllr Lord and", "Lord", MB_TITLE_MEMBER },
	{ "Cllr D Lord,", "D Lord", MB_TITLE_MEMBER },
	{ "Lord Ryall", "Ryall", MB_TITLE_CIVIL },
	{ "Cllr Col Hobb said", "Col Hobb", MB_TITLE_MEMBER },
	{ "CC Wilker said", "Wilker", MB_TITLE_MEMBER },
	{ "Cllr Tom Ryall Metham Ward", "Tom Ryall", MB_TITLE_MEMBER },
	{ "Cllr Ian Shonn Paterson Ward Councillor", "Ian Shonn Paterson",
	  MB_TITLE_MEMBER },
	/* not names */
	{ "CC Christmas Party", NULL, MB_TITLE_NONE },
	{ "Clerks Linda Britt", NULL, MB_TITLE_NONE },
	{ "The Council noted", NULL, MB_TITLE_NONE },
	{ "Village Hall", NULL, MB_TITLE_NONE },
	{ "Downtown Renewal", NULL, MB_TITLE_NONE },
	{ "Inquiries Procedure", NULL, MB_TITLE_NONE },
	{ "F Demolition", NULL, MB_TITLE_NONE },
	{ "Children's Services", NULL, MB_TITLE_NONE },
	{ "Garda Stations", NULL, MB_TITLE_NONE },
	{ "Councillors were asked", NULL, MB_TITLE_NONE },
	{ "MASH", NULL, MB_TITLE_NONE },
	{ "Covid-19 Response", NULL, MB_TITLE_NONE },
	{ "lower case", NULL, MB_TITLE_NONE },
	{ "", NULL, MB_TITLE_NONE },
	{ "A", NULL, MB_TITLE_NONE },
	{ "Councillor", NULL, MB_TITLE_NONE },
};

static void
names_are_read(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(name_rows); i++) {
		g_autoptr(mb_tokens) t = mb_tokens_new(name_rows[i].text);
		g_autofree char *text = NULL;
		struct mb_name name;

		if (!mb_name_read(t, 0, FALSE, &name)) {
			if (name_rows[i].name)
				fail_msg("%s: no name", name_rows[i].text);
			continue;
		}
		text = mb_name_text(t, &name);
		if (!name_rows[i].name)
			fail_msg("%s: read as %s", name_rows[i].text, text);
		assert_string_equal(text, name_rows[i].name);
		assert_int_equal(name.title, name_rows[i].title);
	}
}

static const struct {
	const char *a, *b;
	gboolean agree;
} agree_rows[] = {
	{ "C Knowle", "Catherine Knowle", TRUE },
	{ "Knowle", "Catherine Knowle", TRUE },
	{ "Cath Heald", "Catherine Heald", TRUE },
	{ "C Knowle", "D Knowle", FALSE },
	{ "Alun Dawes", "Aelan Dawes", FALSE },
	{ "A Dawes", "Aelan Dawes", TRUE },
	{ "W O'Donnel", "William O’Donnel", TRUE },
	{ "Siân Price", "Sian Price", TRUE },
	{ "", "Sian Price", FALSE },
	{ "Dave Norden", "David Norden", TRUE },
	{ "Liz Norden", "Elizabeth Norden", TRUE },
	{ "Martin Norden", "Mary Norden", FALSE },
};

static void
names_agree(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(agree_rows); i++)
		if (mb_names_agree(agree_rows[i].a, agree_rows[i].b) !=
		    agree_rows[i].agree)
			fail_msg("%s and %s", agree_rows[i].a, agree_rows[i].b);
}

static const struct {
	const char *name, *key;
	gboolean has;
} key_rows[] = {
	{ "Rob Boyle", "RB", TRUE },      { "Paul Whelan", "PWh", TRUE },
	{ "Margaret Carr", "MCa", TRUE }, { "Paul Whelan", "PW", TRUE },
	{ "Nick Oakley", "NO", TRUE },    { "Nick Oakley", "AS", FALSE },
	{ "Rob Boyle", "RBx", FALSE },    { "Rob Boyle", "R", FALSE },
	{ "Boyle", "B", FALSE },          { "Rob J Boyle", "RB", TRUE },
	{ "Rob J Boyle", "RJB", TRUE },
};

static void
keys_stand_for_names(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(key_rows); i++)
		if (mb_name_has_key(key_rows[i].name, key_rows[i].key) !=
		    key_rows[i].has)
			fail_msg("%s and %s", key_rows[i].name,
			         key_rows[i].key);
}

static void
initials_keep_the_surname(void **state)
{
	static const char *const rows[][2] = {
		{ "William O'Donnel", "W O'Donnel" },
		{ "R W Goughan", "R W Goughan" },
		{ "Ryall", "Ryall" },
		{ "LM Sheely", "L M Sheely" },
		{ "Erik van der Berg", "E van der Berg" },
		{ "Ó Ceallan", "Ó Ceallan" },
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autofree char *got = mb_name_initials(rows[i][0]);

		assert_string_equal(got, rows[i][1]);
	}
}

/* --- posts --------------------------------------------------------------- */

static const struct {
	const char *text;
	const char *role; /* NULL: none begins there */
	enum mb_role_kind kind;
} role_rows[] = {
	{ "Acting Director of Children's Services referred",
	  "Acting Director of Children's Services", MB_ROLE_POST },
	{ "Service Director Children's Social Care reported",
	  "Service Director Children's Social Care", MB_ROLE_POST },
	{ "Interim Head of Children in Care and Placement Resources advised",
	  "Interim Head of Children in Care and Placement Resources",
	  MB_ROLE_POST },
	{ "Executive Director, Growth and Regeneration to implement",
	  "Executive Director, Growth and Regeneration", MB_ROLE_POST },
	{ "Chief Executive, Councillor Hill and", "Chief Executive",
	  MB_ROLE_POST },
	{ "Chief Executive and Director of Finance were", "Chief Executive",
	  MB_ROLE_POST },
	{ "Head of Service Mark Tobias said", "Head of Service", MB_ROLE_POST },
	{ "Director's report was", "Director's", MB_ROLE_POST },
	{ "HR Business Partner, said", "HR Business Partner", MB_ROLE_POST },
	{ "Specialist Advisor wrote", "Specialist Advisor", MB_ROLE_POST },
	{ "Virtual School Headteacher presented", "Virtual School Headteacher",
	  MB_ROLE_POST },
	{ "Senior Executive Engineer, Design and Delivery dated",
	  "Senior Executive Engineer, Design and Delivery", MB_ROLE_POST },
	{ "Managing Director, Engineering and City Engineer told",
	  "Managing Director, Engineering and City Engineer", MB_ROLE_POST },
	{ "Director of Works and Town Surveyor",
	  "Director of Works and Town Surveyor", MB_ROLE_POST },
	{ "City Manager and City Engineer", "City Manager", MB_ROLE_POST },
	{ "Director of Works and Head of Quays", "Director of Works",
	  MB_ROLE_POST },
	{ "Executive Director: Growth and Regeneration",
	  "Executive Director: Growth and Regeneration", MB_ROLE_POST },
	{ "Executive Director: Transport Strategy 2030", "Executive Director",
	  MB_ROLE_POST },
	{ "Head of Service – Public Health, said",
	  "Head of Service – Public Health", MB_ROLE_POST },
	{ "Head of Service, Public Gallery", "Head of Service", MB_ROLE_POST },
	{ "Clerk to the Council wrote", "Clerk to the Council", MB_ROLE_POST },
	{ "A/Senior Executive Officer, Ms", "A/Senior Executive Officer",
	  MB_ROLE_POST },
	{ "Cabinet Member for Housing asked", "Cabinet Member for Housing",
	  MB_ROLE_MEMBER },
	{ "Heritage Officer to the Meeting", "Heritage Officer", MB_ROLE_POST },
	{ "Secretary of State for Education",
	  "Secretary of State for Education", MB_ROLE_OTHER },
	{ "Treasurer reimbursed", "Treasurer", MB_ROLE_OFFICE },
	/* not posts */
	{ "Officer said", NULL, MB_ROLE_POST },
	{ "Officers said", NULL, MB_ROLE_POST },
	{ "Line Manager said", NULL, MB_ROLE_POST },
	{ "Annual Report on", NULL, MB_ROLE_POST },
	{ "the Director", NULL, MB_ROLE_POST },
	{ "", NULL, MB_ROLE_POST },
};

static void
roles_are_read(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(role_rows); i++) {
		g_autoptr(mb_tokens) t = mb_tokens_new(role_rows[i].text);
		g_autofree char *text = NULL;
		struct mb_role role;

		if (!mb_role_read(t, 0, FALSE, &role)) {
			if (role_rows[i].role)
				fail_msg("%s: no role", role_rows[i].text);
			continue;
		}
		text = mb_tokens_text(t, role.first, role.end);
		if (!role_rows[i].role)
			fail_msg("%s: read as %s", role_rows[i].text, text);
		assert_string_equal(text, role_rows[i].role);
		assert_int_equal(role.kind, role_rows[i].kind);
	}
}

static const struct {
	const char *printed, *held;
	enum mb_role_match match;
} match_rows[] = {
	{ "Chief Fire Officer", "CFO", MB_ROLE_SAME },
	{ "Chief Fire Officer", "DCFO", MB_ROLE_DIFFERENT },
	{ "Director of Public Health", "Director of Public Health",
	  MB_ROLE_SAME },
	{ "Service Director Children's Social Care",
	  "Service Director of Children’s Social Care", MB_ROLE_SAME },
	{ "Acting Director of Children Services",
	  "Acting Director of Children's Services", MB_ROLE_SAME },
	{ "Chief Executive Officer", "Chief Executive", MB_ROLE_SAME },
	{ "Chief Exec", "Chief Executive", MB_ROLE_SAME },
	{ "Director of Children's Services",
	  "Interim Director of Children's Services", MB_ROLE_NEAR },
	{ "Executive Director", "Executive Director of Children's Services",
	  MB_ROLE_SHORTENED },
	{ "Director", "Director of Public Health", MB_ROLE_SHORTENED },
	{ "Clerk to the Council", "Clerk", MB_ROLE_SAME },
	{ "Virtual School Headteacher", "Virtual School Head Teacher",
	  MB_ROLE_SAME },
	{ "Clerk to Ellersham Parish Council", "temporary clerk",
	  MB_ROLE_NEAR },
	{ "Interim Head of Children in Care and Resources",
	  "Interim Head of Children in Care and Placement Resources",
	  MB_ROLE_SHORTENED },
	/* other posts */
	{ "Acting Head of Safeguarding", "Head of Safeguarding",
	  MB_ROLE_DIFFERENT },
	{ "Director of Finance", "Assistant Director of Finance",
	  MB_ROLE_DIFFERENT },
	{ "Head of Service", "Director of Services", MB_ROLE_DIFFERENT },
	{ "Executive Engineer", "Senior Executive Engineer",
	  MB_ROLE_DIFFERENT },
	{ "Director of Finance", "Director of Housing", MB_ROLE_DIFFERENT },
	{ "", "Director of Housing", MB_ROLE_DIFFERENT },
};

static void
roles_match(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(match_rows); i++) {
		enum mb_role_match got =
		    mb_roles_match(match_rows[i].printed, match_rows[i].held);

		if (got != match_rows[i].match)
			fail_msg("%s and %s: %d", match_rows[i].printed,
			         match_rows[i].held, (int)got);
	}
}

/* Any bytes that are valid UTF-8 are cut without reading past their end. */
static void
hostile_text_is_cut(void **state)
{
	static const char *const rows[] = {
		"'s",
		"’s",
		"A.",
		"A.B.C.D.E.F.",
		"&&&",
		"--",
		"((((",
		"O'",
		"\u0301\u0301",
		"x's's's",
		"0 0 0 A",
		"Cllr Cllr Cllr Cllr",
		"Councillors, , , and and",
		"of of of Director of of",
		"Head of",
		"Mr. Mr. Mr.",
		"Clerk's",
		"Ó",
		"ß",
		"(M)",
	};

	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		g_autoptr(mb_tokens) t = mb_tokens_new(rows[i]);

		for (guint k = 0; k <= t->n; k++) {
			struct mb_name name;
			struct mb_role role;

			if (mb_name_read(t, k, TRUE, &name)) {
				g_autofree char *text = mb_name_text(t, &name);

				assert_true(name.end > k && name.end <= t->n);
				assert_true(g_utf8_validate(text, -1, NULL));
			}
			if (mb_role_read(t, k, TRUE, &role))
				assert_true(role.end > k && role.end <= t->n);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_are_read),
		cmocka_unit_test(names_agree),
		cmocka_unit_test(keys_stand_for_names),
		cmocka_unit_test(initials_keep_the_surname),
		cmocka_unit_test(roles_are_read),
		cmocka_unit_test(roles_match),
		cmocka_unit_test(hostile_text_is_cut),
	};

	return cmocka_run_group_tests_name("names", tests, NULL, NULL);
}
