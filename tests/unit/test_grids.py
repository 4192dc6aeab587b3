"""Ruled tables: what is no table stays text, and every cell of a table reads as it was set."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table, TableStyle
from samples import ruled_pdf as r

from converter.model import Kind, Line, Source, plain
from converter.read import read
from converter.read.grids import Cell, Grid, grids_of
from converter.read.joins import join_papers, join_tables
from converter.read.rows import Piece, Row, Ruled
from converter.read.rules import Drawn, rules_of

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


@pytest.mark.parametrize("form", [False, True])
@pytest.mark.parametrize("cropped", [False, True])
@pytest.mark.parametrize("rotated", [False, True])
@pytest.mark.parametrize("turned", [1, 2, 3])
def test_a_turned_tracker_is_the_table_that_is_seen(
    turned: int, rotated: bool, cropped: bool, form: bool, tmp_path: Path
) -> None:
    table = replace(r.tracker(), turned=turned, rotated=rotated, cropped=cropped)
    source = read(r.write(tmp_path / "tracker.pdf", [table], form=form))
    assert source.pages == 3
    assert tables(source) == table.printed
    assert [part.reason for part in source.left_out] == [REPEATED] * 4


@pytest.mark.parametrize("open_ends", [False, True])
@pytest.mark.parametrize("pen", ["boxes", "lines"])
def test_a_tracker_over_several_pages_is_one_table(pen: str, open_ends: bool, tmp_path: Path) -> None:
    table = r.tracker(pen=pen, open_ends=open_ends)
    source = read(r.write(tmp_path / "tracker.pdf", [table]))
    assert source.pages == 3
    assert tables(source) == table.printed
    assert [part.reason for part in source.left_out] == [REPEATED] * 4
    assert {line.page for line in source.lines} == {1, 2, 3}


@pytest.mark.parametrize("head", [0, 1])
@pytest.mark.parametrize("pen", ["boxes", "lines"])
def test_a_head_alone_at_the_end_of_a_page_heads_the_table(pen: str, head: int, tmp_path: Path) -> None:
    table = replace(r.in_pen(r.BUDGET, pen), top=747.0, head=head)
    source = read(r.write(tmp_path / "table.pdf", [table]))
    assert source.pages == 2
    assert tables(source) == table.printed
    assert [part.reason for part in source.left_out] == [REPEATED] * head


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


def test_a_title_over_all_columns_is_text_and_comes_once(tmp_path: Path) -> None:
    source = read(r.write(tmp_path / "table.pdf", [r.TITLED]))
    assert [line.text for line in source.lines if line.kind is not Kind.ROW] == ["Norbury Council", r.TITLED.rows[0][0]]
    assert tables(source) == r.TITLED.printed[1:]
    assert [part.reason for part in source.left_out] == [REPEATED] * 2


def test_what_stands_at_the_foot_of_two_pages_comes_after_the_table(tmp_path: Path) -> None:
    table = replace(r.tracker(8), foot="Norbury tracker")
    source = read(r.write(tmp_path / "table.pdf", [table]))
    assert source.pages == 2
    assert tables(source) == table.printed
    assert [line.text for line in source.lines[-2:]] == ["Norbury tracker", "Norbury tracker"]
    numbers = [line.line for line in source.lines]
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("table", [r.BUDGET, r.SERVICES], ids=["budget", "services"])
def test_a_table_without_lines_at_its_sides(table: r.Set, tmp_path: Path) -> None:
    assert tables(read(r.write(tmp_path / "table.pdf", [replace(table, sides=False)]))) == table.printed


def ruled(canvas: Canvas, xs: Sequence[float], ys: Sequence[float], text: str = "") -> None:
    """A grid of lines, the text in each of its boxes."""
    for x in xs:
        canvas.line(x, ys[0], x, ys[-1])
    for y in ys:
        canvas.line(xs[0], y, xs[-1], y)
    for row, y in enumerate(ys[1:]):
        for column, x in enumerate(xs[:-1]):
            canvas.drawString(x + 4, y + 4, text and f"{text} {row}{column}")


def test_a_table_in_a_layout_is_the_table(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, (50, 90, 500), (750, 700, 500))
        text_at(canvas, 96, 735)
        ruled(canvas, (100, 200, 300), (680, 660, 640), "Cell")

    lines = drawn(tmp_path / "page.pdf", draw)
    assert [line.text for line in lines if line.kind is Kind.ROW] == ["Cell 00\tCell 01", "Cell 10\tCell 11"]
    assert TEXT[0] in [line.text for line in lines]


def test_a_small_table_in_the_cell_of_a_large_one_is_words_of_that_cell(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        ruled(canvas, (50, 200, 350, 500), tuple(750.0 - 50 * at for at in range(9)), "Norbury")
        ruled(canvas, (220, 260, 300), (745, 730, 715), "in")

    rows = [line for line in drawn(tmp_path / "page.pdf", draw) if line.kind is Kind.ROW]
    assert len(rows) == 8
    assert plain(rows[0].cells[1]) == "in 00 in 01 in 10 in 11 Norbury 01"


LAST = ("4", "Norbury should see to it that plans are", "Head of service", "Started in May.")


@pytest.mark.parametrize(
    ("last", "rest"),
    [
        (LAST, ("5", "Norbury should see to it", "Head of service", "")),
        (LAST, ("", "Norbury should also see to it", "Head of legal", "Not begun.")),
        (("4", "All is done.", "", "Yes."), ("", "", "Head of legal", "Not begun.")),
        (LAST, ("Help and protection", "clear", "", "")),
    ],
)
def test_leaves_a_new_row_alone(last: Sequence[str], rest: Sequence[str]) -> None:
    above = (("", "Theme one", "", ""), ("3", "Norbury should", "Lead", "Done."))
    kept, _ = join_tables([*part(1, 1, [*above, last]), *part(9, 2, [rest])])
    assert len(kept) == 4


@pytest.mark.parametrize(
    "rest",
    [
        ("", "clear to families", "", ""),
        ("", "clear", "", "It went on in June."),
        ("", "", "", "It went on in June."),
        ("", "clear", "for families", "in June"),
    ],
)
def test_joins_the_rest_of_a_row(rest: Sequence[str]) -> None:
    above = (("2", "Norbury", "Lead", "Done."), ("3", "Norbury should", "Lead", "Done."))
    kept, _ = join_tables([*part(1, 1, [*above, LAST]), *part(9, 2, [rest, ("5", "More", "Lead", "Done.")])])
    assert len(kept) == 4
    said = kept[2].ruled
    assert said is not None
    assert [" ".join(line.text for line in cell) for cell in said.cells] == [
        " ".join(filter(None, pair)) for pair in zip(LAST, rest, strict=True)
    ]


def test_a_table_that_heads_every_page_is_furniture(tmp_path: Path) -> None:
    def draw(canvas: Canvas) -> None:
        for page in range(4):
            ruled(canvas, (50, 200, 500), (830, 812, 795), "Norbury Council")
            text_at(canvas, 70, 600 - 10 * page)
            canvas.showPage()

    lines = drawn(tmp_path / "page.pdf", draw)
    assert [line.text for line in lines] == [*TEXT] * 4


def test_lines_of_a_turned_page_are_told_as_they_are_seen() -> None:
    drawing = pdfium.PdfDocument.new()
    page = drawing.new_page(600, 800)
    for at in range(3):
        for x, y, wide, high in ((100.0 * at, 100.0, 0.5, 80.0), (0.0, 100.0 + 40 * at, 200.0, 0.5)):
            path = pdfium_c.FPDFPageObj_CreateNewRect(x, y, wide, high)
            pdfium_c.FPDFPath_SetDrawMode(path, pdfium_c.FPDF_FILLMODE_ALTERNATE, False)
            pdfium_c.FPDFPage_InsertObject(page.raw, path)
    drawn = [Drawn(pdfium_c.FPDFPage_GetObject(page.raw, at)) for at in range(6)]
    (upright,) = grids_of(rules_of(drawn))
    (turned,) = grids_of(rules_of(drawn, lambda x, y: (y, 600 - x)))
    assert [round(x) for x in upright.columns] == [0, 100, 200]
    assert [round(x) for x in turned.columns] == [100, 140, 180]
    assert [round(y) for y in turned.rows] == [600, 500, 400]
    drawing.close()


def part(first: int, page: int, rows: Sequence[Sequence[str]]) -> list[Row]:
    """The rows of a part of a table on one page."""
    wide = len(rows[0])
    grid = Grid(
        tuple(100.0 * at for at in range(wide + 1)),
        tuple(700.0 - 20 * at for at in range(len(rows) + 1)),
        tuple(Cell(row, column) for row in range(len(rows)) for column in range(wide)),
    )
    made = []
    for at, row in enumerate(rows):
        pieces = [
            Piece(text, 100.0 * x + 4, 100.0 * x + 50, 690.0 - 20 * at, 10.0, False) for x, text in enumerate(row)
        ]
        cells = tuple((Row(0, page, 800.0, (piece,)),) if piece.text else () for piece in pieces)
        ruled_row = Ruled(grid, at, cells, (1,) * wide)
        made.append(Row(first + at, page, 800.0, tuple(piece for piece in pieces if piece.text), ruled=ruled_row))
    return made


def test_tables_are_not_joined_over_papers_and_numbers_rise() -> None:
    first, second = part(1, 1, [["Item", "Said"], ["1", "It was"]]), part(1, 2, [["Item", "Said"], ["", "agreed."]])
    papers, left_out = join_papers([first, second])
    assert [[row.page for row in rows] for rows in papers] == [[1, 1], [2, 2]]
    assert [row.number for rows in papers for row in rows] == [1, 2, 3, 4]
    assert not left_out
