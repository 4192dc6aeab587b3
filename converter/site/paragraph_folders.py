"""Writes the pages of single paragraphs into a built site, each in a folder below its report's.

What is unchanged since the previous site is taken over from it, report by report; several processes share the reports.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from functools import partial
from pathlib import Path

from converter.forked import spread
from converter.job import cores
from converter.site.beside import passages_beside
from converter.site.corpus import Held, Json
from converter.site.kept import NOTHING, Kept, Part, Parts, Place, digest_of, made, unchanged
from converter.site.names import Names
from converter.site.paragraphs import Given, given, paragraph_pages
from converter.site.referred import Referring, referred

PAGE = "index.html"
FEW = 40  # reports, for which no process is started


@dataclass(frozen=True, slots=True)
class Work:
    """All that is needed to write the pages of any report."""

    site: Path
    names: Names
    places: Mapping[str, Sequence[Referring]]
    passages: Mapping[str, Sequence[Held]]
    kept: Kept


def write_paragraphs(corpus: Json, site: Path, names: Names, kept: Kept = NOTHING) -> Parts:
    """Write the page of every numbered paragraph into a built site; those of each report are a part to keep."""
    names = replace(names, themes={theme["slug"]: theme["name"] for theme in corpus["themes"]})
    work = Work(site, names, referred(corpus["reports"]), passages_beside(corpus), kept)
    reports = [report for report in corpus["reports"] if any(row["number"] for row in report["paragraphs"])]
    count = cores() if len(reports) >= FEW else 1
    return dict(spread(partial(write_report, work), reports, count))


def write_report(work: Work, report: Json) -> tuple[str, Part]:
    """Write the pages of a report's paragraphs, or take them over; the name of the part, and the part."""
    folder = report["url"].strip("/")
    built = (work.site / folder / PAGE).read_text(encoding="utf-8")
    needed = given(report, built, work.places, work.passages)
    place = Place(folder, [row["anchor"] for row in report["paragraphs"] if row["number"]])
    digest = digest_of(json.dumps([asdict(work.names), *inputs(needed)]).encode())
    part = unchanged(work.kept, folder, place, digest)
    if part is None:
        write_pages(f"{work.site}/{folder}", paragraph_pages(needed, work.names))
        part = made(work.site, place, digest)
    return folder, part


def inputs(needed: Given) -> Iterator[object]:
    yield needed.report
    yield from (needed.shown, needed.source, needed.referred, needed.beside)


def write_pages(folder: str, pages: Iterable[tuple[str, str]]) -> None:
    """Write a page into a folder of its own for each anchor."""
    for anchor, content in pages:
        os.makedirs(f"{folder}/{anchor}", exist_ok=True)
        with open(f"{folder}/{anchor}/{PAGE}", "wb", buffering=0) as file:
            file.write(content.encode())
