"""The printed list of contents."""

from __future__ import annotations

import pytest

from converter.read.text import read_text
from converter.recognise.contents import entry_of, key, listed_again, take_contents

BODY = "Help at the front door\n\n1. Help comes early.\n\nChildren in care\n\n2. Children are safe.\n"


def taken(text: str) -> tuple[list[str], tuple[str, ...], list[str]]:
    rest, entries, left_out = take_contents(read_text(text)[1])
    assert {part.reason for part in left_out} <= {"printed contents list"}
    return [line.text for line in rest], entries, [part.text for part in left_out]


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"The contents of the file\n\n{BODY}",
        f"Contents\n\n{BODY.replace('Children in care', 'Care')}",
        "Contents",
        "",
        "Contents\n\n- Help at the front door 2\n",
    ],
    ids=["none", "the word in a sentence", "nothing listed", "only the word", "nothing", "items"],
)
def test_leaves_alone(text: str) -> None:
    lines = [line.text for line in read_text(text)[1]]
    rest, entries, left_out = taken(text)
    if entries:
        assert not [entry for entry in entries if entry not in BODY]
    else:
        assert (rest, left_out) == (lines, [])


@pytest.mark.parametrize("title", ["Contents", "CONTENTS", "Contents page", "Table of contents", "**Contents**"])
@pytest.mark.parametrize("dots", ["\t", " ........ ", " … ", "   ", " . . . . "], ids=repr)
def test_takes_the_list_out(title: str, dots: str) -> None:
    listed = f"{title}\n\nHelp at the front door{dots}2\nChildren in care{dots}14\n\n"
    rest, entries, left_out = taken(f"Norbury\n\n{listed}{BODY}")
    assert rest == [line.text for line in read_text(f"Norbury\n\n{BODY}")[1]]
    assert entries == ("Help at the front door", "Children in care")
    assert len(left_out) == 3


def test_an_entry_without_a_page_number_that_stands_again() -> None:
    rest, entries, _ = taken(f"Contents\n\nHelp at the front door\nChildren in care\t3\n\n{BODY}")
    assert entries == ("Help at the front door", "Children in care")
    assert rest[0] == "Help at the front door"


@pytest.mark.parametrize(
    ("text", "entry"),
    [
        ("Help at the front door", None),
        ("- Help at the front door 2", None),
        ("2", None),
        ("Help 2019", None),
        ("Help\t2", "Help"),
        ("1. Help ..... 12", "1. Help"),
        ("Help for 16 and 17 year olds\t7", "Help for 16 and 17 year olds"),
        ("word " * 50 + "7", None),
    ],
)
def test_entry_of(text: str, entry: str | None) -> None:
    assert entry_of(read_text(text)[1][0]) == entry


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Overall effectiveness", "Overall Effectiveness"),
        ("a. Being healthy", "Being healthy"),
        ("Well-being", "well being"),
        ("Children’s homes", "Children's homes:"),
    ],
)
def test_key_is_the_same(one: str, other: str) -> None:
    assert key(one) == key(other)


def test_listed_again() -> None:
    rest = " children in care help at the front door children in care care leavers "
    assert listed_again("Children in care", rest)
    assert not listed_again("Care leavers", rest)
    assert not listed_again("", rest)
    assert not listed_again("in car", rest)
