"""A map over several processes of this machine, whose results are the same with any number of them.

The processes start as copies of this one, so what `work` knows is not handed over but shared; only tasks and results
are. Where a system cannot do that, or loses one of them, the work is done here.
"""

from __future__ import annotations

import gc
import multiprocessing
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import Any, TypeVar

Task = TypeVar("Task")
Result = TypeVar("Result")

_work: list[Callable[[Any], Any]] = []  # of a copy of this process: what it is there for


def spread(work: Callable[[Task], Result], tasks: Sequence[Task], workers: int) -> list[Result]:
    """The result of each task, in the order of the tasks."""
    count = min(workers, len(tasks))
    if count < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(task) for task in tasks]
    context = multiprocessing.get_context("fork")
    try:
        with ProcessPoolExecutor(count, mp_context=context, initializer=begin, initargs=(work,)) as pool:
            return list(pool.map(run, tasks))
    except BrokenProcessPool:
        return [work(task) for task in tasks]


def begin(work: Callable[[Any], Any]) -> None:
    """Make a copy of this process ready; collecting garbage would touch, and so copy, all memory that it shares."""
    gc.disable()
    _work[:] = [work]


def run(task: Any) -> Any:
    """What a copy of this process does with a task."""
    return _work[0](task)
