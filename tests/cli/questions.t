#!/bin/sh
# A table of questions over the sample papers (questions.txt), and hostile ones:
# each gives the documented answer, in time and without crash.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
{
	cat "$top_srcdir/corpus/minutebook.conf"
	printf '\n[successors]\nPlanning Committee=Cabinet;May 2024\n'
} >"$scratch/minutebook.conf"
minutebook-index --config="$scratch/minutebook.conf" --index="$index" \
	"$top_srcdir/corpus/papers" >/dev/null 2>&1 || exit 99
cp "$scratch/minutebook.conf" "$index/"
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX

# A question in time: nothing takes longer, also under sanitizers.
ask() {
	timeout 20 minutebook search --count -- "$1" 2>"$scratch/err"
	status=$?
	[ $status -lt 2 ] || sed -n \
		'1s/^minutebook: column \([0-9]*\):.*/error \1/p
		 1s/^minutebook: [^c].*/error 0/p' "$scratch/err"
	[ $status -le 2 ] || printf 'exit status %s\n' "$status"
}

tab=$(printf '\t')
while IFS=$tab read -r want question; do
	case $want in '#'* | '') continue ;; esac
	is "$question" "$(ask "$question")" "$want"
done <"$top_srcdir/tests/cli/questions.txt"

is "a word of the index is no slip beside one that it lacks" \
	"$(minutebook search '"carer recrutment"' 2>&1 |
		sed -n 's/.*did you mean: //p')" '"carer recruitment"'

# Many of something.
many() {
	awk -v n="$1" -v text="$2" \
		'BEGIN { for (i = 0; i < n; i++) printf "%s", text }'
}
all=$(ask foster)
is "256 words" "$(ask "$(many 256 'foster ')")" "$all"
is "257 words" "$(ask "$(many 257 'foster ')")" "error 1793"
is "10,000 terms" "$(ask "$(many 10000 'a ')")" "error 0"
is "brackets 32 deep" \
	"$(ask "$(many 32 '(')foster$(many 32 ')')")" "$all"
is "brackets 33 deep" "$(ask "$(many 33 '(')foster$(many 33 ')')")" "error 33"
is "brackets without end" "$(ask "$(many 4000 '(')")" "error 33"
is "quotes without end" "$(ask "$(many 4000 '"')")" "error 1"
is "NOT of NOT of NOT" "$(ask "$(many 500 'NOT ')foster")" "$all"
is "OR of 250 words" "$(ask "$(many 249 'foster OR ')foster")" "$all"
is "a phrase of 200 words" "$(ask "\"$(many 200 'a ')\"")" 0
is "an odd byte" "$(ask "$(printf 'foster \377')")" "error 0"
is "a control character" "$(ask "$(printf 'foster\001carer')")" \
	"$(ask '"foster carer"')"
is "4096 bytes" "$(ask "$(many 4096 'x')")" 0
is "4097 bytes" "$(ask "$(many 4097 'x')")" "error 0"
is "a NUL on the page" \
	"$(QUERY_STRING=q=foster%00 REQUEST_METHOD=GET timeout 20 \
		minutebook.cgi 2>&1 | head -1 | tr -d '\r' | cut -c1-10)" \
	"Status: 40"
is "a text that is no UTF-8 on the page" \
	"$(QUERY_STRING=q=%ff%fe REQUEST_METHOD=GET timeout 20 \
		minutebook.cgi 2>&1 | head -1 | tr -d '\r' | cut -c1-10)" \
	"Status: 40"

# Acronyms, both ways, as an item teaches them; not from exempt ones.
cat >"$scratch/hub.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

1. SAFEGUARDING
The Multi Agency Safeguarding Hub (MASH) had opened.

2. STAFF
Two people had joined the MASH.

3. VISIT
Members saw the multi-agency safeguarding hub at work.
END
minutebook-index --index="$scratch/hub" "$scratch/hub.txt" >/dev/null 2>&1
numbers() {
	minutebook search --index="$scratch/hub" --format=jsonl "$@" |
		jq -r .number | sort | tr '\n' ' '
}
is "an acronym" "$(numbers mash)" "1 2 3 "
is "what it is short for" "$(numbers multi agency safeguarding hub)" "1 2 3 "
is "in quotes it is exact" "$(numbers '"multi agency safeguarding hub"')" "1 3 "
matches "and --explain tells" \
	"$(minutebook search --index="$scratch/hub" --explain mash)" \
	'or "multi agency safeguarding hub", as 1 item teaches'
matches "of what is short for it, too" \
	"$(minutebook search --index="$scratch/hub" --explain \
		visit multi agency safeguarding hub seen)" \
	'"multi agency safeguarding hub" together: or "mash", as 1 item teaches'

# Hyphens, as papers print them.
cat >"$scratch/hyphen.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

1. BUSES
The two operators promised their co-operation.

2. TRAINS
Cooperation with the railway was poor. A subcommittee would meet.

3. REPORT
The sub-committee told of its port.
END
minutebook-index --index="$scratch/hyphen" "$scratch/hyphen.txt" \
	>/dev/null 2>&1
hyphened() {
	minutebook search --index="$scratch/hyphen" --format=jsonl "$@" |
		jq -r .number | sort | tr '\n' ' '
}
is "a hyphen that was typed" "$(hyphened co-operation)" "1 2 "
is "a hyphen that was not" "$(hyphened cooperation)" "1 2 "
is "of another length" "$(hyphened co‐operation)" "1 2 "
is "before a word of its own" "$(hyphened sub-committee)" "2 3 "
is "or in one" "$(hyphened subcommittee)" "2 3 "
is "in quotes it is exact" "$(hyphened '"cooperation"')" "2 "
is "a word that only looks so is whole" "$(hyphened report)" "3 "
matches "--explain tells of the other writing" \
	"$(minutebook search --index="$scratch/hyphen" --explain cooperation)" \
	'or "co operation", with or without a hyphen'
holders() {
	minutebook search --explain "role:\"$1\"" | grep -c Bramhall
}
is "--explain tells who held a post" "$(holders 'director of finance')" 1
is "and of nobody whose post has the words of a phrase in another order" \
	"$(holders 'finance director')" 0
matches "--explain tells of people, posts and dates" \
	"$(minutebook search --explain officer:bramhall)" \
	'Director of Finance, 8 December 2021 to 10 March 2025'
matches "and of a committee's successor" \
	"$(minutebook search --explain committee:planning)" \
	'before and after: Cabinet'

done_testing
