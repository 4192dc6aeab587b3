"""Minutes: which lines head one, and what stands in it."""

from __future__ import annotations

from datetime import date

import pytest

from converter.meeting import Minute
from converter.model import Kind, Line, Paragraph, Section, Span, block_text, plain
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.anchors import with_anchors
from converter.recognise.packs.minute_heads import chosen, heading_at
from converter.recognise.packs.minutes import day_of, minutes_of, minutes_sections

PACK = profile_named("committee-pack")
BELOW = "\n\nThe Panel heard how the ferry runs."


def sections(text: str) -> tuple[Section, ...]:
    return with_anchors(minutes_sections(read_text(text)[1], PACK))


def minutes(text: str) -> list[tuple[str, str, str]]:
    found = minutes_of(sections(text), PACK, None, "")
    return [(minute.number, minute.title, minute.item) for minute in found.minutes]


def numbers(text: str) -> list[str]:
    return [number for number, _, _ in minutes(text)]


def heads(text: str) -> list[str]:
    lines = read_text(text)[1]
    found = [heading for at in range(len(lines)) if (heading := heading_at(lines, at))]
    return [heading.number for heading in chosen(found)]


@pytest.mark.parametrize(
    "line",
    [
        "",
        "Apologies",
        "84",
        "84.",
        "84. they had come by ferry.",
        "84. Members had come by ferry.",
        "84 children were met by the inspectors, and all of them liked their school.",
        "10.30am The meeting opened",
        "12345. Apologies",
        "84\t",
        "84\tApologies\t3",
        "\tApologies",
        "84. " + "APOLOGIES " * 21,
    ],
)
def test_no_heading(line: str) -> None:
    assert heads(line + BELOW) == []


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("84. Apologies", "84"),
        ("84 Apologies", "84"),
        ("84: Apologies", "84"),
        ("84 . APOLOGIES", "84"),
        ("23/5 Apologies", "23/5"),
        ("CYP/21 Apologies", "CYP/21"),
        ("PE12. Apologies", "PE12"),
        ("PE 12 Apologies", "PE 12"),
        ("- 84. APOLOGIES", "84"),
        ("84.\tApologies", "84"),
        ("CYP/21\tApologies", "CYP/21"),
        ("84. APOLOGIES\t", "84"),
        ("84. **Ferry fares paid by the council were too high.**", "84"),
        ("84. 16/00087 - A NEW BRIDGE", "84"),
        ("84. ‘A BRIDGE TOO FAR’", "84"),
        ("*17/30 Apologies", "17/30"),
        ("17/30* Apologies", "17/30"),
        ("*17/30\tApologies", "17/30"),
        ("\\* 84. Apologies", "84"),
    ],
)
def test_a_heading(line: str, number: str) -> None:
    assert heads(line + BELOW) == [number]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("", ""),
        ("84. 85. 86.", "84 85 86"),
        ("84. 86. 87.", "84 86 87"),
        ("84. 87. 88.", "87 88"),
        ("1. 2. 3. 1. 2. 4. 5.", "1 2 3 4 5"),
        ("84. 1. 2. 85. 1. 2. 86.", "84 85 86"),
        ("CYP/21 1. CYP/22 2. CYP/23", "CYP/21 CYP/22 CYP/23"),
        ("23/5 23/6 24/7", "23/5 23/6"),
        ("84. 84. 85.", "84 85"),
        ("9. 8. 7.", "9"),
    ],
)
def test_the_numbers_that_count_up(lines: str, expected: str) -> None:
    text = "\n\n".join(f"{number} TITLE OF {at}{BELOW}" for at, number in enumerate(lines.split()))
    assert heads(text) == expected.split()


def test_numbers_go_on_from_an_earlier_meeting() -> None:
    text = f"Present: Mr Dunnabeck\n\n84. Apologies{BELOW}\n\n85. Family Hubs (Item 4){BELOW}\n\n86. Buses{BELOW}"
    assert minutes(text) == [("84", "Apologies", ""), ("85", "Family Hubs", "4"), ("86", "Buses", "")]


def test_numbers_that_begin_again_belong_to_their_minute() -> None:
    again = "\n\n1. The fare is high.\n\n2. The ferry is slow."
    found = sections(f"84. APOLOGIES{BELOW}{again}\n\n85. BUSES{BELOW}{again}")
    inside = [
        (paragraph.within, paragraph.number, paragraph.anchor)
        for section in found
        for paragraph in section.content
        if isinstance(paragraph, Paragraph)
    ]
    assert [(within, number) for within, number, _ in inside] == [("84", "1"), ("84", "2"), ("85", "1"), ("85", "2")]
    assert len({anchor for _, _, anchor in inside}) == 4
    assert [section.number for section in found if section.number] == ["84", "85"]


def test_a_paragraph_that_names_its_minute_is_not_within_it_twice() -> None:
    (found,) = sections("84. APOLOGIES\n\n84.1 The fare is high.\n\n84.2 The ferry is slow.")
    paragraphs = [part for part in found.content if isinstance(part, Paragraph)]
    assert [(part.number, part.within) for part in paragraphs] == [("84.1", ""), ("84.2", "")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("84. BUSES (Item 4)", ("84", "BUSES", "4")),
        ("84. Buses (Agenda Item 12b)", ("84", "Buses", "12b")),
        ("84. BUSES (Item No. 7)", ("84", "BUSES", "7")),
        ("84. BUSES (Item VI)", ("84", "BUSES", "VI")),
        ("84. (4) BUSES", ("84", "BUSES", "4")),
        ("84. BUSES\n\n(Item 4)", ("84", "BUSES", "4")),
        ("84. BUSES\n\nThe Panel met.\n\n(Item 4)", ("84", "BUSES", "")),
        ("84. BUSES IN ITEM 4", ("84", "BUSES IN ITEM 4", "")),
        ("84. BUSES\nFOR SCHOOLS IN NORBURY", ("84", "BUSES FOR SCHOOLS IN NORBURY", "")),
        ("84. BUSES\n\nFOR SCHOOLS IN NORBURY", ("84", "BUSES", "")),
        ("84. BUSES\nRESOLVED:", ("84", "BUSES", "")),
        ("84. BUSES TO SCHOOL - The Panel met.", ("84", "BUSES TO SCHOOL", "")),
        ("84. (4) BUSES TO SCHOOL – The Panel met.", ("84", "BUSES TO SCHOOL", "4")),
        ("84. BUSES TO\nSCHOOL - The Panel met.", ("84", "BUSES TO SCHOOL", "")),
    ],
)
def test_a_title(text: str, expected: tuple[str, str, str]) -> None:
    assert minutes(text + BELOW) == [expected]


@pytest.mark.parametrize(
    "text", ["84. BUSES TO SCHOOL - The Panel met.", "84. BUSES TO\nSCHOOL - The Panel met."], ids=["one", "two"]
)
def test_what_follows_a_run_in_title_is_its_text(text: str) -> None:
    (found,) = sections(text)
    assert (plain(found.title), [block_text(part) for part in found.content]) == ("BUSES TO SCHOOL", ["The Panel met."])


def test_a_bold_title_over_two_lines_of_a_pdf() -> None:
    texts = ("84. Buses for the schools", "of Norbury", "The Panel met.")
    lines = [
        Line(Kind.TEXT, (Span(text, bold=at < 2),), line=at, size=11.0, bold=at < 2, gap=at == 2)
        for at, text in enumerate(texts)
    ]
    (found,) = minutes_sections(lines, PACK)
    assert plain(found.title) == "Buses for the schools of Norbury"


def test_an_asterisk_is_printed_and_no_part_of_the_number() -> None:
    text = f"*17/30 Buses{BELOW}\n\nRESOLVED that the bus be painted.\n\n17/31 Hubs{BELOW}"
    first, second = sections(text)
    assert [(one.number, one.number_anchor) for one in (first, second)] == [("*17/30", "p17-30"), ("17/31", "p17-31")]
    found = minutes_of((first, second), PACK, None, "")
    assert [minute.number for minute in found.minutes] == ["17/30", "17/31"]
    assert [decision.minute for decision in found.decisions] == ["17/30"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("**Apologies**\n\n84 There were none.\n\n**BUSES**\n\n85 The Panel met.", "84 Apologies, 85 BUSES"),
        ("BUSES\n84. The Panel met.\n\nHUBS\n85. None.", "84 BUSES, 85 HUBS"),
        ("BUSES\n\n17/84\tThe Panel met.\n\nHUBS\n\n17/85\tNone.", "17/84 BUSES, 17/85 HUBS"),
        ("BUSES\n\n84 The Panel met.\n\nHUBS\n\n85 None", "84 BUSES, 85 HUBS"),
        ("BUSES\n\n84 The Panel met.", ""),
        ("BUSES\n\n1. The Panel met.\n\nHUBS\n\n2. It left.\n\n3. It came back.\n\nFARES\n\n4. None.", ""),
        ("RESOLVED:\n\n1. The Panel met.\n\nRESOLVED:\n\n2. It left.", ""),
        ("Buses\n\n84 The Panel met.\n\nHubs\n\n85 It left.", ""),
        ("84. BUSES\n\nFARES\n\n1. None.\n\nTIMES\n\n2. None.\n\n85. HUBS", "84 BUSES, 85 HUBS"),
    ],
    ids=["bold", "capitals", "cells", "a short text", "one", "paragraphs", "captions", "plain", "sub-headings"],
)
def test_a_title_above_its_number(text: str, expected: str) -> None:
    assert ", ".join(f"{number} {title}" for number, title, _ in minutes(text + BELOW)) == expected


def test_what_stands_beside_a_number_is_the_text_of_its_minute() -> None:
    found = sections(f"BUSES\n\n84 The bus is late.\n\nIt is red.\n\nHUBS\n\n85 None.{BELOW}")
    assert [[block_text(part) for part in section.content] for section in found] == [
        ["The bus is late.", "It is red."],
        ["None.", BELOW.strip()],
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("", []),
        ("The ferry is slow.", [""]),
        (
            f"MINUTES OF A MEETING OF THE PANEL\nHELD ON 4 MAY{BELOW}",
            ["MINUTES OF A MEETING OF THE PANEL HELD ON 4 MAY"],
        ),
        (f"Norbury.\n\n**Minutes of the meeting of the Panel**{BELOW}", ["", "Minutes of the meeting of the Panel"]),
        (f"Minutes of the meeting of the Panel.{BELOW}", [""]),
    ],
    ids=["nothing", "text", "capitals", "bold", "plain"],
)
def test_minutes_without_numbers(text: str, titles: list[str]) -> None:
    assert [plain(section.title) for section in sections(text)] == titles
    assert minutes(text) == []


def test_no_word_is_lost() -> None:
    text = (
        "Norbury\n\nMINUTES OF A MEETING OF THE PANEL\n\nPresent: Mr Dunnabeck\n\n"
        "84. BUSES TO\nSCHOOL - The Panel met.\n\n1. Fares\n\n2. Times\n\n- a\n- b\n\n"
        "85. HUBS\n(Item 4)\n\n1 Title\n\nA\tB\nC\tD\n\n1. RESOLVED:\n\nThat it be so."
    )
    shown = []
    for section in sections(text):
        shown += [section.number, plain(section.title)]
        for part in section.content:
            shown += [part.number if isinstance(part, Paragraph) else "", block_text(part)]
    words = text.replace(" - ", " ").replace(".", " ").replace("- ", " ").split()
    assert " ".join(shown).replace(".", " ").split() == words


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("", None),
        ("MINUTES of the meeting", None),
        ("MINUTES of the meeting held on 4 May 2021", date(2021, 5, 4)),
        ("MINUTES of the meeting held on 4 May\n2021 in Shire House", date(2021, 5, 4)),
        ("MINUTES of the meeting held on Tuesday 4\nMay\n2021", date(2021, 5, 4)),
        ("Present\n" * 12 + "4 May 2021", None),
        ("Held on 4 May 2021\nThe minutes of 6 April 2021", date(2021, 5, 4)),
    ],
)
def test_the_day(text: str, day: date | None) -> None:
    assert day_of(read_text(text)[1]) == day


def test_a_minute_has_the_address_of_its_number() -> None:
    found = minutes_of(sections(f"CYP/21 Buses{BELOW}"), PACK, date(2021, 5, 4), "The Panel")
    assert (found.day, found.minutes) == (date(2021, 5, 4), (Minute("CYP/21", "Buses", "pcyp-21"),))
