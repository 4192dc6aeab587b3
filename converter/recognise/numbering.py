"""Which labels number the paragraphs of a report that may number them within chapters (2.14, A1.9) or throughout.

Numbers within chapters are the longest chain in which each follows the one before; where they are the report's
own, whole numbers count only outside the chapters (a summary's), and those below a colon are a list's. A list of
conclusions may repeat the numbers of the paragraphs that it quotes: that is a run of its own.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from converter.model import Kind, Line
from converter.profiles import Profile
from converter.read.notes import body_size
from converter.recognise.chains import worthiest_chain
from converter.recognise.labels import Label, bare_number, label_of, lettered
from converter.recognise.numbers import SHORTEST_RUN, Number, follows, runs

LARGEST = 1.3
SMALLER = 0.7
REACH = 30
CHAPTERS = 3
SKIP = 0.6
JUMP = 1.0
LEAP = 2.5
LATE = 1.5


def report_numbers(lines: Sequence[Line], profile: Profile) -> dict[int, Number]:
    """The numbers of a report's paragraphs, by the position of their line."""
    labels = dict(candidates(lines))
    inner = {at: label for at, label in labels.items() if label.kind == "decimal"}
    chain = best_order([(at, inner[at].parts) for at in sorted(inner)])
    whole = {at: label for at, label in labels.items() if label.kind == "integer"}
    throughout = runs(sorted(whole.items()), late=True)
    if len(chain) < CHAPTERS or len(chain) < len(throughout) / 2:
        return throughout | repeats(lines, whole, throughout, profile)
    chosen = {at: Number(labels[at]) for at in chain}
    return chosen | outside(lines, whole, chain)


def candidates(lines: Sequence[Line]) -> list[tuple[int, Label]]:
    """The labels of lines that are set like text and not like a heading or a note."""
    usual = body_size(lines)
    found = []
    for at, line in enumerate(lines):
        fits = not line.size or usual - SMALLER < line.size < LARGEST * usual
        if line.kind is Kind.ROW or not fits:
            continue
        label = label_of(line.text) or lettered(line.text)
        begins = line.size and (line.gap or (at and line.page != lines[at - 1].page))
        if label := label or (bare_number(line.text) if begins else None):
            found.append((at, label))
    return found


def best_order(numbers: Sequence[tuple[int, tuple[int, ...]]]) -> list[int]:
    """The positions of the chain in which most numbers follow one another."""
    chain = worthiest_chain(
        numbers,
        lambda _: 1.0,
        lambda last, this: step(last[1], this[1]),
        lambda first: 0.0 if first[1][-1] <= 1 else LATE,
        REACH,
    )
    return [at for at, _ in chain]


def step(last: tuple[int, ...], parts: tuple[int, ...]) -> float | None:
    """What it costs that `parts` comes next after `last`; None where it cannot."""
    if parts <= last:
        return None
    if follows(last, parts):
        at = next((at for at, (a, b) in enumerate(zip(last, parts, strict=False)) if a != b), len(last))
        return SKIP if at < len(last) and parts[at] - last[at] > 1 else 0.0
    return JUMP if all(part <= 1 for part in parts[1:]) else LEAP


def outside(lines: Sequence[Line], whole: Mapping[int, Label], chain: Sequence[int]) -> dict[int, Number]:
    """The whole numbers before the first chapter and after the last, where they are no list below a colon."""
    chosen: dict[int, Number] = {}
    for stretch in ([at for at in whole if at < chain[0]], [at for at in whole if at > chain[-1]]):
        found = runs([(at, whole[at]) for at in sorted(stretch)], late=False)
        if len(found) >= SHORTEST_RUN and not below_colon(lines, min(found)):
            shift = max((number.run for number in chosen.values()), default=0)
            chosen |= {at: Number(number.label, number.run + shift) for at, number in found.items()}
    return chosen


def below_colon(lines: Sequence[Line], at: int) -> bool:
    return at > 0 and lines[at - 1].text.rstrip().endswith(":")


def repeats(
    lines: Sequence[Line], whole: Mapping[int, Label], chosen: Mapping[int, Number], profile: Profile
) -> dict[int, Number]:
    """The numbers that a list of conclusions repeats from the paragraphs above it, as a run of their own."""
    first = {number.label.parts for number in chosen.values() if number.run == 1}
    named = [at for at, line in enumerate(lines) if is_conclusions(line, profile)]
    start = named[-1] if named and chosen and named[-1] > min(chosen) else len(lines)
    found: dict[int, Label] = {}
    for at in sorted(whole):
        rising = not found or whole[at].parts > found[max(found)].parts
        if at > start and at not in chosen and whole[at].parts in first and rising:
            found[at] = whole[at]
    run = 1 + max((number.run for number in chosen.values()), default=0)
    return {at: Number(label, run) for at, label in found.items()} if len(found) >= SHORTEST_RUN else {}


def is_conclusions(line: Line, profile: Profile) -> bool:
    found = profile.first("headings", line.text.strip()) if line.kind is Kind.TEXT else None
    return bool(found and found[0].means.get("role") == "conclusions")
