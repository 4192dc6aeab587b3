"""Whether a copy is whole: what shows that lines or numbers of it were lost."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from converter.model import ItemList, Paragraph, Section, Text, block_text, plain
from converter.profiles import Profile

ORPHANS = 4


def damage(sections: Sequence[Section], profile: Profile) -> tuple[str, ...]:
    """The signs of damage, each a sentence for the page; none for a whole copy.

    A report whose framework numbers its paragraphs but that has none, and whose text begins in the middle
    of sentences, has lost its numbers. A report that only uses bullets has not.
    """
    if not profile.numbered:
        return ()
    numbered = any(isinstance(part, Paragraph) for section in sections for part in section.content)
    orphans = sum(
        starts_inside(part) and not introduces(before)
        for section in sections
        for before, part in pairwise((None, *section.content))
    )
    if numbered or orphans < ORPHANS:
        return ()
    return (
        "The numbers of its paragraphs are missing, so none can be linked by number.",
        f"{orphans} passages begin in the middle of a sentence: lines of the report are missing.",
    )


def starts_inside(part: object) -> bool:
    """Whether a block of text begins with a small letter."""
    return isinstance(part, Text) and plain(part.spans)[:1].islower()


def introduces(part: object) -> bool:
    """Whether a block ends with a colon or semicolon, so that the next may begin with a small letter."""
    return isinstance(part, Text | ItemList) and block_text(part).rstrip().endswith((":", ";"))
