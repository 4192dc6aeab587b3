"""Where the parts of a pack begin that nothing stamps, bookmarks or numbers: by the heads that they print.

    minutes = (committee | "MINUTES") ... day ... "Present"
    paper   = title of an agenda item, in a line of its own or as its subject

In a PDF a part begins at the head of a page, in a text at the short lines above the title.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import AgendaItem, Kind, Line, Source
from converter.profiles import Profile
from converter.recognise.dates import days
from converter.recognise.packs.heads import pairs
from converter.recognise.packs.parts import PRESENT, words_of
from converter.recognise.packs.printed import TITLE_LINES, back
from converter.recognise.packs.starts import HEAD_OF_PAGE, MINUTES, Start

ITEM = re.compile(r"(?:agenda )?item (?:no\.? ?)?", re.IGNORECASE)
CERTAIN, SURE = 4, 2


def headed_starts(source: Source, agenda: Sequence[AgendaItem], end: int, profile: Profile) -> Iterator[Start]:
    """The parts below the agenda, whose last item begins at the line `end`, whose heads say what they are."""
    minutes = next((item.number for item in agenda if MINUTES.search(item.title)), "")
    reached = end + 1
    for at in range(reached, len(source.lines)):
        if at < reached or not begins(source, at):
            continue
        line = source.lines[at]
        head = [other for other in source.lines[at : at + HEAD_OF_PAGE] if other.page == line.page]
        if minutes and opens_minutes(head, profile):
            yield Start(at, line.page, "minutes", minutes)
            reached = at + HEAD_OF_PAGE
        elif item := item_headed(head if line.page else head[:1], agenda, profile):
            yield Start(at if line.page else back(source.lines, at, reached), line.page, "paper", item)
            reached = at + 1


def begins(source: Source, at: int) -> bool:
    """Whether a part may begin at a line: at the first of a page, in a text anywhere."""
    return not source.sheets or at == 0 or source.lines[at].page != source.lines[at - 1].page


def opens_minutes(head: Sequence[Line], profile: Profile) -> bool:
    """Whether lines are the head of minutes: a committee, a day, and who was present."""
    texts = [line.text.strip() for line in head]
    named = any(
        profile.first("recognise", text) or MINUTES.search(text) for text in texts[: TITLE_LINES if head[0].page else 1]
    )
    return named and any(PRESENT.match(text) for text in texts) and bool(days(" ".join(texts)))


def item_headed(head: Sequence[Line], agenda: Sequence[AgendaItem], profile: Profile) -> str:
    """The one agenda item whose title stands in the head of a paper."""
    titles = {words for text in titles_in(head, profile) if (words := words_of(text))}
    found = [
        item.number
        for item in agenda
        for listed in [words_of(item.title)]
        if any(same_title(words, listed) or words == (*words_of(item.number), *listed) for words in titles)
    ]
    return found[0] if len(found) == 1 else ""


def titles_in(head: Sequence[Line], profile: Profile) -> Iterator[str]:
    """The texts of a head that may be its title: what its subject is, and on a page its lines and two together."""
    for at, line in enumerate(head):
        cells = [cell.strip() for cell in line.text.split("\t") if cell.strip()]
        yield from (value for _, value, means in pairs(cells, profile) if means == "title")
        if line.page and line.kind is Kind.TEXT:
            yield ITEM.sub("", line.text.strip(), count=1)
            yield " ".join(other.text.strip() for other in head[at : at + 2] if other.kind is Kind.TEXT)
        elif line.page and len(cells) == 1:
            yield cells[0]


def same_title(printed: tuple[str, ...], listed: tuple[str, ...]) -> bool:
    """Whether a printed title is the one listed, or either goes on where the other one ends."""
    if printed == listed:
        return len(listed) >= SURE
    length = min(len(printed), len(listed))
    return length >= CERTAIN and printed[:length] == listed[:length]
