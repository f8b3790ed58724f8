#!/usr/bin/env python3
"""Exempt papers are in the exempt database and leave nothing in the open one,
whatever they were before."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import Place, Tap, count, exempt_report, minutes  # noqa: E402

tap = Tap()


def exempt():
    with Place() as place:
        place.fill(3)
        place.write("secret-quokkas.txt", exempt_report("quokka"))
        run = place.run()
        tap.ok("exempt)" in run.stdout, "an exempt paper is indexed", run)
        tap.ok(any("quokka" in term for term in place.terms("exempt")),
               "in the exempt database", run)
        tap.ok(not any("quokka" in term for term in place.terms("open")),
               "no term of it is in the open one")
        mode = os.stat(os.path.join(place.current(), "exempt")).st_mode
        tap.ok(mode & 0o777 == 0o700, "the exempt database is closed")
        tap.ok(b"quokka" not in place.open_bytes(), "nor is its path")

        place.write("wombat.txt", minutes(7, "Wombats were seen."))
        place.run()
        tap.ok(any("wombat" in term for term in place.terms("open")),
               "an open paper is in the open database")
        place.write("wombat.txt", exempt_report("wombat", 11))
        run = place.run()
        tap.ok(any("wombat" in term for term in place.terms("exempt")) and
               not any("wombat" in term for term in place.terms("open")),
               "a paper that becomes exempt moves", run)
        tap.ok(b"wombat" not in place.open_bytes().lower(),
               "and leaves no trace in the open database's files")
        place.write("wombat.txt", minutes(7, "Wombats were seen."))
        run = place.run()
        tap.ok(any("wombat" in term for term in place.terms("open")) and
               not any("wombat" in term for term in place.terms("exempt")),
               "and back again", run)

        conf = os.path.join(place.top, "mb.conf")
        with open(conf, "w", encoding="utf-8") as file:
            file.write("[exempt]\nexempt=*minutes-001*\n")
        run = place.run("--config=" + conf)
        tap.ok(count(run, "read") == 1 and
               not any("minutes-001" in term for term in place.terms("open")),
               "a paper that the configuration makes exempt moves, although "
               "unchanged", run)

        with open(conf, "w", encoding="utf-8") as file:
            file.write("[exempt]\nopen=*gnu*\n")
        place.write("gnu.txt", exempt_report("gnu"))
        run = place.run("--config=" + conf)
        tap.ok(count(run, "read") == 2 and
               any("minutes-001" in term for term in place.terms("open")) and
               not any("minutes-001" in term
                       for term in place.terms("exempt")),
               "and back when the configuration takes that back", run)
        tap.ok(any("gnu" in term for term in place.terms("open")),
               "what it makes open is open")
        with open(conf, "w", encoding="utf-8") as file:
            file.write("[exempt]\n")
        run = place.run("--config=" + conf)
        tap.ok(count(run, "read") == 1 and
               not any("gnu" in term for term in place.terms("open")),
               "until that is taken back", run)

        place.write("mauve.txt", exempt_report("flamingo").replace(
            "NOT FOR PUBLICATION\n\nBy virtue of paragraph 3 of Part 1 of "
            "Schedule 12A of the Local Government Act 1972", "MAUVE PAPER"))
        place.run("--config=" + conf)
        tap.ok(any("flamingo" in term for term in place.terms("open")),
               "mauve paper means nothing by itself")
        with open(conf, "a", encoding="utf-8") as file:
            file.write("words=mauve paper\n")
        run = place.run("--config=" + conf)
        tap.ok(not any("flamingo" in term for term in place.terms("open")) and
               any("flamingo" in term for term in place.terms("exempt")),
               "until the configuration says that it marks exempt papers", run)
        run = place.run("--config=" + conf)
        tap.ok(count(run, "read") == 0, "and then they are not read again", run)


def exempt_whatever_happens():
    """What the configuration makes exempt is out of the open database even when
    the paper can't be read any more, is gone, or is not named in the run."""
    cases = [("damaged", lambda path: open(path, "wb").close()),
             ("gone, and held back", os.remove),
             ("not named", None)]
    for what, spoil in cases:
        with Place() as place:
            place.fill(2)
            paths = [place.write(f"old/quokka-{i}.txt",
                                 minutes(20 + i, "Quokkas were seen."))
                     for i in range(2)]
            place.run()
            tap.ok(b"quokka" in place.open_bytes().lower(),
                   f"{what}: a paper is open")
            conf = os.path.join(place.top, "mb.conf")
            with open(conf, "w", encoding="utf-8") as file:
                file.write("[exempt]\nexempt=quokka-*\n")
            for path in paths if spoil else []:
                spoil(path)
            names = [] if spoil else [os.path.join(place.papers, "0")]
            run = place.run("--config=" + conf, *names)
            tap.ok(b"quokka" not in place.open_bytes().lower(),
                   f"{what}: nothing of it is left open", run)
            tap.ok(count(run, "made exempt") == 2, f"{what}: it is told", run)
            if not spoil:
                tap.ok(any("quokka" in term for term in place.terms("exempt")),
                       f"{what}: it is read again and exempt", run)
            run = place.run("--config=" + conf, *names)
            tap.ok(count(run, "made exempt") == 0 and
                   count(run, "read") == 0, f"{what}: and that is all", run)


def exempt_copy():
    """Two papers hold one item, in the words of that which tells more.  When
    that one becomes exempt and the other can't be read, nothing may stay."""
    with Place() as place:
        place.fill(2)
        text = minutes(20).replace(
            "RESOLVED", "More was said of it at some length. " * 20 +
            "RESOLVED", 1)
        other = place.write("other.txt", text)
        place.write("quokka.txt",
                    text.replace("RESOLVED", "Quokkas bite. RESOLVED", 1))
        place.run()
        tap.ok(any("quokkas" in term for term in place.terms()),
               "copy: one item of two papers")
        conf = os.path.join(place.top, "mb.conf")
        with open(conf, "w", encoding="utf-8") as file:
            file.write("[exempt]\nexempt=quokka.txt\n")
        open(other, "wb").close()
        run = place.run("--config=" + conf)
        tap.ok(not any("quokka" in term for term in place.terms()),
               "copy: nothing of the exempt one is left open", run)
        place.write("other.txt", text)
        run = place.run("--config=" + conf)
        tap.ok(run.returncode == 0 and count(run, "read") == 1 and
               any("other.txt" in term for term in place.terms()),
               "copy: the other one is back when it can be read", run)


exempt()
exempt_whatever_happens()
exempt_copy()
tap.done()
