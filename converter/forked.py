"""Work on many items by copies of this process, for stages that need everything that it holds at hand."""

from __future__ import annotations

import ctypes
import gc
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeVar

Item = TypeVar("Item")
Result = TypeVar("Result")

ROUND = 128
SHARES = 16  # of the items for each process: few enough to cost little, enough that none waits long at the end
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_SHARED: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []  # what the copies find in their memory


def spread(
    work: Callable[[Item], Result], items: Sequence[Item], count: int, *, each: int | None = None
) -> Iterator[Result]:
    """`work` of each item, in their order, by `count` copies of this process, whatever their number the same.

    After `each` items (ROUND where nothing is said) a copy gives way to a new one: what it touches of the memory that
    it shares becomes its own, so it should not live to touch everything.

    Only the results travel between processes, so these alone have to be picklable. Where a process cannot be copied,
    or one of the copies is lost, the work is done here.
    """
    if min(count, len(items)) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, items)
        return
    several = (each or ROUND) * count
    for start in range(0, len(items), several):
        yield from shared(work, items[start : start + several], count)


def shared(work: Callable[[Item], Result], items: Sequence[Item], count: int) -> Iterator[Result]:
    """One round of `spread`."""
    finished, share = 0, max(1, len(items) // (SHARES * count))
    _SHARED.append((work, items))
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(count, mp_context=context, initializer=begin) as executor:
            for result in executor.map(done, range(len(items)), chunksize=share):
                yield result
                finished += 1
    except BrokenProcessPool:
        yield from map(work, items[finished:])
    finally:
        _SHARED.pop()


def done(at: int) -> Any:
    work, items = _SHARED[-1]
    return work(items[at])


def begin() -> None:
    """Make a copy of this process ready; to look for garbage in what it shares would touch, and so copy, all of it."""
    end_with_parent()
    gc.freeze()


def end_with_parent() -> None:
    """Let the system end this process when the one that began it is killed, where it knows how."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
