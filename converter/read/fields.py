"""The fields of a PDF's form: what was typed into them and which boxes were ticked, as pieces of text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from ctypes import c_ushort

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.read.markup import CHECKED, UNCHECKED
from converter.read.rows import Piece
from converter.read.rules import Area, Seen

TICKED = (pdfium_c.FPDF_FORMFIELD_CHECKBOX, pdfium_c.FPDF_FORMFIELD_RADIOBUTTON)
TYPED = (pdfium_c.FPDF_FORMFIELD_TEXTFIELD, pdfium_c.FPDF_FORMFIELD_COMBOBOX, pdfium_c.FPDF_FORMFIELD_LISTBOX)
UNSEEN = pdfium_c.FPDF_ANNOT_FLAG_HIDDEN | pdfium_c.FPDF_ANNOT_FLAG_NOVIEW
LEADING = 1.2
SIZE = 10.0
ABOVE = 0.25  # of a box's height, where nothing stands beside it
INSET = 2.0


def prepare(document: pdfium.PdfDocument) -> None:
    """Make the fields of a document's pages known to pdfium, where it has a form."""
    if document.get_formtype() != pdfium_c.FORMTYPE_NONE:
        document.init_forms()


def field_pieces(page: pdfium.PdfPage, beside: Sequence[Piece], seen: Seen | None = None) -> list[Piece]:
    """The fields of a page as they are seen, in line with the text that stands beside them."""
    return list(fields(page, beside, seen)) if page.formenv else []


def fields(page: pdfium.PdfPage, beside: Sequence[Piece], seen: Seen | None) -> Iterator[Piece]:
    form = page.formenv.raw
    for number in range(pdfium_c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = pdfium_c.FPDFPage_GetAnnot(page.raw, number)
        try:
            if pdfium_c.FPDFAnnot_GetSubtype(annotation) != pdfium_c.FPDF_ANNOT_WIDGET:
                continue
            if pdfium_c.FPDFAnnot_GetFlags(annotation) & UNSEEN:
                continue
            box = box_of(annotation, seen)
            kind = pdfium_c.FPDFAnnot_GetFormFieldType(form, annotation)
            if kind in TICKED:
                yield mark(box, bool(pdfium_c.FPDFAnnot_IsChecked(form, annotation)), beside)
            elif kind in TYPED:
                yield from typed(box, value(form, annotation), beside)
        finally:
            pdfium_c.FPDFPage_CloseAnnot(annotation)


def box_of(annotation: object, seen: Seen | None) -> Area:
    """Where a field is seen."""
    rect = pdfium_c.FS_RECTF()
    pdfium_c.FPDFAnnot_GetRect(annotation, rect)
    low, high = (rect.left, rect.bottom), (rect.right, rect.top)
    (x, y), (to_x, to_y) = (seen(*low), seen(*high)) if seen else (low, high)
    return Area(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y))


def mark(box: Area, ticked: bool, beside: Sequence[Piece]) -> Piece:
    """A box to tick as a piece of text."""
    base, size = line_beside(box, beside)
    return Piece(CHECKED if ticked else UNCHECKED, box.left, box.right, base, size, False)


def typed(box: Area, text: str, beside: Sequence[Piece]) -> Iterator[Piece]:
    """What was typed into a field, a piece for each of its lines."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    base, size = line_beside(box, beside)
    if len(lines) > 1 or box.top - box.bottom > 2 * LEADING * size:
        base = box.top - INSET - size
    for number, line in enumerate(lines):
        if line.strip():
            right = min(box.right, box.left + INSET + len(line) * size / 2)
            yield Piece(line, box.left + INSET, right, base - number * LEADING * size, size, False)


def line_beside(box: Area, beside: Sequence[Piece]) -> tuple[float, float]:
    """The baseline and the size of the text nearest to a box that stands at its height."""
    near = [piece for piece in beside if box.bottom - piece.size / 2 < piece.base < box.top]
    if near:
        piece = min(near, key=lambda piece: max(box.left - piece.right, piece.left - box.right, 0.0))
        return piece.base, piece.size
    height = box.top - box.bottom
    return box.bottom + ABOVE * min(height, SIZE), min(SIZE, height)


def value(form: object, annotation: object) -> str:
    """The text of a field."""
    length = pdfium_c.FPDFAnnot_GetFormFieldValue(form, annotation, None, 0)
    buffer = (c_ushort * (length // 2 + 1))()
    pdfium_c.FPDFAnnot_GetFormFieldValue(form, annotation, buffer, length)
    return bytes(buffer)[: max(0, length - 2)].decode("utf-16-le", "replace")
