"""What a line says of the agenda item that it may begin: its number, its words, its pages.

    number = N | N "." | N "." "0" | N letter | LETTER N | ROMAN
    pages  = "5 - 12" | "(Pages 5 - 12)"

Pages stand in the last cell of a row, or in the first where those of the agenda do so.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from converter.model import Kind, Line, Spans, plain
from converter.read.markup import cut, join, strip_prefix
from converter.recognise.labels import roman

ARABIC = r"(?P<group>(?-i:[A-H])(?=\d))?(?P<number>\d{1,2})(?:\.0|(?P<sub>\s?\.[1-9]\d?(?!\d)))?(?P<letter>[a-zA-Z]?)"
COUNT = rf"(?:{ARABIC}|(?P<roman>(?-i:[IVX]{{1,5}}))(?!\w))"
NUMBER = re.compile(rf"(?:Item\s+)?{COUNT}\s?[.):]?", re.IGNORECASE)
BULLETED = re.compile(rf"{COUNT}\.?\s+(?=[A-Z])")
LINED = re.compile(rf"{COUNT}\s?[.)]?\s+(?=[*“‘'\"(]{{0,3}}[A-Z\d])")
PAGES = re.compile(r"\(?\s*(?:pages?|pp?\.?)?\s*(?P<pages>\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?)\s*\)?", re.IGNORECASE)
RANGE = re.compile(r"(?P<pages>\d{1,4}\s*[-–]\s*\d{1,4})")
CLOCK = re.compile(r"\d{1,2}[.:]\d{2}\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|noon", re.IGNORECASE)
TIME_FIRST = re.compile(rf"(?:{CLOCK.pattern})\s+(?=\d{{1,2}}[.)]?\s)", re.IGNORECASE)
AMID = re.compile(r"\s(?P<pages>\d{1,4} ?[-–] ?\d{1,4})(?=\s)")
LOUD = re.compile(r"(?<!\S)(?:[^\sa-z]*[A-Z]{2}[^\sa-z]*|[A-Z])(?:\s[^\sa-z]+)+(?=\s+\S*[a-z])")
WARD = re.compile(
    r"(?:electoral )?(?:wards?|divisions?)(?:\(s\))?(?: affected|\s?/\s?equal\w*(?: \w+)?)?", re.IGNORECASE
)
PAGE_COLUMN = re.compile(r"pages?(?: ?no\.?| ?numbers?(?:\(s\))?)?", re.IGNORECASE)
NAME = re.compile(
    r"(?:(?P<group>[A-Za-z]?)(?P<number>\d{1,3})(?P<sub>\.\d{1,2})?|(?P<roman>[IVX]{1,5}|[ivx]{1,5}))"
    r"\s?\(?(?P<letter>[A-Za-z]?)\)?"
)
ORDERED = re.compile(r"(?P<group>[A-Z]?)(?P<number>\d+)(?P<rest>.*)")
COLUMNS = {"wards": WARD, "pages": PAGE_COLUMN}
PAGES_FIRST = "pages first"


@dataclass(frozen=True, slots=True)
class Entry:
    """The pieces of an item's number, its cells of words, its pages; `roman` where it counts in roman numerals."""

    group: str
    number: int
    below: str
    cells: tuple[Spans, ...]
    pages: str
    roman: str = ""

    @property
    def name(self) -> str:
        return f"{self.group}{self.roman or self.number}{self.below}"


# ---------------------------------------------------------------- numbers


def item_name(printed: str) -> str:
    """An item's number in the one way we write it: "A1", "7a", "6.1", "VI", however a stamp or a minute prints it."""
    found = NAME.fullmatch(printed.strip())
    if not found or (found["roman"] and not roman(found["roman"].upper())):
        return printed.strip().lower()
    below = "" if found["sub"] == ".0" else found["sub"] or ""
    number = (found["roman"] or found["group"] + found["number"]).upper()
    return number + below + found["letter"].lower()


def item_anchor(number: str) -> str:
    """The address of an item by its number, that of a roman one in small letters."""
    return f"item-{number if any(map(str.isdecimal, number)) else number.lower()}"


def item_order(number: str) -> tuple[str, int, str]:
    """What puts the items of an agenda in order: A1, A2, B1; 7, 7a, 7b, 8, 10; IX, X."""
    found = ORDERED.fullmatch(number)
    if not found:
        return "", roman(number.rstrip("abcdefgh")), number
    return found["group"], int(found["number"]), found["rest"]


# ---------------------------------------------------------------- lines


def columns_of(lines: Iterable[Line]) -> Collection[str]:
    """What the columns of an agenda hold: wards and pages where a head says so, pages first where a row begins so."""
    rows = [line for line in lines if line.kind is Kind.ROW]
    heads = {cell.strip() for line in rows for cell in line.text.split("\t")}
    found = {name for name, head in COLUMNS.items() if any(map(head.fullmatch, heads))}
    return found | {PAGES_FIRST} if any(leads_with_pages(line, RANGE) for line in rows) else found


def leads_with_pages(line: Line, pages: re.Pattern[str]) -> bool:
    """Whether the first cell of a row holds pages and the second begins with an item's number."""
    first, *rest = [cell.strip() for cell in line.text.split("\t")]
    if not (rest and pages.fullmatch(first)):
        return False
    return bool(LINED.match(rest[0]) or (NUMBER.fullmatch(rest[0]) and any(map(is_words, rest[1:]))))


def entry_in(line: Line, columns: Collection[str]) -> Entry | None:
    """What a row, a bulleted number or a numbered line says of an item."""
    return entry_in_row(line, columns) if line.kind is Kind.ROW else entry_in_line(line)


def entry_in_row(line: Line, columns: Collection[str]) -> Entry | None:
    """What a row says of an item; the first of its cells may hold the time, and the number stand with the words."""
    first = PAGES_FIRST in columns and leads_with_pages(line, PAGES)
    some = line.cells[1:] if first or CLOCK.fullmatch(plain(line.cells[0]).strip()) else line.cells
    cells = [plain(cell).strip() for cell in some]
    if len(cells) > 1 and (match := NUMBER.fullmatch(cells[0])) and any(map(is_words, cells[1:])):
        words = some[1:]
    elif cells and (match := LINED.match(cells[0])):
        words = (strip_prefix(some[0], match.end()), *some[1:])
    else:
        return None
    return entry_of(match, words, pages_of([plain(line.cells[0]).strip()] if first else cells[1:]))


def is_words(cell: str) -> bool:
    return bool(cell) and not PAGES.fullmatch(cell)


def entry_in_line(line: Line) -> Entry | None:
    """What a bulleted number or a numbered line says of an item."""
    time = TIME_FIRST.match(line.text)
    spans = strip_prefix(line.spans, time.end()) if time else line.spans
    match = (BULLETED if line.kind is Kind.ITEM else LINED).match(plain(spans))
    return entry_of(match, (strip_prefix(spans, match.end()),), "") if match else None


def entry_of(match: re.Match[str], words: Sequence[Spans], pages: str) -> Entry | None:
    """The entry with the number that was found, None where it is no roman numeral after all."""
    if match["roman"]:
        number = roman(match["roman"])
        return Entry("", number, "", tuple(words), pages, match["roman"]) if number else None
    below = (match["sub"] or "").strip() + match["letter"].lower()
    return Entry(match["group"] or "", int(match["number"]), below, tuple(words), pages)


def titled(entry: Entry, columns: Collection[str]) -> tuple[Spans, str]:
    """The words that begin with an item's title, and its pages.

    Where `columns` of the agenda hold wards or pages, they may stand before the title or amid its words.
    """
    cells = [cell for cell in entry.cells if plain(cell).strip()]
    words, pages = cells[0], entry.pages
    if "wards" in columns:
        words = next((loud for cell in cells if (loud := from_loud(cell))), words)
    amid = AMID.search(plain(words)) if "pages" in columns and not pages else None
    if amid:
        words, pages = join(cut(words, amid.start()), strip_prefix(words, amid.end())), amid["pages"]
    return words, pages


def from_loud(words: Spans) -> Spans:
    """The words from the first ones in bold or in capitals."""
    bold = next((at for at, span in enumerate(words) if span.bold), len(words))
    text = plain(words)
    capitals = None if bold < len(words) else LOUD.search(text)
    if capitals is None and text.isupper():
        return words
    return strip_prefix(words, capitals.start()) if capitals else words[bold:]


def pages_of(cells: Iterable[str]) -> str:
    """The pages that the last filled cell of a row holds."""
    filled = [cell for cell in cells if cell]
    match = PAGES.fullmatch(filled[-1]) if filled else None
    return match["pages"] if match else ""
