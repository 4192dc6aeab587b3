"""Where the parts of a pack begin, which agenda item each belongs to, and on which pages it stands.

A PDF says it by what was stamped on its pages, by its outline, by the agenda's own page numbers and by blank pages
between papers; any source by what its papers print at their head. A part goes on to where the next one begins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from converter.model import AgendaItem, Bookmark, Holds, Kind, Line, Source, plain
from converter.profiles import Profile, load_profiles
from converter.recognise.packs.agenda import agenda_pages, item_name, last_item
from converter.recognise.rejoin import ended

MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
PRESENT = re.compile(
    r"\W*(?:(?:members |councillors )?present|(?:in )?attendance)\b\s*(?::|–|-|$|councillor)", re.IGNORECASE
)
APPENDIX = re.compile(r"\W*(?:appendix|appendices|annexe?|enclosure|attachment)\b(?: [\w.]{1,4}\b)?", re.IGNORECASE)
FRONT_TITLE = re.compile(
    r"\W*(?:(?:supplement(?:ary)?\W+)?agenda(?: (?:frontsheet|front sheet|sheet|document))?"
    r"|front ?sheet|cover|index|contents)\W*",
    re.IGNORECASE,
)
NUMBERED = re.compile(
    r"(?:(?:agenda )?item\s+)?(?P<item>[a-h]?\d{1,2}(?:\.\d{1,2}|[a-z]|\([a-z]\))?)(?:[.:)]|\s)\s*(?P<title>\S.*)",
    re.IGNORECASE,
)
WORDS = re.compile(r"[a-z0-9]+")
TITLE_LINES = 3
COVER_LINES = 14
HEAD_OF_PAGE = 8
LONGEST_TITLE = 100
SAME_PLACE = 2
LEAST_COUNTED = 0.4  # of all pages
LONGEST_FRONT = 4  # pages from the agenda to the first one that is counted


@dataclass(frozen=True, slots=True)
class Start:
    """Where a part begins: its line, its page, its kind, the item it names, its title, an embedded report's profile."""

    at: int
    page: int | None
    kind: str = "paper"
    item: str = ""
    title: str = ""
    profile: Profile | None = None


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
    stamped += [start for start in outlined_starts(source) if (start.page or 0) > front]
    printed = [*printed_starts(source, profile, bool(stamped)), *blank_starts(source, stamped)]
    return merged([*stamped, *printed])


def front_pages(source: Source, stamped: Sequence[Start], profile: Profile) -> int:
    """How many pages the front sheet and agenda take, into which bookmarks may lead without a paper beginning there.

    They end where the first paper is stamped, else with the page on which the agenda's last item stands.
    """
    if stamped:
        return (stamped[0].page or 1) - 1
    if not source.outline:
        return 0
    lines = agenda_pages(source.lines, profile)
    last = lines[last_item(lines, profile)].page if lines else None
    return last or 1


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


# ---------------------------------------------------------------- what a PDF's pages say


def first_line(source: Source, page: int) -> int:
    """The first line that stands on a page or after it."""
    return bisect_left(source.lines, page, key=lambda line: line.page or 0)


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
    if len({entry.page for entry in entries}) < SAME_PLACE:
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


def kind_of(title: str) -> str:
    if MINUTES.search(title):
        return "minutes"
    return "appendix" if APPENDIX.match(title) else "paper"


def blank_starts(source: Source, stamped: Sequence[Start]) -> Iterator[Start]:
    """The pages after a blank one, where papers were bound to begin on the right; never within the front sheet."""
    first = min((start.page for start in stamped if start.page), default=None)
    for page, (before, sheet) in enumerate(pairwise(source.sheets), 2):
        if first and page > first and before.holds is Holds.NOTHING and sheet.holds is not Holds.NOTHING:
            yield Start(first_line(source, page), page)


def numbered_starts(source: Source, agenda: Sequence[AgendaItem], begin: int) -> Iterator[Start]:
    """The pages at which the agenda says that an item's papers begin; `begin` is the agenda's first line."""
    own = source.lines[begin].page or 0 if begin < len(source.lines) else 0
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


# ---------------------------------------------------------------- what papers print


def printed_starts(source: Source, profile: Profile, stamped: bool) -> Iterator[Start]:
    """The parts that lines name: papers and minutes by their head, reports by their front page.

    In a PDF a part begins at the head of a page; where its pages are stamped, only reports inside a paper are new.
    """
    frameworks = [other for other in load_profiles() if other.recognised and other.slug != profile.slug]
    lines = source.lines
    reached, top = 0, 0
    for at, line in enumerate(lines):
        top = at if not at or line.page != lines[at - 1].page else top
        if line.kind is Kind.ITEM or at < reached or (line.page and at - top >= HEAD_OF_PAGE):
            continue
        text = line.text.strip()
        if framework := cover_at(lines, at, frameworks):
            yield Start(top if line.page else back(lines, at, reached), line.page, "report", profile=framework)
            reached = at + COVER_LINES
        elif not stamped and (found := profile.first("parts", text)):
            kind = str(found[0].means["part"])
            item = item_name(found[1].groupdict().get("item") or "")
            begin = top if line.page else back(lines, at, reached) if kind == "table" else at
            yield Start(begin, line.page, "paper" if kind == "table" else kind, item)
            reached = at + 1
        elif line.page and at == top and (title := appendix_title(text)):
            yield Start(at, line.page, "appendix", title=title)


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


# ---------------------------------------------------------------- parts


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


def pictures(source: Source, span: tuple[int, int] | None) -> tuple[int, ...]:
    """The pages of a stretch that hold a picture and no words."""
    if span is None or not source.sheets:
        return ()
    return tuple(page for page in range(span[0], span[1] + 1) if source.sheets[page - 1].holds is Holds.PICTURE)
