"""Form XObjects: parts of a page that are kept once and put at a place; what stands in them is told from there."""

from __future__ import annotations

from dataclasses import dataclass

import pypdfium2.raw as pdfium_c

from converter.read.rows import Piece


@dataclass(frozen=True, slots=True)
class Place:
    """Where a form is put: the six numbers of its matrix."""

    a: float
    b: float
    c: float
    d: float
    e: float
    f: float

    def seen(self, x: float, y: float) -> tuple[float, float]:
        """The place on the page of a point of the form."""
        return self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f

    def inside(self, outer: Place | None) -> Place:
        """The place of a form that stands in another."""
        if outer is None:
            return self
        a, b = outer.turned(self.a, self.b)
        c, d = outer.turned(self.c, self.d)
        return Place(a, b, c, d, *outer.seen(self.e, self.f))

    def turned(self, x: float, y: float) -> tuple[float, float]:
        return self.a * x + self.c * y, self.b * x + self.d * y


AS_IT_IS = Place(1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def place_of(form: object, outer: Place | None) -> Place | None:
    """The place of a form object, None where it stands as it is."""
    matrix = pdfium_c.FS_MATRIX()
    if not pdfium_c.FPDFPageObj_GetMatrix(form, matrix):
        return outer
    own = Place(matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f)
    return outer if own == AS_IT_IS else own.inside(outer)


def moved(piece: Piece, place: Place) -> Piece:
    """A piece of text that was read in a form, where it is seen."""
    left, base = place.seen(piece.left, piece.base)
    right, _ = place.seen(piece.right, piece.base)
    scale = abs(place.d) or abs(place.b) or 1.0
    return piece._replace(left=min(left, right), right=max(left, right), base=base, size=piece.size * scale)
