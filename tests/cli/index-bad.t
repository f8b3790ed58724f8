#!/usr/bin/env python3
"""Bad input to minutebook-index: each bad paper gets one clear line that names
it, and the rest is indexed."""

import gzip
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import (  # noqa: E402
    Place, Tap, count, items, minutes, nobody_can_run)

tap = Tap()

PDF = (b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
       b"2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
       b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
       b"xref\n0 4\n0000000000 65535 f \n0000000009 00000 n \n"
       b"0000000056 00000 n \n0000000111 00000 n \n"
       b"trailer\n<</Root 1 0 R/Size 4>>\nstartxref\n180\n%%EOF\n")

# name, content, and a part of the reason
FAILING = [
    ("empty.txt", b"", "empty"),
    ("binary.txt", bytes(range(256)) * 300, "binary"),
    ("cut.pdf", PDF[:200], ""),
    ("cut.txt.gz", gzip.compress(minutes(1).encode() * 40)[:300], "gzip"),
    ("damaged.txt.gz", b"\x1f\x8b\x08\x00" + b"\xff" * 300, "gzip"),
    ("cut.docx", b"PK\x03\x04" + b"\0" * 26 + b"word/document.xml", ""),
]

# name, content: read, whatever is in them
READ = [
    ("invalid-utf8.txt", minutes(11).encode().replace(b"pond", b"p\xf6nd")),
    ("nul.txt", minutes(12).encode().replace(b"Clerk", b"Cl\0erk", 1)),
    ("long-line.txt", minutes(13).encode() + b"word " * 2_000_000),
    ("long-word.txt", minutes(14).encode() + b"w" * 10_000_000),
    ("crlf.txt", minutes(15).replace("\n", "\r\n").encode()),
    ("one-line.txt", b"x"),
    ("packed.txt.gz", gzip.compress(minutes(16).encode())),
]


def lines_about(text, name):
    return [line for line in text.splitlines() if name in line]


def each_alone():
    for name, content, reason in FAILING:
        with Place() as place:
            place.fill(2)
            path = place.write(name, content)
            run = place.run()
            lines = lines_about(run.stderr, name)
            tap.ok(run.returncode == 1 and len(lines) == 1 and
                   lines[0].startswith(f"minutebook-index: {path}: ") and
                   reason in lines[0] and
                   run.stderr.count("\n") == 1,
                   f"{name}: one line that names it", run)
            tap.ok(count(run, "read") == 2 and count(run, "failed") == 1,
                   f"{name}: the rest is indexed", run)
            again = place.run()
            tap.ok(again.returncode == 1 and count(again, "read") == 0 and
                   count(again, "unchanged") == 2 and
                   len(lines_about(again.stderr, name)) == 1,
                   f"{name}: told again, not read again", again)
            if name != FAILING[0][0]:
                continue
            run = place.run(path)
            tap.ok(run.returncode == 2, f"{name} alone: nothing done", run)


def all_readable():
    with Place() as place:
        for name, content in READ:
            place.write(name, content)
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "read") == len(READ),
               "odd papers are read: invalid UTF-8, a NUL, 10 MB in a line",
               run)
        for name, said in (("invalid-utf8.txt", "Windows-1252"),
                           ("nul.txt", "NUL"), ("long-line.txt", "1 MB"),
                           ("long-word.txt", "1 MB")):
            told = lines_about(run.stderr, name)
            tap.ok(len(told) == 1 and said in told[0],
                   f"{name}: one line says what was odd", run)


def odd_files():
    with Place() as place:
        place.fill(2)
        first = place.run()
        os.symlink(".", os.path.join(place.papers, "loop"))
        os.symlink("..", os.path.join(place.papers, "0", "up"))
        run = place.run()
        tap.ok(run.returncode == 0 and items(run) == items(first) and
               len(lines_about(run.stderr, "/loop: ")) == 1 and
               len(lines_about(run.stderr, "/0/up: ")) == 1,
               "folder loops are told of and cost nothing", run)

        os.symlink("nowhere", os.path.join(place.papers, "broken.txt"))
        os.mkfifo(os.path.join(place.papers, "pipe.txt"))
        with socket.socket(socket.AF_UNIX) as sock:
            sock.bind(os.path.join(place.papers, "socket.txt"))
        run = place.run()
        tap.ok(run.returncode == 1 and all(
            len(lines_about(run.stderr, name)) == 1
            for name in ("broken.txt", "pipe.txt", "socket.txt")),
            "a broken link, a pipe, a socket: one line each", run)

        os.symlink("../elsewhere", os.path.join(place.papers, "link"))
        os.mkdir(os.path.join(place.top, "elsewhere"))
        with open(os.path.join(place.top, "elsewhere", "far.txt"), "w",
                  encoding="utf-8") as file:
            file.write(minutes(40))
        run = place.run()
        tap.ok(count(run, "read") == 1, "a link to a folder is followed", run)

        for name in (".hidden.txt", "edited.txt~", "#edited.txt#",
                     "~$word.docx", "old.bak", ".git/config"):
            place.write(name, minutes(50))
        run = place.run()
        tap.ok(count(run, "read") == 0 and "hidden" not in run.stderr,
               "hidden files and editors' leavings are passed over", run)


def odd_names():
    with Place() as place:
        place.fill(1)
        place.write("new\nline\x1b[31m.txt", b"")
        bad = os.path.join(place.papers.encode(), b"caf\xe9.txt")
        with open(bad, "wb") as file:
            file.write(minutes(2).encode())
        run = place.run()
        tap.ok(run.returncode == 1 and run.stderr.count("\n") == 2 and
               "\x1b" not in run.stderr,
               "control characters in a name are not printed", run)
        tap.ok(len(lines_about(run.stderr, "not UTF-8")) == 1,
               "a name that is not UTF-8 is told of", run)
        path = place.write("a & b <c> \"d\" 'e' #1?.txt", minutes(3))
        run = place.run(path)
        tap.ok(run.returncode == 0 and count(run, "read") == 1,
               "any other name is as good as another", run)


def unreadable():
    if not nobody_can_run():
        tap.skip("an unreadable file gets one line", "root's build")
        return
    with Place() as place:
        place.fill(2)
        path = place.write("closed.txt", minutes(5))
        os.chmod(path, 0)
        run = place.run_as_nobody()
        tap.ok(run.returncode == 1 and
               len(lines_about(run.stderr, "closed.txt")) == 1,
               "an unreadable file gets one line", run)
        os.chmod(path, 0o644)
        run = place.run_as_nobody()
        tap.ok(run.returncode == 0 and count(run, "read") == 1,
               "and is read once it can be, although unchanged", run)


def of_another():
    """An index that another user made: the exempt half is closed."""
    if os.geteuid() != 0 or not nobody_can_run():
        tap.skip("an index of another user is told of", "needs root")
        return
    with Place() as place:
        place.fill(2)
        place.run()
        os.chmod(place.top, 0o755)
        run = place.run(user=65534, group=65534, extra_groups=[])
        tap.ok(run.returncode == 2 and run.stderr.count("\n") == 1 and
               "exempt: can't be read: Permission denied" in run.stderr,
               "an index of another user is told of", run)


def failing_later():
    with Place() as place:
        place.fill(12)
        first = place.run()
        place.write("0/minutes-003.txt", b"")
        run = place.run()
        tap.ok(run.returncode == 1 and items(run) == items(first),
               "a paper that fails now keeps the items that it had", run)
        run = place.run()
        tap.ok(run.returncode == 1 and count(run, "failed") == 1 and
               items(run) == items(first), "and goes on doing so", run)
        place.write("0/minutes-003.txt", minutes(3))
        run = place.run()
        tap.ok(run.returncode == 0 and place.is_as_fresh(),
               "until it can be read again", run)


def not_searchable():
    with Place() as place:
        place.fill(2)
        place.write("scan.pdf", PDF)
        place.write("logo.png", b"\x89PNG\r\n\x1a\n" + b"\0" * 50)
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "not searchable") == 2 and
               len(lines_about(run.stdout, "scan.pdf")) == 1 and
               "PNG" in run.stdout,
               "scans and images are listed, not failed", run)
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "not searchable") == 2 and
               count(run, "unchanged") == 2, "by later runs too", run)
        place.write("empty-form.txt", b"----------\n")
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "not searchable") == 3 and
               "empty-form.txt: no items" in run.stdout,
               "so is a paper without words", run)
        run = place.run()
        tap.ok(count(run, "not searchable") == 3 and count(run, "read") == 0,
               "by later runs too", run)
        tap.ok(not any("scan.pdf" in term for term in place.terms()),
               "nobody knows whether they are open")


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            return [int(child) for child in file.read().split()]
    except OSError:
        return []


def crashing():
    """A reader that dies costs its paper; another takes its place."""
    with Place() as place:
        place.fill(2)
        # Long to read, but soon written: prose in one item.
        place.write("big.txt", minutes(5) + "The Clerk, T Birch, reported on "
                    "the pond and on the war memorial.\n" * 30_000)
        with subprocess.Popen(place.command("--jobs=1", place.papers),
                              env=place.env(), text=True,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            # The largest is the first to be read.
            killed, run = kill_reader(process, signal.SIGABRT)
        tap.ok(killed and run.returncode == 1 and count(run, "failed") == 1 and
               "crashed" in run.stderr and run.stderr.count("\n") == 1,
               "a crashed reader is one line", run)
        tap.ok(count(run, "read") == 2, "and costs one paper", run)
        again = place.run()
        tap.ok(again.returncode == 1 and count(again, "unchanged") == 2 and
               "crashed" in again.stderr,
               "which is not tried again as long as it is the same", again)
        again = place.run("--again")
        tap.ok(again.returncode == 0 and count(again, "read") == 3,
               "but by --again", again)


def kill_reader(process, signal_number):
    """The reader of a run with one, while it reads something large."""
    killed = []
    while not killed and process.poll() is None:
        killed = [reader for writer in children(process.pid)
                  for reader in children(writer) if cpu_ticks(reader) >= 5]
        time.sleep(0.01)
    for child in killed:
        os.kill(child, signal_number)
    out, err = process.communicate()
    return killed, subprocess.CompletedProcess([], process.returncode, out, err)


def killed_when_read_again():
    """A paper shares its item with one that goes; while it is read again for
    that, its reader is killed: the next run reads it."""
    with Place() as place:
        place.fill(12)
        long = ("The Clerk, T Birch, reported on the pond and on the war "
                "memorial.\n" * 30_000)
        place.write("big.txt", minutes(50) + long)
        place.write("copy.txt", minutes(50))
        place.run()
        os.remove(os.path.join(place.papers, "copy.txt"))
        with subprocess.Popen(place.command("--jobs=1", place.papers),
                              env=place.env(), text=True,
                              stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE) as process:
            killed, run = kill_reader(process, signal.SIGKILL)
        tap.ok(killed and run.returncode == 0,
               "a reader is killed that reads a paper again", run)
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "read") == 1,
               "the next run reads that paper", run)
        tap.ok(place.is_as_fresh(), "and the index is as a fresh one", run)
        run = place.run()
        tap.ok(count(run, "read") == 0, "and once only", run)


def cpu_ticks(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            fields = file.read().rsplit(")", 1)[1].split()
        return int(fields[11]) + int(fields[12])
    except OSError:
        return 0


def no_standard_files():
    """Some schedulers start programs without them."""
    with Place() as place:
        place.fill(2)
        command = " ".join(f"'{word}'" for word in
                           place.command(place.papers))
        for closed in ("<&-", "<&- >&-", "<&- >&- 2>&-"):
            try:
                run = subprocess.run(["sh", "-c", f"exec {command} {closed}"],
                                     env=place.env(), timeout=60, check=False,
                                     capture_output=True, text=True)
            except subprocess.TimeoutExpired:
                run = None
            tap.ok(run and run.returncode == 0, f"started with {closed}", run)
            shutil.rmtree(place.index, ignore_errors=True)


each_alone()
crashing()
killed_when_read_again()
no_standard_files()
all_readable()
odd_files()
odd_names()
unreadable()
of_another()
failing_later()
not_searchable()
tap.done()
