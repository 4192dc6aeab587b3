"""Whether a copy is whole: what shows that lines or numbers of it were lost."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Paragraph, Section, Text, plain
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
    orphans = sum(starts_inside(part) for section in sections for part in section.content)
    if numbered or orphans < ORPHANS:
        return ()
    return (
        "The numbers of its paragraphs are missing, so none can be linked by number.",
        f"{orphans} passages begin in the middle of a sentence: lines of the report are missing.",
    )


def starts_inside(part: object) -> bool:
    """Whether a block of text begins with a small letter."""
    return isinstance(part, Text) and plain(part.spans)[:1].islower()
