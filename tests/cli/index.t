#!/usr/bin/env python3
"""minutebook-index on folders that change: what is read, kept and dropped."""

import os
import resource
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import (  # noqa: E402
    Place, Tap, count, generation_stamp, half_exempt, items, minutes,
    nobody_can_run)

tap = Tap()


def first_and_second_run():
    with Place() as place:
        place.fill(12)
        first = place.run()
        tap.ok(first.returncode == 0, "the first run ends well", first)
        tap.ok(count(first, "read") == 12, "and reads all papers", first)
        tap.ok((items(first) or 0) >= 12, "which hold items", first)
        tap.ok("of text" in first.stdout and "on disk" in first.stdout,
               "it tells the size of the text and of the index", first)
        stamp = generation_stamp(place)
        second = place.run()
        tap.ok(second.returncode == 0 and count(second, "read") == 0 and
               count(second, "unchanged") == 12,
               "the second run finds all unchanged", second)
        tap.ok(items(second) == items(first), "the items are the same", second)
        tap.ok(generation_stamp(place) == stamp,
               "and no file of the index was touched")
        again = place.run("--again")
        tap.ok(count(again, "read") == 12 and items(again) == items(first),
               "--again reads all once more", again)


def changes():
    with Place() as place:
        place.fill(30)
        place.run()
        path = place.write("0/minutes-003.txt", minutes(3) +
                           "\n7. XYLOPHONE LESSONS\n\nThey were agreed.\n")
        run = place.run("-v")
        tap.ok(run.returncode == 0 and count(run, "read") == 1 and
               count(run, "unchanged") == 29, "a changed paper is read", run)
        tap.ok(any("xylophon" in term for term in place.terms()),
               "its new words are found")
        tap.ok(f"{path}: " in run.stdout, "-v tells of it", run)
        tap.ok(place.is_as_fresh(), "the index is as a fresh one")

        os.utime(path, (1, 1))
        stamp = generation_stamp(place)
        run = place.run()
        tap.ok(count(run, "read") == 0 and count(run, "unchanged") == 30,
               "a touched paper is unchanged", run)
        tap.ok(generation_stamp(place) != stamp, "its time is remembered")
        stamp = generation_stamp(place)
        place.run()
        tap.ok(generation_stamp(place) == stamp, "so that it is known again")

        place.write("0/minutes-003.txt", minutes(3))
        run = place.run()
        tap.ok(not any("xylophon" in term for term in place.terms()),
               "words that are taken out of a paper are gone", run)

        os.remove(os.path.join(place.papers, "1/minutes-012.txt"))
        run = place.run()
        tap.ok(run.returncode == 0 and count(run, "gone") == 1,
               "a paper that is gone is dropped", run)
        tap.ok(not any("minutes-012" in term for term in place.terms()),
               "with its path")
        tap.ok(place.is_as_fresh(), "the index is as a fresh one")

        os.rename(os.path.join(place.papers, "0"),
                  os.path.join(place.papers, "9"))
        run = place.run("--prune")
        tap.ok(count(run, "read") == 10 and count(run, "gone") == 10,
               "a renamed folder is read under its new name", run)
        tap.ok(place.is_as_fresh(), "the index is as a fresh one")


def shared_items():
    """The same minutes in two packs are one item: when one pack goes, the
    item stays with the text of the other."""
    with Place() as place:
        place.fill(12)
        place.write("copy.txt", minutes(3))
        first = place.run()
        os.remove(os.path.join(place.papers, "copy.txt"))
        run = place.run()
        tap.ok(items(run) == items(first),
               "items held by two papers outlive one of them", run)
        tap.ok(place.is_as_fresh(), "and are as in a fresh index")
        place.write("copy.txt", minutes(3))
        place.run()
        place.write("copy.txt", minutes(4))
        run = place.run()
        tap.ok(place.is_as_fresh(), "likewise when one of them changes", run)


def gone_from_files():
    """What is deleted leaves no byte in the open database's files, whether it
    came in place or with the whole index."""
    for words, n_others in (("zebracorns", 1), ("quaggalopes", 60)):
        with Place() as place:
            place.fill(n_others)
            place.run()
            generation = place.current()
            path = place.write(f"{words}.txt", minutes(77, words))
            place.run()
            how = "in place" if place.current() == generation else "anew"
            tap.ok(how == ("anew" if n_others == 1 else "in place") and
                   all(word in place.open_bytes() for word in
                       (words.encode(), f"{words}.txt".encode())),
                   f"a paper that came {how} is in the files")
            place.write(f"{words}.txt", minutes(77, "Nothing odd."))
            run = place.run()
            left = place.open_bytes().replace(f"{words}.txt".encode(), b"")
            tap.ok(words.encode() not in left,
                   f"{how}: a word taken out of it is gone from them", run)
            os.remove(path)
            run = place.run("--prune")
            tap.ok(words.encode() not in place.open_bytes(),
                   f"{how}: and its name, when it is", run)
            tap.ok(place.is_as_fresh(), f"{how}: the index is as a fresh one")


def half_added():
    """A paper with open and exempt items, added in place."""
    with Place() as place:
        place.fill(60)
        place.run()
        generation = place.current()
        modes = {name: os.stat(os.path.join(generation, "exempt", name)).st_mode
                 for name in os.listdir(os.path.join(generation, "exempt"))}
        path = place.write("new.txt", half_exempt(3, "Quokka"))
        run = place.run()
        tap.ok(run.returncode == 0 and "(1 of them exempt)" in run.stdout and
               place.current() == generation and place.is_as_fresh(),
               "a paper for both databases is added in place", run)
        names = os.listdir(os.path.join(generation, "exempt"))
        tap.ok(len(names) > len(modes) and
               not any(os.stat(os.path.join(generation, "exempt", name)).st_mode
                       & 0o077 for name in names),
               "and the new files of the exempt one are closed to others")
        tap.ok(all(os.stat(os.path.join(generation, "open", name)).st_mode
                   & 0o444 == 0o444 for name in
                   os.listdir(os.path.join(generation, "open"))),
               "those of the open one are not")
        stamp = generation_stamp(place)
        run = place.run()
        tap.ok(count(run, "unchanged") == 61 and
               generation_stamp(place) == stamp, "then it is known", run)
        os.remove(path)
        place.run()
        tap.ok(place.is_as_fresh() and b"Quokka" not in place.open_bytes(),
               "and gone from both when it is")


def gone():
    with Place() as place:
        place.fill(20)
        first = place.run()
        one = os.path.join(place.papers, "0")
        for i in range(4):
            os.remove(os.path.join(one, f"minutes-{i:03}.txt"))
        run = place.run()
        tap.ok(run.returncode == 1 and "--prune" in run.stderr and
               "minutes-000.txt" in run.stderr,
               "too many gone: it asks for --prune", run)
        tap.ok(items(run) == items(first), "and nothing is lost", run)
        run = place.run(os.path.join(place.papers, "1"))
        tap.ok(run.returncode == 0 and items(run) == items(first),
               "papers outside the named folders don't matter", run)
        run = place.run("--prune")
        tap.ok(run.returncode == 0 and count(run, "gone") == 4,
               "--prune drops them", run)
        tap.ok(place.is_as_fresh(), "the index is as a fresh one")

        before = generation_stamp(place)
        missing = os.path.join(place.top, "missing")
        run = place.run(missing)
        tap.ok(run.returncode == 2 and missing in run.stderr,
               "a missing folder is an error", run)
        os.rename(one, os.path.join(place.top, "elsewhere"))
        os.mkdir(one)
        run = place.run(one)
        tap.ok(run.returncode == 2 and f"{one}: " in run.stderr,
               "an empty folder is an error", run)
        tap.ok(generation_stamp(place) == before,
               "and neither touches the index")
        run = place.run(one, os.path.join(place.papers, "1"))
        tap.ok(run.returncode == 1 and count(run, "unchanged") == 10 and
               items(run) == int(items(first) * 16 / 20),
               "the other folders named are still read", run)
        if not nobody_can_run():
            tap.skip("an unreadable folder hides its papers", "root's build")
            return
        place.write("2/more.txt", minutes(50))
        place.run_as_nobody()
        os.chmod(os.path.join(place.papers, "1"), 0)
        run = place.run_as_nobody()
        tap.ok(run.returncode == 1 and count(run, "gone") == 0,
               "an unreadable folder hides its papers: none is gone", run)


def index_among_papers():
    """An index that lies in the folder of papers is no paper."""
    with Place() as place:
        place.fill(2)
        index = os.path.join(place.papers, "idx")
        for args in ([], [], ["--again"], ["--dry-run"], ["--dump=lines"]):
            run = place.run(*args, index=index)
            tap.ok(run.returncode == 0 and not run.stderr,
                   f"an index among the papers is passed over {args}", run)


def nothing_to_print_to():
    with Place() as place:
        place.fill(1)
        with open("/dev/full", "w", encoding="ascii") as full:
            run = subprocess.run(place.command(place.papers), stdout=full,
                                 stderr=subprocess.PIPE, text=True,
                                 env=place.env(), check=False)
        run.stdout = ""
        tap.ok("can't be written" in run.stderr,
               "a summary that can't be written is told of", run)


def few_files():
    """A shell that allows few open files, and lets more be asked for."""
    with Place() as place:
        place.fill(12)
        hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        run = place.run(preexec_fn=lambda: resource.setrlimit(
            resource.RLIMIT_NOFILE, (16, hard)))
        tap.ok(run.returncode == 0 and count(run, "read") == 12,
               "a low limit of open files is lifted", run)


def two_writers():
    with Place() as place:
        place.fill(300)
        with subprocess.Popen(place.command(place.papers), env=place.env(),
                              stdout=subprocess.DEVNULL) as one:
            lock = os.path.join(place.index, "lock")
            while not os.path.exists(lock) and one.poll() is None:
                time.sleep(0.002)
            two = place.run()
            one.wait()
        tap.ok(one.returncode == 0 and two.returncode == 2 and
               "another run" in two.stderr, "there is one writer at a time",
               two)


def interrupted():
    with Place() as place:
        place.fill(30)
        first = place.run()
        for i in range(30, 600):
            place.write(f"new/minutes-{i:03}.txt", minutes(i, "Dodos."))
        with subprocess.Popen(place.command("-v", place.papers),
                              env=place.env(), text=True,
                              stdout=subprocess.PIPE) as run:
            for line in run.stdout:
                if "/new/" in line:
                    break
            run.send_signal(signal.SIGINT)
            rest = run.stdout.read()
            run.wait()
        tap.ok(run.returncode == 130, "Ctrl-C ends with 130")
        tap.ok("interrupted" in rest, "the summary says so")
        tap.ok(any("dodo" in term for term in place.terms()),
               "what was read is published")
        run = place.run()
        tap.ok(run.returncode == 0 and
               0 < count(run, "read") < 570 and items(run) > items(first),
               "the next run reads the rest", run)
        tap.ok(place.is_as_fresh(), "the index is as a fresh one")


def usage():
    with Place() as place:
        place.fill(1)
        run = subprocess.run(place.command(), capture_output=True, text=True,
                             check=False)
        tap.ok(run.returncode == 2 and run.stderr.count("\n") == 1,
               "no papers named is one line and 2", run)
        for args in (["--nonsense"], ["--format=xml", "--dry-run"],
                     ["--format=jsonl"], ["--dump=everything"],
                     ["--jobs=-1"], ["--dump=lines", "--dry-run"], ["--index="],
                     [""]):
            run = place.run(*args)
            tap.ok(run.returncode == 2 and not run.stdout,
                   f"{args} is refused", run)
        tap.ok(not os.path.exists(place.index), "none of them makes an index")
        run = place.run("--dry-run", "--format=jsonl")
        tap.ok(run.returncode == 0 and run.stdout.startswith('{"format":') and
               not os.path.exists(place.index),
               "the dry run prints items and writes nothing", run)
        env = dict(place.env(), MINUTEBOOK_INDEX=place.index)
        run = subprocess.run(place.command(place.papers)[:1] + [place.papers],
                             env=env, capture_output=True, text=True,
                             check=False)
        tap.ok(run.returncode == 0 and os.path.exists(place.current()),
               "$MINUTEBOOK_INDEX names the index", run)
        del env["MINUTEBOOK_INDEX"]
        env["XDG_DATA_HOME"] = os.path.join(place.top, "data")
        run = subprocess.run(place.command(place.papers)[:1] + [place.papers],
                             env=env, capture_output=True, text=True,
                             check=False)
        tap.ok(os.path.exists(os.path.join(place.top,
                                           "data/minutebook/current")),
               "else it is in the XDG data folder", run)


first_and_second_run()
changes()
shared_items()
gone_from_files()
half_added()
gone()
index_among_papers()
nothing_to_print_to()
few_files()
two_writers()
interrupted()
usage()
tap.done()
