#!/usr/bin/env python3
"""Searches go on while the index is replaced under them; a damaged index is
told of."""

import collections
import glob
import os
import subprocess
import sys
import threading

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import SEARCH, Place, Tap, minutes  # noqa: E402

N_RUNS = 8

tap = Tap()


def search(place):
    return subprocess.run(
        [SEARCH, "search", "--index", place.index, "--all", "--format=jsonl",
         '"village pond" OR pavilion'], capture_output=True, text=True,
        env=place.env(), check=False)


def readers_survive():
    with Place() as place:
        place.fill(20)
        place.run()
        n_hits = search(place).stdout.count("\n")
        tap.ok(n_hits > 1, "a search finds items")
        seen = collections.Counter()
        done = threading.Event()

        def ask():
            while not done.is_set():
                run = search(place)
                seen[run.returncode, run.stdout.count("\n"), run.stderr] += 1

        reader = threading.Thread(target=ask)
        reader.start()
        for i in range(N_RUNS):
            place.write("0/minutes-001.txt", minutes(1, f"Change {i}."))
            place.run()
        done.set()
        reader.join()
        tap.ok(set(seen) == {(0, n_hits, "")},
               f"{seen.total()} searches find the same while the index is "
               f"replaced {N_RUNS} times")
        if set(seen) != {(0, n_hits, "")}:
            print(f"# {seen}")


def damage_is_told():
    for what in ("iamglass", "postlist.glass", "docdata.glass"):
        with Place() as place:
            place.fill(5)
            place.run()
            for path in glob.glob(f"{place.index}/gen-*/open/{what}"):
                os.truncate(path, 10)
            place.write("new.txt", minutes(9))
            run = place.run()
            tap.ok(run.returncode == 2 and run.stderr.count("\n") == 1 and
                   run.stderr.startswith("minutebook-index: "),
                   f"damage to {what} is one line", run)
            asked = search(place)
            tap.ok(asked.returncode == 2 and
                   asked.stderr.count("\n") == 1 and
                   f"{place.index}: the index is damaged" in asked.stderr,
                   f"a search names the index whose {what} is damaged", asked)
    with Place() as place:
        place.fill(2)
        place.run()
        os.remove(os.path.join(place.index, "current"))
        os.symlink("gen-77", os.path.join(place.index, "current"))
        run = place.run()
        tap.ok(run.returncode == 2 and run.stderr.count("\n") == 1,
               "a state that is not there is one line", run)


readers_survive()
damage_is_told()
tap.done()
