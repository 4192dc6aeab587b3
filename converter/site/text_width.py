"""How wide a text is in Arial, and nearly so in Helvetica and Liberation Sans, where no font is at hand to ask."""

from __future__ import annotations

from math import ceil

UNITS = 1000
WIDE = 611  # a capital letter that is not listed, and whatever else
WIDTHS = {
    letter: width
    for width, letters in (
        (191, "'’‘"),
        (222, "ijl"),
        (278, " .,:;/!Ift·"),
        (333, "()-r“”"),
        (500, "ckvsxyzJ"),
        (556, "abdeghnopquL0123456789–?"),
        (611, "FTZ"),
        (667, "ABEKPSVXY&"),
        (722, "wCDHNRU"),
        (778, "GOQ"),
        (833, "mM"),
        (944, "W"),
    )
    for letter in letters
}
BOLD = 1.07


def text_width(text: str, size: int, bold: bool = False) -> int:
    """The width of a line in pixels, rounded up."""
    units = sum(WIDTHS.get(letter, WIDE) for letter in text)
    return ceil(units * size * (BOLD if bold else 1) / UNITS)
