#!/usr/bin/env python3
"""Papers of types without a reader: told of by type, and read by way of the
converter that the configuration names, whatever that converter does."""

import gzip
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import (  # noqa: E402
    SEARCH, Place, Tap, count, exempt_report, minutes)

tap = Tap()

# What begins like a Word 97 document; the text comes after it.
HEAD = (b"\xd0\xcf\x11\xe0" + b"\0" * 508 + "WordDocument".encode("utf-16-le"))


def word(text):
    return HEAD + text.encode()


def configure(place, *commands):
    os.makedirs(place.index, exist_ok=True)
    with open(os.path.join(place.index, "minutebook.conf"), "w",
              encoding="utf-8") as file:
        file.write("[convert]\n" + "".join(f"{line}\n" for line in commands))


# So many processes a converter leaves behind.
N_LEFT = 2000

CUT = f"doc=tail -c +{len(HEAD) + 1} %i"


def search(place, *args):
    return subprocess.run([SEARCH, "search", "--index", place.index, *args],
                          capture_output=True, text=True, check=False,
                          env=place.env()).stdout


def without_and_with():
    with Place() as place:
        place.fill(2)
        place.write("old.doc", word(minutes(7, "zebra")))
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "not searchable") == 1 and
               "old.doc: a Word 97 document: no reader" in run.stdout,
               "without a converter a paper is listed by its type", run)
        configure(place, CUT)
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "read") == 3 and
               count(run, "not searchable") == 0,
               "naming one reads it", run)
        tap.ok("old.doc" in search(place, "zebra"),
               "it is found as the paper that it is")
        run = place.run()
        tap.ok(count(run, "read") == 0 and count(run, "unchanged") == 3,
               "and is not read again", run)
        configure(place, CUT.replace("doc=tail", "doc=tail "))
        run = place.run()
        tap.ok(count(run, "read") == 3, "until its converter changes", run)
        dry = subprocess.run(
            place.command("--dry-run", os.path.join(place.papers, "old.doc")),
            capture_output=True, text=True, check=False, env=place.env())
        tap.ok("zebra" in dry.stdout, "--dry-run converts too", dry)


def packed():
    with Place() as place:
        configure(place, CUT)
        place.write("a.doc.gz", gzip.compress(word(minutes(1, "apple"))))
        path = place.write("b.zip", b"")
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr("in/b.doc", word(minutes(2, "banana")))
        run = place.run()
        tap.ok(count(run, "read") == 2 and "a.doc.gz" in
               search(place, "apple") and "b.zip/in/b.doc" in
               search(place, "banana"), "packed ones are converted", run)


def exempt():
    with Place() as place:
        configure(place, CUT)
        place.write("secret.doc", word(exempt_report("okapi")))
        run = place.run()
        tap.ok(count(run, "read") == 1 and "okapi" not in
               "".join(place.terms("open")) and
               "okapi" in "".join(place.terms("exempt")),
               "what turns out to be exempt is so", run)


def failing():
    for command, reason in (
            ("false %i", 'the converter "false" failed with status 1'),
            ("true %i", 'the converter "true" gave out nothing'),
            ("no-such-converter %i",
             'the converter "no-such-converter" can\'t be started'),
            ("head -c 9999 /dev/urandom %i", "binary file"),
            ("cat %i", "a Word 97 document: no reader")):
        with Place() as place:
            configure(place, f"doc={command}")
            place.fill(2)
            place.write("old.doc", word(minutes(7)))
            run = place.run()
            told = [line for line in (run.stdout + run.stderr).splitlines()
                    if "old.doc: " in line]
            tap.ok(count(run, "read") == 2 and len(told) == 1 and
                   reason in told[0],
                   f"\"{command}\" costs its paper only, and is named", run)


def interrupted():
    with Place() as place:
        configure(place, "doc=sh -c 'sleep 1234; true' %i")
        place.fill(2)
        place.write("old.doc", word(minutes(7)))
        with subprocess.Popen(place.command("-v", place.papers),
                              env=place.env(), stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as run:
            deadline = time.monotonic() + 20
            while not sleeping() and time.monotonic() < deadline:
                time.sleep(0.05)
            tap.ok(sleeping(), "a converter is at work")
            began = time.monotonic()
            run.send_signal(signal.SIGINT)
            status = run.wait(timeout=30)
            seconds = time.monotonic() - began
        deadline = time.monotonic() + 20
        while sleeping() and time.monotonic() < deadline:
            time.sleep(0.05)
        tap.ok(status == 130 and seconds < 20 and not sleeping(),
               f"Ctrl-C ends it too ({seconds:.1f} s)")


def leaving():
    """Processes that a converter leaves behind are looked for together, not
    all of them again for each that ends."""
    with Place() as place:
        script = os.path.join(place.top, "leave")
        with open(script, "w", encoding="utf-8") as file:
            file.write(f"for i in $(seq {N_LEFT}); do sleep 1234 & done\n"
                       f'tail -c +{len(HEAD) + 1} "$1"\n')
        configure(place, f"doc=sh {script} %i")
        place.write("old.doc", word(minutes(7, "zebra")))
        began = time.monotonic()
        run = place.run()
        seconds = time.monotonic() - began
        tap.ok("old.doc" in search(place, "zebra") and not sleeping() and
               seconds < 9,
               f"what a converter leaves behind is ended ({seconds:.1f} s)",
               run)


def sleeping():
    """Whether anything runs that a converter of these tests began."""
    for name in os.listdir("/proc"):
        try:
            with open(f"/proc/{name}/cmdline", "rb") as file:
                if file.read().startswith(b"sleep\x001234\0"):
                    return True
        except OSError:
            pass
    return False


def real():
    if not shutil.which("soffice"):
        tap.skip("LibreOffice converts a rich text document", "not installed")
        return
    with Place() as place:
        configure(place, "rtf=soffice --headless --convert-to docx "
                         "--outdir %o %i")
        text = minutes(3, "giraffe").replace("\n", "\\par\n")
        place.write("real.rtf", "{\\rtf1\\ansi " + text + "}")
        run = place.run()
        tap.ok(count(run, "read") == 1 and "real.rtf" in
               search(place, "giraffe"),
               "LibreOffice converts a rich text document", run)


without_and_with()
packed()
exempt()
failing()
interrupted()
leaving()
real()
tap.done()
