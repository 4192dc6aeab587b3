"""Addresses: every part of a document gets the one that the design fixes, each only once.

Printed numbers choose first, then sections, then unnumbered blocks, then list items.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from converter.model import Block, Item, ItemList, Label, Paragraph, Section
from converter.recognise.authority import slugify

UNFIT = re.compile(r"[^a-z0-9.]+")


@dataclass
class Taken:
    """The addresses that one page has given away; it lives only while a page's addresses are chosen."""

    anchors: set[str] = field(default_factory=set)

    def claim(self, wish: str) -> str:
        """`wish`, or the first of `wish-2`, `wish-3`, ... that is free."""
        anchor, count = wish, 1
        while anchor in self.anchors:
            count += 1
            anchor = f"{wish}-{count}"
        self.anchors.add(anchor)
        return anchor


def number_anchor(number: str, run: int, within: str = "") -> str:
    """`p24`, `p3.1.2`, `pviii`; `r2-p5` in a second run, `p84-1` within minute 84; no asterisk."""
    inner = f"{slugify(within)}-" if within else ""
    return (f"r{run}-" if run > 1 else "") + "p" + inner + UNFIT.sub("-", number.lower().strip("* "))


def with_anchors(sections: Sequence[Section], reserved: Sequence[str] = ()) -> tuple[Section, ...]:
    """The sections with every address set."""
    taken = Taken(set(reserved))
    numbered = [with_numbers(section, taken) for section in sections]
    named = [replace(section, anchor=taken.claim(section.slug)) for section in numbered]
    return tuple(with_blocks(section, taken) for section in named)


def with_numbers(section: Section, taken: Taken) -> Section:
    own = taken.claim(number_anchor(section.number, section.run)) if section.number else ""
    content = tuple(
        replace(part, anchor=taken.claim(number_anchor(part.number, part.run, part.within)))
        if isinstance(part, Paragraph)
        else part
        for part in section.content
    )
    return replace(section, number_anchor=own, content=content)


def with_blocks(section: Section, taken: Taken) -> Section:
    content: list[Paragraph | Block] = []
    count = 0
    for part in section.content:
        if isinstance(part, Paragraph):
            content.append(with_items(part, taken))
        elif isinstance(part, Label):
            content.append(part)
        else:
            count += 1
            part = replace(part, anchor=taken.claim(f"{section.anchor}-{count}"))
            if isinstance(part, ItemList):
                part = replace(part, items=tuple(claim_items(part.items, part.anchor, 0, taken)))
            content.append(part)
    return replace(section, content=tuple(content))


def with_items(paragraph: Paragraph, taken: Taken) -> Paragraph:
    """A paragraph whose list items count through all its lists in reading order."""
    blocks: list[Block] = []
    count = 0
    for block in paragraph.blocks:
        if isinstance(block, ItemList):
            block = replace(block, items=tuple(claim_items(block.items, paragraph.anchor, count, taken)))
            count += len(block.items)
        blocks.append(block)
    return replace(paragraph, blocks=tuple(blocks))


def claim_items(items: Sequence[Item], anchor: str, before: int, taken: Taken) -> list[Item]:
    return [
        replace(item, anchor=taken.claim(f"{anchor}-b{before + position}")) for position, item in enumerate(items, 1)
    ]
