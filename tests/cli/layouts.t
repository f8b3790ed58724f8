#!/usr/bin/env python3
"""The items of a paper are the same in whatever layout it is printed: numbers
in other shapes, bold lost, capitals, lines wrapped, tables, no numbers at all
(layouts.py)."""

import json
import os
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import layouts  # noqa: E402
from papers import Tap  # noqa: E402

tap = Tap()


def fold(title):
    return (title or "").rstrip(":").casefold()


def found(folder, names):
    """The items of each paper, in one run."""
    done = subprocess.run(["minutebook-index", "--dry-run", "--format=jsonl",
                           *names], cwd=folder, stdout=subprocess.PIPE,
                          check=False)
    items = {name: [] for name in names}
    for line in done.stdout.decode().splitlines():
        item = json.loads(line)
        items[item["paper"]].append(item)
    return items


def what(items):
    return [[i["kind"], i["number"], fold(i["title"]), i["date"],
             i["committee"]] for i in items]


def cases():
    for kind, papers in (("minute", layouts.minutes()),
                         ("agenda", layouts.agendas())):
        for name, suffix, text, numbers in papers:
            yield name, suffix, text, [
                [kind, number, fold(title), "2025-03-04",
                 "Amenities Committee"]
                for number, title in zip(numbers, layouts.TITLES)]
    for name, suffix, text in layouts.reports():
        yield name, suffix, text, [["report", None, fold(layouts.NAME),
                                    "2025-03-04", "Cabinet"]]


def without_number(rows):
    return [[None if row[0] == "report" else row[1], *row[:1], *row[2:]]
            for row in rows]


def main():
    all_cases = list(cases())
    with tempfile.TemporaryDirectory() as folder:
        names = []
        for i, (_, suffix, text, _) in enumerate(all_cases):
            names.append("{}-{}.{}".format(
                "report" if all_cases[i][3][0][0] == "report" else "paper", i,
                suffix))
            with open(os.path.join(folder, names[-1]), "w",
                      encoding="utf-8") as file:
                file.write(text)
        items = found(folder, names)
    for path, (name, _, _, wanted) in zip(names, all_cases):
        got = without_number(what(items[path]))
        wanted = without_number(wanted)
        tap.ok(got == wanted, name)
        for row in got + wanted:
            if not (row in got and row in wanted):
                print("# {} {}".format("found" if row in got else "lost", row))
    tap.done()


main()
