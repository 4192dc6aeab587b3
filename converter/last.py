"""What the last run made of the same sources: a run in which nothing changed ends at once.

Nothing changed when the converter, the themes, the settings and every file below the reports are the same, and
every page still lies where it was written, untouched.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from converter import cache
from converter.job import Job, hash_of

if TYPE_CHECKING:
    from converter.convert import Outcome
    from converter.model import Report

NAME = "last.json"


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the summary: a report, its printed numbers, judgements, recommendations and problems.

    `fresh` says that its page was written, since it is new or has changed.
    """

    report: str
    numbers: int
    judgements: int
    recommendations: int
    problems: tuple[str, ...]
    fresh: bool = False


@dataclass(frozen=True, slots=True)
class Summary:
    """What a run did, in figures and lines."""

    sources: int
    documents: int
    written: int
    unchanged: int
    removed: int
    rows: tuple[Row, ...]
    failures: tuple[str, ...]


def summary_of(outcome: Outcome) -> Summary:
    """The figures of a run."""
    reports = outcome.corpus.reports
    numbers: Counter[str] = Counter()
    for part in reports:
        numbers[part.parent if part.kind == "item" else part.id] += count_numbers(part)
    done = outcome.written
    rows = tuple(row_of(report, numbers[report.id], done.fresh) for report in reports if report.kind != "item")
    return Summary(outcome.sources, len(reports), done.changed, done.same, done.removed, rows, outcome.failures)


def row_of(report: Report, numbers: int, fresh: Collection[str]) -> Row:
    counts = (numbers, len(report.judgements), len(report.recommendations))
    return Row(report.id, *counts, report.problems, report.id in fresh)


def count_numbers(report: Report) -> int:
    """How many printed numbers a document has: paragraphs, and numbered headings."""
    return sum(1 for _ in report.paragraphs()) + sum(1 for section in report.sections if section.number)


def unchanged(job: Job, held: Mapping[Path, str]) -> Summary | None:
    """The summary of the last run where this one would do the same again; `held` are the hashes of the files."""
    try:
        kept = json.loads((job.store / NAME).read_text(encoding="utf-8"))
        if kept["inputs"] != inputs(job, held) or kept["pages"] != pages(job):
            return None
        rows = tuple(
            Row(**{**row, "problems": tuple(row["problems"]), "fresh": False}) for row in kept["summary"]["rows"]
        )
        found = Summary(**{**kept["summary"], "rows": rows, "failures": tuple(kept["summary"]["failures"])})
    except (OSError, ValueError, LookupError, TypeError):
        return None
    else:
        return Summary(found.sources, found.documents, 0, found.written + found.unchanged, 0, rows, found.failures)


def remember(job: Job, held: Mapping[Path, str], summary: Summary) -> None:
    """Keep the summary with all that it depends on: the files as they were when the run began."""
    content = {"inputs": inputs(job, held), "pages": pages(job), "summary": asdict(summary)}
    cache.save(job.store, NAME, json.dumps(content).encode())


def inputs(job: Job, held: Mapping[Path, str]) -> str:
    """A hash of everything that a run reads."""
    files = (f"{path} {digest}".encode("utf-8", "surrogateescape") for path, digest in held.items())
    settings = f"{job.publish} {job.licence} {job.themes} {hash_of(job.themes)}".encode("utf-8", "surrogateescape")
    return cache.digest(cache.fingerprint().encode(), settings, *files)


def pages(job: Job) -> dict[str, list[int]]:
    """The size and the time of every page that lies below docs/reports."""
    folder = job.docs / "reports"
    found = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return {str(path.relative_to(folder)): [state.st_size, state.st_mtime_ns] for path, state in found}
