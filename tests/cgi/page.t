#!/bin/sh
# minutebook.cgi, run as a web server runs it.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
printf '[council]\nname=Ellersham\n[papers]\n/srv/papers=https://papers.example/p\n' \
	>"$index/minutebook.conf"
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX

# get QUERY [NAME=VALUE...]: into $head and $body, without carriage returns.
get() {
	query=$1
	shift
	env GATEWAY_INTERFACE=CGI/1.1 REQUEST_METHOD=GET QUERY_STRING="$query" \
		"$@" minutebook.cgi >"$scratch/out" 2>"$scratch/log"
	got=$?
	tr -d '\r' <"$scratch/out" >"$scratch/plain"
	head=$(sed '/^$/q' "$scratch/plain")
	body=$(sed '1,/^$/d' "$scratch/plain")
}

# page STATUS QUERY: that status and a whole page, whatever the query.
page() {
	get "$2"
	is "$1 for ${2:-nothing}" \
		"$got $(printf '%s\n' "$head" | head -1) $(printf '%s' "$body" |
			grep -c '</html>')" "0 Status: $1 1"
}

# The front page and its headers.
page '200 OK' ''
is "lines of the head end as RFC 3875 has it" \
	"$(sed '/^\r$/q' "$scratch/out" | grep -vc "$(printf '\r')\$")" 0
matches "type" "$head" '^Content-Type: text/html; charset=utf-8$'
matches "policy: nothing but one style sheet" "$head" \
	"^Content-Security-Policy: default-src 'none'; style-src 'sha256-[^ ;]*'"
matches "nosniff" "$head" '^X-Content-Type-Options: nosniff$'
length=$(printf '%s\n' "$head" | sed -n 's/^Content-Length: //p')
is "the length is right" "$length" \
	"$(sed '1,/^\r$/d' "$scratch/out" | wc -c | tr -d ' ')"
is "the hash is that of the style" \
	"$(python3 - "$scratch/out" <<'END'
import base64, hashlib, re, sys
text = open(sys.argv[1], "rb").read()
style = re.search(b"<style>(.*?)</style>", text, re.S).group(1)
print("'sha256-" + base64.b64encode(hashlib.sha256(style).digest()).decode()
      + "'")
END
)" "$(printf '%s\n' "$head" | sed -n 's/.*style-src \([^;]*\);.*/\1/p')"
empty "no script, no style in an element, no foreign address" \
	"$(printf '%s\n' "$body" |
		grep -niE '<script|style="| on[a-z]+="|src=' || :)"
matches "committees to choose from" "$body" '<option value="Cabinet">'

env REQUEST_METHOD=HEAD QUERY_STRING=q=foster minutebook.cgi |
	tr -d '\r' >"$scratch/head"
is "HEAD has the head alone" "$(sed '1,/^$/d' "$scratch/head" | wc -c)" 0
for method in POST PUT DELETE OPTIONS TRACE get; do
	is "$method is not allowed" \
		"$(env REQUEST_METHOD=$method QUERY_STRING=q=foster \
			minutebook.cgi </dev/null | tr -d '\r' |
			sed -n '1p;/^Allow/p' | tr '\n' ' ')" \
		"Status: 405 Method Not Allowed Allow: GET, HEAD "
done

# Results.
page '200 OK' 'q=recruitment'
matches "how many" "$body" '<h2>1 item</h2>'
matches "a link to the item" "$body" \
	'href="\?q=recruitment&amp;id=ellersham/scrutiny/2020-03-05/minute/20"'
matches "a marked match" "$body" '<mark>recruitment</mark> of foster carers'
matches "a link to the published page" "$body" \
	'href="https://papers.example/p/cyp/2020-06-29.pdf#page=5"'
matches "the question stays in its box" "$body" 'name="q" value="recruitment"'
page '200 OK' 'q=officer%3Aellis'
matches "an officer's role is marked" "$body" \
	'<mark>Acting Director of Children.s Services</mark>'
page '200 OK' 'officer=ellis'
matches "the box for officers does the same" "$body" '<h2>1 item</h2>'
page '200 OK' 'q=foster&committee=scrutiny&from=2021&to=2021'
matches "parts narrow a question" "$body" '<h2>1 item</h2>'
page '200 OK' 'q=budget'
matches "the first page" "$body" '12 items, 1 to 10 shown'
matches "leads to the second" "$body" 'href="\?q=budget&amp;page=2"'
page '200 OK' 'q=budget&page=2&sort=oldest'
matches "the second page" "$body" '12 items, 11 to 12 shown'
matches "goes on counting" "$body" '<ol class="hits" start="11">'
matches "another order begins anew" "$body" 'href="\?q=budget&amp;sort=newest"'
page '200 OK' 'q=recruitmant'
matches "a spelling is offered" "$body" \
	'Did you mean <a href="\?q=recruitment">recruitment</a>'

# Items.
page '200 OK' 'id=ellersham/scrutiny/2020-03-05/minute/20&q=recruitment'
matches "an item's title" "$body" '<h1>Foster Carer Recruitment</h1>'
matches "its resolutions" "$body" '<li>\(1\) That the report be noted.</li>'
matches "its people" "$body" '<li>H Ellis \(Acting Director'
matches "the way back" "$body" 'href="\?q=recruitment">Back'
page '200 OK' 'id=ellersham/planning/2023-06-15/minute/4'
matches "an id of two items" "$body" 'Several items go by this id'
page '404 Not Found' 'id=no/such'
page '404 Not Found' 'id=../../../../etc/passwd'
get '' PATH_INFO=/etc/passwd
matches "no path below the page" "$head" '^Status: 404'

# Everything is escaped.
page '200 OK' 'q=hostile'
is "a title is text" "$(printf '%s' "$body" | grep -c '<script\|<b>Bold')" 0
matches "and shows as it is" "$body" '&lt;script&gt;alert'
is "a text is text" "$(printf '%s' "$body" | grep -c '<img')" 0
is "no control characters" \
	"$(printf '%s' "$body" | LC_ALL=C grep -c "$(printf '[\033\007]')")" 0
page '200 OK' 'id=ellersham/cabinet/2022-02-09/report/7'
is "so in the whole item" \
	"$(printf '%s' "$body" | grep -c '<script\|<img\|<b>Bold')" 0
hostile='%3Cscript%3Ealert(1)%3C/script%3E%22%27%3E%3Cb%20onload=x%3E'
for name in q from to committee officer sort page id; do
	get "$name=$hostile"
	is "$name is escaped" \
		"$(printf '%s' "$body" | grep -c '<script>\|<b onload\|"'"'"'>')" 0
done

# What is wrong is told, and what was typed is kept.
for query in 'q=%22foster' 'q=foster+AND' 'q=(foster' 'q=oficer:x' \
	'q=date:soon' 'q=%' 'q=%zz' 'q=%00' 'q=a%00b' 'q=%ff' 'q=%C0%80' \
	'q=%1b[31m' 'q=a&q=b' 'from=soon' 'to=2019..2020' 'from=32/1/2020' \
	'q=foster&from=2021&to=2020' 'q=%3F%3F' 'q=foster&officer=-' \
	'sort=best' 'sort=' 'page=0' 'page=-1' 'page=x' 'q=budget&page=3' \
	'q=budget&page=100000' 'q=budget&page=4294967296' 'page=1.5' \
	'exempt=1' 'index=/tmp' 'config=/etc/passwd' '--exempt' '-s' 'q' \
	'=x' '%ff=1' 'committee=%22x' 'officer=a+AND' 'q=*ing' 'id=%00' \
	'id=a%0' 'q=foster&nonsense=1' 'q=NEAR' 'q=kind:a+NEAR+b' \
	'q=title:a+NEAR+b'; do
	case $query in
	sort=) page '200 OK' "$query" ;;
	*) page '400 Bad Request' "$query" ;;
	esac
	empty "and nothing is logged" "$(cat "$scratch/log")"
done
page '400 Bad Request' 'q=foster+%22carer&from=soon&officer=ellis'
matches "what is wrong with the question" "$body" 'this quote is not closed'
matches "and where" "$body" '<code>foster <mark>&quot;carer</mark>'
matches "what is wrong with the date" "$body" '&quot;soon&quot; is not a date'
matches "the box is marked" "$body" 'id="from".*aria-invalid="true"'
matches "what was typed is kept" "$body" 'name="officer" value="ellis"'
long=$(head -c 5000 /dev/zero | tr '\0' a)
page '400 Bad Request' "q=$long"
page '400 Bad Request' "q=$long$long$long$long"
page '400 Bad Request' "q=$(printf '%s' "$long" | sed 's/a/(/g' | head -c 200)"
page '400 Bad Request' "q=$(printf '%s' "$long" | sed 's/a/a+/g' | head -c 1000)"
page '200 OK' 'q=http://example.org/x'
page '200 OK' 'q=12:30'

# Exempt items are in no page, whoever asks how.
for query in q=zebracorn 'q=zebra*' 'q=officer:vantastic' 'q=*&page=2' \
	'q=wharf+OR+budget' id=ellersham/cabinet/2024-05-01/report/9 \
	q=zebracon 'committee=cabinet&from=2024-05-01&to=2024-05-01' \
	'q=id:ellersham/cabinet/2024-05-01/report/9' \
	'q=paper:/srv/papers/cabinet/exempt/2024-05-01.txt' 'q=*'; do
	get "$query"
	is "nothing exempt in $query" \
		"$(printf '%s' "$body" | grep -ci 'wharf was\|wharf</\|quillon\|secrets')" 0
done
get q=zebracorn HTTP_MINUTEBOOK_INDEX=/x HTTP_PROXY=x
matches "exempt words find nothing" "$body" 'Nothing was found'
is "arguments are not read" \
	"$(env REQUEST_METHOD=GET QUERY_STRING=q=zebracorn \
		minutebook.cgi --exempt q=foster | grep -c 'Nothing was found')" 1

# The server's folders are not told.
get q=recruitment
is "a paper's folder is not shown" "$(printf '%s' "$body" | grep -c '/srv/')" 0

# An index that is missing or broken is nobody's fault who asks.
get q=foster MINUTEBOOK_INDEX="$scratch/none"
matches "no index" "$head" '^Status: 503'
is "its place is not told" "$(printf '%s' "$body" | grep -c "$scratch")" 0
matches "but logged" "$(cat "$scratch/log")" '^minutebook.cgi: open: '
mkdir -p "$scratch/broken/gen-1/open"
ln -s gen-1 "$scratch/broken/current"
echo rubbish >"$scratch/broken/gen-1/open/iamglass"
get q=foster MINUTEBOOK_INDEX="$scratch/broken"
matches "a broken index" "$head" '^Status: 503'
echo '[nonsense' >"$scratch/bad.conf"
get q=foster MINUTEBOOK_CONFIG="$scratch/bad.conf"
matches "a broken configuration" "$head" '^Status: 503'

env -u REQUEST_METHOD minutebook.cgi >/dev/null 2>&1
is "run by hand it says what it is" $? 2

done_testing
