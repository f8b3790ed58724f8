#!/bin/sh
# Shell scripts are plain sh and raise no doubt of shellcheck.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99
command -v shellcheck >/dev/null || skip_all "shellcheck is not there"

for script in autogen.sh .ci/run tests/*/*.t tests/*.sh corpus/build-papers; do
	[ -f "$script" ] || continue
	head -n 1 "$script" | grep -qE '^#!.*\<(sh|bash)$|^# tap' || continue
	succeeds "$script" shellcheck -x -S warning -e SC1091,SC2154,SC1112 -s \
		"$(head -n 1 "$script" | grep -q bash && echo bash || echo sh)" \
		"$script"
done

done_testing
