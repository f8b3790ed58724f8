#!/bin/sh
# Names that the libraries give to the linker begin with mb_, and are given once.
. "$top_srcdir/tests/tap.sh"
command -v nm >/dev/null || skip_all "nm is not there"

# Names defined for others; those of the compiler's own (sanitizers, coverage)
# begin with two underlines, those of C++ with _Z.
defined_in() {
	nm --defined-only --extern-only --format=posix "$1" 2>/dev/null |
		awk 'NF > 2 && $2 ~ /[TDBRGSC]/ { print $1 }' |
		grep -vE '^(__|_Z)' | sort -u
}

for library in base/libbase.a shim/libshim.a indexer/libindexer.a \
	query/libquery.a; do
	names=$(defined_in "$top_builddir/$library")
	empty "$library defines no name without mb_" \
		"$(printf '%s\n' "$names" | grep -v '^mb_')"
	matches "$library defines names" "$names" '^mb_'
done

# Tests link them all.
empty "no two libraries define the same name" "$(
	for library in base/libbase.a shim/libshim.a indexer/libindexer.a \
		query/libquery.a; do
		defined_in "$top_builddir/$library"
	done | sort | uniq -d)"

empty "C++ names stay in the shim" "$(nm --defined-only --extern-only \
	"$top_builddir"/base/libbase.a "$top_builddir"/indexer/libindexer.a \
	"$top_builddir"/query/libquery.a 2>/dev/null | grep ' _Z')"

done_testing
