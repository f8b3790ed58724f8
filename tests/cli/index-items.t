#!/bin/sh
# minutebook-index --items: items that were made elsewhere.
. "$top_srcdir/tests/tap.sh"

export MINUTEBOOK_INDEX="$scratch/index"
export XDG_CONFIG_HOME="$scratch/none"
from=$scratch/export
mkdir "$from" || exit 99
python3 "$top_srcdir/tests/cli/items.py" >"$scratch/all.jsonl" || exit 99
grep '"exempt": *false' "$scratch/all.jsonl" >"$from/open.jsonl"
head -1 "$from/open.jsonl" >"$scratch/one"
n=$(wc -l <"$from/open.jsonl")

index() {
	minutebook-index "$@" >"$scratch/out" 2>"$scratch/err"
	status=$?
}

papers() {
	minutebook search --all --format=jsonl '*' |
		jq -r '.papers[].path' | sort -u
}

index --items "$from"
is "an export is indexed" "$status" 0
is "every item of it is found" \
	"$(minutebook search --all --format=jsonl '*' | wc -l)" "$n"
is "their meetings are known" \
	"$(minutebook coverage --format=jsonl | jq -s 'map(.meetings) | add')" \
	"$(jq -c 'select(.date != null) | [.council, .committee, .date]' \
		"$from/open.jsonl" | sort -u | wc -l)"
is "and whom they name" \
	"$(minutebook people --format=jsonl | jq -r .name | sort | head -1)" \
	'Catherine Dreskell'
is "they stand in the file" "$(papers)" "$(realpath "$from/open.jsonl")"
index --items "$from"
matches "a second run finds it unchanged" "$(cat "$scratch/out")" ' 1 unchanged'

jq -c '.text = "Zebrafish."' "$scratch/one" >"$from/open.jsonl"
index --items "$from"
is "a changed file brings its items, and takes the others" \
	"$(minutebook search --all --format=jsonl '*' | jq -r .text)" Zebrafish.

jq -c '.id = ""' "$scratch/one" >"$from/open.jsonl"
index --items "$from"
matches "an item without an id gets one" \
	"$(minutebook search --all --format=jsonl '*' | jq -r .id)" '^[^ ]+/[^ ]+/'

{ cat "$scratch/one"; echo '{"format":1}'; } >"$from/bad.jsonl"
index --items "$from"
is "a line that is no item fails its file" "$status" 1
matches "and is told of" "$(cat "$scratch/err")" \
	'bad\.jsonl: line 2 is no item: '
rm "$from/bad.jsonl"

cp "$from/open.jsonl" "$scratch/secret.jsonl"
printf '[exempt]\nexempt=%s/*\n' "$(realpath "$scratch")" >"$scratch/conf"
index --items --again --config "$scratch/conf" "$scratch/secret.jsonl" "$from"
minutebook search '*' >/dev/null 2>&1
is "what the configuration withholds is withheld" "$?" 1

index --items --again "$from"
minutebook search committee:scrutiny >/dev/null 2>&1
is "with the option it is items" "$?" 0
index "$from"
minutebook search committee:scrutiny >/dev/null 2>&1
is "without it, a text like any other" "$?" 1
is "the dry run prints what it is given" \
	"$(minutebook-index --items --dry-run "$scratch/one" | jq -r .text)" \
	"$(jq -r .text "$scratch/one")"
index --items --dump=lines "$from"
is "no step of the indexer can be seen of it" "$status" 2

done_testing
