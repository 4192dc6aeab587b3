"""Holds a built site to Lighthouse: performance, accessibility, best practices and SEO of each kind of page.

    python -m bench.lighthouse SITE [--runs 3] [--pages home report] [--presets mobile desktop] [--keep FOLDER]

The site is served compressed by this machine and opened in Debian's Chromium; of each kind the page with the most HTML
is taken. Performance is the median of the runs, all of which are told: a shared machine is noisy. Ends with 1 where a
page is under the bar, with what failed there.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.largest import KINDS, largest
from bench.served import served

ROOT = Path(__file__).parent.parent
PACKAGE = "lighthouse@12.8.2"  # the last for Node 20; 13 needs Node 22.19
BAR = {"performance": 95, "accessibility": 100, "best-practices": 100, "seo": 95}
SHORT = {"performance": "perf", "accessibility": "a11y", "best-practices": "best", "seo": "seo"}
METRICS = {"first-contentful-paint": "FCP", "largest-contentful-paint": "LCP", "total-blocking-time": "TBT"}
METRICS |= {"cumulative-layout-shift": "CLS", "speed-index": "SI"}
PRESETS: Mapping[str, Sequence[str]] = {"mobile": (), "desktop": ("--preset=desktop",)}
CHROME = "--headless=new --no-sandbox --disable-gpu"
SHOWN = 4  # elements of an audit that failed
SECONDS = 180
Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Found:
    """What the runs of one page in one preset found; the first run tells which audits failed."""

    kind: str
    preset: str
    address: str
    runs: tuple[Json, ...]

    def scores(self, category: str) -> list[int]:
        """The score of each run."""
        return [round(100 * (run["categories"][category]["score"] or 0)) for run in self.runs]

    def score(self, category: str) -> int:
        """What counts: the median for performance; no run may be worse for what no noise changes."""
        scores = self.scores(category)
        return round(statistics.median(scores)) if category == "performance" else min(scores)

    @property
    def low(self) -> list[str]:
        """The categories under the bar."""
        return [category for category, least in BAR.items() if self.score(category) < least]

    def metric(self, name: str) -> float:
        """The median of the runs, in the metric's own unit."""
        return float(statistics.median(run["audits"][name]["numericValue"] for run in self.runs))

    @property
    def fetched(self) -> float:
        """The kilobytes that a first visit transfers."""
        rows = self.runs[0]["audits"]["network-requests"]["details"]["items"]
        return float(sum(row.get("transferSize", 0) for row in rows)) / 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--pages", nargs="+", choices=KINDS, default=list(KINDS))
    parser.add_argument("--presets", nargs="+", choices=PRESETS, default=list(PRESETS))
    parser.add_argument("--keep", type=Path, help="a folder for the reports of all runs, as JSON")
    options = parser.parse_args()
    program = installed(ROOT / ".cache" / "lighthouse")
    print(heading())
    found = []
    with served(options.site.resolve()) as base:
        for kind, path in largest(options.site, options.pages).items():
            for preset in options.presets:
                runs = tuple(run(program, base + path, preset) for _ in range(options.runs))
                found.append(Found(kind, preset, path, runs))
                print(row(found[-1]), flush=True)
    if options.keep:
        keep(found, options.keep)
    low = [one for one in found if one.low]
    for one in low:
        print("\n" + "\n".join(shortcomings(one)))
    sys.exit(1 if low else 0)


def installed(folder: Path) -> Path:
    """Lighthouse itself, which npm puts into the folder once."""
    program = folder / "node_modules" / ".bin" / "lighthouse"
    if not shutil.which("node") or not shutil.which("npm"):
        sys.exit("bench.lighthouse: needs Node and npm; on Debian: apt install nodejs npm")
    if not (folder / f"{PACKAGE}.done").is_file():
        folder.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(folder), "--no-audit", "--no-fund", "--loglevel=error", PACKAGE]
        if subprocess.run(command, check=False).returncode:
            sys.exit(f"bench.lighthouse: npm could not install {PACKAGE}; try again when its registry can be reached")
        (folder / f"{PACKAGE}.done").touch()
    return program


def run(program: Path, address: str, preset: str) -> Json:
    """What Lighthouse says of one page, opened afresh."""
    with tempfile.TemporaryDirectory(prefix="lighthouse-") as name:
        out = Path(name) / "report.json"
        categories = f"--only-categories={','.join(BAR)}"
        output = ["--quiet", "--output=json", f"--output-path={out}", f"--chrome-flags={CHROME}", categories]
        chromium = shutil.which("chromium") or shutil.which("google-chrome") or "chromium"
        done = subprocess.run(
            [str(program), address, *output, *PRESETS[preset]],
            env={**os.environ, "CHROME_PATH": chromium, "TMPDIR": name},
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
        if not out.is_file():
            sys.exit(f"bench.lighthouse: {address} ended with {done.returncode}: {done.stderr.strip()[-400:]}")
        made: Json = json.loads(out.read_text(encoding="utf-8"))
        return made


# ---------------------------------------------------------------- what is printed


def heading() -> str:
    scores = "".join(f"{SHORT[category] + ' ' + str(least):>9}" for category, least in BAR.items())
    return (
        f"{'page':16} {'preset':8}{scores}" + "".join(f"{name:>7}" for name in METRICS.values()) + "     KB  all runs"
    )


def row(one: Found) -> str:
    """One line of the table: what counts, the median of each metric, and the performance of every run."""
    marks = "".join(f"{one.score(category):8}{'!' if category in one.low else ' '}" for category in BAR)
    metrics = "".join(f"{shown(name, one.metric(name)):>7}" for name in METRICS)
    runs = " ".join(map(str, one.scores("performance")))
    return f"{one.kind:16} {one.preset:8}{marks}{metrics} {one.fetched:6.0f}  {runs}"


def shown(metric: str, value: float) -> str:
    return f"{value:.3f}" if metric == "cumulative-layout-shift" else f"{value / 1000:.2f}"


def shortcomings(one: Found) -> Iterator[str]:
    """What a page under the bar failed, with the elements that Lighthouse names."""
    yield f"{one.kind}, {one.preset} (/{one.address}): {', '.join(f'{name} {one.score(name)}' for name in one.low)}"
    report = one.runs[0]
    for category in one.low:
        for reference in report["categories"][category]["auditRefs"]:
            audit = report["audits"][reference["id"]]
            if audit["score"] is not None and audit["score"] < 1 and audit["scoreDisplayMode"] != "informative":
                yield f"  {SHORT[category]}: {audit['id']}: {audit['title']} {audit.get('displayValue', '')}".rstrip()
                yield from (f"      {line}" for line in elements(audit)[:SHOWN])


def elements(audit: Json) -> list[str]:
    """The elements or files that an audit names."""
    items = (audit.get("details") or {}).get("items") or []
    named = (item.get("node") or item.get("source") or item.get("url") for item in items if isinstance(item, dict))
    return [one.get("selector") or one.get("url", "") if isinstance(one, dict) else str(one) for one in named if one]


def keep(found: Sequence[Found], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for one in found:
        for at, report in enumerate(one.runs):
            name = f"{one.kind.replace(' ', '-')}-{one.preset}-{at}.json"
            (folder / name).write_text(json.dumps(report), encoding="utf-8")


if __name__ == "__main__":
    main()
