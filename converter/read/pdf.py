"""PDFs: pdfium gives runs of text with place, size and weight; `rows` and `layout` make lines of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from ctypes import POINTER, addressof, c_float, cast, create_string_buffer
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.errors import ReportError
from converter.model import Source
from converter.read.fields import field_pieces, prepare
from converter.read.forms import Place, moved, place_of
from converter.read.furniture import part_furniture
from converter.read.grids import grids_of
from converter.read.joins import join_tables
from converter.read.layout import lines_of
from converter.read.notes import with_note_marks
from converter.read.rows import Piece, Row
from converter.read.ruled import rows_with_tables
from converter.read.rules import Drawn, rules_of
from converter.read.ticks import USUAL, Table, ticks_of, with_ticks

HEAVY = 600
LONGEST = 4096
DEEPEST = 3
LINE_END_HYPHEN = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # how pdfium says that a word was broken here


def read_pdf(path: Path, content: bytes, digest: str) -> Source:
    """A PDF as lines with pages; raises ReportError where it is none, is locked or holds no text."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        if "assword" in str(error):
            raise ReportError(path, "cannot be read as a PDF without its password", "take its password off") from error
        advice = "download it again, or print it to a new PDF"
        raise ReportError(path, "cannot be read as a PDF (it is damaged, or something else)", advice) from error
    try:
        prepare(document)
        pages = len(document)
        found: list[Row] = []
        for number in range(pages):
            found += page_rows(document[number], number + 1, found[-1].number + 1 if found else 1)
    except pdfium.PdfiumError as error:
        raise ReportError(path, "has a page that cannot be read", "print it to a new PDF") from error
    finally:
        document.close()
    if not found:
        raise ReportError(path, "holds no text (perhaps it was scanned)", "add a copy that holds text")
    kept, left_out = part_furniture(found)
    kept, headers = join_tables(kept)
    lines = tuple(with_note_marks(list(lines_of(kept))))
    return Source(path.name, digest, "pdf", lines, (*left_out, *headers), pages)


def page_rows(page: pdfium.PdfPage, number: int, first: int) -> list[Row]:
    """The rows of a page, numbered on from `first`."""
    text = PageText(page)
    pieces = list(text.pieces())
    pieces += field_pieces(page, pieces)
    grids = grids_of(rules_of(text.drawn))
    return rows_with_tables(pieces, grids, number, page.get_height(), first)


class PageText:
    """The text objects of one page; calls pdfium itself, since this runs for every word of every report."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self.text_page = page.get_textpage()
        self.make_room(LONGEST)
        self.fonts: dict[int, tuple[bool, Table]] = {}
        self.drawn: list[Drawn] = []
        self.matrix, self.size = pdfium_c.FS_MATRIX(), c_float()
        self.edges = tuple(c_float() for _ in range(4))

    def pieces(self) -> Iterator[Piece]:
        """Every text object that holds something to read."""
        page = self.page.raw
        every = (pdfium_c.FPDFPage_GetObject(page, number) for number in range(pdfium_c.FPDFPage_CountObjects(page)))
        yield from self.pieces_of(every, 0)

    def pieces_of(self, objects: Iterable[object], depth: int, place: Place | None = None) -> Iterator[Piece]:
        for found in objects:
            kind = pdfium_c.FPDFPageObj_GetType(found)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                if (text := self.text_of(found)) and not text.isspace():
                    piece = self.piece(found, text)
                    yield moved(piece, place) if place else piece
            elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self.drawn.append(Drawn(found, place.seen if place else None))
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                count = pdfium_c.FPDFFormObj_CountObjects(found)
                inside = [pdfium_c.FPDFFormObj_GetObject(found, number) for number in range(count)]
                yield from self.pieces_of(inside, depth + 1, place_of(found, place))

    def text_of(self, found: object) -> str:
        length = pdfium_c.FPDFTextObj_GetText(found, self.text_page.raw, self.characters, self.room)
        if length > self.room:
            self.make_room(length)
            return self.text_of(found)
        return str(self.view[: max(0, length - 2)], "utf-16-le", "replace").translate(LINE_END_HYPHEN)

    def make_room(self, length: int) -> None:
        """A buffer for the longest text so far."""
        self.room = length
        buffer = create_string_buffer(length)
        self.view = memoryview(buffer)
        self.characters = cast(buffer, POINTER(pdfium_c.FPDF_WCHAR))

    def piece(self, found: object, text: str) -> Piece:
        left, bottom, right, top = self.edges
        pdfium_c.FPDFPageObj_GetBounds(found, left, bottom, right, top)
        pdfium_c.FPDFPageObj_GetMatrix(found, self.matrix)
        pdfium_c.FPDFTextObj_GetFontSize(found, self.size)
        size = self.size.value * (abs(self.matrix.d) or abs(self.matrix.b) or 1.0)
        bold, ticks = self.font_of(found)
        if ticks is not USUAL or not text.isascii():
            text = with_ticks(text, ticks)
        return Piece(text, left.value, right.value, self.matrix.f, size or top.value - bottom.value, bold)

    def font_of(self, found: object) -> tuple[bool, Table]:
        """Whether the font of a text is bold, and what its boxes to tick become."""
        font = pdfium_c.FPDFTextObj_GetFont(found)
        if not font:
            return False, USUAL
        key = addressof(font.contents)
        if key not in self.fonts:
            name = name_of(font)
            self.fonts[key] = is_bold(font, name), ticks_of(name)
        return self.fonts[key]


def name_of(font: object) -> str:
    """The name of a font, empty where it has none."""
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(length or 1)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def is_bold(font: object, name: str) -> bool:
    """Whether a font's name or weight says bold."""
    return "bold" in name.lower() or pdfium_c.FPDFFont_GetWeight(font) >= HEAVY
