"""What each stage of a build costs, for those who measure it (`bench/site.py`).

    with stage("link"):
        ...

Where the variable PINPOINT_STAGES names a file, every finished stage adds a line of JSON to it; elsewhere nothing is
done. Each process adds its own lines, in one piece. A stage may stand within another: its cost is in both.
"""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

VARIABLE = "PINPOINT_STAGES"


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Measure what is done within, or the function that this decorates."""
    place = os.environ.get(VARIABLE)
    if not place:
        yield
        return
    start, own, children = time.monotonic(), time.process_time(), awaited()
    try:
        yield
    finally:
        cost = {"cpu": time.process_time() - own, "children": awaited() - children}
        ids = {"stage": name, "process": os.getpid(), "parent": os.getppid()}
        add(place, {**ids, "start": start, "end": time.monotonic(), **cost})


def awaited() -> float:
    """Processor seconds of the processes that this one began and has seen end."""
    times = os.times()
    return times.children_user + times.children_system


def add(place: str, row: dict[str, object]) -> None:
    """Add a line in one write, so that those of several processes never mix."""
    file = os.open(place, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
    try:
        os.write(file, f"{json.dumps(row)}\n".encode())
    finally:
        os.close(file)
