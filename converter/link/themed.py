"""The themes of a report's blocks, of each thing that it asks for, and of its sections."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from converter.model import Block, Paragraph, Report, Section, Table, block_text, plain
from converter.profiles import profile_named
from converter.stages import stage
from converter.themes import Theme, heading_themes, themes_of

SHORTEST = 8  # words of a block without a number
NO_THEME_ROLES = {"meaning", "record", "about", "closing"}
NAMES = 2.0  # points with which a heading names a theme
PART = 0.15  # a section has a theme that this share of its blocks is mainly about
MOST = 3

Themes = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Weighable:
    """A text that can be about something: its address, its words and the headings above it, the innermost last."""

    anchor: str
    text: str
    headings: tuple[str, ...] = ()


@stage("themes")
def with_themes(report: Report, themes: Sequence[Theme]) -> Report:
    """`report` with the themes of its blocks, its recommendations and its sections."""
    texts = {text.anchor: themes_of(text.text, text.headings, themes) for text in weighable(report)}
    found = {**dict(section_themes(report, texts, tuple(themes))), **texts}
    return replace(report, themes=tuple((anchor, some) for anchor, some in found.items() if some))


def weighable(report: Report) -> Iterator[Weighable]:
    """Everything of a report whose own words say what it is about: its blocks, then each point of a list by itself."""
    blocks = {block.anchor: block for block in weighable_blocks(report)}
    yield from blocks.values()
    for point in report.recommendations:
        if point.anchor not in blocks:
            yield Weighable(point.anchor, point.text)


def weighable_blocks(report: Report) -> Iterator[Weighable]:
    """Every block that says something."""
    for section, headings in headed(report):
        for part in section.content:
            text = block_text(part)
            if isinstance(part, Paragraph) or (not isinstance(part, Table) and len(text.split()) >= SHORTEST):
                yield Weighable(anchor_of(part), text, headings)


def headed(report: Report) -> Iterator[tuple[Section, tuple[str, ...]]]:
    """Every section that can have themes, with the headings above what stands in it."""
    above: list[Section] = []
    profile = profile_named(report.framework)
    for section in report.sections:
        above = [*(outer for outer in above if outer.level < section.level), section]
        headings = tuple(plain(outer.title).strip() for outer in above if outer.title)
        if section.role not in NO_THEME_ROLES and not any(profile.first("facts", heading) for heading in headings):
            yield section, headings


def section_themes(
    report: Report, texts: Mapping[str, Themes], themes: tuple[Theme, ...]
) -> Iterator[tuple[str, Themes]]:
    """What each section is about: what its heading names, then what many of its blocks are mainly about."""
    sections = [section for section, _ in headed(report)]
    for at, section in enumerate(sections):
        parts = contents([section, *within(section, sections[at + 1 :])])
        mains = [found[0] for part in parts if (found := texts.get(anchor_of(part)))]
        if not section.title or not mains:
            continue
        named = sorted(heading_themes(plain(section.title), themes), key=lambda theme: -theme[1])
        often = (slug for slug, count in Counter(mains).most_common() if count >= max(2, PART * len(mains)))
        strong = [themes[number].slug for number, points in named if points >= NAMES]
        yield section.anchor, tuple(dict.fromkeys([*strong, *often]))[:MOST]


def within(section: Section, later: Sequence[Section]) -> Iterator[Section]:
    """The sections inside a section, among those that come after it."""
    return takewhile(lambda other: other.level > section.level, later)


def contents(sections: Sequence[Section]) -> Iterator[Block | Paragraph]:
    for section in sections:
        yield from section.content


def anchor_of(part: Block | Paragraph) -> str:
    return str(getattr(part, "anchor", ""))
