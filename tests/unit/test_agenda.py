"""The agenda of a committee pack."""

from __future__ import annotations

import pytest

from converter.model import plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.packs.agenda import item_name, read_agenda

PACK = profile_named("committee-pack")


def items(text: str) -> list[tuple[str, str, str]]:
    return [(item.number, item.title, item.pages) for item in read_agenda(read_text(text)[1], PACK)[1]]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The committee meets in Market Harle.",
        "1. Apologies",
        "- Apologies",
        "2\tDeclarations\t",
        "- 2 Declarations",
        "1\t\t3",
        "1",
        "one\tApologies",
        "10:00\tThursday, 10 March 2016\tLantern Room",
        "- 1 small letter",
    ],
)
def test_no_agenda(text: str) -> None:
    assert items(text) == []


def test_nothing_begins_where_no_agenda_is() -> None:
    lines = read_text("One\n\nTwo")[1]
    assert read_agenda(lines, PACK) == (2, ())


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1\tApologies\t", [("1", "Apologies", "")]),
        ("1\tApologies\t3 - 4", [("1", "Apologies", "3 - 4")]),
        ("1.\tApologies\t12", [("1", "Apologies", "12")]),
        ("- 1 Apologies\n- 2. Declarations", [("1", "Apologies", ""), ("2", "Declarations", "")]),
        ("1\tApologies\t\n3\tMinutes\t\n2\tDeclarations\t", [("1", "Apologies", ""), ("2", "Declarations", "")]),
        ("1\tApologies To hear who is absent.\t", [("1", "Apologies", "")]),
        ("1\t**Apologies** To hear who is absent.\t", [("1", "Apologies", "")]),
        ("1\tApologies\t\n1\tApologies\t", [("1", "Apologies", "")]),
        (
            "A1\tApologies\t\nA2\tMinutes\t1 - 2\nB1\tBudget\t3",
            [("A1", "Apologies", ""), ("A2", "Minutes", "1 - 2"), ("B1", "Budget", "3")],
        ),
        ("10.30 am\t1\tApologies\t3", [("1", "Apologies", "3")]),
        ("10.30 am\t1. Apologies (Pages 3 - 4)", [("1", "Apologies", "3 - 4")]),
        ("No\tWard\tItem\tPage\n1\tKirk Moss\t**A new school** To hear.\t3", [("1", "A new school", "3")]),
        ("No\tItem\tPage\n6 .1\tBudget 3 - 4 for schools\tAll", [("6.1", "Budget for schools", "3 - 4")]),
        ("1\tMOSS: A NEW SCHOOL To hear of it.\t3", [("1", "MOSS: A NEW SCHOOL", "3")]),
        (
            "1\tBudget\t\n(a)\tSchools\t3\n(b)\tFostering\t4",
            [("1", "Budget", ""), ("1a", "Schools", "3"), ("1b", "Fostering", "4")],
        ),
        ("1\tBudget\t2\n(a)\tof one meeting\t", [("1", "Budget", "2")]),
    ],
    ids=[
        "row",
        "pages",
        "dot",
        "bullets",
        "out of order",
        "explained",
        "bold",
        "twice",
        "lettered parts",
        "time",
        "time in a line",
        "ward",
        "pages amid the title",
        "capitals",
        "parts of an item",
        "no part without pages",
    ],
)
def test_items(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [("a4", "A4"), ("7A", "7a"), ("4.0", "4"), ("6.1", "6.1"), ("5(b)", "5b"), ("5 b", "5b"), ("Annex", "annex")],
)
def test_item_name(printed: str, name: str) -> None:
    assert item_name(printed) == name


def test_it_begins_at_its_first_item() -> None:
    begin, found = read_agenda(read_text("Norbury County Council\n\n\t\tPages\n1\tApologies\t\n2\tMinutes\t3")[1], PACK)
    assert (begin, len(found)) == (2, 2)


def test_a_bulleted_item_goes_on_in_the_next_line() -> None:
    text = "- 1 Date of Next Meeting**\nThe committee meets next on Thursday 12 May 2016.\n- 2 Urgent Business"
    _, found = read_agenda(read_text(text)[1], PACK)
    assert [item.title for item in found] == ["Date of Next Meeting", "Urgent Business"]
    assert plain(found[0].text).endswith("The committee meets next on Thursday 12 May 2016.")


@pytest.mark.parametrize(
    "words",
    [
        "Young People Leaving Care To consider what has been done.",
        "Apologies",
        " Apologies To hear who is absent.",
        "**Apologies** To hear who is absent.",
        "Apologies   To  hear who is absent.",
    ],
)
def test_title_and_text_together_are_the_printed_words(words: str) -> None:
    _, found = read_agenda(read_text(f"1\t{words}\t3")[1], PACK)
    shown = f"{found[0].title.removesuffix('…')} {plain(found[0].text)}"
    assert shown.split() == words.replace("*", "").split()


def test_a_very_long_title_is_cut_and_its_text_is_whole() -> None:
    words = "Review " * 30
    (item,) = read_agenda(read_text(f"1\t{words}\t3")[1], PACK)[1]
    assert len(item.title) <= 141
    assert item.title.endswith("Review…")
    assert plain(item.text).split() == words.split()
