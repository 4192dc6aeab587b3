"""Grades: words, headings that print one, and cells."""

from __future__ import annotations

import pytest

from converter.model import Span, plain
from converter.profiles import profile_named
from converter.recognise.grades import WORDS, Graded, cell_grade, grade_cell, grade_of, graded, is_grade, mark_grade

OFSTED = profile_named("sif")


@pytest.mark.parametrize(
    "words", ["", "Norbury", "goodness", "goods", "improvement", "judged", "requires", "Grade 3", "satisfactory"]
)
def test_no_grade_in_these_words(words: str) -> None:
    assert grade_of(words) == ""
    assert not is_grade(words)


@pytest.mark.parametrize(
    ("words", "grade"),
    [
        ("Good", "good"),
        ("GOOD", "good"),
        ("Outstanding", "outstanding"),
        ("Inadequate", "inadequate"),
        ("Adequate", "adequate"),
        ("Requires improvement", "requires-improvement"),
        ("require improvement", "requires-improvement"),
        ("Requires  improvement to be good", "requires-improvement"),
        ("Not judged", "not-judged"),
        ("Grade 3 (adequate)", "adequate"),
        ("Grade 4: inadequate", "inadequate"),
        ("Good.", "good"),
    ],
)
def test_grade_words(words: str, grade: str) -> None:
    assert grade_of(words) == grade
    assert grade in dict(WORDS)
    assert is_grade(words)
    assert cell_grade((Span(f" {words} "),)) == grade


@pytest.mark.parametrize(
    "words", ["Good practice", "good and outstanding", "A good school", "Outcomes are good", "inadequate housing", ""]
)
def test_cells_that_hold_more_than_a_grade_are_left_alone(words: str) -> None:
    cell = (Span(words),)
    assert cell_grade(cell) == ""
    assert grade_cell(cell) == cell


def test_a_cell_with_only_a_grade_is_marked() -> None:
    assert grade_cell((Span("Requires", bold=True), Span(" improvement"))) == (
        Span("Requires improvement", grade="requires-improvement"),
    )


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Good practice",
        "Areas that require improvement",
        "Areas for improvement",
        "What does the local authority need to improve?",
        "This local authority requires improvement because",
        "An LSCB requires improvement if it does not hold its partners to account",
        "The following are good practice",
        "Outstanding (Grade 1)",
        "A judgement that requires improvement",
        "Good",
        "outstanding",
        "Plans for children in need are not good enough",
    ],
)
def test_headings_without_a_grade(text: str) -> None:
    assert graded(text, OFSTED) is None


@pytest.mark.parametrize(
    ("text", "title", "grade", "printed"),
    [
        ("Care leavers: good", "Care leavers", "good", "good"),
        ("Care leavers : Good.", "Care leavers", "good", "Good"),
        ("Children in care: requires improvement to be good", "Children in care", "requires-improvement", None),
        ("Care leavers: not judged", "Care leavers", "not-judged", "not judged"),
        ("Leadership, management and governance is inadequate", None, "inadequate", "inadequate"),
        ("Leadership and management are judged to be good", "Leadership and management", "good", "good"),
        ("The graded judgement for adoption performance is that it requires improvement", None, None, None),
        ("The quality of provision Grade 4 (inadequate)", "The quality of provision", "inadequate", None),
        ("The quality of provision. Grade 2 (good)", "The quality of provision", "good", "Grade 2 (good)"),
        ("Grade 3 (adequate)", "", "adequate", "Grade 3 (adequate)"),
        ("Grade 1 outstanding", "", "outstanding", None),
        ("The effectiveness of the LSCB requires improvement", "The effectiveness of the LSCB", None, None),
        ("Services for care leavers require improvement to be good.", "Services for care leavers", None, None),
    ],
)
def test_headings_with_a_grade(text: str, title: str | None, grade: str | None, printed: str | None) -> None:
    found = graded(text, OFSTED)
    assert found is not None
    assert found.grade == (grade or "requires-improvement")
    assert title is None or found.title == title
    assert text[found.start : found.end] == (printed or text[found.start : found.end])
    assert grade_of(text[found.start : found.end]) == found.grade


@pytest.mark.parametrize(
    ("spans", "marked"),
    [
        ((Span("Care leavers: good"),), (Span("Care leavers: "), Span("good", grade="good"))),
        (
            (Span("Care leavers: ", bold=True), Span("good", bold=True, italic=True)),
            (Span("Care leavers: ", bold=True), Span("good", grade="good")),
        ),
        (
            (Span("Care leavers"), Span("¹", note="1"), Span(": good.")),
            (Span("Care leavers"), Span("¹", note="1"), Span(": "), Span("good", grade="good"), Span(".")),
        ),
    ],
    ids=["one span", "two styles", "a footnote before it"],
)
def test_mark_grade(spans: tuple[Span, ...], marked: tuple[Span, ...]) -> None:
    found = graded(plain(spans), OFSTED)
    assert found is not None
    assert mark_grade(spans, found) == marked


def test_a_grade_over_two_spans_keeps_its_words() -> None:
    spans = (Span("Care leavers: requires "), Span("improvement", bold=True))
    found = graded(plain(spans), OFSTED)
    assert isinstance(found, Graded)
    marked = mark_grade(spans, found)
    assert plain(marked) == plain(spans)
    assert "".join(span.text for span in marked if span.grade) == "requires improvement"
