#!/bin/sh
# minutebook dossier: a page that stands by itself.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
MINUTEBOOK_INDEX=$index
SOURCE_DATE_EPOCH=0
export MINUTEBOOK_INDEX SOURCE_DATE_EPOCH
page=$scratch/page.html

minutebook dossier budget -o "$page"
is "it is made" $? 0
has() {
	matches "$1" "$(cat "$page")" "$2"
}
is "every item stands in it" "$(grep -c '<article id=' "$page")" 12
is "by date" "$(sed -n 's/.*datetime="\([^"]*\)".*/\1/p' "$page" | tr '\n' ' ')" \
	"$(minutebook search --all --format=jsonl --sort=oldest budget |
		jq -r .date | tr '\n' ' ')"
has "what was asked for is marked" '<mark>budget</mark>'
is "a dot for each meeting" "$(grep -c '<circle' "$page")" 12
python3 "$top_srcdir/tests/cli/items.py" |
	sed 's/\("date": "2024-02.*\)"Cabinet"/\1"The  Cabinet"/' |
	"$top_builddir/tests/put-items" "$scratch/forms" || exit 99
is "forms of a committee's name have one line" "$(
	minutebook dossier --index="$scratch/forms" budget |
		grep -c 'class="lane"'
)" "$(grep -c 'class="lane"' "$page")"
is "which leads to its item" "$(grep -o 'href="#i[0-9]*"' "$page" | wc -l)" 12
has "a receipt with the question" '<dt>Question</dt><dd>budget</dd>'
has "with counts" '<dt>Items found</dt><dd>12</dd>'
has "with the time it was made at" '<dd>1 January 1970, 00:00</dd>'
has "and what was left out" '<dd>were left out</dd>'
empty "it fetches nothing and runs nothing" "$(grep -iE \
	'<(script|link|img|iframe|object)|url\(|@import| src=| on[a-z]+=' \
	"$page" || :)"
is "it is whole XML but for the head" "$(python3 - "$page" <<'END'
import html.parser, sys
void = {"meta", "br", "hr", "img", "link"}
class Check(html.parser.HTMLParser):
    stack, ids, refs, bad = [], set(), set(), []
    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if "id" in attrs and attrs["id"] in self.ids:
            self.bad.append("twice: " + attrs["id"])
        self.ids.add(attrs.get("id"))
        if attrs.get("href", "").startswith("#"):
            self.refs.add(attrs["href"][1:])
        if tag not in void:
            self.stack.append(tag)
    def handle_startendtag(self, tag, attrs):
        pass
    def handle_endtag(self, tag):
        if self.stack.pop() != tag:
            self.bad.append(tag)
check = Check()
check.feed(open(sys.argv[1], encoding="utf-8").read())
print(check.bad, check.stack, check.refs - check.ids)
END
)" "[] [] set()"
is "without -o it goes to standard output" \
	"$(minutebook dossier budget | cmp - "$page" && echo same)" same
is "it is the same in another locale" \
	"$(LC_ALL=C minutebook dossier budget | cmp - "$page" && echo same)" \
	same
mkfifo "$scratch/pipe"
timeout 20 cat "$scratch/pipe" >"$scratch/piped" &
timeout 20 minutebook dossier budget -o "$scratch/pipe"
wait
is "a pipe is written into" \
	"$(test -p "$scratch/pipe" && cmp "$page" "$scratch/piped" &&
		echo same)" same
# A link, since what is wrong here would replace it and not the device.
ln -s /dev/full "$scratch/full"
message=$(minutebook dossier budget -o "$scratch/full" 2>&1)
is "a device that is full is told of" "$?" 2
matches "with the reason" "$message" "full: No space left on device"
is "and is left as it is" "$(readlink "$scratch/full")" /dev/full
minutebook dossier --title='A & B' hostile -o "$page"
has "a title" '<h1>A &amp; B</h1>'
has "hostile words are words" '&lt;script&gt;alert'
python3 -c 'print("")' >"$scratch/blank.txt"
minutebook-index --index="$scratch/lacks" "$scratch/blank.txt" \
	"$top_srcdir/corpus/papers" >/dev/null 2>&1
minutebook dossier --index="$scratch/lacks" council -o "$page"
has "papers that could not be read are not passed over" \
	'<dt>Not known</dt><dd>papers that could never be read'
minutebook dossier --index="$scratch/lacks" --exempt council -o "$page"
has "but listed with --exempt" '<li>blank.txt has no text'
minutebook dossier zebracorn -o "$scratch/none.html" 2>/dev/null
is "nothing found exits 1" $? 1
is "and makes no page" "$(ls "$scratch/none.html" 2>/dev/null)" ""
minutebook dossier --exempt zebracorn -o "$page"
has "exempt items are told as such" 'Exempt: not for publication'
has "in the receipt too" 'this is not for publication'
minutebook dossier budget -o "$scratch/no/such/folder" 2>/dev/null
is "a page that can't be written exits 2" $? 2
minutebook dossier 2>/dev/null
is "no question exits 2" $? 2

done_testing
