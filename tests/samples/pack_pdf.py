"""Committee packs of invented councils, set as the usual systems set them.

A pack is a list of papers; a paper is a `Look` and blocks, written in `packs/*.txt` in a small markup (see `body`).
What a reader should find in a pack is written by hand in its `Truth`, see `packs.py`; nothing here knows the
converter. `python -m tests.samples.pack_pdf OUTDIR` writes every pack as PDF and as text.
"""

from __future__ import annotations

import io
import re
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from pathlib import Path
from typing import Any, Literal

from PIL import Image, ImageDraw, ImageFont
from reportlab.lib.pagesizes import A4
from reportlab.lib.utils import ImageReader
from reportlab.pdfbase.pdfmetrics import registerFont, stringWidth
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

WIDTH, HEIGHT = A4
FONTS = Path("/usr/share/fonts/truetype")
BOXES = "\u2610\u2611\u2612\u2713"
LEFT_BLANK = "This page is intentionally left blank"
BUILT_IN = {
    "sans": ("Helvetica", "Helvetica-Bold", "Helvetica-Oblique"),
    "serif": ("Times-Roman", "Times-Bold", "Times-Italic"),
}
BUILT_IN |= {"arial": BUILT_IN["sans"], "times": BUILT_IN["serif"]}
EMBEDDED = {  # the same widths as the built-in ones, but embedded with a map to Unicode, as Word does it
    "arial": tuple(f"liberation/LiberationSans-{style}.ttf" for style in ("Regular", "Bold", "Italic")),
    "times": tuple(f"liberation/LiberationSerif-{style}.ttf" for style in ("Regular", "Bold", "Italic")),
}


@dataclass(frozen=True, slots=True)
class Look:
    """How one paper is set; its author had a word processor of his own."""

    font: str = "arial"
    size: float = 11.0
    leading: float = 1.18
    margins: tuple[float, float, float, float] = (64.0, 64.0, 60.0, 64.0)  # left, right, top, bottom
    space: float = 7.0
    hang: float = 36.0  # from a number to its text
    header: str = ""
    footer: str = ""  # {0} is the paper's own page number
    pieces: Literal["line", "word"] = "line"
    turned: Literal["", "rotate", "box"] = ""  # landscape by /Rotate 90, or by its MediaBox
    tabs: float = 110.0


@dataclass(frozen=True, slots=True)
class Text:
    text: str
    align: Literal["left", "centre", "right"] = "left"
    bold: bool = False
    grow: float = 0.0
    indent: float = 0.0


@dataclass(frozen=True, slots=True)
class Number:
    label: str
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Bullet:
    text: str
    level: int = 1


@dataclass(frozen=True, slots=True)
class Tabs:
    """Words at tab stops, each a text object of its own."""

    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """Cells ruled as Word does it; `<` is merged with the cell to its left, `^` with the one above."""

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[float, ...]  # shares of the text's width
    heads: int = 0  # rows in bold
    repeat: bool = False  # heads again on every page
    ruled: bool = True
    size: float = 0.0
    shade: bool = False
    name: str = ""


@dataclass(frozen=True, slots=True)
class Break:
    pass


@dataclass(frozen=True, slots=True)
class Scan:
    """A page that is a picture of words."""

    lines: tuple[str, ...]


Block = Text | Number | Bullet | Tabs | Table | Break | Scan


@dataclass(frozen=True, slots=True)
class Paper:
    """One document of a pack. `draw` sets a whole report by another module onto the pack's canvas."""

    kind: str  # front, minutes, paper, appendix, report, scan, blank
    blocks: tuple[Block, ...] = ()
    look: Look = field(default_factory=Look)
    item: str = ""
    stamp: str = ""
    bookmark: str = ""
    level: int = 0
    draw: Callable[[Any], None] | None = None
    plain: str = ""  # the text of what `draw` sets


@dataclass(frozen=True, slots=True)
class Stamps:
    """What the council's system prints on every page."""

    page: str = "Page {0}"
    first: int = 1  # the number on the first stamped page
    front: bool = False  # whether the front sheet is stamped and counted as well
    margin: bool = False  # the item's stamp stands sideways in the margin


@dataclass(frozen=True, slots=True)
class Part:
    item: str
    kind: str
    title: str
    first: int  # pages of the PDF, from 1
    last: int


@dataclass(frozen=True, slots=True)
class Truth:
    """What a careful reader finds in a pack; every line of it written by hand."""

    council: str
    committee: str
    date: str
    time: str
    place: str
    members: tuple[str, ...]
    items: tuple[tuple[str, str, str], ...]  # number, title, pages as printed
    parts: tuple[Part, ...]
    pages: int
    minutes_of: str = ""
    minutes: tuple[tuple[str, str, str], ...] = ()  # number, title, item that it names
    decisions: tuple[tuple[str, str, str], ...] = ()  # kind, minute, first words
    numbers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # part's title -> printed numbers in order
    tables: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  # part's title -> names, see `rows`
    boxes: tuple[tuple[str, bool], ...] = ()
    tracker: str = ""  # the name of its table
    closed: tuple[bool, ...] = ()  # for each row of the tracker
    outline: tuple[tuple[int, str, int], ...] = ()  # level, title, page of the PDF
    blank: tuple[int, ...] = ()
    scanned: tuple[int, ...] = ()
    landscape: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Pack:
    name: str
    papers: tuple[Paper, ...]
    truth: Truth
    stamps: Stamps = field(default_factory=Stamps)
    bookmarks: bool = True


Draw = tuple[Callable[[Any], None], str]  # sets a report onto the pack's canvas; the report as text

# ---------------------------------------------------------------- the markup

LABEL = re.compile(r"([^\s>]{1,9}(?: \(\d+\))?)(>+) (.*)", re.S)
OPENINGS: tuple[tuple[str, Callable[[str], Block]], ...] = (
    ("# ", lambda text: Text(text, bold=True, grow=1)),
    ("## ", lambda text: Text(text, bold=True)),
    ("^ ", lambda text: Text(text, "centre", bold=True, grow=2)),
    ("~ ", lambda text: Text(text, "centre")),
    ("] ", lambda text: Text(text, "right", bold=True)),
    ("_ ", lambda text: Text(text, indent=36)),
    ("* ", Bullet),
    ("** ", lambda text: Bullet(text, 2)),
)


def body(markup: str) -> tuple[Block, ...]:
    """Blocks from text, one a line; a line that begins with a space goes on.

    `12> text` is a number, `>>` one level in; `# ` and `## ` headings, `^ ` and `~ ` centred, `] ` on the right,
    `_ ` indented, `* ` and `** ` bullets; `a :: b` at tab stops; `===` a new page; ` // ` a new line; `**bold**` and
    `__italic__` inside a line; `|= 30 70 heads=1` a table of these widths, whose rows follow as `|cell|cell`.
    """
    lines = re.sub(r"\n[ \t]+(?=\S)", " ", markup).splitlines()
    return tuple(blocks_of([line.rstrip() for line in lines if line.strip()]))


def blocks_of(lines: Sequence[str]) -> Iterator[Block]:
    for at, line in enumerate(lines):
        if line.startswith("|="):
            yield table_of(line[2:].split(), list(takewhile(is_row, lines[at + 1 :])))
        elif line[0] != "|":
            yield block_of(line)


def is_row(line: str) -> bool:
    return line[0] == "|" and line[:2] != "|="


def block_of(line: str) -> Block:
    if "::" in line:
        return Tabs(tuple(cell.strip() for cell in line.split("::")))
    if line == "===":
        return Break()
    if found := LABEL.fullmatch(line):
        return Number(found[1], found[3], len(found[2]))
    opening = next(((mark, make) for mark, make in OPENINGS if line.startswith(mark)), None)
    return opening[1](line[len(opening[0]) :]) if opening else Text(line)


def table_of(words: Sequence[str], lines: Sequence[str]) -> Table:
    rows = tuple(tuple(cell.strip() for cell in line[1:].split("|")) for line in lines)
    options = dict(word.split("=") for word in words if "=" in word)
    return Table(
        rows,
        tuple(float(word) for word in words if "=" not in word),
        int(options.get("heads", 0)),
        "repeat" in options,
        "plain" not in options,
        float(options.get("size", 0)),
        "shade" in options,
        options.get("name", ""),
    )


def papers_of(source: str, draws: Mapping[str, Draw]) -> Iterator[Paper]:
    """The papers of a pack's source: `%%% kind`, then `%key value` lines, then its blocks."""
    for part in re.split(r"^%%% ", source, flags=re.M)[1:]:
        kind, _, rest = part.partition("\n")
        keys = dict(re.findall(r"^%(\w+) (.*)$", rest, re.M))
        blocks = body(re.sub(r"^%\w+ .*\n", "", rest, flags=re.M))
        words = dict(word.split("=", 1) for word in keys.pop("look", "").split())
        words |= {key: keys.pop(key) for key in ("header", "footer") if key in keys}
        look = Look(**{key: typed(value) for key, value in words.items()})
        if kind == "blank":
            blocks = (*(Text(""),) * 20, Text(LEFT_BLANK, "centre"))
        elif kind == "scan":
            blocks = (Scan(tuple(block.text for block in blocks if isinstance(block, Text))),)
        draw, plain = draws.get(keys.pop("draw", ""), (None, ""))
        yield Paper(kind, blocks, look, level=int(keys.pop("level", 0)), draw=draw, plain=plain, **keys)


def typed(value: str) -> Any:
    return float(value) if value.replace(".", "").isdigit() else value


def curly(text: str) -> str:
    """Quotation marks and apostrophes as Word sets them."""
    text = re.sub(r"(^|[\s(\[/\u2013])'", "\\1\u2018", text).replace("'", "\u2019")
    return re.sub(r'(^|[\s(])"', "\\1\u201c", text).replace('"', "\u201d")


def rows(pack: Pack, name: str) -> tuple[tuple[str, ...], ...]:
    """The cells of the table of this name, as they are printed."""
    tables = [block for paper in pack.papers for block in paper.blocks if isinstance(block, Table)]
    found = next(table for table in tables if table.name == name)
    return tuple(tuple(flat(cell) for cell in row) for row in found.rows)


# ---------------------------------------------------------------- setting


def face(font: str, style: int, char: str = "") -> str:
    """The font's name, registered on its first use; the built-in one where the file is not on this machine."""
    name = "Boxes" if char and char in BOXES else f"{font}{style}"
    path = FONTS / ("dejavu/DejaVuSans.ttf" if name == "Boxes" else EMBEDDED.get(font, ("",) * 3)[style])
    if not path.is_file():
        return "ZapfDingbats" if name == "Boxes" else BUILT_IN[font][style]
    try:
        stringWidth("", name, 1)
    except KeyError:
        registerFont(TTFont(name, str(path)))
    return name


Word = tuple[str, str, bool]  # its letters, its font, whether a space goes before it
Run = tuple[float, str, str]  # where, what, font


def words_of(text: str, font: str, bold: bool) -> Iterator[Word | None]:
    """The words with their fonts; None where a line must end."""
    style, spaced = 1 if bold else 0, False
    for part in re.split(r"(\*\*|__)", curly(text)):
        if part in ("**", "__"):
            mark = 1 if part == "**" else 2
            style = (1 if bold else 0) if style == mark else mark
            continue
        for word in re.split(r"(//|\s+)", part):
            if word == "//":
                yield None
            elif word.strip():
                yield word, face(font, style, word[0]), spaced
            spaced = not word.strip() if word else spaced


def wide(word: Word, size: float) -> float:
    return float(stringWidth((" " if word[2] else "") + word[0], word[1], size))


def wrap(text: str, font: str, size: float, width: float, bold: bool = False) -> list[list[Word]]:
    lines: list[list[Word]] = [[]]
    used = 0.0
    for word in words_of(text, font, bold):
        if word is None or (lines[-1] and word[2] and used + wide(word, size) > width):
            lines.append([])
            used = 0.0
        if word is not None:
            lines[-1].append(word if lines[-1] else (word[0], word[1], False))
            used += wide(lines[-1][-1], size)
    return lines


def runs_of(line: Sequence[Word], size: float, pieces: str) -> Iterator[Run]:
    """The text objects of one line: a run for each change of font, or for each word."""
    x, start, held, font = 0.0, 0.0, "", ""
    for word in line:
        if held and (word[1] != font or pieces == "word"):
            yield start, held, font
            held = ""
        if not held:
            start = x + (stringWidth(" ", word[1], size) if word[2] else 0)
        held += word[0] if not held else " " * word[2] + word[0]
        font = word[1]
        x += wide(word, size)
    if held:
        yield start, held, font


class PackCanvas(Canvas):  # type: ignore[misc]
    """A canvas that stamps each page as it is finished, and is saved once, by the pack."""

    def __init__(self, path: str, stamps: Stamps, total: int) -> None:
        super().__init__(path, pagesize=A4, invariant=1)
        self.stamps, self.total = stamps, total
        self.shown, self.counted = 0, stamps.first - 1
        self.stamped, self.mark, self.turned = False, "", ""

    def showPage(self) -> None:  # noqa: N802
        self.shown += 1
        if self.stamped or self.stamps.front:
            self.counted += 1
            self.stamp()
        self.mark = ""
        super().showPage()

    def stamp(self) -> None:
        width, height = (HEIGHT, WIDTH) if self.turned == "box" else (WIDTH, HEIGHT)
        self.setFillGray(0)
        self.setFont("Helvetica", 10)
        self.drawCentredString(width / 2, 18, self.stamps.page.format(self.counted, self.total))
        self.setFont("Helvetica-Bold", 12)
        if self.mark and self.stamps.margin:
            self.saveState()
            self.translate(width - 10, height - 150)
            self.rotate(90)
            self.drawString(0, 0, self.mark)
            self.restoreState()
        elif self.mark:
            self.drawRightString(width - 28, height - 24, self.mark)

    def save(self) -> None:
        """Reports set by others save their canvas when they are done; ours is saved by `finish`."""

    def finish(self) -> None:
        super().save()


@dataclass
class Press:
    """The paper under way."""

    canvas: PackCanvas
    look: Look
    y: float = 0.0
    page: int = 0
    fresh: bool = True

    def __post_init__(self) -> None:
        breadth, tall = (HEIGHT, WIDTH) if self.look.turned else (WIDTH, HEIGHT)
        left, right, top, bottom = self.look.margins
        self.left, self.width, self.top, self.bottom = left, breadth - left - right, tall - top, bottom
        self.tall = tall

    def open(self) -> None:
        canvas, look = self.canvas, self.look
        self.page, self.y, self.fresh = self.page + 1, self.top, True
        canvas.turned = look.turned
        canvas.setPageSize((HEIGHT, WIDTH) if look.turned else (WIDTH, HEIGHT))  # reportlab turns the MediaBox back
        canvas.setPageRotation(90 if look.turned == "rotate" else 0)
        if look.turned == "rotate":
            canvas.saveState()
            canvas.translate(WIDTH, 0)
            canvas.rotate(90)
        self.show(self.left, self.tall - 36, look.header, 8.5)
        self.show(self.left, 40, look.footer.format(self.page), 8.5)

    def close(self) -> None:
        if self.look.turned == "rotate":
            self.canvas.restoreState()
        self.canvas.showPage()

    def show(self, x: float, y: float, text: str, size: float) -> None:
        for at, run, font in runs_of([w for w in words_of(text, self.look.font, False) if w], size, "line"):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x + at, y, run)

    def room(self, height: float) -> None:
        if not self.fresh and self.y - height < self.bottom:
            self.close()
            self.open()

    def lines(self, lines: Sequence[Sequence[Word]], x: float, size: float, align: str = "left") -> None:
        step = size * self.look.leading
        for line in lines:
            self.room(step)
            self.y -= step
            self.line(line, x, self.y, size, align)
            self.fresh = False

    def line(self, line: Sequence[Word], x: float, y: float, size: float, align: str = "left") -> None:
        spare = self.left + self.width - x - sum(wide(word, size) for word in line)
        x += {"left": 0.0, "centre": spare / 2, "right": spare}[align]
        for at, text, font in runs_of(line, size, self.look.pieces):
            self.canvas.setFont(font, size)
            self.canvas.drawString(x + at, y, text)

    def text(self, text: str, x: float, size: float = 0.0, bold: bool = False, align: str = "left") -> None:
        size = size or self.look.size
        self.lines(wrap(text, self.look.font, size, self.left + self.width - x, bold), x, size, align)
        self.y -= self.look.space

    def beside(self, label: str, text: str, x: float, hang: float, bold: bool = False) -> None:
        """A number, a bullet or a label as a text object of its own, then what it numbers."""
        self.room(self.look.size * self.look.leading * 2)
        y = self.y - self.look.size * self.look.leading
        self.line(next(iter(wrap(label, self.look.font, self.look.size, 400, bold))), x, y, self.look.size)
        self.text(text, x + hang)

    def block(self, block: Block) -> None:
        look, left = self.look, self.left
        match block:
            case Text(text, align, bold, grow, indent):
                if bold:
                    self.room(look.size * 4)
                self.text(text, left + indent, look.size + grow, bold, align)
            case Number(label, text, level):
                self.beside(label, text, left + look.hang * (level - 1), look.hang, level == 1 and text[:2] == "**")
            case Bullet(text, level):
                mark = "\u2022" if level == 1 else "\u2013"
                self.beside(mark, text, left + look.hang + 18 * (level - 1), 18)
            case Tabs(cells):
                self.tabs(cells)
            case Table():
                self.table(block)
            case Scan(lines):
                self.canvas.drawImage(ImageReader(picture(lines)), 40, 60, WIDTH - 80, HEIGHT - 130)
                self.fresh = False
            case Break():
                self.close()
                self.open()

    def tabs(self, cells: tuple[str, ...]) -> None:
        look, stops = self.look, [self.left + at * self.look.tabs for at in range(len(cells))]
        rooms = [*(look.tabs - 6 for _ in cells[1:]), self.left + self.width - stops[-1]]
        columns = [wrap(cell, look.font, look.size, room) for cell, room in zip(cells, rooms, strict=True)]
        self.row(columns, stops, look.size)
        self.y -= look.space * 0.6

    def row(self, columns: Sequence[list[list[Word]]], stops: Sequence[float], size: float) -> None:
        step = size * self.look.leading
        tall = max(len(column) for column in columns)
        self.room(step * tall)
        for column, x in zip(columns, stops, strict=True):
            for at, line in enumerate(column):
                self.line(line, x, self.y - step * (at + 1), size)
        self.y -= step * tall
        self.fresh = False

    def table(self, table: Table) -> None:
        size = table.size or self.look.size
        unit = self.width / sum(table.widths)
        stops = [self.left + unit * sum(table.widths[:at]) for at in range(len(table.widths) + 1)]
        for at, row in enumerate(table.rows):
            self.table_row(table, at, row, stops, size)
        self.y -= self.look.space + 2

    def table_row(self, table: Table, at: int, row: tuple[str, ...], stops: list[float], size: float) -> None:
        step, cells = size * self.look.leading, list(cells_of(row, stops))
        columns = [wrap(text, self.look.font, size, right - left - 8, at < table.heads) for text, left, right in cells]
        tall = max(len(column) for column in columns) * step + 6
        if not self.fresh and self.y - tall < self.bottom:
            self.close()
            self.open()
            if table.repeat:
                for again in range(table.heads):
                    self.table_row(table, again, table.rows[again], stops, size)
        below = table.rows[at + 1] if at + 1 < len(table.rows) else ()
        for (text, left, right), column in zip(cells, columns, strict=True):
            index = stops.index(left)
            if table.shade and at < table.heads:
                self.canvas.setFillGray(0.87)
                self.canvas.rect(left, self.y - tall, right - left, tall, stroke=0, fill=1)
                self.canvas.setFillGray(0)
            if table.ruled:
                open_below = index < len(below) and below[index] == "^"
                self.rules(left, right, tall, top=text != "^", foot=not open_below)
            for number, line in enumerate(column if text != "^" else ()):
                self.line(line, left + 4, self.y - step * (number + 1) - 1, size)
        self.y -= tall
        self.fresh = False

    def rules(self, left: float, right: float, tall: float, top: bool, foot: bool) -> None:
        """Four thin filled rectangles, as Word draws the borders of a cell."""
        edges = [(left, self.y - tall, 0.5, tall), (right - 0.5, self.y - tall, 0.5, tall)]
        edges += [(left, self.y - 0.5, right - left, 0.5)] * top + [(left, self.y - tall, right - left, 0.5)] * foot
        for edge in edges:
            self.canvas.rect(*edge, stroke=0, fill=1)


def cells_of(row: tuple[str, ...], stops: Sequence[float]) -> Iterator[tuple[str, float, float]]:
    """The cells of a row with their sides, merged ones as one."""
    at = 0
    while at < len(row):
        end = at + 1
        while end < len(row) and row[end] == "<":
            end += 1
        yield row[at], stops[at], stops[end]
        at = end


def picture(lines: Sequence[str]) -> io.BytesIO:
    """A page as a scanner saw it."""
    image = Image.new("L", (1000, 1400), 244)
    draw = ImageDraw.Draw(image)
    for at, line in enumerate(lines):
        draw.text((90 + at % 3, 90 + 44 * at), line, fill=40, font=ImageFont.load_default(26))
    out = io.BytesIO()
    image.rotate(0.6, fillcolor=244).save(out, "PNG")
    return out


def press(pack: Pack, path: Path, total: int = 0) -> int:
    """One run of the press; the number of pages."""
    canvas = PackCanvas(str(path), pack.stamps, total)
    for at, paper in enumerate(pack.papers):
        canvas.stamped, canvas.mark = paper.kind != "front", paper.stamp
        if pack.bookmarks and paper.bookmark:
            canvas.bookmarkPage(f"paper{at}")
            canvas.addOutlineEntry(paper.bookmark, f"paper{at}", paper.level)
        if paper.draw:
            canvas.setPageSize(A4)
            canvas.setPageRotation(0)
            canvas.turned = ""
            paper.draw(canvas)
            continue
        setter = Press(canvas, paper.look)
        setter.open()
        for block in paper.blocks:
            setter.block(block)
        setter.close()
    canvas.setTitle(f"(Public Pack)Agenda Document for {pack.truth.committee}, {pack.truth.date}")
    canvas.finish()
    return canvas.shown


def write(path: Path, pack: Pack) -> Path:
    """The pack as PDF, printed twice where its pages say how many there are."""
    total = press(pack, path)
    if "{1}" in pack.stamps.page:
        press(pack, path, total)
    return path


# ---------------------------------------------------------------- the same as text


def plain(pack: Pack) -> str:
    """The pack as text, as our samples in text have it; nothing of what was stamped or scanned."""
    parts = [paper.plain or "\n\n".join(filter(None, map(plain_block, paper.blocks))) for paper in pack.papers]
    kinds = [paper.kind for paper in pack.papers]
    return "\n\n".join(part for part, kind in zip(parts, kinds, strict=True) if kind not in ("blank", "scan")) + "\n"


def plain_block(block: Block) -> str:
    match block:
        case Text(text, _, bold):
            return f"**{flat(text)}**" if bold and text and "**" not in text else flat(text, "\n")
        case Number(label, text):
            return f"{label} {flat(text, chr(10))}"
        case Bullet(text, level):
            return f"{'  ' * (level - 1)}- {flat(text)}"
        case Tabs(cells):
            return "\t".join(map(flat, cells))
        case Table(rows):
            return "\n".join("\t".join("" if cell in "<^" else flat(cell) for cell in row) for row in rows)
    return ""


def flat(text: str, ends: str = " ") -> str:
    lines = re.sub(r"__(?!_)", "", text).split(" // ")
    return ends.join(" ".join(curly(line).split()) for line in lines)


def long_pack(pack: Pack, pages: int = 300) -> Pack:
    """A pack of about so many pages: the papers of `pack` again and again, as further items."""
    front = [paper for paper in pack.papers if paper.kind == "front"]
    rest = [paper for paper in pack.papers if paper.kind != "front"]
    times = -(-pages // (pack.truth.pages - len(front)))
    again = [
        replace(
            paper,
            item=f"{paper.item}-{at}",
            stamp=later(paper.stamp, 9 * at),
        )
        for at in range(times)
        for paper in rest
    ]
    return replace(pack, name=f"{pack.name}-long", papers=(*front, *again))


def later(stamp: str, by: int) -> str:
    """A stamp of a later item."""
    return re.sub(r"\d+", lambda found: str(int(found[0]) + by), stamp)


def main(folder: Path) -> None:
    sys.path.insert(0, str(Path(__file__).parents[1]))
    from samples import pack_pdf, packs  # not this module, which runs as __main__

    folder.mkdir(parents=True, exist_ok=True)
    for pack in packs.packs():
        path = pack_pdf.write(folder / f"{pack.name}.pdf", pack)
        path.with_suffix(".txt").write_text(pack_pdf.plain(pack), encoding="utf-8")
        print(path)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
