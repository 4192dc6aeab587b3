"""Rows of a table that the end of a page cut in two."""

from __future__ import annotations

import pytest

from converter.model import Kind, Line, Span, Spans, plain
from converter.recognise.rows import Row, goes_on, is_new_table, with_row


def spans(text: str) -> Spans:
    return (Span(text),) if text else ()


def cells(text: str) -> Row:
    return tuple(spans(cell) for cell in text.split("|"))


def row(text: str, gap: bool = True, size: float = 0.0) -> Line:
    return Line(Kind.ROW, cells=cells(text), gap=gap, size=size)


@pytest.mark.parametrize(
    ("text", "gap", "size", "expected"),
    [
        ("a|b", True, 0.0, False),
        ("a|b|c", False, 0.0, False),
        ("a|b|c", True, 11.0, False),
        ("a|b|c", True, 0.0, True),
        ("a", True, 0.0, True),
    ],
)
def test_another_table(text: str, gap: bool, size: float, expected: bool) -> None:
    assert is_new_table(cells("x|y"), row(text, gap, size)) is expected


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        ("", "and so on"),
        ("The ferry", ""),
        ("The ferry is slow.", "and dear"),
        ("The ferry", "The bus"),
        ("The ferry", "2021"),
        ("May", "202"),
        ("The ferry", "£3"),
    ],
)
def test_no_rest(above: str, cell: str) -> None:
    assert not goes_on(spans(above), spans(cell))


@pytest.mark.parametrize(
    ("above", "cell"),
    [
        ("The ferry", "is slow."),
        ("The ferry ", " is slow."),
        ("Heard on 4 May", "2021"),
        ("4 MAY", "2021 and later"),
        ("Paid by the", "Council"),
        ("Buses,", "Ferries"),
    ],
)
def test_a_rest(above: str, cell: str) -> None:
    assert goes_on(spans(above), spans(cell))


@pytest.mark.parametrize(
    ("last", "text", "gap", "size", "expected"),
    [
        ("The ferry|May", "is slow|2021", False, 0.0, ["The ferry|May", "is slow|2021"]),
        ("The ferry|May", "is slow|2021", True, 11.0, ["The ferry|May", "is slow|2021"]),
        ("The ferry|May", "is slow|2021|x", True, 0.0, ["The ferry|May", "is slow|2021|x"]),
        ("The ferry|May", "Buses|June", True, 0.0, ["The ferry|May", "Buses|June"]),
        ("The ferry|May", "Buses|2021", True, 0.0, ["The ferry|May", "Buses|2021"]),
        ("Ferry.|Paid.", "|and heard", True, 0.0, ["Ferry.|Paid.", "|and heard"]),
        ("The ferry|May", "is slow|2021", True, 0.0, ["The ferry is slow|May 2021"]),
        ("Ferry|It is paid", "|and heard.", True, 0.0, ["Ferry|It is paid and heard."]),
        ("The ferry|May.", "is slow|Paid", True, 0.0, ["The ferry is slow|May.", "|Paid"]),
        ("Ferry|Paid|Late.", "|heard|Open", True, 0.0, ["Ferry|Paid|Late.", "|heard|Open"]),
    ],
    ids=["no gap", "pdf", "other table", "own row", "own first", "ended", "whole", "empty first", "first only", "part"],
)
def test_with_a_row(last: str, text: str, gap: bool, size: float, expected: list[str]) -> None:
    found = with_row((cells(last),), row(text, gap, size))
    assert ["|".join(plain(cell) for cell in one) for one in found] == expected
