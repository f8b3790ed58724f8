#!/bin/sh
# Fifty links of all sorts that people read in the papers of real councils,
# drawn by tests/draw-links: of those shown as certain 0.95 have to be right, of
# those shown as likely 0.80.  Runs where the papers are.
. "$top_srcdir/tests/tap.sh"

papers=$top_srcdir/../shared/papers
[ -d "$papers" ] || skip_all "there are no papers of real councils"
MINUTEBOOK_INDEX=$scratch/index
export MINUTEBOOK_INDEX
minutebook-index "$papers" >/dev/null 2>&1
python3 - "$top_srcdir/tests/links.jsonl" >"$scratch/found" <<'END'
import json, subprocess, sys

kept = [json.loads(line) for line in open(sys.argv[1], encoding="utf-8")]
shown = {}
KEY = ("link", "from", "from_part", "to", "to_part", "date", "number")
# One by one: of an id that is no more nothing is shown.
for item in sorted({link["from"] for link in kept}):
    run = subprocess.run(
        ["minutebook", "trace", "--depth=1", "--min-confidence=possible",
         "--format=jsonl", "--", item],
        capture_output=True, text=True, check=False)
    for line in run.stdout.splitlines():
        for link in json.loads(line)["links"]:
            shown[tuple(link[name] for name in KEY)] = link
for link in kept:
    now = shown.get(tuple(link[name] for name in KEY))
    told = now["confidence"] if now else "gone"
    if now and link["quote"] not in " ".join(now["quote"].split()):
        told = "misquoted"
    print(told, "right" if link["right"] else "wrong", link["from"])
END
share() {
	awk -v told="$1" -v least="$2" '$1 == told { n++; right += $2 == "right" }
		END { if (n > 0 && right >= least * n) print "enough"
			else print right + 0 " of " n + 0 }' "$scratch/found"
}
is "fifty links" "$(wc -l <"$scratch/found" | tr -d ' ')" 50
is "of the certain 0.95 are right" "$(share certain 0.95)" enough
is "of the likely 0.80 are right" "$(share likely 0.80)" enough
is "none is quoted otherwise" "$(grep -c '^misquoted' "$scratch/found")" 0
# Ids of a few items change as papers are read better.
gone=$(grep -c '^gone' "$scratch/found")
if [ "$gone" -le 10 ]; then
	ok "most are still found"
else
	not_ok "most are still found" "$(grep '^gone' "$scratch/found")"
fi

# A parish's actions through all agendas and minutes that carry them, and nothing
# else: number, papers.
chain() {
	minutebook trace --format=jsonl "council:souldern kind:action number:$1" \
		2>/dev/null | jq -r '"\(.kind) \(.number | ascii_downcase |
			gsub(" "; "")) \(.papers[].path)"' |
		sort -u | awk '{ print $1, $2 }' | uniq -c | tr -s ' '
}
while read -r number n_papers; do
	is "action $number in all its papers" "$(chain "$number")" \
		" $n_papers action $(echo "$number" | tr FM fm)"
done <<'END'
Feb23.02 3
Feb23.03 10
Feb23.04 10
Feb23.05 10
Mar23.01 3
Mar23.02 3
END
is "its updates in order" "$(minutebook trace --format=jsonl \
	'number:Feb23.03' 2>/dev/null | jq -r '.date' | uniq -c |
	awk '{ print $2, $1 }')" '2023-02-23 1
2023-03-30 2
2023-04-27 1
2023-05-24 1
2023-06-29 2
2023-07-27 2'

links() {
	minutebook search --all --format=ids "$1" 2>/dev/null |
		xargs minutebook refs --format=jsonl |
		jq -r "select(.direction == \"cites\" and ($2)) | $3" | sort -u
}

# Numbers that gain a step at each meeting.
is "each number is linked with its earlier self" "$(links \
	'council:manordeilo date:2018-09-12..2018-12-12' '.link == "carries"' \
	'"\(.date) \(.from_part) \(.to_part) \(.confidence)"')" \
	'2018-09-12 4.4.4.10 4.4.10 certain
2018-09-12 4.4.4.4.13i 4.4.4.13i certain
2018-10-10 4.4.4.4.10 4.4.4.10 certain
2018-10-10 4.4.4.4.4.13i 4.4.4.4.13i certain
2018-11-14 4.4.4.4.4.10 4.4.4.4.10 certain
2018-11-14 4.4.4.4.4.4.13i 4.4.4.4.4.13i certain'

# A tracker, minutes that approve earlier ones, items that ask for one report.
is "the tracker's origins by date and number" "$(links \
	'council:dudley date:2023-03-13 kind:action' \
	'.confidence == "certain"' '"\(.date) \(.number) \(.indexed)"')" \
	'2022-06-13 11 false
2022-09-05 20(3) false
2022-11-09 null false
2023-01-19 43 true
2023-01-19 44 true
2023-01-19 47 true'
is "minutes link to those that they approve" "$(links \
	'council:dudley date:2023-01-19 title:minutes' '.link == "minutes"' \
	'"\(.date) \(.confidence)"')" '2022-11-09 certain'
is "items 16 and 18 share their report" "$(minutebook trace --format=jsonl \
	'date:2021-03-02 number:16' 2>/dev/null | jq -r .number)" '16
18'

# Pack, minutes and decision notice.
for number in 7 8 9 10 11 12; do
	is "item $number is one matter in all papers" "$(minutebook trace \
		--format=jsonl "kind:decision date:2024-09-12 number:$number" \
		2>/dev/null | jq -r 'select(.kind != "appendix" and
			.number != null) | "\(.date) \(.kind) \(.number)"' |
		sort)" "2024-09-12 agenda $number
2024-09-12 decision $number
2024-09-12 minute $number
2024-09-12 report $number"
done

# The meetings whose minutes were adopted, as a plain search of each paper's
# text finds them, beside the links.
adopted() {
	python3 - <<'END'
import json, re, subprocess, sys

def run(*command):
    return [json.loads(line) for line in subprocess.run(
        ["minutebook", *command], capture_output=True, text=True,
        check=False).stdout.splitlines()]

MONTHS = ("January February March April May June July August September "
          "October November December").split()
ADOPTED = re.compile(r"[Mm]inutes[^.]{0,160}?held on\W*(\d+)\W*(?:st|nd|rd|th)?"
                     r"\W*(" + "|".join(MONTHS) + r")\W*(\d{4})")
papers = {}
for item in run("search", "--all", "--format=jsonl",
                'kind:minute committee:cappamore date:2014..2016'):
    for paper in item["papers"]:
        papers.setdefault(paper["path"], []).append(item["id"])
right = total = 0
for path, ids in papers.items():
    if not path.endswith(".md"):
        continue
    with open(path, encoding="utf-8", errors="replace") as file:
        text = re.sub(r"[\s*]+", " ", file.read())
    found = ADOPTED.search(text)
    if not found:
        continue
    day, month, year = found.groups()
    date = f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"
    links = {link["date"] for link in run("refs", "--format=jsonl", *ids)
             if link["link"] == "minutes" and link["direction"] == "cites"}
    total += 1
    right += date in links
    if date not in links:
        print("#", date, path, file=sys.stderr)
print(total >= 20, right >= .95 * total)
END
}
is "minutes that were adopted, in 0.95 of the papers" "$(adopted)" 'True True'

# What was put off and came back.
is "what was deferred finds its return" "$(minutebook actions --format=jsonl \
	'committee:cappamore date:2014..2016' 2>/dev/null |
	jq -r 'select((.reason // "") | startswith("put off")) |
		"\(.asked) \(.closed) \(.closed_by | split("/")[-1])"')" \
	'2014-06-12 2014-07-17 3
2016-02-25 2016-03-11 4
2016-02-25 2016-03-11 5
2016-02-25 2016-03-11 6'

done_testing
