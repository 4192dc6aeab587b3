"""Paragraphs that a page break cut in two."""

from __future__ import annotations

import pytest

from converter.read.text import read_text
from converter.recognise.rejoin import continues, ended, items_end

LONG = "Plans for children in need are reviewed in a meeting to which the family and the school are always invited by"
OPEN = LONG + " letter and where somebody takes notes"


@pytest.mark.parametrize(
    ("text", "is_end"),
    [
        ("", False),
        ("Children are safe", False),
        ("Children are safe,", False),
        ("Children are safe.", True),
        ("Children are safe.  ", True),
        ("Are children safe?", True),
        ("The following:", True),
        ("one;", True),
        ("they said ‘no.’", True),
        ("(see appendix A.)", True),
        ("safe.²", True),
        ("in 2.4", False),
        ("aged 16-", False),
    ],
)
def test_ended(text: str, is_end: bool) -> None:
    assert ended(text) is is_end


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Children are safe.", "Carers are kind."),
        ("Children are safe.", "and carers are kind."),
        ("Children in care", "Carers are kind."),
        (OPEN, "- an item"),
        (OPEN, "Number\tShare"),
        ("Number\tShare", "and the rest of the text."),
        (OPEN, "Date: 10 March 2016"),
        ("- a short item", "The next paragraph starts here and is long enough to be taken for a sentence."),
        ("- a short item", "Short."),
    ],
)
def test_leaves_alone(before: str, after: str) -> None:
    assert not continues(read_text(f"{before}\n\n{after}")[1], 1)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("Children live with", "their brothers and sisters."),
        ("Children live with the", "Norbury carers whom they know."),
        ("young people aged 16-", "18. The quality of plans varies."),
        ("Children live with carers, and", "- and no item"),
        (OPEN, "Norbury is no exception."),
    ],
)
def test_continues(before: str, after: str) -> None:
    lines = read_text(f"{before}\n\n{after.removeprefix('- ')}")[1]
    assert continues(lines, 1)


def test_the_first_line_continues_nothing() -> None:
    lines = read_text("and so on\n\nwhich is without an end and")[1]
    assert not continues(lines, 0)


def test_an_item_without_its_full_stop_goes_on() -> None:
    items = "- one ends here.\n- two ends here.\n- three tells a worried teacher or receptionist\n\n"
    rest = "Whom to ring and what will be asked when the telephone is answered at night."
    lines = read_text(items + rest)[1]
    assert items_end(lines, 3)
    assert continues(lines, 3)


def test_items_without_full_stops_do_not_go_on() -> None:
    rest = "Inspectors then read the files of those children and spoke to all their carers."
    lines = read_text(f"- one\n- two\n- three\n\n{rest}")[1]
    assert not items_end(lines, 3)
    assert not continues(lines, 3)
