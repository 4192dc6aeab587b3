"""Where a page is, what it links to, and how dates and pages are written."""

from __future__ import annotations

import re
from datetime import date

from converter.link import Corpus
from converter.model import Report


def path_of(report: Report) -> str:
    """The page's file below docs/."""
    return f"reports/{report.id}.md" if report.kind != "pack" else f"reports/{report.id}/index.md"


def link_to(report: Report, target: str) -> str:
    """The relative link from a report's page to a file below docs/."""
    return "../" * path_of(report).count("/") + target


def root_of(report: Report) -> str:
    """The way from a report's built page to the root of the site."""
    return "../" * (report.id.count("/") + 2)


def source_pdf(report: Report, corpus: Corpus) -> str:
    """The link from a report's page to the PDF it was made from, empty where that is not published."""
    shown = [source.sha256 for source in report.sources if source.chosen]
    places = [corpus.files[digest] for digest in shown if digest in corpus.files]
    return link_to(report, places[0]) if places else ""


def period(start: date | None, end: date | None) -> str:
    """`14 January to 5 February 2014`, with nothing said twice."""
    if start is None or end is None or start == end:
        return day(end or start)
    if start.year != end.year:
        return f"{day(start)} to {day(end)}"
    if start.month != end.month:
        return f"{start.day} {start:%B} to {day(end)}"
    return f"{start.day} to {day(end)}"


def publication(report: Report) -> str:
    """The day of publication, or its month where the report prints no day."""
    return day(report.published) if report.published else month(report.month)


def month(value: str) -> str:
    """`July 2024` for 2024-07."""
    return f"{date.fromisoformat(f'{value}-01'):%B %Y}" if value else ""


def day(value: date | None) -> str:
    return f"{value.day} {value:%B %Y}" if value else ""


def page_span(pages: str) -> str:
    """A range of pages the way it is set in print; only digits and a dash ever stand in it."""
    first, *last = re.split(r"\s*(?:[-–]|to)\s*", pages)
    return f"{first}–{last[0]}" if last and last[0] != first else first


def pages_text(pages: tuple[int, int]) -> str:
    """`page 5` or `pages 5–12` of a PDF."""
    return f"page {pages[0]}" if pages[0] == pages[1] else f"pages {pages[0]}–{pages[1]}"


def place_slug(identity: str, authority: str) -> str:
    """Under which name the documents of one place stand on the pages of themes: its authority, else as addressed."""
    return authority or identity.partition("/")[0]


def place_anchor(identity: str) -> str:
    """The anchor of a document on the page of a theme in one place: the rest of its address."""
    return "-".join(identity.split("/")[1:])
