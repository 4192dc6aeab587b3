"""Ruled tables: what is no table stays text, and every cell of a table reads as it was set."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from samples import ruled_pdf as r

from converter.model import Kind, Line, Source, plain
from converter.read import read

REPEATED = "table header repeated on the next page"
TEXT = ("Norbury is a place of its own.", "Its council meets in the old hall.", "Nothing was decided there.")


def tables(source: Source) -> list[list[str]]:
    return [[plain(cell) for cell in line.cells] for line in source.lines if line.kind is Kind.ROW]


def drawn(path: Path, draw: Callable[[Canvas], None]) -> tuple[Line, ...]:
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("Helvetica", 10)
    draw(canvas)
    canvas.save()
    return read(path).lines


def text_at(canvas: Canvas, x: float, y: float) -> None:
    for number, line in enumerate(TEXT):
        canvas.drawString(x, y - 14 * number, line)


def frame(canvas: Canvas) -> None:
    canvas.rect(60, 600, 400, 100)
    text_at(canvas, 70, 680)


def underline(canvas: Canvas) -> None:
    text_at(canvas, 70, 680)
    for number in range(3):
        canvas.rect(70, 678 - 14 * number, 150, 0.5, stroke=0, fill=1)


def box_round_heading(canvas: Canvas) -> None:
    canvas.rect(60, 690, 400, 25)
    canvas.rect(60, 600, 400, 90)
    canvas.drawString(70, 698, "What Norbury is")
    text_at(canvas, 70, 670)


def chart(canvas: Canvas) -> None:
    for number in range(6):
        canvas.line(100, 500 + 20 * number, 400, 500 + 20 * number)
        canvas.drawRightString(95, 497 + 20 * number, str(10 * number))
        canvas.drawString(110 + 50 * number, 485, str(2014 + number))
        canvas.rect(110 + 50 * number, 500, 30, 15 * number + 5, stroke=1, fill=1)
    canvas.line(100, 500, 100, 600)
    text_at(canvas, 70, 680)


def single_row(canvas: Canvas) -> None:
    canvas.rect(60, 600, 400, 100)
    canvas.line(260, 600, 260, 700)
    text_at(canvas, 70, 680)


def header_rule(canvas: Canvas) -> None:
    canvas.line(60, 760, 500, 760)
    canvas.line(60, 40, 500, 40)
    text_at(canvas, 70, 680)


def side_rule(canvas: Canvas) -> None:
    canvas.line(60, 700, 500, 700)
    canvas.line(60, 600, 60, 700)
    text_at(canvas, 70, 680)


def drawing(canvas: Canvas) -> None:
    for x, y in ((60, 640), (160, 640), (60, 600), (160, 600), (110, 560)):
        canvas.rect(x, y, 100, 40)
    text_at(canvas, 90, 660)


@pytest.mark.parametrize(
    "draw", [frame, underline, box_round_heading, chart, single_row, header_rule, side_rule, drawing]
)
def test_leaves_alone(draw: Callable[[Canvas], None], tmp_path: Path) -> None:
    lines = drawn(tmp_path / "page.pdf", draw)
    said = " ".join(line.text for line in lines)
    assert all(text in said for text in TEXT)
    assert not any(text in line.text for line in lines if line.kind is Kind.ROW for text in TEXT)


@pytest.mark.parametrize("pen", list(r.PENS))
@pytest.mark.parametrize(
    "table", [r.BUDGET, r.TIMETABLE, r.SERVICES, r.LISTS], ids=["budget", "timetable", "services", "lists"]
)
def test_every_cell_reads_as_it_was_set(table: r.Set, pen: str, tmp_path: Path) -> None:
    assert tables(read(r.write(tmp_path / "table.pdf", [r.in_pen(table, pen)]))) == table.printed


def test_cells_say_how_many_columns_they_cover(tmp_path: Path) -> None:
    rows = [line for line in read(r.write(tmp_path / "table.pdf", [r.TIMETABLE])).lines if line.kind is Kind.ROW]
    assert [row.merged for row in rows] == [(1, 2, 0, 2, 0), (), (), (1, 1, 2, 0, 1), ()]


def test_a_shaded_head_without_lines_is_a_row(tmp_path: Path) -> None:
    assert tables(read(r.write(tmp_path / "table.pdf", [replace(r.BUDGET, shade=True)]))) == r.BUDGET.printed


@pytest.mark.parametrize("pen", ["boxes", "lines", "one path"])
def test_a_table_in_a_form_stands_where_it_is_seen(pen: str, tmp_path: Path) -> None:
    path = r.write(tmp_path / "table.pdf", [r.in_pen(r.SERVICES, pen)], form=True)
    assert tables(read(path)) == r.SERVICES.printed


@pytest.mark.parametrize("open_ends", [False, True])
@pytest.mark.parametrize("pen", ["boxes", "lines"])
def test_a_tracker_over_several_pages_is_one_table(pen: str, open_ends: bool, tmp_path: Path) -> None:
    table = r.tracker(pen=pen, open_ends=open_ends)
    source = read(r.write(tmp_path / "tracker.pdf", [table]))
    assert source.pages == 3
    assert tables(source) == table.printed
    assert [part.reason for part in source.left_out] == [REPEATED] * 4
    assert {line.page for line in source.lines} == {1, 2, 3}


def test_two_tables_on_one_page_are_two(tmp_path: Path) -> None:
    path = tmp_path / "two.pdf"
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black)])
    words = getSampleStyleSheet()["BodyText"]
    story = [
        Paragraph("Budget", words),
        Table([list(row) for row in r.BUDGET.printed], style=style),
        Paragraph("Nothing else was spent.", words),
        Table([list(row) for row in r.SERVICES.printed], style=style),
    ]
    SimpleDocTemplate(str(path)).build(story)
    texts = [line.text for line in read(path).lines if line.kind is not Kind.ROW]
    assert tables(read(path)) == r.BUDGET.printed + r.SERVICES.printed
    assert texts == ["Budget", "Nothing else was spent."]


def test_cells_that_wrap_in_platypus(tmp_path: Path) -> None:
    words = getSampleStyleSheet()["BodyText"]
    table = r.tracker()
    rows = [[Paragraph(text, words) if text else "" for text in row] for row in table.printed]
    spans = [
        ("SPAN", (2, 0), (3, 0)),
        ("SPAN", (5, 0), (6, 0)),
        *(("SPAN", (at, 0), (at, 1)) for at in (0, 1, 4, 7, 8)),
    ]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP"), *spans])
    path = tmp_path / "tracker.pdf"
    document = SimpleDocTemplate(str(path), pagesize=(842, 595), leftMargin=40, rightMargin=40)
    document.build([Table(rows, colWidths=table.widths, repeatRows=2, style=style)])
    assert tables(read(path)) == table.printed
