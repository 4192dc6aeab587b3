"""The front sheet of a pack: which committee meets, where and when, who sits on it, whom to ask."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise

from converter.meeting import Meeting
from converter.model import Kind, Line
from converter.profiles import Profile
from converter.recognise.authority import authority_of, known, place, slugify
from converter.recognise.dates import days
from converter.recognise.reflow import reflow
from converter.sidecars import Sidecar

COUNCIL = re.compile(
    r"(?:[A-Z][\w&'’.-]*\s(?:(?!from\b)[\w&'’.-]+\s){0,8})?Council|[A-Z][A-Z .&'’-]{2,60} COUNCIL"
    r"|(?:(?:The )?(?:London |Royal |Metropolitan )*(?:Borough|City|County) of|Borough of) [A-Z][\w'’ -]{2,40}"
)
COUNCIL_IN = re.compile(r"\b(?:[A-Z][\w'’-]+ (?:(?:of|and|upon|the|on) )?){1,5}Council\b")
UNFINISHED = re.compile(r"\b(?:Metropolitan|Borough|County|City|District|of|and)$")
PIECES = re.compile(r"\s*[,;:–|]\s*|\s-\s")
TIME = re.compile(
    r"\b(?:at (?P<hours>[012]\d[0-5]\d)\b"
    r"|(?P<value>\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|hrs|hours|noon)?|\d{1,2} ?[ap]\.?m\b\.?|(?:12 )?noon|midday))(?!\w)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:room|chamber|hall|house|centre|suite|offices?|building|teams|online|virtual|zoom|remote|webcast)\b",
    re.IGNORECASE,
)
NAME = re.compile(
    r"(?!(?:Vice-)?Chair|Substitute)[A-Z][\w'’.-]*(?: (?:[A-Z(][\w'’&().-]*|de|la|van|von|and)){1,6}"
    r"|(?!Vice-)[A-Z][\w'’]+-[A-Z][\w'’]+(?: \(\w+\))?"
)
ROLES = r"(?:Co-?opted|Non-?elected|Church|Parent|Substitutes?|Alternates?|Reserve|Quorum)[\w -]{0,30}:\s*"
NAMES = re.compile(
    rf"(?<=\))\s+(?=[A-Z][a-z])|\.?\s+{ROLES}|\s*[;,]\s*(?!(?:[MO]BE|CBE|JP|QC|KC)\b)|\s+and\s+(?=[A-Z])"
)
LEAD = re.compile(
    r"^(?:and\s+|(?:Deputy |Vice[- ])?Chair(?:man|woman|person)?\s*:\s*|(?:Councillors|Cllrs)\s*[:–-]?\s+)",
    re.IGNORECASE,
)
ROLE = re.compile(r"[(\[–-].*")
OTHERS = re.compile(
    r"\W*(?:Deput|Substitut|Reserve|Alternate|Officers?\b|In attendance|Observers?\b).{0,40}", re.IGNORECASE
)
CALL = re.compile(r"\W*(?:tel\w*|phone|e-?mail)\W*", re.IGNORECASE)
INITIAL = re.compile(r"\b[A-Z]$")
SURNAME = re.compile(r"(?!(?:Vice-)?Chair|Quorum)[A-Z]['’]?[\w'’-]*[a-z][\w'’-]*(?: \([^()]{1,20}\))?")
PARTY = re.compile(
    r"\W*(?:conservatives?|labour(?: and co-operative)?|liberal democrats?|greens?|independents?|reform(?: uk)?"
    r"|church\w*|co-opted\w*|parent governor\w*|representatives?|others?|members?|group|and|[\W\d])+[:–-]?\s*",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\W*(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Rev\w*|Sir|Dame|Canon|Father|Professor)\b", re.IGNORECASE
)
SMALL_WORDS = {"and", "of", "the", "for", "in", "on", "to", "with", "at", "a"}
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
IN_PLACE = re.compile(
    rf"\b(?:in|at) (?:the )?(?=(?P<value>[A-Z][^.]{{5,100}}?)(?:\.|$|,? on (?:{WEEKDAY}|\d)| at \d| commencing\b))"
    r"|\d ?[ap]\.?m\.?[,;] (?=(?P<after>[A-Z][^.]{5,100}?)(?:\.|$))"
)
OPEN_END = re.compile(r"\b(?:on|at|in|the|,)$")
LONGEST_PLACE = 110
SHORTEST_HEAD = 5
FEW = 2
SENTENCE = re.compile(r"\b(?:is|are|will|may|to be|has|have)\b")
NAMELESS = re.compile(r"(?:the |this )*(?:committee|panel|board|cabinet|commission)(?: \(.*)?", re.IGNORECASE)
TWICE = 2
NO_PLACE = {
    "",
    "the",
    "district council",
    "county",
    "city",
    "borough",
    "district",
    "full",
    "metropolitan",
    "county council",
    "city council",
    "borough council",
    "council",
}
MOST_MEMBERS, MOST_CONTACTS, LONGEST = 60, 8, 300


@dataclass(frozen=True, slots=True)
class Home:
    """Where a pack lives: its address, its meeting, and the day on which it is held."""

    address: str
    meeting: Meeting
    day: date | None


@dataclass
class Reading:
    """The facts found so far; it lives only inside `read_sheet`."""

    facts: dict[str, str] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    under: str = ""

    def take_line(self, cells: Sequence[str], profile: Profile) -> None:
        """Take a line of the sheet; a label and its value may stand in two cells of it."""
        skip, parties = False, all(PARTY.fullmatch(cell) for cell in cells)
        for at, cell in enumerate(cells):
            value = cells[at + 1] if at + 1 < len(cells) else ""
            if skip or (value and self.take_pair(cell, value, profile)):
                skip = not skip
            elif at and self.under == "members" and (ROLE.fullmatch(cell) or OTHERS.fullmatch(cell)):
                continue
            elif self.under == "members" and len(cells) > 1 and not parties and SURNAME.fullmatch(cell):
                self.members.append(cell)
            else:
                self.take(cell, profile)

    def take_pair(self, label: str, value: str, profile: Profile) -> bool:
        """Take a label and its value; whether they are a pair."""
        found = profile.first("sheet", f"{label.rstrip(' :')}: {value}")
        if CALL.fullmatch(label):
            self.contacts.append(f"{label.rstrip(' :')}: {value}")
            return True
        name = str(found[0].means["field"]) if found and found[1].groupdict().get("value") == value else ""
        if name in {"place", "time", "quorum"}:
            self.facts.setdefault(name, value)
        elif name == "contact":
            self.contacts.append(value)
        return name in {"place", "time", "quorum", "contact"}

    def take(self, text: str, profile: Profile) -> None:
        """Take one line or cell of the sheet."""
        found = profile.first("sheet", text)
        if found is None:
            self.take_name(text, profile)
            return
        name, value = str(found[0].means["field"]), found[1].groupdict().get("value")
        if value is None:
            self.under = name
        elif name == "named":
            self.members += members_in(value, profile)
            self.under = "members"
        elif name == "contact":
            self.contacts.append(value)
            self.under = "contacts"
        else:
            self.facts.setdefault(name, value.strip())
            self.under = "members" if re.search(r"membership|members\W*$", text, re.IGNORECASE) else ""

    def take_name(self, text: str, profile: Profile) -> None:
        if self.under == "members" and ends_members(text):
            self.under = ""
        elif self.under == "members" and len(self.members) < MOST_MEMBERS:
            self.add_members(text, profile)
        elif self.under == "contacts" and len(text) <= LONGEST and len(self.contacts) < MOST_CONTACTS:
            self.contacts.append(text)
        if self.under == "contacts" and ("@" in text or len(text) > LONGEST or text.endswith(".")):
            self.under = ""

    def add_members(self, text: str, profile: Profile) -> None:
        """Take who a line names; a surname alone belongs to the initial at the end of the line above."""
        if self.members and INITIAL.search(self.members[-1]) and SURNAME.fullmatch(text):
            self.members[-1] += f" {text}"
        else:
            self.members += members_in(text, profile)


def ends_members(text: str) -> bool:
    """Whether a line heads what comes after the members: it is set in capitals, numbered or in brackets."""
    loud = text.isupper() and len(text) > SHORTEST_HEAD and not PARTY.fullmatch(text)
    return loud or bool(OTHERS.fullmatch(text)) or text[0] in "(0123456789" or len(text) > LONGEST


def members_in(text: str, profile: Profile) -> list[str]:
    """Who a line below "Membership" names; one that names a party, a day or the committee names nobody."""
    if len(text) > LONGEST or profile.first("recognise", text) or days(text) or PARTY.fullmatch(text):
        return []
    party = PARTY.match(text)
    rest = text[party.end() :] if party and party[0].rstrip().endswith((":", "–", "-")) else text
    names = [LEAD.sub("", name).strip(" .") for name in NAMES.split(rest)]
    several = len(names) > FEW
    return [
        name
        for name in names
        if (TITLED.match(name) and " " in name) or NAME.fullmatch(name) or (several and SURNAME.fullmatch(name))
    ]


def read_sheet(
    front: Sequence[Line], begin: int, profile: Profile, sidecar: Sidecar, papers: Sequence[Line] = ()
) -> Home:
    """The meeting that a front sheet calls, its sidecar's facts first; its agenda begins at the line `begin`.

    What stands before the agenda says where and when; members may also be named below it. Where the sheet does not
    name its council, the `papers` do.
    """
    head = [text for line in front[:begin] for text in parts_of(line)]
    texts = [text for line in front for text in parts_of(line)]
    firsts = [next(parts_of(line), "") for line in front]
    committee = readable(sidecar.title or committee_in(front, profile) or "Committee")
    council = sidecar.authority or council_in(texts, firsts) or council_of_papers(papers)
    reading = Reading()
    for line in reflow(front, profile, ()):
        reading.take_line(list(parts_of(line)), profile)
    when = sidecar.end or sidecar.start or meeting_day(front[:begin]) or meeting_day(front)
    meeting = Meeting(
        committee,
        council,
        reading.facts.get("time", "") or time_in(head),
        reading.facts.get("place", "") or place_in(front[:begin]),
        reading.facts.get("quorum", ""),
        tuple(reading.members),
        tuple(reading.contacts),
        any(profile.first("supplements", text) for text in texts),
    )
    name, authority = slugify(committee), authority_of(council).slug if council else ""
    slug = name if not authority or name.startswith(authority) else f"{authority}-{name}"
    return Home(f"{slug}/{when.isoformat() if when else 'undated'}", meeting, when)


def parts_of(line: Line) -> Iterator[str]:
    """The texts of a line: its cells, or what stands between its breaks."""
    cells = line.text.split("\t") if line.kind is Kind.ROW else line.text.split("\n")
    yield from (cell.strip() for cell in cells if cell.strip())


def committee_in(front: Sequence[Line], profile: Profile) -> str:
    """The committee's name: in the sentence that calls the meeting, else in a line of its own or two of one type."""
    texts = [line.text.strip() for line in front]
    for text in (" ".join(texts[at : at + 3]) for at in range(len(texts))):
        name = found[1]["value"].strip() if (found := profile.first("committees", text)) else ""
        if name and not NAMELESS.fullmatch(name) and profile.first("recognise", name):
            return name
    for at, line in enumerate(front):
        for count in (2, 1):
            some = front[at : at + count]
            if count > 1 and COUNCIL.fullmatch(texts[at]):
                continue
            alike = all(other.bold == line.bold and other.size == line.size for other in some)
            whole = count == 1 or (line.size and not some[-1].gap and not profile.first("recognise", texts[at]))
            if alike and whole and profile.first("recognise", name := " ".join(texts[at : at + count])):
                return next(
                    (cell.strip() for cell in name.split("\t") if profile.first("recognise", cell.strip())), name
                )
    cells = (text for line in front for text in parts_of(line))
    return next((text for text in cells if profile.first("recognise", text)), "")


def council_in(texts: Sequence[str], firsts: Sequence[str]) -> str:
    """The council's name: a line of its own, else the first one named; a known authority comes before any other."""
    own = [piece for text in texts for piece in PIECES.split(text) if COUNCIL.fullmatch(piece)]
    pairs = [(PIECES.split(text)[-1], after) for text, after in (*pairwise(texts), *pairwise(firsts))]
    whole = [f"{text} {after}" for text, after in pairs if UNFINISHED.search(text)]
    own += [name for name in whole if COUNCIL.fullmatch(name) and name.endswith("Council")]
    own += [name for text in texts for name in COUNCIL_IN.findall(text) if text.startswith(name)]
    inside = [match[0] for text in texts for match in COUNCIL_IN.finditer(text)]
    own = [name for name in own if place(name).lower().removeprefix("the ") not in NO_PLACE]
    named = [name for name in (*own, *inside) if known(name)]
    own.sort(key=lambda name: (not name.lower().endswith("council"), -len(name)))
    return readable(next(iter((*named, *own)), ""))


def council_of_papers(papers: Sequence[Line]) -> str:
    """The only council that papers name; of several the one that they name most, at least twice."""
    names = Counter(
        piece for line in papers for text in parts_of(line) for piece in PIECES.split(text) if COUNCIL.fullmatch(piece)
    )
    names.update(name for line in papers if "Council" in line.text for name in COUNCIL_IN.findall(line.text))
    places = Counter[str]()
    for name, count in names.items():
        if place(name).lower().removeprefix("the ") not in NO_PLACE:
            places[slugify(place(name))] += count
    best = places.most_common(2)
    if not best or (best[0][1] < TWICE and len(best) > 1) or (len(best) > 1 and best[1][1] == best[0][1]):
        return ""
    return readable(next(name for name, _ in names.most_common() if slugify(place(name)) == best[0][0]))


def meeting_day(front: Sequence[Line]) -> date | None:
    """The first full day of the sheet, which may be broken over two lines of one column."""
    firsts = [next(parts_of(line), "") for line in front]
    for at, line in enumerate(front):
        joined = " ".join(firsts[at : at + 2])
        for text in (*parts_of(line), joined):
            if found := days(text):
                return found[0]
    return None


def time_in(texts: Sequence[str]) -> str:
    """The time of the meeting, which stands beside its day or alone."""
    for text in texts:
        if (found := TIME.search(text)) and (days(text) or len(text) <= len(found[0]) + 12):
            return (found["value"] or found["hours"]).strip(" .")
    return ""


def place_in(front: Sequence[Line]) -> str:
    """Where the meeting is held: what names a room or building, in the sentence that calls the meeting or alone."""
    texts = [next(parts_of(line), "") for line in front]
    for at in range(len(texts)):
        end = next(
            (
                after
                for after in range(at + 1, len(front))
                if front[after].gap and not OPEN_END.search(texts[after - 1])
            ),
            len(front),
        )
        sentence = " ".join(texts[at : min(end, at + 3)])
        values = [found["value"] or found["after"] for found in IN_PLACE.finditer(sentence)]
        named = [value for value in values if PLACE.search(value)]
        if named and days(sentence):
            return min(named, key=len).strip()
    for at, line in enumerate(front):
        for column, cell in enumerate(parts_of(line)):
            said = cell.endswith(".") or SENTENCE.search(cell)
            if PLACE.search(cell) and not days(cell) and len(cell) <= LONGEST_PLACE and not said:
                rest = texts[at + 1] if cell.endswith(",") and not column and at + 1 < len(texts) else ""
                return f"{cell} {rest}".strip(" ,")
    return ""


def readable(name: str) -> str:
    """A name set all in capitals in the way names are written."""
    if not name.isupper():
        return name
    words = [
        word.lower() if at and word.lower() in SMALL_WORDS else word.capitalize()
        for at, word in enumerate(name.split())
    ]
    return re.sub(r"(?<=[(/-])\w", lambda match: match[0].upper(), " ".join(words))
