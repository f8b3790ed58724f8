#!/usr/bin/env python3
"""The sample papers: what corpus/expected.jsonl says is in them is found, and
corpus/searches.jsonl's questions are answered.  The exempt one leaves nothing
in the open database."""

import collections
import json
import os
import re
import subprocess
import sys
import unicodedata
import zipfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from papers import INDEXER, SEARCH, Place, Tap  # noqa: E402

CORPUS = os.path.join(os.environ.get("top_srcdir", "."), "corpus")
PAPERS = os.path.join(CORPUS, "papers")
EXEMPT = "cabinet/2022-07-13-item-6-report.docx"
tap = Tap()


def lines_of(name):
    with open(os.path.join(CORPUS, name), encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def plain(text):
    """Letters and digits of a text, without case or accents."""
    text = unicodedata.normalize("NFKD", text or "").casefold()
    return re.sub(r"[^a-z0-9/]+", " ", "".join(
        c for c in text if not unicodedata.combining(c))).strip()


def same_title(want, got):
    """Equal, or one goes on where the other ends: how much of a run-on
    heading is heading is a matter of opinion."""
    want, got = plain(want), plain(got)
    short = min(want, got, key=len)
    return want == got or (len(short) >= 12 and want[:len(short)] ==
                           got[:len(short)])


def person(name):
    """The surname and the first initial."""
    words = plain(name).split()
    return (words[-1], words[0][0]) if words else None


def is_found(officer, items):
    """Whether an expected officer is among those of an item: by name where the
    paper tells it, else by post."""
    for other in items:
        if officer["name"] and other["name"]:
            if person(officer["name"]) == person(other["name"]):
                return True
        elif not officer["name"] and \
                plain(officer["role"]) == plain(other["role"]):
            return True
    return False


def likeness(want, got):
    if want["kind"] != got["kind"] and want["title"] != got["title"]:
        return 0
    same_number = plain(want["number"]) == plain(got["number"])
    score = 2 * same_title(want["title"], got["title"]) + same_number
    starts = plain(want["first"])
    if starts and starts in plain((got["title"] or "") + " " + got["text"][:300]):
        score += 2
    return score if score >= 2 else 0


def pair(want, got):
    """Pairs of expected and found items, both in paper order."""
    best = [[0] * (len(got) + 1) for _ in range(len(want) + 1)]
    for i in reversed(range(len(want))):
        for j in reversed(range(len(got))):
            like = likeness(want[i], got[j])
            best[i][j] = max(best[i + 1][j], best[i][j + 1],
                             best[i + 1][j + 1] + like if like else 0)
    i = j = 0
    while i < len(want) and j < len(got):
        like = likeness(want[i], got[j])
        if like and best[i][j] == best[i + 1][j + 1] + like:
            yield want[i], got[j]
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            yield want[i], None
            i += 1
        else:
            yield None, got[j]
            j += 1
    for item in want[i:]:
        yield item, None
    for item in got[j:]:
        yield None, item


def name_of(item):
    return " ".join(str(part) for part in (
        item["date"], item["kind"], item["number"] or "-",
        item["title"] or "-"))


def differences(want, got):
    """What is wrong with one item, in words."""
    if got is None:
        yield f"missing: {name_of(want)}"
        return
    if want is None:
        yield f"invented: {name_of(got)}"
        return
    name = name_of(want)
    for key in ("kind", "number", "date", "committee", "exempt"):
        if plain(str(want[key])) != plain(str(got[key])):
            yield f"{name}: {key} is {got[key]}, not {want[key]}"
    if not same_title(want["title"], got["title"]):
        yield f"{name}: title is {got['title']}"
    for officer in want["officers"]:
        if not is_found(officer, got["officers"]):
            yield f"{name}: no {officer['name']} ({officer['role']}) among " + \
                str([f"{o['name']} ({o['role']})" for o in got["officers"]])


def by_paper(items):
    papers = collections.defaultdict(list)
    for item in items:
        papers[item["paper"].split("corpus/papers/")[-1]].append(item)
    return papers


def run(*args):
    return subprocess.run(args, capture_output=True, text=True, timeout=300,
                          check=False)


def dry_run():
    result = run(INDEXER, "--config", os.path.join(CORPUS, "minutebook.conf"),
                 "--dry-run", "--format=jsonl", PAPERS)
    tap.ok(result.returncode == 0, "the sample papers are read", result)
    return [json.loads(line) for line in result.stdout.splitlines()]


def papers_in(path):
    """The paper at @path, or those of a zip archive."""
    name = os.path.relpath(path, PAPERS)
    if not name.endswith(".zip"):
        return {name}
    with zipfile.ZipFile(path) as archive:
        return {f"{name}/{member}" for member in archive.namelist()}


def every_paper_is_annotated(expected):
    papers = {paper
              for folder, _, names in os.walk(PAPERS) for name in names
              for paper in papers_in(os.path.join(folder, name))}
    tap.ok(papers == set(expected) and len(papers) >= 24,
           f"expected.jsonl covers the {len(papers)} papers")
    for paper in papers.symmetric_difference(expected):
        print(f"# {paper}")


def items_are_found(expected, found):
    for paper, want in sorted(expected.items()):
        wrong = [line for one, other in pair(want, found.get(paper, []))
                 for line in differences(one, other)]
        tap.ok(not wrong, f"{paper}: {len(want)} items")
        for line in wrong:
            print(f"# {line}")


def search(place, *args):
    result = run(SEARCH, "search", "--index", place.index, "--format=jsonl",
                 *args)
    return result, [json.loads(line) for line in result.stdout.splitlines()]


def label(item):
    return f"{item['date']} {item['kind']} {item['number']}"


def is_answered(question, result, hits):
    """What is wrong with the answer to a question, in words."""
    labels = [label(hit) for hit in hits]
    want = question["want"]
    if result.returncode != (0 if labels else 1):
        yield f"exit {result.returncode}: {result.stderr}"
    for one in want:
        if one not in labels:
            yield f"missing: {one}"
    if question.get("only"):
        for one in labels:
            if one not in want:
                yield f"not wanted: {one}"
    for option, key in (("--sort=oldest", 1), ("--sort=newest", -1)):
        if option in question["ask"]:
            dates = [hit["date"] for hit in hits]
            if dates != sorted(dates)[::key]:
                yield f"not in order: {dates}"
    for hit in hits:
        if question.get("unsaid", "\0") in hit["text"].casefold():
            yield f"{label(hit)} names them in its text"
        paths = [paper["path"] for paper in hit["papers"]]
        if not paths[0].endswith(question.get("paper", "")):
            yield f"{label(hit)} is of {paths}"
        if len(paths) < question.get("n_papers", 1):
            yield f"{label(hit)} stands in {paths} alone"


def questions_are_answered(place):
    for question in lines_of("searches.jsonl"):
        result, hits = search(place, *question["ask"])
        wrong = list(is_answered(question, result, hits))
        tap.ok(not wrong, f"{question['about']}: {' '.join(question['ask'])}")
        for line in wrong:
            print(f"# {line}")


def words_of(items):
    return {word for item in items
            for word in plain(f"{item['title']} {item['text']}").split()
            if len(word) > 3}


def exempt_leaves_nothing(place, found):
    """The words that only the exempt paper has are nowhere in the open
    database: not as terms, nor as bytes of its files."""
    secret = words_of(found.get(EXEMPT, [])) - words_of(
        item for paper, items in found.items() if paper != EXEMPT
        for item in items)
    open_terms = [plain(term) for term in place.terms("open")]
    exempt_terms = [plain(term) for term in place.terms("exempt")]
    tap.ok("farrowdale" in secret and len(secret) > 20,
           f"{len(secret)} words stand in the exempt paper alone")
    tap.ok(any("farrowdale" in term for term in exempt_terms),
           "its terms are in the exempt database")
    leaked = [term for term in open_terms
              if any(word in term for word in secret)]
    tap.ok(not leaked, "no term of it is in the open one")
    for term in leaked:
        print(f"# {term}")
    data = b""
    for folder, _, names in os.walk(os.path.join(place.current(), "open")):
        for name in names:
            with open(os.path.join(folder, name), "rb") as file:
                data += file.read().lower()
    leaked = [word for word in secret if word.encode() in data]
    tap.ok(data and not leaked, f"nor are its words in the files {leaked}")
    tap.ok(os.path.basename(EXEMPT).encode() not in data, "nor is its name")


def main():
    expected = by_paper(lines_of("expected.jsonl"))
    every_paper_is_annotated(expected)
    found = by_paper(dry_run())
    items_are_found(expected, found)
    with Place() as place:
        result = place.run("--config", os.path.join(CORPUS, "minutebook.conf"),
                           PAPERS)
        tap.ok(result.returncode == 0, "the sample papers are indexed", result)
        questions_are_answered(place)
        exempt_leaves_nothing(place, found)
    tap.done()


main()
