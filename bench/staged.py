"""What each stage of a build cost, from the lines that `converter/stages.py` wrote and the memory sampled meanwhile."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bench.tree import Sample

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Row:
    """A line: once that a stage was gone through."""

    stage: str
    process: int
    parent: int
    start: float
    end: float
    cpu: float


@dataclass(frozen=True, slots=True)
class Stage:
    """A stage without those inside it: processor seconds of all processes; seconds during which it was under way in
    any; the most memory that all processes together used meanwhile, None where it was too short to be sampled."""

    name: str
    cpu: float
    wall: float
    pss: int | None


def rows_in(path: Path) -> list[Row]:
    """The lines that were written; none where there is no such file."""
    if not path.is_file():
        return []
    lines = map(json.loads, path.read_text(encoding="utf-8").splitlines())
    return [
        Row(one["stage"], one["process"], one["parent"], one["start"], one["end"], one["cpu"] + one["children"])
        for one in lines
    ]


def stages_of(rows: Sequence[Row], samples: Sequence[Sample]) -> list[Stage]:
    """Every stage once, in the order in which they first began."""
    inside: dict[Row, list[Row]] = defaultdict(list)
    for row, outer in enclosing(rows):
        inside[outer].append(row)
    names = dict.fromkeys(row.stage for row in sorted(rows, key=lambda row: row.start))
    by_name = {name: [row for row in rows if row.stage == name] for name in names}
    return [made(name, some, inside, samples) for name, some in by_name.items()]


def made(name: str, rows: Sequence[Row], inside: dict[Row, list[Row]], samples: Sequence[Sample]) -> Stage:
    cpu = sum(max(0.0, row.cpu - sum(inner.cpu for inner in inside.get(row, ()))) for row in rows)
    spans = union((row.start, row.end) for row in rows)
    hidden = union((inner.start, inner.end) for row in rows for inner in inside.get(row, ()))
    wall = length(spans) - length(hidden)
    return Stage(name, cpu, wall, peak(spans, hidden, samples))


def enclosing(rows: Sequence[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row that stands within another of its own process, or of the process that began its own, with that one."""
    of_process: dict[int, list[Row]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.start, -row.end)):
        of_process[row.process].append(row)
    for some in of_process.values():
        open_: list[Row] = []
        for row in some:
            while open_ and open_[-1].end < row.end:
                open_.pop()
            above = open_[-1:] or [other for other in of_process.get(row.parent, ()) if within(row, other)][-1:]
            yield from ((row, outer) for outer in above)
            open_.append(row)


def within(row: Row, other: Row) -> bool:
    return other.start <= row.start and row.end <= other.end


def union(spans: Iterable[Span]) -> list[Span]:
    """Spans of time of which none overlap."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def length(spans: Iterable[Span]) -> float:
    return sum(end - start for start, end in spans)


def peak(spans: Sequence[Span], hidden: Sequence[Span], samples: Sequence[Sample]) -> int | None:
    """The most memory in some spans of time, but not in what is `hidden` of them."""
    return max((one.pss for one in samples if covers(spans, one.at) and not covers(hidden, one.at)), default=None)


def covers(spans: Sequence[Span], at: float) -> bool:
    return any(start <= at <= end for start, end in spans)
