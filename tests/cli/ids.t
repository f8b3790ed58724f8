#!/bin/sh
# Ids are permanent: the same after a rebuild, in a folder that was moved, and
# when papers come in another order; and scripts can sort and join them.
. "$top_srcdir/tests/tap.sh"

conf=$top_srcdir/corpus/minutebook.conf
papers=$scratch/papers
cp -R "$top_srcdir/corpus/papers" "$papers" || exit 99
index() {
	where=$1
	shift
	minutebook-index --config="$conf" --index="$where" "$@" \
		>"$scratch/log" 2>&1 || note "$(cat "$scratch/log")"
}
ids() {
	minutebook search --index="$1" --all --format=ids '*' | LC_ALL=C sort
}

index "$scratch/one" "$papers"
ids "$scratch/one" >"$scratch/ids"
is "there are some" "$(($(wc -l <"$scratch/ids") > 50))" 1
is "each once" "$(uniq -d <"$scratch/ids")" ""
is "nothing in them needs quoting" \
	"$(grep -cvE '^[a-z0-9/_-]+$' "$scratch/ids")" 0

index "$scratch/two" "$papers"
empty "the same after a rebuild" "$(ids "$scratch/two" | diff - "$scratch/ids")"
mv "$papers" "$scratch/moved"
index "$scratch/three" "$scratch/moved"
empty "the same in another folder" \
	"$(ids "$scratch/three" | diff - "$scratch/ids")"
# One at a time, last first.
find "$scratch/moved" -type f | LC_ALL=C sort -r >"$scratch/list"
half=$(($(wc -l <"$scratch/list") / 2))
head -$half "$scratch/list" | tr '\n' '\0' >"$scratch/later"
tail -n +$((half + 1)) "$scratch/list" | tr '\n' '\0' >"$scratch/first"
for part in first later; do
	xargs -0 minutebook-index --config="$conf" --index="$scratch/four" \
		<"$scratch/$part" >"$scratch/log" 2>&1 || :
done
is "no id is new when papers come in another order" \
	"$(ids "$scratch/four" | LC_ALL=C comm -23 - "$scratch/ids")" ""
empty "every one of them answers, also as it was" \
	"$(tr '\n' '\0' <"$scratch/ids" |
		xargs -0 minutebook show --index="$scratch/four" --format=ids \
			2>&1 >/dev/null)"

minutebook search --index="$scratch/one" --all --format=jsonl '*' |
	jq -r '[.id, .date // "none"] | @tsv' | LC_ALL=C sort >"$scratch/dates"
is "ids join" "$(LC_ALL=C join -t "$(printf '\t')" "$scratch/ids" \
	"$scratch/dates" | wc -l)" "$(wc -l <"$scratch/ids")"
is "with those of mentions too" \
	"$(minutebook mentions --index="$scratch/one" --format=ids cabinet |
		grep -v /front/ |
		LC_ALL=C sort -u | LC_ALL=C join - "$scratch/ids" | wc -l)" \
	"$(minutebook mentions --index="$scratch/one" --format=ids cabinet |
		grep -v /front/ | LC_ALL=C sort -u | wc -l)"

done_testing
