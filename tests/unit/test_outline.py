"""Outlines of PDFs, sound and broken."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.bound_pdf import Paper, bind
from samples.raw_pdf import lines, pdf, report, stream

from converter.model import Bookmark
from converter.read.outline import DEEPEST, MOST
from converter.read.pdf import read_pdf

FIRST = 6  # the number of the first bookmark's object


def outlined(*entries: bytes, pages: int = 1) -> tuple[Bookmark, ...]:
    """The outline of a document of one page (object 4) with these bookmarks."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Outlines 3 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        b"<< /Type /Outlines /First 6 0 R /Last 6 0 R >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R "
        b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
        stream(lines(["Norbury has a bell."])),
        *entries,
    ]
    found = read_pdf(Path("pack.pdf"), pdf(objects), "")
    assert [line.text for line in found.lines] == ["Norbury has a bell."]
    return found.outline


def entry(title: bytes = b"(Item)", rest: bytes = b"", to: bytes = b"/Dest [4 0 R /Fit]") -> bytes:
    return b"<< /Title %s /Parent 3 0 R %s %s >>" % (title, to, rest)


def test_bookmarks_lead_to_pages() -> None:
    papers = [
        Paper(report(3), "Agenda Item 3", "3  The bell\n(Pages 1–3)"),
        Paper(report(2), "Agenda Item 4", "4 The river"),
    ]
    found = read_pdf(Path("pack.pdf"), bind(papers).content, "").outline
    assert found == (Bookmark("3 The bell (Pages 1–3)", 1, 1), Bookmark("4 The river", 1, 4))


@pytest.mark.parametrize(
    ("entries", "titles"),
    [
        ([entry(rest=b"/Next 6 0 R")], ["Item"]),
        ([entry(rest=b"/First 6 0 R")], ["Item"]),
        ([entry(rest=b"/Next 7 0 R"), entry(b"(Two)", b"/Next 6 0 R /First 6 0 R")], ["Item", "Two"]),
        ([entry(rest=b"/Next 99 0 R")], ["Item"]),
        ([entry(to=b"")], []),
        ([entry(to=b"/Dest [99 0 R /Fit]")], []),
        ([entry(to=b"/Dest [-5 /Fit]"), entry()], []),
        ([entry(to=b"/Dest [70000 /Fit]")], []),
        ([entry(to=b"/Dest (nowhere)")], []),
        ([entry(to=b"/Dest 4 0 R")], []),
        ([entry(to=b"/A << /S /URI /URI (https://norbury.example) >>")], []),
        ([entry(to=b"/A << /S /GoTo /D [4 0 R /Fit] >>")], ["Item"]),
        ([entry(b"()")], []),
        ([entry(b"12")], []),
        ([entry(b"<FEFFD800>")], ["�"]),
        ([entry(b"<FEFF00610000000700090062>")], ["a b"]),
        ([b"null"], []),
        ([b"[1 2 3]"], []),
    ],
)
def test_a_broken_outline_costs_only_what_is_broken(entries: list[bytes], titles: list[str]) -> None:
    assert [bookmark.title for bookmark in outlined(*entries)] == titles


def test_ten_thousand_bookmarks_are_cut_short() -> None:
    wide = [entry(b"(%d)" % at, b"/Next %d 0 R" % (FIRST + at + 1)) for at in range(10_000)]
    assert len(outlined(*wide)) == MOST
    deep = [entry(b"(%d)" % at, b"/First %d 0 R" % (FIRST + at + 1)) for at in range(10_000)]
    assert [bookmark.level for bookmark in outlined(*deep)] == list(range(1, DEEPEST + 1))
