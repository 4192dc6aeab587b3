"""Joint targeted area inspections: which documents are some, and what stands on their pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from samples import letter_pdf

from converter.model import Label, Report, plain
from converter.profiles import profile_named
from converter.read import read
from converter.read.text import read_text
from converter.recognise import recognise
from converter.recognise.cover import Cover, read_cover
from converter.settings import load_yaml

GOLDEN = Path(__file__).parent.parent / "golden" / "jtai.yml"
RESPONSE = "Joint targeted area inspection of the multi-agency response to domestic abuse"
SENTENCE = (
    "Between 5 and 9 March 2018, Ofsted, HMICFRS and the CQC undertook a joint inspection of the multi-agency response"
)


def made(folder: Path, text: str) -> tuple[Report, ...]:
    path = folder / "report.txt"
    path.write_text(text, encoding="utf-8")
    return recognise(read(path))


def cover(text: str, body: str = "") -> Cover:
    return read_cover(read_text(text)[1], read_text(body)[1], profile_named("jtai"))


@pytest.mark.parametrize(
    ("text", "framework"),
    [
        (f"{RESPONSE} in Norbury\n\nHeadline findings\n\nIt was made up.", "jtai"),
        ("18 April 2018\n\nDear local partnership\n\nJoint targeted area inspection of Norbury\n\nIt was.", "jtai"),
        (f"Norbury Council\n\nInspection of Norbury children's services\n\n{RESPONSE} in Norbury\n\n1. One.", "ilacs"),
        (
            "Inspection of services for children in need of help and protection\n\nExecutive summary\n\n"
            f"1. One.\n\n{RESPONSE} in Norbury\n\n{SENTENCE} to neglect in Norbury.",
            "sif",
        ),
        ("Norbury scrutiny\n\nThe joint targeted area inspection of Norbury was discussed.", "unknown"),
        ("Joint targeted area inspection of Norbury: action plan\n\nWe will improve.", "unknown"),
    ],
)
def test_which_documents_are_one(tmp_path: Path, text: str, framework: str) -> None:
    assert [report.framework for report in made(tmp_path, text)] == [framework]


def test_a_pack_that_tells_of_one_stays_a_pack(tmp_path: Path) -> None:
    text = (
        "Children and Families Scrutiny Committee\n\n10:00\tThursday, 10 March 2016\tTown Hall\n\n"
        "Norbury County Council\n\n1\tJoint inspection To receive a report.\t1 - 2\n\n\t\tAGENDA ITEM 1\n"
        f"{RESPONSE} in Norbury\n\n{SENTENCE} to domestic abuse in Norbury.\n"
    )
    assert [report.kind for report in made(tmp_path, text)] == ["pack", "item"]


@pytest.mark.parametrize(
    ("front", "body", "slug"),
    [
        ("Joint targeted area inspection of Norbury", "", "norbury"),
        ("Joint targeted area inspection of the London Borough of Eastmere", "", "eastmere"),
        ("Joint targeted area inspection of Norbury and Eastmere¹", "", "norbury-and-eastmere"),
        ("Joint targeted area inspection of children in care, home or education in Norbury", "", "norbury"),
        (f"Thurrock\n\n{RESPONSE} in the family in Norbury", "", "norbury"),
        (RESPONSE, f"{SENTENCE} to abuse in the family in Norbury.¹ This inspection looked at more.", "norbury"),
    ],
)
def test_authority(front: str, body: str, slug: str) -> None:
    found = cover(front, body).authority
    assert found is not None
    assert found.slug == slug


@pytest.mark.parametrize(
    ("body", "start", "end"),
    [
        (f"{SENTENCE} to neglect.", date(2018, 3, 5), date(2018, 3, 9)),
        (
            "Between 29 January 2018 and 2 February 2018, inspectors from Ofsted came.",
            date(2018, 1, 29),
            date(2018, 2, 2),
        ),
        ("This inspection took place from 7 to 25 November 2022.", date(2022, 11, 7), date(2022, 11, 25)),
        (
            "Inspectors carried out this joint inspection from Monday 28 November to Friday 2 December 2022.",
            date(2022, 11, 28),
            date(2022, 12, 2),
        ),
        ("The last inspection took place from 7 to 25 November 2016.", None, None),
        ("The inspection looked at what was done from 7 to 25 November 2016.", None, None),
    ],
)
def test_dates(body: str, start: date | None, end: date | None) -> None:
    found = cover("Joint targeted area inspection of Norbury", body)
    assert (found.start, found.end) == (start, end)


def golden(name: str) -> str:
    return str(load_yaml(GOLDEN)["input"][name])


@pytest.mark.parametrize("name", ["letter.txt", "report.txt"])
def test_nothing_is_made_up_and_everything_has_an_address(tmp_path: Path, name: str) -> None:
    (report,) = made(tmp_path, golden(name))
    assert (report.problems, report.judgements, report.words_kept) == ((), (), 1.0)
    assert not list(report.paragraphs())
    assert not any(section.grade or section.number for section in report.sections)
    blocks = [part for section in report.sections for part in section.content if not isinstance(part, Label)]
    anchors = [part.anchor for part in blocks]
    assert all(anchors)
    assert len(set(anchors)) == len(anchors)


def test_what_is_to_improve(tmp_path: Path) -> None:
    (letter,) = made(tmp_path, golden("letter.txt"))
    assert [point.anchor for point in letter.recommendations] == [
        "areas-for-improvement-1-b1",
        "areas-for-improvement-1-b2",
    ]
    (report,) = made(tmp_path, golden("report.txt"))
    assert [point.anchor for point in report.recommendations] == [
        "areas-for-priority-action-1",
        "what-needs-to-improve-1-b1",
        "what-needs-to-improve-1-b2",
    ]


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
    assert [point.anchor for point in pdf.recommendations] == [point.anchor for point in text.recommendations]
    assert not list(pdf.paragraphs())
