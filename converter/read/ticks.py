"""Boxes to tick: the many characters that stand for one become the two that say whether it is ticked.

Symbol fonts keep them at codes of their own, so that it depends on the font what a code shows; a font whose name
says nothing is taken for Wingdings, which Word uses. A cross without a box stays a cross: in a table of ticks and
crosses it says no, on a form it may say yes.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from types import MappingProxyType

from converter.read.markup import CHECKED, UNCHECKED

BOXES = frozenset({CHECKED, UNCHECKED})
PRIVATE = 0xF000
CROSS = "✗"

Table = Mapping[int, str]


def table(ticked: str, empty: str, crosses: str = "", *, plain: bool = False) -> dict[int, str]:
    """What the codes of a symbol font become, at the private codes and where it is `plain` at the usual ones."""
    found = {**dict.fromkeys(ticked, CHECKED), **dict.fromkeys(empty, UNCHECKED), **dict.fromkeys(crosses, CROSS)}
    private = {PRIVATE + ord(character): mark for character, mark in found.items()}
    return private | {ord(character): mark for character, mark in found.items()} if plain else private


UNICODE = dict.fromkeys(map(ord, "☒✓✔🗸🗹🗷"), CHECKED)
USUAL: Table = MappingProxyType(UNICODE | table("þýxRü", "¨o", "û"))
USUALLY = re.compile(f"[{''.join(map(chr, USUAL))}]")
FONTS: Mapping[str, Table] = MappingProxyType(
    {
        "wingdings2": UNICODE | table("RSTUP", "£*", "O", plain=True),
        "wingdings3": UNICODE,
        "wingdings": UNICODE | table("þýxü", "¨o", "û", plain=True),
        "webdings": UNICODE | table("a", "c", "r", plain=True),
        "symbol": UNICODE,
    }
)


def ticks_of(font: str) -> Table:
    """What the characters of a font become, by its name."""
    name = "".join(character for character in font.lower() if character.isalnum())
    return next((found for part, found in FONTS.items() if part in name), USUAL)


def with_ticks(text: str, ticks: Table = USUAL) -> str:
    """A text with its boxes to tick as `ticks` says; most texts have none."""
    return text.translate(ticks) if ticks is not USUAL or USUALLY.search(text) else text
