"""References to numbered things: paragraphs, points, chapters, and in packs papers, items, minutes and rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.link.references.instep import in_step
from converter.link.references.places import Address, address, href
from converter.link.references.spans import Found, runs
from converter.link.references.targets import Targets, bare_pages, committee_of, part_name
from converter.model import HELD, UNCERTAIN, Reference, Report
from converter.profiles import Profile, profile_named
from converter.recognise.dates import days
from converter.recognise.packs.entries import item_name

PACK = "committee-pack"
NEAR = 40
BARE = re.compile(r"\([^()]*\)|call-?in", re.IGNORECASE)
WORDS = re.compile(r"\w+")
NUMBER = re.compile(r"\d+(?:\.\d+)*")
LATER = re.compile(r"r\d+-(p.*)")  # the anchor of a number in another run than the first


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
    """A document whose references are looked up, and the anchors of its printed numbers and rows.

    `again` are the anchors of numbers that a later run of numbers prints too; `in_step` says whether the paragraphs
    that it cites are those that it means.
    """

    report: Report
    targets: Targets
    profile: Profile
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
        start = said.match.start()
        plainly = not re.search(r"\d{2}\W*$", said.match.string[max(0, start - NEAR) : start])
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


def page_of(report: Report, targets: Targets) -> Page:
    """What is needed to look up the references of a document."""
    rows = [row for tracker in report.trackers for row in tracker.rows]
    titles = []
    for tracker in report.trackers:
        at = tracker.means.index("item") if "item" in tracker.means else 0
        titles += [" ".join(WORDS.findall(BARE.sub(" ", row.cells[at]).lower())) for row in tracker.rows]
    numbers = {section.number_anchor for section in report.sections} | {part.anchor for _, part in report.paragraphs()}
    places = {row.anchor: at for at, row in enumerate(rows)}
    profile = profile_named(PACK if report.kind == "item" else report.framework)
    cited = list(paragraphs_cited(report, profile))
    again = {match[1] for anchor in numbers if (match := LATER.fullmatch(anchor))}
    return Page(
        report, targets, profile, frozenset(numbers), frozenset(again), places, tuple(titles), in_step(report, cited)
    )


def paragraphs_cited(report: Report, profile: Profile) -> Iterator[tuple[str, str]]:
    """Each text that cites paragraphs of its report, with the anchor of each."""
    patterns = [pattern for pattern in profile.lists["mentions"] if pattern.means["to"] == "paragraphs"]
    for _, text in runs(report) if patterns else ():
        for pattern in patterns:
            for match in pattern.regex.finditer(text):
                yield from ((text, f"p{text[start:end].lower()}") for start, end in named("paragraphs", match))


def found_in(page: Page, here: str, text: str) -> Iterator[Found]:
    """What a run of text refers to, by the patterns of the document's framework."""
    for pattern in page.profile.lists["mentions"]:
        for match in pattern.regex.finditer(text):
            kind = str(pattern.means["to"])
            for start, end in named(kind, match):
                said = Said(text[start:end], here, match)
                found = FINDERS[kind](page, said)
                if found or (kind == "paragraphs" and page.profile.numbered):
                    yield as_found(page, kind, said, start, found)


def named(kind: str, match: re.Match[str]) -> Iterator[tuple[int, int]]:
    """Where each thing that a match names stands; a list of paragraphs names several."""
    if kind != "paragraphs":
        yield match.span("value")
    else:
        yield from (number.span() for number in NUMBER.finditer(match.string, *match.span("value")))


def as_found(page: Page, kind: str, said: Said, start: int, found: Sequence[Address]) -> Found:
    """The link to the one place that fits; with several places or none the words stay as they are."""
    own = (page.report.id, said.here)
    place = found[0] if len(found) == 1 and found[0] != own else None
    status, to = (HELD, address(place)) if place else (UNCERTAIN, "")
    reference = Reference(said.here, said.value, kind.removesuffix("s"), status, to)
    link = href(page.report, place) if place else ""
    return Found(start, start + len(said.value), link, reference if place or kind == "paragraphs" else None)
