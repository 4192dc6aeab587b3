"""Area inspections of special educational needs and disabilities: letters until 2022, then reports."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import letter_pdf

from converter.model import Label, Report, Table, plain
from converter.profiles import profile_named
from converter.read import read
from converter.read.text import read_text
from converter.recognise import recognise
from converter.recognise.cover import Cover, read_cover
from converter.settings import load_yaml

GOLDEN = Path(__file__).parent.parent / "golden" / "area-send.yml"
LETTER = "Joint local area SEND inspection in Norbury"
REPORT = "Area SEND inspection of Norbury Local Area Partnership"


def made(folder: Path, text: str) -> tuple[Report, ...]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return recognise(read(path))


def cover(text: str, body: str = "") -> Cover:
    return read_cover(read_text(text)[1], read_text(body)[1], profile_named("area-send"))


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        (f"{LETTER}\n\nMain findings\n\nIt was made up.", "area-send"),
        (f"{REPORT}\n\nInspection outcome\n\nIt was made up.", "area-send"),
        ("Dear Ms Fenwick\n\nJoint area SEND revisit in Norbury\n\nIt was made up.", "area-send"),
        (f"Inspection of Norbury children's services\n\n{REPORT}\n\n1. One.", "ilacs"),
        (f"Joint targeted area inspection of Norbury\n\nNext steps\n\n{REPORT} follows.", "jtai"),
        ("Norbury scrutiny\n\nThe area SEND inspection of Norbury was discussed.", "unknown"),
        (f"{REPORT}: action plan\n\nWe will improve.", "unknown"),
    ],
)
def test_which_documents_are_one(tmp_path: Path, text: str, framework: str) -> None:
    assert [report.framework for report in made(tmp_path, text)] == [framework]


@pytest.mark.parametrize(
    ("front", "body", "slug"),
    [
        (LETTER, "", "norbury"),
        (f"Thurrock\n\n{LETTER}", "", "norbury"),
        (REPORT, "", "norbury"),
        ("Area SEND monitoring inspection of the London Borough of Eastmere local area partnership", "", "eastmere"),
        (
            "Area SEND inspection of Norbury and Eastmere Local Area",
            "",
            "norbury-and-eastmere",
        ),
        ("", "They conducted a joint inspection of the local area of Norbury to judge the effectiveness.", "norbury"),
    ],
)
def test_authority(front: str, body: str, slug: str) -> None:
    found = cover(front, body).authority
    assert found is not None
    assert found.slug == slug


def test_dates_of_the_previous_inspection_are_not_this_one_s() -> None:
    text = f"{REPORT}\n\nDate of previous inspection: 1 to 5 October 2018\n\nInspection dates: 6 to 10 March 2023"
    assert (cover(text).start, cover(text).end) == (date(2023, 3, 6), date(2023, 3, 10))
    assert cover(f"{REPORT}\n\nDates of previous inspection: 1 to 5 October 2018").end is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Harriet Longmoor, HMI, Ofsted Lead inspector\tWilf Harker, CQC Lead inspector", "Harriet Longmoor"),
        ("Wilf Harker, CQC Lead inspector\tHarriet Longmoor, HMI, Lead inspector", "Harriet Longmoor"),
        ("Harriet Longmoor HMI, Lead Inspector", "Harriet Longmoor"),
        ("Harriet Longmoor\tWilf Harker\n\nLead Inspector\tCQC Inspector", "Harriet Longmoor"),
        ("Harriet Longmoor\n\nHer Majesty's Inspector", None),
        ("Wilf Harker, CQC Lead inspector", None),
    ],
)
def test_lead_inspector(text: str, name: str | None) -> None:
    assert cover(REPORT, text).lead_inspector == name


def golden(name: str) -> str:
    return str(load_yaml(GOLDEN)["input"][name])


@pytest.mark.parametrize("name", ["letter.txt", "report.txt"])
def test_nothing_is_made_up_and_everything_has_an_address(tmp_path: Path, name: str) -> None:
    (report,) = made(tmp_path, golden(name))
    assert (report.problems, report.judgements, report.words_kept) == ((), (), 1.0)
    assert report.lead_inspector == "Harriet Longmoor"
    assert not list(report.paragraphs())
    assert not any(section.grade or section.number for section in report.sections)
    blocks = [part for section in report.sections for part in section.content if not isinstance(part, Label)]
    anchors = [part.anchor for part in blocks]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)


def test_what_is_to_improve(tmp_path: Path) -> None:
    (letter,) = made(tmp_path, golden("letter.txt"))
    assert [point.text for point in letter.recommendations][-2:] == [
        "the lateness of plans",
        "the waiting times for therapists",
    ]
    assert len(letter.recommendations) == 6
    (report,) = made(tmp_path, golden("report.txt"))
    assert [point.text for point in report.recommendations] == [
        "Eastmere Council: Leaders should clear the list of plans that are overdue.",
        "Eastmere Council and NHS Norbury and Eastmere ICB: Leaders should agree how soon a child sees a therapist.",
        "Leaders across the partnership should tell families what there is.",
        "Leaders should ask young people over 18 what they need.",
    ]


def test_the_partners_are_a_table(tmp_path: Path) -> None:
    (report,) = made(tmp_path, golden("report.txt"))
    (details,) = (section for section in report.sections if section.slug == "local-area-partnership-details")
    (table,) = details.content
    assert isinstance(table, Table)
    assert len(table.rows) == 4


@pytest.mark.parametrize("name", ["letter.txt", "report.txt"])
def test_the_same_document_as_a_pdf(tmp_path: Path, name: str) -> None:
    (text,) = made(tmp_path, golden(name))
    headings = {plain(section.title) for section in text.sections if section.title}
    path = letter_pdf.write(golden(name), headings, text.printed_title, tmp_path / "report.pdf")
    (pdf,) = recognise(read(path))
    assert (pdf.id, pdf.problems, pdf.lead_inspector) == (text.id, text.problems, text.lead_inspector)
    assert [(section.slug, section.level) for section in pdf.sections] == [
        (section.slug, section.level) for section in text.sections
    ]
    assert [point.text for point in pdf.recommendations] == [point.text for point in text.recommendations]
    assert not list(pdf.paragraphs())
