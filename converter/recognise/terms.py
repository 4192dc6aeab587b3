"""The abbreviations that a report defines, as it defines them, and where.

    definition = long "(" [lead] SHORT ")" | SHORT "(" long ")" | long ", known as" SHORT | SHORT "stands for" long
               | SHORT ":" long        a whole line, or two cells of a row

The words must fit the letters (`longform.py`). Nothing is taken from elsewhere: what a report uses and does not
define has no meaning here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from converter.model import (
    Block,
    ItemList,
    Lines,
    Paragraph,
    Report,
    Section,
    Spans,
    Table,
    Term,
    block_spans,
    plain,
)
from converter.recognise.longform import fits_whole, letters_of, long_form
from converter.recognise.meanings import same_meaning

SHORT = r"[A-Za-z][A-Za-z0-9]{0,30}(?:(?:[&/+-]|['’](?!s\b))[A-Za-z0-9]{1,30}){0,5}\+?(?:['’]?s\b)?"
QUOTES = " \n\t‘’'“”\"*,"
LONGEST, LONGEST_NAME = 14, 160
NEAR = 400  # characters before an abbreviation in which its words stand
BRACKETS = re.compile(r"\((?P<inside>[^()]{2,160})\)")
LEAD = re.compile(
    r"(?:(?:also|commonly|otherwise|sometimes|often|now|hereafter|hereinafter|henceforth|formerly)\s+)?"
    r"(?:(?:known|referred\s+to)\s+as|abbreviated\s+(?:to|as)|called|hereafter|hereinafter|or)?\s*(?:the|an?)?\s+",
    re.IGNORECASE,
)
PARTS = re.compile(r"\s*(?:[,;/]|\s[–—-]\s|\b(?:or|and)\b)\s*")
NAMED = re.compile(
    rf",?\s+(?:which\s+is\s+)?(?:also\s+|commonly\s+)?(?:known\s+as|referred\s+to\s+as|abbreviated\s+to)\s+"
    rf"(?:the\s+|an?\s+)?[‘'“\"]?(?P<short>{SHORT})\b"
)
STANDS = re.compile(
    rf"(?<!\w)(?P<short>{SHORT})[’'”\"]?,?\s+(?:which\s+)?(?:stands\s+for|is\s+short\s+for|short\s+for|is\s+an?\s+acronym\s+for)"
    r"\s+(?:the\s+)?[‘'“\"]?(?P<long>[^().;:]{5,160})"
)
NAMES = ("known", "referred", "abbreviated")  # one of them is in every NAMED: a quick look, which tries no word
STANDING = ("stands", "short", "acronym")  # and one of these in every STANDS
LINE = re.compile(rf"(?P<short>{SHORT})\s*(?:[:–—]|\s-\s)\s*(?P<long>[^().;:]{{5,160}})\.?")
WHOLE_SHORT = re.compile(SHORT)
BOUNDARY = re.compile(r"[.;:?!•]\s|[()\[\]]")
LAST_SHORT = re.compile(rf"(?<![\w&])(?P<short>{SHORT})['’”\"]?\s*$")
NEXT_WORD = re.compile(r"\s+([^\W\d_]+)")
PLURAL = re.compile(r"['’]?s$")


@dataclass(frozen=True, slots=True)
class Found:
    """An abbreviation, without the ending of a plural, and what a text says that it stands for."""

    abbreviation: str
    meaning: str


def terms_of(report: Report) -> tuple[Term, ...]:
    """The abbreviations that a report defines, each meaning once, at the first place that prints it."""
    first: list[Term] = []
    for term in definitions(report):
        known = (other.meaning for other in first if other.abbreviation == term.abbreviation)
        if not any(same_meaning(term.meaning, meaning) for meaning in known):
            first.append(term)
    return tuple(first)


def definitions(report: Report) -> Iterator[Term]:
    """Every definition in reading order, then those in notes and on the front page, which has no addresses.

    A note that nothing refers to has none either, and is left alone.
    """
    for section in report.sections:
        yield from in_texts([section.title], section.anchor)
        for part in section.content:
            yield from in_block(part, section)
    referred = {span.note for section in report.sections for spans in spans_in(section) for span in spans}
    for note in report.footnotes:
        if note.key in referred:
            yield from in_texts([note.spans], f"fn:{note.key}")
    for block in report.front:
        yield from inside(block, "")


def spans_in(section: Section) -> Iterator[Spans]:
    yield section.title
    for part in section.content:
        yield from block_spans(part)


def in_block(part: Block | Paragraph, section: Section) -> Iterator[Term]:
    """The definitions in a block, each with the nearest address."""
    if isinstance(part, Paragraph):
        for block in part.blocks:
            yield from inside(block, part.anchor)
    else:
        yield from inside(part, section.anchor)


def inside(block: Block, above: str) -> Iterator[Term]:
    """The definitions in a block without parts of its own; `above` is the address where it has none."""
    anchor = getattr(block, "anchor", "") or above
    if isinstance(block, ItemList):
        for item in block.items:
            yield from in_texts([item.spans], item.anchor or anchor)
    elif isinstance(block, Table):
        marks = block.marks or ("",) * len(block.rows)
        for row, mark in zip(block.rows, marks, strict=True):
            yield from in_texts(row, mark or anchor)
            yield from (Term(found.abbreviation, found.meaning, mark or anchor) for found in in_row(row))
    else:
        yield from in_texts(block.lines if isinstance(block, Lines) else [block.spans], anchor)


def in_texts(texts: Iterable[Spans], anchor: str) -> Iterator[Term]:
    for spans in texts:
        for found in defined_in(" ".join(plain(spans).split())):
            yield Term(found.abbreviation, found.meaning, anchor)


def in_row(row: Sequence[Spans]) -> Iterator[Found]:
    """What a row of a list of abbreviations says: the abbreviation in one cell, its words in the next."""
    cells = [" ".join(plain(cell).split()) for cell in row]
    for short, long in pairwise(cells):
        if WHOLE_SHORT.fullmatch(short):
            yield from whole(short, long)


# ---------------------------------------------------------------- one text


def defined_in(text: str) -> Iterator[Found]:
    """The definitions in a text, in order of the abbreviations in brackets, then those in other words."""
    for match in BRACKETS.finditer(text):
        yield from in_brackets(text, match)
    for match in NAMED.finditer(text) if any(word in text for word in NAMES) else ():
        if is_short(match["short"]):
            yield from before(match["short"], near(text, match.start()), "", strict=True)
    for match in STANDS.finditer(text) if any(word in text for word in STANDING) else ():
        yield from whole(match["short"], match["long"])
    if line := LINE.fullmatch(text):
        yield from whole(line["short"], line["long"])


def in_brackets(text: str, match: re.Match[str]) -> Iterator[Found]:
    """What brackets define: an abbreviation of the words before them, or the words for the one before them."""
    ahead, behind = near(text, match.start()), text[match.end() : match.end() + NEAR]
    for part in PARTS.split(match["inside"]):
        short = LEAD.sub("", f"{part.strip(QUOTES)}", count=1).strip(QUOTES)
        if WHOLE_SHORT.fullmatch(short) and len(short) <= LONGEST:
            found = list(before(short, ahead, behind))
            yield from found
            if found:
                return
    if last := LAST_SHORT.search(ahead):
        yield from whole(last["short"], match["inside"])


def near(text: str, end: int) -> str:
    """The text that ends at a place, as far back as the words of an abbreviation can begin."""
    return text[max(0, end - NEAR) : end]


def before(short: str, text: str, behind: str, strict: bool = False) -> Iterator[Found]:
    """The words at the end of `text` that an abbreviation stands for; some stand on `behind` its brackets."""
    text = text[last_boundary(text) :].rstrip(QUOTES)
    ways = [(short, way) for short in spellings(short) if (way := long_form(short, text))]
    if ways:
        found, (start, cost) = min(ways, key=lambda way: way[1][1])
        if not (strict and cost):
            yield Found(found, text[start:])
    elif not strict:
        yield from split(short, text, behind)


def split(short: str, text: str, behind: str) -> Iterator[Found]:
    """The words around the brackets, "mental health (CAMHS) services", or those before them where an S is left."""
    for spelled in spellings(short):
        after = NEXT_WORD.match(behind)
        head, last = spelled[:-1], spelled[-1:]
        if len(letters_of(head)) < 2 or not last.isupper():
            continue
        if not (way := long_form(head, text)) or way[1]:
            continue
        if after and after[1][0].lower() == last.lower():
            yield Found(spelled, f"{text[way[0] :]} {after[1]}")
            return
        if last == "S" and len(letters_of(head)) > 2:
            yield Found(spelled, text[way[0] :])
            return


def whole(short: str, text: str) -> Iterator[Found]:
    """The text as what an abbreviation stands for, where the whole of it fits."""
    text = re.sub(r"^(?:the|an?)\s+", "", text.strip(QUOTES))
    if not is_short(short) or len(text) > LONGEST_NAME or len(letters_of(text)) < 2 * len(letters_of(short)):
        return
    for spelled in spellings(short):
        if fits_whole(spelled, text):
            yield Found(spelled, text)
            return
    if short.endswith("S") and len(letters_of(short)) > 3 and fits_whole(short[:-1], text):
        yield Found(short, text)


def spellings(short: str) -> list[str]:
    """An abbreviation without the ending of a plural, and with it, where a final s may be a letter."""
    single = PLURAL.sub("", short)
    return [single, short] if single != short and is_short(single) else [short]


def is_short(text: str) -> bool:
    """Whether a word looks like an abbreviation by itself: two capitals at least."""
    return len(text) <= LONGEST and sum(char.isupper() for char in text) > 1


def last_boundary(text: str) -> int:
    """Where the last sentence or bracket of a text ends."""
    return max((match.end() for match in BOUNDARY.finditer(text)), default=0)
