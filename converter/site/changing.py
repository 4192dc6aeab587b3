"""What improved or fell from one inspection of an authority to the next, where the two can be compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from converter.site.corpus import Json
from converter.site.listing import printed_month
from converter.site.standing import Row, Said, Standing, in_time, lower
from converter.write.badges import badge
from converter.write.escape import inline_text

OVERALL = {1: "Better overall than in", -1: "Worse overall than in", 0: "No better or worse overall than in"}


@dataclass(frozen=True, slots=True)
class Pair:
    """An area as two inspections judged it."""

    row: Row
    was: Said
    now: Said

    @property
    def comparable(self) -> bool:
        """Whether both gave a grade."""
        return bool(self.was.rank and self.now.rank)


@dataclass(frozen=True, slots=True)
class Step:
    """From one inspection to the next: the areas that either of them judged."""

    before: Json
    after: Json
    pairs: tuple[Pair, ...]

    def moved(self, way: int) -> list[Pair]:
        """The areas that improved (1), fell (-1) or stayed (0)."""
        both = [pair for pair in self.pairs if pair.comparable]
        return [pair for pair in both if (pair.now.rank > pair.was.rank) - (pair.now.rank < pair.was.rank) == way]

    @property
    def apart(self) -> list[Pair]:
        """The areas that only one of the two gave a grade."""
        return [pair for pair in self.pairs if not pair.comparable]


def steps(found: Standing) -> list[Step]:
    """Every step between consecutive inspections, newest first."""
    found = in_time(found)
    places = range(len(found.reports))
    return [
        Step(found.reports[a], found.reports[b], tuple(pairs(found, a, b))) for a, b in reversed(list(pairwise(places)))
    ]


def pairs(found: Standing, before: int, after: int) -> Iterator[Pair]:
    for row in found.rows:
        was, now = row.cells[before], row.cells[after]
        if was.rank or now.rank:
            yield Pair(row, was, now)


def step_lines(step: Step) -> Iterator[str]:
    """A step as a heading and a list in Markdown."""
    span = f"{printed_month(step.before)} to {printed_month(step.after)}"
    yield f"### {span} {{ #changes-{step.after['id'].rpartition('/')[2]} }}\n"
    for way, name in ((1, "Improved"), (-1, "Fell")):
        if moved := step.moved(way):
            yield f"- **{name}:** {'; '.join(map(movement, moved))}"
    if same := step.moved(0):
        yield f"- **Unchanged:** {'; '.join(map(stay, same))}"
    if apart := step.apart:
        yield f"- **Not comparable:** {'; '.join(reasons(apart))}"
    yield ""


def movement(pair: Pair) -> str:
    return f"{inline_text(pair.row.name)} from {badge(pair.was.grade)} to {badge(pair.now.grade)}"


def stay(pair: Pair) -> str:
    """An area that ranks as before, under both words where they differ."""
    if pair.was.grade == pair.now.grade:
        return f"{inline_text(pair.row.name)} {badge(pair.now.grade)}"
    return f"{movement(pair)}, which rank alike"


def reasons(apart: list[Pair]) -> Iterator[str]:
    """Areas that cannot be compared, gathered by why."""
    gathered: dict[str, list[str]] = {}
    for pair in apart:
        blank = pair.now if pair.was.rank else pair.was
        gathered.setdefault(f"{inline_text(blank.words)} ({printed_month(blank.report)})", []).append(pair.row.name)
    for why, names in gathered.items():
        first, *rest = names
        yield f"{', '.join([inline_text(first), *(inline_text(lower(name)) for name in rest)])}: {why}"


def movement_since(found: Standing) -> str:
    """Whether the newest inspection found things better or worse than the one before; empty where there is only one."""
    step = next(iter(steps(found)), None)
    if step is None:
        return ""
    before = printed_month(step.before)
    ways = {way: [lower(pair.row.name) for pair in step.moved(way) if pair.row.area != "overall"] for way in (1, -1, 0)}
    moved = [f"{word} in {listed(ways[way])}" for way, word in ((1, "better"), (-1, "worse")) if ways[way]]
    if overall := next((words for way, words in OVERALL.items() if "overall" in areas(step.moved(way))), ""):
        return "; ".join([f"{overall} {before}", *(moved or ["no other area moved"])]) + "."
    moved = moved or ([f"no better or worse in {listed(ways[0])}"] if ways[0] else [])
    return f"Compared with {before}: {'; '.join(moved or ['no area has a grade of both'])}."


def areas(pairs: list[Pair]) -> set[str]:
    return {pair.row.area for pair in pairs}


def listed(names: list[str]) -> str:
    """Names as people list them."""
    *most, last = names
    return f"{', '.join(most)} and {last}" if most else last
