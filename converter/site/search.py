"""The search index: Pagefind reads one small page per paragraph, so that results are paragraphs."""

from __future__ import annotations

import html
import json
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pagefind_bin

from converter.directory import directory
from converter.errors import PinpointError
from converter.profiles import profile_named
from converter.recognise.authority import aliases
from converter.site.addresses import short
from converter.site.corpus import Held, Json, blocks, counts, reference, year
from converter.write.badges import WORDS

SHORTEST = 4
NAMES = "names.json"
NOTHING = (  # Pagefind fails where there is no page at all
    "none.html",
    '<!doctype html><html lang="en"><head><title>No report is held yet</title></head><body><main data-pagefind-body>'
    '<div data-pagefind-ignore><i data-pagefind-meta="url">about/</i></div><p>No report is held yet.</p>'
    "</main></body></html>",
)


def build_search(corpus: Json, site: Path) -> None:
    """Write the search index into `site`/pagefind, and what the search page knows by heart.

    Raises PinpointError with Pagefind's last line where it fails.
    """
    with tempfile.TemporaryDirectory(prefix="pinpoint-search-") as folder:
        for path, content in search_pages(corpus) if corpus["reports"] else [NOTHING]:
            file = Path(folder) / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(content, encoding="utf-8")
        run_pagefind(Path(folder), site / "pagefind")
    (site / "search").mkdir(exist_ok=True)
    (site / "search" / NAMES).write_text(names_file(corpus), encoding="utf-8")


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
    numbers = {report["id"]: at for at, report in enumerate(corpus["reports"])}
    for held in blocks(corpus):
        if len(held.row["text"].split()) >= SHORTEST:
            yield f"{held.report['id']}/{held.row['anchor']}.html", search_page(held, numbers[held.report["id"]])


def search_page(held: Held, document: int) -> str:
    """One block with what the list of results shows and filters by; its document by the number in `names_file`."""
    report, row = held.report, held.row
    meta = {
        "url": f"{report['url'].lstrip('/')}#{row['anchor']}",
        "title": reference(held),
        "section": section_title(held),
        "grade": row["grade"] or "",
    }
    metas = "".join(f'<i data-pagefind-meta="{name}">{html.escape(value)}</i>' for name, value in meta.items() if value)
    marks = "".join(
        f'<i data-pagefind-filter="{name}">{html.escape(value)}</i>' for name, value in filters(held, document)
    )
    more = f"<p>{html.escape(row['more'])}</p>" if "more" in row else ""
    return (
        f'<!doctype html><html lang="en"><head><title>{html.escape(meta["title"])}</title></head><body>'
        f"<div data-pagefind-ignore>{metas}{marks}</div>"
        f"<main data-pagefind-body><p>{html.escape(row['text'])}</p>{more}</main></body></html>"
    )


def filters(held: Held, document: int) -> Iterator[tuple[str, str]]:
    """What a block can be found by beside its words.

    What is true of a whole document, such as its authority, stands once in `names_file`: Pagefind fetches a filter
    whole, however little of it is asked for.
    """
    row = held.row
    yield "document", str(document)
    if row["grade"]:
        yield "grade", row["grade"]
    for theme in row["themes"]:
        yield "theme", theme
    asked = {point["anchor"] for point in held.report["recommendations"]}
    if asked & {row["anchor"], *row.get("items", [])}:
        yield "kind", "recommendation"


def names_file(corpus: Json) -> str:
    """What the search page knows by heart: names for the values of its filters, and what is true of whole documents.

    `words` are regular expressions of what names a theme.
    `documents` has a row for each, by its number in the index: its address, name, authority, year, framework, the kind
    of its blocks, and the tokens of its numbered anchors where it is a report.
    """
    reports = corpus["reports"]
    authorities = {
        report["authority"]["slug"]: report["authority"]["name"] for report in reports if report["authority"]
    }
    content = {
        "authority": authorities,
        "region": {slug: entry.region for slug, entry in directory().items() if slug in authorities},
        "aliases": {alias: slug for alias, slug in aliases().items() if slug in authorities and alias != slug},
        "framework": {slug: framework_name(slug) for slug in sorted({report["framework"] for report in reports})},
        "theme": {theme["slug"]: theme["name"] for theme in corpus["themes"]},
        "words": {theme["slug"]: "|".join(theme["words"]) for theme in corpus["themes"]},
        "grade": WORDS,
        "documents": [document_row(report) for report in reports],
    }
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def document_row(report: Json) -> list[Any]:
    """What is true of a whole document."""
    kind = "paragraph" if report["kind"] == "report" else "minute" if counts(report) == "minute" else "paper"
    row = [report["url"].lstrip("/"), report["title"], (report["authority"] or {}).get("slug", ""), year(report)]
    numbered = (row["anchor"] for row in report["paragraphs"] if row["number"])
    return [*row, report["framework"], kind, *([list(short(numbered))] if kind == "paragraph" else [])]


def framework_name(slug: str) -> str:
    name = profile_named(slug).name
    return name[:1].upper() + name[1:]


def section_title(held: Held) -> str:
    """The title of the section in which a block stands."""
    for section in held.report["sections"]:
        if section["anchor"] == held.row["section"]:
            return str(section["title"] or "")
    return ""
