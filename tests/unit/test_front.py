"""The front page as it is printed."""

from __future__ import annotations

import pytest

from converter.model import ItemList, Lines, Span, Table, block_text
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.front import front_blocks

ILACS = profile_named("ilacs")


def kinds(text: str) -> list[str]:
    return [type(block).__name__ for block in front_blocks(read_text(text)[1], ILACS)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("Norbury", ["Lines"]),
        ("Norbury\n\nPort Stowle", ["Lines"]),
        ("- one\n- two", ["ItemList"]),
        ("A\tB\nC\tD", ["Table"]),
        ("Norbury\nA\tB\nC\tD\n- one\nPort Stowle", ["Lines", "Table", "ItemList", "Lines"]),
    ],
)
def test_blocks(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


def test_no_word_is_lost() -> None:
    text = "Norbury\nA\tB\nC\tD\n- one\n- two\nPort Stowle\n\nCare leavers: good"
    blocks = front_blocks(read_text(text)[1], ILACS)
    assert " ".join(block_text(block) for block in blocks).split() == text.replace("- ", "").split()


def test_grades_are_marked() -> None:
    blocks = front_blocks(read_text("Overall effectiveness\tGood\nCare leavers: good\n- Good")[1], ILACS)
    table, lines, items = blocks
    assert isinstance(table, Table)
    assert table.rows[0][1] == (Span("Good", grade="good"),)
    assert isinstance(lines, Lines)
    assert lines.lines[0] == (Span("Care leavers: "), Span("good", grade="good"))
    assert isinstance(items, ItemList)
    assert items.items[0].spans == (Span("Good"),)


def test_a_long_sentence_that_ends_in_a_grade_is_left_alone() -> None:
    text = (
        "Since the last inspection of the county, which took place in the spring of 2016, a great many people "
        "have asked whether all of this is good"
    )
    (lines,) = front_blocks(read_text(text)[1], ILACS)
    assert isinstance(lines, Lines)
    assert lines.lines == ((Span(text),),)
