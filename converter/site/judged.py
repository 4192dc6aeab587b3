"""What a report judges, in the words that all frameworks share, and what the report before it had judged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from converter.model import Judgement
from converter.profiles import profile_named
from converter.site.corpus import Json, dated
from converter.write.badges import WORDS
from converter.write.card import FINER, half_name


@dataclass(frozen=True, slots=True)
class Graded:
    """One judgement of a report; `was` is the grade of the same area in the report before, empty where it has none."""

    area: str
    name: str
    grade: str
    anchor: str
    was: str = ""
    year: str = ""

    @property
    def said(self) -> str:
        """`Care leavers: good, was inadequate in 2016`; what was the same is said so."""
        now = f"{self.name}: {WORDS[self.grade].lower()}"
        if not self.was:
            return now
        then = f"as in {self.year}" if self.was == self.grade else f"was {WORDS[self.was].lower()} in {self.year}"
        return f"{now}, {then}"


def judged(report: Json, before: Json | None) -> Iterator[Graded]:
    """Every judgement of a report in order, each with the grade of its area in the report before."""
    was = {row["area"]: row["grade"] for row in before["judgements"]} if before else {}
    when = dated(before)[:4] if before else ""
    for row in report["judgements"]:
        name, then = area_name(row, report["framework"]), was.get(row["area"], "")
        yield Graded(row["area"], name, row["grade"], row["anchor"], then, when)


def main_ones(rows: Iterable[Graded]) -> list[Graded]:
    """The judgements that a reader is told of first, without the finer rows of a record of findings."""
    return [row for row in rows if FINER not in row.area]


def area_name(row: Json, framework: str) -> str:
    """What the framework calls an area, else the label as printed, with its half where it belongs to one."""
    names = {area.area: area.name for area in profile_named(framework).judged}
    return names.get(row["area"]) or half_name(Judgement(row["area"], row["label"], row["grade"], row["anchor"]))


def before(report: Json, by_id: Mapping[str, Json]) -> Json | None:
    """The report before on the same authority, where one is held."""
    return by_id.get(report["earlier"] or "")


def gives_no_overall(report: Json) -> bool:
    """Whether its framework no longer gives an overall grade, as Ofsted's since April 2026."""
    areas = profile_named(report["framework"]).judged
    began = report["inspection"]["start"] or dated(report)
    return not report["overall"] and any(area.area == "overall" and not area.alone(began) for area in areas)


def publisher(report: Json) -> str:
    """Who published a report; empty where that is not known."""
    return str(report["publisher"] or profile_named(report["framework"]).publisher)
