"""Which lines of minutes head one: those whose numbers count up by one and that look like titles.

    heading = number title | title "\\n" number text
    number  = ["*"] ("84." | "84" | "23/5" | "PE12" | "CYP/19/34" | "28/19" | "5.1") ["*"]

An asterisk marks a matter that the committee could decide by itself; it is printed, and no part of the number.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from converter.model import Kind, Line, Spans, plain
from converter.profiles import Profile
from converter.read.markup import strip_prefix
from converter.recognise.chains import worthiest_chain
from converter.recognise.headings import numbered_title

COUNT = (
    r"(?P<printed>(?:\*\s?)?(?P<number>(?P<prefix>(?:(?:[A-Z]{1,5}/){0,3}|[A-Z]{1,4}[ .-]?)(?:\d{1,4}/)?)"
    r"(?P<count>\d{1,4})(?P<below>\.\d{1,2}|[a-z])?)(?:\s?\*)?)\s?[.:]?"
)
NUMBER = re.compile(rf"(?:Minute (?:No\.? ?|Number )?)?{COUNT}\s+(?=\S)")
NUMBER_CELL = re.compile(COUNT)
RUN_IN = re.compile(r"(?:\(\d{1,3}\)\s+)?(?P<title>[A-Z][A-Z0-9 ,'’&()/:-]{5,}[A-Z)])\s+[-–—]\s+(?=[A-Z(])")
TITLE_LENGTH = 200
STANDS_OUT, LIKE_TITLE, GAP = 1.0, 1.0, 0.8


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may head a minute: its number, the words after it, and how much it looks like a heading.

    `printed` is the number with its asterisk; `beside` the text beside a number whose title stands above it.
    """

    at: int
    number: str
    printed: str
    series: str
    count: int
    below: int
    words: Spans
    line: Line
    worth: float = LIKE_TITLE
    beside: Line | None = None


def headings_in(lines: Sequence[Line], profile: Profile) -> list[Heading]:
    """The headings of minutes: numbers with their titles beside them or, where that explains more, above them."""
    beside = chosen([found for at in range(len(lines)) for found in readings(heading_at(lines, at))])
    above = chosen([found for at in range(len(lines)) for found in readings(heading_above(lines, at, profile))])
    return max(beside, above if each_has_a_title(above, lines) else [], key=lambda some: sum(one.worth for one in some))


def readings(heading: Heading | None) -> Iterator[Heading]:
    """The ways to read a heading's number: in "28/19" either piece may be the one that counts up."""
    if heading:
        yield heading
        if pieces := re.fullmatch(r"(\d{1,4})/(\d{2,4})", heading.number):
            yield replace(heading, series=f"/{pieces[2]}", count=int(pieces[1]))


def numbered_at(lines: Sequence[Line], at: int) -> Heading | None:
    """The number with which a line begins and the words after it: as text, as a bulleted item or as two cells."""
    line = lines[at]
    if line.kind is Kind.ROW:
        cells = [plain(cell).strip() for cell in line.cells]
        if len(cells) == 2 and cells[1]:
            match, words = NUMBER_CELL.fullmatch(cells[0]), line.cells[1]
        else:
            match = None if any(cells[1:]) else NUMBER.match(cells[0])
            words = strip_prefix(line.cells[0], match.end()) if match else ()
    else:
        match = NUMBER.match(line.text)
        words = strip_prefix(line.spans, match.end()) if match else ()
    text = plain(words).strip()
    if not match or not text or not (text[0].isupper() or text[0].isdigit() or text[0] in "‘“'\"("):
        return None
    below = match["below"] or ""
    place = int(below[1:]) if below[:1] == "." else ord(below) - ord("`") if below else 0
    return Heading(at, match["number"], match["printed"], match["prefix"], int(match["count"]), place, words, line)


def heading_at(lines: Sequence[Line], at: int) -> Heading | None:
    """The heading that a line may be, with number and title."""
    found = numbered_at(lines, at)
    if found is None:
        return None
    text = plain(found.words).strip()
    loud = bool(RUN_IN.match(text)) or text.isupper() or found.line.bold or all(span.bold for span in found.words)
    if not loud and (found.below or not numbered_title(text) or at + 1 == len(lines)):
        return None
    if len(text) > TITLE_LENGTH and not RUN_IN.match(text):
        return None
    return replace(found, worth=LIKE_TITLE + STANDS_OUT * loud)


def heading_above(lines: Sequence[Line], at: int, profile: Profile) -> Heading | None:
    """The heading that a line may be, with its number below it, beside the first line of the text."""
    line = lines[at]
    title = line.text.strip()
    if not is_loud(line) or not numbered_title(title) or NUMBER.match(title) or profile.first("captions", title):
        return None
    found = numbered_at(lines, at + 1) if at + 1 < len(lines) else None
    if found is None or found.below or is_loud(found.line) or all(span.bold for span in found.words):
        return None
    text = replace(found.line, kind=Kind.TEXT, spans=found.words, cells=(), gap=True)
    return replace(found, at=at, words=line.spans, line=line, beside=text)


def each_has_a_title(chain: Sequence[Heading], lines: Sequence[Line]) -> bool:
    """Whether these are several, and no number that would go on with them lacks a title, as a mere paragraph's does."""
    ends = [*(heading.at for heading in chain), len(lines)][1:]
    return len(chain) > 1 and not any(
        step(heading, found) == 0.0
        for heading, end in zip(chain, ends, strict=True)
        for at in range(heading.at + 2, end)
        for found in readings(numbered_at(lines, at))
    )


def bare(number: str) -> str:
    """A minute's number without the asterisk printed at it."""
    return number.strip("* ")


def is_loud(line: Line) -> bool:
    """Whether a line of text is set in capitals or in bold."""
    return line.kind is Kind.TEXT and (line.text.isupper() or line.bold or all(span.bold for span in line.spans))


def chosen(found: Sequence[Heading]) -> list[Heading]:
    """The headings whose numbers count up, with the most worth."""
    return worthiest_chain(found, attrgetter("worth"), step)


def step(last: Heading, this: Heading) -> float | None:
    """What it costs that one heading follows another; None where it cannot."""
    if last.series != this.series:
        return None
    if last.count == this.count:
        return 0.0 if this.below == last.below + 1 else None
    return {1: 0.0, 2: GAP}.get(this.count - last.count) if not this.below else None
