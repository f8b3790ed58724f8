"""Packs of an invented parish in which something is withheld from publication,
in the shapes that packs have, and packs that only tell of it.  Imported by
tests/cli/index-withheld.t."""

LAW = ("NOT FOR PUBLICATION by virtue of paragraph 3 of Part 1 of Schedule "
       "12A of the Local Government Act 1972")

MINUTES = """UNDERHILL PARISH COUNCIL

Minutes of the Finance Committee

held on 4 May 2021 at 7.00 pm

Present: Councillor R Oakes (Chair), Councillor J Hallam

In attendance: T Birch, Clerk to the Council

1. APOLOGIES

There were no apologies for absence.

2. ALLOTMENT RENTS

The Head of Property reported on allotment rents. Councillor Hallam asked for
figures.

RESOLVED: That the report be noted.

3. DATE OF NEXT MEETING

The next meeting would be on 8 June 2021.
"""

ENTRIES = """UNDERHILL PARISH COUNCIL

Meeting of the Finance Committee

Monday 8th June, 2021 at 6.00pm

In the Council Chamber

AGENDA

1. Apologies for absence

2. Village pond

3. Purchase of land
"""

LAST = """
4. Date of next meeting

Chief Executive

Dated: 27th May, 2021
"""
AGENDA = ENTRIES + LAST

MEETING = "Finance Committee - 8th June, 2021\n\n"


def told(word):
    """A report without headings."""
    return ("Report of the Clerk\n\nPurchase of land at Long Lane\n\n"
            f"The price asked by Mr {word} is forty thousand pounds. Quentin "
            f"{word}, Head of Property, will not go lower than that.\n\n"
            "The Committee is asked to make an offer.\n")


def numbered(word):
    """A report with headings and numbered paragraphs."""
    return ("Report of the Clerk\n\nPurchase of land at Long Lane\n\nPurpose"
            f"\n\n1. To tell of the price asked by Mr {word}.\n\n"
            "Recommendations\n\n2. That the offer be made.\n")


def report(number, word):
    """An open report, with a word that has to be found."""
    header = f"Agenda Item No. {number}\n\n" if number else ""
    return (f"{header}{MEETING}Report of the Clerk\n\nVillage pond {number}"
            f"\n\nPurpose\n\n1. To keep the {word} in the pond.\n\n"
            "Recommendations\n\n2. That it be dredged.\n")


BODY = "".join(f"{n}. The pond is deep, and in the year {2000 + n} it was "
               "deeper.\n\n" for n in range(3, 40))


def marked_pages(top, bottom, word):
    """Three pages that carry a marking in their margin."""
    texts = [f"Purchase of land\n\nMr {word} asks for so much that nobody on "
             "this Council would ever pay it.",
             f"He has told the {word} lawyers, too.", f"So says {word}."]
    return "\f".join(f"{top}{text}{bottom}\n" for text in texts)


# Name, a function of the secret word, and the words that stay open.
WITHHELD = [
    ("minutes, report", lambda w: MINUTES + f"\n{LAW}\n\n" + told(w),
     ["hallam"]),
    ("minutes, headed report",
     lambda w: MINUTES + f"\n{LAW}\n\n" + numbered(w), ["hallam"]),
    ("minutes, report, minutes",
     lambda w: MINUTES + f"\n{LAW}\n\n" + numbered(w) + "\n" +
     MINUTES.replace("4 May", "6 April").replace("figures", "herons"),
     ["hallam", "heron"]),
    ("minutes, page with the title above",
     lambda w: MINUTES + f"\n\fFinance Committee\n\nOffer to {w}\n\n{LAW}.\n\n"
     f"The price asked by Mr {w} is high.\n", ["hallam"]),
    ("signed minutes, title above",
     lambda w: MINUTES + f"\nSigned ............ Chairman\n\nOffer to {w}\n\n"
     f"EXEMPT\n\nMr {w} asks forty thousand.\n", ["hallam"]),
    ("minutes, exempt minutes",
     lambda w: MINUTES + "\n" + MINUTES.replace(
         "Minutes of", "EXEMPT\n\nMinutes of").replace("figures", w),
     ["hallam"]),
    ("minutes, appendix",
     lambda w: MINUTES + "\nAppendix A\n\nNot for publication - paragraph 3"
     f"\n\nMr {w} asks forty thousand.\n", ["hallam"]),
    ("agenda, report", lambda w: AGENDA + f"\n{LAW}\n\n" + told(w), ["pond"]),
    ("agenda, headed report",
     lambda w: AGENDA + f"\n{LAW}\n\n" + numbered(w), ["pond"]),
    ("agenda, page",
     lambda w: AGENDA + f"\n\fCONFIDENTIAL\n\nLand\n\nMr {w} asks a lot.\n",
     ["pond"]),
    ("report under its entry",
     lambda w: ENTRIES + f"\n{LAW}\n\n" + told(w) + LAST, ["pond"]),
    ("headed report under its entry",
     lambda w: ENTRIES + f"\n{LAW}\n\n" + numbered(w) + LAST, ["pond"]),
    ("report between open ones",
     lambda w: AGENDA + "\n" + report(2, "herons") + f"\n{LAW}\n\n" +
     numbered(w) + "\n" + report(4, "newts"), ["heron", "newt"]),
    ("report between open ones, by page",
     lambda w: AGENDA + "\n\f" + report("", "herons") + "\nEXEMPT\n\n" +
     MEETING + numbered(w) + "\n\f" + report("", "newts"),
     ["heron", "newt"]),
    ("appendix between open ones",
     lambda w: AGENDA + "\n" + report(2, "herons") + "\n\fAppendix 1\n\n"
     f"EXEMPT\n\nMr {w} asks forty thousand.\n\n\fAppendix 2\n\nMap\n\n"
     "The pond and its newts.\nIt is so long.\n", ["heron", "newt"]),
    ("appendix in a report",
     lambda w: AGENDA + "\n" + report(2, "herons") +
     f"\nAppendix 1 - EXEMPT - valuation\n\nMr {w} asks forty thousand.\n"
     f"More of it by {w}.\nAnd more.\n\n" + report(4, "newts"),
     ["heron", "newt"]),
    ("running header",
     lambda w: "\f".join([AGENDA, report(2, "herons"),
                          marked_pages("EXEMPT\n\n", "", w),
                          report("", "newts")] + ["More of newts."] * 6),
     ["heron", "newt"]),
    ("running footer",
     lambda w: "\f".join([AGENDA, report(2, "herons"),
                          marked_pages("", "\n\nRESTRICTED", w),
                          report("", "newts")] + ["More of newts."] * 6),
     ["heron", "newt"]),
    ("part II behind the reports",
     lambda w: AGENDA + "\n" + report(2, "herons") + "\n\fPART II\n\n"
     "EXEMPT ITEMS\n\n\f" + MEETING + numbered(w), ["heron"]),
    ("a page that parts off what is behind it",
     lambda w: AGENDA + "\n\f" + report(2, "herons") + "\n\fPINK PAPERS\n\f" +
     MEETING + numbered(w), ["heron"]),
    ("the same, below the council's name",
     lambda w: AGENDA + "\n\f" + report(2, "herons") + "\n\fUnderhill Parish "
     "Council\n\nFinance Committee\n\nIN CONFIDENCE\n\f" + MEETING +
     numbered(w), ["heron"]),
    ("an entry that says so",
     lambda w: ENTRIES.replace("of land", "of land (Exempt)") + LAST + "\n" +
     report(2, "herons") + f"\nAgenda Item No. 3\n\n{MEETING}" + numbered(w),
     ["heron"]),
    ("an appendix that its report names",
     lambda w: AGENDA + "\n" + report(2, "herons") + "\nAgenda Item No. 3\n\n"
     f"{MEETING}" + numbered("Numbats") + "\nAppendix A is exempt.\n\n"
     f"\fAppendix A\n\nValuation\n\nMr {w} asks forty thousand.\n", ["heron"]),
    ("an appendix that a public report names",
     lambda w: AGENDA + "\n" + report(2, "herons").replace(
         "Purpose\n", "Appendix B is exempt under paragraph 3.\n\nPurpose\n") +
     "\n\fAppendix A\n\nMap\n\nThe pond and its newts.\n"
     f"\n\fAppendix B\n\nValuation\n\nMr {w} asks forty thousand.\n",
     ["heron", "newt"]),
    ("a title above the number of its item, on a page of its own",
     lambda w: "\f".join([AGENDA, report(2, "herons"),
                          f"Purchase of {w} Hall\n\nAgenda Item No. 3\n\n"
                          f"{MEETING}Report of the Clerk\n\nEXEMPT\n\n"
                          f"1. The price is {w}.\n", report(4, "newts")]),
     ["heron", "newt"]),
    ("a title and its marking above the number of the item, in one block",
     lambda w: AGENDA + "\n" + report(2, "herons") + "\nFinance Committee - "
     f"8th June, 2021\nPurchase of {w} Hall\nEXEMPT REPORT\nAgenda Item No. "
     f"3\n1. Purpose\nTo tell of the price asked by {w}.\n\n" +
     report(4, "newts"), ["heron", "newt"]),
    ("a report below an agenda, whose number looks like that of an entry",
     lambda w: ENTRIES + "\nItem No. 2\n\nReport of the Clerk\n\nVillage "
     "pond\n\n1. Purpose\n\n1.1 To keep the herons in the pond.\n\nItem No. "
     "3\n\nPrivate report\n\nReport of the Head of Property\n\nPurchase of "
     f"land\n\n1. Purpose\n\n1.1 To tell of the price asked by {w}.\n\n",
     ["heron"]),
    ("the same, without space between its lines",
     lambda w: ENTRIES + "\nItem No. 3\nPurchase of land\nPrivate report\n"
     "Report of the Head of Property\n1. Purpose\n1.1 To tell of the price "
     f"asked by {w}.\n", ["pond"]),
    ("a report that says so at its end",
     lambda w: report("", w) + BODY + "\n12. Access to information\n\nThis "
     "report contains exempt information by virtue of paragraph 3.\n\n"
     "13. Background papers\n\nNone.\n", []),
    ("a report whose form says so at its end",
     lambda w: AGENDA + "\n" + report(2, "herons") + "\n\f" + report(3, w) +
     BODY + "\nChecklist\n\nLegal advice: Yes\n\nIs this report exempt?\n"
     "\nYes\n\n\f" + report(4, "newts"), ["heron", "newt"]),
    ("public excluded, and a report",
     lambda w: MINUTES + "\nPUBLIC EXCLUDED\n\n" + numbered(w), ["hallam"]),
    ("part II of the agenda",
     lambda w: ENTRIES.replace("3. P", "PART II - EXEMPT ITEMS\n\n3. P") +
     LAST + "\n" + report(2, "herons") + f"\nAgenda Item No. 3\n\n{MEETING}" +
     numbered(w), ["heron"]),
]

# What a published paper says itself of private business.
OPEN = [
    ("remark on an entry",
     ENTRIES + f"\n({LAW})\n" + LAST),
    ("marking of an entry", ENTRIES + f"\n{LAW}\n" + LAST),
    ("entry with its report announced",
     ENTRIES + f"\nReport of the Clerk (attached)\n\n{LAW}\n\nTo consider "
     "the purchase of the land at the edge of the village.\n" + LAST),
    ("section of an agenda",
     ENTRIES.replace("3. P", "PART II - EXEMPT ITEMS\n\nNOT FOR PUBLICATION"
                     "\n\n3. P") + LAST),
    ("marking of a minute",
     MINUTES.replace("RENTS\n", f"RENTS\n\n{LAW}\n")),
    ("section of minutes",
     MINUTES.replace("3. DATE", "PART II - CONFIDENTIAL\n\n3. DATE")),
    ("resolution to exclude",
     MINUTES.replace("RESOLVED: That", "RESOLVED: That the public be excluded "
                     "from the meeting under paragraph 3 of Schedule 12A, and "
                     "that")),
    ("standing notice",
     AGENDA + "\nAny agendas containing exempt reports should be treated as "
     "private and confidential.\n\nThere were no exempt items.\n"),
    ("part of minutes in committee",
     MINUTES.replace("3. DATE", "IN COMMITTEE\n\n3. DATE")),
    ("entry that says so, without a report",
     ENTRIES.replace("of land", "of land (Exempt)") + LAST),
    ("what a report says of others far below its header",
     report("", "herons") + BODY + "\n12. The exempt report in March was not "
     "for publication.\n\n13. Lettings are exempt from VAT, and the helpline "
     "is confidential.\n\n14. This report does not contain exempt "
     "information.\n\n15. Exempt information: No\n"),
    ("form",
     AGENDA + "\n" + report(2, "herons").replace(
         "Purpose\n", "Exempt information: NO\n\nPurpose\n")),
]


def entries(*titles):
    """An agenda of these."""
    return ("UNDERHILL PARISH COUNCIL\n\nMeeting of the Finance Committee\n\n"
            "Monday 8th June, 2021 at 6.00pm\n\nAGENDA\n\n" +
            "\n\n".join(titles) + "\n")


def minuted(*texts):
    """Minutes of these."""
    head = MINUTES[:MINUTES.index("1. APOL")]
    return head + "\n\n".join(texts) + "\n"


POND = "THE POND\n\nThe Clerk reported on the pond. Noted."
LAND = "PURCHASE OF LAND\n\nThe Committee agreed to the terms."
OUT = ("EXCLUSION OF THE PUBLIC\n\nRESOLVED: That the press and public be "
       "excluded from the meeting for ")
NEXT = "DATE OF NEXT MEETING\n\n6 July 2021."

# Name, a paper, and the numbers of the items that tell of private business.
PRIVATE = [
    ("remark in the title of an entry",
     entries("1. Apologies", "2. The pond", "3. Purchase of land (Exempt)"),
     ["3"]),
    ("remark in the title of a minute",
     minuted("1. " + POND, "2. STAFFING (confidential)\n\nThis was discussed."),
     ["2"]),
    ("entries of Part II",
     entries("PART I – PUBLIC", "1. Apologies", "2. The pond",
             "PART II – PRIVATE", "3. Purchase of land", "4. Rents"),
     ["3", "4"]),
    ("entries behind the exclusion",
     entries("1. Apologies", "2. Exclusion of the public",
             "To resolve that the public be excluded for the following items",
             "3. Purchase of land", "4. Date of next meeting"), ["2", "3"]),
    ("an exclusion that may not be needed",
     entries("1. Apologies", "2. To decide whether the public should be "
             "excluded for any item", "3. The pond"), ["2"]),
    ("private report of a minute",
     minuted("1. " + POND, "2. LEASE OF THE PIER\n\nThere was submitted a "
             "private report by the Clerk. Approved."), ["2"]),
    ("all that follows",
     minuted("1. " + POND, "2. " + OUT + "the following items.", "3. " + LAND,
             "4. " + LAND.replace("LAND", "BOATS"), "5. " + NEXT),
     ["2", "3", "4"]),
    ("what follows, and no more",
     minuted("1. " + POND, "2. " + OUT + "the following item of business.",
             "3. " + LAND, "4. " + POND), ["2", "3"]),
    ("items by number",
     minuted("1. " + OUT + "items 3 and 4 below.", "2. " + POND, "3. " + LAND,
             "4. " + LAND, "5. " + POND), ["1", "3", "4"]),
    ("until the public is let in",
     minuted("1. " + OUT + "the remaining items.", "2. " + LAND + " The public "
             "were readmitted.", "3. " + POND), ["1", "2"]),
    ("in committee",
     minuted("1. " + POND, "2. LITIGATION\n\nIt was agreed to go into "
             "committee."), ["2"]),
]
