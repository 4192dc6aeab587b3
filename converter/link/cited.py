"""Which places of other documents refer to a document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from converter.model import Block, ItemList, Label, Paragraph, Report, Table, plain


@dataclass(frozen=True, slots=True)
class Citing:
    """A place that refers to a document.

    It stands at `anchor` of `document`, in the paragraph of that `number` or in a `section`, and refers with the words
    `text` to the anchor `to`, empty for the document as a whole.
    """

    document: str
    anchor: str
    number: str
    section: str
    to: str
    text: str


def cited(reports: Sequence[Report]) -> dict[str, tuple[Citing, ...]]:
    """For each document the places in others that refer to it or to a place in it, in the order of the documents."""
    found: dict[str, list[Citing]] = defaultdict(list)
    for report in reports:
        names = place_names(report) if report.references else {}
        for reference in report.references:
            document, _, anchor = reference.to.partition("#")
            if document and document != report.id:
                number, section = names.get(reference.anchor, ("", ""))
                found[document].append(Citing(report.id, reference.anchor, number, section, anchor, reference.text))
    return {document: tuple(some) for document, some in found.items()}


def place_names(report: Report) -> Mapping[str, tuple[str, str]]:
    """The printed number of each place of a document, empty where it has none, and the title of its section."""
    names: dict[str, tuple[str, str]] = {}
    for section in report.sections:
        title = plain(section.title).strip(" :.")
        for part in section.content:
            number = part.number if isinstance(part, Paragraph) else ""
            names |= dict.fromkeys(places_in(part), (number, title))
    return names


def places_in(part: Paragraph | Block) -> Iterator[str]:
    """The address of a block and of everything in it that has one."""
    if isinstance(part, Paragraph):
        yield part.anchor
        for block in part.blocks:
            yield from places_in(block)
    elif not isinstance(part, Label):
        yield part.anchor
        yield from (item.anchor for item in part.items) if isinstance(part, ItemList) else ()
        yield from part.marks if isinstance(part, Table) else ()
