"""The accent of a site: whether it can be read on its grounds, and the style sheet and the icon with it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

ENOUGH = 4.5  # WCAG 2.2, 1.4.3: text against its ground
HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
ACCENT = re.compile(r"(?<=--pp-link: )#[0-9a-f]{6}\b", re.IGNORECASE)
GROUNDS: Mapping[str, Mapping[str, str]] = {  # as pinpoint.css has them
    "light": {"a page": "#ffffff", "a card": "#f7f8fa", "marked words": "#fff6cf"},
    "dark": {"a page": "#14181c", "a card": "#1b2026", "marked words": "#2d2810"},
}


@dataclass(frozen=True, slots=True)
class Colours:
    """The accent of links, buttons and the drawn mark, on light pages and on dark ones."""

    light: str = "#0b4f8a"
    dark: str = "#8ec1f0"


DRAWN = Colours()  # which pinpoint.css and favicon.svg are written with


def accent(value: object, scheme: str) -> str:
    """A colour as six digits; raises ValueError where it is none, or cannot be read on one of its grounds."""
    if not isinstance(value, str) or not HEX.fullmatch(value):
        raise ValueError(f"{value!r} is no colour; write it in quotation marks, like {getattr(DRAWN, scheme)!r}")
    found = whole(value)
    for name, ground in GROUNDS[scheme].items():
        if (reached := contrast(found, ground)) < ENOUGH:
            way = "darker" if scheme == "light" else "lighter"
            raise ValueError(
                f"{value!r} has a contrast of {int(reached * 100) / 100}:1 on {name} ({ground}), and text needs "
                f"{ENOUGH}:1; take a {way} colour"
            )
    return found


def whole(colour: str) -> str:
    """`#abc` as `#aabbcc`."""
    digits = colour[1:].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))


def contrast(one: str, other: str) -> float:
    """The contrast of two colours as WCAG reckons it, from 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    """How light a colour of six digits is, from 0 to 1."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def in_sheet(sheet: str, colours: Colours) -> str:
    """The style sheet with these accents: the first is that of light pages, the second that of dark ones."""
    values = iter((colours.light, colours.dark))
    return ACCENT.sub(lambda match: next(values, match[0]), sheet)


def in_icon(icon: str, colours: Colours) -> str:
    """The icon that is drawn in the accents with these ones."""
    return icon.replace(DRAWN.light, colours.light).replace(DRAWN.dark, colours.dark)
