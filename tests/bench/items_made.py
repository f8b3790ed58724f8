"""The made items of council.py, written for the programs that are compared."""

import csv
import itertools
import json
import os

from council import Council

N_FILES = 200


def write_items(top, n_items):
    """The same items for all; bytes of text."""
    council = Council()
    n_bytes = 0
    os.mkdir(os.path.join(top, "items"))
    with open(os.path.join(top, "items.dump"), "w", encoding="utf-8") as dump, \
            open(os.path.join(top, "items.csv"), "w", encoding="utf-8",
                 newline="") as table:
        rows = csv.writer(table)
        for paper in range(N_FILES):
            n = (n_items * (paper + 1) // N_FILES
                 - n_items * paper // N_FILES)
            with open(os.path.join(top, "items", f"{paper:03}.jsonl"), "w",
                      encoding="utf-8") as file:
                for item in itertools.islice(council.items(paper), n):
                    n_bytes += len(item["text"])
                    file.write(json.dumps(item) + "\n")
                    text = item["text"].replace("\n", "\n=")
                    date = item["date"].replace("-", "")
                    dump.write(f"id={item['id']}\ntitle={item['title']}\n"
                               f"committee={item['committee']}\ndate={date}\n"
                               f"text={text}\n\n")
                    rows.writerow([item["id"], item["title"], item["text"],
                                   item["committee"], item["date"]])
    return n_bytes, council
