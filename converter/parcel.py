"""A source that travels: what it takes to study it on another machine, and how a worker there goes about it.

A worker of the cluster (a process of Dask, with threads) hands each parcel to a keeper, a plain process of its own
machine. The keeper lays the files in a folder and studies them as a run on one machine does: in one more process, with
limits on time and memory. So what a hostile file can end is neither the worker nor the keeper.

    python -m converter.parcel SECONDS MIB      the keeper: parcels come in, results go out
"""

from __future__ import annotations

import os
import pickle
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import lru_cache
from pathlib import Path
from queue import Empty, SimpleQueue
from typing import BinaryIO

from converter import cache
from converter.job import Limits
from converter.sidecars import sidecar_path
from converter.study import Studied, Task, prepare, study
from converter.workers import Lost, each

THEMES = "themes.yml"
TRIES = 2  # keepers to try: one may be ended from outside, and only a file ends two
ROOT = Path(__file__).parent.parent
Keeper = subprocess.Popen[bytes]


@dataclass(frozen=True, slots=True)
class Parcel:
    """A task with the files that it names: the source and its sidecar by their names, and the themes."""

    task: Task
    files: Mapping[str, bytes]
    themes: bytes


@dataclass(frozen=True, slots=True)
class Stranger:
    """The name of a machine whose converter is not the one that made a parcel, so that its results may differ."""

    machine: str


def packed(task: Task) -> bytes:
    """A task as a parcel; raises OSError where a file cannot be read."""
    some = filter(None, (task.path, sidecar_path(task.path)))
    themes = task.themes.read_bytes() if task.themes.is_file() else b""
    return pickle.dumps(Parcel(task, {path.name: path.read_bytes() for path in some}, themes), pickle.HIGHEST_PROTOCOL)


# ---------------------------------------------------------------- in a worker of the cluster


def studied_here(maker: str, parcel: bytes, seconds: int, memory: int) -> Studied | Lost | Stranger:
    """What a worker answers to a parcel of the converter with the fingerprint `maker`."""
    if maker != cache.fingerprint():
        return Stranger(socket.gethostname())
    for _ in range(TRIES):
        keeper = free(seconds, memory)
        try:
            answer = asked(keeper, parcel)
        except (OSError, EOFError, pickle.UnpicklingError):
            keeper.kill()
        else:
            idle(seconds, memory).put(keeper)
            return answer
    return Lost(late=False)


def free(seconds: int, memory: int) -> Keeper:
    """A keeper that has nothing to do, a new one where there is none."""
    try:
        return idle(seconds, memory).get_nowait()
    except Empty:
        return started(seconds, memory)


@lru_cache
def idle(seconds: int, memory: int) -> SimpleQueue[Keeper]:
    """The keepers with such limits that have nothing to do; a worker has as many as it has threads."""
    del seconds, memory  # they are only the cache's key
    return SimpleQueue()


def started(seconds: int, memory: int) -> Keeper:
    """A new keeper; it ends when this process does, since nothing comes any more."""
    command = [sys.executable, "-m", "converter.parcel", str(seconds), str(memory)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE)


def asked(keeper: Keeper, parcel: bytes) -> Studied | Lost:
    """What a keeper answers to a parcel."""
    assert keeper.stdin  # noqa: S101 (for the type checker)
    assert keeper.stdout  # noqa: S101
    keeper.stdin.write(parcel)
    keeper.stdin.flush()
    answer: Studied | Lost = pickle.load(keeper.stdout)  # noqa: S301 (our own process)
    return answer


# ---------------------------------------------------------------- the keeper


def main() -> None:
    """Study what comes, one parcel after the other, until nothing comes any more."""
    limits = Limits(seconds=int(sys.argv[1]), memory=int(sys.argv[2]), workers=1)
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # what a library prints is no answer
    with tempfile.TemporaryDirectory(prefix="pinpoint-") as folder, suppress(BrokenPipeError):
        for _, result in each(study, arriving(sys.stdin.buffer, Path(folder)), limits, ahead=1):
            pickle.dump(result, answers, pickle.HIGHEST_PROTOCOL)
            answers.flush()


def arriving(parcels: BinaryIO, folder: Path) -> Iterator[Task]:
    """The tasks that come, each with its files in the folder, where they lie until the next is asked for."""
    while True:
        try:
            parcel: Parcel = pickle.load(parcels)  # noqa: S301 (from who runs the converter)
        except EOFError:
            return
        yield unpacked(parcel, folder)


def unpacked(parcel: Parcel, folder: Path) -> Task:
    """The task of a parcel with its files laid in the folder, in place of those of the one before."""
    themes, sources = folder / THEMES, folder / "sources"
    shutil.rmtree(sources, ignore_errors=True)
    sources.mkdir()
    for name, content in parcel.files.items():
        (sources / name).write_bytes(content)
    themes.write_bytes(parcel.themes)
    prepare(themes, parcel.task.themes_digest)
    return replace(parcel.task, path=sources / parcel.task.path.name, themes=themes)


if __name__ == "__main__":
    main()
