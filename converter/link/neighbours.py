"""What stands beside the paragraphs and at the foot of reports, theme by theme in several processes.

Passages about different themes have nothing to do with each other, so each theme is looked up by itself: its index is
made, every passage and point finds those most like it, and of these only what is shown, or may be, is kept.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain

from converter.forked import spread
from converter.link.answers import Answer, answers_for, fitting, is_asking
from converter.link.library import Library, Passage
from converter.link.nearest import index_of
from converter.link.related import Runs, closest
from converter.model import Recommendation

MANY = 4_000  # passages, below which one process is faster than several

Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What was found for one passage: those to show beside it, and those that may answer it with how alike they are.

    Passages are named by their place in the library, the points after the paragraphs.
    """

    place: int
    beside: array[int]
    answers: array[int]
    likeness: array[float]


@dataclass(frozen=True, slots=True)
class Beside:
    """By report and anchor the passages of others that are closest, as "report#anchor"; by report its answers."""

    related: Mapping[Place, tuple[str, ...]]
    answers: Mapping[str, tuple[Answer, ...]]


def beside(library: Library, workers: int = 1, only: frozenset[str] | None = None) -> Beside:
    """What stands beside the paragraphs and at the foot of the reports, or of `only` those with these ids."""
    passages = (*library.passages, *library.points)
    themes = sorted(library.by_theme().values(), key=len, reverse=True)
    work = partial(neighbours, passages, only)
    lists = spread(work, themes, workers if len(passages) >= MANY else 1, each=1)
    found = sorted(chain.from_iterable(lists), key=lambda one: one.place)
    related = {
        (passages[one.place].document, passages[one.place].anchor): tuple(passages[at].address for at in one.beside)
        for one in found
        if one.beside
    }
    return Beside(related, answers(library, passages, found))


def neighbours(passages: Sequence[Passage], only: frozenset[str] | None, theme: Sequence[int]) -> list[Neighbour]:
    """What is found for the passages of one theme, which are given by their places."""
    index, runs = index_of([passages[at] for at in theme]), Runs()
    places = {passages[at]: at for at in theme}
    found = []
    for at in theme:
        passage = passages[at]
        if only is None or passage.document in only:
            near = list(index.nearest(passage.weighed))
            shown = () if isinstance(passage.part, Recommendation) else closest(passage, near, runs)
            fit = fitting(passage, near) if is_asking(passage) else ()
            found.append(neighbour(at, shown, fit, places))
    return [one for one in found if one.beside or one.answers]


def neighbour(
    place: int, shown: Iterable[Passage], fit: Iterable[tuple[float, Passage]], places: Mapping[Passage, int]
) -> Neighbour:
    """What was found for one passage, with places for passages."""
    some = list(fit)
    return Neighbour(
        place,
        array("L", (places[other] for other in shown)),
        array("L", (places[other] for _, other in some)),
        array("d", (likeness for likeness, _ in some)),
    )


def answers(
    library: Library, passages: Sequence[Passage], found: Iterable[Neighbour]
) -> Mapping[str, tuple[Answer, ...]]:
    """For each inspection report a few passages of others, in the order of the places that they answer."""
    fit = {
        passages[one.place]: [(likeness, passages[at]) for likeness, at in zip(one.likeness, one.answers, strict=True)]
        for one in found
        if one.answers
    }
    documents = dict.fromkeys(passage.document for passage in passages if passage in fit)
    own, asked = by_document(library.passages), by_document(library.points)
    made = ((name, tuple(answers_for(asked[name], own[name], fit, library.newest))) for name in documents)
    return {name: some for name, some in made if some}


def by_document(passages: Iterable[Passage]) -> Mapping[str, Sequence[Passage]]:
    held: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        held[passage.document].append(passage)
    return held
