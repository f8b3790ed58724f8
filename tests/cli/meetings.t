#!/bin/sh
# minutebook meetings and meeting: of the sample papers.
. "$top_srcdir/tests/tap.sh"

MINUTEBOOK_INDEX=$scratch/index
export MINUTEBOOK_INDEX
minutebook-index --config="$top_srcdir/corpus/minutebook.conf" \
	"$top_srcdir/corpus/papers" >"$scratch/log" 2>&1 ||
	note "$(cat "$scratch/log")"

all=$(minutebook meetings --format=jsonl)
is "every meeting of a date that items have" \
	"$(printf '%s\n' "$all" | jq -r .id | sort)" \
	"$(minutebook search --all --format=ids 'date:1900..' |
		cut -d/ -f1-3 | sort -u)"
is "by date" "$(printf '%s\n' "$all" | jq -r .date)" \
	"$(printf '%s\n' "$all" | jq -r .date | sort)"
is "items add up" "$(printf '%s\n' "$all" | jq -s 'map(.items) | add')" \
	"$(minutebook search --count 'date:1900..')"
is "--committee" "$(minutebook meetings --committee=CABINET --format=jsonl |
	jq -r .committee | sort -u)" Cabinet
is "a part of a word is not the word" \
	"$(minutebook meetings --committee=CABIN 2>&1)" \
	"minutebook: no meeting found"
for command in meetings people coverage; do
	message=$(minutebook $command --committee='"' 2>&1)
	is "$command: a committee without a word is refused" "$?" 2
	is "and not passed over" "$message" \
		"minutebook: --committee: there is no word in it"
done
year=$(printf '%s\n' "$all" | jq -r '.date[:4]' | head -1)
is "--year" "$(minutebook meetings --year="$year" --format=ids | wc -l)" \
	"$(printf '%s\n' "$all" | jq -r .date | grep -c "^$year")"
matches "as text" "$(minutebook meetings | head -1)" '^DATE +COMMITTEE'

id=$(minutebook meetings --committee=cabinet --format=ids | head -1)
is "a meeting's items are those that a search finds" \
	"$(minutebook meeting "$id" --format=ids | sort)" \
	"$(minutebook search --all --format=ids "date:${id##*/}" |
		grep "^$id/" | sort)"
one=$(minutebook meeting "$id" --format=jsonl)
is "as JSON, one object" "$(printf '%s\n' "$one" |
	jq -r '[.format, .id, (.items | length)] | @csv')" \
	"1,\"$id\",$(minutebook meeting "$id" --format=ids | wc -l)"
matches "it tells who was there" "$(printf '%s\n' "$one" |
	jq -r '.present | join("|")')" 'Chair'
matches "as text too" "$(minutebook meeting "$id")" '^  Present: '
is "as CSV" "$(minutebook meeting "$id" --format=csv | python3 -c '
import csv, sys
print(len(list(csv.DictReader(sys.stdin))))')" \
	"$(minutebook meeting "$id" --format=ids | wc -l)"

# Groups: what a search finds of one matter of a meeting is one hit.
groups=$(minutebook search --group --all --format=jsonl 'committee:cabinet')
is "every item found is in one group" \
	"$(printf '%s\n' "$groups" | jq -r '.id, .others[]' | sort)" \
	"$(minutebook search --all --format=ids committee:cabinet | sort)"
is "a group is of one meeting" "$(printf '%s\n' "$groups" | jq -r '
	.id as $id | .others[] | select(split("/")[:3] !=
		($id | split("/")[:3]))' | wc -l)" 0
matches "some have several items" "$(printf '%s\n' "$groups" |
	jq -r 'select(.others | length > 0) | .kind' | sort -u | tr '\n' ' ')" \
	minute
is "a minute comes before what else is of its matter" \
	"$(printf '%s\n' "$groups" | jq -r 'select(.kind != "minute") |
		.others[] | select(contains("/minute/"))' | wc -l)" 0
is "--limit counts matters" "$(minutebook search --group --limit=2 \
	--format=jsonl committee:cabinet | wc -l)" 2
matches "as text" "$(minutebook search --group --all committee:cabinet)" \
	'^  With: (agenda item|report)'
is "as CSV" "$(minutebook search --group --all --format=csv \
	committee:cabinet | python3 -c '
import csv, sys
print(sum(1 + len(list(filter(None, row["others"].split("; "))))
          for row in csv.DictReader(sys.stdin)))')" \
	"$(minutebook search --count committee:cabinet)"

minutebook meeting no/such/2020-01-01 >/dev/null 2>&1
is "no such meeting exits 1" $? 1
minutebook meeting nonsense >/dev/null 2>&1
is "nonsense exits 1" $? 1
minutebook meeting >/dev/null 2>&1
is "none exits 2" $? 2
minutebook meetings --year=shoe >/dev/null 2>&1
is "an unreadable year exits 2" $? 2
minutebook meetings --committee=nosuch >/dev/null 2>&1
is "none found exits 1" $? 1

done_testing
