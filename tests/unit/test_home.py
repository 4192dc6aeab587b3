"""The home page, the list of reports and the searches to try: what they say, and that none of it leads nowhere."""

from __future__ import annotations

import re
from typing import Any

import pytest
from held import HOSTILE, corpus, point, report

from converter.site.examples import examples, examples_html
from converter.site.home import home_summary
from converter.site.reports import report_line, reports_pages


def row(number: str, text: str = "Buses run.", **more: Any) -> dict[str, Any]:
    return {"number": number, "anchor": f"p{number}", "section": "", "grade": None, "text": text, "themes": [], **more}


def of(year: int, *rows: dict[str, Any], **more: Any) -> dict[str, Any]:
    inspection = {"start": None, "end": f"{year}-03-15"}
    identity = more.pop("id", f"norbury/{year}-03-ilacs")
    return report(
        identity, inspection=inspection, paragraphs=list(rows), title=f"Norbury: services, March {year}", **more
    )


def held(*reports: dict[str, Any]) -> dict[str, Any]:
    return {**corpus(*reports), "frameworks": []}


LEAVERS = row("2", "Care leavers like their flats.")


@pytest.mark.parametrize(
    ("reports", "said"),
    [
        ([of(2019, row("1"), LEAVERS)], ["care leavers in Norbury", "Norbury", "Norbury 2019 para 2"]),
        ([of(2019, row("1"))], ["Norbury", "Norbury 2019 para 1"]),
        ([of(2019, row("3.2"), row("iv"))], ["Norbury", "Norbury 2019 para 3.2"]),
        ([of(2019, row("iv"), {**row("1"), "anchor": "r2-p1"})], ["Norbury"]),
        ([of(2019, row("1")), of(2019, row("1"), id="norbury/2019-03-jtai")], ["Norbury"]),
        (
            [of(2019, row("1")), of(2019, id="norbury/2019-03-jtai"), of(2015, row("7"))],
            ["Norbury", "Norbury 2015 para 7"],
        ),
        ([of(2019, LEAVERS, authority=None, publisher="The Inquiry")], []),
        ([], []),
    ],
)
def test_searches_to_try(reports: list[dict[str, Any]], said: list[str]) -> None:
    assert [example.said for example in examples(held(*reports))] == said


def test_what_to_try_is_a_link_to_the_search() -> None:
    made = examples_html(held(of(2019, LEAVERS)), "../")
    assert 'href="../search/?q=care+leavers&amp;authority=norbury">care leavers in Norbury</a>' in made
    assert 'href="../search/?q=Norbury+2019+para+2"' in made
    assert examples_html(held(), "") == ""


def test_the_figures_stand_in_one_line() -> None:
    other = of(2014, authority=None, publisher="The Inquiry", id="inquiry/2014-a")
    made = home_summary(held(of(2019, row("1"), row("2")), of(2011, row("1")), other))
    assert (
        "2 inspection reports · 1 report of [other publishers](authorities/index.md#publishers) · "
        "3 numbered paragraphs · 1 authority · 2011 to 2019\n{ .figures }" in made
    )


def test_the_newest_six_reports_and_the_way_to_all() -> None:
    made = home_summary(held(*(of(year) for year in range(2010, 2020))))
    latest = made[made.index("#latest") : made.index("#authorities")]
    assert re.findall(r'datetime="(\d+)', latest) == ["2019", "2018", "2017", "2016", "2015", "2014"]
    assert "[All 10 reports](reports/index.md)" in latest
    assert "reports/index.md" not in home_summary(held(of(2019)))


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({}, "15 March 2019 Norbury: services Overall Good"),
        ({"overall": None, "judgements": []}, "15 March 2019 Norbury: services"),
        (
            {"overall": None, "judgements": [{"area": "children-in-care", "grade": "good"}]},
            "15 March 2019 Norbury: services Children in care Good",
        ),
        (
            {
                "overall": None,
                "framework": "slac",
                "judgements": [{"area": "help-and-protection", "grade": "adequate"}],
            },
            "15 March 2019 Norbury: services Safeguarding Adequate",
        ),
    ],
)
def test_a_grade_stands_with_the_name_of_what_it_judges(more: dict[str, Any], said: str) -> None:
    assert " ".join(re.sub(r"<[^>]+>", "", report_line(of(2019, **more), "")).split()) == said


def test_all_reports_stand_under_their_years() -> None:
    undated = report("norbury/undated", inspection={"start": None, "end": None}, url="/reports/norbury/undated/")
    made = dict(reports_pages(held(of(2019), of(2015), undated)))["reports/index.md"]
    assert re.findall(r'id="(\w+)" open><summary><h2>(\w+)<', made) == [
        ("y2019", "2019"),
        ("y2015", "2015"),
        ("yundated", "Undated"),
    ]
    assert made.count("<li>") == 3
    assert "<i>no date</i>" in made
    many = held(*(of(2010 + at % 15, id=f"norbury-{at}/2019-03-ilacs") for at in range(431)))
    assert len(dict(reports_pages(many))["reports/index.md"]) < 150_000


def test_committees_and_recommendations_are_ways_in_where_they_are_held() -> None:
    pack = of(2016, kind="pack", id="panel/2016-03-10")
    asked = of(2019, recommendations=[point("Mend the buses."), point("Paint them.")])
    made = home_summary(held(asked, pack))
    assert "2 points that inspectors ask for" in made
    assert "[Norbury: services, March 2016](reports/panel/2016-03-10/index.md)" in made
    assert "[Trackers](trackers/index.md)" in made
    alone = home_summary(held(of(2019)))
    assert "trackers/" not in alone
    assert "recommendations/" not in alone


def test_what_reports_print_is_only_text() -> None:
    hostile = of(2019, LEAVERS, authority={"slug": "norbury", "name": HOSTILE})
    made = home_summary(held({**hostile, "title": HOSTILE}))
    assert "<script" not in made
