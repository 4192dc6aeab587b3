"""The printed list of contents: found, taken out, and kept as proof of what is a heading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from converter.model import Kind, LeftOut, Line

TITLE = re.compile(r"(?:table of )?contents(?: page)?", re.IGNORECASE)
PAGE = re.compile(r"(?P<entry>.*?\S)[\s.…_]*\s(?P<page>\d{1,3})$")
FRONT_PAGE = re.compile(r"(?P<entry>.*?\S)[\s.…_]*\s(?P<page>[ivxlc]{1,7})")
PLACE = re.compile(r"^\s*(?:\d+\.|[a-z]\.)\s+")
WORD = re.compile(r"[a-z0-9]+")
LONGEST_ENTRY = 220
ENTRY_LINES = 4
MARK = re.compile(r"\d(?<=[a-z]\d)\d?\b")  # a digit is looked for first, of which there are few


def take_contents(lines: Sequence[Line]) -> tuple[tuple[Line, ...], tuple[str, ...], tuple[LeftOut, ...]]:
    """The lines without the printed list of contents, its entries, and its words as left out."""
    start = next((at for at, line in enumerate(lines) if TITLE.fullmatch(line.text.strip())), None)
    if start is None:
        return tuple(lines), (), ()
    end = start + 1
    entries: list[str] = []
    keys: set[str] = set()
    rest = f" {key(' '.join(line.text for line in lines[end:]))} "
    while end < len(lines):
        bare = " ".join(lines[end].text.split())
        found = entry_of(lines[end])
        if found is None and lines[end].page and (taken := broken_entry(lines, end)):
            entries.append(" ".join(entry_of(line) or line.text for line in lines[end : end + taken]))
            keys.add(key(entries[-1]))
            end += taken
            continue
        known = key(bare) in keys
        if found is None and (known or lines[end].page != lines[end - 1].page or not listed_again(bare, rest)):
            break
        entries.append(found or bare)
        keys.add(key(entries[-1]))
        end += 1
    if not entries:
        return tuple(lines), (), ()
    left_out = tuple(LeftOut(line.text, "printed contents list", line.line, line.page) for line in lines[start:end])
    return (*lines[:start], *lines[end:]), tuple(entries), left_out


def entry_of(line: Line) -> str | None:
    """The title that a line of the list names before its page number."""
    if line.kind is Kind.ITEM:
        return None
    text = " ".join(line.text.split())
    match = PAGE.fullmatch(text) or (FRONT_PAGE.fullmatch(text) if line.kind is Kind.ROW else None)
    return match["entry"].rstrip(" .…_") if match and len(line.text) < LONGEST_ENTRY else None


def broken_entry(lines: Sequence[Line], at: int) -> int:
    """How many lines an entry has whose page number stands apart behind its last one, 0 where none does.

    A title of the list's own ("List of figures") counts with the entry below it.
    """
    for count, line in enumerate(lines[at : at + ENTRY_LINES], 1):
        if line.kind is Kind.ITEM or len(line.text) >= LONGEST_ENTRY:
            return 0
        if line.kind is Kind.ROW and entry_of(line):
            return count
        if line.text.rstrip().endswith((".", ";")):
            return 0
    return 0


def listed_again(text: str, rest: str) -> bool:
    """Whether a short line without a page number stands at least twice in `rest`, the words from the list on."""
    return 0 < len(text) < LONGEST_ENTRY and rest.count(f" {key(text)} ") > 1


def key(text: str) -> str:
    """`text` for comparing an entry with a heading, without its number and any footnote's mark stuck to a word."""
    return " ".join(WORD.findall(MARK.sub("", PLACE.sub("", text.lower()))))
