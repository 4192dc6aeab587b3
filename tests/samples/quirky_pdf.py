"""Reports about Norbury set line by line, each with some of the quirks that real reports have.

A `Look` says how a report is set, blocks say what it holds. A line break in a text is a forced end of line.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
LEFT, RIGHT, TOP = 72.0, 522.0, 736.0
PLAIN, BOLD, SYMBOL = "Helvetica", "Helvetica-Bold", "Symbol"


@dataclass(frozen=True, slots=True)
class Look:
    """How a report is set; every default is what most reports do."""

    dot: str = "."
    dot_apart: float = 0.0  # the dot as a run of its own, this far off
    indent: float = 28.0  # from number to text; 0 sets the number into the line
    hanging: bool = True
    number_left: float = 0.0
    number_size: float = 12.0
    number_drop: float = 0.0
    size: float = 12.0
    leading: float = 14.4
    space: float = 12.0  # between paragraphs
    bottom: float = 72.0
    pieces: str = "line"  # a text object for each: line, word, letter
    shuffled: bool = False
    justified: bool = False
    bullet: str = "\u2022"
    sub_bullet: str = "\u2013"
    heading_font: str = BOLD
    heading_size: float = 14.0
    page_number: str = "{}"
    footer: tuple[str, ...] = ("Inspection of Norbury", "4 to 8 March 2019")
    rotated: bool = False
    grade_place: str = "middle"  # of a table's row: top, middle
    label_width: float = 220.0
    grade_width: float = 200.0
    column_gap: float = 20.0


@dataclass(frozen=True, slots=True)
class Heading:
    text: str


@dataclass(frozen=True, slots=True)
class Numbered:
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Plain:
    text: str
    bold: bool = False
    size: float = 0.0
    box: bool = False


@dataclass(frozen=True, slots=True)
class Rows:
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote for the page on which it is met."""

    mark: str
    text: str


@dataclass(frozen=True, slots=True)
class NewPage:
    pass


Block = Heading | Numbered | Bullet | Plain | Rows | Note | NewPage


@dataclass
class Setter:
    """The page under way; it lives only while one report is written."""

    canvas: Canvas
    look: Look
    down: float = TOP
    page: int = 1
    runs: list[tuple[float, float, str, float, str]] = field(default_factory=list)
    notes: list[Note] = field(default_factory=list)
    first: bool = True

    def run(self, x: float, y: float, text: str, size: float, font: str = PLAIN) -> None:
        if text.strip():
            self.runs.append((x, y, text.rstrip("\n"), size, font))

    def finish_page(self) -> None:
        y = self.look.bottom - 14
        for note in self.notes:
            for at, line in enumerate(wrap(note.text, RIGHT - LEFT - 6, 10, PLAIN)):
                self.run(LEFT + (6 if at == 0 else 0), y, line, 10)
                if at == 0:
                    self.run(LEFT, y + 4, note.mark, 6.5)
                y -= 12
        for at, line in enumerate(self.look.footer):
            self.run(LEFT, 39.6 - 9.6 * at, line, 8, BOLD)
        self.run(514, 30, self.look.page_number.format(self.page), 10)
        runs = list(self.runs)
        if self.look.shuffled:
            random.Random(self.page).shuffle(runs)
        for run in runs:
            self.show(*run)
        if self.look.rotated:
            self.canvas.setPageRotation(90)
        self.canvas.showPage()
        self.page, self.down, self.runs, self.notes, self.first = self.page + 1, TOP, [], [], True

    def show(self, x: float, y: float, text: str, size: float, font: str) -> None:
        self.canvas.setFont(font, size)
        if self.look.pieces == "line" or font == SYMBOL:
            self.canvas.drawString(x, y, text)
            return
        parts = [word + " " for word in text.split(" ")] if self.look.pieces == "word" else list(text)
        for part in parts:
            self.canvas.drawString(x, y, part)
            x += stringWidth(part, font, size)

    def room(self, lines: int = 1) -> None:
        if self.down - (lines - 1) * self.look.leading < self.look.bottom:
            self.finish_page()

    def line(self, x: float, text: str, size: float, font: str, last: bool = True) -> None:
        self.room()
        last, text = last or text.endswith("\n"), text.rstrip("\n")
        extra = RIGHT - x - stringWidth(text, font, size)
        words = text.split(" ")
        if self.look.justified and not last and len(words) > 1:
            step = extra / (len(words) - 1)
            for word in words:
                self.run(x, self.down, word, size, font)
                x += stringWidth(word + " ", font, size) + step
        else:
            self.run(x, self.down, text, size, font)
        self.down -= self.look.leading * size / self.look.size
        self.first = False

    def text(self, x: float, text: str, size: float, font: str, first: float | None = None) -> None:
        lines = list(wrap(text, RIGHT - x, size, font, RIGHT - (first if first is not None else x)))
        for at, line in enumerate(lines):
            self.line(first if first is not None and at == 0 else x, line, size, font, at == len(lines) - 1)

    def block(self, block: Block) -> None:
        look = self.look
        match block:
            case Heading(text):
                self.room(4)
                self.text(LEFT, text, look.heading_size, look.heading_font)
            case Numbered(number, text):
                self.numbered(number, text)
            case Bullet(text, level):
                self.room()
                x = LEFT + look.indent + 18 * (level - 1)
                mark = look.bullet if level == 1 else look.sub_bullet
                self.run(x, self.down, mark, look.size, PLAIN)
                self.text(x + 18, text, look.size, PLAIN)
            case Plain(text, bold, size, box):
                self.text(LEFT + 18 * box, text, size or look.size, BOLD if bold else PLAIN)
            case Rows(rows):
                for label, grade in rows:
                    self.row(label, grade)
            case Note():
                self.notes.append(block)
                return
            case NewPage():
                self.finish_page()
                return
        self.down -= look.space

    def numbered(self, number: int, text: str) -> None:
        look = self.look
        self.room()
        x, y = LEFT + look.number_left, self.down - look.number_drop
        if not look.indent:
            self.text(LEFT, f"{number}{look.dot}{text}", look.size, PLAIN)
            return
        if look.dot_apart:
            self.run(x, y, str(number), look.number_size)
            self.run(x + stringWidth(str(number), PLAIN, look.number_size) + look.dot_apart, y, look.dot, look.size)
        else:
            self.run(x, y, f"{number}{look.dot}", look.number_size)
        start = LEFT + look.indent
        self.text(start if look.hanging else LEFT, text, look.size, PLAIN, start)

    def row(self, label: str, grade: str) -> None:
        look = self.look
        left = list(wrap(label, look.label_width, look.size, PLAIN))
        right = list(wrap(grade, look.grade_width, look.size, PLAIN))
        tall = max(len(left), len(right))
        self.room(tall)
        for x, lines in ((LEFT, left), (LEFT + look.label_width + look.column_gap, right)):
            drop = (tall - len(lines)) / 2 if look.grade_place == "middle" else 0
            for at, line in enumerate(lines):
                self.run(x, self.down - (drop + at) * look.leading, line, look.size)
        self.down -= tall * look.leading + 12


def wrap(text: str, width: float, size: float, font: str, first: float | None = None) -> Iterator[str]:
    """The lines of `text`, the first one perhaps of another width; a forced end of line keeps its mark."""
    room = width if first is None else first
    for part in text.splitlines(keepends=True):
        line = ""
        for word in part.split(" "):
            longer = f"{line} {word}" if line else word
            if line and stringWidth(longer, font, size) > room:
                yield line
                line, room = word, width
            else:
                line = longer
        yield line
        room = width


def write(path: Path, blocks: Sequence[Block], look: Look | None = None) -> Path:
    """A PDF of `blocks`."""
    setter = Setter(Canvas(str(path), pagesize=A4, invariant=1, pageCompression=0), look or Look())
    for block in blocks:
        setter.block(block)
    setter.finish_page()
    setter.canvas.save()
    return path


# ---------------------------------------------------------------- what a report says

WHO = ("Social workers in Norbury", "Most children", "The harbour team", "Managers", "Care leavers", "Foster carers")
DOES = ("know the families well", "visit the ferry", "write plain plans", "meet every week", "hear what children say")
WHY = (
    "so that nobody has to tell a story twice",
    "because the island is small and everyone is known",
    "and the wait has fallen from 14 weeks to three",
    "although the boats run late in winter",
    "which the 32 young people whom inspectors met were glad of",
)


def prose(seed: int, sentences: int = 4) -> str:
    """Some sentences about Norbury, the same for the same seed."""
    pick = random.Random(seed)
    return " ".join(f"{pick.choice(WHO)} {pick.choice(DOES)}, {pick.choice(WHY)}." for _ in range(sentences))


def numbered(first: int, last: int, sentences: int = 4) -> list[Block]:
    return [Numbered(number, prose(number, sentences)) for number in range(first, last + 1)]


ILACS_ROWS = (
    ("The impact of leaders on social work practice with children and families", "Good"),
    ("The experiences and progress of children who need help and protection", "Requires improvement to be good"),
    ("The experiences and progress of children in care", "Outstanding"),
    ("The experiences and progress of care leavers", "Good"),
    ("Overall effectiveness", "Good"),
)
ILACS_GRADES = {
    "leadership": "good",
    "help-and-protection": "requires-improvement",
    "children-in-care": "outstanding",
    "care-leavers": "good",
    "overall": "good",
}


def ilacs_cover(
    title: str = "Inspection of Norbury local authority\nchildren's services",
    dates: str = "Inspection dates: 4 to 8 March 2019",
    inspector: str = "Lead inspector: Ada Fenwick, Her Majesty's Inspector",
    rows: tuple[tuple[str, str], ...] = ILACS_ROWS,
) -> list[Block]:
    return [Plain(title, True, 18), Plain(dates, True), Plain(inspector, True), Rows((("Judgement", "Grade"), *rows))]


def ilacs(paragraphs: Sequence[Block] | None = None, cover: Sequence[Block] | None = None) -> list[Block]:
    """A whole report of 2018 or later."""
    return [
        *(cover or ilacs_cover()),
        Plain(prose(900)),
        Plain(prose(901)),
        Heading("What needs to improve?"),
        Bullet(prose(902, 1)),
        Bullet(prose(903, 2)),
        Bullet(prose(904, 1)),
        *(paragraphs if paragraphs is not None else ilacs_body()),
        NewPage(),
        Plain(
            "The Office for Standards in Education, Children's Services and Skills (Ofsted) inspects services.", size=9
        ),
        Plain("Piccadilly Gate\nStore Street\nManchester\nM1 2WD", size=9),
        Plain("T: 0300 123 1231\nE: enquiries@norbury.example\n\u00a9 Crown copyright 2019", size=9),
    ]


def ilacs_body() -> list[Block]:
    return [
        Heading(
            "The experiences and progress of children who need help and protection: requires improvement to be good"
        ),
        *numbered(1, 9),
        Heading("The experiences and progress of children in care: outstanding"),
        *numbered(10, 16, 6),
        Heading("The experiences and progress of care leavers: good"),
        *numbered(17, 20),
        Heading("The impact of leaders on social work practice with children and families: good"),
        *numbered(21, 27, 5),
    ]


SIF_ROWS = (
    ("1. Children who need help and protection", "Requires improvement"),
    ("2. Children looked after and achieving permanence", "Good"),
    ("2.1 Adoption performance", "Outstanding"),
    ("2.2 Experiences and progress of care leavers", "Inadequate"),
    ("3. Leadership, management and governance", "Good"),
)
SIF_GRADES = {
    "overall": "good",
    "help-and-protection": "requires-improvement",
    "children-in-care": "good",
    "adoption": "outstanding",
    "care-leavers": "inadequate",
    "leadership": "good",
    "lscb": "requires-improvement",
}
SIF_TITLE = (
    "Inspection of services for children in need of help and\nprotection, children looked after and care leavers"
)
SIF_REVIEW = "Review of the effectiveness of the Local Safeguarding Children\nBoard"


def sif_cover(
    authority: str = "Norbury County Council",
    dates: str = "Inspection date: 4 March 2019 \u2013 8 March 2019",
    published: str = "Report published: 2 May 2019",
    overall: str = "Children's services in Norbury are good",
    rows: tuple[tuple[str, str], ...] = SIF_ROWS,
    lscb: Sequence[Block] = (),
) -> list[Block]:
    return [
        Plain(authority, size=26),
        Plain(SIF_TITLE, True, 14),
        Plain("and", size=14),
        Plain(SIF_REVIEW, True, 14),
        Plain(dates, size=14),
        Plain(published, size=14),
        Plain(overall, True, 14),
        Rows(rows),
        *lscb,
        NewPage(),
    ]


def sif(
    body: Sequence[Block] | None = None,
    cover: Sequence[Block] | None = None,
    lscb: str = "The Local Safeguarding Children Board requires improvement",
    team: str = "Lead inspector: Ada Fenwick\nDeputy lead inspector: Bo Marsh\nTeam inspectors: Cy Reed, Di Stowle",
) -> list[Block]:
    """A whole report of 2013 to 2017, with the review of the board numbered on."""
    return [
        *(cover or sif_cover()),
        Heading("Executive summary"),
        Plain(prose(800, 6)),
        Plain(prose(801, 7)),
        NewPage(),
        Heading("The local authority"),
        Heading("Information about this local authority area"),
        Plain("Previous Ofsted inspections", True),
        Bullet("The local authority operates 2 children's homes."),
        Plain("Children living in this area", True),
        Bullet("Approximately 40,093 children live in Norbury. This is 25% of all who live there."),
        Bullet("The proportion of children entitled to free school meals:"),
        Bullet("in primary schools is 14%", 2),
        Bullet("in secondary schools is 12%.", 2),
        NewPage(),
        Heading("Recommendations"),
        *numbered(1, 5, 2),
        Heading("Summary for children and young people"),
        Bullet(prose(810, 2)),
        Bullet(prose(811, 3)),
        *(body if body is not None else sif_body()),
        NewPage(),
        Heading("The Local Safeguarding Children Board (LSCB)"),
        Heading(lscb),
        Heading("Executive summary"),
        Plain(prose(820, 5)),
        Plain(prose(821, 5)),
        Heading("Recommendations"),
        *numbered(31, 34, 2),
        Heading("Inspection findings \u2013 the Local Safeguarding Children Board"),
        *numbered(35, 40, 5),
        NewPage(),
        Heading("Information about this inspection"),
        Plain(prose(830)),
        Plain("The inspection of the local authority was carried out under section 136 of an Act of 2006."),
        Plain("The inspection team", True),
        Plain(team),
        NewPage(),
        Plain("Any complaints about the inspection or the report should be made to the harbour master.", size=9),
        Plain("Piccadilly Gate\nStore Street\nManchester\nM1 2WD", size=9),
        Plain("\u00a9 Crown copyright 2019", size=9),
    ]


def sif_body() -> list[Block]:
    return [
        Heading("The experiences and progress of children who need help and protection"),
        Plain("Summary", True),
        Plain(prose(840, 5)),
        Plain("Inspection findings", True),
        *numbered(6, 14),
        Heading("The experiences and progress of children looked after and achieving permanence"),
        *numbered(15, 19),
        Heading("The graded judgement for adoption performance is that it is outstanding"),
        *numbered(20, 22),
        Heading("The graded judgement about the experience and progress of care leavers is that it is inadequate"),
        *numbered(23, 25),
        Heading("Leadership, management and governance"),
        *numbered(26, 30),
    ]
