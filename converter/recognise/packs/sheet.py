"""The front sheet of a pack: which committee meets, where and when, who sits on it, whom to ask."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

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
    r"|(?P<value>\d{1,2}[.:]\d{2}(?: ?(?:[ap]\.?m\.?|noon))?|\d{1,2} ?[ap]\.?m\b\.?|(?:12 )?noon|midday)"
    r"(?: ?(?:hrs|hours))?)(?!\w)",
    re.IGNORECASE,
)
PLACE = re.compile(
    r"\b(?:room|chamber|hall|house|centre|suite|offices?|building|teams|online|virtual|zoom|remote|webcast)\b",
    re.IGNORECASE,
)
WEEKDAY = r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
IN_PLACE = re.compile(
    rf"\b(?:in|at|IN|AT) (?:the |THE )?(?=(?P<value>[A-Z][^.]{{5,100}}?)"
    rf"(?:\.|$|,? on (?:{WEEKDAY}|\d)| at \d| commencing\b))"
    r"|\d ?[ap]\.?m\.?[,;] (?=(?P<after>[A-Z][^.]{5,100}?)(?:\.|$))"
)
OPEN_END = re.compile(r"\b(?:on|at|in|the|,)$")
LONGEST_PLACE = 110
CALL_LINES = 4
HOURS = re.compile(r"(?<=\d) ?(?:hrs|hours)$", re.IGNORECASE)
CALLED = re.compile(
    r"\s*,?\s*(?:(?:which|that) )?(?:is |are )?(?:to|will|shall) (?:be held|take place)\b", re.IGNORECASE
)
SENTENCE_END = re.compile(
    r"(?<=\d)\.\s+(?=[A-Z])|(?<=\w\w)(?<!\bSt)(?<!\bNo)\.(?:\s|$)|(?<=[ap]\.m)\.?\s+(?=[A-Z][a-z])"
)
DAY_BEFORE = re.compile(rf"^(?:{WEEKDAY},? )?\d{{1,2}}(?:st|nd|rd|th)? \w+,? \d{{4}},?\s+(?=[A-Z])")
IN_FRONT = re.compile(r"^(?:in|at) (?:the )?", re.IGNORECASE)
SENTENCE = re.compile(r"\b(?:is|are|will|may|to be|has|have)\b")
NAMELESS = re.compile(r"(?:the |this |select )*(?:committee|panel|board|cabinet|commission)(?: \(.*)?", re.IGNORECASE)


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
    named = committee_in(front[:begin], profile) or committee_in(front, profile)
    committee = readable(sidecar.title or named or "Committee")
    council = sidecar.authority or council_in(texts, firsts) or council_of_papers(papers)
    reading = people_in(front, begin, profile)
    called = calling(front[:begin], profile)
    when = sidecar.end or sidecar.start or next(iter(days(called)), None) or meeting_day(front[:begin])
    when = when or meeting_day(front)
    meeting = Meeting(
        committee,
        council,
        HOURS.sub("", reading.facts.get("time", "")) or time_in(head) or time_in([called]),
        reading.facts.get("place", "") or place_in(front[:begin]),
        reading.facts.get("quorum", ""),
        tuple(reading.members),
        tuple(reading.contacts),
        any(profile.first("supplements", text) for text in (head or texts)),
    )
    name, authority = slugify(committee), authority_of(council).slug if council else ""
    slug = name if not authority or name.startswith(authority) else f"{authority}-{name}"
    return Home(f"{slug}/{when.isoformat() if when else 'undated'}", meeting, when)


def people_in(front: Sequence[Line], begin: int, profile: Profile) -> Reading:
    """The facts and people of a sheet; contacts stand each in a line, and end with the page or the agenda."""
    reading = Reading()
    whole = reflow(front, profile, ())
    firsts = {line.line for line in whole}
    at = 0
    for line in whole:
        own = [front[at], *takewhile(lambda other: other.line not in firsts, front[at + 1 :])]
        ends = (at and line.page != front[at - 1].page) or at <= begin < at + len(own)
        if reading.under == "contacts" and ends:
            reading.under = ""
        for one in own if reading.under == "contacts" else (line,):
            reading.take_line(list(parts_of(one)), profile)
        at += len(own)
    return reading


def calling(front: Sequence[Line], profile: Profile) -> str:
    """What the sentence that calls the meeting says behind the committee's name, empty where it names no day."""
    texts = [line.text.strip() for line in front]
    for text in (" ".join(texts[at : at + CALL_LINES]) for at in range(len(texts))):
        found = profile.first("committees", text)
        rest = SENTENCE_END.split(text[found[1].end("value") :])[0] if found else ""
        if CALLED.match(rest) and days(rest):
            return rest
    return ""


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
        cells = list(parts_of(line))
        for column, printed in enumerate(cells):
            cell = DAY_BEFORE.sub("", printed)
            said = cell.endswith(".") or SENTENCE.search(cell)
            if PLACE.search(cell) and not days(cell) and len(cell) <= LONGEST_PLACE and not said:
                below = texts[at + 1 : at + 4] if column in {0, len(cells) - 1} else []
                return IN_FRONT.sub("", address(cell, below)).strip(" ,")
    return ""


def address(first: str, below: Sequence[str]) -> str:
    """A place with the lines below it, as long as each ends with a comma."""
    for text in below:
        if not first.endswith(",") or days(text):
            break
        first = f"{first} {text}"
    return first
