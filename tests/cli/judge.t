#!/bin/sh
# The scripts that judge a run: what changed since another, and what in it looks
# wrong.
. "$top_srcdir/tests/tap.sh"
compare=$top_srcdir/tests/compare-runs
suspicious=$top_srcdir/tests/suspicious

# item TITLE DATE OFFICER TEXT: an item of a.md
item() {
	printf '{"paper":"a.md","id":"%s","kind":"minute","number":"%s",' "$1" \
		"${5:-1}"
	printf '"title":"%s","date":"%s","committee":"Board",' "$1" "$2"
	printf '"officers":[{"name":"%s","role":null,"how":"name"}],' "$3"
	printf '"members":[],"resolutions":[],"refs":[],"text":"%s"}\n' "$4"
}

mkdir "$scratch/papers" && cd "$scratch" || exit 99
touch papers/a.md
item Apologies 2021-05-04 'Ann Hale' 'Noted.' >before
item Finance 2021-05-04 'Ann Hale' 'Paid.' 2 >>before
item Apologies 2021-05-05 'Bo Teal' 'Noted.' >after
item Finance 2021-05-04 'Ann Hale' 'Paid.' 2 >>after
item Roads 2021-05-04 'Ann Hale' 'Mended.' 3 >>after

is "a run is the same as itself" "$("$compare" before before)" \
	"0 of 1 papers changed"
changed=$("$compare" before after)
is "what changed gives status 1" $? 1
matches "a date that changed" "$changed" "date '2021-05-04' -> '2021-05-05'"
matches "an officer who is lost" "$changed" 'officers -Ann Hale'
matches "an officer who is new" "$changed" 'officers \+Bo Teal'
matches "an item that is new" "$changed" "[+] minute 3 'Roads'"
matches "an item that is lost" "$("$compare" after before)" \
	"[-] minute 3 'Roads'"
is "only what is asked for" "$("$compare" before after items | grep -c date)" 0

is "nothing is suspicious" "$("$suspicious" papers before)" "0 suspicious"
touch papers/b.md
matches "a paper without items" "$("$suspicious" papers before)" \
	'^papers/b.md: no items'
listed() {
	item "$@" >odd
	"$suspicious" papers odd
}
matches "no date" "$(item x 2021-05-04 A t | sed 's/"2021-05-04"/null/' >odd
"$suspicious" papers odd)" 'a.md: no date'
matches "an officer who is none" \
	"$(listed x 2021-05-04 'the Mill Lane' t)" "no officer's name"
matches "minutes after the next meeting" \
	"$(listed x 2021-05-04 A 'The next meeting is on 1st April 2021.')" \
	'held after the next meeting, 2021-04-01'
matches "a very long minute" \
	"$(listed x 2021-05-04 A "$(head -c 60001 /dev/zero | tr '\0' x)")" \
	'60001 characters'
item b 2021-05-04 A t 3 >odd
item b 2021-05-04 A t 2 >>odd
is "business that was taken in another order" \
	"$("$suspicious" papers odd | grep -c ' after ')" 0
item b 2021-05-04 A t 9 >>odd
matches "numbers that go backward where others are missing" \
	"$("$suspicious" papers odd)" 'number 2 after 3'
matches "an id twice" "$("$suspicious" papers odd)" 'the id b again'

done_testing
