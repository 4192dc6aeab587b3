"""What it costs to read reports on a Dask cluster instead of this machine, and from how many reports that pays.

    python -m bench.cluster --reports FOLDER [--rounds 2]

Converts the same reports with two workers of this machine, and with a scheduler and two workers of Dask on the same
machine: the same work, so the rest is what the cluster costs. Both in turn, best of the rounds, in seconds by the clock
and of processors. Then with everything read, which leaves linking and writing: no cluster helps with these. The last
table puts the figures together for machines like this one: the conversion here, and with more machines that read. Each
is taken to keep its two processors busy while it reads.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import psutil

from bench.convert import LEFT_OUT, ROOT, Cost, measured
from converter.job import find_sources

WORKERS = 2
SIZES = (100, 431, 2_000, 5_000)
MACHINES = (2, 4, 8)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    parser.add_argument("--rounds", type=int, default=2)
    options = parser.parse_args()
    sources = find_sources(options.reports)
    with tempfile.TemporaryDirectory() as name, cluster(Path(name)) as (file, processes):
        costs: dict[str, list[Cost]] = {"here": [], "cluster": [], "first here": [], "first cluster": [], "rest": []}
        first = Path(name) / "first"
        first.mkdir()
        (first / sources[0].name).symlink_to(sources[0].resolve())
        for at in range(options.rounds):
            out = Path(name) / str(at)
            there = ["--scheduler", address(file)]
            costs["first here"].append(measured(converting(first, out / "a", ["--workers", str(WORKERS)])))
            costs["first cluster"].append(with_cluster(converting(first, out / "b", there), processes))
            costs["here"].append(measured(converting(options.reports, out / "c", ["--workers", str(WORKERS)])))
            costs["cluster"].append(with_cluster(converting(options.reports, out / "d", there), processes))
            costs["rest"].append(measured(converting(options.reports, out / "d", [], again=True)))
    show(
        {name: Cost(min(c.clock for c in some), min(c.processor for c in some)) for name, some in costs.items()},
        sources,
    )


@contextmanager
def cluster(folder: Path) -> Iterator[tuple[Path, Sequence[psutil.Process]]]:
    """A scheduler, which says in a file where it is, and workers on this machine."""
    file = folder / "scheduler.json"
    place = ["--no-dashboard", "--scheduler-file", str(file)]
    worker = ["worker", "--nthreads", "1", "--local-directory", str(folder)]
    commands = [["scheduler", "--host", "127.0.0.1", "--port", "0"], *[worker] * WORKERS]
    every = [
        subprocess.Popen(
            [sys.executable, "-m", f"distributed.cli.dask_{what}", *place, *more],
            cwd=ROOT,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        for what, *more in commands
    ]
    try:
        while not file.is_file() or not file.stat().st_size:
            time.sleep(0.1)
        yield file, [psutil.Process(process.pid) for process in every]
    finally:
        for process in reversed(every):
            process.terminate()
            process.wait()


def address(file: Path) -> str:
    """Where the scheduler is."""
    return str(json.loads(file.read_text(encoding="utf-8"))["address"])


def converting(reports: Path, out: Path, options: Sequence[str], again: bool = False) -> Callable[[], None]:
    """A run of the converter; `again` with the pages gone and everything read."""
    places = [
        "--reports",
        str(reports),
        "--docs",
        str(out / ("again" if again else "docs")),
        "--cache",
        str(out / "cache"),
    ]
    command = [sys.executable, "-m", "converter", *places, *options]

    def run() -> None:
        done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
        if done.returncode not in {0, LEFT_OUT}:
            sys.exit(f"bench.cluster: the converter ended with {done.returncode}")

    return run


def with_cluster(work: Callable[[], None], processes: Sequence[psutil.Process]) -> Cost:
    """What a run costs with what its cluster used meanwhile."""
    before = sum(map(used_by, processes))
    cost = measured(work)
    return Cost(cost.clock, cost.processor + sum(map(used_by, processes)) - before)


def used_by(process: psutil.Process) -> float:
    """The processor seconds of a process and of all that it began."""
    return sum(sum(one.cpu_times()[:4]) for one in (process, *process.children(recursive=True)))


def show(costs: dict[str, Cost], sources: Sequence[Path]) -> None:
    """The figures, and what follows for machines like this one."""
    count = len(sources)
    print(f"{count} sources, {sum(path.stat().st_size for path in sources) / 1e6:.0f} MB; seconds: clock, processors")
    for name, cost in costs.items():
        print(f"{name:14} {cost.clock:8.2f} {cost.processor:8.2f}")
    here, there = ((costs[name].processor - costs["rest"].processor) / count for name in ("here", "cluster"))
    start = costs["first cluster"].clock - costs["first here"].clock
    rest = costs["rest"].clock / count
    print(f"reading a file: processor seconds here {here:.3f}, on the cluster {there:.3f}, ratio {there / here:.2f}")
    print(f"the rest, which is done here: seconds for a file {rest:.3f}")
    print(f"a cluster of which nothing was asked before begins {start:.1f} s later")
    print("conversion on machines like this one, in minutes")
    print("sources     here" + "".join(f"{machines:6} machines" for machines in MACHINES))
    for size in SIZES:
        apart = [start + size * (there / WORKERS / machines + rest) for machines in MACHINES]
        shown = "".join(f"{seconds / 60:15.1f}" for seconds in apart)
        print(f"{size:7} {size * (here / WORKERS + rest) / 60:8.1f}{shown}")


if __name__ == "__main__":
    main()
