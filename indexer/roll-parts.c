#include "indexer/roll-parts.h"

#include <string.h>

#include "indexer/employer.h"

/* So many listed alike are the members. */
#define MIN_SEATS 2

/* A list that was read. */
struct roll {
	const struct mb_roll_label *label;
	GPtrArray *out;
	guint first_out;
	gboolean councillors;
};

/* Is the post that somebody is listed with also the name of a seat: a regional
 * district's directors, a port's commissioners, a town's supervisors? */
static gboolean
is_seat(const struct mb_attendee *a)
{
	static const char *const seats[] = { "director", "alternate director",
		                             "commissioner", "supervisor",
		                             NULL };
	g_autofree char *low = a->role ? g_utf8_strdown(a->role, -1) : NULL;

	return low && a->standing == MB_STANDING_OFFICER &&
	       g_strv_contains(seats, low);
}

/* "Councillors Daly, Butler, … Pond, Secas, Mr. Michael Tiernan": who is no
 * councillor among them is co-opted. */
static void
part_cooptees(struct roll *r)
{
	guint n_titled = 0;

	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		n_titled += a->title == MB_TITLE_MEMBER ? 1 : 0;
	}
	/* Where most have no title, "Mrs L Brettle" is a member like them. */
	if (!r->councillors || n_titled * 2 < r->out->len - r->first_out)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_MEMBER &&
		    a->title == MB_TITLE_CIVIL && !a->chair)
			a->standing = MB_STANDING_OTHER;
	}
}

/* "Mrs H Orme and Professor I Rook - Co-opted Members": what is said of several
 * behind the last of them holds for those before, back to who is called
 * otherwise. */
static void
part_called_cooptees(struct roll *r)
{
	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);
		g_autofree char *fold = a->role ? mb_fold(a->role, -1) : NULL;
		guint k = i + 1;

		if (!fold || !g_str_has_prefix(fold, "coopted"))
			continue;
		do {
			struct mb_attendee *b = g_ptr_array_index(r->out, --k);

			if (k < i && (b->role || b->title != a->title ||
			              b->title == MB_TITLE_MEMBER))
				break;
			b->standing = MB_STANDING_OTHER;
		} while (k > r->first_out && g_str_has_suffix(fold, "s"));
	}
}

/* Is each of the list but a few printed with what he is among the members:
 * "Colin Orme Member", "Adam Rook Secretary"? */
static gboolean
has_offices(const struct roll *r)
{
	guint n = 0;

	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);
		enum mb_role_kind kind =
		    a->role ? mb_role_kind_of(a->role) : MB_ROLE_OTHER;

		n += kind == MB_ROLE_MEMBER || kind == MB_ROLE_OFFICE ? 1 : 0;
	}
	return n > 2 && n * 4 >= (r->out->len - r->first_out) * 3;
}

/* "Tony Marsh, Healthwatch" on a board of councillors and others, "Denise Dale
 * HT Saltmere PS" among "Colin Orme Member" and "Martin Crane Member". */
static void
part_partners(struct roll *r)
{
	if ((!r->councillors && !has_offices(r)) || r->label->certain)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_MEMBER &&
		    a->title != MB_TITLE_MEMBER && a->role &&
		    mb_role_kind_of(a->role) == MB_ROLE_OTHER)
			a->standing = MB_STANDING_OTHER;
	}
}

/* "Ms I Kell (Christmas Lights Group)" among "Alison Corrie", "Amanda Wight":
 * who is titled where the members are not, and speaks for others. */
static void
part_guests(struct roll *r)
{
	guint n = 0;

	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		n += a->standing == MB_STANDING_MEMBER && !a->title &&
		             strchr(a->name, ' ')
		         ? 1
		         : 0;
	}
	if (n <= MIN_SEATS || n * 2 <= r->out->len - r->first_out)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_MEMBER &&
		    a->title == MB_TITLE_CIVIL && a->role &&
		    mb_role_kind_of(a->role) == MB_ROLE_OTHER)
			a->standing = MB_STANDING_OTHER;
	}
}

gboolean
mb_roll_sits_for_council(const char *role)
{
	static const char *const words[] = { "council", "cllr", "elected",
		                             "chair" };
	g_autofree char *low = g_utf8_strdown(role, -1);

	for (guint i = 0; i < G_N_ELEMENTS(words); i++)
		if (strstr(low, words[i]))
			return TRUE;
	return FALSE;
}

/* "Messrs. T. Bourne, A. Codd" beside "Councillors B. Tasker and Mrs. J.
 * Ellwood" on a drainage board, the heads of a schools forum: no councillors.
 */
static void
part_mixed(struct roll *r)
{
	if (!r->label->mixed)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_MEMBER &&
		    a->title != MB_TITLE_MEMBER &&
		    !(a->role && mb_roll_sits_for_council(a->role)))
			a->standing = MB_STANDING_OTHER;
	}
}

/* "Attendance - Claire Dixon (Chair), Greg Weston (Secretary), Chloe Bell, …,
 * Councillor Richard Orme": a community council's list, whose own members have
 * no titles, with a councillor of the city's. */
static gboolean
is_communitys(const struct roll *r)
{
	guint n_titled = 0;
	gboolean chaired = FALSE;

	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		n_titled += a->title == MB_TITLE_MEMBER ? 1 : 0;
		chaired |= a->chair && !a->title;
	}
	return chaired && n_titled * 4 < r->out->len - r->first_out;
}

/* "Those attending: Mr M Precey, Mrs M Leamon, … and Mrs V Negus (Clerk)": the
 * first list of a meeting is that of its members. */
static gboolean
part_first(struct roll *r)
{
	guint n_posts = 0, n_bare = 0;
	gboolean theirs, communitys;

	if (r->label->certain || r->label->absent || !r->label->first ||
	    r->label->standing != MB_STANDING_OFFICER)
		return FALSE;
	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing != MB_STANDING_OFFICER)
			continue;
		n_posts += a->role ? 1 : 0;
		n_bare += a->role ? 0 : 1;
	}
	/* Officers are printed with what they are. */
	if (n_posts > n_bare)
		return FALSE;
	communitys = is_communitys(r);
	theirs = communitys || !r->councillors;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing != MB_STANDING_OFFICER ||
		    (a->role && !(communitys &&
		                  mb_role_kind_of(a->role) == MB_ROLE_OFFICE)))
			continue;
		a->standing = theirs ? MB_STANDING_MEMBER : MB_STANDING_OTHER;
		a->guessed = !r->councillors && !r->label->small;
	}
	return TRUE;
}

/* "Director M. Sjolin, Director B. Bachmann, Alternate Director P. Webber"
 * under "Present": what several members are called alike is their seat, no
 * post. */
static void
part_seats(struct roll *r)
{
	guint n = 0;

	if (r->label->standing != MB_STANDING_MEMBER || r->councillors)
		return;
	for (guint i = r->first_out; i < r->out->len; i++)
		n += is_seat(g_ptr_array_index(r->out, i)) ? 1 : 0;
	if (n < MIN_SEATS)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (is_seat(a))
			a->standing = MB_STANDING_MEMBER;
		/* "supervisors V Pell and D York, and treasurer C Orme" */
		else if (a->standing == MB_STANDING_MEMBER && a->role &&
		         mb_role_kind_of(a->role) == MB_ROLE_OFFICE)
			a->standing = MB_STANDING_OFFICER;
	}
}

/* "In attendance: A Glew (Clerk), Brian Findel, Vicki Mitch, …": those of whom
 * nothing is told beside a small council's clerk are its public. */
static void
part_public(struct roll *r)
{
	guint n_posts = 0, n_bare = 0;

	if (r->label->certain || r->label->standing != MB_STANDING_OFFICER)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		const struct mb_attendee *a = g_ptr_array_index(r->out, i);

		n_posts += a->role && strstr(a->role, "Clerk") ? 1 : 0;
		n_bare += a->role || a->title || a->initials ? 0 : 1;
	}
	if (!r->label->small && (n_posts != 1 || n_bare < 3))
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);

		if (a->standing == MB_STANDING_OFFICER && !a->role &&
		    !a->initials && a->title != MB_TITLE_RANK &&
		    (!a->title || r->label->small))
			a->standing = MB_STANDING_OTHER;
	}
}

/* "Craig Borland Helensburgh Advertiser" is no officer of a community
 * council's, and "A Armstrong, EDC" is a councillor of the district's. */
static void
part_small(struct roll *r)
{
	if (!r->label->small || r->label->certain)
		return;
	for (guint i = r->first_out; i < r->out->len; i++) {
		struct mb_attendee *a = g_ptr_array_index(r->out, i);
		enum mb_employer employer =
		    a->role ? mb_employer_of(a->role) : MB_EMPLOYER_NONE;

		if (a->standing != MB_STANDING_OFFICER || !a->role ||
		    a->title == MB_TITLE_RANK ||
		    mb_role_kind_of(a->role) != MB_ROLE_OTHER)
			continue;
		if (employer == MB_EMPLOYER_COUNCIL)
			a->standing = MB_STANDING_MEMBER;
		else if (!employer)
			a->standing = MB_STANDING_OTHER;
	}
}

void
mb_roll_part(GPtrArray *out, guint first, const struct mb_roll_label *label,
             gboolean councillors)
{
	struct roll r = { label, out, first, councillors };

	part_seats(&r);
	part_cooptees(&r);
	part_called_cooptees(&r);
	part_partners(&r);
	part_mixed(&r);
	if (!part_first(&r))
		part_public(&r);
	part_small(&r);
	part_guests(&r);
}
