"""The badge of an authority: what it says with an overall grade, without one, and where nothing is held."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree

import pytest
from held import HALVES, HOSTILE, NAMES, SINCE_2026, TWO, report

from converter.site.authority_badge import COLOURS, LABEL, PLAIN, badge_data, badge_of, badge_section, shields, svg
from converter.site.text_width import text_width
from converter.write.badges import WORDS

JTAI = report("norbury/2021-01-jtai", framework="jtai", overall=None, judgements=[])
JTAI["inspection"] = {"start": "2021-01-11", "end": "2021-01-15"}


@pytest.mark.parametrize(
    ("documents", "rows"),
    [
        ([report()], [("Ofsted: Norbury children's services, 2019", "Good")]),
        ([report(), JTAI], [("Ofsted: Norbury children's services, 2019", "Good")]),
        (
            [report(framework="slac", overall=None, judgements=HALVES)],
            [
                ("Ofsted: Norbury safeguarding and looked after children, 2019", "No overall grade"),
                ("Safeguarding services", "Adequate"),
                ("Services for looked after children", "Good"),
            ],
        ),
        (
            [report(overall=None, judgements=TWO, inspection=SINCE_2026)],
            [
                ("Ofsted: Norbury children's services, 2026", "Not judged overall"),
                ("Help and protection", "Adequate"),
                ("Children in care", "Good"),
            ],
        ),
        ([JTAI], [("Norbury", "No graded report held")]),
        ([report(kind="pack")], [("Norbury", "No graded report held")]),
    ],
    ids=[
        "overall",
        "a later report gives no grades",
        "2009 to 2012",
        "since April 2026",
        "none graded",
        "papers alone",
    ],
)
def test_what_a_badge_says(documents: list[dict[str, Any]], rows: list[tuple[str, str]]) -> None:
    badge = badge_of(documents)
    assert [row[:2] for row in badge.rows] == rows
    picture = ElementTree.fromstring(svg(badge))  # noqa: S314 (our own)
    shown = [element.text for element in picture.iter("{http://www.w3.org/2000/svg}text")]
    assert shown == [words for row in rows for words in row]
    assert picture.get("role") == "img"
    assert picture.get("aria-label") == picture.findtext("{http://www.w3.org/2000/svg}title") == badge.said


def test_its_data_says_the_same_and_shields_gets_no_key_that_it_refuses() -> None:
    badge = badge_of([report(overall=None, judgements=TWO, inspection=SINCE_2026)])
    data = badge_data(badge, NAMES)
    assert (data["grade"], data["year"], data["publisher"]) == (None, 2026, "Ofsted")
    assert data["report"] == f"{NAMES.address}reports/norbury/2019-03-ilacs/"
    assert [(row["area"], row["grade"]) for row in data["judgements"]] == [
        ("help-and-protection", "adequate"),
        ("children-in-care", "good"),
    ]
    endpoint = shields(badge)
    assert set(endpoint) == {"schemaVersion", "label", "message", "color"}
    assert endpoint["message"] == "Help and protection: adequate; Children in care: good"
    assert shields(badge_of([report()]))["message"] == "good"


def test_a_name_from_a_report_stays_text() -> None:
    documents = [report(authority={"slug": "norbury", "name": HOSTILE})]
    ElementTree.fromstring(svg(badge_of(documents)))  # noqa: S314 (our own)
    assert "<script" not in svg(badge_of(documents)) + badge_section(documents, NAMES)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@pytest.mark.parametrize("pair", [*COLOURS.values(), PLAIN, LABEL])
def test_its_words_can_be_read(pair: tuple[str, str]) -> None:
    dark, light = sorted(map(luminance, pair))
    assert (light + 0.05) / (dark + 0.05) >= 4.5
    assert set(COLOURS) == set(WORDS) - {"not-judged"}


def test_a_line_is_as_wide_as_its_letters() -> None:
    assert text_width("iiii", 12) < text_width("nnnn", 12) < text_width("WWWW", 12)
    assert text_width("", 12) == 0
    assert text_width("Good", 12, bold=True) > text_width("Good", 12)
