#!/usr/bin/env python3
"""Ctrl-C at any moment of a run: it ends within a second, with 130, leaves no
process and a whole index, and the next run brings that up to date."""

import os
import shutil
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Place, Tap, count, minutes  # noqa: E402

tap = Tap()

# What a run promises, and what a machine may take on top that shares its
# processors among others.
PROMISED = 1.0


def patience():
    """In seconds."""
    return 1.5 * max(1, 2 * os.getloadavg()[0] / os.cpu_count())


def children(pid):
    """Writers and their readers."""
    try:
        with open(f"/proc/{pid}/task/{pid}/children", encoding="ascii") as file:
            own = [int(child) for child in file.read().split()]
    except OSError:
        return []
    return own + [grandchild for child in own for grandchild in children(child)]


def is_alive(pid):
    try:
        with open(f"/proc/{pid}/stat", encoding="ascii") as file:
            return file.read().rsplit(")", 1)[1].split()[0] not in "ZX"
    except OSError:
        return False


def start(place, *args):
    return subprocess.Popen(place.command(*args, place.papers),
                            env=place.env(), text=True,
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE)


def interrupt(process, family):
    """Ctrl-C goes to all processes of a run.  Returns how it ended, and after
    how long."""
    before = time.monotonic()
    for pid in [process.pid, *family]:
        try:
            os.kill(pid, signal.SIGINT)
        except ProcessLookupError:
            pass
    out, err = process.communicate()
    took = time.monotonic() - before
    return subprocess.CompletedProcess([], process.returncode, out, err), took


def wait_for(what, process):
    while process.poll() is None:
        found = what()
        if found:
            return found
        time.sleep(0.002)
    return []


def check(process, name, statuses=(130,)):
    family = children(process.pid)
    run, took = interrupt(process, family)
    tap.ok(run.returncode in statuses and
           (run.returncode == 130) == ("interrupted" in run.stdout + run.stderr),
           f"{name}: it ends with 130", run)
    tap.ok(took < PROMISED + patience(), f"{name}: within a second", run)
    deadline = time.monotonic() + patience()
    while any(is_alive(pid) for pid in family) and time.monotonic() < deadline:
        time.sleep(0.01)
    tap.ok(not any(is_alive(pid) for pid in family),
           f"{name}: no process is left", run)
    return run


def goes_on(place, name):
    run = place.run()
    tap.ok(run.returncode == 0 and place.is_as_fresh(),
           f"{name}: the next run puts it right", run)
    left = [entry for entry in os.listdir(place.index)
            if entry.endswith(".new")]
    tap.ok(not left, f"{name}: and leaves nothing half made", run)


def while_a_reader_hangs():
    """A reader that is stopped answers no more than one in an endless loop."""
    with Place() as place:
        place.fill(40)
        place.run()
        for i in range(40, 80):
            place.write(f"new/minutes-{i:03}.txt", minutes(i))
        # Long to read.
        big = place.write("big.txt", minutes(90) + "The Clerk, T Birch, told "
                          "the Committee of the pond.\n" * 60_000)
        process = start(place, "--jobs=1")
        readers = wait_for(lambda: children(process.pid)[1:], process)
        for reader in readers:
            os.kill(reader, signal.SIGSTOP)
        run = check(process, "while a reader hangs")
        tap.ok(count(run, "failed") == 0,
               "while a reader hangs: its paper is left, not failed", run)
        os.remove(big)
        goes_on(place, "while a reader hangs")


def at_any_moment():
    """A run that was done all the same says so."""
    with Place() as place:
        place.fill(300)
        before = time.monotonic()
        place.run()
        took = time.monotonic() - before
        for part in (0.15, 0.4, 0.65, 0.9):
            shutil.rmtree(place.index)
            process = start(place, "--jobs=2")
            time.sleep(took * part)
            check(process, f"after {part:.0%} of a run", [130, 0])
            goes_on(place, f"after {part:.0%} of a run")


def while_merging():
    """A merge that would take long is given up, and the old state stays."""
    with Place() as place:
        place.fill(60)
        place.run()
        old = sorted(place.terms())
        for i in range(60, 300):
            place.write(f"new/minutes-{i:03}.txt", minutes(i, "Dodos."))
        process = start(place, "--jobs=1")

        def merging():
            scratch = os.path.join(place.index, "gen-2.new/scratch/open")
            return os.path.exists(scratch) and children(process.pid)

        writers = wait_for(merging, process)
        for writer in writers:
            os.kill(writer, signal.SIGSTOP)
        run = check(process, "while merging")
        tap.ok(sorted(place.terms()) == old and run.stderr.count("\n") == 1 and
               "the index is as it was" in run.stderr,
               "while merging: the old state stays, and one line says so", run)
        goes_on(place, "while merging")


def twice():
    """The second Ctrl-C ends it at once."""
    with Place() as place:
        place.fill(60)
        place.run()
        for i in range(60, 300):
            place.write(f"new/minutes-{i:03}.txt", minutes(i))
        process = start(place, "--jobs=1")
        wait_for(lambda: children(process.pid), process)
        for _ in range(2):
            process.send_signal(signal.SIGINT)
            time.sleep(0.05)
        process.communicate()
        tap.ok(process.returncode == 130, "twice: it ends with 130")
        goes_on(place, "twice")


while_a_reader_hangs()
at_any_moment()
while_merging()
twice()
tap.done()
