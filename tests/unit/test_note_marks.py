"""Numbers at the foot of a page that begin footnotes."""

from __future__ import annotations

import pytest

from converter.model import Kind, Line, Span
from converter.read.notes import with_note_marks
from converter.recognise.footnotes import take_footnotes

TEXT = "The river rose in the night and stood in the market place by the morning."


def line(text: str, size: float = 12.0, page: int = 1, number: int = 0) -> Line:
    return Line(Kind.TEXT, (Span(text),), size=size, page=page, line=number)


def marked(*notes: str, above: str = TEXT) -> list[str]:
    lines = [line(TEXT), line(above), *(line(note, 8.0) for note in notes)]
    return [found.text for found in with_note_marks(lines)][2:]


@pytest.mark.parametrize(
    "notes",
    [
        ["Source: the council"],
        ["12 The number after nothing."],
        ["2024 was a wet year."],
        ["Notes"],
    ],
)
def test_leaves_alone(notes: list[str]) -> None:
    assert marked(*notes) == notes


def test_leaves_text_in_the_usual_size_alone() -> None:
    assert [found.text for found in with_note_marks([line(TEXT), line("1 The bell was rung.")])][
        1
    ] == "1 The bell was rung."


@pytest.mark.parametrize(
    ("notes", "above", "expected"),
    [
        (["1 Q51", "2 Q52"], TEXT, ["¹ Q51", "² Q52"]),
        (["117 A letter", "118 Another"], "rung.¹¹⁷ and¹¹⁸", ["¹¹⁷ A letter", "¹¹⁸ Another"]),
        (
            ["1 Section 49 says 'under", "18 concerned'", "2 Next"],
            TEXT,
            ["¹ Section 49 says 'under", "18 concerned'", "² Next"],
        ),
        (["1 Letter of", "2 May 2020", "2 Another"], TEXT, ["¹ Letter of", "2 May 2020", "² Another"]),
        (["215 I NQ1"], "bell²¹⁵", ["²¹⁵ I NQ1"]),
    ],
)
def test_marks(notes: list[str], above: str, expected: list[str]) -> None:
    assert marked(*notes, above=above) == expected


def test_a_note_runs_on_over_lines_and_pages_and_the_text_around_it_closes() -> None:
    lines = [
        line("The bell¹ was", 12, 1, 1),
        line("¹ Hung in 1790 by a", 8, 1, 2),
        line("founder who was called", 8, 1, 3),
        line("rung.²", 12, 2, 4),
        line("Nobody", 8, 2, 5),
        line("² By nobody.", 8, 2, 6),
    ]
    rest, notes = take_footnotes(lines)
    assert [found.text for found in rest] == ["The bell was", "rung."]
    assert ["".join(span.text for span in note.spans) for note in notes] == [
        "Hung in 1790 by a founder who was called Nobody",
        "By nobody.",
    ]


def test_a_reference_belongs_to_the_note_on_its_own_page() -> None:
    lines = [
        line("Bell¹", 12, 1, 1),
        line("¹ One.", 8, 1, 2),
        line("Book¹", 12, 2, 3),
        line("¹ Two.", 8, 2, 4),
        line("m²", 12, 3, 5),
    ]
    rest, notes = take_footnotes(lines)
    assert [span.note for found in rest for span in found.spans if span.note] == ["1", "1-2"]
    assert [note.key for note in notes] == ["1", "1-2"]


def test_leaves_a_page_alone_that_is_set_in_small_type_below_its_headings() -> None:
    heading = Line(Kind.TEXT, (Span("20 March"),), size=12.0, bold=True, page=2)
    page = [line("1 Budget", 8.0, 2), heading, line("1 Budget", 8.0, 2), line("2 Results", 8.0, 2)]
    assert [found.text for found in with_note_marks([line(TEXT), line(TEXT), *page])][2:] == [one.text for one in page]
