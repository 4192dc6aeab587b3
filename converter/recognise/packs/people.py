"""Who sits on a committee and whom to ask, from the lines of its front sheet."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from converter.profiles import Profile
from converter.recognise.dates import days

NAME = re.compile(
    r"(?!(?:Vice-)?Chair|Substitute)[A-Z][\w'’.-]*(?: (?:[A-Z(][\w'’&().-]*|de|la|van|von|and)){1,6}"
    r"(?: \([^()]{1,60}\))?(?: [–-] (?:Joint |Co-|Vice[- ]|Deputy )?(?:Chair\w*|Conven[eo]r))?"
    r"|(?!Vice-)[A-Z][\w'’]+-[A-Z][\w'’]+(?: \(\w+\))?"
)
ROLES = r"(?:Co-?opted|Non-?elected|Church|Parent|Teacher|Substitutes?|Alternates?|Reserve|Quorum)[\w -]{0,30}:\s*"
NAMES = re.compile(
    rf"(?<=\))\s+(?=[A-Z][a-z])|[.;,]?\s+{ROLES}|\s*[;,]\s*(?!(?:[MO]BE|CBE|JP|QC|KC)\b)|\s+and\s+(?=[A-Z])"
)
LEAD = re.compile(
    r"^(?:and\s+|(?:Deputy |Vice[- ])?Chair(?:man|woman|person)?\s*:\s*|(?:Councillors|Cllrs)\s*[:–-]?\s+)",
    re.IGNORECASE,
)
ROLE = re.compile(r"[(\[–-].*")
OTHERS = re.compile(
    r"\W*(?:Deput|Substitut|Reserve|Alternate|Officers?\b|In attendance|Observers?\b)(?:.{0,40}|[\w ]{0,30}:.*)",
    re.IGNORECASE,
)
HEAD = re.compile(r"(?:[\w&-]+ ){0,4}(?:notice|webcasting|broadcasting|filming|recording|information)", re.IGNORECASE)
BOX = re.compile(r"(?:date|time|date (?:&|and) time|place|venue|location|contact|committee|quorum)\W*", re.IGNORECASE)
COUNTED = re.compile(r".*\(\d{1,2}\)\W*")
CALL = re.compile(r"\W*(?:tel\w*|phone|e-?mail)\W*", re.IGNORECASE)
INITIAL = re.compile(r"\b[A-Z]$")
SURNAME = re.compile(r"(?!(?:Vice-)?Chair|Quorum)[A-Z]['’]?[\w'’-]*[a-z][\w'’-]*(?: \([^()]{1,20}\))?")
PARTY = re.compile(
    r"\W*(?:conservatives?|labour(?: and co-operative)?|liberal democrats?|greens?|independents?|reform(?: uk)?"
    r"|church\w*|co-opted\w*|(?:non-?)?(?:voting|elected)|teachers?"
    r"|parent governor\w*|representatives?|others?|members?|group|and|[\W\d])+[:–-]?\s*",
    re.IGNORECASE,
)
TITLED = re.compile(
    r"\W*(?:Councillors?|Cllrs?|Mr|Mrs|Ms|Miss|Dr|Rev\w*|Sir|Dame|Canon|Father|Professor)\b", re.IGNORECASE
)
AGENDA = re.compile(
    r"\W*(?:A ?G ?E ?N ?D ?A|(?:Agenda )?Item(?: No\.?)? ?\d+\w?|Part (?:I|1|A|one))\b.{0,60}", re.IGNORECASE
)
SHORTEST_HEAD = 5
FEW = 2
MOST_MEMBERS, MOST_CONTACTS, LONGEST = 60, 8, 300


@dataclass
class Reading:
    """The facts found so far; it lives only inside `read_sheet`."""

    facts: dict[str, str] = field(default_factory=dict)
    members: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    under: str = ""

    def take_line(self, cells: Sequence[str], profile: Profile) -> None:
        """Take a line of the sheet; a label and its value may stand in two cells of it."""
        if sum(bool(BOX.fullmatch(cell)) for cell in cells) > FEW:
            self.under = ""  # the heads of columns, whose cells stand below them
            return
        skip, parties = False, all(PARTY.fullmatch(cell) for cell in cells)
        for at, cell in enumerate(cells):
            value = cells[at + 1] if at + 1 < len(cells) else ""
            if skip or (value and self.take_pair(cell, value, profile)):
                skip = not skip
            elif self.under == "members" and (is_counted_party(cell) or (at and is_role(cell))):
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
        elif self.under == "contacts" and AGENDA.fullmatch(text):
            self.under = ""
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
    head = OTHERS.fullmatch(text) or HEAD.fullmatch(text)
    return loud or bool(head) or text[0] in "(0123456789" or len(text) > LONGEST


def is_counted_party(text: str) -> bool:
    """Whether a cell says how many members a party has: "Labour (2)"."""
    return bool(COUNTED.fullmatch(text) and PARTY.fullmatch(text))


def is_role(text: str) -> bool:
    return bool(ROLE.fullmatch(text) or OTHERS.fullmatch(text))


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
