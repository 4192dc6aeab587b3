"""Boxes to tick keep their state, whatever character shows them; ordinary bullets stay bullets."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples import raw_pdf

from converter.model import Kind, plain
from converter.read import read
from converter.read.layout import lines_of
from converter.read.rows import Piece, Row
from converter.read.text import read_text
from converter.read.ticks import ticks_of, with_ticks


@pytest.mark.parametrize("bullet", ["\uf0b7", "\uf0a7", "\uf0d8", "\uf06e", "•", "o", "–"])
def test_leaves_bullets_alone(bullet: str) -> None:
    text = f"{bullet} Norbury"
    assert with_ticks(text) == text
    pieces = (Piece(text, 60.0, 120.0, 700.0, 10.0, False),)
    (line,) = lines_of([Row(1, 1, 800.0, pieces)])
    assert (line.kind, line.text, line.marker) == (Kind.ITEM, "Norbury", bullet)


@pytest.mark.parametrize(
    ("font", "text", "read_as"),
    [
        ("ABCDEE+Wingdings-Regular", "\uf0fe", "☑"),
        ("ABCDEE+Wingdings-Regular", "\uf0a8", "☐"),
        ("ABCDEE+Wingdings-Regular", "\uf06f", "☐"),
        ("ABCDEE+Wingdings-Regular", "\uf078", "☑"),
        ("ABCDEE+Wingdings-Regular", "\uf0fc", "☑"),
        ("ABCDEE+Wingdings-Regular", "þ", "☑"),
        ("ABCDEE+Wingdings-Regular", "\uf0a7", "\uf0a7"),
        ("ABCDEE+Wingdings2", "\uf052", "☑"),
        ("ABCDEE+Wingdings2", "£", "☐"),
        ("Wingdings 2", "\uf053", "☑"),
        ("SymbolMT", "\uf0a8", "\uf0a8"),
        ("SymbolMT", "\uf0b7", "\uf0b7"),
        ("F3", "\uf052", "☑"),
        ("Arial", "☒", "☑"),
        ("Arial", "✓ ✔", "☑ ☑"),
        ("Arial", "☐", "☐"),
        ("Arial", "✗", "✗"),
        ("Arial", "£4 for 2 boxes", "£4 for 2 boxes"),
    ],
)
def test_what_a_character_shows(font: str, text: str, read_as: str) -> None:
    assert with_ticks(text, ticks_of(font)) == read_as


@pytest.mark.parametrize("line", ["☐ No", "☑ Yes, all of them"])
def test_a_choice_is_an_item_with_its_box(line: str) -> None:
    pieces = (Piece(line[0], 60.0, 70.0, 700.0, 10.0, False), Piece(line[2:], 76.0, 120.0, 700.0, 10.0, False))
    (found,) = lines_of([Row(1, 1, 800.0, pieces)])
    assert (found.kind, found.text, found.marker) == (Kind.ITEM, line, line[0])


def test_boxes_of_a_text_file_are_kept() -> None:
    _, lines, _ = read_text("Is anybody worse off?\n\n\uf0fe Yes\n\uf0a8 No\n\uf0a7 A bullet\n")
    assert [line.text for line in lines] == ["Is anybody worse off?", "☑ Yes", "☐ No", "A bullet"]


def symbol_pdf(path: Path, content: bytes) -> Path:
    """A page that shows text in F1 and, in W, Wingdings: 1 a ticked box, 2 an empty one, 3 a bullet."""
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEE+Wingdings-Regular /ToUnicode 5 0 R"
    font += b" /FirstChar 49 /LastChar 51 /Widths [900 900 900] >>"
    marks = b"1 begincodespacerange\n<00> <FF>\nendcodespacerange\n"
    marks += b"3 beginbfchar\n<31> <F0FE>\n<32> <F0A8>\n<33> <F0A7>\nendbfchar\n"
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [6 0 R] >>",
        raw_pdf.FONT,
        font,
        raw_pdf.stream(b"begincmap\n" + marks + b"endcmap"),
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R"
        b" /Resources << /Font << /F1 3 0 R /W 4 0 R >> >> >>",
        raw_pdf.stream(content),
    ]
    path.write_bytes(raw_pdf.pdf(objects))
    return path


def shown(x: int, y: int, mark: int, text: str) -> bytes:
    """A character of the symbol font, none for 0, and the text beside it."""
    said = b"BT /W 11 Tf %d %d Td (%d) Tj ET " % (x, y, mark) if mark else b""
    return said + b"BT /F1 11 Tf %d %d Td (%s) Tj ET " % (x + 16, y, text.encode())


def test_a_symbol_font_in_a_pdf(tmp_path: Path) -> None:
    content = shown(72, 700, 1, "Yes") + shown(72, 680, 2, "No") + shown(72, 660, 3, "A bullet")
    lines = read(symbol_pdf(tmp_path / "form.pdf", content)).lines
    assert [line.text for line in lines] == ["☑ Yes", "☐ No", "A bullet"]


def test_a_symbol_font_in_the_cells_of_a_form(tmp_path: Path) -> None:
    content = b"".join(b"%d 640 0.5 80 re f 60 %d 300 0.5 re f " % (60 + 150 * at, 640 + 40 * at) for at in range(3))
    content += shown(64, 704, 0, "Age") + shown(220, 704, 1, "No") + shown(220, 690, 2, "Yes")
    content += shown(64, 664, 0, "Disability") + shown(220, 664, 2, "No") + shown(270, 664, 1, "Yes")
    lines = read(symbol_pdf(tmp_path / "form.pdf", content)).lines
    rows = [[plain(cell) for cell in line.cells] for line in lines if line.kind is Kind.ROW]
    assert rows == [["Age", "☑ No\n☐ Yes"], ["Disability", "☐ No ☑ Yes"]]
