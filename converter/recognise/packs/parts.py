"""The parts of a pack: which agenda item each belongs to, and on which pages it stands.

A part begins where the pages of a PDF or the lines of any source say so, and goes on to where the next one begins.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.model import AgendaItem, Holds, Line, Source, plain
from converter.profiles import Profile
from converter.recognise.packs.printed import TITLE_LINES, printed_starts
from converter.recognise.packs.stamped import blank_starts, front_pages, outlined_starts, stamped_starts
from converter.recognise.packs.starts import APPENDIX, HEAD_OF_PAGE, MINUTES, Start, merged

PRESENT = re.compile(
    r"\W*(?:(?:members |councillors )?present|(?:in )?attendance)\b\s*(?::|–|-|$|councillor)", re.IGNORECASE
)
WORDS = re.compile(r"[a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the pack: its kind, the agenda item it belongs to, its lines, its pages in a PDF."""

    kind: str
    item: str
    lines: tuple[Line, ...]
    title: str = ""
    profile: Profile | None = None
    pages: tuple[int, int] | None = None


def starts_of(source: Source, profile: Profile) -> list[Start]:
    """Every place where a part of the pack begins, in order, except where only the agenda's page numbers say so."""
    stamped = list(stamped_starts(source, profile))
    front = front_pages(source, stamped, profile)
    named = [*stamped, *(start for start in outlined_starts(source) if (start.page or 0) > front)]
    printed = [*printed_starts(source, profile, named), *blank_starts(source, named)]
    return merged([*named, *printed])


def split_parts(
    source: Source, starts: Sequence[Start], agenda: Sequence[AgendaItem], profile: Profile
) -> tuple[Part, ...]:
    """The parts with the agenda item that each belongs to."""
    numbers = {item.number for item in agenda}
    minutes = next((item.number for item in agenda if MINUTES.search(item.title)), "")
    parts: list[Part] = []
    last = agenda[0].number if agenda else "1"
    for start, after in pairwise([*starts, Start(len(source.lines), (source.pages or 0) + 1)]):
        item = start.item or named(start.title, agenda)
        lines = tuple(source.lines[start.at : after.at])
        item = item or mentioning(start, lines, agenda)
        own = item if item in numbers else minutes if start.kind == "minutes" and minutes and not item else last
        kind = kind_in(start, lines, own == minutes, profile)
        parts.append(Part(kind, own, lines, start.title, start.profile, page_span(source, start, after)))
        last = own
    return tuple(parts)


def kind_in(start: Start, lines: Sequence[Line], expected: bool, profile: Profile) -> str:
    """The kind of a part; minutes are `expected` under the item that approves them.

    There an appendix is minutes where it says who was present, and a paper is none where it follows up actions.
    """
    head = [line.text.strip() for line in lines[:HEAD_OF_PAGE]]
    if start.kind == "report" or not expected:
        return start.kind
    if any(profile.first("trackers", text) and not MINUTES.search(text) for text in (start.title, *head[:TITLE_LINES])):
        return "appendix"
    opens = any(PRESENT.match(text) or MINUTES.match(text) for text in head)
    return "minutes" if opens or not (start.kind == "appendix" or APPENDIX.match(" ".join(head))) else "appendix"


def mentioning(start: Start, lines: Sequence[Line], agenda: Sequence[AgendaItem]) -> str:
    """The one agenda item that names an appendix ("Appendix B") where nothing else says whose it is."""
    found = APPENDIX.match(start.title or (lines[0].text if lines else ""))
    name = " ".join(found[0].lower().split()) if found else ""
    if " " not in name:
        return ""
    items = [item.number for item in agenda if re.search(rf"\b{re.escape(name)}\b", said(item))]
    return items[0] if len(items) == 1 else ""


def said(item: AgendaItem) -> str:
    return f"{item.title} {plain(item.text)}".lower()


def named(title: str, agenda: Sequence[AgendaItem]) -> str:
    """The one agenda item whose title an entry of the outline repeats."""
    own = words_of(title)
    found = [item.number for item in agenda if own and alike(own, words_of(item.title))]
    return found[0] if len(found) == 1 else ""


def words_of(title: str) -> tuple[str, ...]:
    return tuple(WORDS.findall(title.lower()))


def alike(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two titles are the same as far as the shorter one goes, which must say something."""
    length = min(len(one), len(other))
    return length > 1 and one[:length] == other[:length]


def page_span(source: Source, start: Start, after: Start) -> tuple[int, int] | None:
    """The first and last page of a part; blank pages at its end do not count."""
    if start.page is None or not source.pages:
        return None
    last = max(start.page, (after.page or source.pages + 1) - 1)
    while last > start.page and source.sheets and source.sheets[last - 1].holds is Holds.NOTHING:
        last -= 1
    return start.page, last


def pages_of(source: Source, span: tuple[int, int] | None, holds: Holds) -> tuple[int, ...]:
    """The pages of a stretch that hold one thing, such as a picture and no words."""
    if span is None or not source.sheets:
        return ()
    return tuple(page for page in range(span[0], span[1] + 1) if source.sheets[page - 1].holds is holds)
