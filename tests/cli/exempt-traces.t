#!/usr/bin/env python3
"""Every command and page says the same with exempt papers in the index as
without them, whatever is asked, also when the papers were open before."""

import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from packs import AGENDA, report  # noqa: E402
from papers import BUILD, SEARCH, Place, Tap  # noqa: E402

tap = Tap()

MARK = "NOT FOR PUBLICATION"
# A word of its own for each thing that an index could tell of a paper.
SECRET = f"""QUAGGABURGH DISTRICT COUNCIL

Quaggapanel Committee

17 March 2031

{MARK}

Present: Councillor Quaggamember Quoll (Chair)

In attendance: Ms Quaggafirst Quaggalast, Director of Quaggarole

Report of the Director of Quaggarole

PURCHASE OF QUAGGATITLE HALL

1. Purpose

1.1 The Quaggawide Vexing Hub (QVH) at quaggabody asks for two million.

| Action | Owner | Due |
| --- | --- | --- |
| quaggaaction to be done | Quaggafirst Quaggalast | 4 April 2031 |

2. Recommendations

2.1 That quaggarecommended be approved (Minute 777/31, 3 February 2031 refers).

APPENDIX A - QUAGGAAPPENDIX

The quaggaannex text.

Contact: Quaggafirst Quaggalast, quaggamail@quagga.example
"""

QUESTIONS = [
    "quagga*", "quaggabody", "quaggabdy", "quaggatitel", "quaggatitle",
    "officer:quaggalast", "officer:quaggalats", "role:quaggarole",
    "member:quoll", "committee:quaggapanel", "council:quaggaburgh",
    "paper:quaggapath", "title:quaggatitle", "qvh", "hub",
    '"quaggawide vexing hub"', "vexing", "date:2031", "date:2031-03-17",
    "is:exempt", "NOT is:open", "is:private", "front:quaggafirst",
    "kind:report", "kind:appendix", "kind:action", "clerk", "pond",
]
ASKING = [
    ["search"], ["search", "--format=jsonl"], ["search", "--format=csv"],
    ["search", "--explain"], ["search", "--by=committee"],
    ["search", "--by=officer"], ["search", "--by=year"], ["mentions"],
    ["dossier"], ["trace"], ["actions"], ["show"], ["people"],
]
LISTS = [["meetings"], ["people"], ["committees"], ["coverage"], ["actions"],
         ["coverage", "--papers"], ["coverage", "--format=jsonl"],
         ["people", "--format=jsonl"], ["meetings", "--format=csv"],
         ["committees", "--format=jsonl"]]


def told(place, *args):
    env = dict(place.env(), MINUTEBOOK_INDEX=place.index,
               SOURCE_DATE_EPOCH="1700000000")
    done = subprocess.run([SEARCH, *args], capture_output=True, text=True,
                          env=env, check=False)
    return done.returncode, done.stdout, done.stderr


def page(place, query):
    env = dict(place.env(), MINUTEBOOK_INDEX=place.index,
               GATEWAY_INTERFACE="CGI/1.1", REQUEST_METHOD="GET",
               QUERY_STRING=query)
    return subprocess.run([os.path.join(BUILD, "minutebook.cgi")],
                          capture_output=True, text=True, env=env,
                          check=False).stdout


def all_told(place):
    answers = {}
    for args in LISTS:
        answers[" ".join(args)] = told(place, *args)
    for question in QUESTIONS:
        for args in ASKING:
            name = " ".join([*args, question])
            answers[name] = told(place, *args, question)
        quoted = question.replace('"', "%22").replace(" ", "+")
        for more in ("", "&format=atom", "&exempt=1", "&by=officer"):
            answers[f"page {question}{more}"] = page(place,
                                                     f"q={quoted}{more}")
    return answers


def put(place, mark):
    text = SECRET.replace(MARK, mark)
    place.write("quaggapath.txt", text)
    place.write("quaggapath.html",
                "<html><head><title>Quaggahead</title><meta name='author' "
                "content='Quaggaauthor'></head><body>" +
                "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
                + "</body></html>")
    place.write(("Exempt" if mark else "Other") + "/quaggafolder.md",
                SECRET.replace(MARK, ""))


def same(before, after, what):
    changed = [name for name in before if before[name] != after[name]]
    tap.ok(not changed, f"{what}: all {len(before)} answers are the same "
           f"{changed[:5]}")


def traces():
    with Place() as place:
        place.fill(3)
        place.write("pack.txt", AGENDA + "\n" + report(2, "herons"))
        place.run()
        before = all_told(place)
        tap.ok(before["search pond"][0] == 0, "there is something to find")

        put(place, MARK)
        run = place.run()
        tap.ok("exempt)" in run.stdout, "exempt papers are added", run)
        same(before, all_told(place), "added")
        tap.ok(b"quagga" not in place.open_bytes().lower(),
               "added: no word of them in the files")

        put(place, "")
        place.run()
        tap.ok(told(place, "search", "quaggabody")[0] == 0,
               "papers that lose their marking are found")
        for name in ("Other/quaggafolder.md", "Exempt/quaggafolder.md"):
            path = os.path.join(place.papers, name)
            if os.path.exists(path):
                os.remove(path)
        put(place, MARK)
        place.run()
        same(before, all_told(place), "exempt again")
        tap.ok(b"quagga" not in place.open_bytes().lower(),
               "exempt again: no word of them in the files")


traces()
tap.done()
