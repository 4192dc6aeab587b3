"""Sources studied by a Dask cluster instead of the processes of this machine; what comes back is the same.

    for task, result in each_on("tcp://host:8786", tasks, Limits()):
        ...

Every file travels with its task, so no folder need be shared. Dask gives the tasks of a worker that is lost to another;
one that several workers were lost with is studied on this machine, alone, with the usual limits.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import contextmanager
from itertools import chain, islice

import dask
from distributed import Client, KilledWorker

from converter import cache
from converter.errors import PinpointError, printable
from converter.job import Limits
from converter.parcel import Stranger, packed, studied_here
from converter.study import Studied, Task, study
from converter.workers import AHEAD, Lost, alone

ADDRESS = re.compile(r"tcp://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):\d{1,4}|tcp://(?:[\w.-]+|\[[0-9a-fA-F:.]+\]):[1-6]\d{4}")
PATIENCE = 10  # seconds until a scheduler or the workers are taken not to be there
LOGGERS = ("distributed", "distributed.client")  # what goes wrong is told in one line
LARGE = {"distributed.admin.large-graph-warning-threshold": "4GB"}  # a task carries its file
SAME = "give scheduler and workers the same copy of this project as here, with the same packages, and start them again"
Answer = Studied | Lost | Stranger


def each_on(address: str, tasks: Iterable[Task], limits: Limits) -> Iterator[tuple[Task, Studied | Lost]]:
    """Every task with its result, in the order in which they are done; PinpointError where the cluster is not there."""
    waiting = iter(tasks)
    first = next(waiting, None)
    if first:
        with connected(address) as client:
            yield from through(client, chain([first], waiting), limits)


@contextmanager
def connected(address: str) -> Iterator[Client]:
    """A connection to a cluster that has workers; what goes wrong with it is told in one line."""
    if not ADDRESS.fullmatch(address):
        raise PinpointError(f"{printable(address)}: not the address of a scheduler, such as tcp://10.0.0.5:8786")
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    try:
        with dask.config.set(LARGE), Client(address, timeout=PATIENCE, set_as_default=False) as client:
            client.wait_for_workers(1, timeout=PATIENCE)
            yield client
    except (OSError, TimeoutError, ValueError) as error:
        advice = "start both, in copies of this project: make scheduler, make worker SCHEDULER=ADDRESS"
        raise PinpointError(f"{printable(address)}: no scheduler with workers answers there; {advice}") from error


def through(client: Client, waiting: Iterator[Task], limits: Limits) -> Iterator[tuple[Task, Studied | Lost]]:
    """Every task with its result; a few for each thread of the cluster are under way at once."""
    executor = client.get_executor(pure=False)
    running: dict[Future[Answer], Task] = {}
    while True:
        room = AHEAD * max(1, threads(client)) - len(running)
        for task in islice(waiting, max(0, room)):
            parcel = packed(task)
            running[executor.submit(studied_here, cache.fingerprint(), parcel, limits.seconds, limits.memory)] = task
        if not running:
            return
        done = wait(running, timeout=PATIENCE, return_when=FIRST_COMPLETED).done
        if not done and not threads(client):
            raise PinpointError("the cluster has lost its workers; start some and run again: what is done is kept")
        for future in done:
            task = running.pop(future)
            yield task, result_of(future, task, limits)


def threads(client: Client) -> int:
    """How many files the cluster can study at once, as it is now."""
    return sum(client.nthreads().values())


def result_of(future: Future[Answer], task: Task, limits: Limits) -> Studied | Lost:
    """The result that a worker gave; what it cannot give is made here, or told in one line."""
    if future.cancelled():
        raise PinpointError("the scheduler is gone; start it and run again: what is done is kept")
    error = future.exception()
    if isinstance(error, KilledWorker):
        return alone(study, task, limits)
    if error:
        raise PinpointError(f"a worker cannot study files ({printable(repr(error))[:200]}); {SAME}") from error
    answer = future.result()
    if isinstance(answer, Stranger):
        raise PinpointError(f"{answer.machine}: the worker there has another version of the converter; {SAME}")
    return answer
