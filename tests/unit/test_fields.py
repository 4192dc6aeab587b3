"""The fields of a PDF's form: what was ticked and typed stands in its line or cell."""

from __future__ import annotations

from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from converter.model import Kind, plain
from converter.read import read


def write(path: Path, *, ruled: bool = False, rotated: bool = False) -> Path:
    """A form with boxes, choices, and fields of one line and of several."""
    canvas = Canvas(str(path), pagesize=(A4[1], A4[1]) if rotated else A4)
    if rotated:
        canvas.setPageRotation(90)
        canvas.translate(A4[1], 0)
        canvas.rotate(90)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 760, "Equality impact of closing the Norbury hub")
    form = canvas.acroForm

    def at(x: float, y: float, wide: float, high: float) -> dict[str, float]:
        """A place as a field takes it, which no turn of the canvas moves."""
        left, bottom, width, height = (A4[1] - y - high, x, high, wide) if rotated else (x, y, wide, high)
        return {"x": left, "y": bottom, "width": width, "height": height}

    def box(x: float, y: float, size: float = 14) -> dict[str, float]:
        return {"x": at(x, y, size, size)["x"], "y": at(x, y, size, size)["y"], "size": size}

    for number, (name, ticked) in enumerate((("Age", True), ("Disability", False))):
        y = 700 - 40 * number
        canvas.drawString(66, y, name)
        form.checkbox(name=f"box{number}", checked=ticked, **box(206, y - 4))
        canvas.drawString(226, y, "affected")
        form.textfield(name=f"why{number}", value=f"Reason {number}" if ticked else "", **at(306, y - 6, 140, 18))
    form.radio(name="who", value="a", selected=True, **box(66, 606))
    canvas.drawString(86, 610, "Everybody was asked")
    form.radio(name="who", value="b", selected=False, **box(66, 576))
    canvas.drawString(86, 580, "Nobody was asked")
    if ruled:
        for y in (720, 680, 640):
            canvas.line(60, y, 460, y)
        for x in (60, 200, 300, 460):
            canvas.line(x, 640, x, 720)
    canvas.save()
    return path


@pytest.mark.parametrize("rotated", [False, True])
def test_fields_stand_beside_their_words(rotated: bool, tmp_path: Path) -> None:
    texts = [line.text for line in read(write(tmp_path / "form.pdf", rotated=rotated)).lines]
    assert texts == [
        "Equality impact of closing the Norbury hub",
        "Age\t☑ affected\tReason 0",
        "Disability\t☐ affected",
        "☑ Everybody was asked",
        "☐ Nobody was asked",
    ]


@pytest.mark.parametrize("rotated", [False, True])
def test_fields_stand_in_their_cells(rotated: bool, tmp_path: Path) -> None:
    lines = read(write(tmp_path / "form.pdf", ruled=True, rotated=rotated)).lines
    rows = [[plain(cell) for cell in line.cells] for line in lines if line.kind is Kind.ROW]
    assert rows == [["Age", "☑ affected", "Reason 0"], ["Disability", "☐ affected", ""]]
