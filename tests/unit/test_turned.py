"""Turned pages and texts set sideways: what is read is what a person sees."""

from __future__ import annotations

from pathlib import Path

import pytest
from samples.bound_pdf import said, sideways
from samples.raw_pdf import FONT, document, pdf, stream

from converter.model import Source
from converter.read.pdf import read_pdf
from converter.read.turned import SLANTED, Box, Matrix, placed, reading, way, within

TEXTS = ["Norbury has a river.", "It has a bell as well.", "Nobody rings it."]


def source(content: bytes) -> Source:
    return read_pdf(Path("turned.pdf"), content, "")


@pytest.mark.parametrize(
    ("matrix", "turn"),
    [
        ((1, 0, 0, 1), 0),
        ((12, 0, 3, 12), 0),
        ((1, 0.02, -0.02, 1), 0),
        ((0, 1, -1, 0), 1),
        ((-1, 0, 0, -1), 2),
        ((0, -1, 1, 0), 3),
        ((1, 0, 0, -1), 0),
        ((0.7, 0.7, -0.7, 0.7), SLANTED),
        ((0, 0, 0, 0), 0),
    ],
)
def test_the_way_of_a_text(matrix: tuple[float, float, float, float], turn: int) -> None:
    assert way(Matrix(*matrix, 5, 6)) == turn


@pytest.mark.parametrize(
    ("turn", "point"), [(0, (10, 20)), (1, (20, 590)), (2, (590, 780)), (3, (780, 10)), (SLANTED, (10, 20))]
)
def test_a_point_in_the_coordinates_of_each_way(turn: int, point: tuple[float, float]) -> None:
    assert reading(turn, Box(5, 5, 605, 805), 15, 25) == point


def test_a_matrix_within_another() -> None:
    outer, inner = Matrix(0, 1, -1, 0, 100, 0), Matrix(2, 0, 0, 2, 10, 20)
    assert within(outer, inner) == Matrix(0, 2, -2, 0, 80, 10)
    assert placed(outer, Box(0, 0, 10, 20)) == Box(80, 0, 100, 10)


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("turns", [0, 1, 2, 3])
def test_a_page_is_turned_so_that_it_reads(rotate: int, turns: int) -> None:
    assert [line.text for line in source(sideways(TEXTS, rotate, turns)).lines] == TEXTS


@pytest.mark.parametrize("turn", [1, 2, 3])
def test_a_text_set_otherwise_is_a_line_of_its_own(turn: int) -> None:
    page = [(72.0, 700.0 - 14 * at, text, 0) for at, text in enumerate(TEXTS)]
    note = [(40.0, 686.0, "See over the ", turn), {1: (40.0, 740.0), 2: (-14.0, 686.0), 3: (40.0, 632.0)}[turn]]
    first, (x, y) = note
    assert isinstance(first, tuple)
    found = source(document([said(*page, first, (x, y, "river", turn))]))  # type: ignore[arg-type]
    assert [line.text for line in found.lines] == [*TEXTS, "See over the river"]


def test_a_slanted_word_is_a_line_of_its_own() -> None:
    page = said(*[(72.0, 700.0 - 14 * at, text, 0) for at, text in enumerate(TEXTS)])
    draft = b"\nBT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 686 Tm (DRAFT) Tj ET"
    assert [line.text for line in source(document([page + draft])).lines] == [*TEXTS, "DRAFT"]


def test_a_page_whose_corner_is_elsewhere() -> None:
    """The edges of a page are those of the part that is shown."""
    pages = [said((72.0, 1400.0, text, 0), (300.0, 1030.0, f"Norbury {at}", 0)) for at, text in enumerate(TEXTS * 2)]
    moved = document(pages).replace(b"[0 0 595 842]", b"[0 1000 595 1842]")
    assert [line.text for line in source(moved).lines] == TEXTS * 2


def test_text_in_a_form_stands_where_the_form_is_put() -> None:
    form = stream(
        b"BT /F1 11 Tf 0 0 Td (It has a bell as well.) Tj ET",
        b"/Type /XObject /Subtype /Form /BBox [0 0 500 50] /Resources << /Font << /F1 3 0 R >> >>",
    )
    lines = said((72.0, 700.0, TEXTS[0], 0), (72.0, 672.0, TEXTS[2], 0))
    page = lines + b"\nq 1 0 0 1 72 686 cm /X1 Do Q"
    assert [line.text for line in source(document([page], [form], b"/XObject << /X1 4 0 R >>")).lines] == TEXTS


@pytest.mark.parametrize(
    "text",
    [
        b"BT /F1 11 Tf 0 0 0 0 100 600 Tm (Nothing to see) Tj ET",
        b"BT /F1 0 Tf 0 1 -1 0 100 600 Tm (Nothing to see) Tj ET",
        b"BT /F1 11 Tf 0 0 0 0 0 0 Tm (Nothing to see) Tj ET",
        b"BT /F1 11 Tf 1 0 0 1 " + b"9" * 60 + b" " + b"9" * 60 + b" Tm (Nothing to see) Tj ET",
        b"BT /F1 11 Tf 0 " + b"9" * 60 + b" -1 0 100 600 Tm (Nothing to see) Tj ET",
        b"q 0 0 0 0 0 0 cm BT /F1 11 Tf 0 1 1 0 100 600 Tm (Nothing to see) Tj ET Q",
    ],
)
def test_hostile_places_cost_nothing_else(text: bytes) -> None:
    page = said(*[(72.0, 700.0 - 14 * at, line, 0) for at, line in enumerate(TEXTS)])
    found = [line.text for line in source(document([page + b"\n" + text])).lines]
    assert [line for line in found if line in TEXTS] == TEXTS


@pytest.mark.parametrize(
    "box", [b"", b"/MediaBox [0 0 0 0]", b"/MediaBox [9 9]", b"/MediaBox [0 0 -595 -842] /Rotate 45"]
)
def test_a_page_without_a_size(box: bytes) -> None:
    content = said(*[(72.0, 600.0 - 14 * at, line, 0) for at, line in enumerate(TEXTS)])
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>",
        FONT,
        b"<< /Type /Page /Parent 2 0 R %s /Contents 5 0 R /Resources << /Font << /F1 3 0 R >> >> >>" % box,
        stream(content),
    ]
    assert [line.text for line in source(pdf(objects)).lines] == TEXTS
