#!/usr/bin/env python3
"""Damaged and hostile files, of every format, through the real program: the run
ends, in time, each file is reported by its name, and good papers beside them
are indexed.

FUZZ_ROUNDS=60 damages each sample paper sixty times, which makes over 2,000
files."""

import os
import re
import sys
import time

sys.path.insert(0, os.path.join(os.environ.get("top_srcdir", "."),
                                "tests", "cli"))
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Place, Tap, count  # noqa: E402
from hostile import damaged_papers, hostile_files  # noqa: E402

DEFAULT_ROUNDS = 3
tap = Tap()


def rounds():
    text = os.environ.get("FUZZ_ROUNDS", "")
    return int(text) if text.isdigit() else DEFAULT_ROUNDS


def use_sanitizers(place):
    """Where sanitizers put what they find, rather than on a reader's lost
    standard error."""
    logs = os.path.join(place.top, "sanitizer")
    os.environ["ASAN_OPTIONS"] = (
        f"log_path={logs}:detect_leaks=0:allocator_may_return_null=1:"
        "handle_abort=0")
    os.environ["UBSAN_OPTIONS"] = f"log_path={logs}:print_stacktrace=1"


def findings(place):
    """What sanitizers found."""
    texts = []
    for name in sorted(os.listdir(place.top)):
        if name.startswith("sanitizer."):
            with open(os.path.join(place.top, name), encoding="utf-8",
                      errors="replace") as file:
                texts.append(file.read())
    return texts


def check(name, files):
    with Place() as place:
        place.fill(3)
        for file_name, data in files:
            place.write(os.path.join("bad", file_name), data)
        n_files = len(os.listdir(os.path.join(place.papers, "bad")))
        use_sanitizers(place)
        began = time.monotonic()
        run = place.run("-v", timeout=max(600, 2 * n_files))
        seconds = time.monotonic() - began
        told = run.stdout + run.stderr
        silent = [file_name for file_name in
                  os.listdir(os.path.join(place.papers, "bad"))
                  if f"/{file_name}:" not in told and
                  f"/{file_name}/" not in told]
        crashed = re.findall(r"bad/(\S+): its reader (?:crashed|ended).*",
                             run.stderr)
        slow = re.findall(r"bad/(\S+): .*takes too long", run.stderr)
        print(f"# {n_files} files in {seconds:.0f} s: {count(run, 'read')} "
              f"read, {count(run, 'failed')} failed, "
              f"{count(run, 'not searchable')} not searchable")
        for what, names in (("reader lost", crashed), ("too slow", slow),
                            ("not told of", silent)):
            if names:
                print(f"# {what}: {' '.join(names)}")
        tap.ok(not slow, f"{name}: none takes its reader too long")
        tap.ok(run.returncode in (0, 1), f"{name}: the run ends well", run)
        tap.ok(not silent, f"{name}: each is reported by its name")
        tap.ok(count(run, "read") >= 3, f"{name}: the good ones are read", run)
        found = findings(place)
        tap.ok(not found, f"{name}: sanitizers find nothing")
        for text in found[:5]:
            print("\n".join(f"# {line}" for line in text.splitlines()[:30]))
        again = place.run("-v", timeout=600)
        tap.ok(again.returncode == run.returncode and
               count(again, "failed") == count(run, "failed"),
               f"{name}: the next run says the same", again)
        return run


papers = os.path.join(os.environ.get("top_srcdir", "."), "corpus", "papers")
check("damaged papers", damaged_papers(papers, rounds()))
result = check("hostile files", hostile_files().items())
tap.ok("root:" not in result.stdout + result.stderr,
       "nothing from outside a paper is printed")
tap.done()
