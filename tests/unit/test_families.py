"""Shapes that other reports of the known families have, as whole small documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from converter.convert import convert
from converter.job import Job
from converter.model import Report, block_text
from converter.read import read
from converter.recognise import recognise

ROOT = Path(__file__).parent.parent.parent
SLAC = """Inspection of safeguarding and looked after children services

London Borough of Barnet

Inspection dates: 7 – 18 November 2011
Reporting inspector Ada Fenwick HMI

About this inspection

1. This report was made up for a test.

Safeguarding services

Overall effectiveness

Grade 2 (good)

"""
SIF = """City of York Council

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 2 June 2015 – 25 June 2015

"""


def made(tmp_path: Path, text: str) -> Report:
    path = tmp_path / "report.txt"
    path.write_text(text, encoding="utf-8")
    (report,) = recognise(read(path))
    return report


def test_deadlines_with_and_without_a_colon(tmp_path: Path) -> None:
    text = SLAC + (
        "Areas for improvement\n\n2. The council should do this.\n\nImmediately\n\n- answer the telephone\n\n"
        "Within three months of publication of this report\n\n- write to each family so that:\n - it can answer\n\n"
        "Within the next financial year:\n\n- build a house\n"
    )
    found = [(point.text, point.deadline) for point in made(tmp_path, text).recommendations]
    assert found == [
        ("answer the telephone", "immediately"),
        ("write to each family so that: it can answer", "3 months"),
        ("build a house", None),
    ]


def test_a_record_whose_titles_are_plain_lines(tmp_path: Path) -> None:
    text = SLAC + (
        "2. It is good.\n\nRecord of main findings\n\nSafeguarding services\nOverall effectiveness\tGood\n"
        "Outcomes for children and young people\nChildren are safe\tAdequate\nLeadership and management\n"
        "User engagement\tGood\nServices for looked after children\nOverall effectiveness\tGood\n"
        "Quality of provision\nService responsiveness\tAdequate\n"
    )
    assert {row.area: row.grade for row in made(tmp_path, text).judgements} == {
        "help-and-protection": "good",
        "safeguarding/children-are-safe": "adequate",
        "safeguarding/user-engagement": "good",
        "children-in-care": "good",
        "looked-after/service-responsiveness": "adequate",
    }


def test_a_front_page_without_a_contents_list(tmp_path: Path) -> None:
    text = SIF + (
        "Children's services in York require improvement to be good\n\n"
        "1. Children who need help and protection\tRequires improvement\n"
        "2. Children looked after and achieving permanence\tGood\n\nExecutive summary\n\n1. It was made up.\n"
    )
    grades = {row.area: row.grade for row in made(tmp_path, text).judgements}
    assert grades["overall"] == "requires-improvement"
    assert grades["help-and-protection"] == "requires-improvement"
    assert grades["children-in-care"] == "good"


def test_a_grade_on_the_line_below_a_heading(tmp_path: Path) -> None:
    text = SIF + "The overall judgement is good\n\nLeadership, management and governance\n\nGood\n\n1. Leaders lead.\n"
    (section,) = made(tmp_path, text).sections
    assert (section.anchor, section.grade) == ("leadership", "good")


def test_a_number_printed_twice(tmp_path: Path) -> None:
    text = SIF + "Executive summary\n\n1. One.\n\n2. Two.\n\n3. Three.\n\n3. Three again.\n\n4. Four.\n"
    assert [paragraph.anchor for _, paragraph in made(tmp_path, text).paragraphs()] == ["p1", "p2", "p3", "p3-2", "p4"]


def test_two_lead_inspectors(tmp_path: Path) -> None:
    text = SIF + "Lead inspectors: Jane O'Malley HMI and Peter Brown HMI\n\nExecutive summary\n\n1. One.\n"
    assert made(tmp_path, text).lead_inspector == "Jane O'Malley and Peter Brown"


def test_what_is_missing_is_said(tmp_path: Path) -> None:
    report = made(tmp_path, SIF + "Executive summary\n\n1. One.\n")
    assert report.problems == ("no lead inspector found", "no judgement found")
    assert report.words_kept == 1.0


PACK = """Corporate Parenting Committee

10:00\tThursday, 10 March 2016\tTown Hall

Norbury County Council

1\tMinutes of previous meeting To approve them.\t1 - 2
2\t{title} To receive a report.\t3 - 4

MINUTES OF A MEETING OF THE COMMITTEE

84. Apologies

There were none.

85. {title}

It was received.

86. Close

The meeting closed.

\t\tAGENDA ITEM 2
{title} is a paper of its own.
"""


def test_minutes_numbered_on_from_an_earlier_meeting(tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    path.write_text(PACK.format(title="Homes"), encoding="utf-8")
    minutes = next(report for report in recognise(read(path)) if report.id.endswith("item-1"))
    assert [section.number_anchor for section in minutes.sections if section.number] == ["p84", "p85", "p86"]


def test_two_packs_of_one_day_are_two_packs(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("Homes", "Schools"):
        (reports / f"{name}.txt").write_text(PACK.format(title=name), encoding="utf-8")
    outcome = convert(Job(reports, tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache"))
    home = "norbury-corporate-parenting-committee"
    days = ("2016-03-10", "2016-03-10-2")
    assert {report.id for report in outcome.corpus.reports} == {
        f"{home}/{day}{part}" for day in days for part in ("", "/item-1", "/item-2")
    }
    pages = [(tmp_path / "docs" / "reports" / home / day / "item-2.md").read_text(encoding="utf-8") for day in days]
    for name in ("Homes", "Schools"):
        assert sum(f"{name} is a paper of its own." in page for page in pages) == 1


def test_the_same_pack_twice_is_one(tmp_path: Path) -> None:
    reports = tmp_path / "reports"
    reports.mkdir()
    for name in ("a", "b"):
        (reports / f"{name}.txt").write_text(PACK.format(title="Homes"), encoding="utf-8")
    outcome = convert(Job(reports, tmp_path / "docs", ROOT / "themes.yml", tmp_path / "cache"))
    assert [[source.file for source in report.sources] for report in outcome.corpus.reports] == [["a.txt", "b.txt"]] * 3


@pytest.mark.parametrize("mark", ["area", "area2"])
def test_a_contents_list_without_pages_ends_where_the_body_begins(tmp_path: Path, mark: str) -> None:
    text = SIF + (
        "Contents\n\nSummary of key findings\n\nInformation about this local authority area\n\n"
        "Inspection judgements about the local authority\n\nSummary of key findings\n\n1. One.\n\n"
        f"Information about this local authority {mark}\n\n2. Two.\n\n"
        "Inspection judgements about the local authority\n\n3. Three.\n"
    )
    report = made(tmp_path, text)
    assert [section.anchor for section in report.sections] == [
        "summary-of-key-findings",
        "information-about-this-local-authority-area",
        "inspection-judgements-about-the-local-authority",
    ]


def test_bullets_only_with_lost_marks_are_no_damage(tmp_path: Path) -> None:
    """Small letters after a colon are sub-items whose marks the file lost, not lost lines."""
    places = "".join(f"The proportion in place {n}:\n\nin primary schools it is {n}%;\n\n" for n in range(1, 8))
    text = SIF + "The overall judgement is good\n\nChildren living in this area\n\n" + places
    report = made(tmp_path, text)
    assert not report.damaged
    assert "The numbers of its paragraphs are missing" not in " ".join(report.problems)


def test_a_pack_without_an_agenda_loses_nothing(tmp_path: Path) -> None:
    path = tmp_path / "pack.txt"
    path.write_text(
        "Corporate Parenting Committee\n\nThursday, 10 March 2016\n\nNorbury County Council\n\n"
        "MINUTES OF A MEETING OF THE COMMITTEE\n\nNobody spoke.\n\n\t\tAGENDA ITEM 4\nHomes are few.\n\n"
        "\t\tAGENDA ITEM 7\nSchools are full.\n",
        encoding="utf-8",
    )
    reports = recognise(read(path))
    assert [report.id.rsplit("/", 1)[-1] for report in reports] == ["2016-03-10", "item-4", "item-7"]
    held = " ".join(block_text(part) for report in reports for section in report.sections for part in section.content)
    assert all(words in held for words in ("Nobody spoke.", "Homes are few.", "Schools are full."))
