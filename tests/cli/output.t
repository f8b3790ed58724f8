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
	sed -e 's/"score":[0-9.e-]*/"score":0/' -e '/^<style>/,/^<\/style>/d' \
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

done_testing
