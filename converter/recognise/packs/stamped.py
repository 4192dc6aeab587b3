"""Where the pages of a PDF say that a part begins.

By what a meeting's system stamped on them, by the outline, by the agenda's own page numbers, and by blank pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from converter.model import AgendaItem, Bookmark, Holds, Source
from converter.profiles import Profile
from converter.recognise.packs.agenda import agenda_pages, last_item
from converter.recognise.packs.entries import item_name
from converter.recognise.packs.starts import Start, first_line, kind_of

FRONT_TITLE = re.compile(
    r"\W*(?:(?:supplement(?:ary)?\W+)?agenda(?: (?:frontsheet|front sheet|sheet|document))?"
    r"|front ?sheet|cover|index|contents)\W*",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:agenda )?item\s+)?"
    r"(?P<item>[a-h]?\d{1,2}(?:\.\d{1,2}|[a-z]|\([a-z]\))?|(?-i:[IVX]{1,5})(?=[.:)]))(?:[.:)]|\s)\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
LEAST_PAGES = 2
LEAST_COUNTED = 0.4  # of all pages
LONGEST_FRONT = 4  # pages from the agenda to the first one that is counted


def front_pages(source: Source, stamped: Sequence[Start], profile: Profile) -> int:
    """How many pages the front sheet and agenda take, into which bookmarks may lead without a paper beginning there.

    They end before the first paper that is stamped, and with the page on which the agenda's last item stands.
    """
    if not source.outline:
        return 0
    lines = agenda_pages(source.lines, profile)
    last = lines[last_item(lines, profile)].page if lines else None
    first = stamped[0].page if stamped else None
    return min(last or 1, (first or len(source.sheets) + 1) - 1)


def stamped_starts(source: Source, profile: Profile) -> Iterator[Start]:
    """The pages on which the stamp of an agenda item begins."""
    before = ""
    for page, sheet in enumerate(source.sheets, 1):
        found = profile.first("stamps", sheet.stamp) if sheet.stamp and sheet.stamp != before else None
        if found:
            yield Start(first_line(source, page), page, item=item_name(found[1].groupdict().get("item") or ""))
        before = sheet.stamp or before


def outlined_starts(source: Source) -> Iterator[Start]:
    """The papers that a PDF's outline names: its outermost entries, and those below an agenda item's."""
    entries = [entry for entry in source.outline if entry.level <= outermost(source.outline) + 1]
    if len({entry.page for entry in entries}) < LEAST_PAGES:
        return
    item = ""
    for entry in entries:
        if FRONT_TITLE.fullmatch(entry.title):
            continue
        numbered = NUMBERED.match(entry.title)
        if entry.level == outermost(source.outline):
            item = item_name(numbered["item"]) if numbered else ""
        title = numbered["title"].strip() if numbered else entry.title.strip()
        yield Start(first_line(source, entry.page), entry.page, kind_of(title), item, title)


def outermost(outline: Sequence[Bookmark]) -> int:
    """The level at which the outline names papers; a single entry around all others does not count."""
    levels = [entry.level for entry in outline]
    top = min(levels, default=1)
    return top + 1 if levels.count(top) == 1 and len(levels) > 1 and outline[0].level == top else top


def blank_starts(source: Source, stamped: Sequence[Start]) -> Iterator[Start]:
    """The pages after a blank one, where papers were bound to begin on the right; never within the front sheet."""
    first = min((start.page for start in stamped if start.page), default=None)
    for page, (before, sheet) in enumerate(pairwise(source.sheets), 2):
        if first and page > first and before.holds is Holds.NOTHING and sheet.holds is not Holds.NOTHING:
            yield Start(first_line(source, page), page)


def numbered_starts(source: Source, agenda: Sequence[AgendaItem], last: int) -> Iterator[Start]:
    """The pages at which the agenda says that an item's papers begin; `last` is the line of its last item."""
    own = source.lines[last].page or 0 if last < len(source.lines) else 0
    pages = pages_by_number(source) if counts_through(source, own) else {}
    for item in agenda:
        page = pages.get(re.split(r"\D", item.pages, maxsplit=1)[0]) if item.pages else None
        if page and page > own:
            yield Start(first_line(source, page), page, kind_of(item.title), item.number)


def counts_through(source: Source, own: int) -> bool:
    """Whether the pages count through the pack from its agenda on, not only through a paper that counts its own."""
    numbers = [
        (page, int(sheet.number) - page) for page, sheet in enumerate(source.sheets, 1) if sheet.number.isdigit()
    ]
    if not numbers:
        return False
    offset, often = Counter(offset for _, offset in numbers).most_common(1)[0]
    first = next(page for page, other in numbers if other == offset)
    return often >= LEAST_COUNTED * len(source.sheets) and first <= own + LONGEST_FRONT


def pages_by_number(source: Source) -> Mapping[str, int]:
    """The page of the PDF for each number printed or stamped on one; a number that comes twice says nothing."""
    found: dict[str, int] = {}
    twice: set[str] = set()
    for page, sheet in enumerate(source.sheets, 1):
        if sheet.number in found:
            twice.add(sheet.number)
        elif sheet.number:
            found[sheet.number] = page
    return {number: page for number, page in found.items() if number not in twice}
