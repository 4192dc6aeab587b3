"""Two reports about things that never happened in Norbury, as PDFs: an inquiry's and a committee's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, COLUMN, RIGHT = 72.0, 120.0, WIDTH - 72.0
TOP = HEIGHT - 110
TEXT, NOTE, MARK = 12.0, 8.0, 7.0


@dataclass
class Pages:
    """A PDF under way: what stands on the page, its notes, its running header."""

    canvas: Canvas
    header: str = ""
    number: str = ""
    at: float = TOP
    notes: list[tuple[int, str]] = field(default_factory=list)

    def line(self, text: str, size: float = TEXT, bold: bool = False, left: float = LEFT) -> None:
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        self.canvas.drawString(left, self.at, text)
        self.at -= 1.2 * size

    def heading(self, text: str, size: float) -> None:
        self.at -= size
        self.line(text, size, bold=True)
        self.at -= size / 2

    def paragraph(self, number: str, text: str, note: tuple[int, str] | None = None) -> None:
        """A paragraph whose number stands in a column of its own, its note's mark raised at its end."""
        rows = simpleSplit(text, "Helvetica", TEXT, RIGHT - COLUMN)
        self.canvas.setFont("Helvetica", TEXT)
        self.canvas.drawString(LEFT, self.at, number)
        for row in rows:
            self.line(row, left=COLUMN)
        if note:
            end = COLUMN + self.canvas.stringWidth(rows[-1], "Helvetica", TEXT)
            self.canvas.setFont("Helvetica", MARK)
            self.canvas.drawString(end, self.at + 1.2 * TEXT + 4, str(note[0]))
            self.notes.append(note)
        self.at -= TEXT

    def end(self) -> None:
        """Close the page: its header, its notes at the foot, its number."""
        self.canvas.setFont("Helvetica", 10)
        if self.header:
            self.canvas.drawString(LEFT, HEIGHT - 50, self.header)
        rows = [
            row for mark, text in self.notes for row in simpleSplit(f"{mark} {text}", "Helvetica", NOTE, RIGHT - LEFT)
        ]
        self.canvas.setFont("Helvetica", NOTE)
        for place, row in enumerate(reversed(rows)):
            self.canvas.drawString(LEFT, 64 + 10 * place, row)
        self.canvas.setFont("Helvetica", 10)
        self.canvas.drawRightString(RIGHT, 36, self.number)
        self.canvas.showPage()
        self.at, self.notes = TOP, []


def contents(pages: Pages, entries: Sequence[tuple[str, str, float]]) -> None:
    pages.heading("Contents", 20)
    for title, page, size in entries:
        pages.canvas.setFont("Helvetica-Bold" if size > TEXT else "Helvetica", size)
        pages.canvas.drawRightString(RIGHT, pages.at, page)
        pages.line(title, size, size > TEXT)
    pages.end()


FILLER = (
    "The river was measured each morning at the old bridge, and what was read there was written into a book "
    "that nobody opened again until the market place had been under water for a week"
)
CHAPTERS = {1: "The river and the town", 2: "The warning that was not given", 3: "What must change"}
PER_CHAPTER = 48


def write_inquiry(path: Path) -> None:
    """Three chapters numbered 1.1 to 3.48, a note to each paragraph that counts past a hundred, a box, a summary."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    pages = Pages(canvas)
    pages.heading("Norbury Flood Inquiry", 40)
    pages.heading("The night of the flood", 28)
    pages.line("A report by Dame Ada Fenwick", 16)
    pages.line("Chair of the Norbury Flood Inquiry", 16)
    pages.at -= 20
    pages.line("March 2021", 16)
    pages.end()
    pages.line("This publication is licensed under the terms of the Open Government Licence v3.0.", 10)
    pages.end()
    pages.number = "iii"
    rows = [("Foreword", "iv", 14.0), ("Executive summary", "1", 14.0)]
    rows += [(f"Chapter {number}: {title}", str(2 + 12 * number), 14.0) for number, title in CHAPTERS.items()]
    contents(pages, [*rows, ("Introduction", "15", 12.0), ("Appendix 1: How the Inquiry worked", "60", 14.0)])
    pages.number = "iv"
    pages.heading("Foreword", 30)
    pages.line("I was asked to find out why nobody rang the bell.")
    pages.end()
    pages.number, pages.header = "1", "Executive summary"
    pages.heading("Executive summary", 30)
    pages.line("This Inquiry recommends, in summary, the following:")
    pages.at -= 12
    for number, what in enumerate(
        ("The bell should be rung.", "The book should be read.", "Someone should be asked."), 1
    ):
        pages.line(f"{number}. {what}")
        pages.at -= 12
    pages.end()
    note, page = 0, 2
    for chapter, title in CHAPTERS.items():
        pages.header = f"Chapter {chapter}: {title}"
        pages.number = str(page)
        pages.heading(f"Chapter {chapter}:", 30)
        pages.heading(title, 30)
        pages.heading("Introduction", 18)
        for count in range(1, PER_CHAPTER + 1):
            note += 1
            wording = f"{FILLER}, as Witness {count} said in paragraph"
            text = f"{wording} {chapter}.{max(1, count - 1)} of this report and again in 2.14 metres of water."
            pages.paragraph(
                f"{chapter}.{count}.", text, (note, f"Witness {count}, day {chapter}, and see INQ{count:06}")
            )
            if count == 20:
                pages.heading(f"Recommendation {chapter}: Ring the bell", 14)
                pages.line("The council should ring the bell, and should say who rings it.")
                pages.at -= 12
            if pages.at < 240:
                pages.end()
                page += 1
                pages.number = str(page)
        pages.end()
        page += 1
    pages.number, pages.header = str(page), "Appendix 1: How the Inquiry worked"
    pages.heading("Appendix 1: How the Inquiry worked", 30)
    pages.paragraph("A1.1.", "The Inquiry sat in the town hall and heard whoever came through the door to be heard.")
    pages.paragraph("A1.2.", "It asked each of them the same question, and it wrote down what each of them replied.")
    pages.end()
    canvas.save()


def write_committee(path: Path, own_numbers: bool, dot: str = ".") -> None:
    """Thirty paragraphs, then conclusions: numbered 1 to 5 themselves, or with the numbers that they repeat."""
    canvas = Canvas(str(path), pagesize=A4, invariant=True)
    pages = Pages(canvas)
    pages.heading("Norbury Affairs Committee", 15)
    pages.heading("Bells and whistles", 27)
    pages.line("Second Report of Session 2023–24 HC 999", 13)
    pages.end()
    pages.line("It was published on 14 April 2024 by authority of the House of Commons.", 12)
    pages.line("It may be reproduced under the terms of the Open Parliament Licence.", 12)
    pages.end()
    contents(
        pages,
        [
            ("Summary", "1", 16.0),
            ("1 Introduction", "2", 16.0),
            ("2 The bells", "5", 16.0),
            ("Conclusions and recommendations", "9", 16.0),
            ("Formal minutes", "10", 16.0),
        ],
    )
    page = 1
    pages.number = str(page)
    pages.heading("Summary", 30)
    pages.line("Norbury has a bell and nobody rings it.")
    pages.end()
    for number in range(1, 31):
        if number in (1, 16):
            page += 1
            pages.number = str(page)
            pages.heading("1 Introduction" if number == 1 else "2 The bells", 30)
        pages.paragraph(f"{number}{dot}", f"{FILLER}, we heard.", (number + 95, f"Q{number}"))
        if number % 15 == 0 or pages.at < 220:
            pages.end()
            page += 1
            pages.number = str(page)
    pages.heading("Conclusions and recommendations", 30)
    for place, number in enumerate((3, 9, 15, 22, 30), 1):
        printed = place if own_numbers else number
        pages.paragraph(f"{printed}{dot}", f"We conclude that the bell should be rung. (Paragraph {number})")
    pages.end()
    pages.number = str(page + 1)
    pages.heading("Formal minutes", 30)
    pages.line("Paragraphs 1 to 30 read and agreed to.")
    pages.end()
    canvas.save()
