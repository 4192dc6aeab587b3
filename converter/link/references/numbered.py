"""References to numbered things: paragraphs, points, chapters, and in packs papers, items, minutes and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.heard import Heard, HeardRun, Numbered
from converter.link.references.listen import PARAGRAPHS, profile_of
from converter.link.references.places import Address, address, href
from converter.link.references.spans import Found
from converter.link.references.targets import Targets, bare_pages, committee_of, part_name
from converter.model import HELD, UNCERTAIN, Reference, Report
from converter.recognise.dates import days
from converter.recognise.packs.entries import item_name

NEAR = 40
BARE = re.compile(r"\([^()]*\)|call-?in", re.IGNORECASE)
WORDS = re.compile(r"\w+")
LATER = re.compile(r"r\d+-(p.*)")  # the anchor of a number in another run than the first


@dataclass(frozen=True, slots=True)
class Said:
    """Words that refer to a place: what they name, the run of text in which they stand, and the words around them."""

    run: HeardRun
    at: Numbered

    @property
    def value(self) -> str:
        return self.run.text[self.at.start : self.at.end]

    @property
    def here(self) -> str:
        return self.run.here

    @property
    def before(self) -> str:
        return self.run.text[max(0, self.at.first - NEAR) : self.at.first]

    @property
    def around(self) -> str:
        return self.run.text[max(0, self.at.first - NEAR) : self.at.last + NEAR]


@dataclass(frozen=True)
class Page:
    """A document whose references are looked up, and the anchors of its printed numbers and rows.

    `again` are the anchors of numbers that a later run of numbers prints too; `numbered` says whether its
    framework always numbers paragraphs, `in_step` whether the paragraphs that it cites are those that it means.
    """

    report: Report
    targets: Targets
    numbered: bool
    anchors: frozenset[str]
    again: frozenset[str]
    rows: Mapping[str, int]
    titles: tuple[str, ...]
    in_step: bool = True

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

    def part(self, said: Said) -> Sequence[Address]:
        found = self.targets.parts.get((self.report.id, part_name(said.value)), ())
        return [place for place in found if not said.here.startswith(place[1])]

    def number(self, said: Said) -> Sequence[Address]:
        anchor = f"p{said.value.lower()}"
        return [(self.report.id, anchor)] if anchor in self.anchors and anchor not in self.again else ()

    def paragraph(self, said: Said) -> Sequence[Address]:
        """A paragraph of this report, where its references can be trusted."""
        return self.number(said) if self.in_step else ()

    def recommendation(self, said: Said) -> Sequence[Address]:
        """A numbered paragraph that is a recommendation, or whose list holds some."""
        anchor = f"p{said.value}"
        asked = any(re.fullmatch(rf"{anchor}(?:-b\d+)?", point.anchor) for point in self.report.recommendations)
        return self.number(said) if asked else ()

    def minute(self, said: Said) -> Sequence[Address]:
        """A minute of the meeting whose day stands close by; without one, of the minutes in which the words stand."""
        near = days(said.around)
        if near:
            found = [self.targets.minutes.get((committee_of(self.report), day, said.value.lower()), ()) for day in near]
            return [place for places in found for place in places]
        plainly = not re.search(r"\d{2}\W*$", said.before)
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
    "part": Page.part,
    "point": Page.number,
    "number": Page.number,
    "paragraphs": Page.paragraph,
    "recommendation": Page.recommendation,
    "minute": Page.minute,
    "row": Page.row,
    "earlier": Page.earlier,
}


def page_of(report: Report, heard: Heard, targets: Targets) -> Page:
    """What is needed to look up the references of a document."""
    rows = [row for tracker in report.trackers for row in tracker.rows]
    titles = []
    for tracker in report.trackers:
        at = tracker.means.index("item") if "item" in tracker.means else 0
        titles += [" ".join(WORDS.findall(BARE.sub(" ", row.cells[at]).lower())) for row in tracker.rows]
    numbers = {section.number_anchor for section in report.sections} | {part.anchor for _, part in report.paragraphs()}
    places = {row.anchor: at for at, row in enumerate(rows)}
    again = {match[1] for anchor in numbers if (match := LATER.fullmatch(anchor))}
    numbered = profile_of(report).numbered
    return Page(report, targets, numbered, frozenset(numbers), frozenset(again), places, tuple(titles), heard.in_step)


def found_in(page: Page, run: HeardRun) -> Iterator[Found]:
    """What a run of text refers to."""
    for one in run.numbered:
        said = Said(run, one)
        found = FINDERS[one.kind](page, said)
        if found or (one.kind == PARAGRAPHS and page.numbered):
            yield as_found(page, said, found)


def as_found(page: Page, said: Said, found: Sequence[Address]) -> Found:
    """The link to the one place that fits; with several places or none the words stay as they are."""
    own = (page.report.id, said.here)
    place = found[0] if len(found) == 1 and found[0] != own else None
    status, to = (HELD, address(place)) if place else (UNCERTAIN, "")
    reference = Reference(said.here, said.value, said.at.kind.removesuffix("s"), status, to)
    link = href(page.report, place) if place else ""
    return Found(said.at.start, said.at.end, link, reference if place or said.at.kind == PARAGRAPHS else None)
