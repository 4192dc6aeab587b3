"""The head of a paper: who it is from and to, what it is called, and its number.

    head = (label value | "AGENDA ITEM" N | reference)*

It is printed as rows of two cells or as "Label: value"; it ends with the first numbered or long line.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Kind, Line, plain
from converter.profiles import Profile
from converter.recognise.labels import label_of
from converter.recognise.packs.decisions import REFERENCE

FIELD = re.compile(r"(?P<label>[A-Z][\w /()’'.-]{1,45}?)\s*:\s+(?P<value>\S.*)", re.DOTALL)
REPORT_OF = re.compile(
    r"(?P<label>Report (?:of|by|from))\s+(?P<value>(?:the |Cllr |Councillor )?[A-Z].{3,200})", re.DOTALL
)
HEAD_LINES = 30
LONG = 220
MOST_CELLS = 4

Fields = tuple[tuple[str, str], ...]


def head_of(lines: Sequence[Line], profile: Profile) -> tuple[Fields, str, str]:
    """The fields of a paper's head as printed, the title and the reference that it gives."""
    fields: list[tuple[str, str]] = []
    title, reference, underlined = "", "", ""
    for line in lines[:HEAD_LINES]:
        if line.kind is Kind.ITEM or (line.kind is Kind.TEXT and (len(line.text) > LONG or label_of(line.text))):
            break
        cells = [cell.strip() for cell in line.text.split("\t") if cell.strip()]
        if not reference:
            reference = next((cell for cell in cells if REFERENCE.fullmatch(cell)), "")
        for label, value, means in pairs(cells, profile) if len(cells) <= MOST_CELLS else ():
            fields.append((label, value))
            title = title or (value if means == "title" else "")
        if line.kind is Kind.ROW and len(cells) == 1 and fields and not underlined and is_styled(line):
            underlined = cells[0]
    return tuple(fields), " ".join((title or underlined).split()), reference


def is_styled(line: Line) -> bool:
    """Whether the only filled cell of a row is set in bold, as a title is."""
    return all(span.bold for cell in line.cells for span in cell if span.text.strip()) and bool(plain(line.cells[0]))


def pairs(cells: Sequence[str], profile: Profile) -> Iterator[tuple[str, str, str]]:
    """The labels of one line with their values and what each label means."""
    if len(cells) > 1 and (means := meaning(cells[0], profile)):
        yield cells[0].rstrip(" :"), " ".join(cells[1:]), means
        return
    for cell in cells:
        match = FIELD.fullmatch(cell) or REPORT_OF.fullmatch(cell)
        if match and (means := meaning(match["label"], profile)):
            yield match["label"], match["value"].strip(), means


def meaning(label: str, profile: Profile) -> str:
    """What a printed label means: title, from, to, classification, meeting, contact or other; empty where unknown."""
    found = profile.first("fields", label.strip())
    return str(found[0].means["field"]) if found else ""
