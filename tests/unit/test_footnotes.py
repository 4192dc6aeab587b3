"""Footnotes and the marks that refer to them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.model import Footnote, Span, plain
from converter.read.text import read_text
from converter.recognise.footnotes import MARKS, number, take_footnotes


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Children are safe.",
        "The board¹ met.",
        "10 m² of floor",
        "- ¹ in an item is no note",
        "²",
        "1 A plain number is no mark.",
        "A¹\tB²",
    ],
)
def test_leaves_alone(text: str) -> None:
    lines = read_text(text)[1]
    assert take_footnotes(lines) == (lines, ())


def test_a_mark_becomes_a_reference_where_its_note_exists() -> None:
    rest, notes = take_footnotes(read_text("The board¹ met twice².\n\n¹ It has **nine** members.")[1])
    assert [line.spans for line in rest] == [
        (Span("The board"), Span("¹", note="1"), Span(" met twice².")),
    ]
    assert notes == (Footnote("1", (Span("It has "), Span("nine", bold=True), Span(" members.")), "1"),)


def test_marks_in_cells_items_and_styles() -> None:
    text = "**Grade¹**\tGood\n- an item¹\n\n¹ As printed."
    rest, _ = take_footnotes(read_text(text)[1])
    assert rest[0].cells[0] == (Span("Grade", bold=True), Span("¹", note="1"))
    assert rest[1].spans == (Span("an item"), Span("¹", note="1"))


@pytest.mark.parametrize(("mark", "digits"), [("¹", "1"), ("⁰", "0"), ("¹²", "12"), ("²³⁴⁵⁶⁷⁸⁹", "23456789")])
def test_number(mark: str, digits: str) -> None:
    assert number(mark) == digits


def test_a_mark_of_two_digits_is_one_mark() -> None:
    rest, notes = take_footnotes(read_text("One¹ and twelve¹².\n\n¹ First.\n¹² Twelfth.")[1])
    assert [span.note for span in rest[0].spans if span.note] == ["1", "12"]
    assert [note.mark for note in notes] == ["1", "12"]


@given(st.lists(st.text("ab. " + MARKS, min_size=1, max_size=12), max_size=8))
def test_every_reference_names_a_note_and_no_word_is_lost(rows: list[str]) -> None:
    lines = read_text("\n".join(rows))[1]
    rest, notes = take_footnotes(lines)
    keys = [note.key for note in notes]
    assert len(set(keys)) == len(keys)
    referred = [span for line in rest for span in line.spans if span.note]
    assert {span.note for span in referred} <= set(keys)
    assert len(rest) + len(notes) == len(lines)
    before = "".join(line.text for line in lines)
    after = "".join("".join(span.text for span in line.spans) for line in rest)
    noted = "".join(plain(note.spans) for note in notes)
    letters = [mark for mark in before if mark.isalpha()]
    assert sorted(letters) == sorted(mark for mark in after + noted if mark.isalpha())


def test_marks_that_begin_again_belong_to_the_next_note() -> None:
    rest, notes = take_footnotes(read_text("One¹ here.\n\n¹ First.\n\nTwo¹ there.\n\n¹ Second.")[1])
    assert [span.note for line in rest for span in line.spans if span.note] == ["1", "1-2"]
    assert [(note.mark, note.key) for note in notes] == [("1", "1"), ("1", "1-2")]
