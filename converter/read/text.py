"""Text and Markdown files as lines.

    file   = (blank | line)*
    line   = bullet text | cell TAB cell (TAB cell)* | text
    bullet = spaces one of BULLETS spaces

Where the lines were broken at the right margin (`wrapped`), each stays a line of its own and a line that
begins with a space is a list item whose marker was lost; the recogniser puts them together.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Kind, LeftOut, Line
from converter.read.markup import BULLETS, inline
from converter.read.ticks import with_ticks

BULLET = re.compile(rf"(?P<indent>\s*)(?P<marker>[{BULLETS}])\s+(?=\S)")
RULE = re.compile(r"[\s|:\-–—_=*]*[-–—_=]{2}[\s|:\-–—_=*]*")
CHECKBOX = re.compile(r"(<input\b[^<>]*>)\s*(CheckBox\d+)", re.IGNORECASE)


WIDEST = 130


def read_text(text: str) -> tuple[str, tuple[Line, ...], tuple[LeftOut, ...]]:
    """The form ("text" or "wrapped"), the lines, and the words without meaning (names of form fields)."""
    raw = with_ticks(text).replace("\r\n", "\n").replace("\r", "\n").replace("\f", "\n\n").split("\n")
    left_out = tuple(
        LeftOut(name, "name of a form field", number)
        for number, content in enumerate(raw, 1)
        for _, name in CHECKBOX.findall(content)
    )
    wrapped = is_wrapped(raw)
    numbered = [(number, CHECKBOX.sub(r"\1", content)) for number, content in enumerate(raw, 1)]
    return "wrapped" if wrapped else "text", tuple(read_lines(numbered, wrapped)), left_out


def is_wrapped(raw: Sequence[str]) -> bool:
    """Whether a file's long lines all end at about one width."""
    lengths = sorted(len(line) for line in raw if line.strip())
    if len(lengths) < 20 or lengths[-1] > 2 * WIDEST or (width := lengths[int(len(lengths) * 0.97)]) > WIDEST:
        return False
    return sum(length > 0.7 * width for length in lengths) > 0.4 * len(lengths)


def read_lines(numbered: Sequence[tuple[int, str]], wrapped: bool) -> Iterator[Line]:
    gap = True
    for number, content in numbered:
        if not content.strip():
            gap = True
            continue
        if RULE.fullmatch(content):
            continue
        if line := read_line(content, number, gap, wrapped):
            yield line
        gap = False


def read_line(content: str, number: int, gap: bool, wrapped: bool = False) -> Line | None:
    """One line as layout alone tells it, None where nothing but marks stands in it."""
    if bullet := BULLET.match(content):
        depth = 1 if bullet["indent"] else 0
        spans = inline(content[bullet.end() :])
        return Line(Kind.ITEM, spans, marker=bullet["marker"], depth=depth, gap=gap, line=number)
    if "\t" in content:
        cells = tuple(inline(cell) for cell in content.strip("\n").split("\t"))
        return Line(Kind.ROW, cells=cells, gap=gap, line=number)
    spans = inline(content)
    if not spans:
        return None
    return Line(Kind.ITEM if wrapped and content.startswith(" ") else Kind.TEXT, spans, gap=gap, line=number)
