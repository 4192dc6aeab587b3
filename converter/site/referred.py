"""What refers to a single paragraph: places of its own report and of others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from urllib.parse import quote

from converter.site.corpus import Json, counts

Referring = tuple[Json, str]  # a report and the anchor in it at which a reference stands


def referred(reports: Iterable[Json]) -> Mapping[str, Sequence[Referring]]:
    """For each address (report#anchor) the places that refer to it, each once."""
    found: defaultdict[str, dict[tuple[str, str], Referring]] = defaultdict(dict)
    for report in reports:
        for row in report["references"]:
            if row["anchor"] and "#" in (row["to"] or ""):
                found[row["to"]][report["id"], row["anchor"]] = (report, row["anchor"])
    return {address: tuple(places.values()) for address, places in found.items()}


def referred_line(own: Json, places: Sequence[Referring], root: str) -> str:
    """The places that refer to a paragraph of `own` as a line of its page; nothing where there are none."""
    links = (
        f'<a href="{root}{quote(report["url"].lstrip("/"))}#{quote(anchor)}">{escape(called(own, report, anchor))}</a>'
        for report, anchor in places
    )
    line = ", ".join(links)
    return f'<p class="about">Referred to in: {line}</p>\n' if line else ""


def called(own: Json, report: Json, anchor: str) -> str:
    """The name of a place: its number, or its section's title; with the report's name where that is another one."""
    block = anchor.partition("-b")[0]
    row = next((row for row in report["paragraphs"] if row["anchor"] in {anchor, block}), None)
    number = row["number"] if row else None
    titles = {section["anchor"]: section["title"] for section in report["sections"]}
    name = f"{counts(report)} {number}" if number else (titles.get(row["section"]) if row else "") or "the beginning"
    return name if report["id"] == own["id"] else f"{report['short'] or report['title']}, {name}"
