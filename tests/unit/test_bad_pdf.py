"""PDFs that are no report, or more than one can take: one clear line each, and never a traceback."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from conftest import ROOT
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas
from samples.raw_pdf import FONT, document, lines, pdf, report, stream

from converter.convert import Outcome, convert
from converter.errors import ReportError
from converter.job import Job, Limits
from converter.read import read


def locked(user: str = "secret") -> bytes:
    out = BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(user, ownerPassword="owner"))
    canvas.drawString(72, 700, "1. Norbury keeps its children safe.")
    canvas.save()
    return out.getvalue()


def picture() -> bytes:
    """A page with a picture and no text, as a scanner makes it."""
    entries = b"/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"
    pixels = stream(b"\x80" * 64, entries)
    return document([b"q 595 0 0 842 0 0 cm /I1 Do Q"], [pixels], b"/XObject << /I1 4 0 R >>")


def page_tree(depth: int) -> bytes:
    """A page below as many levels of page tree."""
    levels = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R] %s >>" % (at + 1, b"/Parent %d 0 R" % (at - 1) if at > 2 else b"")
        for at in range(2, depth + 2)
    ]
    page = b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth + 1)
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", *levels, page])


def endless_tree() -> bytes:
    return pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 3 /Kids [2 0 R 2 0 R] /Parent 2 0 R >>"])


def forms(depth: int) -> bytes:
    """Text inside as many forms, each inside the one before; the last one shows the first again."""
    uses = b"/Resources << /Font << /F1 3 0 R >> /XObject << /X %d 0 R >> >>"
    entries = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] " + uses
    inner = [stream(b"/X Do " + lines(["Deep text."]), entries % (4 + (at + 1) % depth)) for at in range(depth)]
    return document([b"/X Do"], inner, b"/XObject << /X 4 0 R >>")


def brackets(depth: int) -> bytes:
    """Arrays inside arrays where a page's content should be."""
    return document([b"BT /F1 11 Tf " + b"[" * depth + b"]" * depth + b" TJ ET"])


def claims(count: bytes) -> bytes:
    """A page tree that says it has far more pages than there are."""
    return report().replace(b"/Count 3", b"/Count " + count)


BAD = {
    "nothing": (b"", "is empty"),
    "web page": (b"<!doctype html><html><title>Sign in</title></html>", "cannot be read as a PDF"),
    "header alone": (b"%PDF-1.7\n", "cannot be read as a PDF"),
    "half": (report()[:300], "cannot be read as a PDF"),
    "locked": (locked(), "take its password off"),
    "scanned": (picture(), "holds no text (perhaps it was scanned)"),
    "no pages": (pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 0 /Kids [] >>"]), "PDF"),
    "no catalogue": (pdf([FONT]), "PDF"),
    "deep page tree": (page_tree(3000), "PDF"),
    "endless page tree": (endless_tree(), "PDF"),
    "deep brackets": (brackets(100_000), "holds no text"),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_pdf_is_one_clear_line(tmp_path: Path, name: str) -> None:
    content, wrong = BAD[name]
    path = tmp_path / "bad.pdf"
    path.write_bytes(content)
    with pytest.raises(ReportError) as caught:
        read(path)
    line = str(caught.value)
    assert line.startswith("bad.pdf: ")
    assert "; " in line
    assert "\n" not in line
    assert wrong in line or wrong in line.replace("holds no text", "PDF")


@pytest.mark.parametrize("count", [b"0", b"-1", b"2147483647", b"99999999999999999999"])
def test_a_page_tree_that_lies_ends_in_pages_or_a_line(tmp_path: Path, count: bytes) -> None:
    outcome = converted(tmp_path, {"claims.pdf": claims(count), "good.pdf": report()})
    assert len(outcome.failures) + sum(len(found.sources) for found in outcome.corpus.reports) == 2
    assert outcome.corpus.reports


def test_what_is_only_locked_against_printing_is_read(tmp_path: Path) -> None:
    path = tmp_path / "open.pdf"
    path.write_bytes(locked(user=""))
    assert [line.text for line in read(path).lines] == ["1. Norbury keeps its children safe."]


def test_text_in_forms_within_forms_ends(tmp_path: Path) -> None:
    outcome = converted(tmp_path, {"forms.pdf": forms(2000)})
    assert len(outcome.failures) + len(outcome.corpus.reports) == 1


def converted(folder: Path, files: dict[str, bytes]) -> Outcome:
    """What becomes of these files, with little time and memory for each."""
    reports = folder / "reports"
    reports.mkdir()
    for name, content in files.items():
        (reports / name).write_bytes(content)
    limits = Limits(seconds=30, memory=1024)
    return convert(Job(reports, folder / "docs", ROOT / "themes.yml", folder / "cache", limits=limits))


def test_two_thousand_pages_are_read(tmp_path: Path) -> None:
    outcome = converted(tmp_path, {"long.pdf": report(2000)})
    assert outcome.failures == ()
    numbers = [paragraph.number for _, paragraph in outcome.corpus.reports[0].paragraphs()]
    assert numbers == [str(number) for number in range(1, 1000)]


ODD = [
    "a b.pdf",
    "-rf.pdf",
    "$(touch x).pdf",
    "`id`;.pdf",
    "{{ config }}.pdf",
    "<script>.pdf",
    "x\n- y.pdf",
    "\x1b[31mred.pdf",
    "x..pdf",
    "é‮.PDF",
    "a" * 240 + ".pdf",
    "[x](javascript:alert(1)).pdf",
]


def test_odd_names_are_names_and_nothing_else(tmp_path: Path) -> None:
    good = {name: report(2 + at) for at, name in enumerate(ODD)}
    outcome = converted(tmp_path, good)
    assert outcome.failures == ()
    assert {source.file for found in outcome.corpus.reports for source in found.sources} == set(ODD)
    pages = list((tmp_path / "docs").rglob("*.md"))
    assert all(path.is_relative_to(tmp_path / "docs" / "reports" / "norbury") for path in pages)
    for path in pages:
        page = path.read_text(encoding="utf-8")
        assert "<script>" not in page.replace("`<script>.pdf`", "")
        assert "\n- y" not in page


def test_odd_names_in_lines_about_bad_files_stay_one_line(tmp_path: Path) -> None:
    outcome = converted(tmp_path, dict.fromkeys(ODD, b"no PDF"))
    assert len(outcome.failures) == len(ODD)
    assert all(line.isprintable() for line in outcome.failures)
