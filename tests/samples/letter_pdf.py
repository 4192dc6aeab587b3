"""A text letter set as a PDF, so that a test can compare what the converter reads in both.

Lines that no space parts stay lines of their own, cells parted by tabs stand side by side, `-` is a bullet, and
what `headings` names is bold.
"""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import Flowable, Paragraph, SimpleDocTemplate, Spacer, Table, TableStyle

from samples.make_ilacs_pdf import BASE, STYLES, typeset

WIDE = 160 * mm
LINE = ParagraphStyle("line", BASE)
TITLE = STYLES["title"]
CELLS = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("TOPPADDING", (0, 0), (-1, -1), 6)])


def write(text: str, headings: Collection[str], title: str, path: Path) -> Path:
    """`text` as a PDF."""
    flow: list[Flowable] = []
    for part in text.strip().split("\n\n"):
        lines = part.split("\n")
        if any("\t" in line for line in lines):
            cells = [[Paragraph(typeset(cell), LINE) for cell in line.split("\t")] for line in lines]
            flow.append(Table(cells, colWidths=[WIDE / 2] * 2, hAlign="LEFT", style=CELLS))
        else:
            flow += [set_line(line, headings, title) for line in lines]
        flow.append(Spacer(1, 9))
    document = SimpleDocTemplate(str(path), pagesize=A4, invariant=1, leftMargin=25 * mm, rightMargin=25 * mm)
    document.build(flow)
    return path


def set_line(line: str, headings: Collection[str], title: str) -> Paragraph:
    if line == title:
        return Paragraph(typeset(line), TITLE)
    if line in headings:
        return Paragraph(typeset(line), STYLES["heading"])
    if line.strip().startswith("- "):
        return Paragraph(typeset(line.strip()[2:]), STYLES["bullet"], bulletText="•")
    return Paragraph(typeset(line), LINE)
