"""A pack in our form of text set as the PDF that a council's system would bind from the same words.

The text is parted where its papers begin; each is a paper of its own, in its own look, with a bookmark, the stamp of
its item on its pages, and where it asks for one a blank page before it. What only the text has is undone: a rule
under a row, a paragraph that the end of a page cut in two, marks of bold without a beginning.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from samples.pack_pdf import LEFT_BLANK, Block, Break, Bullet, Look, Number, Pack, Paper, Stamps, Table, Text, Truth

LABEL = r"(?:\d+(?:\.\d+)*|[IVX]+|[a-z])[.)]|\d+"
ITEM = re.compile(rf"(?P<indent> ?)- (?:(?P<label>{LABEL}) )?(?P<text>.*)")
NUMBERED = re.compile(r"(?P<label>\d+(?:\.\d+)*\.) (?P<text>.*)", re.DOTALL)
RULE = re.compile(r"^-[-\t]+\n", re.MULTILINE)
CUT = re.compile(r"(?<=[a-z])\n\n(?=[a-z])")
RUN_ON = re.compile(r"(?<=\w)(?=\*\*[A-Z]\w+\*\*$)", re.MULTILINE)
UNBEGUN = re.compile(r"^(- \d+ )([^*\n]+\*\*)$", re.MULTILINE)
EXPLAINED = re.compile(r"^(.{5,80}?) (?=To [a-z])")
UNDERLINED = re.compile(r"</?u>")
LONGEST_HEADING = 110


@dataclass(frozen=True, slots=True)
class Part:
    """A paper of the text: the words with which it begins, its kind, its item, its bookmark, its look."""

    begins: str
    kind: str
    item: str
    bookmark: str
    look: Look
    level: int = 0
    blank: bool = False  # a blank page before it


def bound(name: str, text: str, parts: Sequence[Part], stamps: Stamps) -> Pack:
    """The text as a pack; its truth is the text itself."""
    truth = Truth(name, name, "", "", "", (), (), (), 0)
    return Pack(name, tuple(papers(text, parts)), truth, stamps)


def papers(text: str, parts: Sequence[Part]) -> Iterator[Paper]:
    starts = [*(text.index(part.begins) for part in parts), len(text)]
    for part, (start, end) in zip(parts, pairwise(starts), strict=True):
        if part.blank:
            yield Paper("blank", (Text(LEFT_BLANK, "centre"),))
        stamp = f"Agenda Item {part.item}" if part.item and not part.level else ""
        blocks = tuple(blocks_of(text[start:end], part.kind))
        yield Paper(part.kind, blocks, part.look, part.item, stamp, part.bookmark, part.level)


def blocks_of(text: str, kind: str) -> Iterator[Block]:
    text = RULE.sub("", CUT.sub(" ", text))
    text = UNDERLINED.sub("**", UNBEGUN.sub(r"\1**\2", RUN_ON.sub("\n\n", text)))
    for chunk in filter(str.strip, re.split(r"\n\s*\n", text)):
        for form, lines in groupby(chunk.strip("\n").split("\n"), form_of):
            yield from block_of(form, list(lines), kind)


def form_of(line: str) -> str:
    return "row" if "\t" in line else "item" if ITEM.match(line) else "numbered" if NUMBERED.match(line) else "text"


def block_of(form: str, lines: Sequence[str], kind: str) -> Iterator[Block]:
    """The blocks of lines of one form that stand together."""
    if form == "row":
        yield table_of([line.split("\t") for line in lines], kind)
        if kind == "report":  # its judgements end the front page
            yield Break()
    elif form == "text":
        text = (" " if lines[0].startswith("**") else " // ").join(line.strip() for line in lines)
        bold = text.startswith("**") or (len(lines) == 1 and is_heading(text, kind))
        yield Text(text.strip("*") if text.startswith("**") else text, bold=bold, grow=float(bold))
    else:
        matches = (re.match(ITEM if form == "item" else NUMBERED, line) for line in lines)
        yield from (numbered(**match.groupdict()) for match in matches if match)


def numbered(label: str | None, text: str, indent: str = "") -> Block:
    if not label:
        return Bullet(text, 1 + len(indent))
    heads = label[-1] == "." and label[0].isdigit() and text.strip("'")[-1] not in ".:"
    return Number(label, f"**{text}**" if heads else text, 2 if label[-1] == ")" else 1)


def is_heading(text: str, kind: str) -> bool:
    """Whether a line is set in bold though the text has no mark of it: a heading of a report or of a front sheet."""
    if kind not in {"front", "report"} or len(text) > LONGEST_HEADING or not text[0].isalnum() or text[-1] in ".:;*":
        return False
    return kind == "report" or (" " in text and not re.search("[,:]", text))


def table_of(rows: Sequence[Sequence[str]], kind: str) -> Table:
    """Rows with rules around their cells, on a front sheet and in lists of those present without."""
    width = max(map(len, rows))
    cells = [tuple(cell.strip() for cell in (*row, *("",) * (width - len(row)))) for row in rows]
    if kind == "front":  # an item's title stands in bold above what explains it
        cells = [tuple(EXPLAINED.sub(r"**\1** // ", cell) for cell in row) for row in cells]
    spans = [bool(row[0]) and sum(map(bool, row)) * 2 < width for row in cells]
    shares = [share([row[at] for row, wide in zip(cells, spans, strict=True) if not wide]) for at in range(width)]
    first = next((at for at, wide in enumerate(spans) if not wide), 0)
    heads = first + 1 if len(cells) > first + 2 and is_head(cells[first]) else 0
    merged = [tuple(cell or "<" for cell in row) if wide else row for row, wide in zip(cells, spans, strict=True)]
    ruled = bool(heads) or kind in {"paper", "report"}
    return Table(tuple(merged), tuple(shares), heads, repeat=heads > 1, ruled=ruled)


def is_head(row: Sequence[str]) -> bool:
    return all(cell and ":" not in cell and cell[0].isalpha() for cell in row)


def share(column: Sequence[str]) -> float:
    """How wide a column is: wide enough for its longest word, wider for more words."""
    words = [1.3 * len(word) for cell in column for word in cell.split()]
    return max(4.0, *words, *(4 * math.sqrt(len(cell)) for cell in column))
