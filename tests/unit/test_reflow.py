"""Lines that were broken at the right margin."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.reflow import heading_length, local_widths, reflow

ILACS = profile_named("ilacs")
SENTENCES = (
    "Children in Norbury live with carers who know them well and who stay in touch when they leave home. "
    "Social workers see them often, in places that the children choose, and write down what they say. "
    "Too few of them have a passport or a bank account by the time they are sixteen years old."
)


def whole(text: str, entries: tuple[str, ...] = ()) -> list[str]:
    return [line.text.strip() for line in reflow(read_text(text)[1], ILACS, entries)]


def wrapped(text: str, width: int = 60) -> str:
    return "\n".join(textwrap.wrap(text, width))


@pytest.mark.parametrize(
    "text",
    [
        "Norbury\n\nPort Stowle",
        f"{SENTENCES}\n\n{SENTENCES}",
        f"{SENTENCES}\n- an item",
        f"{SENTENCES}\n2. Another paragraph",
        f"{SENTENCES}\na) an item",
        "Grade\tGood\nand the next line",
        f"{SENTENCES}\nGrade\tGood",
        f"{SENTENCES}\nLead inspector: Gwenda Ashdale",
        f"{SENTENCES}\nInspection dates: 3 to 7 June 2019",
        "Gwenda Ashdale\nColin Marrackby\nPriya Wetherlam",
        "Shire House\nCorn Street\nMarket Harle",
        f"What needs to improve?\n{SENTENCES}",
    ],
    ids=lambda text: text[-24:],
)
def test_leaves_alone(text: str) -> None:
    assert whole(text) == [line.text.strip() for line in read_text(text)[1]]


@pytest.mark.parametrize("width", [40, 60, 72, 90, 110])
def test_a_wrapped_paragraph_is_one_line(width: int) -> None:
    assert whole(wrapped(f"1. {SENTENCES}", width)) == [f"1. {SENTENCES}"]


@pytest.mark.parametrize("width", [40, 60, 72, 90])
def test_paragraphs_stay_apart(width: int) -> None:
    text = f"{wrapped('1. ' + SENTENCES, width)}\n\n{wrapped('2. ' + SENTENCES, width)}"
    assert whole(text) == [f"1. {SENTENCES}", f"2. {SENTENCES}"]


def test_a_wrapped_item_is_one_item() -> None:
    text = f"{wrapped('- ' + SENTENCES)}\n{wrapped('- ' + SENTENCES)}"
    assert whole(text) == [SENTENCES, SENTENCES]


def test_a_small_letter_goes_on() -> None:
    assert whole("Short\nand so it goes on") == ["Short and so it goes on"]
    first, *_ = wrapped(SENTENCES).splitlines()
    assert whole(f"{first}\nIt ended.\nand a new one") == [f"{first} It ended.", "and a new one"]


def test_a_heading_over_two_lines() -> None:
    text = f"The experiences and progress of children who need\nhelp and protection\n{wrapped(SENTENCES)}"
    assert whole(text) == ["The experiences and progress of children who need help and protection", SENTENCES]


def test_a_heading_with_its_grade_on_the_next_line() -> None:
    text = f"The experiences and progress of care leavers: requires\nimprovement to be good\n{wrapped(SENTENCES)}"
    assert whole(text)[0] == "The experiences and progress of care leavers: requires improvement to be good"


@pytest.mark.parametrize(
    ("text", "length"),
    [
        ("What needs to improve?\nThe work.", 1),
        ("What needs to\nimprove?", 2),
        ("What needs\nto\nimprove?", 3),
        ("What\nneeds\nto\nimprove?", 0),
        ("What needs\n\nto improve?", 0),
        ("- What needs to improve?", 0),
        ("The work.\nWhat needs to improve?", 0),
    ],
)
def test_heading_length(text: str, length: int) -> None:
    assert heading_length(read_text(text)[1], 0, ILACS, ()) == length


def test_widths_are_those_of_the_lines_around() -> None:
    wide, narrow = "a" * 90, "b" * 60
    lines = read_text(f"{wide}\n{wide[:40]}\n\n{narrow}\nbb\n\nccc\ncc")[1]
    assert local_widths(lines) == [90, 90, 60, 60, 90, 90]
    assert local_widths(()) == []


PARAGRAPH = st.lists(st.sampled_from(SENTENCES.split()), min_size=4, max_size=60).map(" ".join)


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.integers(45, 100))
def test_no_word_is_lost_or_moved(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(wrapped(paragraph, width) for paragraph in paragraphs)
    assert " ".join(whole(text)).split() == " ".join(paragraphs).split()


@given(st.lists(PARAGRAPH, min_size=1, max_size=5), st.integers(45, 100))
def test_paragraphs_never_run_together(paragraphs: list[str], width: int) -> None:
    text = "\n\n".join(wrapped(paragraph, width) for paragraph in paragraphs)
    assert len(whole(text)) >= len(paragraphs)
