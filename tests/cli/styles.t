#!/usr/bin/env python3
"""The same invented people, printed in every style of attendance list and of
credit that councils use: who they are must not hang on the style."""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Tap  # noqa: E402

OFFICERS = [
    ("Mr", "Martin", "Holloway", "Chief Executive"),
    ("Ms", "Rashida", "Patel", "Head of Housing Services"),
    ("Mrs", "Dilys", "O'Neill", "Principal Planning Officer"),
    ("Ms", "Ngozi", "Okafor-Lunt", "Asst. Director of Roads & Parks"),
]
MEMBERS = ["J Arkwright", "K Hill", "P Bellamy"]

FORMS = {
    "full": lambda o: f"{o[1]} {o[2]}",
    "initial": lambda o: f"{o[1][0]} {o[2]}",
    "stop": lambda o: f"{o[1][0]}. {o[2]}",
    "titled": lambda o: f"{o[0]} {o[1][0]} {o[2]}",
    "titled stop": lambda o: f"{o[0]}. {o[1][0]}. {o[2]}",
    "titled full": lambda o: f"{o[0]} {o[1]} {o[2]}",
    "surname": lambda o: f"{o[0]} {o[2]}",
    "capitals": lambda o: f"{o[1]} {o[2]}".upper(),
}


def rows(pattern):
    return lambda f: "\n" + "\n".join(
        pattern.format(n=f(o), p=o[3], i=i + 1)
        for i, o in enumerate(OFFICERS))


def run(pattern, mark=", "):
    return lambda f: " " + mark.join(
        pattern.format(n=f(o), p=o[3]) for o in OFFICERS)


LISTS = {
    "brackets": run("{n} ({p})"),
    "square brackets": run("{n} [{p}]"),
    "commas": run("{n}, {p}"),
    "semicolons": run("{n}, {p}", "; "),
    "dashes": run("{n} - {p}"),
    "strokes": run("{n} ({p})", " / "),
    "post before bracket": run("{p} ({n})"),
    "the post before bracket": run("the {p} ({n})"),
    "lines": rows("{n}, {p}"),
    "lines with brackets": rows("{n} ({p})"),
    "lines with dashes": rows("{n} \u2013 {p}"),
    "lines with colons": rows("{n}: {p}"),
    "post first": rows("{p} - {n}"),
    "post and colon": rows("{p}: {n}"),
    "post on the next line": rows("{n}\n{p}"),
    "bullets": rows("\u2022 {n}, {p}"),
    "numbers": rows("{i}. {n}, {p}"),
    "columns": rows("{n:30}{p}"),
    "cells": rows("| {n} | {p} |"),
    "with a directorate": rows("{n} ({p} - Place)"),
}
LABELS = [
    "Officers:", "Officers present:", "In attendance:", "Also in attendance:",
    "Also present:", "OFFICERS PRESENT", "Officials:", "Staff:",
    "Officers in Attendance", "Present by invitation:", "Staff present -",
]
PRESENT = {
    "one line": "Present: Councillors J Arkwright (Chair), P Bellamy and "
                "K Hill",
    "lines": "Members present:\nCllr June Arkwright (Chair)\n"
             "Cllr Peter Bellamy\nCllr Kester Hill",
}
MINUTES = """Saltmere Borough Council

Minutes of the Housing Committee held on Thursday 5 March 2020 at 6.00 pm

{present}

{label}{people}

1. Apologies

There were none.

2. Harbour dues

The Chief Executive, the Head of Housing Services, the Principal Planning
Officer and the Asst. Director of Roads & Parks answered Councillors Arkwright,
Bellamy and Hill.
"""
REPORT = """Saltmere Borough Council

Housing Committee

Thursday 5 March 2020

REPORT

Harbour dues

{}

1. Purpose of report

1.1 To tell of the dues.
"""
CREDITS = [
    "Report Author: {}", "Report author:\n{}", "Author of report: {}",
    "Contact Officer: {}, Tel: 01632 960123", "Report Writer: {}",
    "Contact: {}, Harbour Manager, 01632 960123", "Lead Officer: {}",
    "Report of {}, Harbour Manager", "Report by: {}, Harbour Manager",
    "Responsible Officer: {}", "Prepared by: {}", "Presented by: {}",
    "From: {}, Harbour Manager", "Enquiries to: {}, 01632 960123",
    "Please ask for: {}", "Case Officer: {}", "Accountable Officer: {}",
    "For further information contact {} on 01632 960123",
    "Name: {}\nTitle: Harbour Manager", "{}\nHead of Harbours",
    "Portfolio Holder: Cllr S Crook\nStrategic Director: {}",
    "Submitted by {}, Harbour Manager", "Senior Responsible Officer: {}",
    "Officer presenting the report: {} Job title: Head of Harbours",
]
AUTHOR = "Olwen Tranter"


def papers():
    for label in LABELS:
        yield (f"label {label}", PRESENT["one line"], label,
               LISTS["brackets"], FORMS["full"])
    for shape, people in LISTS.items():
        for form, name in FORMS.items():
            for present in PRESENT:
                yield (f"{shape}, {form}, members in {present}",
                       PRESENT[present], "In attendance:", people, name)


def index(texts):
    """The items of each text."""
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for n, text in enumerate(texts):
            paths.append(os.path.join(folder, f"{n:04}.txt"))
            with open(paths[-1], "w", encoding="utf-8") as paper:
                paper.write(text)
        out = subprocess.run(
            ["minutebook-index", "--dry-run", "--format=jsonl", *paths],
            capture_output=True, check=True).stdout.decode()
    items = {path: [] for path in paths}
    for line in out.splitlines():
        item = json.loads(line)
        items[item["paper"]].append(item)
    return list(items.values())


def surname(name):
    return (name or "nobody").split()[-1].casefold()


def check_lists(tap):
    cases = list(papers())
    texts = [MINUTES.format(present=present, label=label, people=people(name))
             for _, present, label, people, name in cases]
    want = sorted(o[2].casefold() for o in OFFICERS)
    for case, items in zip(cases, index(texts)):
        item = next((i for i in items if i["number"] == "2"), {})
        got = sorted(surname(o["name"]) for o in item.get("officers", []))
        members = sorted(item.get("members", []))
        right = got == want and members == MEMBERS
        tap.ok(right, case[0] if right else f"{case[0]}: {got} {members}")


def check_credits(tap):
    texts = [REPORT.format(credit.format(AUTHOR)) for credit in CREDITS]
    for credit, items in zip(CREDITS, index(texts)):
        got = [o["name"] for i in items for o in i["officers"]]
        tap.ok(got == [AUTHOR], credit.replace("\n", " / ") +
               ("" if got == [AUTHOR] else f": {got}"))


tap = Tap()
check_lists(tap)
check_credits(tap)
tap.done()
