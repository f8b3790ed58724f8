"""Items for the tests of asking, as JSON lines: an index is made of them by
put-items.  Everybody in them is invented."""
import json

COMMITTEE = "Children's Services Scrutiny Committee"
KEYS = {
    "format": 1, "id": None, "paper": None, "seq": 0, "kind": "minute",
    "number": None, "number_inferred": False, "title": None, "date": None,
    "committee": None, "council": "Ellersham Borough Council", "page": None,
    "officers": [], "members": [], "people_other": [], "authors": [],
    "resolutions": [], "refs": [], "actions": [], "papers": [],
    "exempt": False, "private": False, "exempt_words": None, "text": "",
}


def item(path, **more):
    """One item, which stands in the paper PATH."""
    page = more.get("page")
    label = "3" if page == 5 else None
    made = dict(KEYS, paper=path, **more)
    made["papers"] = [{"path": path, "page": page, "label": label}]
    print(json.dumps(made, ensure_ascii=False))


def officer(name, role, how):
    return {"name": name, "role": role, "how": how}


item("/srv/papers/cyp/2020-06-29.pdf", page=5,
     id="ellersham/scrutiny/2020-03-05/minute/20", number="20",
     title="Foster Carer Recruitment", date="2020-03-05", committee=COMMITTEE,
     officers=[officer("H Ellis", "Acting Director of Children's Services",
                       "role")],
     members=["P Bradley"],
     resolutions=[{"label": "(1)", "text": "That the report be noted."}],
     refs=[{"dir": "forward", "date": None, "number": None,
            "what": "report to the next meeting"}],
     text="A report of the Acting Director of Children\u2019s Services was "
          "submitted on the recruitment of foster carers.\n\nResolved\n\n"
          "(1) That the report be noted.")
item("/srv/papers/cyp/2021-09-13.txt",
     id="ellersham/scrutiny/2021-09-13/minute/12", number="12",
     title="Fostering Allowances", date="2021-09-13", committee=COMMITTEE,
     officers=[officer("Catherine Dreskell", "Director of Finance", "name")],
     text="Catherine Dreskell advised that the fostering allowance was paid "
          "at the national minimum. Si\u00e2n Powell thanked her.")
item("/srv/papers/cabinet/2022-02-09.txt",
     id="ellersham/cabinet/2022-02-09/report/7", kind="report", number="7",
     title="<script>alert(1)</script> \"Ada's\" & <b>Bold</b>",
     date="2022-02-09", committee="Cabinet",
     text="Hostile words: \u001b]0;owned\u0007\u001b[31m red \u202e\u061c <img src=x "
          "onerror=alert(1)> & \"quoted\" </div>")
item("/srv/papers/cabinet/2022-03-09.txt",
     id="ellersham/cabinet/2022-03-09/minute/8", number="8",
     title="=HYPERLINK(\"http://x.example\"), \"quoted\", and more",
     date="2022-03-09", committee="Cabinet", text="Spreadsheet formula.")
item("/srv/papers/cabinet/2022-04-13.txt",
     id="ellersham/cabinet/2022-04-13/action/3", kind="action", number="3",
     title="Reply to the regulator", date="2022-04-13", committee="Cabinet",
     actions=[{"owner": "B Nwosu", "due": "May 2022", "status": "open"}],
     text="Reply to the regulator about lettings.")
for words in ("swings", "roundabouts"):
    item(f"/srv/papers/planning/{words}.txt",
         id="ellersham/planning/2023-06-15/minute/4", number="4",
         title="Play Areas", date="2023-06-15",
         committee="Planning Committee",
         text=f"Children like {words}, said the Chair.")
item("/srv/papers/other/2024-02-01.txt", council=None,
     id="-/forum/2024-02-01/minute/1", number="1", title="Nameless Council",
     date="2024-02-01", committee="Forum", text="Nobody said whose it is.")
for month in range(1, 13):
    item(f"/srv/papers/cabinet/2024-{month:02}-10.txt",
         id=f"ellersham/cabinet/2024-{month:02}-10/minute/5", number="5",
         title="Budget Monitoring", date=f"2024-{month:02}-10",
         committee="Cabinet", text=f"Month {month} was within budget.")
item("/srv/papers/cabinet/exempt/2024-05-01.txt",
     id="ellersham/cabinet/2024-05-01/report/9", kind="report", number="9",
     title="Zebracorn Wharf", date="2024-05-01", committee="Cabinet",
     exempt=True, exempt_words="Not for publication",
     officers=[officer("Quillon Vantastic", "Head of Secrets", "name")],
     text="The price of Zebracorn Wharf was agreed.")
