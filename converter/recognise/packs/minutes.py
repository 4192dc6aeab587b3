"""The minutes of a meeting: a section for each minute, numbers that begin again in one, and what was decided.

    minutes = preamble minute*
    minute  = number title ["(Item" N ")"] block*
    number  = "84." | "84" | "23/5" | "PE12" | "CYP/19/34" | "28/19" | "5.1"

Minutes number on from those of earlier meetings; the numbers count up by one in lines that look like titles.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from converter.meeting import Minute, Minutes
from converter.model import Kind, Label, Line, Paragraph, Section, Spans, Text, block_text, plain
from converter.profiles import Profile
from converter.read.markup import cut, splice, strip_prefix
from converter.recognise.dates import days
from converter.recognise.headings import numbered_title
from converter.recognise.packs.agenda import item_name
from converter.recognise.packs.decisions import decisions_in, marked
from converter.recognise.rejoin import ended
from converter.recognise.structure import sections_of, short_slug

COUNT = (
    r"(?P<number>(?P<prefix>(?:(?:[A-Z]{1,5}/){0,3}|[A-Z]{1,4}[ .-]?)(?:\d{1,4}/)?)(?P<count>\d{1,4})"
    r"(?P<below>\.\d{1,2}|[a-z])?)\s?[.:]?"
)
NUMBER = re.compile(rf"(?:Minute (?:No\.? ?|Number )?)?{COUNT}\s+(?=\S)")
NUMBER_CELL = re.compile(COUNT)
RUN_IN = re.compile(r"(?:\(\d{1,3}\)\s+)?(?P<title>[A-Z][A-Z0-9 ,'’&()/:-]{5,}[A-Z)])\s+[-–—]\s+(?=[A-Z(])")
ITEM = re.compile(
    r"[(\[]\s*(?:Agenda )?Item(?: No\.?)?:? ?(?P<item>[a-z]?\d{1,2}(?:\.\d{1,2})?(?:[a-z]|\([a-z]\))?)\s*[)\]]",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\((?P<item>\d{1,3})\)\s+(?=[A-Z])")
TITLE_LENGTH = 200
FULL_TITLE = 40
STANDS_OUT, LIKE_TITLE, GAP = 1.0, 1.0, 0.8
HEAD_LINES = 12


@dataclass(frozen=True, slots=True)
class Heading:
    """A line that may head a minute: its number, the words after it, and how much it looks like a heading."""

    at: int
    number: str
    series: str
    count: int
    below: int
    words: Spans
    line: Line
    worth: float


def minutes_sections(lines: Sequence[Line], profile: Profile) -> tuple[Section, ...]:
    """The minutes as sections, one for each minute, what was decided marked; no addresses yet."""
    headings = chosen([found for at in range(len(lines)) for found in readings(heading_at(lines, at))])
    sections = preamble(lines[: headings[0].at] if headings else lines, profile)
    ends = [*(heading.at for heading in headings), len(lines)][1:]
    for heading, end in zip(headings, ends, strict=True):
        sections += minute(heading, lines[heading.at + 1 : end], profile)
    return tuple(marked(section, profile) for section in sections)


def preamble(lines: Sequence[Line], profile: Profile) -> list[Section]:
    """What stands before the first minute; the title of the minutes, set in capitals or bold, heads it."""
    start = next((at for at, line in enumerate(lines[:HEAD_LINES]) if is_title(line, profile)), -1)
    if start < 0:
        return list(sections_of(lines, profile, ()))
    end = start + 1
    while end < len(lines) and not lines[end].gap and is_loud(lines[end]):
        end += 1
    title = splice([line.spans for line in lines[start:end]])
    first, *more = sections_of(lines[end:], profile, ()) or (Section(),)
    own = Section(title, slug=short_slug(plain(title)), line=lines[start].line)
    below = [replace(own, content=first.content), *more] if not first.title else [own, first, *more]
    return [*sections_of(lines[:start], profile, ()), *below]


def is_title(line: Line, profile: Profile) -> bool:
    """Whether a line begins the title of minutes."""
    found = profile.first("parts", line.text.strip())
    return bool(found and found[0].means["part"] == "minutes") and is_loud(line)


def is_loud(line: Line) -> bool:
    """Whether a line of text is set in capitals or in bold."""
    return line.kind is Kind.TEXT and (line.text.isupper() or line.bold or all(span.bold for span in line.spans))


def readings(heading: Heading | None) -> Iterator[Heading]:
    """The ways to read a heading's number: in "28/19" either piece may be the one that counts up."""
    if heading:
        yield heading
        if pieces := re.fullmatch(r"(\d{1,4})/(\d{2,4})", heading.number):
            yield replace(heading, series=f"/{pieces[2]}", count=int(pieces[1]))


def heading_at(lines: Sequence[Line], at: int) -> Heading | None:
    """The heading that a line may be: number and title as text, as a bulleted item or as two cells."""
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
    loud = bool(RUN_IN.match(text)) or text.isupper() or line.bold or all(span.bold for span in words)
    if not loud and (match["below"] or not numbered_title(text) or at + 1 == len(lines)):
        return None
    if len(text) > TITLE_LENGTH and not RUN_IN.match(text):
        return None
    worth = LIKE_TITLE + STANDS_OUT * loud
    number, below = match["number"], match["below"] or ""
    place = int(below[1:]) if below[:1] == "." else ord(below) - ord("`") if below else 0
    return Heading(at, number, match["prefix"], int(match["count"]), place, words, line, worth)


def chosen(found: Sequence[Heading]) -> list[Heading]:
    """The headings whose numbers count up, with the most worth."""
    scores: list[float] = []
    before: list[int] = []
    for here, heading in enumerate(found):
        score, earlier = heading.worth, -1
        for at in range(here):
            cost = step(found[at], heading)
            if cost is not None and scores[at] + heading.worth - cost > score:
                score, earlier = scores[at] + heading.worth - cost, at
        scores.append(score)
        before.append(earlier)
    chain: list[Heading] = []
    at = max(range(len(found)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def step(last: Heading, this: Heading) -> float | None:
    """What it costs that one heading follows another; None where it cannot."""
    if last.series != this.series:
        return None
    if last.count == this.count:
        return 0.0 if this.below == last.below + 1 else None
    return {1: 0.0, 2: GAP}.get(this.count - last.count) if not this.below else None


def minute(heading: Heading, below: Sequence[Line], profile: Profile) -> Iterator[Section]:
    """One minute as a section, with the sections that its sub-headings open."""
    title, rest = heading.words, list(below)
    while rest and is_rest_of_title(title, rest[0]) and not profile.first("captions", rest[0].text.strip()):
        title = splice((title, rest.pop(0).spans))
    if rest and plain(title).isupper() and RUN_IN.match(f"{plain(title)} {rest[0].text}"):
        title = splice((title, rest.pop(0).spans))
    if run_in := RUN_IN.match(plain(title)):
        rest.insert(0, replace(heading.line, spans=strip_prefix(title, run_in.end()), gap=True))
        title = cut(title, run_in.end("title"))
    first, *more = unnumbered(sections_of(rest, profile, ())) or [Section()]
    if first.title:
        first, more = Section(), [first, *more]
    own = replace(
        first, title=title, level=2, slug=short_slug(plain(title)), number=heading.number, run=1, line=heading.line.line
    )
    yield within(own, heading.number)
    for section in more:
        yield within(replace(section, level=max(3, section.level)), heading.number)


def unnumbered(sections: Sequence[Section]) -> list[Section]:
    """The sections of one minute, in which a short numbered line is a paragraph and no heading."""
    found: list[Section] = []
    for section in sections:
        if not section.number:
            found.append(section)
            continue
        before = found.pop() if found else Section()
        blocks = (Text(section.title), *(part for part in section.content if not isinstance(part, Paragraph)))
        rest = tuple(part for part in section.content if isinstance(part, Paragraph))
        own = Paragraph(section.number, blocks, page=page_of(section), line=section.line, run=section.run)
        found.append(replace(before, content=(*before.content, own, *rest)))
    return found


def page_of(section: Section) -> int | None:
    """The page on which a section's content begins, as far as it is known."""
    return next((part.page for part in section.content if not isinstance(part, Label) and part.page), None)


def is_rest_of_title(title: Spans, line: Line) -> bool:
    """Whether a line goes on with a title in capitals or in bold, right below it."""
    if line.kind is not Kind.TEXT or line.gap or ended(plain(title)):
        return False
    return (plain(title).isupper() and line.text.isupper()) or (
        bool(line.size) and line.bold and len(line.text) < TITLE_LENGTH / 2
    )


def within(section: Section, number: str) -> Section:
    """A section of a minute, whose numbered paragraphs belong to the minute where they do not name it themselves."""
    content = tuple(
        replace(part, within=number)
        if isinstance(part, Paragraph) and not part.number.startswith(f"{number}.")
        else part
        for part in section.content
    )
    return replace(section, content=content)


def minutes_of(sections: Sequence[Section], profile: Profile, day: date | None, who: str) -> Minutes:
    """The minutes as data, from sections that have their addresses."""
    found = [
        Minute(section.number, title_of(section), section.number_anchor, item_of(section))
        for section in sections
        if section.number
    ]
    return Minutes(day, tuple(found), tuple(decisions_in(sections, profile, who)))


def title_of(section: Section) -> str:
    """The title of a minute without the agenda item that it names."""
    return ITEM.sub("", BEFORE.sub("", plain(section.title), count=1)).strip()


def item_of(section: Section) -> str:
    """The agenda item that a minute names beside or right below its title."""
    if before := BEFORE.match(plain(section.title)):
        return item_name(before["item"])
    texts = [plain(section.title), *(block_text(part) for part in section.content[:1])]
    return next((item_name(match["item"]) for text in texts if (match := ITEM.search(text[:TITLE_LENGTH]))), "")


def day_of(lines: Sequence[Line]) -> date | None:
    """The day of the meeting, from the head of its minutes."""
    head = [line.text for line in lines[:HEAD_LINES]]
    for at in range(len(head)):
        for count in (1, 2, 3):
            if found := days(" ".join(head[at : at + count])):
                return found[0]
    return None
