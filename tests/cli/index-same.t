#!/usr/bin/env python3
"""What is in an index depends on the papers alone: not on how many processes
read them, who was faster, in how many runs they came, in which order, or how
they were written: anew or in place."""

import json
import os
import random
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import (  # noqa: E402
    SEARCH, Place, Tap, count, exempt_report, minutes)

tap = Tap()
EVERYTHING = "kind:minute OR kind:agenda OR kind:report OR kind:appendix OR " \
    "kind:action OR kind:decision OR kind:question"
QUESTIONS = ["hallam", "resolved report", "title:pond OR dog", "\"the clerk\"",
             "gazebo", "tarpaulin", "number:3"]


def search(place, index, question, *options):
    out = subprocess.run(
        [SEARCH, "search", "--index", index, "--format=jsonl", "--all",
         *options, question], capture_output=True, text=True,
        env=place.env(), check=False).stdout
    return [json.loads(line) for line in out.splitlines()]


def everything(place, index=None):
    """All that can be seen of an index: items, whole and in order; the terms
    of both databases; what some questions find, best first."""
    index = index or place.index
    seen = {"items": search(place, index, EVERYTHING, "--exempt",
                            "--sort=oldest"),
            "terms": [sorted(place.terms(side, index=index))
                      for side in ("open", "exempt")]}
    for question in QUESTIONS:
        seen[question] = [hit["id"] for hit in
                          search(place, index, question, "--exempt")]
    return seen


def fill(place):
    """Papers that have items in common, that clash, and that are exempt."""
    place.fill(14)
    # The same minutes in three packs, the text of one longer.
    place.write("a-copy.txt", minutes(3))
    place.write("z-copy.txt", minutes(3, "He was thanked for the tarpaulin."))
    place.write("m-copy.txt", minutes(5))
    # Items that ask for the same id with other words.
    for name in ("b-clash.txt", "y-clash.txt", "0/n-clash.txt"):
        place.write(name, minutes(7).replace("The Clerk reported on",
                                             f"{name} complained of"))
    place.write("gazebo.txt", exempt_report("gazebo"))
    place.write("copies/gazebo.txt", exempt_report("gazebo"))


def differences(got, want):
    """A few words on where two indexes differ."""
    told = []
    for key, value in want.items():
        if got[key] == value:
            continue
        pairs = zip(map(json.dumps, got[key]), map(json.dumps, value))
        told += [f"{key}: {len(got[key])}, not {len(value)}"]
        told += [f"{key}: {a[:300]}\n  not {b[:300]}"
                 for a, b in pairs if a != b][:1]
    return "\n".join(told)


def same(place, index, want, name, run=None):
    got = everything(place, index)
    result = subprocess.CompletedProcess(
        [], run.returncode if run else 0,
        differences(got, want) + "\n", run.stderr if run else "")
    tap.ok(result.returncode == 0 and got == want, name, result)


def paths(place):
    return sorted(os.path.join(folder, name)
                  for folder, _, names in os.walk(place.papers)
                  for name in names)


def number_of_jobs(place, want):
    for jobs in ("--jobs=2", "-j5", "-j", "--jobs"):
        index = os.path.join(place.top, "jobs" + jobs.replace("=", ""))
        args = (jobs, "3") if jobs in ("-j", "--jobs") else (jobs,)
        run = place.run(*args, place.papers, index=index)
        same(place, index, want, f"{' '.join(args)} makes the same index", run)


def order_of_papers(place, want):
    chance = random.Random(2)
    for number in range(2):
        index = os.path.join(place.top, f"order{number}")
        shuffled = paths(place)
        chance.shuffle(shuffled)
        run = place.run("--jobs=3", *shuffled, index=index)
        same(place, index, want,
             "papers named in another order make the same index", run)


def one_by_one(place, want):
    """The first runs make the index anew, the later ones add in place."""
    chance = random.Random(1894)
    index = os.path.join(place.top, "slowly")
    shuffled = paths(place)
    chance.shuffle(shuffled)
    generations = set()
    for path in shuffled:
        run = place.run(path, index=index)
        generations.add(place.current(index))
    same(place, index, want, "papers that come one by one make the same index",
         run)
    tap.ok(1 < len(generations) < len(shuffled),
           "which was written anew and in place")


def come_and_gone(place, want):
    """Papers that come and go, and change and change back."""
    index = os.path.join(place.top, "restless")
    place.run(index=index)
    # Of another council: an id that was lengthened for a guest stays so.
    secret = exempt_report("pergola").replace("UNDERHILL", "OVERHILL")
    for number, text in enumerate((minutes(3), minutes(7, "Tarpaulins."),
                                   secret, "no items")):
        path = place.write("guest.txt", text)
        place.run(index=index)
        os.remove(path)
        place.run("--prune", index=index)
        same(place, index, want,
             f"a paper that came and went leaves no trace, {number}")
    for name in ("a-copy.txt", "z-copy.txt", "b-clash.txt", "gazebo.txt"):
        path = os.path.join(place.papers, name)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        place.write(name, minutes(20))
        place.run(index=index)
        place.write(name, text)
        place.run(index=index)
        same(place, index, want,
             f"nor does {name}, which changed and changed back")


def real_papers(place):
    """Many papers of real councils, when they are there."""
    folder = os.path.join(os.environ.get("top_srcdir", "."), "..", "shared",
                          "papers")
    if not os.path.isdir(folder):
        tap.skip("real papers make the same index", "there are none")
        return
    for jobs in (1, 3):
        place.run(f"--jobs={jobs}", folder,
                  index=os.path.join(place.top, f"real{jobs}"))
    one, three = (everything(place, os.path.join(place.top, f"real{jobs}"))
                  for jobs in (1, 3))
    tap.ok(len(one["items"]) > 2000 and one == three,
           "real papers make the same index")


def main():
    with Place() as place:
        fill(place)
        run = place.run("--jobs=1")
        want = everything(place)
        ids = [item["id"] for item in want["items"]]
        tap.ok(run.returncode == 0 and count(run, "read") == 22 and
               len(ids) == len(set(ids)) and
               any(len(item["papers"]) > 1 for item in want["items"]) and
               any(item["exempt"] for item in want["items"]),
               "an index with shared, clashing and exempt items", run)
        number_of_jobs(place, want)
        order_of_papers(place, want)
        one_by_one(place, want)
        come_and_gone(place, want)
        real_papers(place)


main()
tap.done()
