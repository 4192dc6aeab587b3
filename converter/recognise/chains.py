"""The best chain through what may follow one another: paragraphs of a report, items of an agenda, minutes."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TypeVar

Found = TypeVar("Found")


def worthiest_chain(
    found: Sequence[Found],
    worth: Callable[[Found], float],
    cost: Callable[[Found, Found], float | None],
    begins: Callable[[Found], float] = lambda _: 0.0,
    reach: int | None = None,
) -> list[Found]:
    """The chain with the most worth less its costs: `begins` to be its first, `cost` to follow another.

    A `cost` of None says that the one cannot follow the other; nothing follows what stands more than `reach` before it.
    Takes time in the length of `found` times the reach.
    """
    scores: list[float] = []
    before: list[int] = []
    for here, this in enumerate(found):
        own = worth(this)
        score, earlier = own - begins(this), -1
        for at in range(max(0, here - reach) if reach else 0, here):
            price = cost(found[at], this)
            if price is not None and scores[at] + own - price > score:
                score, earlier = scores[at] + own - price, at
        scores.append(score)
        before.append(earlier)
    chain: list[Found] = []
    at = max(range(len(found)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]
