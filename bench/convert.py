"""How long a conversion takes beside what it cannot do without: ratios within one run.

    python bench/convert.py --reports FOLDER

Prints the time of a first conversion over that of reading the same files and parsing them as Markdown,
the time of a second run over the first, and the peak memory per report.
"""

from __future__ import annotations

import argparse
import resource
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import markdown

from converter.convert import Outcome, convert, find_sources
from converter.write.dialect import EXTENSIONS

Result = TypeVar("Result")
ROOT = Path(__file__).parent.parent


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    reports = parser.parse_args().reports
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)

        def run() -> Outcome:
            return convert(reports, folder / "docs", ROOT / "themes.yml", folder / "cache")

        first, outcome = timed(run)
        second, _ = timed(run)
        pages = [path.read_text(encoding="utf-8") for path in (folder / "docs").rglob("*.md")]
        plain, _ = timed(lambda: [markdown.markdown(page, extensions=list(EXTENSIONS)) for page in pages])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    count = len(find_sources(reports))
    print(f"{count} sources, {len(outcome.corpus.reports)} documents")
    print(f"first run / rendering its pages with Markdown   {first / plain:6.2f}")
    print(f"second run / first run                          {second / first:6.2f}")
    print(f"first run, seconds per source                   {first / count:6.3f}")
    print(f"peak memory, MiB                                {peak:6.0f}")


def timed(work: Callable[[], Result]) -> tuple[float, Result]:
    start = time.perf_counter()
    result = work()
    return time.perf_counter() - start, result


if __name__ == "__main__":
    main()
