"""Whether a page without words shows a picture: a scan, or text drawn as shapes."""

from __future__ import annotations

from collections.abc import Iterator
from ctypes import c_float
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.read.turned import SAME, Box, Matrix, placed, within

GOOD_PART = 0.3  # of the page
SHAPES = 20  # fewer are a frame or a coloured ground
MOST = 20_000
DEEPEST = 3
SHOWN = {pdfium_c.FPDF_PAGEOBJ_IMAGE, pdfium_c.FPDF_PAGEOBJ_PATH}


def shows_image(page: pdfium.PdfPage) -> bool:
    """Whether images cover a good part of a page."""
    least = GOOD_PART * area(Box(*page.get_bbox()))
    return sum(area(box) for box in seen_on(page, pdfium_c.FPDF_PAGEOBJ_IMAGE)) >= least


def shows_drawing(page: pdfium.PdfPage) -> bool:
    """Whether many shapes together cover a good part of a page."""
    least = GOOD_PART * area(Box(*page.get_bbox()))
    shapes = [box for box in seen_on(page, pdfium_c.FPDF_PAGEOBJ_PATH) if area(box) < least]
    return len(shapes) >= SHAPES and area(around(shapes)) >= least


def seen_on(page: pdfium.PdfPage, wanted: int) -> Iterator[Box]:
    """What is seen of the objects of one kind."""
    sheet = Box(*page.get_bbox())
    for kind, box in shown(page):
        if kind == wanted:
            yield Box(*map(max, box[:2], sheet[:2]), *map(min, box[2:], sheet[2:]))


def area(box: Box) -> float:
    return max(0.0, box.right - box.left) * max(0.0, box.top - box.bottom)


def around(boxes: list[Box]) -> Box:
    lefts, bottoms, rights, tops = zip(*boxes, strict=True)
    return Box(min(lefts), min(bottoms), max(rights), max(tops))


def shown(page: pdfium.PdfPage) -> Iterator[tuple[int, Box]]:
    """The images and shapes of a page with their place, also those in forms."""
    count = min(MOST, pdfium_c.FPDFPage_CountObjects(page.raw))
    waiting = [(pdfium_c.FPDFPage_GetObject(page.raw, at), SAME, 0) for at in range(count)]
    for found, outer, depth in waiting:
        kind = pdfium_c.FPDFPageObj_GetType(found)
        if kind in SHOWN:
            yield kind, placed(outer, box_of(found))
        elif kind == pdfium_c.FPDF_PAGEOBJ_FORM and depth < DEEPEST:
            inner = within(outer, matrix_of(found))
            room = max(0, MOST - len(waiting))
            inside = range(min(room, pdfium_c.FPDFFormObj_CountObjects(found)))
            waiting += [(pdfium_c.FPDFFormObj_GetObject(found, at), inner, depth + 1) for at in inside]


def box_of(found: Any) -> Box:
    """Where an object of a page stands, inside its form."""
    edges = [c_float() for _ in range(4)]
    pdfium_c.FPDFPageObj_GetBounds(found, *edges)
    return Box(*(edge.value for edge in edges))


def matrix_of(found: Any) -> Matrix:
    """How an object of a page is placed."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(found, matrix):
        return SAME
    return Matrix(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
