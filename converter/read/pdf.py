"""PDFs: pdfium gives runs of text with place, size and weight; `sheets`, `rows` and `layout` make lines of them."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator
from ctypes import addressof, c_float, create_string_buffer, sizeof
from pathlib import Path
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.errors import ReportError
from converter.model import Line, Source
from converter.read.fields import field_pieces, prepare
from converter.read.grids import grids_of
from converter.read.joins import join_papers
from converter.read.layout import lines_of
from converter.read.notes import with_note_marks
from converter.read.outline import outline_of
from converter.read.pictures import matrix_of, shows_drawing, shows_image
from converter.read.raw import (
    address,
    bounds_of_object,
    font_of_text,
    matrix_of_object,
    object_type,
    page_object,
    size_of_text,
    text_of_object,
    typed,
)
from converter.read.rows import Piece
from converter.read.rules import Drawn, rules_of
from converter.read.sheets import Leaf, sorted_out
from converter.read.ticks import USUAL, Table, ticks_of, with_ticks
from converter.read.turned import (
    SAME,
    SLANTED,
    Box,
    Matrix,
    View,
    placed,
    seen_from,
    turned_piece,
    views_of,
    ways_of,
    within,
)

HEAVY = 600
LONGEST = 4096
DEEPEST = 3
FEW = 40  # pieces of text on a page that may be a picture with stamps and a footer
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
        leaves = [leaf_of(document[number], number + 1) for number in range(pages)]
        outline = outline_of(document, pages)
    except pdfium.PdfiumError as error:
        raise ReportError(path, "has a page that cannot be read", "print it to a new PDF") from error
    finally:
        document.close()
    found = sorted_out(leaves)
    if not any(found.papers):
        raise ReportError(path, "holds no text (perhaps it was scanned)", "add a copy that holds text")
    papers, headers = join_papers(found.papers)
    left_out = sorted([*found.left_out, *headers], key=lambda part: part.line) if headers else found.left_out
    lines: list[Line] = []
    for rows in papers:
        lines += with_note_marks(list(lines_of(rows)))
    return Source(path.name, digest, "pdf", tuple(lines), tuple(left_out), pages, found.sheets, outline)


def leaf_of(page: pdfium.PdfPage, number: int) -> Leaf:
    """What a page holds; one with few words may be a picture."""
    views = PageText(page).views()
    words = sum(len(view.pieces) for view in views)
    image = words <= FEW and shows_image(page)
    return Leaf(number, views, image or (words <= FEW and shows_drawing(page)), image)


class PageText:
    """The text objects of one page; calls pdfium itself, since this runs for every word of every report."""

    def __init__(self, page: pdfium.PdfPage) -> None:
        self.page = page
        self.text_page = page.get_textpage()
        self.own, self.of_text = address(page.raw), address(self.text_page.raw)
        self.make_room(LONGEST)
        self.fonts: dict[int, tuple[bool, Table]] = {}
        self.drawn: list[Drawn] = []
        self.box = Box(*page.get_bbox())
        self.turned: dict[int, list[Piece]] = {}
        self.matrix, self.size, self.edges = pdfium_c.FS_MATRIX(), c_float(), (c_float * 4)()
        self.to_matrix, self.to_size = addressof(self.matrix), addressof(self.size)
        self.to_edges = [addressof(self.edges) + at * sizeof(c_float) for at in range(4)]
        self.letters, self.passed_over = 0, 0

    def views(self) -> tuple[View, ...]:
        """What there is to read, by the ways in which it runs."""
        upright = self.upright()
        if (self.box.left or self.box.bottom) and upright:
            left, bottom = self.box.left, self.box.bottom
            upright = [
                piece._replace(left=piece.left - left, right=piece.right - left, base=piece.base - bottom)
                for piece in upright
            ]
        if upright:
            self.turned[0] = upright + self.turned.get(0, [])
        own, *_ = ways = ways_of(self.turned, self.page.get_rotation() // 90)
        seen = seen_from(own, self.box)
        if fields := field_pieces(self.page, self.turned.get(own, []), seen):
            self.turned.setdefault(own, []).extend(fields)
        grids = grids_of(rules_of(self.drawn, seen)) if own in self.turned and own != SLANTED else ()
        return views_of(self.turned, ways, self.box, grids)

    def upright(self) -> list[Piece]:
        """The upright pieces of the page.

        A text without height is a space, of which there are many; pdfium looks through all letters of the page for the
        words of each text, so these are passed over. Where the others then lack letters of the page, all are read.
        """
        pieces = list(self.pieces_of(self.objects(), 0))
        if self.passed_over and self.letters != count(self.text_page.get_text_range()):
            self.turned.clear()
            self.drawn.clear()
            pieces = list(self.pieces_of(self.objects(), 0, every=True))
        return pieces

    def objects(self) -> Iterator[int]:
        return (page_object(self.own, number) for number in range(pdfium_c.FPDFPage_CountObjects(self.page.raw)))

    def pieces_of(
        self, objects: Iterable[int], depth: int, outer: Matrix | None = None, every: bool = False
    ) -> Iterator[Piece]:
        """Every upright text object that holds something to read; the others go to `turned`, paths to `drawn`."""
        for found in objects:
            kind = object_type(found)
            if kind == pdfium_c.FPDF_PAGEOBJ_TEXT:
                if (text := self.text_of(found, every)) and (piece := self.piece(found, text, outer)):
                    yield piece
            elif kind == pdfium_c.FPDF_PAGEOBJ_PATH:
                self.drawn.append(Drawn(typed(found), outer.seen if outer else None))
            elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
                form = typed(found)
                inside = range(pdfium_c.FPDFFormObj_CountObjects(form))
                moved = within(outer or SAME, matrix_of(form))
                within_it = [address(pdfium_c.FPDFFormObj_GetObject(form, number)) for number in inside]
                yield from self.pieces_of(within_it, depth + 1, None if moved == SAME else moved, every)

    def text_of(self, found: int, every: bool) -> str:
        """The words of a text object, empty where they are none; its place is put into `edges`."""
        bounds_of_object(found, *self.to_edges)
        if self.edges[1] == self.edges[3] and not every:
            self.passed_over += 1
            return ""
        length = text_of_object(found, self.of_text, self.to_characters, self.room)
        if length > self.room:
            self.make_room(length)
            length = text_of_object(found, self.of_text, self.to_characters, self.room)
        text = str(self.view[: max(0, length - 2)], "utf-16-le", "replace")
        self.letters += count(text)
        return "" if text.isspace() else text.translate(LINE_END_HYPHEN)

    def make_room(self, length: int) -> None:
        """A buffer for the longest text so far."""
        self.room = length
        self.buffer = create_string_buffer(length)
        self.view, self.to_characters = memoryview(self.buffer), addressof(self.buffer)

    def piece(self, found: int, text: str, outer: Matrix | None) -> Piece | None:
        matrix_of_object(found, self.to_matrix)
        if outer or self.matrix.b or self.matrix.d < 0:
            self.put_turned(found, text, outer or SAME)
            return None
        left, bottom, right, top = self.edges
        size_of_text(found, self.to_size)
        size = self.size.value * (abs(self.matrix.d) or 1.0)
        bold, ticks = self.font_of(found)
        if ticks is not USUAL or not text.isascii():
            text = with_ticks(text, ticks)
        return Piece(text, left, right, self.matrix.f, size or top - bottom, bold)

    def put_turned(self, found: int, text: str, outer: Matrix) -> None:
        """A text that does not run to the right, or stands in a form that is moved, among the others of its way."""
        matrix = within(outer, matrix_of(typed(found)))
        box = placed(outer, Box(*self.edges))
        size_of_text(found, self.to_size)
        scale = math.hypot(matrix.c, matrix.d) or math.hypot(matrix.a, matrix.b) or 1.0
        size = self.size.value * scale or min(box.top - box.bottom, box.right - box.left)
        bold, ticks = self.font_of(found)
        turn, piece = turned_piece(with_ticks(text, ticks), matrix, box, self.box, size, bold)
        self.turned.setdefault(turn, []).append(piece)

    def font_of(self, found: int) -> tuple[bool, Table]:
        """Whether the font of a text is bold, and what its boxes to tick become."""
        key = font_of_text(found)
        if key not in self.fonts:
            self.fonts[key] = told_by(pdfium_c.FPDFTextObj_GetFont(typed(found)))
        return self.fonts[key]


def count(text: str) -> int:
    """How many letters and marks a text has, without its white space."""
    return len("".join(text.split()))


def told_by(font: Any) -> tuple[bool, Table]:
    """Whether a font is bold, and what its boxes to tick become; a text may have none."""
    if not font:
        return False, USUAL
    name = name_of(font)
    return is_bold(font, name), ticks_of(name)


def name_of(font: object) -> str:
    """The name of a font, empty where it has none."""
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(length or 1)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return buffer.value.decode("utf-8", "replace")


def is_bold(font: object, name: str) -> bool:
    """Whether a font's name or weight says bold."""
    return "bold" in name.lower() or pdfium_c.FPDFFont_GetWeight(font) >= HEAVY
