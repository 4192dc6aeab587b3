"""The agenda of a committee pack: its items as rows, lines or bulleted numbers, with their pages.

    item  = number title [pages] explanation*
    number = N | N "." | N "." "0" | N letter
    pages  = "5 - 12" | "(Pages 5 - 12)"

Items count up by one, or by a letter (8, 8a, 8b, 9); an agenda of a supplement may begin at any number. Where an
item's own text is numbered, the longest such count of lines that look like titles is the agenda's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from converter.model import AgendaItem, Kind, Line, Spans, plain
from converter.profiles import Profile
from converter.read.markup import join, strip_prefix
from converter.recognise.headings import looks_like_heading

COUNT = r"(?P<number>\d{1,2})(?:\.0|(?P<sub>\.[1-9]))?(?P<letter>[a-zA-Z]?)"
NUMBER = re.compile(rf"(?:Item\s+)?{COUNT}\s?[.):]?", re.IGNORECASE)
BULLETED = re.compile(rf"{COUNT}\.?\s+(?=[A-Z])")
LINED = re.compile(rf"{COUNT}\s?[.)]?\s+(?=[*“‘'\"(]{{0,3}}[A-Z\d])")
PAGES = re.compile(r"\(?\s*(?:pages?|pp?\.?)?\s*(?P<pages>\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?)\s*\)?", re.IGNORECASE)
PAGES_IN = re.compile(r"\s*\(\s*(?:pages?|pp?\.)\s*(?P<pages>\d{1,4}(?:\s*(?:[-–]|to)\s*\d{1,4})?)\s*\)", re.IGNORECASE)
RANGE = re.compile(r"(?P<pages>\d{1,4}\s*[-–]\s*\d{1,4})")
LONGEST_TITLE = 140
LEAST = 3
FRONT_PAGES = (2, 3, 5, 8, 12)
FRONT_LINES = 400
LONG_TITLE = 90
FULL = 0.6
NEARLY = 0.85
TIMED = re.compile(r"\s*\((?:[^()]{0,24} )?\d{1,2}[.:]\d{2} ?(?:[ap]\.?m\.?)?[^()]{0,12}\)$", re.IGNORECASE)
TO_FOLLOW = re.compile(r"\s*[-–(]*\s*(?:report |papers? |copy )?to follow\W*$", re.IGNORECASE)
LIKE_TITLE, HAS_PAGES, STANDS_OUT, GAP, SENTENCE, SHORT_SENTENCE = 1.0, 1.0, 0.5, 0.6, 1.2, 0.8


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may begin an agenda item, and how much it looks like one."""

    at: int
    item: AgendaItem
    number: int
    part: int
    worth: float


def read_agenda(lines: Sequence[Line], profile: Profile) -> tuple[int, tuple[AgendaItem, ...]]:
    """Where the agenda begins in `lines`, and its items."""
    found = [candidate for at in range(len(lines)) if (candidate := candidate_at(lines, at, profile))]
    chain = best_chain(found)
    paged = any(candidate.item.pages for candidate in chain)
    bare = all(lines[candidate.at].kind is Kind.TEXT for candidate in chain)
    if not chain or (not paged and (chain[0].number > 1 or (bare and len(chain) < LEAST))):
        return len(lines), ()
    ends = [*(candidate.at for candidate in chain[1:]), end_of(lines, chain[-1].at)]
    width = max(len(line.text) for line in lines[chain[0].at : ends[-1]])
    items = [explained(one, below(lines, one.at + 1, end), width) for one, end in zip(chain, ends, strict=True)]
    return chain[0].at, tuple(items)


def agenda_in_front(lines: Sequence[Line], profile: Profile) -> tuple[int, tuple[AgendaItem, ...]]:
    """The agenda among the first pages of a document in which nothing says where papers begin.

    Papers number their headings as well, so the stretch counts whose items most often are those of every agenda.
    """
    stretches = [[line for line in lines if line.page is None or line.page <= last] for last in FRONT_PAGES]
    found = [read_agenda(stretch[:FRONT_LINES], profile) for stretch in stretches]
    return max(found, key=lambda one: routine(one[1], profile))


def routine(items: Sequence[AgendaItem], profile: Profile) -> int:
    """How many items are of the kind that nearly every agenda has."""
    return sum(bool(profile.first("routine", item.title)) for item in items)


def below(lines: Sequence[Line], start: int, end: int) -> Sequence[Line]:
    """The lines below an item up to the next one, or to the heading of another part of the agenda."""
    return lines[start : next((at for at in range(start, end) if is_heading(lines, at)), end)]


def end_of(lines: Sequence[Line], at: int) -> int:
    """Where the last item ends: with the lines that stand right below it."""
    after = at + 1
    while after < len(lines) and not lines[after].gap and lines[after].kind is not Kind.ITEM:
        after += 1
    return after


def candidate_at(lines: Sequence[Line], at: int, profile: Profile) -> Candidate | None:
    """The item that may begin at a line: a row (number, words, pages), a bulleted number, or a numbered line."""
    line = lines[at]
    row = line.kind is Kind.ROW
    cells = [plain(cell).strip() for cell in line.cells] if row else []
    if row and len(cells) > 1 and (match := NUMBER.fullmatch(cells[0])) and cells[1]:
        pages, words = pages_of(cells[2:]), line.cells[1]
    elif row and cells and (match := LINED.match(cells[0])):
        pages, words = pages_of(cells[1:]), strip_prefix(line.cells[0], match.end())
    elif (line.kind is Kind.ITEM and (match := BULLETED.match(line.text))) or (
        line.kind is Kind.TEXT and (match := LINED.match(line.text))
    ):
        pages, words = "", strip_prefix(line.spans, match.end())
    else:
        return None
    explained = line.kind is not Kind.TEXT or not line.size
    letter, below = match["letter"].lower(), match["sub"] or ""
    item = agenda_item(match["number"] + below + letter, words, pages, profile, explained)
    part = int(below[1:] or 0) or (ord(letter) - ord("`") if letter else 0)
    return Candidate(at, item, int(match["number"]), part, worth(line, item, plain(words)))


def worth(line: Line, item: AgendaItem, words: str) -> float:
    """How much a numbered line looks like an item: a title, not a sentence; in bold or capitals; with its pages."""
    points = LIKE_TITLE + HAS_PAGES * bool(item.pages)
    points += STANDS_OUT * (line.bold or item.title.isupper() or any(span.bold for span in line.spans))
    if line.kind is Kind.TEXT and words.rstrip().endswith((".", ";", ",")) and not item.title.isupper():
        points -= SENTENCE if len(words) > LONG_TITLE else SHORT_SENTENCE
    return points


def best_chain(found: Sequence[Candidate]) -> list[Candidate]:
    """The items that count up one by one with the most worth; a gap of one is taken for an item that was not read."""
    scores: list[float] = []
    before: list[int] = []
    for here, candidate in enumerate(found):
        score, earlier = candidate.worth - GAP * (candidate.number > 1), -1
        for at in range(here):
            cost = step(found[at], candidate)
            if cost is not None and scores[at] + candidate.worth - cost > score:
                score, earlier = scores[at] + candidate.worth - cost, at
        scores.append(score)
        before.append(earlier)
    chain: list[Candidate] = []
    at = max(range(len(found)), key=scores.__getitem__, default=-1)
    while at >= 0:
        chain.append(found[at])
        at = before[at]
    return chain[::-1]


def step(last: Candidate, this: Candidate) -> float | None:
    """What it costs that one item follows another; None where it cannot."""
    if this.number == last.number:
        return 0.0 if this.part == last.part + 1 else None
    if this.part > 1:
        return None
    return {1: 0.0, 2: GAP}.get(this.number - last.number)


def pages_of(cells: Iterable[str]) -> str:
    """The pages that the last filled cell of a row holds."""
    filled = [cell for cell in cells if cell]
    match = PAGES.fullmatch(filled[-1]) if filled else None
    return match["pages"] if match else ""


def agenda_item(number: str, words: Spans, pages: str, profile: Profile, explained: bool) -> AgendaItem:
    """The item; where it is `explained` its title and what explains it may stand in one text."""
    text = plain(words).strip()
    if not pages and (inside := PAGES_IN.search(text)):
        pages = inside["pages"]
    title = PAGES_IN.sub("", text)
    if "\n" in title:
        title = title.partition("\n")[0]
    elif (found := profile.first("explains", title)) and (explained or title[: found[1].start()].endswith(".")):
        title = title[: found[1].start()]
    if len(title) > LONGEST_TITLE:
        title = title[:LONGEST_TITLE].rsplit(" ", 1)[0] + "…"
    rest = strip_prefix(words, len(title)) if text.startswith(title) else words
    rest = () if PAGES_IN.fullmatch(plain(rest)) else rest
    return AgendaItem(number, title.strip(" *"), rest, pages, f"item-{number}")


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
    return line.bold or line.text.isupper() or (not line.size and looks_like_heading(lines, at))
