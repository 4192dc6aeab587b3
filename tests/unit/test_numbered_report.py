"""Reports of other publishers as PDFs: every printed number once, notes apart, nothing lost."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from numbered_pdf import CHAPTERS, PER_CHAPTER, write_committee, write_inquiry

from converter.audit import Account, audit_corpus
from converter.convert import Outcome, convert
from converter.job import Job
from converter.model import ItemList, Report, block_text, plain

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("numbered")
    (made / "reports").mkdir()
    write_inquiry(made / "reports" / "inquiry.pdf")
    write_committee(made / "reports" / "own.pdf", own_numbers=True)
    write_committee(made / "reports" / "repeats.pdf", own_numbers=False)
    write_committee(made / "reports" / "no-dots.pdf", own_numbers=True, dot="")
    return made


@pytest.fixture(scope="module")
def outcome(folder: Path) -> Outcome:
    return convert(Job(folder / "reports", folder / "docs", ROOT / "themes.yml", folder / "cache"))


def of(outcome: Outcome, file: str) -> Report:
    return next(report for report in outcome.corpus.reports if report.sources[0].file == file)


def numbers(report: Report) -> list[str]:
    return [paragraph.anchor for _, paragraph in report.paragraphs()]


def test_the_inquiry_has_every_printed_number_once(outcome: Outcome) -> None:
    expected = [f"p{chapter}.{count}" for chapter in CHAPTERS for count in range(1, PER_CHAPTER + 1)]
    assert numbers(of(outcome, "inquiry.pdf")) == [*expected, "pa1.1", "pa1.2"]


def test_the_front_page_gives_address_publisher_and_month(outcome: Outcome) -> None:
    report = of(outcome, "inquiry.pdf")
    assert report.id == "norbury-flood-inquiry/2021-03-the-night-of-the-flood"
    assert (report.publisher, report.published, report.month) == ("Norbury Flood Inquiry", None, "2021-03")
    assert (report.authority, report.judgements, report.problems) == (None, (), ())
    assert "Open Government Licence" in report.licence


def test_notes_of_three_digits_are_notes_and_no_text(outcome: Outcome) -> None:
    report = of(outcome, "inquiry.pdf")
    assert [note.mark for note in report.footnotes] == [str(n) for n in range(1, 3 * PER_CHAPTER + 1)]
    paragraphs = [paragraph for _, paragraph in report.paragraphs()][: 3 * PER_CHAPTER]
    for note, paragraph in zip(report.footnotes, paragraphs, strict=True):
        spans = [span for block in paragraph.blocks for span in getattr(block, "spans", ())]
        assert [span.note for span in spans if span.note] == [note.key]
        assert "INQ" not in block_text(paragraph)
        assert block_text(paragraph).endswith("metres of water.")


def test_headings_by_size_boxes_and_lists(outcome: Outcome) -> None:
    report = of(outcome, "inquiry.pdf")
    found = [(section.level, plain(section.title)) for section in report.sections]
    assert found[:2] == [(2, "Foreword"), (2, "Executive summary")]
    assert (2, "Chapter 1: The river and the town") in found
    assert (3, "Introduction") in found
    assert (4, "Recommendation 2: Ring the bell") in found
    summary = next(section for section in report.sections if section.slug == "executive-summary")
    (points,) = [part for part in summary.content if isinstance(part, ItemList)]
    assert (points.items[0].label, plain(points.items[0].spans)) == ("1.", "The bell should be rung.")


@pytest.mark.parametrize(
    ("file", "second"),
    [
        ("no-dots.pdf", ["r2-p1", "r2-p2", "r2-p3", "r2-p4", "r2-p5"]),
        ("own.pdf", ["r2-p1", "r2-p2", "r2-p3", "r2-p4", "r2-p5"]),
        ("repeats.pdf", ["r2-p3", "r2-p9", "r2-p15", "r2-p22", "r2-p30"]),
    ],
)
def test_a_list_of_conclusions_is_a_run_of_its_own(outcome: Outcome, file: str, second: list[str]) -> None:
    report = of(outcome, file)
    assert numbers(report) == [*(f"p{number}" for number in range(1, 31)), *second]
    assert re.sub(r"-[23]$", "", report.id) == "norbury-affairs-committee/2024-04-bells-and-whistles"
    assert report.published == date(2024, 4, 14)
    assert [note.mark for note in report.footnotes] == [str(number + 95) for number in range(1, 31)]


def test_nothing_is_lost_or_added(outcome: Outcome, folder: Path) -> None:
    accounts: list[Account] = list(audit_corpus(outcome.corpus, folder / "reports", folder / "docs"))
    assert len(accounts) == 4
    for account in accounts:
        assert (account.lost_passages, account.added_passages) == ((), ())


def test_the_page_names_its_publisher_and_terms(outcome: Outcome, folder: Path) -> None:
    page = (folder / "docs" / "reports" / f"{of(outcome, 'inquiry.pdf').id}.md").read_text(encoding="utf-8")
    assert "# The night of the flood\n" in page
    assert "<dt>Published</dt><dd>March 2021</dd>" in page
    assert "<dt>Source</dt><dd>Norbury Flood Inquiry, The night of the flood, published March 2021</dd>" in page
    assert "<dt>Licence</dt><dd>The report is published under the Open Government Licence.</dd>" in page
    assert "judgement" not in page
