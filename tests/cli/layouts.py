"""One set of minutes, one agenda and one report, each in many layouts: what is
found in them must not depend on how they are set.  Used by layouts.t."""

import html

TITLES = ["Apologies for absence", "Declarations of Interest",
          "Minutes of the last meeting", "Quay lights",
          "Tree works in Mill Lane", "Budget monitoring",
          "Date of next meeting"]
TEXTS = ["An apology was received from Councillor P Quill.",
         "There were no declarations of interest.",
         "The minutes of the meeting held on 4 February 2025 were approved.",
         "The Committee considered the report on the lights of the Quay, "
         "which were last renewed in 1998, and asked for the cost.",
         "It was agreed that the limes be pollarded.",
         "The Clerk presented the figures for the third quarter.",
         "The next meeting will be held on 1 April 2025."]
HEAD = ["Saltmere Town Council",
        "Minutes of the Amenities Committee held on Tuesday, 4th March 2025",
        "Present: Councillors A Orme (Chair), T Ruddle and J Vane"]
AGENDA = ["Saltmere Town Council",
          "Agenda for the meeting of the Amenities Committee on Tuesday, 4th "
          "March 2025 at 7 pm", "AGENDA"]

# How numbers are printed, and what is left of them as the item's number.
NUMBERS = [("{}.", "{}"), ("{})", "{}"), ("{}:", "{}"), ("{}", "{}"),
           ("06.26.1.0{}", "06.26.1.0{}"), ("04(2).24.{}", "04(2).24.{}"),
           ("Item 16/10/6/{}", "16/10/6/{}"),
           ("{} -", "{}"), ("{}.)", "{}"), ("[{}]", "{}"), ("{}.0", "{}.0"),
           ("Item {}", "{}"), ("Item {}:", "{}"), ("Item No. {}", "{}"),
           ("Agenda Item {}:", "{}"), ("Minute {}:", "{}"),
           ("Minute No. {}", "{}"), ("No. {}", "{}"), ("{}/2025", "{}/2025"),
           ("{}/2024-25", "{}/2024-25"), ("{}/24/25", "{}/24/25"),
           ("2025/{}", "2025/{}"), ("PC/25/{}", "PC/25/{}"),
           ("PC25-{}", "PC25-{}"), ("PC {}/25", "PC {}/25"),
           ("C.{}/25", "C.{}/25"), ("FC{}", "FC{}"), ("03.25.{}", "03.25.{}"),
           ("{}/", "{}"), ("#{}", "{}"), ("Min. {}/25", "{}/25"),
           ("Minute No: {}", "{}"), ("Minute Ref {}", "{}"),
           ("Minute No. {}/25", "{}/25"), ("Item #{}", "{}"),
           ("Item: {}", "{}"), ("Agenda {}:", "{}"), ("Article {}", "{}"),
           ("Eitem {}", "{}"), ("{}-25", "{}-25"), ("25-{}", "25-{}"),
           ("2025-0{}", "2025-0{}"), ("0{}-2025", "0{}-2025"),
           ("PC {}", "PC {}"), ("P&R{}", "P&R{}"), ("P&R.{}/25", "P&R.{}/25"),
           ("FC-25-{}", "FC-25-{}"), ("TC.2025.{}", "TC.2025.{}"),
           ("TC25.{}", "TC25.{}"), ("C-{}", "C-{}"), ("C/{}", "C/{}"),
           ("{}/C", "{}/C"), ("2025/PC/{}", "2025/PC/{}"),
           ("{}.24/25", "{}.24/25")]
ROMAN = ["I", "II", "III", "IV", "V", "VI", "VII"]
LETTERS = "GHIJKLM"


def plain(title):
    return title


def bold(title):
    return "**" + title + "**"


# How a heading is set: name, file type, its lines; n is None without numbers.
PLACES = [("on one line", "txt", lambda n, t: [n + " " + t]),
          ("behind a tab", "txt", lambda n, t: [n + "\t" + t]),
          ("above the title", "txt", lambda n, t: [n, t]),
          ("in capitals", "txt", lambda n, t: [n + " " + t.upper()]),
          ("with a colon behind", "txt", lambda n, t: [n + " " + t + ":"]),
          ("in bold", "md", lambda n, t: [bold(n + " " + t)]),
          ("beside bold", "md", lambda n, t: [n + " " + bold(t)]),
          ("in a heading", "md", lambda n, t: ["## " + n + " " + t]),
          ("underlined", "txt",
           lambda n, t: [n + " " + t, "-" * len(n + " " + t)])]
BARE = [("capitals", "txt", lambda t: [t.upper()]),
        ("bold", "md", lambda t: [bold(t)]),
        ("headings", "md", lambda t: ["### " + t]),
        ("lines of their own", "txt", lambda t: [t])]


def wrapped(text, width):
    lines, line = [], ""
    for word in text.split():
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = (line + " " + word).strip()
    return lines + [line]


def paper(head, heading, gap="\n\n", width=None, texts=TEXTS):
    blocks = list(head)
    for i, title in enumerate(TITLES):
        blocks.append("\n".join(heading(i, title)))
        if texts:
            blocks.append("\n".join(wrapped(texts[i], width))
                          if width else texts[i])
    return gap.join(blocks) + "\n"


def page(row, number):
    rows = "".join(row(number(i), html.escape(t), html.escape(TEXTS[i]))
                   for i, t in enumerate(TITLES))
    return "<html><body>{}{}</body></html>".format(
        "".join("<p>{}</p>".format(h) for h in HEAD),
        "<table>" + rows + "</table>" if rows.startswith("<tr") else rows)


def minutes():
    """(name, type, text, numbers) of each layout of the minutes."""
    for shown, left in NUMBERS:
        for place, kind, heading in PLACES[:1] + PLACES[2:3] + PLACES[5:6]:
            yield ("minutes, {} {}".format(shown.format(41), place), kind,
                   paper(HEAD, lambda i, t: heading(shown.format(41 + i), t)),
                   [left.format(41 + i) for i in range(len(TITLES))])
    digits = [str(1 + i) for i in range(len(TITLES))]
    for place, kind, heading in PLACES:
        yield ("minutes, numbers " + place, kind,
               paper(HEAD, lambda i, t: heading(digits[i] + ".", t)), digits)
    for shown in ("{}.", "{}", "{} -"):
        yield ("minutes, Roman " + shown, "md",
               paper(HEAD, lambda i, t: [bold(shown.format(ROMAN[i]) + " " + t)
                                         ]), ROMAN)
    yield ("minutes, letters", "md",
           paper(HEAD, lambda i, t: [bold(LETTERS[i] + ". " + t)]),
           list(LETTERS))
    for name, gap, width in (("without empty lines", "\n", None),
                             ("with two empty lines", "\n\n\n", None),
                             ("lines of 40 characters", "\n\n", 40),
                             ("lines of 60, none empty", "\n", 60)):
        yield ("minutes, " + name, "txt",
               paper(HEAD, lambda i, t: [digits[i] + ". " + t], gap, width),
               digits)
    for name, kind, heading in BARE:
        yield ("minutes, no numbers, " + name, kind,
               paper(HEAD, lambda i, t: heading(t)), [None] * len(TITLES))
    for name, row in (
            ("cells", "<tr><td>{}</td><td><p><b>{}</b></p><p>{}</p></td></tr>"),
            ("three cells", "<tr><td>{}</td><td>{}</td><td>{}</td></tr>"),
            ("<b>", "<p><b>{} {}</b></p><p>{}</p>"),
            ("<h3>", "<h3>{} {}</h3><p>{}</p>"),
            ("<br>", "<p><b>{}<br>{}</b></p><p>{}</p>")):
        yield ("minutes, page with " + name, "html",
               page(row.format, lambda i: digits[i] + "."), digits)


def agendas():
    digits = [str(1 + i) for i in range(len(TITLES))]
    for shown in ("{}.", "{}", "{})", "Item {}:"):
        yield ("agenda, " + shown.format(1), "txt",
               paper(AGENDA, lambda i, t: [shown.format(1 + i) + " " + t],
                     texts=None), digits)
    for name, kind, heading in BARE:
        yield ("agenda, no numbers, " + name, kind,
               paper(AGENDA, lambda i, t: heading(t), texts=None),
               [None] * len(TITLES))


NAME = "Quay Lights Renewal Plan"
TEXT = ["1. Purpose of Report",
        "1.1 This report asks the Cabinet to agree the plan for the lights of "
        "the Quay, which were last renewed in 1998.",
        "2. Recommendations", "2.1 That the plan be approved."]

# Heads of reports: a pair is a label and its value.
HEADS = [
    [("Report to:", "Cabinet"), ("Report of:", "Director of Place"),
     ("Date of Meeting:", "4 March 2025"), ("SUBJECT:", NAME),
     ("Wards affected:", "All")],
    ["CABINET", "4th March 2025", NAME,
     ("Relevant Portfolio Holder", "Councillor A Orme"),
     ("Relevant Head of Service", "T Ruddle"), ("Wards Affected", "All")],
    [("Report of:", "Director of Place"), ("Report to:", "Cabinet"),
     ("Date:", "4 March 2025"), ("Subject:", NAME),
     ("Are specific electoral Wards affected?", "No")],
    ["LONDON BOROUGH OF SALTMERE", "REPORT TITLE", NAME, "REPORT OF",
     "Cabinet Member for Transport", "FOR SUBMISSION TO", "Cabinet", "DATE",
     "4 March 2025"],
    ["Cabinet", "4 March 2025", NAME, "For Decision",
     ("Portfolio Holder:", "Cllr A Orme"), ("Report Author:", "T Ruddle")],
    ["Report to the Cabinet", "Meeting to be held on 4 March 2025",
     "Report of the Director of Highways",
     "Electoral Division affected: (All Divisions);", NAME,
     "(Appendices 'A' and 'B' refer)",
     "Contact for further information: T Ruddle, 01234 567890"],
    ["SALTMERE COUNCIL", "CABINET: 4 MARCH 2025", NAME,
     "Report by Director of Place"],
    ["Agenda Item 9", "Cabinet – 4 March 2025", NAME,
     "Report of: Director of Place", "Wards Affected: All"],
]


def reports():
    for n, head in enumerate(HEADS):
        for kind in ("txt", "md", "html"):
            rows = []
            for line in head:
                label, value = line if isinstance(line, tuple) else (line, "")
                rows.append({
                    "txt": (label + " " + value).strip(),
                    "md": bold(label) + " " + value,
                    "html": "<tr><td><b>{}</b></td><td>{}</td></tr>".format(
                        label, value) if value else
                            "<p><b>{}</b></p>".format(html.escape(label)),
                }[kind])
            if kind == "html":
                text = "\n".join(rows).replace("</p>\n<tr>", "</p><table><tr>")
                text = text.replace("</tr>\n<p>", "</tr></table><p>")
                text = "<table>" * text.startswith("<tr>") + text
                text += "</table>" * text.endswith("</tr>")
                text += "".join("<p>{}</p>".format(t) for t in TEXT)
                text = "<html><body>" + text + "</body></html>"
            else:
                text = "\n\n".join(rows + TEXT) + "\n"
            yield "report, head {} as {}".format(n + 1, kind), kind, text
