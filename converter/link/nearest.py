"""For each passage of a library the few that are most like it, theme by theme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from converter.link.library import Passage
from converter.link.likeness import Words, alike

LEAST = 0.33  # likeness of what is shown
TRIED = 24  # passages that are looked at closely
LISTED = 150  # passages with a word that are remembered, the newest ones

Near = Sequence[tuple[float, Passage]]


@dataclass(frozen=True, slots=True)
class Index:
    """Passages of one theme, newest first, each with its words, and by each word the places in that list of those that
    it tells most of.

    `full` is for each word with as many as are remembered the place of the last; what comes after may have it, too.
    """

    passages: tuple[Passage, ...]
    words: tuple[Words, ...]
    by_word: Mapping[int, Sequence[tuple[int, float]]]
    full: Mapping[int, int]

    def nearest(self, words: Words) -> Iterator[tuple[float, Passage]]:
        """The passages most like a text of these words, each with how alike it is, where that is enough."""
        points: defaultdict[int, float] = defaultdict(float)
        for word, weight in words.items():
            for at, other in self.by_word.get(word, ()):
                points[at] += weight * other
        known = min((self.full[word] for word in words if word in self.full), default=len(self.passages))
        for sum_, at in tried(points, known):
            likeness = sum_ if -at <= known else alike(words, self.words[-at])
            if likeness >= LEAST:
                yield likeness, self.passages[-at]


def tried(points: Mapping[int, float], known: int) -> list[tuple[float, int]]:
    """The places with the most points, negative, so that of two with as many the newer is first.

    The points of a place up to `known` are its likeness, later ones may be more alike; so these are looked at with
    half of what is asked for, unless there are enough that have it all.
    """
    half = [(sum_, -at) for at, sum_ in points.items() if sum_ >= LEAST / 2]
    near = [one for one in half if one[0] >= LEAST]
    if len(near) < TRIED and any(-at > known for _, at in half):
        near = half
    return nlargest(TRIED, near) if len(near) > TRIED else sorted(near, reverse=True)


def index_of(passages: Sequence[Passage]) -> Index:
    """The passages of one theme that can be offered, ready to be looked up."""
    offered = sorted(
        (passage for passage in passages if passage.offered), key=lambda passage: (-passage.year, passage.document)
    )
    words = tuple(passage.weighed for passage in offered)
    by_word: defaultdict[int, list[tuple[int, float]]] = defaultdict(list)
    for at, some in enumerate(words):
        for word, weight in some.items():
            if len(by_word[word]) < LISTED:
                by_word[word].append((at, weight))
    full = {word: listed[-1][0] for word, listed in by_word.items() if len(listed) == LISTED}
    return Index(tuple(offered), words, by_word, full)
