"""Every run of text of a document with its place, and the same document with some of their words as links."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from converter.heard import IN_NOTES, HeardRun
from converter.model import (
    Block,
    Item,
    ItemList,
    Label,
    Lines,
    Paragraph,
    Reference,
    Report,
    Section,
    Span,
    Spans,
    Table,
    Text,
    plain,
)

Run = tuple[str, str]  # the anchor of the block in which a run of text stands, and its text


@dataclass(frozen=True, slots=True)
class Found:
    """Words of a run of text that refer to something; `href` is empty where nothing fits, and they stay as they are."""

    start: int
    end: int
    href: str = ""
    reference: Reference | None = None


Finder = Callable[[HeardRun], Sequence[Found]]
Links = Mapping[Run, Sequence[Found]]
Place = tuple[int, int]  # a section and a part of it


def linked(report: Report, heard: Iterable[HeardRun], find: Finder) -> Report:
    """The document with the links that `find` gives for a run, and what it found; only what has links is made anew."""
    links: dict[Run, Sequence[Found]] = {}
    notes: dict[int, Sequence[Found]] = {}
    places: set[Place] = set()
    references: list[Reference] = []
    for run in heard:
        found = apart(find(run))
        if run.section == IN_NOTES:
            notes[run.part] = found
            continue
        links[run.here, run.text] = found
        references += [some.reference for some in found if some.reference]
        if any(some.href for some in found):
            places.add((run.section, run.part))
    return replace(
        report,
        agenda=tuple(replace(item, text=in_run(item.text, links, "")) for item in report.agenda),
        sections=tuple(in_section(section, at, links, places) for at, section in enumerate(report.sections)),
        footnotes=tuple(
            replace(note, spans=cut(note.spans, notes[at])) if at in notes else note
            for at, note in enumerate(report.footnotes)
        ),
        references=tuple(references),
    )


def apart(found: Sequence[Found]) -> tuple[Found, ...]:
    """What was found in order without overlaps; only the same words may refer to several things."""
    kept: list[Found] = []
    for some in sorted(found, key=lambda some: (some.start, -some.end)):
        same = kept and (some.start, some.end, some.href) == (kept[-1].start, kept[-1].end, "")
        if not kept or same or some.start >= kept[-1].end:
            kept.append(some)
    return tuple(kept)


# ---------------------------------------------------------------- runs of text


def part_runs(part: Paragraph | Block) -> Iterator[tuple[str, Spans]]:
    """The runs of a paragraph or block, each with the nearest address."""
    if isinstance(part, Paragraph):
        for block in part.blocks:
            yield from block_runs(block, part.anchor)
    else:
        yield from block_runs(part, getattr(part, "anchor", ""))


def block_runs(block: Block, here: str) -> Iterator[tuple[str, Spans]]:
    if isinstance(block, Text | Label):
        yield here, block.spans
    elif isinstance(block, ItemList):
        for item in block.items:
            yield item.anchor or here, item.spans
    elif isinstance(block, Lines):
        for line in block.lines:
            yield here, line
    else:
        for mark, row in zip(marks_of(block), block.rows, strict=True):
            for cell in row:
                yield mark or here, cell


def marks_of(table: Table) -> tuple[str, ...]:
    return (*table.marks, *[""] * (len(table.rows) - len(table.marks)))


# ---------------------------------------------------------------- the same with links


def in_section(section: Section, at: int, found: Links, places: Collection[Place]) -> Section:
    changed = {number for number in range(len(section.content)) if (at, number) in places}
    if not changed:
        return section
    parts = (in_part(part, found) if number in changed else part for number, part in enumerate(section.content))
    return replace(section, content=tuple(parts))


def in_part(part: Paragraph | Block, found: Links) -> Paragraph | Block:
    if isinstance(part, Paragraph):
        return replace(part, blocks=tuple(in_block(block, found, part.anchor) for block in part.blocks))
    return in_block(part, found, getattr(part, "anchor", ""))


def in_block(block: Block, found: Links, here: str) -> Block:
    if isinstance(block, Text | Label):
        return replace(block, spans=in_run(block.spans, found, here))
    if isinstance(block, ItemList):
        return replace(block, items=tuple(in_item(item, found, here) for item in block.items))
    if isinstance(block, Lines):
        return replace(block, lines=tuple(in_run(line, found, here) for line in block.lines))
    rows = [
        tuple(in_run(cell, found, mark or here) for cell in row)
        for mark, row in zip(marks_of(block), block.rows, strict=True)
    ]
    return replace(block, rows=tuple(rows))


def in_item(item: Item, found: Links, here: str) -> Item:
    return replace(item, spans=in_run(item.spans, found, item.anchor or here))


def in_run(spans: Spans, found: Links, here: str) -> Spans:
    return cut(spans, found.get((here, plain(spans)), ()))


def cut(spans: Spans, found: Sequence[Found]) -> Spans:
    """The spans of a run with links; spans that are links, marks of notes or grades stay as they are."""
    links = [some for some in found if some.href]
    if not links:
        return spans
    done: list[Span] = []
    at = 0
    for span in spans:
        fixed = span.href or span.note or span.grade
        end = at + (0 if span.note else len(span.text))
        done += [span] if fixed else pieces(span, at, between(at, end, links))
        at = end
    return tuple(done)


def between(at: int, end: int, links: Sequence[Found]) -> Sequence[Found]:
    """Those of the links, which stand in order, that share a character with a span."""
    first = bisect_right(links, at, key=lambda some: some.end)
    return links[first : bisect_left(links, end, first, key=lambda some: some.start)]


def pieces(span: Span, at: int, links: Sequence[Found]) -> Iterator[Span]:
    """A span that begins at `at` in its run, cut where a link begins or ends."""
    end = at + len(span.text)
    inside = [(max(at, some.start), min(end, some.end), some.href) for some in links]
    place = at
    for first, last, href in inside:
        if first > place:
            yield replace(span, text=span.text[place - at : first - at])
        yield replace(span, text=span.text[first - at : last - at], href=href)
        place = last
    if place < end or not span.text:
        yield replace(span, text=span.text[place - at :])
