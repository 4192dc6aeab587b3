"""The files for programs: cells that are no formulas, JSON that ends no script, rows that are true."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import Any
from xml.etree import ElementTree

import pytest
from held import NAMES, corpus, judgement, point, report
from hypothesis import given
from hypothesis import strategies as st

from converter.read.markup import clean
from converter.site.data import data_files, robots
from converter.site.modified import modified, packed
from converter.site.names import Names, absolute
from converter.site.open_tables import ROWS, tables
from converter.write.escape import FORMULA, csv_cell, script_json, xml_text

GUARDED = re.compile(r"'+\s*[=+\-@＝＋－＠]")  # as the page about the data gives it


def rows(name: str, *reports: dict[str, Any]) -> list[dict[str, str]]:
    file = dict(data_files(corpus(*reports), NAMES))[f"data/{name}.csv"]
    return list(csv.DictReader(io.StringIO(file), strict=True))


# ---------------------------------------------------------------- escaping


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("Plans are good.", "Plans are good."),
        ("'Roundhouse' is a group", "'Roundhouse' is a group"),
        ("3 - 4 weeks", "3 - 4 weeks"),
        ("=1+1", "'=1+1"),
        ("+44 20", "'+44 20"),
        ("-5", "'-5"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("'=1+1", "''=1+1"),
        (" \t=1+1", "' =1+1"),
        ("＝1+1", "'＝1+1"),
        ("", ""),
    ],
)
def test_no_cell_is_a_formula(text: str, cell: str) -> None:
    assert csv_cell(text) == cell


@given(st.text(alphabet=st.sampled_from("=+-@'＝ a\n\t\r\x00\u202e"), max_size=8))
def test_a_cell_gives_its_text_back(text: str) -> None:
    cell = csv_cell(text)
    assert not re.match(r"\s*[=+\-@＝]", cell)
    assert (cell[1:] if GUARDED.match(cell) else cell) == clean(text)
    assert FORMULA.pattern == GUARDED.pattern.replace("'+", "'*")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_xml_holds_any_text(text: str) -> None:
    parsed = ElementTree.fromstring(f'<a b="{xml_text(text)}">{xml_text(text)}</a>')  # noqa: S314 (our own)
    assert parsed.text in {None, clean(text).replace("\n", " ")}
    assert (parsed.text or "") == parsed.get("b")


@pytest.mark.parametrize("text", ["</script><script>alert(1)</script>", "<!--<script", "a & b", "\u2028"])
def test_nothing_ends_a_script(text: str) -> None:
    written = script_json({"name": text})
    assert not set("<>&\u2028") & set(written)
    assert json.loads(written) == {"name": text}


# ---------------------------------------------------------------- tables


def test_every_table_has_its_rows_and_every_column_says_what_it_means() -> None:
    assert [table.name for table in tables()] == list(ROWS)
    for table in tables():
        assert set(table.key) <= set(table.columns)
        for name, column in table.columns.items():
            assert column["says"].endswith("."), (table.name, name)
        for link in table.links:
            assert set(link["from"]) <= set(table.columns)


def test_a_judgement_stands_beside_that_of_the_report_before() -> None:
    first = report("norbury/2016-05-sif", framework="sif", judgements=[judgement("care-leavers", "inadequate")])
    both = [judgement("overall", "good"), judgement("care-leavers", "good")]
    _, overall, leavers = rows("judgements", first, report(earlier=first["id"], judgements=both))
    assert (overall["grade_before"], overall["report_before"]) == ("", "")
    assert (leavers["grade_before"], leavers["report_before"]) == ("inadequate", first["id"])
    assert leavers["url"] == f"{NAMES.address}reports/norbury/2019-03-ilacs/#judgement-care-leavers"


def test_a_recommendation_is_whole_and_what_is_not_known_is_empty() -> None:
    hostile = '=HYPERLINK("https://evil.example","Norbury"),\n"x"'
    again = point("Act.", themes=["care-leavers", "workforce"], repeats=["norbury/2016-05-sif#p7-b1"], to="The board")
    one, two = rows("recommendations", report(recommendations=[point(hostile), again]))
    assert one["text"] == f"'{hostile}"
    assert (one["position"], one["deadline"], one["to"], one["themes"], one["repeats"]) == ("1", "", "", "", "")
    assert (two["position"], two["to"], two["themes"]) == ("2", "The board", "care-leavers workforce")
    assert two["repeats"] == f"{NAMES.address}reports/norbury/2016-05-sif/#p7-b1"


def test_an_authority_has_its_latest_report_that_gives_grades() -> None:
    ungraded = report("norbury/2021-01-jtai", framework="jtai", overall=None, judgements=[])
    ungraded["inspection"] = {"start": "2021-01-11", "end": "2021-01-15"}
    (row,) = rows("authorities", report(), ungraded)
    assert (row["reports"], row["latest"], row["overall"]) == ("2", "norbury/2019-03-ilacs", "good")
    assert row["badge"] == f"{NAMES.address}authorities/norbury/badge.svg"


def test_a_publisher_is_told_by_the_framework_where_the_report_does_not() -> None:
    inquiry = report("norbury-flood-inquiry/2021-03-x", publisher="Norbury Flood Inquiry", authority=None)
    assert [row["publisher"] for row in rows("reports", report(), inquiry)] == ["Ofsted", "Norbury Flood Inquiry"]


def test_the_same_corpus_gives_the_same_files() -> None:
    held = corpus(report(), report("norbury/2016-05-sif"))
    assert list(data_files(held, NAMES)) == list(data_files(held, NAMES))


# ---------------------------------------------------------------- addresses, dates


@pytest.mark.parametrize(
    ("place", "whole"),
    [
        ("/", "https://norbury.example/site/"),
        ("/reports/a b/#p1", "https://norbury.example/site/reports/a%20b/#p1"),
        ("/authorities/norbury/", "https://norbury.example/site/authorities/norbury/"),
    ],
)
def test_whole_addresses(place: str, whole: str) -> None:
    assert absolute(NAMES, place) == whole


def test_without_an_address_there_is_no_feed_and_no_sitemap_is_named() -> None:
    files = dict(data_files(corpus(report()), Names("Pinpoint", "")))
    assert not [name for name in files if name.endswith("feed.xml")]
    assert "Sitemap" not in files["robots.txt"]
    assert "Sitemap: https://norbury.example/site/sitemap.xml" in robots(NAMES)


def test_a_page_is_as_new_as_its_newest_report() -> None:
    about = [{"number": "1", "anchor": "p1", "text": "Two.", "themes": ["care-leavers"]}]
    older = report(
        "norbury/2016-05-sif", published=None, paragraphs=about, inspection={"start": None, "end": "2016-05-06"}
    )
    elsewhere = report("stowle/2020-01-ilacs", published="2020-02", authority={"slug": "stowle", "name": "Stowle"})
    elsewhere["inspection"] = {"start": None, "end": None}
    days = modified(corpus(older, report(), elsewhere))
    assert days["/reports/norbury/2016-05-sif/"] == days["/themes/care-leavers/norbury/"] == "2016-05-06"
    assert days["/authorities/norbury/"] == "2019-05-02"
    assert days["/"] == days["/authorities/stowle/"] == "2020-02-01"
    assert "/about/" not in days


@pytest.mark.parametrize(
    ("day", "stamp"),
    [
        ("2019-05-02", "2019-05-02"),
        ("", "2000-01-01"),
        ("1946-09-30", "2000-01-01"),
        ("2105-12-31", "2105-12-31"),
        ("2999-12-31", "2000-01-01"),
    ],
)
def test_a_packed_file_has_a_day_that_it_can_hold(day: str, stamp: str) -> None:
    assert packed(day) == stamp
