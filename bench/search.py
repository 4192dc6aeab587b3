"""What a reader's machine fetches and how long results take, on a site of 431 reports, beside Material's own search.

    python -m bench.search --reports FOLDER

The reports of the folder are repeated under other places' names until there are 431. Both searches hold the same
paragraphs, are served compressed by one server of this machine and opened in one Chromium; queries come from the
paragraphs themselves, the same in every run.
"""

from __future__ import annotations

import argparse
import copy
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, sync_playwright

from bench.served import served
from converter.convert import convert
from converter.job import Job
from converter.site.corpus import Json, load_corpus
from converter.site.search import build_search

ROOT = Path(__file__).parent.parent
REPORTS, QUERIES, SEED = 431, 20, 5
PHONE: Any = {"width": 390, "height": 844}
SYLLABLES = ("ar", "bel", "cor", "den", "el", "fan", "gar", "hol", "in", "kel", "lor", "mar", "nor", "os", "pel", "ros")
MATERIAL = """site_name: Material's search
docs_dir: {docs}
site_dir: {site}
theme: {{name: material, font: false}}
plugins: [search]
markdown_extensions: [attr_list]
validation:
  nav: {{omitted_files: ignore}}
  links: {{not_found: ignore, anchors: ignore, unrecognized_links: ignore, absolute_links: ignore}}
"""


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=Path, default=Path("reports"))
    folder = parser.parse_args().reports
    with tempfile.TemporaryDirectory(prefix="pinpoint-bench-") as name:
        work = Path(name)
        corpus = repeated(converted(folder, work))
        count = sum(len(report["paragraphs"]) for report in corpus["reports"])
        print(f"{len(corpus['reports'])} documents, {count:,} paragraphs, from {folder}")
        site = site_of(corpus, work)
        material = material_of(corpus, work)
        with served(site) as ours, served(material) as theirs:
            measure(ours, theirs, queries(corpus))


def converted(folder: Path, work: Path) -> Json:
    docs = work / "docs"
    docs.mkdir()
    convert(Job(folder, docs, ROOT / "themes.yml", work / "cache"))
    return load_corpus(docs)


def repeated(corpus: Json) -> Json:
    """The reports again and again, each time of other places, until there are enough."""
    found = [report for report in corpus["reports"] if report["kind"] == "report" and report["paragraphs"]]
    reports = []
    for at in range(REPORTS):
        report = copy.deepcopy(found[at % len(found)])
        if at >= len(found):
            place = place_name(random.Random(at))  # noqa: S311 (no secret)
            report["id"] = f"{place.lower()}/{report['id'].rpartition('/')[2]}"
            report["url"] = f"/reports/{report['id']}/"
            report["short"] = f"{place} {report['short'][-4:]}"
            report["authority"] = {"slug": place.lower(), "name": place}
        reports.append(report)
    return {**corpus, "reports": reports}


def place_name(chance: random.Random) -> str:
    return "".join(chance.choices(SYLLABLES, k=3)).capitalize()


def site_of(corpus: Json, work: Path) -> Path:
    """A site with its search page and the index of all paragraphs."""
    site = work / "site"
    env = {**os.environ, "DOCS_DIR": str(work / "pages"), "SITE_DIR": str(site), "NO_MKDOCS_2_WARNING": "1"}
    env["REPORTS_DIR"] = str(work)
    shutil.copytree(ROOT / "docs", work / "pages", ignore=shutil.ignore_patterns("reports"))
    subprocess.run([sys.executable, "-m", "mkdocs", "build", "--quiet"], cwd=ROOT, env=env, check=True)
    shutil.rmtree(site / "pagefind")
    build_search(corpus, site)
    return site


def material_of(corpus: Json, work: Path) -> Path:
    """The same paragraphs as pages of Material with its own search."""
    docs, site = work / "material-docs", work / "material"
    docs.mkdir()
    (docs / "index.md").write_text("# Search\n", encoding="utf-8")
    for at, report in enumerate(corpus["reports"]):
        lines = [f"# {report['title']}", *(f"{row['text']}\n{{ #{row['anchor']} }}" for row in report["paragraphs"])]
        (docs / f"report-{at}.md").write_text("\n\n".join(lines), encoding="utf-8")
    settings = work / "mkdocs.yml"
    settings.write_text(MATERIAL.format(docs=docs, site=site), encoding="utf-8")
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "-f", str(settings)]
    subprocess.run(command, env={**os.environ, "NO_MKDOCS_2_WARNING": "1"}, check=True)
    return site


def queries(corpus: Json) -> list[str]:
    """Two or three words that stand together in some paragraph, the same for the same corpus."""
    chance = random.Random(SEED)  # noqa: S311 (no secret)
    rows = [row for report in corpus["reports"] for row in report["paragraphs"]]
    return list(pick(chance, rows))


def pick(chance: random.Random, rows: list[Json]) -> Iterator[str]:
    seen: set[str] = set()
    while len(seen) < QUERIES:
        words = [word.strip(".,;:()’'\"") for word in chance.choice(rows)["text"].split()]
        words = [word.lower() for word in words if len(word) > 4 and word.isalpha()]
        if len(words) >= 3 and words[0] not in seen:
            at = chance.randrange(len(words) - 2)
            seen.add(words[0])
            yield " ".join(words[at : at + chance.choice((1, 2, 3))])


# ---------------------------------------------------------------- measuring


class Fetched:
    """The bytes of all answers that a page has received."""

    def __init__(self, page: Page) -> None:
        self.requests: list[Any] = []
        page.on("requestfinished", lambda request: self.requests.append(request))

    def take(self) -> int:
        """The bytes since it was last asked."""
        taken, self.requests = self.requests, []
        return sum(request.sizes()["responseBodySize"] for request in taken)


def measure(site: str, material: str, asked: list[str]) -> None:
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        page = chromium.new_page(viewport=PHONE)  # on a wider page the filters are fetched after the first results
        fetched = Fetched(page)
        page.goto(f"{site}search/")
        page.wait_for_load_state("networkidle")
        shell = fetched.take()
        times, sizes = [], []
        for query in asked:
            times.append(results_after(page, query))
            page.wait_for_load_state("networkidle")
            page.wait_for_timeout(150)
            sizes.append(fetched.take())
        opened = fetched.take()
        page.locator("#search-filters > summary").click()
        page.wait_for_selector(".filters__lists input")
        page.wait_for_timeout(300)
        opened += fetched.take()
        first = shell + sizes[0]
        page.close()
        page = chromium.new_page()
        fetched = Fetched(page)
        page.goto(material)
        page.wait_for_load_state("networkidle")
        other = fetched.take()
        page.keyboard.press("/")
        page.keyboard.type(asked[0])
        page.wait_for_selector(".md-search-result__item", timeout=120_000)
        other += fetched.take()
        chromium.close()
    further = [size / 1000 for size in sizes[1:]]
    print(f"opening search to first results {first / 1000:8,.0f} KB, of which the page itself {shell / 1000:,.0f} KB")
    print(f"each further query, median      {statistics.median(further):8,.0f} KB, most {max(further):,.0f} KB")
    print(f"filters when first opened       {opened / 1000:8,.0f} KB")
    print(f"last key to results, median     {statistics.median(times):8,.0f} ms, most {max(times):,.0f} ms")
    print(f"Material's own search           {other / 1000:8,.0f} KB: {other / first:.1f} times as much")


def results_after(page: Page, query: str) -> float:
    """The milliseconds from the last key of a query to its first results on the screen."""
    page.locator("#search-q").fill("")
    page.wait_for_function("document.querySelectorAll('#search-results li').length === 0")
    page.locator("#search-q").focus()
    page.evaluate(
        """() => {
            const field = document.querySelector("#search-q");
            const list = document.querySelector("#search-results");
            window.took = undefined;
            let last;
            field.addEventListener("input", () => { last = performance.now(); window.took = undefined; });
            new MutationObserver(() => {
                if (!list.children.length || new URL(location.href).searchParams.get("q") !== field.value) return;
                requestAnimationFrame(() => { window.took ??= performance.now() - last; });
            }).observe(list, { childList: true });
        }"""
    )
    page.keyboard.type(query, delay=25)
    page.wait_for_timeout(700)
    page.wait_for_function("window.took !== undefined", timeout=20_000)
    return float(page.evaluate("window.took"))


if __name__ == "__main__":
    main()
