"""Third stage: what can only be known with all reports at hand: copies, predecessors, themes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from converter.link.same import merge
from converter.link.themes import Theme, themes_of
from converter.model import Paragraph, Report, Section, Table, block_text, plain

SHORTEST = 8
NO_THEME_ROLES = {"meaning", "record", "about", "closing"}


@dataclass(frozen=True)
class Corpus:
    """Every report once; `themes` of each block by report and anchor; `earlier` names a predecessor."""

    reports: tuple[Report, ...]
    themes: Mapping[tuple[str, str], tuple[str, ...]]
    earlier: Mapping[str, str]

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        """Every report under its address."""
        return MappingProxyType({report.id: report for report in self.reports})


def link(reports: Iterable[Report], themes: Sequence[Theme]) -> Corpus:
    """The corpus that `reports` make up."""
    merged = merge(reports)
    assigned = {
        (report.id, anchor): found for report in merged for anchor, found in report_themes(report, themes) if found
    }
    return Corpus(merged, assigned, predecessors(merged))


def predecessors(reports: Sequence[Report]) -> dict[str, str]:
    """For each inspection report the one before it of the same authority."""
    dated = sorted(
        (report for report in reports if report.kind == "report" and report.authority and report.end),
        key=lambda report: (report.authority.slug if report.authority else "", report.end or 0, report.id),
    )
    return {
        later.id: before.id
        for before, later in pairwise(dated)
        if before.authority and later.authority and before.authority.slug == later.authority.slug
    }


def report_themes(report: Report, themes: Sequence[Theme]) -> Iterable[tuple[str, tuple[str, ...]]]:
    """The themes of every block that says something, by its anchor."""
    above: list[Section] = []
    for section in report.sections:
        above = [*(outer for outer in above if outer.level < section.level), section]
        if section.role in NO_THEME_ROLES:
            continue
        headings = [plain(outer.title) for outer in above if outer.title]
        for part in section.content:
            text = block_text(part)
            if isinstance(part, Table) or (len(text.split()) < SHORTEST and not isinstance(part, Paragraph)):
                continue
            yield getattr(part, "anchor", ""), themes_of(text, headings, themes)
