"""What reports say of each area: a grade, or which of the different reasons there is for none."""

from __future__ import annotations

from typing import Any

import pytest
from inspected import corpus_of, inspected

from converter.site.standing import finer, frameworks_of, graded, latest, other_names, said, standing
from converter.verdict import Blank, lower

FRAMEWORKS = frameworks_of(corpus_of())
OLD = inspected("Norbury", "2011-05-20", "slac", help_and_protection="adequate", children_in_care="good")
SINGLE = inspected(
    "Norbury", "2015-06-12", "sif", overall="requires-improvement", care_leavers="good", adoption="not-judged"
)
BEFORE = inspected("Norbury", "2019-03-08", "ilacs", overall="good", children_in_care="good")
LATE = inspected("Norbury", "2026-05-08", "ilacs", children_in_care="good", care_leavers="inadequate")


@pytest.mark.parametrize(
    ("report", "area", "expected"),
    [
        (OLD, "help-and-protection", "adequate"),
        (OLD, "overall", Blank.NOT_PART),
        (OLD, "care-leavers", Blank.NOT_PART),
        (OLD, "leadership", Blank.IN_HALVES),
        (SINGLE, "adoption", Blank.NOT_JUDGED),
        (SINGLE, "lscb", Blank.NOT_FOUND),
        (BEFORE, "care-leavers", Blank.TOGETHER),
        (BEFORE, "leadership", Blank.NOT_FOUND),
        (BEFORE, "lscb", Blank.NOT_PART),
        (LATE, "care-leavers", "inadequate"),
        (LATE, "overall", Blank.NOT_PART),
        (inspected("Norbury", "2023-02-15", began="2022-12-05"), "care-leavers", Blank.TOGETHER),
        (inspected("Norbury", "2023-02-15", began="2023-01-30"), "care-leavers", Blank.NOT_FOUND),
        (inspected("Norbury", "2026-04-10", began="2026-03-30"), "overall", Blank.NOT_FOUND),
        (inspected("Norbury", "2013-07-12", "lac-pilot"), "help-and-protection", Blank.NOT_PART),
        (inspected("Norbury", "2013-07-12", "lac-pilot"), "children-in-care", Blank.NOT_FOUND),
        (inspected("Norbury", ""), "care-leavers", Blank.NOT_FOUND),
    ],
)
def test_a_report_says_of_an_area(report: dict[str, Any], area: str, expected: str) -> None:
    found = said(report, area, FRAMEWORKS)
    assert (found.blank or found.grade) == expected
    assert bool(found.words) == bool(found.blank)


def test_the_words_name_the_area_that_was_judged_with_it() -> None:
    assert said(BEFORE, "care-leavers", FRAMEWORKS).words == "judged with children in care"


def test_only_reports_of_frameworks_with_grades_stand_in_it_and_the_oldest_first() -> None:
    letter = inspected("Norbury", "2018-10-05", "area-send")
    pack = {**SINGLE, "kind": "pack"}
    assert graded([LATE, letter, pack, OLD], FRAMEWORKS) == (OLD, LATE)
    unknown = inspected("Norbury", "2018-10-05", "unknown", overall="good")
    assert graded([unknown, inspected("Norbury", "2017-10-05", "unknown")], FRAMEWORKS) == (unknown,)


def test_areas_stand_in_the_order_and_under_the_names_of_the_newest_report() -> None:
    odd = inspected("Norbury", "2012-06-01", "unknown", overall="good", ferry="good")
    found = standing([LATE, SINGLE, odd, OLD], FRAMEWORKS)
    assert [row.area for row in found.rows] == [
        *("overall", "leadership", "help-and-protection", "children-in-care", "care-leavers", "adoption", "lscb"),
        "ferry",
    ]
    assert [row.name for row in found.rows][3:5] == ["Children in care", "Care leavers"]
    assert found.rows[-1].name == "The ferry"
    renamed = {report["id"]: names for report, names in other_names(found, FRAMEWORKS)}
    assert renamed["norbury/2011-05-slac"]["Help and protection"] == "Safeguarding services"
    assert set(renamed) == {"norbury/2011-05-slac", "norbury/2015-06-sif"}


def test_the_latest_word_on_an_area_is_of_the_newest_report_that_has_it() -> None:
    found = standing([LATE, BEFORE, SINGLE, OLD], FRAMEWORKS)
    rows = {row.area: latest(row) for row in found.rows}
    years = {area: cell.report["inspection"]["end"][:4] for area, cell in rows.items() if cell}
    assert years["overall"] == "2019"
    assert years["children-in-care"] == "2026"
    assert years["adoption"] == "2015"
    earlier = {row.area: latest(row) for row in standing([BEFORE, SINGLE], FRAMEWORKS).rows}
    assert earlier["care-leavers"]
    assert earlier["care-leavers"].blank is Blank.TOGETHER
    assert latest(standing([LATE], FRAMEWORKS).rows[0]) is None


def test_finer_rows_stand_under_their_halves_in_the_reports_that_have_some() -> None:
    fine = {"looked_after__staying_safe": "good", "safeguarding__value_for_money": "inadequate"}
    first = inspected("Norbury", "2010-05-20", "slac", help_and_protection="good", **fine)
    again = inspected("Norbury", "2012-05-20", "slac", looked_after__being_healthy="good")
    found = finer([first, again, LATE], FRAMEWORKS)
    assert found.reports == (first, again)
    assert [(row.half, row.area) for row in found.rows] == [
        ("Safeguarding services", "safeguarding/value-for-money"),
        ("Services for looked after children", "looked-after/staying-safe"),
        ("Services for looked after children", "looked-after/being-healthy"),
    ]
    assert [cell.blank for cell in found.rows[1].cells] == [None, Blank.NOT_PART]
    assert finer([LATE], FRAMEWORKS).rows == ()


@pytest.mark.parametrize(
    ("name", "inside"),
    [("Care leavers", "care leavers"), ("Local Safeguarding Board", "Local Safeguarding Board"), ("", "")],
)
def test_a_name_inside_a_sentence(name: str, inside: str) -> None:
    assert lower(name) == inside
