#!/bin/sh
# minutebook search: what is found, how it is printed, how it fails.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
printf '[papers]\n/srv/papers=https://papers.example/p\n' \
	>"$index/minutebook.conf"
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX

# The ids that a search finds, in its order, on one line.
ids() {
	minutebook search --format=jsonl --all "$@" | jq -r .id |
		sed 's|^ellersham/||' | tr '\n' ' '
}

# status WANT COMMAND...: its exit status; $out and $err have its output.
status() {
	want=$1
	shift
	out=$("$@" 2>"$scratch/err")
	got=$?
	err=$(cat "$scratch/err")
	is "$* exits $want" "$got" "$want"
}

recruit=scrutiny/2020-03-05/minute/20
allow=scrutiny/2021-09-13/minute/12

# What is found.
is "a word in any form" "$(ids foster --sort=oldest)" "$recruit $allow "
is "every word is needed" "$(ids fostering recruit)" "$recruit "
is "words without accents" "$(ids sian)" "$allow "
matches "letters without accents where the locale has none" \
	"$(LC_ALL=C minutebook search sian)" '[^?]Sian'
is "a phrase" "$(ids '"national minimum"')" "$allow "
is "a phrase is exact" "$(ids '"national minima"')" ""
is "the beginning of a word" "$(ids 'allowan*')" "$allow "
is "OR" "$(ids swings OR roundabouts | wc -w)" 2
is "NOT" "$(ids committee:scrutiny NOT allowance)" "$recruit "
is "a phrase of a committee's name" "$(ids 'committee:"services scrutiny" foster')" \
	"$(ids committee:scrutiny foster)"
is "no phrase of a committee's name" \
	"$(ids 'committee:"scrutiny services"')" ""
is "the beginning of a committee's name" "$(ids 'committee:plann*' | wc -w)" 2
is "a council" "$(ids council:ELLERSHAM NOT committee:cabinet | wc -w)" \
	"$(ids '*' NOT committee:cabinet NOT committee:forum | wc -w)"
is "a minus" "$(ids -- committee:scrutiny -allowance)" "$recruit "
is "NEAR" "$(ids fostering NEAR minimum)" "$allow "
is "nothing but NOT" "$(ids NOT budget | wc -w)" 8
is "an officer by name" "$(ids officer:dreskell)" "$allow "
is "an officer who is printed by role alone" "$(ids officer:ellis)" "$recruit "
is "a role" "$(ids 'role:"acting director"')" "$recruit "
is "a member" "$(ids member:bradley)" "$recruit "
is "a year" "$(ids date:2022 | wc -w)" 3
is "a municipal year" "$(ids date:2021/22 | wc -w)" 4
is "a UK date" "$(ids date:05/03/2020)" "$recruit "
is "a range" "$(ids date:2020..2021 | wc -w)" 2
is "--from and --to" "$(ids --from=13/9/2021 --to='March 2022' '*' | wc -w)" 3
is "a kind" "$(ids kind:action)" "cabinet/2022-04-13/action/3 "
is "a number" "$(ids number:20)" "$recruit "
is "a paper" "$(ids paper:2021-09-13.txt)" "$allow "
is "everything" "$(ids '*' | wc -w)" 20
is "words in several arguments" "$(ids committee:scrutiny fostering recruit)" \
	"$recruit "
is "newest first" "$(ids --sort=newest budget | cut -d' ' -f1)" \
	cabinet/2024-12-10/minute/5
is "oldest first" "$(ids --sort=oldest budget | cut -d' ' -f1)" \
	cabinet/2024-01-10/minute/5
is "ten items unless told" \
	"$(minutebook search --format=jsonl budget | wc -l)" 10
is "--limit" "$(minutebook search --format=jsonl --limit=3 budget | wc -l)" 3
is "--all" "$(minutebook search --format=jsonl --all budget | wc -l)" 12

# The text form.
status 0 minutebook search recruitment
is "text form" "$out" "1 item

5 March 2020, Children's Services Scrutiny Committee, minute 20
Foster Carer Recruitment
  Officer: H Ellis (Acting Director of Children's Services)
  A report of the Acting Director of Children’s Services was submitted on the\
 recruitment of foster carers. Resolved (1) That the report be noted.
  /srv/papers/cyp/2020-06-29.pdf, page 5 (printed 3)
  https://papers.example/p/cyp/2020-06-29.pdf#page=5
  ellersham/$recruit"
matches "how many are shown" "$(minutebook search budget)" \
	'^12 items, showing 1-10$'
is "no colour in a pipe" "$(minutebook search foster | grep -c "$(printf '\033')")" 0
matches "colour on a terminal" \
	"$(TERM=xterm script -qc 'minutebook search recruitment' /dev/null)" \
	"$(printf '\033')\\[1;31mrecruitment"
is "no colour with NO_COLOR" \
	"$(NO_COLOR=1 TERM=xterm script -qc 'minutebook search recruitment' \
		/dev/null | grep -c "$(printf '\033')")" 0
is "nor on a terminal that tells nothing of itself" \
	"$(script -qc 'TERM= minutebook search recruitment' /dev/null |
		grep -c "$(printf '\033')")" 0
is "a terminal's commands in a paper are not passed on" \
	"$(minutebook search hostile | tr -d '\n' | LC_ALL=C tr -d ' -~' |
		LC_ALL=C grep -c "$(printf '[\033\007]')")" 0
is "marks that turn text round are not passed on" \
	"$(minutebook search hostile |
		LC_ALL=C grep -c "$(printf '\342\200\256\|\330\234')")" 0
matches "the C locale gets ASCII" \
	"$(LC_ALL=C minutebook search recruitment)" "Director of Children's Serv"
is "the C locale reads UTF-8 arguments" \
	"$(LC_ALL=C minutebook search --format=jsonl 'Siân' | jq -r .number)" 12

# JSON and CSV.
is "JSON lines: an item with its score and snippet" \
	"$(minutebook search --format=jsonl recruitment |
		jq -r '[.format, .date, .page, .officers[0].how,
			(.score > 0), (.snippet | length > 50)] | @csv')" \
	'1,"2020-03-05",5,"role",true,true'
is "JSON lines: the page and its address" \
	"$(minutebook search --format=jsonl recruitment |
		jq -r '.papers[0] | [.page, .label, .url] | @csv')" \
	'5,"3","https://papers.example/p/cyp/2020-06-29.pdf#page=5"'
is "CSV: the page, its printed number and its address" \
	"$(minutebook search --format=csv recruitment | python3 -c '
import csv, sys
row = list(csv.DictReader(sys.stdin))[0]
print(row["page"], row["label"], row["url"])')" \
	"5 3 https://papers.example/p/cyp/2020-06-29.pdf#page=5"
status 0 minutebook search --format=csv formula
is "CSV ends its lines as RFC 4180 has it" \
	"$(minutebook search --format=csv formula | grep -c "$(printf '\r')\$")" 2
is "CSV is read back" "$(printf '%s\n' "$out" | python3 -c '
import csv, sys
row = list(csv.DictReader(sys.stdin))[0]
print(row["date"], row["title"])')" \
	"2022-03-09 '=HYPERLINK(\"http://x.example\"), \"quoted\", and more"
status 0 minutebook search --format=html formula
matches "HTML escapes what papers print" "$out" '=HYPERLINK\(&quot;'
matches "HTML marks what matched" \
	"$(minutebook search --format=html recruitment)" '<mark>Recruitment</mark>'
status 1 minutebook search --format=csv nothingatall
matches "CSV names its columns though nothing is found" "$out" '^id,date,'

# Ids.
is "ids, one a line" "$(minutebook search --format=ids recruitment)" \
	"ellersham/$recruit"
is "ids, each ended by a NUL" \
	"$(minutebook search -0 --all budget | tr -dc '\0' | wc -c)" 12
is "xargs hands them on" "$(minutebook search -0 --all budget |
	xargs -0 minutebook show --format=jsonl | wc -l)" 12

# Counts.
status 0 minutebook search --count budget
is "--count" "$out" 12
status 1 minutebook search --count nothingatall
is "--count of nothing" "$out" 0
is "--count as JSON" "$(minutebook search --count --format=jsonl budget)" \
	'{"format":1,"items":12}'
status 2 minutebook search --count -0 budget
counted() {
	minutebook search --format=jsonl --by="$1" "$2" |
		jq -r '[.value, .items] | @csv' | tr '\n' ' '
}
is "--by=year" "$(counted year '*')" \
	"$(minutebook search --all --format=jsonl '*' | jq -r '.date[:4]' |
		sort | uniq -c | sed 's/ *\([0-9]*\) \(.*\)/"\2",\1/' |
		tr '\n' ' ')"
is "--by=kind adds up" "$(minutebook search --format=jsonl --by=kind '*' |
	jq -s 'map(.items) | add')" 20
python3 "$top_srcdir/tests/cli/items.py" |
	sed '/2022-03-09/s/"Cabinet"/"The  Cabinet"/' |
	"$top_builddir/tests/put-items" "$scratch/forms" || exit 99
is "--by=committee takes forms of a name for one" "$(
	minutebook search --index="$scratch/forms" --by=committee '*'
)" "$(minutebook search --by=committee '*')"
is "--by=officer" "$(counted officer committee:scrutiny)" \
	'"catherine dreskell",1 "h ellis",1 '
matches "--by=member" "$(counted member recruitment)" '"p bradley",1'
is "counting as text has columns" \
	"$(minutebook search --by=year recruitment)" "1 item

2020  1"
matches "and bars on a terminal" \
	"$(TERM=xterm script -qc 'minutebook search --by=year budget' /dev/null)" \
	'█'
matches "bars of a locale without blocks" "$(LC_ALL=C TERM=xterm script -qc \
	'minutebook search --by=year budget' /dev/null)" ' [^?]*##[^?]*$'
status 2 minutebook search --by=shoe budget
matches "an unknown field to count by" "$err" 'year, committee, officer'
status 1 minutebook search --by=year nothingatall
matches "exempt items are not counted" "$(counted committee '*')" Cabinet
is "by any field" "$(minutebook search --count '*')" 20

# The pager: $PAGER shows what is longer than the terminal.
terminal() {
	script -qc "stty rows 20 cols 80; TERM=xterm $*" /dev/null
}
PAGER='sed s/^/paged:/'
export PAGER
matches "what is long goes to the pager" \
	"$(terminal minutebook search --all "'*'")" '^paged:'
is "what is short does not" \
	"$(terminal minutebook search recruitment | grep -c paged)" 0
is "--no-pager" \
	"$(terminal minutebook search --no-pager --all "'*'" | grep -c paged)" 0
is "an empty PAGER is none" \
	"$(PAGER='' terminal minutebook search --all "'*'" | grep -c paged)" 0
is "nothing else does" "$(minutebook search --all '*' | grep -c paged)" 0
is "what the pager does not take is no error" \
	"$(PAGER='head -1' terminal "minutebook search --all '*'; echo \$?" |
		tail -1 | tr -d '\r')" 0
is "a pager that is not there is done without" \
	"$(PAGER=no-such-pager terminal minutebook search --all "'*'" |
		head -1 | tr -d '\r')" "20 items"
unset PAGER

# What can't be done.
status 1 minutebook search nothingatall
is "nothing found says so on standard error, and why" "$out/$err" \
	"/minutebook: no item found
minutebook: no item has nothingatall
minutebook: searched: 20 items
minutebook: papers that could never be read, such as scans, are told of with\
 --exempt alone"
status 2 minutebook search date:2021..2019
matches "dates the wrong way round are told of as such" "$err" \
	'column 6: "2021..2019" ends before it begins'
status 1 minutebook search is:exempt
matches "what is not looked at is not said to be nowhere" "$err" \
	'^minutebook: items withheld from publication were not searched'
status 1 minutebook search foster date:1999
matches "which part finds nothing" "$err" '^minutebook: no item has date:1999'
status 1 minutebook search recruitment minimum
matches "no item has all" "$err" \
	'no item has all of it; of items, recruitment has 1, minimum has 1'
status 1 minutebook search recruitmant
matches "the nearest word" "$err" \
	'no item has recruitmant; the nearest word is recruitment'
status 1 minutebook search recruitment 2020
matches "a year that stands in no text may be the date" "$err" \
	'^minutebook: did you mean: recruitment date:2020$'
status 1 minutebook search '"recruitmant campaign"'
matches "the nearest words" "$err" \
	'no item has "recruitmant campaign"; the nearest words are recruitment campaign'
status 1 minutebook search foster NOT fostering
matches "what is left out is told of" "$err" \
	'of items, foster has 2, fostering, left out, has 2$'
status 1 minutebook search foster --from=2031
matches "so are the options' dates" "$err" \
	'^minutebook: no item has date:2031-01-01\.\.$'
status 0 minutebook search --explain foster officer:ellis date:2020
is "how a question is understood" "$out" \
	"question: foster officer:ellis date:2020
read as: (and foster officer:ellis date:20200101..20201231)

foster: 2 items
  the word in any form: foster, fostering
officer:ellis: 1 item
date:2020: 1 item
  1 January 2020 to 31 December 2020

all of it: 1 item"
status 1 minutebook search recruitmant
matches "a misspelt word" "$err" 'did you mean: recruitment'
status 2 minutebook search oficer:ellis
matches "an unknown field, with its column" "$err" \
	'column 1: .*did you mean "officer"'
status 2 minutebook search foster '"carer'
matches "an open quote, with its column" "$err" 'column 8: .*not closed'
is "and a mark under it" "$(printf '%s\n' "$err" | tail -1)" \
	'minutebook:        ^'
status 2 minutebook search date:31/02/2020
matches "an unreadable date, with its column" "$err" 'column 6: '
status 2 minutebook search --from=whenever foster
matches "an unreadable --from" "$err" '^minutebook: --from: .*whenever'
status 2 minutebook search --from=2021 --to='May 2020' foster
matches "an end before the beginning" "$err" \
	'^minutebook: --to: .*31 May 2020, is before the first, 1 January 2021'
status 2 minutebook search '?'
matches "marks alone" "$err" 'column 1: there is no word'
status 2 minutebook search --sort=best foster
status 2 minutebook search --limit=0 foster
status 2 minutebook search --limit=many foster
status 2 minutebook search --format=xml foster
matches "an unknown format, with those there are" "$err" 'text, jsonl, csv'
status 2 minutebook search --explain --format=jsonl foster
status 2 minutebook search --from=2020 front:foster
matches "front matter has no dates" "$err" "can't be narrowed by dates"
status 2 minutebook search -0 --format=csv foster
status 2 minutebook committees -0
status 2 minutebook search
status 2 minutebook search foster -carer
matches "a minus taken for an option" "$err" 'write NOT'
status 2 minutebook search --index="$scratch/none" foster
matches "no index" "$err" 'minutebook-index'
status 2 minutebook search "$(printf 'a\377b')"
status 2 minutebook frobnicate
status 2 minutebook

# Exempt items are found only by those who ask for them.
status 1 minutebook search zebracorn
status 1 minutebook search officer:vantastic
is "no spelling tells of them" \
	"$(minutebook search zebracon 2>&1 | grep -c zebracorn)" 0
is "nor does --explain, nor the people it knows" \
	"$(minutebook search --explain zebracon officer:vantastik 'zebra*' \
		2>&1 | grep -ciE 'zebracorn|vantastic')" 0
status 0 minutebook search --exempt zebracorn
matches "and are marked" "$out" 'EXEMPT: not for publication'
is "--exempt finds the others too" \
	"$(minutebook search --exempt --format=jsonl --all '*' | wc -l)" 21

# Readers that stop, disks that are full.
is "a closed pipe is quiet" \
	"$( (minutebook search --all --format=jsonl '*'; :) 2>&1 | head -1 |
		wc -l)" 1
is "a closed pipe is quiet where SIGPIPE is ignored" \
	"$( (trap '' PIPE; minutebook search --all --format=jsonl '*' '*' 2>&1 \
		>&3 | cat >&2) 3>&1 2>"$scratch/err" | head -c 1 >/dev/null
		cat "$scratch/err")" ""
status 2 minutebook search --committee=cabinet foster
matches "a field that is taken for an option" "$err" \
	'a question names it: committee:scrutiny'
for command in fields committees coverage meetings; do
	status 2 minutebook $command foster
	matches "$command takes no argument" "$err" \
		"^minutebook: $command: \"foster\" is too much; "
done
if [ -w /dev/full ]; then
	status 2 sh -c 'minutebook search foster >/dev/full'
	status 2 sh -c 'minutebook search --help >/dev/full'
	status 2 sh -c 'minutebook help search >/dev/full'
	status 2 sh -c 'minutebook help >/dev/full'
	matches "a full disk" "$err" 'standard output'
fi

done_testing
