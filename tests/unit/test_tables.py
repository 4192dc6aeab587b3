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
