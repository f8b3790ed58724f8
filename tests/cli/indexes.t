#!/bin/sh
# Several indexes asked as one, local or served by xapian-tcpsrv.
. "$top_srcdir/tests/tap.sh"

papers=$top_srcdir/corpus/papers
for part in cabinet planning; do
	minutebook-index --index="$scratch/$part" "$papers/$part" \
		>/dev/null 2>&1 || exit 99
done
minutebook-index --index="$scratch/both" "$papers/cabinet" "$papers/planning" \
	>/dev/null 2>&1 || exit 99

# What the commands say of "$@".
answers() {
	minutebook search "$@" --all --sort=newest --format=ids '*'
	minutebook search "$@" --all --format=ids 'council tax' | sort
	minutebook search "$@" --by=year --format=csv '*'
	minutebook search "$@" --by=committee --format=csv culvert
	minutebook search "$@" --by=officer --format=csv '*'
	minutebook search "$@" --count 'officer:"keith bramhall"'
	minutebook search "$@" --count 'culv*'
	minutebook people "$@" --format=csv
	minutebook committees "$@" --format=csv
	minutebook meetings "$@" --format=csv
}

answers --index="$scratch/both" >"$scratch/want"
is "there is something to compare" \
	"$([ "$(wc -l <"$scratch/want")" -gt 100 ] && echo yes)" yes
answers --index="$scratch/cabinet" --index="$scratch/planning" \
	>"$scratch/got" 2>"$scratch/err"
is "two indexes are as one" \
	"$(diff "$scratch/want" "$scratch/got" | head -5)" ""
MINUTEBOOK_INDEX=$scratch/cabinet:$scratch/planning
export MINUTEBOOK_INDEX
answers >"$scratch/got" 2>"$scratch/err"
is "and named by the environment" \
	"$(diff "$scratch/want" "$scratch/got" | head -5)" ""
minutebook search zebracorn >"$scratch/out" 2>"$scratch/err"
is "none in all of them is none" "$?$(cat "$scratch/out")" 1
is "of all that is in them" \
	"$(sed -n 's/^minutebook: searched: \([0-9]* items\),.*/\1/p' \
		"$scratch/err")" \
	"$(minutebook search --count '*') items"
unset MINUTEBOOK_INDEX
is "an index that is named twice is searched once" \
	"$(cd "$scratch" && MINUTEBOOK_INDEX="$scratch/cabinet:cabinet/:./cabinet" \
		minutebook search --count '*')" \
	"$(minutebook search --index="$scratch/cabinet" --count '*')"
minutebook search --index="$scratch/cabinet" --index="$scratch/none" x \
	2>"$scratch/err"
is "one that is missing is an error" "$?" 2

if ! command -v xapian-tcpsrv >/dev/null; then
	skip "an index on another machine" "xapian-tcpsrv is not there"
	done_testing
	exit
fi

port=$(python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])')
# Ended, it ends its whole process group.
setsid xapian-tcpsrv --quiet --interface 127.0.0.1 --port "$port" \
	"$scratch/planning/current/open" >"$scratch/served" 2>&1 &
server=$!
trap 'kill "$server" 2>/dev/null; rm -rf "$scratch"' EXIT
printf 'remote 127.0.0.1:%s\n' "$port" >"$scratch/stub"
i=0
until minutebook search --index="$scratch/stub" --count '*' >/dev/null 2>&1 ||
	[ "$i" -ge 50 ]; do
	sleep 0.1
	i=$((i + 1))
done
answers --index="$scratch/cabinet" --index="$scratch/stub" \
	>"$scratch/got" 2>"$scratch/err"
is "an index on another machine is asked like one here" \
	"$(diff "$scratch/want" "$scratch/got" | head -5)" ""
# Both add up what words weigh, each in its own order.
in_order() {
	for question in council 'council tax' 'planning OR budget OR repor*' \
		'"council tax" OR the' 'culvert NEAR works' 'a* NOT kind:agenda'
	do
		minutebook search "$@" --all --format=ids "$question"
	done
}
is "and gives the same order" \
	"$(in_order --index="$scratch/cabinet" --index="$scratch/stub")" \
	"$(in_order --index="$scratch/cabinet" --index="$scratch/planning")"
is "the forms of words are looked up there too" \
	"$(minutebook search --index="$scratch/stub" --explain planning |
		grep -c 'in any form: .*planning')" 1
done_testing
