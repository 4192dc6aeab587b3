"""Third stage: what can only be known with all reports at hand: copies, predecessors, files to publish."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise
from types import MappingProxyType

from converter.link.answers import Answer
from converter.link.cited import Citing, cited
from converter.link.followed import Followed, followed
from converter.link.library import Library, library_of
from converter.link.minuted import Minuted, minuted, records
from converter.link.neighbours import beside
from converter.link.references import with_references
from converter.link.repeats import repeats
from converter.link.same import merge
from converter.model import Report
from converter.profiles import profile_named
from converter.stages import stage

PDF = ".pdf"


@dataclass(frozen=True)
class Corpus:
    """Every report once; `earlier` names a predecessor.

    `themes` are those of each block, recommendation and section, by report and anchor; `files` are the places below
    docs/ at which source files are published, by their hash; `minuted` is the minute that dealt with an agenda item, by
    the item's document, `records` the document that holds a pack's minutes, `followed` the rows of trackers about an
    item; `cited` are the places that refer to a document, `repeats` the earlier recommendations of the same authority
    that one is like, by report and anchor. `related` are the passages of other reports that are closest to a paragraph,
    by report and anchor, `answers` those that say who does well what a report should improve; both are found in the
    `library` of all passages.
    """

    reports: tuple[Report, ...]
    themes: Mapping[tuple[str, str], tuple[str, ...]]
    earlier: Mapping[str, str]
    files: Mapping[str, str] = field(default_factory=dict)
    minuted: Mapping[str, Minuted] = field(default_factory=dict)
    records: Mapping[str, str] = field(default_factory=dict)
    followed: Mapping[str, tuple[Followed, ...]] = field(default_factory=dict)
    cited: Mapping[str, tuple[Citing, ...]] = field(default_factory=dict)
    repeats: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    related: Mapping[tuple[str, str], tuple[str, ...]] = field(default_factory=dict)
    answers: Mapping[str, tuple[Answer, ...]] = field(default_factory=dict)
    library: Library | None = field(default=None, repr=False, compare=False)

    @cached_property
    def by_id(self) -> Mapping[str, Report]:
        """Every report under its address."""
        return MappingProxyType({report.id: report for report in self.reports})

    @cached_property
    def later(self) -> Mapping[str, str]:
        """The successor of each report that has one: the inverse of `earlier`."""
        return MappingProxyType({before: after for after, before in self.earlier.items()})


@stage("link")
def link(reports: Iterable[Report], publish: bool = True, workers: int = 1) -> Corpus:
    """The corpus that `reports` make up; `publish` holds for sources whose owner says nothing else."""
    merged = with_references(merge(reports))
    library = library_of(merged)
    merged = tuple(replace(report, gists=None) for report in merged)  # they are in the library
    near = beside(library, workers)
    return Corpus(
        merged,
        {(report.id, anchor): found for report in merged for anchor, found in report.themes},
        predecessors(merged),
        files=published_files(merged, publish),
        minuted=minuted(merged),
        records=records(merged),
        followed=followed(merged),
        cited=cited(merged),
        repeats=repeats(merged),
        related=near.related,
        answers=near.answers,
        library=library,
    )


def published_files(reports: Sequence[Report], publish: bool) -> dict[str, str]:
    """Where each PDF that a report is made from is published: beside the report, a pack's beside the pack."""
    places: dict[str, str] = {}
    for report in sorted(reports, key=lambda report: report.kind not in {"pack", "supplement"}):
        for source in report.sources:
            allowed = publish if report.publish is None else report.publish
            if source.chosen and allowed and source.file.lower().endswith(PDF):
                places.setdefault(source.sha256, f"reports/{report.id}{PDF}")
    return places


def predecessors(reports: Sequence[Report]) -> dict[str, str]:
    """For each inspection report the one before it of the same authority and series."""
    dated = sorted(
        (report for report in reports if report.kind == "report" and report.authority and report.end),
        key=lambda report: (series(report), report.end or 0, report.id),
    )
    return {later.id: before.id for before, later in pairwise(dated) if series(before) == series(later)}


def series(report: Report) -> tuple[str, str]:
    """Which reports one is compared with: those of its authority that give grades too, else those of its framework."""
    place = report.authority.slug if report.authority else ""
    return place, "" if profile_named(report.framework).judges else report.framework
