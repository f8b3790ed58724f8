#!/bin/sh
# What each step prints of small papers: STAGE/CASE.in gives STAGE/CASE.want.
# STAGE is one of --dump's, or "jsonl" for the items themselves.
. "$top_srcdir/tests/tap.sh"

print_stage() {
	case $1 in
	jsonl) minutebook-index --dry-run --format=jsonl "$2" ;;
	*) minutebook-index --dump="$1" "$2" ;;
	esac
}

for case in "$top_srcdir"/tests/golden/*/*.in; do
	[ -f "$case" ] || continue
	folder=${case%/*}
	stage=${folder##*/}
	name=${case##*/}
	# Paths are printed as they are given.
	cd "$folder" || exit 99
	print_stage "$stage" "$name" >"$scratch/got" 2>"$scratch/errors" ||
		note "exit status $?: $(cat "$scratch/errors")"
	if difference=$(diff -u "${name%.in}.want" "$scratch/got"); then
		ok "$stage/${name%.in}"
	else
		not_ok "$stage/${name%.in}" "$difference"
	fi
done

[ "$tap_count" -gt 0 ] || skip_all "there are no cases"
done_testing
