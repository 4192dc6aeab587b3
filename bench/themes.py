"""What themes cost in a conversion, and how near they come to what readers gave.

    python -m bench.themes --reports FOLDER [--rounds 3]

Converts the PDFs of the folder in one process and times its parts in processor seconds: reading and recognising, giving
themes (with reading `themes.yml` once), linking and writing. Of each part and file the best of the rounds counts, so
the share of themes does not hang on what else the machine does. Where the paragraphs of `tests/themes_readings.csv` are
among them, prints how the themes agree with the readers': for those that the points in `themes.yml` were fitted to, and
for those of other reports.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from readings import readings, score  # noqa: E402

from converter.convert import take_in  # noqa: E402
from converter.errors import ReportError  # noqa: E402
from converter.job import Job, find_sources  # noqa: E402
from converter.link import link  # noqa: E402
from converter.link.themed import with_themes  # noqa: E402
from converter.model import Report  # noqa: E402
from converter.study import understood  # noqa: E402
from converter.themes import Theme, load_themes, themes_of  # noqa: E402
from converter.write import write  # noqa: E402

CATALOGUE = ROOT / "themes.yml"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sources = [path for path in find_sources(options.reports) if path.suffix.lower() == ".pdf"]
    costs: dict[tuple[str, str], float] = {}
    with tempfile.TemporaryDirectory() as name:
        for at in range(options.rounds):
            for part, seconds in one_round(sources, Path(name) / str(at)):
                costs[part] = min(seconds, costs.get(part, seconds))
            print(f"round {at + 1} of {options.rounds} done", file=sys.stderr, flush=True)
        themes = sum(seconds for (kind, _), seconds in costs.items() if kind == "themes")
        others = sum(seconds for (kind, _), seconds in costs.items() if kind != "themes")
        print(f"{len(sources)} PDFs")
        print(f"read, recognise, link, write, processor seconds   {others:7.2f}")
        print(f"themes                                            {themes:7.2f}")
        print(f"themes add                                        {themes / others:7.1%}")
        agree(options.reports, Path(name))


def one_round(sources: list[Path], docs: Path) -> Iterator[tuple[tuple[str, str], float]]:
    """One conversion with what each part of it took: its kind, its file, processor seconds."""
    start = time.process_time()
    catalogue = load_themes(CATALOGUE)
    themes_of("", (), catalogue)
    yield ("themes", "catalogue"), time.process_time() - start
    made: list[Report] = []
    for path in sources:
        start = time.process_time()
        try:
            reports = understood(path)
        except ReportError:
            continue
        middle = time.process_time()
        made += [with_themes(report, catalogue) for report in reports]
        yield ("read", path.name), middle - start
        yield ("themes", path.name), time.process_time() - middle
    start = time.process_time()
    finish(made, catalogue, docs)
    yield ("write", ""), time.process_time() - start


def finish(made: list[Report], catalogue: tuple[Theme, ...], docs: Path) -> None:
    write(link(made, publish=False), catalogue, docs, {})


def agree(reports: Path, folder: Path) -> None:
    """How the themes of the paragraphs agree with those of readers."""
    job = Job(reports, folder / "docs", ROOT / "themes.yml", folder / "cache")
    corpus = take_in(job).corpus(job)
    given = {
        (source.file, paragraph.number): corpus.themes.get((report.id, paragraph.anchor), ())
        for report in corpus.reports
        for source in report.sources
        for _, paragraph in report.paragraphs()
    }
    for part in ("fitted", "held out"):
        found = score(readings(part), given)
        print(f"{part:9} {found.paragraphs:5} paragraphs, F1 {found.f1:.3f}, main theme {found.main:.3f}")


if __name__ == "__main__":
    main()
