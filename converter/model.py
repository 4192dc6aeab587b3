"""The values that pass between the stages; all are frozen, a stage returns new ones."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cached_property

from converter.heard import Heard
from converter.meeting import Meeting, Minutes, Paper, Tracker

# ---------------------------------------------------------------- read


@dataclass(frozen=True, slots=True)
class Span:
    """A run of text in one style; `note` is the mark of the footnote it refers to.

    `meaning` is what an abbreviation stands for, on the page where its report defines it.
    """

    text: str
    bold: bool = False
    italic: bool = False
    href: str = ""
    note: str = ""
    grade: str = ""
    meaning: str = ""


Spans = tuple[Span, ...]


def plain(spans: Iterable[Span]) -> str:
    """The text of `spans` without its styles and footnote marks."""
    return "".join(span.text for span in spans if not span.note)


class Kind(StrEnum):
    """What the layout alone says about a line."""

    TEXT = "text"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True)
class Line:
    """One unit of layout: a run of text, a list item with its marker, or a table row.

    `line` counts from 1 in a text file; `page` counts from 1 in a PDF and is None elsewhere.
    `gap` says that white space stood before it; `size` is in points, 0 where unknown.
    `merged` is there where cells of a row are merged: how many columns each covers, 0 for a covered one.
    """

    kind: Kind
    spans: Spans = ()
    cells: tuple[Spans, ...] = ()
    marker: str = ""
    depth: int = 0
    gap: bool = False
    line: int = 0
    page: int | None = None
    size: float = 0.0
    bold: bool = False
    merged: tuple[int, ...] = ()

    @cached_property
    def text(self) -> str:
        """The plain text, cells parted by tabs."""
        if self.kind is Kind.ROW:
            return "\t".join(plain(cell) for cell in self.cells)
        return plain(self.spans)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Words of the source that are not on the page, and why."""

    text: str
    reason: str
    line: int = 0
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """An entry of a PDF's outline: its level counts from 1, its page from 1."""

    title: str
    level: int
    page: int


class Holds(StrEnum):
    """What a page of a PDF holds: words, nothing that says more than that it is blank, a picture, one with a title."""

    TEXT = "text"
    NOTHING = "nothing"
    PICTURE = "picture"
    TITLED = "picture with a title"


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands on a page of a PDF beside its text.

    `number` is the page's number as printed or stamped on it ("13"), `stamp` what a meeting's system stamped on it
    ("Agenda Item 5"); both are empty where there is none.
    """

    number: str = ""
    stamp: str = ""
    holds: Holds = Holds.TEXT


@dataclass(frozen=True, slots=True)
class Source:
    """A file as it was read: its lines, what the reader already left out, and a PDF's pages and outline."""

    file: str
    sha256: str
    form: str
    lines: tuple[Line, ...]
    left_out: tuple[LeftOut, ...] = ()
    pages: int | None = None
    sheets: tuple[Sheet, ...] = ()
    outline: tuple[Bookmark, ...] = ()


# ---------------------------------------------------------------- recognise


@dataclass(frozen=True, slots=True)
class Text:
    """A run of text with no number of its own; as in every block, `page` is the one of a PDF on which it begins.

    `decides` is the kind of decision that the block records, empty where it records none.
    """

    spans: Spans
    anchor: str = ""
    page: int | None = None
    decides: str = ""


@dataclass(frozen=True, slots=True)
class Label:
    """A line that introduces what follows inside a paragraph, such as "Within three months:"."""

    spans: Spans


@dataclass(frozen=True, slots=True)
class Item:
    """A list item; `label` is its printed letter or number, empty for a bullet."""

    spans: Spans
    label: str = ""
    depth: int = 0
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class ItemList:
    """List items in reading order."""

    items: tuple[Item, ...]
    anchor: str = ""
    page: int | None = None
    decides: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells, shorter rows filled up with empty cells.

    `marks` are the addresses of rows that have one, as in a tracker; `closed` those that need no further action.
    """

    rows: tuple[tuple[Spans, ...], ...]
    anchor: str = ""
    page: int | None = None
    marks: tuple[str, ...] = ()
    closed: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Lines:
    """Short lines that belong together, such as an address."""

    lines: tuple[Spans, ...]
    anchor: str = ""
    page: int | None = None


Block = Text | Label | ItemList | Table | Lines


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A numbered paragraph; `number` is exactly what the report prints.

    `within` is the number of the minute in which the numbers begin again.
    """

    number: str
    blocks: tuple[Block, ...]
    anchor: str = ""
    page: int | None = None
    line: int = 0
    run: int = 1
    within: str = ""
    decides: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and what stands under it up to the next heading; the first one may have no title.

    `level` is 2 to 4; `grade` is the one printed in the heading, empty where none is.
    """

    title: Spans = ()
    level: int = 2
    anchor: str = ""
    slug: str = ""
    number: str = ""
    number_anchor: str = ""
    run: int = 1
    grade: str = ""
    area: str = ""
    role: str = ""
    content: tuple[Paragraph | Block, ...] = ()
    line: int = 0


@dataclass(frozen=True, slots=True)
class Footnote:
    """A note at the foot of a page, under the mark the report prints; `key` tells equal marks apart."""

    mark: str
    spans: Spans
    key: str


@dataclass(frozen=True, slots=True)
class Judgement:
    """One graded row: the area, the label as printed, the grade's slug."""

    area: str
    label: str
    grade: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Recommendation:
    """One recommendation or area for improvement; `deadline` is None where the report prints none.

    `to` is whom it asks, as far as the report says so, several parted by "; "; `ref` is what it refers to at its end,
    such as a part of the national framework; `outcome` what a paper says was done about it.
    """

    anchor: str
    text: str
    deadline: str | None = None
    ref: str = ""
    outcome: str = ""
    to: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation and what a report says that it stands for, as printed, at the address where it says so.

    `anchor` is empty where only the front page does.
    """

    abbreviation: str
    meaning: str
    anchor: str


@dataclass(frozen=True, slots=True)
class Authority:
    """A place with children's services."""

    slug: str
    name: str


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """One item of a committee's agenda; `pages` as printed, `starts` the page of the PDF on which they begin."""

    number: str
    title: str
    text: Spans
    pages: str = ""
    anchor: str = ""
    starts: int | None = None


@dataclass(frozen=True, slots=True)
class WordCount:
    """What became of the words of a whole file: all of them, those left out by reason, those missing on its pages."""

    all: int
    left_out: tuple[tuple[str, int], ...] = ()
    lost: int = 0


@dataclass(frozen=True, slots=True)
class SourceRef:
    """Where a report was found; `pages` is the first and last page in a PDF, `words` counts those of the whole file."""

    file: str
    sha256: str
    chosen: bool = True
    pages: tuple[int, int] | None = None
    words: WordCount | None = None


@dataclass(frozen=True, slots=True)
class Reference:
    """Words that refer to another place or to an inspection: where they stand, what they name, what became of it.

    `to` is the address (report#anchor) of the one place that fits, empty where there is none; `status` says why;
    `kind` is a kind of inspection ("focused-visit") or of place ("paragraph"); `when` is 2018 or 2018-05.
    """

    anchor: str
    text: str
    kind: str
    status: str
    to: str = ""
    when: str = ""
    authority: str = ""


HELD, NOT_HELD, UNCERTAIN = "held", "not held", "uncertain"


Asks = frozenset[tuple[frozenset[str], str, frozenset[str]]]  # who is asked, about which matter, which sides of it


@dataclass(frozen=True, slots=True)
class Gist:
    """What a numbered paragraph, or a `point` that is asked for, is about, for the comparison with other reports.

    `theme` is its main theme, `grade` the one of its section; `offered` says whether it may stand beside others; in an
    inspection report's graded section it is told to speak `well` of what it is about or to be `faulted`. `words` are
    the numbers of its words (`link/likeness.py`), packed, in the order of the words.
    """

    anchor: str
    theme: str
    number: str = ""
    grade: str = ""
    offered: bool = False
    well: bool = False
    faulted: bool = False
    point: bool = False
    words: bytes = b""


@dataclass(frozen=True, slots=True)
class Report:
    """One document of the site: a report, a committee pack, or one of its items.

    `id` is its address below /reports/; `short` names it in references ("Essex 2014"); `front` is the front
    page as printed. A report about no authority names its `publisher`; `month` is that of its publication
    (2024-07) where it prints no day; `licence` holds the terms that it prints, where they were found. A pack has a
    `meeting`, an item `papers`, and where they stand in it the `record` of a meeting and `trackers`. `terms` are the
    abbreviations that it defines; `themes` are those of each block, recommendation and section, by its anchor;
    `publish` says whether the source itself may be on the site, None where its owner did not say. `heard`, `gists`
    and `asks` (what each recommendation asks) are what the links between documents need of its words; None where nobody
    looked yet.
    """

    id: str
    kind: str
    framework: str
    title: str
    printed_title: str
    authority: Authority | None
    sources: tuple[SourceRef, ...]
    start: date | None = None
    end: date | None = None
    published: date | None = None
    month: str = ""
    publisher: str = ""
    licence: str = ""
    lead_inspector: str | None = None
    judgements: tuple[Judgement, ...] = ()
    front: tuple[Block, ...] = ()
    sections: tuple[Section, ...] = ()
    footnotes: tuple[Footnote, ...] = ()
    recommendations: tuple[Recommendation, ...] = ()
    references: tuple[Reference, ...] = ()
    agenda: tuple[AgendaItem, ...] = ()
    meeting: Meeting | None = None
    papers: tuple[Paper, ...] = ()
    record: Minutes | None = None
    trackers: tuple[Tracker, ...] = ()
    short: str = ""
    parent: str = ""
    children: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    damaged: bool = False
    left_out: tuple[LeftOut, ...] = ()
    words_kept: float | None = None
    terms: tuple[Term, ...] = ()
    themes: tuple[tuple[str, tuple[str, ...]], ...] = ()
    source_url: str = ""
    publish: bool | None = None
    heard: Heard | None = None
    gists: tuple[Gist, ...] | None = None
    asks: tuple[Asks, ...] | None = None

    @property
    def overall(self) -> str | None:
        """The grade of the overall judgement, None where the report prints none."""
        return next((row.grade for row in self.judgements if row.area == "overall"), None)

    def paragraphs(self) -> Iterator[tuple[Section, Paragraph]]:
        """Every numbered paragraph with its section, in order."""
        for section in self.sections:
            for part in section.content:
                if isinstance(part, Paragraph):
                    yield section, part


def in_force(sections: Iterable[Section], value: Callable[[Section], str]) -> dict[str, str]:
    """What holds in each section by its anchor: its own value, else that of the nearest section around it."""
    found: dict[str, str] = {}
    above: list[tuple[int, str]] = []
    for section in sections:
        above = [(level, outer) for level, outer in above if level < section.level]
        own = value(section) or (above[-1][1] if above else "")
        above.append((section.level, own))
        if own:
            found[section.anchor] = own
    return found


def block_text(block: Block | Paragraph) -> str:
    """The plain text of a block, its parts joined by one space."""
    return " ".join(plain(spans).strip() for spans in block_spans(block))


def block_spans(block: Block | Paragraph) -> Iterator[Spans]:
    """Every run of spans in a block, in reading order."""
    if isinstance(block, Paragraph):
        for part in block.blocks:
            yield from block_spans(part)
    elif isinstance(block, Text | Label):
        yield block.spans
    elif isinstance(block, ItemList):
        for item in block.items:
            yield (Span(item.label + " "), *item.spans) if item.label else item.spans
    elif isinstance(block, Table):
        for row in block.rows:
            yield from row
    else:
        yield from block.lines
