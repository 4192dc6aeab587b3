"""The minutes of a meeting: a section for each minute, numbers that begin again in one, and what was decided.

    minutes = preamble minute*
    minute  = heading ["(Item" N ")"] block*

Minutes number on from those of earlier meetings; `minute_heads` says which lines are headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from converter.meeting import Minute, Minutes
from converter.model import Kind, Label, Line, Paragraph, Section, Spans, Text, block_text, plain
from converter.profiles import Profile
from converter.read.markup import cut, splice, strip_prefix
from converter.recognise.dates import days
from converter.recognise.packs.decisions import decisions_in, marked
from converter.recognise.packs.entries import item_name
from converter.recognise.packs.minute_heads import RUN_IN, TITLE_LENGTH, Heading, bare, headings_in, is_loud
from converter.recognise.rejoin import ended
from converter.recognise.structure import sections_of, short_slug

ITEM = re.compile(
    r"[(\[]\s*(?:Agenda )?Item(?: No\.?)?:? ?"
    r"(?P<item>[a-z]?\d{1,2}(?:\.\d{1,2})?(?:[a-z]|\([a-z]\))?|[ivx]{1,5})\s*[)\]]",
    re.IGNORECASE,
)
BEFORE = re.compile(r"\((?P<item>\d{1,3})\)\s+(?=[A-Z])")
HEAD_LINES = 12


def minutes_sections(lines: Sequence[Line], profile: Profile) -> tuple[Section, ...]:
    """The minutes as sections, one for each minute, what was decided marked; no addresses yet."""
    headings = headings_in(lines, profile)
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


def minute(heading: Heading, below: Sequence[Line], profile: Profile) -> Iterator[Section]:
    """One minute as a section, with the sections that its sub-headings open."""
    title, rest = heading.words, [heading.beside, *below[1:]] if heading.beside else list(below)
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
    slug, place = short_slug(plain(title)), heading.line.line
    own = replace(first, title=title, level=2, slug=slug, number=heading.printed, run=1, line=place)
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
        Minute(bare(section.number), title_of(section), section.number_anchor, item_of(section))
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
