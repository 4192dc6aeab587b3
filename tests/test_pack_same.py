"""A pack of our own, in text and as the PDF of the same words: both must become the same pages."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import astuple, replace
from functools import partial
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pytest
from conftest import SAMPLES
from samples.bound_text import Part, bound
from samples.pack_pdf import Look, Stamps, write

from converter.link import Corpus, link
from converter.model import Holds, Report, Table, block_text, plain
from converter.read import read
from converter.recognise import recognise

PACK = "norbury-children-and-families-scrutiny-committee/2016-03-10"
INSIDE = "norbury/2015-06-sif"
BEFORE = "\t\tAGENDA ITEM 5"
PAGES = {"13 - 13": "14 - 14", "12 - 12": "13 - 13", "8 - 11": "10 - 11", "5 - 7": "5 - 8"}  # with the report inside
REPORT = """Norbury County Council

Inspection of services for children in need of help and protection, children looked after and care leavers

Inspection date: 2 June 2015 – 25 June 2015

Report published: 14 August 2015

The overall judgement is **requires improvement**

1. Children who need help and protection\tRequires improvement
2. Children looked after and achieving permanence\tGood
2.1 Adoption performance\tOutstanding
2.2 Experiences and progress of care leavers\tRequires improvement
3. Leadership, management and governance\tGood

Executive summary

Children in Norbury are safe, but the help that they receive depends on the district in which they live.

Recommendations

1. Agree one description of thresholds for the whole county, and check each quarter that all districts apply it alike.
2. Review every plan for a child in need at least once in three months, with the family and the school.
3. Write pathway plans with care leavers, not for them.

The experiences and progress of children who need help and protection require improvement

4. Early help is plentiful and popular. Each district has a family hub that is open until eight in the evening.
5. Children at immediate risk are protected without delay. Police and social workers share a room and decide together:
- within an hour, where a child may be hurt
- within a day in all other cases.
6. Plans for children in need are weak, and 38 of them had not been reviewed at all for six months.

The experiences and progress of children looked after and achieving permanence are good

7. Decisions that a child should come into care are right. 'Nobody moved me,' said one boy, 'and nobody will.'
8. Most children live with the same carers for years.

The graded judgement for adoption performance is that it is outstanding

9. Adopters are found quickly, also for children who are older or who have brothers and sisters.

The graded judgement about the experience and progress of care leavers is that it requires improvement

10. A third of the care leavers who spoke to inspectors had not seen their pathway plans.

Leadership, management and governance is good

11. Senior leaders know their service well, and their account of it at the start of the inspection was fair.
12. Social workers in Port Stowle have 27 families each, when 18 would be right.

Information about this inspection

Inspectors read 164 files and met 47 children and young people.

"""
SUPPLEMENT = """Children and Families Scrutiny Committee

10:00\tThursday, 10 March 2016\tLantern Room, Shire House, Market Harle

SUPPLEMENTARY AGENDA

Norbury County Council

\t\tPages
8\tDate of Next Meeting To agree where the committee meets in May. Paper CFS/05/16 attached.\t21 - 21

\t\tAGENDA ITEM 8
\t\tCFS/05/16
Committee:\tChildren and Families Scrutiny Committee\t
Date:\t10 March 2016\t
<u>Where to meet in May</u>\t\t
Enquiries to:\tDorothy Larkhamby Scrutiny Officer scrutiny@norbury.example\t

The Lantern Room is to be painted in May.

1. Context

- 1.1. The committee meets next on 12 May 2016.
- 1.2. Two halls are free on that day, as the table shows.

Hall\tSeats\tPrice for the day
Corn Exchange, Market Harle\t80\t£120
Port Stowle Town Hall\t140\tnothing

2. Proposal

- 2.1. To meet at Port Stowle Town Hall, see paragraph 1.2.
- 2.2. To ask the harbour whether it can do without its foghorn between ten and noon.
"""
ARIAL, TIMES, LARGE = Look(), Look("times", 12, margins=(72, 72, 72, 72), hang=42), Look(size=12, hang=30)
WIDE = Look(size=7.5, margins=(40, 40, 56, 50), turned="rotate")
PARTS = (
    Part("Children and Families", "front", "", "Agenda", Look(leading=1.3)),
    Part("**MINUTES OF", "minutes", "3", "3 Minutes of previous meeting", TIMES),
    Part("\t\tAGENDA ITEM 4", "paper", "4", "4 Young People Leaving Care", ARIAL),
    Part("Norbury County Council\n\nInspection", "report", "4", "Inspection report", LARGE, level=1),
    Part(BEFORE, "paper", "5", "5 Short Breaks for Disabled Children", Look(pieces="word"), blank=True),
    Part("2015/16 SCRUTINY", "paper", "6", "6 Scrutiny recommendations tracker", WIDE, blank=True),
    Part("\t\tAGENDA ITEM 7", "paper", "7", "7 Committee Meeting Dates 2016-17", TIMES),
)
MORE = (
    Part("Children and Families", "front", "", "Supplementary agenda", ARIAL),
    Part("\t\tAGENDA ITEM 8", "paper", "8", "8 Date of Next Meeting", ARIAL),
)


def words(text: str) -> str:
    """Words and marks, quotation marks as a typewriter sets them."""
    return " ".join(text.replace("\u2018", "'").replace("\u2019", "'").split())


def said(texts: Iterable[str]) -> list[str]:
    return [words(text) for text in texts]


def with_report() -> str:
    """The shipped pack with an inspection report behind the paper of item 4."""
    text = (SAMPLES / "norbury-scrutiny-2016-03-10.txt").read_text(encoding="utf-8")
    for before, after in PAGES.items():
        text = text.replace(f"\t{before}\n", f"\t{after}\n")
    return text.replace(BEFORE, REPORT + BEFORE)


@pytest.fixture(scope="module")
def corpora(tmp_path_factory: pytest.TempPathFactory) -> tuple[Corpus, Corpus]:
    """The pack and its supplement, read from text and from PDFs."""
    folder = tmp_path_factory.mktemp("same")
    texts = {"pack": (with_report(), PARTS, Stamps(first=3)), "supplement": (SUPPLEMENT, MORE, Stamps(first=21))}
    for name, (text, parts, stamps) in texts.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
        write(folder / f"{name}.pdf", bound(name, text, parts, stamps))
    return converted(folder, "txt"), converted(folder, "pdf")


def test_the_pdf_is_stamped_turned_and_bookmarked(tmp_path: Path) -> None:
    """What the test is about is in the file, as the reader sees it."""
    path = tmp_path / "pack.pdf"
    write(path, bound("pack", with_report(), PARTS, Stamps(first=3)))
    source = read(path)
    stamps = [sheet.stamp for sheet in source.sheets]
    assert list(dict.fromkeys(filter(None, stamps))) == [f"Agenda Item {item}" for item in (3, 4, 5, 6, 7)]
    assert [sheet.number for sheet in source.sheets[2:]] == [str(page) for page in range(3, len(stamps) + 1)]
    assert {entry.title: entry.level for entry in source.outline} == {part.bookmark: 1 + part.level for part in PARTS}
    assert len([sheet for sheet in source.sheets if sheet.holds is Holds.NOTHING]) == 2
    with pdfium.PdfDocument(path) as document:
        assert {page.get_rotation() for page in document} == {0, 90}


def converted(folder: Path, form: str) -> Corpus:
    return link([found for name in ("pack", "supplement") for found in recognise(read(folder / f"{name}.{form}"))])


# ---------------------------------------------------------------- what must be the same of each document


def record(report: Report) -> Any:
    found = report.record
    return found and (found.day, [(one.number, words(one.title), one.item) for one in found.minutes])


def decisions(report: Report) -> Any:
    return report.record and [(one.kind, one.minute, words(one.text), one.about) for one in report.record.decisions]


def trackers(report: Report) -> Any:
    rows = [(row.anchor, said(row.cells), row.closed) for one in report.trackers for row in one.rows]
    return [(one.means, said(one.columns)) for one in report.trackers], rows


def tables(report: Report) -> Any:
    """The rows of every table; a title over all columns may as well stand above it."""
    blocks = [block for section in report.sections for block in section.content if isinstance(block, Table)]
    return [[said(map(plain, row)) for row in block.rows if sum(map(bool, row)) > 1] for block in blocks]


def every_word(report: Report) -> Any:
    """All that stands in the sections and in their titles, run together."""
    parts = [text for one in report.sections for text in (one.number, plain(one.title), *map(block_text, one.content))]
    return words(" ".join(parts))


SAME: dict[str, Callable[[Report], Any]] = {
    "agenda": lambda report: [(one.number, words(one.title), one.pages) for one in report.agenda],
    "meeting": lambda report: report.meeting and said(map(str, astuple(report.meeting))),
    "papers": lambda report: [(one.kind, one.reference, one.report) for one in report.papers],
    "minutes": record,
    "decisions": decisions,
    "trackers": trackers,
    "paragraphs": lambda report: [(one.anchor, one.number, words(block_text(one))) for _, one in report.paragraphs()],
    "sections": lambda report: [(one.number, words(plain(one.title)), one.grade) for one in report.sections],
    "tables": tables,
    "recommendations": lambda report: [(one.anchor, said((one.text, one.outcome))) for one in report.recommendations],
    "judgements": lambda report: [(one.area, words(one.label), one.grade) for one in report.judgements],
    "days": lambda report: (report.start, report.end, report.published),
    "every word": every_word,
}


def test_the_same_documents(corpora: tuple[Corpus, Corpus]) -> None:
    text, pdf = ([(one.id, one.kind, one.parent) for one in found.reports] for found in corpora)
    assert pdf == text
    assert (f"{PACK}/item-8", "item", PACK) in text
    assert (INSIDE, "report", f"{PACK}/item-4") in text


@pytest.mark.parametrize("facts", SAME)
def test_the_same_in_every_document(corpora: tuple[Corpus, Corpus], facts: str) -> None:
    text, pdf = ({one.id: SAME[facts](one) for one in found.reports} for found in corpora)
    assert any(text.values())
    assert pdf == text


def test_pages_in_the_pdf(corpora: tuple[Corpus, Corpus]) -> None:
    """The pages on the agenda are those that are stamped on the papers."""
    pack = corpora[1].by_id[PACK]
    starts = {item.pages.partition(" ")[0]: item.starts for item in pack.agenda if item.pages}
    assert starts == {"3": 3, "5": 5, "10": 10, "13": 13, "14": 14}


@pytest.mark.parametrize("says", ["stamps", "bookmarks", "both"])
def test_what_the_system_adds_is_enough(corpora: tuple[Corpus, Corpus], says: str, tmp_path: Path) -> None:
    """Where no paper prints its item, stamps or bookmarks give each paper its item and its pages."""
    unsaid = partial(re.sub, r"AGENDA ITEM \d", "Report of the council")
    rest = unsaid(with_report())
    text, parts = "", []
    for part in PARTS:  # each paper begins with words of its own
        begins = f"{part.begins} {part.item}" if part.begins.startswith("\t") else part.begins
        before, _, after = rest.partition(unsaid(part.begins))
        text, rest = text + before + unsaid(begins), after
        parts.append(replace(part, begins=unsaid(begins)))
    pack = bound("pack", text + rest, parts, Stamps(page="", first=3))
    papers = tuple(replace(paper, stamp="") for paper in pack.papers) if says == "bookmarks" else pack.papers
    write(tmp_path / "pack.pdf", replace(pack, papers=papers, bookmarks=says != "stamps"))
    expected = {one.id: placed_papers(one) for one in corpora[1].reports if one.papers and "item-8" not in one.id}
    reports = recognise(read(tmp_path / "pack.pdf"))
    assert {one.id: placed_papers(one) for one in reports if one.papers} == expected


def placed_papers(report: Report) -> list[Any]:
    return [(paper.kind, paper.report, paper.pages) for paper in report.papers]
