"""Boxes that head a chapter with its judgement: a table row of a known heading and its grade.

    Key judgement                                   Judgement grade
    Leadership, management and governance           Requires improvement

The row is a heading with its grade; the titles above its cells say nothing more, and are left out.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from converter.model import Kind, LeftOut, Line, Span, plain
from converter.profiles import Profile
from converter.recognise.grades import cell_grade
from converter.recognise.headings import Heading, named_title

LEVEL = 2
REASON = "titles of a judgement's cells"


def box_heading(lines: Sequence[Line], at: int, profile: Profile, entries: Collection[str]) -> Heading | None:
    """The heading that the row at `at` is, where it stands alone and names an area of judgement with its grade."""
    parts = graded_row(lines[at])
    if parts is None or any(graded_row(lines[near]) for near in (at - 1, at + 1) if 0 <= near < len(lines)):
        return None
    label, grade = parts
    named = named_title(plain(lines[at].cells[label]), profile, entries)
    if named is None or not named[2].get("area"):
        return None
    title, _, means = named
    words = plain(lines[at].cells[1 - label]).strip()
    spans = (*lines[at].cells[label], Span(" "), Span(words, grade=grade))
    return Heading(spans, title, LEVEL, grade, str(means["area"]), slug=str(means.get("slug", "")))


def graded_row(line: Line) -> tuple[int, str] | None:
    """The place of the label and the grade in a row of a label and a grade."""
    if line.kind is not Kind.ROW or len(line.cells) != 2:
        return None
    grades = [cell_grade(cell) for cell in line.cells]
    return (0, grades[1]) if grades[1] and not grades[0] else None


def without_titles(
    lines: Sequence[Line], profile: Profile, entries: Collection[str]
) -> tuple[tuple[Line, ...], tuple[LeftOut, ...]]:
    """The lines without the titles of such boxes' cells, and those as left out."""
    dropped = [
        at
        for at in range(len(lines) - 1)
        if lines[at].kind is Kind.ROW
        and profile.first("columns", lines[at].text)
        and box_heading(lines, at + 1, profile, entries)
    ]
    kept = tuple(line for at, line in enumerate(lines) if at not in dropped)
    return kept, tuple(LeftOut(lines[at].text, REASON, lines[at].line, lines[at].page) for at in dropped)
