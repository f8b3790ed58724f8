#!/bin/sh
# minutebook people and minutebook committees: who is in the sample papers, and
# what became of committees.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
conf=$scratch/minutebook.conf
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX
cp "$top_srcdir/corpus/minutebook.conf" "$conf" || exit 99

# minutes COMMITTEE DAY CHAIR MEMBER OFFICER: a small paper of an old committee
minutes() {
	cat <<-PAPER
		ELLERSHAM BOROUGH COUNCIL

		$1

		Minutes of the meeting held on $2

		Present: Councillor $3 (Chair), Councillor $4, Councillor G Eccles

		In attendance: $5

		1. Apologies for absence

		There were no apologies for absence.

		2. Foster carers

		The Head of Fostering reported on the visits to foster carers.
	PAPER
}

papers=$scratch/papers
mkdir "$papers" || exit 99
cp -R "$top_srcdir/corpus/papers" "$papers/corpus" || exit 99
minutes "Children's Services Scrutiny Committee" "4 March 2021" \
	"D Hargreave" "N Iqbal" "Mary Quill (Head of Fostering)" \
	>"$papers/2021-03-04-minutes.txt"
minutes "Children's Services Scrutiny Committee" "6 May 2021" \
	"D Hargreave" "N Iqbal" "M Quill (Head of Fostering)" \
	>"$papers/2021-05-06-minutes.txt"
minutebook-index --config="$conf" "$papers" >"$scratch/log" 2>&1 ||
	note "$(cat "$scratch/log")"

people() {
	minutebook people --config="$conf" "$@"
}

# of NAME EXPRESSION: what jq makes of each person found
of() {
	people --format=jsonl "$1" | jq -rc "$2"
}

# status WANT COMMAND...: its exit status; $out and $err have its output.
status() {
	want=$1
	shift
	out=$("$@" 2>"$scratch/err")
	got=$?
	err=$(cat "$scratch/err")
	is "$* exits $want" "$got" "$want"
}

# One person.
is "every form of a name" "$(of karpati .forms)" \
	'["I Kárpáti","Ilona Kárpáti"]'
is "a name without accents and capitals, with a title" \
	"$(of 'MS I KARPATI' .name)" "Ilona Kárpáti"
is "a first name" "$(of ilona .name)" "Ilona Kárpáti"
is "posts from date to date, acting ones by themselves" \
	"$(of karpati '.posts[] | [.post, .from, .to] | join("|")')" \
	"Interim Director of Children’s Services|2021-09-13|2022-09-12
Director of Adult Social Care and Housing|2023-07-12|2025-02-12"
is "who holds a post next" \
	"$(of brindle '.posts[0].next')" "M Oyelowo-Price"
is "a double-barrelled name by both parts, without the hyphen" \
	"$(of 'M Oyelowo Price' .name)" "M Oyelowo-Price"
is "by words of it" "$(of 'price m' .name)" "M Oyelowo-Price"
is "an Irish name, apart or not" \
	"$(of 'O’Dowd' .name) $(of 'Niamh O Dowd' .name)" \
	"Niamh O'Dowd Niamh O'Dowd"
is "committees, with presence and apologies" \
	"$(of kettlewell '.committees[] | [.committee, .meetings, .present,
		.apologies] | map(tostring) | join("|")')" \
	"Cabinet|4|4|0
Planning Committee|6|6|0"
is "an initial and a first name, items that print the post alone" \
	"$(of quill '[.name, .items, .committees[0].present,
		.posts[0].post] | map(tostring) | join("|")')" \
	"Mary Quill|2|2|Head of Fostering"
# Those that have the name; a search finds those of the post alone too.
for name in karpati kettlewell prydderch gethin "o'dowd" bramhall; do
	is "$name: items as a search counts them" "$(of "$name" .items)" \
		"$(minutebook search --all --format=jsonl "officer:$name" |
			jq -c --argjson forms "$(of "$name" .forms)" \
			'select(any(.officers[]; .name as $n |
				any($forms[]; . == $n)))' | wc -l)"
done
found() {
	minutebook search --all --format=ids "$@"
}
is "an officer by the post that an item prints alone" \
	"$(found officer:bramhall | grep -c 2023-07-12/minute/5)" 1
is "not by a post that was another's at the time" \
	"$(found 'officer:"oyelowo-price"' | grep -c 2022-01-20)" 0
is "under every form of the name" "$(found 'officer:"keith bramhall"' | sort)" \
	"$(found 'officer:"k bramhall"' | sort)"
is "a title is no part of it" "$(found 'officer:"Mr Bramhall"' | sort)" \
	"$(found officer:bramhall | sort)"

# Which.
is "who held a post" "$(people --format=jsonl --role='interim director' |
	jq -r .name)" "Ilona Kárpáti"
is "in a year" "$(people --format=jsonl --year=2024 karpati |
	jq -c '[.first, .last, (.posts | length)]')" \
	'["2024-07-10","2024-07-10",1]'
is "items of that year" "$(people --format=jsonl --year=2024 karpati |
	jq .items)" "$(minutebook search --all --format=jsonl \
	'officer:karpati date:2024' | wc -l)"
is "of a committee" "$(people --format=jsonl --committee=cabinet karpati |
	jq -c '[.committees[].committee]')" '["Cabinet"]'
is "items of that committee" \
	"$(people --format=jsonl --committee=cabinet karpati | jq .items)" \
	"$(minutebook search --all --format=jsonl \
		'officer:karpati committee:cabinet' | wc -l)"
is "of a council" "$(people --council=elsewhere 2>&1)" \
	"minutebook: nobody found"

# All.
people --format=jsonl >"$scratch/all.jsonl"
is "everybody, by surname" "$(jq -r .name "$scratch/all.jsonl" |
	grep -E '^(Idris Gethin|Mary Quill|Siân Prydderch)$')" \
	"Idris Gethin
Siân Prydderch
Mary Quill"
is "sides" "$(jq -r .side "$scratch/all.jsonl" | sort -u | tr '\n' ' ')" \
	"member officer other "
matches "a table with a heading" "$(people | head -n 1)" \
	'^NAME +SIDE +ITEMS +FIRST +LAST +COUNCIL +POSTS +COMMITTEES$'
is "CSV has as many rows" "$(people --format=csv | python3 -c '
import csv, sys
rows = list(csv.reader(sys.stdin))
print(len(rows) - 1, len({len(row) for row in rows}))')" \
	"$(wc -l <"$scratch/all.jsonl") 1"
matches "one person in words" "$(people karpati)" \
	'^  Interim Director of Children’s Services, 13 September 2021 to 12'

# What is withheld tells of nobody.
status 0 people --exempt --format=jsonl
printf '%s\n' "$out" | jq -r .name | sort >"$scratch/with"
jq -r .name "$scratch/all.jsonl" | sort >"$scratch/without"
hidden=$(comm -23 "$scratch/with" "$scratch/without")
matches "there is somebody in exempt items alone" "$hidden" .
status 1 people "$hidden"
is "who is not told of" "$out$err" "minutebook: nobody found"
status 0 people --exempt "$hidden"

# Committees.
committees() {
	minutebook committees --config="$conf" --format=jsonl |
		jq -rc "select(.committee == \"$1\") | $2"
}

new="Children and Young People Scrutiny Committee"
old="Children's Services Scrutiny Committee"
is "meetings and dates" \
	"$(committees "$old" '[.meetings, .first, .last, .items]')" \
	'[2,"2021-03-04","2021-05-06",4]'
is "items as a search counts them" "$(committees Cabinet .items)" \
	"$(minutebook search --all --format=jsonl committee:cabinet | wc -l)"
is "aliases" "$(committees "$new" .aliases)" '["CYP Scrutiny","CYPSC"]'
mkdir "$scratch/homes"
for day in 4 11 18; do
	printf '%s\n\n' "$([ $day = 18 ] || echo MARLOW TOWN COUNCIL)" \
		'Minutes of the Quays Committee' "held on $day May 2021" \
		'1. APOLOGIES' 'None.' >"$scratch/homes/$day.txt"
done
minutebook-index --index="$scratch/quays" "$scratch/homes" >"$scratch/log" 2>&1
is "a paper that prints no council is of the committee's" \
	"$(minutebook committees --index="$scratch/quays" --format=jsonl |
		jq -c '[.committee, .council, .meetings, .items]')" \
	'["Quays Committee","Marlow Town Council",3,3]'
is "a likely successor" "$(committees "$old" '.likely[].committee')" "$new"
matches "and why" "$(committees "$old" '.likely[].why')" \
	'^it met last on 6 May 2021, the other first on 13 September 2021; both have "children"; 3 members of both$'
is "that is nobody's successor yet" \
	"$(committees "$old" .after)$(committees "$new" .before)" '[][]'
cat >>"$conf" <<-CONF

	[successors]
	$old=$new;June 2021
CONF
is "a successor of the configuration" "$(committees "$old" .after)" \
	"[{\"committee\":\"$new\",\"from\":\"2021-06-01\"}]"
is "leaves nothing to suggest" "$(committees "$old" .likely)" '[]'
is "and is told of both" "$(committees "$new" .before)" "[\"$old\"]"
matches "a table" "$(minutebook committees --config="$conf" | head -n 1)" \
	'^COMMITTEE +COUNCIL +MEETINGS +ITEMS +FIRST +LAST +BEFORE +AFTER'

# What makes no sense.
status 2 people --year=never
matches "a year that is none" "$err" '^minutebook: --year: '
status 2 people --format=xml
status 2 minutebook committees everything
status 1 people '?'
status 1 people "$(printf '%05000d' 0)"

# Counts of a search take the forms of a name for one person's.
is "--by=officer counts items under any form of the name" \
	"$(minutebook search --by=officer --format=jsonl 'officer:quill' |
		jq -r 'select(.value | test("Quill")) | [.value, .items] | @csv')" \
	"\"Mary Quill\",$(minutebook search --count officer:quill)"
is "--by counts as people does" \
	"$(minutebook search --by=officer --format=jsonl '*' |
		jq -r '[.value, .items] | @csv' | sort)" \
	"$(minutebook people --format=jsonl | jq -r 'select(.side == "officer" and
		.items > 0) | [.name, .items] | @csv' | sort)"

# A letter head that tells no place is no council, as is none at all.
mkdir "$scratch/harbour"
cat >"$scratch/harbour/march.txt" <<'PAPER'
CITY & COUNTY COUNCIL

MINUTES OF MEETING OF THE HARBOUR COMMITTEE HELD ON 4 MARCH 2020

Present: Councillors Ann Orr, Brian Wexcombe

1. QUAY WALL

Councillor Wexcombe asked when the quay wall would be mended.
PAPER
cat >"$scratch/harbour/april.txt" <<'PAPER'
MINUTES OF MEETING OF THE HARBOUR COMMITTEE HELD ON 1 APRIL 2020

Present: Councillors Ann Orr, Brian Wexcombe

1. SLIPWAY

Councillor Brian Wexcombe asked about the slipway.
PAPER
harbour="$scratch/harbour-index"
minutebook-index --index="$harbour" "$scratch/harbour" >/dev/null 2>&1
is "people of no known council are counted in all items" \
	"$(minutebook search --index="$harbour" --by=member --format=jsonl '*' |
		jq -c '[.value, .items]')" '["Brian Wexcombe",2]'
is "and by people" "$(minutebook people --index="$harbour" --format=jsonl \
	wexcombe | jq .items)" 2

# Two of one name, kept apart by their posts, come in the same order each time.
mkdir "$scratch/twins"
{
	printf 'ASHBY BOROUGH COUNCIL\n\n'
	printf 'MINUTES OF THE HARBOUR COMMITTEE HELD ON 1 MARCH 2020\n\n'
	printf 'Present: Councillors Ann Orr, Brian Wexcombe\n\n'
	printf 'Officers: J Quill (Director of Finance)\n\n'
	printf '1. SLIPWAY\n\nThe slipway was repaired.\n'
} >"$scratch/twins/z.txt"
sed -e 1,2d -e 's/MARCH/APRIL/' -e 's/Director of Finance/Harbour Master/' \
	"$scratch/twins/z.txt" >"$scratch/twins/a.txt"
twins=$scratch/twins-index
minutebook-index --index="$twins" "$scratch/twins" >/dev/null 2>&1
is "two of one name are in one order" "$(for _ in 1 2 3 4 5 6 7 8; do
	minutebook people --index="$twins" --format=jsonl quill |
		jq -r '.posts[].post'
done | paste -d, - - | sort -u)" "Director of Finance,Harbour Master"

done_testing
