"""Where lines name a part of a pack: papers and minutes by their head, reports by their front page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from converter.model import Kind, Line, Source
from converter.profiles import Profile, load_profiles
from converter.recognise.packs.entries import item_name, item_order
from converter.recognise.packs.starts import APPENDIX, HEAD_OF_PAGE, Start
from converter.recognise.rejoin import ended

TITLE_LINES = 3
COVER_LINES = 14
LONGEST_TITLE = 100


def printed_starts(source: Source, profile: Profile, named: Sequence[Start]) -> Iterator[Start]:
    """The parts that lines name: papers and minutes by their head, reports by their front page.

    In a PDF a part begins at the head of a page; where stamps or bookmarks have `named` parts, a head counts only
    for an item that they left out and in its place between theirs.
    """
    frameworks = [other for other in load_profiles() if other.recognised and other.slug != profile.slug]
    lines = source.lines
    reached, top = 0, 0
    for at, line in enumerate(lines):
        top = at if not at or line.page != lines[at - 1].page else top
        if line.kind is Kind.ITEM or at < reached or (line.page and at - top >= HEAD_OF_PAGE):
            continue
        if framework := cover_at(lines, at, frameworks):
            yield Start(top if line.page else back(lines, at, reached), line.page, "report", profile=framework)
            reached = at + COVER_LINES
        elif (head := headed(line, at == top, profile)) and fits(head[1], line.page, named):
            kind, item = head
            begin = top if line.page else back(lines, at, reached) if kind == "table" else at
            yield Start(begin, line.page, "paper" if kind == "table" else kind, item)
            reached = at + 1
        elif line.page and at == top and (title := appendix_title(line.text.strip())):
            yield Start(at, line.page, "appendix", title=title)


def headed(line: Line, first: bool, profile: Profile) -> tuple[str, str] | None:
    """The kind of the part that a line begins and the item that it names; the `first` of a page may be a bare stamp."""
    text = line.text.strip()
    if found := profile.first("parts", text):
        return str(found[0].means["part"]), item_name(found[1].groupdict().get("item") or "")
    stamp = profile.first("stamps", text.split("\t")[-1].strip()) if first and line.page else None
    item = stamp[1].groupdict().get("item") if stamp else None
    return ("paper", item_name(item)) if item else None


def fits(item: str, page: int | None, named: Sequence[Start]) -> bool:
    """Whether a head may begin a part beside those that are `named` already.

    Minutes may before all of them; an item that none of them is, in its place between those before and after it, or
    where one begins that says no item.
    """
    if not named or not page:
        return not named
    before = [start.item for start in named if (start.page or 0) < page]
    after = [start.item for start in named if (start.page or 0) > page]
    if not item:
        return not before and page > 1
    if not any(start.item for start in named):
        return len(before) + len(after) < len(named)
    own = item_order(item)
    in_place = all(item_order(other) < own for other in before) and all(
        own < item_order(other) for other in after if other
    )
    return page > 1 and item not in {start.item for start in named} and in_place


def appendix_title(text: str) -> str:
    """The title of an appendix in the first line of a page, where its name may also stand alone on the right."""
    cells = [cell.strip() for cell in text.split("\t")]
    if APPENDIX.match(cells[0]) and len(cells[0]) < LONGEST_TITLE:
        return " ".join(cells)
    return cells[-1] if APPENDIX.fullmatch(cells[-1]) else ""


def cover_at(lines: Sequence[Line], at: int, frameworks: Sequence[Profile]) -> Profile | None:
    """The framework of the report whose front page prints its title at this line, which may run over several."""
    for count in range(1, TITLE_LINES + 1):
        some = lines[at : at + count]
        text = " ".join(line.text.strip() for line in some)
        if any(line.kind is not Kind.TEXT for line in some):
            return None
        framework = next((other for other in frameworks if other.first("recognise", text)), None)
        if framework and has_cover(lines[at + count : at + COVER_LINES + count], framework):
            return framework
    return None


def has_cover(lines: Sequence[Line], framework: Profile) -> bool:
    """Whether a front page follows: only there a report prints its dates in a line of their own."""
    found = [hit[0] for line in lines if (hit := framework.first("cover.dates", line.text.strip()))]
    return any(pattern.where != "text" for pattern in found)


def back(lines: Sequence[Line], at: int, reached: int) -> int:
    """The first of the short title lines that stand above the line at `at`."""
    first = at
    while first > max(reached, at - TITLE_LINES):
        above = lines[first - 1]
        if above.kind is not Kind.TEXT or len(above.text) > 100 or ended(above.text) or not above.text[:1].isalnum():
            break
        if re.fullmatch(r"[\d/. ]+", above.text):
            break
        first -= 1
    return first
