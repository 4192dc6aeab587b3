"""Long lists in parts that fit on a page each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")


def chunked(entries: Iterable[T], size: Callable[[T], int], budget: int) -> Iterator[list[T]]:
    """The entries in groups that are no larger than the budget together; one that is larger stands alone."""
    group: list[T] = []
    room = budget
    for entry in entries:
        needed = size(entry)
        if group and needed > room:
            yield group
            group, room = [], budget
        group.append(entry)
        room -= needed
    if group:
        yield group


def named(name: str, count: int) -> list[str]:
    """What the parts of something are called in addresses: its name, then with -2, -3."""
    return [name if at == 1 else f"{name}-{at}" for at in range(1, count + 1)]
