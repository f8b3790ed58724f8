#!/bin/sh
# Which folder may include which, and who may see Xapian.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

# Lines of the sources in folder $1 that include something of folder $2.
includes() {
	grep -nE "^[[:space:]]*#[[:space:]]*include[[:space:]]*[<\"]([^>\"]*/)?$2/" \
		"$1"/*.c "$1"/*.h "$1"/*.cc "$1"/*.hh 2>/dev/null
}

not_allowed() {
	empty "$1/ includes nothing of $2/" "$(includes "$1" "$2")"
}

not_allowed indexer query
not_allowed query indexer
not_allowed shim indexer
not_allowed shim query
not_allowed base shim
not_allowed base indexer
not_allowed base query

# The check itself must be able to see an include.
matches "query/ is seen to include shim/" "$(includes query shim)" shim/

xapian=$(grep -lE '#[[:space:]]*include[[:space:]]*<xapian' \
	base/* shim/* indexer/* query/* tests/unit/* 2>/dev/null)
empty "Xapian is seen by C++ of the shim only" \
	"$(printf '%s\n' "$xapian" | grep -vE '^shim/[a-z-]+\.(cc|hh)$')"
matches "the shim is seen to include Xapian" "$xapian" '^shim/'
empty "nothing but the shim's C++ includes its C++ headers" \
	"$(grep -nE '#[[:space:]]*include.*\.hh[">]' base/* shim/*.[ch] \
		indexer/* query/* tests/unit/*.[ch] 2>/dev/null)"

for header in shim/*.h base/*.h; do
	empty "$header mentions no C++" "$(grep -nE \
		'std::|Xapian::|\<(class|template|namespace|noexcept)\>' \
		"$header" | grep -vE ':[[:space:]]*(/?\*|#[[:space:]]*define)')"
done

done_testing
