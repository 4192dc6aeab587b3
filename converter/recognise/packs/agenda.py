"""The agenda of a committee pack: its items as rows, lines or bulleted numbers, with their pages.

    item  = [time] number [ward] title [pages] explanation* subitem*
    subitem = "(" letter ")" title pages

Items count up by one, or by a letter (8, 8a, 8b, 9), or in each lettered part anew (A1, A2, B1); an agenda of a
supplement may begin at any number. Where an item's own text is numbered, the longest such count of lines that look
like titles is the agenda's. A title may end where its bold letters do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from operator import attrgetter

from converter.model import AgendaItem, Kind, Line, Spans, plain
from converter.profiles import Profile
from converter.read.markup import join, strip_prefix
from converter.recognise.chains import worthiest_chain
from converter.recognise.headings import looks_like_heading
from converter.recognise.packs.entries import LOUD, PAGES, RANGE, columns_of, entry_in, item_anchor, pages_of, titled

PAGES_IN = re.compile(r"\s*\(\s*(?:pages?|pp?\.)\s*(?P<pages>\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?)\s*\)", re.IGNORECASE)
LETTERED = re.compile(r"\(?(?P<letter>[a-h])[.)]\s*", re.IGNORECASE)
PAGES_LAST = re.compile(
    r"(?:(?<=[.)\]:;–-])|(?<=attached)|(?<=follow))\s+Pages? (?P<pages>\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?)"
    r"(?=\W*$|\s+\([a-z]\)|\n)"
)
OPENED = re.compile(r"\(\s*(?:pages?|pp?\.?)\s*\d{1,4}", re.IGNORECASE)
CLOSED = re.compile(r"\d{1,4}\s*\)")
RANGE_END = re.compile(r"(?:[-–]|to)\s*\d{1,4}\s*\)")
LONGEST_TITLE = 140
SHORTEST_TITLE = 4
LOUDEST = 8
LEAST = 3
FRONT_PAGES = (2, 3, 5, 8, 12)
FRONT_LINES = 400
LONG_TITLE = 90
FULL = 0.6
NEARLY = 0.85
TIMED = re.compile(r"\s*\((?:[^()]{0,24} )?\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?[^()]{0,12}\)$", re.IGNORECASE)
TO_FOLLOW = re.compile(r"\s*[-–(,]*\s*(?:report |papers? |copy )?to follow\W*$", re.IGNORECASE)
LIKE_TITLE, HAS_PAGES, STANDS_OUT, GAP, LATE, SENTENCE, SHORT_SENTENCE = 1.0, 1.0, 0.5, 0.6, 1.8, 1.2, 0.8
WITHIN = 0.2


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an agenda item, and how much it looks like one."""

    at: int
    item: AgendaItem
    number: int
    part: int
    worth: float
    group: str = ""
    roman: bool = False


def read_agenda(lines: Sequence[Line], profile: Profile) -> tuple[int, tuple[AgendaItem, ...]]:
    """Where the agenda begins in `lines`, and its items."""
    lines = whole_pages(lines)
    chain = items_of(candidates(lines, profile))
    paged = any(candidate.item.pages for candidate in chain)
    bare = all(lines[candidate.at].kind is Kind.TEXT for candidate in chain)
    if not chain or (not paged and (chain[0].number > 1 or (bare and len(chain) < LEAST))):
        return len(lines), ()
    ends = [*(candidate.at for candidate in chain[1:]), end_of(lines, chain[-1].at)]
    width = max(len(line.text) for line in lines[chain[0].at : ends[-1]])
    items = [explained(one, below(lines, one.at + 1, end), width) for one, end in zip(chain, ends, strict=True)]
    return chain[0].at, tuple(items)


def agenda_pages(lines: Sequence[Line], profile: Profile) -> Sequence[Line]:
    """The first pages of a document in which nothing says where papers begin, as far as its agenda goes.

    Papers number their headings as well, so the stretch counts whose items most often are those of every agenda.
    """
    stretches = [[line for line in lines if line.page is None or line.page <= last] for last in FRONT_PAGES]
    return max(
        (some[:FRONT_LINES] for some in stretches), key=lambda some: routine(read_agenda(some, profile)[1], profile)
    )


def routine(items: Sequence[AgendaItem], profile: Profile) -> int:
    """How many items are of the kind that nearly every agenda has."""
    return sum(bool(profile.first("routine", item.title)) for item in items)


def last_item(lines: Sequence[Line], profile: Profile) -> int:
    """The line on which the agenda's last item begins, 0 where there is no agenda."""
    chain = items_of(candidates(whole_pages(lines), profile))
    return chain[-1].at if chain else 0


def whole_pages(lines: Sequence[Line]) -> list[Line]:
    """The lines with each range of pages on one of them; a narrow column breaks it at its dash, which is no bullet."""
    found = list(lines)
    for at, (line, after) in enumerate(pairwise(lines)):
        dashed = after.kind is Kind.ITEM and after.marker in {"-", "–"}
        if dashed and OPENED.fullmatch(line.text.strip()) and CLOSED.fullmatch(after.text.strip()):
            found[at] = replace(line, spans=join(line.spans, after.spans, " - "))
            found[at + 1] = replace(after, kind=Kind.TEXT, spans=(), marker="")
        elif line.kind is after.kind is Kind.ROW and len(line.cells) >= len(after.cells):
            last, rest = plain(line.cells[-1]).strip(), plain(after.cells[-1]).strip()
            if OPENED.fullmatch(last) and RANGE_END.fullmatch(rest):
                cells = ((),) * (len(line.cells) - len(after.cells)) + after.cells
                found[at] = replace(line, cells=tuple(map(join, line.cells, cells)))
                found[at + 1] = replace(after, kind=Kind.TEXT, spans=(), cells=())
    return found


def candidates(lines: Sequence[Line], profile: Profile) -> list[Candidate]:
    """Every line that may begin an item; one that is lettered belongs to the numbered one above it."""
    found: list[Candidate] = []
    columns = columns_of(lines)
    for at in range(len(lines)):
        last = next((one for one in reversed(found) if not one.item.number[-1].islower()), None)
        if one := candidate_at(lines, at, profile, columns) or (last and lettered_at(lines, at, profile, last)):
            found.append(one)
    return found


def below(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """The lines below an item up to the next one, or to the heading of another part of the agenda."""
    return lines[start : next((at for at in range(start, end) if is_heading(lines, at)), end)]


def end_of(lines: Sequence[Line], at: int) -> int:
    """Where the last item ends: with the lines that stand right below it."""
    after = at + 1
    while after < len(lines) and not lines[after].gap and lines[after].kind is not Kind.ITEM:
        after += 1
    return after


def candidate_at(lines: Sequence[Line], at: int, profile: Profile, columns: Collection[str]) -> Candidate | None:
    """The item that may begin at a line: a row (number, words, pages), a bulleted number, or a numbered line."""
    line = lines[at]
    entry = entry_in(line, columns)
    if entry is None:
        return None
    words, pages = titled(entry, columns)
    explained = line.kind is not Kind.TEXT or not line.size
    item = agenda_item(entry.name, words, pages, profile, explained)
    part = int(entry.below[1:]) if entry.below[:1] == "." else ord(entry.below) - ord("`") if entry.below else 0
    share = WITHIN if part and entry.below[:1] == "." and not pages else 1.0
    points = share * worth(line, item, plain(words))
    return Candidate(at, item, entry.number, part, points, entry.group, bool(entry.roman))


def lettered_at(lines: Sequence[Line], at: int, profile: Profile, last: Candidate) -> Candidate | None:
    """The part of an item that a row with pages begins by its letter alone."""
    line = lines[at]
    cells = [plain(cell).strip() for cell in line.cells] if line.kind is Kind.ROW else []
    match = LETTERED.match(cells[0]) if cells else None
    if not match or not pages_of(cells[1:]):
        return None
    letter = match["letter"].lower()
    words = strip_prefix(line.cells[0], match.end()) or line.cells[1]
    item = agenda_item(f"{last.item.number}{letter}", words, pages_of(cells[1:]), profile, True)
    part = ord(letter) - ord("`")
    return Candidate(at, item, last.number, part, worth(line, item, plain(words)), last.group, last.roman)


def worth(line: Line, item: AgendaItem, words: str) -> float:
    """How much a numbered line looks like an item: a title, not a sentence; in bold or capitals; with its pages."""
    points = LIKE_TITLE + HAS_PAGES * bool(item.pages)
    points += STANDS_OUT * (line.bold or item.title.isupper() or any(span.bold for span in line.spans))
    if line.kind is Kind.TEXT and words.rstrip().endswith((".", ";", ",")) and not item.title.isupper():
        points -= SENTENCE if len(words) > LONG_TITLE else SHORT_SENTENCE
    return points


def items_of(found: Sequence[Candidate]) -> list[Candidate]:
    """The items that count up one by one with the most worth; a gap of one is taken for an item that was not read.

    Fewer than three roman numerals are initials.
    """
    chain = worthiest_chain(found, attrgetter("worth"), step, begins_late)
    return chain if len(chain) >= LEAST or not any(one.roman for one in chain) else []


def begins_late(candidate: Candidate) -> float:
    """What it costs that an agenda begins with an item; one with pages may stand in a supplement."""
    return (GAP if candidate.item.pages else LATE) * (candidate.number > 1)


def step(last: Candidate, this: Candidate) -> float | None:
    """What it costs that one item follows another; None where it cannot."""
    if this.roman != last.roman:
        return None
    if this.group != last.group:
        after = bool(last.group and this.group) and ord(this.group) == ord(last.group) + 1
        return 0.0 if after and this.number == 1 else None
    if this.number == last.number:
        return 0.0 if this.part == last.part + 1 else None
    if this.part > 1:
        return None
    return {1: 0.0, 2: GAP}.get(this.number - last.number)


def agenda_item(number: str, words: Spans, pages: str, profile: Profile, explained: bool) -> AgendaItem:
    """The item; where it is `explained` its title and what explains it may stand in one text."""
    text = plain(words).strip()
    if not pages and (inside := PAGES_IN.search(text)):
        pages = inside["pages"]
    title = PAGES_IN.sub("", text)
    if "\n" in title:
        title = title.partition("\n")[0]
    elif loud := bold_title(words) or capital_title(title):
        title = loud
    elif (found := profile.first("explains", title)) and (explained or title[: found[1].start()].endswith(".")):
        title = title[: found[1].start()]
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    rest = strip_prefix(words, len(title)) if text.startswith(title) else words
    rest = () if PAGES_IN.fullmatch(plain(rest)) else rest
    return AgendaItem(number, title.strip(" *"), rest, pages, item_anchor(number))


def bold_title(words: Spans) -> str:
    """The title in bold that words begin with, where others follow it; a title goes on in small letters or brackets."""
    end = next((at for at, span in enumerate(words) if span.text.strip() and not span.bold), len(words))
    while end < len(words) and not words[end].text.strip(" *").strip():
        end += 1
    loud, rest = plain(words[:end]).strip(), plain(words[end:]).strip()
    goes_on = rest[:1].islower() or re.fullmatch(r"\([^()]*\)", PAGES_IN.sub("", rest).strip())
    return loud if len(loud) >= SHORTEST_TITLE and rest and not goes_on and not PAGES_IN.match(rest) else ""


def capital_title(text: str) -> str:
    """The title in capitals that a text begins with, where a sentence in small letters follows it."""
    found = LOUD.match(text)
    rest = text[found.end() :].strip() if found else ""
    return found[0] if found and rest[:1].isupper() and len(found[0]) >= LOUDEST else ""


def explained(candidate: Candidate, under: Sequence[Line], width: int) -> AgendaItem:
    """The item with what stands below it: the rest of its title, its pages, then what explains it.

    `width` is how many letters a full line of the agenda has.
    """
    item = candidate.item
    rest = list(under)
    while rest and is_rest_of_title(item, rest[0], width):
        item = replace(item, title=f"{item.title} {rest.pop(0).text.strip()}")
    for line in rest:
        text = line.text.strip()
        match = PAGES.fullmatch(text) if not text.isdigit() else None
        if inside := match or PAGES_IN.search(text) or alone_at_end(line):
            item = replace(item, pages=item.pages or inside["pages"])
        if not match and line.kind is not Kind.ROW:
            item = replace(item, text=join(item.text, line.spans))
    if inside := PAGES_IN.search(item.title):
        item = replace(item, title=PAGES_IN.sub("", item.title), pages=item.pages or inside["pages"])
    if not item.pages and (last := PAGES_LAST.search(plain(item.text))):
        item = replace(item, pages=last["pages"])
    return replace(item, title=bare_title(item.title))


def bare_title(title: str) -> str:
    """A title without its time, its full stop, and the words that its paper is to follow."""
    return TO_FOLLOW.sub("", TIMED.sub("", title)).strip().removesuffix(".")


def alone_at_end(line: Line) -> re.Match[str] | None:
    """The pages in the last cell of a row that goes on with an item."""
    return RANGE.fullmatch(line.text.split("\t")[-1].strip()) if line.kind is Kind.ROW else None


def is_rest_of_title(item: AgendaItem, line: Line, width: int) -> bool:
    """Whether a line goes on with a title right above it: set as it, or ending with the pages that its line lacks.

    A full line of the title before it is needed where nothing but small letters tells.
    """
    text = line.text.strip()
    if item.text or line.gap or line.kind is not Kind.TEXT or not line.size or PAGES.fullmatch(text):
        return False
    if len(item.title) + len(text) > LONGEST_TITLE + LONGEST_TITLE // 2:
        return False
    if (item.title.isupper() and text.isupper()) or (line.bold and not item.title.isupper()):
        return True
    if TIMED.search(f" {text}") and not item.pages:
        return True
    length = len(item.title) + len(item.number) + 1
    if length > NEARLY * width and not text.endswith(".") and len(text) < FULL * width:
        return True
    return length > FULL * width and not item.pages and (text[0].islower() or bool(PAGES_IN.search(text)))


def is_heading(lines: Sequence[Line], at: int) -> bool:
    """Whether a line heads a part of the agenda ("Exempt items") and belongs to no item."""
    line = lines[at]
    if line.kind is not Kind.TEXT or not line.gap or len(line.text) > LONGEST_TITLE / 2:
        return False
    if PAGES.fullmatch(line.text.strip()):
        return False
    return line.bold or line.text.isupper() or (not line.size and looks_like_heading(lines, at))
