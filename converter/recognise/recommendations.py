"""What a report asks for: its recommendations and areas for improvement, each with its deadline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise

from converter.model import ItemList, Label, Paragraph, Recommendation, Section, Table, Text, block_text, plain
from converter.profiles import Profile
from converter.recognise.contents import key
from converter.recognise.refs import ref_of

NUMBERS = {
    name: value
    for value, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"eighteen": 18, "twenty": 20, "twenty-four": 24}
WITHIN = re.compile(r"within (?P<count>[\w-]+) (?P<unit>month|week|day|year)s?", re.IGNORECASE)
AT_ONCE = re.compile(r"immediately", re.IGNORECASE)


def recommendations_of(sections: Sequence[Section], profile: Profile) -> tuple[Recommendation, ...]:
    """The points of every section whose heading says that something is to improve."""
    found = (point for section in sections if section.role == "improve" for point in points(section))
    return tuple(replace(point, ref=ref_of(point.text, profile)) for point in found)


def points(section: Section) -> Iterator[Recommendation]:
    """The points of one section: list items, rows of tables, numbered paragraphs, else plain ones."""
    head = key(plain(section.title))
    texts = all(isinstance(part, Text) for part in section.content)
    deadline: str | None = None
    for part in section.content:
        if isinstance(part, Paragraph):
            lists = [block for block in part.blocks if isinstance(block, ItemList)]
            yield from listed(part.blocks) if lists else [Recommendation(part.anchor, block_text(part), deadline)]
        elif isinstance(part, ItemList):
            yield from listed([part], deadline)
        elif isinstance(part, Text) and deadline_of(plain(part.spans)):
            deadline = deadline_of(plain(part.spans))
        elif isinstance(part, Table):
            yield from rows(part, head)
        elif isinstance(part, Text) and texts and key(plain(part.spans)) != head:
            yield Recommendation(part.anchor, plain(part.spans), deadline)


def rows(table: Table, title: str) -> Iterator[Recommendation]:
    """A table's rows without its head: what is to be done stands in the last cell, before it who is to do it."""
    for row in table.rows:
        cells = [text for cell in row if (text := plain(cell).strip())]
        if cells and not any(key(cell) == title for cell in cells):
            yield Recommendation(table.anchor, ": ".join(cells), None)


def listed(blocks: Iterable[object], deadline: str | None = None) -> Iterator[Recommendation]:
    """The outer items of lists with their sub-items, under the deadline printed above them.

    A label that names no known deadline ends the one before it: none is carried over.
    """
    for block in blocks:
        if isinstance(block, Label):
            deadline = deadline_of(plain(block.spans))
        elif isinstance(block, Text):
            deadline = deadline_of(plain(block.spans)) or deadline
        elif isinstance(block, ItemList):
            outer = min(item.depth for item in block.items)
            starts = [at for at, item in enumerate(block.items) if item.depth == outer]
            for start, end in pairwise([*starts, len(block.items)]):
                text = " ".join(plain(item.spans) for item in block.items[start:end])
                yield Recommendation(block.items[start].anchor, text, deadline)


def deadline_of(text: str) -> str | None:
    """A printed deadline as "immediately" or "3 months"."""
    if len(text) > 60:
        return None
    if AT_ONCE.search(text):
        return "immediately"
    match = WITHIN.search(text)
    if not match:
        return None
    count = NUMBERS.get(match["count"].lower()) or (int(match["count"]) if match["count"].isdigit() else 0)
    return f"{count} {match['unit'].lower()}{'s' if count != 1 else ''}" if count else None


def is_deadline(text: str) -> bool:
    """Whether a line is a deadline and nothing else."""
    bare = text.strip(" :.")
    return bool(AT_ONCE.fullmatch(bare) or re.fullmatch(rf"{WITHIN.pattern}(?: of .{{3,60}})?", bare, re.IGNORECASE))
