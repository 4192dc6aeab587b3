"""The front sheet of a pack: which committee meets, where and when, who sits on it, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from converter.meeting import Meeting
from converter.model import Line
from converter.profiles import Profile
from converter.recognise.authority import authority_of, slugify
from converter.recognise.dates import days
from converter.recognise.packs.council import BODY, COUNCIL, council_in, council_of_papers, parts_of, readable
from converter.recognise.packs.people import Reading
from converter.recognise.reflow import reflow
from converter.sidecars import Sidecar

TIME = re.compile(
    r"\b(?:at (?P<hours>[012]\d[0-5]\d)\b"
    r"|(?P<value>\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?|hrs|hours|noon)?|\d{1,2} ?[ap]\.?m\b\.?|(?:12 )?noon|midday))(?!\w)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:room|chamber|hall|house|centre|suite|offices?|building|teams|online|virtual|zoom|remote|webcast)\b",
    re.IGNORECASE,
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
IN_PLACE = re.compile(
    rf"\b(?:in|at) (?:the )?(?=(?P<value>[A-Z][^.]{{5,100}}?)(?:\.|$|,? on (?:{WEEKDAY}|\d)| at \d| commencing\b))"
    r"|\d ?[ap]\.?m\.?[,;] (?=(?P<after>[A-Z][^.]{5,100}?)(?:\.|$))"
)
OPEN_END = re.compile(r"\b(?:on|at|in|the|,)$")
LONGEST_PLACE = 110
SENTENCE = re.compile(r"\b(?:is|are|will|may|to be|has|have)\b")
NAMELESS = re.compile(r"(?:the |this )*(?:committee|panel|board|cabinet|commission)(?: \(.*)?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Home:
    """Where a pack lives: its address, its meeting, and the day on which it is held."""

    address: str
    meeting: Meeting
    day: date | None


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


def committee_in(front: Sequence[Line], profile: Profile) -> str:
    """The committee's name: in the sentence that calls the meeting, else in a line of its own or two of one type."""
    texts = [line.text.strip() for line in front]
    for text in (" ".join(texts[at : at + 3]) for at in range(len(texts))):
        name = found[1]["value"].strip() if (found := profile.first("committees", text)) else ""
        if name and not NAMELESS.fullmatch(name) and profile.first("recognise", name):
            return name
    for at, line in enumerate(front):
        if BODY.fullmatch(texts[at]):
            continue
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
