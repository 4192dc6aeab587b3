"""What each paragraph of a report is about, for the comparison with others: a pure function of the report."""

from __future__ import annotations

import re
from collections.abc import Iterator

from converter.link.likeness import packed
from converter.model import Gist, Paragraph, Recommendation, Report, block_text, in_force
from converter.profiles import Profile, profile_named

SHORTEST = 25  # words of a passage that can stand for itself
SENTENCE = re.compile(r"(?<=[.!?])\s+")
OPENING = 2  # sentences, which are what a reader sees of it
WORRIED = 0.25  # of the sentences of a passage may find fault


def gists_of(report: Report) -> tuple[Gist, ...]:
    """The numbered paragraphs that are about a theme, then what the report asks for, as far as that is."""
    return (*paragraphs_of(report), *points_of(report))


def known_gists(report: Report) -> tuple[Gist, ...]:
    """Those that came with the report, else what is found now."""
    return gists_of(report) if report.gists is None else report.gists


def paragraphs_of(report: Report) -> Iterator[Gist]:
    """The numbered paragraphs of a report that are about a theme."""
    themes = dict(report.themes)
    grades = in_force(report.sections, lambda section: section.grade)
    asked = {point.anchor.partition("-b")[0] for point in report.recommendations}
    for section, part in report.paragraphs():
        if found := themes.get(part.anchor):
            offers = report.kind == "report" and part.anchor not in asked
            yield gist_of(part, found[0], grades.get(section.anchor, ""), report, offers)


def gist_of(part: Paragraph, theme: str, grade: str, report: Report, offers: bool) -> Gist:
    text = text_of(part)
    judged = bool(grade) and report.kind == "report"
    well = judged and speaks_well(text, profile_named(report.framework))
    return Gist(
        anchor=part.anchor,
        theme=theme,
        number=part.number,
        grade=grade,
        offered=offers and len(text.split()) >= SHORTEST,
        well=well,
        faulted=judged and not well,
        words=packed(text),
    )


def points_of(report: Report) -> Iterator[Gist]:
    """What an inspection report asks for, as far as it is about a theme."""
    themes = dict(report.themes)
    numbers = {part.anchor: part.number for _, part in report.paragraphs()}
    for point in report.recommendations if report.kind == "report" else ():
        number = numbers.get(point.anchor.partition("-b")[0], "")
        if found := themes.get(point.anchor):
            yield Gist(point.anchor, found[0], number, point=True, words=packed(point.text))


def speaks_well(text: str, profile: Profile) -> bool:
    """Whether few of the sentences of a passage find fault, and none of those that it opens with."""
    found = [profile.first("concerns", sentence) is not None for sentence in SENTENCE.split(text)]
    return not any(found[:OPENING]) and sum(found) <= WORRIED * len(found)


def text_of(part: Paragraph | Recommendation) -> str:
    """The words of a paragraph or a point, parted by one space; those of a point as they are."""
    return part.text if isinstance(part, Recommendation) else " ".join(block_text(part).split())
