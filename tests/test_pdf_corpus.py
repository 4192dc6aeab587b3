"""What must hold for every real report at hand, PDFs above all; it needs the corpus beside the project."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import NO_CORPUS, REAL, ROOT

from converter.audit import Account, audit_corpus
from converter.convert import Outcome, convert
from converter.job import Job
from converter.model import Report
from converter.site.corpus import load_corpus
from converter.site.data import data_files

REPORTS = REAL / "reports"
LIMIT = 0.001
TRUTHS_SLIPS = 2  # starts and ends of paragraphs in the truth that the reports print otherwise, at most


@dataclass(frozen=True, slots=True)
class Converted:
    """Every real report as pages and data."""

    outcome: Outcome
    docs: Path
    site: Path


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Converted:
    if not REPORTS.is_dir():
        pytest.skip(NO_CORPUS)
    folder = tmp_path_factory.mktemp("real")
    outcome = convert(Job(REPORTS, folder / "docs", ROOT / "themes.yml", folder / "cache"))
    for name, content in data_files(load_corpus(folder / "docs")).items():
        path = folder / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    return Converted(outcome, folder / "docs", folder / "site")


@pytest.fixture(scope="module")
def accounts(real: Converted) -> list[Account]:
    return list(audit_corpus(real.outcome.corpus, REPORTS, real.docs))


def test_every_source_is_published(real: Converted) -> None:
    assert real.outcome.failures == ()
    files = {path.name for path in REPORTS.rglob("*") if path.suffix in {".pdf", ".txt"}}
    assert {source.file for report in real.outcome.corpus.reports for source in report.sources} == files


def test_the_score(real: Converted) -> None:
    """Every line of the score is full; the truth itself has a few slips, all of them in words of paragraphs."""
    command = [sys.executable, str(REAL / "score.py"), str(real.site), "--list"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # a miss ends it with 1
    rows = re.findall(r"^(.+?)\s+(\d+) /\s+(\d+)", done.stdout, re.MULTILINE)
    assert len(rows) > 10
    for name, right, total in rows:
        spare = TRUTHS_SLIPS if name.startswith("paragraph") else 2 * TRUTHS_SLIPS if name == "reports all right" else 0
        assert int(right) >= int(total) - spare, done.stdout


def test_authorities_have_all_their_reports(real: Converted) -> None:
    held = Counter(report.id.split("/")[0] for report in real.outcome.corpus.reports if report.kind == "report")
    assert held["essex"] == 4
    assert held["thurrock"] == 4
    copies = next(report for report in real.outcome.corpus.reports if report.id == "essex/2014-02-sif").sources
    assert len(copies) == 3
    assert [source.chosen for source in copies].count(True) == 1
    assert {Path(source.file).suffix for source in copies} == {".pdf", ".txt"}


def test_no_word_is_lost_or_added(accounts: list[Account]) -> None:
    for account in accounts:
        assert len(account.lost) <= LIMIT * account.words, account
        assert len(account.added) <= LIMIT * account.words, account


def test_another_program_finds_no_word_that_is_lost(accounts: list[Account]) -> None:
    if not shutil.which("pdftotext"):
        pytest.skip("pdftotext (Debian: poppler-utils) is not installed")
    pdfs = [account for account in accounts if account.file.endswith(".pdf")]
    assert len(pdfs) > 50
    for account in pdfs:
        assert account.witnessed, account.file
        assert len(account.unseen) <= LIMIT * account.witnessed, (account.file, account.unseen)


def test_numbers_anchors_and_pages(real: Converted) -> None:
    for report in real.outcome.corpus.reports:
        assert_sound(report)


def assert_sound(report: Report) -> None:
    """No address twice, no number twice in one run unless one right after the other, every page inside the source."""
    paragraphs = [paragraph for _, paragraph in report.paragraphs()]
    anchors = [paragraph.anchor for paragraph in paragraphs]
    assert len(set(anchors)) == len(anchors), report.id
    numbers = Counter((paragraph.run, paragraph.number) for paragraph in paragraphs)
    assert all(count == 1 or f"p{number}-2" in anchors or f"r{run}-p{number}-2" in anchors
               for (run, number), count in numbers.items()), report.id  # fmt: skip
    shown = next(source for source in report.sources if source.chosen)
    if shown.pages:
        assert all(shown.pages[0] <= (paragraph.page or 0) <= shown.pages[1] for paragraph in paragraphs), report.id
        pages = [paragraph.page or 0 for paragraph in paragraphs]
        assert pages == sorted(pages), report.id
