"""What a committee pack of about 300 pages costs: seconds, memory, and the ratio to `pdftotext -layout` on it.

    python -m bench.packs [--pages 300] [--rounds 3]

The packs are the fictional ones of the tests, their papers repeated until they have the pages. Each is converted
whole (read, recognise, themes, link, write) with one worker, in turn with pdftotext; the best of each counts, and
the memory of the largest process so far.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from pathlib import Path

import pypdfium2

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from samples.pack_pdf import long_pack, write  # noqa: E402
from samples.packs import packs  # noqa: E402

from bench.convert import measured, ours, poppler  # noqa: E402


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=300)
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    print("pack                                      pages  seconds  processor  to pdftotext   MiB")
    with tempfile.TemporaryDirectory() as name:
        for pack in packs():
            folder = Path(name) / pack.name
            reports = folder / "reports"
            reports.mkdir(parents=True)
            path = reports / f"{pack.name}.pdf"
            write(path, long_pack(pack, options.pages))
            pages = len(pypdfium2.PdfDocument(path))
            theirs = min(
                measured(lambda path=path, folder=folder: poppler([path], folder / "text")).processor  # type: ignore[misc]
                for _ in range(options.rounds)
            )
            costs = [
                measured(lambda at=at, folder=folder, reports=reports: ours(reports, folder / str(at), 1))  # type: ignore[misc]
                for at in range(options.rounds)
            ]
            clock, own = min(cost.clock for cost in costs), min(cost.processor for cost in costs)
            peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
            print(f"{pack.name:40} {pages:6} {clock:8.1f} {own:10.1f} {own / theirs:13.2f} {peak:5.0f}")


if __name__ == "__main__":
    main()
