"""What must hold for every report, sample or real."""

from __future__ import annotations

import re
from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

from converter.model import Report
from converter.write.places import path_of


class Anchors(HTMLParser):
    """Every id of a page, and every link on it."""

    def __init__(self) -> None:
        super().__init__()
        self.ids: Counter[str] = Counter()
        self.links: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids[values["id"]] += 1
        if tag == "a" and "href" in values:
            self.links.append(values["href"])
        if tag in {"script", "img", "iframe", "source", "audio", "video"} and "src" in values:
            self.fetched.append(values["src"])
        if tag == "link" and values.get("rel") not in {"canonical", "prev", "next"}:
            self.fetched.append(values.get("href", ""))


def anchors(page: Path) -> Anchors:
    """The ids and links of a built page."""
    found = Anchors()
    found.feed(page.read_text(encoding="utf-8"))
    return found


def built_page(site: Path, report: Report) -> Path:
    """The page that MkDocs made of a report."""
    return site / "reports" / report.id / "index.html"


def assert_numbers_are_addresses(report: Report, site: Path) -> None:
    """Every printed number is an address of the page exactly once, and no other address looks like one."""
    found = anchors(built_page(site, report))
    expected = {paragraph.anchor for _, paragraph in report.paragraphs()}
    expected |= {section.number_anchor for section in report.sections if section.number}
    assert all(found.ids[anchor] == 1 for anchor in expected)
    numbered = {name for name in found.ids if re.fullmatch(r"(?:r\d+-)?p(?:\d+(?:\.\d+)*|[ivxl]+)(?:-\d+)?", name)}
    assert numbered == expected
    assert not [name for name, count in found.ids.items() if count > 1]


def assert_consecutive(report: Report, count: int) -> None:
    """The numbers of the report are 1 to `count`, in order."""
    assert [paragraph.number for _, paragraph in report.paragraphs()] == [str(n) for n in range(1, count + 1)]


def markdown_numbers(docs: Path, report: Report) -> list[str]:
    """The numbers that stand in the margin of a report's page, as a person reads them there."""
    text = (docs / path_of(report)).read_text(encoding="utf-8")
    return re.findall(r"^\[([^\]]+)\]\(#[^)]+\)\{ \.number \}", text, re.MULTILINE)
