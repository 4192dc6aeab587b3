"""Boxes that head a chapter with its judgement: headings with their grade, nothing else a heading."""

from __future__ import annotations

import pytest

from converter.model import Kind, Line, Span, plain
from converter.profiles import profile_named
from converter.recognise.boxes import box_heading, without_titles
from converter.recognise.structure import sections_of

SIF = profile_named("sif")
LEADERS = "Leadership, management and governance"
HELP = "The experiences and progress of children who need help and protection"


def row(*cells: str) -> Line:
    return Line(Kind.ROW, cells=tuple((Span(cell),) if cell else () for cell in cells), gap=True, page=3)


def text(words: str) -> Line:
    return Line(Kind.TEXT, (Span(words),), gap=True, page=3)


TITLES = row("Key judgement", "Judgement grade")
SENTENCE = text("1. Leaders in Norbury know their service well, and staff like to work there.")


@pytest.mark.parametrize(
    ("lines", "at", "grade", "area"),
    [
        ([row(LEADERS, "Good")], 0, "good", "leadership"),
        (
            [SENTENCE, TITLES, row(HELP, "Requires improvement"), SENTENCE],
            2,
            "requires-improvement",
            "help-and-protection",
        ),
        ([row(LEADERS, "Inadequate"), text("Summary")], 0, "inadequate", "leadership"),
    ],
    ids=["alone", "under its titles", "over a heading"],
)
def test_a_box_is_a_heading(lines: list[Line], at: int, grade: str, area: str) -> None:
    found = box_heading(lines, at, SIF, ())
    assert found is not None
    assert (found.grade, found.area, found.level) == (grade, area, 2)
    assert [span.grade for span in found.spans if span.grade] == [grade]


@pytest.mark.parametrize(
    ("lines", "at"),
    [
        ([row("Children seen", "Good")], 0),
        ([row(LEADERS, "12")], 0),
        ([row(LEADERS, "Good", "2014")], 0),
        ([row("Good", "Good")], 0),
        ([row(LEADERS, "Good"), row(HELP, "Good")], 0),
        ([row(LEADERS, "Good"), row(HELP, "Good")], 1),
        ([text(f"{LEADERS} is good")], 0),
        ([row("Recommendations", "Good")], 0),
    ],
    ids=["no heading", "no grade", "three cells", "grade twice", "first of a table", "last of it", "text", "no area"],
)
def test_a_row_of_another_table_is_none(lines: list[Line], at: int) -> None:
    assert box_heading(lines, at, SIF, ()) is None


def test_the_titles_above_a_box_are_left_out_with_a_reason() -> None:
    kept, left_out = without_titles([SENTENCE, TITLES, row(LEADERS, "Good")], SIF, ())
    assert kept == (SENTENCE, row(LEADERS, "Good"))
    assert [(part.text, part.reason, part.page) for part in left_out] == [
        ("Key judgement\tJudgement grade", "titles of a judgement's cells", 3)
    ]


def test_titles_of_anything_else_stay() -> None:
    lines = (TITLES, SENTENCE, TITLES)
    assert without_titles(lines, SIF, ()) == (lines, ())


def test_paragraphs_under_a_box_stand_in_its_section() -> None:
    lines = [
        row(HELP, "Good"),
        text("1. Help comes early in Norbury, and it comes at once."),
        row(LEADERS, "Good"),
        text("2. Leaders in Norbury know their service well."),
        text("3. Staff like to work there, and stay."),
    ]
    found = [(plain(section.title), section.grade, len(section.content)) for section in sections_of(lines, SIF, ())]
    assert found == [(f"{HELP} Good", "good", 1), (f"{LEADERS} Good", "good", 2)]
