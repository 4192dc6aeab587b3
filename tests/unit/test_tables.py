"""Tables whose entries run over several lines."""

from __future__ import annotations

import pytest

from converter.read.layout import lines_of
from converter.read.rows import Piece, Row

Printed = list[tuple[float, list[tuple[float, str]]]]


def rows(printed: Printed) -> list[Row]:
    """Rows of 10 points: the step down to each, then its cells with their left edges."""
    base, made = 700.0, []
    for number, (step, cells) in enumerate(printed, 1):
        base -= step
        pieces = tuple(Piece(text, left, left + 5.0 * len(text), base, 10.0, False) for left, text in cells)
        made.append(Row(number, 1, 800.0, pieces))
    return made


def read(printed: Printed) -> list[str]:
    return [line.text for line in lines_of(rows(printed))]


TABLE: Printed = [
    (0, [(60, "Term"), (200, "What it means here")]),
    (15, [(60, "Bell"), (200, "A thing that")]),
    (12, [(200, "rings.")]),
    (15, [(60, "Old"), (200, "One that has")]),
    (12, [(60, "bridge"), (200, "stood there long.")]),
    (15, [(60, "Market"), (200, "A place.")]),
]


def test_an_entry_is_one_row() -> None:
    assert read(TABLE) == [
        "Term\tWhat it means here",
        "Bell\tA thing that rings.",
        "Old bridge\tOne that has stood there long.",
        "Market\tA place.",
    ]


def test_a_column_that_is_nearly_touched_is_one_still() -> None:
    near: Printed = [*TABLE, (15, [(60, "A very long name of a thing"), (200, "And what it is.")])]
    assert read(near)[-1] == "A very long name of a thing\tAnd what it is."


@pytest.mark.parametrize(
    "printed",
    [
        [(12.0, [(60.0, f"A line of running text {number}")]) for number in range(8)],
        [(12.0, [(60.0, f"{number}."), (80.0, "A paragraph that is numbered.")]) for number in range(1, 9)],
    ],
    ids=["text", "numbers"],
)
def test_leaves_alone(printed: Printed) -> None:
    assert all("\t" not in text for text in read(printed))


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (
            [
                (0, [(90, "To say that the meeting is recorded, and where the recording can be heard.")]),
                (18, [(60, "2 APOLOGIES")]),
                (18, [(60, "3 MINUTES"), (500, "2 - 3")]),
            ],
            [
                "To say that the meeting is recorded, and where the recording can be heard.",
                "2 APOLOGIES",
                "3 MINUTES\t2 - 3",
            ],
        ),
        (
            [(0, [(60, "1 NOTICE")]), (18, [(60, "2 BUDGET"), (500, "4")])],
            ["1 NOTICE", "2 BUDGET\t4"],
        ),
        (
            [(0, [(60, "School places and")]), (12, [(60, "16 Plus"), (500, "Good")])],
            ["School places and 16 Plus\tGood"],
        ),
        (
            [(0, [(60, "18"), (120, "7"), (160, "BUDGET")]), (60, [(60, "12"), (90, "40 pupils left.")])],
            ["18\t7 BUDGET", "12 40 pupils left."],
        ),
        (
            [(0, [(60, "A2"), (100, "Minutes")]), (12, [(100, "Minutes of the meeting held in June, attached.")])],
            ["A2\tMinutes\nMinutes of the meeting held in June, attached."],
        ),
        (
            [(0, [(60, "4 School places"), (500, "2 - 3")]), (12, [(100, "Appendix: list of schools in the county")])],
            ["4 School places\nAppendix: list of schools in the county\t2 - 3"],
        ),
        (
            [(0, [(60, "A2"), (100, "School places in all of the county and")]), (12, [(100, "Meals in schools")])],
            ["A2\tSchool places in all of the county and Meals in schools"],
        ),
        (
            [(0, [(60, "Bell"), (100, "Minutes")]), (12, [(100, "Minutes of the meeting held in June, attached.")])],
            ["Bell\tMinutes Minutes of the meeting held in June, attached."],
        ),
    ],
    ids=["below words", "two items", "a label", "pages first", "title", "title and number", "long title", "no number"],
)
def test_items_of_an_agenda(printed: Printed, expected: list[str]) -> None:
    assert read(printed) == expected
