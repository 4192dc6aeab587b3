"""How each authority was judged last, in a few words: what its tile and its row in lists say."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from converter.directory import directory
from converter.site.corpus import Json, by_authority, dated, year
from converter.site.listing import grades_shown
from converter.site.standing import Frameworks, graded, said
from converter.verdict import Blank
from converter.write.badges import WORDS

OVERALL = "overall"
NOTHING = "No graded report"
BLANKS = {
    Blank.NOT_JUDGED: "Not judged overall",
    Blank.TOGETHER: "Not judged overall",
    Blank.IN_HALVES: "Not judged overall",
    Blank.NOT_PART: "No overall grade",
    Blank.NOT_FOUND: "Overall grade not found",
}


@dataclass(frozen=True, slots=True)
class Tile:
    """An authority as its newest report that gives grades judged it; `grade` is empty where that gives no overall one.

    `words` then say why there is none, and `areas` what stands in its place: names of areas with their grades.
    """

    slug: str
    name: str
    region: str
    reports: int
    grade: str
    words: str
    dated: str = ""
    areas: tuple[tuple[str, str], ...] = ()

    @property
    def year(self) -> str:
        return self.dated[:4]


def tiles(corpus: Json, frameworks: Frameworks) -> list[Tile]:
    """The authorities of which anything is held, by name."""
    held = by_authority(corpus).items()
    return sorted((tile(slug, some, frameworks) for slug, some in held), key=lambda one: one.name)


def tile(slug: str, documents: Sequence[Json], frameworks: Frameworks) -> Tile:
    name = str(documents[0]["authority"]["name"])
    count = sum(report["kind"] == "report" for report in documents)
    last = next(reversed(graded(documents, frameworks)), None)
    if last is None:
        return Tile(slug, name, region_of(slug), count, "", NOTHING)
    overall = said(last, OVERALL, frameworks)
    words = BLANKS[overall.blank] if overall.blank else WORDS[overall.grade]
    areas = () if last["overall"] else tuple(grades_shown(last))
    return Tile(slug, name, region_of(slug), count, overall.grade, words, dated(last), areas)


def region_of(slug: str) -> str:
    """The English region of an authority, empty for a place that the directory does not know."""
    entry = directory().get(slug)
    return entry.region if entry else ""


def publishers(reports: Iterable[Json]) -> Mapping[str, list[Json]]:
    """The reports about no authority, by their publishers."""
    found: defaultdict[str, list[Json]] = defaultdict(list)
    for report in reports:
        if not report["authority"]:
            found[str(report["publisher"] or "")].append(report)
    return dict(sorted(found.items()))


def when(reports: Sequence[Json]) -> str:
    """The years of some reports, from the first to the last that print one; empty where none does."""
    years = sorted(filter(None, map(year, reports)))
    return "" if not years else years[0] if years[0] == years[-1] else f"{years[0]} to {years[-1]}"
