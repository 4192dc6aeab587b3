"""The judgements of a report: its table, the sentences on its front page, then its graded headings.

A report of 2009-12 closes with a record of main findings in two halves. A half begins at its row "Overall
effectiveness" and not at the heading above it, which a report may repeat in the wrong place. Which halves there are
is what the framework judges.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from converter.model import Judgement, Line, Section, Spans, Table, plain
from converter.profiles import Profile
from converter.recognise.areas import HALVES, area_in_half, area_of
from converter.recognise.authority import slugify
from converter.recognise.grades import cell_grade, grade_of

WHOLE = re.compile(r"overall effectiveness", re.IGNORECASE)


def judgements_of(front: Sequence[Line], sections: Sequence[Section], profile: Profile) -> tuple[Judgement, ...]:
    """Every judgement once, by area; the front page before the headings."""
    if not profile.judges:
        return ()
    record = next((section for section in sections if section.role == "record"), None)
    if record:
        return unique(read_record(record, profile))
    found = [*front_rows(front, profile), *front_sentences(front, profile), *graded_sections(sections)]
    return unique(sorted(found, key=lambda row: row.area != "overall"))


def unique(rows: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """The first row of each area."""
    kept: dict[str, Judgement] = {}
    for row in rows:
        kept.setdefault(row.area, row)
    return tuple(kept.values())


def judgement(area: str, label: str, grade: str) -> Judgement:
    return Judgement(area, label, grade, f"judgement-{slugify(area)}")


def graded_cells(cells: Sequence[Spans]) -> tuple[str, str] | None:
    """The label and the grade of a table row, where it has both."""
    grades = [grade for cell in cells if (grade := cell_grade(cell))]
    label = " ".join(text for cell in cells if (text := plain(cell).strip()) and not cell_grade(cell))
    return (label, grades[-1]) if grades and label else None


def front_rows(front: Sequence[Line], profile: Profile) -> Iterator[Judgement]:
    for line in front:
        if row := graded_cells(line.cells):
            area = area_of(row[0], profile)
            yield judgement(area or slugify(row[0]), row[0], row[1])


def front_sentences(front: Sequence[Line], profile: Profile) -> Iterator[Judgement]:
    for line in front:
        text = line.text.strip()
        if hit := profile.first("front", text):
            label = text[: hit[1].start("grade")].strip()
            yield judgement(str(hit[0].means["area"]), label.removesuffix(" is"), grade_of(hit[1]["grade"]))


def graded_sections(sections: Sequence[Section]) -> Iterator[Judgement]:
    """The judgements of headings, for the areas that the front page does not give."""
    for section in sections:
        if section.grade and section.area:
            label = plain(span for span in section.title if not span.grade).strip(" :.")
            yield judgement(section.area, label, section.grade)


def read_record(record: Section, profile: Profile) -> Iterator[Judgement]:
    """The rows of the record of main findings, each with the half it stands in."""
    judged = {area.area for area in profile.judged}
    halves = (half for half, area in HALVES.items() if area in judged)
    half = ""
    for block in record.content:
        for row in block.rows if isinstance(block, Table) else ():
            found = graded_cells(row)
            if not found:
                continue
            label, grade = found
            if WHOLE.match(label) or not half:
                half = next(halves, half)
            yield judgement(area_in_half(half, label), label, grade)
