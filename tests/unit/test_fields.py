"""The fields of a PDF's form: what was ticked and typed stands in its line or cell."""

from __future__ import annotations

from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from converter.model import Kind, plain
from converter.read import read


def write(path: Path, *, ruled: bool = False) -> Path:
    """A form with boxes, choices, and fields of one line and of several."""
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    canvas.drawString(60, 760, "Equality impact of closing the Norbury hub")
    form = canvas.acroForm
    for at, (name, ticked) in enumerate((("Age", True), ("Disability", False))):
        y = 700 - 40 * at
        canvas.drawString(66, y, name)
        form.checkbox(name=f"box{at}", checked=ticked, x=206, y=y - 4, size=14)
        canvas.drawString(226, y, "affected")
        form.textfield(name=f"why{at}", value=f"Reason {at}" if ticked else "", x=306, y=y - 6, width=140, height=18)
    form.radio(name="who", value="a", selected=True, x=66, y=606, size=14)
    canvas.drawString(86, 610, "Everybody was asked")
    form.radio(name="who", value="b", selected=False, x=66, y=576, size=14)
    canvas.drawString(86, 580, "Nobody was asked")
    if ruled:
        for y in (720, 680, 640):
            canvas.line(60, y, 460, y)
        for x in (60, 200, 300, 460):
            canvas.line(x, 640, x, 720)
    canvas.save()
    return path


def test_fields_stand_beside_their_words(tmp_path: Path) -> None:
    texts = [line.text for line in read(write(tmp_path / "form.pdf")).lines]
    assert texts == [
        "Equality impact of closing the Norbury hub",
        "Age\t☑ affected\tReason 0",
        "Disability\t☐ affected",
        "☑ Everybody was asked",
        "☐ Nobody was asked",
    ]


def test_fields_stand_in_their_cells(tmp_path: Path) -> None:
    lines = read(write(tmp_path / "form.pdf", ruled=True)).lines
    rows = [[plain(cell) for cell in line.cells] for line in lines if line.kind is Kind.ROW]
    assert rows == [["Age", "☑ affected", "Reason 0"], ["Disability", "☐ affected", ""]]
