"""An inquiry's and a select committee's real report: every printed number once, notes apart, nothing lost."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

import pytest
from conftest import NO_CORPUS, OTHER, ROOT

from converter.audit import audit_corpus
from converter.convert import Outcome, convert
from converter.job import Job
from converter.model import Report, block_text, plain

pytestmark = pytest.mark.skipif(not OTHER.is_dir(), reason=NO_CORPUS)

LONG = 60
INQUIRY = "uk-covid-19-inquiry/2024-07-module-1-the-resilience-and-preparedness-of-the-united-kingdom"
COMMITTEE = "home-affairs-committee/2025-04-police-response-to-the-2024-summer-disorder"
CHAPTERS = {"1": 17, "2": 111, "3": 71, "4": 86, "5": 121, "6": 104, "a1": 31, "a2": 1, "a4": 1}
NOTES = {INQUIRY: 883, COMMITTEE: 146}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("other")


@pytest.fixture(scope="module")
def made(folder: Path) -> Outcome:
    return convert(Job(OTHER, folder / "docs", ROOT / "themes.yml", folder / "cache"))


def report(made: Outcome, name: str) -> Report:
    return next(found for found in made.corpus.reports if found.id == name)


def test_both_are_known_and_ask_for_no_authority_or_grade(made: Outcome) -> None:
    found = {each.id: each for each in made.corpus.reports}
    assert set(found) == {INQUIRY, COMMITTEE}
    for each in found.values():
        assert (each.framework, each.authority, each.judgements, each.problems) == ("numbered-report", None, (), ())


def test_the_inquiry_s_paragraphs(made: Outcome) -> None:
    found = [paragraph.anchor for _, paragraph in report(made, INQUIRY).paragraphs()]
    assert found == [f"p{chapter}.{number}" for chapter, last in CHAPTERS.items() for number in range(1, last + 1)]


def test_the_committee_s_paragraphs_and_its_list_of_conclusions(made: Outcome) -> None:
    found = [paragraph.anchor for _, paragraph in report(made, COMMITTEE).paragraphs()]
    assert found == [*(f"p{number}" for number in range(1, 76)), *(f"r2-p{number}" for number in range(1, 22))]


@pytest.mark.parametrize(("name", "count"), NOTES.items())
def test_footnotes_are_all_there_in_order_and_not_in_the_text(made: Outcome, name: str, count: int) -> None:
    found = report(made, name)
    assert len(found.footnotes) == count
    marks = [int(note.mark) for note in found.footnotes]
    for _, chapter in groupby(enumerate(marks), key=lambda pair: pair[0] - pair[1]):
        assert next(chapter)[1] == 1
    long = [text for note in found.footnotes if len(text := plain(note.spans)) > LONG]
    text = " ".join(block_text(paragraph) for _, paragraph in found.paragraphs())
    assert long
    assert sum(note in text for note in long) <= 1  # one note says what its report says elsewhere as well


def test_paragraphs_are_whole(made: Outcome) -> None:
    for name in (INQUIRY, COMMITTEE):
        assert not [
            each.number
            for _, each in report(made, name).paragraphs()
            if block_text(each)[:1].islower() and not block_text(each).startswith("conclusion")
        ]


def test_every_word_is_accounted_for(made: Outcome, folder: Path) -> None:
    for account in audit_corpus(made.corpus, OTHER, folder / "docs"):
        assert len(account.lost) + len(account.added) <= account.words // 1000
