#!/bin/sh
# trace, refs, actions, cites: and citedby: over items that point to one
# another.
. "$top_srcdir/tests/tap.sh"

MINUTEBOOK_INDEX=$scratch/index
export MINUTEBOOK_INDEX
python3 "$top_srcdir/tests/cli/linked.py" |
	"$top_builddir/tests/put-items" "$MINUTEBOOK_INDEX" || exit 99
command -v jq >/dev/null || skip_all "jq is not there"

ids() {
	minutebook trace --format=ids "$@" | sed 's,.*/\([0-9-]*/[^/]*/\),\1,'
}

parish=wexcombe/parish
scrutiny=ellersham/scrutiny

# One action, in the order of its papers, from wherever it is asked for.
chain='2023-02-23/action/minutes-Feb23.03
2023-03-30/action/agenda-Feb23.03
2023-03-30/action/minutes-Feb23.03
2023-04-27/action/agenda-Feb23.03
2023-04-27/action/minutes-Feb23.03'
is "an action's rows in order, agenda before minutes" \
	"$(ids $parish/2023-03-30/action/agenda-Feb23.03)" "$chain"
is "the same from its end, and nothing else" \
	"$(ids $parish/2023-04-27/action/minutes-Feb23.03)" "$chain"
is "the same from a question" "$(ids number:feb23.03)" "$chain"
is "depth 0 is the item alone" \
	"$(ids --depth=0 $parish/2023-03-30/action/agenda-Feb23.03 | wc -l)" 1
is "each row says why" "$(minutebook trace --format=jsonl number:feb23.03 |
	jq -r '.links[] | select(.link == "action") |
		"\(.confidence) \(.quote)"' | sort | uniq -c | tr -s ' ')" \
	' 1 certain Feb 23.03
 3 certain Feb23.03'
is "a month is its one meeting" "$(minutebook trace --format=jsonl \
	number:feb23.03 | jq -r '.links[] | select(.link == "origin") | .date' |
	sort -u)" 2023-02-23

# Numbers that carry their history.
is "each is linked with its earlier self" "$(minutebook refs --format=jsonl \
	$parish/2018-10-10/minute/4 $parish/2018-11-14/minute/4 |
	jq -r 'select(.link == "carries" and .direction == "cites") |
		"\(.from_part) \(.to_part) \(.confidence)"')" \
	'4.4.10 4.10 certain
4.4.13i 4.13i certain
4.4.4.13i 4.4.13i certain'
is "one matter of several is followed by itself" \
	"$(ids "$parish/2018-11-14/minute/4#4.4.4.13i")" '2018-09-12/minute/5
2018-10-10/minute/4
2018-11-14/minute/4'
is "the other one ends where it ended" "$(minutebook trace --format=jsonl \
	"$parish/2018-10-10/minute/4#4.4.10" | jq -r '.links[].from_part')" \
	'4.10
4.4.10'

# One meeting is one matter, whichever paper it is asked from.
matter='2022-09-05/agenda/6
2022-09-05/report/6
2022-09-05/minute/20
2022-09-05/decision/20
2022-11-09/minute/31
2023-03-13/action/tracking'
for paper in agenda/6 report/6 minute/20 decision/20; do
	is "one matter from $paper" "$(ids $scrutiny/2022-09-05/$paper)" \
		"$matter"
done
link() {
	minutebook trace --format=jsonl "$1" |
		jq -r ".links[] | select(.link == \"$2\") | $3" | sort -u
}
is "the tracker's paragraph is certain" "$(link \
	$scrutiny/2023-03-13/action/tracking refers \
	'"\(.confidence) \(.number) \(.indexed)"')" 'certain 20(3) true'
is "the report that was asked for is likely, with the words" "$(link \
	$scrutiny/2022-09-05/minute/20 answers '"\(.confidence) \(.quote)"')" \
	'likely (3) That a report on the waiting times of the speech therapy service be submitted to the next meeting'
is "what is not there is named so" "$(link \
	$scrutiny/2023-03-13/action/visits refers \
	'"\(.to) \(.date) \(.number) \(.indexed)"')" 'null 2022-06-13 11 false'
matches "also for people" \
	"$(minutebook trace $scrutiny/2023-03-13/action/visits)" \
	'refers to minute 11, 13 June 2022 \(not in the index\): certain'
is "minutes that are approved are a meeting" "$(link \
	$scrutiny/2022-11-09/minute/32 minutes \
	'"\(.to) \(.date) \(.indexed)"')" 'null 2022-09-05 true'
is "less sure links are left out" "$(ids --min-confidence=certain \
	$scrutiny/2022-09-05/minute/20 | grep -c 2022-11)" 0

# The other way, and as fields.
is "cited by" "$(minutebook refs --format=jsonl $scrutiny/2022-09-05/minute/20 |
	jq -r 'select(.direction == "cited by") | "\(.link) \(.id)"')" \
	"refers $scrutiny/2023-03-13/action/tracking
answers $scrutiny/2022-11-09/minute/31"
is "cites:" "$(minutebook search --format=ids \
	cites:$scrutiny/2022-09-05/minute/20)" \
	$scrutiny/2023-03-13/action/tracking
is "citedby:" "$(minutebook search --format=ids \
	citedby:$scrutiny/2023-03-13/action/tracking)" \
	$scrutiny/2022-09-05/minute/20
is "cites: with other words" "$(minutebook search --format=ids \
	"cites:$scrutiny/2022-09-05/minute/20 -tracking" 2>/dev/null |
	wc -l | tr -d ' ')" 0

# Nothing of what is exempt, by no link, count or graph.
for format in text jsonl csv html dot svg ids; do
	[ "$format" != html ] || continue
	empty "no exempt item in $format" "$(for id in \
		$scrutiny/2023-03-13/minute/41 $scrutiny/2022-09-05/minute/20 \
		$scrutiny/2022-07-04/minute/15; do
		minutebook trace --min-confidence=possible --format=$format \
			$id 2>/dev/null
	done | grep -iE 'zanzibar|minute/42|minute/15' || :)"
done
is "its citation says it is not in the index" "$(link \
	$scrutiny/2023-03-13/minute/41 refers '"\(.to) \(.indexed)"')" \
	'null false'
is "cites: an exempt item finds nothing" "$(minutebook search --format=ids \
	cites:$scrutiny/2022-07-04/minute/15 2>/dev/null)" ''
is "with --exempt it is there" "$(minutebook trace --exempt --format=ids \
	$scrutiny/2023-03-13/minute/41 | head -1)" \
	$scrutiny/2022-07-04/minute/15

# Pictures and tables.
if command -v xmllint >/dev/null; then
	is "svg is XML" "$(minutebook trace --format=svg number:feb23.03 |
		xmllint --noout - 2>&1)" ''
fi
is "a dot for each item" "$(minutebook trace --format=svg number:feb23.03 |
	grep -c '<circle')" 5
if command -v dot >/dev/null; then
	minutebook trace --format=dot number:feb23.03 |
		dot -Tplain >"$scratch/plain" 2>"$scratch/dot.err"
	empty "Graphviz takes it" "$(cat "$scratch/dot.err")"
	is "with a node for each item, and one for the meeting alone" \
		"$(awk '$1 == "node" { print $2 ~ /\// }' "$scratch/plain" |
			sort | uniq -c | tr -s ' \n' ' ')" ' 1 0 5 1 '
fi
is "csv has a row an item" "$(minutebook trace --format=csv number:feb23.03 |
	wc -l | tr -d ' ')" 6

# The ledger.
ledger() {
	minutebook actions --on=2023-07-01 --format=jsonl "$@"
}
is "each action once, with what became of it" "$(ledger council:wexcombe |
	jq -r '"\(.number) \(.owner) \(.asked) \(.due) \(.heard) \(.state) \(.closed) \(.age) \(.rows | length)"')" \
	'Feb23.03 JT 2023-02-23 null 2023-04-27 closed 2023-04-27 63 5
Feb23.04 JT 2023-02-23 null 2023-02-23 never heard of again null 128 1
Feb23.05 JT 2023-02-23 2023-03 2023-02-23 overdue null 128 1'
is "what closed a request" "$(ledger 'title:"annual report"' |
	jq -r '"\(.kind) \(.state) \(.closed_by)"')" \
	"request closed, likely $scrutiny/2022-11-09/minute/31"
is "--open" "$(ledger --open council:wexcombe | jq -r .number | tr '\n' ' ')" \
	'Feb23.04 Feb23.05 '
is "--overdue" "$(ledger --overdue | jq -r .text | cut -c1-8 | tr '\n' ' ')" \
	'Tracking JT to mo '
is "--overdue looks at the day" "$(minutebook actions --on=2023-06-30 \
	--overdue --format=jsonl | jq -r .number)" 'Feb23.05'
is "--never-heard-of-again" "$(ledger --never-heard-of-again \
	council:wexcombe kind:action | wc -l | tr -d ' ')" 2
is "--owner" "$(ledger --owner='head schools' | wc -l | tr -d ' ')" 2
is "the mark of a list is no part of what is asked for" \
	"$(ledger 'title:"school places"' | jq -r .text)" \
	"School Places: This item was deferred to the next meeting"
is "what was put off and never came back is open" \
	"$(ledger 'title:"school places"' | jq -r .open)" true

minutebook actions --on=2023-07-01 --format=ics >"$scratch/due.ics"
is "an event for each date" "$(grep -c '^BEGIN:VEVENT' "$scratch/due.ics")" 2
is "a month is due on its last day" "$(tr -d '\r' <"$scratch/due.ics" |
	grep '^DTSTART' | sort)" 'DTSTART;VALUE=DATE:20230331
DTSTART;VALUE=DATE:20230630'
is "lines end as RFC 5545 has it" \
	"$(grep -vc "$(printf '\r')\$" "$scratch/due.ics")" 0
is "no line is longer than 75 bytes" "$(tr -d '\r' <"$scratch/due.ics" |
	LC_ALL=C awk 'length > 75' | wc -l | tr -d ' ')" 0
is "events have one name each" "$(grep -c '^UID' "$scratch/due.ics") $(
	grep '^UID' "$scratch/due.ics" | sort -u | wc -l | tr -d ' ')" '2 2'

empty "there is no calendar without an event" \
	"$(minutebook actions --format=ics title:annual 2>/dev/null)"
matches "which is said" \
	"$(minutebook actions --format=ics title:annual 2>&1)" 'has a date'
is "no line of the ledger is made wider by another" \
	"$(minutebook actions | grep -c '   ')" 0

# The example for scripts, over the sample papers.
minutebook-index --index "$scratch/corpus" "$top_srcdir/corpus/papers" \
	>/dev/null 2>&1 || not_ok "the sample papers are indexed"
is "the example joins rows with what set and what closed them" \
	"$(MINUTEBOOK_INDEX=$scratch/corpus \
		"$top_srcdir/corpus/examples/closed-actions" |
		awk -F '\t' '$3 == "closed" { print $2, $4, $6, $7 }' |
		sed 's,[^ ]*/,,g')" '2022-01-24 2022-11-14 certain 25
2022-09-12 2023-03-20 certain 12'

# Mistakes.
for wrong in '--depth=-1' '--depth=99' '--min-confidence=maybe' '--format=ics'
do
	minutebook trace "$wrong" number:feb23.03 >/dev/null 2>&1
	is "trace $wrong is refused" $? 2
done
minutebook trace zzzz >/dev/null 2>&1
is "nothing found" $? 1
is "an id that is not there is named, and nothing suggested" \
	"$(minutebook trace $scrutiny/2022-09-05/minute/99 2>&1)" \
	"minutebook: there is no item $scrutiny/2022-09-05/minute/99"
empty "nothing more is offered when all that was found is one matter" \
	"$(minutebook trace number:feb23.03 2>&1 >/dev/null)"
matches "more is offered otherwise" \
	"$(minutebook trace kind:action 2>&1 >/dev/null)" 'traces more'
minutebook actions --on=yesterday >/dev/null 2>&1
is "a day that is none" $? 2
minutebook refs no/such/item >/dev/null 2>"$scratch/err"
is "refs of nothing" $? 1
is "and no more is said of it" "$(cat "$scratch/err")" \
	"minutebook: there is no item no/such/item"
if [ -w /dev/full ]; then
	minutebook trace --limit=1 kind:action >/dev/full 2>/dev/null
	is "what was lost before a message is an error too" $? 2
fi

# Minutes that cite one another, further than is followed, and themselves.
python3 - <<'END' >"$scratch/chain.jsonl"
import json
for i in range(60):
    day = f"20{10 + i // 12}-{i % 12 + 1:02}-01"
    before = f"20{10 + (i - 1) // 12}-{(i - 1) % 12 + 1:02}-01"
    refs = [{"dir": "back", "date": day, "number": str(100 + i),
             "what": "this very minute"}]
    if i:
        refs.append({"dir": "back", "date": before, "number": str(99 + i),
                     "what": "minute refers"})
    item = {"format": 1, "id": "", "paper": "", "seq": i, "kind": "minute",
            "number": str(100 + i), "number_inferred": False,
            "title": f"Matter {i}", "date": day, "committee": "Cabinet",
            "council": "Ashby Council", "page": None, "refs": refs}
    for key in ("officers", "members", "people_other", "authors",
                "resolutions", "actions", "papers"):
        item[key] = []
    item |= {"exempt": False, "private": False, "exempt_words": None,
             "text": "Noted."}
    print(json.dumps(item))
END
minutebook-index --items --index="$scratch/chain" "$scratch/chain.jsonl" \
	>/dev/null 2>&1
matches "a life that goes on further is told as cut" \
	"$(minutebook trace --index="$scratch/chain" number:130 2>/dev/null)" \
	'the first [0-9]+ items'
is "an item leads not to itself" \
	"$(minutebook refs --index="$scratch/chain" --format=jsonl \
		ashby-council/cabinet/2010-02-01/minute/101 |
		jq -r .quote | LC_ALL=C sort -u | tr '\n' '|')" \
	"minute refers|"

# The item page.
page=$(env REQUEST_METHOD=GET \
	QUERY_STRING="id=$scrutiny/2022-09-05/minute/20" minutebook.cgi)
matches "the page has the matter's life" "$page" '<h2>Over time</h2>'
matches "and what cites it" "$page" 'Minute 20\(3\), 5 September'
empty "and nothing exempt" \
	"$(printf '%s\n' "$page" | grep -iE 'zanzibar|minute/42' || :)"

done_testing
