"""What the pages of a built site weigh: reports beside their text, each kind of page, a first visit, the whole site."""

from __future__ import annotations

import json
import re
import shutil
import statistics
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from html import unescape
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from bench.served import served

Json = dict[str, Any]
HEAVY = 400_000  # bytes of HTML that no page should pass
BODY = re.compile(r"<body\b.*</body>", re.DOTALL)
MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|template)\b.*?</\1>|<!--.*?-->", re.DOTALL)
TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True, slots=True)
class Weight:
    """A report's page: bytes of its HTML, of the text that the page shows, and of that in its <main>."""

    page: str
    html: int
    text: int
    main: int


def weights(site: Path) -> Json:
    """Everything that is measured of a site, as figures with names."""
    pages = {path.parent.relative_to(site).as_posix(): path.stat().st_size for path in site.rglob("index.html")}
    documents = {row["url"].strip("/"): row["kind"] for row in documents_of(site)}
    reports = sorted(
        (weight(site, page) for page, kind in documents.items() if kind == "report" and page in pages),
        key=lambda one: one.html,
    )
    files = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    heavy = sorted((page for page, size in pages.items() if size > HEAVY), key=lambda page: -pages[page])
    return {
        "files": len(files),
        "bytes": sum(files),
        "pages": len(pages),
        "heavy": {page: pages[page] for page in heavy},
        "kinds": kinds(pages, documents),
        "reports": of_reports(reports),
        "first_visit": first_visits(site, [reports[len(reports) // 2].page, reports[-1].page]) if reports else {},
    }


def documents_of(site: Path) -> Sequence[Json]:
    found: Sequence[Json] = json.loads((site / "data" / "reports.json").read_text(encoding="utf-8"))["reports"]
    return found


# ---------------------------------------------------------------- reports beside their text


def weight(site: Path, page: str) -> Weight:
    html = (site / page / "index.html").read_text(encoding="utf-8")
    return Weight(page, len(html.encode()), shown(html, BODY), shown(html, MAIN))


def shown(html: str, part: re.Pattern[str]) -> int:
    """The bytes of the text in a part of a page, spaces between words counted once."""
    found = part.search(html)
    text = unescape(TAG.sub(" ", UNSEEN.sub(" ", found[0]))) if found else ""
    return len(" ".join(text.split()).encode())


def of_reports(reports: Sequence[Weight]) -> Json:
    """The median and the largest page, and the ratio of HTML to text: median, most, and how many above two."""
    if not reports:
        return {}
    whole = [one.html / one.text for one in reports]
    main = [one.html / one.main for one in reports if one.main]
    return {
        "count": len(reports),
        "median": asdict(reports[len(reports) // 2]),
        "largest": asdict(reports[-1]),
        "ratio": {"median": statistics.median(whole), "most": max(whole), "above 2": sum(r > 2 for r in whole)},
        "ratio_main": {"median": statistics.median(main), "most": max(main)} if main else {},
    }


# ---------------------------------------------------------------- kinds of pages


def kinds(pages: dict[str, int], documents: dict[str, str]) -> Json:
    """Of each kind of page how many there are, and the one with the most HTML."""
    found: dict[str, list[tuple[int, str]]] = {}
    for page, size in pages.items():
        found.setdefault(kind_of(page, documents), []).append((size, page))
    return {kind: {"count": len(some), "bytes": max(some)[0], "page": max(some)[1]} for kind, some in found.items()}


def kind_of(page: str, documents: dict[str, str]) -> str:
    """A document's kind, or where the page stands: `themes/*/*` for the page of a place in a theme."""
    if page in documents:
        return documents[page]
    parts = page.split("/")
    if parts[0] == "reports" and "/".join(parts[:-1]) in documents:
        return "paragraph"
    return "home" if page == "." else "/".join([parts[0], *("*" for _ in parts[1:])])


# ---------------------------------------------------------------- a first visit


def first_visits(site: Path, pages: Sequence[str]) -> Json:
    """What a browser new to the site fetches for the median and for the largest report, compressed."""
    with served(site) as address, sync_playwright() as playwright:
        chromium = playwright.chromium.launch(
            executable_path=shutil.which("chromium") or shutil.which("google-chrome"),
            args=["--no-sandbox", "--disable-gpu"],
        )
        try:
            found = [visit(chromium, f"{address}{page}/") for page in pages]
        finally:
            chromium.close()
    return dict(zip(("median", "largest"), found, strict=True))


def visit(chromium: Browser, address: str) -> Json:
    """The bytes of the answers to a first visit, also of what is fetched a little later, and how many there were."""
    page = chromium.new_page()
    requests: list[Any] = []
    page.on("requestfinished", lambda request: requests.append(request))
    page.goto(address)
    page.wait_for_load_state("networkidle")
    page.wait_for_timeout(500)
    sizes = list(received(requests))
    page.close()
    return {"bytes": sum(sizes), "requests": len(sizes)}


def received(requests: Sequence[Any]) -> Iterator[int]:
    for request in list(requests):
        sizes = request.sizes()
        yield sizes["responseBodySize"] + sizes["responseHeadersSize"]
