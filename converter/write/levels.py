"""The levels of a page's headings: none is skipped on the way down, so that headings can be followed one by one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from converter.model import Section

TITLE = 1


def in_steps(sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections with each heading at most one level below the heading before it; the first is below the title."""
    found: list[Section] = []
    above = TITLE
    for section in sections:
        found.append(replace(section, level=min(section.level, above + 1)))
        above = found[-1].level if section.title else above
    return tuple(found)
