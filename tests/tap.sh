# tap.sh: TAP for scripts in sh.  A test includes it, calls ok, not_ok, is and
# matches, and ends with done_testing:
#
#	. "$top_srcdir/tests/tap.sh"
#	is "one search finds one item" "$(minutebook search x | wc -l)" 1
#	done_testing
#
# $scratch is a folder of the test's own, removed when it ends.

tap_count=0
tap_failed=0
scratch=$(mktemp -d "${TMPDIR:-/tmp}/minutebook-test-XXXXXX") || exit 99
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP

# What sanitizers find, also at the end of a program whose standard error and
# exit status no test looks at, fails the script.
findings=$scratch/.sanitizer
ASAN_OPTIONS=${ASAN_OPTIONS:+$ASAN_OPTIONS:}log_path=$findings
UBSAN_OPTIONS=${UBSAN_OPTIONS:+$UBSAN_OPTIONS:}log_path=$findings
LSAN_OPTIONS=${LSAN_OPTIONS:+$LSAN_OPTIONS:}print_suppressions=0
export ASAN_OPTIONS UBSAN_OPTIONS LSAN_OPTIONS

# Say why a test failed, as lines that TAP passes over.
note() {
	printf '%s\n' "$*" | sed 's/^/# /'
}

ok() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s\n' "$tap_count" "$1"
}

not_ok() {
	tap_count=$((tap_count + 1))
	tap_failed=$((tap_failed + 1))
	printf 'not ok %d - %s\n' "$tap_count" "$1"
	shift
	[ $# -eq 0 ] || note "$@"
}

# A test that can't be made here, and why.
skip() {
	tap_count=$((tap_count + 1))
	printf 'ok %d - %s # SKIP %s\n' "$tap_count" "$1" "$2"
}

# Leave out the whole script, saying why.
skip_all() {
	printf '1..0 # SKIP %s\n' "$1"
	exit 0
}

# is WHAT GOT WANT
is() {
	if [ "$2" = "$3" ]; then
		ok "$1"
	else
		not_ok "$1" "got:  $2" "
want: $3"
	fi
}

# matches WHAT GOT PATTERN (an extended regular expression)
matches() {
	if printf '%s\n' "$2" | grep -Eq -- "$3"; then
		ok "$1"
	else
		not_ok "$1" "got: $2" "
which does not match: $3"
	fi
}

# empty WHAT GOT: passes when nothing was found.
empty() {
	if [ -z "$2" ]; then
		ok "$1"
	else
		not_ok "$1" "$2"
	fi
}

# succeeds WHAT COMMAND...
succeeds() {
	tap_what=$1
	shift
	if tap_output=$("$@" 2>&1); then
		ok "$tap_what"
	else
		not_ok "$tap_what" "$* failed:" "
$tap_output"
	fi
}

done_testing() {
	for tap_found in "$findings".*; do
		[ ! -e "$tap_found" ] ||
			not_ok "sanitizers find nothing" "$(cat "$tap_found")"
	done
	printf '1..%d\n' "$tap_count"
	[ "$tap_failed" -eq 0 ]
}
