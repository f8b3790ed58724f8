#!/usr/bin/env python3
"""Papers that are pictures of text: counted without --ocr, read with it, by the
real program in its sandbox."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import BUILD, SEARCH, Place, Tap, count  # noqa: E402

tap = Tap()
MAKE_SCAN = os.path.join(BUILD, "tests", "make-scan")


def scan(place, name, *pages):
    subprocess.run([MAKE_SCAN, os.path.join(place.papers, name), *pages],
                   check=True)


def hits(place, words):
    out = subprocess.run([SEARCH, "search", "--index", place.index,
                          "--format=jsonl", words],
                         capture_output=True, text=True, check=False,
                         env=place.env()).stdout
    return [json.loads(line) for line in out.splitlines()]


def without(place):
    place.fill(2)
    scan(place, "scan.pdf", "outlines")
    scan(place, "mixed.pdf", "text", "blank", "picture")
    run = place.run()
    tap.ok(run.returncode == 0 and count(run, "read") == 3 and
           count(run, "not searchable") == 1 and
           "scan.pdf: no page has text (a scan)" in run.stdout,
           "a paper without text is listed", run)
    tap.ok("pages without text in the papers read: 1" in run.stdout,
           "a picture in another is counted, a blank page is not", run)


def with_ocr(place):
    run = place.run("--ocr")
    if "without tesseract" in run.stderr or "no data" in run.stderr:
        tap.ok(run.returncode == 2, "--ocr says that it can't be had", run)
        return
    tap.ok(run.returncode == 0 and count(run, "read") == 2 and
           count(run, "unchanged") == 2 and
           count(run, "not searchable") == 0,
           "--ocr reads the papers that have such pages, and no others", run)
    found_by = hits(place, "pavilion tenders")
    found = [paper for hit in found_by for paper in hit["papers"]]
    tap.ok(any(paper["path"].endswith("/scan.pdf") and
               50 <= paper["ocr"] <= 100 for paper in found),
           "what is read is found, with its confidence")
    run = place.run("--ocr")
    tap.ok(count(run, "read") == 0 and count(run, "unchanged") == 4,
           "they are not read again", run)
    run = place.run()
    tap.ok(count(run, "read") == 0 and hits(place, "pavilion tenders"),
           "and stay read without --ocr", run)
    scan(place, "new.pdf", "picture", "picture")
    run = place.run("--again")
    tap.ok(count(run, "read") == 4 and hits(place, "pavilion tenders") == found_by
           and count(run, "not searchable") == 1 and "new.pdf" in run.stdout,
           "also when they must be read again, but new ones are not read", run)


def gone(place):
    """Tesseract is taken away, and comes back."""
    os.environ["TESSDATA_PREFIX"] = place.top
    scan(place, "mixed.pdf", "picture", "text", "blank")
    scan(place, "scan.pdf", "outlines", "blank")
    run = place.run()
    tap.ok("scans can't be read" in run.stderr and
           "pages without text in the papers read: 1" in run.stdout,
           "without tesseract scans that have changed are not read", run)
    del os.environ["TESSDATA_PREFIX"]
    run = place.run()
    tap.ok(count(run, "read") == 2 and hits(place, "pavilion tenders"),
           "and are when it is there again", run)
    run = place.run()
    tap.ok(count(run, "read") == 0, "once", run)


with Place() as one:
    without(one)
    with_ocr(one)
    gone(one)
tap.done()
