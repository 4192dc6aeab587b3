"""What the reports on an authority say of each area of judgement, one beside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.judged import Judged
from converter.recognise.areas import HALVES
from converter.site.corpus import Json, dated, newest_first
from converter.verdict import Blank, Verdict, verdict

Frameworks = Mapping[str, tuple[Judged, ...]]
FINER = "/"


@dataclass(frozen=True, slots=True)
class Said:
    """What a report says of an area; `anchor` is the judgement's place in it, empty where it has none."""

    report: Json
    verdict: Verdict
    anchor: str = ""

    @property
    def grade(self) -> str:
        """The grade, empty where there is none."""
        return self.verdict.grade

    @property
    def blank(self) -> Blank | None:
        """Why there is no grade."""
        return self.verdict.blank

    @property
    def rank(self) -> int:
        """4 for the best grade to 1 for the worst, 0 for none."""
        return self.verdict.rank

    @property
    def words(self) -> str:
        """Why there is no grade; empty where there is one."""
        return self.verdict.words


@dataclass(frozen=True, slots=True)
class Row:
    """An area, and what each report says of it; `half` is the name of the half of a 2009-12 report it is part of."""

    area: str
    name: str
    cells: tuple[Said, ...]
    half: str = ""


@dataclass(frozen=True, slots=True)
class Standing:
    """Reports that give grades, oldest first, and a row for each area that one of them judges."""

    reports: tuple[Json, ...]
    rows: tuple[Row, ...]


def frameworks_of(corpus: Json) -> Frameworks:
    """The areas that each framework judges, in its order."""
    return {row["slug"]: tuple(Judged(**area) for area in row["areas"]) for row in corpus["frameworks"]}


def graded(reports: Iterable[Json], frameworks: Frameworks) -> tuple[Json, ...]:
    """The reports that give grades or belong to a framework that does, oldest first."""
    found = [
        row
        for row in reports
        if row["kind"] == "report" and (row["judgements"] or frameworks.get(row["framework"], ()))
    ]
    return tuple(reversed(newest_first(found)))


def standing(reports: Iterable[Json], frameworks: Frameworks) -> Standing:
    """What the reports say of the areas that frameworks share."""
    found = graded(reports, frameworks)
    names = names_of(found, frameworks)
    return Standing(found, tuple(row(area, name, found, frameworks) for area, name in names.items()))


def in_time(found: Standing) -> Standing:
    """The same without the reports that print no date: nobody knows which others they come before."""
    places = [at for at, report in enumerate(found.reports) if dated(report)]
    rows = (replace(row, cells=tuple(row.cells[at] for at in places)) for row in found.rows)
    return Standing(tuple(found.reports[at] for at in places), tuple(rows))


def finer(reports: Iterable[Json], frameworks: Frameworks) -> Standing:
    """The finer rows of the record of main findings, for those of the reports that have one."""
    found = tuple(report for report in graded(reports, frameworks) if any(finer_rows(report)))
    names = {row["area"]: str(row["label"]) for report in found for row in finer_rows(report)}
    halves = sorted(names, key=lambda area: list(HALVES).index(half_of(area)))
    return Standing(
        found, tuple(row(area, names[area], found, frameworks, half_name(area, found, frameworks)) for area in halves)
    )


def row(area: str, name: str, reports: Sequence[Json], frameworks: Frameworks, half: str = "") -> Row:
    return Row(area, name, tuple(said(report, area, frameworks) for report in reports), half)


def finer_rows(report: Json) -> Iterator[Json]:
    return (row for row in report["judgements"] if half_of(row["area"]) in HALVES)


def half_of(area: str) -> str:
    """The half of a 2009-12 report that a finer row belongs to, empty for any other area."""
    half, slash, _ = area.partition(FINER)
    return half if slash else ""


def half_name(area: str, reports: Sequence[Json], frameworks: Frameworks) -> str:
    """What the newest report calls the half."""
    judged = HALVES[half_of(area)]
    names = [
        found.name for report in reports for found in frameworks.get(report["framework"], ()) if found.area == judged
    ]
    return names[-1] if names else judged


def names_of(reports: Sequence[Json], frameworks: Frameworks) -> dict[str, str]:
    """The shared areas of the reports and their names, as the newest of them orders and calls them.

    An area that no framework knows has the name that its report prints.
    """
    names: dict[str, str] = {}
    for report in reversed(reports):
        for area in frameworks.get(report["framework"], ()):
            names.setdefault(area.area, area.name)
    for report in reversed(reports):
        for row in report["judgements"]:
            if FINER not in row["area"]:
                names.setdefault(row["area"], str(row["label"]))
    return names


def other_names(found: Standing, frameworks: Frameworks) -> Iterator[tuple[Json, dict[str, str]]]:
    """The reports that call some areas otherwise than the newest one, with its names and theirs."""
    names = {row.area: row.name for row in found.rows}
    for report in found.reports:
        judged = frameworks.get(report["framework"], ())
        if other := {names[area.area]: area.name for area in judged if names[area.area] != area.name}:
            yield report, other


def said(report: Json, area: str, frameworks: Frameworks) -> Said:
    """What a report says of an area."""
    rows = {row["area"]: row for row in reversed(report["judgements"])}
    grades = {name: row["grade"] for name, row in rows.items()}
    began = str(report["inspection"]["start"] or report["inspection"]["end"] or "")
    found = verdict(area, grades, began, frameworks.get(report["framework"], ()))
    return Said(report, found, rows[area]["anchor"] if area in rows else "")


def latest(row: Row) -> Said | None:
    """What the newest report says that judges the area in any way; None where none does."""
    return next((cell for cell in reversed(row.cells) if cell.blank is not Blank.NOT_PART), None)
