"""corpus.json as the hooks read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate, islice
from pathlib import Path
from typing import Any

from converter.write.escape import inline_text

Json = dict[str, Any]
DAY_LENGTH = len("2019-05-02")
END = b"]}"
EMPTY: Json = {"themes": [], "frameworks": [], "related": {}, "reports": []}


@dataclass(frozen=True, slots=True)
class Held:
    """One addressed block of a report: its row and the report's."""

    report: Json
    row: Json

    @property
    def page(self) -> str:
        """The block's place below docs/, with its anchor."""
        return f"{report_file(self.report)}#{self.row['anchor']}"


def load_corpus(docs: Path) -> Json:
    """The corpus that the converter wrote below `docs`, a report a line; empty where it has not run yet."""
    path = docs / "reports" / "corpus.json"
    return read_corpus(path, path.stat().st_mtime_ns) if path.is_file() else EMPTY


@lru_cache(maxsize=1)
def read_corpus(path: Path, changed: int) -> Json:
    del changed  # it is only the cache's key
    reports = Stored(path)
    return {**reports.head(), "reports": list(reports)}


def stored_corpus(docs: Path) -> Json:
    """The same for who needs the reports one after the other: each is read when it is asked for."""
    path = docs / "reports" / "corpus.json"
    if not path.is_file():
        return EMPTY
    reports = Stored(path)
    return {**reports.head(), "reports": reports}


class Stored:
    """The reports in a file of the converter, where each has a line between the first and the last."""

    def __init__(self, path: Path) -> None:
        self._path = path
        with path.open("rb") as lines:
            self._starts = list(accumulate(map(len, lines)))[:-2]

    def head(self) -> Json:
        """What the file says beside its reports."""
        with self._path.open("rb") as lines:
            content: Json = json.loads(next(lines) + END)
        return content

    def __len__(self) -> int:
        return len(self._starts)

    def __getitem__(self, at: int) -> Json:
        with self._path.open("rb") as lines:
            lines.seek(self._starts[at])
            return report_in(lines.readline())

    def __iter__(self) -> Iterator[Json]:
        with self._path.open("rb") as lines:
            yield from map(report_in, islice(lines, 1, 1 + len(self)))


def report_in(line: bytes) -> Json:
    report: Json = json.loads(line.removesuffix(b",\n"))
    return report


def by_id(corpus: Json) -> dict[str, Json]:
    """Every document under its address."""
    return {report["id"]: report for report in corpus["reports"]}


def by_authority(corpus: Json) -> dict[str, list[Json]]:
    """The documents of each authority, newest first."""
    held: dict[str, list[Json]] = {}
    for report in newest_first(corpus["reports"]):
        if report["authority"]:
            held.setdefault(report["authority"]["slug"], []).append(report)
    return dict(sorted(held.items()))


def report_file(report: Json) -> str:
    """A report's Markdown file below docs/."""
    return f"reports/{report['id']}/index.md" if report["kind"] == "pack" else f"reports/{report['id']}.md"


def newest_first(reports: list[Json]) -> list[Json]:
    """Reports by date, newest first; those without a date last."""
    return sorted(reports, key=lambda report: (dated(report), report["id"]), reverse=True)


def dated(report: Json) -> str:
    """When a report was made: the end of its inspection, else its publication; empty where it prints neither."""
    return str(report["inspection"]["end"] or ("" if report["authority"] else report["published"]) or "")


def news_day(report: Json) -> str:
    """The day on which a report was news: publication, else the end of the inspection, else the month's first day."""
    published = str(report["published"] or "")
    if len(published) == DAY_LENGTH:
        return published
    return str(report["inspection"]["end"] or (f"{published}-01" if published else ""))


def inspections(corpus: Json) -> list[Json]:
    """The inspection reports, newest first."""
    return newest_first([report for report in corpus["reports"] if report["kind"] == "report"])


def blocks(corpus: Json) -> Iterator[Held]:
    """Every addressed block of every report, newest report first."""
    for report in newest_first(corpus["reports"]):
        for row in report["paragraphs"]:
            yield Held(report, row)


def year(report: Json) -> str:
    return dated(report)[:4]


def reference(held: Held) -> str:
    """`Essex 2014, paragraph 41`, or without a number the document's name alone."""
    number = held.row["number"]
    name = str(held.report["short"])
    return f"{name}, {counts(held.report)} {number}" if number else name


def counts(report: Json) -> str:
    """What the printed numbers of a document count."""
    return "minute" if report.get("minutes_of") or report.get("minutes") else "paragraph"


def report_title(report: Json) -> str:
    """A report's title for a line of Markdown."""
    return inline_text(str(report["title"]))


def numbered(report: Json) -> int:
    """How many printed numbers a report has."""
    return sum(1 for row in report["paragraphs"] if row["number"])
