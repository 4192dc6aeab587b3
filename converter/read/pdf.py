"""PDFs: pdfium gives runs of text with place, size and weight; `rows` and `layout` make lines of them."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import byref, c_float, create_string_buffer
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.errors import ReportError
from converter.model import Source
from converter.read.layout import lines_of
from converter.read.rows import Piece, Row, part_furniture, rows_of

HEAVY = 600
LINE_END_HYPHEN = {0x02: "-", 0xFFFE: "-", 0xAD: "-"}  # how pdfium says that a word was broken here


def read_pdf(path: Path, content: bytes, digest: str) -> Source:
    """A PDF as lines with pages; raises ReportError where it is none, is locked or holds no text."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        advice = "take its password off" if "assword" in str(error) else "download it again, or print it to a new PDF"
        raise ReportError(path, f"cannot be read as a PDF ({error})", advice) from error
    try:
        pages = len(document)
        found = [row for number in range(pages) for row in page_rows(document[number], number + 1)]
    except pdfium.PdfiumError as error:
        raise ReportError(path, f"has a page that cannot be read ({error})", "print it to a new PDF") from error
    finally:
        document.close()
    if not found:
        raise ReportError(path, "holds no text (perhaps it was scanned)", "add a copy that holds text")
    kept, left_out = part_furniture([replace(row, number=number) for number, row in enumerate(found, 1)])
    return Source(path.name, digest, "pdf", tuple(lines_of(kept)), tuple(left_out), pages)


def page_rows(page: pdfium.PdfPage, number: int) -> list[Row]:
    """The rows of a page."""
    return rows_of(pieces(page, page.get_textpage()), number, page.get_height())


def pieces(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> Iterator[Piece]:
    """The text objects of a page that hold something to read."""
    for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=4):
        text = object_text(found.raw, text_page.raw)
        if not text.strip():
            continue
        left, bottom, right, top = found.get_bounds()
        matrix = found.get_matrix()
        size = c_float()
        pdfium_c.FPDFTextObj_GetFontSize(found.raw, byref(size))
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
        yield Piece(text, left, right, matrix.f, size.value * scale or top - bottom, is_bold(found.raw))


def object_text(raw: object, text_page: object) -> str:
    length = pdfium_c.FPDFTextObj_GetText(raw, text_page, None, 0)
    if length <= 2:
        return ""
    buffer = create_string_buffer(length)
    characters = pdfium_c.cast(buffer, pdfium_c.POINTER(pdfium_c.FPDF_WCHAR))
    pdfium_c.FPDFTextObj_GetText(raw, text_page, characters, length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace").translate(LINE_END_HYPHEN)


def is_bold(raw: object) -> bool:
    font = pdfium_c.FPDFTextObj_GetFont(raw)
    if not font:
        return False
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(length or 1)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return b"bold" in buffer.value.lower() or pdfium_c.FPDFFont_GetWeight(font) >= HEAVY
