"""Every passage of a corpus that can be compared with others, and how much each word tells in it.

It is held small, since there are a hundred passages in a report: of the words of each only the few most telling are
kept, and its text is that of the report.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from converter.link.gists import known_gists, text_of
from converter.link.likeness import Weights, Words, strongest, telling, unpacked
from converter.model import Gist, Paragraph, Recommendation, Report

Part = Paragraph | Recommendation


@dataclass(frozen=True, slots=True, eq=False)
class Passage:
    """A numbered paragraph of a report, or a point that it asks for, with its main theme and its section's grade.

    `offered` says whether it may stand beside others, `well` and `faulted` how a graded one speaks; `words` are the
    numbers of the words that tell most of it, each with its weight in `weights`, the most first.
    """

    document: str
    place: str
    part: Part
    theme: str
    number: str = ""
    year: int = 0
    grade: str = ""
    offered: bool = False
    well: bool = False
    faulted: bool = False
    words: Sequence[int] = ()
    weights: Sequence[float] = ()

    @property
    def anchor(self) -> str:
        """Where it stands in its document."""
        return self.part.anchor

    @property
    def text(self) -> str:
        """Its words."""
        return text_of(self.part)

    @property
    def address(self) -> str:
        """Where it stands, as "report#anchor"."""
        return f"{self.document}#{self.anchor}"

    @property
    def weighed(self) -> Words:
        """The words that tell most of it, each with its weight."""
        return dict(zip(self.words, self.weights, strict=True))


@dataclass(frozen=True, slots=True)
class Library:
    """Every passage of a corpus, what its reports ask for, and how much each word tells."""

    passages: tuple[Passage, ...]
    points: tuple[Passage, ...]
    weights: Weights

    @property
    def newest(self) -> int:
        """The year of the newest passage."""
        return max((passage.year for passage in self.passages), default=0)

    def by_theme(self) -> Mapping[str, Sequence[int]]:
        """The places of the passages about each theme, those of the points after them."""
        found: dict[str, list[int]] = {}
        for at, passage in enumerate(chain(self.passages, self.points)):
            found.setdefault(passage.theme, []).append(at)
        return found


def library_of(reports: Sequence[Report]) -> Library:
    """All numbered paragraphs that are about a theme, and everything that is asked for."""
    gists = [(report, known_gists(report)) for report in reports]
    paragraphs = [gist for _, some in gists for gist in some if not gist.point]
    weights = telling([(gist.theme, unpacked(gist.words)) for gist in paragraphs])
    known = weights.all()
    return library_with(chain.from_iterable(passages_of(report, some, known) for report, some in gists), weights)


def library_with(passages: Iterable[Passage], weights: Weights) -> Library:
    """The library of these passages and points."""
    held = list(passages)
    paragraphs = (passage for passage in held if isinstance(passage.part, Paragraph))
    points = (passage for passage in held if isinstance(passage.part, Recommendation))
    return Library(tuple(paragraphs), tuple(points), weights)


def passages_of(report: Report, gists: Sequence[Gist], weights: Words) -> Iterator[Passage]:
    """The passages of a report, each with the words that tell most of it."""
    parts = {part.anchor: part for _, part in report.paragraphs()}
    points = {point.anchor: point for point in report.recommendations}
    for gist in gists:
        words = strongest(unpacked(gist.words), weights)
        yield Passage(
            document=report.id,
            place=place_of(report),
            part=points[gist.anchor] if gist.point else parts[gist.anchor],
            theme=gist.theme,
            number=gist.number,
            year=0 if gist.point or not report.end else report.end.year,
            grade=gist.grade,
            offered=gist.offered,
            well=gist.well,
            faulted=gist.faulted,
            words=array("Q", words),
            weights=array("d", words.values()),
        )


def place_of(report: Report) -> str:
    """The authority that a report is about, else where it is kept."""
    return report.authority.slug if report.authority else report.id.partition("/")[0]
