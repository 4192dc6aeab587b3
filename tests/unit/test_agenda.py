"""The agenda of a committee pack."""

from __future__ import annotations

import pytest

from converter.model import plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.packs.agenda import read_agenda
from converter.recognise.packs.entries import item_anchor, item_name

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
        "I Falkirk",
        "- I Falkirk\n- V Prothero",
        "I\tFalkirk\t3",
        "I\tApologies\t\nII\tMinutes\t3",
        "IIX\tApologies\t3",
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
        (
            "I\tApologies\t\nII\tMinutes To approve them.\t3\nIII\tBudget\t\n(a)\tSchools\t4 - 5",
            [("I", "Apologies", ""), ("II", "Minutes", "3"), ("III", "Budget", ""), ("IIIa", "Schools", "4 - 5")],
        ),
        (
            "I Falkirk\n\n1. Apologies\n\n2. Minutes\n\n3. Budget",
            [("1", "Apologies", ""), ("2", "Minutes", ""), ("3", "Budget", "")],
        ),
        (
            "1 Apologies\n2 - 3\t2 Minutes\n18\t3\tBudget\n4 Next meeting",
            [("1", "Apologies", ""), ("2", "Minutes", "2 - 3"), ("3", "Budget", "18"), ("4", "Next meeting", "")],
        ),
        ("1\tApologies\t2 - 3\n2\t5 Year Plan\t4", [("1", "Apologies", "2 - 3"), ("2", "5 Year Plan", "4")]),
        ("1\tMinutes Minutes of the meeting held on 9 May.\t3", [("1", "Minutes", "3")]),
        ("1\tSchool Places Appendix: list of schools\t3", [("1", "School Places", "3")]),
        ("1\tBudget: the hearing, to follow\t3", [("1", "Budget: the hearing", "3")]),
        (
            "1\tFerries and\t(Pages 3\nbuses\t- 9)\n2\tHubs\t10",
            [("1", "Ferries and buses", "3 - 9"), ("2", "Hubs", "10")],
        ),
        (
            "Item No\tWard/Equal\tItem Not Open\tPage\n1\tBudget\t3\n2\tHarbour and Quay\t10.4\tSCHOOL FERRY\t5",
            [("1", "Budget", "3"), ("2", "SCHOOL FERRY", "5")],
        ),
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
        "roman",
        "an initial",
        "pages first",
        "a number in a title",
        "a word twice",
        "an appendix",
        "to follow",
        "pages over two lines",
        "ward and more",
    ],
)
def test_items(text: str, expected: list[tuple[str, str, str]]) -> None:
    assert items(text) == expected


@pytest.mark.parametrize(
    ("printed", "name"),
    [
        ("a4", "A4"),
        ("7A", "7a"),
        ("4.0", "4"),
        ("6.1", "6.1"),
        ("5(b)", "5b"),
        ("5 b", "5b"),
        ("Annex", "annex"),
        ("VI", "VI"),
        ("vi (A)", "VIa"),
        ("iix", "iix"),
    ],
)
def test_item_name(printed: str, name: str) -> None:
    assert item_name(printed) == name


@pytest.mark.parametrize(
    ("number", "anchor"), [("5", "item-5"), ("A1", "item-A1"), ("7a", "item-7a"), ("VI", "item-vi")]
)
def test_item_anchor(number: str, anchor: str) -> None:
    assert item_anchor(number) == anchor


@pytest.mark.parametrize(
    ("under", "pages"),
    [
        ("Report No 84/17 by the Head of Schools (copy attached). Page 4 - 6", "4 - 6"),
        ("Report No 84/17 by the Head of Schools (copy attached). Page 4 -\n6", "4 - 6"),
        ("(a) Places. Page 7 (b) Meals. Page 8 - 9", "7"),
        ("Report attached Pages 3", "3"),
        ("The plan is set out on Page 4", ""),
        ("See the plan. Page 4 holds it.", ""),
    ],
)
def test_pages_at_the_end_of_what_explains_an_item(under: str, pages: str) -> None:
    assert items(f"1. APOLOGIES\n\n2. BUDGET\n{under}\n\n3. MINUTES")[1][2] == pages


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
