"""The places that refer to a paragraph, named as a reader would name them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from urllib.parse import quote

from converter.site.corpus import Json, counts


@dataclass(frozen=True, slots=True)
class Referring:
    """A place that refers to another: its report, its anchor there, and its number or its section's title."""

    report: Json
    anchor: str
    name: str


def referred(reports: Iterable[Json]) -> Mapping[str, Sequence[Referring]]:
    """For each address (report#anchor) the places that refer to it, each once."""
    found: defaultdict[str, dict[tuple[str, str], Referring]] = defaultdict(dict)
    for report in reports:
        pointing = [row for row in report["references"] if row["anchor"] and "#" in (row["to"] or "")]
        called = names_in(report, {row["anchor"] for row in pointing})
        for row in pointing:
            anchor = row["anchor"]
            found[row["to"]][report["id"], anchor] = Referring(report, anchor, called[anchor])
    return {address: tuple(places.values()) for address, places in found.items()}


def names_in(report: Json, anchors: Iterable[str]) -> Mapping[str, str]:
    """The names of places in a report: the number of the block, or its section's title."""
    titles = {section["anchor"]: section["title"] for section in report["sections"]}
    rows = {row["anchor"]: (at, row) for at, row in enumerate(report["paragraphs"])}
    return {anchor: name_in(report, anchor, rows, titles) for anchor in anchors}


def name_in(report: Json, anchor: str, rows: Mapping[str, tuple[int, Json]], titles: Mapping[str, str]) -> str:
    """The name of a place: that of its block, where it is an item of one."""
    blocks = [rows[each] for each in {anchor, anchor.partition("-b")[0]} if each in rows]
    row = min(blocks, key=lambda block: block[0])[1] if blocks else None
    if row and row["number"]:
        return f"{counts(report)} {row['number']}"
    return (titles.get(row["section"]) if row else "") or "the beginning"


def referred_line(own: Json, places: Sequence[Referring], root: str) -> str:
    """The places that refer to a paragraph of `own` as a line of its page; nothing where there are none."""
    line = ", ".join(link(own, place, root) for place in places)
    return f'<p class="about">Referred to in: {line}</p>\n' if line else ""


def link(own: Json, place: Referring, root: str) -> str:
    address = f"{root}{quote(place.report['url'].lstrip('/'))}#{quote(place.anchor)}"
    return f'<a href="{address}">{escape(called(own, place))}</a>'


def called(own: Json, place: Referring) -> str:
    """The name of a place, with the report's name where that is another one."""
    report = place.report
    return place.name if report["id"] == own["id"] else f"{report['short'] or report['title']}, {place.name}"
