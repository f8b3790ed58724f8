#!/bin/sh
# bash completion: what is offered after some words.
. "$top_srcdir/tests/tap.sh"

command -v bash >/dev/null || skip_all "bash is not there"
index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX

# after WORD...: the completions of the last word, on one line
after() {
	bash -c '. "$1/query/completion/minutebook" || exit 99
		shift
		COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
		_minutebook
		printf "%s\n" "${COMPREPLY[@]}"' bash "$top_srcdir" "$@" |
		sort | tr '\n' ' '
}

is "commands" "$(after minutebook me)" "meeting meetings mentions "
is "every command" "$(after minutebook '' | wc -w)" \
	"$(minutebook help | grep -c '^  [a-z]')"
is "options of a command" "$(after minutebook search --co)" \
	"--config= --count "
is "every option" "$(after minutebook search -- | wc -w)" \
	"$(minutebook search --help | grep -oE -- '--[a-z][a-z-]*=?' | sort -u |
		wc -l)"
is "formats of a command" "$(after minutebook search --format = js)" "jsonl "
is "right after the sign" "$(after minutebook search --by = | wc -w)" 6
is "values that the help tells" "$(after minutebook search --sort = ne)" \
	"newest "
is "of one command alone" "$(after minutebook trace --min-confidence '')" \
	"certain likely possible "
is "options without a command" "$(after minutebook --)" "--help --version "
is "kinds" "$(after minutebook search kind : re)" "report "
is "right after the colon" "$(after minutebook search is :)" \
	"draft exempt open private scanned "
is "no words of other fields" "$(after minutebook search title :)" " "
is "fields of a question" "$(after minutebook search off)" "officer: "
matches "committees" "$(after minutebook coverage --committee = pl)" Planning
is "commands after help" "$(after minutebook help sear)" "search "

done_testing
