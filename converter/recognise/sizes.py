"""What the size of type says of headings, where a publisher sets them by it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from converter.model import Line
from converter.read.notes import body_size
from converter.recognise.headings import Heading

SMALLER = 0.7
TOP, DEEPEST = 2, 4
QUOTED = ("”", '"', "’")
MARKS = "⁰¹²³⁴⁵⁶⁷⁸⁹"


def too_small(lines: Sequence[Line]) -> frozenset[int]:
    """The positions of lines in smaller type than the text: labels in figures, sources, notes."""
    usual = body_size(lines)
    return frozenset(at for at, line in enumerate(lines) if line.size and line.size < usual - SMALLER)


def names_speaker(lines: Sequence[Line], at: int) -> bool:
    """Whether a line in the size of the text stands right below a quotation, whose speaker it names."""
    before = lines[at - 1].text.rstrip(MARKS) if at else ""
    return before.endswith(QUOTED) and lines[at].size < body_size(lines[at - 1 : at]) + SMALLER


def by_size(lines: Sequence[Line], headings: Mapping[int, Heading]) -> dict[int, Heading]:
    """The headings with the levels that their sizes give them: the largest of those that come back is the outermost.

    Where sizes are not known, levels stay as they are.
    """
    usual = body_size(lines)
    sizes = Counter(round(lines[at].size) for at in headings if lines[at].size > usual + SMALLER)
    ranks = sorted((size for size, count in sizes.items() if count > 1), reverse=True)
    if not ranks:
        return dict(headings)
    return {at: replace(heading, level=level_of(lines[at].size, ranks)) for at, heading in headings.items()}


def level_of(size: float, ranks: Sequence[int]) -> int:
    above = sum(rank > round(size) for rank in ranks)
    return min(DEEPEST, TOP + above)
