#!/bin/sh
# minutebook mentions: every occurrence, in its sentence.
. "$top_srcdir/tests/tap.sh"

index=$scratch/index
python3 "$top_srcdir/tests/cli/items.py" | "$top_builddir/tests/put-items" "$index" || exit 99
MINUTEBOOK_INDEX=$index
export MINUTEBOOK_INDEX

# rows EXPRESSION QUERY...: what jq makes of each mention
rows() {
	expression=$1
	shift
	minutebook mentions --format=jsonl "$@" 2>/dev/null |
		jq -r "$expression" | tr '\n' '|'
}
sentence='.before + "[" + .match + "]" + .after'

is "a word in its sentence" "$(rows "$sentence" submitted)" \
	"A report of the Acting Director of Children’s Services was [submitted]\
 on the recruitment of foster carers.|"
is "a heading and a text" "$(rows '.where + ":" + .match' recruitment)" \
	"title:Recruitment|text:recruitment|"
is "words side by side are one mention" \
	"$(rows .match foster carers | cut -d'|' -f2)" "foster carers"
is "a phrase is found as a phrase" \
	"$(rows .match '"report be noted"')" "report be noted|"
is "and not its words elsewhere" \
	"$(rows "$sentence" '"be noted"' | tr '|' '\n' | wc -l)" 1
is "the beginning of a phrase's last word" "$(rows .match '"play are*"')" \
	"Play Areas|Play Areas|"
is "an officer by post, and who it is" \
	"$(rows '.match + "=" + .who[0].name' officer:ellis)" \
	"Acting Director of Children’s Services=H Ellis|"
is "an officer by name, and the post" \
	"$(rows '.match + "=" + .who[0].role' dreskell)" \
	"Dreskell=Director of Finance|"
is "nobody for other words" "$(rows '.who | length' allowance)" "0|0|"
is "all, in the order of dates" "$(rows .date budget | cut -c 1-21)" \
	"2024-01-10|2024-01-10"
is "every one" "$(rows .id budget | tr '|' '\n' | wc -l)" 24
is "newest first when asked" "$(rows .date --sort=newest budget |
	cut -d'|' -f1)" 2024-12-10
is "--limit counts mentions" "$(rows .id --limit=3 budget |
	tr '|' '\n' | wc -l)" 3
is "ids, each once" "$(minutebook mentions --format=ids budget | wc -l)" 12
is "ids are those of a search" \
	"$(minutebook mentions --format=ids budget | sort)" \
	"$(minutebook search --all --format=ids budget | sort)"
is "as CSV" "$(minutebook mentions --format=csv submitted | python3 -c '
import csv, sys
rows = list(csv.DictReader(sys.stdin))
print(len(rows), rows[0]["page"], rows[0]["label"], rows[0]["match"])')" \
	"1 5 3 submitted"
is "as text" "$(minutebook mentions submitted)" \
	"1 mention in 1 item

5 March 2020, Children's Services Scrutiny Committee, minute 20
Foster Carer Recruitment
  p. 3: A report of the Acting Director of Children’s Services was «submitted» on\
 the recruitment of foster carers.
  ellersham/scrutiny/2020-03-05/minute/20"
printf '%s\n' 'ELLERSHAM BOROUGH COUNCIL' 'CABINET' \
	'Minutes of the meeting held on 4 March 2020' '' \
	'1. MÉADOW' 'The clérk spoke of the meadow.' \
	>"$scratch/pages.txt"
printf '\fThe meadow was wet, and so was the\n' >>"$scratch/pages.txt"
printf '\fother meadow.\n\n2. END\nThe chairman ended the meeting.\n' \
	>>"$scratch/pages.txt"
printf '[papers]\n%s=https://papers.example/p\n' "$scratch" \
	>"$scratch/pages.conf"
minutebook-index --config="$scratch/pages.conf" --index="$scratch/pages" \
	"$scratch/pages.txt" >/dev/null 2>&1
is "each with the page that it stands on" \
	"$(rows '"\(.page) \(.label) \(.citation[-5:]) \(.url[-6:])"' \
		--index="$scratch/pages" --config="$scratch/pages.conf" \
		meadow)" \
	"1 null  p. 1 page=1|1 null  p. 1 page=1|2 null  p. 2 page=2|\
3 null  p. 3 page=3|"
is "also as text" "$(minutebook mentions --index="$scratch/pages" wet)" \
	"1 mention in 1 item

4 March 2020, Cabinet, minute 1
MÉADOW
  p. 2: The meadow was «wet», and so was the
  ellersham-borough-council/cabinet/2020-03-04/minute/1"
is "an item is found by any page it has" \
	"$(for page in 1 2 3 4; do
		minutebook search --index="$scratch/pages" --count page:$page
	done | tr '\n' ' ')" "1 1 2 0 "
lined=$(script -qc "stty cols 80 rows 60; TERM=dumb PAGER= minutebook mentions \
	within" /dev/null | tr -d '\r' | grep -o within | wc -l)
is "one line each on a terminal" "$lined" 12
is "which stand under one another" \
	"$(script -qc "stty cols 80 rows 60; TERM=dumb PAGER= minutebook \
		mentions within" /dev/null | grep within |
		sed 's/within.*//' | awk '{ print length($0) }' | sort -u |
		wc -l)" 1
is "and fit it" "$(script -qc "stty cols 40; TERM=dumb PAGER= minutebook \
	mentions submitted" /dev/null | tr -d '\r' | grep submitted | wc -L)" 40

minutebook mentions nothingatall >/dev/null 2>&1
is "none exits 1" $? 1
minutebook mentions >/dev/null 2>&1
is "no question exits 2" $? 2
minutebook mentions kind:action >"$scratch/out" 2>"$scratch/err"
is "what is in no words exits 1" $? 1
matches "and is told" "$(cat "$scratch/err")" '^minutebook: 1 item was found by'
is "exempt items have no mentions" "$(rows .id zebracorn)" ""
is "but with --exempt" "$(rows .match --exempt zebracorn |
	cut -d'|' -f1)" Zebracorn

cat >"$scratch/namesakes.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

In attendance: Jennet Davies, Clerk

1. MEADOW
Jennet Davies reported on the meadow. Cllr. Aelan Davies would look at it.
END
minutebook-index --index="$scratch/namesakes" "$scratch/namesakes.txt" \
	>/dev/null 2>&1
is "a councillor is not taken for an officer of the same surname" \
	"$(rows '(if .kind == "front" then .before else .before | .[-6:] end)
		+ .match + "=" + (.who | map(.name) |
		join(","))' --index="$scratch/namesakes" officer:davies)" \
	"In attendance: Jennet Davies=|Jennet Davies=Jennet Davies|Aelan Davies=|"
cat >"$scratch/speakers.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

In attendance: Jennet Davies, Clerk

1. MEADOW
That was asked by a Councillor. Jennet Davies replied that it was safe.
END
minutebook-index --index="$scratch/speakers" "$scratch/speakers.txt" \
	>/dev/null 2>&1
is "nor an officer, behind a title that ends a sentence, for a councillor" \
	"$(rows 'select(.kind != "front") | .match + "=" + (.who | map(.name) |
		join(","))' --index="$scratch/speakers" officer:davies)" \
	"Jennet Davies=Jennet Davies|"

cat >"$scratch/titles.txt" <<'END'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

In attendance: Jennet Davies, Clerk

1. ONE
Asked by Cllr. Bradley, Davies agreed with Jennet Davies.

2. TWO
They thanked Councillor Bradley. Davies left with Jennet Davies.

3. THREE
Cllr. Mrs. J. A. Davies stayed, as did Jennet Davies.

4. FOUR
Councillors Bradley, A. Evans and Davies stayed, as did Jennet Davies.

5. FIVE
Cllr. Bradley and Davies agreed. Jennet Davies stayed.
END
minutebook-index --index="$scratch/titles" "$scratch/titles.txt" \
	>/dev/null 2>&1
is "a title is of the name behind it" \
	"$(minutebook mentions --index="$scratch/titles" --format=jsonl \
		'davies kind:minute' | jq -r '.number + ":" + .match +
		"=" + (.who | map(.name) | join(","))' | tr '\n' '|')" "\
1:Davies=Jennet Davies|1:Davies=Jennet Davies|\
2:Davies=Jennet Davies|2:Davies=Jennet Davies|\
3:Davies=|3:Davies=Jennet Davies|\
4:Davies=|4:Davies=Jennet Davies|\
5:Davies=Jennet Davies|5:Davies=Jennet Davies|"
is "a stop behind a short form ends no sentence" \
	"$(minutebook mentions --index="$scratch/titles" --format=jsonl \
		'number:3 davies' | jq -r .before | head -1)" "Cllr. Mrs. J. A. "
# Whoever is asked for is found under each form of the name and by post.
mkdir "$scratch/forms"
cat >"$scratch/forms/minutes.txt" <<'PAPER'
ELLERSHAM BOROUGH COUNCIL
CABINET
Minutes of the meeting held on 4 March 2020

Present: Councillors Ann Orr (Chair), Liam Ketteridge
In attendance: Brian Price, Head of Roads
Rosa Quill, Solicitor

1. BRIDGES
Mr. B. Price told of bridges and the price of steel. The Head of Roads' plan
was welcomed, and Mr. Price thanked for it.

2. SIGNS
The Head of Roads said that signs were cheap.

3. FENCES
Cllr. Ketteridge asked about fences. The Solicitor's report was read.
PAPER
minutebook-index --index="$scratch/forms-index" "$scratch/forms" >/dev/null 2>&1
forms() {
	rows '.number + ":" + .match' --index="$scratch/forms-index" "$@"
}
is "a whole name finds its other forms, and the post" \
	"$(forms 'officer:"brian price"')" \
	":Brian Price|1:B. Price|1:Head of Roads|1:Price|2:Head of Roads|"
is "a post in quotes is marked" "$(forms 'role:"head of roads"')" \
	"1:Price|1:Head of Roads|1:Price|2:Head of Roads|"
is "also when it has something" "$(forms role:solicitor)" \
	"3:Solicitor's|"
is "a councillor's whole name" \
	"$(forms 'member:"liam ketteridge"')" ":Liam Ketteridge|3:Ketteridge|"

done_testing
