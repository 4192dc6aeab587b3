"""The tables of the open data: what `open_tables.yml` says of each, and its rows."""

from __future__ import annotations

import csv
import io
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from converter.directory import directory
from converter.settings import load_yaml
from converter.site.corpus import Json, by_id, inspections, numbered
from converter.site.judged import before, judged, publisher
from converter.site.names import Names, absolute
from converter.write.escape import csv_cell

SOURCE = Path(__file__).with_suffix(".yml")
Row = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Table:
    """One table as it is described: its columns by name, its key, and the `links` of columns to other tables."""

    name: str
    title: str
    description: str
    key: tuple[str, ...]
    links: tuple[Json, ...]
    columns: Mapping[str, Json]


@lru_cache(maxsize=1)
def tables() -> tuple[Table, ...]:
    """Every table, in the order in which they are described."""
    return tuple(
        Table(name, one["title"], one["description"], tuple(one["key"]), tuple(one["links"]), one["columns"])
        for name, one in load_yaml(SOURCE).items()
    )


def table_files(corpus: Json, names: Names) -> Iterator[tuple[Table, str]]:
    """Every table with its CSV file."""
    for table in tables():
        yield table, csv_file(table, ROWS[table.name](corpus, names))


def csv_file(table: Table, rows: Iterable[Row]) -> str:
    """Rows as CSV in UTF-8, its lines ended as in a text file; what is not there is an empty cell."""
    file = io.StringIO()
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(table.columns)
    writer.writerows([cell(row[name]) for name in table.columns] for row in rows)
    return file.getvalue()


def cell(value: Any) -> str | int:
    """A value as a cell of text; a count needs no escaping."""
    if not value and value != 0:
        return ""
    if isinstance(value, int):
        return value
    return csv_cell(" ".join(value) if isinstance(value, list) else str(value))


# ---------------------------------------------------------------- rows


def report_rows(corpus: Json, names: Names) -> Iterator[Row]:
    for report in corpus["reports"]:
        yield {
            **report,
            **place(report),
            "url": absolute(names, report["url"]),
            "publisher": publisher(report),
            "inspection_start": report["inspection"]["start"],
            "status": report["quality"]["status"],
            "numbered_paragraphs": numbered(report),
            "recommendations": len(report["recommendations"]),
            "data": absolute(names, f"/data/reports/{report['id']}.json"),
        }


def judgement_rows(corpus: Json, names: Names) -> Iterator[Row]:
    held = by_id(corpus)
    for report in corpus["reports"]:
        former = before(report, held)
        for row, one in zip(report["judgements"], judged(report, former), strict=True):
            yield {
                **row,
                **place(report),
                "url": address_of(report, row, names),
                "grade_before": one.was,
                "report_before": former["id"] if former and one.was else None,
            }


def recommendation_rows(corpus: Json, names: Names) -> Iterator[Row]:
    for report in corpus["reports"]:
        for position, row in enumerate(report["recommendations"], 1):
            repeats = [absolute(names, f"/reports/{to.replace('#', '/#')}") for to in row.get("repeats", ())]
            more = {"position": position, "url": address_of(report, row, names), "repeats": repeats}
            yield {**row, **place(report), **more}


def paragraph_rows(corpus: Json, _names: Names) -> Iterator[Row]:
    for report in corpus["reports"]:
        for row in report["paragraphs"]:
            words = len(row["text"].split()) + len(row.get("more", "").split())
            yield {**row, "report": report["id"], "words": words}


def authority_rows(corpus: Json, names: Names) -> Iterator[Row]:
    called = {row["authority"]["slug"]: row["authority"]["name"] for row in corpus["reports"] if row["authority"]}
    held = [report for report in inspections(corpus) if report["authority"]]
    counts = Counter(report["authority"]["slug"] for report in held)
    latest = {report["authority"]["slug"]: report for report in reversed(held) if report["judgements"]}
    for slug in sorted(called):
        newest = latest.get(slug, {})
        page = absolute(names, f"/authorities/{slug}/")
        yield {
            "slug": slug,
            "name": called[slug],
            "region": entry.region or None if (entry := directory().get(slug)) else None,
            "url": page,
            "reports": counts[slug],
            "latest": newest.get("id"),
            "overall": newest.get("overall"),
            "feed": f"{page}feed.xml",
            "badge": f"{page}badge.svg",
        }


def theme_rows(corpus: Json, names: Names) -> Iterator[Row]:
    for theme in corpus["themes"]:
        yield {**theme, "url": absolute(names, f"/themes/{theme['slug']}/")}


def place(report: Json) -> Row:
    """What every row that comes from a report says of it."""
    authority = report["authority"] or {"slug": None, "name": None}
    return {
        "report": report["id"],
        "authority": authority["slug"],
        "authority_name": authority["name"],
        "framework": report["framework"],
        "inspection_end": report["inspection"]["end"],
    }


def address_of(report: Json, row: Json, names: Names) -> str:
    return absolute(names, f"{report['url']}#{row['anchor']}")


ROWS: Mapping[str, Callable[[Json, Names], Iterator[Row]]] = {
    "reports": report_rows,
    "judgements": judgement_rows,
    "recommendations": recommendation_rows,
    "paragraphs": paragraph_rows,
    "authorities": authority_rows,
    "themes": theme_rows,
}
