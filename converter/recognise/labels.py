"""The labels that stand before paragraphs and list items.

label   = decimal | roman | bracket
decimal = N "." | N ("." N)+ ["."]           13.   3.1.2   3.1.2.
roman   = capital roman numeral "."          VIII.
bracket = ["("] (letter | N | roman) ")"     a)   (iv)   3)
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LABEL = re.compile(
    r"(?:(?P<decimal>\d{1,3}(?:\.\d{1,3}){1,4})\.?(?=\s|$)|(?P<integer>\d{1,3})\s?\.(?=\s|[‘“'\"(A-Z]|$)"
    r"|(?P<roman>[IVXL]{1,7})\.(?=\s|$)|\(?(?P<bracket>[a-zA-Z]|\d{1,2}|[ivx]{2,5})\)(?=\s|$))\s*"
)
LETTERED = re.compile(r"(?P<letter>[A-Z])(?P<first>\d{1,2})\.(?P<second>\d{1,3})\.?(?=\s)\s*")
LETTER_WORTH = 1000
BARE = re.compile(r"(\d{1,3})\s+(?=[‘“'\"(]?[A-Z])")
HIGHEST = 90
ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50}


@dataclass(frozen=True, slots=True)
class Label:
    """A label: its kind, its number as printed, the parts it counts with, and how long it is."""

    kind: str
    number: str
    parts: tuple[int, ...]
    length: int


def label_of(text: str) -> Label | None:
    """The label at the beginning of `text`."""
    match = LABEL.match(text)
    if not match:
        return None
    kind = str(match.lastgroup)
    number = match[kind]
    if kind == "roman":
        return Label(kind, number, (value,), match.end()) if (value := roman(number)) else None
    if kind == "bracket":
        return Label(kind, match[0].strip(), (), match.end())
    return Label(kind, number, tuple(int(part) for part in number.split(".")), match.end())


def bare_number(text: str) -> Label | None:
    """A paragraph number that lost its dot, before a capital."""
    match = BARE.match(text)
    return Label("integer", match[1], (int(match[1]),), match.end()) if match else None


def lettered(text: str) -> Label | None:
    """The number of a paragraph of an appendix, such as A1.9; it counts after every chapter's."""
    match = LETTERED.match(text)
    if not match:
        return None
    chapter = LETTER_WORTH * (ord(match["letter"]) - ord("A") + 1) + int(match["first"])
    number = f"{match['letter']}{match['first']}.{match['second']}"
    return Label("decimal", number, (chapter, int(match["second"])), match.end())


def roman(number: str) -> int:
    """The value of a roman numeral, 0 where it is not written the usual way."""
    values = [ROMAN[mark] for mark in number]
    total = sum(-value if value < after else value for value, after in zip(values, [*values[1:], 0], strict=True))
    return total if total < HIGHEST and write_roman(total) == number else 0


def write_roman(value: int) -> str:
    """`value` (below 90) as a roman numeral."""
    written = ""
    for size, mark in ((50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        written += mark * (value // size)
        value %= size
    return written
