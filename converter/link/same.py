"""The same document held more than once: one report, every copy named as a source, the best copy shown."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import replace

from converter.link.packs import placed
from converter.model import Report, block_text
from converter.profiles import profile_named

WHOLE = 0.999


def merge(reports: Iterable[Report]) -> tuple[Report, ...]:
    """Each address once, in the order in which it first appeared.

    A whole copy comes before a damaged one, then one whose words are all accounted for, then the one with more
    numbered paragraphs, fewer problems, more judgements; then a PDF, which knows its pages, then more words. What
    becomes of two packs of one day is told in `packs`.
    """
    groups: dict[str, list[Report]] = {}
    for report in placed(reports):
        groups.setdefault(own_address(report, groups), []).append(report)
    return tuple(replace(best(copies), id=address) for address, copies in groups.items())


def own_address(report: Report, taken: Container[str]) -> str:
    """The address of a report; where framework, place and date do not prove two the same, each has its own."""
    if report.kind != "report" or (profile_named(report.framework).recognised and report.authority and report.end):
        return report.id
    count = 1
    while (address := report.id if count == 1 else f"{report.id}-{count}") in taken:
        count += 1
    return address


def best(copies: Sequence[Report]) -> Report:
    """The best of several copies with the sources of all."""
    chosen, *others = sorted(copies, key=worth, reverse=True)
    sources = [*chosen.sources]
    for other in others:
        sources += [replace(source, chosen=False) for source in other.sources]
    parent = next((copy.parent for copy in (chosen, *others) if copy.parent), "")
    return replace(chosen, sources=tuple(sources), parent=parent)


def worth(report: Report) -> tuple[bool, bool, int, int, int, bool, int]:
    numbered = sum(1 for _ in report.paragraphs())
    words = sum(len(block_text(part).split()) for section in report.sections for part in section.content)
    paged = report.sources[0].pages is not None
    whole = (report.words_kept or 0.0) >= WHOLE
    return not report.damaged, whole, numbered, -len(report.problems), len(report.judgements), paged, words
