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
run = subprocess.run(
    ["minutebook", "trace", "--depth=1", "--min-confidence=possible",
     "--format=jsonl", "--"] + sorted({link["from"] for link in kept}),
    capture_output=True, text=True, check=False)
shown = {}
KEY = ("link", "from", "from_part", "to", "to_part", "date", "number")
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

# Every row of one parish's action, in all papers that carry it.
is "an action through all agendas and minutes" "$(minutebook trace \
	--format=jsonl 'number:Feb23.03' 2>/dev/null | jq -r '.date' | uniq -c |
	awk '{ print $2, $1 }')" '2023-02-23 1
2023-03-30 2
2023-04-27 1
2023-05-24 1
2023-06-29 2
2023-07-27 2'

done_testing
