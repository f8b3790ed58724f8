#!/usr/bin/env python3
"""What is withheld within a pack leaves nothing in the open database, whatever
the shape of the pack, and what stands around it does."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from packs import OPEN, PRIVATE, WITHHELD  # noqa: E402
from papers import INDEXER, Place, Tap  # noqa: E402

tap = Tap()


def has(terms, word):
    return any(word in term for term in terms)


def withheld():
    for name, make, words in WITHHELD:
        with Place() as place:
            place.write("pack.txt", make("Quokka"))
            run = place.run()
            terms = place.terms()
            tap.ok(b"quokka" not in place.open_bytes().lower() and
                   not has(terms, "quokka"),
                   f"{name}: no word of it is open", run)
            tap.ok(has(place.terms("exempt"), "quokka"),
                   f"{name}: it is exempt", run)
            missing = [word for word in words if not has(terms, word)]
            tap.ok(not missing, f"{name}: the rest is open {missing}", run)


def told_of():
    for name, text in OPEN:
        with Place() as place:
            place.write("pack.txt", text)
            run = place.run()
            tap.ok("exempt)" not in run.stdout,
                   f"{name}: nothing of it is exempt", run)


def private():
    for name, text, numbers in PRIVATE:
        with Place() as place:
            path = place.write("paper.txt", text)
            run = subprocess.run([INDEXER, "--dry-run", "--format=jsonl", path],
                                 env=place.env(), capture_output=True,
                                 text=True, check=True)
            items = [json.loads(line) for line in run.stdout.splitlines()]
            found = [item["number"] for item in items if item["private"]]
            tap.ok(found == numbers, f"{name}: private are {numbers}", run)


withheld()
told_of()
private()
tap.done()
