"""Running headers, footers and page numbers told from text at a page's edge."""

from __future__ import annotations

import pytest

from converter.read.furniture import part_furniture
from converter.read.rows import Piece, Row

HEIGHT = 800.0
BODY = [(400.0, "The river rose in the night."), (386.0, "Nobody had been told.")]


def rows(pages: list[list[tuple[float, str]]]) -> list[Row]:
    """Rows of 10 points at the heights given, from the top of each page to its foot."""
    placed = [(page, *row) for page, some in enumerate(pages, 1) for row in sorted(some, reverse=True)]
    return [
        Row(number, page, HEIGHT, (Piece(text, 72.0, 300.0, base, 10.0, False),))
        for number, (page, base, text) in enumerate(placed, 1)
    ]


def taken(pages: list[list[tuple[float, str]]]) -> list[str]:
    return [part.text for part in part_furniture(rows(pages))[1]]


@pytest.mark.parametrize(
    "feet",
    [
        [(60.0, "Twice is chance")] * 2,
        [(60.0, "1 Q51"), (60.0, "9 Q2"), (60.0, "23 Q54")],
        [(60.0, "7 INQ000012 para 4"), (60.0, "7 INQ000013 para 9"), (60.0, "31 INQ000014 para 2")],
        [(60.0, "one"), (60.0, "two"), (60.0, "three")],
    ],
    ids=["two pages", "notes of one shape", "notes with two numbers", "words that differ"],
)
def test_leaves_alone(feet: list[tuple[float, str]]) -> None:
    assert taken([[*BODY, foot] for foot in feet]) == []


def test_a_line_that_comes_back_inside_a_note_stays() -> None:
    note = [(80.0, "{} Letter of the board about the bell and who was"), (68.0, "to ring it, 3 May 2020")]
    pages = [[*BODY, *((base, text.format(7 * page)) for base, text in note)] for page in (1, 2, 3, 4)]
    assert taken(pages) == []


@pytest.mark.parametrize(
    ("feet", "reason"),
    [
        (["3", "4", "5"], "page number"),
        (["iii", "iv", "v"], "page number"),
        (["Page 1 of 9", "Page 2 of 9", "Page 3 of 9"], "page number"),
        (["Norbury, 3 May 2020"] * 3, "running header or footer"),
        (["Norbury report 11", "Norbury report 12", "Norbury report 13"], "running header or footer"),
    ],
)
def test_takes(feet: list[str], reason: str) -> None:
    _, left_out = part_furniture(rows([[*BODY, (40.0, foot)] for foot in feet]))
    assert [(part.text, part.reason) for part in left_out] == [(foot, reason) for foot in feet]


def test_a_section_s_name_that_heads_one_page_is_a_header_where_others_have_theirs() -> None:
    heads = ["The river", "The river", "The river", "The bell", "The bell rang"]
    pages = [[*BODY, (760.0, head)] for head in heads]
    pages.append([*BODY, (500.0, "The bell")])
    assert taken(pages) == ["The river", "The river", "The river", "The bell"]
