"""A place where a part of a pack begins, and how several that mean the same place become one."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from dataclasses import dataclass, replace

from converter.model import Source
from converter.profiles import Profile

MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
APPENDIX = re.compile(r"\W*(?:appendix|appendices|annexe?|enclosure|attachment)\b(?: [\w.]{1,4}\b)?", re.IGNORECASE)
HEAD_OF_PAGE = 8


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins: its line, its page, its kind, the item it names, its title, an embedded report's profile."""

    at: int
    page: int | None
    kind: str = "paper"
    item: str = ""
    title: str = ""
    profile: Profile | None = None


def merged(starts: Iterable[Start]) -> list[Start]:
    """One start for each place; what several of them know of it is put together."""
    found: list[Start] = []
    for start in sorted(starts, key=lambda start: (start.at, start.page or 0)):
        last = found[-1] if found else None
        if last and same_place(last, start):
            found[-1] = replace(
                last,
                kind=next((kind for kind in (last.kind, start.kind) if kind != "paper"), "paper"),
                item=last.item or start.item,
                title=last.title or start.title,
                profile=last.profile or start.profile,
            )
        else:
            found.append(start)
    return found


def same_place(last: Start, start: Start) -> bool:
    """Whether two starts mean the same part: the same line, or a title page's first lines."""
    if last.at == start.at:
        return last.page == start.page or last.page is None or start.page is None
    clash = last.item and start.item and last.item != start.item
    return start.at - last.at <= HEAD_OF_PAGE and last.page is not None and last.page == start.page and not clash


def first_line(source: Source, page: int) -> int:
    """The first line that stands on a page or after it."""
    return bisect_left(source.lines, page, key=lambda line: line.page or 0)


def kind_of(title: str) -> str:
    if MINUTES.search(title):
        return "minutes"
    return "appendix" if APPENDIX.match(title) else "paper"
