"""References inside a committee's papers become links, each only where exactly one target fits.

First every target of the packs is collected: papers by their numbers, items, appendices, printed numbers, minutes,
rows of trackers. Then the texts are searched; what names none of them, or more than one, stays as it is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from converter.model import (
    Block,
    Item,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Report,
    Section,
    Span,
    Spans,
    Table,
    Text,
    plain,
)
from converter.profiles import Pattern, Profile, profile_named
from converter.recognise.dates import days
from converter.recognise.packs.entries import item_name

PACK = "committee-pack"
NEAR = 40
BARE = re.compile(r"\([^()]*\)|call-?in", re.IGNORECASE)
WORDS = re.compile(r"\w+")

Address = tuple[str, str]  # a document and an anchor in it
Key = TypeVar("Key")


@dataclass(frozen=True)
class Targets:
    """Where everything is that papers may refer to; a name with several places has no one target.

    `papers` by committee and number, `items`, `pages` and `appendices` by pack, `minutes` by committee and day.
    """

    papers: Mapping[tuple[str, str], tuple[Address, ...]]
    items: Mapping[tuple[str, str], tuple[Address, ...]]
    pages: Mapping[tuple[str, str], tuple[Address, ...]]
    appendices: Mapping[tuple[str, str], tuple[Address, ...]]
    minutes: Mapping[tuple[str, date, str], tuple[Address, ...]]


def with_references(reports: Sequence[Report]) -> tuple[Report, ...]:
    """The reports, those of packs with links where a reference has exactly one target."""
    targets = collect(reports)
    profile = profile_named(PACK)
    return tuple(linked(report, targets, profile) if report.kind == "item" else report for report in reports)


# ---------------------------------------------------------------- targets


def collect(reports: Sequence[Report]) -> Targets:
    """Every target of the packs."""
    papers: dict[tuple[str, str], list[Address]] = defaultdict(list)
    items: dict[tuple[str, str], list[Address]] = defaultdict(list)
    pages: dict[tuple[str, str], list[Address]] = defaultdict(list)
    appendices: dict[tuple[str, str], list[Address]] = defaultdict(list)
    minutes: dict[tuple[str, date, str], list[Address]] = defaultdict(list)
    for report in reports:
        if report.kind != "item":
            continue
        for item in report.agenda:
            items[report.parent, item.number].append((report.id, ""))
            if item.pages:
                pages[report.parent, bare_pages(item.pages)].append((report.id, ""))
        for paper in report.papers:
            if paper.reference and paper.anchor:
                papers[committee_of(report), paper.reference].append((report.id, paper.anchor))
        for name, anchor in appendices_of(report):
            appendices[report.id, name].append((report.id, anchor))
        if report.record and report.record.day:
            for minute in report.record.minutes:
                key = (committee_of(report), report.record.day, minute.number.lower())
                minutes[key].append((report.id, minute.anchor))
    return Targets(frozen(papers), frozen(items), frozen(pages), frozen(appendices), frozen(minutes))


def frozen(found: Mapping[Key, Sequence[Address]]) -> dict[Key, tuple[Address, ...]]:
    return {key: tuple(dict.fromkeys(places)) for key, places in found.items()}


def committee_of(report: Report) -> str:
    """The part of an item's address that names its committee."""
    return report.id.partition("/")[0]


def bare_pages(pages: str) -> str:
    return re.sub(r"\s*(?:[-–]|to)\s*", "-", pages)


def appendices_of(report: Report) -> Iterator[tuple[str, str]]:
    """The appendices that a document holds, by name: papers of their own, and sections that open one."""
    titles = [(paper.title, paper.anchor) for paper in report.papers if paper.kind == "appendix" and paper.anchor]
    titles += [(plain(section.title), section.anchor) for section in report.sections if section.title]
    seen = set()
    for title, anchor in titles:
        found = re.match(r"\W*(?:appendix|annexe?) (?P<name>[a-z]|\d{1,2})\b", title, re.IGNORECASE)
        if found and anchor not in seen:
            seen.add(anchor)
            yield found["name"].lower(), anchor


# ---------------------------------------------------------------- one document


@dataclass(frozen=True, slots=True)
class Said:
    """Words that refer to a place: what they name, the block in which they stand, and the words around them."""

    value: str
    here: str
    match: re.Match[str]

    @property
    def around(self) -> str:
        return self.match.string[max(0, self.match.start() - NEAR) : self.match.end() + NEAR]


@dataclass(frozen=True)
class Page:
    """A document whose references are looked up, and the anchors of its printed numbers and rows."""

    report: Report
    targets: Targets
    profile: Profile
    anchors: frozenset[str]
    rows: Mapping[str, int]
    titles: tuple[str, ...]

    def find(self, pattern: Pattern, match: re.Match[str], here: str) -> Address | None:
        """The one place that a match refers to from the block at `here`; None where there is none or several."""
        found = FINDERS[str(pattern.means["to"])](self, Said(match["value"], here, match))
        return found[0] if len(found) == 1 and found[0] != (self.report.id, here) else None

    def paper(self, said: Said) -> Sequence[Address]:
        found = self.targets.papers.get((committee_of(self.report), said.value), ())
        return [place for place in found if place[0] != self.report.id or not said.here.startswith(place[1])]

    def item(self, said: Said) -> Sequence[Address]:
        """An item of this pack's agenda; minutes speak of the agenda of their own meeting."""
        own = () if self.report.record else self.targets.items.get((self.report.parent, item_name(said.value)), ())
        return [place for place in own if place[0] != self.report.id]

    def pages(self, said: Said) -> Sequence[Address]:
        found = self.targets.pages.get((self.report.parent, bare_pages(said.value)), ())
        return [place for place in found if place[0] != self.report.id]

    def appendix(self, said: Said) -> Sequence[Address]:
        name = said.value.split()[-1].lower()
        found = self.targets.appendices.get((self.report.id, name), ())
        return [place for place in found if not said.here.startswith(place[1])]

    def number(self, said: Said) -> Sequence[Address]:
        anchor = f"p{said.value.lower()}"
        runs = [other for other in self.anchors if re.fullmatch(rf"r\d+-{re.escape(anchor)}", other)]
        return [(self.report.id, anchor)] if anchor in self.anchors and not runs else ()

    def minute(self, said: Said) -> Sequence[Address]:
        """A minute of the meeting whose day stands close by; without one, of the minutes in which the words stand."""
        near = days(said.around)
        if near:
            found = [self.targets.minutes.get((committee_of(self.report), day, said.value.lower()), ()) for day in near]
            return [place for places in found for place in places]
        plainly = not re.search(r"\d{2}\W*$", said.match.string[: said.match.start()])
        return self.number(said) if self.report.record and plainly else ()

    def row(self, said: Said) -> Sequence[Address]:
        """The row below or above the one in which the words stand."""
        at = self.rows.get(said.here)
        wanted = None if at is None else at + (1 if said.value.lower().endswith("below") else -1)
        return [(self.report.id, anchor) for anchor, place in self.rows.items() if place == wanted]

    def earlier(self, said: Said) -> Sequence[Address]:
        """The one row above that follows up the same matter."""
        at = self.rows.get(said.here)
        if at is None:
            return ()
        own = self.titles[at]
        return [
            (self.report.id, anchor) for anchor, place in self.rows.items() if place < at and self.titles[place] == own
        ]


Finder = Callable[[Page, Said], Sequence[Address]]
FINDERS: Mapping[str, Finder] = {
    "paper": Page.paper,
    "item": Page.item,
    "pages": Page.pages,
    "appendix": Page.appendix,
    "point": Page.number,
    "number": Page.number,
    "minute": Page.minute,
    "row": Page.row,
    "earlier": Page.earlier,
}


def linked(report: Report, targets: Targets, profile: Profile) -> Report:
    """A document of a pack with its references as links."""
    rows = [row for tracker in report.trackers for row in tracker.rows]
    titles = []
    for tracker in report.trackers:
        at = tracker.means.index("item") if "item" in tracker.means else 0
        titles += [" ".join(WORDS.findall(BARE.sub(" ", row.cells[at]).lower())) for row in tracker.rows]
    numbers = {section.number_anchor for section in report.sections} | {part.anchor for _, part in report.paragraphs()}
    places = {row.anchor: at for at, row in enumerate(rows)}
    page = Page(report, targets, profile, frozenset(numbers), places, tuple(titles))
    agenda = tuple(replace(item, text=in_spans(item.text, page, "")) for item in report.agenda)
    return replace(report, agenda=agenda, sections=tuple(in_section(section, page) for section in report.sections))


def in_section(section: Section, page: Page) -> Section:
    return replace(section, content=tuple(in_part(part, page) for part in section.content))


def in_part(part: Paragraph | Block, page: Page) -> Paragraph | Block:
    if isinstance(part, Paragraph):
        return replace(part, blocks=tuple(in_block(block, page, part.anchor) for block in part.blocks))
    return in_block(part, page, getattr(part, "anchor", ""))


def in_block(block: Block, page: Page, here: str) -> Block:
    if isinstance(block, Text | Label):
        return replace(block, spans=in_spans(block.spans, page, here))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(in_item(item, page, here) for item in block.items))
    if isinstance(block, Lines):
        return replace(block, lines=tuple(in_spans(line, page, here) for line in block.lines))
    return in_table(block, page, here)


def in_item(item: Item, page: Page, here: str) -> Item:
    return replace(item, spans=in_spans(item.spans, page, item.anchor or here))


def in_table(table: Table, page: Page, here: str) -> Table:
    marks = (*table.marks, *[""] * (len(table.rows) - len(table.marks)))
    rows = [
        tuple(in_spans(cell, page, mark or here) for cell in row) for row, mark in zip(table.rows, marks, strict=True)
    ]
    return replace(table, rows=tuple(rows))


def in_spans(spans: Spans, page: Page, here: str) -> Spans:
    return tuple(part for span in spans for part in in_span(span, page, here))


def in_span(span: Span, page: Page, here: str) -> Iterator[Span]:
    """A span cut where a reference becomes a link; links and notes stay as they are."""
    if span.href or span.note or span.grade or not span.text:
        yield span
        return
    at = 0
    for start, end, place in sorted(found_in(span.text, page, here)):
        if start < at:
            continue
        if before := span.text[at:start]:
            yield replace(span, text=before)
        yield replace(span, text=span.text[start:end], href=href(page.report, place))
        at = end
    if rest := span.text[at:]:
        yield replace(span, text=rest)


def found_in(text: str, page: Page, here: str) -> Iterator[tuple[int, int, Address]]:
    for pattern in page.profile.lists["mentions"]:
        for match in pattern.regex.finditer(text):
            if place := page.find(pattern, match, here):
                yield *match.span("value"), place


def place_of(report: Report, link: str) -> str:
    """The document and anchor that a link between pages of packs leads to, empty for any other link."""
    name, _, fragment = link.partition("#")
    anchor = f"#{fragment}" if fragment else ""
    if not name:
        return f"{report.id}{anchor}"
    if ":" in name or not name.endswith(".md"):
        return ""
    folder = report.id.split("/")[:-1]
    ups = name.count("../")
    return "/".join([*folder[: len(folder) - ups], name.removeprefix("../" * ups).removesuffix(".md")]) + anchor


def href(report: Report, place: Address) -> str:
    """The link from a document's page to a place: inside the page, or in the page of another item."""
    document, anchor = place
    fragment = f"#{anchor}" if anchor else ""
    if document == report.id:
        return fragment
    own, other = report.id.rpartition("/"), document.rpartition("/")
    if own[0] == other[0]:
        return f"{other[2]}.md{fragment}"
    return f"{'../' * len(own[0].split('/'))}{document}.md{fragment}"
