"""A council that does not exist: items of committee English, any number of them,
the same ones each time.

Words follow Zipf's law, as those of real minutes do: a few make up most of the
text, and ever new ones turn up.  Sentences are of the shapes that minutes use,
so that the text is as regular, and packs as well, as a real one."""

import bisect
import itertools
import random

COUNCIL = "Ellersham Borough Council"
COMMITTEES = [
    "Cabinet", "Full Council", "Planning Committee", "Licensing Committee",
    "Audit and Governance Committee", "Standards Committee",
    "Overview and Scrutiny Committee", "Health Scrutiny Committee",
    "Children's Services Scrutiny Committee", "Corporate Parenting Panel",
    "Pensions Committee", "Highways Advisory Panel", "Wellbeing Board",
    "Housing Committee", "Environment Committee", "Appeals Sub-Committee"]
POSTS = [
    "Chief Executive", "Monitoring Officer", "Head of Finance",
    "Director of Children's Services", "Director of Public Health",
    "Head of Planning", "Democratic Services Officer", "Borough Solicitor",
    "Assistant Director of Housing", "Highways Manager", "Head of Audit",
    "Principal Planning Officer", "Service Manager, Fostering"]
KINDS = ["minute", "minute", "minute", "agenda", "agenda", "report", "action"]
MONTHS = ["January", "February", "March", "April", "May", "June", "July",
          "August", "September", "October", "November", "December"]

# In the order in which minutes use them most.
NOUNS = """report committee council meeting item service application plan
    recommendation minute budget officer member question policy site review
    update information children school work year process development area
    programme community resident strategy consultation proposal project
    concern partnership support action scheme decision cost funding need
    condition response highway issue housing road risk matter provision
    target staff group performance objection access use building land
    statement framework contract carer vehicle park audit assessment
    petition footpath tenant grant levy library shelter""".split()
VERBS = """considered noted approved discussed presented received agreed
    reported provided reviewed supported asked explained confirmed raised
    highlighted proposed delivered completed improved monitored outlined
    published submitted funded refused deferred welcomed""".split()
ADJECTIVES = """new local public further current annual proposed financial
    final general additional significant early draft joint strategic
    temporary successful vulnerable rural""".split()

# N, V and A stand for a noun, a verb and an adjective, O for an officer, M for
# a councillor, D for a date, C for a committee, # for a number.
SENTENCES = """
The Committee considered a report of the O which V the A N of the N.
RESOLVED: That the N be V and the A N be V.
M asked whether the N of N would be V before the A N.
In response to a question from M, the O explained that N had been V.
It was noted that the A N and the N were V in D.
The O V the N and said that A N N would cost £# in the A N.
Members V the N of the N, and thanked officers for A N with N and N.
It was proposed by M and seconded by M that the N N be V.
The minutes of the meeting held on D were approved as a correct record.
A N to the C would be V at the next N.
The N was V with the N, N and A N by D.
There were # N and # A N, of which # had been V.
M declared an interest in the N as a N of A N.
The A N for N was V, subject to N being V by the O.
Some N V by A N had not V their N, although N and N were A.
The O would V the A N to N of the Committee.
That the N, as V in paragraph #, be V for N and N.
N, N and N continued to be A, and the N had V them for A N.
The N of N is A: it has V N, and A N N will be V from D.
A N N: the N V A N to N, N and A N, and V N on N with N.
N V at # N were A, with N V for A N, and V N by N of N.
""".strip().splitlines()

ONSETS = ["b", "br", "c", "ch", "cl", "d", "dr", "f", "g", "gr", "h", "k", "l",
          "m", "n", "p", "pr", "r", "s", "sh", "st", "t", "th", "tr", "v", "w"]
VOWELS = ["a", "e", "i", "o", "u", "ea", "ou", "ai"]
CODAS = ["", "n", "r", "l", "nd", "rt", "st", "ck", "m", "ll", "ss", "x"]
N_WORDS = 60000
# Where the law begins to hold, and how steeply the words fall.
FIRST_RANK = 60
ZIPF = 1.7


class Words:
    """Words of one class, drawn by rank: the ones given, then invented."""

    def __init__(self, first, endings, rng):
        self.words = list(first)
        seen = set(first)
        while len(self.words) < N_WORDS:
            word = "".join(
                rng.choice(ONSETS) + rng.choice(VOWELS) + rng.choice(CODAS)
                for _ in range(rng.choice((1, 2, 2)))) + rng.choice(endings)
            if word not in seen:
                seen.add(word)
                self.words.append(word)
        self.sums = list(itertools.accumulate(
            1 / (rank + FIRST_RANK) ** ZIPF for rank in range(len(self.words))))

    def draw(self, rng):
        return self.words[bisect.bisect(self.sums,
                                        rng.random() * self.sums[-1])]


class Council:
    def __init__(self, seed=1972):
        self.rng = rng = random.Random(seed)
        self.nouns = Words(NOUNS, ["", "", "s", "ing", "ment", "ion", "er"],
                           rng)
        self.verbs = Words(VERBS, ["ed", "ed", "ing", "ised"], rng)
        self.adjectives = Words(ADJECTIVES, ["al", "ous", "ive", "y", ""],
                                rng)
        names = Words([], ["", "", "son", "ley", "ton", "ham"], rng)
        self.surnames = [name.capitalize() for name in names.words[:3000]]

    def name(self, n):
        """The holder of a post or a seat is one of a few people."""
        surname = self.surnames[int(self.rng.paretovariate(1)) * 7 % n]
        return f"{surname[0]} {surname}"

    def date(self):
        return (self.rng.randrange(1998, 2026), self.rng.randrange(1, 13),
                self.rng.randrange(1, 29))

    def slot(self, letter, item):
        if letter == "N":
            return self.nouns.draw(self.rng)
        if letter == "V":
            return self.verbs.draw(self.rng)
        if letter == "A":
            return self.adjectives.draw(self.rng)
        if letter == "O":
            role = self.rng.choice(POSTS)
            if all(person["role"] != role for person in item["officers"]):
                item["officers"].append(
                    {"name": self.name(300), "role": role, "how": "role"})
            return role
        if letter == "M":
            member = self.name(3000)
            if member not in item["members"]:
                item["members"].append(member)
            return f"Councillor {member}"
        if letter == "D":
            year, month, day = self.date()
            return f"{day} {MONTHS[month - 1]} {year}"
        if letter == "C":
            return self.rng.choice(COMMITTEES)
        return str(self.rng.randrange(1, 999))

    def sentence(self, item):
        words = []
        for word in self.rng.choice(SENTENCES).split():
            core = word.rstrip(".,:;")
            letter = core.lstrip("£").split(",")[0]
            if letter in ("N", "V", "A", "O", "M", "D", "C", "#"):
                word = word.replace(letter, self.slot(letter, item), 1)
            words.append(word)
        text = " ".join(words)
        if text.startswith("RESOLVED"):
            item["resolutions"].append({"label": "", "text": text[10:]})
        return text[0].upper() + text[1:]

    def text(self, item):
        """Most items are short and some are very long."""
        n_bytes = min(40000, int(self.rng.lognormvariate(6.25, 1.32)))
        lines = []
        while n_bytes > 0:
            line = self.sentence(item)
            n_bytes -= len(line) + 1
            lines.append(line)
        return "\n".join(lines)

    def title(self):
        return " ".join(
            [self.adjectives.draw(self.rng).capitalize()]
            + [self.nouns.draw(self.rng).capitalize()
               for _ in range(self.rng.randrange(1, 6))])

    def items(self, paper):
        """The items of one meeting's paper, without end."""
        year, month, day = self.date()
        committee = self.rng.choice(COMMITTEES)
        slug = committee.lower().replace(" ", "-").replace("'", "")
        for seq in itertools.count():
            kind = self.rng.choice(KINDS)
            item = {
                "format": 1,
                "id": f"ellersham/{slug}/{year}-{month:02}-{day:02}/{kind}/"
                      f"{paper}.{seq + 1}",
                "paper": "", "seq": seq, "kind": kind,
                "number": str(seq + 1), "number_inferred": False,
                "title": self.title(),
                "date": f"{year}-{month:02}-{day:02}",
                "committee": committee, "council": COUNCIL, "page": None,
                "officers": [], "members": [], "people_other": [],
                "authors": [], "resolutions": [], "refs": [], "actions": [],
                "papers": [], "exempt": False, "private": False,
                "exempt_words": None}
            item["text"] = self.text(item)
            yield item
