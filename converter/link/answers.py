"""Who does well what a report should improve: passages of other reports, for the report as a whole.

What is asked for comes first, then paragraphs of the sections with the lowest grades. Each is answered by a passage
about the same theme and alike in its words, from a section graded good or outstanding of another authority, that
speaks well of what it is about; rather a recent one, one of a place and of a theme.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from converter.link.library import Passage
from converter.link.nearest import Near
from converter.model import Recommendation

MOST = 5
ENOUGH = 3  # answers to what is asked for, with which the rest is not looked through
LEAST = 0.42
EVERY_YEAR = 0.98  # of the worth of a passage for each year since the newest report
BEST = {"good", "outstanding"}
WORST_FIRST = ("inadequate", "requires-improvement", "adequate", "good")

Fitting = Mapping[Passage, Near]  # for a place at which something is to improve, what may answer it


@dataclass(frozen=True, slots=True)
class Answer:
    """A place of a report at which something is to improve, and a passage of another that says who does it well."""

    point: Passage
    passage: Passage


def is_asking(passage: Passage) -> bool:
    """Whether something is to improve at a place: it is asked for, or the passage finds fault."""
    return passage.faulted or isinstance(passage.part, Recommendation)


def fitting(point: Passage, near: Near) -> Iterator[tuple[float, Passage]]:
    """Those of the passages near a point that may answer it."""
    for likeness, passage in near:
        if likeness >= LEAST and passage.grade in BEST and passage.well and passage.place != point.place:
            yield likeness, passage


def answers_for(asked: Sequence[Passage], own: Sequence[Passage], found: Fitting, newest: int) -> Iterator[Answer]:
    """The best answers to what a report asks for, then to what its lowest grades find fault with."""
    taken: list[Answer] = []
    for points in chain([asked], (faults(own, grade) for grade in WORST_FIRST)):
        for answer in best_first(points, found, newest):
            if len(taken) < MOST and all(apart(answer, other) for other in taken):
                taken.append(answer)
        if len(taken) >= ENOUGH:
            break
    order = {point.anchor: at for at, point in enumerate([*asked, *own])}
    yield from sorted(taken, key=lambda answer: order[answer.point.anchor])


def faults(own: Iterable[Passage], grade: str) -> list[Passage]:
    """The paragraphs of the sections with a grade that find fault."""
    return [passage for passage in own if passage.grade == grade and passage.faulted]


def best_first(points: Iterable[Passage], found: Fitting, newest: int) -> list[Answer]:
    """Every passage that may answer one of the points, the best first."""
    some = [
        (likeness * EVERY_YEAR ** (newest - passage.year), Answer(point, passage))
        for point in points
        for likeness, passage in found.get(point, ())
    ]
    some.sort(key=lambda one: (-one[0], one[1].point.anchor, one[1].passage.address))
    return [answer for _, answer in some]


def apart(one: Answer, other: Answer) -> bool:
    """Whether two answers are about different themes and from different places."""
    return one.point.theme != other.point.theme and one.passage.place != other.passage.place
