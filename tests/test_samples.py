"""The sample reports that ship with the project, one per family, one of them a PDF."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import SAMPLES, Built
from invariants import assert_consecutive, assert_numbers_are_addresses, markdown_numbers
from samples import make_ilacs_pdf

from converter.audit import audit_corpus
from converter.model import Report, block_text
from converter.site.corpus import load_corpus
from converter.site.figures import word_counts

PACK = "norbury-children-and-families-scrutiny-committee/2016-03-10"
COUNTS = {"norbury/2011-11-slac": (26, 33, 12), "norbury/2015-06-sif": (34, 7, 8), "norbury/2019-03-ilacs": (23, 4, 4)}

SHORT_BREAKS = "1.1 1.2 2.1 2.2 2.3 3.1.1 3.1.2 3.1.3 3.2.1 3.2.2 3.2.3 3.3.1 4.1 5.1 6.1".split()  # noqa: SIM905


def report(built: Built, name: str) -> Report:
    return next(found for found in built.outcome.corpus.reports if found.id == name)


@pytest.mark.parametrize(("name", "counts"), COUNTS.items())
def test_paragraphs_judgements_and_recommendations(samples: Built, name: str, counts: tuple[int, int, int]) -> None:
    found = report(samples, name)
    assert_consecutive(found, counts[0])
    assert_numbers_are_addresses(found, samples.site)
    assert markdown_numbers(samples.docs, found) == [str(number) for number in range(1, counts[0] + 1)]
    assert (len(found.judgements), len(found.recommendations)) == counts[1:]
    assert found.problems == ()


def test_every_word_is_accounted_for(samples: Built) -> None:
    accounts = list(audit_corpus(samples.outcome.corpus, SAMPLES, samples.docs))
    assert len(accounts) == 5
    for account in accounts:
        assert account.lost_passages == account.added_passages == ()
        assert account.words == account.kept + account.moved + account.listed
    shown = word_counts(load_corpus(samples.docs))
    for row, account in zip(shown, accounts, strict=True):
        assert row["all"] == pytest.approx(account.words, abs=1)  # what stands in cells is parted in another way
    assert [row["left_out"] for row in shown] == [account.reasons for account in accounts]


def test_the_pdf_holds_the_words_it_was_made_from(samples: Built) -> None:
    found = report(samples, "norbury/2019-03-ilacs")
    written = [text for _, texts in make_ilacs_pdf.SECTIONS for text in texts]
    printed = [block_text(paragraph).replace("’", "'").replace("‘", "'") for _, paragraph in found.paragraphs()]
    assert printed == written
    grades = {row.label: row.grade for row in found.judgements}
    assert grades == {
        label: grade.lower().removesuffix(" to be good").replace(" ", "-") for label, grade in make_ilacs_pdf.JUDGEMENTS
    }
    assert {paragraph.page for _, paragraph in found.paragraphs()} == {1, 2, 3, 4}


def test_the_pdf_that_ships_is_the_one_the_script_makes(tmp_path: Path) -> None:
    made = make_ilacs_pdf.write(tmp_path / "again.pdf")
    assert made.read_bytes() == (SAMPLES / "norbury-2019-ilacs.pdf").read_bytes()


def test_the_pack_has_its_items_with_their_printed_numbers(samples: Built) -> None:
    items = [found.id for found in samples.outcome.corpus.reports if found.kind == "item"]
    later = PACK.replace("03-10", "05-12")
    wanted = [f"{PACK}/item-{number}" for number in range(1, 11)]
    assert items == [*wanted, *(f"{later}/item-{number}" for number in range(1, 5))]
    minutes, leaving_care, short_breaks = (report(samples, f"{PACK}/item-{number}") for number in (3, 4, 5))
    assert [section.number for section in minutes.sections if section.number] == list("1234567")
    assert [paragraph.number for _, paragraph in leaving_care.paragraphs()] == ["I", "II", "III", "IV", "V"]
    assert [paragraph.number for _, paragraph in short_breaks.paragraphs()] == (
        [
            "1.1",
            "1.2",
            "2.1",
            "2.2",
            "2.3",
            "3.1.1",
            "3.1.2",
            "3.1.3",
            "3.2.1",
            "3.2.2",
            "3.2.3",
            "3.3.1",
            "4.1",
            "5.1",
            "6.1",
        ]
    )
    for found in (minutes, leaving_care, short_breaks):
        assert_numbers_are_addresses(found, samples.site)


def test_the_samples_say_that_they_are_made_up() -> None:
    for path in SAMPLES.glob("norbury-*.[tm]*"):
        assert "fictional" in path.read_text(encoding="utf-8")
