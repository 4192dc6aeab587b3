"""What improved or fell from one inspection of an authority to the next, where the two can be compared."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.site.corpus import Json
from converter.site.listing import printed_month
from converter.site.standing import Said, Standing, in_time
from converter.write.changed import Change, change_lines, graded_in, tally


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
