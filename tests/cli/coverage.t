#!/bin/sh
# minutebook coverage: what the index has of each committee and year.
. "$top_srcdir/tests/tap.sh"

papers=$scratch/papers
index=$scratch/index
conf=$top_srcdir/corpus/minutebook.conf
cp -R "$top_srcdir/corpus/papers" "$papers" && chmod -R u+w "$papers" || exit 99
printf '{\\rtf1 Minutes of 4 May 2022}' >"$papers/2022-05-04-notes.rtf"
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX
minutebook-index --config="$conf" "$papers" >"$scratch/log" 2>&1

# coverage OPTION...: with the configuration of the sample papers
coverage() {
	minutebook coverage --config="$conf" "$@"
}

# row COMMITTEE YEAR KEY: one figure
row() {
	coverage --civic --format=jsonl |
		jq -r "select(.committee == \"$1\" and .year == \"$2\") | .$3"
}

scrutiny="Children and Young People Scrutiny Committee"
is "meetings of a municipal year" "$(row Cabinet 2021/22 meetings)" 2
is "papers" "$(row Cabinet 2022/23 papers)" 3
is "a meeting that the minutes of another speak of" \
	"$(row Cabinet 2021/22 'missing[0].date')" 2021-11-10
is "with the words that say so" \
	"$(row Cabinet 2021/22 'missing[0].words')" \
	"Minutes of the Meeting held on 10 November 2021"
matches "and the paper" "$(row Cabinet 2021/22 'missing[0].paper')" \
	'/papers/cabinet/2022-02-09-pack.pdf$'
is "numbers that run on, over a meeting that is missing" \
	"$(coverage --civic --format=jsonl | jq -c "select(.committee == \
		\"$scrutiny\" and .year == \"2023/24\") | .gaps")" \
	'[{"first":"14","last":"29","after":"2023-09-11",'\
'"before":"2024-01-22","sure":true}]'
is "items are counted as a search counts them" \
	"$(coverage --format=jsonl | jq -s 'map(.items) | add')" \
	"$(minutebook search --config="$conf" --all --format=jsonl '*' | wc -l)"
is "with the exempt ones too" \
	"$(coverage --exempt --format=jsonl | jq -s 'map(.items) | add')" \
	"$(minutebook search --config="$conf" --exempt --all --format=jsonl '*' |
		wc -l)"

matches "a table for people" "$(coverage --civic --committee=cabinet)" \
	'^  2021/22 +2 +2 +[0-9]+ +0 +0 +0 +1 +0$'
matches "with the sum" "$(coverage --civic)" '^  All +[0-9]+ +[0-9]+'
matches "and what is missing" "$(coverage --year=2021/22)" \
	'^    10 November 2021$'
matches "and gaps" "$(coverage --committee="$scrutiny")" \
	'^    11 September 2023 to 22 January 2024: 14 to 29$'
matches "each committee's under its name" "$(coverage --year=2021/22)" \
	'^  Cabinet$'
is "no line but a path is longer than a terminal is wide" \
	"$(coverage --civic | grep -v '^ *[/“]' |
		LC_ALL=C.UTF-8 awk 'length > 80')" ""
is "a year and a committee" \
	"$(coverage --year=2022 --committee=planning --format=jsonl | jq -r .year)" \
	2022
is "CSV" "$(coverage --year=2021/22 --committee=cabinet --format=csv |
	tr -d '\r' | cut -d, -f1-6)" \
	'committee,council,year,meetings,papers,items
"Cabinet","Ellersham Borough Council","2021/22","2","2","16"'

# What is exempt, and what nobody has ever read, is for --exempt alone.
is "no paper that is exempt" \
	"$(coverage --papers --format=jsonl | grep -c 2022-07-13-item-6)" 0
is "nor one without a reader" \
	"$(coverage --papers --format=jsonl | grep -c rtf)" 0
is "but both when asked" \
	"$(coverage --papers --exempt --format=jsonl |
		grep -c -e 2022-07-13-item-6 -e rtf)" 2
is "each paper once, though it has open items and exempt ones" \
	"$(coverage --papers --exempt --format=jsonl | jq -r .path | uniq -d)" ""
is "with all its items" \
	"$(coverage --papers --exempt --format=jsonl | jq -s 'map(.items) | add')" \
	"$(coverage --papers --exempt --format=jsonl | jq -r .path |
		while read -r paper; do
			minutebook-index -n --config="$conf" "$paper"
		done 2>/dev/null | wc -l)"
is "the year of a paper that was not read is in its name" \
	"$(coverage --papers --exempt --year=2022 --format=jsonl |
		jq -r 'select(.status != "read") | .type')" rtf
matches "and what to do with it is told" "$(coverage --exempt)" \
	'\[convert\] in minutebook\.conf'
matches "papers with their meetings" \
	"$(coverage --papers | grep -A1 2022-02-09-pack)" \
	'^  pdf +read .*2022-02-09 \(committee Cabinet\); 2021-12-08'

coverage --committee=nonesuch >"$scratch/out" 2>"$scratch/err"
is "nothing found" "$?" 1
matches "is told" "$(cat "$scratch/err")" 'the index has nothing of that'
coverage --year=2021-05 >/dev/null 2>"$scratch/err"
is "no year" "$?" 2
matches "is told too" "$(cat "$scratch/err")" '"2021-05" is no year'
coverage cabinet >/dev/null 2>"$scratch/err"
is "words without an option" "$?" 2
coverage --format=xml >/dev/null 2>&1
is "no such format" "$?" 2
minutebook coverage --index="$scratch/none" >/dev/null 2>&1
is "no index" "$?" 2
coverage --civic >/dev/null
is "found" "$?" 0
matches "help" "$(minutebook help coverage)" 'municipal years, May to April'

# What comes again in another paper is the same, with or without a number.
cp "$papers/cabinet/2022-02-09-pack.pdf" "$papers/cabinet/again.pdf"
minutebook-index --config="$conf" "$papers" >>"$scratch/log" 2>&1
is "items that stand in two papers count once" \
	"$(coverage --format=jsonl | jq -s 'map(.items) | add')" \
	"$(minutebook search --config="$conf" --all --format=jsonl '*' | wc -l)"
rm "$papers/cabinet/again.pdf"

# A paper that goes takes its meeting along.
rm "$papers/cabinet/2022-02-09-pack.pdf"
minutebook-index --config="$conf" "$papers" >>"$scratch/log" 2>&1
is "what only a paper that is gone had is gone" \
	"$(row Cabinet 2021/22 'missing | length')" 0
done_testing
