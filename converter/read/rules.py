"""The ruled lines of a PDF's page: thin boxes, strokes and the sides of stroked boxes, as pdfium holds them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from ctypes import c_float, c_int
from itertools import pairwise
from typing import NamedTuple

import pypdfium2.raw as pdfium_c

THICK = 4.0  # no border is thicker, no cell is smaller
LONG = 2.0  # this much longer than it is thick: less is a dot, part of a line either way
BOX, FEW_BOXES = 5, 50  # as many segments have a box, and the shaded cells of a row
MOST_SEGMENTS = 4000

Point = tuple[float, float]
Seen = Callable[[float, float], Point]


class Rule(NamedTuple):
    """A ruled line: from `low` to `high` along it, at `place` across it."""

    low: float
    high: float
    place: float


class Area(NamedTuple):
    """A shaded area such as a cell or a row of them, or the outside of a drawing."""

    left: float
    bottom: float
    right: float
    top: float


class Rules(NamedTuple):
    """The lines of a page that lie and those that stand, and its areas, whose sides part rows where no line does."""

    lying: list[Rule]
    upright: list[Rule]
    areas: list[Area]


class Drawn(NamedTuple):
    """A path object and how its place becomes that on the page as it is seen."""

    path: object
    seen: Seen | None = None


def rules_of(drawn: Iterable[Drawn], turned: Seen | None = None) -> Rules:
    """The ruled lines and the areas among the path objects of a page, which may be seen turned; curves are none."""
    rules = Rules([], [], [])
    left, bottom, right, top = edges = tuple(c_float() for _ in range(4))
    for path, place in drawn:
        seen = after(place, turned)
        if not pdfium_c.FPDFPageObj_GetBounds(path, *edges):
            continue
        low, high = (left.value, bottom.value), (right.value, top.value)
        count = pdfium_c.FPDFPath_CountSegments(path)
        if not is_thin(low, high) and count <= FEW_BOXES:
            (x, y), (to_x, to_y) = (low, high) if seen is None else (seen(*low), seen(*high))
            rules.areas.append(Area(min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)))
        if not (is_thin(low, high) and count <= BOX):
            for side in sides(path, count):
                add(rules, side, seen)
        elif is_drawn(path):
            add(rules, (low, high), seen)
    return rules


def after(first: Seen | None, second: Seen | None) -> Seen | None:
    """Two moves as one, None where there is none."""
    if first is None or second is None:
        return first or second
    return lambda x, y: second(*first(x, y))


def is_thin(low: Point, high: Point) -> bool:
    return high[0] - low[0] <= THICK or high[1] - low[1] <= THICK


def add(rules: Rules, ends: tuple[Point, Point], seen: Seen | None) -> None:
    """Put the line between these ends where it belongs; what leans is no rule."""
    (x, y), (to_x, to_y) = ends if seen is None else (seen(*ends[0]), seen(*ends[1]))
    wide, tall = abs(to_x - x), abs(to_y - y)
    if tall <= THICK and tall * LONG <= max(wide, THICK):
        rules.lying.append(Rule(min(x, to_x), max(x, to_x), (y + to_y) / 2))
    if wide <= THICK and wide * LONG <= max(tall, THICK):
        rules.upright.append(Rule(min(y, to_y), max(y, to_y), (x + to_x) / 2))


def is_drawn(path: object) -> bool:
    """Whether a path is filled or stroked at all, and not only in the way of others."""
    fill, stroke = c_int(), c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    return bool(fill.value or stroke.value)


def sides(path: object, count: int) -> Iterator[tuple[Point, Point]]:
    """The straight lines of a path: those that it strokes, and its thin boxes where it is only filled."""
    fill, stroke = c_int(), c_int()
    pdfium_c.FPDFPath_GetDrawMode(path, fill, stroke)
    if count > MOST_SEGMENTS or (count <= BOX and not stroke.value):
        return
    for corners in outlines(path, count):
        low = (min(x for x, _ in corners), min(y for _, y in corners))
        high = (max(x for x, _ in corners), max(y for _, y in corners))
        if len(corners) > 1 and is_thin(low, high) and (fill.value or stroke.value):
            yield low, high
        elif stroke.value:
            yield from pairwise(corners)


def outlines(path: object, count: int) -> Iterator[list[Point]]:
    """The corners of each straight outline of a path; those with curves are passed over."""
    matrix, x, y = pdfium_c.FS_MATRIX(), c_float(), c_float()
    pdfium_c.FPDFPageObj_GetMatrix(path, matrix)
    corners: list[Point] = []
    curved = False
    for number in range(count):
        segment = pdfium_c.FPDFPath_GetPathSegment(path, number)
        kind = pdfium_c.FPDFPathSegment_GetType(segment)
        if kind == pdfium_c.FPDF_SEGMENT_MOVETO:
            if corners and not curved:
                yield corners
            corners, curved = [], False
        curved = curved or kind == pdfium_c.FPDF_SEGMENT_BEZIERTO
        pdfium_c.FPDFPathSegment_GetPoint(segment, x, y)
        corners.append(
            (
                matrix.a * x.value + matrix.c * y.value + matrix.e,
                matrix.b * x.value + matrix.d * y.value + matrix.f,
            )
        )
        if pdfium_c.FPDFPathSegment_GetClose(segment):
            corners.append(corners[0])
    if corners and not curved:
        yield corners
