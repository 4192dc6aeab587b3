"""The agenda of a committee pack: its items as rows or as bulleted numbers, with their pages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from converter.model import AgendaItem, Kind, Line, Spans, plain
from converter.profiles import Profile
from converter.read.markup import join, strip_prefix

NUMBER = re.compile(r"(?P<number>\d{1,2})\.?")
BULLETED = re.compile(r"(?P<number>\d{1,2})\.?\s+(?=[A-Z])")
PAGES = re.compile(r"\d{1,4}(?:\s*[-–]\s*\d{1,4})?")
LONGEST_TITLE = 140


def read_agenda(lines: Sequence[Line], profile: Profile) -> tuple[int, tuple[AgendaItem, ...]]:
    """Where the agenda begins in `lines`, and its items; only numbers that count up are items."""
    items: list[AgendaItem] = []
    begin = len(lines)
    for at, line in enumerate(lines):
        item = item_in(line, profile)
        if item and int(item.number) == len(items) + 1:
            begin = min(begin, at)
            items.append(item)
        elif items and line.kind is Kind.TEXT and lines[at - 1].kind is Kind.ITEM and not line.gap:
            items[-1] = replace(items[-1], text=join(items[-1].text, line.spans))
    return begin, tuple(items)


def item_in(line: Line, profile: Profile) -> AgendaItem | None:
    """The agenda item that a row (number, words, pages) or a bulleted number prints."""
    if line.kind is Kind.ROW:
        cells = [plain(cell).strip() for cell in line.cells]
        if len(cells) < 2 or not (match := NUMBER.fullmatch(cells[0])) or not cells[1]:
            return None
        pages = cells[-1] if len(cells) > 2 and PAGES.fullmatch(cells[-1]) else ""
        return agenda_item(match["number"], line.cells[1], pages, profile)
    if line.kind is Kind.ITEM and (match := BULLETED.match(line.text)):
        return agenda_item(match["number"], strip_prefix(line.spans, match.end()), "", profile)
    return None


def agenda_item(number: str, words: Spans, pages: str, profile: Profile) -> AgendaItem:
    text = plain(words).strip()
    title = text
    if found := profile.first("explains", text):
        title = text[: found[1].start()]
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    rest = strip_prefix(words, len(title)) if text.startswith(title) else words
    return AgendaItem(number, title.strip(" *"), rest, pages, f"item-{number}")
