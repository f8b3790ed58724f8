#!/usr/bin/env python3
"""Invented heads of minutes and agendas, in papers whose names say nothing: what
the paper is, and whose meeting it is of."""

import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Tap  # noqa: E402

BOARD = "Staffing Committee"
DAY = "2022-06-06"
TOWN = "Aldwater Town Council"
MINUTES = """Councillors A Hale (Chair), B Orme, C Sykes and D Tait.
Officers: Jane Pell (Clerk)

1. Apologies for absence
Apologies were received from Councillor E Unwin.

2. Minutes of the last meeting
The minutes of the meeting held on 15 March 2022 were approved and signed.

3. Staffing review
The Clerk introduced the report. Members noted the increase in hours.
RESOLVED: That the increase be approved.
"""
AGENDA = """Business to be transacted
1) To receive and consider apologies for absence.
2) To note declarations of Members' Interests.
3) Public Participation
A period not exceeding 15 minutes for members of the public to ask questions.
4) To receive and approve the minutes of the meeting held on 15th March 2022.
5) To agree the date of the next meeting: Thursday 14th July 2022.
Matters to be considered with the Press and Public Excluded:
6) Exclusion of press and public: To resolve to exclude the press and public.
7) To receive reports on staffing issues and to agree any actions arising.
"""
# The head; then the committee and council that it names, where these are not
# BOARD and none.
MINUTES_HEADS = [
    ("Staffing Committee Minutes - 6th June 2022",),
    ("STAFFING COMMITTEE\n6 JUNE 2022",),
    ("Staffing Committee - Monday 6 June 2022\nMinutes",),
    ("DRAFT MINUTES\nStaffing Committee\nDate: Monday 6 June 2022",),
    ("Present at the Staffing Committee on 6 June 2022:",),
    ("Record of the Staffing Committee held on 6 June 2022",),
    ("Minutes\n\nName of meeting: Staffing Committee\nDate: 6 June 2022",),
    ("Title of Meeting: Staffing Committee\nDate of Meeting: 6 June 2022",),
    ("MINUTES\nof the\nSTAFFING COMMITTEE\nheld on\nMonday, 6 June 2022",),
    ("At a meeting of the Staffing Committee held on 6 June 2022",),
    ("Aldwater Town Council\nStaffing Committee\n6th June 2022\nPresent:",
     BOARD, TOWN),
    ("Minutes of the Staffing Committee of Aldwater Town Council\n"
     "6 June 2022", BOARD, TOWN),
    ("Minutes of the Planning Applications (East) Sub-Committee\n6 June 2022",
     "Planning Applications (East) Sub-Committee"),
    ("Minutes of the Highways Working Party held on 6 June 2022",
     "Highways Working Party"),
    ("Aldwater Town Council A.G.M. - 6th June 2022", TOWN, TOWN),
    ("The 4th Meeting of the Staffing Committee\n6 June 2022",),
    ("Minutes of the Aldwater Annual Parish Meeting held on 6 June 2022",
     "Aldwater Annual Parish Meeting"),
    ("Aldwater Town Council\nAnnual Parish Meeting\n6 June 2022", TOWN, TOWN),
    ("Minutes of the June meeting of the Staffing Committee\n6 June 2022",),
    ("North Area Committee meeting\n6 June 2022", "North Area Committee"),
    ("Joint Committee of Aldwater and Northmoor Councils\nMinutes 6 June 2022",
     "Joint Committee of Aldwater and Northmoor Councils"),
    ("Highways Committee\nMinutes of the meeting of the above Committee held "
     "on 6 June 2022", "Highways Committee"),
    ("Northmoor Health and Social Care Partnership\nAudit Committee\n"
     "6 June 2022", "Audit Committee"),
    ("Community Council of Aldwater\nMinutes of meeting 6 June 2022",
     "Community Council of Aldwater", "Community Council of Aldwater"),
    ("Minutes of the Standing Advisory Council on Religious Education\n"
     "6 June 2022", "Standing Advisory Council on Religious Education"),
    ("Port of Aldwater Special Board of Commissioners Meeting\nMinutes\n"
     "6 June 2022", "Port of Aldwater Board of Commissioners"),
    ("Aldwater Parish Annual Council Meeting\nMinutes\n6 June 2022",
     "Aldwater Parish Council", "Aldwater Parish Council"),
    ("Meeting to consider the Draft Budget for the Harbour Area Committee\n"
     "Minutes\n6 June 2022", "Harbour Area Committee"),
    ("Meeting Name: Staffing Committee of Northmoor\nDate and Time: "
     "6 June 2022\nMinutes", "Staffing Committee of Northmoor"),
    ("Amenities and Open Spaces\nMonday 6 June 2022\nAldwater Town Hall\n"
     "Present:", "Amenities and Open Spaces"),
    ("Town of Aldwater Community Centre\nHarbour Area Committee\n6 June "
     "2022\nMinutes", "Harbour Area Committee"),
    ("The Corporation of the Town of Aldwater\nCouncil Meeting Minutes\n"
     "June 6, 2022", "Council", "Town of Aldwater"),
    ("MINUTES OF A HEARING OF THE LICENSING PANEL\n6 June 2022",
     "Licensing Panel"),
    ("Minutes of the OPEN section of the Staffing Committee held on 6 June "
     "2022",),
    ("MINUTES: STAFFING COMMITTEE MEETING: 6 JUNE 2022",),
    ("MINUTES OF THE PARISH COUNCIL MEETING HELD ON\n6 JUNE 2022\n"
     "A Parish Council meeting was held in the Village Hall.",
     "Parish Council"),
    ("Our Minutes - Aldwater Town Council\n6 June 2022", TOWN, TOWN),
    ("Minutes of meetimng of Newton le Weald Town Council\n6 June 2022",
     "Newton le Weald Town Council", "Newton le Weald Town Council"),
    # A page's title is shorter than the name above its text.
    ('---\ntitle: "Aldwater Parish Council - June minutes"\n---\n\n'
     "Aldwater and Northmoor Parish Council – Ordinary Meeting Monday 6th June "
     "2022, 7.30pm at the Old Chapel, Northmoor",
     "Aldwater and Northmoor Parish Council",
     "Aldwater and Northmoor Parish Council"),
    # Where members meet before it
    ("NORTHMOOR FIRE AUTHORITY\nMonday 6th June 2022\nLabour Group – Quay "
     "Room\nConservative Group – Mill Room\nMinutes",
     "Northmoor Fire Authority", "Northmoor Fire Authority"),
    # What another line tells more of
    ("ALDWATER INTERNAL DRAINAGE BOARD\nMINUTES of the Proceedings of a "
     "Meeting of the Board held on 6th June 2022",
     "Aldwater Internal Drainage Board"),
    ("Aldwater Harbour Commissioners\nMinutes of a meeting of the "
     "Commissioners held on 6th June 2022", "Aldwater Harbour Commissioners"),
    ("Aldwater Schools Forum\nMinutes of the Forum meeting held on 6 June "
     "2022", "Aldwater Schools Forum"),
    ("Aldwater and Northmoor Joint Committee\nMinutes of the Joint Committee "
     "held on 6 June 2022", "Aldwater and Northmoor Joint Committee"),
    # No word for a body
    ("Aldwater Town Council\nAmenities and Open Spaces\nMinutes of the "
     "meeting held on 6 June 2022", "Amenities and Open Spaces", TOWN),
    ("Aldwater Town Council\nMinutes of the meeting of Amenities, Leisure and "
     "Community held on 6 June 2022", "Amenities, Leisure and Community",
     TOWN),
    ("Aldwater Town Council\nPlanning and Highways Minutes\n6 June 2022",
     "Planning and Highways", TOWN),
    ("Aldwater Town Council\nPlanning Meeting Minutes\n6 June 2022", TOWN,
     TOWN),
    ("Aldwater Township\nANNUAL TOWN MEETING\nJune 6, 2022\nMINUTES",
     "Annual Town Meeting"),
    ("Aldwater Parish\nMinutes of the Annual Parish Meeting held on 6 June "
     "2022", "Annual Parish Meeting"),
    # Members who decide alone
    ("Aldwater Town Council\nDecision Session - Executive Member for "
     "Transport\n6 June 2022\nMINUTES",
     "Decision Session - Executive Member for Transport", TOWN),
    ("Aldwater Town Council\nMinutes of the Cabinet Member for Housing "
     "Decision Meeting held on 6 June 2022", "Cabinet Member for Housing",
     TOWN),
    ("Aldwater Town Council\nPORTFOLIO HOLDER FOR ENVIRONMENT - DECISION "
     "MEETING\nMinutes of the meeting held on 6 June 2022",
     "Portfolio Holder for Environment", TOWN),
    # Which of several, and others
    ("Area Planning Committee (North)\nMinutes\n6 June 2022",
     "Area Planning Committee (North)"),
    ("Executive Decision Sub-Committee\nMinutes - 6 June 2022",
     "Executive Decision Sub-Committee"),
    ("Staffing Committee - 6.6.22\nMinutes",),
    ("CYNGOR TREF DWRHEN\nALDWATER TOWN COUNCIL\nCofnodion / Minutes "
     "6/6/22", TOWN, TOWN),
    ("Aldwater County Commissioners Court\nMinutes of Regular Session, June "
     "6, 2022", "Aldwater County Commissioners Court"),
    ("Aldwater Public Schools\nSchool Committee Meeting\nMinutes\nJune 6, "
     "2022", "School Committee"),
    ("Minutes\nTo: All Members of the County Council, Chief Executive, "
     "all officers\nnamed in them\nFrom: Legal Services\n"
     "STAFFING COMMITTEE\n6 JUNE 2022",),
]
AGENDA_HEADS = [
    ("Staffing Committee Agenda - 6th June 2022",),
    ("Staffing Committee - Agenda\n6 June 2022",),
    ("Agenda for the Staffing Committee Meeting on Monday 6th June 2022",),
    ("Notice of Meeting of the Staffing Committee on Monday 6th June 2022",),
    ("Staffing Committee, Monday 6th June 2022, 7.00pm - AGENDA",),
    ("Staffing Committee Meeting 6th June 2022",),
    ("Aldwater Town Council Staffing Committee\n6 June 2022", BOARD, TOWN),
]
# The page of a meeting on a web site
PAGE_HEADS = [
    ("Agenda and minutes\n\nAnnual Meeting, Admissions Joint Committee - "
     "Monday, 6th June, 2022 2.15 pm\n\nVenue: On site",
     "Admissions Joint Committee"),
    ("Agenda and minutes\n\nJoint Meeting of Committees - Monday 6 June 2022 "
     "7.00pm\n\nVenue: The Quay", "Joint Meeting of Committees"),
    ("Agenda and draft minutes\n\nNorthmoor Fire Authority - Policy and "
     "Strategy\nMonday, 6th June, 2022 10.00 am\n\nVenue: The Quay",
     "Northmoor Fire Authority - Policy and Strategy",
     "Northmoor Fire Authority"),
]


def meetings(texts):
    """What is told of the first part of each text."""
    with tempfile.TemporaryDirectory() as folder:
        for number, text in enumerate(texts):
            ending = "md" if text.startswith("---") else "txt"
            path = os.path.join(folder, f"{number:03}.{ending}")
            with open(path, "w") as paper:
                paper.write(text)
            out = subprocess.run(["minutebook-index", "--dump=meetings", path],
                                 capture_output=True, check=True).stdout
            yield out.decode().splitlines()[0]


def cases():
    for kind, heads, body in (("minutes", MINUTES_HEADS, MINUTES),
                              ("agenda", AGENDA_HEADS, AGENDA),
                              ("web", PAGE_HEADS, MINUTES)):
        for head, *names in heads:
            names = (names + [BOARD, "-"][len(names):])
            yield kind, names, head, head + "\n\n" + body


tap = Tap()
rows = list(cases())
for (kind, names, head, _), line in zip(rows, meetings(r[3] for r in rows)):
    got = line.split(" | ")
    ok = (got[0].startswith(kind) and DAY in got[0] and got[1:3] == names)
    tap.ok(ok, head.replace("\n", " / ") + ("" if ok else f": {line}"))
tap.done()
