"""The same document held more than once: one report, every copy named as a source, the best copy shown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from converter.model import Report, block_text


def merge(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Each address once, in the order in which it first appeared.

    A whole copy comes before a damaged one, then the one with more numbered paragraphs, then more words.
    """
    groups: dict[str, list[Report]] = {}
    for report in reports:
        groups.setdefault(report.id, []).append(report)
    return tuple(best(copies) for copies in groups.values())


def best(copies: Sequence[Report]) -> Report:
    """The best of several copies with the sources of all."""
    chosen, *others = sorted(copies, key=worth, reverse=True)
    sources = [*chosen.sources]
    for other in others:
        sources += [replace(source, chosen=False) for source in other.sources]
    parent = next((copy.parent for copy in (chosen, *others) if copy.parent), "")
    return replace(chosen, sources=tuple(sources), parent=parent)


def worth(report: Report) -> tuple[bool, int, int]:
    numbered = sum(1 for _ in report.paragraphs())
    words = sum(len(block_text(part).split()) for section in report.sections for part in section.content)
    return not report.damaged, numbered, words
