"""Everything in the documents that a text may refer to by a number or a name."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from converter.link.references.places import Address
from converter.model import Report, plain

Key = TypeVar("Key")


PART = re.compile(r"\W*(?P<name>(?:appendix|annexe?|chapter|recommendation) (?:[a-z]|\d{1,2}))\b", re.IGNORECASE)


@dataclass(frozen=True)
class Targets:
    """Where everything is that texts may refer to; a name with several places has no one target.

    `papers` by committee and number, `items` and `pages` by pack, `parts` by document, `minutes` by committee and day.
    """

    papers: Mapping[tuple[str, str], tuple[Address, ...]]
    items: Mapping[tuple[str, str], tuple[Address, ...]]
    pages: Mapping[tuple[str, str], tuple[Address, ...]]
    parts: Mapping[tuple[str, str], tuple[Address, ...]]
    minutes: Mapping[tuple[str, date, str], tuple[Address, ...]]


def collect(reports: Sequence[Report]) -> Targets:
    """Every target of the documents."""
    papers: dict[tuple[str, str], list[Address]] = defaultdict(list)
    items: dict[tuple[str, str], list[Address]] = defaultdict(list)
    pages: dict[tuple[str, str], list[Address]] = defaultdict(list)
    parts: dict[tuple[str, str], list[Address]] = defaultdict(list)
    minutes: dict[tuple[str, date, str], list[Address]] = defaultdict(list)
    for report in reports:
        for name, anchor in parts_of(report):
            parts[report.id, name].append((report.id, anchor))
        if report.kind != "item":
            continue
        for item in report.agenda:
            items[report.parent, item.number].append((report.id, ""))
            if item.pages:
                pages[report.parent, bare_pages(item.pages)].append((report.id, ""))
        for paper in report.papers:
            if paper.reference and paper.anchor:
                papers[committee_of(report), paper.reference].append((report.id, paper.anchor))
        if report.record and report.record.day:
            for minute in report.record.minutes:
                key = (committee_of(report), report.record.day, minute.number.lower())
                minutes[key].append((report.id, minute.anchor))
    return Targets(frozen(papers), frozen(items), frozen(pages), frozen(parts), frozen(minutes))


def frozen(found: Mapping[Key, Sequence[Address]]) -> dict[Key, tuple[Address, ...]]:
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


def committee_of(report: Report) -> str:
    """The part of an item's address that names its committee."""
    return report.id.partition("/")[0]


def bare_pages(pages: str) -> str:
    return re.sub(r"\s*(?:[-–]|to)\s*", "-", pages)


def parts_of(report: Report) -> Iterator[tuple[str, str]]:
    """The appendices and chapters that a document holds, by name: papers of their own, and sections that open one."""
    titles = [(paper.title, paper.anchor) for paper in report.papers if paper.kind == "appendix" and paper.anchor]
    titles += [(plain(section.title), section.anchor) for section in report.sections if section.title]
    seen = set()
    for title, anchor in titles:
        found = PART.match(title)
        if found and anchor not in seen:
            seen.add(anchor)
            yield part_name(found["name"]), anchor


def part_name(words: str) -> str:
    """The name of a part however it is written: an annex is an appendix."""
    return re.sub(r"^annexe?", "appendix", words.lower())
