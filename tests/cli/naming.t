#!/usr/bin/env python3
"""Invented sentences of minutes, and the list above them: which officers and
members they name."""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Tap  # noqa: E402

COUNCIL = """Present: Councillors P Arkwright (Chair), G Bellamy and S Crook.
Officers: Mr H Kerr, Chief Executive."""
TOWN = """Present: Cllr Mrs J Arkwright (Chairman), Cllr G Bellamy.
In attendance: Mrs A Kipling (Town Clerk and Responsible Financial Officer)."""
CRIME = """Present: Councillor P Arkwright (Chair)
Also present: Mr S Hall, Police and Crime Commissioner
Deputy Chief Constable H Strake, Westshire Police"""
PANEL = """Attendees: Fiona Crook; Eliza Mann (EM); Duncan Whit; Coral Wain;
Emily McGarry (EMCG for item 2); Yvonne Vane-Ruddle; Jo Hold"""
COLUMNS = """Members present
Mayor Callum Thorne                Chair
Cllr Ayesha Sarwen                 Arken Borough Council
Imogen Strang                      Business Board (non-voting)
Officers
Deepak Rana                        Head of Bus Reform"""
ONE_LINE = """Present: Cllrs Farr (Chair), Oakes & Dunn. Officers: J Wain, T Brere.
Clerk: P Nand."""
SURNAMES = """Councillors Present: Farr, Oakes, Bash
Officers in Attendance: Wain, Brere"""
TURNED = """Members Present: Farr D (Chair), Oakes C, Bash A
Officers Present: Wain J (Director of Care), Brere T (Solicitor)"""
PARTS = """Present: Cllrs Mill, Reid and Eakin. County Councillor Anne Dall was in
attendance. Also in attendance for part of the meeting was Mrs Jen Stead, Bee
Adviser."""
RUN = """Present
Councillors D Reeve (Chair) R Healow, S Linden and
P Marl      Clerk J Connor
Members of the Public - Two"""
AWAY = """Present: Cllr G Bellamy (Chair), Cllr S Crook
Apologies: Mr M Cavan, Grants Link Officer
Mr D Tamm, Grants Link Officer, was in attendance."""
PANELS = """Present: Councillor P Arkwright (Chair), Councillor G Bellamy
Mrs H Orme and Professor I Rook - Co-opted Members
The following officers were in attendance:
Mrs C Morgan - Chief of Staff"""
GARDA = """Members Present: Councillors Farr, Oakes and Bash.
Officials in Attendance: Director of Finance (Mr. S. Wain).
Also in attendance: Acting Superintendent An Garda S\u00edoch\u00e1na Mr. Dermot
Brere, Network Nominee Mr. Tom Orme."""
REPS = """Members Present: Councillors Farr, Oakes and Bash.

Garda Nominations: Superintendent (Mr. S. Wain).

COMMUNITY REPRESENTATIVES: Mr. T. Orme, Marram Tidy Town, Mr. W.
Pell, Saltmere Family Centre."""
GUESTS = """Present: Mayor Tom Farr and Councillors Ann Oakes and Bob Bash.
Guests: Oscar Wain, Halyard Auditors."""
NOBODY = "Contact: Lena Farrow  Tel: 01632 960123"
BALE = ["Jessica Bale"]

# The list, the sentence, the officers and the members that it names.
ROWS = [
    (COUNCIL, "PC 1234 Rowe reported on crime.", ["Rowe"], []),
    (COUNCIL, "Deputy Chief Constable Rowe reported.", ["Rowe"], []),
    (TOWN, "The RFO presented the schedule.", ["A Kipling"], []),
    (TOWN, "The Town Clerk had chased the County.", ["A Kipling"], []),
    (CRIME, "The Commissioner proposed a rise.", [], []),
    (CRIME, "The Deputy Chief Constable said that burglary was down.",
     ["H Strake"], []),
    (CRIME, "An apology was sent by the Chief Constable.", [None], []),
    (NOBODY, "Jessica Bale introduced a proposal to revise it.", BALE, []),
    (NOBODY, "Jessica Bale drew attention to the report.", BALE, []),
    (NOBODY, "The report was presented by Jessica Bale.", BALE, []),
    (NOBODY, "Members received an update from Jessica Bale.", BALE, []),
    (NOBODY, "Jessica Bale provided a brief update.", BALE, []),
    (NOBODY, "Jessica Bale explained that it was late. Cllr Dow asked why.",
     BALE, ["Dow"]),
    (NOBODY, "Jessica Bale explained that it was late.", [], []),
    (NOBODY, "Jessica Bale spoke against it. Cllr Dow agreed.", [], ["Dow"]),
    (NOBODY, "The petition was late. Jessica Bale explained. Cllr Dow agreed.",
     [], ["Dow"]),
    (PANEL, "Duncan and Councillor Crook met managers.", ["Duncan Whit"],
     ["F Crook"]),
    (PANEL, "EMCG presented a proposal. Councillor Crook agreed. To do (CW).",
     ["Emily McGarry", "Coral Wain"], ["F Crook"]),
    (PANEL, "Duncan met managers.", [], ["D Whit"]),
    (COUNCIL, "Jane Hill (Assistant Director (Housing)) answered.",
     ["Jane Hill"], []),
    (COUNCIL, "Director of Finance Dana Rowe and Head of Parks Tom Pell told.",
     ["Dana Rowe", "Tom Pell"], []),
    (COUNCIL, "Tom Pell (Finance) and Ann Dow from Public Health answered.",
     ["Tom Pell", "Ann Dow"], []),
    (COUNCIL, "Tom Pell (Labour) and Ann Dow (remote) spoke.", [], []),
    (COUNCIL, "Tom Pell, Detective Inspector, Westshire Police, answered.",
     ["Tom Pell"], []),
    (COUNCIL, "The Clerk, Mrs Hill, read a letter.", ["Hill"], []),
    (COUNCIL, "Tom Pell was thanked for his work as Head of Parks.",
     ["Tom Pell"], []),
    (COUNCIL, "Ann Dow, Chief Officer, Aldwater Hospitals NHS Trust, spoke.",
     ["Ann Dow"], []),
    (COUNCIL, "The s.151 Officer (Mr T Orme) answered.", ["T Orme"], []),
    (COLUMNS, "Cllr Sarwen asked the Head of Bus Reform.", ["Deepak Rana"],
     ["A Sarwen"]),
    (ONE_LINE, "T Brere told Cllr Dunn; the Clerk left.",
     ["T Brere", "P Nand"], ["Dunn"]),
    (SURNAMES, "Ms Wain answered Councillor Oakes.", ["Wain"], ["Oakes"]),
    (TURNED, "The Solicitor and Ms Wain answered Cllr Oakes.",
     ["J Wain", "T Brere"], ["C Oakes"]),
    (PARTS, "Cllr Dall asked Mrs Stead.", ["Jen Stead"], ["A Dall"]),
    (COUNCIL, "The Executive Director (Place), Jane Hill, and the Executive "
     "Director \u2013 People, Tom Orme, told.", ["Jane Hill", "Tom Orme"], []),
    (COUNCIL, "Report Authors: Jane Hill and Tom Orme.",
     ["Jane Hill", "Tom Orme"], []),
    (COUNCIL, "Notes taken by Jane Hill.", ["Jane Hill"], []),
    (COUNCIL, "(Democratic Services Manager) To report the appointment.",
     [None], []),
    (COUNCIL, "The Executive Director \u2013 Place and the Executive Director "
     "\u2013 People told.", [None, None], []),
    (COUNCIL, "planning officer Dana Rowe said so.", ["Dana Rowe"], []),
    (COUNCIL, "Presenter: Dana Rowe", ["Dana Rowe"], []),
    (COUNCIL, "Town Manager Rowe reviewed the bids.", ["Rowe"], []),
    (COUNCIL, "Chief Executive Kerr spoke.", ["H Kerr"], []),
    (NOBODY, "(Reference: Report by Executive Director dated 2 March 2020)",
     [None], []),
    (NOBODY, "Grant Thornton presented the audit plan.", [], []),
    (NOBODY, "Cllr O’ Shea moved it.", [], ["O'Shea"]),
    (RUN, "The Clerk answered Councillor Marl.", ["J Connor"], ["P Marl"]),
    (NOBODY, "Councils & Councillors Direct March 2016", [], []),
    (AWAY, "The Grants Link Officer and Cllr Crook spoke.", ["D Tamm"],
     ["S Crook"]),
    (PANELS, "Mrs Orme and Professor Rook asked the Chief of Staff.",
     ["C Morgan"], []),
    (PANELS, "It was noted that Mrs J Wain, the Commissioner's Chief Finance "
     "Officer, had left.", ["J Wain"], []),
    (GARDA, "The Acting Superintendent answered.", ["Dermot Brere"], []),
    (REPS, "Proposed by Mr. T. Orme; seconded by Mr. W. Pell.", [], []),
    (GUESTS, "Oscar Wain presented the audited financial statements.",
     ["Oscar Wain"], []),
    (ONE_LINE, "Mark Wain & Dana Rowe of MCC Highways know of it.",
     ["Mark Wain", "Dana Rowe"], []),
    (ONE_LINE, "PFAS (Forever Chemicals) were found in the brook.", [], []),
    (ONE_LINE, "Mrs A Pell, Secretary to the Village Hall Committee, and the "
     "Treasurer of St Anne\u2019s Church asked.", [], []),
    (ONE_LINE, "RESOLVED that it be signed by the chairman and clerk.",
     ["P Nand"], []),
    (NOBODY, "It is late. Clerk & Cllr Dunn are at it.", [None], ["Dunn"]),
    (ONE_LINE, "Quote received - clerk to check why it is high.", ["P Nand"],
     []),
    (ONE_LINE, "Passed for payment, proposed Mr Cole, 2nd Mrs Bonner.", [],
     ["Cole", "Bonner"]),
    (ONE_LINE, "Cllr Dunn proposed Mr Cole be co-opted.", [], ["Dunn"]),
    (NOBODY, "The nomination of Mr A Marl was moved by Mrs J Cole.", [],
     ["A Marl", "J Cole"]),
    (NOBODY, "RESOLVED that Mr A Marl be elected Vice-Chairman.", [],
     ["A Marl"]),
    (NOBODY, "RESOLVED that Mr A Marl be appointed to the charity.", [], []),
    (NOBODY, "Councillors Management Training: Points raised by Cllr Elect.",
     [], []),
    (NOBODY, "Depute Convener Tom Hill moved it.", [], ["T Hill"]),
    (NOBODY, "Apologies from Councillors Kinnear, William Crosby (Church rep) "
     "and David Ewing (Church rep).", [], ["Kinnear"]),
    (NOBODY, "Cllr Kester Roy Price\u2026\u2026Finance (reimbursement).", [],
     ["K R Price"]),
    (ONE_LINE, "Tom Oakes won a medal. The bus in Mary Street, NHS, is late.",
     [], []),
    (NOBODY, "No objection was raised by the PC. Awaiting a decision.", [],
     []),
    (NOBODY, "A donation to the PC\n\nDealt with above.", [], []),
]
MINUTES = """Saltmere Borough Council

Minutes of the {} held on Thursday 5 March 2020 at 6.00 pm

{}

1. Apologies

There were none.

2. Harbour dues

{} The plan was noted.

3. Close

The meeting closed.
"""


def index(texts):
    """Item 2 of each text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = [os.path.join(folder, f"{n:03}.txt") for n in range(len(texts))]
        for path, text in zip(paths, texts):
            with open(path, "w") as paper:
                paper.write(text)
        out = subprocess.run(
            ["minutebook-index", "--dry-run", "--format=jsonl", *paths],
            capture_output=True, check=True).stdout.decode()
    items = [json.loads(line) for line in out.splitlines()]
    return [next((i for i in items
                  if i["paper"] == path and i["number"] == "2"), {})
            for path in paths]


def committee(present):
    return "Police and Crime Panel" if present is CRIME else "Committee"


tap = Tap()
texts = [MINUTES.format(committee(present), present, sentence)
         for present, sentence, _, _ in ROWS]
for (_, sentence, officers, members), item in zip(ROWS, index(texts)):
    got = ([o["name"] for o in item.get("officers", [])],
           item.get("members", []))
    tap.ok(got == (officers, members),
           sentence + ("" if got == (officers, members) else f": {got}"))
tap.done()
