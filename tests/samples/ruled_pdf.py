"""PDFs of Norbury with ruled tables, their borders drawn in the ways in which programs draw them.

A table is its cells row by row: `LEFT` and `UP` continue the cell beside and above. The texts wrap in their columns,
a row is cut where its page ends, and the header comes again on each page.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from reportlab.lib.pagesizes import A4, landscape
from reportlab.lib.utils import simpleSplit
from reportlab.pdfgen.canvas import Canvas

LEFT, UP = "<", "^"
FONT, SIZE, LEADING, PAD = "Helvetica", 9.0, 11.0, 4.0
EDGE, BOTTOM = 50.0, 60.0
Edge = tuple[float, float, float, float]
Pen = Callable[[Canvas, Edge], None]


@dataclass(frozen=True, slots=True)
class Set:
    """A table to set: its rows, the widths of its columns, how many rows head it, and how it is drawn."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]
    head: int = 1
    pen: str = "boxes"
    wide: bool = False
    open_ends: bool = False  # no line where a row is cut
    shade: bool = False
    foot: str = ""
    sides: bool = True
    top: float = 120.0
    turned: int = 0  # by quarters against the clock
    rotated: bool = False  # whether the page says so
    cropped: bool = False

    @property
    def printed(self) -> list[list[str]]:
        """What each cell should read as; a paragraph's or list item's line stays a line."""
        return [["" if text in (LEFT, UP) else text for text in row] for row in self.rows]


def thin_box(canvas: Canvas, edge: Edge) -> None:
    """A filled rectangle, as Word writes borders, with a square at its end."""
    x, y, to_x, to_y = edge
    canvas.rect(x, y - 0.25, max(to_x - x, 0.5), max(to_y - y, 0.5), stroke=0, fill=1)
    canvas.rect(x, y - 0.25, 0.5, 0.5, stroke=0, fill=1)


def stroke(canvas: Canvas, edge: Edge) -> None:
    canvas.line(*edge)


def double(canvas: Canvas, edge: Edge) -> None:
    x, y, to_x, to_y = edge
    canvas.line(x - 0.8, y - 0.8, to_x - 0.8, to_y - 0.8)
    canvas.line(x + 0.8, y + 0.8, to_x + 0.8, to_y + 0.8)


def dashes(canvas: Canvas, edge: Edge) -> None:
    """Short boxes with gaps between."""
    x, y, to_x, to_y = edge
    length = max(to_x - x, to_y - y)
    for at in range(int(length // 5) + 1):
        begin, end = 5.0 * at, min(5.0 * at + 3, length)
        across = to_x - x > to_y - y
        canvas.rect(x + begin * across, y + begin * (not across), (end - begin) if across else 0.5,
                    0.5 if across else end - begin, stroke=0, fill=1)  # fmt: skip


PENS: dict[str, Pen] = {"boxes": thin_box, "lines": stroke, "double": double, "dashes": dashes, "one path": stroke}


def write(path: Path, tables: Sequence[Set], above: str = "Norbury Council", form: bool = False) -> Path:
    """A PDF with a heading and one table on each run of pages; in a form XObject set off its place if asked."""
    canvas = Canvas(str(path), pagesize=A4)
    for table in tables:
        Setter(canvas, table, form).set(above)
    canvas.save()
    return path


class Setter:
    """Sets one table; what is drawn on a page waits until the page is full."""

    def __init__(self, canvas: Canvas, table: Set, form: bool) -> None:
        self.canvas, self.table, self.form = canvas, table, form
        self.size = landscape(A4) if table.wide else A4
        starts = [EDGE]
        for width in table.widths:
            starts.append(starts[-1] + width)
        self.starts = starts
        self.page = 0
        self.edges: list[Edge] = []

    def set(self, above: str) -> None:
        self.begin(above)
        rows = self.table.rows
        wrapped = [[self.wrap(at, column) for column in range(len(row))] for at, row in enumerate(rows)]
        for at in range(len(rows)):
            self.row(at, wrapped[at], first=True)
        self.finish()

    def wrap(self, at: int, column: int) -> list[str]:
        text = self.table.rows[at][column]
        if text in (LEFT, UP):
            return []
        wide = column + 1
        while wide < len(self.table.widths) and self.table.rows[at][wide] == LEFT:
            wide += 1
        width = self.starts[wide] - self.starts[column] - 2 * PAD
        return [line for part in text.split("\n") for line in simpleSplit(part, FONT, SIZE, width)]

    def begin(self, above: str = "") -> None:
        self.canvas.setPageSize(self.size[::-1] if self.table.turned % 2 else self.size)
        if self.table.cropped:
            wide, high = self.canvas._pagesize
            self.canvas.setCropBox((9, 12, wide - 5, high - 7))
        if self.table.rotated:
            self.canvas.setPageRotation(90 * self.table.turned)
        self.page += 1
        self.y = self.size[1] - (self.table.top if above else EDGE)
        if self.form:
            self.canvas.beginForm(f"part{id(self)}{self.page}")
        else:
            self.turned()
        self.canvas.setFont(FONT, 12)
        if above:
            self.canvas.drawString(EDGE, self.size[1] - 90, above)
        self.canvas.setFont(FONT, SIZE)

    def turned(self) -> None:
        """Draw what comes next turned by so many quarters."""
        wide, high = self.size
        self.canvas.translate(*((0, 0), (high, 0), (wide, high), (0, wide))[self.table.turned])
        self.canvas.rotate(90 * self.table.turned)

    def finish(self) -> None:
        self.draw()
        self.canvas.drawString(EDGE, 30, self.table.foot)
        if self.form:
            self.canvas.endForm()
            self.turned()
            self.canvas.translate(7, -9)
            self.canvas.doForm(f"part{id(self)}{self.page}")
        self.canvas.showPage()

    def row(self, at: int, lines: list[list[str]], first: bool) -> None:
        """Set a row, or the rest of one that was cut."""
        room = int((self.y - BOTTOM - 2 * PAD) // LEADING)
        most = max((len(some) for some in lines), default=1) or 1
        fits = min(most, room)
        if fits < min(2, most):
            self.turn(at)
            self.row(at, lines, first)
            return
        low = self.y - fits * LEADING - 2 * PAD
        for column, some in enumerate(lines):
            for number, line in enumerate(some[:fits]):
                self.canvas.drawString(self.starts[column] + PAD, self.y - PAD - SIZE - number * LEADING, line)
        self.borders(
            at, self.y, low, open_low=most > fits and self.table.open_ends, open_top=not first and self.table.open_ends
        )
        self.y = low
        if most > fits:
            self.turn(at)
            self.row(at, [some[fits:] for some in lines], first=False)

    def turn(self, at: int) -> None:
        """Go on to the next page, the header first."""
        self.finish()
        self.begin()
        for number in range(self.table.head if at >= self.table.head else 0):
            self.row(number, [self.wrap(number, column) for column in range(len(self.table.widths))], first=True)

    def borders(self, at: int, top: float, low: float, *, open_low: bool, open_top: bool) -> None:
        row = self.table.rows[at]
        below = self.table.rows[at + 1] if at + 1 < len(self.table.rows) else ()
        for column in range(len(row)):
            x, to_x = self.starts[column], self.starts[column + 1]
            if row[column] != LEFT and (column or self.table.sides):
                self.edges.append((x, low, x, top))
            if row[column] != UP and not open_top:
                self.edges.append((x, top, to_x, top))
            if not (below and below[column] == UP) and not open_low:
                self.edges.append((x, low, to_x, low))
            if self.table.shade and at < self.table.head:
                self.canvas.setFillGray(0.9)
                self.canvas.rect(x, low, to_x - x, top - low, stroke=0, fill=1)
                self.canvas.setFillGray(0)
        if self.table.sides:
            self.edges.append((self.starts[-1], low, self.starts[-1], top))

    def draw(self) -> None:
        self.canvas.setLineWidth(0.5)
        if self.table.pen == "one path":
            path = self.canvas.beginPath()
            for x, y, to_x, to_y in self.edges:
                path.moveTo(x, y)
                path.lineTo(to_x, to_y)
            self.canvas.drawPath(path)
        else:
            for edge in self.edges:
                PENS[self.table.pen](self.canvas, edge)
        self.edges = []


# ---------------------------------------------------------------- the tables of Norbury

BUDGET = Set(
    (
        ("Service", "2018-19 £000", "2019-20 £000", "Change"),
        ("Early help and family support, with the children’s centres that stay open", "4,210", "4,380", "4.0%"),
        ("Care placements", "18,905", "21,640", "14.5%"),
        ("Legal costs", "1,120", "", ""),
        ("Total", "24,235", "26,020", "7.4%"),
    ),
    (180, 90, 90, 60),
)
TIMETABLE = Set(
    (
        ("Stage", "Consultation", LEFT, "Decision", LEFT),
        (UP, "Opens", "Closes", "Cabinet", "Full council"),
        ("Home to school transport", "4 March", "29 April", "10 June", "15 July"),
        ("Short breaks", "1 April", "27 May", LEFT, "16 September"),
        ("Youth centres", UP, "3 June", "8 July", UP),
    ),
    (120, 80, 80, 80, 90),
    head=2,
)
SERVICES = Set(
    (
        ("Service", "Mon", "Tue", "Wed", "Contact"),
        ("Norbury family hub", "9-5", "", "9-12", "01632 960001"),
        ("Hill Street clinic", "", "", "1-4", ""),
        ("Young carers’ drop-in at the old library, also in the holidays", "", "4-6", "", "Ask at the desk"),
    ),
    (150, 50, 50, 50, 110),
)
LISTS = Set(
    (
        ("Area", "What was done"),
        (
            "Help at an early point",
            "The hub:\n• opened on Saturdays\n• saw 240 families, most of them twice, in one year\n• closed in August",
        ),
        (
            "Plans",
            "1. All plans were read.\n2. Each child was seen by a worker the child knew.\n3. None was closed.",
        ),
        ("Checks", "Done by\n(a) the team manager; and\n(b) the well-known follow-up group of the board."),
    ),
    (110, 190),
)  # fmt: skip
WORK = (
    "Managers read ten case files each month and write down what they learn from them, so that all teams can use it. "
    "The first round found that plans were clearer than they had been, and that some children still waited too long "
    "for a place. The second round looked at the work with young people who are about to leave care, and at what "
    "became of those who left in the year before; most of them had a home and somebody to turn to, a few had not. "
    "What was found went to the board in June, which asked for a further account by the end of the year"
)
TRACKER_HEAD = (
    ("No.", "Recommendation", "Action", LEFT, "Lead", "Dates", LEFT, "Progress", "Rating"),
    (UP, UP, "What will be done", "Measure", UP, "Start", "End", UP, UP),
)


def tracker(rows: int = 12, pen: str = "boxes", *, open_ends: bool = False) -> Set:
    """A tracker of nine narrow columns."""
    words = WORK.split()
    made = []
    for number in range(1, rows + 1):
        said = " ".join(words[number : number + 14]).rstrip(",.")
        made.append(
            (
                str(number),
                f"Norbury should see to it that {said}",
                f"Step {number}: " + " ".join(words[: 6 + number]).rstrip(",."),
                f"{10 * number}% of {words[number].strip(',.')} by the spring",
                "Head of service" if number % 2 else "Assistant director, early help",
                f"{number} May 2019",
                "" if number % 4 == 0 else f"{number} June 2020",
                f"In month {number}: " + " ".join(words[: 6 * number]).rstrip(",."),
                ("Green", "Amber", "Red")[number % 3],
            )
        )
    widths = (28.0, 110.0, 120.0, 80.0, 70.0, 55.0, 55.0, 150.0, 50.0)
    return Set((*TRACKER_HEAD, *made), widths, head=2, pen=pen, wide=True, open_ends=open_ends)


TITLED = Set(
    (
        ("Staff who left, by team", LEFT, LEFT),
        ("Team", "2018", "2019"),
        *(
            (f"Team {number} of the Norbury service for families", str(number), str(2 * number))
            for number in range(1, 60)
        ),
    ),
    (200, 80, 80),
    head=2,
)


def in_pen(table: Set, pen: str) -> Set:
    """A table drawn in another way."""
    return replace(table, pen=pen)
