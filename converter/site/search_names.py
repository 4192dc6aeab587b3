"""What the search page knows by heart."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from converter.directory import directory
from converter.profiles import profile_named
from converter.recognise.authority import aliases
from converter.site.addresses import short
from converter.site.corpus import Json, counts, year
from converter.write.badges import WORDS


def names_file(corpus: Json, bundles: Sequence[str]) -> str:
    """Names for the values of the filters, what is true of whole documents, and where the search index lies.

    `words` are regular expressions of what names a theme.
    `documents` has a row for each: its address, name, authority, year, framework, the kind of its blocks, and the
    tokens of its numbered anchors where it is a report.
    `bundles` are the places of the index's parts on the site.
    """
    authorities: dict[str, str] = {}
    frameworks: set[str] = set()
    documents = []
    for report in corpus["reports"]:  # once, since they may lie on disk
        documents.append(document_row(report))
        frameworks.add(report["framework"])
        if report["authority"]:
            authorities[report["authority"]["slug"]] = report["authority"]["name"]
    content = {
        "bundles": list(bundles),
        "authority": authorities,
        "region": {slug: entry.region for slug, entry in directory().items() if slug in authorities},
        "aliases": {alias: slug for alias, slug in aliases().items() if slug in authorities and alias != slug},
        "framework": {slug: framework_name(slug) for slug in sorted(frameworks)},
        "theme": {theme["slug"]: theme["name"] for theme in corpus["themes"]},
        "words": {theme["slug"]: "|".join(theme["words"]) for theme in corpus["themes"]},
        "grade": WORDS,
        "documents": documents,
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
