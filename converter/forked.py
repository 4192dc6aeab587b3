"""Work on many items by copies of this process, for stages that need everything that it holds at hand."""

from __future__ import annotations

import ctypes
import multiprocessing
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress
from typing import Any, TypeVar

from converter.errors import PinpointError

Item = TypeVar("Item")
Result = TypeVar("Result")

SHARES = 16  # of the items for each process: few enough to cost little, enough that none waits long at the end
DEATH_SIGNAL = 1  # PR_SET_PDEATHSIG of prctl(2)
_SHARED: list[tuple[Callable[[Any], Any], Sequence[Any]]] = []  # what the copies find in their memory


def spread(work: Callable[[Item], Result], items: Sequence[Item], count: int) -> Iterator[Result]:
    """`work` of each item, in their order, by `count` copies of this process; by itself where one cannot be copied.

    Only the results travel between processes, so these alone have to be picklable. Raises PinpointError where such a
    process is ended from outside.
    """
    count = min(count, len(items))
    if count < 2 or "fork" not in multiprocessing.get_all_start_methods():
        yield from map(work, items)
        return
    _SHARED.append((work, items))
    try:
        context = multiprocessing.get_context("fork")
        with ProcessPoolExecutor(count, mp_context=context, initializer=end_with_parent) as executor:
            yield from executor.map(done, range(len(items)), chunksize=max(1, len(items) // (SHARES * count)))
    except BrokenProcessPool as error:
        wrong = "a process that helped to make the pages was ended, most likely for want of memory; try again"
        raise PinpointError(wrong) from error
    finally:
        _SHARED.pop()


def done(at: int) -> Any:
    work, items = _SHARED[-1]
    return work(items[at])


def end_with_parent() -> None:
    """Let the system end this process when the one that began it is killed, where it knows how."""
    if sys.platform == "linux":
        with suppress(OSError, AttributeError):
            ctypes.CDLL(None).prctl(DEATH_SIGNAL, signal.SIGKILL)
