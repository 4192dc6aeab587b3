"""What a report asks for: its recommendations and areas for improvement, each with its deadline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from converter.model import ItemList, Label, Paragraph, Recommendation, Section, Text, block_text, plain

NUMBERS = {
    name: value
    for value, name in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)  # noqa: SIM905
} | {"eighteen": 18, "twenty": 20, "twenty-four": 24}
WITHIN = re.compile(r"within (?P<count>[\w-]+) (?P<unit>month|week|day|year)s?", re.IGNORECASE)
AT_ONCE = re.compile(r"immediately", re.IGNORECASE)


def recommendations_of(sections: Sequence[Section]) -> tuple[Recommendation, ...]:
    """The points of every section whose heading says that something is to improve."""
    return tuple(point for section in sections if section.role == "improve" for point in points(section))


def points(section: Section) -> Iterator[Recommendation]:
    for part in section.content:
        if isinstance(part, Paragraph):
            lists = [block for block in part.blocks if isinstance(block, ItemList)]
            yield from listed(part.blocks) if lists else [Recommendation(part.anchor, block_text(part))]
        elif isinstance(part, ItemList):
            yield from listed([part])


def listed(blocks: Iterable[object]) -> Iterator[Recommendation]:
    """The outer items of lists, under the deadline printed above them; sub-items belong to theirs."""
    deadline: str | None = None
    for block in blocks:
        if isinstance(block, Label | Text):
            deadline = deadline_of(plain(block.spans)) or deadline
        elif isinstance(block, ItemList):
            for item in block.items:
                if item.depth == min(other.depth for other in block.items):
                    yield Recommendation(item.anchor, plain(item.spans), deadline)


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
