"""Passages of other reports that a reader of one may want beside it, found by likeness of words.

Both are mainly about the same theme, and the words that tell what they are about are alike (`likeness.py`). What
reports share word for word is standard wording, or one text held twice, and is left out. For a paragraph the few
closest are taken, one of a report, rather of other authorities and years and with other grades; for a report as a whole
(`answers.py`) those that say who does well what it should improve.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from heapq import nlargest

from converter.link.likeness import Words, alike, strongest, telling, words_in
from converter.model import Report, block_text, in_force

Place = tuple[str, str]
Themes = Mapping[Place, tuple[str, ...]]

MOST = 3
LEAST = 0.33  # likeness of what is shown
TRIED = 24  # passages that are looked at closely
LISTED = 150  # passages with a word that are remembered, the newest ones
SHORTEST = 25  # words of a passage that can stand for itself
SAME_PLACE, SAME_GRADE, SAME_YEAR = 0.8, 0.9, 0.95  # of the worth of a passage beside others
SHARED = 0.4  # of the runs of words of the shorter text, from which on it is the same wording


@dataclass(frozen=True, slots=True)
class Passage:
    """A numbered paragraph of a report with its main theme, its section's grade and the words that tell most of it."""

    document: str
    place: str
    anchor: str
    theme: str
    text: str
    number: str = ""
    year: int = 0
    grade: str = ""
    offered: bool = False
    words: Words = field(default_factory=dict)

    @property
    def address(self) -> str:
        """Where it stands, as "report#anchor"."""
        return f"{self.document}#{self.anchor}"


@dataclass(frozen=True, slots=True)
class Index:
    """Passages of one theme, newest first, and by each word the places in that list of those that it tells most of."""

    passages: tuple[Passage, ...]
    by_word: Mapping[str, tuple[tuple[int, float], ...]]

    def nearest(self, words: Words) -> Iterator[tuple[float, Passage]]:
        """The passages most like a text of these words, each with how alike it is."""
        points: defaultdict[int, float] = defaultdict(float)
        for word, weight in words.items():
            for at, other in self.by_word.get(word, ()):
                points[at] += weight * other
        near = ((sum_, -at) for at, sum_ in points.items() if sum_ >= LEAST / 2)
        for _, at in nlargest(TRIED, near):
            yield alike(words, self.passages[-at].words), self.passages[-at]


@dataclass(frozen=True, slots=True)
class Library:
    """Every passage of a corpus, how much each word tells in it, and by theme the passages that can be offered."""

    passages: tuple[Passage, ...]
    weights: Words
    indexes: Mapping[str, Index]
    newest: int

    def nearest(self, theme: str, words: Words) -> Iterator[tuple[float, Passage]]:
        """The passages about a theme that are most like a text of these words, each with how alike it is."""
        if theme in self.indexes:
            yield from self.indexes[theme].nearest(words)


def related(library: Library) -> dict[Place, tuple[str, ...]]:
    """For each paragraph, by report and anchor, the few of other reports that are closest, as "report#anchor"."""
    found: dict[Place, tuple[str, ...]] = {}
    for passage in library.passages:
        if some := tuple(other.address for other in closest(passage, library)):
            found[passage.document, passage.anchor] = some
    return found


def indexes_of(passages: Sequence[Passage]) -> Mapping[str, Index]:
    """The passages that can be offered, by their theme."""
    held: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in sorted(passages, key=lambda passage: (-passage.year, passage.document)):
        if passage.offered:
            held[passage.theme].append(passage)
    return {theme: index_of(some) for theme, some in held.items()}


def index_of(passages: Sequence[Passage]) -> Index:
    by_word: defaultdict[str, list[tuple[int, float]]] = defaultdict(list)
    for at, passage in enumerate(passages):
        for word, weight in passage.words.items():
            if len(by_word[word]) < LISTED:
                by_word[word].append((at, weight))
    return Index(tuple(passages), {word: tuple(some) for word, some in by_word.items()})


def closest(passage: Passage, library: Library) -> Iterator[Passage]:
    """The passages to show beside one: each the best that is left, one of a report, none in the same words."""
    near = library.nearest(passage.theme, passage.words)
    left = [(points, other) for points, other in near if points >= LEAST and other.document != passage.document]
    shown = [passage]
    while left and len(shown) <= MOST:
        _, best = max(left, key=lambda one: (one[0] * variety(one[1], shown), one[1].address))
        left = [(points, other) for points, other in left if other is not best]
        if not any(same_wording(best.text, other.text) for other in shown):
            yield best
            shown.append(best)
            left = [(points, other) for points, other in left if other.document != best.document]


def variety(passage: Passage, shown: Sequence[Passage]) -> float:
    """What is left of the worth of a passage beside others of its place, its grade or its year."""
    place = SAME_PLACE if any(passage.place == other.place for other in shown) else 1.0
    grade = SAME_GRADE if any(passage.grade == other.grade for other in shown) else 1.0
    year = SAME_YEAR if any(passage.year == other.year for other in shown) else 1.0
    return place * grade * year


def same_wording(one: str, other: str) -> bool:
    """Whether much of the shorter of two texts stands word for word in the other."""
    first, second = runs(one), runs(other)
    return bool(first and second) and len(first & second) >= SHARED * min(len(first), len(second))


@lru_cache(maxsize=8)
def runs(text: str) -> frozenset[tuple[str, ...]]:
    """Each five words that stand together."""
    words = text.lower().split()
    return frozenset(
        zip(words, words[1:], words[2:], words[3:], words[4:], strict=False)
    )  # the last ones end with the text


# ---------------------------------------------------------------- what can be related


def library_of(reports: Sequence[Report], themes: Themes) -> Library:
    """All numbered paragraphs that are about a theme, and what can be found among them."""
    bare = [passage for report in reports for passage in bare_passages(report, themes)]
    words = [words_in(passage.text) for passage in bare]
    weights = telling(zip((passage.theme for passage in bare), words, strict=True))
    passages = [replace(passage, words=strongest(some, weights)) for passage, some in zip(bare, words, strict=True)]
    newest = max((passage.year for passage in passages), default=0)
    return Library(tuple(passages), weights, indexes_of(passages), newest)


def bare_passages(report: Report, themes: Themes) -> Iterator[Passage]:
    """The passages of a report before their words are weighed."""
    grades = in_force(report.sections, lambda section: section.grade)
    asked = {point.anchor.partition("-b")[0] for point in report.recommendations}
    for section, part in report.paragraphs():
        if found := themes.get((report.id, part.anchor)):
            text = " ".join(block_text(part).split())
            offered = report.kind == "report" and part.anchor not in asked and len(text.split()) >= SHORTEST
            yield Passage(
                document=report.id,
                place=place_of(report),
                anchor=part.anchor,
                number=part.number,
                year=report.end.year if report.end else 0,
                grade=grades.get(section.anchor, ""),
                theme=found[0],
                text=text,
                offered=offered,
            )


def place_of(report: Report) -> str:
    """The authority that a report is about, else where it is kept."""
    return report.authority.slug if report.authority else report.id.partition("/")[0]
