"""A committee's agenda pack: its items, minutes, papers, and the reports inside it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from converter.audit import account, in_order, listed_in, source_lines
from converter.link import Corpus, link
from converter.model import Report, block_text, plain
from converter.read import read
from converter.recognise import recognise
from converter.write.page import page_md

FRONT = """Children and Families Scrutiny Committee

10:00\tThursday, 10 March 2016\tShire House

Norbury County Council

\t\tPages
1\tApologies To hear who is absent.\t
2\tMinutes of previous meeting To agree the minutes.\t3 - 4
3\tLeaving Care To consider the paper.\t5 - 7
4\tInspection To receive the report.\t8 - 30

"""
MINUTES = """**MINUTES OF A MEETING OF THE CHILDREN AND FAMILIES SCRUTINY
COMMITTEE HELD ON 14 JANUARY 2016**

1. Apologies

Councillor Dunnabeck had sent her apologies.

2. Questions from the Public

A grandmother asked why family hubs shut in the holidays.

"""
PAPER = """\t\tAGENDA ITEM 3
\t\tCFS/01/16
Committee:\tChildren and Families Scrutiny Committee

1. Context

A group of Members looked at leaving care.

2. Recommendations and outcome

- I. No young person should move out at eighteen.
- II. Plans should be written with the young person.

"""
PAPER_FOUR = "\t\tAGENDA ITEM 4\n\nThe committee receives the report of the inspectors.\n\n"
REPORT = """Norbury County Council

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 2 June 2015 – 25 June 2015

The overall judgement is **good**

Recommendations

1. Agree one description of thresholds.

2. Review every plan.

Information about this inspection

3. Inspectors read 164 files.
"""
PACK = FRONT + MINUTES + PAPER + PAPER_FOUR + REPORT
HOME = "norbury-children-and-families-scrutiny-committee/2016-03-10"


def reports(tmp_path: Path, text: str = PACK) -> dict[str, Report]:
    path = tmp_path / "pack.txt"
    path.write_text(text, encoding="utf-8")
    return {report.id: report for report in recognise(read(path))}


def words(report: Report) -> str:
    return " ".join(
        f"{plain(section.title)} " + " ".join(block_text(part) for part in section.content)
        for section in report.sections
    )


@pytest.mark.parametrize(
    "text",
    [
        "The Children and Families Scrutiny Committee met in March.\n\n1\tApologies\t",
        "Norbury\n\nAGENDA ITEM 3\n\nA paper.",
        "Children and Families Scrutiny Committee\n\nThe ferry closed.",
        REPORT,
    ],
    ids=["a sentence", "no committee", "no agenda", "a report"],
)
def test_no_pack(tmp_path: Path, text: str) -> None:
    assert all(report.kind == "report" for report in reports(tmp_path, text).values())


def test_the_documents_of_a_pack_in_printed_order(tmp_path: Path) -> None:
    found = reports(tmp_path)
    assert [(report.id.removeprefix(HOME), report.kind) for report in found.values()] == [
        ("", "pack"),
        ("/item-1", "item"),
        ("/item-2", "item"),
        ("/item-3", "item"),
        ("/item-4", "item"),
        ("norbury/2015-06-sif", "report"),
    ]
    assert set(found[HOME].children) == set(found) - {HOME}
    assert {report.parent for report in found.values() if report.kind == "item"} == {HOME}


def test_day_and_authority(tmp_path: Path) -> None:
    pack = reports(tmp_path)[HOME]
    assert (pack.start, pack.end) == (date(2016, 3, 10),) * 2
    assert pack.authority is not None
    assert pack.authority.slug == "norbury"


def test_the_report_belongs_to_the_paper_it_follows(tmp_path: Path) -> None:
    found = reports(tmp_path)
    inside = found["norbury/2015-06-sif"]
    assert inside.parent == f"{HOME}/item-4"
    assert found[f"{HOME}/item-4"].children == (inside.id,)
    assert [paragraph.number for _, paragraph in inside.paragraphs()] == ["1", "2", "3"]
    assert inside.overall == "good"
    assert len(inside.recommendations) == 2


def test_the_minutes_belong_to_the_item_that_approves_them(tmp_path: Path) -> None:
    assert "A grandmother asked" in words(reports(tmp_path)[f"{HOME}/item-2"])


def test_a_paper_belongs_to_the_item_that_it_prints(tmp_path: Path) -> None:
    item = reports(tmp_path)[f"{HOME}/item-3"]
    assert "A group of Members" in words(item)
    anchors = [part.anchor for section in item.sections for part in section.content if hasattr(part, "anchor")]
    assert {"pi", "pii"} <= set(anchors)


def test_an_item_without_a_paper(tmp_path: Path) -> None:
    item = reports(tmp_path)[f"{HOME}/item-1"]
    assert (item.sections, item.agenda[0].title) == ((), "Apologies")


def test_a_paper_for_an_item_that_the_agenda_does_not_list(tmp_path: Path) -> None:
    text = FRONT + PAPER.replace("ITEM 3", "ITEM 9")
    found = reports(tmp_path, text)
    assert "A group of Members" in " ".join(words(report) for report in found.values())


def test_two_papers_of_one_item_have_runs_of_their_own(tmp_path: Path) -> None:
    second = PAPER.replace("leaving care", "going to sea")
    item = reports(tmp_path, FRONT + PAPER + second)[f"{HOME}/item-3"]
    anchors = [section.number_anchor for section in item.sections if section.number]
    assert anchors == ["p1", "p2", "r2-p1", "r2-p2"]


def test_a_pack_without_a_day_or_council(tmp_path: Path) -> None:
    text = "Children and Families Scrutiny Committee\n\n1\tApologies\t\n2\tMinutes\t3\n\n" + PAPER
    found = reports(tmp_path, text)
    assert next(iter(found)) == "children-and-families-scrutiny-committee/undated"


def test_no_word_of_a_pack_is_lost(tmp_path: Path) -> None:
    found = list(reports(tmp_path).values())
    corpus: Corpus = link(found)
    pages = [page_md(report, corpus) for report in in_order(corpus.reports)]
    result = account("pack.txt", source_lines(tmp_path / "pack.txt"), pages, listed_in(corpus.reports))
    assert (result.lost_passages, result.added_passages) == ((), ())


def test_an_item_that_only_its_paper_names_is_called_as_the_paper(tmp_path: Path) -> None:
    paper = PAPER.replace("ITEM 3", "ITEM 3(b)").replace(
        "Committee:", "Report title:\tHomes for care leavers\nCommittee:"
    )
    item = reports(tmp_path, FRONT + PAPER + paper)[f"{HOME}/item-3b"]
    assert (item.agenda[0].number, item.agenda[0].title) == ("3b", "Homes for care leavers")


@pytest.mark.parametrize(
    ("council", "cover", "expected"),
    [
        ("London Borough of Eastmere", "London Borough of Eastmere", "eastmere/2015-06-sif"),
        ("London Borough of Eastmere", "Another place", "ofsted/2015-06-sif"),
    ],
)
def test_a_report_that_prints_the_pack_s_council_is_about_it(
    tmp_path: Path, council: str, cover: str, expected: str
) -> None:
    text = (FRONT + PAPER_FOUR).replace("Norbury County Council", council)
    assert expected in reports(tmp_path, text + REPORT.replace("Norbury County Council", cover))


@pytest.mark.parametrize(
    ("calls", "kind"),
    [
        ("Agenda for the meeting of the Ferry Scrutiny Committee to be held on 4 May 2021", "pack"),
        ("The ferry is to be held to account", "report"),
    ],
)
def test_a_pack_by_the_sentence_that_calls_its_meeting(tmp_path: Path, calls: str, kind: str) -> None:
    text = f"{calls}\n\n1\tApologies\t\n2\tDeclarations of interest\t\n3\tBuses\t3 - 4\n\nBuses run.\n"
    assert next(iter(reports(tmp_path, text).values())).kind == kind
