#!/usr/bin/env python3
"""A run of minutebook-index that is killed, or can't write, at each of its
steps: the last published state answers, and the next run puts it right."""

import os
import random
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "cli"))
from papers import (BUILD, Place, Tap, half_exempt, items,  # noqa: E402
                    minutes)

FAULTY = os.path.abspath(os.path.join(BUILD, "tests/fault/faulty.so"))

# Each run has some hundreds of steps; this many of them are tried.
N_STEPS = int(os.environ.get("MB_FAULT_STEPS", "6"))
N_KILLS = int(os.environ.get("MB_FAULT_KILLS", "5"))

tap = Tap()


def change(place, number):
    """Change a few papers, so that a run has something to do; at most one is
    gone: the index is written anew."""
    place.write("0/minutes-001.txt", minutes(1, f"Change {number}."))
    place.write(f"new-{number}.txt", minutes(100 + number))
    if number:
        os.remove(os.path.join(place.papers, f"new-{number - 1}.txt"))


def add(place, number):
    """One more paper, for both databases, which is added in place."""
    place.write(f"new-{number}.txt", half_exempt(100 + number, "Quokka"))


def run_with(place, fault, who="run", count=None):
    env = dict(place.env(), LD_PRELOAD=FAULTY)
    if who == "writer":
        env["MB_FAULT_WHO"] = who
    if fault:
        env["MB_FAULT"] = fault
    if count:
        env["MB_FAULT_COUNT"] = count
    return subprocess.run(place.command("--jobs=1", place.papers), env=env,
                          capture_output=True, text=True, timeout=120,
                          check=False)


def n_steps(place, who):
    path = os.path.join(place.top, "count")
    run_with(place, None, who, path)
    with open(path, encoding="utf-8") as file:
        return int(file.read())


def is_whole(now, old, new):
    """Each database is the old one or the new one, and where they differ, it is
    the exempt one that is new."""
    def side(terms, name):
        return [term for term in terms if term.startswith(name)]

    return now in (old, new) or (
        side(now, "open") == side(old, "open") and
        side(now, "exempt") == side(new, "exempt"))


def check_step(place, name, fault, who, make):
    old = place.counted_terms()
    make()
    run = run_with(place, fault, who)
    new = place.fresh_terms()
    now = place.counted_terms()
    tap.ok(is_whole(now, old, new), f"{name}: a whole state answers", run)
    if not fault.startswith("kill") or who == "writer":
        tap.ok((run.returncode == 0 and now == new) or
               (run.returncode == 2 and
                run.stderr.startswith("minutebook-index: ") and
                run.stderr.count("\n") == 1),
               f"{name}: done, or 2 and one line", run)
    run = place.run()
    tap.ok(run.returncode == 0 and place.counted_terms() == new,
           f"{name}: the next run puts it right", run)


def at_each_step(how, make, who):
    what = f"{how} {'anew' if make is change else 'in place'}, {who}"
    with Place() as place:
        place.fill(12 if make is change else 60)
        place.run()
        make(place, 0)
        generation = place.current()
        total = n_steps(place, who)
        tap.ok(total > 20 and
               (place.current() == generation) == (make is add),
               f"{what}: {total} steps that change files")
        steps = sorted({1 + i * (total - 1) // (N_STEPS - 1)
                        for i in range(N_STEPS)})
        for number, at in enumerate(steps, 1):
            check_step(place, f"{what}, step {at}", f"{how}:{at}", who,
                       lambda number=number: make(place, number))
        # What could not be removed is when there is something to do again.
        make(place, len(steps) + 1)
        place.run()
        left = [name for name in os.listdir(place.index)
                if name.endswith(".new")]
        tap.ok(not left, f"{what}: nothing half made is left behind")


def first_run_fails():
    with Place() as place:
        place.fill(3)
        run = run_with(place, "fail:10")
        tap.ok(run.returncode == 2 and run.stderr.count("\n") == 1,
               "a full disk at the first run is one line and 2", run)
        run = place.run()
        tap.ok(run.returncode == 0 and (items(run) or 0) > 0,
               "the next run makes the index", run)


def share_goes_away():
    """A folder of which half the names could be read has lost no papers."""
    with Place() as place:
        for i in range(30):
            place.write(f"minutes-{i:03}.txt", minutes(i))
        place.run()
        old = sorted(place.terms())
        # "." and ".." are names too.
        run = run_with(place, "names:31")
        tap.ok(run.returncode == 1 and run.stderr.count("\n") == 1 and
               f"{place.papers}: " in run.stderr,
               "a folder that can't be read to its end is one line and 1", run)
        tap.ok(sorted(place.terms()) == old, "and loses no papers", run)


def run_when_free(place):
    """Processes die with the run that was killed, in a while, and only then is
    its lock free."""
    for _ in range(100):
        result = place.run()
        if "another run" not in result.stderr:
            break
        time.sleep(0.1)
    return result


def killed_at_random():
    chance = random.Random(1972)
    with Place() as place:
        place.fill(60)
        place.run()
        before = time.monotonic()
        place.run("--again")
        took = time.monotonic() - before
        for number in range(N_KILLS):
            old = place.counted_terms()
            change(place, number)
            with subprocess.Popen(place.command("--again", place.papers),
                                  env=place.env(),
                                  stdout=subprocess.DEVNULL) as run:
                time.sleep(chance.random() * took * 1.1)
                run.send_signal(signal.SIGKILL)
                run.wait()
            new = place.fresh_terms()
            tap.ok(place.counted_terms() in (old, new),
                   f"killed at random, {number}: a whole state answers")
            result = run_when_free(place)
            tap.ok(result.returncode == 0 and place.is_as_fresh(),
                   f"killed at random, {number}: the next run puts it right",
                   result)


killed_at_random()
if os.path.exists(FAULTY):
    for way in (change, add):
        for process in ("run", "writer"):
            for fault in ("kill", "once", "fail"):
                at_each_step(fault, way, process)
    first_run_fails()
    share_goes_away()
else:
    tap.skip("faults at each step", "no LD_PRELOAD under sanitizers")
tap.done()
