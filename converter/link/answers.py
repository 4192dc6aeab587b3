"""Who does well what a report should improve: passages of other reports, for the report as a whole.

What is asked for comes first, then paragraphs of the sections with the lowest grades. Each is answered by a passage
about the same theme and alike in its words, from a section graded good or outstanding of another authority, that
speaks well of what it is about; rather a recent one, one of a place and of a theme.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from converter.link.likeness import strongest, words_in
from converter.link.related import Library, Passage, Themes, place_of
from converter.model import Report
from converter.profiles import Profile, profile_named

MOST = 5
ENOUGH = 3  # answers to what is asked for, with which the rest is not looked through
LEAST = 0.42
EVERY_YEAR = 0.98  # of the worth of a passage for each year since the newest report
BEST = {"good", "outstanding"}
WORST_FIRST = ("inadequate", "requires-improvement", "adequate", "good")
SENTENCE = re.compile(r"(?<=[.!?])\s+")
OPENING = 2  # sentences, which are what a reader sees of it
WORRIED = 0.25  # of the sentences of a passage may find fault


@dataclass(frozen=True, slots=True)
class Answer:
    """A place of a report at which something is to improve, and a passage of another that says who does it well."""

    point: Passage
    passage: Passage


def answers(reports: Sequence[Report], themes: Themes, library: Library) -> dict[str, tuple[Answer, ...]]:
    """For each inspection report a few passages of others, in the order of the places that they answer."""
    own: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in library.passages:
        own[passage.document].append(passage)
    inspected = [report for report in reports if report.kind == "report"]
    found = ((report.id, tuple(answers_for(report, own[report.id], themes, library))) for report in inspected)
    return {name: some for name, some in found if some}


def answers_for(report: Report, own: Sequence[Passage], themes: Themes, library: Library) -> Iterator[Answer]:
    """The best answers to what a report asks for, then to what its lowest grades find fault with."""
    profile = profile_named(report.framework)
    asked = list(points_of(report, themes, library))
    taken: list[Answer] = []
    for points in chain([asked], (faults(own, grade, profile) for grade in WORST_FIRST)):
        for answer in best_first(points, library):
            fits = len(taken) < MOST and all(apart(answer, other) for other in taken)
            if fits and speaks_well(answer.passage.text, profile):
                taken.append(answer)
        if len(taken) >= ENOUGH:
            break
    order = {point.anchor: at for at, point in enumerate([*asked, *own])}
    yield from sorted(taken, key=lambda answer: order[answer.point.anchor])


def points_of(report: Report, themes: Themes, library: Library) -> Iterator[Passage]:
    """What a report asks for, as far as it is about a theme."""
    numbers = {part.anchor: part.number for _, part in report.paragraphs()}
    for point in report.recommendations:
        number = numbers.get(point.anchor.partition("-b")[0], "")
        if found := themes.get((report.id, point.anchor)):
            words = strongest(words_in(point.text), library.weights)
            yield Passage(report.id, place_of(report), point.anchor, found[0], point.text, number, words=words)


def faults(own: Iterable[Passage], grade: str, profile: Profile) -> list[Passage]:
    """The paragraphs of the sections with a grade that find fault."""
    return [passage for passage in own if passage.grade == grade and not speaks_well(passage.text, profile)]


def best_first(points: Iterable[Passage], library: Library) -> list[Answer]:
    """Every passage that may answer one of the points, the best first."""
    found = [
        (likeness * EVERY_YEAR ** (library.newest - passage.year), Answer(point, passage))
        for point in points
        for likeness, passage in library.nearest(point.theme, point.words)
        if likeness >= LEAST and passage.grade in BEST and passage.place != point.place
    ]
    found.sort(key=lambda one: (-one[0], one[1].point.anchor, one[1].passage.address))
    return [answer for _, answer in found]


def apart(one: Answer, other: Answer) -> bool:
    """Whether two answers are about different themes and from different places."""
    return one.point.theme != other.point.theme and one.passage.place != other.passage.place


def speaks_well(text: str, profile: Profile) -> bool:
    """Whether few of the sentences of a passage find fault, and none of those that it opens with."""
    found = [profile.first("concerns", sentence) is not None for sentence in SENTENCE.split(text)]
    return not any(found[:OPENING]) and sum(found) <= WORRIED * len(found)
