#!/usr/bin/env python3
"""officer: on the development papers, when they are there: ten officers drawn by
tests/draw-officers, and every item that names them or the post that they then
held, as the papers were read (tests/officers.jsonl: the paper, and words of the
item that prove it; two of the ten are in lists alone)."""

import json
import os
import re
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Tap  # noqa: E402

SOURCE = os.environ.get("top_srcdir", os.path.join(
    os.path.dirname(os.path.abspath(__file__)), "..", ".."))
PAPERS = os.path.join(SOURCE, "..", "shared", "papers")
LEAST = 0.98

tap = Tap()


def officers():
    with open(os.path.join(SOURCE, "tests", "officers.jsonl"),
              encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def found(index, name):
    """The items that a search for the officer finds."""
    run = subprocess.run(
        ["minutebook", "search", "--index=" + index, "--all",
         "--format=jsonl", f'officer:"{name}"'],
        capture_output=True, text=True, check=False)
    return [json.loads(line) for line in run.stdout.splitlines()]


def proves(item, proof):
    text = " ".join(((item["title"] or "") + " " + item["text"]).split())
    return proof["quote"] in text and any(
        paper["path"].endswith("/" + proof["paper"])
        for paper in item["papers"])


def ask(index):
    n_wanted = n_had = n_items = n_right = 0
    for officer in officers():
        items = found(index, officer["officer"])
        had = [p for p in officer["items"]
               if any(proves(item, p) for item in items)]
        right = [i for i in items
                 if any(proves(i, p) for p in officer["items"])]
        for proof in officer["items"]:
            if proof not in had:
                print("# not found:", officer["officer"], proof)
        for item in items:
            if item not in right:
                print("# of another:", officer["officer"], item["id"])
        n_wanted += len(officer["items"])
        n_had += len(had)
        n_items += len(items)
        n_right += len(right)
    tap.ok(n_had >= LEAST * n_wanted, f"{n_had} of {n_wanted} are found")
    tap.ok(n_right >= LEAST * n_items, f"{n_right} of {n_items} are right")


def main():
    if not os.path.isdir(PAPERS):
        print("1..0 # SKIP no development papers beside the checkout")
        return 0
    folders = {officer["council"] for officer in officers()}
    with tempfile.TemporaryDirectory() as scratch:
        index = os.path.join(scratch, "index")
        run = subprocess.run(
            ["minutebook-index", "--index=" + index] +
            [os.path.join(PAPERS, folder) for folder in sorted(folders)],
            capture_output=True, text=True, check=False)
        if not re.search(r"index: \d+ items", run.stdout):
            print(run.stdout, run.stderr, file=sys.stderr)
        ask(index)
    tap.done()
    return 0


sys.exit(main())
