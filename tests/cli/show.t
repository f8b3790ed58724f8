#!/bin/sh
# minutebook show, fields, help.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX
id=ellersham/scrutiny/2020-03-05/minute/20

# The quotes are what is wanted.
# shellcheck disable=SC1111
is "a whole item" "$(minutebook show $id)" \
	"5 March 2020, Children's Services Scrutiny Committee, minute 20
Foster Carer Recruitment
  Council: Ellersham Borough Council
  Officer: H Ellis (Acting Director of Children's Services)
  Members: P Bradley
  Later: “report to the next meeting”
  /srv/papers/cyp/2020-06-29.pdf, page 5 (printed 3)
  Cite: Children's Services Scrutiny Committee, 5 March 2020, minute 20, p. 3
  $id

Resolved:
  (1) That the report be noted.

A report of the Acting Director of Children’s Services was submitted on the\
 recruitment of foster carers.

Resolved

(1) That the report be noted."
is "as JSON" "$(minutebook show --format=jsonl $id | jq -r .title)" \
	"Foster Carer Recruitment"
matches "an action" "$(minutebook show ellersham/cabinet/2022-04-13/action/3)" \
	'Action for: B Nwosu'
is "an id that two items share shows both" \
	"$(minutebook show --format=jsonl \
		ellersham/planning/2023-06-15/minute/4 | wc -l)" 2
full=$(minutebook show --format=jsonl ellersham/planning/2023-06-15/minute/4 |
	jq -r .id | head -1)
is "its own id shows one" \
	"$(minutebook show --format=jsonl "$full" | jq -r .id)" "$full"
is "several ids" "$(minutebook show --format=jsonl $id "$full" | wc -l)" 2
is "an id without a council is no option" \
	"$(minutebook show -/forum/2024-02-01/minute/1 --format=jsonl |
		jq -r .title)" "Nameless Council"
is "nothing stands for an id that is none" \
	"$(minutebook show no/such/item $id 2>/dev/null | head -1)" \
	"5 March 2020, Children's Services Scrutiny Committee, minute 20"
minutebook show no/such/item 2>/dev/null
is "an unknown id exits 1" $? 1
minutebook show 2>/dev/null
is "no id exits 2" $? 2
is "as CSV, without what a search would know" \
	"$(minutebook show --format=csv $id | python3 -c '
import csv, sys
row = list(csv.DictReader(sys.stdin))[0]
print(row["number"], row["score"] + row["snippet"], row["resolved"])')" \
	"20  (1) That the report be noted."
is "as ids, the former too" "$(minutebook show --format=ids $id)" "$id"
is "a citation, in JSON" \
	"$(minutebook show --format=jsonl $id | jq -r .citation)" \
	"Children's Services Scrutiny Committee, 5 March 2020, minute 20, p. 3"
html=$(minutebook show --format=html $id)
matches "as a page" "$html" '<h2>Foster Carer Recruitment</h2>'
matches "which ends" "$html" '^</html>$'
empty "and fetches nothing" "$(printf '%s\n' "$html" |
	grep -iE '<(script|link|img|iframe)|url\(|@import|src=' || :)"
minutebook-index --index="$scratch/corpus" \
	--config="$top_srcdir/corpus/minutebook.conf" \
	"$top_srcdir/corpus/papers" >/dev/null 2>&1
second=$(minutebook search --index="$scratch/corpus" --all --format=jsonl \
	'kind:minute' | jq -r 'select(.seq == 1) | .id' | sort | head -1)
beside=$(minutebook show --index="$scratch/corpus" --paper --format=jsonl \
	"$second" | jq -c '[.paper, .seq]')
is "--paper: what comes before and after in the paper" \
	"$(printf '%s\n' "$beside" | jq -r '.[1]' | tr '\n' ' ')" "0 1 2 3 4 "
is "of one paper" "$(printf '%s\n' "$beside" | jq -r '.[0]' | sort -u | wc -l)" 1
matches "--paper as text" "$(minutebook show --index="$scratch/corpus" \
	--paper "$second" | grep -c '^  After: ')" 3
secret=ellersham/cabinet/2024-05-01/report/9
is "an exempt item is not shown" "$(minutebook show $secret 2>&1)" \
	"minutebook: there is no item $secret"
matches "but with --exempt" "$(minutebook show --exempt $secret)" Zebracorn

matches "fields" "$(minutebook fields)" '^officer '
matches "fields of something" "$(minutebook fields officer 2>&1)" 'too much'
matches "help" "$(minutebook help)" '^  search '
matches "help of a command" "$(minutebook help search)" '--sort='
matches "--help of a command has the fields" "$(minutebook search --help)" \
	'committee +words'
matches "--version" "$(minutebook --version)" '^minutebook [0-9]'

# Papers are published anew while somebody reads.
python3 "$top_srcdir/tests/cli/items.py" >"$scratch/items.jsonl"
(
	n=0
	while [ $n -lt 10 ]; do
		"$top_builddir/tests/put-items" "$index" <"$scratch/items.jsonl"
		n=$((n + 1))
	done
) &
writer=$!
failures=0
while kill -0 $writer 2>/dev/null; do
	minutebook search foster >/dev/null 2>>"$scratch/races" ||
		failures=$((failures + 1))
done
wait $writer
is "a reader always has an index" "$failures$(cat "$scratch/races")" 0

done_testing
