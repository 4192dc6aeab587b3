"""Every mention of an inspection with what its place in the report adds: the authority, the judged area."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from converter.link.references.periods import in_months, months_of
from converter.link.references.spans import Run, part_runs
from converter.model import Report, Section, in_force, plain
from converter.recognise.authority import known_authorities
from converter.recognise.mentions import Mention, mentions

GENERAL = frozenset({"", "full", "child-protection", "looked-after"})  # may mean one of all children's services
SILENT_ROLES = {"meaning", "closing"}


@dataclass(frozen=True, slots=True)
class Said:
    """A mention with the report, the run of text and the judged area in which it stands, and its authority."""

    report: Report
    run: Run
    mention: Mention
    authority: str
    area: str

    @property
    def general(self) -> bool:
        """Whether it may mean an inspection of all children's services."""
        return self.mention.kind in GENERAL


def said_in(report: Report) -> Iterator[Said]:
    """Every mention in a report about an authority, in reading order."""
    if not report.authority or report.kind not in {"report", "item"}:
        return
    areas = in_force(report.sections, lambda section: section.area)
    for section in report.sections:
        if section.role in SILENT_ROLES:
            continue
        for run in section_runs(section):
            for mention in mentions(run[1]):
                place = other_place(mention.whose, report.authority.slug)
                yield Said(report, run, mention, place, areas.get(section.anchor, ""))


def section_runs(section: Section) -> Iterator[Run]:
    for part in section.content:
        for here, spans in part_runs(part):
            yield here, plain(spans)


def other_place(words: str, own: str) -> str:
    """The authority that words such as "the inspection of Norbury" name, else the report's own."""
    found = places().search(words)
    return known_authorities()[found[1].lower().replace(" ", "-")].slug if found else own


@lru_cache(maxsize=1)
def places() -> re.Pattern[str]:
    """The name of a known authority after "in", "of" or "for", as names are printed."""
    names = {one.name for slug, one in known_authorities().items() if one.name.lower().replace(" ", "-") == slug}
    return re.compile(rf"\b(?:in|of|for) (?:the )?({'|'.join(map(re.escape, sorted(names, key=len, reverse=True)))})\b")


def is_own(said: Said) -> bool:
    """Whether a date is that of the report's own inspection."""
    when, report = said.mention.when, said.report
    if not when or not report.end or said.authority != (report.authority.slug if report.authority else ""):
        return False
    return report.kind == "report" and said.general and bool(when.months) and in_months(when, months_of(report))
