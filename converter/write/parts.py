"""Work in parts, each in a process of its own that begins as a copy of this one; what they write is put in order.

    found = written(write_rows, parts_of(reports), workers, out)

A part writes its share of the output to a file, which is copied to `out` when its turn has come: the bytes are the same
however many processes there are. A process that dies costs nothing but time: its part is done again in this one.
"""

from __future__ import annotations

import gc
import multiprocessing
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from itertools import islice
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import IO, Generic, NamedTuple, TypeVar

T = TypeVar("T")
R = TypeVar("R")
SIZE = 32  # reports in a part: enough to outweigh a process, few enough that no part is waited for long
AHEAD = 2  # parts for each process that may be done before the one whose turn it is
Work = Callable[[Sequence[T], IO[bytes]], R]


class Begun(NamedTuple, Generic[T]):
    """A part that a process works on, its turn, the file for its share of the output, and where its result comes."""

    at: int
    part: Sequence[T]
    file: IO[bytes]
    process: BaseProcess
    answer: Connection


def parts_of(things: Sequence[T], size: int = SIZE) -> list[Sequence[T]]:
    """The things in parts of `size`, in their order."""
    return [things[at : at + size] for at in range(0, len(things), size)]


def written(work: Work[T, R], parts: Sequence[Sequence[T]], workers: int, out: IO[bytes]) -> list[R]:
    """Do `work(part, file)` for every part; what each writes to its file comes to `out` in the order of the parts."""
    if min(workers, len(parts)) < 2 or "fork" not in multiprocessing.get_all_start_methods():
        return [work(part, out) for part in parts]
    results: list[R] = []
    with frozen():
        for result, file in in_order(work, parts, workers):
            with file:
                file.seek(0)
                shutil.copyfileobj(file, out)
            results.append(result)
    return results


def in_order(work: Work[T, R], parts: Sequence[Sequence[T]], workers: int) -> Iterator[tuple[R, IO[bytes]]]:
    """The result and the file of each part, in the order of the parts."""
    waiting = enumerate(parts)
    running: dict[object, Begun[T]] = {}
    done: dict[int, tuple[R, IO[bytes]]] = {}
    with ExitStack() as files:
        for turn in range(len(parts)):
            while turn not in done:
                room = min(workers, AHEAD * workers - len(done)) - len(running)
                for at, part in islice(waiting, room):
                    begun = begin(work, at, part, files.enter_context(tempfile.TemporaryFile()))
                    running[begun.answer] = begun
                for answer in wait([begun.answer for begun in running.values()]):
                    begun = running.pop(answer)
                    done[begun.at] = ended(work, begun), begun.file
            yield done.pop(turn)


def begin(work: Work[T, R], at: int, part: Sequence[T], file: IO[bytes]) -> Begun[T]:
    """Start a copy of this process that works on one part."""
    ours, theirs = multiprocessing.Pipe(duplex=False)
    process = multiprocessing.get_context("fork").Process(target=do, args=(work, part, file, theirs), daemon=True)
    process.start()
    theirs.close()
    return Begun(at, part, file, process, ours)


def do(work: Work[T, R], part: Sequence[T], file: IO[bytes], answer: Connection) -> None:
    """What the copy does; where it fails, the process that began it tries again, and tells what is wrong."""
    try:
        result = work(part, file)
        file.flush()
        answer.send(result)
    except Exception:
        sys.exit(1)


def ended(work: Work[T, R], begun: Begun[T]) -> R:
    """The result of a part whose process has ended."""
    try:
        result: R = begun.answer.recv()
    except EOFError:
        begun.file.seek(0)
        begun.file.truncate()
        result = work(begun.part, begun.file)
    finally:
        begun.answer.close()
        begun.process.join()
        begun.process.close()
    return result


@contextmanager
def frozen() -> Iterator[None]:
    """While copies of this process are made nobody tidies what they share: a page that is touched is a page copied."""
    gc.freeze()
    try:
        yield
    finally:
        gc.unfreeze()
