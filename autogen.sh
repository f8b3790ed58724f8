#!/bin/sh
# Prepare, build, show and test minutebook on Debian 12.
#
#	./autogen.sh                            make ./configure (autoreconf)
#	./autogen.sh demo [--once] [--port N] [PAPER|FOLDER...]
#	./autogen.sh check                      build and run all tests
#
# demo and check install the Debian packages that are missing (as root, or
# through sudo when it asks for no password), build in _build, and may be run
# again at any time.
set -eu

srcdir=$(cd "$(dirname "$0")" && pwd)
build=$srcdir/_build
demo=$build/demo

build_packages='gcc g++ make autoconf automake pkgconf libxapian-dev
	libstemmer-dev zlib1g-dev libzstd-dev libglib2.0-dev libpoppler-glib-dev
	libxml2-dev libzip-dev nettle-dev libjansson-dev
	libseccomp-dev libmimalloc-dev'
demo_packages='lighttpd curl jq'
check_packages='libcmocka-dev lighttpd curl jq graphviz mandoc python3
	xapian-tools xz-utils shellcheck chromium nodejs npm
	libtesseract-dev tesseract-ocr-eng'

say() {
	printf '%s\n' "autogen.sh: $*"
}

die() {
	printf '%s\n' "autogen.sh: $*" >&2
	exit 1
}

usage() {
	sed -n '2,/^set /s/^# \{0,1\}//p' "$srcdir/autogen.sh" >&2
	exit 2
}

# Debian packages.

is_installed() {
	case $1 in
	# Often there from elsewhere, under another package's name.
	nodejs) command -v node >/dev/null && return ;;
	npm) command -v npm >/dev/null && return ;;
	esac
	dpkg-query -W -f='${Status}' "$1" 2>/dev/null |
		grep -q '^install ok installed$'
}

# The packages of "$@" that are not installed.
missing_of() {
	for package; do
		is_installed "$package" || printf '%s ' "$package"
	done
}

as_root() {
	if [ "$(id -u)" -eq 0 ]; then
		"$@"
	else
		sudo -n "$@"
	fi
}

can_be_root() {
	[ "$(id -u)" -eq 0 ] && return
	command -v sudo >/dev/null && sudo -n true 2>/dev/null
}

apt_get() {
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -q -y \
		-o DPkg::Lock::Timeout=300 "$@" >>"$build/apt.log" 2>&1
}

# Every package of "$@" is one that apt knows.
are_known() {
	for package; do
		apt-cache show "$package" >/dev/null 2>&1 || return 1
	done
}

# Installing a web server would also start it, on port 80: a policy says no to
# that while packages are installed, unless the machine has one already.
policy=/usr/sbin/policy-rc.d

apt_install() {
	[ -e "$policy" ] || made_policy=yes
	[ "${made_policy-}" ] && as_root sh -c \
		"printf '#!/bin/sh\nexit 101\n' >$policy && chmod 755 $policy"
	apt_get install --no-install-recommends "$@" && status=0 || status=$?
	[ "${made_policy-}" ] && as_root rm -f "$policy"
	made_policy=
	return "$status"
}

# Say which of "$@" can't be had, and stop.
die_of_packages() {
	for package; do
		are_known "$package" || die "the Debian package" \
			"\"$package\" can't be had; see $build/apt.log"
	done
	die "apt-get could not install: $*; see $build/apt.log"
}

need_packages() {
	command -v dpkg-query >/dev/null ||
		die "this is not Debian: install the packages named in $0"
	missing=$(missing_of "$@")
	[ -n "$missing" ] || return 0
	can_be_root || die "run this as root first:" \
		"apt-get install --no-install-recommends $missing"
	mkdir -p "$build"
	say "installing $missing"
	# shellcheck disable=SC2086 # a list of package names
	set -- $missing
	are_known "$@" || apt_get update || true
	apt_install "$@" || {
		apt_get update || true
		apt_install "$@" || die_of_packages "$@"
	}
}

# Building.

generate() {
	cd "$srcdir"
	mkdir -p m4 build-aux
	autoreconf --install
}

build_all() {
	if [ ! -x "$srcdir/configure" ]; then
		say "making configure"
		(generate) >"$srcdir/autoreconf.log" 2>&1 || {
			cat "$srcdir/autoreconf.log" >&2
			die "autoreconf failed"
		}
		rm -f "$srcdir/autoreconf.log"
	fi
	mkdir -p "$build"
	cd "$build"
	if [ ! -f Makefile ]; then
		say "configuring in $build"
		"$srcdir/configure" -q || die "configure failed"
	fi
	say "building in $build"
	make -s -j"$(nproc)" || die "the build failed"
}

# The demo.

# "$@" as it would be typed.
as_typed() {
	for word; do
		case $word in
		*[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;;
		*) printf ' %s' "$word" ;;
		esac
	done
}

# Show a command of minutebook and what it prints.
tell() {
	command=$1
	shift
	set -- "$bin/minutebook" "$command" --index "$index" "$@"
	printf '\n$%s\n' "$(as_typed "$@")"
	"$@" || die "this found nothing"
}

all_items() {
	"$bin/minutebook" search --index "$index" --all --format=jsonl "$@"
}

# The id of the first item that a search finds.
first_id() {
	"$bin/minutebook" search --index "$index" --limit=1 --format=jsonl \
		"$@" | jq -r .id
}

# Index "$@", or the sample papers, each in an index of its own.
index_papers() {
	if [ $# -eq 0 ]; then
		index=$demo/index
		set -- "$srcdir/corpus/papers"
	else
		index=$demo/index-$(printf '%s\n' "$@" | cksum | tr -d ' ')
	fi
	# An index of another version of the program is made anew.
	[ -n "$(find "$index/current" -newer "$bin/minutebook-index" \
		2>/dev/null)" ] || rm -rf "$index"
	mkdir -p "$index"
	write_conf
	say "indexing $*"
	"$bin/minutebook-index" --index "$index" "$@" && status=0 || status=$?
	case $status,$papers_given in
	0,*) ;;
	1,yes) say "some papers could not be read; going on without them" ;;
	*) die "the papers could not be indexed" ;;
	esac
}

# The sample papers' own configuration, but for where they are published.
write_conf() {
	[ "$papers_given" = no ] || return 0
	sed '/^\/srv\//d; s|^\[papers\]$|&\
'"$srcdir/corpus/papers=http://127.0.0.1:$port/papers"'|' \
		"$srcdir/corpus/minutebook.conf" >"$index/minutebook.conf"
}

tell_of_samples() {
	say "D Kettlewell is never named in the minutes, only his post"
	tell search --sort=oldest --limit=4 officer:kettlewell
	say "one topic over the years"
	tell search --sort=oldest --limit=8 '"foster carer recruitment"'
	say "one item in full"
	tell show "$(first_id --sort=oldest kind:minute \
		'title:"foster carer recruitment"')"
	question='"foster carer recruitment"'
}

# The officer most often known by a post alone, else most often named.
commonest_officer() {
	all_items kind:minute OR kind:agenda OR kind:report | jq -rs '
		def most: group_by(.) | max_by(length)[0] // empty;
		def surname: (.name // "") | split(" ") | last // empty;
		[.[].officers[]] |
		([.[] | select(.how == "role") | surname] | most),
		([.[] | surname] | most)' | head -n 1
}

# The word that stands in the headings of most meetings.
commonest_topic() {
	all_items kind:minute OR kind:agenda OR kind:report | jq -rs '
		def dull: ["minutes", "apologies", "absence", "meeting",
			"declarations", "declaration", "interest",
			"interests", "matters", "arising", "previous",
			"business", "confirmation", "correspondence",
			"update", "report", "reports", "committee",
			"council", "public", "welcome"];
		[.[] | select(.title) | .date as $date | .title |
			ascii_downcase | [scan("[a-z]{6,}")] - dull |
			unique[] | {word: ., $date}] | unique |
		group_by(.word) | max_by(length)[0].word // empty'
}

tell_of_papers() {
	officer=$(commonest_officer)
	topic=$(commonest_topic)
	[ -n "$topic" ] || die "no item was found in these papers"
	if [ -n "$officer" ]; then
		say "an officer, by name or by post"
		tell search --sort=newest --limit=4 "officer:$officer"
	fi
	say "one topic over the years"
	tell search --sort=oldest --limit=8 "$topic"
	say "one item in full"
	tell show "$(first_id "$topic")"
	question=$topic
}

# Whether something answers on a port.
is_taken() {
	curl -s -o "$demo/curl.out" --max-time 5 "http://127.0.0.1:$1/" ||
		[ $? -ne 7 ]
}

choose_port() {
	if [ -n "$port" ]; then
		! is_taken "$port" || die "port $port is taken"
		return 0
	fi
	for port in 8080 8081 8082 8083 8084 8085 8086 8087 8088 8089; do
		is_taken "$port" || return 0
	done
	die "the ports 8080 to 8089 are all taken; name another with --port"
}

# Papers that the open index names, for the web server: exempt ones are not
# among them.
publish_samples() {
	rm -rf "$demo/papers"
	mkdir -p "$demo/papers"
	[ "$papers_given" = no ] || return 0
	all_items kind:minute OR kind:agenda OR kind:report OR kind:appendix \
		OR kind:action OR kind:decision OR kind:question |
		jq -r '.papers[].path' | sort -u |
		while IFS= read -r paper; do
			name=$demo/papers/${paper#"$srcdir/corpus/papers/"}
			mkdir -p "${name%/*}"
			ln -sf "$paper" "$name"
		done
}

write_server_conf() {
	for name in demo minutebook; do
		sed -e "s|@CGI@|$build/minutebook.cgi|" \
			-e "s|@INDEX@|$index|" -e "s|@PORT@|$port|" \
			-e "s|@DEMO@|$demo|" \
			"$srcdir/query/lighttpd-$name.conf.in" \
			>"$demo/lighttpd-$name.conf"
	done
}

stop_server() {
	trap - INT TERM HUP EXIT
	kill "$server" 2>/dev/null || true
	wait "$server" 2>/dev/null || true
}

start_server() {
	lighttpd=$(PATH=$PATH:/usr/sbin command -v lighttpd)
	"$lighttpd" -D -f "$demo/lighttpd-demo.conf" \
		>"$demo/lighttpd.log" 2>&1 &
	server=$!
	trap 'stop_server; exit 0' INT TERM HUP
	trap stop_server EXIT
	for _ in 1 2 3 4 5 6 7 8 9 10; do
		is_taken "$port" && break
		kill -0 "$server" 2>/dev/null ||
			die "lighttpd did not start; see $demo/lighttpd.log"
		sleep 0.3
	done
}

# The page answers the question with at least one item.
check_page() {
	curl -sS -f -G --max-time 20 --data-urlencode "q=$question" \
		-o "$demo/page.html" "$url" || die "the page does not answer"
	id=$(first_id "$question")
	grep -qF "$id" "$demo/page.html" || grep -qF \
		"$(printf '%s' "$id" | jq -Rr @uri)" "$demo/page.html" ||
		die "the page at $url does not show $id"
	say "the page at $url answers: $question"
}

serve() {
	url=http://127.0.0.1:$port/minutebook
	publish_samples
	write_server_conf
	start_server
	check_page
	if [ "$once" = yes ]; then
		stop_server
		say "done"
		return 0
	fi
	say "the search page is at $url; Ctrl-C stops it"
	wait "$server" || die "lighttpd stopped; see $demo/lighttpd.log"
}

demo_main() {
	once=no port='' papers_given=no
	while [ $# -gt 0 ]; do
		case $1 in
		--once) once=yes ;;
		--port)
			[ $# -gt 1 ] || usage
			port=$2
			shift
			;;
		--port=*) port=${1#--port=} ;;
		--)
			shift
			break
			;;
		-*) usage ;;
		*) break ;;
		esac
		shift
	done
	case $port in *[!0-9]*) usage ;; esac
	[ $# -eq 0 ] || papers_given=yes
	# shellcheck disable=SC2086 # lists of package names
	need_packages $build_packages $demo_packages
	(build_all)
	bin=$build
	[ "$PWD" != "$srcdir" ] || bin=_build
	# Names keep their accents on a machine without a locale set.
	[ "$(locale charmap)" = UTF-8 ] || export LC_ALL=C.UTF-8
	mkdir -p "$demo"
	choose_port
	if [ "$papers_given" = yes ]; then
		index_papers "$@"
		tell_of_papers
	else
		index_papers
		tell_of_samples
	fi
	serve
}

# All tests.

# The browser test's driver, beside the build and not in the sources.
install_driver() {
	sources=$srcdir/tests/browser
	modules=$build/tests/browser
	[ -f "$sources/package-lock.json" ] || return 0
	cmp -s "$sources/package-lock.json" "$modules/installed-lock.json" &&
		return 0
	say "installing the browser test's driver with npm"
	mkdir -p "$modules"
	cp "$sources/package.json" "$sources/package-lock.json" "$modules"
	(cd "$modules" && npm ci --no-audit --no-fund) >"$build/npm.log" 2>&1 ||
		die "npm could not install playwright-core; see $build/npm.log"
	cp "$modules/package-lock.json" "$modules/installed-lock.json"
}

check_main() {
	[ $# -eq 0 ] || usage
	# shellcheck disable=SC2086 # lists of package names
	need_packages $build_packages $check_packages
	mkdir -p "$build"
	install_driver
	(build_all)
	cd "$build"
	say "running the tests"
	make -s -j"$(nproc)" check || die "tests failed; see $build/test-suite.log"
	say "all tests passed"
}

command=${1-}
[ $# -eq 0 ] || shift
case $command in
'') generate ;;
demo) demo_main "$@" ;;
check) check_main "$@" ;;
*) usage ;;
esac
