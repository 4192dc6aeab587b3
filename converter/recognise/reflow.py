"""Lines that were broken at the right margin, put together again.

A break was made on purpose when the next line's first word would still have fitted; else the margin made
it. The width is that of the lines around. Headings are known by the profile, over up to three lines.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from statistics import median

from converter.model import Kind, Line
from converter.profiles import Profile
from converter.read.markup import between, splice
from converter.recognise.headings import named_title
from converter.recognise.labels import bare_number, label_of, lettered
from converter.recognise.rejoin import complete, ended, open_ended

REACH = 4
USUAL = 0.9
NARROWEST = 45
FULL = 0.92
HEADING_LINES = 3
LARGE_LINES = 5
DISPLAY = 1.3
SHORT_LINE = 0.6
SAME_SIZE = 0.7
FIELDS = ("cover.dates", "cover.inspector", "cover.published", "cover.other", "closing", "front")


def reflow(lines: Sequence[Line], profile: Profile, entries: Collection[str]) -> tuple[Line, ...]:
    """Wrapped lines as whole ones; table rows stay as they are."""
    widths = local_widths(lines)
    usual = median(line.size for line in lines) if lines else 0.0
    whole: list[list[Line]] = []
    open_block = False
    at = 0
    while at < len(lines):
        taken = heading_length(lines, at, profile, entries)
        if taken:
            whole.append(list(lines[at : at + taken]))
            at, open_block = at + taken, False
            continue
        line = lines[at]
        before = lines[at - 1] if at else line
        if open_block and (is_title(before, line, usual, profile) or goes_on(before, line, widths[at], profile)):
            whole[-1].append(line)
        else:
            whole.append([line])
        open_block = line.kind is not Kind.ROW
        at += 1
    return tuple(together(some) for some in whole)


def heading_length(lines: Sequence[Line], at: int, profile: Profile, entries: Collection[str]) -> int:
    """How many lines from `at` on make up one known heading, 0 where none does."""
    text, longest = "", 0
    if begins_small(lines[at].text) or (profile.chapters and not stands_apart(lines, at)):
        return 0
    most = LARGE_LINES if profile.chapters else HEADING_LINES
    for count, line in enumerate(lines[at : at + most], 1):
        alike = profile.chapters and line.size > 0 and same_type(lines[at], line)
        if line.kind is not Kind.TEXT or (text and ((line.gap and not alike) or (profile.chapters and not alike))):
            break
        text += (between(text, line.text) if text else "") + line.text
        if named_title(text, profile, entries):
            longest = count
    return longest


def begins_small(text: str) -> bool:
    """Whether a text begins with a small letter, which is no item's ("a. Summary"): no heading does."""
    start = text.lstrip()[:2]
    return start[:1].islower() and start[1:] != "."


def stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is set apart from the one above it, by white space or by its type."""
    return not at or lines[at].gap or not lines[at].size or not same_type(lines[at - 1], lines[at])


def together(lines: Sequence[Line]) -> Line:
    """Several lines as one, at the place of the first."""
    return replace(lines[0], spans=splice([line.spans for line in lines])) if len(lines) > 1 else lines[0]


def is_wrapped_number(before: Line, line: Line) -> bool:
    """Whether a number only happens to begin a line: no space above it, and the sentence before has not ended.

    At the top of a page nothing shows the space, and what stands above may end with a bracket. In bold a number
    begins a heading, and the next number after a short line's own begins a paragraph.
    """
    open_end = open_ended(before.text) or (line.page == before.page and not line.bold and not follows_on(before, line))
    return bool(line.size and open_end and same_type(before, line) and not ended(before.text))


def follows_on(before: Line, line: Line) -> bool:
    """Whether both lines begin with a number and the second counts on from the first."""
    one, other = label_of(before.text), label_of(line.text)
    return one is not None and other is not None and other.parts == (*one.parts[:-1], *(n + 1 for n in one.parts[-1:]))


def same_type(before: Line, line: Line) -> bool:
    """Whether two lines are set in the same size and weight."""
    return abs(before.size - line.size) < SAME_SIZE and before.bold == line.bold


def local_widths(lines: Sequence[Line]) -> list[int]:
    """For each line the width of the column around it, since notes are set in smaller type.

    A block of short lines says nothing of its column, so the usual width stands for it.
    """
    lengths = [len(line.text) for line in lines]
    usual = max(NARROWEST, sorted(lengths)[int(len(lengths) * USUAL)]) if lengths else 0
    widths = []
    for here in range(len(lines)):
        first = here
        while first > max(0, here - REACH) and not lines[first].gap:
            first -= 1
        last = here
        while last < min(len(lines) - 1, here + REACH) and not lines[last + 1].gap:
            last += 1
        widest = max(lengths[first : last + 1])
        widths.append(widest if widest >= usual / 2 else usual)
    return widths


def is_title(before: Line, line: Line, usual: float, profile: Profile) -> bool:
    """Whether both lines are in the same large type, as a title over several lines is; the report's own begins anew."""
    large = line.page == before.page and line.size == before.size > DISPLAY * usual > 0 and line.kind is Kind.TEXT
    return large and not profile.first("recognise", line.text)


def goes_on(before: Line, line: Line, width: int, profile: Profile) -> bool:
    """Whether `line` carries on what `before` began."""
    text = line.text
    if line.gap or line.kind is not Kind.TEXT or before.kind is Kind.ROW:
        return False
    if label := label_of(text):
        return label.kind == "integer" and is_wrapped_number(before, line)
    if not (set_as_one(before, line, width) if line.size else broken_at_margin(before, line, width)):
        return False
    if profile.chapters and lettered(text):
        return False
    papers = profile.numbered_headings and not profile.chapters
    if bare_number(text) and (complete(before.text) if papers else line.page != before.page and ended(before.text)):
        return False
    return not any((hit := profile.first(name, text)) and hit[0].where != "text" for name in FIELDS)


def set_as_one(before: Line, line: Line, width: int) -> bool:
    """Whether two lines of a PDF are of one type, and the first is full or its sentence has not ended."""
    if not same_type(before, line):
        return False
    long = len(before.text) > SHORT_LINE * width
    return long or line.text[0].islower() or (" " in before.text and open_ended(before.text))


def broken_at_margin(before: Line, line: Line, width: int) -> bool:
    """Whether the first word of a line would not have fitted on the line before, or begins with a small letter."""
    text = line.text
    fits = len(before.text) + 1 + len(text.split(maxsplit=1)[0]) <= FULL * width
    return not fits or (text[0].islower() and not before.text.endswith((".", ":")))
