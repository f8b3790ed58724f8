#!/bin/sh
# Every form of output, byte for byte, as scripts rely on it: the commands below
# on a small index, beside tests/cli/output/NAME.want.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
printf '[papers]\n/srv/papers=https://papers.example/p\n' \
	>"$index/minutebook.conf"
MINUTEBOOK_INDEX=$index
SOURCE_DATE_EPOCH=0
export MINUTEBOOK_INDEX SOURCE_DATE_EPOCH
id=ellersham/scrutiny/2020-03-05/minute/20

# A score depends on all of an index, and a style sheet is nobody's input.
still() {
	sed -e "s|$scratch|/scratch|g" -e 's/"score":[0-9.e-]*/"score":0/' -e '/^<style>/,/^<\/style>/d' \
		-e 's/^\(.*\)<style>.*/\1/' -e 's/minutebook [0-9][0-9.]*/minutebook/'
}

# want NAME COMMAND...
want() {
	name=$1
	shift
	"$@" 2>&1 | still >"$scratch/got"
	if difference=$(diff -u "$top_srcdir/tests/cli/output/$name.want" \
		"$scratch/got"); then
		ok "$name"
	else
		not_ok "$name: $*" "$difference"
	fi
	[ -z "$MINUTEBOOK_WRITE_WANT" ] ||
		cp "$scratch/got" "$top_srcdir/tests/cli/output/$name.want"
}

for format in text jsonl html ids; do
	want "search-$format" minutebook search --sort=oldest \
		--format=$format foster
done
want search-csv minutebook search --sort=oldest --format=csv foster
want search-hostile minutebook search --format=html hostile
want search-group minutebook search --group --limit=1 --sort=oldest budget
for format in text jsonl csv html; do
	want "count-$format" minutebook search --count --format=$format foster
	want "by-$format" minutebook search --by=kind --format=$format '*'
	want "mentions-$format" minutebook mentions --format=$format foster
	want "show-$format" minutebook show --format=$format $id
done
want dossier minutebook dossier --title='Foster carers' foster

# What follows matters, on items that point to one another.
python3 "$top_srcdir/tests/cli/linked.py" |
	"$top_builddir/tests/put-items" "$scratch/linked" || exit 99
MINUTEBOOK_INDEX=$scratch/linked
id=ellersham/scrutiny/2022-09-05/minute/20
for format in text jsonl csv html dot svg ids; do
	want "trace-$format" minutebook trace --format=$format $id
done
for format in text jsonl csv html; do
	want "refs-$format" minutebook refs --format=$format $id
done
for format in text jsonl csv html ids ics; do
	want "actions-$format" minutebook actions --on=2023-07-01 \
		--format=$format
done

# What papers tell of people and committees.
cat >"$scratch/minutes.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

Present: Councillors P Bradley (Chair), A Evans
Apologies: Councillor T Moss
In attendance: H Ellis, Director of Finance

1. BUDGET
The Director of Finance reported on the budget.
RESOLVED that the budget be approved.

2. MEADOW
Councillor Evans asked about the meadow.

Signed: R Quill, Clerk to the Council
END
(cd "$scratch" && minutebook-index --index=papers minutes.txt >/dev/null 2>&1)
MINUTEBOOK_INDEX=$scratch/papers
minutes=ellersham-borough-council/cabinet/2020-03-04
for format in text jsonl csv html; do
	for command in people committees coverage fields meetings; do
		want "$command-$format" minutebook $command --format=$format
	done
	want "front-$format" minutebook mentions --format=$format quill
	want "meeting-$format" minutebook meeting --format=$format \
		$minutes
done
want person minutebook people 'H Ellis'
want front-none minutebook search quill

# What a manual's page says in one section of it, or in all.
section() {
	awk -v name="$2" '/^\.S[sh]/ { on = name == "" || $0 == ".Ss " name ||
		$0 == ".Sh " toupper(name) }
		on' "$top_srcdir/$1"
}
# keys_documented FILE SECTION COMMAND...: that the rows have no other keys
keys_documented() {
	file=$1
	name=$2
	shift 2
	lacking=$("$@" --format=jsonl |
		jq -r '[.. | objects | keys[]] | unique[]' | sort -u |
		while read -r key; do
			section "$file" "$name" | grep '^\(\.It\|\.Cm\|\.Pq\)' |
				grep -qw -e "$key" || [ "$key" = format ] ||
				echo "$key"
		done)
	is "$1: each key is in the manual" "$lacking" ""
}
jsonl=query/minutebook-jsonl.5
keys_documented base/minutebook-item.5 '' minutebook search '*'
keys_documented base/minutebook-item.5 '' minutebook show "$minutes/minute/1"
keys_documented $jsonl 'search --count' minutebook search --count '*'
keys_documented $jsonl 'search --by' minutebook search --by=officer '*'
keys_documented $jsonl mentions minutebook mentions quill
keys_documented $jsonl mentions minutebook mentions officer:ellis
keys_documented $jsonl 'meetings, meeting' minutebook meetings
keys_documented $jsonl 'meetings, meeting' minutebook meeting "$minutes"
keys_documented $jsonl fields minutebook fields
for command in people committees coverage; do
	keys_documented query/minutebook.1 $command minutebook $command
done
MINUTEBOOK_INDEX=$scratch/linked
# A trace has items, which have a manual of their own, with more in them.
trace_alone() {
	minutebook trace "$@" | jq -c '.links[], {matter, links: []}'
}
keys_documented query/minutebook.1 following trace_alone "$id"
keys_documented query/minutebook.1 following minutebook refs "$id"
keys_documented query/minutebook.1 actions minutebook actions

done_testing
