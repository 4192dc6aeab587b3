"""PDFs as lines: pdfium gives pieces of text with place and size, which are put on baselines.

What stands at the same height of several pages with the same words (or only another number) is page
furniture and left out. A wide gap on a baseline parts the cells of a row.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from ctypes import byref, c_float, create_string_buffer
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from statistics import median

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

from converter.errors import ReportError
from converter.model import Kind, LeftOut, Line, Source, Span
from converter.read.markup import clean, strip_prefix

BULLET = re.compile(r"[-•■▪●\uf0a7\uf0b7–]\s+(?=\S)")
CELL_GAP = 1.2
BAND_ROWS = 5
COLUMN = 6.0
WORD_GAP = 0.18
PARAGRAPH_GAP = 1.45
SAME_HEIGHT = 4.0
FURNITURE_PAGES = 3
EDGE = 0.12


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters: its text, left and right edge, baseline, size and weight, in points."""

    text: str
    left: float
    right: float
    base: float
    size: float
    bold: bool


@dataclass(frozen=True, slots=True)
class Row:
    """A baseline of a page, counted through the document: its pieces from left to right."""

    number: int
    page: int
    height: float
    pieces: tuple[Piece, ...]

    @property
    def base(self) -> float:
        return self.pieces[0].base

    @property
    def size(self) -> float:
        return max(piece.size for piece in self.pieces)

    @property
    def text(self) -> str:
        return " ".join("".join(piece.text for piece in cell) for cell in cells(self)).strip()


def read_pdf(path: Path, content: bytes, digest: str) -> Source:
    """A PDF as lines with pages; raises ReportError where it is none, is locked or holds no text."""
    try:
        document = pdfium.PdfDocument(content)
    except pdfium.PdfiumError as error:
        advice = "take its password off" if "assword" in str(error) else "download it again, or print it to a new PDF"
        raise ReportError(path, f"cannot be read as a PDF ({error})", advice) from error
    try:
        pages = len(document)
        found = [row for number in range(pages) for row in page_rows(document[number], number + 1)]
        rows = [replace(row, number=number) for number, row in enumerate(found, 1)]
    except pdfium.PdfiumError as error:
        raise ReportError(path, f"has a page that cannot be read ({error})", "print it to a new PDF") from error
    finally:
        document.close()
    if not rows:
        raise ReportError(path, "holds no text (perhaps it was scanned)", "add a copy that holds text")
    kept, left_out = part_furniture(rows)
    return Source(path.name, digest, "pdf", tuple(lines_of(kept)), tuple(left_out), pages)


# ---------------------------------------------------------------- pieces and rows


def page_rows(page: pdfium.PdfPage, number: int) -> Iterator[Row]:
    """The baselines of a page from top to bottom."""
    height = page.get_height()
    text_page = page.get_textpage()
    lines: dict[int, list[Piece]] = defaultdict(list)
    for piece in pieces(page, text_page):
        key = next((key for key in (0, 1, -1) if round(piece.base / 2) + key in lines), 0)
        lines[round(piece.base / 2) + key].append(piece)
    for key in sorted(lines, reverse=True):
        yield Row(0, number, height, tuple(sorted(lines[key], key=lambda piece: piece.left)))


def pieces(page: pdfium.PdfPage, text_page: pdfium.PdfTextPage) -> Iterator[Piece]:
    """The text objects of a page that hold something to read."""
    for found in page.get_objects(filter=[pdfium_c.FPDF_PAGEOBJ_TEXT], max_depth=4):
        text = object_text(found.raw, text_page.raw)
        if not text.strip():
            continue
        left, bottom, right, top = found.get_bounds()
        matrix = found.get_matrix()
        size = c_float()
        pdfium_c.FPDFTextObj_GetFontSize(found.raw, byref(size))
        scale = abs(matrix.d) or abs(matrix.b) or 1.0
        yield Piece(text, left, right, matrix.f, size.value * scale or top - bottom, is_bold(found.raw))


def object_text(raw: object, text_page: object) -> str:
    length = pdfium_c.FPDFTextObj_GetText(raw, text_page, None, 0)
    if length <= 2:
        return ""
    buffer = create_string_buffer(length)
    pdfium_c.FPDFTextObj_GetText(raw, text_page, pdfium_c.cast(buffer, pdfium_c.POINTER(pdfium_c.FPDF_WCHAR)), length)
    return buffer.raw[: length - 2].decode("utf-16-le", errors="replace")


def is_bold(raw: object) -> bool:
    font = pdfium_c.FPDFTextObj_GetFont(raw)
    if not font:
        return False
    length = pdfium_c.FPDFFont_GetBaseFontName(font, None, 0)
    buffer = create_string_buffer(length or 1)
    pdfium_c.FPDFFont_GetBaseFontName(font, buffer, length)
    return b"bold" in buffer.value.lower() or pdfium_c.FPDFFont_GetWeight(font) >= 600


def cells(row: Row) -> list[list[Piece]]:
    """The pieces of a row parted where the gap is wide."""
    parted: list[list[Piece]] = [[]]
    for piece in row.pieces:
        before = parted[-1][-1] if parted[-1] else None
        gap = piece.left - before.right if before else 0.0
        if before and gap > CELL_GAP * row.size and not is_marker(parted[-1]):
            parted.append([piece])
        elif before and gap > WORD_GAP * row.size and not before.text.endswith(" "):
            parted[-1].append(replace(piece, text=" " + piece.text))
        else:
            parted[-1].append(piece)
    return parted


def is_marker(pieces_before: Sequence[Piece]) -> bool:
    """Whether what stands before a gap is only a paragraph's number or a bullet."""
    text = "".join(piece.text for piece in pieces_before).strip()
    return bool(re.fullmatch(r"\d{1,3}\.?|[-•■▪●\uf0a7\uf0b7–o]", text))


# ---------------------------------------------------------------- furniture


def part_furniture(rows: Sequence[Row]) -> tuple[list[Row], list[LeftOut]]:
    """The rows without running headers, footers and page numbers, and those as left out."""
    pages_of: dict[tuple[str, int], set[int]] = defaultdict(set)
    for row in rows:
        if at_edge(row):
            pages_of[furniture_key(row)].add(row.page)
    kept, left_out = [], []
    for row in rows:
        if at_edge(row) and len(pages_of[furniture_key(row)]) >= FURNITURE_PAGES:
            reason = (
                "page number" if re.fullmatch(r"\D{0,6}\d{1,3}\D{0,8}\d{0,3}", row.text) else "running header or footer"
            )
            left_out.append(LeftOut(row.text, reason, row.number, row.page))
        else:
            kept.append(row)
    return kept, left_out


def at_edge(row: Row) -> bool:
    return row.base < EDGE * row.height or row.base > (1 - EDGE) * row.height


def furniture_key(row: Row) -> tuple[str, int]:
    return re.sub(r"\d+", "0", row.text), round(row.base / SAME_HEIGHT)


# ---------------------------------------------------------------- lines


def lines_of(rows: Sequence[Row]) -> Iterator[Line]:
    """The rows as lines; `line` counts them through the document."""
    spacing = usual_spacing(rows)
    before = 0
    for band in bands(rows, PARAGRAPH_GAP * spacing):
        columns = columns_of(rows, band[0].page)
        if 1 < len(band) <= BAND_ROWS and any(in_column(row, columns) for row in band):
            yield table_row(band, columns)
        else:
            for at, row in enumerate(band):
                if line := line_of(row, (at == 0 and row.page == before) or not before):
                    yield line
        before = band[-1].page


def bands(rows: Sequence[Row], space: float) -> Iterator[list[Row]]:
    """The runs of rows of one page that no white space parts."""
    band: list[Row] = []
    for row in rows:
        if band and (row.page != band[-1].page or band[-1].base - row.base > space):
            yield band
            band = []
        band.append(row)
    if band:
        yield band


def columns_of(rows: Sequence[Row], page: int) -> list[float]:
    """Where the second cells of a page's table rows begin, if at least two agree."""
    starts = [cells(row)[1][0].left for row in rows if row.page == page and len(cells(row)) == 2]
    return sorted({start for start in starts if sum(abs(start - other) < COLUMN for other in starts) > 1})


def in_column(row: Row, columns: Sequence[float]) -> bool:
    """Whether a cell of this row stands in a column of the table."""
    return any(abs(cell[0].left - column) < COLUMN for cell in cells(row) for column in columns)


def table_row(band: Sequence[Row], columns: Sequence[float]) -> Line:
    """A table row whose cells run over several baselines, its second cell perhaps centred beside the first."""
    sides: tuple[list[Piece], list[Piece]] = ([], [])
    for row in band:
        for cell in cells(row):
            right = any(abs(cell[0].left - column) < COLUMN for column in columns)
            sides[right].extend([replace(cell[0], text=" " + cell[0].text), *cell[1:]])
    first = band[0]
    return Line(
        Kind.ROW,
        cells=tuple(cell_spans(side) for side in sides),
        gap=True,
        line=first.number,
        page=first.page,
        size=first.size,
    )


def usual_spacing(rows: Sequence[Row]) -> float:
    """The distance of two lines of running text."""
    steps = [a.base - b.base for a, b in pairwise(rows) if a.page == b.page and a.base > b.base]
    return Counter(round(step) for step in steps).most_common(1)[0][0] if steps else 12.0


def line_of(row: Row, gap: bool) -> Line | None:
    parted = [spans for cell in cells(row) if (spans := cell_spans(cell))]
    if not parted:
        return None
    size, bold = median(piece.size for piece in row.pieces), all(piece.bold for piece in row.pieces)
    shared = {"gap": gap, "line": row.number, "page": row.page, "size": size, "bold": bold}
    if len(parted) > 1:
        return Line(Kind.ROW, cells=tuple(parted), **shared)  # type: ignore[arg-type]
    text = "".join(span.text for span in parted[0])
    if bullet := BULLET.match(text):
        return Line(Kind.ITEM, strip_prefix(parted[0], bullet.end()), marker=text[0], **shared)  # type: ignore[arg-type]
    return Line(Kind.TEXT, parted[0], **shared)  # type: ignore[arg-type]


def cell_spans(cell: Sequence[Piece]) -> tuple[Span, ...]:
    text = clean("".join(piece.text for piece in cell)).strip()
    return (Span(text),) if text else ()
