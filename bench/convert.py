"""How long a conversion takes beside `pdftotext -layout` on the same PDFs: ratios within one run.

    python -m bench.convert --reports FOLDER [--rounds 3]

Prints seconds per report for the whole conversion (read, recognise, themes, link, write) with one worker and for
pdftotext alone, their ratio, the same in processor seconds, what all processors make of it, a second run with
nothing changed over the first, and the peak memory. Every round runs each in turn; the best of each counts.
"""

from __future__ import annotations

import argparse
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from converter.job import find_sources

ROOT = Path(__file__).parent.parent
LEFT_OUT = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What a command took: seconds by the clock, and processor seconds of it and its children."""

    clock: float
    processor: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sources = [path for path in find_sources(options.reports) if path.suffix.lower() == ".pdf"]
    if not sources or not shutil.which("pdftotext"):
        sys.exit("bench.convert: needs PDFs below --reports, and pdftotext (Debian: poppler-utils)")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = gathered(sources, folder / "reports")
        costs: dict[str, list[Cost]] = {"poppler": [], "one worker": [], "again": [], "all processors": []}
        for round_ in range(options.rounds):
            out = folder / str(round_)
            costs["poppler"].append(measured(lambda: poppler(sources, folder / "text")))
            costs["one worker"].append(measured(lambda out=out: ours(reports, out / "one", 1)))  # type: ignore[misc]
            costs["again"].append(measured(lambda out=out: ours(reports, out / "one", 1)))  # type: ignore[misc]
            costs["all processors"].append(measured(lambda out=out: ours(reports, out / "all", 0)))  # type: ignore[misc]
            print(f"round {round_ + 1} of {options.rounds} done", file=sys.stderr, flush=True)
    show(costs, len(sources))


def gathered(sources: Sequence[Path], folder: Path) -> Path:
    """A folder with a link to each of the sources."""
    folder.mkdir()
    for number, path in enumerate(sources):
        (folder / f"{number}-{path.name}").symlink_to(path.resolve())
    return folder


def show(costs: dict[str, list[Cost]], count: int) -> None:
    """The table of figures."""
    clock = {name: min(cost.clock for cost in some) for name, some in costs.items()}
    used = {name: min(cost.processor for cost in some) for name, some in costs.items()}
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{count} PDFs")
    print(f"pdftotext -layout, seconds per report             {clock['poppler'] / count:7.3f}")
    print(f"conversion, one worker, seconds per report        {clock['one worker'] / count:7.3f}")
    print(f"conversion, all processors, seconds per report    {clock['all processors'] / count:7.3f}")
    print(f"conversion, one worker / pdftotext                {clock['one worker'] / clock['poppler']:7.2f}")
    print(f"the same in processor seconds                     {used['one worker'] / used['poppler']:7.2f}")
    print(f"second run with nothing changed / first           {clock['again'] / clock['one worker']:7.3f}")
    print(f"peak memory of one process, MiB                   {peak:7.0f}")


def poppler(sources: Sequence[Path], text: Path) -> None:
    for path in sources:
        subprocess.run(["pdftotext", "-layout", str(path), str(text)], check=True, stderr=subprocess.DEVNULL)


def ours(reports: Path, out: Path, workers: int) -> None:
    places = ["--reports", str(reports), "--docs", str(out / "docs"), "--cache", str(out / "cache")]
    command = [sys.executable, "-m", "converter", *places, "--workers", str(workers)]
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.DEVNULL, check=False)
    if done.returncode not in {0, LEFT_OUT}:
        sys.exit(f"bench.convert: the converter ended with {done.returncode}")


def measured(work: Callable[[], None]) -> Cost:
    before, start = processor(), time.perf_counter()
    work()
    return Cost(time.perf_counter() - start, processor() - before)


def processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    main()
