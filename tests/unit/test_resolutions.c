#include "tests/unit/test.h"

#include "indexer/resolutions.h"
#include "tests/unit/draft.h"

/* An item's text and the labels of its resolutions, parted by spaces, "-" for
 * one without. */
static const struct {
	const char *body;
	const char *labels;
} rows[] = {
	/* under a mark */
	{ "Resolved\n\nThat the minutes be approved as a correct record.",
	  "-" },
	{ "Resolved\n(1)\n\nThat the plan be noted.\n\n(2)\n\nThat the Harbour "
	  "Master\nbe asked to report.",
	  "1 2" },
	{ "### Talk.\nRESOLVED that the lease be granted.", "-" },
	{ "Resolved: (i) That thanks be recorded.\n- (ii) That it be noted.\n"
	  "- (iv) That a report be made.",
	  "i ii iv" },
	{ "Resolved\n- (1) That it be noted.\n- (2) The Clerk be asked to:\n"
	  "  - (a) write;\n  - (b) telephone.",
	  "1 2" },
	{ "AGREED that the information provided be noted.", "-" },
	{ "1) A shed\n\nRESOLVED: That the Council had no objection to the "
	  "application.\n\n2) A barn\n\nRESOLVED: That the Council has "
	  "concerns about this application.\n\nFURTHER RESOLVED: That the "
	  "Clerk write.",
	  "- - -" },
	{ "AGREED as follows:\n1. That the plan be kept.\n2. That it be paid.",
	  "1 2" },
	{ "Talk of the quay.\n\nNOTED", "-" },
	{ "It was APPROVED;\nThat the Committee for Harbours:\n\n1. Approved "
	  "the "
	  "scheme.\n\n2. Authorised the Harbour Master to build.",
	  "1 2" },
	{ "Proposed by Councillor Ames;\nSeconded by Councillor Bird:\nAnd "
	  "Resolved:\n“That, the draft Minutes, as circulated, be taken as "
	  "read and adopted.”",
	  "-" },
	{ "RESOLVED\n(i) That it be noted.\n(ii) That it be sent.\n(iii) That "
	  "it be read.\n(iv) That it be kept.\n(v) That it be bound.\n(vi) "
	  "That it be sold.",
	  "i ii iii iv v vi" },
	{ "AGREED:\n(g) a\n(h) b\n(i) c\n(j) d", "g h i j" },
	/* the mark behind a sentence of the same paragraph */
	{ "The Harbour Master told of the dredging, which went on. Resolved: "
	  "(i) That he be thanked.\n(ii) That the report be noted.",
	  "i ii" },
	{ "The lease was read out. RESOLVED – That the lease be granted.",
	  "-" },
	{ "He had resolved the matter. Talk went on.", "" },
	/* a displaced number, a form, a summary */
	{ "Resolved\n50.\n(1) That it be noted.\n(2) That it be sent.", "1 2" },
	{ "(d) Decision taken\n\nThat the Committee note the report.\n\n(e) "
	  "Exempt Information?\n\nOpen\n\n(f) Reason\n\nAs in the report.",
	  "-" },
	{ "Decision:\n1) Noted the dredging forecast of January.\n2) Approved "
	  "the crane repairs.\nMinutes:\nTalk.\nResolved :\n1) Noted the "
	  "dredging forecast of January.\n2) Approved the crane repairs.",
	  "1 2" },
	{ "Resolved – (a) That the state be noted and, (b) that interviews be "
	  "held.",
	  "a b" },
	/* points that stand in the text */
	{ "RESOLVED that: a) the plan be kept; b) it be paid; and c) the "
	  "officers be thanked.",
	  "a b c" },
	{ "Agreed: 1) The plan be kept. 2) It be paid. 3) All be told.",
	  "1 2 3" },
	{ "RESOLVED – 1. That the plan be kept. 2. That it be\npaid by 3. "
	  "March. 3. That all be told.",
	  "1 2 3" },
	{ "RESOLVED that the Harbour Board (i) notes the plan;\n(ii) keeps it; "
	  "and (iii) thanks the\nofficers, as in (ii) and (iii) of 4. May.",
	  "i ii iii" },
	{ "Mr Tarn spoke. It was agreed: (a) to keep the plan; (b) to pay; and "
	  "(c) to thank all.",
	  "a b c" },
	{ "Moved by Mr Tarn, seconded by Ms Orme and resolved that (1) the "
	  "plan "
	  "be kept; and (2) it be paid.",
	  "1 2" },
	{ "Moved by Mr Tarn, seconded by Ms Orme and resolved:\n(1) the plan "
	  "be "
	  "kept; and\n(2) it be paid.",
	  "1 2" },
	{ "RESOLVED that Councillors A. Tarn and B. Orme be thanked.", "-" },
	{ "RESOLVED that it be granted subject to: (a) the fence being kept; "
	  "(b) the gate being shut.",
	  "-" },
	{ "It was RESOLVED that:\n7.2.1 The post be painted.\n7.2.2 The quay "
	  "be "
	  "swept.",
	  "7.2.1 7.2.2" },
	{ "RESOLVED that it be noted.\n7.3.1 The Clerk said that he knew.",
	  "-" },
	{ "Talk.\n\nOutcomes:\n\n1. The Panel supported the plan.\n\n2. That a "
	  "report be made in May.",
	  "1 2" },
	{ "RESOLVED:\nWorks Panel – 16 May (1) That the tolls be kept. (2) "
	  "That "
	  "the quay be swept.",
	  "1 2" },
	{ "The Mayor (Councillor Hale) was elected to chair the meeting.",
	  "-" },
	{ "The Joint Meeting of Committees agreed the appointments.", "-" },
	/* where nothing else is decided */
	{ "Recommendation: That the following be done:\n\na) the by-law BE "
	  "INTRODUCED; and,\n\nb) the Clerk BE AUTHORIZED to sign.",
	  "a b" },
	{ "Recommendation: That the fares be kept.\n\nRESOLVED that the fares "
	  "be raised.",
	  "-" },
	/* prose behind the number of a paragraph */
	{ "115.1 Members talked.\n115.2 Members agreed to keep the quay.\nb) "
	  "Members agreed to sell the boat.",
	  "- -" },
	/* behind the number of the minute */
	{ "UNANIMOUSLY RESOLVED\n\n7.1 that the plan be received;\n\n7.2 that "
	  "the quay be swept.",
	  "7.1 7.2" },
	{ "RESOLVED 44.1 That the bid be refused.\n44.2 That the rest be\n"
	  "approved.\n45.1 That belongs elsewhere.",
	  "44.1 44.2" },
	{ "RESOLVED that it be noted.\n44.1 The Clerk said that he knew.",
	  "-" },
	{ "UNANIMOUSLY RESOLVED, under the Act, that the public leave.", "-" },
	{ "Decision\n\nDeferred to 12 September.", "" },
	{ "RESOLVED that it be deferred.", "-" },
	/* what is settled in the sentence that moves it is not taken back */
	{ "The motion was proposed by Ms Orme and seconded by Mr Tarn and was "
	  "adopted.\n\nAfter some talk the next motion was withdrawn.",
	  "-" },
	{ "On the proposal of Ms Orme and seconded by Mr Tarn, the plan was "
	  "approved with changes.\n\nTo note the monthly report.\n\nThe report "
	  "was noted.",
	  "- -" },
	/* the next application, and a page's label with nothing below it */
	{ "- 21/00412/FUL Shed\n\nAGREED to recommend approval\n\n- "
	  "21/00413/FUL Barn\n\nAGREED to recommend refusal",
	  "- -" },
	{ "Decision:\n\nThere were no announcements.\n\nMinutes:\n\nNone.",
	  "" },
	{ "Decision:\n\nThe item was looked at.\n\nRESOLVED that it be "
	  "kept.\n\n"
	  "Minutes:\n\nIt was read out.",
	  "-" },
	{ "It was noted that the Council had no objection to the film.", "" },
	/* looked at, and noted */
	{ "Thereafter, the Committee SCRUTINISED and NOTED the report.", "-" },
	{ "The minute of the previous meeting was submitted and noted for "
	  "information.",
	  "-" },
	{ "Subject to an item on buses, the work programme was AGREED.", "-" },
	{ "The Cabinet looked at the plan and RESOLVED that it be kept.", "-" },
	{ "Members agreed the importance of the quay.", "" },
	/* what was asked for, and what could not be done */
	{ "To authorise the Chair to sign the minutes as a correct record.\n\n"
	  "The Chair was authorised to sign the minutes.",
	  "-" },
	{ "No minutes were there; they are to be signed at the next meeting.",
	  "" },
	/* motions and what became of them */
	{ "Moved Cr Ames, seconded Cr Bird\nThat Council:\n1. sell the buoy; "
	  "and\n2. keep the chain.\nCARRIED 5/1 (Cr Cole against)",
	  "1 2" },
	{ "Moved Cr Ames, seconded Cr Bird that the gate be shut.\nFor: Ames, "
	  "Bird. Against: Cole, Dunn, Eve.\nLOST 2/3\nMoved Cr Cole, seconded "
	  "Cr Dunn that it be opened.\nCARRIED 3/2",
	  "-" },
	{ "Alderman Ames moved an amendment, seconded by Councillor Bird. On "
	  "a vote the amendment was lost. The motion was declared carried.",
	  "-" },
	{ "Cllr Ames proposed and Cllr Bird seconded it. The Mayor declared "
	  "the motion carried.",
	  "-" },
	{ "20-430 Moved by J. Ames Seconded by K. Bird \"THAT the minutes be "
	  "approved.\" Disposition: Motion Carried Unanimously 20-431 Moved by "
	  "K. Bird Seconded by J. Ames \"THAT they be filed.\" Disposition: "
	  "Motion Carried Unanimously",
	  "- -" },
	{ "Resolved (Cr Ann Ames / Cr Paul Bird)\n\nThat the minutes be "
	  "confirmed.\n\nThe Motion on being put to the meeting was carried "
	  "unanimously.\n\nCarried",
	  "-" },
	{ "Mr. Ames made a motion, seconded by Mrs. Bird, that said reports be "
	  "placed on file. The Chair so ordered.",
	  "-" },
	{ "The minutes of 12 March were taken as read.\n\n- Resolved that the "
	  "minutes should be approved and signed.",
	  "-" },
	{ "The minutes were taken as read.", "-" },
	{ "Council Meeting held on 12.03.20 True record - unanimous", "-" },
	{ "The Clerk gave a report.\n\nRECEIVED.", "-" },
	{ "This item was carried over from the April meeting.", "" },
	{ "Ann Ames – proposed by Cllr Bird seconded by Cllr Cole and "
	  "unanimously appointed.\n\nBea Dunn – proposed by Cllr Cole "
	  "seconded by Cllr Bird and unanimously appointed.",
	  "- -" },
	{ "Proposed by Councillor Ames, Seconded by Councillor Bird,\nThat the "
	  "stack go.\n\nProposed by Councillor Cole, Seconded by Alderman "
	  "Dunn,\n"
	  "That it stay.\n\nOn a vote the amendment was declared carried. The "
	  "amendment was put as the substantive motion and passed.",
	  "-" },
	{ "R-098 MOVED by Reeve Ames that the agenda be adopted.\nCarried "
	  "Unanimously",
	  "-" },
	{ "MOVED by Reeve Ames that the agenda be adopted.\nTalk went on.",
	  "" },
	{ "Motion by Ames, second by Bird, to buy a buoy. Approved 5-0.", "-" },
	{ "The Committee:-\n\n(i) noted the report; and\n\n(ii) agreed to "
	  "write.",
	  "i ii" },
	{ "Penderfynwyd: derbyn yr adroddiad.", "-" },
	/* the mover and the seconder, a sentence each */
	{ "Ann Ames moved to buy a buoy. Tom Bird seconded. Roll call: Ayes: "
	  "Ames, Bird. Nays: none. Motion carried.",
	  "-" },
	{ "Ann Ames moved to buy a buoy. Tom Bird seconded the motion. The "
	  "motion was defeated.",
	  "" },
	{ "Ann Ames moved to Leeds. The Board thanked her.", "" },
	{ "The Committee NOTED the report.", "-" },
	/* points that each end in what was resolved */
	{ "1. Payments of £63. RESOLVED that they be approved.\n2. Estimates "
	  "for the year. RESOLVED that these be adopted.\n3. The audit. "
	  "RESOLVED that it be received.",
	  "- - -" },
	{ "1) 21/041 Shed at Wend Lane\n\nRESOLVED: That there be no "
	  "objection.\n\n2) 21/042 Porch at Marl Row\n\nRESOLVED: That it "
	  "be refused.",
	  "- -" },
	{ "(a) 21/041 Sied. PENDERFYNWYD / RESOLVED: cefnogi / support.\n(b) "
	  "21/042 Tŷ. PENDERFYNWYD / RESOLVED: dim sylw / no comment.",
	  "- -" },
	{ "The list of permits issued since May was noted.", "-" },
	{ "An online payment was authorised for the invoice below.", "-" },
	{ "Ms Ames was re-appointed for three years.", "-" },
	{ "The Clerk was authorised to place an order.", "-" },
	{ "Only the county was authorised to mend the quay.", "" },
	{ "The Clerk presented an advert, which was agreed.", "-" },
	{ "A notice was read, which was agreed at the May meeting.", "" },
	{ "Members were happy to approve the quotation.", "-" },
	{ "Financial transactions since 18th July were approved.", "-" },
	{ "£500 approved for payment.", "-" },
	{ "A donation of £50 to the Scouts was agreed.", "-" },
	{ "Cllr Ames proposed a flag. This was seconded by Cllr Bird and "
	  "carried.",
	  "-" },
	{ "Councillors voted unanimously to accept the tender.", "-" },
	{ "The Board determined to grant the licence.", "-" },
	{ "It was unanimously carried that the motion stand.", "-" },
	{ "This was carried over to May.", "" },
	{ "Consensus was reached to hold the fete in July.", "-" },
	{ "The Chairman's action was ratified.", "-" },
	{ "M/S/C Ames/Bird to approve the minutes.", "-" },
	{ "Moved by Ames, supported by Bird, to file them. Motion carried.",
	  "-" },
	{ "The precept was set at £4,500.", "-" },
	{ "RESOLVED that (a) the letter be noted and (b) it be sent to all.",
	  "a b" },
	{ "RESOLVED: (1) That it be kept as in (1) and (2) below.", "1" },
	/* conditions are no decisions */
	{ "RESOLVED – That the application be approved subject to the "
	  "following conditions:\n1. Standard time\n2. Approved plans\n3. "
	  "Hours 7 to 18",
	  "-" },
	{ "RESOLVED - That it be refused for these reasons:\n\n1. harm to the "
	  "quay; and\n\n2. lack of need.",
	  "-" },
	{ "It was proposed by Mr. Ames that the rate be 9p. An amendment by "
	  "Mr. Bird for 8p was lost by six votes to two. The motion was put "
	  "and carried.",
	  "-" },
	{ "Cllr Ames proposed a flag. There was no seconder.", "" },
	/* who moved and who seconded in sentences of their own */
	{ "Taking the budget was proposed by Cllr Orme; seconded Cllr Key: "
	  "seven for, one against; Carried. It was suggested that the toll "
	  "stay. Cllr Orme proposed; Cllr Key seconded; Carried.",
	  "- -" },
	{ "Secretary: Ann Orme proposed that Tom Key go on. Seconded Una "
	  "Bird, all agreed.",
	  "-" },
	{ "Cllr Orme proposed that the quay be swept. It was left there.", "" },
	{ "Ruth Vane was co-opted on to the council.", "-" },
	{ "The Council was glad of the quay and decided to look into it.",
	  "-" },
	{ "Councillor P Ames was elected Chairman. Councillor H Bird was then "
	  "appointed Vice-Chairman.",
	  "- -" },
	{ "He reported that Mr Ames was elected Chairman of the Harbour "
	  "Users.",
	  "" },
	{ "The procedure for the hearing was agreed.", "-" },
	{ "Auditor: agreed to ask the same firm.", "-" },
	{ "Minutes to be confirmed on May 26.", "" },
	{ "Confirmed as a correct record at the meeting held on .......", "" },
	{ "At the last Quay meeting it was agreed that the buoy go.", "" },
	{ "(a) The Minute of the meeting of 2 May was approved.\n\n(b) The "
	  "Minute of the special meeting was approved.",
	  "- -" },
	/* in prose */
	{ "New gate. Proposer Cllr K Newt, 2nd Cllr G Key.", "-" },
	{ "It was agreed to buy it. Proposer Cllr K Newt, 2nd Cllr G Key.",
	  "-" },
	{ "He thanked his Proposer and Seconder, who was second to none.", "" },
	{ "The Motion was seconded by Councillor Galway.", "-" },
	{ "All payments approved.", "-" },
	{ "The application was heard.\nDecision - the licence is granted.",
	  "-" },
	{ "Decision - 24/00093 was read out.", "" },
	{ "Tide table £4\nBuoy £9 (cheque 12)\nAll approved for payment.",
	  "-" },
	{ "Circulated, approved & signed as correct.", "-" },
	{ "Minutes of the May meeting have been agreed by e-mail.", "-" },
	{ "The lease had been agreed by the tenant.", "" },
	{ "63.1 The statement was read.\n63.2 RESOLVED that two payments be "
	  "made.\n63.3 Talk went on.\n63.4 (Minute 51.2) RESOLVED that the "
	  "buoy "
	  "be painted.",
	  "- -" },
	{ "Cllr Ames was nominated by Cllr Bird, seconded by Cllr Crane.",
	  "-" },
	{ "Members received and noted the minutes.", "-" },
	{ "These were agreed as a true record.", "-" },
	{ "The minutes of the previous meeting were agreed as accurate.", "-" },
	{ "It was agreed to buy a bench. Talk went on. It was also agreed that "
	  "a tree be felled.",
	  "- -" },
	{ "It was proposed by Cllr. O. Wills seconded by Cllr. J. Dawe and "
	  "unanimously agreed that the fee be paid.",
	  "-" },
	{ "The motion was proposed by Cllr Ames and seconded by Cllr Bird. On "
	  "being put to the vote the motion was CARRIED.",
	  "-" },
	{ "Cllr. Pond spoke to the motion. Cllr. Dean seconded the motion.",
	  "-" },
	{ "The Committee noted the report.", "-" },
	{ "The CC agreed to support the regatta.", "-" },
	{ "The PC agreed to mend the slipway.", "-" },
	{ "The sailing club had agreed to mend the slipway.", "" },
	{ "The following accounts were approved for payment:", "-" },
	{ "The following were passed for payment by the Councillors", "-" },
	{ "The Councillors nominated and resolved that Councillor Ames remain "
	  "as Chair.",
	  "-" },
	{ "Invoice from the joiner £18.00\nCouncillors resolved to pay both",
	  "-" },
	{ "It was agreed that the salary be increased by £252. 50 and be "
	  "agreed "
	  "upon each year.",
	  "-" },
	{ "A panel made recommendations that were approved at the July 2017 "
	  "meeting of the District.",
	  "" },
	{ "Subscription notice - resolved to pay £102.48", "-" },
	{ "Agreed to come back to this.", "-" },
	{ "DH proposed, and AM seconded, and minutes were unanimously "
	  "approved.",
	  "-" },
	{ "Proposed by Councillor Ames (M);\nSeconded by Councillor Bird;\n"
	  "“That, Councillor Cole be appointed.”",
	  "-" },
	{ "It was agreed that £5700 be asked for. Proposed by NO, seconded by "
	  "KD.",
	  "-" },
	/* the same in other councils' words */
	{ "63.1 The financial statement was received and noted.", "-" },
	{ "The planning report was noted.", "-" },
	{ "Correspondence, as circulated, was noted by Members.", "-" },
	{ "Completed return was presented and approved.", "-" },
	{ "Hall £40 (Ch. No. 3)\nHedge £20 (Ch. No. 4) – all approved.", "-" },
	{ "All accounts above approved for payment.", "-" },
	{ "Form circulated to all. All Cllrs approved the form.", "-" },
	{ "Cllrs present agreed that the tolls be paid.", "-" },
	{ "It was proposed and agreed that Cllr Ames sign.", "-" },
	{ "After talk of more swings, resolved not to buy any.", "-" },
	{ "Resolved Councillor Ames order more gravel.", "-" },
	{ "3/12 The Oaks. Members raised no objections.", "-" },
	{ "Would it be read by all? All in agreement.", "-" },
	{ "When should it be done? Agreed to look again in May.", "-" },
	{ "It was agreed to buy it. Proposed Cllr Ames, seconded Cllr Bird. "
	  "Unanimously agreed.",
	  "-" },
	{ "Proposed Cllr Ames, seconded Cllr Bird. Agreed by a majority. The "
	  "tolls were agreed.",
	  "-" },
	{ "The Committee also noted the plan for the lamps.", "-" },
	{ "Decision:\n\nRESOLVED that:\n\n1. it be built; and\n\n2. it be "
	  "painted.\n\nMinutes:\n\nTalk.\n\nTherefore, it was RESOLVED that "
	  "it be built.",
	  "1 2" },
	{ "Decision:\n\nRESOLVED that the plan of the lamps at the inner quay "
	  "be put "
	  "off till harvest.\n\nMinutes:\n\nTalk. Therefore, it was agreed "
	  "that the plan of "
	  "the lamps at the inner quay be put off till harvest.",
	  "-" },
	{ "Talk. DECISION: (i) That it be noted.\n(ii) That it be kept.",
	  "i ii" },
	{ "Decided: (i) That it be noted.\n(ii) That it be kept.", "i ii" },
	{ "It was agreed that:\n(a) the bench be mended;\n(b) the gate be "
	  "painted.",
	  "a b" },
	{ "There was unanimous agreement to buy it.", "-" },
	{ "Councillors were in agreement that it be bought.", "-" },
	{ "* Members agreed to move the bin.", "-" },
	{ "Prop. Cllr Ames Sec. Cllr Bird", "-" },
	/* not decisions of this meeting */
	{ "It had been AGREED that members should seek quotes.", "" },
	{ "The hall committee has agreed that they will help.", "" },
	{ "It was noted that the crane was old.", "" },
	{ "Members noted the danger of the old crane.", "" },
	{ "It was accepted that the crane was old.", "" },
	{ "Members were in agreement with the points of the letter.", "" },
	{ "Issues raised in the previous minutes were noted.", "" },
	{ "It took long before the minutes of each meeting are approved.", "" },
	{ "We met online once the council agreed that this was lawful.", "" },
	{ "This item was deferred.", "" },
	/* who moved what was just decided, shortly */
	{ "It was resolved that the buoy be sold.\n\nProp: AO 2nd: TK", "-" },
	{ "Approval was given for the purchase of a bell.", "-" },
	{ "He asked to moor a skiff; permission was granted.", "-" },
	{ "Planning permission was granted for a shed.", "" },
	{ "Also agreed to mend the quay.", "-" },
	{ "Members received a report on the crane and noted its age.", "-" },
	{ "Members received a report and noted that it was late.", "" },
	{ "The work was agreed with the engineers in May.", "" },
	{ "AM agreed to chase the former chair.", "" },
	{ "i) A bank statement.\nNoted\nii) A letter.\nNoted", "" },
	{ "", "" },
};

static char *
labels_of(const struct mb_item *item)
{
	GString *out = g_string_new(NULL);

	for (guint i = 0; i < item->resolutions->len; i++) {
		const struct mb_resolution *r =
		    g_ptr_array_index(item->resolutions, i);

		g_string_append_printf(out, "%s%s", i ? " " : "",
		                       *r->label ? r->label : "-");
		assert_true(g_utf8_validate(r->text, -1, NULL));
	}
	return g_string_free(out, FALSE);
}

static void
decisions_are_counted(void **state)
{
	for (guint i = 0; i < G_N_ELEMENTS(rows); i++) {
		struct test_draft d;
		g_autofree char *got = NULL;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, "The Quay",
		                rows[i].body);
		mb_resolutions_find(&d.draft, d.lines);
		got = labels_of(d.draft.item);
		if (strcmp(got, rows[i].labels) != 0)
			fail_msg("want '%s', got '%s': %s", rows[i].labels, got,
			         rows[i].body);
		test_draft_clear(&d);
	}
}

/* What a parish says of planning applications counts under "Planning" alone. */
static void
views_are_counted(void **state)
{
	static const char body[] = "Park Lodge – no objection\n"
				   "8.2 The Oaks 10/01858/CU\n"
				   "Permission recommended\n"
				   "8.3 The Elms – porch –\n"
				   "recommend approval\n"
				   "Officers recommend approval too.\n"
				   "No comments were received.";
	static const char *const titles[] = { "Planning", "Quays" };
	static const guint counts[] = { 3, 0 };

	for (guint i = 0; i < G_N_ELEMENTS(titles); i++) {
		struct test_draft d;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, titles[i], body);
		mb_resolutions_find(&d.draft, d.lines);
		assert_int_equal(d.draft.item->resolutions->len, counts[i]);
		test_draft_clear(&d);
	}
}

static void
reports_resolve_nothing(void **state)
{
	static const enum mb_kind kinds[] = { MB_KIND_REPORT, MB_KIND_APPENDIX,
		                              MB_KIND_AGENDA };

	for (guint i = 0; i < G_N_ELEMENTS(kinds); i++) {
		struct test_draft d;

		test_draft_init(&d, kinds[i], NULL, "The Quay",
		                "RESOLVED that it be noted.");
		mb_resolutions_find(&d.draft, d.lines);
		assert_int_equal(d.draft.item->resolutions->len, 0);
		test_draft_clear(&d);
	}
}

static void
text_is_kept(void **state)
{
	static const char *const texts[][2] = {
		{ "Resolved\n(1) That the Harbour Master\nbe thanked.",
		  "That the Harbour Master be thanked." },
		{ "L. Orme, T. Marl: That we pass By-Law 2019-07.\n"
		  "Read the third time and passed this 5th day of March. "
		  "Carried.",
		  "That we pass By-Law 2019-07." },
		{ "L. Orme, T. Marl: That the meeting be closed to the public "
		  "to consider:\nb) personal matters. Carried.",
		  "That the meeting be closed to the public to consider: b) "
		  "personal matters. Carried." },
	};

	for (guint i = 0; i < G_N_ELEMENTS(texts); i++) {
		struct test_draft d;
		const struct mb_resolution *r;

		test_draft_init(&d, MB_KIND_MINUTE, NULL, "The Quay",
		                texts[i][0]);
		mb_resolutions_find(&d.draft, d.lines);
		assert_int_equal(d.draft.item->resolutions->len, 1);
		r = g_ptr_array_index(d.draft.item->resolutions, 0);
		assert_string_equal(r->text, texts[i][1]);
		test_draft_clear(&d);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(decisions_are_counted),
		cmocka_unit_test(views_are_counted),
		cmocka_unit_test(reports_resolve_nothing),
		cmocka_unit_test(text_is_kept),
	};

	return cmocka_run_group_tests_name("resolutions", tests, NULL, NULL);
}
