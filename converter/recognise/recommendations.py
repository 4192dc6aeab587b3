"""What a report asks for: its recommendations and areas for improvement, each with its deadline and its addressee.

    part  = heading that says so, and the headings below it that only sort its points
    lead  = "the council and its partners should take the following action." | "Within three months:"
    point = list item | row of a table | numbered paragraph with its list | plain paragraph where there is nothing else

What a lead says holds for the points below it up to the next one.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.model import Block, ItemList, Label, Paragraph, Recommendation, Section, Table, Text, block_text, plain
from converter.profiles import Profile
from converter.recognise.addressees import asked, asked_above, asked_in, chapters
from converter.recognise.contents import key
from converter.recognise.deadlines import deadline_of, own_deadline
from converter.recognise.headings import named_title
from converter.recognise.refs import ref_of

IMPROVE = "improve"
TOPICS = {"leadership", "help-and-protection", "children-in-care", "adoption", "care-leavers"}
LEAST_CELLS = 2  # of a row that says who is responsible


@dataclass(frozen=True, slots=True)
class Said:
    """What a heading or a lead says of the points below it."""

    deadline: str | None = None
    to: str = ""


def recommendations_of(sections: Sequence[Section], profile: Profile) -> tuple[Recommendation, ...]:
    """The points of every section that asks for something."""
    found: list[Recommendation] = []
    for section, said in asking(sections, profile):
        found += points(section, said, profile)
    return tuple(completed(point, profile) for point in found if not profile.first("nothing", point.text))


def completed(point: Recommendation, profile: Profile) -> Recommendation:
    """A point with what its own words say: who is asked, by when, and what it refers to."""
    to = asked(point.text, profile) or point.to
    return replace(point, to=to, deadline=point.deadline or own_deadline(point.text), ref=ref_of(point.text, profile))


def asking(sections: Sequence[Section], profile: Profile) -> Iterator[tuple[Section, Said]]:
    """The sections whose heading says that something is to improve, and those that sort the points of an empty one."""
    deadline: str | None = None
    sorting = False
    for section, to in zip(sections, chapters(sections, profile), strict=True):
        if section.role == IMPROVE:
            deadline = deadline_of(plain(section.title))
            sorting = not any(points(section, Said(), profile))
        elif not (sorting := sorting and sorts(section, profile)):
            continue
        yield section, Said(deadline, to)


def sorts(section: Section, profile: Profile) -> bool:
    """Whether a heading only names what some of the points are about: the profile gives it no other place."""
    title = plain(section.title)
    named = named_title(title, profile, ())
    topic = named is None or ("role" not in named[2] and "slug" in named[2] and named[2].get("area") in TOPICS)
    return topic and not section.grade and not profile.first("facts", title)


def points(section: Section, said: Said, profile: Profile) -> Iterator[Recommendation]:
    """The points of one section."""
    head = key(plain(section.title))
    texts = all(isinstance(part, Text) for part in section.content)
    for part in section.content:
        if isinstance(part, Paragraph):
            yield from numbered(part, said, profile)
        elif isinstance(part, ItemList):
            yield from items(part, said)
        elif isinstance(part, Table):
            yield from rows(part, head, said, profile)
        elif isinstance(part, Text) and leads(text := plain(part.spans), profile):
            said = after(said, text, profile)
        elif isinstance(part, Text) and texts and key(plain(part.spans)) != head:
            yield Recommendation(part.anchor, plain(part.spans), said.deadline, to=said.to)


def numbered(part: Paragraph, said: Said, profile: Profile) -> Iterator[Recommendation]:
    """A numbered paragraph: the points of its lists where it leads to them, else it is one point with all its lists."""
    texts = [block_text(block) for block in part.blocks if isinstance(block, Text | Label)]
    if not any(deadline_of(text) for text in texts) and not profile.first("leads", texts[0].strip()):
        yield Recommendation(part.anchor, " ".join(block_text(part).split()), said.deadline, to=said.to)
        return
    yield from listed(part.blocks, said, profile)


def listed(blocks: Iterable[Block], said: Said, profile: Profile) -> Iterator[Recommendation]:
    """The points of the lists among `blocks`, each under the lead above it."""
    for block in blocks:
        if isinstance(block, Text | Label):
            said = after(said, plain(block.spans), profile, ends=isinstance(block, Label))
        elif isinstance(block, ItemList):
            yield from items(block, said)


def items(block: ItemList, said: Said) -> Iterator[Recommendation]:
    """The outer items of a list with their sub-items."""
    outer = min(item.depth for item in block.items)
    starts = [at for at, item in enumerate(block.items) if item.depth == outer]
    for start, end in pairwise([*starts, len(block.items)]):
        text = " ".join(plain(item.spans) for item in block.items[start:end])
        yield Recommendation(block.items[start].anchor, text, said.deadline, to=said.to)


def rows(table: Table, title: str, said: Said, profile: Profile) -> Iterator[Recommendation]:
    """A table's rows without its head: what is to be done stands in the last cell, before it who is to do it."""
    to = said.to
    for row in table.rows:
        cells = [text for cell in row if (text := plain(cell).strip())]
        if not cells or any(key(cell) == title for cell in cells):
            continue
        to = asked_in(cells[0], profile) if len(cells) >= LEAST_CELLS else to
        yield Recommendation(table.anchor, ": ".join(cells), said.deadline, to=to)


def leads(text: str, profile: Profile) -> bool:
    """Whether a text only leads to what is asked for below it."""
    return bool(deadline_of(text)) or text.rstrip().endswith(":") or bool(profile.first("leads", text.strip()))


def after(said: Said, text: str, profile: Profile, ends: bool = False) -> Said:
    """What holds below a lead; one that `ends` what was said before carries no deadline over."""
    return Said(deadline_of(text) or (None if ends else said.deadline), asked_above(text, profile) or said.to)
