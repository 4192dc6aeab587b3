"""Passages of other reports that a reader of one may want beside it, found by likeness of words.

Both are mainly about the same theme, and the words that tell what they are about are alike (`likeness.py`). What
reports share word for word is standard wording, or one text held twice, and is left out. For a paragraph the few
closest are taken, one of a report, rather of other authorities and years and with other grades; for a report as a whole
(`answers.py`) those that say who does well what it should improve.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from functools import lru_cache
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


def closest(passage: Passage, near: Near) -> Iterator[Passage]:
    """The passages to show beside one: each the best that is left, one of a report, none in the same words."""
    left = [(points, other) for points, other in near if other.document != passage.document]
    shown = [passage]
    while left and len(shown) <= MOST:
        best = best_of(left, shown)
        left = [(points, other) for points, other in left if other is not best]
        if not any(same_wording(best, other) for other in shown):
            yield best
            shown.append(best)
            left = [(points, other) for points, other in left if other.document != best.document]


def best_of(left: Near, shown: Collection[Passage]) -> Passage:
    """The one that is worth most: less beside others of its place, its grade or its year."""
    places = {other.place for other in shown}
    grades = {other.grade for other in shown}
    years = {other.year for other in shown}
    worth = [points * WORTH[one.place in places, one.grade in grades, one.year in years] for points, one in left]
    most = max(worth)
    best = [one for points, (_, one) in zip(worth, left, strict=True) if points == most]
    return max(best, key=lambda one: one.address) if len(best) > 1 else best[0]


def same_wording(one: Passage, other: Passage) -> bool:
    """Whether much of the shorter of two texts stands word for word in the other."""
    first, second = runs(one), runs(other)
    return bool(first and second) and len(first & second) >= SHARED * min(len(first), len(second))


@lru_cache(maxsize=32)
def runs(passage: Passage) -> frozenset[tuple[str, ...]]:
    """Each five words that stand together."""
    words = passage.text.lower().split()
    return frozenset(
        zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    )  # the last ones end with the text
