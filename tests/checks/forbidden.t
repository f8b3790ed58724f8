#!/bin/sh
# Calls that outside input must not reach, words that say something is not
# finished, and paths of the machine it was written on.
. "$top_srcdir/tests/tap.sh"
cd "$top_srcdir" || exit 99

# Tracked files, as far as a tarball tells: no build folder, no generated file.
sources() {
	find base shim indexer query corpus tests .ci m4-local autogen.sh \
		configure.ac Makefile.am README.md HACKING.md \
		-name node_modules -prune -o -type f -print 2>/dev/null |
		grep -vE '\.(o|a|log|trs|Po|png|pdf|docx|gz)$|/test_[a-z_]+$'
}

code() {
	sources | grep -E '^(base|shim|indexer|query)/.*\.(c|h|cc|hh)$'
}

# Lines of the files named on standard input that match $1, comments left out.
calls() {
	xargs grep -nE "(^|[^[:alnum:]_.>])($1)[[:space:]]*\(" |
		grep -vE '^[^:]+:[0-9]+:[[:space:]]*(/?\*|//)'
}

no_call() {
	empty "nothing calls $1" "$(code | calls "$1")"
}

no_call 'sscanf|fscanf|scanf|vsscanf'
no_call 'atoi|atol|atoll|atof'
no_call 'strtok|strtok_r|gets'
no_call 'strcpy|strcat|stpcpy|sprintf|vsprintf|strncpy|strncat'
no_call 'system|popen|g_spawn_command_line_[a-z]+'
no_call 'tmpnam|tempnam|mktemp|alloca|g_alloca|g_newa'
no_call 'malloc|calloc|realloc|strdup|strndup'
matches "a call is seen where there is one" "$(code | calls g_free)" g_free

no_word() {
	empty "$1" "$(sources | xargs grep -nIE "$2")"
}

# The brackets keep these lines from finding themselves.
no_word "nothing is left for later" '\<([T]ODO|[F]IXME|[X]XX|[H]ACK)\>'
no_word "no path of the machine" '[/](work|farm)/|[/]home/[a-z]+/|[/]tmp/[h]/'
no_word "no word of the workplace" '[.]library|[f]arm-|[a]nthropic'
lock=tests/browser/package-lock.json
if [ -f "$lock" ]; then
	empty "the lock of the browser test names no registry" \
		"$(grep -n '"resolved"' "$lock")"
fi

done_testing
