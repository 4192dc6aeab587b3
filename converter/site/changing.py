"""What improved or fell from one inspection of an authority to the next, where the two can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.site.corpus import Json, year
from converter.site.listing import printed_month
from converter.site.standing import Said, Standing, in_time
from converter.verdict import lower
from converter.write.changed import Change, change_lines, graded_in, listed, moved, tally

ENOUGH = 3


@dataclass(frozen=True, slots=True)
class Step:
    """From one inspection to the next: the areas that either of them judged."""

    before: Json
    after: Json
    changes: tuple[Change, ...]


def steps(found: Standing) -> list[Step]:
    """Every step between consecutive inspections, newest first."""
    found = in_time(found)
    places = range(len(found.reports))
    return [
        Step(found.reports[a], found.reports[b], tuple(changes(found, a, b)))
        for a, b in reversed(list(pairwise(places)))
    ]


def changes(found: Standing, before: int, after: int) -> Iterator[Change]:
    for row in found.rows:
        was, now = row.cells[before].verdict, row.cells[after].verdict
        if was.rank or now.rank:
            yield Change(row.area, row.name, was, now, "" if was.rank else last_graded(row.cells[:before]))


def last_graded(cells: Sequence[Said]) -> str:
    """How the last of the reports that graded an area did so, in words."""
    found = next((cell for cell in reversed(cells) if cell.rank), None)
    return graded_in(found.grade, printed_month(found.report)) if found else ""


def step_lines(step: Step) -> Iterator[str]:
    """A step as a heading and a list in Markdown."""
    then, now = printed_month(step.before), printed_month(step.after)
    yield f"### {then} to {now} {{ #changes-{step.after['id'].rpartition('/')[2]} }}\n"
    yield from change_lines(step.changes, then, now)
    yield ""


def movement_since(found: Standing) -> str:
    """Whether the newest inspection found things better or worse than the one before; empty where there is only one."""
    step = next(iter(steps(found)), None)
    return tally(step.changes, printed_month(step.before)) if step else ""


def over_all(found: Standing) -> str:
    """What improved and fell from each area's first grade to its latest; empty before there are three inspections."""
    found = in_time(found)
    if len(found.reports) < ENOUGH:
        return ""
    rows = ((row, [cell for cell in row.cells if cell.rank]) for row in found.rows)
    ends = [
        Change(row.area, span_of(row.name, graded[0], graded[-1]), graded[0].verdict, graded[-1].verdict)
        for row, graded in rows
        if len(graded) > 1
    ]
    named = ((word, moved(ends, way)) for word, way in (("better", 1), ("worse", -1), ("unchanged", 0)))
    parts = [f"{word} in {listed([end.name for end in some])}" for word, some in named if some]
    return f"From the first grade to the latest: {'; '.join(parts)}." if parts else ""


def span_of(name: str, was: Said, now: Said) -> str:
    """An area with the years of its first and its latest grade."""
    return f"{lower(name)} ({year(was.report)} to {year(now.report)})"
