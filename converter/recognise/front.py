"""The front page as it is printed, for the page to show beside what was read from it."""

from __future__ import annotations

from collections.abc import Sequence

from converter.model import Block, Item, ItemList, Kind, Line, Lines, Spans, Table
from converter.profiles import Profile
from converter.recognise.grades import grade_cell, graded, mark_grade


def front_blocks(front: Sequence[Line], profile: Profile) -> tuple[Block, ...]:
    """Rows as tables, items as lists, everything else line by line, printed grades marked."""
    blocks: list[Block] = []
    for line in front:
        last = blocks[-1] if blocks else None
        if line.kind is Kind.ROW:
            cells = tuple(grade_cell(cell) for cell in line.cells) if profile.judges else line.cells
            row = Table((*last.rows, cells)) if isinstance(last, Table) else Table((cells,))
            blocks[len(blocks) - isinstance(last, Table) :] = [row]
        elif line.kind is Kind.ITEM:
            items = (*last.items, Item(line.spans)) if isinstance(last, ItemList) else (Item(line.spans),)
            blocks[len(blocks) - isinstance(last, ItemList) :] = [ItemList(items)]
        else:
            lines = (*last.lines, mark(line, profile)) if isinstance(last, Lines) else (mark(line, profile),)
            blocks[len(blocks) - isinstance(last, Lines) :] = [Lines(lines)]
    return tuple(blocks)


def mark(line: Line, profile: Profile) -> Spans:
    found = graded(line.text, profile)
    return mark_grade(line.spans, found) if found and len(line.text) < 120 else line.spans
