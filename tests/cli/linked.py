"""Items that point to one another, as JSON lines, for the tests of following:
an index is made of them by put-items.  Everybody in them is invented."""
import json

SCRUTINY = "Children's Services Scrutiny Committee"
PARISH = "Lower Wexcombe Parish Council"


def item(identity, **more):
    council, _, date, kind, _ = identity.split("/")
    made = {
        "format": 1, "id": identity, "paper": None, "seq": 0, "kind": kind,
        "number": None, "number_inferred": False, "title": None, "date": date,
        "committee": PARISH if council == "wexcombe" else SCRUTINY,
        "council": PARISH if council == "wexcombe"
        else "Ellersham Borough Council",
        "page": None, "officers": [], "members": [], "people_other": [],
        "authors": [], "resolutions": [], "refs": [], "actions": [],
        "papers": [], "exempt": False, "private": False, "exempt_words": None,
        "text": ""}
    made.update(more)
    made["paper"] = made["paper"] or f"/srv/papers/{council}/{date}-{kind}.pdf"
    made["papers"] = [{"path": made["paper"], "page": 1, "label": None}]
    print(json.dumps(made))


def ref(way, date, number, what):
    return {"dir": way, "date": date, "number": number, "what": what}


def row(date, paper, number, status, text="JT to order new signs", **more):
    origin = [ref("back", "2023-02", None, f"origin of action {number}")]
    item(f"wexcombe/parish/{date}/action/{paper}-{number.replace(' ', '')}",
         number=number, text=f"{text}\nJT",
         paper=f"/srv/papers/wexcombe/{date}-{paper}.pdf",
         actions=[{"owner": "JT", "due": None, "status": status}],
         refs=[] if date.startswith("2023-02") else origin, **more)


# An action over three meetings; its number is printed in two ways, and the
# tables of agendas come before those of the minutes.
item("wexcombe/parish/2023-03-30/minute/1", number="1", title="Welcome",
     paper="/srv/papers/wexcombe/2023-03-30-minutes.pdf")
item("wexcombe/parish/2023-04-27/minute/1", number="1", title="Welcome",
     paper="/srv/papers/wexcombe/2023-04-27-minutes.pdf")
row("2023-02-23", "minutes", "Feb23.03", None)
row("2023-03-30", "minutes", "Feb 23.03", "March update: ordered")
row("2023-03-30", "agenda", "Feb23.03", "In hand")
row("2023-04-27", "agenda", "Feb23.03", "March update: ordered")
row("2023-04-27", "minutes", "Feb23.03", "Action closed")
row("2023-02-23", "minutes", "Feb23.04", None, "JT to paint the gate")
row("2023-02-23", "minutes", "Feb23.05", "Due March 2023", "JT to mow")

# Numbers that carry their history, and two matters under one heading.
item("wexcombe/parish/2018-09-12/minute/5", number="5",
     title="MATTERS ARISING",
     refs=[ref("back", "2018-07-11", "4.13i", "4.13i) The litter bin"),
           ref("back", "2018-07-11", "4.10", "4.10 The tree survey")],
     text="4.13i) The litter bin was in hand.\n4.10 The tree survey came.")
item("wexcombe/parish/2018-10-10/minute/4", number="4",
     title="MATTERS ARISING",
     refs=[ref("back", "2018-09-12", "4.4.13i", "4.4.13i) The litter bin"),
           ref("back", "2018-09-12", "4.4.10", "4.4.10 The trees")],
     text="4.4.13i) The litter bin was bought.\n4.4.10 The trees were cut.")
item("wexcombe/parish/2018-11-14/minute/4", number="4",
     title="MATTERS ARISING",
     refs=[ref("back", "2018-10-10", "4.4.4.13i", "4.4.4.13i) The litter")],
     text="4.4.4.13i) The litter bin was in place.")

# One meeting's agenda, report, minute and decision; the tracker that cites it,
# and what is not in the index.
ASKED = ("That a report on the waiting times of the speech therapy service be "
         "submitted to the next meeting")
item("ellersham/scrutiny/2022-09-05/agenda/6", number="6",
     title="Annual Report 2021/22")
item("ellersham/scrutiny/2022-09-05/report/6", number="6",
     title="Annual Report 2021/22", text="The annual report.")
item("ellersham/scrutiny/2022-09-05/minute/20", number="20",
     title="Annual Report 2021/22", text="(1) Noted.\n(3) " + ASKED + ".",
     resolutions=[{"label": "(1)", "text": "Noted."},
                  {"label": "(3)", "text": ASKED}],
     refs=[ref("forward", None, None, "submitted to the next meeting")])
item("ellersham/scrutiny/2022-09-05/decision/20", number="20",
     title="Annual Report 2021/22", text="Noted.")
item("ellersham/scrutiny/2022-11-09/agenda/5", number="5", title="Apologies")
item("ellersham/scrutiny/2022-11-09/minute/31", number="31",
     title="Waiting Times of the Speech Therapy Service",
     text="The report was received.")
item("ellersham/scrutiny/2022-11-09/minute/32", number="32",
     title="Minutes", text="Approved.",
     refs=[ref("back", "2022-09-05", None, "meeting held on 5th September")])
item("ellersham/scrutiny/2022-11-09/minute/33", number="33",
     title="School Places", text="• This item was deferred to the next meeting.",
     refs=[ref("forward", None, None, "deferred to the next meeting")])
item("ellersham/scrutiny/2023-03-13/action/tracking", title="Tracking",
     text="A tracking exercise be undertaken.",
     actions=[{"owner": "Head of Schools", "due": "June 2023",
               "status": "Ongoing"}],
     refs=[ref("back", "2022-09-05", "20(3)", "Minute 20(3), 5 September")])
item("ellersham/scrutiny/2023-03-13/action/visits", title="Visits",
     text="Visits be arranged.", actions=[{"owner": "Head of Schools",
                                           "due": None, "status": "Done"}],
     refs=[ref("back", "2022-06-13", "11", "Minute 11, 13 June 2022")])

# An exempt minute, which an open item cites.
item("ellersham/scrutiny/2022-07-04/minute/15", number="15", exempt=True,
     title="Zanzibar settlement", text="Zanzibar terms.")
item("ellersham/scrutiny/2023-03-13/minute/41", number="41",
     title="Settlement", text="Minute 15 of 4 July 2022 was recalled.",
     refs=[ref("back", "2022-07-04", "15", "Minute 15 of 4 July 2022")])
item("ellersham/scrutiny/2023-03-13/minute/42", number="42", exempt=True,
     title="Zanzibar again", text="Minute 20 was recalled.",
     refs=[ref("back", "2022-09-05", "20", "Minute 20 of 5 September")])
