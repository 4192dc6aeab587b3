"""What is known of a document's lines before they are put together: which are numbered, which are headings."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from converter.model import Kind, Line
from converter.profiles import Profile
from converter.recognise.boxes import box_heading
from converter.recognise.contents import key
from converter.recognise.deadlines import is_deadline
from converter.recognise.grades import graded, is_grade, mark_grade
from converter.recognise.headings import Heading, known_heading, looks_like_heading
from converter.recognise.labels import Label as LineLabel
from converter.recognise.labels import bare_number, label_of
from converter.recognise.numbering import report_numbers
from converter.recognise.numbers import Number, choose_numbers
from converter.recognise.rejoin import complete, ended
from converter.recognise.sizes import by_size, names_speaker, too_small

SHORT = 60
SAME_SIZE = 0.7
STYLED = 160
RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"


@dataclass(frozen=True, slots=True)
class Body:
    """What is known of a document's lines before they are put together."""

    lines: tuple[Line, ...]
    profile: Profile
    numbers: dict[int, Number]
    headings: dict[int, Heading]


def survey(lines: Sequence[Line], profile: Profile, entries: Collection[str]) -> Body:
    """Which lines are numbered and which are headings."""
    keys = {key(entry) for entry in entries}
    small = too_small(lines) if profile.chapters else frozenset[int]()
    headings = {
        at: found
        for at, line in enumerate(lines)
        if not (at in small or profile.first("captions", line.text))
        and (found := known_heading(line, profile, keys) or box_heading(lines, at, profile, keys))
    }
    numbers = report_numbers(lines, profile) if profile.chapters else chosen_numbers(lines, profile)
    headings = {at: heading for at, heading in headings.items() if at not in numbers}
    for at in range(len(lines)):
        if at in headings or at in numbers or at in small or lone_under(lines, at, headings):
            continue
        if is_deadline(lines[at].text) or profile.first("captions", lines[at].text):
            continue
        if profile.first("closing", lines[at].text.strip()):
            continue
        if not (is_styled(lines, at) or looks_like_heading(lines, at)):
            continue
        if profile.chapters and names_speaker(lines, at):
            continue
        if at and not (at - 1 in headings or settled(lines[at - 1]) or (profile.chapters and is_larger(lines, at))):
            continue
        grade = graded(lines[at].text.strip(), profile)
        title = grade.title if grade and grade.title else lines[at].text.strip()
        spans = mark_grade(lines[at].spans, grade) if grade else lines[at].spans
        headings[at] = Heading(spans, title, 3, grade.grade if grade else "")
    return Body(tuple(lines), profile, numbers, by_size(lines, headings) if profile.chapters else headings)


def chosen_numbers(lines: Sequence[Line], profile: Profile) -> dict[int, Number]:
    """The numbers of an inspection's report or a paper, by the position of their line."""
    if "numbers" in profile.lack:
        return {}
    kinds = {Kind.TEXT, Kind.ITEM} if profile.numbered_headings else {Kind.TEXT}
    papers = profile.numbered_headings
    labels = {
        at: label for at, line in enumerate(lines) if line.kind in kinds and (label := number_of(lines, at, papers))
    }
    return choose_numbers(labels, multilevel=profile.numbered_headings)


def lone_under(lines: Sequence[Line], at: int, headings: Collection[int]) -> bool:
    """Whether this line is only the grade of the heading right above it."""
    return at - 1 in headings and is_grade(lines[at].text.strip())


def number_of(lines: Sequence[Line], at: int, papers: bool = False) -> LineLabel | None:
    """The label of a line; where white space or the end of a page stands above it in a PDF, it may lack the dot.

    In a committee's `papers` the end of a sentence above it is enough, or a line that did not reach the margin.
    """
    line = lines[at]
    parted = line.size and (is_parted(lines, at) or (papers and complete(lines[at - 1].text)))
    return label_of(line.text) or (bare_number(line.text) if parted else None)


def is_parted(lines: Sequence[Line], at: int) -> bool:
    """Whether white space stands above a line, or a page ends there after a whole sentence or other type."""
    before, line = lines[at - 1] if at else None, lines[at]
    if line.gap or before is None:
        return True
    other_type = abs(before.size - line.size) >= SAME_SIZE or before.bold != line.bold
    return line.page != before.page and (other_type or ended(before.text))


def is_styled(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is set as a heading: bold or large, short, and over something that is neither."""
    line = lines[at]
    text = line.text.strip()
    if not line.size or line.kind is not Kind.TEXT or not 3 <= len(text) <= STYLED or text[0].islower():
        return False
    if at + 1 >= len(lines) or text.endswith((".", ",", ";")) or text[0] in RAISED:
        return False
    after = lines[at + 1]
    stands_out = (line.bold and not after.bold) or line.size > after.size + SAME_SIZE
    return stands_out and (line.bold or line.size >= after.size)


def is_larger(lines: Sequence[Line], at: int) -> bool:
    """Whether a line is in larger type than the one before, so that it is no rest of it."""
    return lines[at].size > lines[at - 1].size + SAME_SIZE


def settled(line: Line) -> bool:
    """Whether nothing of this line can be left over for the next one."""
    return line.kind is not Kind.TEXT or ended(line.text) or len(line.text) <= SHORT
