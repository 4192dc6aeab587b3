"""What themes cost in a conversion, and how near they come to what readers gave.

    python -m bench.themes --reports FOLDER [--rounds 3]

Converts the PDFs of the folder whole (read, recognise, link, write) with one worker, in turn with the project's
themes and with a catalogue of one theme that nothing speaks for; the best of each counts, in processor seconds. Where
the paragraphs of `tests/themes_readings.csv` are among them, prints how the themes agree with the readers': for the
paragraphs that the points in `themes.yml` were fitted to, and for those of other reports.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from readings import readings, score  # noqa: E402

from bench.convert import gathered, measured, ours  # noqa: E402
from converter.convert import take_in  # noqa: E402
from converter.job import Job, find_sources  # noqa: E402

NONE = "- slug: none\n  name: None\n  description: Nothing.\n  headings: {}\n  evidence: {1: [zzyzx]}\n"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=Path, default=ROOT / "reports")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    sources = [path for path in find_sources(options.reports) if path.suffix.lower() == ".pdf"]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        reports = gathered(sources, folder / "reports")
        (folder / "none.yml").write_text(NONE, encoding="utf-8")
        costs: dict[str, list[float]] = {"with": [], "without": []}
        for at in range(options.rounds):
            for kind, themes in (("without", folder / "none.yml"), ("with", ROOT / "themes.yml")):
                out = folder / f"{kind}-{at}"
                done = measured(lambda out=out, themes=themes: ours(reports, out, 1, themes))  # type: ignore[misc]
                costs[kind].append(done.processor)
            print(f"round {at + 1} of {options.rounds} done", file=sys.stderr, flush=True)
        with_, without = min(costs["with"]), min(costs["without"])
        print(f"{len(sources)} PDFs")
        print(f"conversion without themes, processor seconds      {without:7.2f}")
        print(f"with themes                                       {with_:7.2f}")
        print(f"themes add                                        {with_ / without - 1:7.1%}")
        agree(options.reports, folder)


def agree(reports: Path, folder: Path) -> None:
    """How the themes of the paragraphs agree with those of readers."""
    corpus = take_in(Job(reports, folder / "docs", ROOT / "themes.yml", folder / "cache")).corpus(publish=True)
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
