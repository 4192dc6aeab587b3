"""What a command costs with all the processes that it begins: seconds, processor seconds, memory. Linux only.

Memory is read from /proc every quarter of a second: of pages that processes share, PSS counts each once and RSS once
for each process. A process that outlives the command belongs to it too: the command is done when all of them are.
"""

from __future__ import annotations

import ctypes
import os
import resource
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

EVERY = 0.25
QUIET, LITTLE = 5, 0.5  # seconds in each of which so many processor seconds are used at most
SUBREAPER = 36  # PR_SET_CHILD_SUBREAPER of prctl(2)
PROC = Path("/proc")


@dataclass(frozen=True, slots=True)
class Sample:
    """The memory of all processes at a moment, in bytes."""

    at: float
    pss: int
    rss: int


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took."""

    wall: float
    cpu: float
    samples: tuple[Sample, ...] = ()

    @property
    def pss(self) -> int:
        return max((sample.pss for sample in self.samples), default=0)

    @property
    def rss(self) -> int:
        return max((sample.rss for sample in self.samples), default=0)


def cost_of(command: Sequence[str], cwd: Path, env: Mapping[str, str], log: Path, fine: Collection[int] = (0,)) -> Cost:
    """Run a command to its end; one that ends otherwise than `fine` ends this program with its last lines."""
    others = frozenset(descendants(os.getpid()))
    start, before = time.monotonic(), processor()
    with log.open("ab") as out, orphans_adopted(), sampled(others) as samples:
        code = subprocess.run(
            command, cwd=cwd, env=env, stdin=subprocess.DEVNULL, stdout=out, stderr=out, check=False
        ).returncode
        await_orphans(others)
        wall = time.monotonic() - start
    if code not in fine:
        last = log.read_text(encoding="utf-8", errors="replace").splitlines()[-8:]
        sys.exit("\n".join([f"{' '.join(command)}: ended with {code}; the end of {log}:", *last]))
    return Cost(wall, processor() - before, tuple(samples))


def processor() -> float:
    """The processor seconds of all processes that have ended."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


@contextmanager
def orphans_adopted() -> Iterator[None]:
    """Meanwhile be the parent of processes that outlive theirs, so that they are counted."""
    library = ctypes.CDLL(None)
    library.prctl(SUBREAPER, 1, 0, 0, 0)
    try:
        yield
    finally:
        library.prctl(SUBREAPER, 0, 0, 0, 0)


def await_orphans(others: Collection[int]) -> None:
    """Wait until only the `others` are left of the processes below this one."""
    while left := list(descendants(os.getpid(), others)):
        with suppress(ChildProcessError):  # it is nobody's who has ended meanwhile
            os.waitpid(left[0], 0)


def await_rest(others: Collection[int], longest: float) -> None:
    """Wait until the processes below this one, but for the `others`, have had little to do for some seconds."""
    end, quiet, before = time.monotonic() + longest, 0, 0.0
    while quiet < QUIET and time.monotonic() < end:
        time.sleep(1)
        now = sum(map(used_by, descendants(os.getpid(), others)))
        quiet, before = (quiet + 1 if abs(now - before) < LITTLE else 0), now


def used_by(process: int) -> float:
    """The processor seconds of a process, and of those that it began and has seen end."""
    return sum(map(int, state_of(PROC / str(process))[11:15])) / os.sysconf("SC_CLK_TCK")


def end_all(others: Collection[int]) -> None:
    """End every process below this one but the `others`."""
    for process in descendants(os.getpid(), others):
        with suppress(ProcessLookupError):
            os.kill(process, signal.SIGKILL)
    await_orphans(others)


# ---------------------------------------------------------------- memory


@contextmanager
def sampled(others: Collection[int]) -> Iterator[list[Sample]]:
    """The samples that are taken meanwhile of all processes below this one but the `others`."""
    samples: list[Sample] = []
    done = threading.Event()

    def take() -> None:
        while not done.wait(EVERY):
            samples.append(sample(others))

    thread = threading.Thread(target=take, daemon=True)
    thread.start()
    try:
        yield samples
    finally:
        done.set()
        thread.join()


def sample(others: Collection[int]) -> Sample:
    sizes = [memory(process) for process in descendants(os.getpid(), others)]
    return Sample(time.monotonic(), sum(pss for pss, _ in sizes), sum(rss for _, rss in sizes))


def descendants(process: int, others: Collection[int] = ()) -> Iterator[int]:
    """Every process that `process` began but the `others`, and what those began: parents before their children."""
    parents = {int(folder.name): parent_of(folder) for folder in PROC.iterdir() if folder.name.isdigit()}
    found = {process}
    while more := {child for child, parent in parents.items() if parent in found} - found - {*others}:
        yield from sorted(more)
        found |= more


def parent_of(folder: Path) -> int:
    """The parent of a process; 0 of one that has just ended."""
    state = state_of(folder)
    return int(state[1]) if state else 0


def state_of(folder: Path) -> Sequence[str]:
    """What /proc says of a process after its name; nothing of one that has just ended."""
    try:
        return (folder / "stat").read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
    except OSError:
        return ()


def memory(process: int) -> tuple[int, int]:
    """PSS and RSS of a process in bytes; nothing of one that has just ended."""
    try:
        rows = (PROC / str(process) / "smaps_rollup").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0, 0
    sizes = {
        name: int(rest.split()[0]) for name, _, rest in (row.partition(":") for row in rows) if rest.endswith("kB")
    }
    return sizes.get("Pss", 0) * 1024, sizes.get("Rss", 0) * 1024
