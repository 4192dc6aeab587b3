"""Passages of other reports that a reader of one may want beside it, found by likeness of words.

Both are mainly about the same theme, and the words that tell what they are about are alike (`likeness.py`). What
reports share word for word is standard wording, or one text held twice, and is left out. For a paragraph the few
closest are taken, one of a report, rather of other authorities and years and with other grades; for a report as a whole
(`answers.py`) those that say who does well what it should improve.
"""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import product

from converter.link.library import Passage
from converter.link.nearest import Near

MOST = 3
SAME_PLACE, SAME_GRADE, SAME_YEAR = 0.8, 0.9, 0.95  # of the worth of a passage beside others
SHARED = 0.4  # of the runs of words of the shorter text, from which on it is the same wording
WORTH: Mapping[tuple[bool, bool, bool], float] = {
    (place, grade, year): (SAME_PLACE if place else 1.0) * (SAME_GRADE if grade else 1.0) * (SAME_YEAR if year else 1.0)
    for place, grade, year in product((False, True), repeat=3)
}


def closest(passage: Passage, near: Near, runs: Runs) -> Iterator[Passage]:
    """The passages to show beside one: each the best that is left, one of a report, none in the same words."""
    left = [(points, other) for points, other in near if other.document != passage.document]
    shown = [passage]
    held = [frozenset(runs(passage))] if left else []
    while left and len(shown) <= MOST:
        ranked = best_first(left, shown)
        fresh = next((at for at, (_, one) in enumerate(ranked) if not same_wording(runs(one), held)), None)
        if fresh is None:
            return
        best = ranked[fresh][1]
        yield best
        shown.append(best)
        held.append(frozenset(runs(best)))
        left = [(points, other) for points, other in ranked[fresh:] if other.document != best.document]


def best_first(left: Near, shown: Collection[Passage]) -> Near:
    """The passages by what they are worth: less beside others of their place, their grade or their year."""
    places = {other.place for other in shown}
    grades = {other.grade for other in shown}
    years = {other.year for other in shown}

    def worth(one: tuple[float, Passage]) -> tuple[float, str, str]:
        points, other = one
        factor = WORTH[other.place in places, other.grade in grades, other.year in years]
        return points * factor, other.document, other.anchor

    return sorted(left, key=worth, reverse=True)


def same_wording(one: Sequence[int], others: Iterable[frozenset[int]]) -> bool:
    """Whether much of the shorter of two texts stands word for word in the other, by their runs of words."""
    return any(
        bool(one and other) and len(other.intersection(one)) >= SHARED * min(len(one), len(other)) for other in others
    )


class Runs:
    """The runs of words of passages, each made once: as numbers, since there are a hundred in a passage."""

    def __init__(self) -> None:
        self.known: dict[Passage, array[int]] = {}

    def __call__(self, passage: Passage) -> array[int]:
        """Each five words that stand together in a passage."""
        if passage not in self.known:
            self.known[passage] = runs_of(passage.text)
        return self.known[passage]


def runs_of(text: str) -> array[int]:
    words = text.lower().split()
    together = zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)  # the last ones end with the text
    return array("q", set(map(hash, together)))
