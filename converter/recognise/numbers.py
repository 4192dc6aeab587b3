"""Which labels are paragraph numbers: the ones that form a chain over the whole report.

A line that begins with a number is a paragraph only if its number fits between its neighbours': the longest
chain of rising numbers wins, a step of one is worth more than a gap. A second chain that starts at 1 after
the first has ended is a second run. Numbers of several levels (3.1.2) follow their own order.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from converter.recognise.labels import Label

GAP = 0.6
FAR = 40
TWICE = 0.4  # a number printed twice by mistake, one right after the other
LATE_START = 1.5
SHORTEST_RUN = 3
SHORTEST_OF_PAPERS = 2
MOST_RUNS = 9


@dataclass(frozen=True, slots=True)
class Number:
    """A paragraph number as printed, and the run of numbers it belongs to (1 for the first)."""

    label: Label
    run: int = 1


def choose_numbers(labels: Mapping[int, Label], multilevel: bool) -> dict[int, Number]:
    """The labels that number paragraphs, by position; `multilevel` reports also use 3.1.2 and roman numerals."""
    integers = [(at, label) for at, label in sorted(labels.items()) if label.kind == "integer"]
    chosen = runs(integers, late=multilevel)
    if multilevel:
        chosen |= {at: Number(labels[at]) for at in decimals(labels, chosen)}
        chosen |= {at: Number(labels[at]) for at in romans(labels)}
    return chosen


def runs(candidates: Sequence[tuple[int, Label]], late: bool) -> dict[int, Number]:
    """The best chain of `candidates`, then the best chain after its end, and so on for a few runs.

    `late` papers number on from an earlier meeting's, so a start at 84 costs no more than one at 2; they may also
    have a shorter run, as a summary's, before the best one.
    """
    chains: list[Sequence[tuple[int, Label]]] = []
    rest, least = candidates, SHORTEST_OF_PAPERS if late else SHORTEST_RUN
    while len(chains) < MOST_RUNS:
        chain = [rest[at] for at in best_chain([label.parts[0] for _, label in rest], late)]
        if len(chain) < (least if chains else 1) or (chains and chain[0][1].parts[0] != 1):
            break
        if late and not chains:
            chains += earlier_runs([label for label in rest if label[0] < chain[0][0]])
        chains.append(chain)
        rest = rest[rest.index(chain[-1]) + 1 :]
    return {at: Number(label, run) for run, chain in enumerate(chains, 1) for at, label in chain}


def earlier_runs(candidates: Sequence[tuple[int, Label]]) -> list[Sequence[tuple[int, Label]]]:
    """The runs from 1 that stand before the longest one, in printed order."""
    chain = [candidates[at] for at in best_chain([label.parts[0] for _, label in candidates], True)]
    if len(chain) < SHORTEST_OF_PAPERS or chain[0][1].parts[0] != 1:
        return []
    return [*earlier_runs([label for label in candidates if label[0] < chain[0][0]]), chain]


def best_chain(numbers: Sequence[int], late: bool = False) -> list[int]:
    """The positions of the rising chain with the best score: one point a number, less for gaps and a late start."""
    reached: dict[int, tuple[float, int]] = {}
    before: list[int] = []
    scores: list[float] = []
    best = (0.0, -1)
    for here, number in enumerate(numbers):
        start = 1.0 - (0.0 if number == 1 else LATE_START + (0.0 if late else GAP * min(number, FAR)))
        score, earlier = max(
            (
                (score + 1.0 - GAP * min(number - last - 1, FAR), at)
                for last, (score, at) in reached.items()
                if last < number
            ),
            default=(start, -1),
            key=lambda option: option[0],
        )
        if score <= start:
            score, earlier = start, -1
        twice = here and numbers[here - 1] == number and scores[-1] + TWICE > score
        if twice:
            score, earlier = scores[-1] + TWICE, here - 1
        before.append(earlier)
        scores.append(score)
        if number not in reached or score >= reached[number][0]:
            reached[number] = (score, here)
        if score > best[0]:
            best = (score, here)
    chain: list[int] = []
    at = best[1]
    while at >= 0:
        chain.append(at)
        at = before[at]
    return chain[::-1]


def decimals(labels: Mapping[int, Label], integers: Mapping[int, Number]) -> list[int]:
    """Positions of the labels of several levels that follow one that was accepted.

    `2.4` may follow `2.3`, start a level (`2.1` after `2.`) or skip a number, but never go back.
    """
    accepted: list[int] = []
    last: tuple[int, ...] = ()
    for at, label in sorted(labels.items()):
        if at in integers:
            last = label.parts
        elif label.kind == "decimal" and follows(last, label.parts):
            accepted.append(at)
            last = label.parts
    return accepted


def follows(last: tuple[int, ...], parts: tuple[int, ...]) -> bool:
    """Whether `parts` may come next after `last` in one numbering."""
    if not last:
        return parts[-1] <= 1
    shared = next((i for i, (a, b) in enumerate(zip(last, parts, strict=False)) if a != b), min(len(last), len(parts)))
    if shared == len(parts):
        return False
    step = parts[shared] - (last[shared] if shared < len(last) else 0)
    return 0 < step <= 2 and all(part <= 1 for part in parts[shared + 1 :])


def romans(labels: Mapping[int, Label]) -> list[int]:
    """Positions of the capital roman numerals that count up from I, at least two of them."""
    chain: list[int] = []
    for at, label in sorted(labels.items()):
        if label.kind == "roman" and label.parts[0] == len(chain) + 1:
            chain.append(at)
    return chain if len(chain) > 1 else []
