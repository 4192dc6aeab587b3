"""Labels before paragraphs and list items, and roman numerals."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from converter.recognise.labels import Label, label_of, roman, write_roman


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Children are safe.",
        "24",
        "24 children",
        "24.5% of children",
        "2019. 40 pupils",
        "1234. Too long",
        "24.5.2019 was a Friday",
        "I.T. services",
        "18.the quality",
        "10.30am",
        "3.1.2.4.5.6 deep",
        ".5 of a post",
        "IIII. Not written so",
        "VX. Not written so",
        "LL. Not written so",
        "C. A letter",
        "(see) below",
        "(123) too many figures",
        "a. letter with a dot",
        "1)text",
        "£3. Money",
        "- 1. bulleted",
    ],
)
def test_leaves_alone(text: str) -> None:
    assert label_of(text) is None


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("1. Children", Label("integer", "1", (1,), 3)),
        ("124.   Children", Label("integer", "124", (124,), 7)),
        ("18.", Label("integer", "18", (18,), 3)),
        ("18.The quality", Label("integer", "18", (18,), 3)),
        ("3.1 Context", Label("decimal", "3.1", (3, 1), 4)),
        ("3.1.2. Context", Label("decimal", "3.1.2", (3, 1, 2), 7)),
        ("1.2.3.4.5 Deep", Label("decimal", "1.2.3.4.5", (1, 2, 3, 4, 5), 10)),
        ("VIII. Find out", Label("roman", "VIII", (8,), 6)),
        ("I. Find out", Label("roman", "I", (1,), 3)),
        ("XIV.\tFind out", Label("roman", "XIV", (14,), 5)),
        ("a) keep", Label("bracket", "a)", (), 3)),
        ("A) keep", Label("bracket", "A)", (), 3)),
        ("(a) keep", Label("bracket", "(a)", (), 4)),
        ("(iv) keep", Label("bracket", "(iv)", (), 5)),
        ("12) keep", Label("bracket", "12)", (), 4)),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_finds(text: str, label: Label) -> None:
    assert label_of(text) == label


@given(st.integers(1, 89))
def test_a_roman_numeral_is_read_back(value: int) -> None:
    assert roman(write_roman(value)) == value


@given(st.text("IVXL", min_size=1, max_size=7))
def test_a_roman_numeral_has_one_spelling(number: str) -> None:
    assert roman(number) in range(90)
    if value := roman(number):
        assert write_roman(value) == number


@given(st.text(max_size=30))
def test_a_label_never_reaches_beyond_its_line(text: str) -> None:
    label = label_of(text)
    assert label is None or 0 < label.length <= len(text)


@given(st.lists(st.integers(1, 999), min_size=2, max_size=5), st.sampled_from(["", "."]))
def test_a_number_of_several_levels_keeps_its_parts(parts: list[int], dot: str) -> None:
    number = ".".join(map(str, parts))
    assert label_of(f"{number}{dot} Context") == Label("decimal", number, tuple(parts), len(number) + len(dot) + 1)
