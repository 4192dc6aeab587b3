"""Judgements: from the table, from sentences, from headings, and from a record of main findings."""

from __future__ import annotations

import pytest

from converter.model import Judgement
from converter.profiles import profile_named
from converter.read.text import read_text
from converter.recognise.judgements import graded_cells, judgements_of
from converter.recognise.structure import sections_of


def grades(front: str, body: str = "", framework: str = "ilacs") -> dict[str, str]:
    return {row.area: row.grade for row in found(front, body, framework)}


def found(front: str, body: str, framework: str) -> tuple[Judgement, ...]:
    profile = profile_named(framework)
    return judgements_of(read_text(front)[1], sections_of(read_text(body)[1], profile, ()), profile)


@pytest.mark.parametrize(
    ("front", "body"),
    [
        ("", ""),
        ("Judgement\tGrade", ""),
        ("Good\tGood", ""),
        ("Overall effectiveness\tGood practice", ""),
        ("Norbury was judged to be inadequate overall in 2016", ""),
        ("", "What needs to improve?\n\n1. The good work of the few."),
        ("", "Norbury was judged to be inadequate overall\n\n1. Since then much has changed."),
        ("", "1. An LSCB requires improvement if it does not hold its partners to account."),
    ],
)
def test_judges_nothing(front: str, body: str) -> None:
    assert grades(front, body) == {}


@pytest.mark.parametrize(
    ("framework", "front", "expected"),
    [
        (
            "ilacs",
            "Judgement\tGrade\nThe impact of leaders on social work practice with children and families\tGood\n"
            "The experiences and progress of care leavers\tOutstanding\nOverall effectiveness\tGood",
            {"overall": "good", "leadership": "good", "care-leavers": "outstanding"},
        ),
        (
            "ilacs",
            "The experiences and progress of children in care\tRequires improvement to be good\nOverall effectiveness\t"
            "Not judged",
            {"overall": "not-judged", "children-in-care": "requires-improvement"},
        ),
        (
            "sif",
            "The overall judgement is **requires improvement**\n\n1. Children who need help and protection\t\tGood\n"
            "\t2.1 Adoption performance\tOutstanding\n\n"
            "The effectiveness of the Local Safeguarding Children Board (LSCB) is **good**",
            {
                "overall": "requires-improvement",
                "help-and-protection": "good",
                "adoption": "outstanding",
                "lscb": "good",
            },
        ),
    ],
    ids=["table", "last row first", "sentences and table"],
)
def test_the_front_page(framework: str, front: str, expected: dict[str, str]) -> None:
    rows = found(front, "", framework)
    assert {row.area: row.grade for row in rows} == expected
    assert rows[0].area == "overall"


def test_an_area_that_is_not_known_is_named_by_its_label() -> None:
    assert grades("The work of the ferry\tGood") == {"the-work-of-the-ferry": "good"}


def test_the_front_page_comes_before_the_headings() -> None:
    body = "The experiences and progress of care leavers: inadequate\n\n1. One.\n\n2. Two."
    assert grades("The experiences and progress of care leavers\tGood", body) == {"care-leavers": "good"}
    assert grades("", body) == {"care-leavers": "inadequate"}


def test_labels_and_anchors() -> None:
    rows = found("Overall effectiveness\tGood", "", "ilacs")
    assert rows == (Judgement("overall", "Overall effectiveness", "good", "judgement-overall"),)


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Adoption\tGood", ("Adoption", "good")),
        ("2.1\tAdoption\tGood", ("2.1 Adoption", "good")),
        ("Adoption\tGood\tOutstanding", ("Adoption", "outstanding")),
        ("Adoption\tGood\t", ("Adoption", "good")),
        ("Adoption\tpending", None),
        ("\tGood", None),
        ("Good\tInadequate", None),
    ],
)
def test_graded_cells(row: str, expected: tuple[str, str] | None) -> None:
    assert graded_cells(read_text(row)[1][0].cells) == expected


# ---------------------------------------------------------------- the record of main findings

SAFEGUARDING = "Overall effectiveness\tAdequate\nCapacity for improvement\tGood\nQuality of provision\tAdequate\n"
LOOKED_AFTER = "Overall effectiveness\tGood\nCapacity for improvement\tOutstanding\nBeing healthy\tGood\n"
EXPECTED = {
    "help-and-protection": "adequate",
    "safeguarding/capacity-for-improvement": "good",
    "safeguarding/quality-of-provision": "adequate",
    "children-in-care": "good",
    "looked-after/capacity-for-improvement": "outstanding",
    "looked-after/being-healthy": "good",
}


@pytest.mark.parametrize(
    "rows",
    [
        f"Safeguarding services\n\n{SAFEGUARDING}\nServices for looked after children\n\n{LOOKED_AFTER}",
        f"Services for looked after children\n\n{SAFEGUARDING}\nServices for looked after children\n\n{LOOKED_AFTER}",
        f"Safeguarding services\t\n{SAFEGUARDING}Services for looked after children\t\n{LOOKED_AFTER}",
        f"Services for looked after children\t\n{SAFEGUARDING}Safeguarding services\t\n{LOOKED_AFTER}",
        SAFEGUARDING + LOOKED_AFTER,
        f"{SAFEGUARDING}Services for looked after children\t\n{LOOKED_AFTER}",
        f"Safeguarding services\t\n{SAFEGUARDING}Leadership and management\t\nServices for looked after children\t\n"
        f"{LOOKED_AFTER}",
    ],
    ids=[
        "as printed",
        "wrong heading over the first half",
        "headings as rows",
        "headings exchanged",
        "no headings",
        "one heading",
        "an ungraded row",
    ],
)
def test_each_row_counts_in_its_half(rows: str) -> None:
    assert grades("", f"Record of main findings: Norbury\n\n{rows}", "slac") == EXPECTED


def test_a_record_of_one_service_has_only_its_half() -> None:
    assert grades("", f"Record of main findings\n\n{LOOKED_AFTER}", "lac-pilot") == {
        area: grade for area, grade in EXPECTED.items() if "safeguarding" not in area and area != "help-and-protection"
    }


def test_a_heading_in_the_middle_of_a_half_begins_none() -> None:
    first, second, third = SAFEGUARDING.splitlines()
    rows = f"{first}\n{second}\nServices for looked after children\t\n{third}\n{LOOKED_AFTER}"
    assert grades("", f"Record of main findings: Norbury\n\n{rows}", "slac") == EXPECTED


def test_the_record_comes_before_headings() -> None:
    body = (
        "Safeguarding services\n\nOverall effectiveness\n\nGrade 3 (adequate)\n\n1. It is adequate.\n\n"
        f"Record of main findings: Norbury\n\n{LOOKED_AFTER}"
    )
    assert grades("", body, "slac")["help-and-protection"] == "good"


def test_headings_where_there_is_no_record() -> None:
    body = (
        "Safeguarding services\n\nOverall effectiveness\n\nGrade 3 (adequate)\n\n1. It is adequate.\n\n"
        "The quality of provision Grade 2 (good)\n\n2. It is good.\n\nServices for looked after children\n\n"
        "Overall effectiveness\n\nGrade 1 (outstanding)\n\n3. It is outstanding.\n"
    )
    assert grades("", body, "slac") == {
        "help-and-protection": "adequate",
        "safeguarding/quality-of-provision": "good",
        "children-in-care": "outstanding",
    }
