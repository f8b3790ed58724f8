#include "indexer/name-words.h"

#include "indexer/names.h"

/* Words that begin with a capital in papers and are no part of a name.  The
 * posts themselves are in roles.c. */
static const char common_words[] =
    "sought the a an and or of for to in on at by with from as is are "
    "was were be been has had have that this these those it its their "
    "there they he she his her who which what when where why how if "
    "but not no yes all any each every some other another both either "
    "neither more most also only into onto over under after before "
    "during since until while because would should could can "
    "might must shall do does did one two three four five six seven "
    "eight nine ten first second third i we you our us my your them "
    "january february april june july august september october "
    "november december feb mar apr jun jul aug sept sep oct nov "
    "dec monday tuesday wednesday thursday friday saturday sunday "
    "council councils county borough city town district community "
    "authority authorities government cabinet committee committees "
    "panel panels board boards group groups forum commission "
    "partnership trust agency society company limited ltd plc "
    "directorate department division divisions service services unit "
    "team teams office offices bureau network centre center hub room "
    "chamber school schools college university hospital library museum "
    "road roads avenue drive square estate way village airport "
    "farm farmhouse cottage cottages bungalow "
    "building buildings children childrens child people peoples adult "
    "adults family families youth older person persons carer carers "
    "care social public health healthcare wellbeing educational "
    "learning skills safeguarding inclusion disability disabilities "
    "special needs send housing homes planning development economic "
    "economy growth business enterprise investment commercial "
    "environment environmental climate biodiversity waste energy flood "
    "floods flooding drainage risks resilience transport travel "
    "traffic highways highway streets cleansing infrastructure "
    "engineering technical operational finance financial resources "
    "resource revenue revenues capital budget treasury audit "
    "procurement legal governance democratic corporate customer "
    "communities culture cultural arts leisure tourism sport sports "
    "heritage libraries rural urban national regional local strategic "
    "strategy policy policies performance improvement quality change "
    "digital technology human equality safety emergency fire police "
    "policing nhs clinical mental ofsted commissioning contracts "
    "property assets estates facilities support fostering permanence "
    "placement access help assessment review reviewing complaints "
    "compliance member members officer officers official officials "
    "staff chair chairman chairwoman chairperson chairs vice vicechair "
    "vicechairman vicechairperson cathaoirleach leascathaoirleach leas "
    "priomh chomhairleoir contact contacts "
    "president convener convenor leader portfolio holder champion "
    "spokesperson representative representatives governor governors "
    "parent cooptee coopted observer observers guests visitor visitors "
    "resident parishioner parishioners residents agenda minutes minute "
    "report reports item items appendix annex pages meeting meetings "
    "apologies apology present attendance absent attended resolved "
    "agreed noted approved recommended decided decision decisions "
    "answer reply update updates annual general ordinary monthly "
    "quarterly previous last next following note notes notice matters "
    "arising date time venue interest interests proposed seconded "
    "proposer seconder signed dated exempt confidential part act acts "
    "order plan plans programme project projects scheme schemes draft "
    "final new northern southern eastern western central upper lower "
    "great united wales scotland kingdom european irish scottish "
    "british via zoom microsoft virtual virtually remote remotely "
    "online hybrid telephone tel email contact website www http https "
    "ref thanks thank welcome welcomed sorry re cc work works working "
    "task tasks training research data monitoring course courses "
    "insurance palace direct acceptance activities although "
    "appointment being concerns declared duties indemnity mandatory "
    "moved notices privacy register registers relatively "
    "responsibilities orders unanimously purchase refund reimbursement "
    "routes regarding travelling hmrc nalc salc archdiocese diocese "
    "diocesan vacancy vacant substitute substitutes executive chief "
    "senior principal acting interim assistant deputy associate joint "
    "independent external internal statutory voluntary primary "
    "secondary lead director manager clerk engineer planner accountant "
    "solicitor area areas grants factory charity model partner "
    "partners delivery provision nursery assurance oversight "
    "expenditure income combined mayoral former rep reps framework "
    "presenter presenters secretary treasurer coordinator advisor "
    "adviser consultant auditor inspector superintendent sergeant "
    "commissioner counsel administrator architect surveyor nurse "
    "librarian analyst specialist practitioner advocate warden "
    "supervisor technician doctor teacher headteacher llp inc co "
    "parking enforcement expenses expense claim form forms asst dept "
    "dep exec mgr snr mgt admin cttee insurance equipment laptop "
    "salary salaries payment funding guidelines hours newsletter "
    "electors elector constabulary advertiser marine reporter "
    "representing handbook letter subject guide guides surgery "
    "surgeries vacancies allowance allowances job title titles liaison "
    "allotment footpath footpaths trees litter cemetery cemeteries "
    "burial burials playground playgrounds play grounds events event "
    "media marketing membership tribunal licensing ecology archaeology "
    "landscape lighting recycling refuse pest depot payroll pension "
    "pensions benefit benefits electoral registrars scrutiny civic "
    "ceremonial museums gallery theatre swimming years autism dementia "
    "substance homelessness homeless tenancy tenancies lettings rents "
    "leasehold repairs maintenance surveying domestic abuse "
    "resettlement refugee equalities diversity intelligence analytics "
    "mapping web systems networks engagement neighbourhood "
    "neighbourhoods tourist footway rights structures asset employment "
    "workforce organisational accountancy accounting counter fraud "
    "ombudsman harbours coastal beaches standards trading consumer "
    "contaminated noise animal dog wildlife countryside parks "
    "greenspace woodland arboricultural horticultural caretaker "
    "simultaneous translator interpreter call roll adjournment "
    "approval sector consultancy none nil tax receivable payable "
    "physical transportation regeneration active placemaking recreation "
    "traveller municipal accounts shared mid midwest trade valuation "
    "camera cameras professional reported reporting reminding reminded "
    "advised renewal railway award agreement map maps statement "
    "abatement summary guidance remaining however list table "
    "background appearances inquiry inquiries procedure procedures "
    "sessions craft box fund funds reg thereof hereof priority "
    "proposals proposal magazine backup canadian legacy olympic "
    "schedule page guarantee leisurely amendment document consent "
    "consents disclosure hearing hearings bylaw bylaws bylaw zoning "
    "comments departments developments placements appointments "
    "payments allotments amendments documents "
    "incoming outgoing carried prop use drop regalia pendant pendants "
    "plants holidays crossing logo flag context citizens safer "
    "anticipated existing mosquito permit vesting tentative junction "
    "nature agriculture miscellaneous initiative friendly bypass "
    "operating functional safe system neighborhood attorney "
    "international ccd elect executives management code payee "
    "spending points written consumables again awaiting "
    "prif weithredwr cyfarwyddwr addysg pennaeth rheolwr swyddog clerc "
    "appeal appeals "
    "cynorthwyol corfforaethol gwasanaethau arweinydd cadeirydd aelod "
    "cyngor cyllid tai control design operations commander divisional";

/* Words that are surnames too: "Cllr Hall", "Cath Head".  They are part of a
 * name only behind a title, an initial or a known first name. */
static const char doubtful_words[] =
    "hall park church green lane court page head may march close "
    "bridge street place law house club ward west north south east "
    "best day winter young power field fields water books case "
    "cross price rose banks brook wood woods hill mills marsh moor "
    "parish castle king guest england ireland britain english welsh "
    "fleet bridges beach tree press harbour risk forward bishop major "
    "judge home early june april christmas standing novel will";

static struct mb_word_set *common_set, *doubtful_set;

/* Most words that are asked about are in no list: the first two letters, of
 * which a set keeps one bit a pair, tell that without hashing the word. */
struct mb_word_set {
	guint32 second[32]; /* by the first letter: the letters behind it */
	GHashTable *words;
};

static guint32 *
pair_of(struct mb_word_set *set, const char *word, guint32 *bit)
{
	*bit = (guint32)1 << ((guchar)word[1] % 32);
	return &set->second[(guchar)word[0] % 32];
}

static struct mb_word_set *
word_set_new(const char *list)
{
	struct mb_word_set *set = g_new0(struct mb_word_set, 1);
	g_auto(GStrv) words = g_strsplit(list, " ", -1);
	guint32 bit;

	set->words =
	    g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (guint i = 0; words[i]; i++) {
		if (!*words[i])
			continue;
		*pair_of(set, words[i], &bit) |= bit;
		g_hash_table_add(set->words, g_strdup(words[i]));
	}
	return set;
}

gboolean
mb_word_in(const char *word, struct mb_word_set **set, const char *list)
{
	guint32 bit;

	if (g_once_init_enter(set))
		g_once_init_leave(set, word_set_new(list));
	return *word && *pair_of(*set, word, &bit) & bit &&
	       g_hash_table_contains((*set)->words, word);
}

/* "consultation", "regulations": no name ends so. */
static gboolean
ends_as_no_name(const char *fold)
{
	return g_str_has_suffix(fold, "tion") ||
	       g_str_has_suffix(fold, "tions");
}

gboolean
mb_word_is_no_name(const char *fold)
{
	return mb_word_in(fold, &common_set, common_words) ||
	       ends_as_no_name(fold);
}

gboolean
mb_word_is_doubtful(const char *fold)
{
	return mb_word_in(fold, &doubtful_set, doubtful_words);
}

gboolean
mb_word_is_common(const char *fold)
{
	return mb_word_is_no_name(fold) || mb_word_is_doubtful(fold);
}
