"""What improved or fell from one inspection to the next, in words; grades that rank alike count as unchanged."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from converter.verdict import Verdict, lower
from converter.write.badges import WORDS, badge
from converter.write.escape import inline_text

OVERALL = "overall"


@dataclass(frozen=True, slots=True)
class Change:
    """An area as two inspections judged it; `last` says how it was graded last, where `was` gives no grade."""

    area: str
    name: str
    was: Verdict
    now: Verdict
    last: str = ""

    @property
    def comparable(self) -> bool:
        """Whether both gave a grade."""
        return bool(self.was.rank and self.now.rank)

    @property
    def way(self) -> int:
        """1 where it improved, -1 where it fell, 0 where it stayed."""
        return (self.now.rank > self.was.rank) - (self.now.rank < self.was.rank)


def moved(changes: Iterable[Change], way: int) -> list[Change]:
    """The areas that improved (1), fell (-1) or stayed (0)."""
    return [change for change in changes if change.comparable and change.way == way]


def graded_in(grade: str, when: str) -> str:
    """How an area was graded last, for a Change."""
    return f"{WORDS[grade].lower()} in {when}"


# ---------------------------------------------------------------- as a list


def change_lines(changes: Sequence[Change], then: str, now: str) -> Iterator[str]:
    """The changes as lines of a list in Markdown; `then` and `now` name the two inspections."""
    for way, name in ((1, "Improved"), (-1, "Fell")):
        if some := moved(changes, way):
            yield f"- **{name}:** {'; '.join(map(movement, some))}"
    if same := moved(changes, 0):
        yield f"- **Unchanged:** {'; '.join(map(stay, same))}"
    if apart := [change for change in changes if not change.comparable and (change.was.rank or change.now.rank)]:
        yield f"- **Not comparable:** {'; '.join(reasons(apart, then, now))}"


def movement(change: Change) -> str:
    return f"{inline_text(change.name)} from {badge(change.was.grade)} to {badge(change.now.grade)}"


def stay(change: Change) -> str:
    """An area that ranks as before, under both words where they differ."""
    if change.was.grade == change.now.grade:
        return f"{inline_text(change.name)} {badge(change.now.grade)}"
    return f"{movement(change)}, which rank alike"


def reasons(apart: Iterable[Change], then: str, now: str) -> Iterator[str]:
    """Areas that cannot be compared, gathered by why."""
    gathered: dict[str, list[str]] = {}
    for change in apart:
        blank, when = (change.now, now) if change.was.rank else (change.was, then)
        name = lower(change.name) if gathered.get(f"{blank.words} ({when})") else change.name
        last = f" ({change.last})" if change.last else ""
        gathered.setdefault(f"{blank.words} ({when})", []).append(f"{name}{last}")
    for why, names in gathered.items():
        yield f"{inline_text(', '.join(names))}: {inline_text(why)}"


# ---------------------------------------------------------------- in a sentence


def tally(changes: Sequence[Change], then: str) -> str:
    """One sentence: better or worse than `then` overall, and in which areas."""
    whole = next((change for change in changes if change.area == OVERALL and change.comparable), None)
    areas = [change for change in changes if change.area != OVERALL and change.comparable]
    said = in_areas(areas)
    if whole:
        way = {1: "better than", -1: "worse than", 0: "as"}[whole.way]
        return f"{WORDS[whole.now.grade]} overall, {way} in {then}{'; ' if said else ''}{said}."
    return f"Compared with {then}: {said}." if said else f"No grade can be compared with those of {then}."


def in_areas(areas: Sequence[Change]) -> str:
    """`better in leadership, worse in adoption`; empty where no area can be compared."""
    ways = ((1, "better"), (-1, "worse"))
    said = [
        f"{word} in {listed([lower(one.name) for one in some])}" for way, word in ways if (some := moved(areas, way))
    ]
    return "; ".join(said) if said or not areas else "no area better or worse"


def listed(names: Sequence[str]) -> str:
    """Names as people list them."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
