"""Spaces that are texts of their own are passed over, and no letter with them: not even of texts without height."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import raw_pdf

from converter.read import read

FLAT = b"/Type /Font /Subtype /Type3 /FontBBox [0 0 0 0] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 /LastChar 66"
PARTS = b"/CharProcs << /a 5 0 R /b 5 0 R >> /Encoding << /Differences [65 /a /b] >> /Widths [500 500] /ToUnicode 6 0 R"
MAP = b"1 begincodespacerange <00> <FF> endcodespacerange 2 beginbfchar <41> <004E> <42> <006F> endbfchar"
EXTRA = [b"<< %s %s >>" % (FLAT, PARTS), raw_pdf.stream(b"500 0 d0"), raw_pdf.stream(b"begincmap\n%s\nendcmap" % MAP)]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        (b"(Norbury) Tj /F1 11 Tf ( ) Tj (is) Tj ( ) Tj (small) Tj", "Norbury is small"),
        (b"(Norbury) Tj ( ) Tj /F2 11 Tf (AB) Tj", "Norbury No"),
    ],
    ids=["spaces", "a text without height"],
)
def test_every_word_is_read(tmp_path: Path, shown: bytes, told: str) -> None:
    page = b"BT /F1 11 Tf 72 700 Td %s ET" % shown
    path = tmp_path / "a.pdf"
    path.write_bytes(raw_pdf.document([page], EXTRA).replace(b"/F1 3 0 R", b"/F1 3 0 R /F2 4 0 R"))
    assert [line.text for line in read(path).lines] == [told]
