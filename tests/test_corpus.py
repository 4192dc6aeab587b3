"""The five real documents: what an independent reading found in them, and what must hold for any report."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import NO_CORPUS, REAL, ROOT, SEEDS, Built
from invariants import anchors, assert_consecutive, assert_numbers_are_addresses, built_page, markdown_numbers

from converter.convert import convert
from converter.job import Job
from converter.model import ItemList, Paragraph, Report, block_text
from converter.read import read
from converter.recognise import recognise

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason=NO_CORPUS)

PACK = "essex-people-and-families-scrutiny-committee/2015-01-15"
PARAGRAPHS = {
    "essex/2010-07-slac": 65,
    "essex/2014-02-sif": 124,
    "essex/2023-06-ilacs": 47,
    "thurrock/2012-06-slac": 119,
}
JUDGEMENTS = {"essex/2010-07-slac": 31, "essex/2014-02-sif": 7, "essex/2023-06-ilacs": 5, "thurrock/2012-06-slac": 22}
RECOMMENDATIONS = {
    "essex/2010-07-slac": {"immediately": 5, "3 months": 3, "6 months": 11},
    "essex/2014-02-sif": {None: 15},
    "essex/2023-06-ilacs": {None: 1},
    "thurrock/2012-06-slac": {"immediately": 2, "3 months": 18},
}
CABINET = [
    "1", "1.1", "1.2", "1.3", "2", "2.1", "2.2", "2.3", "2.4", "3",
    "3.1", "3.1.1", "3.1.2", "3.1.3", "3.1.4",
    "3.2", "3.2.1", "3.2.2", "3.2.3", "3.2.4", "3.2.5", "3.2.6",
    "3.3", "3.3.1", "3.3.2", "3.3.3", "3.3.4", "3.3.5",
    "3.4", "3.4.1", "3.4.2", "3.4.3", "3.4.4", "3.4.5",
    "3.5", "3.5.1", "3.5.2", "3.5.3", "3.5.4", "3.5.5", "3.5.6", "3.5.7", "3.5.8",
    "3.6", "3.6.1", "3.6.2", "3.6.3", "3.6.4", "3.6.5", "3.7", "3.7.1", "3.8", "3.8.1", "3.8.2",
    "4", "4.1", "5", "5.1", "6", "6.1", "6.2", "7", "7.1", "8", "8.1", "8.2", "8.3", "9",
]  # fmt: skip


def report(built: Built, name: str) -> Report:
    return next(found for found in built.outcome.corpus.reports if found.id == name)


def test_the_documents_are_the_four_reports_and_the_pack_with_its_twelve_items(seeds: Built) -> None:
    found = {found.id for found in seeds.outcome.corpus.reports}
    assert found == {*PARAGRAPHS, PACK, *(f"{PACK}/item-{number}" for number in range(1, 13))}
    assert seeds.outcome.failures == ()


@pytest.mark.parametrize(("name", "count"), PARAGRAPHS.items())
def test_every_paragraph_number_is_an_address_once(seeds: Built, name: str, count: int) -> None:
    found = report(seeds, name)
    assert_consecutive(found, count)
    assert_numbers_are_addresses(found, seeds.site)
    assert markdown_numbers(seeds.docs, found) == [str(number) for number in range(1, count + 1)]


def test_the_pack_s_printed_numbers_are_addresses(seeds: Built) -> None:
    minutes, leaving_care, cabinet = (report(seeds, f"{PACK}/item-{number}") for number in (3, 5, 6))
    assert [section.number for section in minutes.sections if section.number] == [str(n) for n in range(1, 10)]
    romans = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV"]
    assert [paragraph.number for _, paragraph in leaving_care.paragraphs()] == romans
    data = json.loads((seeds.site / "data" / "reports" / f"{cabinet.id}.json").read_text(encoding="utf-8"))
    assert [row["number"] for row in data["paragraphs"] if row["number"]] == CABINET
    for found in (minutes, leaving_care, cabinet):
        assert_numbers_are_addresses(found, seeds.site)
    assert anchors(seeds.site / "reports" / leaving_care.id / "index.html").ids["pviii"] == 1
    assert anchors(seeds.site / "reports" / cabinet.id / "index.html").ids["p3.5.8"] == 1


def test_each_recommendation_of_the_leaving_care_review_has_what_was_done(seeds: Built) -> None:
    found = report(seeds, f"{PACK}/item-5")
    assert all(len(paragraph.blocks) > 1 for _, paragraph in found.paragraphs())


def test_the_report_inside_the_pack_and_the_pack_link_to_each_other(seeds: Built) -> None:
    inside, item = report(seeds, "essex/2014-02-sif"), report(seeds, f"{PACK}/item-5")
    assert inside.parent == item.id
    assert item.children == (inside.id,)
    there = anchors(seeds.site / "reports" / item.id / "index.html").links
    back = anchors(seeds.site / "reports" / inside.id / "index.html").links
    assert any(link.endswith("essex/2014-02-sif/") for link in there)
    assert any(link.endswith("2015-01-15/item-5/") for link in back)


def test_the_damaged_copy_gives_way_to_the_one_in_the_pack(seeds: Built) -> None:
    found = report(seeds, "essex/2014-02-sif")
    assert [(source.file[:3], source.chosen) for source in found.sources] == [("002", True), ("001", False)]
    assert not found.damaged


def test_the_damaged_copy_alone_gets_a_notice_and_no_number(tmp_path: Path) -> None:
    path = next(SEEDS.glob("001_*.txt"))
    (found,) = recognise(read(path))
    assert found.id == "essex/2014-02-sif"
    assert found.damaged
    assert not list(found.paragraphs())
    assert all(getattr(part, "anchor", "") for section in found.sections for part in section.content)
    (tmp_path / "alone").mkdir()
    (tmp_path / "alone" / path.name).write_bytes(path.read_bytes())
    convert(Job(tmp_path / "alone", tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache"))
    page = (tmp_path / "docs" / "reports" / "essex" / "2014-02-sif.md").read_text(encoding="utf-8")
    assert "This copy of the report is damaged." in page
    assert ".number }" not in page


@pytest.mark.parametrize(("name", "count"), JUDGEMENTS.items())
def test_every_judgement_is_in_the_data_under_its_own_area(seeds: Built, name: str, count: int) -> None:
    data = json.loads((seeds.site / "data" / "reports" / f"{name}.json").read_text(encoding="utf-8"))
    areas = [row["area"] for row in data["judgements"]]
    assert len(areas) == len(set(areas)) == count


def test_a_heading_in_the_wrong_half_does_not_move_the_rows_under_it(seeds: Built) -> None:
    rows = {row.area: row.grade for row in report(seeds, "thurrock/2012-06-slac").judgements}
    assert rows["safeguarding/performance-management-and-quality-assurance"] == "adequate"
    assert rows["looked-after/performance-management-and-quality-assurance"] == "good"
    assert sum(area.startswith("safeguarding/") for area in rows) == 9
    assert sum(area.startswith("looked-after/") for area in rows) == 11


@pytest.mark.parametrize(("name", "deadlines"), RECOMMENDATIONS.items())
def test_recommendations_with_their_deadlines(seeds: Built, name: str, deadlines: dict[str | None, int]) -> None:
    found = report(seeds, name).recommendations
    assert {term: sum(point.deadline == term for point in found) for term in deadlines} == deadlines
    assert len(found) == sum(deadlines.values())


def test_footnotes_stay_footnotes(seeds: Built) -> None:
    found = report(seeds, "essex/2014-02-sif")
    assert [note.mark for note in found.footnotes] == ["1", "2", "3"]
    page = anchors(seeds.site / "reports" / found.id / "index.html")
    assert all(page.ids[f"fn:{mark}"] == 1 and page.ids[f"fnref:{mark}"] == 1 for mark in "123")


def test_paragraphs_are_whole_over_page_breaks(seeds: Built) -> None:
    for name in ("essex/2010-07-slac", "thurrock/2012-06-slac", "essex/2023-06-ilacs"):
        for section in report(seeds, name).sections:
            for part in section.content:
                if isinstance(part, Paragraph) and not isinstance(part.blocks[-1], ItemList):
                    text = block_text(part)
                    assert not text[:1].islower()
                    assert len(part.blocks) == 1 or not isinstance(part.blocks[-1], type(part.blocks[0]))


def test_a_second_run_changes_nothing(seeds: Built, tmp_path: Path) -> None:
    before = {path: path.stat().st_mtime_ns for path in (seeds.docs / "reports").rglob("*") if path.is_file()}
    again = convert(Job(SEEDS, seeds.docs, ROOT / "themes.yml", tmp_path / "cache"))
    assert again.written.changed == again.written.removed == 0
    assert {path: path.stat().st_mtime_ns for path in before} == before


def test_every_abbreviation_leads_to_its_place_on_the_page(seeds: Built) -> None:
    defining = [report for report in seeds.outcome.corpus.reports if report.terms]
    assert len(defining) >= 5
    for found in defining:
        page = anchors(built_page(seeds.site, found))
        assert {term.anchor for term in found.terms} <= set(page.ids)
        assert {f"#{term.anchor}" for term in found.terms} <= set(page.links)


def test_the_independent_reading_agrees(seeds: Built, tmp_path: Path) -> None:
    truth = json.loads((REAL / "truth.json").read_text(encoding="utf-8"))
    names = {path.name for path in SEEDS.iterdir()}
    some = tmp_path / "truth.json"
    some.write_text(json.dumps([row for row in truth if row["file"] in names]), encoding="utf-8")
    command = [sys.executable, str(REAL / "score.py"), str(seeds.site), "--truth", str(some), "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout
    assert "reports all right         4 /      4" in done.stdout
