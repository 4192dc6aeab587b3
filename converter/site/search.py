"""The search index: Pagefind reads one small page per paragraph, so that results are paragraphs."""

from __future__ import annotations

import html
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pagefind_bin

from converter.errors import PinpointError
from converter.site.corpus import Held, Json, blocks, reference, year

SHORTEST = 4
NOTHING = (  # Pagefind fails where there is no page at all
    "none.html",
    '<!doctype html><html lang="en"><head><title>No report is held yet</title></head><body><main data-pagefind-body>'
    '<div data-pagefind-ignore><i data-pagefind-meta="url">about/</i></div><p>No report is held yet.</p>'
    "</main></body></html>",
)


def build_search(corpus: Json, site: Path) -> None:
    """Write the search index into `site`/pagefind; raises PinpointError with Pagefind's last line where it fails."""
    with tempfile.TemporaryDirectory(prefix="pinpoint-search-") as folder:
        for path, content in search_pages(corpus) if corpus["reports"] else [NOTHING]:
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        run_pagefind(Path(folder), site / "pagefind")


def run_pagefind(source: Path, target: Path) -> None:
    command = [
        str(pagefind_bin.get_executable()),
        "--site",
        str(source),
        "--output-path",
        str(target),
        "--force-language",
        "en",
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        said = (done.stderr or done.stdout).strip().splitlines()
        raise PinpointError(f"search index: Pagefind failed ({said[-1] if said else done.returncode}); see its output")


def search_pages(corpus: Json) -> Iterator[tuple[str, str]]:
    """The page that stands for each addressed block in the index, and its path there."""
    for held in blocks(corpus):
        if len(held.row["text"].split()) >= SHORTEST:
            yield f"{held.report['id']}/{held.row['anchor']}.html", search_page(held)


def search_page(held: Held) -> str:
    """One block with what the list of results shows and filters by."""
    report, row = held.report, held.row
    place = report["authority"]["name"] if report["authority"] else ""
    meta = {
        "url": f"{report['url'].lstrip('/')}#{row['anchor']}",
        "title": reference(held),
        "section": section_title(held),
        "grade": row["grade"] or "",
    }
    filters = [("authority", place), ("framework", report["framework"]), ("year", year(report))]
    filters += [("grade", row["grade"] or "")] + [("theme", theme) for theme in row["themes"]]
    metas = "".join(f'<i data-pagefind-meta="{name}">{html.escape(value)}</i>' for name, value in meta.items() if value)
    marks = "".join(f'<i data-pagefind-filter="{name}">{html.escape(value)}</i>' for name, value in filters if value)
    more = f"<p>{html.escape(row['more'])}</p>" if "more" in row else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{html.escape(meta["title"])}</title></head><body>'
        f"<div data-pagefind-ignore>{metas}{marks}</div>"
        f"<main data-pagefind-body><p>{html.escape(row['text'])}</p>{more}</main></body></html>"
    )


def section_title(held: Held) -> str:
    """The title of the section in which a block stands."""
    for section in held.report["sections"]:
        if section["anchor"] == held.row["section"]:
            return str(section["title"] or "")
    return ""
