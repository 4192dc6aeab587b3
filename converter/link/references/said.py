"""Every mention of an inspection with what its place in the report adds: the authority, the judged area."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from converter.heard import Heard, Mention
from converter.link.references.periods import in_months, months_of
from converter.link.references.spans import Run
from converter.model import Report

GENERAL = frozenset({"", "full", "child-protection", "looked-after"})  # may mean one of all children's services


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


def said_in(report: Report, heard: Heard) -> Iterator[Said]:
    """Every mention in a report about an authority, in reading order."""
    if not report.authority:
        return
    for run in heard.runs:
        for one in run.inspected:
            yield Said(report, (run.here, run.text), one.mention, one.authority or report.authority.slug, one.area)


def is_own(said: Said) -> bool:
    """Whether a date is that of the report's own inspection."""
    when, report = said.mention.when, said.report
    if not when or not report.end or said.authority != (report.authority.slug if report.authority else ""):
        return False
    return report.kind == "report" and said.general and bool(when.months) and in_months(when, months_of(report))
