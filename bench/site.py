"""What a site of many reports costs to build, to add to and to read, beside `pdftotext` and Material as it comes.

    python -m bench.site --n 57,431 --from ../shared/corpus/reports --work FOLDER
        [--add] [--baseline] [--serve] [--json FILE] [--record FILE]

For each number of reports: makes the corpus (`bench/corpus.py`; kept in FOLDER), copies the project as it stands, with
nothing built and nothing kept, and runs `make site` in it. `--baseline` then runs `pdftotext -layout` and Material
with its own search; `--add` puts one more report beside the others and builds again; `--serve` changes a report, a
sidecar and a template under `make serve`. All figures of one number come from one run, so ratios hold on any machine.
`--record` adds the tables to a file such as bench/RESULTS.md. Needs Linux.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bench.figures import section
from bench.plain import material, poppler
from bench.serving import PORT, serving, taken
from bench.staged import rows_in, stages_of
from bench.tree import Cost, cost_of
from bench.weights import weights
from converter.stages import VARIABLE

ROOT = Path(__file__).parent.parent
LEFT_BEHIND = {".git", ".venv", ".cache", "site"}
LISTED = 1000  # with more reports its navigation makes each page of Material larger than the report
STAMPS = ("requirements.txt", "requirements-dev.txt")
OWN = {"MAKEFLAGS", "MAKELEVEL", "MFLAGS", "MAKEOVERRIDES", "REPORTS", "SITE", "DOCS", "CACHE", "STRICT", VARIABLE}
OWN |= {f"{name}_DIR" for name in ("REPORTS", "SITE", "DOCS", "CACHE")}
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Place:
    """Where one number of reports is measured: its corpus, a copy of the project, logs."""

    count: int
    work: Path

    @property
    def corpus(self) -> Path:
        return self.work / f"corpus-{self.count}"

    @property
    def run(self) -> Path:
        return self.work / f"run-{self.count}"

    @property
    def project(self) -> Path:
        return self.run / "project"

    @property
    def reports(self) -> Path:
        return self.run / "reports"

    @property
    def site(self) -> Path:
        return self.project / "site"


def main() -> None:
    options = parsed()
    if options.serve and taken():
        sys.exit(f"bench.site: port {PORT} is in use, which make serve needs; end the other server first")
    work = options.work.resolve()
    work.mkdir(parents=True, exist_ok=True)
    found: Json = {**about(), "runs": []}
    for count in options.n:
        found["runs"].append(measured(Place(count, work), options))
        if options.json:
            options.json.write_text(json.dumps(found, indent=1) + "\n", encoding="utf-8")
    text = section(found)
    print(text)
    if options.record:
        with options.record.open("a", encoding="utf-8") as file:
            file.write(f"\n{text}")


def parsed() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--n", type=numbers, default=[57], help="how many reports, as in 57,431")
    parser.add_argument("--from", dest="source", type=Path, required=True, help="the real reports")
    parser.add_argument("--work", type=Path, required=True, help="a folder for what is made meanwhile")
    for name, text in (("add", "one more report"), ("baseline", "pdftotext, Material"), ("serve", "make serve")):
        parser.add_argument(f"--{name}", action="store_true", help=f"measure {text} too")
    parser.add_argument("--json", type=Path, help="write the figures to this file")
    parser.add_argument("--record", type=Path, help="add the tables to this file")
    return parser.parse_args()


def numbers(text: str) -> list[int]:
    return [int(part) for part in text.replace(",", " ").split()]


def about() -> Json:
    """What was measured, when and on what."""
    git = ["git", "-C", str(ROOT)]
    commit = subprocess.run([*git, "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=False)
    changed = subprocess.run([*git, "status", "--porcelain", "-uno"], capture_output=True, text=True, check=False)
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    return {
        "date": date.today().isoformat(),
        "commit": commit.stdout.strip() + (" with changes" if changed.stdout.strip() else ""),
        "command": f"python -m bench.site {' '.join(sys.argv[1:])}",
        "cores": len(os.sched_getaffinity(0)),
        "memory": memory,
        "load": os.getloadavg()[0],
    }


# ---------------------------------------------------------------- one number of reports


def measured(place: Place, options: argparse.Namespace) -> Json:
    """Every figure of one number of reports."""
    say(place, "the last run is removed, the corpus made")
    prepare(place, options.source)
    say(place, "cold build")
    cold = build(place, "cold")
    found: Json = {"n": place.count, **held(place), "cold": cold}
    if options.baseline:
        found["baseline"] = baseline(place)
    say(place, "weighing the site")
    found["weights"] = weights(place.site)
    if options.add:
        say(place, "one report added")
        add(place)
        found["added"] = build(place, "added")
        held(place, added=1)
    if options.serve:
        say(place, "make serve")
        found["serve"] = serving(place.project, place.reports, environment(), place.run / "serve.log")
    return found


def say(place: Place, what: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {place.count} reports: {what}", file=sys.stderr, flush=True)


def build(place: Place, name: str) -> Json:
    """`make site`, with what each of its stages took."""
    stages = place.run / f"{name}.stages"
    env = {**environment(), VARIABLE: str(stages)}
    os.sync()  # what was written before is not for this build to wait for
    cost = cost_of(["make", "site", f"REPORTS={place.reports}"], place.project, env, place.run / f"{name}.log")
    return {**figures(cost), "stages": [asdict(stage) for stage in stages_of(rows_in(stages), cost.samples)]}


def figures(cost: Cost) -> Json:
    return {"wall": cost.wall, "cpu": cost.cpu, "pss": cost.pss, "rss": cost.rss}


def baseline(place: Place) -> Json:
    """The same PDFs and the same Markdown with what everybody has."""
    env, pages, log = environment(), place.project / "docs" / "reports", place.run / "poppler.log"
    say(place, "pdftotext")
    found = {
        "pdftotext": poppler(place.reports, 1, env, log),
        "pdftotext, two at once": poppler(place.reports, 2, env, log),
    }
    say(place, "Material")
    if place.count <= LISTED:
        found["Material"] = material(pages, place.run / "material", env)
    found["Material, reports not in its navigation"] = material(pages, place.run / "material", env, listed=False)
    shutil.rmtree(place.run / "material")
    return {name: figures(cost) for name, cost in found.items()}


def environment() -> Mapping[str, str]:
    """What a shell in which nothing of this was set would have."""
    return {**{name: value for name, value in os.environ.items() if name not in OWN}, "NO_MKDOCS_2_WARNING": "1"}


def held(place: Place, added: int = 0) -> Json:
    """How much the site holds; ends the program where reports were merged or left out."""
    corpus = json.loads((place.project / "docs" / "reports" / "corpus.json").read_text(encoding="utf-8"))["reports"]
    own = sum(one["kind"] == "report" and not one["parent"] for one in corpus)
    if own != place.count + added:
        sys.exit(f"bench.site: of {place.count + added} reports {own} came out; the logs in {place.run} say why")
    counted = {name: sum(len(one[name]) for one in corpus) for name in ("paragraphs", "recommendations")}
    return {"documents": len(corpus), **counted}


# ---------------------------------------------------------------- what is prepared


def prepare(place: Place, source: Path) -> None:
    """The corpus, made once, and a fresh copy of the project with links to its files."""
    if not place.corpus.exists():
        make_corpus(place, source)
    shutil.rmtree(place.run, ignore_errors=True)
    shutil.copytree(place.corpus / "reports", place.reports, copy_function=os.link)
    names = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=True,
    ).stdout.split("\0")  # fmt: skip
    for name in names:
        if name and (ROOT / name).is_file() and Path(name).parts[0] not in LEFT_BEHIND:
            (place.project / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, place.project / name)
    (place.project / ".venv").symlink_to((ROOT / ".venv").resolve())
    for stamp in STAMPS:  # older than what was installed for them, so that make installs nothing
        os.utime(place.project / stamp, (0, 0))


def make_corpus(place: Place, source: Path) -> None:
    """One report more than asked for, the newest of which is put aside to be added later."""
    part = place.corpus.with_suffix(".part")
    shutil.rmtree(part, ignore_errors=True)
    command = [sys.executable, "-m", "bench.corpus", "--n", str(place.count + 1), "--from", str(source.resolve())]
    subprocess.run([*command, str(part / "reports")], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
    (part / "later").mkdir()
    for path in newest(part / "reports"):
        path.rename(part / "later" / path.name)
    part.rename(place.corpus)


def newest(reports: Path) -> tuple[Path, Path]:
    """The PDF of the last inspection, and its sidecar."""
    beside = [path for path in reports.glob("*.yml") if path.with_suffix(".pdf").is_file()]
    last = max(beside, key=lambda path: (ended(path), path.name))
    return last, last.with_suffix(".pdf")


def ended(sidecar: Path) -> str:
    rows = dict(row.partition(": ")[::2] for row in sidecar.read_text(encoding="utf-8").splitlines())
    return rows.get("end", "")


def add(place: Place) -> None:
    """Put the report that was put aside to the others."""
    for path in (place.corpus / "later").iterdir():
        shutil.copy2(path, place.reports / path.name)


if __name__ == "__main__":
    main()
