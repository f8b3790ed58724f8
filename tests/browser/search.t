#!/bin/sh
# The search page in a real browser: Debian's Chromium asks lighttpd, which
# runs the program that was built, on an index of the sample papers.
#
# To refresh the picture in the README:
#	make check TESTS=tests/browser/search.t SCREENSHOT=$PWD/../doc/search-page.png
. "$top_srcdir/tests/tap.sh"

modules=$top_builddir/tests/browser/node_modules
chromium=${CHROMIUM:-$(command -v chromium || :)}
lighttpd=$(PATH=$PATH:/usr/sbin command -v lighttpd || :)
[ -n "$chromium" ] || skip_all "chromium is not there"
[ -n "$lighttpd" ] || skip_all "lighttpd is not there"
command -v node >/dev/null || skip_all "node is not there"
[ -d "$modules/playwright-core" ] ||
	skip_all "playwright-core is not there: ./autogen.sh check installs it"

index=$scratch/index
mkdir "$index"
sed "s|^/srv/papers/ellersham=|$top_srcdir/corpus/papers=|" \
	"$top_srcdir/corpus/minutebook.conf" >"$index/minutebook.conf"
minutebook-index --index="$index" "$top_srcdir/corpus/papers" \
	>"$scratch/index.log" 2>&1 || {
	cat "$scratch/index.log"
	exit 99
}

# A port that nobody has; should somebody take it first, lighttpd fails.
port=$(python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])')
cat >"$scratch/lighttpd.conf" <<END
server.modules = ( "mod_alias", "mod_cgi", "mod_setenv" )
server.bind = "127.0.0.1"
server.port = $port
server.document-root = "$scratch"
server.errorlog = "$scratch/error.log"
server.upload-dirs = ( "$scratch" )
alias.url = ( "/minutebook" => "$top_builddir/minutebook.cgi" )
cgi.assign = ( "" => "" )
setenv.set-environment = ( "MINUTEBOOK_INDEX" => "$index" )
END
"$lighttpd" -D -f "$scratch/lighttpd.conf" &
server=$!
trap 'kill $server 2>/dev/null; wait $server; rm -rf "$scratch"' EXIT

# What the commands write for a browser.
html=$scratch/html
mkdir "$html"
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX
found=$(minutebook search --format=ids --limit=1 fostering)
minutebook dossier -o "$html/dossier.html" officer:kettlewell
minutebook show --format=html "$found" >"$html/item.html"
minutebook search --format=html flooding >"$html/search.html"
minutebook mentions --format=html flooding >"$html/mentions.html"
minutebook people --format=html kettlewell >"$html/person.html"
minutebook meetings --format=html >"$html/meetings.html"
minutebook trace --format=html "$found" >"$html/trace.html"
minutebook actions --format=html >"$html/actions.html"

NODE_PATH=$modules timeout 120 node "$top_srcdir/tests/browser/search.cjs" \
	"$chromium" "http://127.0.0.1:$port/minutebook" "$scratch/profile" \
	"$html"/*.html
status=$?
[ ! -s "$scratch/error.log" ] || note "$(cat "$scratch/error.log")"
exit $status
