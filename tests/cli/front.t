#!/bin/sh
# What a paper prints outside its items: found, and never taken for an item.
. "$top_srcdir/tests/tap.sh"

papers=$scratch/papers
index=$scratch/index
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX
mkdir "$papers" || exit 99
cp "$top_srcdir/tests/golden/front/address.in" "$papers/minutes.txt" || exit 99
cat >"$papers/withheld.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
NOT FOR PUBLICATION by virtue of paragraph 3 of Schedule 12A
Report to Cabinet
24 May 2023
Report of the Head of Quagmires
Subject: Purchase of land
1. Purpose
1.1 To agree a price.
END
minutebook-index "$papers" >"$scratch/log" 2>&1 || note "$(cat "$scratch/log")"

# stderr of a command that finds nothing
none() {
	minutebook "$@" 2>"$scratch/none" >/dev/null
	cat "$scratch/none"
}

is "no item" "$(minutebook search --count '*')" 2
is "items are not found by what stands outside them" \
	"$(minutebook search --count allotments 2>/dev/null)" 0
matches "but that is told" "$(none search allotments)" \
	'outside the items, .* 1 place has it: ask front:\(allotments\)'
asked() {
	QUERY_STRING="q=$1" REQUEST_METHOD=GET minutebook.cgi |
		grep -c "<$2>.*, 1 place has it: ask <a href=\"?q=front:%28$1%29\">"
}
is "the page has a link to it" "$(asked allotments li)" 1
is "also below what was found" "$(asked quill p)" 1
is "and can be asked for" \
	"$(minutebook search --format=jsonl 'front:allotment' |
		jq -r '[.kind, .date] | join(" ")')" "front 2023-05-24"
matches "with the words marked" "$(minutebook search 'front:volunteers')" \
	'thanked the volunteers of the Larkhill'
is "as a phrase" "$(minutebook search --count 'front:"ellersham library"')" 1
is "with a star" "$(minutebook search --count 'front:volunt*')" 1
matches "a person of whom only a list tells" \
	"$(none search 'officer:"Siân Parry"')" \
	'1 place has it: ask front:\("Siân Parry" OR "S Parry"\)'
is "mentions have every place, in order" \
	"$(minutebook mentions --format=jsonl quill |
		jq -r '[.kind, .match] | join(" ")' | tr '\n' '|')" \
	"front Quill|minute Quill|"
matches "and say where" "$(minutebook mentions quill)" \
	'^2 mentions in 1 item and 1 place outside the items'
is "its id answers" \
	"$(minutebook show --format=ids \
		"$(minutebook search --format=ids front:quill)" | wc -l)" 1
minutebook search 'front:quill date:2023' >/dev/null 2>"$scratch/err"
is "nothing else can be needed with it" $? 2
matches "which is told" "$(cat "$scratch/err")" \
	"^minutebook: column 1: front: can't be needed together"
is "OR may stand between" \
	"$(minutebook search --count 'front:library OR apologies')" 2
is "no question for a paper has it" \
	"$(minutebook search --count 'paper:minutes.txt')" 2
is "nor one for days" "$(minutebook search --count 'date:2023')" 2
is "the meeting has its items alone" \
	"$(minutebook meetings --format=jsonl | jq -r .items)" 2

is "what stands beside the exempt is exempt" \
	"$(minutebook search --count front:quagmires 2>/dev/null)" 0
is "in the files too" \
	"$(grep -rlai quagmires "$index/current/open" | wc -l)" 0
is "and found there" \
	"$(minutebook search --exempt --count front:quagmires)" 1

sed -i 's/Larkhill allotments/Marsh Lane pond/' "$papers/minutes.txt"
minutebook-index "$papers" >/dev/null 2>&1
is "what has changed is gone" \
	"$(minutebook search --count front:larkhill 2>/dev/null)" 0
is "and what came is there" "$(minutebook search --count front:pond)" 1
rm "$papers/minutes.txt"
minutebook-index --prune "$papers" >/dev/null 2>&1
is "with its paper it goes" \
	"$(minutebook search --count front:quill 2>/dev/null)" 0
done_testing
