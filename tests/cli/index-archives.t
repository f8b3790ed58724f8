#!/usr/bin/env python3
"""Zip archives of papers: each member is a paper, and stays one while its
archive changes."""

import io
import json
import os
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import (  # noqa: E402
    SEARCH, Place, Tap, count, exempt_report, minutes)

tap = Tap()


def packed(members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in members.items():
            archive.writestr(name, text)
    return data.getvalue()


def change(place, name, members):
    """Write the archive again, later than before."""
    path = place.write(name, packed(members))
    later = time.time() + 10
    os.utime(path, (later, later))


def paths(place, *words):
    """The papers that an answer comes from, below the papers folder."""
    run = subprocess.run(
        [SEARCH, "search", "--index", place.index, "--all", "--format=jsonl",
         *words], capture_output=True, text=True, env=place.env(), check=False)
    return {os.path.relpath(paper["path"], place.papers)
            for line in run.stdout.splitlines()
            for paper in json.loads(line)["papers"]}


def members_are_papers():
    with Place() as place:
        papers = {"2019/may.txt": minutes(1), "june.txt": minutes(2),
                  "secret.txt": exempt_report("zebrawood")}
        place.write("packs.zip", packed(papers))
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "read") == 3,
               "each member is read", run)
        tap.ok(paths(place, "pond OR shelters") ==
               {"packs.zip/2019/may.txt", "packs.zip/june.txt"},
               "members go by the archive's name and their own")
        tap.ok(not any("zebrawood" in term for term in place.terms("open")) and
               any("zebrawood" in term for term in place.terms("exempt")),
               "an exempt member is exempt, the others are not")
        again = place.run()
        tap.ok(count(again, "read") == 0 and count(again, "unchanged") == 3,
               "an archive that did not change is not read again", again)
        papers["june.txt"] = minutes(2).replace("shelters", "bollards")
        change(place, "packs.zip", papers)
        run = place.run()
        tap.ok(count(run, "read") == 1 and count(run, "unchanged") == 2,
               "of a changed archive the changed members are read", run)
        del papers["2019/may.txt"]
        change(place, "packs.zip", papers)
        run = place.run("--prune")
        tap.ok(not paths(place, "pond") and
               place.is_as_fresh(), "a member that is gone is dropped", run)
        place.write("packs.zip", packed(papers)[:-30])
        run = place.run("--prune")
        tap.ok(run.returncode != 0 and "packs.zip: damaged zip" in run.stderr
               and paths(place, "bollards") == {"packs.zip/june.txt"},
               "a damaged archive is told of, and its papers stay", run)


def bad_members_cost_themselves():
    with Place() as place:
        papers = {"may.txt": minutes(1), "inner.zip": packed({"a": "b"}),
                  "empty.txt": "", "cut.pdf": b"%PDF-1.4\n"}
        place.write("packs.zip", packed(papers))
        place.write("exempt papers.zip", packed({"a.txt": minutes(3)}))
        place.write("none.zip", packed({}))
        run = place.run()
        tap.ok(run.returncode == 1 and count(run, "read") == 2 and
               count(run, "failed") == 2 and
               "packs.zip/empty.txt: " in run.stderr and
               "packs.zip/cut.pdf: " in run.stderr,
               "bad members are told of by name", run)
        tap.ok("packs.zip/inner.zip: a zip archive: one "
               "within another is not looked into" in run.stdout,
               "a zip within a zip is not searchable", run)
        tap.ok("none.zip: no papers" in run.stderr,
               "nor is an empty one silent", run)
        tap.ok(paths(place, "resolved") == {"packs.zip/may.txt"},
               "the name of an archive makes its papers exempt")


members_are_papers()
bad_members_cost_themselves()
tap.done()
