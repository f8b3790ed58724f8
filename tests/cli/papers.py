"""Papers of an invented parish for the tests of minutebook-index, and a way to
run it and to look into what it wrote.  Imported by tests/cli/index*.t and
tests/fault/*.t."""

import os
import re
import shutil
import subprocess
import sys
import tempfile

BUILD = os.environ.get("top_builddir", ".")
INDEXER = os.path.join(BUILD, "minutebook-index")
SEARCH = os.path.join(BUILD, "minutebook")

TOPICS = [
    "allotment rents", "the village pond", "bus shelters", "hedge cutting",
    "the war memorial", "street lamps", "the pavilion roof", "dog bins",
    "footpath seven", "the library van", "grass verges", "speed humps",
]
NOBODY = 65534
MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]


def minutes(number, marker=""):
    """Minutes of one meeting of Underhill Parish Council; each @number gives
    another meeting."""
    day, month, year = 1 + number % 27, MONTHS[number % 12], 2015 + number % 9
    lines = ["UNDERHILL PARISH COUNCIL", "",
             "Minutes of the Finance Committee", "",
             f"held on {day} {month} {year} at 7.00 pm", "",
             "Present: Councillor R Oakes (Chair), Councillor J Hallam", "",
             "In attendance: T Birch, Clerk to the Council", "",
             "1. APOLOGIES", "", "There were no apologies for absence.", ""]
    for i in range(5):
        topic = TOPICS[(number + i) % len(TOPICS)]
        lines += [f"{i + 2}. {topic.upper()}", "",
                  f"The Clerk reported on {topic} for the {number}th time. "
                  f"Councillor Hallam asked for figures. {marker}", "",
                  f"RESOLVED: That the report on {topic} be noted.", ""]
    return "\n".join(lines) + "\n"


def exempt_report(word, day=4):
    """A report that is not for publication, with a word found nowhere else."""
    return ("UNDERHILL PARISH COUNCIL\n\nFinance Committee\n\n"
            f"{day} May 2021\n\nNOT FOR PUBLICATION\n\n"
            "By virtue of paragraph 3 of Part 1 of Schedule 12A of the Local "
            "Government Act 1972\n\n"
            f"1. PURCHASE OF LAND AT {word.upper()}\n\n"
            f"The price asked by {word} is considered in this report. "
            f"Mr {word.capitalize()} will not go lower.\n\n"
            "RESOLVED: That the offer be made.\n")


def half_exempt(number, word):
    """An agenda with its reports, of which one is withheld, with a word found
    nowhere else."""
    day = 1 + number % 27
    head = f"Finance Committee - {day}th June, 2022\n\n"
    return ("Meeting of the Finance Committee\n"
            f"Monday {day}th June, 2022 at 6.00pm\nIn the Council Chamber\n\n"
            "Agenda\n\n1. Apologies for absence\n\n"
            f"2. Village pond {number}\n\n3. Purchase of land {number}\n\n"
            "Chief Executive\n\nDated: 27th May, 2022\n\n"
            f"Agenda Item No. 2\n\n{head}Report of the Clerk\n\n"
            f"Village pond {number}\n\nPurpose\n\n1. To keep the pond clean."
            "\n\nRecommendations\n\n2. That it be dredged.\n\n"
            f"Agenda Item No. 3\n\n{head}NOT FOR PUBLICATION by virtue of "
            "paragraph 3 of Schedule 12A\n\nReport of the Clerk\n\n"
            f"Purchase of land {number}\n\nPurpose\n\n1. To tell of the "
            f"price asked by {word}.\n\nRecommendations\n\n2. That the offer "
            "be made.\n")


class Place:
    """A folder to work in: papers/ and idx/, gone after the test."""

    def __init__(self):
        self.top = tempfile.mkdtemp(prefix="mb-index-")
        self.papers = os.path.join(self.top, "papers")
        self.index = os.path.join(self.top, "idx")
        os.mkdir(self.papers)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        for folder, _, _ in os.walk(self.top):
            os.chmod(folder, 0o700)
        shutil.rmtree(self.top)

    def write(self, name, text):
        path = os.path.join(self.papers, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        data = text.encode() if isinstance(text, str) else text
        with open(path, "wb") as file:
            file.write(data)
        return path

    def fill(self, n_papers, marker=""):
        for i in range(n_papers):
            self.write(f"{i // 10}/minutes-{i:03}.txt", minutes(i, marker))

    def env(self):
        env = dict(os.environ, LC_ALL="C.UTF-8", XDG_CONFIG_HOME=self.top)
        env.pop("MINUTEBOOK_INDEX", None)
        return env

    def command(self, *args, index=None):
        return [INDEXER, "--index", index or self.index, *args]

    def run_as_nobody(self, *args):
        """Run as a user whom file modes bind; root reads everything."""
        if os.geteuid() != 0:
            return self.run(*args)
        for folder, _, names in os.walk(self.top):
            for path in [folder, *(os.path.join(folder, name)
                                   for name in names)]:
                os.chown(path, NOBODY, NOBODY, follow_symlinks=False)
        return self.run(*args, user=NOBODY, group=NOBODY, extra_groups=[])

    def run(self, *args, index=None, timeout=300, **options):
        """Run minutebook-index; over the papers folder when none is named."""
        if all(arg.startswith("-") for arg in args):
            args = (*args, self.papers)
        return subprocess.run(self.command(*args, index=index),
                              capture_output=True, text=True, env=self.env(),
                              timeout=timeout, check=False, **options)

    def current(self, index=None):
        return os.path.realpath(os.path.join(index or self.index, "current"))

    def terms(self, side="open", index=None):
        """Every term of a database, as xapian-delve shows them."""
        out = subprocess.run(
            ["xapian-delve", "-a", "-1",
             os.path.join(self.current(index), side)],
            capture_output=True, text=True, check=True).stdout
        return out.splitlines()[1:]

    def open_bytes(self):
        """All bytes of the open database's files."""
        data = b""
        folder = os.path.join(self.current(), "open")
        for name in os.listdir(folder):
            with open(os.path.join(folder, name), "rb") as file:
                data += file.read()
        return data

    def counted_terms(self, index=None):
        """Every term of both databases, with the number of documents that have
        it.  How words with one stem are spread over documents depends on when
        they came."""
        lines = []
        for side in ("open", "exempt"):
            out = subprocess.run(
                ["xapian-delve", "-a", "-v", "-1",
                 os.path.join(self.current(index), side)],
                capture_output=True, text=True, check=True).stdout
            lines += sorted(f"{side} {line}" for line in out.splitlines()[1:]
                            if not line.startswith("Tforms "))
        return lines

    def fresh_terms(self):
        """counted_terms() of a new index of the same papers."""
        fresh = os.path.join(self.top, "fresh")
        shutil.rmtree(fresh, ignore_errors=True)
        self.run(index=fresh)
        return self.counted_terms(index=fresh)

    def is_as_fresh(self):
        """Whether the index holds what a new one of the same papers does."""
        return self.counted_terms() == self.fresh_terms()


def nobody_can_run():
    """Whether an ordinary user may run the program where it was built."""
    if os.geteuid() != 0:
        return True
    try:
        return subprocess.run([INDEXER, "--version"], user=NOBODY,
                              group=NOBODY, extra_groups=[],
                              capture_output=True, check=False).returncode == 0
    except PermissionError:
        return False


def items(result):
    """The number of items that a run's summary tells."""
    match = re.search(r"^index: (\d+) items", result.stdout, re.M)
    return int(match.group(1)) if match else None


def count(result, what):
    """One of the numbers of the summary's line of papers."""
    match = re.search(rf"(\d+) {what}", result.stdout)
    return int(match.group(1)) if match else 0


def generation_stamp(place):
    """What changes when anything is published or written."""
    stamp = []
    for folder, _, files in os.walk(place.index):
        for name in files:
            path = os.path.join(folder, name)
            stat = os.lstat(path)
            stamp.append((path, stat.st_mtime_ns, stat.st_size))
    return sorted(stamp)


class Tap:
    """Test Anything Protocol.  What sanitizers find, also at the end of a
    program whose output no test looks at, fails the script."""

    def __init__(self):
        self.n = 0
        self.failed = False
        self.findings = tempfile.TemporaryDirectory(prefix="minutebook-found-")
        os.chmod(self.findings.name, 0o777)
        path = f"log_path={self.findings.name}/found"
        for name, option in (("ASAN_OPTIONS", path), ("UBSAN_OPTIONS", path),
                             ("LSAN_OPTIONS", "print_suppressions=0")):
            before = [os.environ[name]] if name in os.environ else []
            os.environ[name] = ":".join(before + [option])

    def ok(self, condition, name, result=None):
        self.n += 1
        print(f"{'ok' if condition else 'not ok'} {self.n} - {name}",
              flush=True)
        if condition:
            return
        self.failed = True
        if result is not None:
            for line in (f"exit {result.returncode}\n{result.stdout}"
                         f"{result.stderr}").splitlines():
                print(f"# {line}")

    def skip(self, name, why):
        self.n += 1
        print(f"ok {self.n} - {name} # SKIP {why}", flush=True)

    def done(self):
        for name in sorted(os.listdir(self.findings.name)):
            path = os.path.join(self.findings.name, name)
            with open(path, encoding="utf-8", errors="replace") as file:
                text = file.read()
            self.ok(False, "sanitizers find nothing")
            print("".join(f"# {line}\n" for line in text.splitlines()))
        print(f"1..{self.n}")
        sys.exit(1 if self.failed else 0)
