"""Work on many files, each in a process with limits, so that a hostile file cannot hang or kill the build.

    for path, result in each(study, paths, Limits()):
        ...

`work` is one pure function of a task; tasks and results are pickled. A worker that takes too long is ended by
a watchdog that no library can hold up, one that wants too much memory is refused it. When a worker dies, the
tasks that were under way are tried again one by one: the guilty one is Lost, the others are done.
"""

from __future__ import annotations

import faulthandler
import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from itertools import chain, islice
from pathlib import Path
from typing import TypeVar

from converter.forked import end_with_parent
from converter.job import Limits

Task = TypeVar("Task")
Result = TypeVar("Result")
MIB = 1024 * 1024
AHEAD = 2  # tasks handed out for each worker, so that none has to wait for the next


@dataclass(frozen=True, slots=True)
class Lost:
    """A task whose worker did not survive it, or could not hand over its result; `late`: it ran out of time."""

    late: bool


def each(
    work: Callable[[Task], Result], tasks: Iterable[Task], limits: Limits, ahead: int = AHEAD
) -> Iterator[tuple[Task, Result | Lost]]:
    """Every task with its result, in the order in which they are done; no task is asked for before there is room."""
    waiting = iter(tasks)
    while first := list(islice(waiting, limits.count)):
        suspects: list[Task] = []
        yield from together(work, len(first), chain(first, waiting), suspects, limits, ahead)
        for task in suspects:
            yield task, alone(work, task, limits)


def together(
    work: Callable[[Task], Result],
    count: int,
    waiting: Iterator[Task],
    suspects: list[Task],
    limits: Limits,
    ahead: int,
) -> Iterator[tuple[Task, Result | Lost]]:
    """The tasks that `waiting` gives, until it is empty or a worker dies; what was under way then is suspect."""
    with pool(count, limits) as executor:
        running: dict[Future[Result], Task] = {}
        while not suspects:
            for task in islice(waiting, ahead * count - len(running)):
                try:
                    running[executor.submit(partial(watched, work, limits.seconds), task)] = task
                except BrokenProcessPool:
                    suspects.append(task)
            if not running:
                break
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                task = running.pop(future)
                if isinstance(error := future.exception(), BrokenProcessPool):
                    suspects.append(task)
                else:
                    yield task, Lost(late=False) if error else future.result()
        suspects += running.values()


def alone(work: Callable[[Task], Result], task: Task, limits: Limits) -> Result | Lost:
    """The result of a task that has a worker to itself."""
    start = time.monotonic()
    with pool(1, limits) as executor:
        future = executor.submit(partial(watched, work, limits.seconds), task)
        if future.exception() is None:
            return future.result()
        return Lost(late=time.monotonic() - start >= limits.seconds)


def pool(count: int, limits: Limits) -> ProcessPoolExecutor:
    """Worker processes of this machine; they start as copies of this one where the system can do that."""
    method = "fork" if "fork" in multiprocessing.get_all_start_methods() else "spawn"
    context = multiprocessing.get_context(method)
    return ProcessPoolExecutor(count, mp_context=context, initializer=confine, initargs=(limits.memory,))


def confine(memory: int) -> None:
    """Refuse this process more than `memory` MiB, where the system knows such a limit."""
    faulthandler.disable()  # what becomes of this process is told in one line
    end_with_parent()
    try:
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (memory * MIB, memory * MIB))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    except (ImportError, OSError, ValueError):
        return


def watched(work: Callable[[Task], Result], seconds: int, task: Task) -> Result:
    """`work(task)`, after `seconds` the end of this process."""
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        faulthandler.dump_traceback_later(seconds, exit=True, file=nowhere)
        try:
            return work(task)
        finally:
            faulthandler.cancel_dump_traceback_later()
