#!/bin/sh
# Every field, option and key is in the manual pages, and these are well made.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99
manuals=$(find base shim indexer query -name '*.[1-8]' | sort)

# The tags of lists (".It Cm officer") and in running text of the pages "$@".
tags() {
	cat "$@" | grep -E '^\.(It|Fl|Ar|Cm|Ic|Nm|Op|Ev|Li|Pa|Va|Sy)' |
		sed 's/\\-/-/g'
}

has_tag() {
	printf '%s\n' "$2" | grep -qE -- "(^|[ \"])$3([ \"=:,.]|\$)" ||
		printf '%s ' "$3"
}

fields=$(minutebook fields | awk 'NR > 1 { print $1 }')
# shellcheck disable=SC2086 # a list of files
all_tags=$(tags $manuals)
is "the programs name fields" "$(printf '%s\n' "$fields" | grep -cx date)" 1
empty "every field is in a manual page" "$(for field in $fields; do
	has_tag field "$all_tags" "$field"
done)"

# Long options of "$@ --help", without dashes.
options() {
	"$@" --help | grep -oE -- '--[a-z][a-z-]+' | sort -u |
		grep -v '^--help'
}

# Options of $2... that the manual page $1 does not name, and the other way.
undocumented() {
	page=$1
	shift
	page_tags=$(tags "$page" | sed 's/Fl -/--/g')
	for option in $(options "$@"); do
		has_tag option "$page_tags" "$option"
	done
}

for name in indexer/minutebook-index query/minutebook; do
	[ -f "$name.1" ] || not_ok "$name.1 is there"
done
empty "every option of minutebook-index is in its manual page" \
	"$(undocumented indexer/minutebook-index.1 minutebook-index)"
for command in $(minutebook --help | awk '/^  [a-z]+ / { print $1 }'); do
	[ "$command" != help ] || continue
	empty "every option of minutebook $command is in its manual page" \
		"$(undocumented query/minutebook.1 minutebook "$command")"
done

for manual in $manuals; do
	empty "$manual opens no quote within another" \
		"$(grep -nE '^\..*Dq .* Dq ' "$manual")"
	if command -v mandoc >/dev/null; then
		empty "$manual is well made" \
			"$(mandoc -Tlint -Wwarning "$manual")"
	else
		skip "$manual is well made" "mandoc is not there"
	fi
done

done_testing
